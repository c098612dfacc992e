"""Morphological features as Talbanken has them in version 2.

Features are a function of SUC's tag, but for what depends on the word ("PronType"). So they are read
off PUD, which is version 2: by tag, word class and word, or by tag and word class for words it lacks.
Where PUD and Talbanken differ by habit, Talbanken's is taken: relative "som", numerals, indefinite
pronouns, deponent verbs, and plural adjectives, which are definite where their phrase is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.conllu import ROOT, Sentence, Word
from training.talbanken import DEPONENTS

_DETERMINERS = ("DT", "PS", "HS", "NN", "PM")


class Features:
    """Learned from `sentences`, in version 2."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        words: dict[tuple[str, ...], Counter[tuple[tuple[str, str], ...]]] = defaultdict(Counter)
        for sentence in sentences:
            for word in sentence:
                features = tuple(sorted(word.features.items()))
                for key in _keys(word):
                    words[key][features] += 1
        self._seen = {key: dict(counts.most_common(1)[0][0]) for key, counts in words.items()}

    def of(self, word: Word) -> dict[str, str]:
        """The word's features; its own where its tag was never seen."""
        found = (self._seen[key] for key in _keys(word) if key in self._seen)
        return dict(next(found, word.features))


def _keys(word: Word) -> tuple[tuple[str, ...], ...]:
    return (word.tag, word.pos, word.lower), (word.tag, word.pos)


def follow_talbanken(sentence: Sentence) -> None:
    """Change the sentence's features, in place, where PUD's habit is another than Talbanken's."""
    for index, word in enumerate(sentence):
        kind, features = word.word_class, word.features
        if kind == "HA":
            features.pop("PronType", None)
        elif kind == "HP" and word.lower == "som":
            features["PronType"] = "Rel"
        elif kind in {"HP", "HD"} and features.get("PronType") == "Int,Rel":
            features["PronType"] = "Int"
        elif kind == "RG":
            features["NumType"] = "Card"
        elif word.tag.startswith("PN|UTR|SIN|IND"):
            features["PronType"] = "Ind"
        elif word.tag.endswith("SFO") and word.lower in DEPONENTS:
            features.pop("Voice", None)
        elif kind in {"JJ", "PC"} and "|PLU|IND/DEF" in word.tag:
            definite = _in_definite_phrase(sentence, index)
            features["Definite"] = "Def" if definite else "Ind"
            features.pop("Number", None)
            if not definite:
                features["Number"] = "Plur"


def _in_definite_phrase(sentence: Sentence, adjective: int) -> bool:
    """Whether the noun that `adjective` stands at is definite, or has an article or owner."""
    if sentence[adjective].relation != "amod" or sentence[adjective].head == ROOT:
        return False
    noun = sentence[adjective].head
    return sentence[noun].features.get("Definite") == "Def" or any(
        word.head == noun
        and word.relation in {"det", "nmod:poss"}
        and word.word_class in _DETERMINERS
        and ("DEF" in word.tag or "GEN" in word.tag or word.word_class in {"PS", "HS"})
        for word in sentence
    )
