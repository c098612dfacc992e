"""Scans are drawn, rendered, spoiled as scanners do and read back."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from models.document import Document
from pipeline.config import OcrEngine, ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument, LimitExceeded
from pipeline.read import read
from pipeline.read.layout import PlacedWord
from pipeline.read.ocr import engines
from pipeline.read.spelling import spelled, with_section_signs
from pipeline.read.strokes import Stroke, marked_words
from tests.commands import lokalbra
from tests.read.drawing import HEIGHT, WIDTH, Draw, Pen, pdf, without_map

pytestmark = pytest.mark.slow

ON = ReadSettings(ocr="rapidocr")
OFF = ReadSettings(ocr="off")
LINES = (
    "Protokoll från lokala brottsförebyggande rådet",
    "§ 4 Åsa Öberg kontaktar fritidsgården före jul",
    "Nästa möte är den 14 maj kl. 09.00–11.30",
)


def picture(draw: Draw, dpi: int = 130, turn: float = 0) -> Image.Image:
    """The drawn page as a scan: turned clockwise, grey paper, noise, a shadow."""
    page = pypdfium2.PdfDocument(pdf(draw))[0].render(scale=dpi / 72).to_pil().convert("L")
    page = page.rotate(
        -turn, expand=turn % 90 == 0, fillcolor=255, resample=Image.Resampling.BICUBIC
    )
    grey = np.asarray(page, dtype=np.float32) * 0.8 + 35
    grey *= np.linspace(1, 0.7, grey.shape[1])
    grey += np.random.default_rng(7).normal(0, 5, grey.shape)
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).convert("RGB")


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def scanned_pdf(image: Image.Image, hidden: str = "") -> bytes:
    """A PDF page that is a picture, over a text layer that does not show."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    text = canvas.beginText(70, HEIGHT - 150)
    text.setTextRenderMode(3)
    text.setFont("Helvetica", 11)
    for line in hidden.split("\n"):
        text.textLine(line)
    canvas.drawText(text)
    canvas.drawInlineImage(image, 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return out.getvalue()


def letter(pen: Pen) -> None:
    for index, line in enumerate(LINES):
        pen.text(70, 150 + 40 * index, line, size=12)


def kinds(document: Document) -> list[str]:
    return [issue.kind for issue in document.issues]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 1.7])
def test_a_scan_is_read_whichever_way_it_lies(turn: float) -> None:
    document = read(
        scanned_pdf(picture(letter))
        if not turn
        else saved(picture(letter, turn=turn), "PNG", dpi=(130, 130)),
        ON,
    )
    lines = [line.replace("§4", "§ 4") for line in document.text.split("\n") if line]
    assert lines == list(LINES)
    page = document.pages[0]
    assert page.ocr
    assert (page.ocr_confidence or 0) > 0.9
    assert page.width == pytest.approx(WIDTH, abs=2)
    start = document.text.index("fritidsgården")
    box = document.box(start, start + len("fritidsgården"))
    assert box is not None
    assert box.x0 == pytest.approx(
        70 + stringWidth(LINES[1].split("frit")[0], "Helvetica", 12), abs=10
    )
    assert box.y0 < 190 < box.y1 + 8


def test_a_ruled_table_and_bold_lines_in_a_scan() -> None:
    xs, ys = (70, 250, 330, 420), (190, 214, 238, 262)
    rows = (
        ("Ledamot", "Närv.", "Frånv."),
        ("Göran Sjölund (S)", "X", ""),
        ("Lena Ek (M)", "", "X"),
    )

    def draw(pen: Pen) -> None:
        pen.text(70, 120, "Beslutande ledamöter vid mötet", size=12, bold=True)
        pen.text(70, 150, "Rådet beslutar enligt förslaget till handlingsplan.", size=12)
        pen.grid(xs, ys)
        for row, y in zip(rows, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                pen.text(x + 6, y + 16, cell, size=12)

    document = read(scanned_pdf(picture(draw, dpi=150)), ON)
    assert "Göran Sjölund (S)\tX\t\nLena Ek (M)\t\tX\n" in document.text
    assert "Beslutande ledamöter vid mötet" in [
        document.text[m.start : m.end] for m in document.marks if m.kind == "bold"
    ]


def test_crosses_and_dashes_in_the_small_cells_of_a_scan() -> None:
    xs, ys = (70, 250, 290, 330), tuple(range(190, 290, 20))
    rows = (
        ("Göran Sjölund (S)", "X", "-"),
        ("Lena Ek (M)", "-", "X"),
        ("Örjan Lövgren (V)", "X", "-"),
        ("Märta Nyström (C)", "-", "-"),
    )

    def draw(pen: Pen) -> None:
        pen.text(70, 150, "Rådet beslutar enligt förslaget till handlingsplan.", size=12)
        pen.grid(xs, ys)
        for row, y in zip(rows, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                pen.text(x + 8, y + 14, cell)

    document = read(scanned_pdf(picture(draw, dpi=200, turn=0.8)), ON)
    for row in rows:
        assert "\t".join(row).lower() in document.text.lower()


def test_the_other_side_of_the_paper_is_not_read() -> None:
    front, back = picture(letter, dpi=150), ImageOps.mirror(picture(behind, dpi=150))
    thin = back.filter(ImageFilter.GaussianBlur(1.2)).point(lambda grey: 255 - (255 - grey) // 2)
    document = read(scanned_pdf(ImageChops.darker(front, thin)), ON)
    assert [line.replace("§4", "§ 4") for line in document.text.split("\n") if line] == list(LINES)


def behind(pen: Pen) -> None:
    pen.text(60, 500, "Bilaga till protokollet om trygghet", size=16, bold=True)


def test_a_page_photographed_on_a_table() -> None:
    page = picture(letter, dpi=130)
    wide, tall = page.size
    lying = page.transform(
        page.size,
        Image.Transform.QUAD,
        (
            -0.12 * wide,
            -0.1 * tall,
            -0.05 * wide,
            1.08 * tall,
            1.1 * wide,
            1.14 * tall,
            1.06 * wide,
            -0.06 * tall,
        ),
        resample=Image.Resampling.BICUBIC,
        fillcolor=(60, 50, 40),
    )
    document = read(saved(lying, "JPEG", quality=85), ON)
    assert [line.replace("§4", "§ 4") for line in document.text.split("\n") if line] == list(LINES)
    at = document.text.index("Protokoll")
    box = document.box(at, at + len("Protokoll"))
    sheet = document.pages[0]
    assert box is not None
    assert sheet.width is not None
    dark = np.asarray(lying.convert("L"), dtype=float)
    scale = wide / sheet.width
    inside = dark[
        int(box.y0 * scale) : int(box.y1 * scale), int(box.x0 * scale) : int(box.x1 * scale)
    ]
    assert inside.min() < inside.mean() - 40  # the box holds print, where the photograph has it


@pytest.mark.skipif(not engines()["tesseract"], reason="tesseract with swe is not installed")
@pytest.mark.parametrize("engine", ["tesseract", "both"])
def test_tesseract_reads_alone_or_as_a_second_opinion(engine: OcrEngine) -> None:
    document = read(scanned_pdf(picture(letter, dpi=150)), ReadSettings(ocr=engine))
    assert LINES[0] in document.text
    assert LINES[1].removeprefix("§ 4 ") in document.text


def test_what_the_models_do_to_swedish_is_undone() -> None:
    assert spelled("möte.Nästa k1. 09.00 i PowerPoint") == "möte. Nästa kl. 09.00 i PowerPoint"
    assert (
        spelled("den14 maj, 41anmälningar, 20kr, x2@bra.se")
        == "den 14 maj, 41 anmälningar, 20kr, x2@bra.se"
    )
    assert spelled("S 12 Lägesbild") == "§ 12 Lägesbild"
    assert spelled("S 12 röster") == "S 12 röster"
    assert with_section_signs(["§ 4 Val", "5 5 Budget", "5 9 Kaffe"]) == [
        "§ 4 Val",
        "§ 5 Budget",
        "5 9 Kaffe",
    ]


def test_underlined_and_struck_words_in_a_scan() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 150, "Trygghet i centrum", size=12)
        pen.rule(70, 152, 70 + pen.width("Trygghet i centrum", 12), 152)
        pen.text(70, 200, "Rådet köper in kameror till torget", size=12)
        pen.rule(70, 196, 70 + pen.width("Rådet köper in kameror till torget", 12), 196)
        pen.text(70, 250, "Nästa möte hålls i november", size=12)
        pen.text(70, 300, "Valet", size=12)
        pen.rule(70, 302, 70 + pen.width("Valet", 12), 302)

    document = read(scanned_pdf(picture(draw, dpi=150)), ON)
    marked = [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks]
    assert [kind for kind, _ in marked] == ["bold", "struck", "bold"]
    assert marked[0][1].startswith("Trygghet")
    assert marked[1][1].endswith("torget")
    assert marked[2][1] == "Valet"


def test_a_line_under_words_whose_boxes_differ_underlines_them_all() -> None:
    words = [
        PlacedWord("Bad", 73.9, 587.6, 94.3, 604.0),
        PlacedWord("och", 95.9, 588.0, 113.3, 604.2),
        PlacedWord("strand", 117.0, 588.2, 158.1, 604.7),
        PlacedWord("Bo", 200.0, 588.2, 230.1, 604.7),
    ]
    marked = marked_words(words, [Stroke(73.6, 599.6, 156.0, 601.3)])
    assert [word.bold for word in marked] == [True, True, True, False]


def test_a_bad_text_layer_is_read_anew_and_a_good_one_kept() -> None:
    good = "\n".join([*LINES, "Polisen redogör för läget och rådet tackar för informationen."] * 2)
    bad = good.translate(str.maketrans("åäöÅÄÖ§", "a¤o~^|\\")).replace("e", "c").replace("n", "ri")
    image = picture(letter)
    kept = read(scanned_pdf(image, good), ON)
    assert not kept.pages[0].ocr
    assert kinds(kept) == []
    again = read(scanned_pdf(image, bad), ON)
    assert again.pages[0].ocr
    assert LINES[1].removeprefix("§ 4 ") in again.text
    assert kinds(again) == ["ocr_layer_replaced"]


def test_fonts_without_a_map_to_characters_are_read_from_the_picture() -> None:
    document = read(without_map(LINES), ON)
    assert LINES[1] in document.text
    assert kinds(document) == ["ocr_layer_replaced"]


def test_a_user_sees_which_text_was_used(tmp_path: Path) -> None:
    scan, database = tmp_path / "protokoll.pdf", tmp_path / "a.duckdb"
    scan.write_bytes(scanned_pdf(picture(letter), "Bjorn for anteckningar pa motet. " * 8))
    shown = lokalbra("show", scan).stdout
    assert "Sidan 1 är läst från bilden (OCR" in shown
    assert "lästes om från bilden" in shown
    lokalbra("ingest", scan, "--db", database, "--workers", "1")
    told = lokalbra("doctor", "--db", database).stdout
    assert "1 sidor är lästa från bilden (OCR); i 1 dokument" in told


def test_without_ocr_a_scanned_page_is_an_issue() -> None:
    image = picture(letter, dpi=50)
    for data in (scanned_pdf(image), saved(image, "PNG")):
        document = read(data, OFF)
        assert document.text == ""
        assert [(issue.kind, issue.severity) for issue in document.issues] == [
            ("page_without_text", "error")
        ]


def test_a_list_pasted_as_a_picture_is_read_in_its_place() -> None:
    def pasted(pen: Pen) -> None:
        for index, line in enumerate(LINES):
            pen.text(20, 30 + 24 * index, line, size=12)

    listed = picture(pasted).crop((0, 0, 600, 200))

    def draw(pen: Pen) -> None:
        pen.lines(70, 150, ["Närvarande enligt listan här nedan.", "Mötet öppnades av Åsa Öberg."])
        pen.canvas.drawInlineImage(listed, 70, HEIGHT - 360, 350, 117)
        pen.text(70, 420, "Vid protokollet Göran Sjölund")

    document = read(pdf(draw), ON)
    lines = [line for line in document.text.split("\n") if line]
    assert lines[1] == "Mötet öppnades av Åsa Öberg."
    assert lines[2] == LINES[0]
    assert lines[-1] == "Vid protokollet Göran Sjölund"
    assert document.pages[0].ocr


def test_a_tiff_of_two_pages() -> None:
    def second(pen: Pen) -> None:
        pen.text(70, 300, "Vid protokollet Örjan Lövgren", size=14)

    data = saved(picture(letter), "TIFF", save_all=True, append_images=[picture(second)])
    document = read(data, ON)
    assert len(document.pages) == 2
    assert document.text.endswith("\fVid protokollet Örjan Lövgren\n")


def test_a_tiff_whose_second_page_is_cut_short_is_read_in_part() -> None:
    first = picture(letter)
    data = saved(first, "TIFF", save_all=True, append_images=[first])
    document = read(data[: int(0.7 * len(data))], ON)
    assert LINES[1].removeprefix("§ 4 ") in document.text
    assert [(issue.kind, issue.severity) for issue in document.issues] == [("page_failed", "error")]


@pytest.mark.parametrize("mode", ["CMYK", "I;16", "P", "LA", "1", "F"])
def test_pictures_of_every_depth_and_palette(mode: str) -> None:
    page = picture(letter).convert("L")
    shades = np.asarray(page)
    if mode == "I;16":
        image = Image.fromarray(shades.astype(np.uint16) * 257)
    elif mode == "1":
        image = page.point(lambda shade: 255 if shade > 110 else 0).convert("1")
    else:
        image = page.convert(mode)
    document = read(saved(image, "TIFF", dpi=(130, 130)), ON)
    assert LINES[1].removeprefix("§ 4 ") in document.text


@pytest.mark.parametrize("size", [(1, 1), (1, 9000), (9000, 1)])
def test_a_speck_or_a_strip_is_an_empty_document(size: tuple[int, int]) -> None:
    with pytest.raises(EmptyDocument):
        read(saved(Image.new("L", size), "PNG"), ON)


def test_pictures_that_cannot_be_read() -> None:
    png = saved(Image.new("RGB", (300, 200), "white"), "PNG")
    with pytest.raises(DamagedDocument):
        read(png[:60], OFF)
    with pytest.raises(DamagedDocument):
        read(b"\xff\xd8\xff" + b"junk" * 50, OFF)
    with pytest.raises(LimitExceeded, match="max_pixels"):
        read(png, ReadSettings(ocr="off", max_pixels=1000))
    huge = ReadSettings(ocr="rapidocr", max_pixels=1000)
    with pytest.raises(LimitExceeded, match="max_pixels"):
        read(scanned_pdf(Image.new("L", (400, 400), "white")), huge)
