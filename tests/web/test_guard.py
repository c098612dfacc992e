"""Who may ask, and what every answer carries."""

import pytest
from starlette.testclient import TestClient

from pipeline.web.app import Access, make_app
from pipeline.web.archive import Archive
from tests.commands import lokalbra

TOKEN = "korrekt häst batteri"


@pytest.fixture(scope="module")
def closed(archive: Archive) -> TestClient:
    """The page with a token, under a name of its own."""
    access = Access(frozenset({"arkiv.example"}), TOKEN)
    return TestClient(make_app(archive, access), base_url="https://arkiv.example")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "", "[::1", "127.0.0.1@evil"]
)
def test_a_foreign_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_this_machine_s_names_are_taken(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 200),
    ],
)  # fmt: skip
def test_other_sites_may_link_and_nothing_else(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.get("/", headers=headers).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    origin = {"Origin": "http://127.0.0.1:8000"}
    assert client.request(method, "/actions", headers=origin).status_code == 405


@pytest.mark.parametrize("address", ["/", "/nowhere", "/actions?page=x", "/static/style.css"])
def test_every_answer_is_guarded(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "address",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd",
     "/static/..%5capp.py", "/documents/..%2f..%2fetc%2fpasswd/original", "/static/%00"],
)  # fmt: skip
def test_no_file_but_its_own_is_given(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import " not in answer.text


def test_an_endless_address_is_refused(client: TestClient) -> None:
    assert client.get(f"/actions?text={'a' * 20_000}").status_code == 414


def test_without_the_token_nothing_is_shown(closed: TestClient) -> None:
    for address in ("/", "/actions.csv", "/protocols/x", "/nowhere"):
        answer = closed.get(address)
        assert answer.status_code == 401
        assert "Vikdal" not in answer.text
    assert closed.get("/", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert closed.get("/", headers={"Cookie": "lokalbra_token=wrong"}).status_code == 401


def test_a_program_gives_the_token_in_a_header(closed: TestClient) -> None:
    header = {b"Authorization": f"Bearer {TOKEN}".encode()}
    assert closed.get("/", headers=header).status_code == 200


def test_a_person_gives_the_token_once(closed: TestClient) -> None:
    origin = {"Origin": "https://arkiv.example"}
    assert closed.post("/login", data={"token": "wrong"}, headers=origin).status_code == 401
    assert closed.post("/login", data={"token": TOKEN}).status_code == 403  # without Origin
    given = closed.post("/login", data={"token": TOKEN}, headers=origin, follow_redirects=False)
    cookie = given.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert closed.get("/").status_code == 200
    closed.cookies.clear()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--host", "0.0.0.0"),
        ("--host", "192.0.2.1"),
        ("--token", "kort"),
        ("--host", "192.0.2.1", "--token", "en lång hemlighet"),  # an address that is not ours
    ],
)
def test_serve_says_what_it_needs(archive: Archive, arguments: tuple[str, ...]) -> None:
    run = lokalbra("serve", "--db", archive.database, "--port", "0", *arguments)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_serve_without_a_database() -> None:
    run = lokalbra("serve", "--db", "/nowhere/x.duckdb", "--port", "0")
    assert run.returncode == 4
    assert "there is no database" in run.stderr
