"""lokalbra show"""

import json
import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.cli.files import content
from pipeline.config import OcrEngine, ReadSettings


@click.command()
@click.argument("target", metavar="FILE|MEETING_ID")
@options.database
@options.ocr
@click.option(
    "--persons",
    is_flag=True,
    help="Also every naming of a person in running text, by statistics and the attendees' names.",
)
@click.option(
    "--spacy-model",
    metavar="NAME",
    help="An installed spaCy model that finds persons instead of the one that lokalbra brings.",
)
@click.option("--json", "as_json", is_flag=True, help="The records, with their evidence.")
@click.option(
    "--draw",
    "drawing",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw a page as a PNG file: words, rows, furniture and facts in boxes.",
)
@click.option("--page", type=click.IntRange(min=1), default=1, help="The page to draw.")
@options.personal_numbers
@options.limits
def show(
    target: str,
    database: Path,
    ocr: OcrEngine,
    persons: bool,
    spacy_model: str | None,
    as_json: bool,
    drawing: Path | None,
    page: int,
    personal_numbers: bool,
    **limits: int,
) -> None:
    """Show a document as it is understood, or a meeting of the database.

    A file is read now and not stored.

    \b
    lokalbra show corpus/protocol.pdf
    lokalbra show corpus/protocol.pdf --json | jq .meetings[0].actions
    lokalbra show corpus/protocol.pdf --persons
    lokalbra show corpus/protocol.pdf --page 2 --draw page.png
    lokalbra show 0123456789abcdef-1
    """
    from pipeline.errors import UsageError

    if spacy_model is not None and not persons:
        raise UsageError("--spacy-model is for --persons, which finds persons in running text")
    if persons and not Path(target).exists():
        raise UsageError(f"'{target}' is no file; persons in running text are read from one")
    settings = ReadSettings(ocr=ocr, cache=None, **limits)
    if drawing is not None:
        _draw(Path(target), settings, page, drawing)
    elif Path(target).exists():
        _show_file(
            Path(target), settings, as_json, personal_numbers, persons, spacy_model=spacy_model
        )
    else:
        _show_meeting(target, database, as_json, personal_numbers)


def _draw(path: Path, settings: ReadSettings, page: int, drawing: Path) -> None:
    from pipeline.draw import draw_page
    from pipeline.errors import UsageError
    from pipeline.run import read_protocol
    from pipeline.table import printable

    if not path.exists():
        raise UsageError(f"'{path}' is no file; a page is drawn from its document")
    data = content(path)
    draw_page(data, read_protocol(data, settings), page, drawing)
    click.echo(printable(str(drawing)))


def _show_file(
    path: Path,
    settings: ReadSettings,
    as_json: bool,
    personal_numbers: bool,
    persons: bool,
    *,
    spacy_model: str | None,
) -> None:
    from pipeline.run import persons_in, read_protocol
    from pipeline.show import show_meeting
    from pipeline.table import printable

    protocol = read_protocol(content(path), settings)
    document = protocol.document
    named = persons_in(protocol, spacy_model) if persons else ((),) * len(protocol.meetings)
    if as_json:
        _print_json(
            {
                **document.model_dump(mode="json", include=set(_DOCUMENT_FIELDS)),
                "path": str(path),
                "page_count": len(document.pages),
            },
            [
                meeting.model_dump(mode="json")
                | (
                    {"named_persons": [each.model_dump(mode="json") for each in own]}
                    if persons
                    else {}
                )
                for meeting, own in zip(protocol.meetings, named, strict=True)
            ],
            personal_numbers,
        )
        return
    click.echo(_source(str(path), document.media_type, len(document.pages)))
    for seen in document.pages:
        if seen.ocr:
            sure = "" if seen.ocr_confidence is None else f", säkerhet {seen.ocr_confidence:.0%}"
            click.echo(f"Sidan {seen.number} är läst från bilden (OCR{sure}).")
    for issue in document.issues:
        click.echo(printable(issue.message))
    if not protocol.meetings:
        click.echo("Inget möte hittades i dokumentet.")
    for meeting, own in zip(protocol.meetings, named, strict=True):
        show_meeting(meeting, (), sys.stdout, personal_numbers=personal_numbers, persons=own)


def _show_meeting(meeting_id: str, database: Path, as_json: bool, personal_numbers: bool) -> None:
    from pipeline.errors import UsageError
    from pipeline.show import show_meeting
    from pipeline.store.database import open_for_reading
    from pipeline.store.meeting import stored_meeting

    with open_for_reading(database) as connection:
        stored = stored_meeting(connection, meeting_id)
    if stored is None:
        raise UsageError(f"'{meeting_id}' is neither a file nor a meeting of {database}")
    if as_json:
        _print_json(
            {
                "document_id": stored.document_id,
                "media_type": stored.media_type,
                "path": stored.path,
                "page_count": stored.page_count,
            },
            [stored.meeting.model_dump(mode="json")],
            personal_numbers,
        )
        return
    click.echo(_source(stored.path, stored.media_type, stored.page_count))
    show_meeting(stored.meeting, stored.states, sys.stdout, personal_numbers=personal_numbers)


def _source(path: str, media_type: str, pages: int) -> str:
    from pipeline.table import printable

    return f"{printable(path)}: {media_type}, {pages} {'sida' if pages == 1 else 'sidor'}"


_DOCUMENT_FIELDS = ("document_id", "media_type", "size_bytes", "issues")


def _print_json(
    document: dict[str, Any], meetings: list[dict[str, Any]], personal_numbers: bool
) -> None:
    from pipeline.identity_numbers import masked_in

    record = {"document": document, "meetings": meetings}
    shown = record if personal_numbers else masked_in(record)
    click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
