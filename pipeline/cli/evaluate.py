"""lokalbra evaluate"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.files import content, write

if TYPE_CHECKING:
    from pipeline.evaluate import Evaluation
    from pipeline.evaluate.baseline import Comparison

_PIPED_WIDTH = 200  # characters, where no terminal sets a limit


@click.command()
@click.argument("path", metavar="DIR", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The scores as one JSON object.")
@click.option(
    "--errors", metavar="FIELD", help="List what was expected and found in this field, and where."
)
@click.option("--unseen", is_flag=True, help="With --errors: list those of the unseen split too.")
@click.option("--unused", is_flag=True, help="List rules of the vocabulary that matched nothing.")
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Show what was gained and lost against this file; exit with 1 on a loss beyond noise.",
)
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep what is right and wrong now in this file, for --baseline.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="the number of cores",
    help="How many documents are read at a time.",
)
@options.cache
def evaluate(
    path: Path,
    as_json: bool,
    errors: str | None,
    unseen: bool,
    unused: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    workers: int,
    cache: Path | None,
) -> None:
    """Score what is read against truth files beside the documents.

    \b
    lokalbra evaluate corpus/
    lokalbra evaluate corpus/ --errors actions
    lokalbra evaluate corpus/ --json > scores.json
    lokalbra evaluate corpus/ --write-baseline before.json
    lokalbra evaluate corpus/ --baseline before.json
    """
    from pipeline.config import ReadSettings
    from pipeline.errors import ScoreLost, UsageError
    from pipeline.evaluate import evaluate_folder
    from pipeline.evaluate.baseline import compare, to_baseline
    from pipeline.evaluate.report import to_json

    if as_json and (errors is not None or unused):
        raise UsageError("--errors and --unused are for people, and --json is for programs")
    if unseen and errors is None:
        raise UsageError("--unseen is for --errors, which lists what is wrong")
    before = content(baseline).decode("utf-8", "replace") if baseline is not None else None
    evaluation = evaluate_folder(path, workers, ReadSettings(cache=cache), watch=unused)
    if not evaluation.documents:
        raise UsageError(f"{path}: there is no document with a truth file beside it")
    fields = {score.field for document in evaluation.scored for score in document.fields}
    if errors is not None and errors not in fields:
        raise UsageError(f"there is no field {errors}; there are {', '.join(sorted(fields))}")
    if write_baseline is not None:
        write(write_baseline, to_baseline(evaluation).encode("utf-8"))
    comparison = compare(before, evaluation) if before is not None else None
    if as_json:
        click.echo(to_json(evaluation))
    else:
        _tell(evaluation, comparison, errors, unseen, unused)
    if comparison is not None and not comparison.holds:
        raise ScoreLost(f"{path} is read less well than {baseline} says")


def _tell(
    evaluation: "Evaluation",
    comparison: "Comparison | None",
    errors: str | None,
    unseen: bool,
    unused: bool,
) -> None:
    """The tables for a person."""
    from rich.console import Console

    from pipeline.evaluate import report
    from pipeline.evaluate.unused import unused as never_matched

    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    console.print(report.render(evaluation))
    if errors is not None:
        console.print(report.render_errors(evaluation, errors, unseen))
    if unused:
        console.print(report.render_unused(never_matched(evaluation)))
    if comparison is not None:
        console.print(report.render_comparison(comparison))
