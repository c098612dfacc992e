"""lokalbra doctor"""

import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from pipeline import VERSION
from pipeline.cli import options

# What each kind of document needs: (what, package, needed by everyone).
_PACKAGES = (
    ("databas", "duckdb", True),
    ("PDF", "pdfplumber", True),
    ("PDF-bilder", "pypdfium2", True),
    ("språk", "spacy", True),
    ("OCR (rapidocr)", "rapidocr", False),
)


@click.command()
@options.database
def doctor(database: Path) -> None:
    """Tell what is installed, what is wrong with the database, and what to do."""
    from pipeline.errors import DatabaseError
    from pipeline.read import READERS
    from pipeline.read.office import libreoffice

    click.echo(f"lokalbra {VERSION}, Python {sys.version.split()[0]}")
    for what, package, needed in _PACKAGES:
        click.echo(f"  {what}: {_installed(package, needed)}")
    click.echo(f"  OCR (tesseract): {_tesseract()}")
    missing = "saknas (behövs bara för .doc och .rtf): installera libreoffice-writer"
    click.echo(f"  Word 97–2003, RTF (LibreOffice): {libreoffice() or missing}")
    click.echo(f"  läser: {', '.join(READERS)}")
    click.echo(f"\nDatabas: {database}")
    if not database.exists():
        click.echo("  finns inte än; gör den med lokalbra ingest")
        return
    try:
        _tell(database)
    except DatabaseError as error:
        click.echo(f"  {error}\n  {error.remedy}")
        raise click.exceptions.Exit(error.exit_code) from error


def _tesseract() -> str:
    from pipeline.read.tesseract import reads_swedish

    if reads_swedish():
        return "finns: som andra läsare av osäkra ord (--ocr both) eller ensam (--ocr tesseract)"
    if shutil.which("tesseract"):
        return "finns, men inte för svenska: installera dess swe-data"
    return "saknas (behövs bara för --ocr tesseract och both)"


def _installed(package: str, needed: bool) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        what_to_do = "kör make" if needed else f"pip install {package}, om skannade sidor ska läsas"
        return f"{package} saknas: {what_to_do}"


def _tell(database: Path) -> None:
    from pipeline.errors import remedy_of
    from pipeline.ingest.begun import left_over
    from pipeline.stages import versions
    from pipeline.store.database import open_for_reading
    from pipeline.store.health import health
    from pipeline.table import printable

    with open_for_reading(database) as connection:
        found = health(connection, versions())
    click.echo(f"  {found.documents} dokument, {found.meetings} möten")
    if found.ocr_pages:
        click.echo(
            f"  {found.ocr_pages} sidor är lästa från bilden (OCR); i {found.layers_replaced} dokument"
            " för att textlagret var sämre: se pages.ocr och issues"
        )
    if found.last_run:
        click.echo(f"  senast avslutade inläsning: {found.last_run:%Y-%m-%d %H:%M} UTC")
    for started in found.unfinished:
        click.echo(f"  inläsningen {started:%Y-%m-%d %H:%M} UTC bröts: kör lokalbra ingest igen")
    if lost := left_over(database):
        click.echo(f"  {len(lost)} dokument lästes när inläsningen bröts: kör lokalbra ingest igen")
    if found.unlinked_series:
        click.echo(f"  {found.unlinked_series} serier är inte länkade: kör lokalbra ingest igen")
    if found.unindexed:
        click.echo(f"  {found.unindexed} dokument är inte sökbara än: kör lokalbra ingest igen")
    if found.other_versions:
        click.echo(
            f"  {found.other_versions} dokument är lästa av annan kod än denna: kör lokalbra ingest igen"
        )
    if found.partial:
        click.echo(f"  {found.partial} dokument är delvis lästa: se tabellen issues")
    if found.without_date:
        click.echo(f"  {found.without_date} möten saknar datum och räknas inte i rapporterna")
    if found.without_council:
        click.echo(f"  {found.without_council} möten saknar råd och länkas inte")
    if found.poorly_read:
        click.echo(
            f"  {found.poorly_read} möten är till mer än en fjärdedel oförstådda i huvud och"
            " närvaro: se meetings.unclaimed_share"
        )
    if found.personal_numbers:
        click.echo(f"  {found.personal_numbers} dokument innehåller personnummer: se issues")
    for path, code in found.failed:
        click.echo(f"  misslyckat [{code}]: {printable(path)}\n    {remedy_of(code)}")
