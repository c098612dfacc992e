"""Tesseract as a program: a picture in, placed words out. Units: pixels; confidence 0..1."""

import shutil
import subprocess
from functools import cache
from math import atan2, degrees
from statistics import median
from typing import Any

from pipeline.errors import DamagedDocument, LimitExceeded, UnsupportedType
from pipeline.read.layout import PlacedWord

_SECONDS = 120  # for one page
_PAGE, BLOCK = "3", "6"  # how tesseract takes a picture: a page to be parted, or plain lines
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"}

Picture = Any  # numpy array, height x width x 3, RGB


@cache
def reads_swedish() -> bool:
    """Whether tesseract is installed with its `swe` data."""
    if shutil.which("tesseract") is None:
        return False
    told = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, check=False, timeout=_SECONDS
    )
    return "swe" in told.stdout.decode("utf-8", "replace").split()


def tesseract_words(picture: Picture, mode: str = _PAGE) -> tuple[list[PlacedWord], float]:
    """The words of a picture, and the degrees by which their lines lean, down to the right."""
    words: list[PlacedWord] = []
    lines: dict[tuple[str, ...], list[PlacedWord]] = {}
    for row in _table(picture, mode):
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip():
            continue
        left, top, width, height = (float(value) for value in fields[6:10])
        sure = max(float(fields[10]), 0.0) / 100
        word = PlacedWord(fields[11], left, top, left + width, top + height, confidence=sure)
        words.append(word)
        lines.setdefault(tuple(fields[2:5]), []).append(word)
    angles = [
        degrees(atan2((b.y0 + b.y1 - a.y0 - a.y1) / 2, b.x1 - a.x0))
        for a, b in ((line[0], line[-1]) for line in lines.values() if len(line) > 3)
        if b.x1 > a.x0
    ]
    return words, median(angles) if angles else 0.0


def _table(picture: Picture, mode: str) -> list[str]:
    import cv2

    done, png = cv2.imencode(".png", picture[:, :, ::-1])
    if not done:
        raise DamagedDocument("the page's picture cannot be handed to tesseract")
    try:
        result = subprocess.run(
            ["tesseract", "stdin", "stdout", "-l", "swe", "--dpi", "170", "--psm", mode, "tsv"],
            input=png.tobytes(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
            env=_ENVIRONMENT,
        )
    except subprocess.CalledProcessError as error:
        raise UnsupportedType("tesseract cannot read Swedish: install its swe data") from error
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(f"tesseract took more than {_SECONDS} s for a page") from error
    return result.stdout.decode("utf-8", "replace").splitlines()[1:]
