"""An attendance line cut into pieces, each with what it is: a name, a role, a party, a note.

Forms handled: "Name, role", "Name - role, organisation", "Name (S), role", "Role Name", "Name KS",
"Name role organisation", "Name t.o.m. punkt 4", "A och B, company", "A/B", "Role: A, B och C", "Body - A och B", "Rut på kullen",
"Per-Olof ("P-O")".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from models.view import View
from pipeline.extract.attendees.affiliation import kinds_in, vocabulary
from pipeline.extract.attendees.brackets import bracketed, is_acting, with_bracket
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
from pipeline.extract.attendees.piece_kinds import (
    FUNCTIONS,
    Kind,
    function_of,
    kind_of,
)
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import pattern, says
from pipeline.vocabulary.openings import swift

_STRONG = swift(
    r"(?<=\s)\d{1,3}\s?\(\d{1,3}\)|\([^()]*\)?|[\[\]]|[,;•·]|(?<!\d)\s[-–—]\s|(?<=\d)\s[-–—]\s(?!(?:[A-ZÅÄÖ]{2,5}\s|§+\s?)?\d{1,3}(?![\d:]))|\s[-–—](?=[A-ZÅÄÖa-zåäö])|:(?=\s)|\.{3,}|_{2,}"
)
_WEAK = swift(
    r"\s+(?:och|samt)\s+av\s+|\s+(?:och|samt)$|\s+(?:och|samt|&|med\s(?:fru|hustru|make|maka|sambo|son|dotter)n?)\s+|\s?/\s?|^(?:och|samt|&)\s+"
)
_AND_LAST = re.compile(r"(?<!\S)(?:och|samt)\s*$")
_OFFICER = re.compile(r"(?:när|kommun|områdes|kvarters|gräns)polisen")  # "närpolisen Bo Ek"
_DEFINITE = re.compile(r"(?:en|et|an|rn)$")  # "kommunpolisen", before the name that it is said of
_RANK = re.compile(
    r"(?P<rank>(?:Komm|Insp|Kom|Krim\.?\s?(?:komm|insp)|Ass|Förv|Rekt|Kh|Kn|Bm|Dr|Prof)\.)\s(?=[A-ZÅÄÖ])"
)  # "Komm. Anna Ek"
_FROM = re.compile(r"(\S+(?:\s\S+){0,3}?)\s((?:från|vid|för)\s\D+)$")  # "Bo Ek från Granhus"
_PLACED = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][\w-]+)\s(?:uppe\s|nere\s|borta\s|ute\s)?(?:på|vid|i|hos)\s(?P<where>(?:[\wåäö-]+\s)?[a-zåäö-]+(?:en|et|an|n|t|a)|[A-ZÅÄÖ][\wåäö-]+)$"
)  # "Rut på kullen", "Rut på Sparbanken"
_AT_FIRM = re.compile(r"([A-ZÅÄÖÉ][a-zåäöé-]+)\s(?P<firm>[A-ZÅÄÖ]{3,}\s[A-ZÅÄÖ][a-zåäö])")
_TOLD_FIRST = re.compile(r"(?:[a-zåäö]+\s){1,3}[A-ZÅÄÖÉ][\w-]+")  # "nye grannen Amir"
_NAME_AND_WORK = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖÉ][\w’'-]+\s){2,3})(?P<work>[a-zåäö-]{4,}(?:\s[a-zåäö-]{4,})?|[A-ZÅÄÖ]{2,5})"
)
_LED = re.compile(r"([^:,(]{1,50}):\s")
_DASHED = re.compile(r"([^:,(–-]{2,50})\s[-–]\s(?=(?P<first>[A-ZÅÄÖÉ][\w-]+))")
_YEAR = re.compile(r"(?:åk|årskurs|klass)\s\d$")
_WORD = re.compile(r"\S+")
_LONGEST_NAME = 4  # words
_LONGEST_LEAD = 9  # words of a role before the name


@lru_cache(maxsize=512)
def pieces(view: View, *, single: bool) -> tuple[Piece, ...]:
    """The pieces of one cell. `single`: a capitalised word alone may be a first name."""
    found: list[Piece] = []
    text, at = view.text, 0
    goes_on = False  # "och" ends what stands before the mark
    for match in (*_STRONG.finditer(text), None):
        end = match.start() if match is not None else len(text)
        loose = list(_loose(view, at, end, single=single))
        if goes_on and loose and loose[0].kind == "partial":  # "Bo Ek och, från kl. 10, Li Alm"
            loose[0] = replace(loose[0], joined=True, leads=True)
        found += loose
        if match is None:
            break
        goes_on = _AND_LAST.search(text, at, end) is not None
        if match.group() == ":" and len(found) > 1 and _is_work(found[-1]):
            found[-1] = replace(found[-1], joined=True, leads=True)  # "Bo Ek, polis: Li Alm"
        if match.group().startswith("("):
            close = match.end() - match.group().endswith(")")
            if is_acting(text[match.start() + 1 : close]):
                found[-1:] = [with_bracket(view, each, match.end()) for each in found[-1:]]
            else:
                found.extend(bracketed(view, match.start() + 1, close))
        at = match.end()
    return tuple(_led(found, view))


def _is_work(piece: Piece) -> bool:
    """Whether a piece is a role or a body in small letters: "..., polis: Bo Ek"."""
    return piece.kind in {"role", "organisation"} and piece.view.text.islower()


def _led(found: list[Piece], view: View) -> list[Piece]:
    """ "Polisen: Anna Ek, Bo Li", "S: Bo Li", "Polisen - Anna Ek": what stands first goes to each name after it."""
    led = _LED.match(view.text) if len(found) > 1 else None
    dashed = _DASHED.match(view.text) if led is None and len(found) > 1 else None
    if dashed is not None and found[0].kind in {"organisation", "role"}:
        led = dashed if is_first_name(dashed["first"]) else None
    if led is None:
        return found
    lead, *rest = found
    if guest := pattern("attendance_marks", "guest").fullmatch(
        led[1]
    ):  # "Gäst under punkt 2: Bo Ek"
        when = guest.span("when") if guest["when"] else (0, led.end(1))
        lead = Piece(view.part(*when), "partial" if guest["when"] else "whole")
        rest = [each for each in found if each.view.offsets[0] > view.offsets[led.end(1)]]
    elif lead.kind == "name" and not is_first_name(lead.view.text.split()[0]):
        lead = replace(lead, kind="organisation")  # "Norra Ekby: Anna Ek, rektor"
    elif lead.kind not in {"organisation", "role", "party", "other", *FUNCTIONS}:
        return found
    if not any(piece.kind == "name" for piece in rest):
        return found
    if pattern("attendance_marks", "group").fullmatch(led[1]):  # "Gemensamma: Bo Ek, Li Alm"
        return rest
    spread: list[Piece] = []
    for piece in rest:
        spread.append(replace(piece, joined=False) if piece.kind == "name" else piece)
        if piece.kind == "name":
            spread.append(lead)
    return spread


def _loose(view: View, start: int, end: int, *, single: bool) -> Iterator[Piece]:
    """The pieces between strong marks; "och" and "/" part them only where persons stand beside it."""
    joined = False
    for match in _WEAK.finditer(view.text, start, end):
        if match.start() < start:
            continue
        left, right = trimmed(view, start, match.start()), trimmed(view, match.end(), end)
        if left is None:
            start, joined = match.end(), True
        elif match.end() == end and match.group().strip().isalpha():
            end = match.start()  # "Bo Ek och, från kl. 10, Li Alm"
        elif right is not None and (
            (
                _parts(left.text, right.text, single=single)
                and (match.group().strip() != "&" or _is_person(left.text))
            )
            or ("/" in match.group() and _at_work(left.text, right.text))
        ):
            yield from _classified(left, joined, single=single)
            start, joined = match.end(), True
    if (part := trimmed(view, start, end)) is not None:
        yield from _classified(part, joined, single=single)


def _parts(left: str, right: str, *, single: bool) -> bool:
    """Whether "left och right" speaks of two things and is not one ("kultur och fritid")."""
    following = _WEAK.split(right, maxsplit=1)[0]
    if following.isdigit() and _YEAR.search(left):
        return False  # "Bo Ek åk 4 och 6"
    kind = kind_of(following, single=single)
    if kind in {"name", "partial", "replaces", "self"} or opens_with_name(following):
        return True
    following = following[
        : before_note(following)
    ].rstrip()  # "... samt sekreteraren Bo Ek vid pennan"
    if (_is_person(left) or role_before_name(left) is not None) and role_before_name(
        following[: note_at_end(following)]
    ) is not None:
        return True  # "... Bo Ek samt närpolisen Li Alm"
    if single and kind_of(left, single=True) == "name" and role_before_name(following, single=True):
        return True  # "Peppe och närpolisen Lars"
    if re.match(r"(?:från|för)\s", right) and _is_person(left):
        return True
    if pattern("attendance_marks", "office").match(right) and _is_person(left):
        return True  # "Bo Ek från skolan och rektorn på Ekskolan, Li Alm"
    if re.match(r"undertecknade?\s[A-ZÅÄÖ]", following):
        return True
    if kind in FUNCTIONS and kind_of(left) in {*FUNCTIONS, "role"}:
        return True
    return kind_of(left, single=single) == "name" and is_first_name(right.split()[0])


def _at_work(left: str, right: str) -> bool:
    """ "Bo Ek/polisen"."""
    return is_name(left) and kind_of(right) in {"organisation", "role"}


def _is_person(text: str) -> bool:
    return (
        is_name(text)
        or is_first_name(text)
        or _placed(text) is not None
        or body_before_name(text) is not None
        or ((placed := _FROM.match(text)) is not None and is_name(placed[1]))
        or (_TOLD_FIRST.fullmatch(text) is not None and is_first_name(text.split()[-1]))
    )


def _placed(text: str) -> re.Match[str] | None:
    """ "Rut på kullen": a first name with the place that tells her from others."""
    match = _PLACED.match(text)
    known = match is not None and is_first_name(match["name"])
    return match if known and not is_name(text) else None  # "Rut på Åsen" is a name


def _classified(view: View, joined: bool, *, single: bool) -> Iterator[Piece]:
    """One piece, or several where a name and more stand together ("Rektor Bo Ek", "Bo Ek KS")."""
    text = view.text
    told = (
        text.startswith(("från ", "Från ", "för "))
        or " från " in text
        or " vid " in text
        or " för " in text
    )
    if (
        told
        and (match := _FROM.match(text))
        and is_name(match[1], single=single)
        and kind_of(match[2]) != "replaces"
    ):
        yield Piece(view.part(*match.span(1)), "name", joined)
        yield Piece(view.part(*match.span(2)), function_of(match[2]) or "organisation")
        return
    if single and (match := _placed(text)) is not None:
        yield Piece(view.part(*match.span("name")), "name", joined)
        if kind_of(match["where"]) == "organisation":
            yield Piece(view.part(*match.span("where")), "organisation")
        return
    kinds = kinds_in(text)
    if "absent_told" in kinds and (away := vocabulary("absent_told").regex.match(text)):
        # "Bo fick förhinder" among names
        yield Piece(view.part(*away.span("names")), "name", joined)
        if away["work"] and (work := trimmed(view, *away.span("work"))) is not None:
            yield from _classified(work, False, single=False)
        yield Piece(view.part(max(away.end("names"), away.end("work")), len(text)), "absent")
        return
    if (rank := _RANK.match(text)) and is_name(text[rank.end() :]):
        yield Piece(view.part(0, rank.end("rank")), "role", joined, leads=True)
        yield Piece(view.part(rank.end(), len(text)), "name")
        return
    if (
        "kin" in kinds
        and (match := vocabulary("kin").regex.match(text))
        and is_name(text[match.end() :], single=True)
    ):
        yield Piece(view.part(match.end() + 1, len(text)), "name", joined)  # "Bos fru Eva"
        return
    if (
        cut := note_at_start(text)
    ) is not None:  # of who comes after it where "och" stands before it
        yield Piece(view.part(0, cut), "partial", joined, leads=joined)
        if (rest := trimmed(view, cut, len(text))) is not None:
            yield from _classified(rest, joined, single=single)
        return
    if told and (cut := body_before_name(text)) is not None:  # "från Granhus Leif Moe"
        yield Piece(view.part(0, len(text[:cut].rstrip())), "organisation", True, leads=True)
        yield Piece(view.part(cut, len(text)), "name")
        return
    if (cut := owner_before_name(text)) is not None:  # "Polisens Bo Ek"
        owner = text[: cut - 1].removesuffix("s")
        yield Piece(view.part(0, len(owner)), "organisation", True, leads=True)
        yield Piece(view.part(cut, len(text)), "name")
        return
    if (firm := _AT_FIRM.match(text)) is not None and is_first_name(firm[1]):  # "Bo ICA Ekhallen"
        yield Piece(view.part(*firm.span(1)), "name", joined)
        yield Piece(view.part(firm.start("firm"), len(text)), "organisation")
        return
    kind = kind_of(text, single=single)
    if kind in {"role", "organisation", "other"} and (cut := before_note(text)) is not None:
        # "SN för Bo Ek", "kommunsekreteraren Bo Ek vid pennan"
        yield from _classified(view.part(0, len(text[:cut].rstrip())), joined, single=single)
        yield Piece(view.part(cut, len(text)), kind_of(text[cut:]))
        return
    cut = role_before_name(text, single=single) if kind in {"role", "organisation"} else None
    if cut is not None:
        lead = text[:cut].rstrip(" ,")
        led: Kind = "role" if _OFFICER.fullmatch(lead) else kind_of(lead)
        led = function_of(lead.removesuffix("n")) or led  # "ordföranden Bo Ek"
        # "Maja, kommunpolis Berit", "Bo Ek (S), rektorn Li Alm": who comes after it, not before
        definite = led != "organisation" and _DEFINITE.search(lead) is not None
        own = joined or " " not in text[cut:] or definite
        if (body := body_before_role(lead)) is not None:  # "från AB Ekhus områdeschef Bo Ek"
            yield Piece(view.part(body, len(lead)), "role", own, leads=True)
            yield Piece(view.part(cut, len(text)), "name")
            yield Piece(view.part(0, len(lead[:body].rstrip())), "organisation")
            return
        if (role := role_of_owner(lead)) is not None:  # "kommunens samordnare Bo Ek"
            yield Piece(view.part(0, role - 2), "organisation", own, leads=True)
            yield Piece(view.part(role, len(lead)), "role", own, leads=True)
        else:
            yield Piece(view.part(0, len(lead)), led, own, leads=True)
        yield Piece(view.part(cut, len(text)), "name")
        return
    if kind in {"organisation", "role"} and (cut := note_at_end(text)) is not None:
        rest = view.part(0, len(text[:cut].rstrip(" .")))
        if role_before_name(rest.text) is not None or opens_with_name(
            rest.text
        ):  # "närpolisen Bo Ek t.o.m. punkt 3"
            yield from _classified(rest, joined, single=single)
        else:
            yield Piece(rest, kind, joined)
        yield Piece(view.part(cut, len(text)), "partial")  # "polisen t.o.m. kl 14"
        return
    if kind == "name":
        for start, end in persons_in(text):
            yield Piece(view.part(start, end), "name", joined)
        return
    if kind != "other" and not (kind == "organisation" and opens_with_name(text)):
        yield Piece(
            view,
            kind,
            joined,
            leads=joined and pattern("attendance_marks", "office").match(text) is not None,
        )
        return
    if (cut := name_and_note(text, single=single)) is not None:
        yield Piece(view.part(0, cut), "name", joined)
        note = trimmed(view, cut, len(text))
        if note is not None:
            yield from _classified(note, False, single=single)
        return
    if (cut := note_at_end(text)) is not None:
        yield from _classified(view.part(0, len(text[:cut].rstrip())), joined, single=single)
        yield Piece(view.part(cut, len(text)), "partial")
        return
    tokens = list(_WORD.finditer(text))
    for size in range(min(_LONGEST_NAME, len(tokens) - 1), 0 if single else 1, -1):
        head, rest_at = text[: tokens[size - 1].end()], tokens[size].start()
        if not is_name(head, single=single):
            continue
        after = kind_of(text[rest_at:])
        if after not in {"other", "name"}:
            if is_first_name(tokens[size].group()) and after == "organisation":
                continue
            if size > 1 and is_affiliation(tokens[size - 1].group() + " " + text[rest_at:], head):
                continue
            yield Piece(view.part(0, tokens[size - 1].end()), "name", joined)
            yield Piece(view.part(rest_at, len(text)), after)
            return
    for skip in range(1, min(len(tokens), _LONGEST_LEAD)):  # "Kommunpolis Anna Ek"
        head, rest_at = text[: tokens[skip - 1].end()], tokens[skip].start()
        if not is_name(text[rest_at:], single=single):
            continue
        before = kind_of(head)
        if before != "name" and (
            before in {"role", "chair", "secretary"} or is_first_name(tokens[skip].group())
        ):
            if skip == 1 and before in {"other", "self"} and head.islower():
                before = "whole"  # "unge Petter", "undertecknad Bo Ek"
            own = before not in {"role", "organisation", "other"}  # "A samt från skolan B"
            found = (
                Piece(view.part(rest_at, len(text)), "name", joined and own),
                Piece(view.part(0, tokens[skip - 1].end()), before),
            )
            # a note on presence belongs to the one before: "Bo Ek, rektor, punkt 2 Eva Fält"
            yield from reversed(found) if before == "partial" else found
            return
    if (cut := _before_work(text)) is not None:
        yield Piece(view.part(0, len(text[:cut].rstrip())), "name", joined)
        yield Piece(view.part(cut, len(text)), "other")
        return
    yield Piece(view, "other", joined)


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


def names_in(rows: Sequence[Sequence[View]]) -> list[str]:
    """The names that stand first in their rows, read with first names allowed."""
    return [
        piece.view.text
        for row in rows
        for cell in row[:1]
        for piece in pieces(cell, single=True)
        if piece.kind == "name"
    ]
