"""An enumeration that goes on with the clause that announces it, on the line before.

Forms handled: "Gruppen fastställer följande områden:" and "parken, ungdomar och inbrott." on the next line or
lines, also after a blank one. A list of one entry a line is none, nor is a sentence of its own, nor tasks.
"""

import re

from models.segmented import Line
from pipeline.vocabulary import says

_FOLLOWS = re.compile(r"\bföljande\b", re.I)
_TASKS = re.compile(r"\b(?:göra|göras|görs|uppgift\w*|uppdrag\w*|åtgärd\w*)\b|\batt\s?:$", re.I)
_PARTED = re.compile(r",\s|;\s|\s(?:och|samt)\s")
_OPEN_END = re.compile(r"[,;]$|\s(?:och|samt)$")
_ATT = re.compile(r"att\s", re.I)
_WORDS = 3  # of the shortest clause
_WRAPPED = 50  # characters of the longest line of wrapped text


def announces(text: str) -> bool:
    """Whether `text` is a clause, no mere label, that a colon opens to what follows."""
    return (
        text.endswith(":")
        and len(text.split()) >= _WORDS
        and not _TASKS.search(text)
        and (_FOLLOWS.search(text) is not None or says("finite_verbs", text))
    )


def enumerates(line: Line, after: Line | None, width: int) -> bool:
    """Whether `line`, with what `after` goes on, names several things and says nothing of them.

    `width`: how long the longest line is.
    """
    text = line.text
    if len(line.cells) > 1 or ":" in text or _ATT.match(text) or says("finite_verbs", text):
        return False
    if _OPEN_END.search(text):
        return True
    if not _PARTED.search(text):
        return False
    ends = after is None or after.gap
    word = after.text.split(maxsplit=1)[0] if after is not None else ""
    full = width >= _WRAPPED and len(text) + len(word) + 1 > width
    return text.endswith(".") or ends or word[:1].islower() or full
