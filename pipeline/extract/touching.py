"""Stretches of a document, for asking whether one touches another."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Any [start, end), which may overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        spans = sorted(stretches)
        self._starts = [start for start, _ in spans]
        self._reach = [*accumulate((end for _, end in spans), max)]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character of [start, end)."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._reach[index - 1] > start
