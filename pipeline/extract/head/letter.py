"""The day of a meeting that a letter or a page of news tells of, counted back from the day it was sent or put there.

Forms handled: "i onsdags", "förra torsdagen", "i går"; a day without its year ("På onsdagens möte (25/9)", "Den 3 maj träffades vi").
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from models.view import View
from pipeline.dates import dates
from pipeline.extract.head.lines import Reading
from pipeline.vocabulary import pattern

_SENT = re.compile(
    r"(?:Skicka[dt]|Datum|Sent|Date|Mottaget):\s|(?:Publicera[dt]|Upplag[dt]|Postat|Inlagt)(?:\s(?:av|den)\b|:|\s(?=\d))"
)
_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_WEEKDAY = "|".join(_WEEKDAYS)
_AGO = re.compile(
    rf"\b(?:i\s)?(?P<weekday>{_WEEKDAY})dag(?:s\b|ens\s(?=\w*(?:möte|träff|samling|samråd)))|\bförra\s(?P<last>{_WEEKDAY})dagen\b|\b(?P<yesterday>i\s?går|gårdagens)\b|\b(?P<before>i\s?förrgår)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"möte|träff|samling|samråd|anteckning|protokoll|sågs|satt\b|\bses\b", re.I)
_LONGEST_AGO = 60  # days from the meeting to when it was told of
_OPENING = 3  # paragraphs' first sentences that may say when it was


def day_told(reading: Reading) -> date | None:
    """The day that a letter counts back to, where its head says when it was sent."""
    sent = _sent(reading)
    for view in _views(reading) if sent is not None else ():
        if sent is None or not _MEETING.search(view.text):
            continue
        if (told := _named(sent, view.text) or _ago(sent, view.text)) is None:
            continue
        day, start, end = told
        reading.prove("meeting_date", view, start, end, "date.letter", 0.7)
        reading.doubt(
            "year_inferred",
            f"Mötesdagen är räknad från den dag då det skrevs, {sent.isoformat()}.",
            view.span(start, end),
        )
        return day
    return None


def _named(sent: date, text: str) -> tuple[date, int, int] | None:
    """A day without its year that lies not long before `sent`."""
    if pattern("head_days", "other_meeting").search(text):
        return None
    for mention in dates(text):
        day = mention.resolve_before(sent + timedelta(days=1)) if mention.year is None else None
        if day is not None and (sent - day).days <= _LONGEST_AGO:
            return day, mention.start, mention.end
    return None


def _ago(sent: date, text: str) -> tuple[date, int, int] | None:
    ago = _AGO.search(text)
    return (_counted(sent, ago), *ago.span()) if ago is not None else None


def _sent(reading: Reading) -> date | None:
    for line in reading.lines:
        stated = dates(line.text) if _SENT.match(line.text) else ()
        if stated and stated[0].value is not None:
            return stated[0].value
    return None


def _views(reading: Reading) -> Iterator[View]:
    yield from (line.view for line in reading.prose)
    for _, sentence in zip(range(_OPENING), reading.sentences(), strict=False):
        yield sentence.view


def _counted(sent: date, ago: re.Match[str]) -> date:
    weekday = ago["weekday"] or ago["last"]
    if weekday is None:
        return sent - timedelta(days=1 if ago["yesterday"] else 2)
    back = (sent.weekday() - _WEEKDAYS.index(weekday.lower())) % 7
    return sent - timedelta(days=back or 7)
