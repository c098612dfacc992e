"""What is known of words, found once each."""

from collections.abc import Callable
from typing import TypeVar

_Asked = TypeVar("_Asked")
_Known = TypeVar("_Known")
_MOST = 1 << 16  # words


class Remembered(dict[_Asked, _Known]):
    """What `find` gives for a word, or for what else is asked again and again. A look costs a third of a call, which tells where each word of a text is looked up."""

    def __init__(self, find: Callable[[_Asked], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: _Asked) -> _Known:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
