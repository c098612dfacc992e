"""Exports as a person opens them: files read back by other programs than the one that wrote them."""

import csv
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from lxml import etree

from models.meeting import ActionKind
from pipeline.errors import UsageError
from pipeline.export import ExportFormat, export
from pipeline.store.database import Connection
from pipeline.store.report import reports
from tests.store.samples import full_protocol, protocol, store

NUMBER = "850709-9805"
FORMULAS = ("=1+1", "+46 70", "-- se bilaga", "@summa", "\tin", 'Å;ä "ö"\nrad två')


@pytest.fixture
def archive(connection: Connection) -> Connection:
    evil: list[tuple[ActionKind, str, str | None]] = [
        ("decision", text, None) for text in (*FORMULAS, f"Skrivelse från {NUMBER}")
    ]
    store(connection, full_protocol(), protocol("2021-04-01", actions=evil))
    return connection


def resources(folder: Path) -> dict[str, dict[str, Any]]:
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {each["name"]: each for each in described["resources"]}


def test_parquet_and_jsonl_hold_all_rows_with_their_types(
    archive: Connection, tmp_path: Path
) -> None:
    forms: tuple[tuple[ExportFormat, str], ...] = (
        ("parquet", "read_parquet"),
        ("jsonl", "read_json"),
    )
    for form, read in forms:
        folder = tmp_path / form
        export(archive, folder, form)
        for name, resource in resources(folder).items():
            path = folder / str(resource["path"])
            assert path.stat().st_size == resource["bytes"]
            if resource["rows"]:
                found = duckdb.sql(f"SELECT count(*) FROM {read}('{path}')").fetchone()
                assert found == (resource["rows"],), name
    day = duckdb.sql(f"SELECT max(meeting_date) FROM '{tmp_path}/parquet/meetings.parquet'")
    assert day.fetchone() == (date(2021, 4, 1),)
    first = (tmp_path / "jsonl" / "meetings.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first)["ordinal"] == 1
    names = {row[0] for row in archive.execute("SHOW TABLES").fetchall()}
    assert resources(tmp_path / "jsonl").keys() <= names


def test_csv_is_what_a_swedish_excel_opens(archive: Connection, tmp_path: Path) -> None:
    export(archive, tmp_path / "csv", "csv")

    data = (tmp_path / "csv" / "actions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfaction_id;")
    with (tmp_path / "csv" / "actions.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, delimiter=";")]
    safe = [f"'{text}" if text[0] in "=+-@\t" else text for text in FORMULAS]
    assert set(safe) < set(texts)
    with (tmp_path / "csv" / "evidence.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["confidence"] for row in csv.DictReader(file, delimiter=";")} == {"0,9", "1,0"}
    fields = resources(tmp_path / "csv")["evidence"]["schema"]
    assert {"name": "confidence", "type": "number", "decimalChar": ","} in fields["fields"]


def test_a_workbook_has_text_as_text(archive: Connection, tmp_path: Path) -> None:
    export(archive, tmp_path / "x", "xlsx", with_reports=True)

    with zipfile.ZipFile(tmp_path / "x" / "lokalbra.xlsx") as book:
        sheets = etree.fromstring(book.read("xl/workbook.xml"))
        cells = b"".join(book.read(name) for name in book.namelist() if "worksheets/" in name)
    names = [each.get("name") for each in sheets.iter() if each.tag.endswith("}sheet")]
    assert names == list(resources(tmp_path / "x"))
    assert {each.view for each in reports()} < set(names)
    assert b"<f>" not in cells
    assert b"=1+1" in cells


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_identity_numbers_are_masked_unless_asked_for(
    archive: Connection, tmp_path: Path, form: ExportFormat
) -> None:
    export(archive, tmp_path / "masked", form)
    export(archive, tmp_path / "shown", form, personal_numbers=True)

    def words(folder: Path) -> bytes:
        files = [path for path in folder.iterdir() if path.suffix != ".json"]
        if form != "xlsx":
            return b"".join(path.read_bytes() for path in files)
        with zipfile.ZipFile(files[0]) as book:
            return b"".join(book.read(name) for name in book.namelist())

    assert b"9805" not in words(tmp_path / "masked")
    assert b"XXXXXX-XXXX" in words(tmp_path / "masked")
    assert NUMBER.encode() in words(tmp_path / "shown")


def test_an_earlier_export_is_replaced_and_nothing_else(
    archive: Connection, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    export(archive, folder, "jsonl")
    export(archive, folder, "csv")
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".json"}

    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.txt"):
        export(archive, folder, "csv")
    with pytest.raises(UsageError, match="is a file"):
        export(archive, folder / "mine.txt", "csv")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_export_that_fails_leaves_nothing(archive: Connection, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        export(archive, blocked / "out", "csv")
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"test", "file"}
