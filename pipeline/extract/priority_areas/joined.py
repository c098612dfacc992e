"""Which parts of an enumeration name one thing: "A, B och C samt D" has three names, "B och C" is one of them.

An enumeration has one "och" of its own, before its last part. One that a comma, a "samt" or, after a comma, another "och" follows joins two nouns of a
name, except where it ends the things of one kind and the rest is of another ("torget, parken och kajen samt
ungdomar").
"""

import itertools
from collections.abc import Sequence

from pipeline.extract.priority_areas.aside import Span
from pipeline.extract.priority_areas.kinds import area_kind

_PARTS = frozenset({",", ";", "och", "samt", "jämte", ", och", ", samt", "samt även", "och även"})
_ENDS = _PARTS - {"och"}


def joined(text: str, found: Sequence[Span]) -> list[Span]:
    """The names at `found`, those put together that are one."""
    if len(found) < 3 or " och " not in text:
        return list(found)
    between = [text[one[1] : two[0]].strip().lower() for one, two in itertools.pairwise(found)]
    kept = [found[0]]
    for at, (part, span) in enumerate(zip(between, found[1:], strict=True)):
        goes_on = _goes_on(between[at + 1 :], after_comma=at > 0 and between[at - 1] == ",")
        if part == "och" and goes_on and _alike(text, found, between, at):
            kept[-1] = (kept[-1][0], span[1])
        else:
            kept.append(span)
    return kept


def _goes_on(after: Sequence[str], *, after_comma: bool) -> bool:
    """Whether the enumeration has a comma or its own last word after this "och"."""
    if after_comma and list(after) == ["och"]:
        return True
    return bool(after) and after[0] in _ENDS and all(each in _PARTS for each in after)


def _alike(text: str, found: Sequence[Span], between: Sequence[str], at: int) -> bool:
    """Whether what the "och" joins may be one part, and not the end of an enumeration to which another is added."""
    if between[at + 1] not in {"samt", "jämte", "samt även"}:
        return True
    if not at or between[at - 1] != ",":
        return False
    kinds = [area_kind(text[slice(*each)]) for each in found[at - 1 : at + 3]]
    return not (kinds[0] == kinds[1] == kinds[2] != kinds[3])
