"""Which problems a sentence of minutes tells of, and whether it says that there are none.

Two small linear models (wording.py) beside the sayings of vocabulary/problems.toml, whose classes of
words the first knows as features. `topics.npz` gives each problem of the taxonomy and "none" a probability by
the sentence's words and their pieces, wherever they stand, so that a word's share is counted once and
then remembered; `denials.npz` tells "Inga bränder har anmälts" from "Tre bränder har anlagts". Their
weights are made by training/problems/train.py from sentences labelled by hand. extract/problems.py says
what they may claim.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.vocabulary.remembered import Remembered
from pipeline.vocabulary.sayings import book
from pipeline.wording import FAMILIES, SCALE, Setting, counted, shipped, softmax, word_features

NONE = "none"
_SQUARES = {family: weight**2 for family, weight in FAMILIES.items()}
_WORD = re.compile(r"\w+(?:-\w+)*")


def topics(text: str) -> Mapping[str, float]:
    """The probability of each problem, by its id, and of none. They add up to 1."""
    return topics_of((_WORD.findall(text.lower()),))[0]


def topics_of(sentences: Sequence[Sequence[str]]) -> list[Mapping[str, float]]:
    """The same of many sentences, by the words of each in small letters: much faster than one by one."""
    if not sentences:
        return []
    model = _shipped()
    told: list[bytes] = []
    starts: list[int] = []
    squares: list[float] = []
    for words in sentences:
        starts.append(len(told))
        told.append(model.nothing)
        known = [*map(_told.__getitem__, words)]
        told += [total for total, _ in known]
        squares.append(sum([square for _, square in known]) or 1.0)
    each = np.frombuffer(b"".join(told), np.float32)
    totals = np.add.reduceat(each.reshape(-1, len(model.classes)), starts, axis=0)
    lengths = np.sqrt(np.array(squares))
    shares = softmax(model.bias + totals * (SCALE / lengths)[:, None])
    return [dict(zip(model.classes, row, strict=True)) for row in shares.tolist()]


@lru_cache(maxsize=1024)
def denied(text: str) -> float:
    """The probability that a sentence which names a problem says that there is none of it."""
    return float(shipped("denials").probabilities(counted(((text, Setting()),)))[0, 1])


def topic_features(text: str) -> tuple[tuple[str, ...], float]:
    """The features of a sentence's words, "family=value", and their length."""
    words = [_features(word) for word in _WORD.findall(text.lower())]
    return tuple(name for each in words for name in each), sqrt(sum(map(_square, words))) or 1.0


class _Model(NamedTuple):
    """`rows`: the place of each feature in `weights` (features x classes).

    `nothing`: what a word that it does not know adds to the score of each class, as bytes.
    """

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    nothing: bytes


@cache
def _shipped() -> _Model:
    with files("pipeline").joinpath("topics.npz").open("rb") as file, np.load(file) as stored:
        classes, names = (
            bytes(stored[each]).decode("utf-8").split("\n") for each in ("classes", "features")
        )
        families = np.array([FAMILIES[name[0]] for name in names], np.float32)
        weights = stored["weights"].astype(np.float32) * stored["scales"] * families[:, None]
        rows = {name: row for row, name in enumerate(names)}
        nothing = bytes(weights[:1].nbytes)
        return _Model(tuple(classes), rows, weights, stored["bias"], nothing)


def _told_by(word: str) -> tuple[bytes, float]:
    """What a word adds to the score of each class, as the bytes of an array; the square of its features' length."""
    model, names = _shipped(), _features(word)
    rows = [model.rows[name] for name in names if name in model.rows]
    total = np.add.reduce(model.weights.take(rows, axis=0)) if rows else None
    return model.nothing if total is None else total.tobytes(), _square(names)


_told = Remembered(_told_by)


def _features(word: str) -> tuple[str, ...]:
    """Of a word: itself, its pieces, and the classes of vocabulary/problems.toml that hold it."""
    return *word_features(word), *(f"v={each}" for each in book("problems").classes(word))


def _square(names: Sequence[str]) -> float:
    """The square of the length of a word's features."""
    if len(set(names)) == len(names):
        return sum([_SQUARES[name[0]] for name in names])
    return sum((FAMILIES[name[0]] * count) ** 2 for name, count in Counter(names).items())
