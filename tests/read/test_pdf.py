"""Pages of a PDF: words with their places, marks, page heads, turned pages, hidden text, faults."""

from datetime import date

import pytest

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument, EncryptedDocument, LimitExceeded
from pipeline.read import read
from pipeline.run import read_protocol
from tests.read.drawing import (
    HEIGHT,
    WIDTH,
    Draw,
    Pen,
    document,
    marked,
    pdf,
    raw_page,
    stream,
    without_map,
)


def test_rows_gaps_and_pages() -> None:
    def first(pen: Pen) -> None:
        y = pen.lines(70, 150, ["Mötet öppnades av Åsa Öberg, som", "hälsade alla välkomna."])
        pen.lines(70, y + 14, ["Nästa möte är den 4 maj."])

    def second(pen: Pen) -> None:
        pen.text(70, 150, "Vid protokollet")

    read_back = document(first, second)
    assert read_back.text == (
        "Mötet öppnades av Åsa Öberg, som\nhälsade alla välkomna.\n\nNästa möte är den 4 maj.\n\f"
        "Vid protokollet\n"
    )
    assert [read_back.text[page.start : page.end][-1] for page in read_back.pages] == ["\f", "\n"]


def test_every_word_has_its_place() -> None:
    read_back = document(lambda pen: pen.text(100, 200, "Belysningen i gångtunneln"))
    box = read_back.box(*_span(read_back, "gångtunneln"))
    assert box is not None
    assert box.x0 == pytest.approx(168.5, abs=1)
    assert box.y0 < 195 < 200 < box.y1
    assert [read_back.text[w.start : w.end] for w in read_back.pages[0].words] == [
        "Belysningen",
        "i",
        "gångtunneln",
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Almby kommun 2018-01-15", "Mötet den 14 februari 2019 kl. 13.00"),
        ("Mall fastställd 2014-03-01", "Lokala Brå i Almby 2019-02-14"),
        ("Lokala Brå Almby 2019-02-14", "Närvarande: Bo Ek"),
    ],
)
def test_a_stale_date_in_the_page_head_is_not_the_meetings(head: str, body: str) -> None:
    def page(number: int) -> Draw:
        def draw(pen: Pen) -> None:
            pen.text(70, 40, head)
            pen.text(480, 40, f"Sida {number} (2)")
            pen.lines(70, 120, ["Minnesanteckningar", body] if number == 1 else [], 24)
            pen.lines(70, 300, ["1. Mötet öppnas", "Ordföranden hälsade välkommen."])

        return draw

    [meeting] = read_protocol(pdf(page(1), page(2)), ReadSettings(ocr="off")).meetings
    assert meeting.meeting_date == date(2019, 2, 14)


def test_bold_underlined_and_struck() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "Beslut", bold=True)
        pen.text(70, 240, "Trygghet i centrum")
        pen.rule(70, 241.5, 70 + pen.width("Trygghet i centrum"), 241.5)
        pen.text(70, 280, "Kameror köps in")
        pen.rule(70, 276.5, 70 + pen.width("Kameror köps in"), 276.5)
        pen.text(70, 320, "En rad över hela sidan")
        pen.rule(70, 322, 520, 322)

    read_back = document(draw)
    assert marked(read_back, "bold") == ["Beslut", "Trygghet i centrum"]
    assert marked(read_back, "struck") == ["Kameror köps in"]


def test_furniture_is_what_repeats_at_the_edges() -> None:
    def page(number: int) -> Draw:
        def draw(pen: Pen) -> None:
            pen.text(70, 40, "Lokala rådet i Almby")
            pen.text(480, 40, f"Sida {number} (3)")
            pen.text(70, 54, "2019-03-04")
            pen.lines(70, 150, [f"Text nummer {number} i mötet.", "Rådet beslutade om åtgärder."])
            pen.text(70, HEIGHT - 40, "Utdragsbestyrkande")

        return draw

    read_back = document(page(1), page(2), page(3))
    furniture = marked(read_back, "furniture")
    assert furniture == [
        "Sida 1 (3)",
        "Utdragsbestyrkande",
        *[
            line
            for number in (2, 3)
            for line in (
                f"Lokala rådet i Almby\tSida {number} (3)",
                "2019-03-04",
                "Utdragsbestyrkande",
            )
        ],
    ]


def test_a_single_page_has_no_furniture_but_its_number() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 40, "Lokala rådet i Almby")
        pen.text(480, 54, "1 (1)")
        pen.text(70, 150, "Mötet öppnades.")
        pen.text(70, HEIGHT - 40, "Box 12, Almby")

    assert marked(document(draw), "furniture") == ["1 (1)"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_by_its_own_flag_keeps_words_on_the_page(turn: int) -> None:
    def draw(pen: Pen) -> None:
        pen.canvas.setPageRotation(turn)
        pen.canvas.saveState()
        across = turn in (90, 270)  # the box of a page lying on its side is swapped
        pen.canvas.translate(*((HEIGHT / 2, WIDTH / 2) if across else (WIDTH / 2, HEIGHT / 2)))
        pen.canvas.rotate(turn)
        pen.canvas.drawString(-200, 20, "Första raden här")
        pen.canvas.drawString(-200, 0, "Andra raden här")
        pen.canvas.restoreState()

    read_back = document(draw)
    assert read_back.text == "Första raden här\nAndra raden här\n"
    page = read_back.pages[0]
    assert page.width == pytest.approx(WIDTH, abs=1)
    box = read_back.box(*_span(read_back, "Första"))
    assert box is not None
    assert box.x0 == pytest.approx(WIDTH / 2 - 200, abs=3)
    assert box.y1 == pytest.approx(HEIGHT / 2 - 20, abs=6)


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_whose_text_runs_sideways_is_turned(turn: int) -> None:
    def draw(pen: Pen) -> None:
        pen.canvas.translate(WIDTH / 2, HEIGHT / 2)
        pen.canvas.rotate(turn)
        for index in range(4):
            pen.canvas.drawString(-200, -20 * index, f"Rad {index} av mötets anteckningar")

    page = document(draw).pages[0]
    assert document(draw).text == "".join(
        f"Rad {index} av mötets anteckningar\n" for index in range(4)
    )
    assert (page.width or 0) > (page.height or 0)


def test_text_up_the_margin_stands_aside() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(70, 200, ["Mötet öppnades av Åsa Öberg.", "Dagordningen godkändes."])
        pen.canvas.saveState()
        pen.canvas.translate(30, HEIGHT - 400)
        pen.canvas.rotate(90)
        pen.canvas.drawString(0, 0, "Mall KLK 114, version 2")
        pen.canvas.restoreState()

    read_back = document(draw)
    assert read_back.text == (
        "Mötet öppnades av Åsa Öberg.\nDagordningen godkändes.\n\nMall KLK 114, version 2\n"
    )
    assert marked(read_back, "furniture") == ["Mall KLK 114, version 2"]


def test_large_print_counts_as_bold() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 150, "Protokoll", size=18)
        pen.lines(70, 200, ["Mötet öppnades av Åsa Öberg.", "Dagordningen godkändes.", "Slut."])

    assert marked(document(draw), "bold") == ["Protokoll"]


def test_what_is_filled_in_a_form_is_text() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "Plats:")
        pen.canvas.acroForm.textfield(
            value="Rådhuset",
            x=120,
            y=HEIGHT - 204,
            width=120,
            height=16,
            borderWidth=0,
            fontSize=11,
        )

    assert document(draw).text == "Plats:\tRådhuset\n"


def test_what_nobody_sees_is_left_out_and_told_of() -> None:
    def draw(pen: Pen) -> None:
        canvas = pen.canvas
        pen.text(70, 100, "Rådet beslutar om lampor.")
        canvas.setFillGray(0.2)
        canvas.rect(60, HEIGHT - 170, 300, 20, fill=1)
        canvas.setFillGray(1)
        pen.text(70, 164, "Ljus rubrik på mörk botten")
        pen.text(70, 200, "Vitt på vitt")
        canvas.setFillGray(0)
        unseen = canvas.beginText(70, HEIGHT - 240)
        unseen.setTextRenderMode(3)
        unseen.textLine("Osynligt")
        unseen.setTextRenderMode(0)
        canvas.drawText(unseen)
        pen.text(70, HEIGHT + 40, "Nedanför")
        canvas.setFillAlpha(0)
        pen.text(70, 280, "Genomskinligt")

    read_back = document(draw)
    assert read_back.text == "Rådet beslutar om lampor.\n\nLjus rubrik på mörk botten\n"
    [issue] = read_back.issues
    assert (issue.kind, issue.severity) == ("hidden_text", "warning")
    assert "6 ord" in issue.message


def test_a_page_of_nothing_but_hidden_text_is_lost() -> None:
    def draw(pen: Pen) -> None:
        pen.canvas.setFillGray(1)
        pen.text(70, 200, "Vitt på vitt")

    read_back = document(lambda pen: pen.text(70, 200, "Synlig"), draw)
    assert read_back.text == "Synlig\n\f"
    assert [(i.kind, i.severity) for i in read_back.issues] == [("hidden_text", "error")]


@pytest.mark.parametrize(
    ("keys", "size", "x0"),
    [
        (b"/MediaBox[0 0 595 842]/CropBox[100 100 495 742]", (395, 642), 70),
        (b"/MediaBox[0 0 595 842]/CropBox[100 100 495 742]/Rotate 90", (395, 642), 70),
        (b"/MediaBox[-100 -100 495 742]", (595, 842), 270),
    ],
)
def test_boxes_count_from_the_corner_of_what_is_shown(
    keys: bytes, size: tuple[float, float], x0: float
) -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    keys += b"/Resources<</Font<</F 5 0 R>>>>"
    read_back = read(
        raw_page(b"BT /F 12 Tf 170 700 Td (Protokoll) Tj ET", keys, font), ReadSettings(ocr="off")
    )
    page = read_back.pages[0]
    assert (page.width, page.height) == size
    assert page.words[0].x0 == pytest.approx(x0, abs=1)
    assert page.words[0].y0 < 42 < page.words[0].y1


def test_fonts_without_a_map_to_characters_are_told_of() -> None:
    read_back = read(without_map(["Rådet beslutar att köpa lampor"] * 3), ReadSettings(ocr="off"))
    assert "doubtful_text" in [issue.kind for issue in read_back.issues]


def test_what_cannot_be_read_says_why() -> None:
    whole = pdf(lambda pen: pen.text(70, 200, "Hemligt"))
    with pytest.raises(EncryptedDocument):
        read(
            pdf(lambda pen: pen.text(70, 200, "Hemligt"), password="nyckel"),
            ReadSettings(ocr="off"),
        )
    with pytest.raises(DamagedDocument):
        read(whole[:60], ReadSettings(ocr="off"))
    with pytest.raises(DamagedDocument):
        read(b"%PDF-1.7\n" + bytes(range(256)) * 20, ReadSettings(ocr="off"))
    with pytest.raises(LimitExceeded):
        read(
            pdf(*[lambda pen: pen.text(70, 200, "Sida")] * 3), ReadSettings(ocr="off", max_pages=2)
        )
    with pytest.raises(EmptyDocument):
        read(pdf(lambda _: None), ReadSettings(ocr="off"))


def _span(document: Document, word: str) -> tuple[int, int]:
    start = document.text.index(word)
    return start, start + len(word)


def test_a_bullet_without_a_character_moves_no_word() -> None:
    rows = ("A Cecilia bokar lokal", "A Polisen ringer", "A Johan skriver till nytt")
    text = " ".join(f"({row}) Tj 0 -20 Td" for row in rows)
    nothing = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <fffe> endbfchar"
    )
    raw = raw_page(
        f"BT /F 12 Tf 60 700 Td {text} ET".encode(),
        b"/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        stream(b"begincmap %s endcmap" % nothing),
    )
    read_back = read(raw, ReadSettings(ocr="off"))
    assert read_back.text.splitlines() == [row[2:] for row in rows]
    lefts = {read_back.text[word.start : word.end]: word.x0 for word in read_back.pages[0].words}
    assert [lefts[row.split()[1]] for row in rows] == [pytest.approx(71.3, abs=0.5)] * 3
