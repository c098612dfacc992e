"""Letters that a wrong character set has made replacement characters, restored where a word shows which they were.

Forms handled: "N\ufffdrvarande", "M\ufffdTET", "\ufffdrsm\ufffdte" in words that the dictionary has, alone or as the two parts of a compound;
"\ufffd1" for "§1"; a character by itself or before a whole word for a blank. What no word shows stays as it is.
"""

import re
from functools import lru_cache
from itertools import product

from models.document import Document
from pipeline.dictionary import is_known

_LOST = "\ufffd"
_FEWEST = 5  # in a document
_MOST = 3  # in a word
_LETTERS = "äöåé"
_WORD = re.compile(rf"[^\W\d_]*{_LOST}[^\W\d_{_LOST}]*(?:{_LOST}[^\W\d_]*)*")
_SIGN = re.compile(rf"(?<![\w{_LOST}]){_LOST}(?=\s?\d{{1,3}}(?![\d-]))")
_BLANK = re.compile(rf"(?<![\w{_LOST}]){_LOST}(?={_LOST}\w|[A-ZÅÄÖ][a-zåäö]|\d)")
_COMMON = frozenset(
    "är från då så står går får på års åt höst hösten höstens vår våren vårens".split()
)  # before rarer words
_SHORTEST_PART = 3  # letters of a part of a compound
_ENDED = ".!?>\n:*#-"


def with_lost_letters(document: Document) -> Document:
    """The document with the letters that can be told, so that all places stay what they were."""
    text = document.text
    if text.count(_LOST) < _FEWEST:
        return document
    text = _WORD.sub(_restored, _BLANK.sub(" ", _SIGN.sub("§", text)))
    return document.model_copy(update={"text": text})


def _restored(match: re.Match[str]) -> str:
    word = match.group()
    if word == _LOST:
        return " "
    found = _in_small(word.lower())
    if found is None:
        return word
    shouted = word.replace(_LOST, "").isupper() and len(word) > 1
    before = match.string[: match.start()].rstrip(" ")[-1:] or "."
    letters = [
        new.upper()
        if old == _LOST and (shouted or (not at and (before in _ENDED or before.isdigit())))
        else new
        for at, (old, new) in enumerate(zip(word, found, strict=True))
    ]
    return "".join(
        old if old != _LOST else letter for old, letter in zip(word, letters, strict=True)
    )


@lru_cache(maxsize=10_000)
def _in_small(word: str) -> str | None:
    """The word that the dictionary has with the letters lost in `word`; None where there is none."""
    count = word.count(_LOST)
    if count > _MOST:
        return None
    pieces = word.split(_LOST)
    candidates = [
        "".join(part + letter for part, letter in zip(pieces, (*letters, ""), strict=True))
        for letters in product(_LETTERS, repeat=count)
    ]
    found = [*filter(_COMMON.__contains__, candidates), *filter(is_known, candidates)]
    return next(iter(found), None) or next(filter(_is_compound, candidates), None)


def _is_compound(word: str) -> bool:
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(is_known(word[:at].removesuffix("s")) and is_known(word[at:]) for at in cuts)
