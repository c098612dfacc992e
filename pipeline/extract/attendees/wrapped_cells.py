"""Cells that go on in the next line, in columns set with blanks.

Form handled: "Leyla Al   samordnare, Granviks" over "Bostäder" that begins below "samordnare"; not a person more in the
second of two columns of persons.
"""

import re
from collections.abc import Sequence

from models.view import View, side_by_side
from pipeline.extract.attendees.cuts import opens_with_name

Row = tuple[View, ...]

_NEAR = 1  # characters by which two cells of one column may begin apart
_INDENT = 3  # characters before a line that begins no row


def rejoined(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows` with a line that stands below a cell's start, and nothing before it, joined to that cell."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else ()
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


def _column(text: str, view: View) -> int:
    """How many characters stand before `view` on its line."""
    start = view.offsets[0]
    return start - text.rfind("\n", 0, start) - 1
