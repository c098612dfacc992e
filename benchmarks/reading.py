"""How fast born-digital PDFs are read, beside pdfplumber.

    python benchmarks/reading.py [FILE.pdf ...]

Without files: a drawn protocol of 30 pages (prose, names in columns, a ruled table on every third
page). Prints milliseconds of processor time a page, the best of five rounds; both sides give words with boxes.
"""

import sys
from io import BytesIO
from pathlib import Path
from time import process_time

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import ReadSettings
from pipeline.read import read

_PROSE = (
    "Polisen redogör för läget i området. Anmälda bostadsinbrott har minskat under hösten,",
    "medan skadegörelsen vid skolorna fortsätter. Rådet beslutar att ge samordnaren i uppdrag",
    "att ta fram ett förslag på gemensam trygghetsvandring till nästa möte. Fastighetsägarna",
)
_NAMES = (("Åsa Öberg", "ordförande", "kommunen"), ("Bo Ek", "kommunpolis", "Polisen"))


def drawn_protocol(pages: int) -> bytes:
    """A PDF as an office makes it: some 2,500 characters a page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, 800, "Lokala brottsförebyggande rådet")
        canvas.drawString(480, 800, f"Sida {number} ({pages})")
        y = 760
        for name, role, body in _NAMES * 3:
            for x, text in ((70, name), (220, role), (360, body)):
                canvas.drawString(x, y, text)
            y -= 13
        if number % 3 == 0:
            for row in range(6):
                canvas.line(70, y - 16 * row, 500, y - 16 * row)
            for x in (70, 300, 400, 500):
                canvas.line(x, y, x, y - 80)
            for row in range(5):
                for x, text in ((74, "Kontakta fastighetsägaren"), (304, "Bo Ek"), (404, "4 maj")):
                    canvas.drawString(x, y - 12 - 16 * row, text)
            y -= 100
        for section in range(6):
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(70, y, f"§ {section + 1} Lägesbild")
            canvas.setFont("Helvetica", 11)
            for line in _PROSE:
                y -= 14
                canvas.drawString(70, y, line)
            y -= 28
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_pdfplumber(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as document:
        return sum(len(page.extract_words(extra_attrs=["fontname"])) for page in document.pages)


def with_lokalbra(data: bytes) -> int:
    document = read(data, ReadSettings(ocr="off"))
    return sum(len(page.words) for page in document.pages)


def main(paths: list[str]) -> None:
    files = {Path(path).name: Path(path).read_bytes() for path in paths}
    for name, data in (files or {"drawn, 30 pages": drawn_protocol(30)}).items():
        pages = len(read(data, ReadSettings(ocr="off")).pages)
        best = {}
        for label, function in (("lokalbra", with_lokalbra), ("pdfplumber", with_pdfplumber)):
            times = []
            for _ in range(5):
                start = process_time()
                words = function(data)
                times.append(process_time() - start)
            best[label] = 1000 * min(times) / pages
            print(f"{name}: {label} {best[label]:.1f} ms a page, {words} words")
        print(f"{name}: {best['pdfplumber'] / best['lokalbra']:.1f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1:])
