"""What the letterhead tells of somebody who was there, and the list does not.

Forms handled: "Värd: Bo Ek, utredare, kommunen"; in a template that names its author, "Bo Ek" over "Utredare", also
where author and date stand on each other's lines. Who is named as the author ("Upprättad av: Bo Ek") of minutes that name no
secretary kept them, where they were there.
"""

from itertools import pairwise

from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.person import Person
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.pieces import pieces

_AUTHOR = "label.author"
_SECRETARY = "function.secretary"
_ROWS = 2  # under a label of the letterhead
_FIELDS = {"ignored", "plain_date", "date"}  # labels that hosts and authors stand under


def add_letterhead(persons: Persons, meeting: MeetingPart) -> None:
    """Read the work that hosts and authors are told to have into `persons`; nobody new comes of it."""
    for block in meeting.blocks:
        rows = [[cell for cell in row if cell.text] for row in block.rows[:_ROWS]]
        if block.field not in _FIELDS or not rows or not rows[0]:
            continue
        if block.field == "ignored":
            _described(persons, rows[0])
        for upper, lower in pairwise(rows):
            if len(upper) == 1 and lower and len(pieces(lower[0], single=False)) == 1:
                _described(persons, [upper[0], lower[0]])


def add_author(persons: Persons, meeting: MeetingPart) -> None:
    """Give the author of minutes without a secretary that function in `persons`, where they were there."""
    if any(person.function == "secretary" for person in persons.all):
        return
    blocks = [block for block in meeting.blocks if block.rule == _AUTHOR]
    for cell in (cell for block in blocks for row in block.rows[:_ROWS] for cell in row):
        found = pieces(cell, single=False) if cell.text else []
        person = _known(persons, found[0].view.text) if found else None
        if person is not None and person.status == "present":
            persons.give_function(person, "secretary", found[0].view, _SECRETARY)
            return


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
