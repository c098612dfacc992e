"""Titles without numbers in a text whose secretary sets each between two empty lines.

Forms handled: what stands right under such a title is its text, however much like a title ("Utskick", an empty line, "Foldern om
trygghet i portarna" over more lines); an event with its day is a title as well where it stands so ("Trygghetsvandring 24/4").
"""

import re
from collections.abc import Sequence

from models.segmented import Line
from pipeline.vocabulary import possible, says

_FEWEST = 3  # titles between empty lines
_DATED = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+)(?:\s[\w-]+){0,3},?\s(?:den\s)?\d{1,2}(?:[/.]\d{1,2}|\s[a-z]{3,9})$"
)


def titles_apart(lines: Sequence[Line], chosen: Sequence[int], firm: Sequence[int]) -> list[int]:
    """`chosen` as such a text has its titles; as they are in any other. firm: those of them by their print or words."""
    if not chosen:
        return []
    dated = [at for at in range(chosen[0], len(lines) - 1) if _is_dated(lines, at)]
    apart = sorted({*dated, *(at for at in chosen if _is_apart(lines, at))})
    if len(apart) < _FEWEST or 2 * sum(_opens_block(lines, at) for at in apart) < len(apart):
        return list(chosen)
    loose = [at for at in chosen if at > apart[0] and at not in apart and at not in firm]
    if not all(at - 1 in apart for at in loose):
        return list(chosen)
    return sorted({at for at in (*chosen, *dated) if at not in loose and not _tells(lines, at)})


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    return lines[at].gap and at + 1 < len(lines) and lines[at + 1].gap


def _opens_block(lines: Sequence[Line], at: int) -> bool:
    """Whether several lines stand on each other under the title."""
    return at + 2 < len(lines) and not lines[at + 2].gap


def _is_dated(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    meant = not possible("next_meeting", text) and not says("finite_verbs", text)
    return _is_apart(lines, at) and meant and _DATED.match(text) is not None


def _tells(lines: Sequence[Line], at: int) -> bool:
    """Whether a line over others is a clause ("Ordföranden öppnar mötet"), which such a text has for no title."""
    line = lines[at]
    marked = line.bold or line.heading
    return not marked and not _is_apart(lines, at) and says("finite_verbs", line.text)
