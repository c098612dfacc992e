"""Which of many strings a word holds, opens with or ends in: few lengths are tried where it has two letters of one."""

from collections.abc import Iterable, Iterator

_OPENING = 2  # letters


class Pieces:
    """Strings that may stand in words. Any of them may be told of twice."""

    def __init__(self, strings: Iterable[str] = ()) -> None:
        self._lengths: dict[str, set[int]] = {}  # of the strings that open so
        self.add(strings)

    def add(self, strings: Iterable[str]) -> None:
        """Know these strings too."""
        for each in strings:
            self._lengths.setdefault(each[:_OPENING], set()).add(len(each))

    def inside(self, word: str) -> Iterator[str]:
        """What in `word` may be one of the strings; all that are stand among it."""
        lengths = self._lengths
        for start, letter in enumerate(word):
            if letter in lengths:
                yield letter
            for length in lengths.get(word[start : start + _OPENING], ()):
                yield word[start : start + length]

    def opening(self, word: str) -> Iterator[str]:
        """What at the beginning of `word` may be one of the strings."""
        if word[:1] in self._lengths:
            yield word[0]
        for length in self._lengths.get(word[:_OPENING], ()):
            yield word[:length]
