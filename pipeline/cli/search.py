"""lokalbra search"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options

if TYPE_CHECKING:
    from pipeline.store.report import Language
    from pipeline.store.search import Hit
    from pipeline.table import Format

_SHOWN = ("council", "area", "meeting_date", "title", "page")
_MARKS = {"table": "»«", "md": ("**", "**")}


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@options.database
@options.narrowed
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Passages."
)
@options.form
@options.language
@options.personal_numbers
def search(
    words: tuple[str, ...],
    database: Path,
    council: str | None,
    from_date: datetime | None,
    to_date: datetime | None,
    limit: int,
    form: "Format",
    language: "Language",
    personal_numbers: bool,
) -> None:
    """Find what the protocols say, the best first.

    All WORDS must stand in the passage, in any form and as a part of a compound: rån finds
    "personrånen". "Words in quotes" must stand as they are; what -word says must not stand there.

    \b
    lokalbra search belysning tunnel
    lokalbra search '"får i uppdrag" cykel -stöld' --council Vikdal --from 2018-01-01
    lokalbra search rån --format json --limit 5
    """
    from pipeline import table
    from pipeline.store.database import open_for_reading
    from pipeline.store.report import labels
    from pipeline.store.search import Hit, search

    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    filters = options.filters(council, from_date, to_date)
    with open_for_reading(database) as connection:
        hits = search(connection, " ".join(words), filters, limit)
    if form in ("csv", "json"):
        columns = [field.name for field in fields(Hit)]
        rows = [[getattr(hit, column) for column in columns] for hit in hits]
        table.write(columns, rows, form, personal_numbers=personal_numbers)
        return
    if not hits:
        click.echo("Inget hittades." if language == "sv" else "Nothing was found.")
        return
    table.write(
        [labels().column(column, language) for column in (*_SHOWN, "snippet")],
        [
            [*(getattr(hit, column) for column in _SHOWN), _marked(hit, _MARKS[form])]
            for hit in hits
        ],
        form,
        personal_numbers=personal_numbers,
    )


def _marked(hit: "Hit", marks: Iterable[str]) -> str:
    """The snippet with `marks` around the words that were asked for."""
    before, after = marks
    text, at = "", 0
    for start, end in hit.marks:
        if start >= at:
            text += f"{hit.snippet[at:start]}{before}{hit.snippet[start:end]}{after}"
            at = end
    return text + hit.snippet[at:]
