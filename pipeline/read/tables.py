"""Ruled tables: drawn lines -> grid -> rows of cells, empty cells kept.

The grid is pdfplumber's, fed with pdfium's lines instead of its own slow parse of the page.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from models.frozen import frozen
from pipeline.read.boxes import beside_boxes, meets, parted, placed
from pipeline.read.cells import rows_of
from pipeline.read.layout import MARK, Cell, PlacedWord, Row, lines_of
from pipeline.read.parted import parting_line
from pipeline.read.strokes import Stroke

_SNAP = 3.0  # points: lines this close are one
_SMALL = 0.85  # times the height of what is filled in: print of labels
_GAP = 1.3  # times a cell's usual step from line to line: a new text
_COLUMNS = 3  # of a table whose cells may hold much text
_LONG_CELL = 100  # words
_ENTRY = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2}(?:,|\s\(|$)")  # "Bo Ek, rektor"
_SHORT = 0.5  # of a cell's width: a line that is shorter goes on in no other
_FILLED = 2  # cells of a form's row with a value under their label
_MOST = 1_200  # lines; beyond that the page is a drawing, not a form

Bounds = tuple[float, float, float, float]


@frozen
class Grid:
    """One table's cells as boxes, in points from the top left."""

    cells: tuple[Bounds, ...]

    @property
    def bounds(self) -> Bounds:
        x0s, y0s, x1s, y1s = zip(*self.cells, strict=True)
        return min(x0s), min(y0s), max(x1s), max(y1s)

    @property
    def is_frame(self) -> bool:
        """Whether it has but one column."""
        return len(_distinct(cell[0] for cell in self.cells)) == 1


def ruled(strokes: Sequence[Stroke]) -> tuple[list[Grid], list[Bounds]]:
    """The tables that lines rule, from the top down, and the frames: what has a single column."""
    level = [stroke for stroke in strokes if stroke.level]
    upright = [stroke for stroke in strokes if not stroke.level]
    if len(level) < 2 or len(upright) < 2 or len(strokes) > _MOST:
        return [], []
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    edges = merge_edges([_edge(s) for s in strokes], _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP))
    grids = [Grid(tuple(table)) for table in cells_to_tables(cells)]
    in_tables = {cell for grid in grids for cell in grid.cells}
    frames: list[Bounds] = [cell for cell in cells if cell not in in_tables]
    frames += [grid.bounds for grid in grids if grid.is_frame]
    return [grid for grid in grids if not grid.is_frame], frames


def ruled_rows(
    words: Sequence[PlacedWord],
    grids: Sequence[Grid],
    strokes: Sequence[Stroke],
    boxes: Sequence[Bounds] = (),
) -> list[Row]:
    """Lay out a page with what is drawn on it: words in tables by their cells, columns that a line
    parts one after the other, boxes beside other lines by themselves, all else by its place.

    boxes: what has a frame or a colour of its own.
    """
    free = [box for box in boxes if not any(meets(box, grid.bounds) for grid in grids)]
    beside = beside_boxes(words, free)
    words, held = parted(words, beside)
    rows = _unboxed(words, grids, strokes)
    for box, own in zip(beside, held, strict=True):
        rows = placed(rows, box, rows_of(own))
    return rows


def _unboxed(
    words: Sequence[PlacedWord], grids: Sequence[Grid], strokes: Sequence[Stroke]
) -> list[Row]:
    if grids:
        return _with_grids(words, grids)
    parting = parting_line(words, strokes)
    if parting is None:
        return rows_of(words)
    blocks: tuple[list[PlacedWord], ...] = ([], [], [], [])
    for word in words:
        middle = (word.y0 + word.y1) / 2
        block = 0 if middle < parting.top else 3 if middle > parting.bottom else 2
        blocks[block - (block == 2 and word.x1 <= parting.x)].append(word)
    return [row for block in blocks for row in rows_of(block)]


def _with_grids(words: Sequence[PlacedWord], grids: Sequence[Grid]) -> list[Row]:
    inside: dict[int, list[PlacedWord]] = {index: [] for index in range(len(grids))}
    bounds = [grid.bounds for grid in grids]
    smallest_first = sorted(range(len(grids)), key=lambda index: _area(bounds[index]))
    outside: list[PlacedWord] = []
    for word in words:
        home = next((i for i in smallest_first if _holds(bounds[i], word)), None)
        (outside if home is None else inside[home]).append(word)
    rows: list[Row] = []
    for index in sorted(range(len(grids)), key=lambda index: bounds[index][1]):
        top = bounds[index][1]
        rows.extend(rows_of(word for word in outside if (word.y0 + word.y1) / 2 < top))
        outside = [word for word in outside if (word.y0 + word.y1) / 2 >= top]
        rows.extend(_grid_rows(inside[index], grids[index]))
    rows.extend(rows_of(outside))
    return rows


def _edge(stroke: Stroke) -> dict[str, float | str]:
    x, y = (stroke.x0 + stroke.x1) / 2, (stroke.y0 + stroke.y1) / 2
    if stroke.level:
        return _as_edge(stroke.x0, y, stroke.x1, y, "h")
    return _as_edge(x, stroke.y0, x, stroke.y1, "v")


def _as_edge(x0: float, top: float, x1: float, bottom: float, way: str) -> dict[str, float | str]:
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": way,
    }


def _grid_rows(words: Sequence[PlacedWord], grid: Grid) -> list[Row]:
    columns = _distinct(cell[0] for cell in grid.cells)
    tops = _distinct(cell[1] for cell in grid.cells)
    placed: dict[Bounds, list[PlacedWord]] = {cell: [] for cell in grid.cells}
    by_size = sorted(grid.cells, key=_area)
    for word in words:
        home = next((cell for cell in by_size if _holds(cell, word)), None)
        if home is None:
            home = min(by_size, key=lambda cell: _distance(cell, word))
        placed[home].append(word)
    rows: list[Row] = []
    for top in tops:
        cells = sorted((c for c in grid.cells if abs(c[1] - top) <= _SNAP), key=lambda c: c[0])
        rows.extend(_one_row(cells, placed, columns))
    return rows


def _one_row(
    bounds: Sequence[Bounds], placed: dict[Bounds, list[PlacedWord]], columns: Sequence[float]
) -> list[Row]:
    """One ruled row: a row of cells, or line by line where a cell holds more than a wrapped text."""
    used = [words for cell in bounds if (words := placed[cell])]
    if not used:
        return []
    if filled := _form([lines_of(words) for words in used]):
        return filled
    if all(_one_text(placed[cell], cell) for cell in bounds):
        width = 1 + max(_index(columns, cell[0]) for cell in bounds)
        cells: list[Cell] = [()] * width
        for cell in bounds:
            cells[_index(columns, cell[0])] = tuple(
                word for line in lines_of(placed[cell]) for word in line
            )
        every = [word for words in used for word in words]
        return [
            Row(
                tuple(cells),
                min(word.y0 for word in every),
                max(word.y1 for word in every),
                table=len(used) > 1 or width > 1,
            )
        ]
    texts = [_texts(placed[cell], cell) for cell in bounds]
    wrapped = any(len(text) > 1 for cell in texts for text in cell)
    if len(used) > 1 and wrapped and not _is_layout(texts) and not _are_level(used):
        return _text_by_text(texts)
    edges = [cell[0] for cell in bounds]
    return rows_of((word for words in used for word in words), edges)


def _texts(words: Sequence[PlacedWord], cell: Bounds) -> list[list[list[PlacedWord]]]:
    """A cell's texts from the top down, each with the lines that it is wrapped in."""
    lines = lines_of(words)
    if not lines:
        return []
    right = cell[2] - max(min(line[0].x0 for line in lines) - cell[0], 1.0)
    steps = [_middle(below) - _middle(above) for above, below in pairwise(lines)]
    found = [[lines[0]]]
    for line, step in zip(lines[1:], steps, strict=True):
        close = step < _GAP * median(steps)
        if close and _goes_on(found[-1][-1], line, right):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _middle(line: Sequence[PlacedWord]) -> float:
    return median((word.y0 + word.y1) / 2 for word in line)


def _goes_on(line: Sequence[PlacedWord], following: Sequence[PlacedWord], right: float) -> bool:
    """Whether a line of a cell goes on in the next one, which is no point and no name of a list's next person."""
    if line[0].bold != following[0].bold:
        return False
    short = line[-1].x1 - line[0].x0 < _SHORT * (right - line[0].x0)
    ended = line[-1].text.endswith((".", ":", "!", "?", ";"))
    if following[0].text.isdigit() and not ended and not short:
        return True  # "senast" over "11 april", which a blank that does not break holds together
    if MARK.fullmatch(following[0].text):
        return False
    if line[-1].text.endswith(","):
        return True
    if _ENTRY.match(" ".join(word.text for word in following)):
        return False
    label = short and following[0].text[:1].islower()  # over its value
    return not label and _wraps(line, following, right)


def _is_layout(texts: Sequence[Sequence[Sequence[Sequence[PlacedWord]]]]) -> bool:
    """Whether a row of two cells is the page's own text, set beside a margin."""
    longest = max(sum(len(line) for text in cell for line in text) for cell in texts)
    return len(texts) < _COLUMNS and longest > _LONG_CELL


def _are_level(cells: Sequence[Sequence[PlacedWord]]) -> bool:
    """Whether all cells have as many lines, each beginning large: labels over their values."""
    lines = [lines_of(words) for words in cells]
    begins = [line[0].text[:1] for cell in lines for line in cell]
    return len({*map(len, lines)}) == 1 and not any(map(str.islower, begins))


def _text_by_text(texts: Sequence[Sequence[Sequence[Sequence[PlacedWord]]]]) -> list[Row]:
    """One row for the first text of every cell, one for the second, as in a word processor's file."""
    rows: list[Row] = []
    for at in range(max(map(len, texts))):
        cells = [
            tuple(w for line in cell[at] for w in line) if at < len(cell) else () for cell in texts
        ]
        while at and not cells[0]:
            cells.pop(0)
        while at and not cells[-1]:
            cells.pop()
        every = [word for cell in cells for word in cell]
        rows.append(
            Row(tuple(cells), min(w.y0 for w in every), max(w.y1 for w in every), table=True)
        )
    return rows


def _form(cells: Sequence[list[list[PlacedWord]]]) -> list[Row]:
    """A form's row cell by cell, where each cell has its label in smaller print above its value; else none."""
    labels = [_tall(lines[0]) for lines in cells]
    values = [_tall(line) for lines in cells for line in lines[1:]]
    filled = sum(len(lines) > 1 for lines in cells)
    if not values or max(labels) > _SMALL * min(values) or filled < min(len(cells), _FILLED):
        return []
    return [
        Row((tuple(line),), min(word.y0 for word in line), max(word.y1 for word in line))
        for lines in cells
        for line in lines
    ]


def _tall(line: Sequence[PlacedWord]) -> float:
    return median(word.y1 - word.y0 for word in line)


def _one_text(words: Sequence[PlacedWord], cell: Bounds) -> bool:
    """Whether a cell's lines are one wrapped text: each leaves no room for the next line's first
    word, is a list's mark alone, or the next line goes on with a small letter."""
    lines = lines_of(words)
    if len(lines) < 2:
        return True
    if len(lines) > 12:
        return False
    padding = max(min(line[0].x0 for line in lines) - cell[0], 1.0)
    return all(_wraps(line, following, cell[2] - padding) for line, following in pairwise(lines))


def _wraps(line: Sequence[PlacedWord], following: Sequence[PlacedWord], right: float) -> bool:
    """Whether a line left no room for the next one's first word, is a list's mark alone, or the next begins small."""
    em = (line[0].y1 - line[0].y0) / 1.2
    fits = following[0].x1 - following[0].x0 + 0.5 * em < right - line[-1].x1
    mark = len(line) == 1 and MARK.fullmatch(line[0].text) is not None
    return not fits or mark or following[0].text[:1].islower()


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _index(columns: Sequence[float], x: float) -> int:
    return min(range(len(columns)), key=lambda index: abs(columns[index] - x))


def _holds(bounds: Bounds, word: PlacedWord) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]


def _distance(cell: Bounds, word: PlacedWord) -> float:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return abs((cell[0] + cell[2]) / 2 - x) + abs((cell[1] + cell[3]) / 2 - y)


def _area(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
