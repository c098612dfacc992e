"""Persons who are listed by their initials, each with what the document says elsewhere that these stand for.

Forms handled: "Närvarande: AE (ordf), BL och CM" with "AE = Anna Ek, polisen; BL = Bo Li" below, "Förkortningar: AE Anna Ek polisen, BL Bo Li
skolan" elsewhere, or a line each ("AE – Anna Ek, polisen"); the same within the list ("AE (Anna Ek, polisen)"); initials that
nothing explains, which are the names then.
"""

import re
from collections.abc import Iterator, Sequence

from models.evidence import Span
from models.meeting import Status
from models.view import View, view_of
from pipeline.extract.attendees.persons import Persons, initials
from pipeline.extract.attendees.piece import Piece
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.rows import add_row

Row = tuple[View, ...]
Entry = tuple[View, View | None]
"""Somebody's initials, and what stands in brackets behind them."""

_LETTERS = r"[A-ZÅÄÖ]{2,3}"
_ENTRY = re.compile(rf"(?<![\w(])(?P<letters>{_LETTERS})(?!\w)(?:\s?\((?P<note>[^()]*)\))?")
_REST = re.compile(r"(?:[\s,;.&/+]|och\b|samt\b)*")
_FEWEST = 2
_LONGEST = 100  # characters behind the name
_NAME = r"[A-ZÅÄÖÉ][\wåäöéÅÄÖ'’-]+(?:\s[A-ZÅÄÖÉ][\wåäöéÅÄÖ'’-]+){1,2}"


def add_lettered(
    persons: Persons, text: str, rows: Sequence[Row], status: Status, rule: str
) -> bool:
    """Read a list that names all by their initials. False where it does not, and nothing is read. `text`: the document's.

    Rows behind the first ones that are all initials tell what these stand for.
    """
    found: list[Entry] = []
    for row in rows:
        if not (entries := list(_entries(row))):
            break
        found += entries
    several = len(found) >= _FEWEST or (bool(found) and persons.lettered)
    for letters, note in found if several else ():
        if (name := _explained(text, letters)) is None:
            person = persons.seen(letters, status, rule)
            if note is not None:
                persons.add(person, Piece(note, kind_of(note.text, bracket=True), bracket=True))
        else:
            cells = (name,) if note is None or name.offsets[0] in note.offsets else (name, note)
            add_row(persons, cells, status, rule, single=False, backwards=False)
    persons.lettered |= several
    return several


def _entries(row: Row) -> Iterator[Entry]:
    """The initials in a row that holds nothing else, each with its bracket."""
    if len(row) != 1 or _REST.fullmatch(_ENTRY.sub("", row[0].text)) is None:
        return
    for entry in _ENTRY.finditer(row[0].text):
        note = row[0].part(*entry.span("note")) if entry["note"] else None
        yield row[0].part(*entry.span("letters")), note


def _explained(text: str, letters: View) -> View | None:
    """The name, with work behind it, that `text` gives for the initials."""
    told = re.compile(
        rf"(?<!\w){letters.text}\s?(?:[=:(–-]\s?|\s)(?P<entry>(?P<name>{_NAME})[^;()\n]{{0,{_LONGEST}}}?)"
        rf"(?=\s{{0,3}}(?:[;)\n]|,?\s(?:och\s)?{_LETTERS}\s?(?:[=:(–-]|[A-ZÅÄÖ][a-zåäö])|\.\s|\.?$))"
    )
    for found in told.finditer(text):
        if initials(found["name"]).startswith(letters.text):
            return view_of(text, [Span(*found.span("entry"))])
    return None
