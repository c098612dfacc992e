"""First headings over nothing but persons: those announce who came, and no item.

Forms handled: "På skärmen" over "- Anna Ek, diakon" and more such lines; "Vi som sågs" over first names one a line.
"""

import re
from collections.abc import Sequence

from models.segmented import Line
from pipeline.names import is_first_name, is_name
from pipeline.segment.listed_items import Heading

_FEWEST = 3  # persons
_NAME_ENDS = re.compile(r"\s?[,(:]|\s[-–]\s|\sfrån\s")
_BULLET = re.compile(r"(?:[-–•·▪*\uf0b7\uf0a7]|\d{1,2}[.)])\s+")


def without_attendance(lines: Sequence[Line], found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """`found` without the first heading where it has no number and each line under it opens with a person."""
    if len(found) < 2 or found[0].number is not None:
        return found
    below = lines[found[0].line + 1 : found[1].line]
    listed = len(below) >= _FEWEST and all(map(_opens_with_person, below))
    return found[1:] if listed else found


def _opens_with_person(line: Line) -> bool:
    text = _BULLET.sub("", line.cells[0].text, count=1)
    name = _NAME_ENDS.split(text, maxsplit=1)[0]
    known = bool(name) and is_first_name(name.split()[0])
    return known and is_name(name, single=True) and not text.endswith((".", "!", "?"))
