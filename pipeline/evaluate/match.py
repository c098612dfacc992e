"""When an expected and a found value are the same, and which found one belongs to which expected."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

NAME_LIKENESS = 85.0  # rapidfuzz token-sort ratio, 0..100: one or two letters read wrong
VALUE_LIKENESS = 80.0
TEXT_LIKENESS = 75.0

_ABBREVIATION = re.compile(r"\s*\([^()]{2,8}\)")
_MUNICIPALITY = re.compile(r"\s+(?:kommun|stad|stadsdel)s?$", re.IGNORECASE)
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
Expected = TypeVar("Expected")
Found = TypeVar("Found")

_OUTER = " \t\n.,:;–-•*\"”'"


def fold(value: object) -> str:
    """White space folded, letter-spaced words closed, outer punctuation off, case ignored.

    Null is the empty string.
    """
    text = "" if value is None else " ".join(str(value).split())
    return _SPACED.sub(lambda word: word[0].replace(" ", ""), text).strip(_OUTER).casefold()


def council(value: object) -> str:
    """Folded, with or without the abbreviation in brackets."""
    return fold(_ABBREVIATION.sub("", str(value))) if value else ""


def area(value: object) -> str:
    """Folded, without an s at its end; "Xnäs kommun" and "Xnäs" are one area."""
    return fold(_MUNICIPALITY.sub("", str(value))).removesuffix("s") if value else ""


def alike(expected: str, found: str, least: float = VALUE_LIKENESS) -> bool:
    """Lenient sameness of two folded values: the same words in any order, letters lost by OCR."""
    return expected == found or fuzz.token_sort_ratio(expected, found) >= least


def name_likeness(expected: str, found: str) -> float:
    """0..100, given and family name in any order; 0 where two names are two persons."""
    likeness = fuzz.token_sort_ratio(expected, found)
    return likeness if likeness >= NAME_LIKENESS else 0.0


def text_likeness(expected: str, found: str) -> float:
    """0..100 for two statements; 0 below TEXT_LIKENESS.

    The shorter may be a part of the longer, in one piece (partial ratio) or in several (token set
    ratio). Of two that fit, the one nearer in length ranks first.
    """
    if not expected or not found:
        return 0.0
    part = max(fuzz.partial_ratio(expected, found), fuzz.token_set_ratio(expected, found))
    return part + fuzz.ratio(expected, found) / 100 if part >= TEXT_LIKENESS else 0.0


def pairs(
    expected: Sequence[Expected],
    found: Sequence[Found],
    likeness: Callable[[Expected, Found], float],
) -> list[tuple[int, int]]:
    """One-to-one pairs (index of expected, index of found), the likest first, none of likeness 0."""
    ranked = sorted(
        (
            (-value, at, other)
            for at, one in enumerate(expected)
            for other, two in enumerate(found)
            if (value := likeness(one, two)) > 0
        )
    )
    taken: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, at, other in ranked:
        if at not in used[0] and other not in used[1]:
            taken.append((at, other))
            used[0].add(at)
            used[1].add(other)
    return sorted(taken)
