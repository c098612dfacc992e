"""Words in a document that a database, page, terminal or spreadsheet could take for commands."""

import csv
import io
from pathlib import Path

import pytest

from pipeline.store.database import open_for_reading
from tests.commands import lokalbra

NAMES = (
    "Robert'); DROP TABLE documents;--",
    "<script>alert(1)</script> Ek",
    '=HYPERLINK("http://a.example";"Bo") Alm',
    "+46 Dahl",
    "@SUM(1+1) Ek",
    "Åsa \x1b[2J\x1b]0;du\x07 Öberg",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    lines = "\n".join(f"{name}, polisen" for name in NAMES)
    text = (
        f"Trygghetsrådet Granvik\nProtokoll 2021-03-04\n\nNärvarande:\n{lines}\n\n1. Läget\n"
        "Beslut: =cmd|' /C calc'!A0 ska <b>före</b> jul \x1b[31mlagas'; DELETE FROM actions;\n"
    )
    (made / "a.txt").write_text(text, encoding="utf-8")
    run = lokalbra("ingest", "a.txt", "--db", "a.duckdb", cwd=made)
    assert (run.returncode, run.stderr) == (0, "")
    return made


def test_it_is_stored_as_it_stands(folder: Path) -> None:
    text = (folder / "a.txt").read_text(encoding="utf-8")
    with open_for_reading(folder / "a.duckdb") as connection:
        [(stored,)] = connection.execute("SELECT text FROM pages").fetchall()
        quotes = connection.execute('SELECT start, "end", quote FROM evidence').fetchall()
        [(tables,)] = connection.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('documents', 'actions')"
        ).fetchall()
        [(actions,)] = connection.execute(
            "SELECT count(*) FROM actions WHERE contains(text, 'DELETE FROM actions')"
        ).fetchall()
    assert stored == text
    assert quotes
    assert all(text[start:end] == quote for start, end, quote in quotes)
    assert (tables, actions) == (2, 1)


@pytest.mark.parametrize(
    "command",
    [
        ("report", "action-audit", "--db", "a.duckdb"),
        ("sql", "SELECT text FROM pages", "--db", "a.duckdb"),
        ("show", "a.txt"),
    ],
)
def test_it_does_not_steer_the_terminal(folder: Path, command: tuple[str, ...]) -> None:
    shown = lokalbra(*command, cwd=folder)
    assert shown.returncode == 0
    assert not {"\x1b", "\x07"} & set(shown.stdout + shown.stderr)
    assert "jul" in shown.stdout


def test_it_stays_one_cell_for_programs(folder: Path) -> None:
    query = "SELECT text FROM actions WHERE contains(text, 'jul')"
    told = lokalbra("sql", query, "--db", "a.duckdb", "--format", "csv", cwd=folder).stdout
    [_, row] = csv.reader(io.StringIO(told))
    with open_for_reading(folder / "a.duckdb") as connection:
        assert [tuple(row)] == connection.execute(query).fetchall()
