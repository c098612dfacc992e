"""RapidOCR: lines found and read by PP-OCR models, which come inside its wheel.

One engine a process, one thread each, so that N workers use N cores. Units: pixels.
"""

import logging
from collections.abc import Sequence
from functools import cache
from math import atan2, degrees
from statistics import median
from typing import Any, NamedTuple

from pipeline.read.layout import PlacedWord
from pipeline.read.spelling import spelled, swedish_word, with_section_signs

_DETECT_SIDE = 1280  # pixels: lines are found as well here as at full size, in half the time
_LARGEST = 8000  # pixels: pages come at the size that they are read at
_LONG_LINE = 4.0  # times as long as high: a line whose direction tells the page's
_DOUBTFUL = 0.8  # of a line's score: worth a look whether it is the other side's print
_BETTER = 0.15  # by which the mirrored line must be surer
_MARK = 0.5  # of the score of a single sign

Picture = Any  # numpy array, height x width x 3, RGB
Point = tuple[float, float]


class OcrLine(NamedTuple):
    """One line: its corners clockwise from the top left, its text and how sure that is (0..1).

    `parts`: the words with score and corners of their own, where the engine gives them.
    """

    corners: tuple[Point, ...]
    text: str
    score: float
    parts: Sequence[Any]


def rapid_lines(picture: Picture) -> list[OcrLine]:
    """The lines of a picture; not those of the other side that shine through the paper."""
    import cv2

    cv2.setNumThreads(1)
    found = _engine()(picture[:, :, ::-1], use_det=True, use_rec=True)
    if found.boxes is None or found.txts is None:
        return []
    parted = found.word_results if len(found.word_results or ()) == len(found.txts) else None
    lines = [
        OcrLine(
            tuple((float(x), float(y)) for x, y in quad),
            text,
            float(score),
            parted[index] if parted else (),
        )
        for index, (quad, text, score) in enumerate(
            zip(found.boxes, with_section_signs(found.txts), found.scores, strict=True)
        )
    ]
    return [line for line in lines if line.score > _DOUBTFUL or not _shines_through(picture, line)]


def rapid_sign(picture: Picture) -> str:
    """The one short text in a small picture, or "" where it is none for certain."""
    text, score = _read_alone(picture)
    return text if score > _MARK else ""


def skew_of(lines: Sequence[OcrLine]) -> float:
    """Degrees by which lines lean, down to the right."""
    angles = []
    for line in lines:
        (ax, ay), (bx, by), _, (_, dy) = line.corners
        if bx - ax > _LONG_LINE * (abs(dy - ay) + 1):
            angles.append(degrees(atan2(by - ay, bx - ax)))
    return median(angles) if angles else 0.0


def line_words(line: OcrLine) -> list[PlacedWord]:
    """The words of one line, each with its box: where the engine gives none, by their length."""
    tokens = spelled(line.text).split()
    spans: list[tuple[float, float]] = []
    if [spelled(str(part[0])) for part in line.parts] == tokens:
        spans = [_share(line.corners, part[2]) for part in line.parts]
        scores = [float(part[1]) for part in line.parts]
    else:
        total = max(len(spelled(line.text)), 1)
        scores, at = [line.score] * len(tokens), 0
        for token in tokens:
            first = spelled(line.text).index(token, at)
            at = first + len(token)
            spans.append((first / total, at / total))
    words = []
    for token, (start, end), sure in zip(tokens, spans, scores, strict=True):
        a, b = _along(line.corners, start), _along(line.corners, end)
        xs, ys = [*(x for x, _ in a), *(x for x, _ in b)], [*(y for _, y in a), *(y for _, y in b)]
        box = (min(xs), min(ys), max(xs), max(ys))
        if shown := swedish_word(token):
            words.append(PlacedWord(shown, *box, confidence=min(sure, 1.0)))
    return words


def line_crop(picture: Picture, line: OcrLine) -> Picture:
    """The upright box round a line."""
    xs, ys = [x for x, _ in line.corners], [y for _, y in line.corners]
    return picture[max(int(min(ys)), 0) : int(max(ys)) + 1, max(int(min(xs)), 0) : int(max(xs)) + 1]


@cache
def _engine() -> Any:
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.max_side_len": _LARGEST,
            "Global.return_word_box": True,
            "Rec.rec_batch_num": 1,  # lines of unlike length in one batch cost a third more
            "Det.limit_type": "max",
            "Det.limit_side_len": _DETECT_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _shines_through(picture: Picture, line: OcrLine) -> bool:
    """Whether a line reads better in a mirror."""
    crop = line_crop(picture, line)
    return min(crop.shape[:2]) > 0 and _read_alone(crop[:, ::-1])[1] > line.score + _BETTER


def _read_alone(picture: Picture) -> tuple[str, float]:
    """What stands in a picture of one line."""
    found = _engine()(picture[:, :, ::-1].copy(), use_det=False, use_rec=True)
    if not found.txts:
        return "", 0.0
    return str(found.txts[0]), float(found.scores[0])


def _share(corners: Sequence[Point], quad: Any) -> tuple[float, float]:
    """The part of a line, 0 to 1 along it, that a word's own quad covers."""
    (ax, ay), (bx, by) = corners[0], corners[1]
    length = max((bx - ax) ** 2 + (by - ay) ** 2, 1.0)
    along = [((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length for x, y in quad]
    return max(min(along), 0.0), min(max(along), 1.0)


def _along(corners: Sequence[Point], share: float) -> tuple[Point, Point]:
    """The points on a line's upper and lower edge at a share of its length."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return (
        (ax + share * (bx - ax), ay + share * (by - ay)),
        (dx + share * (cx - dx), dy + share * (cy - dy)),
    )
