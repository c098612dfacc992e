"""How well and how fast scans are read, by resolution, beside tesseract where it is installed.

    python benchmarks/scans.py [--pages N] [--engines rapidocr,tesseract]

A protocol is drawn, rendered at 100, 150, 200 and 300 dpi and made worse as office scanners do:
leaning up to two degrees, blur, noise, a shadow along one edge, JPEG. Prints the characters wrong in
a hundred (edit distance over the length, white space folded) and seconds a page, one thread.
"""

import argparse
from io import BytesIO
from time import perf_counter
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.read.compose import LaidPage
from pipeline.read.ocr import engines
from pipeline.read.scan import laid_scan

_HEAD = (
    ("Protokoll för lokala brottsförebyggande rådet i Åkersby", 14, True),
    ("Måndagen den 14 oktober 2019 kl. 09.00–11.30, § 12–17", 11, False),
)
_PEOPLE = (
    ("Åsa Öberg", "ordförande", "Åkersby kommun"),
    ("Göran Sjölund", "kommunpolis", "Polisen"),
    ("Lena Bäckström", "rektor", "Almskolan"),
    ("Örjan Lövgren", "fältassistent", "Socialförvaltningen"),
)
_BODY = (
    "Polisen redogör för läget i området. Anmälda bostadsinbrott har minskat under hösten, medan",
    "skadegörelsen vid skolorna fortsätter. Två bränder anlades i återvinningsrummet på Ängsgatan 4.",
    "Rådet beslutar att ge samordnaren i uppdrag att ta fram ett förslag på gemensam trygghets-",
    "vandring till nästa möte. Fastighetsägarna ser över belysningen i gångtunneln senast 2019-11-30.",
    "Åsa Öberg tar kontakt med fritidsgården för att fråga om öppettiderna kan utökas på lördagar.",
)


def drawn_page(number: int) -> tuple[bytes, str]:
    """A page as PDF, and its text in reading order."""
    out, lines = BytesIO(), []
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = 780.0
    for text, size, bold in _HEAD:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(70, y, text)
        lines.append(text)
        y -= 24
    canvas.setFont("Times-Roman" if number % 2 else "Helvetica", 11)
    for row in _PEOPLE:
        for x, text in zip((70, 220, 350), row, strict=True):
            canvas.drawString(x, y, text)
        lines.append("\t".join(row))
        y -= 15
    for section in range(12, 18):
        y -= 12
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(70, y, f"§ {section} Lägesbild och beslut")
        lines.append(f"§ {section} Lägesbild och beslut")
        canvas.setFont("Times-Roman" if number % 2 else "Helvetica", 10 + number % 3)
        shift = (section + number) % len(_BODY)
        for text in _BODY[shift:] + _BODY[:shift]:
            y -= 14
            canvas.drawString(70, y, text)
            lines.append(text)
        y -= 16
    canvas.save()
    return out.getvalue(), "\n".join(lines)


def scanned(pdf: bytes, dpi: int, number: int) -> Any:
    """The page's picture as an office scanner leaves it: RGB, height x width x 3."""
    chance = np.random.default_rng(1000 * number + dpi)
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    page = page.rotate(
        float(chance.uniform(-2, 2)), resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    page = page.filter(ImageFilter.GaussianBlur(0.4 + 0.3 * dpi / 150))
    grey = np.asarray(page, dtype=np.float32) * 0.85 + 30
    shadow = np.linspace(1.0, 0.65, grey.shape[1], dtype=np.float32) ** (1 + number % 2)
    grey = grey * shadow + chance.normal(0, 7, grey.shape)
    out = BytesIO()
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=55)
    return np.asarray(Image.open(out).convert("RGB"))


def text_of(page: LaidPage) -> str:
    rows = (
        "\t".join(" ".join(word.text for word in cell) for cell in row.cells) for row in page.rows
    )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument(
        "--engines", default=",".join(name for name, there in engines().items() if there)
    )
    options = parser.parse_args()
    for engine in options.engines.split(","):
        for dpi in (100, 150, 200, 300):
            wrong = length = 0
            seconds = []
            for number in range(options.pages):
                pdf, truth = drawn_page(number)
                picture = scanned(pdf, dpi, number)
                start = perf_counter()
                page = laid_scan(1, picture, *A4, engine, [])
                seconds.append(perf_counter() - start)
                wrong += Levenshtein.distance(
                    " ".join(truth.split()), " ".join(text_of(page).split())
                )
                length += len(" ".join(truth.split()))
            print(
                f"{engine} {dpi} dpi: {100 * wrong / length:.2f} wrong in a hundred, {sorted(seconds)[len(seconds) // 2]:.2f} s a page",
                flush=True,
            )


if __name__ == "__main__":
    main()
