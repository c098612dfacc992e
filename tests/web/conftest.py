"""An archive of some protocols, one of them written to harm whoever shows it, and its page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipeline.web.app import Access, make_app
from pipeline.web.archive import Archive
from tests.commands import lokalbra

CORPUS = Path(__file__).parents[2] / "corpus"
HOSTILE = (
    "Trygghetsrådet <script>alert(1)</script>\n\nMinnesanteckningar 2019-03-01\n\n"
    'Närvarande:\nMaj <img src=x onerror="alert(2)"> Ek, kommunpolis, 850709-9805\nBo Alm, rektor\n\n'
    "1. Läget\nDet klottras vid {{ 7 * 7 }} stationen av 850709-9805 och '; DROP TABLE meetings; --.\n"
    'Rådet beslutar att Bo Alm ringer "><svg onload=alert(3)> polisen senast 2019-05-01.\n\n'
    "2. Säkerhet\nBo Alm, 19850709-9805, tar fram javascript:alert(4) till nästa möte.\n"
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents in `arkiv` and the database they were read into."""
    path = tmp_path_factory.mktemp("web")
    (path / "arkiv").mkdir()
    for source in sorted(CORPUS.glob("vikdal-*.pdf")):
        shutil.copy(source, path / "arkiv")
    (path / "arkiv" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (path / "arkiv" / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing that a reader knows\n")
    run = lokalbra("ingest", "arkiv", "--db", "a.duckdb", cwd=path)
    assert run.returncode == 3, run.stderr  # the broken one
    return path


@pytest.fixture(scope="session")
def archive(folder: Path) -> Iterator[Archive]:
    opened = Archive(folder / "a.duckdb", folder / "serve")
    opened.start()
    yield opened
    opened.stop()


@pytest.fixture(scope="session")
def client(archive: Archive) -> TestClient:
    """The page, as a browser on this machine asks it; the archive outlives it."""
    return TestClient(make_app(archive, Access()), base_url="http://127.0.0.1:8000")
