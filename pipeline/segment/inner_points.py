"""Points that stand inside a line, because a converter has made one line of an item and its points.

Forms handled: signs that are nothing but bullets ("1. Sedan sist • Ljuset lagat • ..."); dashes behind the end of a sentence, and then the first one, too
("2 Rapport - Cyklar stjäls. - Lugnt på torget."); numbers below the item's own ("3 Skolan 3.1 Rektorn ... 3.2 ...").
"""

import re
from collections.abc import Iterator

_LONG = 80  # characters of a line that may hold points where no item's number opens it
_SIGN = re.compile(r"[•▪●◦\uf0b7\uf0a7]")
_BULLET = re.compile(rf"(?<=\S)[ \t\u00a0]+(?={_SIGN.pattern}[ \t\u00a0]+\S)")
_DASH = re.compile(r"(?<=\S)[ \t]+(?=[-–*][ \t]+[A-ZÅÄÖ\"”])")
_DASHES = (" - ", " – ", " * ")  # one of them is in each
_ENDED = re.compile(r"[.!?][\"”)]?$")
_NUMBER = re.compile(r"(?:#+\s)?(?:§\s?)?(?P<n>\d{1,2})[.)]?\s")
_SUB = re.compile(r"(?<=\S)\s+(?=(?P<n>\d{1,2})\.(?P<sub>\d{1,2})\.?\s+[A-ZÅÄÖ\"”])")
_FEWEST_DASHES = 2


def inner_points(text: str, start: int, end: int) -> list[int]:
    """Where the points begin that stand inside the line [start, end), in order."""
    own = _NUMBER.match(text, start, end)
    if own is None and end - start < _LONG:
        return []
    if own is not None and (numbered := list(_numbered(text, own, end))):
        return numbered
    if _SIGN.search(text, start + 1, end):
        return [match.end() for match in _BULLET.finditer(text, start, end)]
    return _dashed(text, start, end)


def _numbered(text: str, own: re.Match[str], end: int) -> Iterator[int]:
    """The numbers that rise by one below the line's own."""
    if text.find(f"{own['n']}.", own.end("n"), end) < 0:
        return
    following = 1
    for match in _SUB.finditer(text, own.start(), end):
        if (match["n"], int(match["sub"])) == (own["n"], following):
            following += 1
            yield match.end()


def _dashed(text: str, start: int, end: int) -> list[int]:
    """The dashes, where several of them stand behind the end of a sentence; the first one may stand behind the title."""
    signed = any(text.find(sign, start, end) >= 0 for sign in _DASHES)
    dashes = list(_DASH.finditer(text, start, end)) if signed else []
    ended = [
        match.end() for match in dashes if _ENDED.search(text, match.start() - 3, match.start())
    ]
    if len(ended) < _FEWEST_DASHES and not (ended and len(dashes) > len(ended)):
        return []
    opens = dashes[0].end() < ended[0] and "." not in text[start + 3 : dashes[0].start()]
    return [dashes[0].end(), *ended] if opens else ended
