"""Reading goes on while a real ingest writes, and shows the new state after it."""

import subprocess
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipeline.errors import DatabaseBusy
from pipeline.store.reading_copy import is_being_written
from pipeline.web.app import Access, make_app
from pipeline.web.archive import Archive
from tests.commands import LOKALBRA, lokalbra

pytestmark = pytest.mark.slow

TEXT = "Trygghetsrådet {place}\n\nMinnesanteckningar 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"
PATIENCE = 90  # seconds


def documents(folder: Path, places: list[str]) -> Path:
    folder.mkdir()
    for place in places:
        (folder / f"{place}.txt").write_text(TEXT.format(place=place), encoding="utf-8")
    return folder


def test_reading_while_an_ingest_writes(tmp_path: Path) -> None:
    database = tmp_path / "a.duckdb"
    assert (
        lokalbra("ingest", documents(tmp_path / "old", ["Ekmo"]), "--db", database).returncode == 0
    )
    archive = Archive(database, tmp_path / "serve")
    archive.start()
    page = TestClient(make_app(archive, Access()), base_url="http://127.0.0.1")
    new = documents(tmp_path / "new", [f"Ort{nth}" for nth in range(40)])
    with subprocess.Popen(
        [LOKALBRA, "ingest", new, "--db", database, "--no-progress"], stderr=subprocess.PIPE
    ) as ingest:
        seen_busy = 0
        until = time.monotonic() + PATIENCE
        while ingest.poll() is None and time.monotonic() < until:
            if is_being_written(database):
                archive.look()
            answer = page.get("/protocols")
            assert answer.status_code == 200
            if "En inläsning pågår" in answer.text:
                seen_busy += 1
                assert "Ekmo" in answer.text
                assert "Ort1<" not in answer.text
        assert ingest.wait() == 0
    assert seen_busy > 0
    archive.look()
    after = page.get("/protocols").text
    assert "En inläsning pågår" not in after
    assert "av 41<" in after
    archive.stop()


def test_starting_while_an_ingest_writes(tmp_path: Path) -> None:
    database = tmp_path / "a.duckdb"
    code = ["-c", "import sys; from pathlib import Path; from pipeline.store.database import open_for_writing as o\nwith o(Path(sys.argv[1])): print(1, flush=True); sys.stdin.read()"]  # fmt: skip
    archive = Archive(database, tmp_path / "serve")
    with subprocess.Popen(
        [LOKALBRA.parent / "python", *code, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        archive.start()
        page = TestClient(make_app(archive, Access()), base_url="http://127.0.0.1")
        waiting = page.get("/")
        assert waiting.status_code == 503
        assert "Arkivet visas när den är klar" in waiting.text
        assert waiting.headers["retry-after"] == "5"
    archive.look()
    assert page.get("/").status_code == 200
    archive.stop()


def test_a_question_for_which_memory_lacks_is_told(archive: Archive) -> None:
    with pytest.raises(DatabaseBusy), archive.reading() as desk:
        desk.connection.execute(
            "SELECT list(DISTINCT md5(a.range::VARCHAR)) FROM range(100_000_000) AS a"
        ).fetchall()
    with archive.reading() as desk:
        assert desk.connection.execute("SELECT count(*) > 0 FROM meetings").fetchone() == (True,)


@pytest.mark.parametrize("damage", [b"no database", b""])
def test_a_database_that_is_spoiled_later_is_told_and_the_last_state_stays(
    tmp_path: Path, damage: bytes
) -> None:
    database = tmp_path / "a.duckdb"
    assert lokalbra("ingest", documents(tmp_path / "d", ["Ekmo"]), "--db", database).returncode == 0
    archive = Archive(database, tmp_path / "serve")
    archive.start()
    page = TestClient(make_app(archive, Access()), base_url="http://127.0.0.1")
    database.write_bytes(damage)
    archive.look()
    answer = page.get("/protocols")
    assert "kan inte läsas om" in answer.text
    assert "Ekmo" in answer.text
    archive.stop()


def test_a_disk_that_goes_and_comes_back_is_told_of_and_looked_at_again(tmp_path: Path) -> None:
    disk, away = tmp_path / "disk", tmp_path / "away"
    archived = documents(tmp_path / "old", ["Ekmo"])
    assert lokalbra("ingest", archived, "--db", disk / "a.duckdb").returncode == 0
    archive = Archive(disk / "a.duckdb", tmp_path / "serve")
    archive.start()
    disk.rename(away)
    disk.touch()  # so that the system has another word for it than that the file is missing

    archive.look()
    assert archive.state.copy is not None
    assert "disk" in archive.state.trouble

    disk.unlink()
    away.rename(disk)
    archive.look()
    assert archive.state.trouble == ""
    archive.stop()
