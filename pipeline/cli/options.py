"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.config import ReadSettings

if TYPE_CHECKING:
    from pipeline.store.filters import Filters

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
    type=click.Choice(["auto", "rapidocr", "tesseract", "both", "off"]),
    default="auto",
    show_default=True,
    help="What reads scanned pages; auto is RapidOCR, both adds tesseract on doubtful words.",
)
cache = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder where what OCR has read is kept, so that it is read once.",
)
personal_numbers = click.option(
    "--show-personnummer",
    "personal_numbers",
    is_flag=True,
    help="Write personal identity numbers out instead of XXXXXX-XXXX.",
)


def narrowed(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --council, --from and --to: which meetings are meant."""
    day = click.DateTime(["%Y-%m-%d"])
    for option in (
        click.option("--to", "to_date", type=day, help="Last date."),
        click.option("--from", "from_date", type=day, help="First date."),
        click.option("--council", help="Part of a council's name or area, or a series id."),
    ):
        command = option(command)
    return command


def filters(council: str | None, from_date: datetime | None, to_date: datetime | None) -> "Filters":
    """What the options of `narrowed` say. Raises UsageError where the last date is before the first."""
    from pipeline.errors import UsageError
    from pipeline.store.filters import Filters

    if from_date and to_date and from_date > to_date:
        raise UsageError(f"--from {from_date:%Y-%m-%d} is after --to {to_date:%Y-%m-%d}")
    return Filters(
        council,
        from_date.date() if from_date else None,
        to_date.date() if to_date else None,
    )


def limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """One option for each limit of ReadSettings, under its name."""
    for limit in reversed(fields(ReadSettings)):
        if what := limit.metadata.get("what"):
            option = click.option(
                f"--{limit.name.replace('_', '-')}",
                type=click.IntRange(min=1),
                default=limit.default,
                show_default=True,
                help=what,
            )
            command = option(command)
    return command
