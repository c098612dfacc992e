"""Lists that are tables: a head row with marks in columns, names over or beside what they are.

Forms handled: Namn | Funktion | Närv | Frånv with X, dash or times in the cells, also twice beside each other; "Anna Ek X" with nothing but a space between; a row of names over
a row of functions (signatures) or of everybody's work; bodies with their persons beside and below; names in one run of lines and roles in an equally long one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from models.meeting import Function, Status
from models.view import View, side_by_side
from pipeline.dates import dates
from pipeline.extract.attendees.affiliation import vocabulary
from pipeline.extract.attendees.crosses import behind_tick, is_ticked, levelled, with_crosses
from pipeline.extract.attendees.cuts import opens_with_name
from pipeline.extract.attendees.name_lists import BULLETS
from pipeline.extract.attendees.piece_kinds import function_of, kind_of
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import kind_of as kind_of_column
from pipeline.vocabulary import pattern

Row = tuple[View, ...]

_MARK = re.compile(r"[xX✓√☒☑]|[-–—]?")
_TICKED = re.compile(r"[xX✓√☒☑]")
_BEHIND = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][^,;:.]{3,40})(?P<office>,\s(?:(?:v(?:ice|\.)?|[12]:[ae])\s){0,2}ordf(?:örande|\.)?(?:\s[A-Za-zÅÄÖåäö]{1,3})?)?\s(?P<mark>[xX✓√☒☑–—-])(?:[,;]?\s(?P<rest>\S.*))?"
)
_BEFORE = re.compile(r"(?P<mark>[xX✓√☒☑–—-])\s+(?=[A-ZÅÄÖÉ])")
_LETTERED = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)+)\s(?P<party>[A-ZÅÄÖ]{1,3})"
)  # "Bo Ek S"
_TICK_LAST = re.compile(r"\s+(?P<mark>[xX✓√☒☑])$")
_FEWEST_TICKS = 3
_VOTES = frozenset({"Ja", "Nej", "Avst", "Avstår", "Tid", "Kl", "Kl."})
_HOURS = re.compile(r"\s\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?")
_DOTTED = re.compile(r"(\w+)[\s:]*(?:\.{4,}|_{4,}|…{2,})")
_GROUP = re.compile(
    r"(?:(?:utsedda|valda|förordnade)\s(?:av|för)|(?:företrädare|representanter|ledamöter)\s(?:för|från|av))\s",
    re.IGNORECASE,
)  # over several: a heading and no work
_GRID = 0.6  # of the cells beside the first that open with a name
_AFFILIATION_COLUMNS = ("role", "organisation", "party", "note")


def headed(rows: Sequence[Row], depth: int = 3) -> tuple[dict[int, str], Sequence[Row]] | None:
    """The columns of a head row among the first `depth` by what they hold, and the rows under it."""
    for index, row in enumerate(rows[:depth]):
        if (given := _given_and_family(row)) is not None:
            rows = [_whole_name(each, given) for each in rows[index:]]
            row, index = rows[0], 0
        columns: dict[int, str] = {}
        for at, cell in enumerate(row):
            if (name := _column(cell.text)) is not None:
                columns.setdefault(at, name)
            if at > 0 and (stated := dates(cell.text)) and stated[0].end == len(cell.text):
                columns.setdefault(at, "present")
        if "name" not in columns.values():  # "Kallade | Närvarande"
            columns = {at: "name" if name == "called" else name for at, name in columns.items()}
        if len(columns) >= 2 and "name" in columns.values():
            others = {at: "note" for at, cell in enumerate(row) if cell.text and at not in columns}
            columns = with_crosses(columns | others, rows[index + 1 :])
            below = levelled(rows[index + 1 :], columns)
            return _one_beside_the_other(row, columns, below)
    return None


def _given_and_family(head: Row) -> tuple[int, int] | None:
    """Where given names and family names have columns of their own beside each other."""
    heads = [cell.text.strip(" :*").lower() for cell in head]
    if not {"förnamn", "efternamn"} <= {*heads}:
        return None
    given, family = heads.index("förnamn"), heads.index("efternamn")
    return (given, family) if abs(given - family) == 1 else None


def _whole_name(row: Row, columns: tuple[int, int]) -> Row:
    """The row with a person's two names in one cell."""
    if max(columns) >= len(row):
        return row
    name = side_by_side(row[at] for at in columns)
    return (*row[: min(columns)], name, *row[max(columns) + 1 :])


def _one_beside_the_other(
    head: Row, columns: dict[int, str], rows: Sequence[Row]
) -> tuple[dict[int, str], Sequence[Row]]:
    """The columns and rows of a list that goes on in columns of the same names beside it
    ("Namn | Förening | Namn | Förening"): as one list, a person a row."""
    first = next(at for at, name in columns.items() if name == "name")
    starts = [at for at, cell in enumerate(head) if _alike(cell, head[first])]
    if len(starts) < 2:
        return columns, rows
    ends = [*starts[1:], max(map(len, (head, *rows)))]
    own = {at - first: name for at, name in columns.items() if first <= at < ends[0]}
    parts = [row[start:end] for row in rows for start, end in zip(starts, ends, strict=True)]
    return own, [part for part in parts if any(cell.text for cell in part)]


def _alike(one: View, other: View) -> bool:
    return one.text.strip(" :*").lower() == other.text.strip(" :*").lower()


@lru_cache(maxsize=1024)
def _column(head: str) -> str | None:
    """What a column holds, also where its head names two things ("Förening / nämnd")."""
    parts = re.split(r"\s?(?:/|,|&)\s?|\s(?:och|eller|samt)\s", head.strip(" :*").lower())
    kinds = [kind_of_column("attendance_columns", part) for part in parts]
    return kinds[0] if all(kinds) else None


def ticks_behind(rows: list[Row], *, goes_on: bool) -> list[Row]:
    """The rows in columns where a tick stands behind or before most names on the same line: "Bo Ek X", "Li Alm X, ej § 3", "x Bo Ek".

    goes_on: a presence table stands above, so that one tick is enough.
    """
    if before := _ticks_before(rows):
        return before
    found = [_BEHIND.fullmatch(row[0].text) if len(row) == 1 else None for row in rows]
    ticks = sum(each is not None and bool(_TICKED.fullmatch(each["mark"])) for each in found)
    if not ticks or not (goes_on or ticks >= max(_FEWEST_TICKS, 0.5 * len(rows))):
        return rows
    empty = View("", ())
    apart: list[Row] = []
    for row, each in zip(rows, found, strict=True):
        if each is None:
            if not _names_columns(row[0].text):
                apart.append(row)
            continue
        name, party = row[0].part(*each.span("name")), empty
        if (lettered := _LETTERED.fullmatch(name.text)) is not None:
            party = name.part(*lettered.span("party"))
            name = name.part(*lettered.span("name"))
        rest = row[0].part(*each.span("rest")) if each["rest"] else empty
        mark = row[0].part(*each.span("mark"))
        if each["office"]:
            apart.append((name, *_office(row[0].part(*each.span("office"))), mark))
        else:
            apart.append((name, party, rest, mark))
    return apart


def _office(view: View) -> tuple[View, View]:
    """The party and the office behind a name: ", v ordf s"."""
    office = view.part(2, len(view.text))
    words = office.text.rsplit(" ", 1)
    if len(words) > 1 and kind_of(words[1], bracket=True) == "party":
        at = len(words[0])
        return office.part(at + 1, len(office.text)), office.part(0, at)
    return View("", ()), office


def _ticks_before(rows: Sequence[Row]) -> list[Row]:
    """Rows whose first word is a tick or a dash, with that in a column behind; none where they are not nearly all."""
    found = [_BEFORE.match(row[0].text) for row in rows]
    ticks = sum(each is not None and bool(_TICKED.fullmatch(each["mark"])) for each in found)
    if ticks < max(_FEWEST_TICKS, 0.5 * len(rows)) or not all(found):
        return []
    return [
        (row[0].part(each.end(), len(row[0].text)), *row[1:], row[0].part(*each.span("mark")))
        for row, each in zip(rows, found, strict=True)
        if each is not None
    ]


def _names_columns(text: str) -> bool:
    """ "Namn Parti Närv", "Ja Nej Tid Ja Nej": the head of a table that lost its columns."""
    words = _HOURS.sub(" ", text).split()
    return len(words) > 1 and all(_column(word) or word in _VOTES for word in words)


def ticked(rows: Sequence[Row]) -> tuple[dict[int, str], Sequence[Row]] | None:
    """Columns of a list without head row whose last cells hold a tick, a dash or nothing."""
    if rows and all(len(row) > 1 and _MARK.fullmatch(row[0].text.strip()) for row in rows):
        rows = [(*row[1:], row[0]) for row in rows]  # the marks stand first
    wide = [row for row in rows if len(row) >= 2]
    if len(wide) < 3:
        return None
    parted = [_mark_apart(row) for row in rows]
    ticks = sum(mark is not None and _is_tick(mark) for _, mark in parted)
    unmarked = sum(
        mark is None and len(row) > 2 for row, (_, mark) in zip(rows, parted, strict=True)
    )
    if ticks < 0.4 * len(rows) or unmarked:
        return None
    empty = View("", ())
    width = max(len(body) for body, _ in parted)
    level = [
        (*body, *[empty] * (width - len(body)), mark or empty) if len(row) > 1 else row
        for row, (body, mark) in zip(rows, parted, strict=True)
    ]
    return {0: "name", width: "present"} | dict.fromkeys(range(1, width), "role"), level


def _mark_apart(row: Row) -> tuple[Row, View | None]:
    """A row without its mark, and the mark: the last cell, the last word of it ("rektor x"), or a cell before a note."""
    if len(row) < 2:
        return row, None
    if _MARK.fullmatch(row[-1].text.strip()) or _is_tick(row[-1]):
        return row[:-1], row[-1]
    if (behind := _TICK_LAST.search(row[-1].text)) is not None:
        rest = row[-1].part(0, behind.start())
        return (*row[:-1], rest), row[-1].part(behind.start("mark"), len(row[-1].text))
    for at in range(len(row) - 2, 0, -1):
        if row[at].text and _MARK.fullmatch(row[at].text.strip()):
            return (*row[:at], *row[at + 1 :]), row[at]
    return row, None


def _is_tick(cell: View) -> bool:
    return pattern("attendance_marks", "tick").fullmatch(cell.text.strip()) is not None


def ticked_on(rows: Sequence[Row]) -> tuple[dict[int, str], Sequence[Row]] | None:
    """Columns of a short list that goes on a presence table ("Ersättare"), where a row ends in a tick.

    Of rows of unlike length those without a mark have an empty cell for it.
    """
    if not any(len(row) > 1 and _TICKED.fullmatch(row[-1].text.strip()) for row in rows):
        return None
    empty = View("", ())
    marked = [len(row) > 1 and _MARK.fullmatch(row[-1].text.strip()) is not None for row in rows]
    bodies = [row[:-1] if mark else row for row, mark in zip(rows, marked, strict=True)]
    width = max(map(len, bodies))
    level = [
        (*body, *[empty] * (width - len(body)), row[-1] if mark else empty)
        for row, body, mark in zip(rows, bodies, marked, strict=True)
    ]
    return {0: "name", width: "present"} | dict.fromkeys(range(1, width), "role"), level


def under_same_head(
    columns: dict[int, str], rows: Sequence[Row]
) -> tuple[dict[int, str], Sequence[Row]] | None:
    """Rows under a group's title ("Tjänstemän") whose marks stand in the columns of the table above them."""
    marks = {at for at, name in columns.items() if name in {"present", "absent"}}
    beside = [row[at].text for row in rows for at in marks if at < len(row)]
    marked = all(_MARK.fullmatch(each.strip()) or is_ticked(each.strip()) for each in beside)
    if len(marks) < len({"present", "absent"}) and not marked:
        return None
    ticks = [
        at for row in rows for at, cell in enumerate(row) if at and is_ticked(cell.text.strip())
    ]
    return (columns, rows) if ticks and marks.issuperset(ticks) else None


def gridded(rows: Sequence[Row]) -> list[Row] | None:
    """Persons side by side in columns, one a row; a cell in small letters, or under a comma, goes on the one above it."""
    beside = [cell for row in rows for cell in row[1:] if cell.text]
    named = sum(_opens_with_name(cell) for cell in beside)
    if len(rows) < 2 or len(beside) < 2 or named <= _GRID * len(beside):
        return None
    entries: list[View] = []
    above: dict[int, int] = {}  # the entry above, by column
    for row in rows:
        for column, cell in enumerate(row):
            if not cell.text:
                continue
            at = above.get(column)
            if at is not None and (entries[at].text.endswith(",") or cell.text[0].islower()):
                entries[at] = side_by_side((entries[at], cell))
            else:
                above[column] = len(entries)
                entries.append(cell)
    return [(entry,) for entry in entries]


def _opens_with_name(cell: View) -> bool:
    return opens_with_name(re.split(r"[,(]", cell.text.lstrip(BULLETS))[0])


def read_row(
    columns: dict[int, str], row: Row, default: Status
) -> tuple[View, tuple[View, ...], Status] | None:
    """A table row's name cell, its affiliation cells and its status. None where nobody is named."""
    cells = {name: row[index] for index, name in columns.items() if index < len(row)}
    name = cells.get("name")
    if name is None or not name.text:
        return None
    rest = tuple(
        row[index]
        for index, key in columns.items()
        if key in _AFFILIATION_COLUMNS and index < len(row) and row[index].text
    )
    if not {"present", "absent"} & set(columns.values()):
        return name, rest, default
    if "present" in cells and function_of(cells["present"].text) is not None:
        return name, (*rest, cells["present"]), "present"  # "ordf" in place of a tick
    if "present" in cells and is_ticked(cells["present"].text):
        rest = (*rest, *behind_tick(cells["present"]))
    return name, rest, _marked(cells, set(columns.values()))


def _marked(cells: dict[str, View], columns: set[str]) -> Status:
    """An empty or dash cell in the column for presence is absence."""
    present = cells["present"].text.strip() if "present" in cells else ""
    absent = cells["absent"].text.strip() if "absent" in cells else ""
    if pattern("attendance_marks", "tick").fullmatch(absent) or re.match(r"[Ff]rånv", present):
        return "absent"
    said = (part for part in present.split(",") if function_of(part.strip()) is None)
    if present and vocabulary("partial").regex.search(" " + ",".join(said)):
        return "partial"  # not "X, ordförande § 3-5"
    if "present" not in columns or pattern("attendance_marks", "tick").match(present):
        return "present"
    return "absent"


def signatures(rows: Sequence[Row]) -> list[tuple[View, Function]]:
    """Names that stand in a row above or below the functions they sign for."""
    found: list[tuple[View, Function]] = []
    used: Row | None = None  # functions that stand under the names of the rows just read
    for upper, lower in pairwise(rows):
        if upper is used:
            continue
        if (line := _DOTTED.match(upper[0].text)) and is_name(lower[0].text):
            function = function_of(line[1])
            found += [(lower[0], function)] if function is not None else []
            continue
        ways = ((upper, lower), (lower, upper)) if len(upper) > 1 else ((upper, lower),)
        for names, below in ways:
            functions = [function_of(cell.text) for cell in below if cell.text]
            if (
                len(names) == len(functions)
                and None not in functions
                and all(is_name(cell.text) for cell in names)
            ):
                used = lower if below is lower else used
                found += [
                    (cell, function)
                    for cell, function in zip(names, functions, strict=True)
                    if function is not None
                ]
    return found


def over_work(rows: Sequence[Row]) -> list[Row] | None:
    """Names side by side with everybody's work in the row below, one such pair of rows after the other."""
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    if not pairs or len(rows) % 2 or len(rows[0]) < 2:
        return None
    for names, work in pairs:
        if len(names) != len(work) or not all(is_name(cell.text) for cell in names):
            return None
        if any(is_name(cell.text) and kind_of(cell.text) == "name" for cell in work):
            return None
    return [pair for names, work in pairs for pair in zip(names, work, strict=True)]


def by_body(rows: Sequence[Row], fewest: int = 1) -> list[Row] | None:
    """Persons beside and below the body that they come from ("Polisen | Anna Ek"): each with that body behind.

    fewest: bodies that make such a list.
    """
    led = [len(row) == 2 and _is_body(row[0].text) and _is_person(row[1].text) for row in rows]
    if sum(led) < fewest:
        return None
    found: list[Row] = []
    body: View | None = None
    for at, (row, leads) in enumerate(zip(rows, led, strict=True)):
        if leads:
            alone = at + 1 == len(rows) or led[at + 1]
            body = row[0] if alone or _GROUP.match(row[0].text) is None else None
            row = row if body is not None else row[1:]
        elif len(row) != 1 or not _is_person(row[0].text):
            body = None
        found.append(row if body is None else (row[-1], body))
    return found


def _is_body(text: str) -> bool:
    return kind_of(text.rstrip(" :")) in {"organisation", "role"} and not _is_person(text)


def _is_person(text: str) -> bool:
    name = re.split(r"\s?[,(]", text.lstrip(BULLETS))[0]
    return is_name(name) and (is_first_name(name.split()[0]) or opens_with_name(name))
