"""The persons of a meeting: its attendance part, then its signatures and running text.

Forms handled: one person a line ("Name, role", "Name, organisation", "Name (S)", "Name KS",
"Name - role", "Role Name"), columns (name | role | organisation | X), presence tables with or
without a head row, all names and then all roles, comma run-on sentences ("A, B och C") also wrapped
over lines, two persons of one company, first names alone, surname first; notes on the person
("ej närvarande", "t.o.m. punkt 4", "tjg ers för X", "Vakant"); functions from own lines, suffixes,
signatures and running text.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from models.issue import Issue
from models.meeting import Attendee, Function, Status
from models.segmented import Block, MeetingPart
from models.view import View
from pipeline.extract.attendees.functions import add_functions
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.pieces import pieces, vocabulary
from pipeline.extract.attendees.rows import add_row
from pipeline.extract.attendees.runs import unwrapped
from pipeline.extract.attendees.tables import (
    first_names_only,
    headed,
    paired,
    read_row,
    signatures,
    surnames_first,
    ticked,
)
from pipeline.extract.head.kind import meeting_kind
from pipeline.extract.head.lines import Reading
from pipeline.names import is_name, surname_first

_LISTS: dict[str, Status] = {
    "present": "present",
    "called": "invited",
    "invited": "invited",
    "absent": "absent",
}
_FUNCTIONS: dict[str, Function] = {
    "chair": "chair",
    "secretary": "secretary",
    "adjuster": "adjuster",
}
_LONGEST_LIST = 8_000  # characters of one row
_SIGNATURE_ROWS = 3  # lines under a function's label that can hold its name


def attendees(meeting: MeetingPart) -> tuple[tuple[Attendee, ...], tuple[Issue, ...]]:
    """The persons of `meeting` in the order of their first mention, and what does not fit."""
    persons = Persons(meeting)
    held = meeting_kind(Reading(meeting)) != "kallelse"
    present = False
    for index, block in enumerate(meeting.blocks):
        if block.field in _LISTS:
            found = _list(persons, meeting, block, _LISTS[block.field])
            present |= found and block.field == "present"
        elif block.field in _FUNCTIONS:
            _function(persons, meeting, block, held)
        elif block.field == "unknown_function" or block.field is None:
            present |= _unlabelled(persons, block, meeting.blocks[index + 1 :], held)
    add_functions(persons, meeting)
    _settle(persons, present, held)
    return persons.records(), tuple(persons.issues)


def _rows(block: Block) -> list[tuple[View, ...]]:
    """The rows that can be a list's: not empty, and not running text that lost its lines."""
    return [
        row
        for row in block.rows
        if any(cell.text for cell in row) and all(len(cell.text) <= _LONGEST_LIST for cell in row)
    ]


def _list(persons: Persons, meeting: MeetingPart, block: Block, status: Status) -> bool:
    """Read a list of persons. True where it names anybody."""
    before = persons.mentions
    rows = _rows(block)
    if table := headed(rows) or ticked(rows):
        _table(persons, *table, status)
        return persons.mentions > before
    backwards = surnames_first(rows)
    if not backwards:
        rows = paired(rows) or unwrapped(meeting.document.text, rows)
    single = first_names_only(rows) and not backwards
    for row in rows:
        add_row(persons, row, status, block.rule, single=single, backwards=backwards)
    return persons.mentions > before


def _function(persons: Persons, meeting: MeetingPart, block: Block, held: bool) -> None:
    """The names under a function's label, up to the first line that is no name."""
    function = _FUNCTIONS[str(block.field)]
    status: Status = "present" if held else "invited"
    rows = unwrapped(meeting.document.text, _rows(block))
    found = False
    for row in rows[:_SIGNATURE_ROWS]:
        if not _opens_with_name(row, single=not found):
            if found:
                break
            continue
        found = True
        add_row(persons, row, status, block.rule, single=True, backwards=False, function=function)


def _opens_with_name(row: Sequence[View], *, single: bool) -> bool:
    found = [piece for cell in row if cell.text for piece in pieces(cell, single=single)]
    return bool(found) and found[0].kind == "name"


def _unlabelled(persons: Persons, block: Block, following: Sequence[Block], held: bool) -> bool:
    """A table of persons, or signatures, under no label of their own. True for a presence table."""
    if table := headed(_rows(block)):
        _table(persons, *table, "present")
        return True
    listed = False
    for row in _rows(block):
        match = vocabulary("list").regex.match(row[0].text)
        if match is not None:
            rest = row[0].part(match.end(), len(row[0].text))
            single = first_names_only([(rest,)])
            add_row(persons, (rest,), "present", "list.sentence", single=single, backwards=False)
            listed = True
    for view, function in (*signatures(_rows(block)), *_above(block, following)):
        status: Status = "present" if held else "invited"
        person = persons.seen(view, status, f"function.{function}")
        persons.give_function(person, function, view, f"function.{function}")
    return listed


def _above(block: Block, following: Sequence[Block]) -> Iterator[tuple[View, Function]]:
    """A row of names with their functions' labels in the row below, which hold nothing else."""
    below = list(takewhile(lambda each: each.field in _FUNCTIONS and not each.rows, following))
    names = [cell for cell in block.rows[-1] if cell.text] if block.rows else []
    if names and len(names) == len(below) and all(is_name(cell.text) for cell in names):
        for cell, each in zip(names, below, strict=True):
            yield cell, _FUNCTIONS[str(each.field)]


def _table(
    persons: Persons, columns: dict[int, str], rows: Sequence[tuple[View, ...]], default: Status
) -> None:
    backwards = surnames_first(rows)
    for row in rows:
        if (read := read_row(columns, row, default)) is None:
            continue
        name, rest, status = read
        add_row(
            persons,
            (name, *rest),
            status,
            "attendees.table",
            single=len(name.text.split()) == 1,
            backwards=backwards and surname_first(name.text),
        )


def _settle(persons: Persons, present_list: bool, held: bool) -> None:
    """Who was called and is not in the list of those present was absent; who served was there."""
    for person in persons.all:
        if person.status != "invited":
            continue
        if person.function is not None and held:
            person.status = "present"
        elif present_list and person.source == "label.called":
            person.status = "absent"
