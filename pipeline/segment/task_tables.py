"""Tables of tasks, and tables whose rows are the items themselves, by their heads."""

import re
from collections.abc import Sequence

from models.segmented import Line

_ITEM_COLUMN = re.compile(
    r"(?:(?:nr\.?|§)\s)?(?:rubrik|ärende|ämne|punkt|dagordning|agenda|dagordningspunkt)\s?:?", re.I
)
TASK_COLUMN = re.compile(r"(?:ansvar(?:ig)?|vem|när|klart?|när klart)\s?:?", re.I)
_TABLE_TITLE = 4  # words over a table of tasks, at most
_TABLE_HEAD = 8  # words of its head, at most


def is_agenda_table(head: Line) -> bool:
    """Whether the rows under `head` are the items themselves ("Nr | Rubrik | Anteckning | Ansvar")."""
    return any(_ITEM_COLUMN.fullmatch(cell.text) for cell in head.cells[:2])


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
    return (
        len(head) <= _TABLE_HEAD
        and sum(TASK_COLUMN.fullmatch(word) is not None for word in head) > 1
    )
