"""Options that several commands share."""

from pathlib import Path

import click

database = click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path),
    default=Path("outputs/protokoll.duckdb"),
    show_default=True,
    help="The database file.",
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "md"]),
    default="table",
    show_default=True,
    help="csv and json hold all columns under their own names.",
)
language = click.option(
    "--lang",
    "language",
    type=click.Choice(["sv", "en"]),
    default="sv",
    show_default=True,
    help="Language of headings and values in tables.",
)
ocr = click.option(
    "--ocr",
    type=click.Choice(["auto", "rapidocr", "tesseract", "off"]),
    default="auto",
    show_default=True,
    help="What reads scanned pages.",
)
personal_numbers = click.option(
    "--show-personnummer",
    "personal_numbers",
    is_flag=True,
    help="Write personal identity numbers out instead of XXXXXX-XXXX.",
)
