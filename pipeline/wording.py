"""What a sentence of minutes looks like, counted once, and the linear models that score it.

The features of a sentence are

- its words, pairs and triples of words, and pieces of four and five letters of each word, so that an
  inflection or a compound that a model has not met is known by its parts;
- its shape: function words as they are, other words by their last letters, names as names; so
  "Ola stryker listan" looks like "Eva mejlar rektorn";
- where it stands: the item's title, the words that lead the paragraph, the sentence before.

Any number of models (`Linear`) may score the same sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise
from math import exp, sqrt
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
    "v": 1.0,  # class of a word, which a vocabulary gives
}
SCALE = 3.0  # length of a sentence's feature vector

_SEVERAL = frozenset("btas")  # families whose values are several words or shapes
_TOKEN = re.compile(r"\w+(?:[-.:]\w+)*|[^\w\s]")
_PIECES = (4, 5)  # letters
_INDEX = np.intp  # type of a row's number


class Setting(NamedTuple):
    """Where a sentence stands. `before`: the sentence before it in its paragraph, or ""."""

    title: str = ""
    lead: str = ""
    before: str = ""
    listed: bool = False


class Features(NamedTuple):
    """The features of a sentence, family by family; each iterates in text order, repeats included.

    `norm`: the length of the vector of all, with the families' weights.
    """

    words: Sequence[str]  # in small letters
    pairs: Sequence[tuple[str, ...]]  # of words, "^" before and "$" after them
    triples: Sequence[tuple[str, ...]]
    shapes: Sequence[tuple[str, ...]]  # by twos, threes and fours, likewise
    opening: Sequence[tuple[str, ...]]
    title: str
    lead: str
    before: Sequence[str]  # words in small letters, each once
    place: Sequence[str]
    norm: float


def features(text: str, setting: Setting) -> Features:
    """Those of the sentence `text`, which stands in `setting`."""
    tokens = _tokens(text)
    words = tuple(map(str.lower, tokens))
    pairs = list(pairwise(("^", *words, "$")))
    triples = list(zip(words, words[1:], words[2:], strict=False))
    shape = ("^", *map(_opening_shape, tokens[:1]), *map(_shape, tokens[1:]), "$")
    shapes: list[tuple[str, ...]] = [
        *pairwise(shape),
        *zip(shape, shape[1:], shape[2:], strict=False),
        *zip(shape, shape[1:], shape[2:], shape[3:], strict=False),
    ]
    opening = (shape[:3], shape[:5])
    before = sorted(set(map(str.lower, _tokens(setting.before))))
    place = (
        "item" if setting.listed else "body",
        f"length {min(len(tokens) // 4, 8)}",
        f"end {tokens[-1] if tokens else ''}",
        f"first {not setting.before}",
    )
    counts = (
        ("w", _squares(words)),
        ("b", _squares(pairs)),
        ("t", _squares(triples)),
        ("c", _squares([*chain.from_iterable(map(_pieces, words))])),
        ("a", _squares(shapes)),
        ("s", _squares(opening)),
        ("p", len(before)),
        ("k", len(place)),
    )
    norm = sqrt(_length(counts) + _around(setting.title, setting.lead))
    where = setting.title, setting.lead, before, place
    return Features(words, pairs, triples, shapes, opening, *where, norm)


def _squares(values: Sequence[object]) -> int:
    """The sum of the squares of how often each value occurs."""
    if len(set(values)) == len(values):
        return len(values)
    counts: dict[object, int] = {}  # a Counter takes three times as long
    for each in values:
        counts[each] = counts.get(each, 0) + 1
    return sum(count * count for count in counts.values())


def _length(squares: Iterable[tuple[str, int]]) -> float:
    """The square of the length of a vector, by the squares of each family's counts."""
    return sum(FAMILIES[family] ** 2 * each for family, each in squares)


@lru_cache(maxsize=256)
def _around(title: str, lead: str) -> float:
    """What title and lead add to the square of a sentence's length."""
    words, pieces, leading = _title_words(title), _title_pieces(title), _lead_words(lead)
    return _length((("T", _squares(words)), ("U", _squares(pieces)), ("L", _squares(leading))))


def named(sentence: Features) -> Iterator[str]:
    """The features as "family=value", each as often as it occurs: what a model is trained on."""
    for word in sentence.words:
        yield from word_features(word)
    yield from (f"b={' '.join(each)}" for each in sentence.pairs)
    yield from (f"t={' '.join(each)}" for each in sentence.triples)
    yield from (f"a={' '.join(each)}" for each in sentence.shapes)
    yield from (f"s={' '.join(each)}" for each in sentence.opening)
    yield from (f"T={word}" for word in _title_words(sentence.title))
    yield from (f"U={piece}" for piece in _title_pieces(sentence.title))
    yield from (f"L={word}" for word in _lead_words(sentence.lead))
    yield from (f"p={word}" for word in sentence.before)
    yield from (f"k={each}" for each in sentence.place)


def word_features(word: str) -> tuple[str, ...]:
    """Those of a word in small letters."""
    return f"w={word}", *(f"c={piece}" for piece in _pieces(word))


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> tuple[str, ...]:
    """The letters of a word in small letters, edges marked, by fours and fives."""
    edged = f"<{word}>" if len(word) > 3 else ""
    return tuple(edged[i : i + size] for size in _PIECES for i in range(len(edged) - size + 1))


@lru_cache(maxsize=256)
def _title_words(title: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(title.lower()))


@lru_cache(maxsize=256)
def _title_pieces(title: str) -> tuple[str, ...]:
    edged = (f"<{word}>" for word in _title_words(title))
    return tuple(word[i : i + 4] for word in edged for i in range(max(1, len(word) - 3)))


@lru_cache(maxsize=256)
def _lead_words(lead: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(lead.lower())[:6])


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
        """`names`: as `named` gives them. `weights`: features x classes. `bias`: of each class."""
        by_family = np.array([FAMILIES[name[0]] for name in names], np.float32)
        self._weights = weights * by_family[:, None]
        self._bias = bias
        # A feature's row as the bytes of an integer: joined, they are an index without conversion.
        self._rows: dict[str, dict[object, bytes]] = {family: {} for family in FAMILIES}
        for row, name in enumerate(names):
            family, value = name[0], name[2:]
            key = tuple(value.split(" ")) if family in _SEVERAL else value
            self._rows[family][key] = _INDEX(row).tobytes()
        self._of_word = lru_cache(maxsize=1 << 14)(self._rows_of_word)
        self._of_title = lru_cache(maxsize=256)(self._rows_of_title)

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
        found = chain(
            map(self._of_word, sentence.words),
            self._known("b", sentence.pairs),
            self._known("t", sentence.triples),
            self._known("a", sentence.shapes),
            self._known("s", sentence.opening),
            (self._of_title(sentence.title),),
            self._known("L", _lead_words(sentence.lead)),
            self._known("p", sentence.before),
            self._known("k", sentence.place),
        )
        rows = np.frombuffer(b"".join(found), _INDEX)
        total = np.add.reduce(self._weights.take(rows, axis=0), axis=0)
        scaled: NDArray[np.float32] = self._bias + total * np.float32(SCALE / sentence.norm)
        return scaled

    def _known(self, family: str, values: Iterable[object]) -> Iterator[bytes]:
        """The rows of those of a family's values that the model knows."""
        return filter(None, map(self._rows[family].get, values))

    def _rows_of_word(self, word: str) -> bytes:
        return b"".join((*self._known("w", (word,)), *self._known("c", _pieces(word))))

    def _rows_of_title(self, title: str) -> bytes:
        words, pieces = _title_words(title), _title_pieces(title)
        return b"".join((*self._known("T", words), *self._known("U", pieces)))

    def probabilities(self, sentence: Features) -> list[float]:
        """Of each class, where exactly one holds. They add up to 1."""
        return softmax(self.scores(sentence))


def softmax(scores: NDArray[np.float32]) -> list[float]:
    """The probability of each class by its score; plain numbers are faster for so few."""
    plain: list[float] = scores.tolist()
    most = max(plain)
    raised = [exp(each - most) for each in plain]
    total = sum(raised)
    return [each / total for each in raised]


@cache
def shipped(name: str) -> Linear:
    """The model in pipeline/`name`.npz, loaded once."""
    return Linear.load(name)
