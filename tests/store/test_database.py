import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import (
    DatabaseForeign,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseUnwritable,
    DatabaseVersion,
)
from pipeline.store.database import (
    SCHEMA_VERSION,
    Connection,
    open_for_reading,
    open_for_writing,
    transaction,
)

HOLD = """
import sys
from pathlib import Path
from pipeline.store.database import open_for_writing
with open_for_writing(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_new_database_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "test.duckdb"
    open_for_writing(path).close()

    with open_for_reading(path) as connection:
        assert connection.execute("FROM schema_version").fetchall() == [(SCHEMA_VERSION,)]
        assert connection.execute("SELECT count(*) FROM meetings").fetchall() == [(0,)]
        [(form,)] = connection.execute(
            "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal"
        ).fetchall()
        assert form == "v1.5.0+"  # which is quicker to store into than DuckDB's default


def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "test.duckdb"
    with open_for_writing(path) as connection:
        connection.execute("INSERT INTO persons VALUES ('p', 'Maj Ek')")
    with open_for_writing(path) as connection:
        assert connection.execute("FROM persons").fetchall() == [("p", "Maj Ek")]


def test_a_missing_database_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        open_for_reading(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "test.duckdb"
    with open_for_writing(path) as connection:
        connection.execute("UPDATE schema_version SET version = 99")

    for opener in (open_for_writing, open_for_reading):
        with pytest.raises(DatabaseVersion, match="99"):
            opener(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("FROM schema_version").fetchall() == [(99,)]


def test_a_database_that_another_process_writes_to_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "test.duckdb"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    try:
        for opener in (open_for_writing, open_for_reading):
            with pytest.raises(DatabaseLocked):
                opener(path)
    finally:
        holder.communicate("")
    open_for_writing(path).close()


@pytest.mark.parametrize("content", [b"%PDF-1.4 not a database", b"short"])
def test_a_file_that_is_no_database_is_named_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "test.duckdb"
    path.write_bytes(content)

    for opener in (open_for_writing, open_for_reading):
        with pytest.raises(DatabaseForeign, match="not a DuckDB database"):
            opener(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "test.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE theirs (x INTEGER)")

    for opener in (open_for_writing, open_for_reading):
        with pytest.raises(DatabaseForeign, match="not one of lokalbra's"):
            opener(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("theirs",)]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for path in (tmp_path / "file" / "test.duckdb", tmp_path):
        with pytest.raises(DatabaseUnwritable, match=str(path)):
            open_for_writing(path)


def test_a_transaction_is_all_or_nothing(connection: Connection) -> None:
    def store_half() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO persons VALUES ('p', 'Maj Ek')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_half()

    assert connection.execute("FROM persons").fetchall() == []


def test_duckdb_draws_no_bar_of_its_own(tmp_path: Path) -> None:
    database = tmp_path / "p.duckdb"
    shown = "SELECT current_setting('enable_progress_bar')"
    with open_for_writing(database) as connection:
        assert connection.execute(shown).fetchall() == [(False,)]
    with open_for_reading(database) as connection:
        assert connection.execute(shown).fetchall() == [(False,)]
