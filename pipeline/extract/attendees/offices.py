"""Names with an office right behind them, without a comma.

Forms handled: several persons a line ("Anna Ek Ordförande Bo Li Kassör Eva Alm Ledamot, bryggor"), and an office of one word
that no list holds, in a list where nearly everybody has one ("Bo Li Bryggvakt").
"""

import re
from collections.abc import Sequence

from models.view import View, side_by_side
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.strung import given
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import pattern

Row = tuple[View, ...]

_FEWEST = 3  # persons with an office
_NEARLY = 0.6  # of the persons of a list
_THREE = 3  # words of a name and an office of one word
_LONG = 5  # letters of an office
_OFFICES = frozenset({"role", "chair", "secretary", "adjuster", "substitute"})


def in_office(rows: Sequence[Row]) -> list[Row] | None:
    """The rows of one person each, an unknown office in a cell of its own; None where few have an office."""
    if any(len(row) != 1 for row in rows):
        return None
    entries = _cut([row[0] for row in rows])
    thirds = [_third(entry) for entry in entries]
    if len(entries) == len(rows) and not any(thirds):
        return None
    others = [entry for entry, third in zip(entries, thirds, strict=True) if third is None]
    serving = sum(map(_has_office, others))
    if serving < max(_FEWEST, _NEARLY * len(others)):
        return None
    return [third or (entry,) for entry, third in zip(entries, thirds, strict=True)]


def _cut(lines: Sequence[View]) -> Sequence[View]:
    """Each person of the lines, where one holds several; a line goes on where it opens with no name."""
    several = [len(list(given(line.text.split()))) > 1 for line in lines]
    if not any(several):
        return lines
    whole = side_by_side(lines)
    words = list(re.finditer(r"\S+", whole.text))
    starts = [words[at].start() for at in given([word.group() for word in words])]
    if starts[:1] != [0]:
        return lines
    ends = [start - 1 for start in starts[1:]] + [len(whole.text)]
    entries = [whole.part(start, end) for start, end in zip(starts, ends, strict=True)]
    firsts = {line.offsets[0] for line in lines}
    sure = all(
        each.offsets[0] in firsts or _has_office(each) or _third(each) is not None
        for each in entries
    )
    return entries if sure else lines  # not "Bo Li Rektor Karl Johans skola"


def _third(view: View) -> Row | None:
    """The name and the word behind it, which has not the form of a surname."""
    words = list(re.finditer(r"\S+", view.text))
    if len(words) != _THREE:
        return None
    first, second, third = (word.group() for word in words)
    if not is_first_name(first) or is_first_name(second) or is_first_name(third):
        return None
    if len(third) < _LONG or not third.isalpha() or not third[1:].islower():
        return None
    if not is_name(view.text) or pattern("names", "surname").search(third):
        return None
    return view.part(0, words[1].end()), view.part(words[2].start(), len(view.text))


def _has_office(view: View) -> bool:
    """Whether a name of two words stands first and, without a comma, an office behind it."""
    name, *behind = pieces(view, single=False)
    two = name.kind == "name" and len(name.view.text.split()) == _THREE - 1
    parted = view.text.startswith(" ", len(name.view.text))
    return two and parted and bool(behind) and behind[0].kind in _OFFICES
