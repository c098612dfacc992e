"""`lokalbra show FILE --page N --draw PNG`, on real pages: the boxes fall on the print."""

from io import BytesIO
from pathlib import Path

import docx
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from tests.commands import lokalbra
from tests.read.drawing import Pen, pdf

pytestmark = pytest.mark.slow

LINES = ("Protokoll Lokala Brå Vikdal", "Datum: 2019-02-14", "Plats: Polishuset", "Tid: 13.00")


def protocol(pen: Pen) -> None:
    for index, line in enumerate(LINES):
        pen.text(70, 150 + 24 * index, line, size=12)


def turned(pen: Pen) -> None:
    """The same on a page whose flag turns it, and whose text runs up it."""
    pen.canvas.setPageRotation(180)
    pen.canvas.rotate(90)
    pen.canvas.translate(100, -800)
    protocol(pen)


def saved(image: Image.Image, form: str) -> bytes:
    out = BytesIO()
    image.save(out, form, dpi=(120, 120))
    return out.getvalue()


def scan(turn: int) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf(protocol))[0].render(scale=120 / 72)
    upright: Image.Image = page.to_pil().convert("L")
    return upright.rotate(turn, expand=True)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("text.pdf", pdf(protocol)),
        ("turned.pdf", pdf(lambda _: None, turned)),
        ("scan.png", saved(scan(0), "PNG")),
        ("sideways.tif", saved(scan(90), "TIFF")),
    ],
)
def test_all_print_lies_in_coloured_boxes(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    page = "2" if name == "turned.pdf" else "1"
    run = lokalbra("show", name, "--page", page, "--draw", "out.png", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "out.png\n")
    pixels = np.asarray(Image.open(tmp_path / "out.png"))[:, :-250].astype(int)
    upright = pixels.shape[0] > pixels.shape[1]
    assert upright is (name != "turned.pdf")
    ink = pixels.min(axis=2) < 160
    coloured = pixels.max(axis=2) - pixels.min(axis=2) > 4
    assert (ink & coloured).sum() > 1000
    assert (ink & ~coloured).sum() < 0.02 * ink.sum()
    red = (pixels[:, :, 0] > 190) & (pixels[:, :, 1] < 40)  # the edge of the meeting's own facts
    assert red.sum() > 400


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("text.pdf", "--page", "3"), "no page 3"),
        (("word.docx",), "save it as PDF"),
        (("plain.txt",), "save it as PDF"),
        (("text.pdf", "--page", "0"), "--page"),
        (("0123456789abcdef-1",), "0123456789abcdef-1"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "text.pdf").write_bytes(pdf(protocol))
    (tmp_path / "plain.txt").write_text("\n".join(LINES), encoding="utf-8")
    word = docx.Document()
    word.add_paragraph(LINES[0])
    word.save(str(tmp_path / "word.docx"))
    run = lokalbra("show", *arguments, "--draw", "out.png", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out.png").exists()


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_bytes(pdf(protocol))
    run = lokalbra("show", "text.pdf", "--draw", "nowhere/out.png", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "nowhere/out.png" in run.stderr
