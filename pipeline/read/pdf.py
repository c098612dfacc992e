"""PDF: text with its places where there is any, OCR where there is none."""

from statistics import median
from typing import Any

from models.issue import Issue
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument, EncryptedDocument, LimitExceeded
from pipeline.read.compose import LaidPage, compose
from pipeline.read.furniture import furniture_of
from pipeline.read.layout import Row, pitches, rows_of, with_gaps
from pipeline.read.reading import Reading


def read_pdf(data: bytes, settings: ReadSettings) -> Reading:
    """Read a PDF.

    Raises DamagedDocument, EncryptedDocument, EmptyDocument or LimitExceeded. A page that cannot be
    read becomes an issue `page_failed`, and the others are read.
    """
    document = _opened(data)
    try:
        if len(document) > settings.max_pages:
            raise LimitExceeded(
                f"{len(document)} pages, more than max_pages = {settings.max_pages}"
            )
        issues: list[Issue] = []
        pages = [_page(document, number, issues) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    if not any(page.rows for page in pages):
        raise EmptyDocument("no page holds text")
    steps = [step for page in pages for step in pitches(page.rows)]
    pitch = median(steps) if steps else None
    pages = [
        LaidPage(p.number, p.width, p.height, tuple(with_gaps(p.rows, pitch)), p.ocr) for p in pages
    ]
    return compose(pages, furniture_of(pages), tuple(issues))


def _opened(data: bytes) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedDocument("the PDF asks for a password") from error
        raise DamagedDocument("the PDF cannot be opened: damaged, cut short or no page") from error


def _page(document: Any, number: int, issues: list[Issue]) -> LaidPage:
    import pypdfium2

    try:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            return LaidPage(number, width, height, tuple(_rows(page)))
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        message = f"Sidan {number} gick inte att läsa."
        issues.append(Issue(kind="page_failed", severity="error", message=message))
        return LaidPage(number, 0, 0, ())


def _rows(page: Any) -> list[Row]:
    from pipeline.read.glyphs import page_words
    from pipeline.read.strokes import marked_words, page_drawn, text_lines_only
    from pipeline.read.tables import grids_of, ruled_rows

    words = page_words(page)
    drawn = page_drawn(page)
    if drawn.strokes:
        words = marked_words(words, text_lines_only(drawn.strokes, words))
    grids = grids_of(drawn.strokes)
    return ruled_rows(words, grids) if grids else rows_of(words)
