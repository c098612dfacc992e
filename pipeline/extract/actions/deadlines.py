"""When a task is due: a date where one follows from the words, else the words.

Forms handled: "senast den 15 januari", "25 okt", "torsdag 14 maj", "till nästa möte", "till mötet i
december" (both through the next meeting's date), "v. 12", "före jul", "under hösten", "snarast".
A date without a year is the first such day after the meeting; a day before it is no deadline.
"""

import re
from dataclasses import dataclass
from datetime import date

from models.meeting import NextMeeting
from pipeline.dates import dates
from pipeline.vocabulary import possible

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")  # fmt: skip
_NO_DEADLINE = re.compile(
    r"(?:från\s(?:den|mötet)?|\bhölls|\bsedan|fr\.?o\.?m\.?|t\.?o\.?m\.?|till\soch\smed|protokoll\w*\s(?:från\s)?(?:den)?|möte[t]?\s(?:den)?|daterad|sammanträde[t]?\s(?:den)?)\s*$",
    re.I,
)


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
        if _NO_DEADLINE.search(text[: mention.start]):
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
        if match is None:
            continue
        words = match.group().strip()
        if rule.data.get("next_meeting"):
            return Deadline(match.start(), match.end(), after, None if after else words, rule.id)
        if rule.data.get("meeting_in"):
            month = _MONTHS.index((match["month"] or match["month2"]).lower()) + 1
            known = after if after is not None and after.month == month else None
            return Deadline(match.start(), match.end(), known, None if known else words, rule.id)
        return Deadline(match.start(), match.end(), None, words, rule.id)
    return None
