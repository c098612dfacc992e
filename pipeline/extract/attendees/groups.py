"""Persons one a line with the body that they come from on a line of its own, above them or below each.

Forms handled: "Polisen" over "Anna Ek" and "Bo Li", "För socialnämnden" over "Anna Ek (S)", "Från skolan:" over "Li Alm,
rektor", one such group after the other; "Anna Ek" over "polisen", one such pair after the other.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.view import View
from pipeline.extract.attendees.affiliation import split_role
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.names import is_name

Row = tuple[View, ...]

_OF = re.compile(
    r"(?:(?:representant(?:er)?|ledam(?:ot|öter)|deltagare)\s)?(?:för|från|ur|vid|av)\s(?=\w)",
    re.IGNORECASE,
)
_FEWEST = 2  # bodies with persons under them, where the list does not open with one
_LONGEST = 60  # characters of a body
_PLACED = frozenset({"organisation", "other"})


def under_bodies(rows: Sequence[Row]) -> list[Row] | None:
    """`rows` with each person's body beside them; None where no bodies stand on lines of their own."""
    if len(rows) < _FEWEST or any(len(row) != 1 for row in rows):
        return None
    if (pairs := _pairs(rows)) is not None:
        return pairs
    bodies = [_body(row[0]) for row in rows]
    leading = sum(bool(one) and not two for one, two in pairwise(bodies))
    if not (bodies[0] or leading >= _FEWEST) or not leading:
        return None
    found: list[Row] = []
    over: View | None = None
    for row, body in zip(rows, bodies, strict=True):
        if body is not None:
            over = body
        elif over is None or not _may_take(row[0]):
            found.append(row)
        else:
            found.append((row[0], over))
    return found


def _pairs(rows: Sequence[Row]) -> list[Row] | None:
    """Each name with the work in the line below it, where they come by turns to the end."""
    names, works = [row[0] for row in rows[::2]], [row[0] for row in rows[1::2]]
    if len(names) != len(works) or len(names) < _FEWEST:
        return None
    told = all(
        kind_of(work.text) in {"organisation", "role"} and not is_name(work.text) for work in works
    )
    return list(zip(names, works, strict=True)) if told and _all_names(names) else None


def _all_names(views: Sequence[View]) -> bool:
    return all(is_name(view.text) for view in views)


def _body(view: View) -> View | None:
    """The body that a line is, without the word before it and its colon."""
    text = view.text
    of = _OF.match(text)
    start, end = of.end() if of is not None else 0, len(text.rstrip(" :"))
    bare = text[start:end]
    if not bare or len(bare) > _LONGEST or not text[0].isupper() or "," in bare or "(" in bare:
        return None
    if kind_of(bare) != "organisation" or is_name(bare):
        return None
    return view.part(start, end) if len(pieces(view.part(start, end), single=False)) == 1 else None


def _may_take(view: View) -> bool:
    """Whether a line names somebody and no body that they come from."""
    found = pieces(view, single=False)
    if not found or all(piece.kind != "name" for piece in found):
        return False
    return not any(
        piece.kind in _PLACED or (piece.kind == "role" and split_role(piece.view.text)[1])
        for piece in found
    )
