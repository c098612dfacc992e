"""The drawn lines of a PDF page: what rules its tables, underlines and strikes through its words.

Asked of pdfium's page objects, since parsing the page a second time in Python costs many times
more. Units: points, origin top left, as displayed.
"""

import ctypes
from dataclasses import dataclass, field
from statistics import median_high
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.read.glyphs import is_faint, is_pale, turn_of
from pipeline.read.layout import PlacedWord

_THIN = 3.0  # points: what is no thicker is a line, be it drawn or filled
_SHORT = 4.0  # points: what is no longer is a dot
_MOST = 4_000  # lines of a page; beyond that it is a drawing
_MOST_FILLED = 400  # boxes with a colour
_PASSED = (0.42, 1.12)  # of a word's height, from the top: where a line strikes or underlines it
_STRUCK, _UNDERLINED = 0.68, 0.76  # of it: over and under
_COVERED = 0.8  # of a word's width
_WHITE = 253  # of 255: a ground of any darker colour shows
_GROUND = 20.0  # points: the height of two lines of small print
_LARGE = 0.06  # of the page's area: a picture that may hold text
_DEPTH = 4  # of forms within forms

Bounds = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Stroke(NamedTuple):
    """A straight level or upright line, as the thin box that it fills."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


class Drawn(NamedTuple):
    """What stands on a page beside text.

    `filled`: the boxes with a colour of their own. `regions`: its larger pictures. `pictures`: the
    share of its area under pictures. `pixels`: of the largest one. `paths`: how many shapes were drawn. `faint`: whether some text may not show.
    """

    strokes: list[Stroke]
    filled: list[Bounds]
    regions: list[Bounds]
    pictures: float
    pixels: int
    paths: int
    faint: bool

    @property
    def more_than_text(self) -> bool:
        """Whether text may stand here that is not set in characters."""
        return self.pictures > 0.02 or self.paths > 40


def page_drawn(page: Any) -> Drawn:
    """The lines and pictures of a page. A page with more lines than a form has counts as drawing: none."""
    turn = turn_of(page)
    width, height = page.get_size()
    found = _Found()
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        found.visit(pdfium.FPDFPage_GetObject(page.raw, index), _IDENTITY, 0)
    lines = found.lines if len(found.lines) <= _MOST else []
    whole = max(width * height, 1)
    regions = [turn(*box) for box in found.pictures if _area(box) > _LARGE * whole]
    share = min(sum(map(_area, found.pictures)) / whole, 1.0)
    strokes = [Stroke(*turn(*line)) for line in lines]
    filled = [turn(*box) for box in found.filled]
    return Drawn(strokes, filled, regions, share, found.pixels, found.paths, found.faint)


def marked_words(words: list[PlacedWord], strokes: list[Stroke]) -> list[PlacedWord]:
    """The words, with those underlined taken as bold and those struck through as struck.

    Of all words that a line passes the one in the middle tells which, since boxes of one line's words differ.
    """
    level = sorted((s for s in strokes if s.level), key=lambda stroke: stroke.y0)
    marked: dict[int, PlacedWord] = {}
    for stroke in level:
        passed = {at: place for at, word in enumerate(words) if (place := _passes(stroke, word))}
        middle = median_high(passed.values()) if passed else 0.0
        for at in passed.keys() - marked.keys():
            if middle < _STRUCK:
                marked[at] = words[at]._replace(struck=True)
            elif middle > _UNDERLINED:
                marked[at] = words[at]._replace(bold=True)
    return [marked.get(at, word) for at, word in enumerate(words)]


def _passes(stroke: Stroke, word: PlacedWord) -> float | None:
    """How far down a word a line passes it, of its height; None where it does not."""
    tall, wide = word.y1 - word.y0, word.x1 - word.x0
    at = ((stroke.y0 + stroke.y1) / 2 - word.y0) / max(tall, 0.1)
    if not _PASSED[0] < at < _PASSED[1]:
        return None
    beside = min(word.x1, stroke.x1) - max(word.x0, stroke.x0) < _COVERED * wide
    return None if beside else at


def text_lines_only(strokes: list[Stroke], words: list[PlacedWord]) -> list[Stroke]:
    """The level lines that are as long as words are: ends of both agree within an em.

    A rule across the page, a form's blank line and a table's edge are not.
    """
    found: list[Stroke] = []
    for stroke in strokes:
        if not stroke.level:
            continue
        middle = (stroke.y0 + stroke.y1) / 2
        over = [
            word
            for word in words
            if word.y0 < middle < word.y1 + 0.12 * (word.y1 - word.y0)
            and min(word.x1, stroke.x1) - max(word.x0, stroke.x0) > 0.5 * (word.x1 - word.x0)
        ]
        if not over:
            continue
        em = max(word.y1 - word.y0 for word in over)
        if (
            stroke.x0 > min(word.x0 for word in over) - em
            and stroke.x1 < max(word.x1 for word in over) + em
        ):
            found.append(stroke)
    return found


@dataclass(slots=True)
class _Found:
    """Gathers what page objects draw, in the page's own coordinates."""

    lines: list[Bounds] = field(default_factory=list)
    filled: list[Bounds] = field(default_factory=list)
    pictures: list[Bounds] = field(default_factory=list)
    pixels: int = 0
    paths: int = 0
    faint: bool = False

    def visit(self, thing: Any, outer: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.paths += 1
            if len(self.lines) <= _MOST:
                self.lines.extend(_path(thing, outer))
            if len(self.filled) <= _MOST_FILLED and _is_ground(thing):
                self.filled.append(_bounds(thing, outer))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.faint = self.faint or is_faint(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append(_bounds(thing, outer))
            wide, tall = ctypes.c_uint(), ctypes.c_uint()
            pdfium.FPDFImageObj_GetImagePixelSize(thing, ctypes.byref(wide), ctypes.byref(tall))
            self.pixels = max(self.pixels, wide.value * tall.value)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = _times(_matrix(thing), outer)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self.visit(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)


def _is_ground(path: Any) -> bool:
    """Whether a path is filled with a colour and large enough for lines of text to stand on."""
    x0, y0, x1, y1 = _bounds(path, _IDENTITY)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return min(x1 - x0, y1 - y0) > _GROUND and fill.value != 0 and not is_pale(path, _WHITE)


def _area(box: Bounds) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def _path(path: Any, outer: Matrix) -> list[Bounds]:
    """The straight lines of one path: a thin filled shape, or the level and upright strokes."""
    x0, y0, x1, y1 = _bounds(path, outer)
    wide, tall = x1 - x0, y1 - y0
    if min(wide, tall) <= _THIN:
        return [(x0, y0, x1, y1)] if max(wide, tall) > _SHORT else []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    segments = pdfium.FPDFPath_CountSegments(path)
    if not stroke.value or segments > 400:
        return []
    return _segments(path, segments, _times(_matrix(path), outer))


def _segments(path: Any, count: int, matrix: Matrix) -> list[Bounds]:
    found: list[Bounds] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    start = at = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        to = _point(x.value, y.value, matrix)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = to
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found.extend(_straight(at, to))
        at = to
        if pdfium.FPDFPathSegment_GetClose(segment):
            found.extend(_straight(at, start))
            at = start
    return found


def _straight(a: tuple[float, float], b: tuple[float, float]) -> list[Bounds]:
    wide, tall = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(wide, tall) > 0.5 or max(wide, tall) <= _SHORT:
        return []
    return [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))]


def _bounds(thing: Any, outer: Matrix) -> Bounds:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(
        thing, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
    )
    if outer is _IDENTITY:
        return left.value, bottom.value, right.value, top.value
    corners = [
        _point(x, y, outer) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(thing: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix)):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
