"""lokalbra diff"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options

if TYPE_CHECKING:
    from pipeline.store.differences import Differences, Run
    from pipeline.table import Format

_CAUSES = {
    "new": "nytt dokument",
    "bytes": "filen har annat innehåll",
    "version": "ny version av lokalbra",
    "reading": "läsningen är ändrad",
    "facts": "tolkningen är ändrad",
    "retry": "prövat igen",
    "forced": "läst om på begäran",
}
_OUTCOMES = {
    "loaded": "inläst",
    "partial": "delvis inläst",
    "failed": "misslyckat",
    "interrupted": "avbrutet tidigare",
    "forgotten": "borta",
}
_CHANGES = {"came": "+", "went": "−"}


@click.command()
@click.argument("before", required=False, metavar="[RUN1]")
@click.argument("after", required=False, metavar="[RUN2]")
@options.database
@click.option("--limit", type=click.IntRange(min=0), default=40, help="Facts to show.")
@options.form
@options.personal_numbers
def diff(
    before: str | None,
    after: str | None,
    database: Path,
    limit: int,
    form: "Format",
    personal_numbers: bool,
) -> None:
    """Tell which numbers changed between the ends of two runs, and why.

    A run is named by its id in the table runs, or the beginning of it; without names the last run is
    compared with the one before. csv and md hold all facts that came and went, json everything.

    \b
    lokalbra diff
    lokalbra diff 20261101T 20261126T0417 --format csv
    """
    from pipeline import table
    from pipeline.identity_numbers import masked
    from pipeline.store.database import open_for_reading
    from pipeline.store.differences import differences

    with open_for_reading(database) as connection:
        found = differences(connection, before, after)
    if form == "json":
        told = json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str)
        click.echo(told if personal_numbers else masked(told))
    elif form == "table":
        _tell(found, limit, personal_numbers)
    else:
        columns = ("path", "cause", "kind", "change", "fact")
        table.write(columns, found.facts, form, personal_numbers=personal_numbers)


def _tell(found: "Differences", limit: int, personal_numbers: bool) -> None:
    from pipeline import table

    click.echo(f"{_named(found.before)}\n{_named(found.after)}")
    if not (found.numbers or found.causes):
        click.echo("\nIngenting är ändrat.")
        return
    if found.numbers:
        click.echo("\nTal som är ändrade")
        rows = [(*each, f"{each[2] - each[1]:+d}") for each in found.numbers]
        table.write(("Tal", "Förr", "Nu", "Skillnad"), rows, "table")
    if found.causes:
        click.echo("\nVarför")
        why = [
            (_CAUSES[cause], _OUTCOMES[outcome], count) for cause, outcome, count in found.causes
        ]
        table.write(("Orsak", "Utfall", "Dokument"), why, "table")
    if found.sums:
        click.echo("\nUppgifter som kom och försvann, med dem i nya dokument")
        table.write(("Tabell", "Kom", "Försvann"), found.sums, "table")
    if found.facts:
        click.echo("\nI dokument som fanns förr")
        shown = [
            (Path(path).name, _CAUSES[cause], kind, _CHANGES[change], _said(fact))
            for path, cause, kind, change, fact in found.facts[:limit]
        ]
        headings = ("Fil", "Orsak", "Tabell", "", "Uppgift")
        table.write(headings, shown, "table", personal_numbers=personal_numbers)
    if len(found.facts) > limit:
        click.echo(f"... och {len(found.facts) - limit} till: --limit, --format csv")


def _named(run: "Run") -> str:
    return (
        f"{run.run_id}  {run.finished_at:%Y-%m-%d %H:%M} UTC  lokalbra {run.pipeline_version}, "
        f"läsning {run.reading_version}, tolkning {run.facts_version}"
    )


def _said(fact: str) -> str:
    """The values of a fact in their order, without those that are missing."""
    values: Mapping[str, object] = json.loads(fact)
    return " · ".join(str(value) for value in values.values() if value is not None)
