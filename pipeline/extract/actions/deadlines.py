"""When a task is due: a date where one follows from the words, else the words.

Forms handled: "senast den 15 januari", "25 okt", "torsdag 14 maj", "senast sista maj", "på fredag", "fredag nästa vecka", "i morgon",
"i kväll", "till nyårsafton", "inom två veckor"; "till nästa möte", "till nästa gång", "till mötet i december", "lägger fram den i maj",
"två veckor före nästa möte" (through the next meeting's date); "till dess" (the time told before it, else the
next meeting); "v. 12", "under hösten", "snarast", "någon lördag i maj"; and what is to happen first: "före jul",
"innan lövsprickningen", "i veckan före loppet", "till adventskaffet", "så fort datumet är klart",
"innan terminen är slut", "när
tjälen gått ur", "efter avslutad kurs", "från november" (a month to come). A date without a year is the first such day after the meeting; a
day before it is no deadline, nor is one before which something is not done, or until which it lasts or is done every
day.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from models.frozen import frozen
from pipeline.dates import DateMention, dates, weekday_name
from pipeline.vocabulary import Rule, pattern, possible

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")  # fmt: skip
_NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "tio": 10, "fjorton": 14}  # fmt: skip
_SEASONS = {"vår": (2, 6), "sommar": (6, 8), "höst": (8, 12), "vinter": (12, 2)}  # months
_NAMED_DAYS = {"nyårsafton": (12, 31), "nyårsdagen": (1, 1), "trettondagen": (1, 6), "alla hjärtans dag": (2, 14), "valborgsmässoafton": (4, 30), "nationaldagen": (6, 6), "luciadagen": (12, 13), "julafton": (12, 24), "juldagen": (12, 25), "annandag jul": (12, 26)}  # fmt: skip
_WEEKDAYS = tuple(weekday_name(number) for number in range(7))
_WEEKLY = re.compile(r"\bpå\s\w+dagar\b", re.I)  # "på måndagar till höstlovet"
_YEAR = re.compile(r"\b20\d\d$")
_BEFORE_WORDS = re.compile(
    r"\b(?:gärna|helst)\sredan\s$|\bi\s(?:början|slutet|mitten)\sav\s$", re.I
)  # "gärna redan i veckan", "i början av nästa år"
_AHEAD = 7  # months from now in which a month is rather the coming one than the last one
_CALLED_BEFORE = timedelta(60)  # how long before its meeting a summons may set a date


@frozen
class Days:
    """The days that deadlines count from: of this meeting and of the next one.

    `told`: the day that was told of right before. `worded`: a time was, in words that give no day.
    `called`: the meeting is still to come.
    """

    held: date | None = None
    following: date | None = None
    told: date | None = None
    called: bool = False
    worded: bool = False


@frozen
class Deadline:
    """A deadline at [start, end) of the text; exactly one of `due` and `words` is set."""

    start: int
    end: int
    due: date | None
    words: str | None
    rule: str


def deadline(text: str, days: Days, *, cell: bool = False) -> Deadline | None:
    """The deadline that `text` sets. `cell`: the text is a table's cell for it alone."""
    held = days.held
    for mention in dates(text):
        before = text[: mention.start]
        if _is_told_otherwise(before):
            continue
        day = _day(mention, days)
        if day is not None and (held is None or day > held or days.called):
            return Deadline(mention.start, mention.end, day, None, "due.date")
        if day is None and held is None:
            return Deadline(
                mention.start, mention.end, None, text[mention.start : mention.end], "due.date"
            )
    for rule in possible("deadlines", text):
        if (rule.data.get("cell") and not cell) or (rule.data.get("called") and not days.called):
            continue
        match = rule.regex.search(text)
        if match is None or _is_none(rule, text, match) or _is_past(rule, match, held):
            continue
        day = _reckoned(rule, match, days)
        if day is None and rule.data.get("day") == "told":
            continue
        start, end = match.span("words" if match.groupdict().get("words") else 0)
        if day is None and (lead := _BEFORE_WORDS.search(text, 0, start)):
            start = lead.start()
        words = None if day else text[start:end].strip()
        return Deadline(start, end, day, words, rule.id)
    return None


def _is_told_otherwise(before: str) -> bool:
    """Whether the words before a day say that nothing is due then: a meeting's day, how long something lasts."""
    kinds = ("not_before", "lasts")
    if any(pattern("not_deadlines", kind).search(before) for kind in kinds):
        return True
    past = pattern("not_deadlines", "of_the_past").search(before)
    return past is not None and not pattern("not_deadlines", "at_meeting").search(before)


def _is_none(rule: Rule, text: str, match: re.Match[str]) -> bool:
    """Whether words of time tell how long something is done, or when it is not."""
    before, words = text[: match.start()], match.group().lower()
    if words.startswith("till ") and pattern("not_deadlines", "lasts").search(f"{before}till "):
        return True
    if words.startswith(("före", "innan", "i kväll", "i eftermiddag", "samma")) and pattern(
        "not_deadlines", "not_before"
    ).search(before):
        return True
    if words.startswith(("inom ", "samma ")) and pattern("not_deadlines", "standing").search(text):
        return True
    if words.startswith(("under ", "i ")) and pattern("not_deadlines", "prioritised").search(text):
        return True
    if rule.data.get("invites") and pattern("not_deadlines", "invited").search(before):
        return True
    until = "until" in rule.data and words.startswith(("till ", "före ", "innan "))
    return until and bool(
        pattern("not_deadlines", "until").search(before)
        or (words.startswith("till ") and _WEEKLY.search(before))
    )


def _is_past(rule: Rule, match: re.Match[str], held: date | None) -> bool:
    """Whether the words end in a year before the meeting's, or a month in them is rather the last one."""
    if rule.data.get("ahead") and held is not None:
        return not 0 < (_month(match) - held.month) % 12 <= _AHEAD
    year = _YEAR.search(match.group())
    return year is not None and held is not None and int(year.group()) < held.year


def _day(mention: DateMention, days: Days) -> date | None:
    """The day of a date; one without a year in a summons may come shortly before the meeting."""
    if days.called and days.held is not None:
        before = mention.resolve_before(days.held + timedelta(1))
        if before is not None and days.held - before < _CALLED_BEFORE:
            return before
    return mention.resolve(days.held)


def _reckoned(rule: Rule, match: re.Match[str], days: Days) -> date | None:
    """The day that the words mean."""
    held, after = days.held, days.following
    match rule.data.get("day"):
        case "next_meeting":
            return after
        case "then":
            return days.told or (None if days.worded else after)
        case "told":
            return days.told
        case "before_next_meeting" if after is not None:
            return after - _span(match)
        case "within" if held is not None:
            return held + _span(match)
        case "meeting_in" if after is not None:
            return after if after.month == _month(match) else None
        case "end_of_month" if held is not None:
            year, month = _coming(_month(match), held)
            return date(year, month, monthrange(year, month)[1])
        case "start_of_month" if held is not None:
            year, month = _coming(_month(match), held, day=1)
            return date(year, month, 1)
        case "season_meeting" if after is not None:
            season = match["season"].lower()
            first, last = next(span for name, span in _SEASONS.items() if season.startswith(name))
            return after if (after.month - first) % 12 <= (last - first) % 12 else None
        case "weekday" if held is not None:
            weekday = _WEEKDAYS.index(match["weekday"].lower())
            if match["later"]:
                return held + timedelta(7 - held.weekday() + weekday)
            return held + timedelta((weekday - held.weekday() - 1) % 7 + 1)
        case "tomorrow" if held is not None:
            return held + timedelta(1)
        case "after_tomorrow" if held is not None:
            return held + timedelta(2)
        case "named" if held is not None:
            month, day = _NAMED_DAYS[" ".join(match["feast"].lower().split())]
            return date(held.year + ((month, day) <= (held.month, held.day)), month, day)
        case "today" | "this_meeting":
            return held
    return None


def _span(match: re.Match[str]) -> timedelta:
    """How long the groups `number` and `unit` are together."""
    number = match["number"].lower()
    days = _NUMBERS.get(number) or int(number)
    return timedelta(days * (7 if match["unit"].lower().startswith("v") else 1))


def _month(match: re.Match[str]) -> int:
    """The number of the month that a group tells, 1 to 12."""
    told = match.groupdict()
    named = (told[name] for name in ("month", "month2", "month3") if told.get(name))
    return _MONTHS.index(next(named).lower()) + 1


def _coming(month: int, held: date, day: int = 31) -> tuple[int, int]:
    """Year and month of the first `month` whose `day` comes after the meeting."""
    return held.year + ((month, day) <= (held.month, held.day)), month
