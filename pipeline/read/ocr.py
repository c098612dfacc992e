"""Pictures of pages -> placed words, by RapidOCR (in the package's own wheel) or by tesseract.

RapidOCR's models (PP-OCR) come inside its wheel, know å ä ö é § and need no network. One engine a
process, one thread each, so that N workers use N cores.

Units: pixels in, points out; angles in degrees.
"""

import logging
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from functools import cache
from math import atan2, degrees
from statistics import fmean, median
from typing import Any, NamedTuple

from pipeline.config import OcrEngine
from pipeline.errors import DamagedDocument, UnsupportedType
from pipeline.read.layout import PlacedWord

LONG_SIDE = 2000  # pixels that a page's long side is read at: 170 dpi for A4
_DETECT_SIDE = 1280  # pixels: lines are found as well here as at full size, in half the time
_SURE = 0.90  # mean confidence under which other turns of the page are tried
_LONG_LINE = 4.0  # times as long as high: a line whose direction tells the page's
_SECONDS = 120  # of tesseract for one page

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


def engine_of(wanted: OcrEngine) -> str | None:
    """The engine to use, or None where there is none or OCR is off."""
    if wanted == "off":
        return None
    for name, there in engines().items():
        if there and wanted in ("auto", name):
            return name
    if wanted == "auto":
        return None
    raise UnsupportedType(f"the OCR engine {wanted} is not installed")


def engines() -> dict[str, bool]:
    """The engines that could read scans, and whether each is installed."""
    from importlib.util import find_spec

    rapid = find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
    return {"rapidocr": rapid, "tesseract": shutil.which("tesseract") is not None}


def read_picture(picture: Picture, points_per_pixel: float, engine: str) -> OcrPage:
    """Read one page's picture, whichever way up it lies."""
    page = _turned_and_read(picture, 0, engine)
    if page.words and (page.confidence < _SURE or _lies_down(page.words)):
        others = [_turned_and_read(picture, turn, engine) for turn in _turns(page)]
        page = max([page, *others], key=_worth)
    return page._replace(words=[_scaled(word, points_per_pixel) for word in page.words])


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


def _turned_and_read(picture: Picture, turn: int, engine: str) -> OcrPage:
    import numpy

    upright = numpy.ascontiguousarray(numpy.rot90(picture, k=-(turn // 90))) if turn else picture
    read = _rapid if engine == "rapidocr" else _tesseract
    words, skew = read(upright)
    confidence = fmean(word.confidence for word in words) if words else 0.0
    return OcrPage(words, turn, skew, confidence)


def _scaled(word: PlacedWord, by: float) -> PlacedWord:
    return word._replace(x0=word.x0 * by, y0=word.y0 * by, x1=word.x1 * by, y1=word.y1 * by)


@cache
def _rapid_engine() -> Any:
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.max_side_len": 4 * LONG_SIDE,  # pages come at the size that they are read at
            "Global.return_word_box": True,
            "Rec.rec_batch_num": 1,  # lines of unlike length in one batch cost a third more
            "Det.limit_type": "max",
            "Det.limit_side_len": _DETECT_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _rapid(picture: Picture) -> tuple[list[PlacedWord], float]:
    """RapidOCR finds lines and reads them; words come from the places of their characters."""
    import cv2

    cv2.setNumThreads(1)
    found = _rapid_engine()(picture[:, :, ::-1])
    if found.boxes is None or found.txts is None:
        return [], 0.0
    words: list[PlacedWord] = []
    angles: list[float] = []
    parted = found.word_results if len(found.word_results or ()) == len(found.txts) else None
    for index, (quad, text, score) in enumerate(
        zip(found.boxes, found.txts, found.scores, strict=True)
    ):
        corners = [(float(x), float(y)) for x, y in quad]
        (ax, ay), (bx, by) = corners[0], corners[1]
        height = abs(corners[3][1] - ay) + 1
        if bx - ax > _LONG_LINE * height:
            angles.append(_degrees(bx - ax, by - ay))
        words.extend(_line_words(corners, str(text), float(score), parted[index] if parted else ()))
    return words, median(angles) if angles else 0.0


def _degrees(dx: float, dy: float) -> float:
    return degrees(atan2(dy, dx))


def _line_words(
    corners: Sequence[tuple[float, float]], text: str, score: float, parts: Sequence[Any]
) -> list[PlacedWord]:
    """The words of one line, each with its box: where the engine gives none, by their length."""
    tokens = _spelled(text).split()
    spans: list[tuple[float, float]] = []
    if [_spelled(str(part[0])) for part in parts] == tokens:
        spans = [_share(corners, part[2]) for part in parts]
        scores = [float(part[1]) for part in parts]
    else:
        total = max(len(_spelled(text)), 1)
        scores, at = [score] * len(tokens), 0
        for token in tokens:
            first = _spelled(text).index(token, at)
            at = first + len(token)
            spans.append((first / total, at / total))
    words = []
    for token, (start, end), sure in zip(tokens, spans, scores, strict=True):
        a, b = _along(corners, start), _along(corners, end)
        xs, ys = [*(x for x, _ in a), *(x for x, _ in b)], [*(y for _, y in a), *(y for _, y in b)]
        box = (min(xs), min(ys), max(xs), max(ys))
        if shown := _in_swedish(_EASTERN.sub("", token)):
            words.append(PlacedWord(shown, *box, confidence=min(sure, 1.0)))
    return words


def _share(corners: Sequence[tuple[float, float]], quad: Any) -> tuple[float, float]:
    """The part of a line, 0 to 1 along it, that a word's own quad covers."""
    (ax, ay), (bx, by) = corners[0], corners[1]
    length = max((bx - ax) ** 2 + (by - ay) ** 2, 1.0)
    along = [((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length for x, y in quad]
    return max(min(along), 0.0), min(max(along), 1.0)


def _along(
    corners: Sequence[tuple[float, float]], share: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The points on a line's upper and lower edge at a share of its length."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return (
        (ax + share * (bx - ax), ay + share * (by - ay)),
        (dx + share * (cx - dx), dy + share * (cy - dy)),
    )


_FOREIGN = str.maketrans("áàâãāóòôõōÁÀÂÃÓÒÔÕ", "ååååäöööööÅÅÅÅÖÖÖÖ")


def _in_swedish(token: str) -> str:
    """A word with accents that Swedish lacks, as the models read smeared rings and dots.

    "pà" is "på". A name ("Gábor") stays where Swedish has no such word with ring or dots.
    """
    folded = token.translate(_FOREIGN)
    if folded == token or token == "à":
        return token
    from simplemma import is_known

    bare = folded.strip('.,:;!?()"”“')
    return folded if bare.islower() or is_known(bare.lower(), lang="sv") else token


_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")  # signs that the models see in drawings
_WIDE_FORMS = re.compile("[\u3000-\u303f\uff01-\uffee]")


_RUN_TOGETHER = re.compile(
    r"(?<![\w@./])([a-zåäöA-ZÅÄÖ][a-zåäö]{2,}[.,;:!?]?)([A-ZÅÄÖ][a-zåäö]{2,})(?!\w)"
)


def _spelled(text: str) -> str:
    """The line with what the models do to Swedish undone.

    Signs of full width get the width that Swedish text has; words run together ("BråVikdal",
    "möte.Nästa") are parted, but not one that is a word as it stands ("PowerPoint").
    """
    text = _WIDE_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _RUN_TOGETHER.sub(_parted, text)


def _parted(match: re.Match[str]) -> str:
    from simplemma import is_known

    return match[0] if is_known(match[0].lower(), lang="sv") else f"{match[1]} {match[2]}"


def _tesseract(picture: Picture) -> tuple[list[PlacedWord], float]:
    """Tesseract as a program: a picture in, a table of words out."""
    import cv2

    done, png = cv2.imencode(".png", picture[:, :, ::-1])
    if not done:
        raise DamagedDocument("the page's picture cannot be handed to tesseract")
    try:
        result = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "swe", "--dpi", "170", "tsv"],
            input=png.tobytes(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"},
        )
    except subprocess.CalledProcessError as error:
        raise UnsupportedType("tesseract cannot read Swedish: install its swe data") from error
    words = []
    lines: dict[tuple[str, ...], list[PlacedWord]] = {}
    for line in result.stdout.decode("utf-8", "replace").splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = (float(value) for value in fields[6:10])
        sure = max(float(fields[10]), 0.0) / 100
        word = PlacedWord(fields[11], left, top, left + width, top + height, confidence=sure)
        words.append(word)
        lines.setdefault(tuple(fields[2:5]), []).append(word)
    angles = [
        _degrees(
            line[-1].x1 - line[0].x0, (line[-1].y0 + line[-1].y1 - line[0].y0 - line[0].y1) / 2
        )
        for line in lines.values()
        if len(line) > 3 and line[-1].x1 > line[0].x1
    ]
    return words, median(angles) if angles else 0.0
