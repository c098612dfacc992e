"""The README names what there is: commands, reports, tables with their columns, make's targets."""

import re
from pathlib import Path
from typing import get_args

import pytest
from click import Context

from models.issue import IssueKind
from pipeline.cli import main
from pipeline.store.database import open_for_writing
from pipeline.store.report import reports

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(main.list_commands(Context(main))))
def test_commands(command: str) -> None:
    assert f"lokalbra {command}" in README


def test_reports() -> None:
    table = README[README.index("| report | answers |") :].split("\n\n")[0]
    listed = re.findall(r"^\| `([a-z-]+)` \|", table, re.M)
    assert sorted(listed) == sorted(report.name for report in reports())


def test_tables_and_their_columns(tmp_path: Path) -> None:
    block = re.search(r"^documents .*?(?=^```)", README, re.M | re.S)
    assert block is not None
    told: dict[str, list[str]] = {}
    table = ""
    for line in block.group().splitlines():
        name = re.match(r"(\w+)\s{2,}", line)
        table = name[1] if name else table
        columns = re.split(r"\s{3,}", line[name.end() if name else 0 :].strip())[0]
        words = (part.split() for part in re.sub(r"\(.*?\)", "", columns).split(","))
        told.setdefault(table, []).extend(part[0] for part in words if part)
    with open_for_writing(tmp_path / "x.duckdb") as database:
        rows = database.execute(
            "SELECT table_name, column_name FROM information_schema.columns JOIN"
            " information_schema.tables USING (table_schema, table_name)"
            " WHERE table_type = 'BASE TABLE' AND table_schema = 'main'"
            " ORDER BY ordinal_position"
        ).fetchall()
    held: dict[str, list[str]] = {}
    for name_, column in rows:
        held.setdefault(name_, []).append(column)
    for inner in ("schema_version", "series_to_link"):
        held.pop(inner)
    assert told == held


def test_issue_kinds() -> None:
    table = README[README.index("| kind | severity | meaning |") :].split("\n\n")[0]
    first = [row.split("|")[1] for row in table.splitlines()[2:]]
    told = [kind for cell in first for kind in re.findall(r"`(\w+)`", cell)]
    assert sorted(told) == sorted(get_args(IssueKind))


def test_paths() -> None:
    named = re.findall(r"`((?:models|pipeline|tests|tools|benchmarks)/[\w./-]+)`", README)
    assert named
    real = [path for path in named if "NAME" not in path]
    assert [path for path in real if not (ROOT / path).exists()] == []


def test_make_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.M))
    assert {"archive", "test"} <= named <= targets
    assert set(re.findall(r"^# make ([a-z]+)", makefile, re.M)) <= targets
