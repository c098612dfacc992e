"""What stands beside the names in an enumeration: brackets, reasons, quotation marks.

The model of names reads the sentence without brackets ("unga (främst killar och tjejer), centrum") and without a reason behind a
name ("Parken, eftersom den är mörk, och stölder"), so that an "och" or a comma in them parts nothing. A
bracket that tells more of the area belongs to its name ("unga (13–16 år)"), one that tells who answers for it or how
many voted for it does not. What stands in quotation marks is one name.
"""

import re
from collections.abc import Sequence

from pipeline.vocabulary import possible, says

_BRACKET = re.compile(r"\([^()]{1,120}\)")
_BEHIND = re.compile(r"\s?\(([^()]{2,120})\)")
_QUOTED = re.compile(r"[\"”“»«]([^\"”“»«]{3,80})[\"”“»«]")


Span = tuple[int, int]


def without_asides(text: str, tokens: Sequence[Span]) -> list[Span]:
    """The tokens of `text` that stand neither in a bracket nor in a reason."""
    asides: list[Span] = []
    if "(" in text:
        asides += [found.span() for found in _BRACKET.finditer(text)]
    for rule in possible("priority_areas", text, "reason"):
        asides += [found.span() for found in rule.regex.finditer(text)]
    if not asides:
        return list(tokens)
    return [each for each in tokens if not any(one <= each[0] < two for one, two in asides)]


def end_with_bracket(text: str, end: int) -> int:
    """Where a name that ends at `end` ends with the bracket behind it, where that tells more of it."""
    behind = _BEHIND.match(text, end) if text[end : end + 2].strip()[:1] == "(" else None
    return behind.end() if behind and says("priority_areas", behind[1], "bracket") else end


def quoted(text: str, found: Sequence[Span]) -> list[Span]:
    """What stands in quotation marks, where all the names found stand in them; else the names as they are."""
    marks = [each.span(1) for each in _QUOTED.finditer(text)]
    if not marks or not all(_inside(each, marks) for each in found):
        return list(found)
    first, last = found[0][0], found[-1][1]
    return [each for each in marks if each[1] > first and each[0] < last]


def _inside(span: Span, marks: Sequence[Span]) -> bool:
    return any(one <= span[0] and span[1] <= two for one, two in marks)
