"""A party's letter that a scan has misread among the parties of a list: "(1)" for "(l)"."""

import re
from collections.abc import Sequence

from models.view import View

Row = tuple[View, ...]

_SLIP = re.compile(r"(?<=[A-Za-zÅÄÖåäö]\s\()1(?=\))")
_SMALL = re.compile(r"\((?:s|m|c|v|l|fp|kd|mp|sd)\)")
_FEWEST = 2  # parties in small letters


def unslipped(rows: Sequence[Row]) -> list[Row]:
    """`rows` with "(l)" for "(1)" where others have their party's small letters behind them."""
    texts = [cell.text for row in rows for cell in row]
    slips = any(_SLIP.search(text) for text in texts)
    if not slips or sum(len(_SMALL.findall(text)) for text in texts) < _FEWEST:
        return list(rows)
    return [tuple(View(_SLIP.sub("l", cell.text), cell.offsets) for cell in row) for row in rows]
