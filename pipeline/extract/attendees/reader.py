"""The persons of a meeting: its attendance part, then its signatures and running text.

Forms handled: one person a line ("Name, role", "Name, organisation", "Name (S)", "Name KS",
"Name - role", "Role Name"), columns (name | role | organisation | X), presence tables with or
without a head row, all names and then all roles, comma run-on sentences ("A, B och C") also wrapped
over lines, two persons of one company, first names alone, surname first; notes on the person ("ej närvarande", "t.o.m. punkt 4",
"tjg ers för X", "Vakant"); sentences on absence or function among the names; functions from own lines, suffixes, signatures
above or below their label, and running text. Initials: lettered.py; what tells or lists who came without a label: presence.py,
unannounced.py and rolls.py; who signs notes: writers.py. On a summons everybody is invited but presenters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.issue import Issue
from models.meeting import Attendee, Function, MeetingKind, Status
from models.segmented import Block, MeetingPart
from models.view import View
from pipeline.extract.attendees.dealt import in_pairs
from pipeline.extract.attendees.functions import add_functions, add_signatures
from pipeline.extract.attendees.groups import role_leads
from pipeline.extract.attendees.items import told_in_items
from pipeline.extract.attendees.left import add_left
from pipeline.extract.attendees.legends import by_legend, explained
from pipeline.extract.attendees.lettered import add_lettered
from pipeline.extract.attendees.letterhead import add_author, add_letterhead
from pipeline.extract.attendees.listed_rows import listed_rows
from pipeline.extract.attendees.name_lists import (
    gives_houses,
    surnames_first,
)
from pipeline.extract.attendees.one_list import is_said, read_list, read_table
from pipeline.extract.attendees.party_first import parties_behind
from pipeline.extract.attendees.person import Person
from pipeline.extract.attendees.persons import Persons, settle
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.presence import spoken
from pipeline.extract.attendees.rolls import rolls
from pipeline.extract.attendees.rows import add_row
from pipeline.extract.attendees.runs import is_run, list_end, unwrapped
from pipeline.extract.attendees.signed import (
    LABELS,
    above_labels,
    alone,
    also_adjusted,
    before_label,
    in_row_above,
    in_row_below,
    known_apart,
    line_above,
    signed_behind,
    stacked,
    with_functions,
)
from pipeline.extract.attendees.tables import (
    by_body,
    headed,
    signatures,
    ticks_behind,
)
from pipeline.extract.attendees.told import points_to_called, tells_presence, told
from pipeline.extract.attendees.unannounced import unannounced
from pipeline.extract.attendees.writers import add_writer
from pipeline.extract.head.kind import meeting_kind
from pipeline.extract.head.lines import Reading
from pipeline.names import is_name

_LISTS: dict[str, Status] = {
    "present": "present",
    "called": "invited",
    "invited": "invited",
    "absent": "absent",
}
_INFORMED = {"label.informed", "label.recipients"}  # whom a summons goes to
_DOTS = re.compile(r"[.…_]{3,}")  # where somebody signs above their name
_BODIES = 2  # with persons beside them, where nothing announces a list
_SPOKEN = "attendees.spoken"
_UNANNOUNCED = "attendees.unannounced"
_VALUED = {
    "place",
    "place_time",
    "time",
    "date",
    "plain_date",
}  # labels of one value, which a list may follow
_RUN = 3  # persons of such a list
_OF_OTHERS = {"label.others", "label.guest_when"}  # labels of whom another list leaves out
_GUEST = "label.guest_when"  # who came for a part of the meeting
_PRESENTERS = (
    "label.presenters"  # whom a summons names under its items, and who are none of the body
)
_SIGNATURE_ROWS = 3  # lines under a function's label that can hold its name


def attendees(
    meeting: MeetingPart, kind: MeetingKind | None = None, day: date | None = None
) -> tuple[tuple[Attendee, ...], tuple[Issue, ...]]:
    """The persons of `meeting` in the order of their first mention, and what does not fit.

    `kind`: what the document is, and `day`: when the meeting is, where its head has been read.
    """
    persons = Persons(meeting, day)
    held = (kind or meeting_kind(Reading(meeting))) != "kallelse"
    present = everybody = False
    read = 0  # blocks of signatures one below the other
    for index, block in enumerate(meeting.blocks):
        if index < read:
            continue
        if signed := (
            stacked(meeting, index)
            or in_row_above(meeting, index)
            or in_row_below(meeting.blocks[index:])
        ):
            _sign(persons, signed, held)
            read = index + len(signed)
        elif block.field in _LISTS and (held or block.rule != _PRESENTERS):
            status = _LISTS[block.field] if held else "invited"
            found = _list(persons, meeting, block, meeting.blocks[index + 1 :], status, held)
            present |= found and block.field == "present"
            everybody |= points_to_called(block.rows)
        elif block.rule in _INFORMED and not held:
            _list(persons, meeting, block, (), "invited", held)
        elif block.field in LABELS:
            _function(persons, meeting, block, meeting.blocks[index + 1 :], held)
            for view in also_adjusted(meeting, index):
                _adjuster(persons, view, held)
            _sign(persons, above_labels(block, meeting.blocks[index + 1 :]), held)
        elif block.field in _VALUED and held and len(block.rows) > _RUN and not _has_list(meeting):
            for rows in unannounced(listed_rows(meeting, block, day)[1:]):
                read_list(persons, meeting, rows, "present", _UNANNOUNCED)
                present = True
        elif block.field == "unknown_function" or block.field is None:
            present |= _unlabelled(persons, meeting, block, meeting.blocks[index + 1 :], held)
            everybody |= points_to_called(block.rows)
    add_letterhead(persons, meeting)
    if not present:
        present = _in_items(persons, meeting, held)
    add_functions(persons, meeting, held=held)
    add_signatures(persons, meeting, held=held)
    if held:
        add_left(persons, meeting)
    add_writer(persons, meeting, held=held)
    if held:
        add_author(persons, meeting)
    settle(persons, present and held, everybody and held, held)
    return persons.records(), tuple(persons.issues)


def _in_items(persons: Persons, meeting: MeetingPart, held: bool) -> bool:
    """Attendance that the first items tell. True where they name anybody."""
    before = persons.mentions
    for status, rows in told_in_items(meeting):
        read_list(persons, meeting, rows, status if held else "invited", _SPOKEN)
    return persons.mentions > before


def _list(
    persons: Persons,
    meeting: MeetingPart,
    block: Block,
    following: Sequence[Block],
    status: Status,
    held: bool,
) -> bool:
    """Read a list of persons. True where it names anybody."""
    before = persons.mentions
    if block.rule == _GUEST and status == "present":
        status = "partial"
    entries = listed_rows(meeting, block, persons.day)
    first = list_end(entries)
    entries, below = entries[:first], entries[first:]
    if add_lettered(persons, meeting.text, entries, status, block.rule):
        return True
    if letter := explained(entries, persons.letter):
        persons.letter = letter
        for found, rows in by_legend(entries, letter):
            read_list(persons, meeting, rows, found if held else status, block.rule)
        return persons.mentions > before
    if is_run(entries) and not surnames_first(entries):
        entries = unwrapped(meeting.text, entries)
    entries = parties_behind(ticks_behind(entries, goes_on=persons.ticked))
    persons.housed = gives_houses(entries)
    paired_up = in_pairs(entries, following)
    persons.paired = paired_up is not entries
    for found, rows in told(paired_up, status):
        read_list(persons, meeting, rows, found, block.rule)
    for found, rows in spoken(meeting.text, [row for row in below if tells_presence(row)]):
        read_list(persons, meeting, rows, found if held else status, _SPOKEN)
    return persons.mentions > before


def _function(
    persons: Persons, meeting: MeetingPart, block: Block, following: Sequence[Block], held: bool
) -> None:
    """The names under a function's label, up to the first line that is no name."""
    function = LABELS[str(block.field)]
    status: Status = "present" if held else "invited"
    own = block.rows[:-1] if len(list(above_labels(block, following))) > 1 else block.rows
    rows = unwrapped(meeting.text, listed_rows(meeting, replace(block, rows=own), persons.day))
    rows = [part for row in rows for part in known_apart(persons, row)]
    others = next((at for at, row in enumerate(rows) if at and role_leads(row)), len(rows))
    rows, listed = rows[:others], rows[others:]
    _sign(persons, filter(None, (signed_behind(row[0], function) for row in rows)), held)
    rows = [alone(before_label(row)) for row in rows if signed_behind(row[0], function) is None]
    if rows and all(_DOTS.match(row[0].text) for row in rows) and following:
        rows += [row for row in following[0].rows[:1] if following[0].label is None]
    if listed:
        read_list(persons, meeting, listed, status, block.rule)
    found = False
    for row in rows[:_SIGNATURE_ROWS]:
        if found and any(_signs_as(cell) not in {None, function} for cell in row):
            break  # "Vid protokollet Bo Ek" over "Anna Ek, ordförande"
        if not _opens_with_name(row, single=not found):
            if found:
                break
            if (known := _known(persons, row[0])) is not None:
                persons.give_function(known, function, row[0], f"function.{function}")
                return
            continue
        found = True
        beside = function == "adjuster" and all(is_name(cell.text) for cell in row)
        for part in [(cell,) for cell in row] if beside else [row]:
            add_row(
                persons, part, status, block.rule, single=True, backwards=False, function=function
            )
    above = None if found or persons.paired else line_above(meeting, block)
    if above is not None and (known := _known(persons, above)) is not None:
        persons.give_function(known, function, above, f"function.{function}")


def _signs_as(view: View) -> str | None:
    """The function that a signature ends with ("Anna Ek, ordförande")."""
    said = (piece.kind for piece in pieces(view, single=True)[1:])
    return next((kind for kind in said if kind in LABELS.values()), None)


def _known(persons: Persons, view: View) -> Person | None:
    """The one person whose full name `view` is, whatever its letters' case."""
    named = persons.named(view.text) if 2 <= len(view.text.split()) <= 4 else []
    return named[0] if len(named) == 1 else None


def _opens_with_name(row: Sequence[View], *, single: bool) -> bool:
    found = [piece for cell in row if cell.text for piece in pieces(cell, single=single)]
    led = len(found) > 1 and found[0].leads and found[1].kind == "name"  # "Rektor Anna Ek"
    return led or (bool(found) and found[0].kind == "name")


def _unlabelled(
    persons: Persons,
    meeting: MeetingPart,
    block: Block,
    following: Sequence[Block],
    held: bool,
) -> bool:
    """A table of persons, or signatures, under no label of their own. True for a presence table."""
    entries = listed_rows(meeting, block, persons.day)
    if table := headed(entries, depth=len(entries)):  # the document's title may stand above it
        columns, under = table
        persons.begin_list()
        read_table(persons, columns, [row for row in under if not is_said(row)], "present")
        persons.end_list()
        return True
    listed = False
    for status, rows in spoken(meeting.text, entries):
        read_list(persons, meeting, rows, status if held else "invited", _SPOKEN)
        listed |= status == "present"
    if held and _in_head(meeting, entries) and (grouped := by_body(entries, _BODIES)):
        rows = [row for row in grouped if len(row) > 1]
        read_list(persons, meeting, rows, "present", _UNANNOUNCED)
        listed = True
    elif held and _in_head(meeting, entries):
        listed_alone = () if _has_list(meeting) else rolls(meeting.text, entries)
        for rows in (*unannounced(entries), *listed_alone):
            read_list(persons, meeting, rows, "present", _UNANNOUNCED)
            listed = True
    signed = (*signatures(entries), *above_labels(block, following), *with_functions(block))
    _sign(persons, signed, held)
    return listed


def _has_list(meeting: MeetingPart) -> bool:
    """Whether a label announces who came or was called."""
    return any(
        block.field in {"present", "called"} and block.rule not in _OF_OTHERS
        for block in meeting.blocks
    )


def _in_head(meeting: MeetingPart, rows: Sequence[tuple[View, ...]]) -> bool:
    """Whether `rows` stand before the first item."""
    first = meeting.sections[0].start if meeting.sections else meeting.end
    opening = next((cell.offsets[0] for row in rows for cell in row if cell.text), first)
    return opening < first


def _sign(persons: Persons, signed: Iterable[tuple[View, Function]], held: bool) -> None:
    for view, function in signed:
        person = persons.seen(view, "present" if held else "invited", f"function.{function}")
        persons.give_function(person, function, view, f"function.{function}")


def _adjuster(persons: Persons, view: View, held: bool) -> None:
    status: Status = "present" if held else "invited"
    add_row(
        persons,
        (view,),
        status,
        "function.adjuster",
        single=False,
        backwards=False,
        function="adjuster",
    )
