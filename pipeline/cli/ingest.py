"""lokalbra ingest"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.progress import LogFormat
from pipeline.config import OcrEngine, ReadSettings
from pipeline.niceness import STEPS, give_way

if TYPE_CHECKING:
    from pipeline.ingest.batch import Summary

_STOPPED = 130  # exit code, as shells have it


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
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="dask: the workers of the cluster at --scheduler read, not this machine.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of Dask, such as tcp://host:8786.")
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
@options.cache
@click.option(
    "--cache-size",
    type=click.IntRange(min=0),
    default=2_000,
    show_default=True,
    help="Megabytes of it; what was unused for longest goes first. 0: keep nothing.",
)
@options.limits
@click.option(
    "--series",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML that says which councils are one series under several names.",
)
@click.option(
    "--nice",
    type=click.IntRange(0, 19),
    default=STEPS,
    show_default=True,
    envvar="LOKALBRA_NICE",
    help="How far to give way to other programs, as to who reads the page. 0: not at all.",
)
@click.option("--force", is_flag=True, help="Read unchanged documents again.")
@click.option("--retry-failed", is_flag=True, help="Try documents again that failed before.")
@click.option("--progress/--no-progress", default=None, help="Default: at a terminal.")
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: progress and failures as one JSON object a line, on standard error.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
def ingest(
    paths: tuple[str, ...],
    database: Path,
    workers: int,
    engine: str,
    scheduler: str | None,
    ocr: OcrEngine,
    timeout: float,
    max_memory: int,
    cache: Path | None,
    cache_size: int,
    series: Path | None,
    nice: int,
    force: bool,
    retry_failed: bool,
    progress: bool | None,
    log_format: LogFormat,
    as_json: bool,
    **limits: int,
) -> None:
    """Read documents into the database.

    PATH is a file, a folder (with all folders in it), a glob, or a URL of one (https://, s3://). What is not a document is skipped
    and counted. A document is read again when its bytes or the code that read it have changed, and
    when the last run was broken off under it. Ctrl-C stores what has been read and stops.

    \b
    lokalbra ingest archive/
    lokalbra ingest "archive/**/*2019*.pdf" --db outputs/2019.duckdb
    lokalbra ingest archive/ --force --workers 2
    lokalbra ingest s3://bucket/archive/ --engine dask --scheduler tcp://host:8786
    """
    from pipeline.cli.progress import following
    from pipeline.errors import UsageError
    from pipeline.execute import Limits
    from pipeline.ingest.batch import Choice, Settings, ingest
    from pipeline.read.kept import tidy

    if (engine == "dask") != (scheduler is not None):
        raise UsageError("--engine dask and --scheduler ADDRESS belong together")
    if engine == "dask" and cache is None:
        cache_size = 0  # a folder of this machine is none of theirs
    folder = (cache or database.parent / "cache").absolute() if cache_size else None
    read = ReadSettings(ocr=ocr, cache=folder, **limits)
    choice = Choice(force, retry_failed)
    limit = Limits(timeout, max_memory)
    settings = Settings(database, workers, scheduler, limit, choice, read, series)
    shown = sys.stderr.isatty() if progress is None else progress
    give_way(nice)  # its workers, too
    with following(shown, log_format, workers) as follow, _stopping() as stop:
        summary = ingest(paths, settings, follow, stop)
    if folder is not None:
        tidy(folder, cache_size)
    _end(summary, database, log_format, as_json)


def _end(summary: "Summary", database: Path, log_format: LogFormat, as_json: bool) -> None:
    """Tell how it went, also by the exit code."""
    from pipeline.cli.ending import tell
    from pipeline.cli.progress import line

    if log_format == "json":
        line("end", **asdict(summary))
    if as_json:
        click.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=2))
    else:
        tell(summary, database)
    if summary.left:
        raise click.exceptions.Exit(_STOPPED)
    if summary.failed:
        raise click.exceptions.Exit(3)


@contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """Whether somebody has asked to stop: once lets what is read be stored, twice ends at once."""
    asked = False

    def ask(_signal: int, _frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = {each: signal.signal(each, ask) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: asked
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
