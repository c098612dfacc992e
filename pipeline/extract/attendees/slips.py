"""How a list is written or misread, so that its names and parties are like those of others.

Forms handled: a party's letter that a scan has misread among other parties: "(1)" for "(l)"; surnames in capitals throughout
the list ("Anna EK, polisen").
"""

import re
from collections.abc import Sequence

from models.view import View
from pipeline.extract.attendees.affiliation import is_organisation, vocabulary
from pipeline.names import is_first_name

Row = tuple[View, ...]

_SLIP = re.compile(r"(?<=[A-Za-zÅÄÖåäö]\s\()1(?=\))")
_SMALL = re.compile(r"\((?:s|m|c|v|l|fp|kd|mp|sd)\)")
_SHOUTED = re.compile(
    r"(?P<first>[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\s(?P<last>[A-ZÅÄÖÉ]{2,}(?:[-\s][A-ZÅÄÖÉ]{2,})?)(?=,|\s\(|\s[-–]|$)"
)
_MOSTLY = 0.7  # of the rows
_FEWEST_SHOUTED = 3
_FEWEST = 2  # parties in small letters


def unslipped(rows: Sequence[Row]) -> list[Row]:
    """`rows` with "(l)" for "(1)" where others have their party's small letters behind them."""
    texts = [cell.text for row in rows for cell in row]
    slips = any(_SLIP.search(text) for text in texts)
    if not slips or sum(len(_SMALL.findall(text)) for text in texts) < _FEWEST:
        return list(rows)
    return [tuple(View(_SLIP.sub("l", cell.text), cell.offsets) for cell in row) for row in rows]


def unshouted(rows: Sequence[Row]) -> list[Row]:
    """`rows` with small letters in surnames that are written in capitals in nearly all of them."""
    found = [_SHOUTED.match(row[0].text) for row in rows]
    names = sum(
        each is not None
        and is_first_name(each["first"])
        and vocabulary("association").regex.fullmatch(each["last"]) is None
        and not is_organisation(each["last"])
        for each in found
    )
    if names < max(_FEWEST_SHOUTED, _MOSTLY * len(rows)):
        return list(rows)
    return [
        (_small(row[0], *each.span("last")), *row[1:]) if each is not None else row
        for row, each in zip(rows, found, strict=True)
    ]


def _small(view: View, start: int, end: int) -> View:
    """`view` with the words in [start, end) as a name is written."""
    name = view.text[start:end].title()
    return View(view.text[:start] + name + view.text[end:], view.offsets)
