"""Items and the lists of them: a contents list whose items come below it in another form, and the points of an agenda.

Forms handled: "41. Ekonomi" above "41 Ekonomi Kassören berättade ...", where the list tells the title's end; points or plain
lines under "Dagordning", where nothing else tells of items.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.segmented import Line
from models.view import View
from pipeline.segment.labels import label_of
from pipeline.segment.unnumbered import FEWEST, LONGEST_TITLE

_POINT = re.compile(r"[-–—•·▪*\uf0b7\uf0a7\u25cf]\s+(?=[A-ZÅÄÖ0-9\"”])")
_FEWEST_LISTED = 3  # items of a contents list
_FEWEST_REPEATED = 2  # of them that come again


@dataclass(frozen=True, slots=True)
class Heading:
    """An item's opening line. The number's and the rest's places are in the line's view, and the title's end where
    a contents list tells it."""

    line: int
    number: View | None
    rest: int
    form: str
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may open an item, with what its number is and how much it looks like one."""

    line: int
    form: str
    prefix: str
    value: int
    number: View
    rest: int
    score: float
    title: str
    anew: bool = (
        False  # whether numbers may begin anew with it: a bold title of a group stands over it
    )


def after_contents(
    chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> tuple[Heading, ...]:
    """The items of a contents list that come below it in another form ("41. Ekonomi" above "41 Ekonomi Kassören ...");
    none where `chain` is no such list."""
    if len(chain) < _FEWEST_LISTED or chain[-1].line - chain[0].line > len(chain):
        return ()
    listed = {each.value: each.title for each in chain}
    again = [
        each
        for each in candidates
        if each.line > chain[-1].line
        and each.form != chain[0].form
        and len(title := listed.get(each.value, "")) > 1
        and each.title.startswith(title)
    ]
    rising = all(later.value > each.value for each, later in pairwise(again))
    if len(again) < _FEWEST_REPEATED or not rising:
        return ()
    return tuple(
        Heading(each.line, each.number, each.rest, each.form, each.rest + len(listed[each.value]))
        for each in again
    )


def agenda_points(lines: Sequence[Line], plain: Sequence[int]) -> tuple[Heading, ...]:
    """The points under "Dagordning" as items, where nothing else than that list tells of them.

    plain: the headings without numbers, which are the items where several stand below the list.
    """
    start = next((at for at, line in enumerate(lines) if _opens_agenda(line)), len(lines))
    found: list[Heading] = []
    for at, line in enumerate(lines[start + 1 :], start + 1):
        point = _POINT.match(line.text)
        bare = not (line.gap or line.text.endswith((".", ":", ",")) or label_of(line.cells[0]))
        if len(line.cells) > 1 or len(line.text) > LONGEST_TITLE or not (point or bare):
            break
        found.append(Heading(at, None, point.end() if point else 0, "point"))
    if len(found) < FEWEST or sum(at > found[-1].line for at in plain) >= FEWEST:
        return ()
    titles = {lines[each.line].text[each.rest :].strip(" :.").lower() for each in found}
    below = {line.text.strip(" :.").lower() for line in lines[found[-1].line + 1 :]}
    return () if titles & below else tuple(found)


def _opens_agenda(line: Line) -> bool:
    label = label_of(line.cells[0])
    return label is not None and label.field == "agenda" and label.value >= len(line.text)
