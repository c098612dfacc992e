"""Lists in the head of a document, before its first item, under words that call them priorities.

Forms handled: "Prioriterade områden 2020" over points, as in a box beside the attendance list; "Fokusområden: A, B
och C"; "Fokusområden | A | B", or with what goes on below in the same column.
"""

import re
from collections.abc import Iterator, Sequence

from models.segmented import Line
from models.view import View
from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.units import Listed, Said, heads

_WORDS = 3  # before what is announced
_BULLET = re.compile(r"(?:[-–—•·▪*\uf0b7\uf0a7●◦]|\d{1,2}[.)])\s*(?=\S)")


def headed(lines: Sequence[Line]) -> Iterator[Said | Listed]:
    """The lists among the head's lines."""
    for index, line in enumerate(lines):
        first = line.cells[0]
        name, _, value = first.text.partition(":")
        if _BULLET.match(first.text) or not (heads(name.strip()) or _is_name_of_them(name.strip())):
            continue
        if value.strip():
            yield Said(first, "", "", "", listed=False)
            continue
        entries = [cell for cell in line.cells[1:] if cell.text]
        beside = bool(entries)
        for below in lines[index + 1 :]:
            if (point := _point(below)) is not None:
                entries.append(point)
            elif beside and below.table and len(below.cells) == 1 and not below.bold:
                entries.append(below.cells[0])
            else:
                break
        if entries:
            yield Listed(tuple(entries), "", name.strip(), "")


def _is_name_of_them(text: str) -> bool:
    """ "Fokusområden", "Årets prioriteringar": a word of its own for what is prioritised."""
    *own, last = text.lower().split() or [""]
    return (
        class_of(last) == "priority"
        and {class_of(word) for word in own} <= {"", "own"}
        and len(own) < _WORDS
    )


def _point(line: Line) -> View | None:
    view = line.cells[0]
    mark = _BULLET.match(view.text)
    return view.part(mark.end(), len(view.text)) if mark and len(line.cells) == 1 else None
