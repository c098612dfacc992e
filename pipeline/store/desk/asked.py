"""How a question is put: parts of a WHERE with their values, and rows that know their columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.store.database import Connection

Row = dict[str, Any]  # column -> value


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

    def council(self, text: str | None) -> None:
        """Narrow to a series by its id, or to those with the text in council or area."""
        if text:
            name = "lower(concat_ws(' ', council, area))"
            self.add(f"(series_id = ? OR contains({name}, lower(?)))", text, text)

    def __str__(self) -> str:
        return " AND ".join(self.conditions)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of many: those of one page of a list, and how many there are in all."""

    rows: list[Row]
    total: int


def rows(connection: Connection, query: str, values: Sequence[object] = ()) -> list[Row]:
    """The rows of a query, each as column -> value."""
    cursor = connection.execute(query, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def row(connection: Connection, query: str, values: Sequence[object] = ()) -> Row | None:
    """The first row, None where there is none."""
    found = rows(connection, query, values)
    return found[0] if found else None


def number(connection: Connection, query: str, values: Sequence[object] = ()) -> int:
    """The one number that a query gives."""
    found = connection.execute(query, list(values)).fetchone()
    return int(found[0]) if found and found[0] is not None else 0


def part(
    connection: Connection, table: str, where: Where, order: str, limit: int, offset: int
) -> Part:
    """Rows `offset` to `offset + limit` of those in `table` that fit, in order, and their number."""
    total = number(connection, f"SELECT count(*) FROM {table} WHERE {where}", where.values)
    if not total:
        return Part([], 0)
    chosen = rows(
        connection,
        f"SELECT * FROM {table} WHERE {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}",
        where.values,
    )
    return Part(chosen, total)
