"""A scanned page: its picture is evened out, read, set upright and laid out in rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import cos, radians, sin
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from models.issue import Issue
from pipeline.read.bands import banded
from pipeline.read.compose import LaidPage
from pipeline.read.layout import PlacedWord, Row
from pipeline.read.ocr import LONG_SIDE, Engine, read_picture
from pipeline.read.paper import laid_flat
from pipeline.read.rings import ringed
from pipeline.read.signs import lone_signs
from pipeline.read.strokes import Stroke, marked_words, text_lines_only
from pipeline.read.tables import ruled, ruled_rows

_Box = tuple[float, float, float, float]

_MIN_LINE = 40  # points: shorter drawn lines rule no table
_MIN_UNDER = 20  # points: shorter ones than these underline no word, but are letters or dirt
_LEVEL = 0.15  # degrees: under this a page is straight
_SMALL = 40  # pixels
_SOME = 4  # words
_UNSURE = 0.8  # mean confidence
_BOLD = 1.14  # times the page's usual stroke width


def laid_scan(
    number: int,
    picture: Any,
    width: float,
    height: float,
    engine: Engine,
    issues: list[Issue],
    kept: Path | None = None,
) -> LaidPage:
    """Read a page's picture (height x width x 3, RGB) that stands for a page of this size in points.

    Forms handled: pages on their side or upside down, lines that lean, uneven light, a sheet
    photographed on a table, ruled tables with lone signs in their cells, bold lines (by the thickness
    of their strokes), words underlined or struck. The page's size and the boxes are those of the
    upright page. A page read with little certainty is told of in `issues`. kept: as in `read_picture`.
    """
    paper = laid_flat(picture)
    paper = paper._replace(picture=_evened(_fitted(paper.picture)))
    scale = max(width, height) / max(paper.picture.shape[:2])
    page = read_picture(paper.picture, scale, engine, kept)
    paper = paper.turned(page.turned)
    page = page._replace(words=ringed(page.words, paper.picture, scale))
    if page.turned in (90, 270):
        width, height = height, width
    straight = _Turn(width / 2, height / 2, -page.skew)
    words = [straight.word(word) for word in page.words]
    level = _levelled(paper.picture, page.skew)
    lines = _drawn_lines(level, scale)
    strokes = [line for line in lines if max(line.x1 - line.x0, line.y1 - line.y0) > _MIN_LINE]
    grids, frames = ruled(strokes)
    grids += banded(words, strokes, grids)
    if not grids:
        words = marked_words(words, text_lines_only(lines, words))
    strokes_of = _stroke_widths(paper.picture, page.words, scale)
    widths = {_box(word): width for word, width in zip(words, strokes_of, strict=True)}
    words += lone_signs(level, grids, words, scale, engine)
    rows = ruled_rows(words, grids, strokes, frames)
    back = _Turn(width / 2, height / 2, page.skew)

    def placed(word: PlacedWord) -> PlacedWord:
        return paper.original(back.word(word), width, height)

    if page.words and page.confidence < _UNSURE:
        message = f"Sidan {number} är svårläst: OCR anger säkerheten {page.confidence:.0%}."
        issues.append(Issue(kind="ocr_uncertain", severity="warning", message=message))
    laid = tuple(_moved(_with_bold(row, widths), placed) for row in rows)
    return LaidPage(number, width, height, laid, ocr=True, turned=page.turned)


def picture_words(
    picture: Any,
    region: tuple[float, float, float, float],
    scale: float,
    engine: Engine,
    kept: Path | None = None,
) -> list[PlacedWord]:
    """The words in one region (points) of a page's picture; none where it shows no upright text.

    A word or two in a photograph are no text: fewer than `_SOME` words count as none.
    """
    x0, y0, x1, y1 = (max(int(value / scale), 0) for value in region)
    crop = picture[y0:y1, x0:x1]
    if min(crop.shape[:2]) < _SMALL:
        return []
    crop = _evened(crop)
    page = read_picture(crop, scale, engine, kept)
    if page.turned or page.confidence < _UNSURE or len(page.words) < _SOME:
        return []
    dx, dy = x0 * scale, y0 * scale
    return [
        word._replace(x0=word.x0 + dx, y0=word.y0 + dy, x1=word.x1 + dx, y1=word.y1 + dy)
        for word in ringed(page.words, crop, scale)
    ]


class _Turn(NamedTuple):
    """A turn about a point, in degrees clockwise. Small turns: boxes stay level."""

    x: float
    y: float
    angle: float

    def word(self, word: PlacedWord) -> PlacedWord:
        if abs(self.angle) < _LEVEL:
            return word
        cx, cy = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        turn = radians(self.angle)
        nx = self.x + (cx - self.x) * cos(turn) - (cy - self.y) * sin(turn)
        ny = self.y + (cx - self.x) * sin(turn) + (cy - self.y) * cos(turn)
        dx, dy = nx - cx, ny - cy
        return word._replace(x0=word.x0 + dx, y0=word.y0 + dy, x1=word.x1 + dx, y1=word.y1 + dy)


def _moved(row: Row, placed: Callable[[PlacedWord], PlacedWord]) -> Row:
    return replace(row, cells=tuple(tuple(map(placed, cell)) for cell in row.cells))


def _fitted(picture: Any) -> Any:
    """The picture at reading size: larger ones cost time and gain nothing."""
    import cv2

    by = LONG_SIDE / max(picture.shape[:2])
    if 0.97 < by <= 1.0:
        return picture
    if by < 1.0:
        return cv2.resize(picture, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    return cv2.resize(picture, None, fx=by, fy=by, interpolation=cv2.INTER_CUBIC)


def _evened(picture: Any) -> Any:
    """Take out shadows, each place over the paper's own brightness there, and sharpen a little."""
    import cv2
    import numpy

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, numpy.ones((5, 5), numpy.uint8)), 21)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(grey, paper, scale=255)
    even = cv2.addWeighted(even, 1.6, cv2.GaussianBlur(even, (0, 0), 2), -0.6, 0)
    return cv2.cvtColor(even, cv2.COLOR_GRAY2RGB)


def _stroke_widths(picture: Any, words: Sequence[PlacedWord], scale: float) -> list[float | None]:
    """How thick each word's strokes are, over the page's usual; None for words too short to tell."""
    import cv2

    dark = 255 - cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    found: list[float | None] = []
    for word in words:
        x0, y0, x1, y1 = (max(int(value / scale), 0) for value in word[1:5])
        crop = dark[y0:y1, x0:x1]
        if len(word.text) < 3 or min(crop.shape) < 6:
            found.append(None)
            continue
        large = cv2.resize(crop, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
        _, ink = cv2.threshold(large, 110, 1, cv2.THRESH_BINARY)
        depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
        found.append(float(depth[ink > 0].mean()) if ink.any() else None)
    known = [width for width in found if width is not None]
    usual = median(known) if known else 1.0
    return [None if width is None else width / usual for width in found]


def _box(word: PlacedWord) -> _Box:
    return word.x0, word.y0, word.x1, word.y1


def _with_bold(row: Row, widths: dict[_Box, float | None]) -> Row:
    """The row, with cells whose words are mostly thick marked bold."""
    cells = []
    for cell in row.cells:
        known = [width for word in cell if (width := widths.get(_box(word))) is not None]
        bold = bool(known) and median(known) > _BOLD
        cells.append(tuple(word._replace(bold=True) for word in cell) if bold else cell)
    return replace(row, cells=tuple(cells))


def _levelled(picture: Any, skew: float) -> Any:
    """The picture in grey, turned about its middle until its lines are level."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    if abs(skew) >= _LEVEL:
        tall, wide = grey.shape
        turn = cv2.getRotationMatrix2D((wide / 2, tall / 2), skew, 1.0)
        grey = cv2.warpAffine(grey, turn, (wide, tall), borderValue=255)
    return grey


def _drawn_lines(grey: Any, scale: float) -> list[Stroke]:
    """The level and upright lines of a straightened picture that are longer than letters, in points."""
    import cv2
    import numpy

    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15
    )
    strokes: list[Stroke] = []
    level = (int(_MIN_UNDER / scale), 1)
    upright = (1, int(_MIN_LINE / scale))
    for least, shape in ((_MIN_UNDER, level), (_MIN_LINE, upright)):
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
        lines = cv2.dilate(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel), numpy.ones((3, 3)))
        count, _, stats, _ = cv2.connectedComponentsWithStats(lines)
        for x, y, wide, tall, _ in stats[1:count]:
            if min(wide, tall) * scale < 6 and max(wide, tall) * scale > least:
                box = (x * scale, y * scale, (x + wide) * scale, (y + tall) * scale)
                strokes.append(Stroke(*(float(value) for value in box)))
    return strokes
