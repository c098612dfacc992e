"""The day of a meeting that a letter tells of: "i onsdags", counted back from the day it was sent."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from models.view import View
from pipeline.dates import dates
from pipeline.extract.head.lines import Reading

_SENT = re.compile(r"(?:Skicka[dt]|Datum|Sent|Date|Mottaget):\s")
_AGO = re.compile(
    r"\b(?:i\s)?(?P<weekday>mån|tis|ons|tors|fre|lör|sön)dag(?:s\b|ens\s(?=\w*(?:möte|träff|samling|samråd)))|\b(?P<yesterday>i\s?går|gårdagens)\b|\b(?P<before>i\s?förrgår)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"möte|träff|samling|samråd|anteckning|protokoll|sågs|satt\b|\bses\b", re.I)
_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_OPENING = 3  # paragraphs' first sentences that may say when it was


def day_told(reading: Reading) -> date | None:
    """The day that a letter counts back to, where its head says when it was sent."""
    sent = _sent(reading)
    for view in _views(reading) if sent is not None else ():
        ago = _AGO.search(view.text)
        if sent is None or ago is None or not _MEETING.search(view.text):
            continue
        day = _counted(sent, ago)
        reading.prove("meeting_date", view, *ago.span(), "date.letter", 0.7)
        reading.doubt(
            "year_inferred",
            f"Mötesdagen är räknad från brevets dag, {sent.isoformat()}.",
            view.span(*ago.span()),
        )
        return day
    return None


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
    if ago["weekday"] is None:
        return sent - timedelta(days=1 if ago["yesterday"] else 2)
    back = (sent.weekday() - _WEEKDAYS.index(ago["weekday"].lower())) % 7
    return sent - timedelta(days=back or 7)
