"""Text whose letters a wrong character set has made replacement characters."""

import pytest

from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment
from pipeline.segment.lost_letters import with_lost_letters

LOST = str.maketrans(dict.fromkeys("åäöÅÄÖ§", "\ufffd"))
PROTOCOL = """Protokoll från årsmötet i Ekmo

Närvarande:
Maj Ek, ordförande
Bo Li, kassör

§1 Mötet öppnas
Ordföranden hälsade alla välkomna till mötet.

§2 Årsmötets utlysande
Mötet är utlyst i tid.

§3 Övriga frågor
Fastighetsägareföreningen får hyra stugan på hösten.
"""


def test_a_protocol_that_lost_its_letters() -> None:
    lost = PROTOCOL.translate(LOST)
    document = read(lost.encode(), ReadSettings(ocr="off"))
    text = with_lost_letters(document).text
    assert len(text) == len(document.text)
    assert text.strip() == PROTOCOL.strip()


def test_its_items_and_lists_are_found() -> None:
    (part,) = segment(read(PROTOCOL.translate(LOST).encode(), ReadSettings(ocr="off")))
    titles = [each.title.text for each in part.sections if each.title is not None]
    assert titles == ["Mötet öppnas", "Årsmötets utlysande", "Övriga frågor"]
    assert [block.field for block in part.blocks].count("present") == 1


@pytest.mark.parametrize("text", ["Maj Lundeg\ufffdrd-Xq\ufffdz", "Det gick bra."])
def test_what_no_word_shows_stays(text: str) -> None:
    document = read(f"{text}\n".encode(), ReadSettings(ocr="off"))
    assert with_lost_letters(document).text == document.text
