"""A passage in shorthand, one sign a word: whether a phrase may stand in it is told without its text.

What a word's sign is, its digest tells; some words share one. So the shorthand of a phrase stands in that of each
passage which holds it, and of two words or more in hardly any other.
"""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

_FIRST, _LAST = 0xA0, 0x7FF  # characters of two bytes


def shorthand(words: Iterable[str]) -> str:
    """That of these words, which are in small letters."""
    return "".join(map(_sign, words))


@lru_cache(maxsize=200_000)
def _sign(word: str) -> str:
    return chr(_FIRST + crc32(word.encode("utf-8", "surrogatepass")) % (_LAST - _FIRST + 1))
