"""Crosses in a presence table: the column that holds them, and what is written behind one.

Forms handled: a column of crosses and dashes under any head ("Deltagit", "6/3", none at all); "X (ordförande)",
"x, t.o.m. § 4" in place of a bare cross.
"""

import re
from collections.abc import Sequence

from models.view import View
from pipeline.extract.attendees.piece_kinds import function_of

Row = tuple[View, ...]

_CROSS = re.compile(r"[xX✓√☒☑]")
_NO_CROSS = re.compile(r"[-–—]?")
_FEWEST = 2  # bare crosses of a column
_SHARE = 0.4  # of the rows: those with a cross


def with_crosses(columns: dict[int, str], rows: Sequence[Row]) -> dict[int, str]:
    """The columns; where none tells of presence, the one of crosses and dashes does, whatever its head ("Deltagit", "6/3", none)."""
    if {"present", "absent"} & {*columns.values()}:
        return columns
    wide = [row for row in rows if len(row) > 1]
    for at in range(1, max(map(len, rows), default=0)):
        cells = [row[at].text.strip() if at < len(row) else "" for row in wide]
        ticks = sum(map(is_ticked, cells))
        bare = sum(_CROSS.fullmatch(cell) is not None for cell in cells)
        others = sum(_NO_CROSS.fullmatch(cell) is not None for cell in cells)
        if (
            columns.get(at, "note") == "note"
            and bare >= _FEWEST
            and ticks >= _SHARE * len(wide)
            and ticks + others == len(wide)
        ):
            return columns | {at: "present"}
    return columns


def levelled(rows: Sequence[Row], columns: dict[int, str]) -> list[Row]:
    """Rows that lost their empty cells, where the last column is of crosses: a cross that ends a shorter row goes to that column.

    "Bo Fors | PRO | X" under "Anna Ek | KS | ordförande | X".
    """
    last = max(columns)
    if columns[last] != "present":
        return list(rows)
    return [
        (*row[:-1], *[View("", ())] * (last + 1 - len(row)), row[-1])
        if 1 < len(row) <= last and _CROSS.fullmatch(row[-1].text.strip())
        else row
        for row in rows
    ]


def is_ticked(cell: str) -> bool:
    """Whether a cell holds a cross, with or without more behind it: "X", "X (ordf.)", "x, t.o.m. § 4"."""
    tick = _CROSS.match(cell)
    return tick is not None and not cell[tick.end() :][:1].isalnum()


def behind_tick(cell: View) -> tuple[View, ...]:
    """The function behind a cross: "X (ordförande)", "X, ordf. § 3 - § 5"."""
    words = re.search(r"[^\W\d_][\w .§–-]*", cell.text[1:])
    found = words is not None and function_of(words[0].strip()) is not None
    return (cell.part(1 + words.start(), 1 + words.end()),) if words and found else ()
