"""What a run that was killed leaves behind, and how the next one takes it up. Real processes."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from pipeline.ingest.begun import Begun, Undertaking, begun_file, left_over
from pipeline.store.database import open_for_reading
from tests.commands import LOKALBRA, lokalbra

PROTOCOL = "Trygghetsrådet Granvik\nProtokoll 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"
DEADLINE = 60.0  # seconds
pytestmark = pytest.mark.slow


def under_way(path: str) -> Undertaking:
    return Undertaking(path, f"id of {path}", 7)


def test_what_is_begun_and_not_struck_out_is_left_over(tmp_path: Path) -> None:
    database = tmp_path / "a.duckdb"
    begun = Begun(database)
    begun.add([under_way("a")])
    begun.add([under_way("å\n"), under_way("b")])
    begun.strike(["a"])

    assert left_over(database) == [under_way("å\n"), under_way("b")]
    begun.strike(["å\n", "b"])
    begun.close()
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_was_cut_off_is_passed_over(tmp_path: Path) -> None:
    database = tmp_path / "a.duckdb"
    Begun(database).add([under_way("a")])
    with begun_file(database).open("ab") as file:
        file.write(b'["b", "i')
    assert left_over(database) == [under_way("a")]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Forty protocols."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(40):
        text = f"{PROTOCOL}Klotter vid port {number}.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def started(archive: Path) -> "subprocess.Popen[str]":
    """An ingest that has begun to read."""
    run = subprocess.Popen(
        [str(LOKALBRA), "ingest", str(archive), "--db", "a.duckdb", "--workers", "1"],
        cwd=archive.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_until(lambda: bool(left_over(archive.parent / "a.duckdb")))
    return run


def readers_of(run: "subprocess.Popen[str]") -> list[psutil.Process]:
    found: list[psutil.Process] = psutil.Process(run.pid).children(recursive=True)
    return found


def test_a_killed_run_leaves_no_process_and_loses_no_document(archive: Path) -> None:
    run = started(archive)
    readers = readers_of(run)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    psutil.wait_procs(readers, timeout=DEADLINE)
    assert not any(each.is_running() for each in readers)
    lost = left_over(archive.parent / "a.duckdb")
    assert lost
    told = lokalbra("doctor", "--db", "a.duckdb", cwd=archive.parent).stdout
    assert f"{len(lost)} dokument lästes när inläsningen bröts" in told

    # A later run of something else tells "died" from "never tried".
    other = archive / "39.txt"
    lokalbra("ingest", other, "--db", "a.duckdb", cwd=archive.parent)
    with open_for_reading(archive.parent / "a.duckdb") as connection:
        rows = connection.execute(
            "SELECT path FROM documents WHERE error_code = 'interrupted' ORDER BY 1"
        ).fetchall()
        noted = connection.execute(
            "SELECT path FROM run_documents WHERE outcome = 'interrupted' ORDER BY 1"
        ).fetchall()
    assert [path for (path,) in rows] == sorted(each.path for each in lost)
    assert noted == rows

    again = lokalbra("ingest", archive, "--db", "a.duckdb", cwd=archive.parent)
    assert again.returncode == 0
    with open_for_reading(archive.parent / "a.duckdb") as connection:
        found = connection.execute(
            """SELECT count(*), count(*) FILTER (status = 'ok'), count(DISTINCT document_id),
                      (SELECT count(*) FROM meetings) FROM documents"""
        ).fetchall()
    assert found == [(40, 40, 40, 40)]
    assert not begun_file(archive.parent / "a.duckdb").exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_stores_what_is_read_and_says_how_to_go_on(
    archive: Path, sign: signal.Signals
) -> None:
    run = started(archive)
    readers = readers_of(run)
    run.send_signal(sign)
    out, err = run.communicate(timeout=DEADLINE)

    assert (run.returncode, err) == (130, "")
    assert "Kör samma kommando igen" in out
    assert not any(each.is_running() for each in readers)
    with open_for_reading(archive.parent / "a.duckdb") as connection:
        [(seen, settled, ended)] = connection.execute(
            "SELECT seen, loaded + failed, finished_at IS NOT NULL FROM runs"
        ).fetchall()
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(settled,)]
    assert seen == 40
    assert settled < 40
    assert ended
    assert lokalbra("ingest", archive, "--db", "a.duckdb", cwd=archive.parent).returncode == 0


def test_a_second_ingest_says_that_the_first_is_at_work(archive: Path) -> None:
    for number in range(40, 500):  # work for longer than the second takes to start
        (archive / f"{number}.txt").write_text(f"{PROTOCOL}Klotter vid port {number}.\n")
    run = started(archive)
    second = lokalbra("ingest", archive, "--db", "a.duckdb", cwd=archive.parent)
    out, _ = run.communicate(timeout=DEADLINE)

    assert second.returncode == 4
    assert "in use" in second.stderr
    assert "500 dokument: 500 inlästa" in out
