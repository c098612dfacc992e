"""When a task is due: a date where one follows from the words, else the words.

Forms handled: "senast den 15 januari", "25 okt", "torsdag 14 maj", "på fredag", "i morgon", "i kväll"; "till nästa
möte", "till nästa gång", "till mötet i december", "två veckor före nästa möte" (through the next meeting's
date); "v. 12", "före jul", "under hösten", "snarast", "så fort datumet är klart", "innan terminen är slut".
A date without a year is the first such day after the meeting; a day before it is no deadline, nor is one
before which something is not done, or until which it is done every day.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from models.meeting import NextMeeting
from pipeline.dates import dates, weekday_name
from pipeline.vocabulary import Rule, possible

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")  # fmt: skip
_NUMBERS = {"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "tio": 10, "fjorton": 14}
_SEASONS = {"vår": (2, 6), "sommar": (6, 8), "höst": (8, 12), "vinter": (12, 2)}  # months
_WEEKDAYS = tuple(weekday_name(number) for number in range(7))
_NO_DEADLINE = re.compile(
    r"(?:från\s(?:den|mötet)?|\bhölls|\bsedan|fr\.?o\.?m\.?|t\.?o\.?m\.?|till\soch\smed|protokoll\w*\s(?:från\s)?(?:den)?|(?<!till\s)(?<!inför\s)(?<!före\s)(?<!innan\s)\bmöte[t]?\s(?:den)?|daterad|sammanträde[t]?\s(?:den)?)\s*$",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"\b(?:inte|ej|aldrig)\s(?:(?!senast\b)\w+\s){0,4}(?:(?:före|innan)\s(?:den\s)?)?$|\btidigast\s(?:den\s|i\s)?$",
    re.I,
)  # "hinner inte före den 20 mars"
_UNTIL = re.compile(r"\b(?:varje|dagligen|löpande)\b", re.I)  # "varje kväll till sportlovet"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline at [start, end) of the text; exactly one of `due` and `words` is set."""

    start: int
    end: int
    due: date | None
    words: str | None
    rule: str


def deadline(
    text: str, held: date | None, following: NextMeeting | None, *, cell: bool = False
) -> Deadline | None:
    """The deadline that `text` sets. `cell`: the text is a table's cell for it alone."""
    for mention in dates(text):
        before = text[: mention.start]
        if _NO_DEADLINE.search(before) or _NOT_BEFORE.search(before):
            continue
        day = mention.resolve(held)
        if day is not None and (held is None or day > held):
            return Deadline(mention.start, mention.end, day, None, "due.date")
        if day is None and held is None:
            return Deadline(
                mention.start, mention.end, None, text[mention.start : mention.end], "due.date"
            )
    after = following.meeting_date if following is not None else None
    for rule in possible("deadlines", text):
        if rule.data.get("cell") and not cell:
            continue
        match = rule.regex.search(text)
        if match is None or _is_none(text, match):
            continue
        day = _reckoned(rule, match, held, after)
        words = None if day else match.group().strip()
        return Deadline(match.start(), match.end(), day, words, rule.id)
    return None


def _is_none(text: str, match: re.Match[str]) -> bool:
    """Whether words of time tell how long something is done, or when it is not."""
    before, words = text[: match.start()], match.group().lower()
    if words.startswith(
        ("före", "innan", "i kväll", "i eftermiddag", "samma")
    ) and _NOT_BEFORE.search(before):
        return True
    return words.startswith("till ") and _UNTIL.search(before) is not None


def _reckoned(
    rule: Rule, match: re.Match[str], held: date | None, after: date | None
) -> date | None:
    """The day that the words mean, from the day of this meeting and that of the next one."""
    match rule.data.get("day"):
        case "next_meeting":
            return after
        case "before_next_meeting" if after is not None:
            number = match["number"].lower()
            days = _NUMBERS.get(number) or int(number)
            return after - timedelta(days * (7 if match["unit"].lower().startswith("v") else 1))
        case "meeting_in" if after is not None:
            month = _MONTHS.index((match["month"] or match["month2"]).lower()) + 1
            return after if after.month == month else None
        case "season_meeting" if after is not None:
            season = match["season"].lower()
            first, last = next(span for name, span in _SEASONS.items() if season.startswith(name))
            return after if (after.month - first) % 12 <= (last - first) % 12 else None
        case "weekday" if held is not None:
            ahead = (_WEEKDAYS.index(match["weekday"].lower()) - held.weekday() - 1) % 7 + 1
            return held + timedelta(ahead)
        case "tomorrow" if held is not None:
            return held + timedelta(1)
        case "today":
            return held
    return None
