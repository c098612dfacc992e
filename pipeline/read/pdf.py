"""PDF: text with its places where there is any, OCR where there is none or a bad one."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from models.issue import Issue, IssueKind, Severity
from pipeline.config import ReadSettings
from pipeline.errors import (
    DamagedDocument,
    DocumentError,
    EmptyDocument,
    EncryptedDocument,
    LimitExceeded,
)
from pipeline.read.compose import LaidPage
from pipeline.read.furniture import together
from pipeline.read.layout import PlacedWord, Row, aside_rows, with_large_as_bold
from pipeline.read.reading import Reading

if TYPE_CHECKING:
    from pipeline.read.glyphs import PageWords
    from pipeline.read.strokes import Drawn

_FEW = 25  # characters: fewer beside a picture are a stamp or a page number
_PICTURE = 0.5  # of the page's area: a scan
_MOST_ANNOTATIONS = 500  # looked at on one page
_CLEARLY = 0.05  # by which a new reading must be better than the layer


def read_pdf(data: bytes, settings: ReadSettings) -> Reading:
    """Read a PDF.

    Forms handled: born-digital pages; scans; scans with a text layer, good or bad; fonts that map
    to no characters; any mixture of these. Words that nobody sees (white on white, set invisible or
    transparent, off the page) are left out, with an issue.
    Raises DamagedDocument, EncryptedDocument, EmptyDocument or LimitExceeded. A page that cannot be
    read becomes an issue, and the others are read.
    """
    document = opened(data)
    try:
        count = len(document)
        if count > settings.max_pages:
            raise LimitExceeded(f"{count} pages, more than max_pages = {settings.max_pages}")
        reader = _Pages(document, settings)
        pages = [reader.page(number) for number in range(1, count + 1)]
    finally:
        document.close()
    if len(reader.failures) == count:
        raise reader.failures[0]
    if not any(page.rows for page in pages) and not reader.issues:
        raise EmptyDocument("no page holds text")
    return together(pages, reader.issues)


def opened(data: bytes) -> Any:
    """The document. Raises EncryptedDocument or DamagedDocument."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # pdfium keeps its last error: a file without pages would inherit "password" from another.
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        if locked and b"/Encrypt" in data:
            raise EncryptedDocument("the PDF asks for a password") from error
        raise DamagedDocument("the PDF cannot be opened: damaged, cut short or no page") from error


@dataclass(slots=True)
class _Pages:
    """Reads the pages of one PDF and keeps what went wrong."""

    document: Any
    settings: ReadSettings
    issues: list[Issue] = field(default_factory=list)
    failures: list[DocumentError] = field(default_factory=list)

    def page(self, number: int) -> LaidPage:
        """Page `number`, 1-based. Whatever the libraries below stumble over is this page's alone."""
        try:
            page = with_annotations(self.document, number - 1)
            try:
                return self._read(page, number)
            finally:
                page.close()
        except DocumentError as error:
            self.failures.append(error)
            self._issue("page_failed", "error", f"Sidan {number} lästes inte: {error}.")
        except Exception as error:  # of pdfium, OpenCV and onnxruntime: each with its own kinds
            what = type(error).__name__
            self.failures.append(DamagedDocument(f"page {number} cannot be read: {what}: {error}"))
            self._issue("page_failed", "error", f"Sidan {number} gick inte att läsa ({what}).")
        return LaidPage(number, 0, 0, ())

    def _read(self, page: Any, number: int) -> LaidPage:
        from pipeline.read.glyphs import page_words
        from pipeline.read.quality import is_doubtful, is_garbled
        from pipeline.read.strokes import marked_words, page_drawn, text_lines_only

        found = page_words(page)
        if turn := found.main_turn():
            page.set_rotation((page.get_rotation() + turn) % 360)
            found = page_words(page)
        drawn = page_drawn(page)
        found = self._seen(page, number, found, drawn)
        words = found.level
        if drawn.strokes:
            words = marked_words(words, text_lines_only(drawn.strokes, words))
        width, height = page.get_size()
        rows = with_large_as_bold(_rows(words, drawn))
        rows += [*aside_rows(found.up, True), *aside_rows(found.down, False)]
        layer = LaidPage(number, width, height, tuple(rows), turned=turn)
        texts = [word.text for word in words]
        text = " ".join(texts)
        if len(text) < _FEW and drawn.more_than_text:
            return self._scanned(page, layer, drawn.pixels)
        if found.unmapped:
            return self._better(page, layer, drawn.pixels, texts, by=0.0)
        if is_garbled(text) or (drawn.pictures > _PICTURE and is_doubtful(texts)):
            return self._better(page, layer, drawn.pixels, texts, by=_CLEARLY)
        if drawn.regions and drawn.pictures <= _PICTURE:
            return self._with_pictures(page, layer, words, drawn)
        return layer

    def _seen(self, page: Any, number: int, found: "PageWords", drawn: "Drawn") -> "PageWords":
        """The words that a reader of the page sees; the text under a scan counts as seen."""
        from pipeline.read.glyphs import page_words
        from pipeline.read.hidden import hidden_words, off_page

        hidden = off_page(found, *page.get_size())
        if drawn.faint and drawn.pictures <= _PICTURE:
            hidden |= hidden_words(page, page_words(page, faint=True).faint)
        seen = found.without(hidden)
        if hidden:
            message = f"Sidan {number} har {len(hidden)} ord som inte syns; de lästes inte."
            self._issue("hidden_text", "warning" if any(seen[:3]) else "error", message)
        return seen

    def _with_pictures(
        self, page: Any, layer: LaidPage, words: list[PlacedWord], drawn: "Drawn"
    ) -> LaidPage:
        """A page of text with pictures in it, which may hold text as well: a pasted list, say."""
        from pipeline.read.ocr import engine_of
        from pipeline.read.scan import picture_words

        engine = engine_of(self.settings.ocr)
        if engine is None or drawn.pixels > self.settings.max_pixels:
            return layer
        picture = _rendered(page, layer)
        scale = max(layer.width, layer.height) / max(picture.shape[:2])
        new = [
            word
            for region in drawn.regions
            for word in picture_words(picture, region, scale, engine, self.settings.cache)
            if not any(_overlaps(word, known) for known in words)
        ]
        if not new:
            return layer
        rows = with_large_as_bold(_rows([*words, *new], drawn))
        asides = [row for row in layer.rows if row.aside]
        return replace(layer, rows=(*rows, *asides), ocr=True)

    def _scanned(self, page: Any, layer: LaidPage, pixels: int) -> LaidPage:
        """A page whose text is in its pictures."""
        scan = self._ocr(page, layer, pixels)
        if scan is None:
            self._issue(
                "page_without_text",
                "error",
                f"Sidan {layer.number} är en bild utan text och lästes inte (ingen OCR).",
            )
            return layer
        return scan if len(_texts(scan)) >= len(_texts(layer)) else layer

    def _better(
        self, page: Any, layer: LaidPage, pixels: int, texts: list[str], by: float
    ) -> LaidPage:
        """A page whose text layer is doubtful: read anew, and kept where it is better `by` so much."""
        from pipeline.read.quality import quality

        scan = self._ocr(page, layer, pixels)
        if scan is None:
            self._issue(
                "doubtful_text",
                "warning",
                f"Textlagret på sidan {layer.number} verkar skadat och lästes inte om (ingen OCR).",
            )
            return layer
        before, after = quality(texts), quality(_texts(scan))
        if after <= before + by and len(_texts(scan)) <= 1.5 * len(texts):
            return layer
        self._issue(
            "ocr_layer_replaced",
            "info",
            f"Textlagret på sidan {layer.number} var skadat; sidan lästes om från bilden"
            f" (kända ord {before:.0%} mot {after:.0%}).",
        )
        return scan

    def _ocr(self, page: Any, layer: LaidPage, pixels: int) -> LaidPage | None:
        """The page read from its picture, or None where there is no OCR."""
        from pipeline.read.ocr import engine_of
        from pipeline.read.scan import laid_scan

        engine = engine_of(self.settings.ocr)
        if engine is None:
            return None
        if pixels > self.settings.max_pixels:
            raise LimitExceeded(
                f"{pixels} pixels, more than max_pixels = {self.settings.max_pixels}"
            )
        picture = _rendered(page, layer)
        size = layer.width, layer.height
        scan = laid_scan(layer.number, picture, *size, engine, self.issues, self.settings.cache)
        return replace(scan, turned=(layer.turned + scan.turned) % 360)

    def _issue(self, kind: IssueKind, severity: Severity, message: str) -> None:
        self.issues.append(Issue(kind=kind, severity=severity, message=message))


def with_annotations(document: Any, index: int) -> Any:
    """The page with filled-in fields, typed comments and stamps made part of its content."""
    import pypdfium2.raw as pdfium

    written = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
    page = document[index]
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in written:
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            return document[index]
    return page


def _rows(words: list[PlacedWord], drawn: "Drawn") -> list[Row]:
    from pipeline.read.bands import banded
    from pipeline.read.tables import ruled, ruled_rows

    grids, frames = ruled(drawn.strokes)
    grids += banded(words, drawn.strokes, grids)
    return ruled_rows(words, grids, drawn.strokes, [*frames, *drawn.filled])


def _rendered(page: Any, laid: LaidPage) -> Any:
    """The page's picture at reading size: RGB, height x width x 3."""
    from pipeline.read.ocr import LONG_SIDE

    scale = LONG_SIDE / max(laid.width, laid.height, 1)
    return page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]


def _overlaps(word: PlacedWord, other: PlacedWord) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return other.x0 <= x <= other.x1 and other.y0 <= y <= other.y1


def _texts(page: LaidPage) -> list[str]:
    return [word.text for row in page.rows for cell in row.cells for word in cell]
