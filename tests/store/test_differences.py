"""What changed between two runs, and why: batches of real files, and the command."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.ingest.batch import Settings, ingest
from pipeline.store.changes import SAID
from pipeline.store.database import Connection, open_for_reading, open_for_writing
from pipeline.store.differences import differences
from tests.commands import lokalbra

PROTOCOL = """Trygghetsrådet Granvik
Protokoll 2021-03-04

Närvarande: Maj Ek, samordnare

1. Läget
Det klottras vid stationen.
"""

IDS = {"document_id", "ordinal", "start", "end", "run_id"}
LINKED = {
    "series_key",
    "person_rule",
    "person_other",
    "state",
    "outcome",
    "carried_from",
    "carried_rule",
    "score",
    "link_rule",
    "link_words",
    "link_via",
}
PLACES = {"page", "quote"}
READING = {"width_pt", "height_pt", "turned", "ocr", "ocr_confidence", "unclaimed_share"}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Three runs: two files; one of them edited and another new; the code of the facts another."""
    folder = tmp_path_factory.mktemp("runs")
    archive, database = folder / "archive", folder / "a.duckdb"
    archive.mkdir()

    def write(name: str, text: str) -> None:
        (archive / name).write_text(text, encoding="utf-8")

    def run() -> str:
        return ingest([str(archive)], Settings(database, workers=1)).run_id

    write("a.txt", PROTOCOL)
    write("b.txt", PROTOCOL.replace("2021", "2022"))
    ids = [run()]
    write("b.txt", PROTOCOL.replace("2021", "2022").replace("Maj Ek", "Bo Alm"))
    write("c.txt", PROTOCOL.replace("2021", "2023"))
    ids.append(run())
    with open_for_writing(database) as connection:  # as older code would have left them
        connection.execute("UPDATE documents SET facts_version = 'old'")
        connection.execute(
            "UPDATE problem_mentions SET problem = 'brand' WHERE problem = 'klotter'"
        )
    ids.append(run())
    return database, ids


@pytest.fixture
def connection(runs: tuple[Path, list[str]]) -> Iterator[Connection]:
    with open_for_reading(runs[0]) as opened:
        yield opened


def told(facts: tuple[tuple[str, str, str, str, str], ...]) -> list[tuple[object, ...]]:
    """Name, why, kind, change and the first value of each fact that is no page or section."""
    return [
        (Path(path).name, cause, kind, change, next(iter(json.loads(fact).values())))
        for path, cause, kind, change, fact in facts
        if kind not in ("pages", "sections")
    ]


def test_new_bytes_change_what_they_say_otherwise(
    connection: Connection, runs: tuple[Path, list[str]]
) -> None:
    found = differences(connection, runs[1][0], runs[1][1])

    assert told(found.facts) == [
        ("b.txt", "bytes", "attendees", "came", "Bo Alm"),
        ("b.txt", "bytes", "attendees", "went", "Maj Ek"),
    ]
    assert found.causes == (("bytes", "forgotten", 1), ("bytes", "loaded", 1), ("new", "loaded", 1))
    assert ("documents ok", 2, 3) in found.numbers
    assert ("attendees", 2, 1) in found.sums  # one of them in the new document


def test_other_code_changes_what_it_understands_otherwise(
    connection: Connection, runs: tuple[Path, list[str]]
) -> None:
    found = differences(connection, None, None)

    assert (found.before.run_id, found.after.run_id) == (runs[1][1], runs[1][2])
    assert told(found.facts) == [
        (f"{name}.txt", "facts", "problem_mentions", change, problem)
        for name in "abc"
        for change, problem in (("came", "klotter"), ("went", "brand"))
    ]
    assert found.causes == (("facts", "loaded", 3),)
    assert found.numbers == ()


def test_runs_are_summed_up(connection: Connection, runs: tuple[Path, list[str]]) -> None:
    found = differences(connection, runs[1][0], runs[1][2])
    assert {name for name, *_ in told(found.facts)} == {"a.txt", "b.txt"}  # c.txt is new


def test_what_is_no_run_is_wrong_use(connection: Connection, runs: tuple[Path, list[str]]) -> None:
    for names in (("nosuchrun", None), (runs[1][2], runs[1][0]), ("2", None), (None, runs[1][0])):
        with pytest.raises(UsageError):
            differences(connection, *names)


def test_all_that_a_fact_says_is_compared(connection: Connection) -> None:
    columns = connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    for table in SAID:
        keys = {column for _, column in columns if column.endswith("_id")}
        held = {column for name, column in columns if name == table}
        beside = keys | IDS | LINKED | READING | PLACES
        assert held - (beside - set(SAID[table])) == set(SAID[table]), table


def test_the_command_tells_a_person_and_a_program(runs: tuple[Path, list[str]]) -> None:
    database, ids = runs
    person = lokalbra("diff", ids[0], ids[1], "--db", database)
    program = lokalbra("diff", ids[0], ids[1], "--db", database, "--format", "json")
    listed = lokalbra("diff", "--db", database, "--format", "csv")

    assert person.returncode == program.returncode == listed.returncode == 0
    assert "filen har annat innehåll" in person.stdout
    assert "Bo Alm" in person.stdout
    assert json.loads(program.stdout)["after"]["run_id"] == ids[1]
    assert len(listed.stdout.splitlines()) == 1 + 6
    assert lokalbra("diff", "nosuchrun", "--db", database).returncode == 2
