"""Generated protocols as born-digital PDFs, each with as much to say as ten ordinary meetings: two or three pages."""

from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from generator.archive import series

TALK = 10
MEETINGS = 10  # of a council
FONT, SIZE, PITCH = "Helvetica", 11, 15  # points
LEFT, TOP, BOTTOM = 68, 60, 70  # points
WIDE = A4[0] - 2 * LEFT


def printed(folder: Path, documents: int) -> list[Path]:
    paths = []
    for council in range(-(-documents // MEETINGS)):
        for each in series(council, MEETINGS, talk=TALK):
            path = folder / f"{each.stem[:4]}" / f"{each.stem}.pdf"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf(each.text))
            paths.append(path)
    return paths[:documents]


def pdf(text: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    page = y = 0
    for line in text.splitlines():
        for part in simpleSplit(line, FONT, SIZE, WIDE) or [""]:
            if y < BOTTOM:
                if page:
                    canvas.showPage()
                page, y = page + 1, A4[1] - TOP
                canvas.setFont(FONT, SIZE)
                canvas.drawRightString(A4[0] - LEFT, BOTTOM / 2, f"Sida {page}")
            canvas.drawString(LEFT, y, part)
            y -= PITCH
    canvas.save()
    return out.getvalue()
