"""What becomes of documents whose reading or storing goes wrong in a way nobody foresaw."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.meeting import Protocol
from pipeline.config import ReadSettings
from pipeline.execute import Broken, Crashed, OutgrewMemory, TimedOut
from pipeline.ingest.account import Account
from pipeline.ingest.begun import Begun
from pipeline.ingest.document import Task, read_facts
from pipeline.ingest.held import Held
from pipeline.ingest.intake import Choice, Intake
from pipeline.store.database import Connection, open_for_writing
from tests.store.samples import facts_of, protocol


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_for_writing(tmp_path / "test.duckdb") as opened:
        yield opened


@pytest.fixture
def intake(tmp_path: Path, connection: Connection) -> Intake:
    begun = Begun(tmp_path / "test.duckdb")
    return Intake(connection, "run", Held(connection), begun, Account())


def task(read: Protocol) -> Task:
    document = read.document
    path = f"/archive/{document.document_id}"
    return Task(path, document.document_id, document.size_bytes, None, ReadSettings())


def documents(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT status, error_code, count(*) FROM documents GROUP BY ALL ORDER BY ALL"
    ).fetchall()


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (Crashed(-11), "reader_died", "-11"),
        (TimedOut(2.5), "limit_exceeded", "2.5 seconds"),
        (OutgrewMemory(300), "limit_exceeded", "max_memory = 300 MB"),
    ],
)
def test_a_document_that_brings_its_reader_down_is_a_failed_row(
    connection: Connection, intake: Intake, answer: Broken, code: str, words: str
) -> None:
    bad, good = protocol("2020-01-01"), protocol("2020-02-01")
    intake.take(task(bad), answer)
    intake.take(task(good), facts_of(good))
    intake.close()

    assert documents(connection) == [("failed", code, 1), ("ok", None, 1)]
    assert words in intake.account.failures[0].message


def test_a_document_that_the_database_refuses_fails_alone(
    connection: Connection, intake: Intake
) -> None:
    bad, good = protocol("2020-01-01"), protocol("2020-02-01")
    rows = facts_of(bad)
    broken = rows.lines["pages"].replace(b'"page":1', b'"page":99999999999')
    intake.take(task(bad), replace(rows, lines={**rows.lines, "pages": broken}))
    intake.take(task(good), facts_of(good))
    intake.close()

    assert documents(connection) == [("failed", "internal", 1), ("ok", None, 1)]
    assert (intake.account.counts["loaded"], len(intake.account.failures)) == (1, 1)
    assert connection.execute("SELECT count(*) FROM meetings").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("happen", "code"),
    [
        (Path.unlink, "unreadable_file"),
        (lambda path: path.write_text("Protokoll 2020-02-02"), "damaged"),
    ],
)
def test_a_file_that_is_gone_or_changed_when_its_turn_comes_is_a_failed_row(
    tmp_path: Path,
    connection: Connection,
    intake: Intake,
    happen: Callable[[Path], object],
    code: str,
) -> None:
    path = tmp_path / "protocol.txt"
    path.write_text("Protokoll 2020-01-01", encoding="utf-8")
    [given] = intake.tasks([path], ReadSettings(), Choice())
    happen(path)

    intake.take(given, read_facts(given))
    intake.close()

    assert documents(connection) == [("failed", code, 1)]
