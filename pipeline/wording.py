"""What a sentence of minutes looks like, counted once, and the linear models that score it.

The features of a sentence are

- its words, pairs and triples of words, and pieces of four and five letters of each word, so that an
  inflection or a compound that a model has not met is known by its parts;
- its shape: function words as they are, other words by their last letters, names as names; so
  "Ola stryker listan" looks like "Eva mejlar rektorn";
- where it stands: the item's title, the words that lead the paragraph, the sentence before.

Many sentences are counted at once (`counted`), each feature as a number, since one pass of numpy over a
meeting costs little more than one over a sentence. Any number of models (`Linear`) may score what was
counted.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, reduce
from importlib.resources import files
from itertools import chain
from typing import NamedTuple, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.vocabulary import words
from pipeline.vocabulary.remembered import Remembered

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

_RUNS = {
    "b": (2,),
    "t": (3,),
    "a": (2, 3, 4),
    "s": (3, 5),
}  # families of several words or shapes in a row
_TOKEN = re.compile(r"\w+(?:[-.:]\w+)*|[^\w\s]")
_PIECES = (4, 5)  # letters
_Hash = TypeVar("_Hash", int, NDArray[np.uint64])
_EDGES = "^", "$"  # of a sentence

# A feature's key: what is left of its hash, its family's number, and the number of its sentence.
_FAMILY_BITS = 5
_SENTENCE_BITS = 10
MOST = 1 << _SENTENCE_BITS  # sentences that are counted at once
_FAMILY = {family: number for number, family in enumerate(FAMILIES)}
_SQUARES = np.array([weight**2 for weight in FAMILIES.values()])
_HASH_FROM = np.uint64(_FAMILY_BITS + _SENTENCE_BITS)  # the first bit of a hash in a key
_BEFORE_FIRST = [-1]
_NUMBER = (1 << 64 - _SENTENCE_BITS) - 1  # the bits of a feature's number
_NO_NUMBER = np.uint64(_NUMBER + 1)  # greater than any
_FACTOR = 0x9E3779B97F4A7C15  # odd, so that no bit of a hash is lost


class Setting(NamedTuple):
    """Where a sentence stands. `before`: the sentence before it in its paragraph, or ""."""

    title: str = ""
    lead: str = ""
    before: str = ""
    listed: bool = False

    def after(self, before: str) -> "Setting":
        """The same for the sentence behind `before`."""
        return Setting(self.title, self.lead, before, self.listed)


def named(text: str, setting: Setting) -> Iterator[str]:
    """The features of the sentence `text` as "family=value", each as often as it occurs.

    It is what a model is trained on; `counted` counts the same ones.
    """
    tokens = _TOKEN.findall(text)
    words = [token.lower() for token in tokens]
    begin, end = _EDGES
    shapes = [begin, *map(_opening_shape, tokens[:1]), *map(_shape, tokens[1:]), end]
    for word in words:
        yield from word_features(word)
    for family, parts in (("b", [begin, *words, end]), ("t", words), ("a", shapes)):
        for size in _RUNS[family]:
            for at in range(len(parts) - size + 1):
                yield f"{family}={' '.join(parts[at : at + size])}"
    yield from (f"s={' '.join(shapes[:size])}" for size in _RUNS["s"])
    yield from _title_features(setting.title)
    yield from _lead_features(setting.lead)
    yield from {f"p={token.lower()}" for token in _TOKEN.findall(setting.before)}
    yield from _place_features(*_place(tokens, setting))


def word_features(word: str) -> tuple[str, ...]:
    """Those of a word in small letters by itself."""
    edged = f"<{word}>" if len(word) > 3 else ""
    pieces = (edged[i : i + size] for size in _PIECES for i in range(len(edged) - size + 1))
    return f"w={word}", *(f"c={piece}" for piece in pieces)


def _title_features(title: str) -> Iterator[str]:
    words = _TOKEN.findall(title.lower())
    yield from (f"T={word}" for word in words)
    for edged in (f"<{word}>" for word in words):
        yield from (f"U={edged[i : i + 4]}" for i in range(max(1, len(edged) - 3)))


def _lead_features(lead: str) -> Iterator[str]:
    yield from (f"L={word}" for word in _TOKEN.findall(lead.lower())[:6])


def _place(tokens: Sequence[str], setting: Setting) -> tuple[bool, int, str, bool]:
    """Whether the sentence is a point, its length in fours of words, its last token, whether it is the first."""
    last = tokens[-1] if tokens else ""
    return setting.listed, min(len(tokens) // 4, 8), last, not setting.before


def _place_features(listed: bool, length: int, last: str, first: bool) -> tuple[str, ...]:
    kind = "k=item" if listed else "k=body"
    return kind, f"k=length {length}", f"k=end {last}", f"k=first {first}"


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


class Counted(NamedTuple):
    """The features of some sentences. One entry for each feature of each sentence: `numbers`
    (ascending), `sentences` (which one, from 0), `counts`. `norms`: of each sentence the length of
    the vector of all its features with the families' weights.
    """

    numbers: NDArray[np.uint64]
    sentences: NDArray[np.intp]
    counts: NDArray[np.float32]
    norms: NDArray[np.float64]


def counted(sentences: Sequence[tuple[str, Setting]]) -> Counted:
    """The features of at most `MOST` sentences, of one at least."""
    found = [_looked_up(text) for text, _ in sentences]
    keys = np.concatenate([_single(sentences, found), *_runs(found)])
    keys.sort()
    last = np.flatnonzero(keys[1:] != keys[:-1])
    ends = np.concatenate((_BEFORE_FIRST, last, [len(keys) - 1]))
    counts = ends[1:] - ends[:-1]
    keys = keys[ends[1:]]
    numbers = keys >> np.uint64(_SENTENCE_BITS)
    places = (keys & (MOST - 1)).astype(np.intp)
    families = (numbers & (1 << _FAMILY_BITS) - 1).astype(np.intp)
    squares = np.bincount(places, _SQUARES[families] * counts**2, len(sentences))
    return Counted(numbers, places, counts.astype(np.float32), np.sqrt(squares))


def _single(
    sentences: Sequence[tuple[str, Setting]], found: Sequence["_Words"]
) -> NDArray[np.uint64]:
    """The keys of the features that are no runs. `found`: the words of each sentence."""
    bytes_of = [
        b"".join(
            (
                *own.features,
                _of_title(setting.title),
                _of_lead(setting.lead),
                _of_before(setting.before),
                _of_place(*_place(own.tokens, setting)),
            )
        )
        for (_, setting), own in zip(sentences, found, strict=True)
    ]
    numbers = np.frombuffer(b"".join(bytes_of), np.uint64)
    sizes = [len(each) // numbers.itemsize for each in bytes_of]
    return _keys(numbers, np.repeat(np.arange(len(found)), sizes))


def _runs(found: Sequence["_Words"]) -> Iterator[NDArray[np.uint64]]:
    """The keys of the features that are runs of words or shapes."""
    begin, end = map(hash, _EDGES)
    word_list, shape_list = list[int](), list[int]()
    for own in found:
        word_list += (begin, *own.small, end)
        shape_list += (begin, *own.openings[:1], *own.shapes[1:], end)
    sizes = np.array([len(own.small) + 2 for own in found])
    words, shapes = (np.array(each, np.int64).view(np.uint64) for each in (word_list, shape_list))
    every = np.arange(len(found), dtype=np.uint64)
    homes = np.repeat(every, sizes)
    inside = np.ones(len(homes), np.bool_)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    inside[ends - 1] = inside[starts] = False
    for family, hashes, places in (
        ("b", words, homes),
        ("t", words[inside], homes[inside]),
        ("a", shapes, homes),
    ):
        run, tags = hashes, _tags(family, places)
        for size in range(2, _RUNS[family][-1] + 1):
            run = run[:-1] * _FACTOR + hashes[size - 1 :]
            if size in _RUNS[family]:
                first, last = tags[: len(run)], tags[size - 1 :]
                yield (run << _HASH_FROM | first)[first == last]
    opening, tags = shapes[starts], _tags("s", every)
    for at in range(1, _RUNS["s"][-1]):
        there = sizes > at
        opening[there] = opening[there] * _FACTOR + shapes[starts[there] + at]
        if at + 1 in _RUNS["s"]:
            yield opening << _HASH_FROM | tags


def _tags(family: str, places: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The keys of features of a family in sentences, but for their hashes."""
    return places | np.uint64(_FAMILY[family] << _SENTENCE_BITS)


def _keys(numbers: NDArray[np.uint64], places: NDArray[np.intp]) -> NDArray[np.uint64]:
    return numbers << np.uint64(_SENTENCE_BITS) | places.astype(np.uint64)


def _number_of(feature: str) -> int:
    """The number of "family=value"; it holds in this process alone, as hashes do."""
    family, value = feature[0], feature[2:]
    hashed = _joined(map(hash, value.split(" "))) if family in _RUNS else hash(value)
    return (hashed << _FAMILY_BITS | _FAMILY[family]) & _NUMBER


def _joined(hashes: Iterable[_Hash]) -> _Hash:
    """One hash for several in their order."""
    return reduce(lambda one, other: one * _FACTOR + other, hashes)


class _Words(NamedTuple):
    """The words of a sentence, each as written, with its hash in small letters, those of its shape inside and at the
    opening, and the numbers of its own features and of itself in the sentence before, as bytes that are an array's.
    """

    tokens: tuple[str, ...] = ()
    small: tuple[int, ...] = ()
    shapes: tuple[int, ...] = ()
    openings: tuple[int, ...] = ()
    features: tuple[bytes, ...] = ()
    before: tuple[bytes, ...] = ()


@lru_cache(maxsize=512)
def _looked_up(text: str) -> _Words:
    pieces = map(_of_piece.__getitem__, text.split())  # no token has white space
    return _Words(*zip(*chain.from_iterable(pieces), strict=True))


_Word = tuple[str, int, int, int, bytes, bytes]


def _word(token: str) -> _Word:
    """What `_Words` holds of each word."""
    small = token.lower()
    shapes = hash(_shape(token)), hash(_opening_shape(token))
    return token, hash(small), *shapes, _bytes(word_features(small)), _bytes((f"p={small}",))


def _words_in(piece: str) -> tuple[_Word, ...]:
    return tuple(map(_known.__getitem__, _TOKEN.findall(piece)))


_known = Remembered(_word)
_of_piece = Remembered(_words_in)  # of what white space parts


@lru_cache(maxsize=256)
def _of_title(title: str) -> bytes:
    return _bytes(_title_features(title))


@lru_cache(maxsize=256)
def _of_lead(lead: str) -> bytes:
    return _bytes(_lead_features(lead))


def _of_before(text: str) -> bytes:
    return b"".join(set(_looked_up(text).before))


@lru_cache(maxsize=1 << 10)
def _of_place(listed: bool, length: int, last: str, first: bool) -> bytes:
    return _bytes(_place_features(listed, length, last, first))


def _bytes(features: Iterable[str]) -> bytes:
    return array("Q", map(_number_of, features)).tobytes()


class Linear:
    """A linear model over features: a row of weights for each feature that it knows."""

    def __init__(
        self, names: Sequence[str], weights: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        """`names`: as `named` gives them. `weights`: features x classes. `bias`: of each class."""
        numbers = np.array([*map(_number_of, names)], np.uint64)
        order = numbers.argsort()
        self._numbers = np.append(numbers[order], _NO_NUMBER)
        by_family = np.array([FAMILIES[name[0]] for name in names], np.float32)
        self._weights = (weights * by_family[:, None])[order]
        self._bias = bias

    @classmethod
    def load(cls, name: str) -> Self:
        """The model in pipeline/`name`.npz, as `training` writes it: one byte a weight."""
        path = files("pipeline").joinpath(f"{name}.npz")
        with path.open("rb") as file, np.load(file) as stored:
            names = bytes(stored["features"]).decode("utf-8").split("\n")
            weights = stored["weights"].astype(np.float32) * stored["scales"]
            return cls(names, weights, stored["bias"])

    def probabilities(self, sentences: Counted) -> NDArray[np.float64]:
        """Of each class, where exactly one holds: sentences x classes. Each row adds up to 1."""
        rows = np.searchsorted(self._numbers, sentences.numbers)
        known = np.flatnonzero(self._numbers[rows] == sentences.numbers)
        rows, places, counts = rows[known], sentences.sentences[known], sentences.counts[known]
        size = len(sentences.norms)
        told = self._weights.take(rows, axis=0) * counts[:, None]
        classes = len(self._bias)
        cells = (places * classes)[:, None] + np.arange(classes)
        totals = np.bincount(cells.ravel(), told.ravel(), size * classes).reshape(size, classes)
        return softmax(self._bias + totals * (SCALE / sentences.norms)[:, None])


def softmax(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    """The probability of each class (last axis) by its score."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True)).astype(np.float64)
    shares: NDArray[np.float64] = raised / raised.sum(axis=-1, keepdims=True)
    return shares


@cache
def shipped(name: str) -> Linear:
    """The model in pipeline/`name`.npz, loaded once."""
    return Linear.load(name)
