"""Offices: when two roles or organisations are the same, or of one field of work."""

from functools import cache, lru_cache
from itertools import product

from rapidfuzz import fuzz

from pipeline.link.forms import fold
from pipeline.vocabulary import listed

_OFFICE_LIKENESS = 85.0  # rapidfuzz token-set ratio, 0..100: "Ekskolan" and "Ekskolan F-6"
_LEAST_ABBREVIATED, _ABBREVIATED = 3, 4  # letters of an abbreviation of a word
_VOWELS = frozenset("aeiouy")
_STEM = 4  # letters that tell a field of work


@lru_cache(maxsize=50_000)
def same_field(one: str, other: str) -> bool:
    """ "gatuchef" and "gatukontoret", "kommunpolis" and "polisen"."""
    words = [[word for word in office.split() if len(word) >= _STEM] for office in (one, other)]
    for short, long in (sorted(pair, key=len) for pair in product(*words)):
        stem = short.removesuffix("en")
        held = len(stem) > _STEM and stem not in _words("any_field_inside") and stem in long
        if held or (short[:_STEM] == long[:_STEM] and not short.startswith(_beginnings())):
            return True
    return False


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """ "Ekskolan" and "Ekskolan F-6", "rtj" and "räddningstjänsten"."""
    if one == other or fuzz.token_set_ratio(one, other) >= _OFFICE_LIKENESS:
        return True
    short, long = sorted((one, other), key=len)
    return _shortens(short, long)


def _shortens(short: str, long: str) -> bool:
    """Whether a word without vowels is a longer one's first letter and the beginning of a later part of it."""
    return (
        _LEAST_ABBREVIATED <= len(short) <= _ABBREVIATED < len(long)
        and short.isalpha()
        and _VOWELS.isdisjoint(short)
        and short[0] == long[0]
        and " " not in long
        and (short[1:] in long[2:] or _in_order(short[1:], long[1:]))
    )


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=50_000)
def plain_office(role: str | None) -> str:
    """A role without what says that it is held for a time."""
    return " ".join(word for word in fold(role).split() if word not in _words("acting"))


@cache
def _beginnings() -> tuple[str, ...]:
    """What words of offices begin with that tells no field of work."""
    return tuple(_words("any_field"))


@cache
def _words(key: str) -> frozenset[str]:
    """A list of vocabulary/link_words.toml, folded as offices are."""
    return frozenset(map(fold, listed("link_words", key)))
