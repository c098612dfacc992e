"""How good a page's text is, to choose between an embedded layer and a new reading."""

import re
from collections.abc import Sequence

from pipeline.dictionary import is_known

_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f¤¬¦^~|\\\\{}<>]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWELS = frozenset("aeiouyåäöéü")
_MANY = 200  # letters
_FEWEST, _MOST = 0.22, 0.6  # of letters: Swedish has 0.36 vowels
_ENOUGH = 12  # words: fewer tell nothing
_SWEDISH_SHARE = 0.012  # of letters: Swedish prose has four to five å, ä, ö in a hundred


def is_garbled(text: str) -> bool:
    """Whether the text is no text at all: a font without a map to characters, or with a wrong one.

    So where odd signs abound, hardly a letter stands, or too few of many letters are vowels.
    """
    odd = len(_ODD.findall(text))
    letters = "".join(filter(str.isalpha, text.lower()))
    if odd > 0.05 * max(len(text.replace(" ", "")), 1) or len(letters) < 0.3 * len(text.split()):
        return True
    vowels = sum(map(letters.count, _VOWELS))
    return len(letters) > _MANY and not _FEWEST * len(letters) < vowels < _MOST * len(letters)


def quality(texts: Sequence[str]) -> float:
    """0..1: the share of words that Swedish has, less what odd signs and lost å ä ö take away."""
    text = " ".join(texts)
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return 0.0
    known = sum(is_known(word) for word in words) / len(words)
    odd = min(4 * len(_ODD.findall(text)) / max(len(text), 1), 0.3)
    letters = [char for char in text.lower() if char.isalpha()]
    dotted = sum(char in "åäö" for char in letters) / max(len(letters), 1)
    lost = 0.2 if len(letters) > 200 and dotted < _SWEDISH_SHARE else 0.0
    return max(known - odd - lost, 0.0)


def is_doubtful(texts: Sequence[str]) -> bool:
    """Whether a layer under a picture is bad enough to be worth a new reading."""
    return len(_WORD.findall(" ".join(texts))) < _ENOUGH or quality(texts) < 0.72
