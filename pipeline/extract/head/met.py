"""Where running text says that the body met.

Forms handled: "Vi möttes i Folkets park, lilla salen."; "Forumet samlades för tredje gången i Ladan";
"vår träff i onsdags (4 okt, 15-16 i fikarummet på Ekgården)"; "Vi sitter i Hörsalen, biblioteket. Fika";
"Det hölls på distans (Zoom)", "vi sågs via Teams".
"""

import re

from pipeline.dates import dates, times
from pipeline.extract.head.lines import blank
from pipeline.vocabulary import pattern, rules, says

_FURTHER = re.compile(r"\s(?:i|på|vid|hos)\s")
_NEAR = 20  # characters from such a verb to the place
_STOP = re.compile(r"[;!?]|[.:](?=\s|$)|$")
_AT = re.compile(r"\b(?:(?P<host>(?:hemma\s)?hos)|i|på|vid|å)\s(?=[\w\"”])", re.IGNORECASE)
_OF_HOUSE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:ens|ets|ans|nas|rns)\s[a-zåäö]{4,}")
_DEFINITE = re.compile(r"[a-zåäö-]{2,}(?:en|et|an|na|rn)$")


def place_met(text: str) -> tuple[int, int] | None:
    """Where the place stands in the first sentence of `text` that says where the body met."""
    for met in pattern("met", "verb").finditer(text):
        stop = _STOP.search(text, met.end())
        if (online := pattern("met", "online").match(text, met.end())) is not None:
            return online.span("place")
        weak = pattern("met", "weak").match(met.group()) is not None
        if stop is not None and (found := _place(text, met.end(), stop.start(), weak=weak)):
            return found
    return None


def place_led_to(
    text: str, start: int, stop: int, *, known: bool = False
) -> tuple[int, int] | None:
    """The place to which a preposition leads in [start, stop); known: only one of a known kind."""
    found = _place(text, start, stop, weak=False)
    return found if found and (not known or says("places", text[slice(*found)])) else None


def _place(text: str, start: int, stop: int, *, weak: bool) -> tuple[int, int] | None:
    """The first place that a preposition leads to in the sentence, one of a known kind before others.

    weak: the verb says more than meeting ("vi var"), so that only a known kind right behind it counts.
    """
    stated = [(each.start, each.end) for each in dates(text)]
    stated += [(each.start, each.end) for each in times(text, bare=True)]
    blanked = blank(text, [span for span in stated if span[0] >= start])
    found: list[tuple[int, int]] = []
    for at in _AT.finditer(blanked, start, stop):
        begin = at.start("host") if at["host"] else at.end()
        before = text[: at.start()]
        of_body = pattern("met", "body").search(before) is not None  # "rådet i Ekby": its area
        of_body = of_body or says("councils", before[start:])
        if pattern("met", "not_there").match(blanked, at.end()) or (weak and begin - start > _NEAR):
            continue
        end = _end(blanked, begin, stop)
        if of_body and not _house(text[begin:end]):
            continue
        if end - begin > 2:
            found.append((begin, end))
    known = [span for span in found if says("places", text[slice(*span)])]
    named = [span for span in found if may_be_place(text[slice(*span)])]
    return next(iter(known if weak else (*known, *named)), None)


def _house(text: str) -> bool:
    """Whether a place is more than the name that a body's area may have: "Ekbyskolans personalrum", "salen"."""
    head = _FURTHER.split(text)[0]
    return says("places", head) and (" " in head or head[0].islower())


def _end(text: str, start: int, stop: int) -> int:
    """Where the place ends: before a clause, a time that was blanked, or a bracket that is not its own."""
    further = (pattern("met", "ends"), *(rule.regex for rule in rules("place_ends")))
    ends = [match.start() for each in further if (match := each.search(text, start, stop))]
    depth = 0
    for at in range(start, stop):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            ends.append(at)
            break
    return start + len(text[start : min([stop, *ends])].rstrip(" ,–-"))


def may_be_place(text: str) -> bool:
    """Whether a phrase of no known kind can be a place: a host, one definite noun, or a room of a house ("Ekbykyrkans källare")."""
    words = text.split()
    return bool(
        re.match(r"(?:hemma\s)?hos\s[A-ZÅÄÖ]", text)
        or _OF_HOUSE.fullmatch(text)
        or (len(words) <= 2 and _DEFINITE.match(words[0]) and not says("councils", text))
    )
