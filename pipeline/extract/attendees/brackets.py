"""What stands in brackets behind a person.

Forms handled: "(S)", "(PRO)", "(kassör och ordförande)", "(fr.o.m. § 2, bussen var sen)", "(ersätter Bo Ek, föräldraledig)",
"(ny, hyr gamla skolan)", "(de två sista t.o.m. punkt 3)", "("P-O")"; "(tf)", which belongs to the role before it; "(2)", a page's number.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from models.view import View
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.piece import Piece, trimmed
from pipeline.extract.attendees.piece_kinds import FUNCTIONS, Kind, is_remark, kind_of

_VERB_FIRST = re.compile(
    r"(?:hyr|bor|jobbar|arbetar|har|hade|är|var|ska|kör|driver|äger|läser|flyttar|kommer|kom|tar|slutar|börjar|hoppade)\s"
)
_MARK_OF_PAGE = re.compile(r"\d")  # "Bo Ek (s) 1 (2)", also cut by a line's end
_NICKNAME = re.compile(r"[\"”“'’][^\"”“'’]{2,20}[\"”“'’]")
_OF_BOTH = re.compile(r"(?:de\s)?(?:båda|bägge|två|tre)\s")  # "(de två sista t.o.m. punkt 3)"


def is_acting(text: str) -> bool:
    """ "(tf)": how somebody holds the role before it."""
    return "acting" in kinds_in(text) and vocabulary("acting").regex.fullmatch(text) is not None


def with_bracket(view: View, piece: Piece, end: int) -> Piece:
    """A role with the bracket that ends at `end`: "rektor (tf)"."""
    if piece.kind != "role":
        return piece
    return replace(piece, view=view.part(view.index(piece.view.offsets[0]), end))


def bracketed(view: View, start: int, end: int) -> Iterator[Piece]:
    """What stands in brackets: parts by comma where each is known, else one piece."""
    part = trimmed(view, start, end)
    if part is None:
        return
    if _NICKNAME.fullmatch(part.text):
        return  # what the person is called
    if _MARK_OF_PAGE.fullmatch(part.text):
        return
    kind = kind_of(part.text, bracket=True)
    cuts = [match.span() for match in re.finditer(r"\s?,\s?", part.text)]
    if not cuts and (both := re.search(r"\s(?:och|samt|&)\s", part.text)) is not None:
        kinds = {kind_of(part.text[: both.start()]), kind_of(part.text[both.end() :])}
        if kinds & set(FUNCTIONS) and kinds <= {*FUNCTIONS, "role"}:
            cuts = [both.span()]  # "(kassör och ordförande)"
    if kind == "replaces" and cuts:  # "(ersätter Bo Ek, föräldraledig)"
        part = part.part(0, cuts[0][0])
    elif kind != "partial" and cuts:
        known: Kind = "other"
        edges = [0, *(edge for cut in cuts for edge in cut), len(part.text)]
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            if (inner := trimmed(part, a, b)) is not None:
                before, known = known, kind_of(inner.text, bracket=True)
                if known == "other" and (before in {"partial", "absent"} or is_remark(inner.text)):
                    continue  # why: "(fr.o.m. § 2, bussen var sen)"
                if _VERB_FIRST.match(inner.text):
                    continue  # "(ny, hyr gamla skolan)"
                yield Piece(
                    inner, "organisation" if known in {"other", "name"} else known, bracket=True
                )
        return
    if kind in {"other", "organisation"} and _OF_BOTH.match(part.text):
        kind = "partial" if vocabulary("partial").regex.search(part.text, 1) else kind
    if kind in {"other", "name"} and is_remark(part.text):
        return
    yield Piece(part, "organisation" if kind in {"other", "name"} else kind, bracket=True)
