"""What stands in brackets behind a person.

Forms handled: "(S)", "(PRO)", "(kassör och ordförande)", "(fr.o.m. § 2, bussen var sen)", "(ersätter Bo Ek, föräldraledig)",
"(ny, hyr gamla skolan)", "(de två sista t.o.m. punkt 3)", "("P-O")", "(Bo P ej närvarande)",
"(Li, vakt, skrev)" behind two of whom Li is one; "(tf)", which belongs to the role before it; "(2)", a page's number.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from models.view import View
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.piece import Piece, trimmed
from pipeline.extract.attendees.piece_kinds import FUNCTIONS, Kind, is_remark, kind_of
from pipeline.names import is_first_name, is_name

_VERB_FIRST = re.compile(
    r"(?:hyr|bor|jobbar|arbetar|har|hade|är|var|ska|kör|driver|äger|läser|flyttar|kommer|kom|tar|slutar|börjar|hoppade)\s"
)
_MARK_OF_PAGE = re.compile(r"\d")  # "Bo Ek (s) 1 (2)", also cut by a line's end
_NICKNAME = re.compile(r"[\"”“'’][^\"”“'’]{2,20}[\"”“'’]")
_NAMES = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]*)?")
_AND = re.compile(r"(?:,|\soch|\ssamt)\s$")
_OF_BOTH = re.compile(r"(?:de\s)?(?:båda|bägge|två|tre)\s")  # "(de två sista t.o.m. punkt 3)"


def is_acting(text: str) -> bool:
    """ "(tf)": how somebody holds the role before it."""
    return "acting" in kinds_in(text) and vocabulary("acting").regex.fullmatch(text) is not None


def with_bracket(view: View, piece: Piece, end: int) -> Piece:
    """A role with the bracket that ends at `end`: "rektor (tf)"."""
    if piece.kind != "role":
        return piece
    return replace(piece, view=view.part(view.index(piece.view.offsets[0]), end))


def _away(part: View) -> Iterator[Piece]:
    """Who stands in brackets of their own and stayed away: "(Bo P ej närvarande)", "(alla utom Stig som var sjuk)"."""
    kinds = kinds_in(part.text)
    start, end = 0, 0
    if "absent_lead" in kinds and (lead := vocabulary("absent_lead").regex.match(part.text)):
        start, end = lead.end(), len(part.text)
    elif "absent" in kinds and (note := vocabulary("absent").regex.search(part.text)):
        end = note.start()
    for name in _NAMES.finditer(part.text, start, end):
        if name.start() == start or _AND.search(part.text, start, name.start()):
            known = is_name(name.group(), single=True) and is_first_name(name.group().split()[0])
            if not known:
                return
            yield Piece(part.part(*name.span()), "replaces", bracket=True)


def _of_one(part: View) -> list[Piece]:
    """A first name that tells whom of several a bracket is said of, with what is said right behind it: "Mia gick efter punkt 2"."""
    first, _, rest = part.text.partition(" ")
    if not is_first_name(first) or not first[0].isupper() or (rest and rest[0].isupper()):
        return []
    own = Piece(part.part(0, len(first)), "name", bracket=True)
    if not rest:
        return [own]
    kind = kind_of(rest)
    said = part.part(len(first) + 1, len(part.text))
    return (
        [own, Piece(said, kind, bracket=True)] if kind in {"partial", "absent", *FUNCTIONS} else []
    )


def bracketed(view: View, start: int, end: int) -> Iterator[Piece]:
    """What stands in brackets: parts by comma where each is known, else one piece."""
    part = trimmed(view, start, end)
    if part is None:
        return
    if _NICKNAME.fullmatch(part.text):
        return  # what the person is called
    if _MARK_OF_PAGE.fullmatch(part.text):
        return
    if away := list(_away(part)):
        yield from away
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
                if own := _of_one(inner):
                    yield from own
                    known = own[-1].kind
                    continue
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
