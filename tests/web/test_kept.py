"""Pages are made once for a state of the archive, and sent again only where they have changed."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipeline.store.database import open_for_writing
from pipeline.web.app import Access, make_app
from pipeline.web.archive import Archive

pytestmark = pytest.mark.slow


def test_a_page_that_is_had_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/actions?council=vikdal")
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get("/actions?council=vikdal", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/actions", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_a_page_is_the_same_packed_and_kept(client: TestClient) -> None:
    plain, packed, kept = (
        client.get("/problems?council=vik", headers={"Accept-Encoding": each})
        for each in ("identity", "gzip", "identity")
    )
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert plain.text == packed.text == kept.text


@pytest.mark.parametrize("address", ["/sql?q=SELECT+1", "/actions?state=gone", "/people/x"])
def test_answers_and_faults_are_not_kept(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_a_changed_archive_makes_new_pages(folder: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(folder / "a.duckdb", tmp_path))
    archive = Archive(database, tmp_path / "serve")
    archive.start()
    page = TestClient(make_app(archive, Access()), base_url="http://127.0.0.1")
    before = page.get("/documents?status=failed")
    with open_for_writing(database) as connection:
        connection.execute("DELETE FROM documents WHERE status = 'failed'")
    archive.look()
    after = page.get("/documents?status=failed", headers={"If-None-Match": before.headers["etag"]})
    archive.stop()
    assert "broken.pdf" in before.text
    assert after.status_code == 200
    assert "broken.pdf" not in after.text
