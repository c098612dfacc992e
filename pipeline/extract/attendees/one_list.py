"""The rows of one list or table of persons that share a status, put together as its form says and read.

Forms handled: tables with a head row or marks alone, one more group under the same head; names over their work, under their bodies or in
columns; wrapped and glued rows; surnames first; first names alone; running text below a table.
"""

import re
from collections.abc import Sequence

from models.meeting import Status
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.dealt import alternating, dealt, glued
from pipeline.extract.attendees.groups import under_bodies
from pipeline.extract.attendees.name_lists import (
    first_names_only,
    surnames_first,
    turned,
)
from pipeline.extract.attendees.offices import in_office
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.rows import add_row, give_work
from pipeline.extract.attendees.runs import is_on_function, unwrapped
from pipeline.extract.attendees.strung import strung
from pipeline.extract.attendees.tables import (
    by_body,
    gridded,
    headed,
    over_work,
    read_row,
    ticked,
    ticked_on,
    under_same_head,
)
from pipeline.extract.attendees.told import told
from pipeline.names import is_first_name

_LONGEST_ENTRY = 8  # words of a table's name cell
_LEAD = re.compile(r"[A-ZÅÄÖ][^:,.;()]{2,50}:\s")  # "Gäst under punkt 2: Bo Ek"


def read_list(
    persons: Persons, meeting: MeetingPart, rows: list[tuple[View, ...]], status: Status, rule: str
) -> None:
    """Read the rows of a list that share one status."""
    persons.begin_list()
    goes_on = persons.ticked and status == "present"
    table = headed(rows) or (under_same_head(persons.columns, rows) if goes_on else None)
    if table := table or ticked(rows) or (ticked_on(rows) if goes_on else None):
        columns, entries = table
        read_table(persons, columns, [row for row in entries if not is_said(row)], status)
        rows = [row for row in entries if is_said(row)]
    backwards = _backwards(persons, rows)
    rows = (
        under_bodies(rows) or rows
        if backwards
        else (
            over_work(rows)
            or by_body(rows)
            or under_bodies(rows)
            or alternating(rows)
            or gridded(rows)
            or glued(rows)
            or dealt(rows)
            or strung(meeting.text, rows)
            or in_office(rows)
            or unwrapped(meeting.text, rows)
        )
    )
    single = not backwards and first_names_only(rows)
    works = give_work(rows)
    for row in rows:
        for found, parts in told([row], status):
            for part in parts:
                add_row(persons, part, found, rule, single=single, backwards=backwards, works=works)
    persons.end_list()


def _backwards(persons: Persons, rows: Sequence[tuple[View, ...]]) -> bool:
    """Whether surnames stand first, also in a short list below one where they do."""
    backwards = surnames_first(rows) or (
        persons.backwards and all(turned(row[0].text) for row in rows)
    )
    persons.backwards |= backwards
    return backwards


def is_said(row: tuple[View, ...]) -> bool:
    """Whether a line without columns under a table is running text, or has a lead of its own."""
    text = row[0].text
    led = _LEAD.match(text) and any(piece.kind == "name" for piece in pieces(row[0], single=False))
    told_of = len(text.split()) > _LONGEST_ENTRY or is_on_function(text)
    return len(row) == 1 and (told_of or bool(led))


def read_table(
    persons: Persons, columns: dict[int, str], rows: Sequence[tuple[View, ...]], default: Status
) -> None:
    """Read the rows of a table whose columns are known. `default`: the status where none of these tells it."""
    backwards = _backwards(persons, rows)
    persons.ticked |= "present" in columns.values()
    persons.columns = columns
    for row in rows:
        if (read := read_row(columns, row, default)) is None:
            continue
        name, rest, status = read
        add_row(
            persons,
            (name, *rest),
            status,
            "attendees.table",
            single=len(name.text.split()) == 1 and (len(row) > 1 or is_first_name(name.text)),
            backwards=backwards and turned(name.text),
            columns=True,
        )
