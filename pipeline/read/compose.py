"""Rows of cells -> the document's text, with each word's place in it and the marks of the layout."""

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from models.document import Mark, MarkKind, Page, Word
from models.frozen import frozen
from models.issue import Issue
from pipeline.read.layout import PlacedWord, Row
from pipeline.read.reading import Reading

Place = tuple[int, int, int]  # index of page, of row, of cell
WHOLE_ROW = -1


@frozen
class LaidPage:
    """One page as laid out. Sizes in points; `turned` as in Page."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    ocr: bool = False
    turned: int = 0


def compose(
    pages: Sequence[LaidPage],
    furniture: frozenset[Place] = frozenset(),
    issues: tuple[Issue, ...] = (),
) -> Reading:
    """Write the pages' text; `furniture` names the rows and cells to be marked so."""
    out: list[str] = []
    at = 0
    marks: list[Mark] = []
    done: list[Page] = []
    for number, page in enumerate(pages):
        start = at
        words: list[Word] = []
        for index, row in enumerate(page.rows):
            if row.gap and index:
                out.append("\n")
                at += 1
            row_start = at
            for column, cell in enumerate(row.cells):
                if column:
                    out.append("\t")
                    at += 1
                cell_start = at
                at = _write(cell, out, words, at)
                if (number, index, column) in furniture:
                    marks.append(Mark("furniture", cell_start, at))
            if row.table:
                marks.append(Mark("table", row_start, at))
            if row.aside or (number, index, WHOLE_ROW) in furniture:
                marks.append(Mark("furniture", row_start, at))
            marks.extend(_runs("bold", row, words, row_start))
            marks.extend(_runs("struck", row, words, row_start))
            out.append("\n")
            at += 1
        if number + 1 < len(pages):
            out.append("\f")
            at += 1
        done.append(_page(page, start, at, words))
    return Reading("".join(out), tuple(done), tuple(marks), issues)


def _write(cell: Sequence[PlacedWord], out: list[str], words: list[Word], at: int) -> int:
    for index, word in enumerate(cell):
        if index:
            out.append(" ")
            at += 1
        end = at + len(word.text)
        words.append(Word(at, end, word.x0, word.y0, word.x1, word.y1, word.confidence))
        out.append(word.text)
        at = end
    return at


def _runs(kind: MarkKind, row: Row, words: list[Word], row_start: int) -> list[Mark]:
    """Marks over the runs of words of this row that are bold or struck, cell by cell."""
    is_set = attrgetter(kind)
    if not any(map(is_set, chain.from_iterable(row.cells))):
        return []
    flagged = [(column, is_set(word)) for column, cell in enumerate(row.cells) for word in cell]
    placed = words[len(words) - len(flagged) :]
    marks: list[Mark] = []
    open_in: int | None = None
    for (column, flag), word in zip(flagged, placed, strict=True):
        if flag and open_in == column:
            marks[-1] = Mark(kind, marks[-1].start, word.end)
        elif flag:
            marks.append(Mark(kind, word.start, word.end))
        open_in = column if flag else None
    return [mark for mark in marks if mark.start >= row_start]


def _page(page: LaidPage, start: int, end: int, words: list[Word]) -> Page:
    confidence = None
    if page.ocr and words:
        confidence = round(sum(word.confidence for word in words) / len(words), 4)
    make = Page if page.ocr else Page.trusted  # what was read from an image has numpy's numbers
    return make(
        number=page.number,
        start=start,
        end=end,
        width=round(float(page.width), 2),
        height=round(float(page.height), 2),
        turned=page.turned,
        ocr=page.ocr,
        ocr_confidence=confidence,
        words=tuple(words),
    )
