"""Å that recognition takes for A: told by the ink over the letter, or by the dictionary."""

import numpy
import pytest

from pipeline.read.layout import PlacedWord
from pipeline.read.rings import ringed
from tests.read.drawing import Draw, Pen
from tests.read.test_ocr import picture

FONTS = ["Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Times-Italic", "Courier"]
DPI = 170


def as_read(printed: str, read: str, font: str = "Helvetica", ruled: bool = False) -> str:
    """What becomes of a word that stands on the page as `printed` and was taken for `read`."""

    def draw(pen: Pen) -> None:
        pen.text(60, 100, printed)
        pen.canvas.setFont(font, 11)
        pen.canvas.drawString(60, pen.canvas._pagesize[1] - 200, printed)
        if ruled:
            pen.rule(50, 187, 300, 187)
            pen.rule(50, 205, 300, 205)

    page: Draw = draw
    width = 11 * 0.55 * len(printed)
    word = PlacedWord(read, 60, 189, 60 + width, 205)
    shown = numpy.asarray(picture(page, DPI).convert("RGB"))
    return ringed([word], shown, 72 / DPI)[0].text


@pytest.mark.parametrize("font", FONTS)
def test_a_ring_that_stands_in_the_picture_is_seen(font: str) -> None:
    assert as_read("Åke", "Ake", font) == "Åke"
    assert as_read("Åsmunda,", "Asmunda,", font) == "Åsmunda,"
    assert as_read("Åvik", "Avik", font, ruled=True) == "Åvik"


@pytest.mark.parametrize("font", FONTS)
def test_a_letter_without_a_ring_stays(font: str) -> None:
    for word in ("Agaton", "Avalunda", "Almestad", "Asa", "ATTERVIK", "Ann-Siri", "Arne"):
        assert as_read(word, word, font) == word
        assert as_read(word, word, font, ruled=True) == word


def test_a_word_that_swedish_has_with_ring_or_dots_alone_gets_them() -> None:
    assert as_read("Aterkoppling", "Aterkoppling") == "Återkoppling"
    assert as_read("Ovrigt:", "Ovrigt:") == "Övrigt:"
    assert as_read("Arenden", "Arenden") == "Ärenden"
    assert as_read("Olof", "Olof") == "Olof"
    assert as_read("A", "A") == "A"
