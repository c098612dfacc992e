"""Columns that plain text sets with as many tabs as bring them under each other.

Forms handled: rows of which one needs a tab where another needs three ("Vad<tab><tab>Vem" over "Byta låset i förrådet<tab>Bo"), and
a row alone in a document that has such rows; a label with its value ("Plats:<tab><tab>Magasinet"). Where every row has as many tabs, two with nothing between them are an empty cell, and so they may be beside a column of marks: they
are left as they are.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from models.segmented import Line

_FEWEST = 2  # rows that can agree
_LABELLED = 2  # cells of a label and its value


def aligned(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` of `text` without the empty cells that only set columns under each other."""
    if "\t\t" not in text or not any(map(_is_spaced, lines)):
        return tuple(lines)
    blocks = accumulate(line.gap for line in lines)
    keyed = groupby(zip(lines, blocks, strict=True), lambda each: (_has_columns(each[0]), each[1]))
    runs = [(columns, [line for line, _ in group]) for (columns, _), group in keyed]
    told = [columns and _are_aligned(text, run) for columns, run in runs]
    found: list[Line] = []
    for (columns, run), closes in zip(runs, told, strict=True):
        alone = columns and len(run) < _FEWEST and any(told)
        found += [_closed(row) if closes or alone or _is_labelled(row) else row for row in run]
    return tuple(found)


def _has_columns(line: Line) -> bool:
    return len(line.cells) > 1 and not line.table


def _is_spaced(line: Line) -> bool:
    return _has_columns(line) and any(not cell.text for cell in line.cells[1:-1])


def _is_labelled(line: Line) -> bool:
    """Whether a line is a label with its colon and one value, with nothing but tabs between them."""
    said = [cell.text for cell in line.cells if cell.text]
    return _is_spaced(line) and len(said) == _LABELLED and said[0].endswith(":")


def _closed(line: Line) -> Line:
    return replace(line, cells=tuple(cell for cell in line.cells if cell.text))


def _are_aligned(text: str, rows: Sequence[Line]) -> bool:
    """Whether more rows agree in their columns without the empty cells than with them, or as many, or the head skips cells,
    where tabs of unlike number lead to one place of the line. A column of marks may be empty, but where the head skips cells, too.
    """
    if len(rows) < _FEWEST or not any(map(_is_spaced, rows)):
        return False
    if any(map(_holds_mark, rows)) and (_holds_mark(rows[0]) or not _is_spaced(rows[0])):
        return False
    with_empty = max(Counter(len(row.cells) for row in rows).values())
    without = max(Counter(sum(bool(cell.text) for cell in row.cells) for row in rows).values())
    led = without == with_empty or _is_spaced(rows[0])
    return without > with_empty or (led and _meet(text, rows))


def _holds_mark(row: Line) -> bool:
    return any(len(cell.text) == 1 for cell in row.cells)


def _meet(text: str, rows: Sequence[Line]) -> bool:
    """Whether cells that unlike numbers of tabs stand before begin under each other."""
    before: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        begin = text.rfind("\n", 0, row.start) + 1
        for tabs, cell in enumerate(row.cells[1:], 1):
            if cell.text:
                before[len(text[begin : cell.offsets[0]].expandtabs())].add(tabs)
    return any(len(tabs) > 1 for tabs in before.values())
