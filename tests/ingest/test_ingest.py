"""Batches over real files into a real database, by real processes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.execute import Limits
from pipeline.ingest.batch import Account, Choice, Settings, Summary, ingest
from pipeline.store.database import open_for_reading, open_for_writing
from pipeline.store.filters import Filters
from pipeline.store.query import run_report
from pipeline.store.report import report

PROTOCOL = """Trygghetsrådet Granvik
Protokoll 2021-03-04

Närvarande: Maj Ek, samordnare

1. Läget
Det klottras vid stationen.
"""

Read = Callable[..., Summary]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for month in (3, 4, 5):
        text = PROTOCOL.replace("2021-03", f"2021-0{month}")
        (folder / f"{month}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.duckdb"


@pytest.fixture
def read(archive: Path, database: Path) -> Read:
    """Ingest the archive; what to read anew and `timeout` as given."""

    def run(force: bool = False, retry_failed: bool = False, timeout: float = 60.0) -> Summary:
        choice = Choice(force, retry_failed)
        return ingest([str(archive)], Settings(database, 1, None, Limits(timeout), choice))

    return run


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with open_for_reading(database) as connection:
        return connection.execute(query).fetchall()


def test_documents_are_loaded_and_counted(read: Read, archive: Path, database: Path) -> None:
    (archive / "sound.mp3").write_bytes(b"ID3\x04\x00 no document")

    summary = read()

    assert (summary.seen, summary.loaded, summary.failed, summary.skipped) == (3, 3, 0, 1)
    assert rows(database, "SELECT path, status FROM documents ORDER BY 1") == [
        (str(archive / f"{month}.txt"), "ok") for month in (3, 4, 5)
    ]
    assert rows(database, "SELECT text FROM pages ORDER BY text LIMIT 1") == [(PROTOCOL,)]
    assert rows(
        database, "SELECT run_id, seen, loaded, unchanged, failed, finished_at IS NULL FROM runs"
    ) == [(summary.run_id, 3, 3, 0, 0, False)]
    assert rows(database, "SELECT reason, suffix, files FROM run_skipped") == [
        ("no_document", ".mp3", 1)
    ]


def test_the_taxonomy_comes_with_the_batch(read: Read, database: Path) -> None:
    read()
    assert rows(database, "SELECT label_sv FROM problems WHERE problem = 'klotter'") == [
        ("Klotter",)
    ]
    assert rows(database, "SELECT count(*) >= 30 FROM problems") == [(True,)]


def test_unchanged_documents_are_left_alone(read: Read, database: Path) -> None:
    first = read()
    second = read()

    assert (second.loaded, second.unchanged) == (0, 3)
    assert rows(database, "SELECT DISTINCT run_id FROM documents") == [(first.run_id,)]


def test_force_reads_again_and_changes_nothing_else(read: Read, database: Path) -> None:
    tables = ("pages", "meetings", "attendees", "actions", "evidence", "persons", "issues")
    read()
    before = [rows(database, f"FROM {table} ORDER BY ALL") for table in tables]

    summary = read(force=True)

    assert (summary.loaded, summary.unchanged) == (3, 0)
    assert [rows(database, f"FROM {table} ORDER BY ALL") for table in tables] == before
    assert rows(database, "SELECT DISTINCT run_id FROM documents") == [(summary.run_id,)]


@pytest.mark.slow
def test_other_code_reads_again(read: Read, database: Path) -> None:
    read()
    with open_for_writing(database) as connection:
        connection.execute("UPDATE documents SET facts_version = 'other' WHERE path LIKE '%3.txt'")

    assert (read().loaded, read().unchanged) == (1, 3)


def test_the_same_bytes_under_many_names_are_one_document(
    read: Read, archive: Path, database: Path
) -> None:
    (archive / "copy.txt").write_bytes((archive / "3.txt").read_bytes())

    first, second = read(), read()

    assert (first.seen, first.loaded, first.duplicates) == (4, 3, 1)
    assert (second.unchanged, second.duplicates) == (3, 1)
    assert rows(database, "SELECT count(*) FROM documents") == [(3,)]
    assert rows(
        database,
        """SELECT parse_filename(path) FROM document_paths WHERE document_id IN (
               SELECT document_id FROM document_paths GROUP BY 1 HAVING count(*) > 1) ORDER BY 1""",
    ) == [("3.txt",), ("copy.txt",)]


def test_a_new_name_for_known_bytes_is_remembered(
    read: Read, archive: Path, database: Path
) -> None:
    read()
    (archive / "3.txt").rename(archive / "march.txt")

    assert (read().loaded, read().unchanged) == (0, 3)
    assert rows(database, "SELECT count(*) FROM documents") == [(3,)]
    assert (str(archive / "march.txt"),) in rows(database, "SELECT path FROM document_paths")


def test_a_changed_file_takes_the_place_of_what_it_was(
    read: Read, archive: Path, database: Path
) -> None:
    read()
    (archive / "3.txt").write_text(PROTOCOL.replace("klottras", "skräpas ned"), encoding="utf-8")

    summary = read()

    assert (summary.loaded, summary.unchanged) == (1, 2)
    assert rows(database, "SELECT count(*) FROM documents") == [(3,)]
    assert rows(database, "SELECT count(*) FROM pages WHERE contains(text, '03-04')") == [(1,)]


def test_a_failed_document_is_tried_again_when_asked_for(
    read: Read, archive: Path, database: Path
) -> None:
    (archive / "bad.pdf").write_bytes(b"%PDF-1.4\nno pages here")
    first, second, third = read(), read(), read(retry_failed=True)

    for summary in (first, second, third):
        assert [(failure.code, Path(failure.path).name) for failure in summary.failures] == [
            ("damaged", "bad.pdf")
        ]
    assert [run.failures[0].before for run in (first, second, third)] == [False, True, False]
    assert rows(database, "SELECT error_code, run_id FROM documents WHERE status = 'failed'") == [
        ("damaged", third.run_id)
    ]
    assert rows(
        database, "SELECT run_id, cause FROM run_documents WHERE outcome = 'failed' ORDER BY run_id"
    ) == sorted([(first.run_id, "new"), (third.run_id, "retry")])


@pytest.mark.slow
def test_every_document_of_every_run_is_accounted_for(
    read: Read, archive: Path, database: Path
) -> None:
    """The ledger's sums, the documents and the health report agree whatever happened."""
    (archive / "bad.pdf").write_bytes(b"%PDF-1.4\nno pages here")
    (archive / "copy.txt").write_bytes((archive / "3.txt").read_bytes())
    (archive / "gone.pdf").symlink_to(archive / "nowhere")
    read()
    (archive / "4.txt").write_text(PROTOCOL.replace("klottras", "skräpas ned"), encoding="utf-8")
    (archive / "copy.txt").unlink()
    read()
    read(force=True)
    read(retry_failed=True)

    assert rows(
        database,
        """SELECT seen, loaded, unchanged, duplicates, failed FROM runs ORDER BY started_at""",
    ) == [(6, 3, 0, 1, 2), (5, 1, 2, 0, 2), (5, 3, 0, 0, 2), (5, 0, 3, 0, 2)]
    assert (
        rows(
            database,
            """SELECT loaded - count(outcome) FILTER (outcome IN ('loaded', 'partial'))
           FROM runs LEFT JOIN run_documents USING (run_id) GROUP BY run_id, loaded""",
        )
        == [(0,)] * 4
    )
    assert rows(
        database,
        """SELECT outcome, cause, count(*) FROM run_documents GROUP BY ALL ORDER BY ALL""",
    ) == [
        ("failed", "new", 2),
        ("failed", "retry", 5),
        ("forgotten", "bytes", 1),
        ("loaded", "bytes", 1),
        ("loaded", "forced", 3),
        ("loaded", "new", 3),
    ]
    with open_for_reading(database) as connection:
        health = run_report(connection, report("ingest-health"), Filters())
    place = health.columns.index("documents")
    documents = sum(int(str(row[place])) for row in health.rows)
    assert [(documents,)] == rows(database, "SELECT count(*) FROM documents")


def test_a_file_that_cannot_be_opened_is_a_failed_document_until_it_can(
    read: Read, archive: Path, database: Path
) -> None:
    (archive / "gone.pdf").symlink_to(archive / "nowhere.txt")
    first = read()
    assert (first.loaded, [failure.code for failure in first.failures]) == (3, ["unreadable_file"])
    assert rows(database, "SELECT parse_filename(path) FROM documents WHERE status = 'failed'") == [
        ("gone.pdf",)
    ]

    (archive / "nowhere.txt").write_text(PROTOCOL + "2. Slut", encoding="utf-8")
    second = read()

    assert (second.failed, second.loaded) == (0, 1)
    assert rows(database, "SELECT count(*) FROM documents WHERE status = 'failed'") == [(0,)]


@pytest.mark.slow
def test_a_document_that_takes_too_long_is_given_up(read: Read) -> None:
    summary = read(timeout=0.001)

    assert {failure.code for failure in summary.failures} == {"limit_exceeded"}
    assert summary.failed == 3
    assert "0.001 seconds" in summary.failures[0].message
    assert (read().failed, read(retry_failed=True).loaded) == (3, 3)


def test_progress_is_told(archive: Path, database: Path) -> None:
    told: list[tuple[int, int]] = []

    def follow(account: Account) -> None:
        told.append((account.answered, account.seen))

    ingest([str(archive)], Settings(database, workers=2), follow)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_folder_without_documents_is_wrong_use_and_makes_no_database(
    tmp_path: Path, database: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no document"):
        ingest([str(tmp_path / "empty")], Settings(database, workers=1))
    assert not database.exists()
