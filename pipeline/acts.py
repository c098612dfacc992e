"""What a sentence of minutes does: a small linear model over words, parts of words and word order.

It knows the kinds of action, the outcomes of follow-ups, and "none". The features of a sentence are

- its words, pairs and triples of words, and pieces of four and five letters of each word, so that an
  inflection or a compound that it has not met is known by its parts;
- its shape: function words as they are, other words by their last letters, names as names; so
  "Ola stryker listan" looks like "Eva mejlar rektorn";
- where it stands: the item's title, the words that lead the paragraph, the sentence before.

The weights in acts.npz are made by training/acts/train.py from sentences labelled by hand. They are a
second reader beside the rules of the vocabulary: extract/actions/judged.py and extract/follow_ups.py say
when it may claim what no rule finds and when it overrules one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from pipeline.vocabulary import words

Act = Literal[
    "none",
    "decision",
    "assignment",
    "commitment",
    "proposal",
    "formality",
    "done",
    "in_progress",
    "postponed",
    "dropped",
    "mentioned",
]
ACTS: tuple[Act, ...] = get_args(Act)
KINDS: tuple[Act, ...] = ("decision", "assignment", "commitment", "proposal")
OUTCOMES: tuple[Act, ...] = ("done", "in_progress", "postponed", "dropped", "mentioned")

# How much each family of features weighs before the model's own weights: rare and specific ones less.
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
_TOKEN = re.compile(r"\w+(?:[-.:]\w+)*|[^\w\s]")
_PIECES = (4, 5)  # letters
_SHAPES = (2, 3, 4)  # words


class Setting(NamedTuple):
    """Where a sentence stands. `before`: the sentence before it in its paragraph, or ""."""

    title: str = ""
    lead: str = ""
    before: str = ""
    listed: bool = False


def features(text: str, setting: Setting) -> Iterator[str]:
    """The features of a sentence, "family=value", each as often as it occurs."""
    tokens = _TOKEN.findall(text)
    small = [token.lower() for token in tokens]
    for word in small:
        yield from word_features(word)
    edged = ["^", *small, "$"]
    yield from (f"b={one} {two}" for one, two in pairwise(edged))
    yield from (f"t={' '.join(small[i : i + 3])}" for i in range(len(small) - 2))
    shapes = ["^", *(_shape(token, first=not i) for i, token in enumerate(tokens)), "$"]
    for size in _SHAPES:
        yield from (f"a={' '.join(shapes[i : i + size])}" for i in range(len(shapes) - size + 1))
    yield from (f"s={' '.join(shapes[:size])}" for size in (3, 5))
    yield f"k={'item' if setting.listed else 'body'}"
    yield f"k=length {min(len(tokens) // 4, 8)}"
    yield f"k=end {tokens[-1] if tokens else ''}"
    yield f"k=first {not setting.before}"
    yield from setting_features(setting.title, setting.lead, setting.before)


def word_features(word: str) -> Iterator[str]:
    """Those of one word in small letters."""
    yield f"w={word}"
    if len(word) > 3:
        edged = f"<{word}>"
        for size in _PIECES:
            yield from (f"c={edged[i : i + size]}" for i in range(len(edged) - size + 1))


def setting_features(title: str, lead: str, before: str) -> Iterator[str]:
    """Those of the place where a sentence stands."""
    for word in _TOKEN.findall(title.lower()):
        yield f"T={word}"
        edged = f"<{word}>"
        yield from (f"U={edged[i : i + 4]}" for i in range(max(1, len(edged) - 3)))
    yield from (f"L={word}" for word in _TOKEN.findall(lead.lower())[:6])
    yield from (f"p={word}" for word in sorted(set(_TOKEN.findall(before.lower()))))


def _shape(token: str, *, first: bool) -> str:
    small = token.lower()
    if small in words("acts", "function_words"):
        return small
    if token[0].isdigit():
        return "0"
    if not token[0].isalpha():
        return token
    if token[0].isupper():
        return f"N{small[-2:]}" if first else "N"
    return f"~{small[-3:]}" if len(small) > 4 else f"~{small[-2:]}"


class Model(NamedTuple):
    """Weights of each feature for each act, and each act's bias."""

    places: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


@lru_cache(maxsize=10_000)
def acts(text: str, setting: Setting) -> Mapping[Act, float]:
    """The probability of each act for a sentence, by the shipped model."""
    return probabilities(_shipped(), text, setting)


def likeliest(said: Mapping[Act, float], among: tuple[Act, ...]) -> Act:
    """The act of `among` that is most probable."""
    return max(among, key=said.__getitem__)


def probabilities(model: Model, text: str, setting: Setting) -> dict[Act, float]:
    """The probability of each act for a sentence. They add up to 1."""
    counted = Counter(features(text, setting))
    norm = sum((FAMILIES[feature[0]] * count) ** 2 for feature, count in counted.items()) ** 0.5
    known = [
        (model.places[each], each, count) for each, count in counted.items() if each in model.places
    ]
    scores = model.bias.copy()
    if known:
        rows = np.array([row for row, _, _ in known])
        amounts = np.array([FAMILIES[each[0]] * count for _, each, count in known], np.float32)
        scores += SCALE / norm * (amounts @ model.weights[rows])
    raised = np.exp(scores - scores.max())
    return dict(zip(ACTS, (raised / raised.sum()).tolist(), strict=True))


SCALE = 3.0  # length of a sentence's feature vector


@cache
def _shipped() -> Model:
    with files("pipeline").joinpath("acts.npz").open("rb") as file, np.load(file) as stored:
        names = bytes(stored["features"]).decode("utf-8").split("\n")
        weights = stored["weights"].astype(np.float32) * stored["scales"]
        return Model({name: row for row, name in enumerate(names)}, weights, stored["bias"])
