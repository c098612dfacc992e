"""Swedish dates and clock times in running text.

Date forms: 2019-02-22 (also with spaces, slashes or full stops), 20190222, 190222, 22 februari 2019,
"fredagen den 22 feb. -19", "den 22:a februari", "den sjunde mars 2019", "den sista april", 22/2 2019, 22/2 1996, 22/2-19, 22/2, 22.2.2019;
as an English template writes it, "22 February 2019", "Friday, February 22, 2019", with its year only ("3 August" may be item 3 and a man).
Time forms: 09.00-11.00, 9:00 - 11.15, 09:00–10:30, kl 9-11, kl. 13, klockan 13, kl 1400, "från 9 till 11",
"mellan 14 och 16" before a full stop, a comma or the end, "mellan 14.15 och 16.30" anywhere; in words "till kvart i nio", "vid sju" (in the
evening up to seven).
A letter read for a digit ("2O19-02-22", "l5 mars", "kl l3.00", "k1 1300") makes no difference.
A date without a year is kept with `year` null until `resolve` is given a day to count from.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import lru_cache

from models.frozen import frozen
from pipeline.identity_numbers import identity_numbers
from pipeline.vocabulary.openings import swift

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
    "may": 5, "oct": 10,
}  # fmt: skip
_MONTH = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)"
)
_ENGLISH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_WEEKDAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
_AS_SWEDISH = {
    "man": "mån", "lor": "lör", "son": "sön",
    "mon": "mån", "tue": "tis", "wed": "ons", "thu": "tor", "fri": "fre", "sat": "lör", "sun": "sön",
}  # fmt: skip
_WEEKDAY = r"(?P<weekday>(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en|ar)?)?|(?:man|lor|son)dag(?:en|ar)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?,?"

_ORDINALS = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde "
    "artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde "
    "trettionde trettioförsta"
).split()
_LAST = "sista"
_COMMON_YEAR = 2001  # for the length of a month
_ORDINAL = rf"(?:förste|{'|'.join(_ORDINALS)}|{_LAST})"
_WORDED = swift(rf"den\s(?:{_ORDINAL})\s{_MONTH}", re.IGNORECASE)

_DATE = swift(
    rf"""
    (?<![\w/])
    (?:{_WEEKDAY}\s+)?
    (?:den\s*)?
    (?:
      (?P<y1>(?:19|20)\d\d)\s?[-–/.]\s?(?P<m1>[01]?\d)\s?[-–/.]\s?(?P<d1>[0-3]?\d)(?![\d])
    | (?P<y2>20[0-4]\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?![\d-])
    | (?P<d3>[0-3]?\d)(?:\s?:?[ae](?=\s))?\.?\s?(?P<m3>{_MONTH})(?![a-zåäö])\.?
        (?:,?\s?(?:år\s)?(?:(?P<y3>(?:19|20)\d\d)(?!\d|[.:]\d)|(?:[-–'´’]\s?(?P<y3s>\d\d)(?!\d|[.:]\d))))?
    | (?<=den\s)(?P<d7>{_ORDINAL})\s(?P<m7>{_MONTH})(?![a-zåäö])(?:,?\s(?:år\s)?(?P<y7>(?:19|20)\d\d)(?!\d|[.:]\d))?
    | (?P<d4>[0-3]?\d)\s?/\s?(?P<m4>1[0-2]|0?[1-9])(?!\d|/\d)
        (?:\s?[-–/]?\s?(?P<y4>20\d\d|19[6-9]\d)(?![\d.:])|\s?[-–'´’]\s?(?P<y4s>[0-4]\d)(?![\d.:]))?
    | (?P<d5>[0-3]?\d)\.(?P<m5>1[0-2]|0?[1-9])\.(?P<y5>20\d\d)
    | (?P<d8>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<m8>{_ENGLISH}),?\s(?P<y8>(?:19|20)\d\d)(?!\d|[.:]\d)
    | (?P<m9>{_ENGLISH})\s(?P<d9>[0-3]?\d)(?:st|nd|rd|th)?,?\s(?P<y9>(?:19|20)\d\d)(?!\d|[.:]\d)
    | (?P<y6s>[0-4]\d)(?P<m6>0[1-9]|1[0-2])(?P<d6>0[1-9]|[12]\d|3[01])(?![\d-])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_SERIAL = 8  # characters that make a compact date a personal identity number

_CLOCK = rf"(?:[01]?\d|2[0-4])(?:\s?[.:]\s?|,)[0-5]\d(?!\s{_MONTH})"  # "kl 15: 14 mars" is 15
_HOUR = r"(?:[01]?\d|2[0-4])"
_DASH = r"\s?(?:[-–—−]+|till(?:\soch\smed)?|t\.?o\.?m\.?)\s?(?:ca\.?\s|cirka\s|ungefär\s|omkring\s|runt\s)?"
_LOST_DASH = r"(?P<lost>(?<=[.:]\d\d)\s(?=\d\d?[.:]\d\d))"  # "kl 13.00 14.30"
_KL = r"k[l1](?:ockan|\.)?(?::\s?|\s{0,2}(?::\s)?)"  # in "kl :00" the hour is lost
_TIME = swift(
    rf"""
    (?:(?<![\w.,:/–-])|(?<=[12][09]\d\d)(?=kl))
    (?:
      (?:{_KL})?(?:från\s)?(?P<a>{_CLOCK}){_DASH}(?:{_KL})?(?P<b>{_CLOCK}|{_HOUR})(?![\d]|[.:]\d)
    | {_KL}(?:ca\.?\s)?(?P<c>{_CLOCK}|[0-2]\d[0-5]\d|{_HOUR})(?:(?:{_DASH}|{_LOST_DASH})(?:{_KL})?(?P<d>{_CLOCK}|[0-2]\d[0-5]\d|{_HOUR}))?(?![\d/]|[.:]\d)
    | (?P<e>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])
    | mellan\s(?:{_KL})?(?P<f>{_CLOCK}|{_HOUR})\soch\s(?:{_KL})?(?P<g>{_CLOCK}|{_HOUR})(?:(?=\s?(?:[.,;)]|$)(?!\d))|(?<=[.:]\d\d)(?!\d|[.:]\d))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = (
    r"(?!(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)(?:[01]\d|2[0-3])[0-5]\d"  # "0900-1115", no years
)
_BARE_RANGE = swift(
    rf"(?<![\w.,:/-])(?P<a>{_CLOCK}|{_HOUR}|{_COMPACT})(?:{_DASH}|{_LOST_DASH})(?P<b>{_CLOCK}|{_HOUR}|{_COMPACT})(?![\d/]|[.:-]\d)",
    re.I,
)
_HOURS = "ett två tre fyra fem sex sju åtta nio tio elva tolv".split()
_QUARTERS = {"kvart i": -15, "kvart över": 15, "halv": -30, "": 0}
_SPOKEN = swift(
    rf"\b(?:(?:klockan|kl\.?|vid|till|från)\s)?(?P<q>kvart\si|kvart\söver|halv)\s(?P<h>{'|'.join(_HOURS)})(?!\w)"
    rf"|\b(?:klockan|kl\.?|vid)\s(?P<h2>{'|'.join(_HOURS)})(?!\w)(?=\s?(?:[.,;)]|$|i\s|på\s|hos\s|och\s|till\s|den\s))",
    re.I,
)
_TILL = re.compile(r"\s(?:till|och\still)\s")
_EVENING = 7  # the last hour that is in the evening where nothing else is told
_BARE_CLOCK = swift(rf"(?<![\w.,:/–-])(?P<c>{_CLOCK})(?![\d/]|[.:-]\d|-)", re.I)


@frozen
class DateMention:
    """A date at [start, end) of the text it was found in. `weekday`: Monday is 0."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    compact: bool

    @property
    def value(self) -> date | None:
        """The date, where its year stands."""
        return None if self.year is None else date(self.year, self.month, self.day)

    def resolve(self, after: date | None) -> date | None:
        """The date; without a year the first such day after `after`."""
        if self.year is not None or after is None:
            return self.value
        for year in range(after.year, after.year + 9):
            if valid(year, self.month, self.day) and date(year, self.month, self.day) > after:
                return date(year, self.month, self.day)
        return None

    def resolve_before(self, before: date) -> date | None:
        """The date; without a year the last such day before `before`."""
        if self.year is not None:
            return self.value
        for year in range(before.year, before.year - 9, -1):
            if valid(year, self.month, self.day) and date(year, self.month, self.day) < before:
                return date(year, self.month, self.day)
        return None


@frozen
class TimeMention:
    """A clock time or range at [start, end) of the text it was found in."""

    start: int
    end: int
    begins: time
    ends: time | None


def valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_MISREAD = re.compile(
    rf"(?<![^\W\dOolI|])[\dOolI|]*\d[\dOolI|]*(?=\W|$)|(?<!\w)[OolI|]{{2}}(?=\s{_MONTH}\b)|(?<=\d[.:,-])[OolI]{{1,2}}(?!\w)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DIGITS = str.maketrans("OolI|", "00111")


_ALIKE = "OoLlIiİı"  # letters that stand for digits, in any case
_MIXED = re.compile(rf"[\d{_ALIKE}|](?:(?<=\d)(?:[{_ALIKE}|]|[.:,-][{_ALIKE}])|(?<=[{_ALIKE}|])\d)")
_LETTERS = re.compile(rf"[{_ALIKE}|][{_ALIKE}|](?<!\w..)\s")  # may be a day: "lO maj"


@lru_cache(maxsize=256)
def _with_digits(text: str) -> tuple[str, bool]:
    """`text` with letters that stand for digits put right: the same length. Whether it has any digit then."""
    digit = _DIGIT.search(text) is not None
    if not (_LETTERS.search(text) or (digit and _MIXED.search(text))):
        return text, digit
    text = _MISREAD.sub(lambda match: match.group().translate(_DIGITS), text)
    return text, _DIGIT.search(text) is not None


@lru_cache(maxsize=256)
def dates(text: str) -> tuple[DateMention, ...]:
    """Every date in `text`, in order. Neither impossible days ("2019-02-31") nor those
    that open a personal identity number ("20121212 1212") are dates."""
    found: list[DateMention] = []
    text, digit = _with_digits(text)
    if not (digit or _WORDED.search(text)):
        return ()
    for match in _DATE.finditer(text):
        groups = {key: value for key, value in match.groupdict().items() if value}
        kind = next(key[1] for key in groups if key[0] == "d" and key[1:].isdigit())
        month_text = groups[f"m{kind}"].lower()
        month = int(month_text) if month_text.isdigit() else _MONTHS[month_text[:3]]
        day = _day(groups[f"d{kind}"].lower(), month)
        short = groups.get(f"y{kind}s")
        year = (
            int(groups[f"y{kind}"])
            if f"y{kind}" in groups
            else 2000 + int(short)
            if short
            else None
        )
        if not valid(year or 2000, month, day):
            continue
        if kind in "26" and any(identity_numbers(text[match.start() : match.end() + _SERIAL])):
            continue
        weekday = groups.get("weekday")
        found.append(
            DateMention(
                match.start(),
                match.end() - match.group().endswith("."),  # the sentence's full stop
                year,
                month,
                day,
                _weekday(weekday) if weekday else None,
                compact=kind == "6",
            )
        )
    return tuple(found)


_NTH = ("första", "andra", "tredje", "fjärde", _LAST)
_NTH_WEEKDAY = re.compile(
    rf"(?:den\s)?(?P<nth>{'|'.join(_NTH)})\s(?P<weekday>mån|tis|ons|tors|fre|lör|sön)dagen\si\s(?P<month>{_MONTH})(?![a-zåäö])(?!\s\d)",
    re.IGNORECASE,
)


def nth_weekdays(text: str, after: date) -> Iterator[DateMention]:
    """Days told by their weekday, "första onsdagen i december": the first such one after `after`."""
    for match in _NTH_WEEKDAY.finditer(text) if "dagen i " in text else ():
        month, weekday = _MONTHS[match["month"][:3].lower()], _weekday(match["weekday"])
        for year in (after.year, after.year + 1):
            first = 1 + (weekday - date(year, month, 1).weekday()) % 7
            days = range(first, monthrange(year, month)[1] + 1, 7)
            nth = _NTH.index(match["nth"].lower())
            day = days[-1] if match["nth"].lower() == _LAST else days[nth]
            if date(year, month, day) > after:
                yield DateMention(*match.span(), year, month, day, weekday, compact=False)
                break


_IN_WEEKS = ("en", "två", "tre", "fyra", "fem", "sex")
_AHEAD = re.compile(
    r"\bnästa\s(?P<next>mån|tis|ons|tors|fre|lör|sön)dag(?!\w)"
    r"|\b(?:(?P<weekday>mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s)?"
    rf"(?:(?P<week>nästa\svecka)(?(weekday)|(?!))|om\s(?:(?P<weeks>{'|'.join(_IN_WEEKS)}|\d)\sveck(?:a|or)|(?P<days>14|fjorton)\sdagar))(?!\w)",
    re.IGNORECASE,
)


def days_ahead(text: str, after: date) -> Iterator[DateMention]:
    """Days counted from `after`: "nästa torsdag", "torsdag nästa vecka", "om två veckor", "tisdag om 14 dagar"."""
    for match in _AHEAD.finditer(text):
        named = match["next"] or match["weekday"]
        weekday = _weekday(named) if named else None
        if match["next"] and weekday is not None:
            day = after + timedelta(days=(weekday - after.weekday()) % 7 or 7)
        else:
            said = (match["weeks"] or "").lower()
            weeks = 1 if match["week"] else 2
            if said:
                weeks = int(said) if said.isdigit() else _IN_WEEKS.index(said) + 1
            day = after + timedelta(weeks=weeks)
            if weekday is not None:
                day += timedelta(days=weekday - day.weekday())
        yield DateMention(*match.span(), day.year, day.month, day.day, weekday, compact=False)


def _day(text: str, month: int) -> int:
    """The day of the month, in digits or as a word; the last of February is the 28th."""
    if text.isdigit():
        return int(text)
    if text == _LAST:
        return monthrange(_COMMON_YEAR, month)[1]
    return _ORDINALS.index(text.replace("förste", "första")) + 1


_WRITTEN_DAY = swift(
    rf"\d\d?(?::?[ae])?\s(?P<m>{_MONTH})(?![a-zåäö])\.?(?:\s(?P<y>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-[0-3]\d(?![\w/-])")


def impossible_dates(text: str) -> list[tuple[int, int]]:
    """Where `text` has days that no calendar has: "31 april", "29 februari 2019", "2019-02-30"."""
    found = []
    for match in (*_WRITTEN_DAY.finditer(text), *_ISO_DAY.finditer(text)):
        if re.match(r"[\w/.,:-]", text[match.start() - 1 : match.start()]):
            continue
        if match.re is _ISO_DAY:
            year, month, day = map(int, match.group().split("-"))
        else:
            day, month = int(re.findall(r"\d+", match.group())[0]), _MONTHS[match["m"][:3].lower()]
            year = int(match["y"] or 2000)
        if 1900 <= year < 2100 and not valid(year, month, day):
            found.append(match.span())
    return sorted(found)


def times(text: str, *, bare: bool = False) -> list[TimeMention]:
    """Every clock time in `text`, in order. `bare`: also "9-11" and "9.30", as after "Tid:"."""
    text, digit = _with_digits(text)
    if not digit:
        return [*_spoken(text)] if bare else []
    blocked = [(mention.start, mention.end) for mention in dates(text) if not mention.compact]
    found: list[TimeMention] = []
    patterns = (_TIME, _BARE_RANGE, _BARE_CLOCK) if bare else (_TIME,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in blocked):
                continue
            parts = match.groupdict()
            begins = clock(
                parts.get("a") or parts.get("c") or parts.get("e") or parts.get("f") or ""
            )
            last = parts.get("b") or parts.get("d") or parts.get("g")
            ends = clock(last) if last else None
            if ends is not None and parts.get("lost") is not None and not ends > (begins or ends):
                ends = None
            if begins is not None:
                found.append(_until(text, TimeMention(match.start(), match.end(), begins, ends)))
                blocked.append((match.start(), match.end()))
    if bare:
        taken = [(mention.start, mention.end) for mention in found]
        found += [
            mention
            for mention in _spoken(text)
            if not any(mention.start < end and start < mention.end for start, end in taken)
        ]
    return sorted(found, key=lambda mention: mention.start)


def _until(text: str, mention: TimeMention) -> TimeMention:
    """With its end where that stands in words: "kl 18.30 till kvart i nio"."""
    lead = _TILL.match(text, mention.end)
    last = next(_spoken(text[mention.end :]), None) if lead and mention.ends is None else None
    if last is None or last.start > 1:
        return mention
    ends = last.begins
    if ends <= mention.begins and ends.hour < 12:
        ends = ends.replace(hour=ends.hour + 12)
    return TimeMention(mention.start, mention.end + last.end, mention.begins, ends)


def _spoken(text: str) -> Iterator[TimeMention]:
    """Clock times in words."""
    for match in _SPOKEN.finditer(text):
        hour = _HOURS.index((match["h"] or match["h2"]).lower()) + 1
        quarter = " ".join((match["q"] or "").lower().split())
        minutes = (hour + 12 * (hour <= _EVENING)) * 60 + _QUARTERS[quarter]
        yield TimeMention(match.start(), match.end(), time(minutes // 60 % 24, minutes % 60), None)


def clock(text: str) -> time | None:
    """One clock time: "9", "09.00", "9:15", "1400". None where no clock shows it."""
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:
        digits = [digits[0][:2], digits[0][2:]]
    if not digits or len(digits) > 2:
        return None
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) == 2 else 0
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _weekday(word: str) -> int:
    start = word[:3].lower()
    return _WEEKDAYS.index(_AS_SWEDISH.get(start, start))


def weekday_name(weekday: int) -> str:
    """The Swedish name; Monday is 0."""
    return ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")[weekday]
