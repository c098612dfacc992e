"""Which of many strings a word holds, opens with or ends in: few lengths are tried where it has the first letters of one."""

from collections.abc import Iterable


class Pieces:
    """Strings that may stand in words. Any of them may be told of twice."""

    def __init__(self, letters: int, strings: Iterable[str] = ()) -> None:
        """letters: by how many first ones strings are told apart; three where there are thousands."""
        self._letters = letters
        self._shorter: set[str] = set()
        self._lengths: dict[str, set[int]] = {}  # of the others that open so
        self.add(strings)

    def add(self, strings: Iterable[str]) -> None:
        """Know these strings too."""
        for each in strings:
            if len(each) < self._letters:
                self._shorter.add(each)
            else:
                self._lengths.setdefault(each[: self._letters], set()).add(len(each))

    def inside(self, word: str) -> list[str]:
        """What in `word` may be one of the strings; all that are stand among it."""
        lengths, letters = self._lengths, self._letters
        found = [
            word[start : start + length]
            for start in range(len(word) - letters + 1)
            if (opening := word[start : start + letters]) in lengths
            for length in lengths[opening]
        ]
        for size in range(1, letters):
            runs = (word[start : start + size] for start in range(len(word) - size + 1))
            found += self._shorter.intersection(runs)
        return found

    def opening(self, word: str) -> list[str]:
        """What at the beginning of `word` may be one of the strings."""
        lengths = self._lengths.get(word[: self._letters], ())
        found = [word[:length] for length in lengths]
        found += self._shorter.intersection(word[:size] for size in range(1, self._letters))
        return found
