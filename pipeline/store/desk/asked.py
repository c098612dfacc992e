"""How a question is put: parts of a WHERE with their values, and rows that know their columns."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.store.database import Connection, Row, named_rows
from pipeline.store.ranking import Lengths, lengths


@dataclass(frozen=True, slots=True)
class Known:
    """What is the same for all who ask a copy, read once.

    `council_names`: each series with a name in small letters that it has; None where the council is not
    known. `problems`: problem -> its labels. `lengths`: of the passages that are searched.
    """

    council_names: tuple[tuple[str | None, str], ...]
    problems: Mapping[str, Row]
    lengths: Lengths

    def series(self, text: str) -> list[str | None]:
        """The series of this id, or those that have the text in a name of council and area."""
        small = text.lower()
        found = {series for series, name in self.council_names if small in name or series == text}
        return [text] if text in found else sorted(found, key=lambda series: series or "")

    def whole_series(self, text: str) -> list[str] | None:
        """The same, where all names of each fit; None where they do not all, or there are none."""
        found = self.series(text)
        if not found or None in found:
            return None
        small, chosen = text.lower(), set(found)
        if [text] != found and any(
            series in chosen and small not in name for series, name in self.council_names
        ):
            return None
        return [series for series in found if series is not None]


@dataclass(frozen=True, slots=True)
class Desk:
    """A copy that is asked: a connection of the asker's own, and what is known beforehand."""

    connection: Connection
    known: Known


def known_of(connection: Connection) -> Known:
    """What is the same for all who ask this copy."""
    names = connection.execute("SELECT series_id, name FROM desk.council_names").fetchall()
    problems = named_rows(connection, "SELECT * FROM problems")
    return Known(tuple(names), {each["problem"]: each for each in problems}, lengths(connection))


@dataclass(slots=True)
class Where:
    """Conditions that hold together, and the values of their question marks."""

    conditions: list[str] = field(default_factory=lambda: ["true"])
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """One more, unless each of its values is None or empty (a filter not set)."""
        if all(value is None or value == "" for value in values) and values:
            return
        self.conditions.append(condition)
        self.values += values

    def council(self, desk: Desk, text: str | None) -> None:
        """Narrow to a series by its id, or to those that have the text in a name of council and area.

        Given by their ids, which let whole blocks of a table be skipped.
        """
        if not text:
            return
        found = desk.known.series(text)
        series = [series_id for series_id in found if series_id is not None]
        conditions = []
        if series:
            conditions.append(f"series_id IN ({', '.join('?' * len(series))})")
            self.values += series
        if None in found:  # meetings whose council is not known, in an area of that name
            conditions.append("(series_id IS NULL AND contains(lower(area), lower(?)))")
            self.values.append(text)
        self.conditions.append(f"({' OR '.join(conditions)})" if conditions else "false")

    def __str__(self) -> str:
        return " AND ".join(self.conditions)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of many: those of one page of a list, and how many there are in all."""

    rows: list[Row]
    total: int


def rows(desk: Desk, query: str, values: Sequence[object] = ()) -> list[Row]:
    """The rows of a query, each as column -> value."""
    return named_rows(desk.connection, query, values)


def row(desk: Desk, query: str, values: Sequence[object] = ()) -> Row | None:
    """The first row, None where there is none."""
    found = rows(desk, query, values)
    return found[0] if found else None


def unpacked(cell: str | None) -> list[Row]:
    """The rows in a cell that holds a list for each column as JSON; dates and times are text there."""
    columns: dict[str, list[Any]] = json.loads(cell) if cell else {}
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def part(
    desk: Desk,
    table: str,
    where: Where,
    order: str,
    limit: int,
    offset: int,
    columns: str = "*",
) -> Part:
    """Rows `offset` to `offset + limit` of those in `table` that fit, in order, and their number."""
    counted = desk.connection.execute(
        f"SELECT count(*) FROM {table} WHERE {where}", where.values
    ).fetchone()
    if not counted or not counted[0]:
        return Part([], 0)
    chosen = rows(
        desk,
        f"SELECT {columns} FROM {table} WHERE {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}",
        where.values,
    )
    return Part(chosen, int(counted[0]))
