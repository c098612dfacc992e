"""Persons in the head whom nothing announces, one a line.

Forms handled: "Anna Ek, rektor" over "Bo Li, polisen", most with their work; several side by side in one line; first names with
what they are ("Bosse, polis", "Siw (antecknade)"); the same under the line of a group ("Från skolan").
"""

import re
from collections.abc import Iterator, Sequence

from models.view import View
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.presence import LEAD, WORK, is_prose
from pipeline.names import is_first_name

Row = tuple[View, ...]

_BESIDE_FIRST = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖ])?(?:,\s|\s\()")  # "Bosse, polis"
_GROUP = re.compile(r"(?:Från|För|Ur)\s\S+(?:\s\S+){0,2}")
_DIGIT = re.compile(r"\d")
_RUN = 3  # persons of a list
_WORKING = 0.6  # of the persons of a list that nothing announces, those known by name and by work


def unannounced(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of persons, one a line and most with their work, that nothing announces."""
    run: list[Row] = []
    for row, following in zip((*rows, ()), (*rows[1:], (), ()), strict=False):
        if found := _persons_of(row):
            run += found
            continue
        if _is_group(row) and _persons_of(following):
            run.append(row)
            continue
        persons = [each for each in run if not _is_group(each)]
        names = (pieces(each[0], single=True)[0].view.text.split() for each in persons)
        known = sum(is_first_name(name[0]) or is_first_name(name[-1]) for name in names)
        if len(persons) >= _RUN and min(known, sum(map(_works, run))) >= _WORKING * len(persons):
            yield run
        run = []


def _is_group(row: Row) -> bool:
    """ "Från skolan" on a line of its own."""
    return len(row) == 1 and _GROUP.fullmatch(row[0].text) is not None


def _persons_of(row: Row) -> list[Row]:
    """The person that a row is, or those who stand in its cells side by side; none where it is anything else."""
    if row and (_is_person(row) or _is_known_by_work(row)):
        return [row]
    beside: list[Row] = [(cell,) for cell in row]
    return beside if len(row) > 1 and all(map(_is_person, beside)) else []


def _is_person(row: Row) -> bool:
    """Whether a line opens with a full name and is no sentence."""
    if " " not in row[0].text or LEAD.match(row[0].text) or is_prose(row[0].text):
        return False
    found = pieces(row[0], single=False)
    if not found or found[0].kind != "name" or " " not in found[0].view.text:
        return False
    if not any(map(is_first_name, found[0].view.text.split())) and (
        _DIGIT.search(row[0].text) or not _works(row)
    ):
        return False  # "Gula Villan, kl 9.00"
    single = sum(piece.kind == "name" for cell in row for piece in pieces(cell, single=False)) == 1
    replaced = any(piece.kind == "replaces" for piece in found)
    return single or replaced


def _is_known_by_work(row: Row) -> bool:
    """Whether a line is a first name with its bearer's work and no more: "Bosse, polis", "Siw (antecknade)", "Mona, campingen"."""
    if len(row) != 1 or not _BESIDE_FIRST.match(row[0].text):
        return False
    first, *others = pieces(row[0], single=True)
    works = all(
        each.kind in WORK or (each.kind == "other" and " " not in each.view.text) for each in others
    )
    return first.kind == "name" and bool(others) and works


def _works(row: Row) -> bool:
    """Whether a line tells what somebody is or whom they come from."""
    found = [piece for cell in row for piece in pieces(cell, single=False)]
    return any(piece.kind in WORK for piece in found)
