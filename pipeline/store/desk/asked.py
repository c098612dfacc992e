"""How a question is put: parts of a WHERE with their values, and rows that know their columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.store.database import Connection

Row = dict[str, Any]  # column -> value


_COUNCILS = """
    SELECT DISTINCT series_id FROM desk.council_names
    WHERE series_id = ? OR contains(name, lower(?)) ORDER BY series_id"""


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

    def council(self, connection: Connection, text: str | None) -> None:
        """Narrow to a series by its id, or to those that have the text in a name of council and area.

        Which these are is asked first: few ids let whole blocks of a table be skipped.
        """
        if not text:
            return
        found = connection.execute(_COUNCILS, [text, text]).fetchall()
        series = [series_id for (series_id,) in found if series_id is not None]
        if text in series:
            series = [text]
        conditions = []
        if series:
            conditions.append(f"series_id IN ({', '.join('?' * len(series))})")
            self.values += series
        if (None,) in found:  # meetings whose council is not known, in an area of that name
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
    connection: Connection,
    table: str,
    where: Where,
    order: str,
    limit: int,
    offset: int,
    columns: str = "*",
) -> Part:
    """Rows `offset` to `offset + limit` of those in `table` that fit, in order, and their number."""
    total = number(connection, f"SELECT count(*) FROM {table} WHERE {where}", where.values)
    if not total:
        return Part([], 0)
    chosen = rows(
        connection,
        f"SELECT {columns} FROM {table} WHERE {where} ORDER BY {order} LIMIT {limit} OFFSET {offset}",
        where.values,
    )
    return Part(chosen, total)
