from pathlib import Path

import pytest

from pipeline.errors import DatabaseMissing, QueryError
from pipeline.store.database import open_for_writing
from pipeline.store.query import Limits, run_query
from tests.store.samples import full_protocol, store


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "test.duckdb"
    with open_for_writing(path) as connection:
        store(connection, full_protocol())
    (path.parent / "secret.csv").write_text("secret\n1\n")
    return path


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SELECT name FROM attendees ORDER BY ordinal", ("Maj Ek",)),
        ("FROM chosen_meetings SELECT count(*)", (2,)),
        ("WITH m AS (FROM meetings) SELECT count(*) FROM m;", (2,)),
        ("SELECT count(*) FROM action_audit", (2,)),
    ],
)
def test_a_question_is_answered(database: Path, query: str, first: tuple[object, ...]) -> None:
    assert run_query(database, query, Limits()).rows[0] == first


@pytest.mark.parametrize("query", ["SHOW ALL TABLES", "DESCRIBE meetings", "SUMMARIZE pages"])
def test_the_tables_can_be_looked_at(database: Path, query: str) -> None:
    assert run_query(database, query, Limits()).rows


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM meetings",
        "CREATE TABLE mine (x INTEGER)",
        "CREATE TEMP TABLE mine (x INTEGER)",
        "SELECT 1; DELETE FROM meetings",
        "SET memory_limit = '100GB'",
        "PRAGMA memory_limit = '100GB'",
        "RESET enable_external_access",
        "INSTALL httpfs",
        "LOAD httpfs",
        "ATTACH ':memory:' AS other",
        "COPY meetings TO 'stolen.csv'",
        "EXPORT DATABASE 'stolen'",
        "CALL pragma_version()",
        "SELECT * FROM read_csv('secret.csv')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM 'secret.csv'",
        "SELECT * FROM glob('*')",
        "SELECT * FROM 'https://example.org/x.parquet'",
        "SELECT * FROM sqlite_scan('x', 'y')",
        "SELEC 1",
        "SELECT no_such_column FROM meetings",
        "",
        "-- nothing",
    ],
)
def test_what_is_wrong_or_forbidden_is_refused(
    database: Path, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(database.parent)
    before = sorted(database.parent.iterdir())

    with pytest.raises(QueryError):
        run_query(database, query, Limits())

    assert sorted(database.parent.iterdir()) == before
    assert run_query(database, "SELECT count(*) FROM meetings", Limits()).rows == ((2,),)


def test_a_variable_of_the_program_cannot_be_read(database: Path) -> None:
    secret = [("x",)]
    with pytest.raises(QueryError, match="secret"):
        run_query(database, "SELECT * FROM secret", Limits())
    assert secret


def test_too_many_rows_are_cut_and_said_so(database: Path) -> None:
    cut = run_query(database, "SELECT * FROM range(100)", Limits(rows=10))
    whole = run_query(database, "SELECT * FROM range(10)", Limits(rows=10))

    assert (len(cut.rows), cut.cut) == (10, True)
    assert (len(whole.rows), whole.cut) == (10, False)


def test_a_slow_question_is_broken_off(database: Path) -> None:
    slow = "SELECT sum(a.range * b.range) FROM range(100000000) a, range(100000000) b"
    with pytest.raises(QueryError, match=r"0\.2 seconds"):
        run_query(database, slow, Limits(seconds=0.2))


def test_a_large_question_is_broken_off(database: Path) -> None:
    large = "SELECT list(range || 'x') FROM range(100000000)"
    with pytest.raises(QueryError, match="memory"):
        run_query(database, large, Limits(memory_mb=50))


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        run_query(tmp_path / "none.duckdb", "SELECT 1", Limits())
