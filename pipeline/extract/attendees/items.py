"""Attendance that stands in an item: the first one tells who came, or one calls the roll.

Forms handled: "1. Öppnande" with "Närvarande: A, B och C" or "Vid mötet deltog A" in its body; "2. Upprop" and
"3. Närvaro" with the same ("Närvarande ledamöter: A och B. Övriga närvarande: C. Anmält förhinder: D."), or with the persons one a
line ("- Polisen: A; B").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from models.evidence import Span
from models.meeting import Status
from models.segmented import MeetingPart, SectionPart
from models.view import View, view_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.presence import here, spoken
from pipeline.vocabulary import says

Row = tuple[View, ...]

_OPENING = 5  # items, of which one may call the roll
_FEWEST = 3  # names of a roll
_MOST = 0.6  # of its lines
_BULLET = re.compile(r"\s*[-–•·▪*\uf0b7\uf0a7]\s+")
_CELL = re.compile(r"[^\t]*\S[^\t]*")


def told_in_items(meeting: MeetingPart) -> Iterator[tuple[Status, list[Row]]]:
    """Runs of names with their status, beside a word for this meeting in the first item or the roll call."""
    for index, section in enumerate(meeting.sections[:_OPENING]):
        if index == 0 or _calls_roll(section):
            rows = _physical(meeting, section)
            told = dropwhile(lambda row: not here(row[0].text), rows)
            said = list(spoken(meeting.text, list(told)))
            yield from said
            if not said and _calls_roll(section) and _is_list(rows):
                yield "present", rows


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether most lines are persons, with no sentence among them."""
    named = [sum(piece.kind == "name" for piece in pieces(row[0], single=False)) for row in rows]
    return sum(named) >= _FEWEST and sum(map(bool, named)) > _MOST * len(rows)


def _calls_roll(section: SectionPart) -> bool:
    return section.title is not None and says("attendance", section.title.text, "roll")


def _physical(meeting: MeetingPart, section: SectionPart) -> list[Row]:
    """An item's body line by line, cut at tabs."""
    text, rows = meeting.text, list[Row]()
    for line in re.finditer(r"[^\n\f]*\S[^\n\f]*", text[section.start : section.end]):
        at = section.start + line.start()
        bullet = _BULLET.match(line.group())
        cells = _CELL.finditer(line.group(), bullet.end() if bullet else 0)
        rows.append(tuple(view_of(text, [Span(at + c.start(), at + c.end())]) for c in cells))
    return rows
