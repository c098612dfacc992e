import pytest

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument
from pipeline.read import read

SETTINGS = ReadSettings(ocr="off")


def document(body: str, head: str = "") -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read(page.encode(), SETTINGS)


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]


def test_blocks_are_lines_and_paragraphs_stand_apart() -> None:
    body = (
        "<h1>Protokoll</h1><p>Närvarande:<br>Åsa &Ouml;berg,\n ordförande<br/>Bo <b>Ek</b></p>"
        "<div>Plats: Rådhuset</div><div>Tid: 9&ndash;11</div><p><del>Utgår</del></p>"
    )
    read_back = document(body)
    assert read_back.text == (
        "Protokoll\n\nNärvarande:\nÅsa Öberg, ordförande\nBo Ek\n\nPlats: Rådhuset\nTid: 9–11\n\nUtgår\n"
    )
    assert marked(read_back, "heading") == ["Protokoll"]
    assert marked(read_back, "bold") == ["Ek"]
    assert marked(read_back, "struck") == ["Utgår"]


def test_lists_carry_the_numbers_that_a_browser_shows() -> None:
    body = (
        '<ol start="3"><li>Lägesbild<ul><li>skolan</li></ul></li><li value="7">Övrigt</li>'
        '<li>Nästa möte</li></ol><ol type="a"><li>först</li></ol>'
    )
    assert [line for line in document(body).text.split("\n") if line] == [
        "3. Lägesbild",
        "• skolan",
        "7. Övrigt",
        "8. Nästa möte",
        "a. först",
    ]


def test_tables_of_data_and_tables_of_layout() -> None:
    data = (
        "<table><tr><th>Att göra</th><th>Vem</th><th>När</th></tr>"
        "<tr><td>Ringa <br>ägaren</td><td></td><td>4 maj</td></tr>"
        '<tr><td colspan="2">Alla</td><td>X</td></tr></table>'
    )
    assert document(data).text == "Att göra\tVem\tNär\nRinga\t\t4 maj\nägaren\nAlla\t\tX\n"
    layout = f"<table><tr><td><p>Meny</p></td><td><p>Mötet öppnas.</p>{data}</td></tr></table>"
    assert "Mötet öppnas.\n" in document(layout).text
    assert "Att göra\tVem\tNär\n" in document(layout).text


def test_boilerplate_is_furniture_and_scripts_are_gone() -> None:
    body = (
        "<nav><a>Start</a></nav><script>var a = 'skräp';</script><header>Almby kommun</header>"
        "<main><h1>Anteckningar</h1><p>Mötet.</p></main><div>Dela sidan</div><footer>Kontakt</footer>"
        '<div style="display: none">dolt</div>'
    )
    read_back = document(body, "<title>Mötet 4 maj</title><style>p {}</style>")
    assert marked(read_back, "furniture") == [
        "Mötet 4 maj",
        "Start",
        "Almby kommun",
        "Dela sidan",
        "Kontakt",
    ]
    assert "skräp" not in read_back.text
    assert "dolt" not in read_back.text


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "windows-1252"])
def test_the_charset_that_the_page_names(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Åsa på Gågatan</p></body></html>'
    assert read(page.encode(charset), SETTINGS).text == "Åsa på Gågatan\n"


def test_a_fragment_and_an_empty_page() -> None:
    assert read("<div><p>Mötet på rådet</p></div>".encode(), SETTINGS).text == "Mötet på rådet\n"
    with pytest.raises(EmptyDocument):
        document("<script>a</script>")


def test_html_below_what_the_maker_of_a_page_reads() -> None:
    page = b"---\ntitle: Protokoll\nlayout: page\n---\n<h2>Ekmo byalag</h2>\n<ul><li>Maj Ek</li></ul>\n"
    found = read(page, ReadSettings())
    assert found.media_type == "text/html"
    assert "Ekmo byalag\n" in found.text
    assert "<" not in found.text
    assert read(b"---\ntitle: Protokoll\n---\n# Ekmo\n", ReadSettings()).media_type == "text/plain"


def test_nesting_without_end_is_damage_and_not_loss() -> None:
    assert document("<div>" * 200 + "<p>Mötet öppnas.</p>").text == "Mötet öppnas.\n"
    with pytest.raises(DamagedDocument):
        document("<div>" * 5000 + "<p>Mötet öppnas.</p>")


def test_blanks_that_do_not_fold_set_columns() -> None:
    row = "Vid pennan&nbsp;&nbsp;&nbsp;&nbsp; Justeras"
    assert document(f"<p>{row}</p>").text == "Vid pennan\tJusteras\n"
    assert document("<p>kl&nbsp;18.00&nbsp; i ladan</p>").text == "kl 18.00 i ladan\n"


def test_a_tab_stop_between_words_sets_columns() -> None:
    page = "<p>Bo Alm, ordförande\tCia Ås, rektor</p>\n\t<p>\tDan\n\tRot, <b>polisen</b>\tnärvarande</p>"
    assert read(page.encode(), ReadSettings()).text == (
        "Bo Alm, ordförande\tCia Ås, rektor\n\nDan Rot, polisen\tnärvarande\n"
    )
