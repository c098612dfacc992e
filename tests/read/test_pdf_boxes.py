"""Boxes of text beside the page's own lines: in a frame or on a colour."""

from reportlab.lib.colors import Color

from tests.read.drawing import HEIGHT, Pen, document

_HEAD = [
    "Rum: Lilla salen",
    "Tid: 09.00-10.30",
    "Närvarande:",
    "Åsa Öberg, rektor",
    "Bo Alm, polisen",
]
_BOX = ["Fokus under 2019", "- klotter", "- unga ute om natten"]
_PROSE = "Bo Alm berättade att det hade varit lugnt på torget under våren."


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _tinted(pen: Pen, x0: float, y0: float, x1: float, y1: float) -> None:
    pen.canvas.setFillColor(Color(0.9, 0.95, 0.9))
    pen.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    pen.canvas.setFillColor(Color(0, 0, 0))


def test_a_frame_on_the_right_is_read_after_the_paragraph_beside_it() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(60, 100, _HEAD, pitch=15)
        pen.grid([380, 540], [90, 150])
        pen.lines(386, 104, _BOX, pitch=17)
        pen.lines(60, 210, [_PROSE] * 3)

    assert _lines(document(draw).text) == [*_HEAD, *_BOX, _PROSE, _PROSE, _PROSE]


def test_a_tinted_box_beside_a_title_that_wraps() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(60, 104, ["Anteckningar", "Gruppen för en", "tryggare centrumkärna"], pitch=18)
        _tinted(pen, 360, 90, 540, 150)
        pen.lines(366, 106, ["Dag: 4 maj 2015", "Rum: Stora salen", "Värd: Åsa Öberg"], pitch=16)
        pen.lines(60, 210, [_PROSE] * 3)

    assert _lines(document(draw).text)[:6] == [
        "Anteckningar",
        "Gruppen för en",
        "tryggare centrumkärna",
        "Dag: 4 maj 2015",
        "Rum: Stora salen",
        "Värd: Åsa Öberg",
    ]


def test_a_tinted_box_in_the_left_margin_is_read_first() -> None:
    who = ["Närvarande", "Åsa Öberg, rektor", "Bo Alm, polisen", "Cia Ås, fältare"]

    def draw(pen: Pen) -> None:
        _tinted(pen, 50, 90, 180, 200)
        pen.lines(56, 106, who, pitch=16)
        pen.lines(200, 104, [_PROSE] * 9, pitch=14)

    assert _lines(document(draw).text) == [*who, *[_PROSE] * 9]


def test_tinted_cells_of_labels_stay_beside_their_values() -> None:
    def draw(pen: Pen) -> None:
        for at, (label, value) in enumerate(
            (("Plats", "Stora salen"), ("Övriga", "Cia Ås, fältare"), ("Justeras", "Åsa Öberg"))
        ):
            _tinted(pen, 60, 100 + 40 * at, 160, 140 + 40 * at)
            pen.lines(66, 116 + 40 * at, [label, "vid mötet i maj"])
            pen.text(180, 116 + 40 * at, value)

    text = document(draw).text
    assert "Plats vid mötet i maj\tStora salen" in text
    assert "Övriga vid mötet i maj\tCia Ås, fältare" in text


def test_a_frame_round_the_whole_width_changes_nothing() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(60, 100, [_PROSE] * 2)
        pen.grid([50, 550], [130, 190])
        pen.text(60, 150, "Beslut")
        pen.text(300, 150, "Ansvarig")
        pen.text(60, 170, "Lampan byts ut")
        pen.text(300, 170, "Bo Alm")
        pen.lines(60, 220, [_PROSE] * 2)

    assert _lines(document(draw).text)[2:4] == ["Beslut\tAnsvarig", "Lampan byts ut\tBo Alm"]
