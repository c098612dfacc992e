"""Pages whose text a drawn line parts in two columns, one to be read after the other."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.read.layout import PlacedWord
from pipeline.read.strokes import Stroke

_LONG = 150.0  # points: a shorter line is a note's bar or a cell's edge
_TOUCH = 6.0  # points: a level line that comes this close belongs to a table or a frame
_FEW = 12  # words: with fewer on a side the line is a margin's


class Parting(NamedTuple):
    """An upright line at x, from top to bottom, in points from the top left."""

    x: float
    top: float
    bottom: float


def parting_line(words: Sequence[PlacedWord], strokes: Sequence[Stroke]) -> Parting | None:
    """The upright line that stands alone between two columns of words and that no word crosses."""
    level = [stroke for stroke in strokes if stroke.level]
    for stroke in strokes:
        if stroke.level or stroke.y1 - stroke.y0 < _LONG:
            continue
        parting = Parting((stroke.x0 + stroke.x1) / 2, stroke.y0, stroke.y1)
        if not any(_touches(other, parting) for other in level) and _parts(parting, words):
            return parting
    return None


def _touches(level: Stroke, parting: Parting) -> bool:
    return (
        level.x0 - _TOUCH < parting.x < level.x1 + _TOUCH
        and parting.top - _TOUCH < (level.y0 + level.y1) / 2 < parting.bottom + _TOUCH
    )


def _parts(parting: Parting, words: Sequence[PlacedWord]) -> bool:
    beside = [word for word in words if parting.top < (word.y0 + word.y1) / 2 < parting.bottom]
    if any(word.x0 < parting.x < word.x1 for word in beside):
        return False
    left = sum(word.x1 <= parting.x for word in beside)
    return min(left, len(beside) - left) >= _FEW
