"""Lists of those who came that are tables, of which a converter has put all names before what stands beside them.

Forms handled: "Namn", all names, "Titel / Organisation / Anmärkning" and then each person's cells, a remark only where somebody
has one ("Anmält förhinder"); the same with all heads before the names; columns one after the other, each under its own head
("Titel", all titles, "Organisation", all organisations). The names must be as many as what stands for each.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from models.frozen import frozen
from models.segmented import Line
from models.view import View, side_by_side
from pipeline.names import is_name
from pipeline.vocabulary import kind_of, pattern, says

_FEWEST = 3  # names
_LONGEST = 60  # characters of a cell
_KNOWN = 0.5  # of the cells under "Titel" that are known titles
_BESIDE = frozenset({"role", "organisation", "party", "note"})


@frozen
class _Cells:
    """What stands beside each name, in the order of the heads, and how many lines that takes."""

    heads: tuple[View, ...]
    rows: tuple[tuple[View, ...], ...]
    size: int


def with_parted_columns(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the cells of such a list side by side, those of its heads, too."""
    at = next((at for at, line in enumerate(lines) if _holds(line) == "name"), None)
    if at is None:
        return lines
    before = [*takewhile(_is_head, lines[at + 1 :])]
    first = at + 1 + len(before)
    names = [*takewhile(_is_named, lines[first:])]
    start = first + len(names)
    heads = before or [*takewhile(_is_head, lines[start:])]
    if len(names) < _FEWEST or not heads:
        return lines
    start += len(heads) * (not before)
    behind = [*takewhile(_is_cell, lines[start:])]
    ways = (_by_row, _by_column) if len(heads) > 1 else (_by_column,)
    found = next(filter(None, (way(behind, heads, len(names)) for way in ways)), None)
    if found is None:
        return lines
    rows = [_row(name, row) for name, row in zip(names, found.rows, strict=True)]
    return (*lines[:at], _row(lines[at], found.heads), *rows, *lines[start + found.size :])


def _holds(line: Line) -> str | None:
    """What the column holds whose head is all of `line`."""
    short = len(line.cells) == 1 and len(line.text) <= _LONGEST
    return kind_of("attendance_columns", line.text.strip(" :*").lower()) if short else None


def _is_head(line: Line) -> bool:
    return _holds(line) in _BESIDE


def _is_named(line: Line) -> bool:
    return len(line.cells) == 1 and is_name(line.text)


def _is_cell(line: Line) -> bool:
    return len(line.cells) == 1 and len(line.text) <= _LONGEST and ": " not in line.text


def _is_remark(text: str) -> bool:
    return any(
        pattern("affiliations", kind).fullmatch(text.strip("() ."))
        for kind in ("absent", "partial")
    )


def _by_row(lines: Sequence[Line], heads: Sequence[Line], count: int) -> _Cells | None:
    """Each person's cells on end, with a remark behind them where somebody has one."""
    fixed = [head for head in heads if _holds(head) != "note"]
    remarked = len(fixed) < len(heads)
    at, rows = 0, list[tuple[View, ...]]()
    for _ in range(count):
        own = lines[at : at + len(fixed)]
        if len(own) < len(fixed) or any(_is_head(line) or _is_remark(line.text) for line in own):
            return None
        at += len(own)
        cells = [line.cells[0] for line in own]
        if remarked:
            said = at < len(lines) and _is_remark(lines[at].text)
            cells.append(lines[at].cells[0] if said else View("", ()))
            at += said
        rows.append(tuple(cells))
    ordered = [*fixed, *(head for head in heads if head not in fixed)]
    found = _Cells(tuple(head.cells[0] for head in ordered), tuple(rows), at)
    return found if _fits(found, ordered) else None


def _by_column(lines: Sequence[Line], heads: Sequence[Line], count: int) -> _Cells | None:
    """A column after the other, the heads of all but the first before its cells or before all of them."""
    at, own, columns = 0, list(heads[:1]), list[Sequence[Line]]()
    while True:
        column = lines[at : at + count]
        if len(column) < count or any(map(_is_head, column)):
            return None
        columns.append(column)
        at += count
        if len(columns) < len(heads):
            own.append(heads[len(columns)])
        elif len(heads) == 1 and at < len(lines) and _is_head(lines[at]):
            own.append(lines[at])
            at += 1
        else:
            break
    rows = zip(*([line.cells[0] for line in column] for column in columns), strict=True)
    found = _Cells(tuple(head.cells[0] for head in own), tuple(rows), at)
    return found if _fits(found, own) else None


def _fits(found: _Cells, heads: Sequence[Line]) -> bool:
    """Whether enough of what would stand under the first head of its kind is of it: a title, else a body."""
    for kind in ("role", "organisation"):
        at = next((at for at, head in enumerate(heads) if _holds(head) == kind), None)
        if at is not None:
            known = sum(says("affiliations", row[at].text, kind) for row in found.rows)
            return known >= _KNOWN * len(found.rows)
    return False


def _row(name: Line, cells: Sequence[View]) -> Line:
    whole = (name.cells[0], *cells)
    return replace(name, text=side_by_side(whole).text, cells=whole, table=True)
