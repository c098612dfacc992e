"""Small PDFs drawn for the tests: words at places, lines, tables. Sizes in points from the top."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.read import read

WIDTH, HEIGHT = A4
Draw = Callable[["Pen"], None]


class Pen:
    """Writes on one page, with y from the top as a reader sees it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, text: str, size: float = 11, bold: bool = False) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def lines(self, x: float, y: float, lines: Sequence[str], pitch: float = 13) -> float:
        for line in lines:
            self.text(x, y, line)
            y += pitch
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)

    def width(self, text: str, size: float = 11) -> float:
        return float(self.canvas.stringWidth(text, "Helvetica", size))


def pdf(*pages: Draw, password: str | None = None) -> bytes:
    """A PDF with one page for each function."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=password)
    for draw in pages:
        draw(Pen(canvas))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def document(*pages: Draw) -> Document:
    """The document that a PDF with these pages is read as."""
    return read(pdf(*pages), ReadSettings(ocr="off"))


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n" % (
        size,
        table,
        size,
    )
    return out + b"startxref\n%d\n%%%%EOF" % out.index(b"xref\n0")


def stream(body: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(body), keys, body)


def raw_page(content: bytes, keys: bytes, *objects: bytes) -> bytes:
    """A PDF of one page: its content stream, its keys, and objects from number 5 on."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R%s>>" % keys,
        stream(content),
        *objects,
    )


def without_map(lines: Sequence[str]) -> bytes:
    """A page set by the numbers of a font's glyphs, with no map back to characters."""
    face = TTFont("Vera", "Vera.ttf").face
    glyphs = face.charToGlyph
    shown = [b"".join(b"%04x" % glyphs[ord(char)] for char in line) for line in lines]
    content = b"".join(b"<%s> Tj 0 -30 Td " % line for line in shown)
    widths = b" ".join(
        b"%d[%d]" % (glyphs[code], round(face.charWidths[code]))
        for code in sorted(glyphs)
        if code < 256
    )
    return raw_page(
        b"BT /F 11 Tf 70 700 Td %sET" % content,
        b"/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/Vera/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Vera/CIDToGIDMap/Identity/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[%s]>>" % widths,
        b"<</Type/FontDescriptor/FontName/Vera/Flags 4/FontBBox[-200 -250 1300 930]/ItalicAngle 0"
        b"/Ascent 930/Descent -235/CapHeight 730/StemV 80/FontFile2 8 0 R>>",
        stream((Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()),
    )
