"""Many rows at once: JSON lines in a file of their own, read in by DuckDB in one statement."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from tempfile import NamedTemporaryFile

import duckdb

from pipeline.store.database import Connection, schema

_LEAST_ROW = 1 << 20  # bytes; DuckDB reads in pieces of twice the longest row
_BUFFER = 1 << 20  # bytes


class RowsRejected(Exception):
    """DuckDB does not take these rows: a value does not fit its column."""


def insert(
    connection: Connection,
    table: str,
    lines: Iterable[bytes],
    types: Mapping[str, str] | None = None,
) -> None:
    """Append encoded rows to `table` ("schema.table" outside of main).

    A column that a row does not name is null. `types`: of the columns, for a table that is not of
    the schema. Raises RowsRejected.
    """
    if not any(lines := list(lines)):
        return
    chosen = types or types_of(table)
    columns = ", ".join(f"'{name}': '{data_type}'" for name, data_type in chosen.items())
    longest = max(_LEAST_ROW, *map(len, lines))  # no row is longer than the lines it came with
    with NamedTemporaryFile(prefix="lokalbra-", suffix=".jsonl", buffering=_BUFFER) as file:
        file.writelines(lines)
        file.flush()
        quoted = file.name.replace("'", "''")
        try:  # the path stands in the statement, since DuckDB looks for pandas at each parameter
            connection.execute(
                f"""INSERT INTO {table} BY NAME SELECT * FROM read_json(
                        '{quoted}', format = 'newline_delimited', columns = {{{columns}}},
                        maximum_object_size = {longest})"""
            )
        except (duckdb.DataError, duckdb.InvalidInputException) as error:
            raise RowsRejected(str(error)) from error


def types_of(table: str) -> Mapping[str, str]:
    """column -> type of a table of the schema."""
    return _types_of_schema()[table]


@cache
def _types_of_schema() -> Mapping[str, Mapping[str, str]]:
    """table -> column -> type, of an empty database."""
    found: dict[str, dict[str, str]] = {}
    with duckdb.connect() as connection:
        connection.execute(schema())
        rows = connection.execute(
            """SELECT if(schema_name = 'main', '', schema_name || '.') || table_name, column_name, data_type
               FROM duckdb_columns()"""
        )
        for table, column, data_type in rows.fetchall():
            found.setdefault(table, {})[column] = data_type
    return found


@contextmanager
def staged(
    connection: Connection, table: str, types: Mapping[str, str], lines: Iterable[bytes]
) -> Iterator[None]:
    """A temporary table of encoded rows, for as long as the block lasts."""
    columns = ", ".join(f"{name} {data_type}" for name, data_type in types.items())
    connection.execute(f"CREATE TEMP TABLE {table} ({columns})")
    insert(connection, table, lines, types)
    yield
    connection.execute(f"DROP TABLE {table}")
