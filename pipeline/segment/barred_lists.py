"""Lists of those who came whose columns bars part, with no bar at the line's start.

Forms handled: "Närvarande | Frånvarande" or "Namn | Roll | Närv." over rows with bars, of which cells may be empty; rows without
a head that open with a person ("Anna Ek | rektor | Ekskolan"), two or more on end; labels with who they name ("Ordförande: Anna
Ek | Sekreterare: Bo Li", "Närvarande: Anna Ek, rektor | Bo Li, polisen").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.evidence import Span
from models.segmented import ATTENDANCE, FUNCTIONS, Line
from models.view import View, view_of
from pipeline.names import is_first_name, is_name
from pipeline.segment.labels import label_of
from pipeline.vocabulary import kind_of
from pipeline.vocabulary.openings import swift

_BAR = swift(r"\s?\|(?:\s|$)|(?<=\s)\|")
_EARLY = 60  # first lines of a meeting, among which its list stands
_LONGEST = 300  # characters of a row
_FEWEST_ROWS = 2
_PERSONS = ATTENDANCE | FUNCTIONS
_FEWEST_CELLS = 2


def with_barred_lists(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with the columns of such lists as cells."""
    if not any("|" in line.text for line in lines[:_EARLY]):
        return lines
    found = list(lines)
    run: list[tuple[int, tuple[View, ...]]] = []
    headed = False
    for at in range(min(len(found), _EARLY) + 1):
        cells = tuple(_cells(text, found[at])) if at < min(len(found), _EARLY) else ()
        if len(cells) >= _FEWEST_CELLS and (headed or _is_head(cells) or _is_person(cells[0])):
            headed = headed or _is_head(cells)
            run.append((at, cells))
            continue
        if len(cells) >= _FEWEST_CELLS and _is_labelled(cells):
            found[at] = replace(found[at], cells=cells)
        if len(run) >= _FEWEST_ROWS:
            for place, row in run:
                found[place] = replace(found[place], cells=row)
        run, headed = [], False
    return found


def _cells(text: str, line: Line) -> Iterator[View]:
    """The parts of a line between bars, empty ones too; none where it has no bar or columns already."""
    if "|" not in line.text or len(line.cells) > 1 or len(line.text) > _LONGEST:
        return
    at = line.start
    for bar in _BAR.finditer(text, line.start, line.end):
        yield view_of(text, [Span(at, bar.start())])
        at = bar.end()
    yield view_of(text, [Span(at, line.end)])


def _is_head(cells: Sequence[View]) -> bool:
    """Whether each cell is a label of attendance, or the cells name the columns of such a list."""
    labels = [label_of(cell) if cell.text else None for cell in cells]
    if all(label is not None and label.field in ATTENDANCE for label in labels):
        return True
    heads = [kind_of("attendance_columns", cell.text.strip(" :*").lower()) for cell in cells]
    return "name" in heads and None not in heads


def _is_labelled(cells: Sequence[View]) -> bool:
    """Whether the first cell has a label of attendance or office, and each other one too, or opens with a person."""
    labels = [label_of(cell) if cell.text else None for cell in cells]
    if labels[0] is None or not labels[0].colon or labels[0].field not in _PERSONS:
        return False
    return all(
        (label is not None and label.field in _PERSONS) or is_first_name(cell.text.split()[0])
        for label, cell in zip(labels[1:], cells[1:], strict=True)
        if cell.text
    )


def _is_person(cell: View) -> bool:
    words = cell.text.split()
    return len(words) > 1 and is_first_name(words[0]) and is_name(cell.text)
