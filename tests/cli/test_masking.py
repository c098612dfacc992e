"""Personal identity numbers leave by no door unasked: every command that writes a document's words."""

import json
from pathlib import Path

import pytest

from pipeline.store.database import open_for_reading
from tests.commands import lokalbra

TEXT = (
    "Protokoll Lokala Brå Ekmo 2019-03-01\n\n"
    "Närvarande:\nMaj Ek, kommunpolis, 850709-9805\nBo Alm, rektor\n\n"
    "1. Val av firmatecknare\nRådet beslutar att Maj Ek, 19850709-9805, tecknar firman.\n"
    "Kontakt: Bo Alm, 701063-2391, bo@ekmo.example\n\n"
    "2. 850709+9805 fyller år\nBilaga 1: 8507099805. Kameran på torget är trasig och har klottrats ned.\n"
)
DIGITS = ("9805", "2391", "850709", "701063")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with numbers in every kind of place, and a database that holds it."""
    path = tmp_path_factory.mktemp("masking")
    (path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert lokalbra("ingest", "a.txt", "--db", "a.duckdb", cwd=path).returncode == 0
    return path


@pytest.fixture(scope="module")
def meeting_id(folder: Path) -> str:
    with open_for_reading(folder / "a.duckdb") as connection:
        ((found,),) = connection.execute("SELECT meeting_id FROM meetings").fetchall()
    return str(found)


COMMANDS = [
    ("show", "a.txt"),
    ("show", "a.txt", "--json"),
    ("show", "MEETING", "--db", "a.duckdb"),
    ("show", "MEETING", "--db", "a.duckdb", "--json"),
    *(
        ("sql", f"SELECT * FROM {table}", "--db", "a.duckdb", "--format", form)
        for table, form in (
            ("pages", "csv"), ("sections", "md"), ("actions", "table"), ("evidence", "json"),
        )
    ),
    ("sql", "SELECT list(quote) AS quotes, {'a': min(quote)} AS s FROM evidence", "--db", "a.duckdb", "--format", "json"),
    ("search", "firma", "--db", "a.duckdb"),
    ("search", "firma", "--db", "a.duckdb", "--format", "json"),
    ("report", "action-audit", "--db", "a.duckdb", "--format", "csv"),
    ("doctor", "--db", "a.duckdb"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_masked_unless_asked_for(folder: Path, meeting_id: str, command: tuple[str, ...]) -> None:
    arguments = [meeting_id if each == "MEETING" else each for each in command]
    run = lokalbra(*arguments, cwd=folder)
    assert run.returncode == 0, run.stderr
    assert [digits for digits in DIGITS if digits in run.stdout + run.stderr] == []
    if command[0] in {"show", "search", "report"} or "FROM evidence" in command[1]:
        shown = lokalbra(*arguments, "--show-personnummer", cwd=folder)
        assert "9805" in shown.stdout
        assert "XXXX" not in shown.stdout


def test_an_error_repeats_no_number(folder: Path) -> None:
    query = "SELECT regexp_extract(text, '\\\\d{6}-\\\\d{4}')::DATE FROM pages"
    run = lokalbra("sql", query.replace("\\\\", "\\"), "--db", "a.duckdb", cwd=folder)
    assert run.returncode == 2
    assert "XXXXXX-XXXX" in run.stderr
    assert "9805" not in run.stderr


def test_the_stored_record_keeps_the_document_s_own_words(folder: Path) -> None:
    with open_for_reading(folder / "a.duckdb") as connection:
        ((text,),) = connection.execute("SELECT text FROM pages").fetchall()
        places = connection.execute('SELECT start, "end", quote FROM evidence').fetchall()
        told = connection.execute(
            "SELECT quote FROM issues JOIN evidence ON record_id = issue_id"
            " WHERE kind = 'personal_number' ORDER BY start"
        ).fetchall()
    assert all(text[start:end] == quote for start, end, quote in places)
    assert [quote for (quote,) in told] == [
        "850709-9805", "19850709-9805", "701063-2391", "850709+9805", "8507099805"
    ]  # fmt: skip


def test_masked_quotes_are_as_long_as_they_were(folder: Path) -> None:
    record = json.loads(lokalbra("show", "a.txt", "--json", cwd=folder).stdout)
    proofs = [
        proof
        for meeting in record["meetings"]
        for action in meeting["actions"]
        for proof in action["evidence"]
    ]
    assert any("X" in proof["quote"] for proof in proofs)
    assert [p for p in proofs if p["end"] - p["start"] != len(p["quote"])] == []


def test_a_number_is_no_part_of_who_somebody_is(folder: Path) -> None:
    record = json.loads(
        lokalbra("show", "a.txt", "--json", "--show-personnummer", cwd=folder).stdout
    )
    (meeting,) = record["meetings"]
    people = [(each["name"], each["role"], each["organisation"]) for each in meeting["attendees"]]
    assert people == [("Maj Ek", "kommunpolis", None), ("Bo Alm", "rektor", None)]
    assert [each["phone"] for each in meeting["contacts"]] == [None]
