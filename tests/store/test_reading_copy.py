"""A copy to read from while another process writes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from models.meeting import ActionKind
from pipeline.errors import DatabaseError, DatabaseLocked, DatabaseMissing, DatabaseUnwritable
from pipeline.store.database import open_for_writing
from pipeline.store.reading_copy import (
    is_being_written,
    is_current,
    latest,
    open_copy,
    refreshed,
)
from tests.store.samples import full_protocol, protocol, store

MB = 200


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "a.duckdb"
    with open_for_writing(path) as connection:
        store(connection, full_protocol())
    return path


@contextmanager
def writer(path: Path) -> Iterator[None]:
    """Another process that has the database open for writing."""
    code = (
        "import sys; from pathlib import Path; from pipeline.store.database import open_for_writing\n"
        "with open_for_writing(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield


def test_a_copy_answers_as_the_database_does(database: Path, tmp_path: Path) -> None:
    copy = refreshed(database, tmp_path / "copies", MB)
    with open_for_writing(database) as whole, open_copy(copy, MB) as read:
        tables = [
            name
            for (name,) in whole.execute(
                "SELECT concat(schema_name, '.', table_name) FROM duckdb_tables()"
            ).fetchall()
        ]
        for name in tables:
            query = f"SELECT * FROM {name} ORDER BY ALL"
            assert read.execute(query).fetchall() == whole.execute(query).fetchall(), name
        assert (
            read.execute("FROM desk.action_audit ORDER BY ALL").fetchall()
            == whole.execute("FROM action_audit ORDER BY ALL").fetchall()
        )


def test_an_audit_that_is_sorted_in_parts_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.reading_copy._AUDIT_AT_ONCE", 2)
    database = tmp_path / "a.duckdb"
    tasks: list[tuple[ActionKind, str, str | None]] = [
        ("assignment", "Bo Alm lagar lampan", "2020-02-01"),
        ("decision", "Staketet ska rivas", None),
    ]
    days = ("2020-01-01", "2020-02-01", "2021-03-01", "2022-04-01")
    with open_for_writing(database) as whole:
        store(whole, full_protocol(), *(protocol(day, actions=tasks) for day in days))
        whole.execute("UPDATE meetings SET meeting_date = NULL WHERE meeting_date = '2021-03-01'")
        expected = whole.execute("FROM action_audit ORDER BY ALL").fetchall()
    with open_copy(refreshed(database, tmp_path / "copies", MB), MB) as read:
        found = read.execute("FROM desk.action_audit").fetchall()
        assert sorted(map(repr, found)) == sorted(map(repr, expected))
        order = read.execute("SELECT meeting_date FROM desk.action_audit").fetchall()
    dated = [day for (day,) in order if day]
    assert dated == sorted(dated, reverse=True)
    assert order[-1] == (None,)


def test_an_unchanged_database_is_copied_once(database: Path, tmp_path: Path) -> None:
    first = refreshed(database, tmp_path, MB)
    assert refreshed(database, tmp_path, MB) == first
    assert is_current(first, database)


def test_a_changed_database_is_copied_anew_and_the_old_copy_removed(
    database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    first = refreshed(database, folder, MB)
    with open_copy(first, MB) as reading:  # goes on reading what it had
        with open_for_writing(database) as connection:
            store(connection, protocol("2022-01-01"))
        assert not is_current(first, database)
        second = refreshed(database, folder, MB)
        assert reading.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    with open_copy(second, MB) as reading:
        assert reading.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    assert [path.name for path in folder.iterdir()] == [second.path.name]


def test_a_writer_is_seen_and_not_disturbed(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    assert not is_being_written(database)
    with writer(database):
        assert is_being_written(database)
        with pytest.raises(DatabaseLocked):
            refreshed(database, folder, MB)
        assert latest(database, folder) is None
    assert not is_being_written(database)
    copy = refreshed(database, folder, MB)
    with writer(database), open_copy(copy, MB) as reading:
        assert latest(database, folder) == copy
        assert reading.execute("SELECT count(*) FROM documents").fetchone() == (1,)


def test_readers_of_the_database_are_no_writers(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True):
        code = "import sys; from pathlib import Path; from pipeline.store.reading_copy import is_being_written as w; sys.exit(w(Path(sys.argv[1])))"
        assert (
            subprocess.run([sys.executable, "-c", code, str(database)], check=False).returncode == 0
        )


@pytest.mark.parametrize(
    "query",
    [
        "CREATE TABLE x (y INTEGER)",
        "DELETE FROM meetings",
        "SET memory_limit = '10GB'",
        "SET enable_external_access = true",
        "ATTACH '/tmp/other.duckdb'",
        "COPY meetings TO '/tmp/out.csv'",
        "SELECT * FROM read_text('/etc/passwd')",
        "INSTALL httpfs",
    ],
)
def test_a_copy_can_only_be_read(database: Path, tmp_path: Path, query: str) -> None:
    with open_copy(refreshed(database, tmp_path, MB), MB) as reading, pytest.raises(duckdb.Error):
        reading.execute(query)


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        refreshed(tmp_path / "none.duckdb", tmp_path, MB)
    (tmp_path / "other.duckdb").write_bytes(b"no database" * 1000)
    with pytest.raises(DatabaseError):
        refreshed(tmp_path / "other.duckdb", tmp_path / "copies", MB)
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseUnwritable):
        refreshed(database, tmp_path / "file", MB)
