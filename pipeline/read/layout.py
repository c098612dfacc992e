"""Words on a page -> visual lines, and rows as they are marked. The same for PDF and for OCR.

Units: points, origin top left. An em is taken as the height of a word's box over 1.2; in type of one
width, whose boxes may be lower than that, from the width of its letters.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter, sub
from statistics import median
from typing import NamedTuple

from models.frozen import frozen


class PlacedWord(NamedTuple):
    """A run of characters without white space and its box."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    bold: bool = False
    struck: bool = False
    confidence: float = 1.0


Cell = tuple[PlacedWord, ...]
_LEFT = attrgetter("x0")


@frozen
class Row:
    """One row: its cells from left to right (an empty cell has no words).

    `gap`: white space clearly larger than the line pitch stands above it. `table`: a row between
    ruling lines. `aside`: sideways text in the margin.
    """

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    gap: bool = False
    table: bool = False
    aside: bool = False


@frozen
class Line:
    """One visual line: words from left to right, its edges and its em."""

    words: list[PlacedWord]
    top: float
    bottom: float
    em: float


def _line(members: Iterable[PlacedWord]) -> Line:
    words = sorted(members, key=_LEFT)
    middle = len(words) // 2
    _, _, tops, _, bottoms, *_ = zip(*words, strict=True)
    top, bottom = sorted(tops)[middle], sorted(bottoms)[middle]
    tall = sorted(map(sub, bottoms, tops))[middle]
    return Line(words, top, bottom, max(tall / 1.2, _pitch(words) / _TYPED, 1.0))


def _pitch(words: Sequence[PlacedWord]) -> float:
    """The width of a letter where all are as wide as each other, as on a typewriter; else 0."""
    widths = [(word.x1 - word.x0) / len(word.text) for word in words if len(word.text) > 2]
    if len(widths) < 2 or max(widths) > _ALIKE * min(widths):
        return 0.0
    return sum(widths) / len(widths)


MARK = re.compile(
    r"(?:§+|[ivxIVX]{1,5}[.)]|(?:§\s?)?\d{1,3}(?:\.\d{1,2})*[.):]?|[a-zåäöA-ZÅÄÖ][.)]|[-–—•·▪●○◦*\uf000-\uf0ff]|→)"
)  # a list's mark
_TYPED = 0.6  # em: the width of each letter in type of one width
_ALIKE = 1.03  # times the least width of a letter
WIDE = 1.6  # em: a gap this wide parts columns wherever it stands
_LARGE = 1.2  # times the usual height
_HEADING = 14  # words at most


def lines_of(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """The visual lines of some words, from the top down, each from left to right."""
    return [line.words for line in visual_lines(words)]


def aside_rows(words: Sequence[PlacedWord], upwards: bool) -> list[Row]:
    """Rows of text that runs up or down a margin."""
    turned = [
        word._replace(x0=-word.y1, y0=word.x0, x1=-word.y0, y1=word.x1)
        if upwards
        else word._replace(x0=word.y0, y0=-word.x1, x1=word.y1, y1=-word.x0)
        for word in words
    ]
    home = dict(zip(turned, words, strict=True))
    rows = []
    for line in lines_of(turned):
        cell = tuple(home[word] for word in line)
        top, bottom = min(word.y0 for word in cell), max(word.y1 for word in cell)
        rows.append(Row((cell,), top, bottom, aside=True))
    return rows


def with_large_as_bold(rows: Sequence[Row]) -> list[Row]:
    """Rows in print clearly larger than most of the page's words, marked bold as a heading is."""
    heights = [word.y1 - word.y0 for row in rows for cell in row.cells for word in cell]
    usual = median(heights) if heights else 0.0

    def large(cell: Cell) -> bool:
        return len(cell) <= _HEADING and all(w.y1 - w.y0 > _LARGE * usual for w in cell)

    def marked(row: Row) -> Row:
        if not any(map(large, row.cells)):
            return row
        cells = (tuple(w._replace(bold=True) for w in c) if large(c) else c for c in row.cells)
        return replace(row, cells=tuple(cells))

    return list(map(marked, rows))


def with_gaps(rows: Sequence[Row], pitch: float | None) -> list[Row]:
    """Mark the rows that stand apart from the one above.

    `pitch` is the document's distance from line to line (see `line_pitch`).
    """
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else None
        gap = above is not None and _apart(above, row, pitch or 1.0)
        result.append(row if row.gap == gap else replace(row, gap=gap))
    return result


def line_pitch(pages: Iterable[Sequence[Row]]) -> float | None:
    """A document's distance from line to line within paragraphs, in line heights.

    Of all distances the third from below in ten: in notes of single lines most are paragraphs' own.
    """
    found = []
    for rows in pages:
        for above, row in itertools.pairwise(rows):
            height = row.bottom - row.top
            step = row.bottom - above.bottom
            if height > 0 and 0.5 < step / height < 3:
                found.append(step / height)
    return sorted(found)[len(found) * 3 // 10] if found else None


def _apart(above: Row, row: Row, pitch: float) -> bool:
    if row.aside or above.aside:
        return not above.aside
    if row.table and above.table:
        return False
    if row.table != above.table:
        return True
    height = max(_height(row), 1.0)
    space = row.top - above.bottom
    if space < -3 * height:
        return True
    return space > (pitch - 1) * height + 0.3 * height


def _height(row: Row) -> float:
    heights = [word.y1 - word.y0 for cell in row.cells for word in cell]
    return median(heights) if heights else row.bottom - row.top


def visual_lines(words: Iterable[PlacedWord]) -> list[Line]:
    """Group words whose middles stand at one height."""
    lines: list[Line] = []
    members: list[PlacedWord] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda word: word.y0 + word.y1):
        _, _, top, _, bottom, *_ = word
        at, tall = (top + bottom) / 2, bottom - top
        if members and at - middle < 0.5 * (height if height <= tall else tall):
            members.append(word)
            middle += (at - middle) / len(members)
            height = tall if tall > height else height
            continue
        if members:
            lines.append(_line(members))
        members, middle, height = [word], at, tall
    if members:
        lines.append(_line(members))
    return lines
