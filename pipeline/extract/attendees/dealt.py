"""Names one a line, and what everybody is in the same order after the last of them.

Forms handled: seats and bodies ("Bo Li ordförande SPF ledamot PRO"), roles ("Bo Li rektor kommunpolis").
"""

import re
from collections.abc import Sequence
from functools import cache

from models.view import View
from pipeline.extract.attendees.affiliation import vocabulary
from pipeline.names import is_name

Row = tuple[View, ...]

_DEALT = 3  # roles that stand after as many names
_SEAT = re.compile(
    r"\s(?P<seat>(?:(?:(?:[12]:[ea]\s|förste\s|andre\s)?(?:vice\s)?ordförande|ledamot|ersättare|sekreterare),?\s)?"
    rf"\(?{vocabulary('association').pattern}\)?(?:,\s?{vocabulary('absent').pattern})?)(?=\s|$)",
    re.IGNORECASE,
)


def glued(rows: Sequence[Row]) -> list[Row] | None:
    """Names one a line, the last one with everybody's seat and body in the same order after it."""
    if len(rows) < 3 or any(len(row) != 1 for row in rows):
        return None
    names, last = [row[0] for row in rows[:-1]], rows[-1][0]
    if not all(is_name(name.text) for name in names):
        return None
    for word in list(re.finditer(r"\S+", last.text))[1:4]:
        seats = list(_SEAT.finditer(last.text, word.end()))
        whole = "".join(seat.group() for seat in seats) == last.text[word.end() :]
        if whole and len(seats) == len(rows) and is_name(last.text[: word.end()]):
            names.append(last.part(0, word.end()))
            held = [last.part(*seat.span("seat")) for seat in seats]
            return list(zip(names, held, strict=True))
    return None


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
