"""Rows of a list on a scanned page, laid out anew by where their words stand.

Forms handled: two or more lines of a table read as one ("Anna Ek Bo Li | rektor polisen"), where each line of
the first cell holds a name; columns read as one cell ("Bo Li, rektor PRO X"), where a gap between words is
too wide for a space.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.document import Document, Word
from models.view import View
from pipeline.extract.attendees.cuts import opens_with_name
from pipeline.names import is_name

Row = tuple[View, ...]

_WIDE = 2.0  # of a word's height: a gap that parts columns


def laid_out(document: Document, rows: Sequence[Row]) -> list[Row]:
    """`rows` with lines and columns apart, where they stand on a scanned page."""
    found: list[Row] = []
    for row in rows:
        if row[0].text and document.page_at(row[0].offsets[0]).ocr:
            found += [
                tuple(part for cell in line for part in _columns(document, cell))
                for line in _lines_apart(document, row)
            ]
        else:
            found.append(row)
    return found


def _words(document: Document, view: View) -> list[Word]:
    """The words of the page that stand in `view`, in order."""
    words = document.page_at(view.offsets[0]).words
    first = bisect_left(words, (view.offsets[0],))
    return list(words[first : bisect_left(words, (view.offsets[-1] + 1,), first)])


def _lines_apart(document: Document, row: Row) -> Iterator[Row]:
    """The lines of a row whose first cell names somebody in each of several lines."""
    first = _lines(document, row[0])
    if len(first) < 2 or not all(_names(view.text) for view, _ in first):
        yield row
        return
    middles = [middle for _, middle in first]
    others = [_dealt(_lines(document, cell), middles) for cell in row[1:] if cell.text]
    for at, (view, _) in enumerate(first):
        yield (view, *(line[at] for line in others if at in line))


def _names(text: str) -> bool:
    name = re.split(r"[,(]", text)[0].strip()
    return is_name(name) or opens_with_name(name)


def _dealt(lines: Sequence[tuple[View, float]], middles: Sequence[float]) -> dict[int, View]:
    """Each line of another cell beside the line of the first cell that is nearest; a wrapped one is whole."""
    found: dict[int, View] = {}
    for view, middle in lines:
        at = min(range(len(middles)), key=lambda each: abs(middles[each] - middle))
        before = found.get(at)
        found[at] = view if before is None else _joined(before, view)
    return found


def _joined(one: View, other: View) -> View:
    return View(f"{one.text} {other.text}", (*one.offsets, one.offsets[-1], *other.offsets))


def _lines(document: Document, view: View) -> list[tuple[View, float]]:
    """The printed lines of a cell, each with its middle's height: a line begins below and not further right."""
    words = _words(document, view)
    if not words:
        return [(view, 0.0)]
    starts = [0]
    for at, (one, two) in enumerate(pairwise(words), 1):
        if two.x0 < one.x1 and two.y0 > (one.y0 + one.y1) / 2:
            starts.append(at)
    found: list[tuple[View, float]] = []
    for first, last in pairwise([*starts, len(words)]):
        line = words[first:last]
        part = view.part(view.index(line[0].start), view.index(line[-1].end - 1) + 1)
        found.append((part, sum(word.y0 + word.y1 for word in line) / (2 * len(line))))
    return found


def _columns(document: Document, cell: View) -> Iterator[View]:
    """A cell cut where two words of one line stand too far apart."""
    if not cell.text:
        yield cell
        return
    start = 0
    for one, two in pairwise(_words(document, cell)):
        if two.x0 - one.x1 > _WIDE * (one.y1 - one.y0) and two.y0 < one.y1:
            yield cell.part(start, cell.index(one.end - 1) + 1)
            start = cell.index(two.start)
    yield cell.part(start, len(cell.text))
