"""Digits that a poor reading of a page has put inside words, restored in text that has several of them.

Forms handled: "bes1utar", "Kal1ade", "f6rslag" with a letter on either side; "loka1", "til1" where the dictionary has the word;
"komrnun" in such text where only the word with m is known. Places stay what they were.
"""

import re

from models.document import Document
from models.view import NOTHING
from pipeline.dictionary import is_known

_INSIDE = re.compile(r"[16](?<=[a-zåäö].)(?=[a-zåäö])")  # opens with what re can look for
_WORD = re.compile(
    r"(?<![\w@./-])[A-ZÅÄÖa-zåäö]*[a-zåäö]1(?![\w@/-])"
    r"|(?<![\w@./-])[A-ZÅÄÖa-zåäö]+(?:[16][a-zåäö]+)+(?![\w@/-])"
    r"|(?<![\w@./-])[A-ZÅÄÖa-zåäö]+rn[a-zåäö]*(?![\w@/-])"
)
_LETTERS = str.maketrans("16", "lö")
_FEWEST = 3  # digits inside words


def with_misread_letters(document: Document) -> Document:
    """The document with the letters that such digits stand for."""
    text = document.text
    if len(_INSIDE.findall(text)) < _FEWEST:
        return document
    return document.model_copy(update={"text": _WORD.sub(_restored, text)})


def _restored(match: re.Match[str]) -> str:
    word = match.group()
    if word.isalpha():
        meant = word.replace("rn", "m")
        known = not is_known(word.lower()) and is_known(meant.lower())
        return word.replace("rn", f"m{NOTHING}") if known else word
    meant = word.translate(_LETTERS)
    ends = word[-1] == "1" and not any(char.isdigit() for char in word[:-1])
    return meant if not ends or is_known(meant.lower()) else word
