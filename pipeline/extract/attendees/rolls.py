"""Lists of nothing but names that no label and no verb announces, in the head of notes.

Forms handled: "Rune, Anki, Berra och Lena (antecknade). Rune höll i mötet."; "Bo Ek (ordf), Siv, Jens P, Mona (skriver)";
names with whom they come from among them ("Siw samt Lottie från bolaget"); first names one a line.
"""

import re
from collections.abc import Iterator, Sequence

from models.view import View
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.runs import sentences, unwrapped
from pipeline.names import is_first_name, is_name

Row = tuple[View, ...]

_FEWEST = 3  # names
_KNOWN = 0.7  # of the names, those that open with a known given one
_WINDOW = 12  # rows over which one list may be wrapped
_NO_ROLL = re.compile(r":\s|[?!]")
_BESIDE = frozenset(
    {"name", "chair", "secretary", "adjuster", "partial", "absent", "whole", "party", "self"}
)
_WORK = frozenset({"role", "organisation"})


def rolls(text: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of names among `rows`, each as the rows that hold it."""
    column: list[Row] = []
    done = -1  # the place in the document up to which all is read
    for index, row in enumerate((*rows, ())):
        if len(row) == 1 and _is_alone(row[0].text):
            column.append(row)
            continue
        if len(column) >= _FEWEST and _known([each[0].text for each in column]):
            yield column
        column = []
        if len(row) != 1 or row[0].offsets[0] <= done or "," not in row[0].text:
            continue
        whole = unwrapped(text, rows[index : index + _WINDOW])[0]
        if _is_roll(whole[0]):
            done = whole[0].offsets[-1]
            yield [whole]


def _is_alone(text: str) -> bool:
    return len(text.split()) <= 2 and is_name(text, single=True)


def _is_roll(view: View) -> bool:
    """Whether the first sentence is names, with no more than a function or a body behind some of them."""
    first = next(sentences(view))
    if _NO_ROLL.search(first.text):
        return False
    found = pieces(first, single=True)
    names = [piece.view.text for piece in found if piece.kind == "name"]
    others = [piece for piece in found if piece.kind not in _BESIDE]
    work = all(piece.kind in _WORK for piece in others) and 2 * len(others) < len(names)
    return len(names) >= _FEWEST and found[0].kind == "name" and work and _known(names)


def _known(names: Sequence[str]) -> bool:
    given = sum(is_first_name(name.split()[0]) for name in names)
    return given >= _KNOWN * len(names)
