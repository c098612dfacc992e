"""The rows of a table of areas: which column holds them, and what a row says of its area's level.

Forms handled: a first column that only ranks ("ETTA", "1:a", "Prio 2"); a head that names the areas' column ("Motivering |
Prioriterat område | Beslutat"); a row that says itself that its area is prioritised or is not ("Klotter |
Bevakas"); columns parted by bars; no table of tasks; a row that is a label and what it declares ("Prioriterat i höst | stölder och klotter").
"""

import re
from collections.abc import Sequence

from models.segmented import Paragraph
from models.view import View
from pipeline.extract.priority_areas.classes import class_of
from pipeline.vocabulary import kind_of, possible, words

_CELL = re.compile(r"[^\W\d_]{2}")
_BAR = " | "
_WORD = re.compile(r"\w+")
_MOST_OF_LABEL = 6  # words


def cells_of(paragraph: Paragraph) -> Sequence[View]:
    """The columns of a row, also of one that bars part; the whole of another paragraph."""
    view = paragraph.view
    if paragraph.kind == "row" or _BAR not in view.text or view.line_starts():
        return paragraph.cells
    cells, start = [], 0
    for piece in view.text.split(_BAR):
        cells.append(view.part(start, start + len(piece)))
        start += len(piece) + len(_BAR)
    return cells


def is_table_head(cells: Sequence[View]) -> bool:
    """Whether a row of several cells names a column of areas."""
    return len(cells) > 1 and not _small(cells).isdisjoint(words("priority_areas", "table_heads"))


def is_task_head(cells: Sequence[View]) -> bool:
    """Whether a row heads a table of tasks ("Att göra | Vem | När"), and speaks of no areas."""
    kinds = {kind_of("task_tables", cell.text) for cell in cells} if len(cells) > 1 else set()
    spoken = {class_of(word) for cell in cells for word in _WORD.findall(cell.text.lower())}
    return {"task", "owner"} <= kinds and spoken.isdisjoint({"priority", "area"})


def column_of_areas(head: Sequence[View]) -> int:
    """Which column a table's head says the areas stand in."""
    known = words("priority_areas", "area_heads")
    return next((at for at, cell in enumerate(head) if cell.text.lower().strip(" :") in known), 0)


def entry_of(cells: Sequence[View], column: int) -> View | None:
    """The cell of a row that names its area: that of `column`, or the first that says more than a rank."""
    behind = [*cells[column:], *cells[:column]] if column < len(cells) else cells
    return next(
        (
            cell
            for cell in behind
            if _CELL.search(cell.text) and (len(cells) == 1 or rank_end(cell.text) < len(cell.text))
        ),
        None,
    )


def rank_end(text: str) -> int:
    """Where a rank or a label that counts ("Prio 1:", "Spår 2 –", "ETTA") ends at the start of `text`; 0 where none is."""
    for rule in possible("priority_areas", text, "rank"):
        if found := rule.regex.match(text):
            return found.end()
    return 0


def is_level(cells: Sequence[View], level: str) -> bool:
    """Whether a row says behind its name that it is prioritised, or that it is not."""
    return len(cells) > 1 and any(
        cell.text.lower().strip(" .") in words("priority_areas", level) for cell in cells[1:]
    )


def label_of(cells: Sequence[View]) -> str:
    """What the first column says that the next declares, or ""."""
    label = cells[0].text if len(cells) > 1 else ""
    said = _WORD.findall(label.lower())
    is_label = 0 < len(said) <= _MOST_OF_LABEL and any(
        class_of(each) == "priority" for each in said
    )
    return label if is_label else ""


def _small(cells: Sequence[View]) -> set[str]:
    return {cell.text.lower().strip(" :") for cell in cells}
