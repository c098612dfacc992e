"""The sheet in a photograph: found on the table that it lies on, and laid flat."""

from typing import Any, NamedTuple

from pipeline.read.layout import PlacedWord

_LOOK = 600  # pixels that the sheet is looked for at
_LEAST = 0.45  # of the picture: a smaller sheet is something else
_LOOSE = 0.02  # of the outline's length: how far from straight its sides may run
_MARGIN = 0.012  # of the picture: a sheet that ends at its edge is a scan
_QUARTER = ((0.0, -1.0, 1.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))  # (x, y) -> (1 - y, x)
_STEP = 5.0  # pixels, at the size looked at, to either side of an edge
_POINTS, _JUMP = 60, 20  # places along a side, and levels of grey that it must jump by
_ROUNDED = 1.06  # times the outline that its four corners may cover


class Paper(NamedTuple):
    """A picture of one sheet, and the way back to the picture that it was cut from.

    `back`: 3 x 3, from places in `picture` to places in the original, both as shares (0..1) of width
    and height; None where nothing was cut.
    """

    picture: Any
    back: Any | None

    def turned(self, degrees: int) -> "Paper":
        """The same, once both pictures are turned clockwise by quarter turns."""
        import numpy

        picture, back = self
        for _ in range(degrees // 90):
            picture = numpy.ascontiguousarray(numpy.rot90(picture, k=-1))
            back = None if back is None else _QUARTER @ back @ numpy.linalg.inv(_QUARTER)
        return Paper(picture, back)

    def original(self, word: PlacedWord, width: float, height: float) -> PlacedWord:
        """A word of the sheet with its box in the original picture, of this size."""
        import numpy

        if self.back is None:
            return word
        corners = [(x, y, 1.0) for x in (word.x0, word.x1) for y in (word.y0, word.y1)]
        shares = numpy.array(corners) / (width, height, 1.0) @ self.back.T
        places = shares[:, :2] / shares[:, 2:] * (width, height)
        (x0, y0), (x1, y1) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        return word._replace(x0=x0, y0=y0, x1=x1, y1=y1)


def laid_flat(picture: Any) -> Paper:
    """The sheet in a picture (height x width x 3, RGB), its corners in the corners.

    The picture as it is where no four straight edges of one bright sheet show, as in a scan. The
    sheet gets the picture's proportions, so that its size in points is the page's.
    """
    import cv2
    import numpy

    corners = _corners(picture)
    if corners is None:
        return Paper(picture, None)
    tall, wide = picture.shape[:2]
    to = numpy.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], numpy.float32)
    turn = cv2.getPerspectiveTransform(corners, to)
    flat = cv2.warpPerspective(picture, turn, (wide, tall), borderMode=cv2.BORDER_REPLICATE)
    size = numpy.diag([wide, tall, 1.0])
    return Paper(flat, numpy.linalg.inv(size) @ numpy.linalg.inv(turn) @ size)


def _corners(picture: Any) -> Any | None:
    """The sheet's corners clockwise from the top left, in pixels."""
    import cv2
    import numpy

    tall, wide = picture.shape[:2]
    by = _LOOK / max(tall, wide)
    small = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(small, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    filled = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((15, 15), numpy.uint8))
    parting, _ = cv2.threshold(filled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    for level in (parting, 0.85 * parting, 0.7 * parting):
        four = _outline(filled > level)
        if four is not None and _stands_out(small, four):
            order = four.sum(axis=1), four[:, 1] - four[:, 0]
            clockwise = [order[0].argmin(), order[1].argmin(), order[0].argmax(), order[1].argmax()]
            return four[clockwise].astype(numpy.float32) / by
    return None


def _outline(bright: Any) -> Any | None:
    """The four corners of the largest bright region, where it has just four and fills the picture well."""
    import cv2

    outlines, _ = cv2.findContours(
        bright.astype("uint8"), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    if not outlines:
        return None
    largest = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(largest)
    four = cv2.approxPolyDP(hull, _LOOSE * cv2.arcLength(hull, True), True)
    covered = cv2.contourArea(four)
    if len(four) != 4 or not _LEAST * bright.size < covered < (1 - _MARGIN) * bright.size:
        return None
    if covered > _ROUNDED * cv2.contourArea(largest):
        return None
    return four.reshape(4, 2)


def _stands_out(grey: Any, corners: Any) -> bool:
    """Whether the brightness jumps along every side: a shadow's border runs softly."""
    import numpy

    tall, wide = grey.shape
    middle = corners.mean(axis=0)
    for start, end in zip(corners, numpy.roll(corners, -1, axis=0), strict=True):
        places = start + numpy.linspace(0.1, 0.9, _POINTS)[:, None] * (end - start)
        inward = (middle - (start + end) / 2) / numpy.linalg.norm(middle - (start + end) / 2)
        light = []
        for shift in (_STEP, -_STEP):
            x, y = (places + shift * inward).round().astype(int).T
            light.append(grey[y.clip(0, tall - 1), x.clip(0, wide - 1)].astype(float))
        if numpy.median(light[0] - light[1]) < _JUMP:
            return False
    return True
