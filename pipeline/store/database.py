"""Opening the database: one writer or many readers, the right schema, and plain words when not.

DuckDB locks the file itself: while one process writes, no other can open it.
"""

import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from pipeline.errors import (
    DatabaseError,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseUnwritable,
    DatabaseVersion,
)
from pipeline.store.report import views_in_order

Connection = duckdb.DuckDBPyConnection
Row = dict[str, Any]  # column -> value
OutOfMemory = duckdb.OutOfMemoryException

SCHEMA_VERSION = 9


# With one writer, a transaction fails to commit only where the disk fails.
_DISK_ERRORS = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException, OSError)

# What is larger is spilled to a folder beside the database: a batch's memory does not grow with its archive.
# The log is folded into the file when it holds some 8,000 documents: each time costs as much as storing 2,000.
# One thread: the other cores read, and a second thread costs a third more of CPU at what a batch inserts.
_WRITER = {"memory_limit": "400MB", "checkpoint_threshold": "64MB", "threads": "1"}

# Of evidence: below, a second thread takes half as much of CPU again and saves no time, since rows are shared
# out by the 122,880.
_MANY_ROWS = 1_000_000

# Of new files. DuckDB's default, which older ones read too, costs a fifth more of CPU at storing.
_FORM = {"storage_compatibility_version": "v1.5.0"}

_MAGIC = b"DUCK"  # bytes 8 to 12 of every DuckDB file


def open_for_writing(path: Path) -> Connection:
    """Open the database at `path`, made with its folders where it is not there yet.

    Raises DatabaseLocked, DatabaseUnwritable, DatabaseVersion, DatabaseForeign where the file is something
    else, or DatabaseError where DuckDB cannot open it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnwritable(f"{path}: the folder cannot be made ({error.strerror})") from error
    if not path.exists():
        _make(path)
    connection = _connect(path, read_only=False, config=_WRITER)
    try:
        with transaction(connection):
            _check_version(connection, path)
            connection.execute(sql("views.sql"))
            for name, query in views_in_order():
                connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(path: Path) -> None:
    """A database without rows, under its name only once it is whole.

    So that one killed while making it leaves no file that is no database.
    """
    try:
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
            new = Path(folder) / path.name
            with closing(_connect(new, read_only=False, config=_FORM)) as connection:
                with transaction(connection):
                    connection.execute(schema())
                    connection.execute("INSERT INTO schema_version VALUES (?)", [SCHEMA_VERSION])
                connection.execute("CHECKPOINT")  # all of it in the one file that is given the name
            with suppress(FileExistsError):  # another one has made it meanwhile
                os.link(new, path)
    except _DISK_ERRORS as error:
        raise DatabaseUnwritable(f"{path} cannot be made: {error}") from error


def open_for_reading(path: Path, config: dict[str, str] | None = None) -> Connection:
    """Open the database at `path` read-only, with DuckDB settings of `config`.

    Raises DatabaseMissing, DatabaseLocked, DatabaseUnwritable where it may not be read, DatabaseVersion,
    DatabaseForeign or DatabaseError.
    """
    if not path.exists():
        raise DatabaseMissing(f"{path}: there is no database")
    connection = _connect(path, read_only=True, config=config)
    try:
        _check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def use_all_cores(connection: Connection) -> None:
    """Let statements run on all cores, when nobody else needs them and there is enough to share out."""
    rows = connection.execute("SELECT count(*) FROM evidence").fetchone()
    if rows and rows[0] >= _MANY_ROWS:
        connection.execute("RESET threads")


def named_rows(connection: Connection, query: str, values: Sequence[object] = ()) -> list[Row]:
    """The rows of a query, each as column -> value."""
    cursor = connection.execute(query, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def schema() -> str:
    """The statements that make the tables."""
    return sql("schema.sql")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it or nothing. Raises DatabaseUnwritable where the disk does not take it."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        _roll_back(connection)
        if isinstance(error, _DISK_ERRORS):
            raise DatabaseUnwritable(f"Writing failed: {error}") from error
        raise


def _roll_back(connection: Connection) -> None:
    try:
        connection.execute("ROLLBACK")
    except duckdb.Error:
        return  # the failed statement has already ended the transaction


def _connect(path: Path, read_only: bool, config: dict[str, str] | None = None) -> Connection:
    if find_spec("pandas") is None:  # DuckDB looks for it on disk with each value, unless told
        sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=dict(config or {}))
        connection.execute("SET enable_progress_bar = false")  # it would stand in standard output
        return connection
    except duckdb.ConnectionException as error:  # open in this very process, in another way
        raise DatabaseLocked(f"{path} is in use") from error
    except duckdb.Error as error:
        raise _reason(path, read_only, error) from error


def _reason(path: Path, read_only: bool, error: duckdb.Error) -> DatabaseError:
    """What is wrong with a file that DuckDB did not open, found by looking at the file."""
    try:
        with path.open("rb" if read_only else "r+b") as file:
            try:
                fcntl.lockf(file, (fcntl.LOCK_SH if read_only else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except BlockingIOError:
                return DatabaseLocked(f"{path} is in use by another process")
            if file.read(12)[8:] != _MAGIC:
                return DatabaseForeign(f"{path} is not a DuckDB database")
    except OSError as trouble:
        return DatabaseUnwritable(f"{path} cannot be opened ({trouble.strerror})")
    return DatabaseError(f"{path} cannot be opened: {error}")


def _tables(connection: Connection) -> set[str]:
    return {
        name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    }


def _check_version(connection: Connection, path: Path) -> None:
    if "schema_version" not in _tables(connection):
        raise DatabaseForeign(f"{path} is a DuckDB database, but not one of lokalbra's")
    row = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    version = row[0] if row else None
    if version != SCHEMA_VERSION:
        raise DatabaseVersion(
            f"{path} has schema version {version}; this lokalbra knows version {SCHEMA_VERSION}"
        )


def sql(name: str) -> str:
    """A file of statements beside this one."""
    return files("pipeline.store").joinpath(name).read_text(encoding="utf-8")
