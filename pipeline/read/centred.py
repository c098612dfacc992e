"""Rows of a table without ruling lines whose cells are centred in height.

A cell of two or four lines then has its neighbour's one line between its own, where no line of
running text could stand; one of three has it beside the middle one. Units: points, origin top left.
"""

import itertools
from collections.abc import Iterator, Sequence

from pipeline.read.layout import Cell, Line, Row

_OVERLAP = 0.25  # em that a line between two others reaches into each
_CLOSE = 0.5  # em between lines of one cell
_AHEAD = 0.25  # em more stand above and below a row than between its lines


def centred(lines: Sequence[Line], cut: Sequence[Sequence[Cell]]) -> dict[int, tuple[int, Row]]:
    """Line -> line after the row that begins there, and the row. `cut`: each line's cells."""
    found: dict[int, tuple[int, Row]] = {}
    taken = 0
    for index in range(1, len(lines) - 1):
        reach = _between(lines, cut, index) or _beside(lines, cut, index)
        if reach and index - reach >= taken:
            taken = index + reach + 1
            row = _row(lines, cut, index - reach, taken)
            found[index - reach] = (taken, row)
    return found


def _between(lines: Sequence[Line], cut: Sequence[Sequence[Cell]], index: int) -> int:
    """How many lines on each side make one row with line `index`, which stands between two."""
    above, line, below = lines[index - 1 : index + 2]
    reach = _OVERLAP * line.em
    if above.bottom - line.top < reach or line.bottom - below.top < reach:
        return 0
    if not _clear(above, line) or not _clear(below, line) or not _aligned(cut, index, 1):
        return 0
    return _extended(lines, cut, index)


def _beside(lines: Sequence[Line], cut: Sequence[Sequence[Cell]], index: int) -> int:
    """The same of a line that holds all cells, where lines above and below it hold but one."""
    if len(cut[index]) < 2 or not _one_column(cut, index):
        return 0
    reach = _extended(lines, cut, index)
    return reach if reach and _stands_apart(lines, index - reach, index + reach) else 0


def _one_column(cut: Sequence[Sequence[Cell]], index: int) -> bool:
    over, under = cut[index - 1], cut[index + 1]
    return len(over) == 1 == len(under) and any(
        _same(over[0], cell) and _same(under[0], cell) for cell in cut[index]
    )


def _extended(lines: Sequence[Line], cut: Sequence[Sequence[Cell]], index: int) -> int:
    """How far lines of the same cells go on alike above and below."""
    reach = 0
    for step in range(1, min(index, len(lines) - 1 - index) + 1):
        up, down = index - step, index + step
        if step > 1 and not (
            lines[up + 1].top - lines[up].bottom < _CLOSE * lines[up].em
            and lines[down].top - lines[down - 1].bottom < _CLOSE * lines[down].em
        ):
            break
        if not _aligned(cut, index, step) or not _same(cut[up][0], cut[index - 1][0]):
            break
        reach = step
    return reach


def _aligned(cut: Sequence[Sequence[Cell]], index: int, step: int) -> bool:
    over, under = cut[index - step], cut[index + step]
    return len(over) == len(under) and all(
        _same(one, other) for one, other in zip(over, under, strict=True)
    )


def _same(one: Cell, other: Cell) -> bool:
    """Whether two cells begin at the same place across the page."""
    return abs(one[0].x0 - other[0].x0) < 0.5 * (one[0].y1 - one[0].y0)


def _clear(one: Line, other: Line) -> bool:
    """Whether no word of the one stands over or under a word of the other."""
    return all(word.x1 < each.x0 or word.x0 > each.x1 for word in one.words for each in other.words)


def _stands_apart(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether lines `first` to `last` stand closer to each other than to those around them."""
    inside = max(b.top - a.bottom for a, b in itertools.pairwise(lines[first : last + 1]))
    space = inside + _AHEAD * lines[first].em
    over = first == 0 or lines[first].top - lines[first - 1].bottom > space
    under = last + 1 == len(lines) or lines[last + 1].top - lines[last].bottom > space
    return over and under and inside < _CLOSE * lines[first].em


def _row(lines: Sequence[Line], cut: Sequence[Sequence[Cell]], first: int, stop: int) -> Row:
    """The cells of the lines from left to right, each with its words from the top down."""
    columns: list[Cell] = []
    for cell in _cells(cut, first, stop):
        same = next((i for i, column in enumerate(columns) if _same(column, cell)), None)
        if same is None:
            columns.append(cell)
        else:
            columns[same] = columns[same] + cell
    columns.sort(key=lambda cell: cell[0].x0)
    return Row(tuple(columns), lines[first].top, lines[stop - 1].bottom)


def _cells(cut: Sequence[Sequence[Cell]], first: int, stop: int) -> Iterator[Cell]:
    for cells in cut[first:stop]:
        yield from cells
