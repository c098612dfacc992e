"""A stamp of arrival beside a list of names in a scan ("EKBY KOMMUN INKOM 2018-03-20"): none of its cells is anybody's."""

import re
from collections.abc import Sequence

from models.view import View
from pipeline.dates import dates

Row = tuple[View, ...]

_STAMP = re.compile(
    r"(?:^|\s)(?:INKOM(?:MET)?|ANKOM(?:MIT)?|ANK\.?|INK\.?|MOTTAG(?:ET|EN|IT))(?:\s|$)"
)
_OF_STAMP = re.compile(
    r"(?:.*\s)?(?:KOMMUN|STAD|REGIONEN|FÖRVALTNING\w*)|(?:Dnr|DNR|Diarienr|Nr)\b.*"
)
_NEAR = 2  # rows from the stamp's own that may hold its other lines


def unstamped(rows: Sequence[Row]) -> list[Row]:
    """`rows` without the cells behind a name's that hold a stamp's lines."""
    stamped = [
        at for at, row in enumerate(rows) if any(_STAMP.search(cell.text) for cell in row[1:])
    ]
    found: list[Row] = []
    for at, row in enumerate(rows):
        near = any(abs(at - each) <= _NEAR for each in stamped)
        found.append((*row[:1], *(cell for cell in row[1:] if not (near and _is_stamp(cell.text)))))
    return found


def _is_stamp(text: str) -> bool:
    day = dates(text)
    alone = bool(day) and day[0].end - day[0].start >= len(text.strip()) - 1
    return alone or _STAMP.search(text) is not None or _OF_STAMP.fullmatch(text) is not None
