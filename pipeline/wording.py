"""What a sentence of minutes looks like, counted once, and the linear models that score it.

The features of a sentence are

- its words, pairs and triples of words, and pieces of four and five letters of each word, so that an
  inflection or a compound that a model has not met is known by its parts;
- its shape: function words as they are, other words by their last letters, names as names; so
  "Ola stryker listan" looks like "Eva mejlar rektorn";
- where it stands: the item's title, the words that lead the paragraph, the sentence before.

Any number of models (`Linear`) may score the same sentence: its features are kept while it is spoken of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise
from math import sqrt
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from pipeline.vocabulary import words

# How much each family of features weighs before a model's own weights: rare and specific ones less.
FAMILIES: Mapping[str, float] = {
    "w": 1.0,  # word
    "b": 0.7,  # two words
    "t": 0.5,  # three words
    "c": 0.3,  # letters of a word
    "a": 0.4,  # two to four words as shapes
    "s": 0.5,  # the sentence's first shapes
    "T": 0.6,  # words of the title
    "U": 0.3,  # letters of the title's words
    "L": 1.0,  # words of the paragraph's lead
    "p": 0.3,  # words of the sentence before
    "k": 0.5,  # what the paragraph is, length, last mark
}
SCALE = 3.0  # length of a sentence's feature vector

_SQUARES = {family: weight**2 for family, weight in FAMILIES.items()}
_TOKEN = re.compile(r"\w+(?:[-.:]\w+)*|[^\w\s]")
_PIECES = (4, 5)  # letters
_SHAPES = (2, 3, 4)  # words


class Setting(NamedTuple):
    """Where a sentence stands. `before`: the sentence before it in its paragraph, or ""."""

    title: str = ""
    lead: str = ""
    before: str = ""
    listed: bool = False


class Features(NamedTuple):
    """The features of a sentence, "family=value", each as often as it occurs.

    `norm`: the length of their vector, with the families' weights.
    """

    names: tuple[str, ...]
    norm: float


@lru_cache(maxsize=4096)
def features(text: str, setting: Setting) -> Features:
    """Those of the sentence `text`, which stands in `setting`."""
    tokens = tuple(_TOKEN.findall(text))
    small = [token.lower() for token in tokens]
    edged = ["^", *small, "$"]
    first, *others = tokens or ("",)
    shapes = ["^", *([_opening_shape(first)] if tokens else ()), *map(_shape, others), "$"]
    names = (
        *chain.from_iterable(map(_of_word, small)),
        *[f"b={one} {two}" for one, two in pairwise(edged)],
        *[f"t={' '.join(small[i : i + 3])}" for i in range(len(small) - 2)],
        *[
            f"a={' '.join(shapes[i : i + size])}"
            for size in _SHAPES
            for i in range(len(shapes) - size + 1)
        ],
        *[f"s={' '.join(shapes[:size])}" for size in (3, 5)],
        f"k={'item' if setting.listed else 'body'}",
        f"k=length {min(len(tokens) // 4, 8)}",
        f"k=end {tokens[-1] if tokens else ''}",
        f"k=first {not setting.before}",
        *_of_title(setting.title),
        *_of_lead(setting.lead),
        *_of_sentence_before(setting.before),
    )
    return Features(names, _norm(names))


def _norm(names: Sequence[str]) -> float:
    """The root of the sum of (weight * count) ** 2 over the features that differ."""
    counted = Counter(names)
    once = Counter(name[0] for name in counted)
    more = ((name, count) for name, count in counted.items() if count > 1)
    total = sum(_SQUARES[family] * count for family, count in once.items())
    return sqrt(total + sum(_SQUARES[name[0]] * (count**2 - 1) for name, count in more))


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[str, ...]:
    """The features of one word in small letters."""
    return f"w={word}", *(_pieces("c", word, _PIECES) if len(word) > 3 else ())


def _pieces(family: str, word: str, sizes: Sequence[int]) -> Iterator[str]:
    edged = f"<{word}>"
    for size in sizes:
        yield from (f"{family}={edged[i : i + size]}" for i in range(len(edged) - size + 1))


@lru_cache(maxsize=256)
def _of_title(title: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in _TOKEN.findall(title.lower()):
        found += (f"T={word}", *(_pieces("U", word, (4,)) if len(word) > 1 else (f"U=<{word}>",)))
    return tuple(found)


@lru_cache(maxsize=256)
def _of_lead(lead: str) -> tuple[str, ...]:
    return tuple(f"L={word}" for word in _TOKEN.findall(lead.lower())[:6])


@lru_cache(maxsize=256)
def _of_sentence_before(before: str) -> tuple[str, ...]:
    return tuple(f"p={word}" for word in sorted(set(_TOKEN.findall(before.lower()))))


@lru_cache(maxsize=1 << 14)
def _shape(token: str) -> str:
    small = token.lower()
    if small in words("acts", "function_words"):
        return small
    if token[0].isdigit():
        return "0"
    if not token[0].isalpha():
        return token
    if token[0].isupper():
        return "N"
    return f"~{small[-3:]}" if len(small) > 4 else f"~{small[-2:]}"


def _opening_shape(token: str) -> str:
    """That of a sentence's first word, whose capital tells little."""
    shape = _shape(token)
    return f"N{token.lower()[-2:]}" if shape == "N" else shape


class Linear:
    """A linear model over features: a row of weights for each feature that it knows."""

    def __init__(
        self, names: Sequence[str], weights: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        """`weights`: features x classes, without the families' weights. `bias`: of each class."""
        by_family = np.array([FAMILIES[name[0]] for name in names], np.float32)
        nothing = np.zeros((1, weights.shape[1]), np.float32)
        self._rows = {name: row for row, name in enumerate(names, 1)}  # row 0: any other
        self._weights = np.concatenate([nothing, weights * by_family[:, None]])
        self._bias = bias

    @classmethod
    def load(cls, name: str) -> Self:
        """The model in pipeline/`name`.npz, as `training` writes it: one byte a weight."""
        path = files("pipeline").joinpath(f"{name}.npz")
        with path.open("rb") as file, np.load(file) as stored:
            names = bytes(stored["features"]).decode("utf-8").split("\n")
            weights = stored["weights"].astype(np.float32) * stored["scales"]
            return cls(names, weights, stored["bias"])

    def scores(self, sentence: Features) -> NDArray[np.float32]:
        """The score of each class, its bias included."""
        find = self._rows.get
        rows = [row for name in sentence.names if (row := find(name))]
        scaled: NDArray[np.float32] = self._weights[rows].sum(axis=0) * (SCALE / sentence.norm)
        return self._bias + scaled

    def probabilities(self, sentence: Features) -> list[float]:
        """Of each class, where exactly one holds. They add up to 1."""
        scores = self.scores(sentence)
        raised = np.exp(scores - scores.max())
        return list((raised / raised.sum()).tolist())


@cache
def shipped(name: str) -> Linear:
    """The model in pipeline/`name`.npz, loaded once."""
    return Linear.load(name)
