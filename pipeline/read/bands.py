"""Tables that level lines alone rule, one under each row, so that no line parts their columns.

Forms handled: lines drawn cell by cell, whose ends tell the columns; lines drawn across, where all rows
leave the same gaps between their words; a head row over the first line.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from models.frozen import frozen
from pipeline.read.layout import PlacedWord, visual_lines
from pipeline.read.strokes import Stroke
from pipeline.read.tables import Bounds, Grid

_SNAP = 3.0  # points: lines this close are one, and ends of one column
_LONG = 150.0  # points: a shorter line is underlined text or a place to sign
_FEWEST = 4  # lines of a table, with that over its first row or under its head
_TALLEST = 12  # lines of text between two of them
_GUTTER = 8.0  # points that all rows leave free between columns
_FILLED = 0.6  # of the rows: those with words in two columns or more
_HEAD = (
    1.6  # times a word's height: as far over the first line as the head row's lower edge may stand
)


class _Rule(NamedTuple):
    """A line across a table: where it stands, from where to where, and where it is put together."""

    y: float
    x0: float
    x1: float
    joints: tuple[float, ...]


@frozen
class _Table:
    """The rules of one table, from the top down."""

    rules: tuple[_Rule, ...]

    @property
    def bounds(self) -> Bounds:
        return self.rules[0].x0, self.rules[0].y, self.rules[0].x1, self.rules[-1].y

    def joints(self) -> list[float]:
        """Where all its rules are put together."""
        return [
            x
            for x in self.rules[0].joints
            if all(any(abs(x - y) < _SNAP for y in rule.joints) for rule in self.rules)
        ]


def banded(
    words: Sequence[PlacedWord], strokes: Sequence[Stroke], grids: Sequence[Grid]
) -> list[Grid]:
    """The tables whose rows level lines part, with the columns that these or the words show."""
    level = [stroke for stroke in strokes if stroke.level]
    upright = [stroke for stroke in strokes if not stroke.level]
    if len(level) < _FEWEST:
        return []
    found = []
    for table in _tables(_rules(level)):
        left, _, right, bottom = table.bounds
        if any(_crosses(stroke, table.bounds) for stroke in upright):
            continue
        if any(_meets(grid.bounds, table.bounds) for grid in grids):
            continue
        inside = [word for word in words if left - _SNAP < word.x0 and word.x1 < right + _SNAP]
        tops = [*_head(inside, table), *(rule.y for rule in table.rules)]
        held = [word for word in inside if tops[0] < (word.y0 + word.y1) / 2 < bottom]
        edges = table.joints() or _gutters(held)
        if edges and _is_table(held, tops, edges, drawn=bool(table.joints())):
            columns = list(pairwise([left, *edges, right]))
            cells = [(x0, y0, x1, y1) for y0, y1 in pairwise(tops) for x0, x1 in columns]
            found.append(Grid(tuple(cells)))
    return found


def _rules(level: Iterable[Stroke]) -> list[_Rule]:
    """Strokes at one height that touch each other, as one line."""
    rules: list[_Rule] = []
    for stroke in sorted(level, key=lambda s: (round((s.y0 + s.y1) / 2 / _SNAP), s.x0)):
        y, last = (stroke.y0 + stroke.y1) / 2, rules[-1] if rules else None
        if last is None or abs(last.y - y) > _SNAP or not last.x0 <= stroke.x0 <= last.x1 + _SNAP:
            rules.append(_Rule(y, stroke.x0, stroke.x1, ()))
        elif stroke.x1 > last.x1 + _SNAP:
            rules[-1] = _Rule(last.y, last.x0, stroke.x1, (*last.joints, stroke.x0))
    return [rule for rule in rules if rule.x1 - rule.x0 > _LONG]


def _tables(rules: Sequence[_Rule]) -> list[_Table]:
    """Rules that begin and end at the same places, one under the other."""
    tables: list[list[_Rule]] = []
    for rule in sorted(rules):
        last = tables[-1][-1] if tables else None
        alike = (
            last is not None
            and abs(last.x0 - rule.x0) < _SNAP
            and abs(last.x1 - rule.x1) < _SNAP
            and (len(last.joints) == len(rule.joints))
        )
        if alike:
            tables[-1].append(rule)
        else:
            tables.append([rule])
    return [_Table(tuple(table)) for table in tables if len(table) >= _FEWEST]


def _head(inside: Sequence[PlacedWord], table: _Table) -> list[float]:
    """The upper edges of rows right over the first rule, from the top down: the table's head, and what no line parts from it."""
    above = [word for word in inside if word.y1 <= table.rules[0].y + _SNAP]
    tops: list[float] = []
    y = table.rules[0].y
    for line in reversed(visual_lines(above)):
        edges = table.joints() or _gutters(line.words)
        crossed = any(word.x0 < edge < word.x1 for word in line.words for edge in edges)
        far = y - line.bottom > _HEAD * (line.bottom - line.top)
        if far or crossed or _columns(line.words, edges) < len(edges):
            break
        y = line.top - 1.0
        tops.insert(0, y)
    return tops if table.joints() else tops[-1:]


def _gutters(words: Sequence[PlacedWord]) -> list[float]:
    """Where columns begin: behind what no word covers."""
    edges: list[float] = []
    reach = min((word.x1 for word in words), default=0.0)
    for word in sorted(words, key=lambda word: word.x0):
        if word.x0 - reach >= _GUTTER:
            edges.append(word.x0 - 1.0)
        reach = max(reach, word.x1)
    return edges


def _columns(words: Iterable[PlacedWord], edges: Sequence[float]) -> int:
    """How many columns hold any of the words."""
    return len({sum(word.x0 >= edge for edge in edges) for word in words})


def _is_table(
    held: Sequence[PlacedWord], tops: Sequence[float], edges: Sequence[float], *, drawn: bool
) -> bool:
    """Whether most rows have words in several columns and none is as high as a column of text. drawn: the lines tell the columns."""
    rows = [
        [word for word in held if top < (word.y0 + word.y1) / 2 < bottom]
        for top, bottom in pairwise(tops)
    ]
    filled = [row for row in rows if row]
    wide = sum(_columns(row, edges) > 1 for row in filled)
    high = max((len(visual_lines(row)) for row in filled), default=0)
    return (
        len(filled) >= _FEWEST - 1 and wide >= _FILLED * len(filled) and (drawn or high <= _TALLEST)
    )


def _crosses(stroke: Stroke, bounds: Bounds) -> bool:
    x, (left, top, right, bottom) = (stroke.x0 + stroke.x1) / 2, bounds
    return left - _SNAP < x < right + _SNAP and stroke.y0 < bottom and stroke.y1 > top


def _meets(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
