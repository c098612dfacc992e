"""Cells that go on in the next line, in columns set with blanks.

Form handled: "Leyla Al   samordnare, Granviks" over "Bostäder" that begins below "samordnare"; not a person more in the
second of two columns of persons.
"""

import re
from collections.abc import Sequence

from models.view import View, side_by_side
from pipeline.extract.attendees.cuts import opens_with_name

Row = tuple[View, ...]

_PARTY = re.compile(r"\(\s?[A-Za-zÅÄÖåäö]{1,5}\s?\)")
_REPLACES = re.compile(r"\b(?:ersätter|för|ers\.?)\s[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)+$")
_NEAR = 1  # characters by which two cells of one column may begin apart
_INDENT = 3  # characters before a line that begins no row


def rejoined(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows` with a line that stands below a cell's start, and nothing before it, joined to that cell; so is a party."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else ()
        if _holds_others_party(before, row):
            found[-1] = (*before[:-1], side_by_side((before[-1], row[-1])))
            row = row[:-1]
        alone = len(row) == 1 and len(before) > 1 and row[0].text
        at = _column(text, row[0]) if alone and not _is_person(row[0].text, before) else 0
        cell = next(
            (
                index
                for index, each in enumerate(before[1:], 1)
                if at >= _INDENT and each.text and abs(_column(text, each) - at) <= _NEAR
            ),
            None,
        )
        if cell is not None:
            whole = side_by_side((before[cell], row[0]))
            found[-1] = (*before[:cell], whole, *before[cell + 1 :])
        else:
            found.append(row)
    return found


def _is_person(text: str, before: Row) -> bool:
    """Whether a line opens with a full name as every cell of the row above does: persons side by side."""
    return all(
        opens_with_name(re.split(r"[,(]", each)[0]) for each in (text, *(c.text for c in before))
    )


def _holds_others_party(before: Row, row: Row) -> bool:
    """Whether a row ends in a second party, which is the replaced person's in the row above."""
    return (
        len(before) > 1 < len(row)
        and _PARTY.fullmatch(row[-1].text) is not None
        and any(cell.text.endswith(")") for cell in row[:-1])
        and _REPLACES.search(before[-1].text) is not None
    )


def _column(text: str, view: View) -> int:
    """How many characters stand before `view` on its line."""
    start = view.offsets[0]
    return start - text.rfind("\n", 0, start) - 1
