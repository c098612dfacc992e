"""Signatures whose labels a converter has put before all the names.

Forms handled: "Sekreterare / Paragrafer 21-28 / Ordförande / Justerare" and then the names in the same order, also with fewer
names than labels or with an adjuster more, where the list of those present calls the name in the chair's place so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.segmented import ATTENDANCE, Block
from models.view import View
from pipeline.names import is_name

Row = tuple[View, ...]

_FUNCTIONS = frozenset({"chair", "secretary", "adjuster"})
_BETWEEN = frozenset({"ignored", "unknown_function", "place_time", "date", "plain_date"})
_PARTY = re.compile(r"\s?\([^()]{1,12}\)$")
_CHAIR = re.compile(r"\bordf", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|v\.)\s", re.IGNORECASE)
_ALL = 3  # labels with as many names, which need no other sign


def signed_in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with each name under its own label."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        run = blocks[at : _run_end(blocks, at)] if _is_open(blocks[at]) else ()
        dealt = _dealt(run, blocks) if len(run) > 1 else None
        found += [blocks[at]] if dealt is None else dealt
        at += 1 if dealt is None else len(run)
    return tuple(found)


def _is_open(block: Block) -> bool:
    """Whether a function's label has no name under it."""
    return block.field in _FUNCTIONS and not any(map(_is_named, block.rows))


def _run_end(blocks: Sequence[Block], start: int) -> int:
    """Where the labels and names end that begin at `start`."""
    at = start
    while at < len(blocks) and (_is_open(blocks[at]) or _is_between(blocks[at])):
        at += 1
    if at < len(blocks) and blocks[at].field in _FUNCTIONS:
        at += 1
    goes_on = at < len(blocks) and blocks[at].label is None and blocks[at].field in ATTENDANCE
    return at + goes_on


def _is_between(block: Block) -> bool:
    return block.field in _BETWEEN and not any(map(_is_named, block.rows))


def _is_named(row: Row) -> bool:
    return len(row) == 1 and is_name(_PARTY.sub("", row[0].text))


def _dealt(run: Sequence[Block], blocks: Sequence[Block]) -> list[Block] | None:
    """The blocks of `run`, a name each under the functions' labels; None where they do not go together."""
    labels = [block for block in run if block.field in _FUNCTIONS]
    last = run[-1]
    stop = next((at for at, row in enumerate(last.rows) if not _is_named(row)), len(last.rows))
    named = [row for block in run[:-1] for row in block.rows if _is_named(row)]
    named += last.rows[:stop]
    adjusters = [block for block in labels if block.field == "adjuster"]
    labels = [block for block in labels if block not in adjusters[:-1]]
    if not adjusters and len(named) == len(labels) + 1:
        labels.append(replace(labels[-1], field="adjuster", rule="label.adjuster"))
    if not 1 < len(named) <= len(labels) or labels[0].rows:
        return None
    chairs = [row for block, row in zip(labels, named, strict=False) if block.field == "chair"]
    called = any(_PARTY.sub("", row[0].text) in set(_chairs(blocks)) for row in chairs)
    if not called and not len(labels) == len(named) >= _ALL:
        return None
    others = [block for block in run if block.field in _BETWEEN]
    if last.rows[stop:]:
        others.append(Block(None, "", None, last.rows[stop:]))
    return [*others, *(replace(b, rows=(row,)) for b, row in zip(labels, named, strict=False))]


def _chairs(blocks: Sequence[Block]) -> Iterator[str]:
    """Whom a list calls its chair."""
    for block in blocks:
        for row in block.rows if block.field in ATTENDANCE else ():
            text = " ".join(cell.text for cell in row)
            if (match := _CHAIR.search(text)) and not _VICE.search(text, 0, match.start()):
                words = re.split(r"\s?[,(]", text)[0].split()
                yield from (" ".join(words[:size]) for size in range(2, len(words) + 1))
