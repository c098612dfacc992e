"""Visual lines -> rows of cells: columns parted, cells that wrap made whole.

Units: points, origin top left; see layout.py for an em.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

from pipeline.read.centred import centred
from pipeline.read.columns import blocks_of
from pipeline.read.layout import MARK, WIDE, Cell, Line, PlacedWord, Row, visual_lines

_NARROW = 0.7  # em: a gap this wide parts columns where neighbours part at the same place
_ALIKE = 1.3  # times the narrowest gap of a line
_CAPITALISED = re.compile(r"[A-ZÅÄÖÉ](?:\.|[\w’'-]*[a-zåäöé])")
_PARTY = re.compile(r"\(\s?[A-ZÅÄÖa-zåäö]{1,6}\s?\)")
_NEIGHBOURS = 6  # rows up and down


def rows_of(words: Iterable[PlacedWord], edges: Sequence[float] = ()) -> list[Row]:
    """Lay words out in rows. At `edges` (x) ruling lines part cells, however close the words.

    Forms handled: borderless tables row by row, with wrapped cells made whole, also where cells are
    centred in height, but not names under names or roles under roles; a label beside its value; list marks parted
    from their text by a tab stop (one space, no column), unless a table's head gives them a column; lines whose gaps
    only stretch them from edge to edge; text columns with prose on both sides, read one after the other.
    """
    rows: list[Row] = []
    for block in blocks_of(visual_lines(words)) if not edges else [visual_lines(words)]:
        rows.extend(_rows(block, edges))
    return rows


def _rows(lines: list[Line], edges: Sequence[float]) -> list[Row]:
    """Cut each line in cells, then give wrapped cells back to their row."""
    edge = max(line.words[-1].x1 for line in lines)
    cut = [_cells(index, lines, edges) for index in range(len(lines))]
    rows: list[Row] = []
    first = 0  # line of the row at hand
    below: Row | None = None  # its last visual line
    whole = centred(lines, cut) if not edges else {}
    done = 0  # lines that are in rows
    for index, line in enumerate(lines):
        if index < done:
            continue
        if index in whole:
            done, row = whole[index]
            rows.append(row)
            below = None
            continue
        row = Row(tuple(cut[index]), line.top, line.bottom)
        if below is not None and (
            _wraps(rows[-1], below, row, edge, line.em)
            or (
                _all_wrap(rows[-1], below, row, cut, line.em)
                and (_some_go_on(rows[-1], row) or _close(lines, first, index))
            )
        ):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
            first = index
        below = row
    return rows


def _all_wrap(row: Row, above: Row, line: Row, cut: Sequence[Sequence[Cell]], em: float) -> bool:
    """Whether each cell of `line` goes on with the cell of `above` over it, the last line of `row`:
    its first word did not fit there, or begins small where the cell's own text did not. One of them at
    least did not fit before the next column, and none is a role under a name."""
    if (
        len(line.cells) < 2
        or len(line.cells) != len(above.cells)
        or len(row.cells) != len(line.cells)
    ):
        return False
    if line.top - above.bottom > 0.5 * em:
        return False
    pressed = False
    reach = _reach(line, cut, em)
    rights = [cell[0].x0 - 0.5 * em for cell in above.cells[1:]] + [reach]
    for begun, before, cell, right in zip(row.cells, above.cells, line.cells, rights, strict=True):
        if min(abs(x - cell[0].x0) for x in (before[0].x0, _text_start(begun))) > 0.5 * em:
            return False
        full = before[-1].x1 + 0.25 * em + cell[0].x1 - cell[0].x0 > right
        if _is_role(begun, cell) or not (full or _goes_on(begun, cell)):
            return False
        pressed = pressed or (full and right is not reach)
    return pressed


def _text_start(cell: Cell) -> float:
    """Where a cell's text begins behind a list's mark: its later lines hang there."""
    return cell[len(cell) > 1 and MARK.fullmatch(cell[0].text) is not None].x0


def _some_go_on(row: Row, line: Row) -> bool:
    return any(_goes_on(begun, cell) for begun, cell in zip(row.cells, line.cells, strict=False))


def _goes_on(begun: Cell, cell: Cell) -> bool:
    """Whether a cell begins small that stands under one which does not."""
    return cell[0].text[:1].islower() and not begun[0].text[:1].islower()


def _is_entry(cell: Cell) -> bool:
    """Whether a cell is a whole name: two or three capitalised words, with or without a party. Such cells under each other are a list."""
    name = cell[:-1] if _PARTY.fullmatch(cell[-1].text) else cell
    return len(name) in (2, 3) and all(_CAPITALISED.fullmatch(word.text) for word in name)


def _is_role(begun: Cell, cell: Cell) -> bool:
    """Whether small letters stand under nothing but capitalised words that end without a comma."""
    name = all(word.text[:1].isupper() for word in begun) and not begun[-1].text.endswith(",")
    return name and cell[0].text[:1].islower()


def _reach(row: Row, cut: Sequence[Sequence[Cell]], em: float) -> float:
    """How far to the right the last column of a row goes in any line."""
    start = row.cells[-1][0].x0
    same = (cells[-1] for cells in cut if abs(cells[-1][0].x0 - start) < 0.5 * em)
    return max(cell[-1].x1 for cell in same)


def _close(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether lines `first` to `index` stand closer to each other than to those around them."""
    em = lines[index].em
    inside = lines[index].top - lines[index - 1].bottom + 0.25 * em
    over = first == 0 or lines[first].top - lines[first - 1].bottom > inside
    under = index + 1 == len(lines) or lines[index + 1].top - lines[index].bottom > inside
    return over and under


def _cells(index: int, lines: list[Line], edges: Sequence[float]) -> list[Cell]:
    line = lines[index]
    em = line.em
    if _is_justified(line, lines):
        return [tuple(line.words)]
    cells: list[list[PlacedWord]] = [[line.words[0]]]
    for before, after in itertools.pairwise(line.words):
        gap = after.x0 - before.x1
        parted = gap > WIDE * em or (gap > _NARROW * em and _column_starts(after.x0, index, lines))
        if parted and gap < 5 * em and len(cells) == 1 == len(cells[0]):
            marker = MARK.fullmatch(before.text) is not None
            parted = not marker or _headed(after.x0, index, lines)
        if parted or (
            edges and any(before.x1 <= edge + 1 and edge - 1 <= after.x0 for edge in edges)
        ):
            cells.append([after])
        else:
            cells[-1].append(after)
    return [tuple(cell) for cell in cells]


def _is_justified(line: Line, lines: list[Line]) -> bool:
    """Whether a line from edge to edge owes its gaps to that: all are as wide as each other."""
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(line.words)]
    if len(gaps) < 3 or max(gaps) < _NARROW * line.em or max(gaps) > _ALIKE * min(gaps):
        return False
    left = min(other.words[0].x0 for other in lines)
    right = max(other.words[-1].x1 for other in lines)
    whole = line.words[0].x0 < left + line.em and line.words[-1].x1 > right - 0.5 * line.em
    return whole and any(len(word.text) > 3 for word in line.words)


def _headed(x: float, index: int, lines: list[Line]) -> bool:
    """Whether a line above heads a table whose second column begins at x, so that marks have their own."""
    for line in reversed(lines[:index]):
        wide = [
            after.x0
            for before, after in itertools.pairwise(line.words)
            if after.x0 - before.x1 > _NARROW * line.em
        ]
        if len(wide) > 1 and not MARK.fullmatch(line.words[0].text):
            return abs(wide[0] - x) < 0.25 * line.em
    return False


def _column_starts(x: float, index: int, lines: list[Line]) -> bool:
    """Whether neighbours begin a column at x: one after a wide gap, or two after a narrow one."""
    votes = 0
    near = range(max(0, index - _NEIGHBOURS), min(len(lines), index + _NEIGHBOURS + 1))
    for other in near:
        if other == index:
            continue
        em = lines[other].em
        words = lines[other].words
        for before, after in itertools.pairwise(words):
            if abs(after.x0 - x) < 0.25 * em:
                gap = after.x0 - before.x1
                votes += 2 if gap > WIDE * em else 1 if gap > _NARROW * em else 0
    return votes >= 2


def _wraps(row: Row, above: Row, line: Row, edge: float, em: float) -> bool:
    """Whether `line` only goes on with cells of `row`, whose last visual line is `above`.

    So where every cell of it stands under a cell of the row, and one of them goes on: its first word
    did not fit on the visual line above, or begins small (beside others: where the row's own cell does
    not, as roles under roles do). Under a row of one cell nothing can wrap.
    """
    if len(row.cells) < 2 or len(line.cells) >= len(row.cells):
        return False
    if line.top - above.bottom > 0.5 * em:
        return False
    starts = [cell[0].x0 for cell in row.cells]
    if _is_entry(above.cells[0]) and _is_entry(line.cells[0]):
        return False
    wrapped = False
    for cell in line.cells:
        column = _column(cell[0].x0, starts, em)
        if column is None:
            column = _column(cell[0].x0, [_text_start(each) for each in row.cells], em)
        if column is None:
            return False
        places = (starts[column], _text_start(row.cells[column]))
        before = [c for c in above.cells if any(abs(c[0].x0 - x) < em for x in places)]
        if not before:
            continue
        right = starts[column + 1] - 0.5 * em if column + 1 < len(starts) else edge
        first = cell[0].x1 - cell[0].x0
        full = before[0][-1].x1 + 0.25 * em + first > right
        full = full and not (column == 0 and before[0][-1].text.endswith(":"))  # a whole label
        open_end = column > 0 and before[0][-1].text.endswith((",", "/", "-"))
        small = cell[0].text[:1].islower() and (
            len(line.cells) == 1 or not row.cells[column][0].text[:1].islower()
        )
        wrapped = wrapped or full or open_end or small
        if cell[-1].x1 > right + 0.5 * em:
            return False
    return wrapped


def _column(x: float, starts: list[float], em: float) -> int | None:
    near = [column for column, start in enumerate(starts) if abs(start - x) < 0.5 * em]
    return near[0] if near else None


def _joined(row: Row, line: Row) -> Row:
    starts = [cell[0].x0 for cell in row.cells]
    cells = list(row.cells)
    for cell in line.cells:
        column = min(range(len(starts)), key=lambda c: abs(starts[c] - cell[0].x0))
        cells[column] = cells[column] + cell
    return Row(tuple(cells), row.top, line.bottom)
