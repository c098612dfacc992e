"""Rows under labels that stand side by side.

Forms handled: "Närvarande | Frånvarande" over "Anna Ek | polisen | Bo Li | PRO", each list with columns of its own; a row of
functions under the names of those who hold them; a row of functions over more names than functions, where several adjust.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from models.segmented import ATTENDANCE, FUNCTIONS, Block, Line
from models.view import View
from pipeline.names import is_first_name, is_name

_ADJUSTS = "adjuster"  # the function that several may sign for

_TICK = re.compile(r"[xX✓√1☒☑]\)?|ja|nej", re.IGNORECASE)


def below(columns: Sequence[Block], cells: Sequence[View]) -> list[Block]:
    """`columns` with a line's cells below what they hold, empty ones left out."""
    added = [
        replace(block, rows=(*block.rows, (cell,))) if cell.text else block
        for block, cell in zip(columns, cells, strict=False)
    ]
    return [*added, *columns[len(cells) :]]


def persons_beside(columns: Sequence[Block], following: Sequence[Line]) -> list[tuple[View, ...]]:
    """The persons of the first line, one under each of `columns`, where lists side by side have columns of their own.

    "Närvarande | Frånvarande" over "Anna Ek | polisen | Bo Li | PRO".
    """
    if not {block.field for block in columns} <= ATTENDANCE:
        return []
    together = takewhile(lambda line: not line.gap or line is following[0], following)
    begun = any(len(row) > 1 for block in columns for row in block.rows)
    if not begun and not any(len(line.cells) > len(columns) for line in together):
        return []
    cells = following[0].cells
    starts = [at for at, cell in enumerate(cells) if _opens_with_person(cell.text)]
    if not starts or starts[0] or len(starts) > len(columns):
        return []
    return [cells[first:last] for first, last in pairwise([*starts, len(cells)])]


def _opens_with_person(text: str) -> bool:
    name = re.split(r"\s?[,(]", text)[0]
    return is_name(name) and any(map(is_first_name, name.split()))


def hold_marks(lines: Sequence[Line]) -> bool:
    """Whether a tick, and nobody's name, stands behind the first cells of `lines`."""
    others = [cell.text.strip() for line in lines for cell in line.cells[1:]]
    return any(map(_TICK.fullmatch, others)) and not any(map(is_name, others))


def are_signed(columns: Sequence[Block], above: Line) -> bool:
    """Whether a row of functions stands under the names of those who hold them: nothing below is theirs."""
    return (
        {block.field for block in columns} <= FUNCTIONS
        and len(above.cells) == len(columns)
        and all(is_name(cell.text) for cell in above.cells)
    )


def are_more_signed(columns: Sequence[Block], cells: Sequence[View]) -> bool:
    """Whether names stand under a row of functions, and more of them than functions: all adjust who stand last."""
    return (
        len(cells) > len(columns) > 1
        and {block.field for block in columns} <= FUNCTIONS
        and columns[-1].field == _ADJUSTS
        and not any(block.rows for block in columns)
        and all(is_name(cell.text) for cell in cells)
    )
