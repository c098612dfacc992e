"""Lists of persons whose labels a converter has put before all the names.

Forms handled: "Beslutande / Övriga deltagande / Förhindrade" and then everybody in one run: those with a party, those without and
again those with one stand for a label each, where they are as many runs as labels; else all of them are of the first label.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from models.segmented import Block
from models.view import View
from pipeline.names import is_first_name

Row = tuple[View, ...]

_PARTY = re.compile(r"\s\((?:[A-ZÅÄÖ]{1,2}|[a-zåäö]{1,2})\)")
_OTHER_LABEL = re.compile(
    r"[A-ZÅÄÖ]\w+\s(?:del\s?tagande|deltagare|närvarande|n.rvarande|ledam.ter|ers.ttare)"
)  # a label that has lost a letter
_FEWEST = 5  # persons under the last label


def parted_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with the persons of such a run under their own labels; only where the last label says that nobody of them came."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before is not None and _is_empty(before) and _holds_all(block):
            found[-1:] = _parted(before, block)
        else:
            found.append(block)
    return tuple(found)


def _is_empty(block: Block) -> bool:
    """Whether a list of those present has nothing under it, or other such labels alone."""
    return block.field == "present" and all(
        len(row) == 1 and _OTHER_LABEL.fullmatch(row[0].text) for row in block.rows
    )


def _holds_all(block: Block) -> bool:
    named = sum(is_first_name(row[0].text.split()[0]) for row in block.rows if row[0].text)
    return block.field == "absent" and block.label is not None and named >= _FEWEST


def _parted(present: Block, absent: Block) -> list[Block]:
    runs = [
        tuple(run)
        for _, run in groupby(absent.rows, key=lambda row: _PARTY.search(row[0].text) is not None)
    ]
    if len(runs) != len(present.rows) + 2 or len(runs[-1]) >= len(absent.rows) / 2:
        return [replace(present, rows=absent.rows), replace(absent, rows=())]
    here = tuple(row for run in runs[:-1] for row in run)
    return [replace(present, rows=here), replace(absent, rows=runs[-1])]
