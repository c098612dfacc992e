"""Small PDFs drawn for the tests: words at places, lines, tables. Sizes in points from the top."""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

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
