"""Every command as a real process: exit code, what is on standard output, what is not."""

import csv
import io
import json
import os
import resource
import subprocess
from pathlib import Path

import click
import pytest

from pipeline.cli import main
from pipeline.store.database import open_for_writing
from pipeline.table import printable, write
from tests.commands import LOKALBRA, lokalbra
from tests.store.samples import full_protocol, protocol, store

PROTOCOL = "Trygghetsrådet Granvik\nProtokoll 2021-03-04\n\n1. Läget\nDet klottras vid stationen.\n"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a full protocol and one that tries to steer the terminal."""
    path = tmp_path_factory.mktemp("cli") / "test.duckdb"
    evil = protocol("2021-04-01", actions=[("decision", "Röd \x1b[31mtext | rör\r", None)])
    with open_for_writing(path) as connection:
        store(connection, full_protocol(), evil)
    return path


def meeting_id() -> str:
    return f"{full_protocol().document.document_id[:16]}-1"


def test_help_is_instant() -> None:
    used = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert lokalbra("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(used) < 0.3


@pytest.mark.parametrize("name", list(main.commands))
def test_every_command_is_explained_with_an_example(name: str) -> None:
    command = main.commands[name]
    assert command.help
    assert name == "doctor" or f"lokalbra {name}" in command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name not in ("form",):
            assert parameter.help, f"{name} {parameter.opts}"


def test_documents_are_ingested_and_summed_up(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.txt").write_text(PROTOCOL, encoding="utf-8")

    first = lokalbra("ingest", "archive", cwd=tmp_path)
    second = lokalbra("ingest", "archive", "--json", cwd=tmp_path)

    assert first.returncode == second.returncode == 0
    assert "1 dokument: 1 inlästa, 0 oförändrade, 0 misslyckade" in first.stdout
    assert first.stderr == second.stderr == ""
    assert (tmp_path / "outputs" / "protokoll.duckdb").exists()
    summary = json.loads(second.stdout)
    assert (summary["seen"], summary["unchanged"], summary["failures"]) == (1, 1, [])


def test_progress_is_on_standard_error_and_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")

    run = lokalbra("ingest", "a.txt", "--progress", "--json", cwd=tmp_path)

    assert "1/1" in run.stderr
    assert json.loads(run.stdout)["loaded"] == 1


def test_reports_are_listed() -> None:
    listed = lokalbra("report", "--format", "csv")
    assert listed.returncode == 0
    assert len(list(csv.reader(io.StringIO(listed.stdout)))) == 16


def test_a_report_is_a_table_for_people(database: Path) -> None:
    swedish = lokalbra("report", "open-actions", "--db", database)
    english = lokalbra("report", "open-actions", "--db", database, "--lang", "en")

    assert swedish.stdout.startswith("Öppna beslut och uppdrag\n")
    assert "Ansvarig" in swedish.stdout
    assert "åtagande" in swedish.stdout
    assert english.stdout.startswith("Open actions\n")
    assert "commitment" in english.stdout


def test_a_report_is_data_for_programs(database: Path) -> None:
    as_csv = lokalbra("report", "action-audit", "--db", database, "--format", "csv")
    as_json = lokalbra("report", "action-audit", "--db", database, "--format", "json")

    from_csv = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    from_json = json.loads(as_json.stdout)
    assert len(from_csv) == len(from_json) == 3
    assert from_csv[0].keys() == from_json[0].keys()
    assert from_json[0]["due_date"] == from_csv[0]["due_date"] == "2021-04-15"
    assert from_json[1]["owner"] is None
    assert from_json[2]["text"] == "Röd \x1b[31mtext | rör\r"


def test_a_report_can_be_narrowed(database: Path) -> None:
    def count(*filters: str) -> int:
        asked = ("report", "action-audit", "--db", str(database), "--format", "json")
        return len(json.loads(lokalbra(*asked, *filters).stdout))

    assert count("--council", "granvik") == 3
    assert count("--from", "2021-04-01") == 1
    assert count("--to", "2021-03-31") == 2
    missing = lokalbra("report", "action-audit", "--db", database, "--council", "Ingenstans")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "Trygghetsrådet Granvik" in missing.stderr


@pytest.mark.parametrize("form", ["table", "md"])
def test_text_cannot_steer_the_terminal(database: Path, form: str) -> None:
    shown = lokalbra("report", "action-audit", "--db", database, "--format", form).stdout
    assert "\x1b" not in shown
    assert "␛[31m" in shown


def test_a_table_row_stays_one_row_in_markdown(database: Path) -> None:
    shown = lokalbra("report", "action-audit", "--db", database, "--format", "md").stdout
    lines = [line for line in shown.splitlines() if line.startswith("|")]
    assert len(lines) == 2 + 3
    assert r"text \| rör" in lines[-1]


def test_unprintable_characters_are_shown() -> None:
    assert printable("a\x1b\x00\x7f\x9b\u202eb\tå") == "a␛␀␡\ufffd\ufffdb\tå"


def test_markup_is_shown_as_it_stands() -> None:
    out = io.StringIO()
    write(["[bold]x"], [["[red]y[/red]"]], "table", out)
    assert out.getvalue().split() == ["[bold]x", "[red]y[/red]"]


def test_a_meeting_is_shown_to_a_person(database: Path) -> None:
    shown = lokalbra("show", meeting_id(), "--db", database)

    assert shown.returncode == 0
    for words in (
        "Trygghetsrådet Granvik",
        "2021-03-04",
        "09:00–10:30",
        "Nästa möte",
        "Maj Ek",
        "ordförande",
        "frånvarande",
        "åtagande",
        "2021-04-15",
        "före jul",
        "bilaga 1",
        "Dagen stämmer inte.",
    ):
        assert words in shown.stdout


def test_a_meeting_is_shown_as_its_record(database: Path) -> None:
    shown = json.loads(lokalbra("show", meeting_id(), "--db", database, "--json").stdout)

    assert shown["document"]["document_id"] == full_protocol().document.document_id
    assert shown["meetings"][0]["attendees"][0]["evidence"][0]["quote"] == "Maj Ek"
    assert shown["meetings"][0]["next_meeting"]["meeting_date"] == "2021-05-06"


def test_a_file_is_shown_without_a_database(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")

    person = lokalbra("show", "a.txt", cwd=tmp_path)
    program = lokalbra("show", "a.txt", "--json", cwd=tmp_path)

    assert person.returncode == program.returncode == 0
    assert person.stdout.startswith("a.txt: text/plain")
    record = json.loads(program.stdout)
    assert record["document"]["page_count"] == 1
    assert "words" not in program.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_was_ingested_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    lokalbra("ingest", "a.txt", "--db", "a.duckdb", cwd=tmp_path)

    def search(*arguments: str) -> subprocess.CompletedProcess[str]:
        return lokalbra("search", *arguments, "--db", "a.duckdb", cwd=tmp_path)

    table, markdown = search("klotter"), search("klotter", "--format", "md", "--lang", "en")
    (record,) = json.loads(search("klotter", "--format", "json").stdout)
    nothing, wrong, unknown = search("skogsbrand"), search("klotter", '"'), search("--councl", "x")

    assert "1 Läget" in table.stdout
    assert "Det »klottras« vid" in table.stdout
    assert "| Passage |" in markdown.stdout
    assert "Det **klottras** vid" in markdown.stdout
    ((start, end),) = record["marks"]
    assert (record["page"], record["snippet"][start:end]) == (1, "klottras")
    assert (nothing.returncode, nothing.stdout) == (0, "Inget hittades.\n")
    assert (wrong.returncode, unknown.returncode) == (2, 2)
    assert [run.stdout for run in (wrong, unknown)] == ["", ""]


def test_tables_are_exported(database: Path, tmp_path: Path) -> None:
    made = lokalbra("export", "--db", database, "--to", "out", "--format", "csv", cwd=tmp_path)
    refused = lokalbra("export", "--db", database, "--to", ".", "--format", "csv", cwd=tmp_path)

    assert (made.returncode, made.stderr) == (0, "")
    assert "tabeller" in made.stdout
    assert (tmp_path / "out" / "actions.csv").exists()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "out" in refused.stderr


@pytest.mark.slow
def test_persons_in_running_text_are_shown_when_asked_for(tmp_path: Path) -> None:
    text = PROTOCOL + "Anna Lindström (19121212-1212) ringer.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    plain = lokalbra("show", "a.txt", "--json", cwd=tmp_path)
    person = lokalbra("show", "a.txt", "--persons", cwd=tmp_path)
    program = lokalbra("show", "a.txt", "--persons", "--json", cwd=tmp_path)

    assert "named_persons" not in plain.stdout
    assert "Personer i löptext (1)" in person.stdout
    (named,) = json.loads(program.stdout)["meetings"][0]["named_persons"]
    assert (named["name"], named["section"]) == ("Anna Lindström", 1)


@pytest.mark.parametrize("arguments", [("nothing-1", "--persons"), ("a.txt", "--spacy-model", "x")])
def test_persons_are_asked_of_files_alone(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    run = lokalbra("show", *arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "persons" in run.stderr


def test_what_is_neither_file_nor_meeting_is_wrong_use(database: Path) -> None:
    shown = lokalbra("show", "nothing-1", "--db", database)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "nothing-1" in shown.stderr


def test_a_folder_is_not_shown(tmp_path: Path) -> None:
    shown = lokalbra("show", tmp_path)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "folder" in shown.stderr


def test_a_time_that_ends_before_it_begins_is_wrong_use(database: Path) -> None:
    days = ("--from", "2021-04-01", "--to", "2021-03-31")
    for command in (("report", "open-actions"), ("search", "belysning")):
        asked = lokalbra(*command, "--db", database, *days)
        assert (asked.returncode, asked.stdout) == (2, "")
        assert "2021-04-01 is after" in asked.stderr


@pytest.mark.parametrize(
    "arguments", [("schema", "--to"), ("evaluate", "corpus", "--write-baseline")]
)
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    truth = {"style": "A", "form": "text", "split": "dev", "meetings": [{"kind": "protokoll"}]}
    (tmp_path / "corpus" / "a.truth.json").write_text(json.dumps(truth), encoding="utf-8")

    refused = lokalbra(*arguments, "no-such-folder/made.json", cwd=tmp_path)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "no-such-folder/made.json" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("options", ["--json --errors actions", "--json --unused", "--unseen"])
def test_an_evaluation_refuses_what_it_would_pass_over(tmp_path: Path, options: str) -> None:
    refused = lokalbra("evaluate", tmp_path, *options.split())
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--errors" in refused.stderr


def test_sql_answers_and_refuses(database: Path) -> None:
    answered = lokalbra(
        "sql", "SELECT count(*) AS n FROM meetings", "--db", database, "--format", "csv"
    )
    refused = lokalbra("sql", "DROP TABLE meetings", "--db", database)
    cut = lokalbra("sql", "FROM range(9)", "--db", database, "--limit", "2", "--format", "csv")

    assert (answered.returncode, answered.stdout) == (0, "n\n3\n")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert cut.stdout.splitlines() == ["range", "0", "1"]
    assert "2" in cut.stderr


def test_the_schema_describes_a_protocol(tmp_path: Path) -> None:
    printed = json.loads(lokalbra("schema").stdout)
    lokalbra("schema", "--to", tmp_path)

    assert {"document", "meetings"} <= printed["properties"].keys()
    assert "Attendee" in printed["$defs"]
    assert json.loads((tmp_path / "protocol.schema.json").read_text(encoding="utf-8")) == printed


def test_doctor_tells_what_is_there_and_what_to_do(database: Path, tmp_path: Path) -> None:
    well = lokalbra("doctor", "--db", database)
    missing = lokalbra("doctor", "--db", tmp_path / "none.duckdb")

    assert well.returncode == missing.returncode == 0
    assert "duckdb" in well.stdout
    assert "2 dokument, 3 möten" in well.stdout
    assert "lokalbra ingest" in missing.stdout


def test_doctor_does_not_send_to_itself_of_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.duckdb").write_text("no database", encoding="utf-8")
    told = lokalbra("doctor", "--db", tmp_path / "notes.duckdb")
    assert told.returncode == 4
    assert "--db" in told.stdout
    assert "lokalbra doctor" not in told.stdout.partition("Databas:")[2]


def test_a_reader_that_stops_early_is_no_fault(database: Path) -> None:
    query = "SELECT * FROM range(10000) a"
    piped = subprocess.run(
        f'"{LOKALBRA}" sql "{query}" --db "{database}" --format csv | head -1',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert piped.stdout == "range\n"
    assert "Traceback" not in piped.stderr


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_full_disk_under_the_output_is_no_fault_of_ours(database: Path, form: str) -> None:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [str(LOKALBRA), "report", "action-audit", "--db", str(database), "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            env=buffered,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert "No space left" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_unknown_spacy_model_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROTOCOL, encoding="utf-8")
    run = lokalbra("show", tmp_path / "a.txt", "--persons", "--spacy-model", "sv_no_such_model")
    assert run.returncode == 2
    assert "sv_no_such_model" in run.stderr
    assert "pip" in run.stderr
    assert "Traceback" not in run.stderr
