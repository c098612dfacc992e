"""Boxes of text that stand beside the page's own lines: drawn round or filled with a colour.

A fact box in the margin, the time and place beside the title. Its lines belong together, whatever
stands at their height on the other side of the frame. Units: points, origin top left.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.read.layout import PlacedWord, Row, visual_lines

Bounds = tuple[float, float, float, float]

_TOUCH = 4.0  # points: boxes this close are a table's cells
_LINES = 2  # in a box, at least: one line beside others is a row of theirs
_WORDS = 4  # in a box, at least
_APART = 1.25  # times the usual step from line to line: a new paragraph


def beside_boxes(words: Sequence[PlacedWord], bounds: Sequence[Bounds]) -> list[Bounds]:
    """Those of `bounds` that hold lines of their own beside other lines, none inside another.

    Cells of a table are none: they touch each other. Nor is a frame that words cross.
    """
    found: list[Bounds] = []
    for box in sorted(_unlike(bounds), key=_area, reverse=True):
        if any(_touch(box, other) for other in bounds) or any(_within(box, f) for f in found):
            continue
        inside = [word for word in words if _holds(box, word)]
        level = [w for w in words if box[1] < (w.y0 + w.y1) / 2 < box[3] and not _holds(box, w)]
        clear = all(word.x1 <= box[0] + 1 or word.x0 >= box[2] - 1 for word in level)
        if level and clear and len(inside) >= _WORDS and len(visual_lines(inside)) >= _LINES:
            found.append(box)
    return found


def parted(
    words: Sequence[PlacedWord], boxes: Sequence[Bounds]
) -> tuple[list[PlacedWord], list[list[PlacedWord]]]:
    """The words outside all boxes, and those in each."""
    held = [[word for word in words if _holds(box, word)] for box in boxes]
    taken = {word for each in held for word in each}
    return [word for word in words if word not in taken], held


def placed(rows: Sequence[Row], box: Bounds, own: Sequence[Row]) -> list[Row]:
    """`rows` with those of a box among them: before what stands to the right of it, else after the paragraph beside it."""
    own = [replace(row, table=True) for row in own]
    beside = [index for index, row in enumerate(rows) if row.bottom > box[1] and row.top < box[3]]
    if not beside:
        return [*rows, *own]
    if all(word.x0 >= box[2] - 1 for i in beside for cell in rows[i].cells for word in cell):
        at = beside[0]
    else:
        steps = [b.bottom - a.bottom for a, b in pairwise(rows)]
        usual = median(step for step in steps if step > 0) if any(s > 0 for s in steps) else 0.0
        at = beside[-1] + 1
        while at < len(rows) and 0 < steps[at - 1] <= _APART * usual:
            at += 1
    return [*rows[:at], *own, *rows[at:]]


def _unlike(bounds: Sequence[Bounds]) -> list[Bounds]:
    """`bounds` without those that are drawn twice, as a frame and as its ground."""
    kept: list[Bounds] = []
    for box in bounds:
        if not any(_same(box, other) for other in kept):
            kept.append(box)
    return kept


def _same(one: Bounds, other: Bounds) -> bool:
    return all(abs(a - b) <= _TOUCH for a, b in zip(one, other, strict=True))


def _touch(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes stand edge to edge."""
    inside = _within(one, other) or _within(other, one)
    return not inside and meets(one, other)


def meets(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes have a place in common, or stand edge to edge."""
    return (
        one[0] - _TOUCH < other[2]
        and other[0] - _TOUCH < one[2]
        and one[1] - _TOUCH < other[3]
        and other[1] - _TOUCH < one[3]
    )


def _within(one: Bounds, other: Bounds) -> bool:
    return (
        other[0] - _TOUCH <= one[0]
        and other[1] - _TOUCH <= one[1]
        and one[2] <= other[2] + _TOUCH
        and one[3] <= other[3] + _TOUCH
    )


def _holds(box: Bounds, word: PlacedWord) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _area(box: Bounds) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
