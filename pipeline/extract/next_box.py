"""The next meeting told apart in a head: in a column or box of its own, or in a line above the title.

Forms handled: "Nästa möte" in a cell of the head with day, hour and place in the cells below it; the same
over lines of their own; "Nästa möte: 6 september kl 9, Kulturhuset" in one line.
"""

import re
from collections.abc import Iterator, Sequence

from models.segmented import Line
from models.view import View
from pipeline.dates import dates, times
from pipeline.vocabulary import possible, says

_LABEL = re.compile(r"[A-ZÅÄÖ][a-zåäö ]{1,25}:\s")
_MOST_ROWS = 5  # below the words
_LONGEST = 60  # characters of such a cell


def next_box(head: Sequence[Line]) -> Iterator[tuple[View, ...]]:
    """Each cell that speaks of the next meeting, with those of its column that go on below it."""
    for index, line in enumerate(head):
        for column, cell in enumerate(line.cells):
            if not _is_cue(cell.text):
                continue
            yield cell, *_below(head[index + 1 : index + 1 + _MOST_ROWS], column)


def _below(rows: Sequence[Line], column: int) -> Iterator[View]:
    """The cells of the column that go on below; the whole day may stand alone in its row, where no other column has text."""
    dated = False
    for row in rows:
        alone = column > 0 and len(row.cells) == 1
        cell = row.cells[0] if alone else next(iter(row.cells[column : column + 1]), None)
        if alone and cell is not None and (dated or not (dates(cell.text) and times(cell.text))):
            continue
        if cell is None or not _goes_on(cell):
            return
        dated |= bool(dates(cell.text))
        yield cell


def _is_cue(text: str) -> bool:
    """Whether a cell begins with words for the next meeting and says little else than its day."""
    if len(text) > 2 * _LONGEST:
        return False
    for rule in possible("next_meeting", text, "cue"):
        found = rule.regex.match(text)
        if found is not None and (
            dates(text[found.end() :]) or not text[found.end() :].strip(" :")
        ):
            return True
    return False


def _goes_on(cell: View) -> bool:
    """Whether a cell is no more than a day, an hour or a place."""
    text = cell.text
    if len(text) > _LONGEST or _LABEL.match(text) or says("titles", text) or says("councils", text):
        return False
    return bool(dates(text) or times(text, bare=True) or says("places", text))
