"""Persons one a line with the body that they come from on a line of its own, above them or below each.

Forms handled: "Polisen" over "Anna Ek" and "Bo Li", "För socialnämnden" over "Anna Ek (S)", "Från skolan:" over "Li Alm,
rektor", one such group after the other, also where only blanks part them ("Polisen Anna Ek" / "Bo Li Kommunen" / "Li Alm");
"Anna Ek" over "polisen", one such pair after the other; "Rektor: Anna Ek" below "Ordförande: Bo Li".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.view import View
from pipeline.extract.attendees.affiliation import split_role
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.names import is_first_name, is_name

Row = tuple[View, ...]

_OF = re.compile(
    r"(?:(?:representant(?:er)?|ledam(?:ot|öter)|deltagare)\s)?(?:för|från|ur|vid|av)\s(?=\w)",
    re.IGNORECASE,
)
_FEWEST = 2  # bodies with persons under them, where the list does not open with one
_WORD = re.compile(r"\S+")
_PAIR = 2  # cells of a role and a name
_LONGEST = 60  # characters of a body
_PLACED = frozenset({"organisation", "other"})


def under_bodies(rows: Sequence[Row]) -> list[Row] | None:
    """`rows` with each person's body beside them; None where no bodies stand on lines of their own."""
    if len(rows) < _FEWEST or any(len(row) != 1 for row in rows):
        return None
    if (pairs := _pairs(rows)) is not None:
        return pairs
    rows = _parted(rows)
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
            found.append((_led_by(over, row[0]),))
    return found


def _led_by(body: View, persons: View) -> View:
    """The two as one line: "Polisen: Anna Ek, Bo Li"."""
    last = body.offsets[-1]
    return View(f"{body.text}: {persons.text}", (*body.offsets, last, last, *persons.offsets))


def _pairs(rows: Sequence[Row]) -> list[Row] | None:
    """Each name with the work in the line below it, where they come by turns to the end."""
    names, works = [row[0] for row in rows[::2]], [row[0] for row in rows[1::2]]
    if len(names) != len(works) or len(names) < _FEWEST:
        return None
    told = all(
        kind_of(work.text) in {"organisation", "role"} and not is_name(work.text) for work in works
    )
    return list(zip(names, works, strict=True)) if told and _all_names(names) else None


def _parted(rows: Sequence[Row]) -> Sequence[Row]:
    """`rows` with the bodies on rows of their own that stand before the first name and behind others with but a blank."""
    texts = [row[0].text for row in rows]
    if any("," in text or ":" in text or "(" in text for text in texts):
        return rows
    opening, *others = (row[0] for row in rows)
    first = _name_behind(opening)
    if (first == 0 and _body(opening) is None) or any(_body(view) is not None for view in others):
        return rows
    found = _cut_at(opening, first)
    for view in others:
        found += _cut_at(view, _body_behind(view))
    return found


def _cut_at(view: View, at: int) -> list[Row]:
    """`view` in two at `at`, or whole where that is 0."""
    if not at:
        return [(view,)]
    return [(view.part(0, len(view.text[:at].rstrip())),), (view.part(at, len(view.text)),)]


def _name_behind(view: View) -> int:
    """Where the name begins behind a body; 0 where there is none."""
    for word in list(_WORD.finditer(view.text))[1:-1]:
        if is_first_name(word.group()) and is_name(view.text[word.start() :]):
            body = view.part(0, len(view.text[: word.start()].rstrip()))
            return word.start() if _body(body) is not None else 0
    return 0


def _body_behind(view: View) -> int:
    """Where the body begins behind a name of two or three words; 0 where there is none."""
    words = list(_WORD.finditer(view.text))
    for size in (3, 2):
        if len(words) > size and is_name(view.text[: words[size - 1].end()]):
            start = words[size].start()
            if _body(view.part(start, len(view.text))) is not None:
                return start
    return 0


def role_leads(row: Row) -> bool:
    """Whether a row is a role and then a name: "Rektor: Anna Ek", "Rektor | Anna Ek"."""
    role, colon, name = row[0].text.partition(": ")
    if len(row) == _PAIR:
        role, name = row[0].text, row[1].text
    elif len(row) != 1 or not colon:
        return False
    return kind_of(role) in {"role", "organisation"} and is_name(re.split(r"\s?[,(]", name)[0])


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
