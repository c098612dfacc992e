"""All names and then, in the same order, what stands for each: a role, a party, a seat or a body.

Forms handled: names in one run of lines and roles in an equally long one; names one a line, the last one with everybody's
role, "(S)", "ledamot (PRO)" or body after it, whose line breaks are lost; names and roles by turns, the role now behind
the name and now before it ("Anna Ek Rektor Kurator Bo Li").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, takewhile

from models.segmented import FUNCTIONS, Block
from models.view import View
from pipeline.extract.attendees.affiliation import vocabulary
from pipeline.extract.attendees.piece import Piece
from pipeline.extract.attendees.pieces import pieces
from pipeline.names import is_first_name, is_name, is_role

Row = tuple[View, ...]

_SEAT = re.compile(
    r"\s(?P<seat>(?:(?:(?:[12]:[ea]\s|förste\s|andre\s)?(?:vice\s)?ordförande|ledamot|ersättare|sekreterare),?\s)?"
    rf"\(?{vocabulary('association').pattern}\)?(?:,\s?{vocabulary('absent').pattern})?)(?=\s|$)",
    re.IGNORECASE,
)
_PARTY = re.compile(
    rf"\s(?P<seat>\((?:{vocabulary('party').pattern})\)(?:,\s(?:vice\s)?(?:ordförande|ordf\.?|ersättare))?)(?=\s|$)",
    re.IGNORECASE,
)
_TURNS = 2  # rows of names and roles by turns
_FEW = 4  # to each body with two capitals, which looks like a name ("Brukets Taxi")
_DEALT = 3  # roles that stand after as many names
_BESIDE_NAME = frozenset({"party", "absent", "partial", "other_surname"})  # in a column of names


def paired(rows: Sequence[Row]) -> list[Row] | None:
    """All names, then all roles, one a line: the first role belongs to the first name."""
    if len(rows) < 6 or len(rows) % 2 or any(len(row) != 1 for row in rows):
        return None
    half = len(rows) // 2
    kinds = (pieces(row[0], single=False) for row in rows)  # read as far as they fit
    names = all(
        each[0].kind == "name" and {piece.kind for piece in each[1:]} <= _BESIDE_NAME
        for each in islice(kinds, half)
    )
    work = [[piece for piece in each if piece.kind == "name"] for each in kinds] if names else []
    if not names or sum(map(bool, work)) * _FEW > half or any(map(_is_known, chain(*work))):
        return None
    return [(rows[i][0], rows[half + i][0]) for i in range(half)]


def _is_known(piece: Piece) -> bool:
    return is_first_name(piece.view.text.split()[0])


def glued(rows: Sequence[Row]) -> list[Row] | None:
    """Names one a line, the last one with everybody's seat, party or body in the same order after it."""
    if len(rows) < 3 or any(len(row) != 1 for row in rows):
        return None
    names, last = [row[0] for row in rows[:-1]], rows[-1][0]
    if not all(is_name(name.text) for name in names):
        return None
    for word in list(re.finditer(r"\S+", last.text))[1:4]:
        if not is_name(last.text[: word.end()]):
            continue
        for seats in _seats(last.text, word.end()):
            if len(seats) == len(rows):
                names.append(last.part(0, word.end()))
                return [(name, last.part(*seat)) for name, seat in zip(names, seats, strict=True)]
    return None


def alternating(rows: Sequence[Row]) -> list[Row] | None:
    """Names and roles by turns that do not begin with the name throughout: each role goes with the name next to it.

    As many roles as names, each a word with a capital, and somewhere two roles on end.
    """
    if len(rows) < _TURNS or any(len(row) != 1 for row in rows):
        return None
    turns: list[tuple[bool, View]] = []
    for (view,) in rows:
        words = list(re.finditer(r"\S+", view.text))
        roles = list(takewhile(lambda word: _is_capital_role(word.group()), reversed(words)))[::-1]
        name = view.part(0, len(view.text[: roles[0].start()].rstrip())) if roles else view
        if not is_name(name.text):
            return None
        turns.append((True, name))
        turns += [(False, view.part(*role.span())) for role in roles]
    names = [named for named, _ in turns]
    if names.count(True) != names.count(False) or all(names[::2]):
        return None
    found: list[Row] = []
    for (named, one), (also, two) in zip(turns[::2], turns[1::2], strict=True):
        if named == also:
            return None
        found.append((one, two) if named else (two, one))
    return found


def _is_capital_role(word: str) -> bool:
    return word[0].isupper() and word[1:].islower() and is_role(word)


def _seats(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Where each seat, party or body stands that `text` is from `start` on, one after the other."""
    for form in (_SEAT, _PARTY):
        seats = list(form.finditer(text, start))
        if "".join(seat.group() for seat in seats) == text[start:]:
            yield [seat.span("seat") for seat in seats]
    ends = [match.end() for match in vocabulary("organisation").regex.finditer(text, start)]
    if ends and ends[-1] == len(text):
        starts = [start, *ends[:-1]]
        yield [(first + 1, last) for first, last in zip(starts, ends, strict=True)]


def dealt(rows: Sequence[Row]) -> list[Row] | None:
    """Names one a line, the last one with everybody's role in the same order after it.

    Where the roles are not as many as the names, nobody gets one.
    """
    if len(rows) < _DEALT or any(len(row) != 1 for row in rows):
        return None
    names, last = [row[0] for row in rows[:-1]], rows[-1][0]
    words = list(re.finditer(r"\S+", last.text))
    head = next((word for word in words if word.group()[0].islower()), None)
    if head is None or not all(is_name(name.text) for name in names):
        return None
    name = last.text[: head.start()].rstrip()
    starts = [
        match.start()
        for match in _roles().finditer(last.text, head.start())
        if match["role"] is not None
    ]
    if not is_name(name) or starts[:1] != [head.start()] or len(starts) < _DEALT:
        return None
    names.append(last.part(0, len(name)))
    if len(starts) != len(names):
        return [(each,) for each in names]
    ends = [*starts[1:], len(last.text) + 1]
    held = [last.part(at, end - 1) for at, end in zip(starts, ends, strict=True)]
    return list(zip(names, held, strict=True))


@cache
def _roles() -> re.Pattern[str]:
    """Roles one after the other, a function behind a comma being part of the one before."""
    function = r",\s(?:ordförande|sekreterare|justerare|ordf\.|sekr\.)(?=\s|$)"
    role = rf"(?<=\s)(?P<role>(?-i:(?=[a-zåäö]))(?:{vocabulary('role').pattern}))"
    return re.compile(rf"{function}|{role}", re.IGNORECASE)


def in_pairs(rows: list[Row], following: Sequence[Block]) -> list[Row]:
    """The rows of a list of all names and then all roles, also where one of those was taken for a label."""
    added: list[Row] = []
    for each in _roles_of(following):
        added += [(each.label,)] if each.label is not None else []
        added += each.rows
    for size in range(len(added) + 1):
        if (pairs := paired([*rows, *added[:size]])) is not None:
            return pairs
    return rows


def _roles_of(following: Sequence[Block]) -> Iterator[Block]:
    """The blocks below a list whose labels may be roles of it: functions, and what goes on under one."""
    for each in following:
        if each.field not in FUNCTIONS and each.label is not None:
            return
        yield each
