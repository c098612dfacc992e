"""The rows of a block as a list's: without stamps, list numbers and the columns of other meetings.

Forms handled: "1 Anna Ek | rektor | x" over "2 Bo Li | polis | -"; a presence table of the whole year ("Namn | 28/1 | 25/3 | 27/5"
over "Anna Ek | X | - | X"), of which the column of this meeting's own day counts, also where the days stand in one cell; a name that its own hyphen breaks;
who came without a name ("samt ett tjugotal boende") is left out.
"""

import re
from collections.abc import Sequence
from datetime import date

from models.segmented import Block, MeetingPart
from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.extract.attendees.affiliation import is_organisation
from pipeline.extract.attendees.boxes import laid_out
from pipeline.extract.attendees.runs import glued
from pipeline.extract.attendees.slips import unshouted, unslipped
from pipeline.extract.attendees.stamps import unstamped
from pipeline.extract.attendees.wrapped_cells import rejoined
from pipeline.names import is_first_name
from pipeline.vocabulary import pattern, says

Row = tuple[View, ...]

_LONGEST_LIST = 8_000  # characters of one row
_BROKEN = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]+-$")
_HALF = re.compile(r"(?<=\w)[\s,(]+(?:för|ersätter)\s[A-ZÅÄÖÉ][a-zåäöé-]+$")
_SURNAME = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s?\([A-ZÅÄÖa-z]{1,3}\))?\)?")
_HALVES = 2
_CUT_RUN = re.compile(
    r",\s[^,]+,\s(?:[A-ZÅÄÖÉ][\w-]+\s){1,2}[A-ZÅÄÖÉ][\w-]+$|,\s[^,]+,\s[A-ZÅÄÖÉ][\w-]+$"
)
_GOES_ON = re.compile(r"(?P<surname>[A-ZÅÄÖÉ][\w-]+)(?:,\s|,$|\soch\s)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?=[A-ZÅÄÖÉ])")
_ITEMS = re.compile(r"\(?(?:§+\s?\d{1,3}(?:\s?[-–,]\s?\d{1,3})*|\d{1,3}\s?[-–]\s?\d{1,3})\)?")
_FEWEST_NUMBERS = 3
_NUMBERED = 0.6  # of the rows
_SEVERAL = 2  # days over columns
_HEAD_ROWS = 3  # first rows of which one may be a table's head


def listed_rows(meeting: MeetingPart, block: Block, day: date | None) -> list[Row]:
    """The rows that can be a list's: not empty, and not running text that lost its lines. `day`: the meeting's own."""
    rows = [
        _gaps_closed(row)
        for row in block.rows
        if any(cell.text for cell in row)
        and all(len(cell.text) <= _LONGEST_LIST for cell in row)
        and not (len(row) == 1 and says("met", row[0].text, "clock_line"))
    ]
    rows = laid_out(
        meeting.document, unslipped(unshouted(unstamped(_of_day(meeting.text, rows, day))))
    )
    whole = [tuple(map(_without_crowd, row)) for row in _hyphens_closed(meeting.text, rows)]
    return _unnumbered(_groups_beside(rejoined(meeting.text, whole)))


def _groups_beside(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the one group's name whole with its persons that wide blanks part: "Vuxna:   Anna & Bo"."""
    group = pattern("attendance_marks", "group")
    wide = [row for row in rows if len(row) > 1]
    if len(wide) != 1 or not wide[0][0].text.endswith(":"):
        return list(rows)
    if group.fullmatch(wide[0][0].text.rstrip(" :")) is None:
        return list(rows)
    return [(side_by_side(row),) if len(row) > 1 else row for row in rows]


def _gaps_closed(row: Row) -> Row:
    """A row of a run whose wide blanks stand inside a name: "Bo Ek, Lena Sten | Vik, Eva Alm"."""
    if len(row) != _HALVES or not _CUT_RUN.search(row[0].text):
        return row
    rest = _GOES_ON.match(row[1].text)
    inside = rest is not None and not _is_no_surname(rest["surname"])
    return (side_by_side(row),) if inside else row


def _is_no_surname(word: str) -> bool:
    return is_first_name(word) or is_organisation(word)


def _hyphens_closed(text: str, rows: Sequence[Row]) -> list[Row]:
    """`rows` with a name whole that its own hyphen breaks over two, or the line's end: "... för Gun-" over "Britt Ek (S)", "ersätter Bo"
    over "Ek (S)"; so are the items that somebody was there for: "socialchef" over "20-21"."""
    found: list[Row] = []
    for row in rows:
        single = bool(found) and len(found[-1]) == 1 == len(row)
        broken = single and _BROKEN.search(found[-1][0].text) and row[0].text[:1].isupper()
        halved = single and _HALF.search(found[-1][0].text) and _SURNAME.fullmatch(row[0].text)
        if broken or halved:
            found[-1] = (glued(text, found[-1][0], row[0]),)
        elif single and _ITEMS.fullmatch(row[0].text) and found[-1][0].text[-1:].isalpha():
            found[-1] = (side_by_side((found[-1][0], row[0])),)
        else:
            found.append(row)
    return found


def _without_crowd(cell: View) -> View:
    """A cell without those behind its person who have no name: "Anna Ek, polisen samt ett tjugotal boende"."""
    crowd = pattern("attendance_marks", "crowd").search(cell.text, 1) if cell.text else None
    return cell if crowd is None else cell.part(0, crowd.start())


def _unnumbered(rows: list[Row]) -> list[Row]:
    """`rows` without the numbers before their first words, where those count them."""
    found = [_NUMBER.match(row[0].text) for row in rows]
    counted = [int(each["number"]) for each in found if each is not None]
    if len(counted) < max(_FEWEST_NUMBERS, _NUMBERED * len(rows)) or counted != sorted({*counted}):
        return rows
    return [
        row if each is None else (row[0].part(each.end(), len(row[0].text)), *row[1:])
        for row, each in zip(rows, found, strict=True)
    ]


def _of_day(text: str, rows: list[Row], day: date | None) -> list[Row]:
    """`rows` of a table with a column for each of several meetings, with that of `day` alone, or the last."""
    for index, row in enumerate(rows[:_HEAD_ROWS]):
        if sum(len(dates(cell.text)) for cell in row) < _SEVERAL:
            continue
        head = [part for cell in row for part in _days_apart(cell)]
        days = [at for at, cell in enumerate(head) if _is_day(cell)]
        if len(days) < _SEVERAL:
            continue
        bare = len(days) == len(head)  # nothing stands over the names
        head = [View("", ()), *head] if bare else head
        days = [at + bare for at in days]
        stated = {at: dates(head[at].text)[0] for at in days}
        own = [
            at for at in days if day and (stated[at].month, stated[at].day) == (day.month, day.day)
        ]
        others = {*days} - {(own or days)[-1]}
        below = rows[index + 1 :] if bare else [tuple(head), *rows[index + 1 :]]
        return [*rows[:index], *(_without(text, each, others, head) for each in below)]
    return rows


def _days_apart(cell: View) -> list[View]:
    """The days that stand in one cell with but blanks between them, or the cell."""
    found = dates(cell.text)
    between = re.sub(r"\s+", "", cell.text)
    if len(found) < 2 or len(between) > sum(each.end - each.start for each in found):
        return [cell]
    return [cell.part(each.start, each.end) for each in found]


def _is_day(cell: View) -> bool:
    found = dates(cell.text)
    return len(found) == 1 and found[0].end - found[0].start >= len(cell.text.strip())


def _without(text: str, row: Row, columns: set[int], head: Sequence[View]) -> Row:
    """A row under `head` without `columns`; where cells are missing, each stands under the head that is nearest."""
    if 1 < len(row) < len(head):
        empty = View("", ())
        placed = [row[0], *[empty] * (len(head) - 1)]
        for cell in (each for each in row[1:] if each.text):
            at = min(range(1, len(head)), key=lambda each: _distance(text, head[each], cell))
            placed[at] = cell
        row = tuple(placed)
    if len(row) != len(head):
        return row
    return tuple(cell for at, cell in enumerate(row) if at not in columns)


def _distance(text: str, one: View, other: View) -> int:
    """How far apart on their lines two cells begin."""
    starts = [view.offsets[0] if view.text else 0 for view in (one, other)]
    columns = [start - text.rfind("\n", 0, start) for start in starts]
    return abs(columns[0] - columns[1])
