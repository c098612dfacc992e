"""The lines of a document, as a person sees them.

Forms handled: columns parted by tabs, by three or more spaces or by Markdown's pipes (letter-spaced
words part none); Markdown's headings and emphasis; page marks ("Sida 1 (3)", "2 2 (10)", "- 3 -") and
templates' names ("ABC2001, v1.0, 2010-05-03"); text that a converter has
flattened into one line, be it wrapped since or page by page under a host's lines (see stretches.py, transcribed.py,
flattened.py).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from models.document import Document, MarkKind
from models.evidence import Span
from models.frozen import frozen
from models.segmented import Line
from models.view import NOTHING, view_of
from pipeline.segment.flattened import flat_edges, has_items
from pipeline.segment.inner_points import inner_points
from pipeline.segment.page_breaks import page_breaks
from pipeline.segment.run_in import titles_of_rows
from pipeline.segment.stretches import flat_stretches, on_one_line
from pipeline.segment.tabbed import aligned
from pipeline.segment.transcribed import hosts_rows, pages, quoted_title

_PHYSICAL = re.compile(r"[^\n\f\r]+")
_COLUMN_GAP = re.compile(r"\t|[ \u00a0]{3,}|\s*\|\s*")
_COLUMN_SIGNS = ("\t", "   ", "|", "\u00a0")  # one of them is in each
_MARKER = re.compile(
    r"(?:[-–•·▪*\uf0b7\uf0a7]|§?\s?\d{1,3}[.)]?|[a-z][.)])\s+"
)  # no column of its own
_NUMBER = re.compile(r"(?:§+\s?)?(?:[A-ZÅÄÖ]{2,5}\s)?\d{1,3}[.):]?\s+")  # of an item
_LETTER = re.compile(r"[^\W\d_] [^\W\d_]\Z")
_LETTERS = re.compile(r"[^\W\d_](?= [^\W\d_](?!\w))")  # both: words set with their letters apart
_NOISE_LENGTH = 400
_NOISE = re.compile(
    rf"\S{{{_NOISE_LENGTH}}}"
)  # no word: data that was pasted in or a font without characters
_HEADING = re.compile(r"(?P<signs>#{1,6})\s")
_SIGNS = 7  # more than a heading of Markdown has
_TABLE_RULE = re.compile(r"[\s|:+=_-]{3,}")
_ITEM = re.compile(
    r"(?:§+\s?(?:[A-ZÅÄÖ]{2,5}\s?)?\d+|[A-ZÅÄÖ]{2,5}\s\d+)\s+[A-ZÅÄÖ][a-zåäö]"
)  # an item that a contents list repeats at the top of a page
_PAGE_MARK = re.compile(
    r"^\W*(?:(?:sid(?:a|an|nr)?|blad|page)\W*)?\d{1,3}(?:\s+\d{1,3})?\s*(?:\(\s*\d{1,3}\s*\)|(?:av|of|/)\s*\d{1,3})\W*$"
    r"|^\W*(?:sid(?:a|an|nr)?|blad)\W*\d{1,3}\W*$|^[-–]\s?\d{1,3}\s?[-–]$|^\(\d{1,2}\)$"
    r"|^[a-zåäö]{2,5}(?:[\s-]?(?:mall|blankett|dok(?:ument)?))?\s?\d{3,5},?\s+v(?:er(?:sion)?)?\.?\s?\d{1,2}(?:\.\d{1,2})?(?:,?\s+\d{4}-\d{2}-\d{2})?$",
    re.IGNORECASE,
)  # and a template's name ("ABC2001, v1.0, 2010-05-03")

_STRIKE = "~"  # what plain text strikes through with


def without_struck(document: Document) -> Document:
    """The document as its readers are to take it: nothing where text is struck through.

    Each struck character becomes a mark without width, so that all places stay what they were. A line
    of which no letter is left, or little at all, goes as a whole with its number or bullet.
    """
    struck = [mark for mark in document.marks if mark.kind == "struck"]
    if not struck:
        return document
    text = document.text
    for mark in struck:
        text = _blanked(text, mark.start, mark.end)
    marks = _Marks(document)
    for row in _PHYSICAL.finditer(document.text):
        left = text[row.start() : row.end()]
        if NOTHING in left and (
            not any(map(str.isalpha, left)) or marks.cover("struck", *row.span())
        ):
            text = _blanked(text, *row.span())
    return document.model_copy(update={"text": text})


def _blanked(text: str, start: int, end: int) -> str:
    """`text` without what stands in [start, end) and the signs of its striking round it."""
    while start > 0 and text[start - 1] == _STRIKE:
        start -= 1
    while end < len(text) and text[end] == _STRIKE:
        end += 1
    return text[:start] + re.sub(r"\S", NOTHING, text[start:end]) + text[end:]


def lines(document: Document) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The body's lines in order, and the furniture's (page heads, feet and numbers)."""
    body: list[Line] = []
    furniture: list[Line] = []
    gap = True
    last_end = 0
    marks = _Marks(document)
    for row in _physical(document.text, marks):
        start, end = row.start, row.end
        between = document.text[last_end:start]
        gap = gap or between.count("\n") > 1 or "\f" in between or not last_end
        last_end = end
        if _TABLE_RULE.fullmatch(document.text, start, end) or (
            end - start >= _NOISE_LENGTH and _NOISE.search(document.text, start, end)
        ):
            continue
        line = _line(document, marks, start, end, gap, titled=row.titled)
        if not line.text:
            gap = True  # a line that was struck parts what stands round it
            continue
        repeated = marks.cover("furniture", start, end) and not _ITEM.match(line.text)
        if row.furniture or repeated or _PAGE_MARK.match(line.text):
            furniture.append(line)
            continue
        body.append(line)
        gap = False
    return aligned(document.text, body), tuple(furniture)


_Place = tuple[int, int]


@frozen
class _Row:
    """A line's start and end. titled: a title that was found in flattened text; furniture: a page's
    number and head before what a transcript has on the same line.
    """

    start: int
    end: int
    titled: bool = False
    furniture: bool = False


def _physical(text: str, marks: "_Marks") -> Iterator[_Row]:
    """The lines, but for those that a host has set above the document's own; one with its title is furniture."""
    rows = _trimmed_rows(text)
    hosts = hosts_rows(text, rows)
    breaks = page_breaks(text, rows)
    own = [
        row
        for row in rows
        if not (
            row in hosts
            or marks.cover("furniture", *row)
            or _PAGE_MARK.match(text[slice(*row)])
            or _is_held(row, breaks)
        )
    ]
    heads = pages(text, own, hosted=bool(hosts))
    if flat := list(heads) or flat_stretches(text, own):
        yield from _flattened(on_one_line(text, flat), flat, heads, hosts, breaks)
        return
    opened = titles_of_rows(text, own)
    for row in rows:
        if row in hosts:
            yield from _quoted(text, row)
        else:
            yield from _cut(text, *row, breaks) or _pieces(text, *row, opened.get(row[0]))


def _pieces(text: str, start: int, end: int, title: int | None) -> Iterator[_Row]:
    """A line in its pieces: a title that ends at `title`, and what points inside part."""
    if title is not None and (rest := _trimmed(text, title, end)):
        yield _Row(start, title, titled=True)
        start, end = rest
    for first, last in pairwise([start, *inner_points(text, start, end), end]):
        yield _Row(*(_trimmed(text, first, last) or (first, last)))


def _flattened(
    text: str,
    flat: Sequence[_Place],
    heads: Mapping[_Place, int],
    hosts: Collection[_Place],
    breaks: Sequence[Span],
) -> Iterator[_Row]:
    """The lines of a text of which the rows `flat` are several in one. heads: where a page's head ends that opens it."""
    opens = True
    for row in _trimmed_rows(text):
        start, end = row
        if row in hosts:
            yield from _quoted(text, row)
            continue
        if row in heads and (head := _trimmed(text, start, heads[row])):
            yield _Row(*head, furniture=True)
            start = heads[row]
        edges, titles = [start, end], set[int]()
        if row in flat:
            edges, titles = flat_edges(text, start, end, opens=opens, closes=row == flat[-1])
            opens = opens and not has_items(text, start, end)
        for first, last in pairwise(edges):
            if broken := _cut(text, first, last, breaks):
                yield from broken
            elif piece := _trimmed(text, first, last):
                yield _Row(*piece, titled=first in titles)


def _quoted(text: str, row: _Place) -> Iterator[_Row]:
    """The document's title where a host's line has it: it may tell what the text has lost."""
    if (title := quoted_title(text, row)) is not None:
        yield _Row(*title, furniture=True)


def _is_held(row: _Place, breaks: Sequence[Span]) -> bool:
    return any(span.start <= row[0] and row[1] <= span.end for span in breaks)


def _cut(text: str, start: int, end: int, breaks: Sequence[Span]) -> list[_Row]:
    """The parts of a line in which pages end; none where no page does."""
    inside = [span for span in breaks if span.start < end and start < span.end]
    if not inside:
        return []
    edges = sorted({start, end, *(min(max(at, start), end) for span in inside for at in span)})
    return [
        _Row(*piece, furniture=_is_held(piece, inside))
        for first, last in pairwise(edges)
        if (piece := _trimmed(text, first, last))
    ]


def _trimmed_rows(text: str) -> list[_Place]:
    return [row for match in _PHYSICAL.finditer(text) if (row := _trimmed(text, *match.span()))]


def _trimmed(text: str, start: int, end: int) -> _Place | None:
    """[start, end) without white space at its ends; None where nothing is left."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = end - (len(piece) - len(piece.rstrip()))
    return (first, last) if first < last else None


def _line(
    document: Document, marks: "_Marks", start: int, end: int, gap: bool, *, titled: bool
) -> Line:
    raw = document.text[start:end]
    whole = view_of(document.text, [Span(start, end)])
    table = marks.cover("table", start, end)
    piped = raw.startswith("|")
    cells: list[Span] = []
    at = start + (len(raw) - len(raw.lstrip("| ")) if piped else 0)
    stop = end - (len(raw) - len(raw.rstrip("| ")) if piped else 0)
    marker = _MARKER.match(document.text, at, stop)
    columns = any(sign in raw for sign in _COLUMN_SIGNS)
    for match in _COLUMN_GAP.finditer(document.text, at, stop) if columns else ():
        if "|" in match.group() and not piped:
            continue
        if marker and match.start() < marker.end() and not {"\t", "|"} & {*match.group()}:
            continue
        if _LETTER.search(document.text, at, match.start()) and _LETTERS.match(
            document.text, match.end(), stop
        ):
            continue
        cells.append(Span(at, match.start()))
        at = match.end()
    cells.append(Span(at, stop))
    marked = _HEADING.match(raw)
    emphasis = raw.strip().startswith(("**", "__")) and raw.rstrip(" :.").endswith(("**", "__"))
    bold = emphasis or marks.cover("bold", start, end)
    heading = titled or marked is not None or marks.cover("heading", start, end)
    return Line(
        start=start,
        end=end,
        text=whole.text,
        cells=tuple(view_of(document.text, [cell]) for cell in cells)
        if len(cells) > 1
        else (whole,),
        bold=bold,
        heading=heading,
        gap=gap,
        table=table or piped,
        strong_to=_emphasis_end(raw, start) or _strong_to(document.text, marks, start, end),
        rank=_rank(document, start, end, raw) if bold or heading else 0.0,
    )


def _rank(document: Document, start: int, end: int, raw: str) -> float:
    """How large a heading is: its print's height in points, of Markdown's by its signs; 0 where neither is known."""
    if (marked := _HEADING.match(raw)) is not None:
        return float(_SIGNS - len(marked["signs"]))
    if document.page_at(start).ocr or (box := document.box(start, end)) is None:
        return 0.0
    return box.y1 - box.y0


def _strong_to(text: str, marks: "_Marks", start: int, end: int) -> int:
    """Where the print ends that is bold from the line's start on, or from the title behind its number."""
    reach = marks.reach("bold", start)
    number = _NUMBER.match(text, start, end) if reach == start else None
    behind = marks.reach("bold", number.end()) if number is not None else start
    return behind if number is not None and behind > number.end() else reach


def _emphasis_end(raw: str, start: int) -> int:
    """Where Markdown's strong text ends that opens a line; 0 where none does, or all of it."""
    stop = raw.find("**", 2) if raw.startswith("**") else -1
    return start + stop if 0 < stop < len(raw.rstrip(" :.")) - 2 else 0


class _Marks:
    """A document's marks, for asking which lines they cover."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._spans: dict[MarkKind, list[Span]] = {}
        for mark in document.marks:
            self._spans.setdefault(mark.kind, []).append(Span(mark.start, mark.end))
        self._reach = {
            kind: list(accumulate((span.end for span in spans), max))
            for kind, spans in self._spans.items()
        }

    def reach(self, kind: MarkKind, start: int) -> int:
        """Where the mark of `kind` ends that holds the place `start`; `start` where none does."""
        spans = self._spans.get(kind, [])
        at = bisect_right(spans, start, key=lambda span: span.start)
        return max(spans[at - 1].end, start) if at else start

    def cover(self, kind: MarkKind, start: int, end: int) -> bool:
        """Whether marks of `kind` cover most of [start, end)."""
        if (spans := self._spans.get(kind)) is None:
            return False
        reach = self._reach[kind]
        last = bisect_left(spans, end, key=lambda span: span.start)
        first = bisect_right(reach, start, hi=last)  # no mark before it goes beyond `start`
        if first == last:
            return False
        covered = sum(
            max(0, min(span.end, end) - max(span.start, start)) for span in spans[first:last]
        )
        return covered > 0.7 * len(self._text[start:end].strip("*_~#:. \t"))
