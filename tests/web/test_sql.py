"""The SQL console: what it answers, and what it cannot be made to do."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipeline.web.archive import Archive
from pipeline.web.routes.sql import ready_questions


def test_a_query_is_answered_on_the_page_and_as_files(client: TestClient) -> None:
    query = {"q": "SELECT council, count(*) AS meetings FROM meetings GROUP BY 1 ORDER BY 2 DESC"}
    page = client.get("/sql", params=query)
    assert page.status_code == 200
    assert '<td class="number">' in page.text
    assert "Adressen innehåller frågan".lower() in page.text.lower()
    records = json.loads(client.get("/sql.json", params=query).text)
    assert records[0]["council"] == "Lokala Brå"
    assert client.get("/sql.csv", params=query).text.startswith("council,meetings\n")


def test_ready_questions_can_be_answered(client: TestClient) -> None:
    questions = ready_questions()
    asked = [client.get("/sql.json", params={"q": ready["sql"]}) for ready in questions]
    assert questions
    assert [
        ready["sql"]
        for ready, answer in zip(questions, asked, strict=True)
        if answer.status_code != 200
    ] == []


def test_numbers_are_masked_in_answers(client: TestClient) -> None:
    query = {"q": "SELECT text FROM pages WHERE contains(text, 'Maj')"}
    for address in ("/sql", "/sql.csv", "/sql.json"):
        text = client.get(address, params=query).text
        assert "XXXXXX-XXXX" in text
        assert "9805" not in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("COPY meetings TO '/tmp/lokalbra-out.csv'", "One SELECT"),
        ("ATTACH '/tmp/lokalbra-other.duckdb'", "One SELECT"),
        ("PRAGMA memory_limit = '10GB'", ""),
        ("SET memory_limit = '10GB'", "One SELECT"),
        ("INSTALL httpfs", "One SELECT"),
        ("DELETE FROM meetings", "One SELECT"),
        ("SELECT 1; SELECT 2", "One SELECT"),
        ("", "One SELECT"),
        ("SELECT * FROM read_text('/etc/passwd')", "disabled"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled"),
        ("SELECT * FROM glob('/etc/*')", "disabled"),
        ("FROM '/etc/passwd'", ""),
        ("SELECT * FROM query('ATTACH ''x''')", ""),
        ("SELECT * FROM sniff_csv('/etc/passwd')", "disabled"),
        ("SELECT getenv('HOME')", ""),
        ("EXPLAIN ANALYZE COPY meetings TO '/tmp/lokalbra-out.csv'", ""),
        ("SELECT repeat('x', 400000000) || repeat('y', 400000000)", ""),
        ("SELECT repeat('x', 60000) FROM range(1000)", ""),
        ("SELECT list(r1.range) FROM range(100000) r1, range(100000) r2", ""),
    ],
)  # fmt: skip
def test_what_is_forbidden_or_too_large_ends_as_a_word(
    client: TestClient, query: str, said: str
) -> None:
    answer = client.get("/sql.json", params={"q": query})
    assert answer.status_code == 400
    assert said in answer.text
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text
    assert not Path("/tmp/lokalbra-out.csv").exists()


@pytest.mark.slow
def test_an_endless_query_is_broken_off(client: TestClient) -> None:
    endless = (
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"
    )
    answer = client.get("/sql", params={"q": endless})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_nothing_was_changed(archive: Archive) -> None:
    before = archive.state.copy
    assert before is not None
    archive.look()
    assert archive.state.copy == before
