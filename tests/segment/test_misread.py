"""Text in which digits stand for letters."""

from tests.segment.cut import meeting, outline

HEAD = "Brottsf6rebyggande rådet i Granby komrnun\nKal1ade: Maj Ek, Bo Li\n"
ITEMS = "1. Förs1ag til1 plan\nRådet bes1utar att 6verlämna listan.\n2. Övrigt\nSamma loka1 som sist, rum1, 14:1.\n"


def test_digits_inside_words_are_letters() -> None:
    text = HEAD + ITEMS
    assert outline(text)[0] == ("1", "Förslag till plan")
    assert meeting(text).sections[1].paragraphs[0].view.text == "Samma lokal som sist, rum1, 14:1."
    assert meeting(text).head[0].text == "Brottsförebyggande rådet i Granby kommun"
    assert [block.field for block in meeting(text).blocks if block.label] == ["called"]


def test_text_with_one_such_word_stays() -> None:
    text = "Rådet i Granby\n1. Öppnande\nRum b1a och t.ex. komrnun.\n2. Övrigt\nInget.\n"
    assert meeting(text).sections[0].paragraphs[0].view.text == "Rum b1a och t.ex. komrnun."
