"""Classes of words that declare, decide, recall or propose (vocabulary/priority_areas.toml)."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from pipeline.vocabulary import whole


@lru_cache(maxsize=20_000)
def class_of(word: str) -> str:
    """The class of a word in small letters, or ""."""
    whole_words, beginnings = _classes()
    if word in whole_words:
        return whole_words[word]
    return next(
        (beginnings[word[:end]] for end in range(len(word), 2, -1) if word[:end] in beginnings), ""
    )


@cache
def _classes() -> tuple[Mapping[str, str], Mapping[str, str]]:
    table = cast(Mapping[str, list[str]], whole("priority_areas")["classes"])
    whole_words: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for name, listed in table.items():
        for word in listed:
            kept = beginnings if word.endswith("…") else whole_words
            kept.setdefault(word.removesuffix("…"), name)
    return whole_words, beginnings
