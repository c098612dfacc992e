"""Pictures of pages -> placed words, by RapidOCR, by tesseract, or by both.

Units: pixels in, points out; angles in degrees.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from typing import Any, Literal, NamedTuple

from pipeline.config import OcrEngine
from pipeline.errors import UnsupportedType
from pipeline.read.kept import keep, place_of, recalled
from pipeline.read.layout import PlacedWord
from pipeline.stages import RECOGNITION, digest

LONG_SIDE = 2000  # pixels that a page's long side is read at: 170 dpi for A4
_SURE = 0.90  # mean confidence under which other turns of the page are tried

Engine = Literal["rapidocr", "tesseract", "both"]

Picture = Any  # numpy array, height x width x 3, RGB


class OcrPage(NamedTuple):
    """What was read from one picture.

    `turned`: degrees clockwise by which the picture had to be turned to stand upright; the words'
    boxes are in the upright picture. `skew`: degrees by which its lines lean, down to the right.
    """

    words: list[PlacedWord]
    turned: int
    skew: float
    confidence: float


def engine_of(wanted: OcrEngine) -> Engine | None:
    """The engine to use, or None where there is none or OCR is off.

    `auto` is RapidOCR, or tesseract where that alone is installed. `both` is RapidOCR with tesseract's
    opinion on doubtful words.
    """
    there = engines()
    if wanted == "off" or (wanted == "auto" and not any(there.values())):
        return None
    if wanted == "auto":
        return "rapidocr" if there["rapidocr"] else "tesseract"
    if all(there.values()) if wanted == "both" else there[wanted]:
        return wanted
    raise UnsupportedType(f"the OCR engine {wanted} is not installed with Swedish")


def engines() -> dict[str, bool]:
    """The engines that can read Swedish scans, and whether each is installed."""
    from importlib.util import find_spec

    from pipeline.read.tesseract import reads_swedish

    rapid = find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
    return {"rapidocr": rapid, "tesseract": reads_swedish()}


def read_picture(
    picture: Picture, points_per_pixel: float, engine: Engine, kept: Path | None = None
) -> OcrPage:
    """Read one page's picture, whichever way up it lies.

    kept: a folder in which what was read in the same picture by the same code is found again.
    """
    place = None if kept is None else place_of(kept, _key(picture, engine))
    page = None if place is None else _recalled(place)
    if page is None:
        page = _read_any_way_up(picture, engine)
        if place is not None:
            keep(place, json.dumps(page).encode())
    return page._replace(words=[_scaled(word, points_per_pixel) for word in page.words])


def _key(picture: Picture, engine: Engine) -> str:
    key = sha256(f"{digest(RECOGNITION)} {engine} {picture.shape} {picture.dtype} ".encode())
    key.update(picture.tobytes())
    return key.hexdigest()


def _recalled(place: Path) -> OcrPage | None:
    """The page kept at `place`; None where there is none, or none of this form."""
    content = recalled(place)
    try:
        words, *others = json.loads(content or b"[[]]")
        return OcrPage([PlacedWord(*word) for word in words], *others)
    except (TypeError, ValueError):
        return None


def _read_any_way_up(picture: Picture, engine: Engine) -> OcrPage:
    page = _turned_and_read(picture, 0, engine)
    if page.words and (page.confidence < _SURE or _lies_down(page.words)):
        others = [_turned_and_read(picture, turn, engine) for turn in _turns(page)]
        page = max([page, *others], key=_worth)
    return page


def _turns(page: OcrPage) -> tuple[int, ...]:
    """The turns worth trying: a page of upright "lines" lies on its side."""
    return (90, 270) if _lies_down(page.words) else (180,)


def _lies_down(words: Sequence[PlacedWord]) -> bool:
    long = [word for word in words if len(word.text) > 3]
    tall = sum(word.y1 - word.y0 > 1.5 * (word.x1 - word.x0) for word in long)
    return bool(long) and 2 * tall > len(long)


def _worth(page: OcrPage) -> float:
    """How much was read with how much certainty; lines that stand on end count for nothing."""
    if _lies_down(page.words):
        return 0.0
    return sum(len(word.text) * max(word.confidence - 0.5, 0) for word in page.words)


def _turned_and_read(picture: Picture, turn: int, engine: Engine) -> OcrPage:
    import numpy

    upright = numpy.ascontiguousarray(numpy.rot90(picture, k=-(turn // 90))) if turn else picture
    words, skew = _read(upright, engine)
    confidence = fmean(word.confidence for word in words) if words else 0.0
    return OcrPage(words, turn, skew, confidence)


def _read(picture: Picture, engine: Engine) -> tuple[list[PlacedWord], float]:
    """The words of an upright picture and the skew of its lines."""
    if engine == "tesseract":
        from pipeline.read.tesseract import tesseract_words

        return tesseract_words(picture)
    from pipeline.read.opinion import with_second_opinion
    from pipeline.read.rapid import line_words, rapid_lines, skew_of

    lines = rapid_lines(picture)
    if engine == "both":
        lines = with_second_opinion(picture, lines)
    return [word for line in lines for word in line_words(line)], skew_of(lines)


def _scaled(word: PlacedWord, by: float) -> PlacedWord:
    return word._replace(x0=word.x0 * by, y0=word.y0 * by, x1=word.x1 * by, y1=word.y1 * by)
