"""What two statements have in common, in whatever words they say it.

A word's features are its dictionary form (that of link_senses.toml where it stands there) without ending, the parts of a compound ("siktröjning": sikt,
röjning), the sense that it shares with other words (vocabulary/link_senses.toml: "armatur", "lampa" and
"belysning" are one) and, for less, its own form without ending, since the dictionary may take it for another
word ("bommar"). Two words agree in the feature that weighs most in both; each feature weighs by how
few of the series' statements hold it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from pipeline.dictionary import is_known
from pipeline.language.compounds import parts
from pipeline.language.lemmas import any_lemma, is_noun, lemma
from pipeline.vocabulary import groups, pattern, words

_BARE = 0.4  # of a form that only looks alike against the word itself
_VERB = 0.8  # of the verb that a word may be a form of, where it is taken for a noun's
_BAREST = 3  # letters
_TAIL = 5  # letters of a noun that an unknown word ends in
_ABBREVIATED = 5  # letters of the longest abbreviation: "SSPF" is a thing and no name
_STEM = 6  # letters of the longest word that keeps its ending
_PART = 0.65  # of a compound's part against the whole word
_SENSE = 0.6  # of a sense against the word itself
_NAME = 0.5  # of the name of a place or a person
_USUAL = 0.55  # of a word that any council uses at every meeting
_USUAL_LENGTH = 7  # letters of a stem of usual weight
_LEAST_OF_GROUPS = (
    0.75  # what a word of link_senses.toml weighs at least, against a stem of usual length
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_CLASS = re.compile(r"\b(?:årskurs|åk|klass)\s?(?P<n>[4-9])\b", re.IGNORECASE)
_CLASSES = {"4": "fyror", "5": "femmor", "6": "sexor", "7": "sjuor", "8": "åttor", "9": "nior"}
_SHORT_NAME = re.compile(r"\b(?:[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]-?[A-ZÅÄÖ])\b")
_OPENS = re.compile(r"(?:^|[.:!?•])\s*$")
_INFLECTION = re.compile(
    r"(?:ningarnas?|ningar|ningens?|ning|andet|ande|elserna|elser|elsen|else|heterna|heter|heten"
    r"|arnas?|ernas?|ornas?|aren|arna|orna|erna|en|et|ar|er|or|na|a|e|t|n|s)$"
)
_ENDING = re.compile(r"(?:[aeo]rnas?|[aeo]rs?|ens?|ets?|ans?|ns?|ts?|as?|s|na)$")
_DEFINITE = re.compile(r"(?:[aeo]n|et|[aeo]rna|ena|n)s?$")
_BENT = (
    ("s", ""), ("n", ""), ("t", ""), ("t", "d"), ("a", ""), ("en", ""), ("et", ""), ("er", ""), ("ar", ""), ("na", ""), ("nas", ""), ("erna", ""), ("arna", ""), ("or", "a"), ("orna", "a"),
    ("ar", "a"), ("ade", "a"), ("ad", "a"), ("at", "a"), ("as", "a"), ("ats", "a"), ("er", "a"), ("ar", "e"), ("arna", "e"), ("arnas", "e"), ("ens", ""), ("ets", ""), ("des", ""), ("des", "a"), ("tes", "a"), ("ernas", ""), ("arnas", ""), ("ornas", "a"), ("ns", ""),
)  # fmt: skip

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something: its features as a whole and, of a compound, those of each part, 0..1.

    `named` is a name's, `usual` any meeting's, `definite` is said of one known thing ("häcken").
    """

    lemma: str
    whole: Features
    parts: tuple[Features, ...] = ()
    named: bool = False
    usual: bool = False
    definite: bool = False

    @property
    def features(self) -> Features:
        return features_of([self])


Words = Mapping[str, Word]  # by stem


def words_of(text: str) -> dict[str, Word]:
    """The words of `text` that say something, by stem."""
    found: dict[str, Word] = {}
    text = _CLASS.sub(
        lambda match: _CLASSES[match["n"]], pattern("link_words", "when").sub("", text)
    )
    for match in _WORD.finditer(text):
        word = match.group()
        abbreviated = word.isupper() and len(word) <= _ABBREVIATED
        named = word[0].isupper() and not (abbreviated or _OPENS.search(text, 0, match.start()))
        known = _word(word.lower(), named)
        if known is not None:
            stem, new = known
            if stem not in found or (found[stem].named and not named):
                found[stem] = new
    return found


def stems(text: str) -> frozenset[str]:
    """The stems of all words, with and without a genitive's s, and short names ("Bo", "K-G")."""
    short = (match.group().replace("-", "").lower() for match in _SHORT_NAME.finditer(text))
    return frozenset[str]().union(
        *(_stems(match.group().lower()) for match in _WORD.finditer(text)),
        {name for name in short if name not in words("link_words", "empty")},
    )


def same_words(one: Words, other: Words) -> bool:
    """Whether four fifths of the shorter statement's words stand in the other."""
    shared = len(one.keys() & other.keys())
    return shared > 0.8 * max(1, min(len(one), len(other)))


class Weights:
    """How much each feature says among these statements, and each word by the best of its own."""

    def __init__(self, texts: Sequence[Words]) -> None:
        counted = Counter(feature for each in texts for feature in features_of(each.values()))
        self._weight = {
            feature: log(1 + (len(texts) + 5) / (count + 0.5)) * _telling(feature)
            for feature, count in counted.items()
        }

        self.rare = log(1 + (len(texts) + 5) / 1.5)
        """The weight of a word of usual length that stands in one statement alone."""

    def of(self, feature: str) -> float:
        """How much a feature tells in this series, 0 where it is unknown."""
        return self._weight.get(feature, 0.0)

    def word(self, stem: str, word: Word) -> float:
        """How much a word tells by its stem."""
        return word.whole[stem] * self.of(stem)

    def whole(self, words: Words, without: Iterable[str] = ()) -> float:
        """How much all of the words tell but those `without`."""
        left_out = frozenset(without)
        return sum(self.word(stem, word) for stem, word in words.items() if stem not in left_out)

    def agreement(self, word: Word, features: Features) -> float:
        """The weight of what `word`, as a whole or by its parts, shares with a statement of these features."""
        whole = self._best(word.whole, features)
        if not word.parts:
            return whole
        return max(whole, sum(self._best(part, features) for part in word.parts))

    def _best(self, own: Features, features: Features) -> float:
        best = 0.0
        for feature, share in own.items():
            other = features.get(feature)
            if other is not None:
                best = max(best, share * other * self._weight.get(feature, 0.0))
        return best


def features_of(words: Iterable[Word], share: float = 1.0) -> dict[str, float]:
    """All features of some words, each at its highest."""
    found: dict[str, float] = {}
    for word in words:
        for part in (word.whole, *word.parts):
            for feature, weight in part.items():
                found[feature] = max(found.get(feature, 0.0), weight * share)
    return found


def _telling(feature: str) -> float:
    """How much a feature says by itself: long words are rarer, and a group's words are things."""
    if feature[0] == "=":
        return 1.0
    least = _LEAST_OF_GROUPS if feature in _senses_of_stems() else 0.0
    return min(max(len(feature) / _USUAL_LENGTH, least), 1.6)


@lru_cache(maxsize=100_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset({_stem(_base_form(word)), _stem(_base_form(word.removesuffix("s")))})


@lru_cache(maxsize=100_000)
def _base_form(word: str) -> str:
    """The dictionary form of `word`: the one that stands in link_senses.toml, if one does.

    The dictionary has one lemma for a word and often another word's ("träden": "träde", "granne": "grann"),
    so each other form that `word` may be of is looked for among the words of the groups.
    """
    known = _senses()
    if word in known:
        return word
    found = lemma(word)
    bases = (found, any_lemma(word), *_unbent(word))
    return next((each for each in bases if each in known), found)


def _unbent(word: str) -> Iterator[str]:
    """What `word` may be a form of, by its ending."""
    for ending, instead in _BENT:
        if word.endswith(ending) and len(word) >= len(ending) + _BAREST:
            base = word.removesuffix(ending)
            yield base + instead
            if not instead and base.endswith(("mm", "nn")):  # "bommen"
                yield base[:-1]


@lru_cache(maxsize=100_000)
def _word(word: str, named: bool) -> tuple[str, Word] | None:
    base = _base_form(word)
    if _is("empty", word):
        return None
    stem = _stem(base)
    if named:
        features = _features(base, _NAME) | {_stem(_base_form(word.removesuffix("s"))): _NAME}
        return stem, Word(base, features, named=True)
    usual = _is("usual", word)
    share = _USUAL if usual else 1.0
    whole = _features(base, share) | {f"~{_bare(word)}": share * _BARE}
    verb = any_lemma(word)
    if verb not in {base, word} and not _is("empty", verb):
        whole = {_stem(verb): share * _VERB} | whole
    pieces = parts(word)
    if len(pieces) == 1:
        pieces = _ends(word)
    of_parts = tuple(
        _features(_base_form(piece), _PART * (_USUAL if _is("usual", piece) else 1.0))
        for piece in (pieces if len(pieces) > 1 else ())
        if piece and not _is("empty", piece) and piece not in words("link_words", "empty_part")
    )
    definite = word != base and _DEFINITE.search(word) is not None
    return stem, Word(base, whole, of_parts, usual=usual, definite=definite)


def _ends(word: str) -> tuple[str, ...]:
    """The noun that a word ends in which the dictionary does not know ("viltkameror": kamera), and the one before it
    ("gallerdörrar": galler) or "" where that is none."""
    if is_known(word) or is_known(lemma(word)):
        return (word,)
    for cut in range(3, len(word) - _TAIL + 1):
        if is_known(word[cut:]) and is_noun(tail := lemma(word[cut:])):
            head = word[:cut] if is_known(word[:cut]) else word[:cut].removesuffix("s")
            return (head if len(head) > _BAREST and is_known(head) and is_noun(head) else "", tail)
    return (word,)


def _bare(word: str) -> str:
    """The form without its ending and a doubled letter: the same of "bom", "bommen" and "bommar"."""
    bare = _ENDING.sub("", word)
    bare = bare if len(bare) >= _BAREST else word
    return bare[:-1] if bare[-1] == bare[-2] else bare


def _features(base: str, share: float) -> dict[str, float]:
    """A word's stem and its senses."""
    stem = _stem(base)
    senses = _senses().get(base) or _senses_of_stems().get(stem, ())
    return {stem: share} | dict.fromkeys(senses, share * _SENSE)


def _is(key: str, word: str) -> bool:
    """Whether a list of link_words.toml holds the word, or either of its dictionary forms.

    A bent word of a group is what it is of: "åttornas" is of the "åttor" and not of "åtta".
    """
    base = _base_form(word)
    forms = (base,) if base in _senses() else (lemma(word), any_lemma(word))
    return not words("link_words", key).isdisjoint((word, *forms))


@cache
def _senses() -> Mapping[str, tuple[str, ...]]:
    """The senses of each word of the groups: "=12" is that of the twelfth."""
    found: dict[str, tuple[str, ...]] = {}
    for at, group in enumerate(groups("link_senses", "same")):
        for each in group:
            found[each] = (*found.get(each, ()), f"={at}")
    return found


@cache
def _senses_of_stems() -> Mapping[str, tuple[str, ...]]:
    """The senses of each stem of the groups' words ("kartlägg": "kartläggning", "kartlägga")."""
    found: dict[str, tuple[str, ...]] = {}
    for word, senses in _senses().items():
        stem = _stem(word)
        found[stem] = tuple(dict.fromkeys((*found.get(stem, ()), *senses)))
    return found


def _stem(word: str) -> str:
    """The word without its ending, where it is long enough to have one."""
    while len(word) > _STEM and (shorter := _INFLECTION.sub("", word)) != word:
        word = shorter
    return word
