"""The pages, through the addresses that a person would follow."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from pipeline.link.forms import Rule
from pipeline.store.database import open_for_reading
from pipeline.store.report import reports
from pipeline.web.archive import Archive
from pipeline.web.pages import words
from tests.web.addresses import crawl, links

DIGITS = ("9805", "850709")


@pytest.fixture(scope="module")
def answers(client: TestClient) -> dict[str, Response]:
    return crawl(client, "/", 120)


def protocols_of(folder: Path, name: str) -> list[str]:
    with open_for_reading(folder / "a.duckdb") as connection:
        rows = connection.execute(
            "SELECT meeting_id FROM meetings JOIN documents USING (document_id) WHERE contains(path, ?)",
            [name],
        ).fetchall()
    return [meeting_id for (meeting_id,) in rows]


def test_no_link_leads_nowhere(answers: dict[str, Response]) -> None:
    assert len(answers) > 100
    gone = {
        address
        for address, answer in answers.items()
        if answer.status_code != 200 and "broken" not in answer.text
    }
    assert gone == set()


def test_no_page_gives_a_personal_identity_number(answers: dict[str, Response]) -> None:
    pages = {address: answer for address, answer in answers.items() if "/original" not in address}
    assert any("XXXXXX-XXXX" in answer.text for answer in pages.values())
    leaking = {
        address
        for address, answer in pages.items()
        if "image" not in answer.headers["content-type"] and any(d in answer.text for d in DIGITS)
    }
    assert leaking == set()


def test_a_protocol_s_words_are_words_and_nothing_else(answers: dict[str, Response]) -> None:
    shown = [answer.text for answer in answers.values() if "html" in answer.headers["content-type"]]
    assert any("&lt;script&gt;alert(1)" in text for text in shown)
    assert any("{{ 7 * 7 }}" in text for text in shown)
    for text in shown:
        assert "<script>" not in text
        assert not re.search(r"onerror=(?!&#34;)", text)
        assert "<svg onload" not in text
        assert 'href="javascript:' not in text


def test_no_page_loads_anything_from_elsewhere(answers: dict[str, Response]) -> None:
    for answer in answers.values():
        if "html" in answer.headers["content-type"]:
            assert re.findall(r'(?:src|href|action)="(?!/|#)[^"]*"', answer.text) == []
            assert " style=" not in answer.text


def test_the_first_page_is_light(client: TestClient) -> None:
    page = client.get("/")
    loaded = [client.get(each).content for each in links(page.text) if each.startswith("/static/")]
    assert len(page.content) + sum(map(len, loaded)) < 100_000


def test_the_grid_counts_protocols_and_what_is_missing(client: TestClient) -> None:
    page = client.get("/", params={"council": "Vikdal"}).text
    assert re.search(r'aria-label="2016: 2 protokoll, 0 saknas, 0 delvis lästa"', page)
    assert re.search(r'aria-label="2017: 2 protokoll, [12] saknas', page)


def test_english(client: TestClient) -> None:
    page = client.get("/actions", params={"lang": "en"}).text
    assert '<html lang="en">' in page
    assert "Actions and what became of them" in page
    assert all(
        "lang=en" in each
        for each in links(page)
        if not each.startswith("/static/") and each != "/actions"
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"council": "vikdal", "state": "done"}, True),
        ({"council": "vikdal", "owner": "Hallin"}, True),
        ({"council": "vikdal", "from": "2018", "to": "2018"}, True),
        ({"council": "vikdal", "kind": "commitment", "state": "done"}, True),
        ({"council": "Atlantis"}, False),
        ({"text": "%' OR 1=1 --"}, False),
    ],
)
def test_actions_are_narrowed_by_the_address(
    client: TestClient, asked: dict[str, str], found: bool
) -> None:
    records = json.loads(client.get("/actions.json", params=asked).text)
    page = client.get("/actions", params=asked)
    assert bool(records) is found
    assert ("Inget passar urvalet" in page.text) is not found
    for record in records:
        assert record["state"] == asked.get("state", record["state"])
        assert record["kind"] == asked.get("kind", record["kind"])
        assert asked.get("owner", "") in f"{record['owner']} {record['owner_person']}"
        if "from" in asked:
            assert record["meeting_date"].startswith(asked["from"])


def test_actions_as_csv_are_those_of_the_page(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/actions.csv?council=vikdal").text)))
    page = client.get("/actions?council=vikdal").text
    assert rows
    assert f"av {len(rows)}<" in page
    assert all(f"/actions/{row['action_id']}" in page for row in rows)


def test_an_action_tells_its_life(client: TestClient) -> None:
    (done,) = json.loads(
        client.get("/actions.json?council=vikdal&text=kartl%C3%A4gg&state=done").text
    )
    page = client.get(f"/actions/{done['action_id']}").text
    steps = re.findall(r'<li class="(given|repeated|follow_up)">', page)
    assert steps[0] == "given"
    assert "follow_up" in steps
    assert "nämner saken" in page


def test_a_silent_action_names_the_protocols_that_were_searched(client: TestClient) -> None:
    silent = json.loads(client.get("/actions.json?council=vikdal&state=silent&order=oldest").text)
    action = silent[0]
    page = client.get(f"/actions/{action['action_id']}").text
    assert "Sedan är det tyst" in page
    assert page.count("nämner den inte") == action["later_protocols"]


def test_a_cell_of_the_heat_map_opens_its_quotes(client: TestClient) -> None:
    page = client.get("/problems?council=vikdal").text
    cell = re.search(
        r'href="(/problems/personran\?year=(\d+)[^"]*)" aria-label="[^"]*i (\d) av (\d) protokoll"',
        page,
    )
    assert cell is not None
    address, year, with_, of = cell.groups()
    assert int(with_) <= int(of)
    quotes = client.get(address.replace("&amp;", "&")).text
    days = set(re.findall(r"<time>(\d{4})-\d\d-\d\d</time></a> <span class=\"faint\">", quotes))
    assert days == {year}


def test_a_protocol_stands_beside_its_pages(client: TestClient, folder: Path) -> None:
    (meeting_id,) = protocols_of(folder, "vikdal-2017-02-09")
    page = client.get(f"/protocols/{meeting_id}").text
    facts = set(re.findall(r'<li id="f-([^"]+)"', page))
    boxes = set(re.findall(r'<a href="#f-([^"]+)"[^>]* data-fact', page))
    assert {"meeting_date", "p1", "a1", "s1"} <= facts
    assert boxes
    assert boxes <= facts
    for key in boxes:  # each fact that has a box leads to its first one
        assert page.count(f'id="b-{key}"') == 1
        assert f'href="#b-{key}"' in page
    picture = client.get(next(each for each in links(page) if each.endswith(".webp")))
    assert picture.headers["content-type"] == "image/webp"
    assert picture.content[8:12] == b"WEBP"


def test_text_without_layout_is_marked_where_facts_stand(client: TestClient, folder: Path) -> None:
    (meeting_id,) = protocols_of(folder, "hostile.txt")
    page = client.get(f"/protocols/{meeting_id}").text
    assert re.search(r'<a class="mark g-actions" href="#f-a1" id="b-a1" data-fact="a1">', page)


def test_the_original_is_what_was_read(client: TestClient, folder: Path) -> None:
    (meeting_id,) = protocols_of(folder, "vikdal-2016-02-11")
    page = client.get(f"/protocols/{meeting_id}").text
    address = next(each for each in links(page) if each.endswith("/original"))
    answer = client.get(address)
    assert answer.content == (folder / "arkiv" / "vikdal-2016-02-11.pdf").read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_changed_original_is_not_shown(client: TestClient, folder: Path) -> None:
    path = folder / "arkiv" / "vikdal-2018-09-20.pdf"
    (meeting_id,) = protocols_of(folder, path.name)
    page = client.get(f"/protocols/{meeting_id}").text
    address = next(each for each in links(page) if each.endswith("/original"))
    kept = path.with_suffix(".kept")
    path.rename(kept)
    shutil.rmtree(folder / "serve" / "pictures", ignore_errors=True)
    try:
        path.write_bytes(b"something else, a secret of the same name")
        changed = client.get(address)
        path.unlink()
        path.symlink_to("/etc/passwd")
        led_astray = client.get(address)
        picture = client.get(address.replace("original", "pages/1.webp"))
    finally:
        path.unlink()
        kept.rename(path)
    for answer in (changed, led_astray):
        assert answer.status_code == 404
        assert "Originalet finns inte kvar" in answer.text
    assert picture.status_code == 404


def test_a_person_has_roles_attendance_and_actions(client: TestClient) -> None:
    page = client.get("/people?name=Hallin&council=vikdal").text
    address = next(each for each in links(page) if each.startswith("/people/"))
    person = client.get(address).text
    assert "Per-Olov Hallin" in person
    assert "kartlägg" in person  # what he answers for
    assert "<meter" in person


def test_an_organisation(client: TestClient) -> None:
    page = client.get("/people?kind=organisation&council=vikdal").text
    address = next(each for each in links(page) if each.startswith("/organisation"))
    assert "Personer därifrån" in client.get(address.replace("&amp;", "&")).text


def test_failed_documents_say_why(client: TestClient) -> None:
    page = client.get("/documents?status=failed").text
    assert "broken.pdf" in page
    assert "spara den på nytt" in page
    assert "save it anew" in client.get("/documents?status=failed&lang=en").text


@pytest.mark.parametrize(
    "address",
    [
        "/actions?state=gone", "/actions?from=igar", "/actions?page=0", "/actions?page=x",
        "/problems/klotter?year=19x", "/protocols?year=99999", "/issues?severity=huge",
        f"/actions?text={'a' * 300}",
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/actions/x", "/protocols/x", "/problems/x", "/people/x", "/documents/x",
     "/documents/x/original", "/documents/x/pages/1.webp", "/organisation?name=x"],
)  # fmt: skip
def test_what_is_not_there_is_told(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Finns inte" in answer.text


def test_pictures_are_drawn_once(archive: Archive, client: TestClient, folder: Path) -> None:
    with archive.reading() as desk:
        row = desk.connection.execute(
            "SELECT document_id, path FROM documents WHERE contains(path, 'vikdal-2019-02-14')"
        ).fetchone()
    assert row is not None
    address = f"/documents/{row[0]}/pages/1.webp"
    first = client.get(address)
    shutil.move(row[1], folder / "away")
    try:
        again = client.get(address)
    finally:
        shutil.move(folder / "away", row[1])
    assert first.content == again.content


def test_search_marks_what_it_finds(client: TestClient) -> None:
    page = client.get("/search", params={"q": "rån", "council": "vikdal", "from": "2016"}).text
    assert re.search(r"<mark>[^<]*rån[^<]*</mark>", page)
    assert "<script>" not in client.get("/search", params={"q": "klottras"}).text
    assert client.get("/search", params={"q": '"ojämnt'}).status_code in {200, 400}
    assert "0 träffar" in client.get("/search", params={"q": "kärnkraftverk"}).text


@pytest.mark.parametrize("name", [each.name for each in reports()])
def test_every_report_has_its_page_and_its_file(client: TestClient, name: str) -> None:
    assert f'href="/reports/{name}"' in client.get("/reports").text
    page = client.get(f"/reports/{name}", params={"council": "vikdal"})
    assert page.status_code == 200
    file = client.get(f"/reports/{name}.csv", params={"council": "vikdal"}).text
    rows = list(csv.DictReader(io.StringIO(file)))
    assert page.text.count("<tr>") == min(len(rows), 100) + bool(rows)  # with the headings


def test_a_person_s_forms_are_explained(client: TestClient, folder: Path) -> None:
    with open_for_reading(folder / "a.duckdb") as connection:
        found = connection.execute(
            "SELECT person_id, written, person_rule FROM person_matches WHERE person_rule <> 'same' LIMIT 1"
        ).fetchone()
    assert found is not None
    person_id, written, rule = found
    page = client.get(f"/people/{person_id}").text
    assert f"<td>{written}</td><td>{words()[f'rule_{rule}']['sv']}</td>" in page


def test_every_rule_by_which_names_are_joined_has_words() -> None:
    assert {f"rule_{rule}" for rule in get_args(Rule)} <= set(words())


@pytest.mark.parametrize("name", ["problem-by-year", "action-audit", "attendance"])
def test_a_plot_has_its_table(client: TestClient, name: str) -> None:
    page = client.get("/plots", params={"plot": name, "council": "vikdal"}).text
    picture = next(each for each in links(page) if ".svg?" in each).replace("&amp;", "&")
    drawn = client.get(picture)
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawn.text
    assert "script-src" not in drawn.headers["content-security-policy"]
    assert page.count("<tr>") > 3
