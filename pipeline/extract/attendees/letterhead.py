"""What the letterhead tells of somebody who was there, and the list does not.

Forms handled: "Värd: Bo Ek, utredare, kommunen"; in a template that names its author, "Bo Ek" over "Utredare", also
where author and date stand on each other's lines.
"""

from itertools import pairwise

from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.persons import Person, Persons
from pipeline.extract.attendees.pieces import pieces

_FIELDS = {"ignored", "plain_date", "date"}  # labels that hosts and authors stand under


def add_letterhead(persons: Persons, meeting: MeetingPart) -> None:
    """Read the work that hosts and authors are told to have into `persons`; nobody new comes of it."""
    for block in meeting.blocks:
        rows = [[cell for cell in row if cell.text] for row in block.rows[:2]]
        if block.field not in _FIELDS or not rows or not rows[0]:
            continue
        if block.field == "ignored":
            _described(persons, rows[0])
        for upper, lower in pairwise(rows):
            if len(upper) == 1 and lower and len(pieces(lower[0], single=False)) == 1:
                _described(persons, [upper[0], lower[0]])


def _described(persons: Persons, cells: list[View]) -> None:
    found = [piece for cell in cells for piece in pieces(cell, single=False)]
    person = _known(persons, found[0].view.text) if found and found[0].kind == "name" else None
    if person is None:
        return
    placed = person.placed
    for piece in found[1:]:
        if (piece.kind == "role" and not person.role) or (
            piece.kind == "organisation" and not placed
        ):
            persons.add(person, piece)


def _known(persons: Persons, name: str) -> Person | None:
    named = persons.named(name) if " " in name else []
    return named[0] if len(named) == 1 else None
