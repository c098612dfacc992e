"""lokalbra ingest"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.config import OcrEngine, ReadSettings

if TYPE_CHECKING:
    from pipeline.ingest import Summary

_FAILURES_SHOWN = 20


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="the number of cores",
    help="How many documents are read at a time.",
)
@options.ocr
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=600.0,
    show_default=True,
    help="Seconds after which a document is given up.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=1),
    default=3_000,
    show_default=True,
    help="Megabytes after which a document is given up.",
)
@options.limits
@click.option(
    "--series",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML that says which councils are one series under several names.",
)
@click.option("--force", is_flag=True, help="Read unchanged documents again.")
@click.option("--progress/--no-progress", default=None, help="Default: at a terminal.")
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
def ingest(
    paths: tuple[str, ...],
    database: Path,
    workers: int,
    ocr: OcrEngine,
    timeout: float,
    max_memory: int,
    series: Path | None,
    force: bool,
    progress: bool | None,
    as_json: bool,
    **limits: int,
) -> None:
    """Read documents into the database.

    PATH is a file, a folder (with all folders in it) or a glob. What is not a document is skipped
    and counted. A document is read again when its bytes or lokalbra have changed, and when it
    failed the last time.

    \b
    lokalbra ingest archive/
    lokalbra ingest "archive/**/*2019*.pdf" --db outputs/2019.duckdb
    lokalbra ingest archive/ --force --workers 2
    """
    from pipeline.execute import Limits
    from pipeline.ingest import Settings, ingest

    read = ReadSettings(ocr=ocr, **limits)
    settings = Settings(database, workers, Limits(timeout, max_memory), force, read, series)
    shown = sys.stderr.isatty() if progress is None else progress
    with _progress_bar() if shown else nullcontext(lambda _done, _seen: None) as on_progress:
        summary = ingest(paths, settings, on_progress)
    if as_json:
        _print_json(summary)
    else:
        _print_summary(summary, database)
    if summary.failed:
        raise click.exceptions.Exit(3)


@contextmanager
def _progress_bar() -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, seen: bar.update(task, completed=done, total=seen)


def _print_json(summary: "Summary") -> None:
    click.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=2))


def _print_summary(summary: "Summary", database: Path) -> None:
    from pipeline.errors import remedy_of
    from pipeline.table import printable

    facts = summary.facts
    click.echo(
        f"{summary.seen} dokument: {summary.loaded} inlästa, {summary.unchanged} oförändrade, "
        f"{summary.failed} misslyckade ({summary.seconds:.1f} s) -> {database}"
    )
    if summary.duplicates:
        click.echo(f"{summary.duplicates} filer har samma innehåll som ett annat dokument.")
    if summary.skipped:
        click.echo(f"{summary.skipped} andra filer hoppades över.")
    if summary.loaded:
        click.echo(
            f"Nytt: {facts.get('meetings', 0)} möten, {facts.get('attendees', 0)} deltagare, "
            f"{facts.get('actions', 0)} beslut och uppdrag, "
            f"{facts.get('problem_mentions', 0)} omnämnda problem på {facts.get('pages', 0)} sidor."
        )
    if summary.partial:
        click.echo(f"{summary.partial} av dem är bara delvis lästa: se lokalbra show FIL.")
    for failure in summary.failures[:_FAILURES_SHOWN]:
        click.echo(
            f"Misslyckat: {printable(failure.path)}: {printable(failure.message)} "
            f"[{failure.code}]\n  {remedy_of(failure.code)}"
        )
    if len(summary.failures) > _FAILURES_SHOWN:
        click.echo(f"... och {len(summary.failures) - _FAILURES_SHOWN} till: lokalbra doctor")
