"""Whether a sentence, or a list under its lead, declares priority areas: a linear model over words.

What declares is said in ever new words, and the same words are said of what is only discussed,
recalled or another body's. So the words weigh for or against, each by what it did in sentences
labelled by hand: words, their first letters, pairs and triples of them, which classes of words come in
which order (vocabulary/priority_areas.toml), and the same of the title, the lead and the sentence before.

The weights are made by training/areas/train.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice, pairwise
from math import exp
from typing import NamedTuple

from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.units import Listed, Said
from pipeline.extract.priority_areas.weights import FAMILIES, Weights
from pipeline.vocabulary.remembered import Remembered
from pipeline.vocabulary.sayings import book

_SQUARES = {family: weight * weight for family, weight in FAMILIES.items()}
SCALE = 3.0  # length of a feature vector
_TOKEN = re.compile(r"\w+(?:[-.:/–]\w+)*-?|[^\w\s]")
_TALKED_OF = re.compile(
    r"(?:(?:särskilt|främst|framför allt|bland annat|bl\.?\s?a\.?|i synnerhet|mest)\s)?om\s(?!det\b|man\b|vi\b|rådet\b)",
    re.I,
)  # "Särskilt om ungdomar och droger": what an item is about
_PARTING = frozenset({",", "och", "samt", "jämte", ";", "dels"})
_SETTLING = frozenset({"decide", "holds", "step", "only"})  # classes of words
_PIECE = 5  # letters
_LEAD = 8  # words of a lead that are looked at
_MOST = 400  # words of a sentence that are


class Unit(NamedTuple):
    """What is judged: a sentence or, in a "list", the list's lead (`text`) over `entries` points."""

    text: str
    title: str
    lead: str
    before: str
    form: str  # "said", "point" or "list"
    entries: int


def unit_of(found: Said | Listed) -> Unit:
    """What of a sentence or list the model looks at."""
    if isinstance(found, Listed):
        return Unit(found.lead, found.title, "", found.before, "list", len(found.entries))
    form = "point" if found.listed else "said"
    return Unit(found.view.text, found.title, found.lead, found.before, form, 0)


def declares(weights: Weights, found: Said | Listed) -> float:
    """The probability that `found` declares priority areas; 0 where nothing in it or around speaks of them."""
    unit = unit_of(found)
    if not may_declare(unit):
        return 0.0
    counted = Counter(features(unit))
    norm = sum([_SQUARES[each[0]] * count * count for each, count in counted.items()]) ** 0.5
    known = weights.declares
    score = sum([known[each] * count for each, count in counted.items() if each in known])
    return 1.0 / (1.0 + exp(-(weights.bias + SCALE / norm * score)))


def may_declare(unit: Unit) -> bool:
    """Whether a list, or a sentence with a word of priority in or around it, or with an enumeration settled or promised."""
    if unit.form == "list":
        return True
    if _TALKED_OF.match(unit.text) or unit.text.endswith("?"):
        return False
    inside = _classes(unit.text)
    return (
        "priority" in inside
        or ("E" in inside and not _SETTLING.isdisjoint(inside))
        or any(
            "priority" in around or ("promise" in around and "E" in inside)
            for around in map(_classes, (unit.title, unit.lead, unit.before))
        )
    )


def features(unit: Unit) -> list[str]:
    """The features of `unit`, "family=value", each as often as it occurs."""
    listed = unit.form == "list"
    mark = "l" if listed else ""
    tokens = _tokens(unit.text)
    edged = ["^", *tokens, "$"]
    opening = " ".join(token[:_PIECE] for token in tokens[:2])
    return [
        *[f"w={mark}{token}" for token in tokens],
        *[f"c={token[:_PIECE]}" for token in tokens if len(token) > _PIECE],
        *[f"b={one} {two}" for one, two in pairwise(edged)],
        *map("t={} {} {}".format, edged, edged[1:], edged[2:]),
        f"s={opening}",
        *_of_title(unit.title, ("under " if unit.text else "list ") if listed else ""),
        *[f"L={token[:_PIECE]}" for token in _tokens(unit.lead)[:_LEAD]],
        *[f"p={piece}" for piece in {each[:_PIECE] for each in _tokens(unit.before)}],
        f"k={unit.form}",
        f"k={unit.form} length {min(len(tokens) // 4, 8)}",
        f"k={unit.form} end {tokens[-1] if tokens else ''}",
        f"k={unit.form} parts {min(sum([each in _PARTING for each in tokens]), 5)}",
        f"k={unit.form} colon {':' in tokens}",
        *([f"k=entries {min(unit.entries, 8)}"] if listed else ()),
        *_of_classes(tokens, unit),
    ]


def _of_classes(tokens: tuple[str, ...], unit: Unit) -> Iterator[str]:
    """Which classes of words come in which order; "E" is what parts an enumeration."""
    said = [*filter(None, map(_classed.__getitem__, tokens))]
    run = [each for at, each in enumerate(said) if not at or each != said[at - 1]]
    kinds = sorted(set(run))
    yield from (f"x={each}" for each in kinds)
    yield from (f"x={one}+{two}" for at, one in enumerate(kinds) for two in kinds[at + 1 :])
    yield from (f"x={one}>{two}" for one, two in pairwise(["^", *run, "$"]))
    for name, text in (("T", unit.title), ("P", unit.before), ("L", unit.lead)):
        around = sorted(_classes(text) - {"E", ":"})
        yield from (f"X={name}{each}" for each in around)
        yield from (f"X={name}{each}+{inner}" for each in around for inner in kinds)


@lru_cache(maxsize=1000)
def _of_title(title: str, mark: str) -> tuple[str, ...]:
    pieces = [token[:_PIECE] for token in _tokens(title)]
    return (
        *(f"T={mark}{piece}" for piece in pieces),
        *(f"U={mark}{one} {two}" for one, two in pairwise(["^", *pieces, "$"])),
    )


@lru_cache(maxsize=1000)
def _tokens(text: str) -> tuple[str, ...]:
    """The words and marks of a text in small letters, numbers as "0", words that name a problem as "@"."""
    pieces = map(_in_piece.__getitem__, text.lower().split())  # no token has white space
    return tuple(islice(chain.from_iterable(pieces), _MOST))


def _plain(token: str) -> str:
    """Which problem is named says nothing of whether it is a priority."""
    if token[0].isdigit():
        return "0"
    return "@" if book("problems").find((token,), lambda: (0,)) else token


def _tokens_of(piece: str) -> tuple[str, ...]:
    return tuple(map(_plainly.__getitem__, _TOKEN.findall(piece)))


_plainly = Remembered(_plain)
_in_piece = Remembered(_tokens_of)


@lru_cache(maxsize=1000)
def _classes(text: str) -> frozenset[str]:
    if len(text) > _MOST:  # may have more words than are looked at
        return frozenset(filter(None, map(_classed.__getitem__, _tokens(text))))
    return _NO_CLASS.union(*map(_classes_in.__getitem__, text.lower().split()))


def _class(token: str) -> str:
    return "E" if token in _PARTING else ":" if token == ":" else class_of(token)


_classed = Remembered(_class)


def _classes_of(piece: str) -> frozenset[str]:
    return frozenset(filter(None, map(_classed.__getitem__, _in_piece[piece])))


_NO_CLASS = frozenset[str]()
_classes_in = Remembered(_classes_of)
