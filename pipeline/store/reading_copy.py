"""A copy of the database to read from while another process may write to the database itself.

DuckDB lets one process write and then lets no other read, and a reader keeps the writer out. A page
that stays open for days would do both wrong. It reads a copy instead, made whenever the database has
changed and nobody writes; while an ingest runs, the copy of the state before it goes on being read.

The copy is laid out for looking things up: tables sorted by what they are asked by, since DuckDB
skips blocks by their least and greatest values, and the costly views counted once, in schema `desk`.
"""

import fcntl
import os
import shutil
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import duckdb

from pipeline import VERSION
from pipeline.errors import DatabaseLocked, DatabaseMissing, DatabaseUnwritable
from pipeline.store.counted import count_for_copy
from pipeline.store.database import (
    SCHEMA_VERSION,
    Connection,
    open_for_reading,
    open_for_writing,
    sql,
)
from pipeline.store.desk import records
from pipeline.store.report import reports, views_in_order

_SUFFIX = ".copy.duckdb"

# table -> what it is sorted by: what belongs together is read in one go
_SORTED = {
    "actions": "meeting_id, ordinal",
    "attachments": "meeting_id, ordinal",
    "attendees": "meeting_id, ordinal",
    "contacts": "meeting_id, ordinal",
    "document_paths": "document_id",
    "evidence": "document_id, record_id, ordinal",
    "follow_ups": "meeting_id, ordinal",
    "issues": "document_id, issue_id",
    "meetings": "series_id, meeting_date, meeting_id",
    "persons": "person_id",
    "priority_areas": "meeting_id, ordinal",
    "problem_mentions": "meeting_id, ordinal",
}

# table -> keys by which single rows are asked for; an index finds them ten times as fast as a scan
_INDEXED = {
    "documents": ("document_id",),
    "follow_ups": ("action_id",),
    "meetings": ("meeting_id", "document_id"),
    "pages": ("document_id",),
    "sections": ("section_id",),
    "search.passages": ("passage",),
    "desk.action_audit": ("action_id",),
    "desk.people": ("person_id",),
    "desk.records": ("meeting_id",),
}

# view -> how what it counts is sorted; desk/layout.sql builds upon them
_COUNTED = {
    "series": "lower(council), lower(area), series_id",
    "meeting_days": "series_id, meeting_date",
    "problem_days": "problem, series_id, meeting_date",
    "archive_gaps": "lower(council), lower(area), series_id, coalesce(meeting_date, before_date)",
    "attendance": "kind, present DESC, meetings_listed DESC, name, series_id",
    "ingest_health": "status, error_code",
    "priority_timeline": "series_id, from_date",
    "recurring_problems": "problem, meetings_with DESC, protocols DESC, series_id",
}

_GUARDED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "threads": "1",  # of a question: many are asked at once, each by a thread of its own
}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy on disk. `taken`: when the database was as it says, UTC."""

    path: Path
    taken: datetime


def is_being_written(path: Path) -> bool:
    """Whether another process holds the lock of a writer. Takes no lock itself, so keeps nobody out."""
    asked = struct.pack(_FLOCK.form, *_FLOCK.values(fcntl.F_RDLCK))
    try:
        with path.open("rb") as file:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, asked)
    except OSError:
        return False
    kind = struct.unpack(_FLOCK.form, answer)[_FLOCK.kind]
    return bool(kind != fcntl.F_UNLCK)


def refreshed(database: Path, folder: Path, memory_mb: int) -> Copy:
    """The copy of the database as it is now, made in `folder` where there is none.

    Older copies are removed; who has one open goes on reading it. Raises DatabaseMissing;
    DatabaseLocked where somebody writes, or wrote while it was copied; DatabaseUnwritable where the
    folder does not take it; DatabaseVersion and DatabaseError as opening does.
    """
    key = _key(database)
    target = folder / f"{database.stem}-{key}{_SUFFIX}"
    if not target.exists():
        if is_being_written(database):
            raise DatabaseLocked(f"{database} is being written to")
        _make(database, target, key, memory_mb)
    for other in _copies(database, folder):
        if other != target:
            other.unlink(missing_ok=True)
    return _copy(target)


def latest(database: Path, folder: Path) -> Copy | None:
    """The newest copy that is there, of whatever state; None without any."""
    copies = _copies(database, folder)
    return _copy(copies[-1]) if copies else None


def is_current(copy: Copy, database: Path) -> bool:
    """Whether the database is still as it was copied."""
    try:
        return copy.path.name == f"{database.stem}-{_key(database)}{_SUFFIX}"
    except DatabaseMissing:
        return False


def open_copy(copy: Copy, memory_mb: int) -> Connection:
    """Open a copy read-only, with no way to files, network, extensions or other settings."""
    connection = open_for_reading(copy.path, {**_GUARDED, "memory_limit": f"{memory_mb}MB"})
    connection.execute("SET lock_configuration = true")
    return connection


def _copy(path: Path) -> Copy:
    return Copy(path, datetime.fromtimestamp(path.stat().st_mtime, UTC))


def _copies(database: Path, folder: Path) -> list[Path]:
    """Complete copies of this database that this version can read, the oldest first."""
    found = folder.glob(f"{database.stem}-*-{SCHEMA_VERSION}{_SUFFIX}")
    return sorted(found, key=lambda path: path.stat().st_mtime)


def _key(database: Path) -> str:
    """Changes with the database's bytes, this code, and the day (what is overdue changes with it)."""
    parts = [str(database.resolve()), VERSION, _layout(), date.today().isoformat()]
    for path in (database, _log(database)):
        try:
            state = path.stat()
        except FileNotFoundError:
            if path == database:
                raise DatabaseMissing(f"{database}: there is no database") from None
            continue
        parts.append(f"{state.st_ino} {state.st_size} {state.st_mtime_ns}")
    return f"{sha256(' '.join(parts).encode()).hexdigest()[:16]}-{SCHEMA_VERSION}"


@cache
def _layout() -> str:
    """Changes with how a copy is laid out."""
    made_of = (
        sql("desk/layout.sql"),
        records.layout(),
        sql("views.sql"),
        list(views_in_order()),
        _AUDITS,
    )
    return repr((made_of, _SORTED, _COUNTED, _INDEXED))


def _log(database: Path) -> Path:
    """Where DuckDB keeps what is committed and not yet in the file itself."""
    return database.with_name(f"{database.name}.wal")


def _make(database: Path, target: Path, key: str, memory_mb: int) -> None:
    """Copy the bytes, see that nobody wrote meanwhile, lay the copy out, and only then name it."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    taken = datetime.now(UTC).timestamp()
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(database, unfinished)
        if _log(database).exists():
            shutil.copyfile(_log(database), _log(unfinished))
        unfinished.chmod(0o600)
        if is_being_written(database) or _key(database) != key:
            raise DatabaseLocked(f"{database} was written to while it was copied")
        open_for_reading(unfinished).close()  # is it one of ours, and of this version?
        _lay_out(unfinished, memory_mb)
        os.utime(unfinished, (taken, taken))
        unfinished.rename(target)
    except OSError as error:
        raise DatabaseUnwritable(f"{target.parent}: {error.strerror}") from error
    finally:
        for left in (unfinished, _log(unfinished)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _lay_out(path: Path, memory_mb: int) -> None:
    with open_for_writing(path) as connection:
        connection.execute(f"SET memory_limit = '{memory_mb}MB'")
        connection.execute("SET threads = 1")  # each further one takes memory of its own
        try:
            count_for_copy(connection)
            connection.execute("SET preserve_insertion_order = false")
            for table, order in _SORTED.items():
                connection.execute(
                    f"CREATE OR REPLACE TABLE {table} AS FROM {table} ORDER BY {order}"
                )
            connection.execute("CREATE SCHEMA desk")
            kept = {each.view for each in reports() if each.kept == "series"}
            for view, order in _COUNTED.items():
                source = "counted" if view in kept else "main"
                query = f"FROM {source}.{view} ORDER BY {order}"
                connection.execute(f"CREATE TABLE desk.{view} AS {query}")
            _count_audit(connection)
            connection.execute(sql("desk/layout.sql"))
            # Packing long texts takes as much again that DuckDB does not count.
            connection.execute(f"SET memory_limit = '{memory_mb // 2}MB'")
            records.count_records(connection)
            connection.execute(f"SET memory_limit = '{memory_mb}MB'")
            for table, keys in _INDEXED.items():
                for key in keys:
                    name = f"{table.replace('.', '_')}_by_{key}"
                    connection.execute(f"CREATE INDEX {name} ON {table} ({key})")
        except duckdb.OutOfMemoryException as error:
            raise DatabaseUnwritable(f"{path.parent}: {error}") from error


def _count_audit(connection: Connection) -> None:
    """The audit twice, the latest first and by council. Some at a time: all of it is too wide to sort in
    little memory.
    """
    (count,) = connection.execute("SELECT count(*) FROM actions").fetchone() or (0,)
    parts = count // _AUDIT_AT_ONCE + 1
    shares = ", ".join(f"{nth / parts}" for nth in range(1, parts))
    for target, source, key, descending, order in _AUDITS:
        (cuts,) = connection.execute(
            f"""SELECT quantile_disc({key}, [{shares}]::DOUBLE[])
                FROM actions JOIN meetings USING (meeting_id)"""
        ).fetchone() or (None,)
        bounds = sorted({each for each in cuts or () if each is not None}, reverse=descending)
        connection.execute(f"CREATE TABLE {target} AS FROM {source} LIMIT 0")
        for before, after in pairwise((None, *bounds, None)):
            lower, upper = (after, before) if descending else (before, after)
            connection.execute(
                f"""INSERT INTO {target} FROM {source}
                    WHERE {key} IS NOT NULL AND coalesce({key} >= $lower, true) AND coalesce({key} < $upper, true)
                    ORDER BY {order}""",
                {"lower": lower, "upper": upper},
            )
        connection.execute(
            f"INSERT INTO {target} FROM {source} WHERE {key} IS NULL ORDER BY {order}"
        )


_AUDIT_AT_ONCE = 100_000  # actions
_AUDITS = (  # table, of what, cut by, the greatest first, sorted by
    ("desk.action_audit", "main.action_audit", "meeting_date", True,
     "meeting_date DESC, action_id"),
    ("counted.action_audit", "desk.action_audit", "lower(council)", False,
     "lower(council), lower(area), series_id, meeting_date, action_id"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Flock:
    """The system's struct flock: its layout, and where in it the kind of lock stands."""

    form: str
    kind: int

    def values(self, kind: int) -> tuple[int, ...]:
        """Fields that ask about the whole file."""
        fields = [0, 0, 0, 0, 0]
        fields[self.kind] = kind
        return tuple(fields)


# Linux: type, whence, start, length, process. macOS: start, length, process, type, whence.
_FLOCK = _Flock("qqihh", 3) if sys.platform == "darwin" else _Flock("hhqqi", 0)
