"""A piece of an attendance line, and the stretch of a line without its edges."""

import re

from models.frozen import frozen
from models.view import View
from pipeline.extract.attendees.piece_kinds import Kind

_EDGE = " .:*•–—-\t'’"
_ABBREVIATED = re.compile(r"(?:\b[A-ZÅÄÖ]|ordf|sekr|m\.m|tjg|ers|f\.d|närv|frånv)\.$")


@frozen
class Piece:
    """A piece of a line. `joined`: "och" stands before it; `bracket`: it stands in brackets.

    `leads`: a name follows without a comma, and it may be that one's or the one's before.
    """

    view: View
    kind: Kind
    joined: bool = False
    bracket: bool = False
    leads: bool = False


def trimmed(view: View, start: int, end: int) -> View | None:
    """[start, end) of `view` without the marks and blanks at its ends; None where nothing is left."""
    text = view.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (
        text[end - 1] in " :*–—-'’_"
        or (text[end - 1] == "." and not _ABBREVIATED.search(text[start:end]))
    ):
        end -= 1
    return view.part(start, end) if start < end else None
