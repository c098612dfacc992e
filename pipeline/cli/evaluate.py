"""lokalbra evaluate"""

import sys
from pathlib import Path

import click

_PIPED_WIDTH = 200  # characters, where no terminal sets a limit


@click.command()
@click.argument("path", metavar="DIR", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The scores as one JSON object.")
@click.option("--errors", metavar="FIELD", help="List what was expected and found in this field.")
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Scores of an earlier --json: show what was gained and lost.",
)
def evaluate(path: Path, as_json: bool, errors: str | None, baseline: Path | None) -> None:
    """Score what is read against truth files beside the documents.

    \b
    lokalbra evaluate corpus/
    lokalbra evaluate corpus/ --errors actions
    lokalbra evaluate corpus/ --json > scores.json
    lokalbra evaluate corpus/ --baseline scores.json
    """
    from rich.console import Console

    from pipeline.errors import UsageError
    from pipeline.evaluate import evaluate_folder
    from pipeline.evaluate.report import compare, render, render_comparison, to_json

    evaluation = evaluate_folder(path)
    if not evaluation.documents:
        raise UsageError(f"{path}: there is no document with a truth file beside it")
    if as_json:
        click.echo(to_json(evaluation))
        return
    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    console.print(render(evaluation, errors))
    if baseline is not None:
        earlier = baseline.read_text(encoding="utf-8")
        console.print(render_comparison(compare(earlier, evaluation)))
