"""Lone signs in ruled cells of a scan: X and - in a presence table, which text detection passes over."""

from collections.abc import Sequence
from typing import Any

from pipeline.read.layout import PlacedWord
from pipeline.read.ocr import Engine
from pipeline.read.tables import Bounds, Grid

_EDGE = 2.5  # points along a cell's lines that are not looked at
_SMALLEST, _LARGEST = 1.8, 16.0  # points: a sign's longer side
_FLAT = 0.45  # of its width: a dash is no higher
_DARK = 175  # of 255: thin strokes of small print are grey
_ROOM = 3  # points round a sign that the engine sees
_MOST = 400  # cells: beyond that it is a drawing
_CROSSES = frozenset("xX×✓√vV1lI|")  # what a pen's cross or tick is read as
_CERTAINTY = 0.6  # of what stands in no text


def lone_signs(
    picture: Any, grids: Sequence[Grid], words: Sequence[PlacedWord], scale: float, engine: Engine
) -> list[PlacedWord]:
    """The single sign in each cell that holds no word.

    `picture`: the straightened page, grey, height x width; `scale`: points a pixel.
    """
    cells = [cell for grid in grids for cell in grid.cells]
    if len(cells) > _MOST:
        return []
    middles = [((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2) for word in words]
    return [
        sign
        for cell in cells
        if not any(cell[0] < x < cell[2] and cell[1] < y < cell[3] for x, y in middles)
        if (sign := _sign(picture, cell, scale, engine)) is not None
    ]


def _sign(picture: Any, cell: Bounds, scale: float, engine: Engine) -> PlacedWord | None:
    import cv2

    left, top = (int((value + _EDGE) / scale) for value in cell[:2])
    right, bottom = (int((value - _EDGE) / scale) for value in cell[2:])
    inner = picture[max(top, 0) : bottom, max(left, 0) : right]
    if min(inner.shape, default=0) < 3:
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats((inner < _DARK).astype("uint8"))
    ink = [each for each in stats[1:count] if max(each[2], each[3]) * scale >= _SMALLEST]
    if len(ink) != 1:
        return None
    x, y, wide, tall = (int(value) for value in ink[0][:4])
    if max(wide, tall) * scale > _LARGEST:
        return None
    text = "-" if tall < _FLAT * wide else _read(inner, (x, y, wide, tall), scale, engine)
    if not text:
        return None
    x, y = x + max(left, 0), y + max(top, 0)
    box = (x * scale, y * scale, (x + wide) * scale, (y + tall) * scale)
    return PlacedWord(text, *box, confidence=_CERTAINTY)


def _read(inner: Any, box: tuple[int, int, int, int], scale: float, engine: Engine) -> str:
    """The cross in the box, or "" where it is none."""
    if engine == "tesseract":
        return ""
    import cv2

    from pipeline.read.rapid import rapid_sign

    x, y, wide, tall = box
    room = int(_ROOM / scale)
    crop = inner[max(y - room, 0) : y + tall + room, max(x - room, 0) : x + wide + room]
    text = rapid_sign(cv2.cvtColor(crop, cv2.COLOR_GRAY2RGB))
    return text if text in _CROSSES else ""
