"""A ladder of labels whose values a converter has put after the last one.

Forms handled: "Plats och tid / Beslutande / Utses att justera / Paragrafer" one under the other, then
all values in the same order, also after an empty line, and in text that lost its lines; among them all names and
then everybody's party or work. The values go back to their labels by order and by what they look like.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.segmented import ATTENDANCE, Block
from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_name
from pipeline.segment.ladder_values import beside_names, glued_of, parts_of
from pipeline.vocabulary import says

Row = tuple[View, ...]

_FEWEST_LABELS = 3
_SURE = 2.5  # how well an hour or a day fits its label
_HEAD = frozenset({"place_time", "time", "place", "date", "plain_date"})
_LONGEST = 120  # characters of a value that stands behind an empty line
_ITEM_NUMBERS = re.compile(r"^(?:[A-ZÅÄÖ]{2,5}\s)?§*\s?\d+\s?[-–]\s?(?:[A-ZÅÄÖ]{2,5}\s)?§*\s?\d+$")

_REGISTERED = re.compile(r"(?:[A-ZÅÄÖ]{1,5}[\s-]?)?\d[\d.]*[/:.-]\d[\d./:-]*")


def untangled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with the values of each ladder under their own labels."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        stop = at
        while stop < len(blocks) and blocks[stop].label is not None and not blocks[stop].rows:
            stop += 1
        ladder = blocks[at : stop + 1]
        if stop - at >= _FEWEST_LABELS - 1 and stop < len(blocks) and ladder[-1].label is not None:
            if above := _values_above(found, ladder):
                found[-1], ladder = above[0], above[1:]
                found.extend(ladder)
                at = stop + 1
                continue
            listed = any(block.field in ATTENDANCE for block in ladder)
            listed = listed or _are_below(ladder, blocks[stop + 1 : stop + 2])
            rows, after = _values(blocks, stop, len(ladder) if listed else 0)
            if _asks_apart(ladder):
                rows = [part for row in rows for part in glued_of(row)]
            own = len(rows) == 1 and _fit(ladder[-1].field, rows[0]) > 0
            found.extend(ladder if own else _assigned(ladder, beside_names(rows)))
            at = after
        else:
            found.append(blocks[at])
            at += 1
    return tuple(found)


def _values_above(found: Sequence[Block], ladder: Sequence[Block]) -> list[Block]:
    """The block above with the values of all labels but the last one, which has its own, and the labels with them.

    Empty where what stands above is not a value for each: "Ladan / kl 18.00 / Bo Ek / Plats / Tid / Ordförande / Närvarande / ...".
    """
    *labels, last = ladder
    above = found[-1] if found else None
    if above is None or len(above.rows) < len(labels) or last.field not in ATTENDANCE:
        return []
    first = len(above.rows) - len(labels)
    values = above.rows[first:]
    fitting = [_fit(label.field, value) > 0 for label, value in zip(labels, values, strict=True)]
    timed = any(label.field in _HEAD for label in labels)
    if not (timed and last.rows and all(fitting)):
        return []
    own = [replace(label, rows=(value,)) for label, value in zip(labels, values, strict=True)]
    return [replace(above, rows=above.rows[:first]), *own, last]


def _asks_apart(ladder: Sequence[Block]) -> bool:
    """Whether hour, place, day and number have labels of their own."""
    fields = {block.field for block in ladder}
    return "place_time" not in fields and len(fields & (_HEAD | {"registration"})) > 1


def _are_below(ladder: Sequence[Block], following: Sequence[Block]) -> bool:
    """Whether the rows below the labels of a head, none of which has one, open with an hour or a day for one of them."""
    if any(block.rows for block in ladder) or not following or following[0].label is not None:
        return False
    fields = {block.field for block in ladder}
    opening = following[0].rows[: len(ladder)]
    return any(_fit(field, row) >= _SURE for field in fields & _HEAD for row in opening)


def _values(blocks: Sequence[Block], last: int, labels: int) -> tuple[list[Row], int]:
    """The values from the block of the last label on, and the block after them.

    Where they are fewer than the labels, those behind an empty line go with them.
    """
    rows, after = list(blocks[last].rows), last + 1
    few = len(rows) < labels
    while few and after < len(blocks) and blocks[after].label is None:
        if any(len(row) > 1 or len(row[0].text) > _LONGEST for row in blocks[after].rows):
            break  # a table, or running text
        rows += blocks[after].rows
        after += 1
    return [part for row in rows for part in parts_of(row)], after


def _assigned(ladder: Sequence[Block], rows: Sequence[Row]) -> list[Block]:
    """The best order-keeping assignment of `rows` to all labels."""
    best: list[
        list[tuple[float, int]]
    ] = []  # per row and label: score so far, label of the row before
    for index, row in enumerate(rows):
        line: list[tuple[float, int]] = []
        for place, block in enumerate(ladder):
            fit = _fit(block.field, row)
            if index == 0:
                line.append((fit, -1))
                continue
            before = max(
                range(place + 1),
                key=lambda k: (
                    best[index - 1][k][0]
                    + (1.5 if k < place else 0.0)
                    - 0.4 * max(place - k - 1, 0)
                ),
            )
            gain = (1.5 if before < place else 0.0) - 0.4 * max(place - before - 1, 0)
            line.append((best[index - 1][before][0] + gain + fit, before))
        best.append(line)
    labels = [0] * len(rows)
    at = max(range(len(ladder)), key=lambda k: best[-1][k][0])
    for index in range(len(rows) - 1, -1, -1):
        labels[index] = at
        at = best[index][at][1]
    return [
        replace(
            block,
            rows=tuple(row for row, label in zip(rows, labels, strict=True) if label == place),
        )
        for place, block in enumerate(ladder)
    ]


def _fit(field: str | None, row: tuple[View, ...]) -> float:
    """How well a value looks like what a label announces."""
    text = " ".join(cell.text for cell in row)
    clock = bool(times(text))
    day = bool(dates(text))
    place = says("places", text)
    name = is_name(re.split(r"\s?[,(]", row[0].text)[0])
    if field in {"place_time", "time", "place"}:
        return 3.0 * clock + 1.5 * (place and not name) + 0.5 * day - 2.0 * name
    if field in {"date", "plain_date"}:
        return 3.0 * day - 2.0 * name
    if field in ATTENDANCE:
        return 2.0 * name - 2.0 * (clock or day)
    if field in {"chair", "secretary", "adjuster"}:
        return 1.0 * name + 1.0 * is_name(text) - 2.0 * ("(" in text)
    if field == "council":
        return 2.5 * says("councils", text) - 1.0 * name
    if field == "registration":
        return 3.0 * bool(_REGISTERED.fullmatch(text)) - 2.0 * (clock or day or name)
    return 2.5 * bool(_ITEM_NUMBERS.match(text)) + 1.5 * (day and not clock) - 1.0 * name
