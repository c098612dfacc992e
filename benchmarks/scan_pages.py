"""Protocol pages drawn with known text, and the ways in which scanning spoils them.

`drawn(kind, number)` gives a page as PDF and its text; `damaged(pdf, dpi, how, number)` its picture.
Everything is drawn anew from the same seeds, so two runs see the same pages.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Picture = Any  # numpy array, height x width x 3, RGB
_PEOPLE = (
    ("Åsa Öberg", "ordförande", "Åkersby kommun", "X"),
    ("Göran Sjölund", "kommunpolis", "Polisen", "X"),
    ("Lena Bäckström", "rektor", "Almskolan", "-"),
    ("Örjan Lövgren", "fältassistent", "Socialförvaltningen", "X"),
    ("Märta Nyström", "säkerhetssamordnare", "Fastighets AB Ängen", "X"),
    ("Per-Åke Häggkvist", "ledamot", "Hyresgästföreningen", "-"),
    ("Zaynab El-Amin", "ungdomsledare", "Fritidsgården Björken", "X"),
)
_PROSE = (
    "Polisen redogör för läget i området. Anmälda bostadsinbrott har minskat under hösten, medan",
    "skadegörelsen vid skolorna fortsätter. Två bränder anlades i återvinningsrummet på Ängsgatan 4.",
    "Rådet beslutar att ge samordnaren i uppdrag att ta fram ett förslag på gemensam trygghets-",
    "vandring till nästa möte. Fastighetsägarna ser över belysningen i gångtunneln senast 2019-11-30.",
    "Åsa Öberg tar kontakt med fritidsgården för att fråga om öppettiderna kan utökas på lördagar.",
    "Kostnaden beräknas till 45 000 kr (enligt bilaga 2) och ryms inom budget för verksamhetsåret.",
    "Frågan om klotter väcktes av hyresgästerna; 23 av 41 anmälningar gäller centrumgaraget, plan 3.",
    "Nästa möte: torsdagen den 5 december kl. 13.00–15.00 i Medborgarhuset, sal Älven.",
)
_SHORT = (
    "Polisen redogör för läget i",
    "området. Anmälda inbrott",
    "har minskat under hösten,",
    "medan skadegörelsen vid",
    "skolorna fortsätter. Två",
    "bränder anlades i sommar",
    "på Ängsgatan 4 och rådet",
    "ser allvarligt på det som",
    "har hänt. Fastighetsägarna",
    "ser över belysningen till",
    "nästa möte den 5 december.",
)


class _Sheet:
    """One page being drawn: y in points from the top, and the lines written so far."""

    def __init__(self, font: str, size: float) -> None:
        self.out = BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1)
        self.font, self.size, self.y = font, size, 60.0
        self.lines: list[str] = []

    def put(self, x: float, text: str, bold: bool = False, size: float = 0) -> None:
        family = self.font.removesuffix("-Roman")
        self.canvas.setFont(f"{family}-Bold" if bold else self.font, size or self.size)
        self.canvas.drawString(x, A4[1] - self.y, text)

    def line(self, text: str, bold: bool = False, size: float = 0, x: float = 65) -> None:
        self.put(x, text, bold, size)
        self.lines.append(text)
        self.y += 1.3 * (size or self.size)

    def done(self) -> tuple[bytes, str]:
        self.canvas.save()
        return self.out.getvalue(), "\n".join(self.lines)


def _head(sheet: _Sheet) -> None:
    sheet.line("Protokoll för lokala brottsförebyggande rådet i Åkersby", bold=True, size=14)
    sheet.line("Måndagen den 14 oktober 2019 kl. 09.00–11.30, § 12–17")
    sheet.y += 10


def _sections(sheet: _Sheet, number: int, bottom: float = 780) -> None:
    section = 12
    while sheet.y < bottom - 5 * 1.3 * sheet.size:
        sheet.line(f"§ {section} Lägesbild och beslut", bold=True)
        shift = (3 * section + number) % len(_PROSE)
        for text in (*_PROSE[shift:], *_PROSE[:shift])[:4]:
            sheet.line(text)
        sheet.y += 0.8 * sheet.size
        section += 1


def _prose(sheet: _Sheet, number: int) -> None:
    _head(sheet)
    _sections(sheet, number)


def _columns(sheet: _Sheet, number: int) -> None:
    """Names, roles and bodies in columns without lines, close together and far apart."""
    _head(sheet)
    xs = ((65, 190, 310), (65, 250, 420))[number % 2]
    for row in _PEOPLE:
        for x, text in zip(xs, row[:3], strict=True):
            sheet.put(x, text)
        sheet.lines.append("\t".join(row[:3]))
        sheet.y += 1.35 * sheet.size
    sheet.y += 10
    _sections(sheet, number, 640)


def _presence(sheet: _Sheet, number: int) -> None:
    """A ruled table of small cells with X and - marks."""
    _head(sheet)
    xs, high = (65, 205, 345, 395, 445), 1.5 * sheet.size
    rows = [("Ledamot", "Organisation", "Närv.", "Frånv.")]
    for name, _, body, mark in _PEOPLE:
        rows += [(name, body, mark, "-" if mark == "X" else "X")]
    top = sheet.y
    for row in rows:
        sheet.y += high
        sheet.y -= 0.4 * sheet.size
        for x, text in zip(xs, row, strict=False):
            sheet.put(x + 5, text)
        sheet.y += 0.4 * sheet.size
        sheet.lines.append("\t".join(row))
    sheet.canvas.setLineWidth(0.6)
    for x in xs:
        sheet.canvas.line(x, A4[1] - top, x, A4[1] - sheet.y)
    for index in range(len(rows) + 1):
        y = A4[1] - top - index * high
        sheet.canvas.line(xs[0], y, xs[-1], y)
    sheet.y += 30
    _sections(sheet, number, 700)


def _two_columns(sheet: _Sheet, number: int) -> None:
    """Prose in two columns, to be read one after the other."""
    _head(sheet)
    top = sheet.y
    shift = number % len(_SHORT)
    for x in (65, 320):
        sheet.y = top
        for text in (*_SHORT[shift:], *_SHORT[:shift]) * 2:
            sheet.line(text, x=x)


KINDS: dict[str, Callable[[_Sheet, int], None]] = {
    "prose": _prose,
    "columns": _columns,
    "presence": _presence,
    "two columns": _two_columns,
}
_FONTS = (
    ("Helvetica", 11),
    ("Times-Roman", 11),
    ("Courier", 8.6),
    ("Times-Roman", 9),
    ("Helvetica", 8),
)


def drawn(kind: str, number: int) -> tuple[bytes, str]:
    """A page as PDF, and its text: rows in reading order, columns parted by tabs."""
    sheet = _Sheet(*_FONTS[number % len(_FONTS)])
    KINDS[kind](sheet, number)
    return sheet.done()


def damaged(pdf: bytes, dpi: int, how: str, number: int) -> Picture:
    """The page's picture as `how` leaves it."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("RGB")
    return np.asarray(DAMAGES[how](page, dpi, np.random.default_rng(1000 * number + dpi)))


def _clean(page: Image.Image, _dpi: int, _chance: np.random.Generator) -> Image.Image:
    return page


def _office(page: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """Leaning up to two degrees, blur, noise, a shadow along one edge, JPEG at quality 55."""
    page = _leaning(page.convert("L"), float(chance.uniform(-2, 2)))
    page = page.filter(ImageFilter.GaussianBlur(0.4 + 0.3 * dpi / 150))
    grey = np.asarray(page, dtype=np.float32) * 0.85 + 30
    grey *= np.linspace(1.0, 0.65, grey.shape[1], dtype=np.float32)
    return _jpeg(grey + chance.normal(0, 7, grey.shape), 55)


def _faint(page: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """Low contrast on grey paper, as worn toner or pencil copies."""
    page = _leaning(page.convert("L"), float(chance.uniform(-1, 1)))
    grey = np.asarray(page.filter(ImageFilter.GaussianBlur(0.3 * dpi / 150)), dtype=np.float32)
    return _jpeg(150 + grey * 0.25 + chance.normal(0, 5, grey.shape), 70)


def _show_through(page: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """The print of the other side shines through, mirrored."""
    grey = np.asarray(_leaning(page.convert("L"), float(chance.uniform(-1, 1))), dtype=np.float32)
    back = page.convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    back = np.asarray(back.filter(ImageFilter.GaussianBlur(dpi / 80)), dtype=np.float32)
    ghost = np.roll(back, (dpi // 12, dpi // 9), (0, 1))
    return _jpeg(
        np.minimum(grey, 255 - 0.3 * (255 - ghost)) * 0.93 + chance.normal(0, 4, grey.shape), 70
    )


def _stamped(page: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """A round stamp and a signature in blue over the text, and punched holes."""
    page = _leaning(page, float(chance.uniform(-1, 1)))
    pen, wide, tall = ImageDraw.Draw(page), page.width, page.height
    x, y = chance.uniform(0.45, 0.75) * wide, chance.uniform(0.3, 0.7) * tall
    radius = 0.6 * dpi
    for ring in (radius, 0.8 * radius):
        pen.ellipse(
            (x - ring, y - ring, x + ring, y + ring), outline=(70, 80, 190), width=max(dpi // 60, 1)
        )
    signature = [
        (0.2 * wide + t * dpi / 12, 0.8 * tall + chance.normal(0, dpi / 7)) for t in range(24)
    ]
    pen.line(signature, fill=(40, 50, 140), width=max(dpi // 90, 1), joint="curve")
    for hole in (0.4, 0.6):
        pen.ellipse(
            (0.02 * wide, hole * tall, 0.02 * wide + dpi / 4, hole * tall + dpi / 4),
            fill=(25, 25, 25),
        )
    grey = np.asarray(page.filter(ImageFilter.GaussianBlur(0.3 * dpi / 150)), dtype=np.float32)
    return _jpeg(grey * 0.92 + chance.normal(0, 4, grey.shape), 70)


def _photographed(page: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    """By a telephone held over the table: perspective, the table round it, light from one side."""
    import cv2

    wide, tall = page.width, page.height
    edge = 0.06
    corners = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    inward = chance.uniform(0.2, 1.0, (4, 2)) * edge * np.array([wide, tall])
    to = corners + inward * np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    turn = cv2.getPerspectiveTransform(corners, to.astype(np.float32))
    flat = cv2.warpPerspective(
        np.asarray(page.convert("L")), turn, (wide, tall), borderValue=90, flags=cv2.INTER_AREA
    ).astype(np.float32)
    x, y = np.meshgrid(np.linspace(0, 1, wide), np.linspace(0, 1, tall))
    light = 0.95 - 0.4 * np.hypot(x - chance.uniform(0, 1), y - chance.uniform(0, 1))
    flat = cv2.GaussianBlur(flat * light, (0, 0), 0.3 + 0.25 * dpi / 150)
    return _jpeg(flat + chance.normal(0, 5, flat.shape), 75)


def _leaning(page: Image.Image, degrees: float) -> Image.Image:
    white = 255 if page.mode == "L" else (255, 255, 255)
    return page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=white)


def _jpeg(values: Any, quality: int) -> Image.Image:
    out = BytesIO()
    Image.fromarray(np.clip(values, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=quality)
    return Image.open(out).convert("RGB")


DAMAGES: dict[str, Callable[[Image.Image, int, np.random.Generator], Image.Image]] = {
    "clean": _clean,
    "office": _office,
    "faint": _faint,
    "show-through": _show_through,
    "stamped": _stamped,
    "photographed": _photographed,
}
