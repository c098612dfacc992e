"""Rows of task tables in plain text, whose columns a sign parts.

Forms handled: "VAD / VEM / NÄR" over "Byta lås / Bo / v. 12", also with "|", ";", " - ", two spaces or commas; where the
sign parts the task itself, what is left over is the task's ("Måla plank, staket, Bo, 3 maj"); a point's number or dash
before it; rows with "|" that a line's end wrapped; rows that end in how the task stands; rows with "|" or "/" without a head, two or more on end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.evidence import Span
from models.frozen import frozen
from models.segmented import Line
from models.view import View, side_by_side, view_of
from pipeline.vocabulary import kind_of, says
from pipeline.vocabulary.openings import swift

_BULLET = re.compile(r"[-–—•·▪*\uf0b7\uf0a7\u25cf]\s+")
_NUMBERED = re.compile(r"(?:§\s?)?\d{1,3}[.)]?\s+")  # an item's title that is a head
_BAR = "|"
_WRAPPED = 40  # characters of a line that had no room for more
_LONGEST_HEAD = 90  # characters
_LONGEST_ROW = 250
_FEWEST_CELLS = 3  # of a row without a head
_FEWEST_ROWS = 2


@frozen
class _Sign:
    """What parts the columns of a head, and of its rows. `strict`: it stands in no running text."""

    head: re.Pattern[str]
    row: re.Pattern[str]
    strict: bool


def _sign(head: str, row: str, *, strict: bool = False) -> _Sign:
    return _Sign(re.compile(head), re.compile(row), strict)


_BLANKS = _sign(r"[ \u00a0]{2,}", r"[ \u00a0]{2,}")
_SIGNS: Sequence[_Sign] = (
    _sign(r"\s*\|\s*", r"\s*\|\s*", strict=True),
    _sign(r"\s*/+\s*", r"\s+/+\s*|\s*/+\s+", strict=True),
    _sign(r"\s*;\s*", r"\s*;\s*"),
    _sign(r"\s+[-–—]\s+", r"\s+[-–—]+(?:\s+|$)"),
    _BLANKS,
    _sign(r",\s+", r",\s+"),
)
_MARKS = "|/"  # of the first signs, which are known in rows without a head
_WHO = swift(r"vem|vilk|ansv|ägare|utför|görs\sav", re.I)  # one of which every head has
_TASKS = frozenset({"task", "item", "decided"})


def with_columns(text: str, lines: Sequence[Line]) -> list[Line]:
    """`lines` with the columns of the tables that a head announces, and rows with "|" that were wrapped made whole."""
    lines = _whole_rows(lines)
    found: list[Line] = []
    sign: _Sign | None = None
    head: Sequence[str] = ()
    for line in lines:
        if (opened := _head(text, line)) is not None:
            sign, cells = opened
            head = [kind_of("task_tables", cell.text) or "" for cell in cells]
            titled = cells[0].offsets[0] > line.start
            found.append(line if titled else replace(line, cells=cells))
            continue
        cells = _row(text, line, sign, head) if sign is not None else ()
        if max(len(cells), len(line.cells)) < 2:
            sign = None
        found.append(replace(line, cells=cells) if len(cells) > len(line.cells) else line)
    return found


def with_rows(text: str, lines: Sequence[Line]) -> list[Line]:
    """`lines` of an item with the columns of rows that follow on each other without a head."""
    found = list(lines)
    run: list[tuple[int, tuple[View, ...]]] = []
    for sign, mark in zip(_SIGNS, _MARKS, strict=False):
        if not any(mark in line.text for line in lines):
            continue
        for at in range(len(found) + 1):
            own = at < len(found) and len(found[at].cells) == 1
            cells = _cells(text, found[at], sign.row) if own else ()
            if len(cells) >= _FEWEST_CELLS:
                run.append((at, cells))
                continue
            if len(run) >= _FEWEST_ROWS or any(_is_status(row[-1]) for _, row in run):
                for place, row in run:
                    found[place] = replace(found[place], cells=row)
            run = []
    return found


def _whole_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """Rows with "|" that go on in a line of their own, before the first sign or behind the last, joined to it."""
    if not any(_BAR in line.text for line in lines):
        return lines
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if (
            before is None
            or line.gap
            or not line.text[:1].islower()
            or not (_is_part(before) and _is_part(line))
            or not (_BAR in before.text or (_BAR in line.text and len(before.text) > _WRAPPED))
            or (_BAR in before.text and _BAR in line.text)
        ):
            found.append(line)
            continue
        whole = side_by_side((*before.cells, *line.cells))
        found[-1] = replace(before, end=line.end, text=whole.text, cells=(whole,))
    return found


def _is_part(line: Line) -> bool:
    return len(line.cells) == 1 and not line.text.startswith(_BAR) and line.text[-1] not in ".!?:"


def _head(text: str, line: Line) -> tuple[_Sign, tuple[View, ...]] | None:
    """The sign and the columns of a head of tasks; None where a line is none."""
    if len(line.text) > _LONGEST_HEAD or not _WHO.search(line.text):
        return None
    if len(line.cells) > 1:
        return (_BLANKS, line.cells) if _is_head(line.cells) else None
    for sign in _SIGNS:
        cells = _cells(text, line, sign.head, _NUMBERED)
        if len(cells) > 1 and _is_head(cells):
            return sign, cells
    return None


def _is_head(cells: Sequence[View]) -> bool:
    kinds = [kind_of("task_tables", cell.text) for cell in cells]
    return None not in kinds and "owner" in kinds and not _TASKS.isdisjoint(kinds)


def _row(text: str, line: Line, sign: _Sign, head: Sequence[str]) -> tuple[View, ...]:
    """The columns of a row under such a head; fewer than two where a line is none."""
    if len(line.text) > _LONGEST_ROW or (line.gap and not sign.strict):
        return ()
    cells = _cells(text, line, sign.row)
    extra = len(cells) - len(head)
    if extra > 0 and _is_status(cells[-1]) and "status" not in head:
        extra -= 1
    if extra <= 0 or sign.row.pattern.startswith(r"\s*\|"):
        return cells
    at = next((at for at, kind in enumerate(head) if kind in {"task", "decided"}), 0)
    joined = view_of(text, [Span(_start(cells[at]), _end(cells[at + extra]))])
    return (*cells[:at], joined, *cells[at + extra + 1 :])


def _cells(
    text: str, line: Line, sign: re.Pattern[str], mark_of: re.Pattern[str] = _BULLET
) -> tuple[View, ...]:
    """The pieces of a line between such signs, empty ones too but the last."""
    if len(line.text) > _LONGEST_ROW or (
        len(line.cells) > 1 and "|" in text[line.start : line.end]
    ):
        return ()
    start = line.start
    if mark := mark_of.match(text, start, line.end):
        start = mark.end()
    return tuple(view_of(text, [span]) for span in _spans(text, start, line.end, sign))


def _spans(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[Span]:
    at = start
    for match in sign.finditer(text, start, end):
        yield Span(at, match.start())
        at = match.end()
    if at < end or at == start:
        yield Span(at, end)


def _is_status(cell: View) -> bool:
    return says("task_status", cell.text)


def _start(view: View) -> int:
    return view.offsets[0]


def _end(view: View) -> int:
    return view.offsets[-1] + 1
