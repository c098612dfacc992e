"""Task tables of which a converter has put each cell on a line of its own.

Forms handled: "Att göra / Vem / När klart" one under the other, and then each row's cells in the same order, two to four of
them. The rows end where a line is longer than what stands in its column.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from models.segmented import Line
from models.view import side_by_side
from pipeline.vocabulary import kind_of

_LONGEST_HEAD = 20  # characters of a column's head
_MOST_WORDS = {"owner": 6, "due": 5, "status": 4, "number": 1}  # in a column of each kind
_LONGEST_CELL = 160  # characters of any other
_TASKS = frozenset({"task", "item", "decided"})
_FEWEST, _MOST = 2, 4  # columns


def with_stacked_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the cells of such tables side by side, the head's, too."""
    short = [len(line.text) <= _LONGEST_HEAD and len(line.cells) == 1 for line in lines]
    heads = {at for at, pair in enumerate(pairwise(short)) if all(pair)}
    if not heads:
        return lines
    found: list[Line] = []
    at = 0
    while at < len(lines):
        kinds = _kinds(lines[at : at + _MOST]) if at in heads else []
        stop = at + len(kinds)
        while kinds and _is_row(lines[stop : stop + len(kinds)], kinds):
            stop += len(kinds)
        if kinds and stop > at + len(kinds):
            found += [_row(lines[row : row + len(kinds)]) for row in range(at, stop, len(kinds))]
            at = stop
        else:
            found.append(lines[at])
            at += 1
    return found


def _kinds(lines: Sequence[Line]) -> list[str]:
    """What the columns hold whose heads the first of `lines` are; empty where they are no table's."""
    heads = takewhile(lambda line: len(line.text) <= _LONGEST_HEAD and len(line.cells) == 1, lines)
    kinds = list(
        takewhile(lambda kind: kind, (kind_of("task_tables", line.text) or "" for line in heads))
    )
    whole = "owner" in kinds and not _TASKS.isdisjoint(kinds)
    return kinds if whole and _FEWEST <= len(kinds) == len(set(kinds)) else []


def _is_row(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    if len(lines) < len(kinds):
        return False
    return all(
        len(line.cells) == 1
        and len(line.text) <= _LONGEST_CELL
        and len(line.text.split()) <= _MOST_WORDS.get(kind, _LONGEST_CELL)
        and not (kind in _MOST_WORDS and line.text.endswith("."))
        for line, kind in zip(lines, kinds, strict=True)
    )


def _row(lines: Sequence[Line]) -> Line:
    cells = tuple(line.cells[0] for line in lines)
    whole = side_by_side(cells)
    return replace(lines[0], end=lines[-1].end, text=whole.text, cells=cells, table=True)
