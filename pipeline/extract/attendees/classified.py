"""What stands between the marks of an attendance line, as the pieces it is: a name, a role, a body, a note.

Each way to write them is a function, tried in their order; what none knows is `other`.
"""

import re

from models.view import View
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.cuts import (
    before_note,
    body_before_name,
    body_before_role,
    is_affiliation,
    name_and_note,
    note_at_end,
    note_at_start,
    opens_with_name,
    owner_before_name,
    persons_in,
    role_before_name,
    role_of_owner,
)
from pipeline.extract.attendees.piece import Piece, trimmed
from pipeline.extract.attendees.piece_kinds import Kind, function_of, kind_of
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import listed, pattern, says

_Found = list[Piece] | None  # None: the way does not fit

_DEFINITE = re.compile(r"(?:en|et|an|rn)$")  # "kommunpolisen", before the name that it is said of
_RANK = re.compile(
    rf"(?P<rank>{'|'.join(map(re.escape, listed('affiliation_leads', 'ranks')))})\s(?=[A-ZÅÄÖ])"
)  # "Komm. Anna Ek"
_FROM = re.compile(r"(\S+(?:\s\S+){0,3}?)\s((?:från|vid|för)\s\D+)$")  # "Bo Ek från Granhus"
_PLACED = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][\w-]+)\s(?:uppe\s|nere\s|borta\s|ute\s)?(?:på|vid|i|hos)\s(?P<where>(?:[\wåäö-]+\s)?[a-zåäö-]+(?:en|et|an|n|t|a)|[A-ZÅÄÖ][\wåäö-]+)$"
)  # "Rut på kullen", "Rut på Sparbanken"
_HOUSE = re.compile(
    r"(?P<name>.+?)\s(?:från|i|på)\s(?:port|uppgång|trapp\w*|hus|nr|nummer|lgh|lägenhet)\s?\d+\s?[A-Fa-f]?"
)
_STAIRS = "ABCDEFabcdef"  # letters that end such a number
_AT_FIRM = re.compile(r"([A-ZÅÄÖÉ][a-zåäöé-]+)\s(?P<firm>[A-ZÅÄÖ]{3,}\s[A-ZÅÄÖ][a-zåäö])")
_NAME_AND_WORK = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖÉ][\w’'-]+\s){2,3})(?P<work>[a-zåäö-]{4,}(?:\s[a-zåäö-]{4,})?|[A-ZÅÄÖ]{2,5})"
)
_WORD = re.compile(r"\S+")
_LONGEST_NAME = 4  # words
_LONGEST_LEAD = 9  # words of a role before the name


def classified(view: View, joined: bool, *, single: bool) -> list[Piece]:
    """One piece, or several where a name and more stand together ("Rektor Bo Ek", "Bo Ek KS").

    `joined`: "och" or "/" stands before it. `single`: a capitalised word alone may be a first name.
    """
    for way in _SURE:
        if (found := way(view, joined, single)) is not None:
            return found
    kind = kind_of(view.text, single=single)
    for by_kind in _BY_KIND:
        if (found := by_kind(view, kind, joined, single)) is not None:
            return found
    for way in _LOOSE:
        if (found := way(view, joined, single)) is not None:
            return found
    return [Piece(view, "other", joined)]


def named_from(text: str) -> re.Match[str] | None:
    """ "Bo Ek från Granhus": the words before "från", "vid" or "för", and from there on."""
    return _FROM.match(text)


def placed(text: str) -> re.Match[str] | None:
    """ "Rut på kullen": a first name with the place that tells her from others."""
    match = _PLACED.match(text)
    known = match is not None and is_first_name(match["name"])
    return match if known and not is_name(text) else None  # "Rut på Åsen" is a name


def _tells_of_body(text: str) -> bool:
    """Whether a word stands there that a body may follow."""
    opens = text.startswith(("från ", "Från ", "för "))
    return opens or " från " in text or " vid " in text or " för " in text


def _name_from(view: View, joined: bool, single: bool) -> _Found:
    """ "Bo Ek från Granhus"."""
    match = named_from(view.text) if _tells_of_body(view.text) else None
    if match is None or not is_name(match[1], single=single) or kind_of(match[2]) == "replaces":
        return None
    body = Piece(view.part(*match.span(2)), function_of(match[2]) or "organisation")
    return [Piece(view.part(*match.span(1)), "name", joined), body]


def _name_at(view: View, joined: bool, single: bool) -> _Found:
    """ "Rut på kullen", "Rut på Sparbanken"."""
    match = placed(view.text) if single else None
    if match is None:
        return None
    name = Piece(view.part(*match.span("name")), "name", joined)
    if kind_of(match["where"]) != "organisation":
        return [name]
    return [name, Piece(view.part(*match.span("where")), "organisation")]


def _at_house(view: View, joined: bool, single: bool) -> _Found:
    """ "Svea Blom från port 7": where somebody lives is no body."""
    ends = view.text[-1:]
    match = _HOUSE.fullmatch(view.text) if ends.isdecimal() or ends in _STAIRS else None
    if match is None or not is_name(match["name"], single=single):
        return None
    return [Piece(view.part(*match.span("name")), "name", joined)]


def _away(view: View, joined: bool, _single: bool) -> _Found:
    """ "Bo fick förhinder" among names."""
    text = view.text
    told = "absent_told" in kinds_in(text)
    away = vocabulary("absent_told").regex.match(text) if told else None
    if away is None:
        return None
    found = [Piece(view.part(*away.span("names")), "name", joined)]
    if away["work"] and (work := trimmed(view, *away.span("work"))) is not None:
        found += classified(work, False, single=False)
    behind = max(away.end("names"), away.end("work"))
    return [*found, Piece(view.part(behind, len(text)), "absent")]


def _ranked(view: View, joined: bool, _single: bool) -> _Found:
    """ "Komm. Anna Ek"."""
    text = view.text
    rank = _RANK.match(text)
    if rank is None or not is_name(text[rank.end() :]):
        return None
    role = Piece(view.part(0, rank.end("rank")), "role", joined, leads=True)
    return [role, Piece(view.part(rank.end(), len(text)), "name")]


def _kin(view: View, joined: bool, _single: bool) -> _Found:
    """ "Bos fru Eva"."""
    text = view.text
    match = vocabulary("kin").regex.match(text) if "kin" in kinds_in(text) else None
    if match is None or not is_name(text[match.end() :], single=True):
        return None
    return [Piece(view.part(match.end() + 1, len(text)), "name", joined)]


def _note_first(view: View, joined: bool, single: bool) -> _Found:
    """A note on presence, of who comes after it where "och" stands before it."""
    cut = note_at_start(view.text)
    if cut is None:
        return None
    note = Piece(view.part(0, cut), "partial", joined, leads=joined)
    rest = trimmed(view, cut, len(view.text))
    return [note, *(classified(rest, joined, single=single) if rest is not None else ())]


def _body_first(view: View, _joined: bool, single: bool) -> _Found:
    """ "från Granhus Leif Moe"."""
    text = view.text
    cut = body_before_name(text, single=single) if _tells_of_body(text) else None
    if cut is None:
        return None
    body = Piece(view.part(0, len(text[:cut].rstrip())), "organisation", True, leads=True)
    return [body, Piece(view.part(cut, len(text)), "name")]


def _owner_first(view: View, _joined: bool, _single: bool) -> _Found:
    """ "Polisens Bo Ek"."""
    text = view.text
    cut = owner_before_name(text)
    if cut is None:
        return None
    owner = text[: cut - 1].removesuffix("s")
    body = Piece(view.part(0, len(owner)), "organisation", True, leads=True)
    return [body, Piece(view.part(cut, len(text)), "name")]


def _at_firm(view: View, joined: bool, _single: bool) -> _Found:
    """ "Bo ICA Ekhallen"."""
    firm = _AT_FIRM.match(view.text)
    if firm is None or not is_first_name(firm[1]):
        return None
    name = Piece(view.part(*firm.span(1)), "name", joined)
    return [name, Piece(view.part(firm.start("firm"), len(view.text)), "organisation")]


def _note_behind(view: View, kind: Kind, joined: bool, single: bool) -> _Found:
    """ "SN för Bo Ek", "kommunsekreteraren Bo Ek vid pennan"."""
    text = view.text
    cut = before_note(text) if kind in {"role", "organisation", "other"} else None
    if cut is None:
        return None
    first = classified(view.part(0, len(text[:cut].rstrip())), joined, single=single)
    return [*first, Piece(view.part(cut, len(text)), kind_of(text[cut:]))]


def _role_first(view: View, kind: Kind, joined: bool, single: bool) -> _Found:
    """ "ordföranden Bo Ek", "kommunens samordnare Bo Ek", "från AB Ekhus områdeschef Bo Ek"."""
    text = view.text
    cut = role_before_name(text, single=single) if kind in {"role", "organisation"} else None
    if cut is None:
        return None
    name = Piece(view.part(cut, len(text)), "name")
    lead = text[:cut].rstrip(" ,")
    led: Kind = "role" if lead in listed("affiliation_leads", "officers") else kind_of(lead)
    led = function_of(lead.removesuffix("n")) or led
    # "Maja, kommunpolis Berit", "Bo Ek (S), rektorn Li Alm": who comes after it, not before
    definite = led != "organisation" and _DEFINITE.search(lead) is not None
    own = joined or " " not in text[cut:] or definite
    if (body := body_before_role(lead)) is not None:
        role = Piece(view.part(body, len(lead)), "role", own, leads=True)
        return [role, name, Piece(view.part(0, len(lead[:body].rstrip())), "organisation")]
    if (at := role_of_owner(lead)) is not None:
        owner = Piece(view.part(0, at - 2), "organisation", own, leads=True)
        return [owner, Piece(view.part(at, len(lead)), "role", own, leads=True), name]
    return [Piece(view.part(0, len(lead)), led, own, leads=True), name]


def _note_last(view: View, kind: Kind, joined: bool, single: bool) -> _Found:
    """ "polisen t.o.m. kl 14", "närpolisen Bo Ek t.o.m. punkt 3"."""
    text = view.text
    cut = note_at_end(text) if kind in {"organisation", "role"} else None
    if cut is None:
        return None
    rest = view.part(0, len(text[:cut].rstrip(" .")))
    named = role_before_name(rest.text) is not None or opens_with_name(rest.text)
    named |= kind_of(rest.text, single=single) == "name"  # "Polis-Bo t.o.m. kl 14"
    first = classified(rest, joined, single=single) if named else [Piece(rest, kind, joined)]
    return [*first, Piece(view.part(cut, len(text)), "partial")]


def _first_at_work(view: View, kind: Kind, joined: bool, single: bool) -> _Found:
    """ "Birgitta Hemtjänsten" among first names."""
    if not single or kind != "organisation":
        return None
    first, _, body = view.text.partition(" ")
    if not is_first_name(first) or " " in body:
        return None
    if kind_of(body) != "organisation":
        return None
    name = Piece(view.part(0, len(first)), "name", joined)
    return [name, Piece(view.part(len(first) + 1, len(view.text)), "organisation")]


def _whole(view: View, kind: Kind, joined: bool, _single: bool) -> _Found:
    """What is one thing, or names alone."""
    if kind == "name":
        spans = persons_in(view.text)
        return [Piece(view.part(start, end), "name", joined) for start, end in spans]
    if kind == "other" or (kind == "organisation" and opens_with_name(view.text)):
        return None
    leads = joined and pattern("attendance_marks", "office").match(view.text) is not None
    return [Piece(view, kind, joined, leads=leads)]


def _name_and_note(view: View, joined: bool, single: bool) -> _Found:
    cut = name_and_note(view.text, single=single)
    if cut is None:
        return None
    name, note = Piece(view.part(0, cut), "name", joined), trimmed(view, cut, len(view.text))
    return [name, *(classified(note, False, single=single) if note is not None else ())]


def _and_note(view: View, joined: bool, single: bool) -> _Found:
    cut = note_at_end(view.text)
    if cut is None:
        return None
    first = classified(view.part(0, len(view.text[:cut].rstrip())), joined, single=single)
    return [*first, Piece(view.part(cut, len(view.text)), "partial")]


def _name_then_work(view: View, joined: bool, single: bool) -> _Found:
    """ "Bo Ek KS": the longest name that something known follows."""
    text = view.text
    tokens = list(_WORD.finditer(text))
    for size in range(min(_LONGEST_NAME, len(tokens) - 1), 0 if single else 1, -1):
        head, rest_at = text[: tokens[size - 1].end()], tokens[size].start()
        if not is_name(head, single=single):
            continue
        after = kind_of(text[rest_at:])
        if after in {"other", "name"}:
            continue
        if is_first_name(tokens[size].group()) and after == "organisation":
            continue
        if size > 1 and is_affiliation(tokens[size - 1].group() + " " + text[rest_at:], head):
            continue
        name = Piece(view.part(0, tokens[size - 1].end()), "name", joined)
        return [name, Piece(view.part(rest_at, len(text)), after)]
    return None


def _work_then_name(view: View, joined: bool, single: bool) -> _Found:
    """ "Kommunpolis Anna Ek", "unge Petter", "undertecknad Bo Ek"."""
    text = view.text
    tokens = list(_WORD.finditer(text))
    for skip in range(1, min(len(tokens), _LONGEST_LEAD)):
        head, rest_at = text[: tokens[skip - 1].end()], tokens[skip].start()
        if not is_name(text[rest_at:], single=single):
            continue
        before = kind_of(head)
        known = before in {"role", "chair", "secretary"}
        if before == "name" or not (known or is_first_name(tokens[skip].group())):
            continue
        if skip == 1 and before in {"other", "self"} and head.islower():
            before = "whole"
        own = before not in {"role", "organisation", "other"}  # "A samt från skolan B"
        name = Piece(view.part(rest_at, len(text)), "name", joined and own)
        lead = Piece(view.part(0, tokens[skip - 1].end()), before)
        # a note on presence belongs to the one before: "Bo Ek, rektor, punkt 2 Eva Fält"
        return [lead, name] if before == "partial" else [name, lead]
    return None


def _name_then_words(view: View, joined: bool, _single: bool) -> _Found:
    """ "Bo Ek hamnlaget": small words that the vocabulary lacks."""
    cut = _before_work(view.text)
    if cut is None:
        return None
    name = Piece(view.part(0, len(view.text[:cut].rstrip())), "name", joined)
    return [name, Piece(view.part(cut, len(view.text)), "other")]


def _before_work(text: str) -> int | None:
    """Where after a full name small words or a body's letters stand that the vocabulary lacks; no sentence.

    "Bo Ek hamnlaget", "Bo Ek FAS".
    """
    match = _NAME_AND_WORK.fullmatch(text)
    if match is None or not is_name(match["name"]):
        return None
    *given, _ = match["name"].split()
    if not all(map(is_first_name, given)):  # "Bo Ek Sidan uppdaterad"
        return None
    return None if says("finite_verbs", match["work"]) else match.start("work")


_SURE = (
    _name_from,
    _name_at,
    _at_house,
    _away,
    _ranked,
    _kin,
    _note_first,
    _body_first,
    _owner_first,
    _at_firm,
)
_BY_KIND = (_note_behind, _role_first, _note_last, _first_at_work, _whole)
_LOOSE = (_name_and_note, _and_note, _name_then_work, _work_then_name, _name_then_words)
