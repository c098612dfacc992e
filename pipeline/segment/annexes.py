"""Where a meeting's minutes end and their annexes begin, which have headings, tables and names of their own.

Form handled: a line that is an annex's name ("Bilaga 1", "BILAGA A: Lägesbild", "Bilaga 2 till protokoll 2021-05-04") and stands
apart behind the signatures. Before them such a line is of an item, as are names of annexes one under another.
"""

import re
from collections.abc import Sequence

from models.segmented import FUNCTIONS, Line
from pipeline.segment.labels import label_of
from pipeline.segment.unnumbered import stands_alone

_ANNEX = re.compile(
    r"bilaga(?:\s(?:nr\s)?(?:\d{1,2}|[A-ZÅÄÖ]))?(?:\s?[:.–-]\s?\S.{0,70}|\s(?:till|av|för)\s.{2,70}|,\s\S.{0,70})?",
    re.I,
)
_NEAR = 16  # lines of signatures, at most


def annex_start(lines: Sequence[Line]) -> int:
    """The first line of the annexes; the number of lines where there are none."""
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if len(line.cells) > 1 or line.text[:1] not in "Bb" or not _is_annex(line):
            continue
        signed = any(map(_signs, lines[max(0, index - _NEAR) : index]))
        if signed and stands_alone(line) and not _is_annex(lines[index + 1]):
            return index
    return len(lines)


def _is_annex(line: Line) -> bool:
    return _ANNEX.fullmatch(line.text) is not None and not line.text.endswith(".")


def _signs(line: Line) -> bool:
    """Whether a line opens signatures: "Vid protokollet", "Justeras"."""
    labels = map(label_of, line.cells)
    return any(label is not None and label.field in FUNCTIONS for label in labels)
