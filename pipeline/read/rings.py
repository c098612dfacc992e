"""Å and Ö at the head of words that the recognition models take for A and O, by their ink or by the dictionary.

The models read a line in a box that hugs its letters, so that the ring of a first letter is often cut off.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.read.layout import PlacedWord
from pipeline.read.spelling import is_word
from pipeline.read.tables import Bounds

_ABOVE = 0.25  # of a word's height: as far over its box as a ring may reach
_BESIDE = 0.15  # of its height: a word's box may begin within its first letter
_LETTER = 0.8  # of its height: as wide as an A at most
_ENLARGED = 4  # times: narrow rings are a few pixels
_DARK = 150  # of 255
_TALL = 0.35  # of a word's height: its first letter
_TOUCH, _GAP = 0.05, 0.2  # of the letter's height: between it and a ring that it does not touch
_TOP, _NECK = (
    (0.03, 0.17),
    (0.22, 0.36),
)  # of the letter's height, ring and all: the ring, and what is under it
_NARROW, _WIDE = 0.15, 0.62  # of the letter's width: a ring's own
_UPRIGHT = 1.05  # times as high as wide: an A and its ring
_LEGS, _APART = 0.85, 0.3  # of its height and its width
_FIRST_PART = re.compile(r"\W")
_PLAIN = {"A": "ÅÄ", "O": "Ö"}

Picture = Any  # numpy array, height x width x 3, RGB


def ringed(words: Sequence[PlacedWord], picture: Picture, scale: float) -> list[PlacedWord]:
    """The words of a page; a first A with a ring over it is Å.

    Forms handled: a ring that stands in the picture ("Ake", "Asa", "ALIDEN"); a word that Swedish has
    with ring or dots alone ("Aterkoppling", "Oster"). `picture`: the upright page that the words were
    read in; `scale`: points a pixel.
    """
    return [
        word._replace(text=_ringed(word, picture, scale)) if word.text[:1] in _PLAIN else word
        for word in words
    ]


def _ringed(word: PlacedWord, picture: Picture, scale: float) -> str:
    first, rest = word.text[0], word.text[1:]
    if not rest[:1].isalpha():
        return word.text
    bare = _FIRST_PART.split(rest)[0]
    plain = is_word(f"{first}{bare}")
    fitting = [other for other in _PLAIN[first] if is_word(f"{other}{bare}")]
    if first == "A" and (fitting or not plain):
        box = (word.x0 / scale, word.y0 / scale, word.x1 / scale, word.y1 / scale)
        if _has_ring(picture, box):
            return f"Å{rest}"
    return f"{fitting[0]}{rest}" if fitting and not plain else word.text


def _has_ring(picture: Picture, box: Bounds) -> bool:
    """Whether an A has a ring over it: parted from it, or so that it is no narrower on top than below."""
    import cv2

    ink = _ink(picture, box)
    if ink is None:
        return False
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    shapes = [_Shape(index, *map(int, row[:4])) for index, row in enumerate(stats)][1:]
    least = _TALL * _ENLARGED * (box[3] - box[1])
    tall = [shape for shape in shapes if shape.high >= least]
    letter = min(tall, key=lambda shape: shape.x, default=None)
    if letter is None or letter.x == 0:  # cut through, or the end of another word
        return False
    ink = labels == letter.number
    if not _has_legs(ink, letter):
        return False
    over = [shape for shape in shapes if _is_over(shape, letter)]
    return len(over) == 1 or (not over and _is_ring_on_top(ink, letter))


class _Shape(NamedTuple):
    """Ink that hangs together, in pixels of the enlarged picture."""

    number: int
    x: int
    y: int
    wide: int
    high: int


def _is_over(shape: _Shape, letter: _Shape) -> bool:
    gap = letter.y - shape.y - shape.high
    return (
        -_TOUCH * letter.high < gap <= _GAP * letter.high
        and letter.x <= shape.x
        and shape.x + shape.wide <= letter.x + letter.wide
        and _NARROW * letter.wide <= shape.wide <= _WIDE * letter.wide
    )


def _has_legs(ink: Any, letter: _Shape) -> bool:
    """Whether it stands on two legs, as an A whose print is whole does."""
    row = ink[letter.y + int(_LEGS * letter.high), letter.x : letter.x + letter.wide].nonzero()[0]
    gaps = row[1:] - row[:-1]
    return bool(gaps.size) and int(gaps.max()) >= _APART * letter.wide


def _is_ring_on_top(ink: Any, letter: _Shape) -> bool:
    """An A grows from its apex down; with a ring on it, it does not for a third of its height."""
    if letter.high < _UPRIGHT * letter.wide:
        return False
    rows = ink[letter.y : letter.y + letter.high, letter.x : letter.x + letter.wide]
    spans = [row.nonzero()[0] for row in rows]
    widths = [int(span[-1] - span[0]) + 1 for span in spans]
    foot = max(widths[letter.high // 2 :])
    top, neck = (
        widths[int(first * letter.high) : int(last * letter.high) + 1]
        for first, last in (_TOP, _NECK)
    )
    return _NARROW * foot <= max(top) <= _WIDE * foot and min(neck) <= max(top)


def _ink(picture: Picture, box: Bounds) -> Any:
    """What is dark, of a word's first letter and what stands over it, enlarged; None for a speck."""
    import cv2
    import numpy

    x0, y0, x1, y1 = box
    height = y1 - y0
    left, right = max(int(x0 - _BESIDE * height), 0), int(min(x0 + _LETTER * height, x1))
    crop = picture[max(int(y0 - _ABOVE * height), 0) : int(y1) + 1, left:right]
    if min(crop.shape[:2]) < 4:
        return None
    grey = cv2.cvtColor(numpy.ascontiguousarray(crop), cv2.COLOR_RGB2GRAY)
    large = cv2.resize(grey, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    return (large < _DARK).astype("uint8")
