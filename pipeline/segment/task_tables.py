"""Tables of tasks, and tables whose rows are the items themselves, by their heads."""

from collections.abc import Sequence

from models.segmented import Line
from pipeline.vocabulary import possible, says

_TABLE_TITLE = 4  # words over a table of tasks, at most
_TABLE_HEAD = 8  # words of its head, at most


def is_over(text: str, kind: str) -> bool:
    """Whether `text` is all that stands over a column of that kind (task_tables.toml), in tasks and in minutes that are a table."""
    return any(
        rule.regex.search(text)
        for rule in possible("task_tables", text, kind)
        if not rule.data.get("tasks_only")
    )


def is_task_column(text: str) -> bool:
    """Whether `text` stands over a column of who or by when."""
    return is_over(text, "owner") or is_over(text, "due")


def is_agenda_table(head: Line) -> bool:
    """Whether the rows under `head` are the items themselves ("Nr | Rubrik | Anteckning | Ansvar")."""
    return any(says("item_tables", cell.text, "agenda") for cell in head.cells[:2])


def is_over_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a few words stand over a head such as "Vad | Vem | När"."""
    title = lines[index].text
    if (
        index + 1 == len(lines)
        or len(title.split()) > _TABLE_TITLE
        or title.endswith((".", ",", ":"))
    ):
        return False
    head = lines[index + 1].text.split()
    return len(head) <= _TABLE_HEAD and all(
        any(is_over(word, kind) for word in head) for kind in ("owner", "due")
    )
