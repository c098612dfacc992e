"""What the columns of minutes that are a table hold: whom an item's tasks fall on, and by when.

Form handled: items as rows under a head ("Punkt | Anteckning | Ansvarig/Klart", "Nr | Ärende | Beslut/åtgärd | Ansvarig |
Klart"), with several lines in a cell. What stands in the columns of who and when is no text of the item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.frozen import frozen
from models.segmented import Line
from models.view import View
from pipeline.dates import dates
from pipeline.names import is_first_name, is_name
from pipeline.segment.task_tables import is_over
from pipeline.vocabulary import says, words

_PARTS = re.compile(r"\s?(?:/|,|&)\s?|\s(?:och|samt)\s")
_LONGEST = 40  # characters of what stands in such a column
_FEWEST = 3  # columns: item, text, who; the last may be empty in a row
_SECOND = frozenset({0, 1})  # columns, where no number stands before the title


@frozen
class Columns:
    """The head of a table of items, and which of its columns tell who and when."""

    heads: tuple[View, ...]
    owners: frozenset[int]
    dues: frozenset[int]
    tasks: frozenset[int]

    @property
    def margin(self) -> frozenset[int]:
        return self.owners | self.dues


def _columns_of(head: Line) -> Columns | None:
    """The columns under `head`; None where it heads no table of items that tells who answers for them."""
    names = [cell.text.strip(" :*") for cell in head.cells]
    if len(names) < _FEWEST or not any(says("item_tables", name, "item") for name in names[:2]):
        return None
    parts = [[part for part in _PARTS.split(name) if part] for name in names]
    owners, dues = (
        frozenset(
            at
            for at, each in enumerate(parts)
            if each
            and any(is_over(part, one) for part in each)
            and all(is_over(part, one) or is_over(part, other) for part in each)
        )
        for one, other in (("owner", "due"), ("due", "owner"))
    )
    tasks = frozenset(
        at
        for at, each in enumerate(parts)
        if each and all(is_over(part, "task") or is_over(part, "decided") for part in each)
    )
    return Columns(head.cells, owners, dues, tasks) if owners else None


def columns_by_line(lines: Sequence[Line]) -> dict[int, Columns]:
    """The columns that stand over each line of a table of items."""
    found: dict[int, Columns] = {}
    over: Columns | None = None
    for index, line in enumerate(lines):
        if len(line.cells) >= _FEWEST and (head := _columns_of(line)) is not None:
            over = head
        elif over is not None and not line.table and (line.bold or line.heading):
            over = None
        elif over is not None:
            found[index] = over
    return found


def titled_rows(lines: Sequence[Line]) -> list[int]:
    """The rows of a table of items that open with an item's title: "Torget | Belysningen är trasig. | Bo".

    Rows of a table that tells tasks or decisions beside the title are none: that is a table in an item.
    """
    over = columns_by_line(lines)
    return [
        at
        for at, columns in over.items()
        if len(lines[at].cells) >= _FEWEST - 1
        and lines[at].cells[0].text[:1].isupper()
        and not columns.tasks & _SECOND
    ]


@frozen
class Margin:
    """What stands in an item's columns of who and when, line by line."""

    owners: tuple[View, ...] = ()
    dues: tuple[View, ...] = ()


def without_margin(
    columns: Columns, heading: Line, lines: Sequence[Line]
) -> tuple[list[Line], Margin]:
    """The lines under an item's heading without its margin, and the margin."""
    cells = [cell for at, cell in enumerate(heading.cells) if at in columns.margin and cell.text]
    kept: list[Line] = []
    for line in lines:
        beside = _beside(line)
        cells.extend(cell for cell in line.cells[beside:] if cell.text)
        if beside:
            kept.append(replace(line, cells=line.cells[:beside]))
    owners = tuple(part for cell in cells for part in _split(cell) if not _is_due(part.text))
    dues = tuple(part for cell in cells for part in _split(cell) if _is_due(part.text))
    return kept, Margin(owners, dues)


def _beside(line: Line) -> int:
    """How many of a line's cells stand before those of the margin."""
    count = len(line.cells)
    while count and _is_margin(line.cells[count - 1].text):
        count -= 1
    return count


def _is_margin(text: str) -> bool:
    """Whether a cell names somebody or a time and says nothing else."""
    bare = text.strip(" .")
    if not bare or len(bare) > _LONGEST:
        return not bare
    if _is_due(bare) or bare.lower() in words("item_tables", "everybody"):
        return True
    return all(
        is_name(part, single=True) and is_first_name(part.split()[0])
        for part in _PARTS.split(bare)
        if part
    )


def _is_due(text: str) -> bool:
    bare = text.strip(" .")
    if says("item_tables", bare, "soon"):
        return True
    stated = dates(bare)
    return (
        bool(stated) and stated[0].end >= len(bare) - 1 and stated[0].start < len("senast den ") + 1
    )


def _split(cell: View) -> Iterator[View]:
    """A cell cut before a time behind a name: "Bo Ek 30 april", "Maj, v. 14"."""
    starts = [match.start() for match in re.finditer(r"(?<=\s)\S", cell.text)]
    at = next((start for start in starts if _is_due(cell.text[start:])), None)
    if at is None or _is_due(cell.text):
        yield cell
        return
    edges = [0, at, len(cell.text)]
    for one, two in pairwise(edges):
        part = cell.part(one, one + len(cell.text[one:two].rstrip(" ,;–-")))
        if part.text:
            yield part
