"""Which of many strings a word holds, opens with or ends in: few lengths are tried where it has the first letters of one."""

from collections.abc import Iterable
from operator import add

_OPENING = 3  # letters


class Pieces:
    """Strings that may stand in words. Any of them may be told of twice."""

    def __init__(self, strings: Iterable[str] = ()) -> None:
        self._short: set[str] = set()  # that are no more than an opening
        self._lengths: dict[str, set[int]] = {}  # of the others that open so
        self.add(strings)

    def add(self, strings: Iterable[str]) -> None:
        """Know these strings too."""
        for each in strings:
            if len(each) < _OPENING:
                self._short.add(each)
            else:
                self._lengths.setdefault(each[:_OPENING], set()).add(len(each))

    def inside(self, word: str) -> list[str]:
        """What in `word` may be one of the strings; all that are stand among it."""
        lengths = self._lengths
        twos = [*map(add, word, word[1:])]
        return [
            *self._short.intersection(word),
            *self._short.intersection(twos),
            *(
                word[start : start + length]
                for start, three in enumerate(map(add, twos, word[2:]))
                if three in lengths
                for length in lengths[three]
            ),
        ]

    def opening(self, word: str) -> list[str]:
        """What at the beginning of `word` may be one of the strings."""
        lengths = self._lengths.get(word[:_OPENING], ())
        return [
            *self._short.intersection((word[:1], word[:2])),
            *(word[:length] for length in lengths),
        ]
