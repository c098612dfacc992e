"""Whole tables and reports' views, to be taken out: what they hold, their rows, and their files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import duckdb

from pipeline.errors import OutputUnwritable
from pipeline.identity_numbers import masked
from pipeline.store.database import Connection
from pipeline.store.report import reports

FileFormat = Literal["parquet", "csv", "jsonl"]

_INNER = {"schema_version", "series_to_link"}
_FEWEST_DIGITS = 6  # of a personal identity number; text with fewer need not be looked at
_UTF_8 = "\ufeff"  # the mark that tells Excel the encoding
_OPTIONS: Mapping[FileFormat, str] = {
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "jsonl": "FORMAT json",
    "csv": "FORMAT csv, HEADER, DELIMITER ';'",
}
_AT_A_TIME = 10_000  # rows


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its DuckDB type. `about`: what schema.sql says of it, in English; may be empty."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the view of a report over the whole archive."""

    name: str
    columns: tuple[Column, ...]
    rows: int


def tables(connection: Connection, *, with_reports: bool) -> list[Table]:
    """The tables of the contract in the order of schema.sql, then the reports' views."""
    views = [report.view for report in reports()] if with_reports else []
    described = _descriptions()
    found = []
    for name in (*(name for name in described if name not in _INNER), *views):
        columns = connection.execute(
            """SELECT column_name, data_type FROM duckdb_columns()
               WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index""",
            [name],
        ).fetchall()
        (rows,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone() or (0,)
        about = described.get(name, {})
        found.append(
            Table(
                name,
                tuple(Column(column, kind, about.get(column, "")) for column, kind in columns),
                rows,
            )
        )
    return found


def rows_of(
    connection: Connection, table: Table, *, personal_numbers: bool
) -> Iterator[tuple[object, ...]]:
    """All rows, personal identity numbers masked unless asked for."""
    _teach(connection)
    values = [_masked(column, personal_numbers) for column in table.columns]
    cursor = connection.execute(f"SELECT {', '.join(values)} FROM {table.name}")
    while rows := cursor.fetchmany(_AT_A_TIME):
        yield from rows


def write_file(
    connection: Connection, table: Table, path: Path, form: FileFormat, *, personal_numbers: bool
) -> None:
    """Write all rows to `path`, personal identity numbers masked unless asked for.

    parquet (zstd) and jsonl keep the types. csv is what a Swedish Excel opens by a double click: UTF-8
    with its mark, ";" between columns, "," in decimals, and an apostrophe before a text that would be
    a formula (=, +, -, @, tab or carriage return first). Raises OutputUnwritable.
    """
    _teach(connection)
    values = []
    for place, column in enumerate(table.columns):
        value = _masked(column, personal_numbers)
        mark = _UTF_8 if form == "csv" and place == 0 else ""
        values.append(
            f"{_csv(column, value) if form == 'csv' else value} AS {_name(mark + column.name)}"
        )
    target = str(path).replace("'", "''")
    try:
        connection.execute(
            f"COPY (SELECT {', '.join(values)} FROM {table.name}) TO '{target}' ({_OPTIONS[form]})"
        )
    except (duckdb.IOException, OSError) as error:
        raise OutputUnwritable(f"{path}: {error}") from error


def _name(column: str) -> str:
    return f'"{column}"'


def _masked(column: Column, personal_numbers: bool) -> str:
    name = _name(column.name)
    if personal_numbers or column.type != "VARCHAR":
        return name
    digits = f"length(regexp_replace({name}, '[^0-9]', '', 'g'))"
    return f"CASE WHEN {digits} < {_FEWEST_DIGITS} THEN {name} ELSE masked({name}) END"


def _csv(column: Column, value: str) -> str:
    match column.type:
        case "VARCHAR":
            return f"regexp_replace({value}, '^([=+@\\t\\r-])', '''\\1')"
        case "DOUBLE":
            return f"replace({value}::VARCHAR, '.', ',')"
        case "TIMESTAMP":
            return f"strftime({value}, '%Y-%m-%d %H:%M:%S')"
    return value


def _teach(connection: Connection) -> None:
    """Let the connection's SQL call masked(text), once."""
    known = connection.execute(
        "SELECT 1 FROM duckdb_functions() WHERE function_name = 'masked'"
    ).fetchone()
    if known is None:
        connection.create_function("masked", masked, ["VARCHAR"], "VARCHAR")


@cache
def _descriptions() -> Mapping[str, Mapping[str, str]]:
    """table -> column -> its comment, for the tables of schema.sql outside of schemas of their own."""
    text = files("pipeline.store").joinpath("schema.sql").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for name, body in re.findall(r"^CREATE TABLE (\w+) \((.*?)\);", text, re.M | re.S):
        comments = re.findall(r'^ +"?(\w+)"? .*?-- (.+)$', body, re.M)
        found[name] = dict(comments)
    return found
