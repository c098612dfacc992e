"""Lists whose first column holds the party: "S | Anna Ek", "M | Bo Li, ordförande", "C | Cia Alm tjänstgör för Dan Ask (C)"."""

from collections.abc import Sequence

from models.view import View
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.pieces import pieces

Row = tuple[View, ...]

_FEWEST = 2
_SHARE = 0.6  # of the rows
_SHORTEST, _BETWEEN = 2, " ,"


def parties_behind(rows: Sequence[Row]) -> list[Row]:
    """`rows` with each party right behind the name that it stands before, where most begin with one."""
    found = [_turned(row) for row in rows]
    turned = [each for each in found if each is not None]
    if len(turned) < max(_FEWEST, _SHARE * len(rows)):
        return list(rows)
    return [each or row for each, row in zip(found, rows, strict=True)]


def _turned(row: Row) -> Row | None:
    """A row with its party behind the name; None where it does not begin with one."""
    if len(row) < _SHORTEST or kind_of(row[0].text.strip(), bracket=True) != "party":
        return None
    named = pieces(row[1], single=False)
    if not named or named[0].kind != "name" or not named[0].view.text:
        return None
    end = row[1].index(named[0].view.offsets[-1]) + 1
    rest = row[1].text[end:]
    behind = row[1].part(end + len(rest) - len(rest.lstrip(_BETWEEN)), len(row[1].text))
    return (row[1].part(0, end), row[0], *((behind,) if behind.text else ()), *row[2:])
