"""Whether a prioritised area is a place, a group of people or a problem.

The head of the name decides, the last word before what only tells more of it ("pojkar | i mellanstadiet",
"sömnproblem | bland pojkar", "flickor | 10–13 år"): people are a group, unless the name tells what is done to them ("butiksägare som
blir hotade"); a part of a town is a place, and so is its safety ("tryggheten kring torget"). Where no head is
known, a problem's word anywhere in the name makes it a problem, a name in capitals a place.
"""

import re

from models.meeting import AreaKind
from pipeline.dictionary import is_known
from pipeline.vocabulary import possible, says, words

_WORD = re.compile(r"[^\W\d][\w-]*|\d[\w–-]*")


def area_kind(name: str) -> AreaKind:
    """The kind of the area called `name`."""
    said = _WORD.findall(name)
    small = [word.lower() for word in said]
    end = next((at for at, word in enumerate(small) if at and _tells(word)), len(small))
    kind = _ruled(small[end - 1], "head") if small else None
    if kind == "group":
        return "problem" if says("area_kinds", name, "suffered") else "group"
    if kind is not None:
        return kind
    if says("area_kinds", name, "safety") and _is_place(said[-1]):
        return "place"
    return _ruled(name, "name") or ("place" if _is_proper(said[:end]) else "problem")


def _tells(word: str) -> bool:
    """Whether a word tells only more of what was named before it, as an age does."""
    return word in words("area_kinds", "tells_more") or word[0].isdigit()


def _ruled(text: str, asked: str) -> AreaKind | None:
    for rule in possible("area_kinds", text, asked):
        if rule.regex.search(text):
            kind: AreaKind = rule.data["kind"]
            return kind
    return None


def _is_place(word: str) -> bool:
    return word[:1].isupper() or _ruled(word.lower(), "head") == "place"


def _is_proper(head: list[str]) -> bool:
    """Whether a capital makes the head a name; a first word's does not where it is a common word, not "Ladan"."""
    first = head[0] if head else ""
    return any(word[:1].isupper() for word in head[1:]) or (
        first[:1].isupper() and (first.endswith(("en", "et", "an")) or not is_known(first.lower()))
    )
