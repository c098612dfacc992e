"""Typeset the sample protocols: plain source in tools/protocols/, documents in corpus/.

    python tools/typeset.py [STEM ...]      no STEM: all sources

A source is text with light marks, one mark at the start of a line:

    @to corpus/name.pdf     where the document goes; .pdf or .docx
    @scan 2                 a PDF of pictures: grey, 200 dpi, tilted and speckled (1 light ... 3 bad)
    @font Times-Roman       the body's font (default Helvetica)
    @head text   @foot text a line on every page; {page} and {pages} are filled in
    # text   ## text        title, heading (set in bold)
    **text**                a line in bold
    ^ text                  small print
    - text                  a bullet
    a || b || c             columns without lines
    | a | b |               a row of a ruled table
    ---                     page break

Every other line is a paragraph of its own; a blank line is a gap.
"""

import argparse
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import docx as word
import numpy as np
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "protocols"
DPI = 200


@dataclass(frozen=True)
class Block:
    """One line of a source: its kind and its text or cells."""

    kind: str  # title heading bold small bullet columns table break gap body
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.cells[0]


@dataclass(frozen=True)
class Source:
    to: Path
    scan: int
    font: str
    head: str
    foot: str
    blocks: tuple[Block, ...]


def parse(text: str) -> Source:
    """Source text to blocks. Raises KeyError where @to is missing."""
    settings = {"scan": "0", "font": "Helvetica", "head": "", "foot": ""}
    blocks: list[Block] = []
    for line in text.strip("\n").splitlines():
        if setting := re.fullmatch(r"@(\w+) (.*)", line):
            settings[setting[1]] = setting[2]
        else:
            blocks.append(_block(line.rstrip()))
    return Source(
        ROOT / settings["to"],
        int(settings["scan"]),
        settings["font"],
        settings["head"],
        settings["foot"],
        tuple(blocks),
    )


def _block(line: str) -> Block:
    for mark, kind in (
        ("# ", "title"),
        ("## ", "heading"),
        ("^ ", "small"),
        ("- ", "bullet"),
    ):
        if line.startswith(mark):
            return Block(kind, (line.removeprefix(mark),))
    if line.startswith("**") and line.endswith("**"):
        return Block("bold", (line.strip("*"),))
    if line == "---":
        return Block("break", ("",))
    if line.startswith("| "):
        return Block("table", tuple(cell.strip() for cell in line.strip("|").split("|")))
    if "||" in line:
        return Block("columns", tuple(cell.strip() for cell in line.split("||")))
    return Block("body" if line else "gap", (line,))


def pdf(source: Source) -> bytes:
    """The source as a PDF with a text layer."""
    pages = _pages(source, 0)
    return _render(source, pages)


def _pages(source: Source, pages: int) -> int:
    return len(PdfDocument(_render(source, pages)))


def _render(source: Source, pages: int) -> bytes:
    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=2.3 * cm,
        rightMargin=2.3 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2 * cm,
        title=source.to.stem,
        invariant=1,
    )

    def furniture(canvas: Canvas, _: SimpleDocTemplate) -> None:
        number = canvas.getPageNumber()
        canvas.setFont(source.font, 8.5)
        for text, y in ((source.head, A4[1] - 1.3 * cm), (source.foot, 1.1 * cm)):
            left, _sep, right = text.format(page=number, pages=pages).partition("||")
            canvas.drawString(2.3 * cm, y, left.strip())
            canvas.drawRightString(A4[0] - 2.3 * cm, y, right.strip())

    template.build(
        list(_flowables(source)),
        onFirstPage=furniture,
        onLaterPages=furniture,
    )
    return buffer.getvalue()


def _flowables(source: Source) -> Iterator[Flowable]:
    bold = {"Times-Roman": "Times-Bold"}.get(source.font, f"{source.font}-Bold")

    def style(font: str, size: float, before: float = 0, left: float = 0) -> ParagraphStyle:
        return ParagraphStyle(
            f"{font}{size}{before}{left}",
            fontName=font,
            fontSize=size,
            leading=size * 1.28,
            spaceBefore=before,
            leftIndent=left,
        )

    styles = {
        "title": style(bold, 15, 6),
        "heading": style(bold, 11.5, 6),
        "bold": style(bold, 10.5),
        "small": style(source.font, 8),
        "body": style(source.font, 10.5),
        "bullet": style(source.font, 10.5, left=16),
    }
    for kind, group in groupby(source.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind in ("columns", "table"):
            yield _table(blocks, styles["body"], ruled=kind == "table")
            continue
        for block in blocks:
            if kind == "break":
                yield PageBreak()
            elif kind == "gap":
                yield Spacer(1, 7)
            elif kind == "bullet":
                yield Paragraph(escape(block.text), styles[kind], bulletText="\u2022")
            else:
                yield Paragraph(escape(block.text), styles[kind])


def _table(blocks: list[Block], style: ParagraphStyle, ruled: bool) -> Table:
    columns = max(len(block.cells) for block in blocks)
    cells = [block.cells + ("",) * (columns - len(block.cells)) for block in blocks]
    longest = [max(6, *(min(len(row[at]), 46) for row in cells)) for at in range(columns)]
    width = A4[0] - 4.6 * cm
    scale = width / sum(longest) if ruled else min(width / sum(longest), 6.6)
    looks = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)]
    looks += [(name, (0, 0), (-1, -1), 1) for name in ("TOPPADDING", "BOTTOMPADDING")]
    commands: list[tuple[object, ...]] = [*looks]
    if ruled:
        commands += [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("LEFTPADDING", (0, 0), (-1, -1), 4)]
    return Table(
        [[Paragraph(escape(cell), style) for cell in row] for row in cells],
        colWidths=[scale * length for length in longest],
        hAlign="LEFT",
        style=TableStyle(commands),
    )


def scan(born: bytes, badness: int, seed: int) -> bytes:
    """A PDF of pictures of `born`'s pages, as an office scanner leaves them."""
    noise = np.random.default_rng(seed)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in PdfDocument(born):
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        tilt = float(noise.uniform(-0.35, 0.35)) * badness
        picture = picture.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
        picture = picture.filter(ImageFilter.GaussianBlur(0.3 + 0.25 * badness))
        grey = np.asarray(picture, dtype=np.float32)
        grey = 246 - (255 - grey) * (0.92 - 0.08 * badness)
        grey += noise.normal(0, 2.0 * badness, grey.shape)
        jpeg = io.BytesIO()
        Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(jpeg, "JPEG", quality=38)
        jpeg.seek(0)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def docx(source: Source) -> bytes:
    """The source as a Word file: real headings are bold paragraphs, as offices write them."""
    document = word.Document()
    normal = document.styles["Normal"]
    normal.font.name = "Arial"
    normal.font.size = Pt(10.5)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.4)
    if source.head:
        section.header.paragraphs[0].text = source.head.replace("||", "\t\t")
    if source.foot:
        section.footer.paragraphs[0].text = source.foot.replace("||", "\t\t")
    for kind, group in groupby(source.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind == "table":
            table = document.add_table(0, max(len(block.cells) for block in blocks), "Table Grid")
            for block in blocks:
                for cell, text in zip(table.add_row().cells, block.cells, strict=False):
                    cell.text = text
            continue
        for block in blocks:
            if kind == "break":
                document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            elif kind == "bullet":
                document.add_paragraph(block.text, style="List Bullet")
            elif kind == "columns":
                document.add_paragraph("\t".join(block.cells))
            else:
                run = document.add_paragraph().add_run(block.text)
                run.bold = kind in ("title", "heading", "bold") or None
                run.font.size = Pt({"title": 15, "small": 8}.get(kind, 10.5))
    _leave_out_unread(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _leave_out_unread(document: Document) -> None:
    """Drop what the template brings and nobody reads: a picture of it, its styles once more for Word 2010, and a
    hundred looks of tables."""
    for owner in (document.part, document.part.package):
        for name, relation in [*owner.rels.items()]:
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                owner.rels.pop(name)
    for style in [*document.styles]:
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def build(path: Path) -> Path:
    """Typeset one source; gives the document's path."""
    source = parse(path.read_text(encoding="utf-8"))
    if source.to.suffix == ".docx":
        data = docx(source)
    else:
        data = pdf(source)
        if source.scan:
            data = scan(data, source.scan, zlib.crc32(path.stem.encode()))
    source.to.parent.mkdir(parents=True, exist_ok=True)
    source.to.write_bytes(data)
    return source.to


def main() -> None:
    parser = argparse.ArgumentParser(description="Typeset the sample protocols.")
    parser.add_argument("stem", nargs="*", help="names in tools/protocols/; none: all")
    stems = parser.parse_args().stem
    for path in sorted(SOURCES.glob("*.txt")):
        if not stems or path.stem in stems:
            made = build(path)
            print(f"{made.relative_to(ROOT)}  {made.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
