"""The day of the meeting, never that of print, adjustment or posting.

Of a meeting over several days it is the first one ("den 29-30 mars 2003").
Forms handled: labels ("Sammanträdesdag: 2019-02-22", "Plats och tid ... den 22 februari"); title
lines; bare lines; a formal head with three to five dates; a date without a year; page heads that
alone carry the date; the first sentences of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.frozen import frozen
from models.view import View
from pipeline.dates import DateMention, dates, valid, weekday_name
from pipeline.extract.head.letter import day_told
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading
from pipeline.extract.head.year import year_of
from pipeline.vocabulary import pattern, rules, says

_BY_LABEL = {
    "date": 10.0,
    "time": 9.0,
    "place_time": 9.0,
    "plain_date": 5.5,
    "place": 3.0,
    "council": 6.0,
}
_OTHER = 0.5  # a day of print, adjustment or posting
_OTHER_AT_MOST = 1.0  # the most that such a day weighs, with its weekday
_STANDING = 4.6  # a line of the first head that all pages carry: little more than those pages' own
_TITLE = 8.0  # a line that names the document or the council
_CERTAIN = 6.4  # the weight from which two different dates contradict each other
_TITLE_MONTH = re.compile(
    r"(?<!\d )(?<!\d)\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+20\d\d\b",
    re.IGNORECASE,
)
_MEETS = re.compile(r"\b(?:möte|sammanträd|träffades|samlades|möttes)|möte[t]?\b", re.IGNORECASE)
_PRINTED = re.compile(r"Datum\b", re.IGNORECASE)  # a letterhead's own: most often of the writing
_GOES_ON = re.compile(
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s)?(?:den\s)?\d{1,2}(?:[:.]?[ae])?\s?[a-zåäö]{3,}",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(r"(?:dag(?:en)?|\bden|,)$", re.IGNORECASE)
_PAGE_OF = re.compile(
    r"(?:sid(?:a|an|nr)?\.?|blad)\s?\d{1,2}\s?/\s?\d{1,2}|1\s?/\s?[1-9]", re.IGNORECASE
)  # "1/1", "Sida 1/3" in a letterhead
_FIRST_DAY = re.compile(
    r"(?<![\d/.,:§-])(?<!kl\s)(?<!kl\.\s)(?<!§\s)(?<!nr\s)(?P<day>[0-3]?\d)\s?(?:[-–—]|och|&|till)\s?(?:\w+dag\s)?$"
)  # "29-" before "30 mars 2003", "lördag 29 och söndag"
_LONGEST = 7  # days of a meeting
_NEAR = 2  # days between a day and the one that was meant
_OPENING = 4  # sentences of the text that may say when the meeting was held


@frozen
class _Stated:
    """A date that the head states, and how much its place speaks for it."""

    weight: float
    view: View
    mention: DateMention
    rule: str
    furniture: bool


def meeting_date(reading: Reading, earlier: date | None = None) -> date | None:
    """The best stated date; another one of like weight makes an issue.

    earlier: the day of the meeting before this one in the same file, from which a missing year is counted.
    """
    stated = _stated(reading)
    whole = [each for each in stated if each.mention.value is not None]
    partial = [each for each in stated if each.mention.value is None]
    surest = max((each.weight for each in whole), default=0.0)
    days = {(each.mention.month, each.mention.day) for each in whole}
    if partial:
        best = max(partial, key=lambda each: each.weight)
        again = (best.mention.month, best.mention.day) in days
        if (
            best.weight > surest + 1
            and not again
            and (day := _without_year(reading, best, earlier, whole))
        ):
            return day
    if surest <= _OTHER_AT_MOST and (day := day_told(reading)):
        return day
    return _chosen(reading, whole) if whole else _in_text(reading)


def _stated(reading: Reading) -> list[_Stated]:
    found: list[_Stated] = []
    standing = {line.text for line in reading.lines if line.furniture}
    before: HeadLine | None = None
    for line in (*reading.lines, *_told(reading)):
        weight = _weight(line)
        if before is not None and _goes_on(before, line):
            weight = max(weight, _weight(before))
        before = line
        if line.field is None and weight < _TITLE and line.text in standing:
            weight = min(weight, _STANDING)
        mentions = dates(line.text) if weight > 0 else ()
        for at, mention in enumerate(mentions):
            low_down = line.position > 3 and weight < _TITLE
            if mention.compact and line.field is None and low_down:
                continue
            mention = _first_day(line.text, mention)
            score = min(weight, _OTHER) if _is_other_day(line, mentions, at) else weight
            score += 0.5 * (mention.weekday is not None) - 0.01 * len(found)
            rule = line.rule or "date.title"
            found.append(_Stated(score, line.view, mention, rule, line.furniture))
    return found


def _first_day(text: str, mention: DateMention) -> DateMention:
    """The first day of several on which the body met."""
    first = _FIRST_DAY.search(text[: mention.start])
    day = int(first["day"]) if first is not None else 0
    if first is None or not 0 < mention.day - day < _LONGEST:
        return mention
    return replace(mention, start=first.start(), day=day, weekday=None)


def _told(reading: Reading) -> Iterator[HeadLine]:
    """Text over several lines that speaks of this meeting or is its title, which may state its day."""
    single = {line.text for line in reading.lines}
    for line in reading.prose:
        if line.text not in single and (
            pattern("head_days", "this").search(line.text) or _weight(line) == _TITLE
        ):
            yield line


def _is_other_day(line: HeadLine, mentions: tuple[DateMention, ...], at: int) -> bool:
    """Whether words before a date make it one of print or posting; round it, where it is alone.

    In a notice of posting the columns beside the body's name hold such days, too.
    """
    if line.field not in {None, "council"}:
        return False
    if len(mentions) == 1:
        return bool(
            _PAGE_OF.fullmatch(line.text) or pattern("head_days", "other").search(line.text)
        )
    start = mentions[at - 1].end if at else 0
    return pattern("head_days", "other").search(line.text, start, mentions[at].start) is not None


def _weight(line: HeadLine) -> float:
    if line.field in _BY_LABEL:
        return _BY_LABEL[line.field]
    if line.furniture:
        return 4.5 if re.search(r"sammanträd|mötes", line.text, re.IGNORECASE) else 3.0
    if line.field is not None or line.position >= TITLE_LINES:
        return 0.0
    if any(says(name, line.text) for name in ("titles", "councils", "summons")):
        return _TITLE
    if _PRINTED.match(line.text):
        return _BY_LABEL["plain_date"]
    return 6.5 if line.position < 6 else 4.0


def _goes_on(before: HeadLine, line: HeadLine) -> bool:
    """Whether a title is broken before its date: "Anteckningar från Brå onsdagen", "den 3 maj"."""
    if before.field is not None or line.field is not None or line.furniture:
        return False
    if not _GOES_ON.match(line.text):
        return False
    broken = _BROKEN_OFF.search(before.text) is not None
    return broken or says("titles", before.text) or says("summons", before.text)


def _chosen(reading: Reading, whole: list[_Stated]) -> date | None:
    best = max(whole, key=lambda each: each.weight)
    said = best
    best = _of_the_weekday(said.mention.value, said.mention.weekday, whole) or said
    day = best.mention.value
    if day is None:
        return None
    reading.prove("meeting_date", best.view, best.mention.start, best.mention.end, best.rule)
    _check_weekday(reading, said.mention.value or day, said.mention, said.view)
    for each in {each.mention.value: each for each in whole}.values():
        other = each.mention.value
        if (
            other is not None
            and other != day
            and each.weight >= _CERTAIN
            and not each.furniture
            and not (other < day and _dates_a_letter(reading, each))
        ):
            reading.doubt(
                "date_mismatch",
                f"Två datum för mötet: {day.isoformat()} och {other.isoformat()}.",
                each.view.span(each.mention.start, each.mention.end),
            )
    _check_month(reading, day)
    return day


def _of_the_weekday(
    day: date | None, weekday: int | None, whole: Sequence[_Stated]
) -> _Stated | None:
    """Another day that the head states, near `day` and of the weekday that stands beside that one ("tisdag 20 maj", "19 maj")."""
    if day is None or weekday is None or weekday == day.weekday():
        return None
    for each in whole:
        other = each.mention.value
        near = other is not None and abs((other - day).days) <= _NEAR
        if other is not None and near and other.weekday() == weekday and each.weight >= _STANDING:
            return each
    return None


def _dates_a_letter(reading: Reading, stated: _Stated) -> bool:
    """Whether a date alone on its line is the day on which a summons was sent."""
    titles = rules("titles")
    alone = stated.mention.end - stated.mention.start >= len(stated.view.text) - 1
    return alone and any(
        says("summons", line.text, "calls")
        or any(rule.data["kind"] == "kallelse" and rule.regex.search(line.text) for rule in titles)
        for line in reading.titles
    )


def _without_year(
    reading: Reading, best: _Stated, earlier: date | None, whole: Sequence[_Stated]
) -> date | None:
    """A date without a year: the year comes from elsewhere in the head, and says so."""
    mention = best.mention
    year, place = year_of(reading, mention)
    if year is None and (after := mention.resolve(earlier)) is not None:
        year, place = after.year, "föregående möte i samma fil"
    if year is None or not valid(year, mention.month, mention.day):
        return None
    day = date(year, mention.month, mention.day)
    if (meant := _of_the_weekday(day, mention.weekday, whole)) is not None:
        _check_weekday(reading, day, mention, best.view)
        return _chosen(reading, [meant])
    reading.prove("meeting_date", best.view, mention.start, mention.end, best.rule, 0.8)
    reading.doubt(
        "year_inferred",
        f"Mötesdatumet saknar år; {year} är hämtat från {place}.",
        best.view.span(mention.start, mention.end),
    )
    _check_weekday(reading, day, mention, best.view)
    return day


def _in_text(reading: Reading) -> date | None:
    """The first sentences may say when the meeting was held."""
    for index, sentence in enumerate(reading.sentences()):
        if index >= _OPENING:
            break
        if not _MEETS.search(sentence.text):
            continue
        if pattern("head_days", "other_meeting").search(sentence.text):
            continue
        for mention in dates(sentence.text):
            view = sentence.view
            if mention.value is None:
                told = _Stated(1.0, view, mention, "date.text", furniture=False)
                return _without_year(reading, told, None, ())
            if (day := mention.value) is not None:
                reading.prove("meeting_date", view, mention.start, mention.end, "date.text", 0.7)
                _check_weekday(reading, day, mention, view)
                return day
    return None


def _check_weekday(reading: Reading, day: date, mention: DateMention, view: View) -> None:
    if mention.weekday is not None and mention.weekday != day.weekday():
        reading.doubt(
            "weekday_mismatch",
            f"{day.isoformat()} är en {weekday_name(day.weekday())}, men det står {weekday_name(mention.weekday)}.",
            view.span(mention.start, mention.end),
        )


def _check_month(reading: Reading, day: date) -> None:
    """A title that names another month than the date ("Anteckningar mars 2018")."""
    for line in reading.titles:
        match = _TITLE_MONTH.search(line.text)
        if match is None or re.search(r"\d\.?\s*$", line.text[: match.start()]):
            continue
        mention = dates(f"1 {match.group()}")
        if mention and (mention[0].month, mention[0].year) != (day.month, day.year):
            reading.doubt(
                "month_mismatch",
                f"Rubriken säger {match.group()}, datumet är {day.isoformat()}.",
                line.view.span(*match.span()),
            )
