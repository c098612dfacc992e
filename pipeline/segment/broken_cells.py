"""Labels and values whose column was too narrow for them, set right before labels are looked for.

Forms handled: two spaces between a long label and its value, where the lines round it have a column ("Närvarande  Anna Ek" over
an indented "Bo Li"); a label over two or three lines beside its list ("Närvarande | Anna Ek" over "ledamöter | Bo Li",
"Plats och | Rådhuset" over "tid | kl 9"); hours that end on the next line ("kl 13.30-" over "16.10").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.evidence import Span
from models.segmented import Line
from models.view import View, side_by_side, view_of
from pipeline.segment.labels import label_of

_NARROW = "  "
_GAP = re.compile(rf"(?<=\S){_NARROW}(?=\S)")
_LONGEST = 30  # characters of a broken label
_DASHES = "-–—"
_BEGUN = re.compile(rf"(?:\b[Kk]l(?:ockan)?\.?\s?\d{{1,2}}|\d{{1,2}}[.:]\d\d)\s?[{_DASHES}]$")
_ENDED = re.compile(r"\d{1,2}[.:]\d\d\b")


def whole_cells(lines: Sequence[Line]) -> list[Line]:
    """`lines` with a label, or hours, that go on in the line below in one cell."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and before.text[-1:] in _DASHES and _ends_hours(before, line):
            hours = side_by_side((before.cells[-1], line.cells[0]))
            cells = (*before.cells[:-1], hours)
            found[-1] = replace(before, cells=cells, text=side_by_side(cells).text, end=line.end)
            continue
        at = _label_above(found, line) if len(line.cells) > 1 else None
        if at is not None:
            above, rest = found[at], line.cells[1:]
            cells = (side_by_side((above.cells[0], line.cells[0])), *above.cells[1:])
            found[at] = replace(above, cells=cells, text=side_by_side(cells).text)
            line = replace(line, cells=rest, text=side_by_side(rest).text, start=rest[0].offsets[0])
        found.append(line)
    return found


def with_narrow_gaps(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` of plain text, those with two spaces before a column of the line above or below cut there."""
    if _NARROW not in text:
        return lines
    found = list(lines)
    for index, line in enumerate(lines):
        if len(line.cells) > 1 or _NARROW not in text[line.start : line.end]:
            continue
        beside = {
            column
            for at in (index - 1, index + 1)
            if 0 <= at < len(lines)
            for column in _columns(text, lines[at])
        }
        for gap in _GAP.finditer(text, line.start, line.end):
            if _place(text, gap.end()) in beside:
                halves = Span(line.start, gap.start()), Span(gap.end(), line.end)
                found[index] = replace(line, cells=tuple(view_of(text, [half]) for half in halves))
                break
    return found


def _columns(text: str, line: Line) -> Iterator[int]:
    """How far into the line columns begin, and its text where it is indented."""
    for at, cell in enumerate(line.cells):
        place = _place(text, cell.offsets[0]) if cell.text else 0
        if at or place > len(_NARROW):
            yield place


def _place(text: str, at: int) -> int:
    return at - max(text.rfind("\n", 0, at), text.rfind("\f", 0, at)) - 1


def _ends_hours(before: Line, line: Line) -> bool:
    """Whether a line begins with the hour that the one above leaves open."""
    return (
        _BEGUN.search(before.cells[-1].text) is not None
        and _ENDED.match(line.cells[0].text) is not None
        and len(line.cells) == 1
    )


def _label_above(found: Sequence[Line], line: Line) -> int | None:
    """The line whose label the first cell of `line` goes on, which is its own row or the one before it."""
    first = line.cells[0].text
    if not first[:1].islower() or len(first) > _LONGEST:
        return None
    if not found or not line.cells[1].text:
        return None
    above = found[-1].cells[0]
    whole = side_by_side((above, line.cells[0]))
    return len(found) - 1 if len(above.text) <= _LONGEST and _is_label(whole) else None


def _is_label(view: View) -> bool:
    label = label_of(view)
    return label is not None and label.end == len(view.text.rstrip(" :"))
