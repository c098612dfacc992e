"""lokalbra evaluate"""

import os
import sys
from pathlib import Path

import click

from pipeline.cli import options

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
    from rich.console import Console

    from pipeline.config import ReadSettings
    from pipeline.errors import ScoreLost, UsageError
    from pipeline.evaluate import evaluate_folder
    from pipeline.evaluate.baseline import compare, to_baseline
    from pipeline.evaluate.report import (
        render,
        render_comparison,
        render_errors,
        render_unused,
        to_json,
    )
    from pipeline.evaluate.unused import unused as never_matched

    settings = ReadSettings(cache=cache)
    evaluation = evaluate_folder(path, workers, settings, watch=unused)
    if not evaluation.documents:
        raise UsageError(f"{path}: there is no document with a truth file beside it")
    fields = {score.field for document in evaluation.scored for score in document.fields}
    if errors is not None and errors not in fields:
        raise UsageError(f"there is no field {errors}; there are {', '.join(sorted(fields))}")
    if write_baseline is not None:
        write_baseline.write_text(to_baseline(evaluation), encoding="utf-8")
    if as_json:
        click.echo(to_json(evaluation))
        return
    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    console.print(render(evaluation))
    if errors is not None:
        console.print(render_errors(evaluation, errors, unseen))
    if unused:
        console.print(render_unused(never_matched(evaluation)))
    if baseline is not None:
        comparison = compare(baseline.read_text(encoding="utf-8"), evaluation)
        console.print(render_comparison(comparison))
        if not comparison.holds:
            raise ScoreLost(f"{path} is read less well than {baseline} says")
