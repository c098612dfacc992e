"""What a word is found by in a search: its stem, and where it is a compound its parts.

Forms handled: inflection ("rånen", "rånades": rån), compounds by each part and each run of parts
("personrånen" by person, rån and the whole; "cykelstöldsvågen" also by cykelstöld), a genitive's s of
names, any case. Words that say nothing (vocabulary/search.toml) have no term. A term of several parts
joins them with "+", so that differently bent and joined forms of one compound are one term. The word as it stands has a term of its own ("=rånen"),
by which words in quotes are found.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from pipeline.language.compounds import parts
from pipeline.vocabulary import words

_WORD = re.compile(r"[^\W_]+")
_MOVING = re.compile(r"(?<=..[^aeiouyåäö])e([lnr])$")  # klotter and klottra, cykel and cykla
_LONGEST = 60  # characters; what is longer is no word


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (snowballstemmer's own)


class Word(NamedTuple):
    """A word of a text at [start, end), and the terms that it is found by."""

    start: int
    end: int
    terms: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words of `text` in small letters, in order."""
    return _WORD.findall(text.lower())


def terms_in(text: str) -> Iterator[Word]:
    """The words of `text` that have terms, in order. `text` is readable (models/view.py)."""
    for match in _WORD.finditer(text):
        if terms := terms_of(match.group().lower()):
            yield Word(match.start(), match.end(), terms)


def forms_in(text: str) -> dict[str, int]:
    """The terms of the words of `text` as they stand, each once, but for words that have no other term."""
    return {f"={word}": 1 for word in words_of(text) if terms_of(word)}


@lru_cache(maxsize=200_000)
def terms_of(word: str) -> tuple[str, ...]:
    """The terms by which `word`, in small letters, is found: the whole first, then its runs of parts."""
    if word in words("search", "skipped") or len(word) > _LONGEST:
        return ()
    stems = tuple(_stem(part) for part in parts(word))
    runs = (
        "+".join(stems[first : first + length])
        for length in range(len(stems), 0, -1)
        for first in range(len(stems) - length + 1)
    )
    return tuple(dict.fromkeys(runs))


def _stem(part: str) -> str:
    return _stemmer().stemWord(_MOVING.sub(r"\1", part))


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("swedish")
    return stemmer
