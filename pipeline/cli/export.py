"""lokalbra export"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options

if TYPE_CHECKING:
    from pipeline.export import ExportFormat


@click.command()
@options.database
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder to make; an earlier export in it is replaced, anything else is left alone.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "xlsx", "jsonl"]),
    default="parquet",
    show_default=True,
    help="csv is made for a Swedish Excel, xlsx is one workbook; parquet and jsonl keep the types.",
)
@click.option("--reports", "with_reports", is_flag=True, help="The reports too, of all councils.")
@options.personal_numbers
def export(
    database: Path,
    folder: Path,
    form: "ExportFormat",
    with_reports: bool,
    personal_numbers: bool,
) -> None:
    """Take all tables out as files, with a datapackage.json that describes them.

    \b
    lokalbra export --to tabeller --format xlsx
    lokalbra export --to data --format parquet --reports
    """
    from pipeline.export import export
    from pipeline.store.database import open_for_reading

    with open_for_reading(database) as connection:
        made = export(
            connection, folder, form, personal_numbers=personal_numbers, with_reports=with_reports
        )
    rows = sum(table.rows for table in made.tables)
    click.echo(f"{len(made.tables)} tabeller, {rows} rader -> {folder}")
    if made.cut:
        click.echo(
            f"{made.cut} texter är längre än vad en cell i Excel rymmer och slutar med […]; "
            "parquet, csv och jsonl har dem hela.",
            err=True,
        )
