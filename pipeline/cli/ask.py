"""lokalbra report, lokalbra sql, lokalbra schema"""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import files, options

if TYPE_CHECKING:
    from pipeline.store.filters import Filters
    from pipeline.store.query import Result
    from pipeline.store.report import Language, Report
    from pipeline.table import Format


@click.command()
@click.argument("name", required=False)
@options.database
@options.narrowed
@click.option("--limit", type=click.IntRange(min=1), help="Rows to show; all without it.")
@click.option(
    "--plot",
    "picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw it as an .svg or .png file instead.",
)
@click.option(
    "--out",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With the name audit: the HTML file to write.",
)
@options.form
@options.language
@options.personal_numbers
def report(
    name: str | None,
    database: Path,
    council: str | None,
    from_date: datetime | None,
    to_date: datetime | None,
    limit: int | None,
    picture: Path | None,
    page: Path | None,
    form: "Format",
    language: "Language",
    personal_numbers: bool,
) -> None:
    """Answer a ready question; without NAME, list them.

    \b
    lokalbra report
    lokalbra report recurring-problems --council Vinnersjö --from 2018-01-01
    lokalbra report open-actions --format csv > open.csv
    lokalbra report recurring-problems --council Vinnersjö --plot problem.svg
    lokalbra report audit --council Vinnersjö --out audit.html
    """
    from pipeline.store.database import open_for_reading
    from pipeline.store.query import run_report
    from pipeline.store.report import report

    if name is None:
        _list(form, language)
        return
    filters = options.filters(council, from_date, to_date)
    if name == "audit" or page is not None:
        _audit(name, database, filters, page, language, personal_numbers)
        return
    asked = report(name)
    if picture is not None:
        _draw(name, database, filters, picture, language)
        return
    with open_for_reading(database) as connection:
        result = run_report(connection, asked, filters, limit)
    _tell(result, asked, form, language, personal_numbers)


def _list(form: "Format", language: "Language") -> None:
    """The reports that there are."""
    from pipeline import table
    from pipeline.store.report import labels, reports

    words = labels()
    rows = [(each.name, each.titles[language], each.about) for each in reports()]
    headings = [words.column(column, language) for column in ("report", "title", "about")]
    table.write(headings, rows, form)


def _tell(
    result: "Result", asked: "Report", form: "Format", language: "Language", personal_numbers: bool
) -> None:
    """The rows that were found; for a reader with the report's title and in words."""
    from pipeline import table
    from pipeline.store.query import readable

    if form in ("csv", "json"):
        table.write(result.columns, result.rows, form, personal_numbers=personal_numbers)
        return
    click.echo(f"{'# ' if form == 'md' else ''}{asked.titles[language]}\n")
    if not result.rows:
        click.echo("Inget att visa." if language == "sv" else "Nothing to show.")
        return
    told = readable(result, asked, language)
    table.write(told.columns, told.rows, form, personal_numbers=personal_numbers)
    if result.cut:
        click.echo("... och fler rader." if language == "sv" else "... and more.")


def _audit(
    name: str,
    database: Path,
    filters: "Filters",
    page: Path | None,
    language: "Language",
    personal_numbers: bool,
) -> None:
    from pipeline.errors import UsageError
    from pipeline.export.audit import audit
    from pipeline.store.database import open_for_reading

    if name != "audit" or page is None:
        raise UsageError(
            "An audit is written to a file: report audit --council NAME --out FILE.html"
        )
    with open_for_reading(database) as connection:
        text = audit(connection, filters, language, personal_numbers=personal_numbers)
    _write(page, text.encode("utf-8"))


def _draw(
    name: str, database: Path, filters: "Filters", picture: Path, language: "Language"
) -> None:
    from pipeline.errors import UsageError
    from pipeline.export.plots import plot
    from pipeline.store.database import open_for_reading

    if picture.suffix.lower() not in {".svg", ".png"}:
        raise UsageError(f"'{picture}': a plot is an .svg or a .png file")
    with open_for_reading(database) as connection:
        drawn = plot(name, connection, filters, language)
    if drawn is None:
        click.echo("Inget att rita." if language == "sv" else "Nothing to draw.")
        return
    svg = picture.suffix.lower() == ".svg"
    _write(picture, drawn.svg().encode("utf-8") if svg else drawn.png())


def _write(path: Path, data: bytes) -> None:
    """Write a file and tell its name."""
    files.write(path, data)
    click.echo(path)


@click.command()
@click.argument("query")
@options.database
@options.form
@click.option(
    "--limit", type=click.IntRange(min=1), default=10_000, show_default=True, help="Rows."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds.",
)
@options.personal_numbers
def sql(
    query: str,
    database: Path,
    form: "Format",
    limit: int,
    timeout: float,
    personal_numbers: bool,
) -> None:
    """Ask a question of your own, in SQL.

    QUERY is one SELECT. It can read the tables and views, and nothing else: no file, no network.

    \b
    lokalbra sql "SELECT council, count(*) FROM meetings GROUP BY council"
    lokalbra sql "SHOW ALL TABLES"
    """
    from pipeline import table
    from pipeline.store.query import Limits, run_query

    result = run_query(database, query, Limits(rows=limit, seconds=timeout))
    table.write(result.columns, result.rows, form, personal_numbers=personal_numbers)
    if result.cut:
        click.echo(f"Bara de första {limit} raderna visas; se --limit.", err=True)


@click.command()
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="A file, or a folder for protocol.schema.json. Default: standard output.",
)
def schema(target: Path | None) -> None:
    """Write the JSON Schema of a protocol's record.

    \b
    lokalbra schema > protocol.schema.json
    """
    from models.meeting import Protocol

    text = json.dumps(Protocol.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
    if target is None:
        click.echo(text, nl=False)
        return
    path = target / "protocol.schema.json" if target.is_dir() else target
    _write(path, text.encode("utf-8"))
