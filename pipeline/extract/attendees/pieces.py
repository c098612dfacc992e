"""An attendance line cut into pieces, each with what it is: a name, a role, a party, a note.

Forms handled: "Name, role", "Name - role, organisation", "Name (S), role", "Role Name", "Name KS",
"Name role organisation", "Name t.o.m. punkt 4", "A och B, company", "A/B", "Role: A, B och C", "Body - A och B", "Body (A, B)", "Rut på kullen",
"Per-Olof ("P-O")".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from models.view import View
from pipeline.extract.attendees.brackets import bracketed, is_acting, with_bracket
from pipeline.extract.attendees.classified import classified, named_from, placed
from pipeline.extract.attendees.cuts import (
    before_note,
    body_before_name,
    note_at_end,
    opens_with_name,
    role_before_name,
)
from pipeline.extract.attendees.piece import Piece, trimmed
from pipeline.extract.attendees.piece_kinds import FUNCTIONS, kind_of
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import pattern
from pipeline.vocabulary.openings import swift

_STRONG = swift(
    r"(?<=\s)\d{1,3}\s?\(\d{1,3}\)|\([^()]*\)?|[\[\]]|[,;•·]|(?<!\d)\s[-–—]\s|(?<=\d)\s[-–—]\s(?!(?:[A-ZÅÄÖ]{2,5}\s|§+\s?)?\d{1,3}(?![\d:]))|\s[-–—](?=[A-ZÅÄÖa-zåäö])|:(?=\s)|\.{3,}|_{2,}|\s\+\s"
)
_WEAK = swift(
    r"\s+(?:och|samt)\s+av\s+|\s+(?:och|samt)$|\s+(?:och|samt|&|med\s(?:fru|hustru|make|maka|sambo|son|dotter)n?)\s+|\s?/\s?|^(?:och|samt|&)\s+"
)
_AND_LAST = re.compile(r"(?<!\S)(?:och|samt)\s*$")
_TOLD_FIRST = re.compile(r"(?:[a-zåäö]+\s){1,3}[A-ZÅÄÖÉ][\w-]+")  # "nye grannen Amir"
_LED = re.compile(r"([^:,(]{1,50}):\s")
_DASHED = re.compile(r"([^:,(–-]{2,50})\s[-–]\s(?=(?P<first>[A-ZÅÄÖÉ][\w-]+))")
_TOLD_BEHIND = re.compile(
    r"(?<=[a-zåäö])\ssom\s[a-zåäö]+(?:\s[a-zåäö]+){0,2}$"
)  # "Ekhus och Siv som skrev"
_YEAR = re.compile(r"(?:åk|årskurs|klass)\s\d$")


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
    return tuple(_led(_names_bracketed(found), view))


def _names_bracketed(found: list[Piece]) -> list[Piece]:
    """ "Polisen (Anna Ek, Bo Li), Ekskolan (Siv Ros)": each body behind whom its bracket names."""
    if not found or found[0].bracket or found[-1].kind == "name" or not found[-1].bracket:
        return found
    turned: list[Piece] = []
    body = found[0]
    for piece, behind in zip(found, [*found[1:], None], strict=True):
        if not piece.bracket:
            if piece.kind not in {"organisation", "other"} or behind is None or not behind.bracket:
                return found
            body = piece
        elif piece.kind in FUNCTIONS and turned:
            turned.append(piece)
        elif is_name(piece.view.text) and is_first_name(piece.view.text.split()[0]):
            turned += [replace(piece, kind="name", bracket=False), body]
        else:
            return found
    return turned


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
                and (
                    match.group().strip() != "&"
                    or _is_person(left.text)
                    or _is_called(left, single)
                )
            )
            or ("/" in match.group() and _at_work(left.text, right.text))
        ):
            yield from classified(left, joined, single=single)
            start, joined = match.end(), True
    if (part := trimmed(view, start, end)) is not None:
        yield from classified(part, joined, single=single)


def _parts(left: str, right: str, *, single: bool) -> bool:
    """Whether "left och right" speaks of two things and is not one ("kultur och fritid")."""
    following = _WEAK.split(right, maxsplit=1)[0]
    if following.isdigit() and _YEAR.search(left):
        return False  # "Bo Ek åk 4 och 6"
    told = _TOLD_BEHIND.search(following)
    kind = kind_of(following[: told.start()] if told else following, single=single)
    if kind in {"name", "partial", "replaces", "self"} or opens_with_name(following):
        return True
    following = following[
        : before_note(following)
    ].rstrip()  # "... samt sekreteraren Bo Ek vid pennan"
    if (_is_person(left) or role_before_name(left) is not None) and role_before_name(
        following[: note_at_end(following)]
    ) is not None:
        return True  # "... Bo Ek samt närpolisen Li Alm"
    if single and role_before_name(following, single=True):
        led = role_before_name(left, single=True) is not None
        if led or kind_of(left, single=True) == "name":
            return True  # "Peppe och närpolisen Lars", "kantor Bo samt närpolisen Lars"
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


def _is_called(view: View, single: bool) -> bool:
    """Whether one word may be a first name that no list knows, among first names: "Tuva & Bo"."""
    return single and kind_of(view.text, single=True) == "name"


def _is_person(text: str) -> bool:
    return (
        is_name(text)
        or is_first_name(text)
        or placed(text) is not None
        or body_before_name(text) is not None
        or ((named := named_from(text)) is not None and is_name(named[1]))
        or (_TOLD_FIRST.fullmatch(text) is not None and is_first_name(text.split()[-1]))
    )


def names_in(rows: Sequence[Sequence[View]]) -> list[str]:
    """The names that stand first in their rows, read with first names allowed."""
    return [
        piece.view.text
        for row in rows
        for cell in row[:1]
        for piece in pieces(cell, single=True)
        if piece.kind == "name"
    ]
