"""Action tables: Att göra | Vem | När klart.

Forms handled: rows with columns under a head row, in any order, also Punkt | Beslut | Ansvarig | Klart, where a row
without anybody is a decision, and with a column for how the task stands or that in the one for the time ("KLART 4
juli") or behind all others; rows whose first cell goes on from the row above; rows without a head, known by who, when and how it stands beside the task ("Byta lås |
BE | - | kvarstår"); the same flattened by a converter (flat_tables.py, strung_tables.py).
"""

import re
from collections.abc import Mapping, Sequence

from models.segmented import Paragraph
from models.view import View
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.doers import Names, is_doer
from pipeline.extract.actions.flat_tables import flat_rows, under_head
from pipeline.extract.actions.rows import TableRow, without_number
from pipeline.extract.actions.status import Status, status_of
from pipeline.extract.actions.strung_tables import strung_rows
from pipeline.extract.actions.tasks import is_task_heading
from pipeline.names import is_name
from pipeline.vocabulary import kind_of

_TASKS = ("item", "decided", "task")  # the surest last
_VAGUE = frozenset(
    {"item", "decided"}
)  # an action table only with a column for the time or the status
_SAYS = re.compile(r"\w")
_PARTS = re.compile(r"\s?[,;:(/–—]\s?|\s-\s|\s(?=[A-ZÅÄÖ]{2})")
_DASH = re.compile(r"[-–—?]*")
_FEWEST = 2  # words of a task in a row without a head

Columns = Mapping[str, int]


def table_rows(
    paragraphs: Sequence[Paragraph],
    names: Names = frozenset(),
    title: View | None = None,
    *,
    headed: bool = False,
) -> Mapping[int, Sequence[TableRow]]:
    """The tasks of a section's tables by the index of the paragraph; of a head there are none.

    `names`: the words of the attendees' names in small letters. `title`: the section's, which may hold a head.
    `headed`: rows without a head are of another kind, such as lists of attendance.
    """
    found: dict[int, Sequence[TableRow]] = {}
    columns: Columns | None = None
    flat = title is not None and under_head(title) is not None
    listed = title is not None and is_task_heading(title.text)
    run: dict[int, Sequence[TableRow]] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "row":
            head = _columns(paragraph)
            if not (head or columns or headed) and (row := _by_content(paragraph, names)):
                run[index] = (row,)
                continue
            found |= _telling(run, listed=listed)
            run = {}
            if head:
                columns, found[index] = head, ()
            elif columns is not None and len(paragraph.cells) > columns["task"]:
                under = _under(paragraph, columns)
                found[index] = () if under is None else (under,)
            continue
        found |= _telling(run, listed=listed)
        run, columns = {}, None
        if strung := strung_rows(paragraph.view, names):
            found[index], flat = strung, False
            continue
        rest = under_head(paragraph.view)
        flat = rest is not None or (flat and paragraph.kind in {"item", "body"})
        if flat:
            rows = tuple(flat_rows(paragraph.view if rest is None else rest, names))
            flat = rest is not None or bool(rows)
            if flat:
                found[index] = rows
    return found | _telling(run, listed=listed)


def _telling(run: dict[int, Sequence[TableRow]], *, listed: bool) -> dict[int, Sequence[TableRow]]:
    """The rows of a run without a head, where one of them tells how its task stands, or all tell who has them
    and are `listed` as tasks."""
    rows = [row for rows in run.values() for row in rows]
    told = any(row.status is not None for row in rows)
    owned = listed and all(row.owner is not None for row in rows)
    return run if told or owned else {}


def _columns(paragraph: Paragraph) -> Columns | None:
    """Where each kind of column stands in a head."""
    found: dict[str, int] = {}
    for index, cell in enumerate(paragraph.cells):
        kind = kind_of("task_tables", cell.text)
        if kind is not None:
            found.setdefault(kind, index)
    task = next((kind for kind in reversed(_TASKS) if kind in found), None)
    if task is None or "owner" not in found:
        return None
    if task in _VAGUE and "due" not in found and "status" not in found:
        return None
    return found | {"task": found[task]}


def _under(paragraph: Paragraph, columns: Columns) -> TableRow | None:
    """The task of a row under a head."""
    if _lacks_first(paragraph, columns):
        columns = {kind: at - 1 for kind, at in columns.items() if at}

    def cell(kind: str) -> View | None:
        index = columns.get(kind)
        view = (
            paragraph.cells[index] if index is not None and index < len(paragraph.cells) else None
        )
        return view if view is not None and _SAYS.search(view.text) else None

    if (task := cell("task")) is None:
        return None
    owner, due, status, told = cell("owner"), cell("due"), None, None
    beyond = 1 + max(columns.values())
    stands = [cell("status"), cell("remark"), *paragraph.cells[beyond:][-1:]]
    for view in stands:
        if status is None and view is not None:
            status = status_of(view.text, alone=True)
    if status is None and due is not None:
        due, status = _in_time(due)
    if status is None:
        told = stands[0]
    decided = columns["task"] == columns.get("decided") and owner is None
    return TableRow(without_number(task), paragraph.view, owner, due, decided, status, told)


def _lacks_first(paragraph: Paragraph, columns: Columns) -> bool:
    """Whether the first column, that of what the tasks are about, goes on from the row above: one cell is missing and a
    time stands where its owner would."""
    cells, owner = paragraph.cells, columns["owner"]
    if columns["task"] == 0 or len(cells) != max(columns.values()) or owner >= len(cells):
        return False
    return deadline(cells[owner].text, Days(), cell=True) is not None


def _in_time(due: View) -> tuple[View | None, Status | None]:
    """The time in the cell for it, and how the task stands, where that is told there."""
    alone = deadline(due.text, Days(), cell=True) is None
    if (status := status_of(due.text, alone=alone)) is not None:
        return None, status
    for sign in _PARTS.finditer(due.text):
        if (status := status_of(due.text[sign.end() :])) is not None:
            return due.part(0, sign.start()), status
    return due, None


def _by_content(paragraph: Paragraph, names: Names) -> TableRow | None:
    """The task of a row that no head explains: who, when and how it stands are known beside it."""
    cells = list(paragraph.cells)
    if cells and cells[0].text.strip(" .)").isdigit():
        cells = cells[1:]
    if len(cells) < 2 or len(cells[0].text.split()) < _FEWEST or is_name(cells[0].text):
        return None
    owner: View | None = None
    due: View | None = None
    told: View | None = None
    status: Status | None = None
    for at, cell in enumerate(cells[1:], 2):
        text = cell.text.strip()
        if _DASH.fullmatch(text):
            continue
        if status is None and (status := status_of(text)) is not None:
            continue
        if owner is None and is_doer(text, names):
            owner = cell
        elif due is None and deadline(text, Days(), cell=True) is not None:
            due = cell
        elif at == len(cells) and at > _FEWEST + 1 and owner is not None:
            told = cell
        else:
            return None
    if owner is None and status is None:
        return None
    task = without_number(cells[0])
    return TableRow(task, paragraph.view, owner, due, False, status, told)
