"""Stretches of a document, for asking whether one touches another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Any [start, end), which may overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(stretches)
        self._starts = [start for start, _ in self._spans]
        self._reach = [*accumulate((end for _, end in self._spans), max)]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character of [start, end)."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._reach[index - 1] > start

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The last one that begins before or with [start, end), where it holds all of that."""
        index = bisect_right(self._starts, start)
        found = self._spans[index - 1] if index else None
        return found if found is not None and found[1] >= end else None
