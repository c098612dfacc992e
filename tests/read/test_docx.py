import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument, LimitExceeded
from pipeline.read import read

SETTINGS = ReadSettings(ocr="off")


def saved(word: Any) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def read_word(word: Any) -> Document:
    return read(saved(word), SETTINGS)


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]


def in_list(paragraph: Any, list_id: int, level: int = 0) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        )
    )


def with_list(word: Any, *levels: tuple[str, str]) -> int:
    """Define a list of these levels (form, pattern) and give its id."""
    root = word.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (form, pattern) in enumerate(levels)
    )
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91">{body}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="92"><w:abstractNumId w:val="91"/></w:num>')
    )
    return 92


def test_numbers_that_word_sets_itself_stand_in_the_text() -> None:
    word = docx.Document()
    list_id = with_list(word, ("decimal", "§ %1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
    for text, level in (
        ("Mötet öppnas", 0),
        ("Lägesbild", 0),
        ("Polisen", 1),
        ("Skolan", 1),
        ("enkäten", 2),
        ("Övrigt", 0),
        ("Frågor", 1),
    ):
        in_list(word.add_paragraph(text), list_id, level)
    assert read_word(word).text.split("\n")[:-1] == [
        "§ 1 Mötet öppnas",
        "§ 2 Lägesbild",
        "2.1 Polisen",
        "2.2 Skolan",
        "a) enkäten",
        "§ 3 Övrigt",
        "3.1 Frågor",
    ]


def test_forms_of_numbers() -> None:
    word = docx.Document()
    list_id = with_list(word, ("upperRoman", "%1."), ("lowerLetter", "%2)"), ("decimalZero", "%3"))
    for level in (0, 0, 0, 0, 1, 1, 2, 99):
        in_list(word.add_paragraph("x"), list_id, level)
    lines = read_word(word).text.split("\n")[:-1]
    assert lines[:7] == ["I. x", "II. x", "III. x", "IV. x", "a) x", "b) x", "01 x"]


def test_list_styles_count_and_a_continued_list_goes_on() -> None:
    word = docx.Document()
    word.add_paragraph("Godkännande", style="List Number")
    word.add_paragraph("Löpande text mellan punkterna.")
    word.add_paragraph("Nästa möte", style="List Number")
    word.add_paragraph("en punkt", style="List Bullet")
    lines = [line for line in read_word(word).text.split("\n") if line]
    assert lines == [
        "1. Godkännande",
        "Löpande text mellan punkterna.",
        "2. Nästa möte",
        "• en punkt",
    ]


def test_looks_become_marks() -> None:
    word = docx.Document()
    word.add_heading("Protokoll", 1)
    paragraph = word.add_paragraph("Vi ")
    paragraph.add_run("beslu").bold = True
    paragraph.add_run("tar").bold = True
    paragraph.add_run(" att ")
    paragraph.add_run("köpa kameror").font.strike = True
    word.add_paragraph().add_run("Understruken rubrik").underline = True
    document = read_word(word)
    assert marked(document, "heading") == ["Protokoll"]
    assert "beslutar" in marked(document, "bold")
    assert "Understruken rubrik" in marked(document, "bold")
    assert marked(document, "struck") == ["köpa kameror"]


def test_tables_stand_in_place_with_their_empty_and_merged_cells() -> None:
    word = docx.Document()
    word.add_paragraph("Närvaro")
    table = word.add_table(3, 3)
    for row, cells in zip(
        table.rows,
        (("Namn", "Närv.", "Frånv."), ("Åsa Öberg", "X", ""), ("Bo Ek", "", "X")),
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    merged = word.add_table(1, 3)
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = "Att göra"
    merged.cell(0, 2).text = "Vem"
    word.add_paragraph("Mötet öppnades.")
    document = read_word(word)
    assert document.text == (
        "Närvaro\n\nNamn\tNärv.\tFrånv.\nÅsa Öberg\tX\t\nBo Ek\t\tX\n\nAtt göra\t\tVem\n\nMötet öppnades.\n"
    )
    assert marked(document, "table")[1] == "Åsa Öberg\tX\t"


def test_tabs_breaks_and_pages() -> None:
    word = docx.Document()
    word.add_paragraph("Åsa Öberg\t\tordförande")
    paragraph = word.add_paragraph("Plats:")
    paragraph.add_run().add_break()
    paragraph.add_run("Rådhuset")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("Ny sida")
    document = read_word(word)
    assert document.text == "Åsa Öberg\tordförande\nPlats:\nRådhuset\n\fNy sida\n"
    assert [page.number for page in document.pages] == [1, 2]


def test_changes_count_as_accepted_and_hidden_text_is_left_out() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Rådet ")
    for xml in (
        "<w:del {0}><w:r><w:delText>avslår</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>beslutar</w:t></w:r></w:ins>",
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert read_word(word).text == "Rådet beslutar\n"


def test_heads_feet_and_text_boxes() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Almby kommun"
    word.sections[0].footer.paragraphs[0].text = "Utdragsbestyrkande"
    paragraph = word.add_paragraph("Mötet öppnades.")
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )
    document = read_word(word)
    assert [line for line in document.text.split("\n") if line] == [
        "Almby kommun",
        "Mötet öppnades.",
        "I rutan",
        "Utdragsbestyrkande",
    ]
    assert marked(document, "furniture") == ["Almby kommun", "Utdragsbestyrkande"]


def test_empty_paragraphs_and_wide_spacing_leave_a_gap() -> None:
    word = docx.Document()
    for style in word.styles.element.iter(qn("w:spacing")):
        style.getparent().remove(style)
    word.add_paragraph("Närvarande:")
    word.add_paragraph("Åsa Öberg")
    word.add_paragraph()
    word.add_paragraph("§ 1 Mötet öppnas")
    assert read_word(word).text == "Närvarande:\nÅsa Öberg\n\n§ 1 Mötet öppnas\n"


def test_what_is_wrong_with_a_word_file() -> None:
    whole = saved(docx.Document())
    with pytest.raises(EmptyDocument):
        read(whole, SETTINGS)
    with pytest.raises(DamagedDocument):
        read(whole[: len(whole) // 2], SETTINGS)
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 3_000_000)
    with pytest.raises(LimitExceeded, match="max_bytes"):
        read(bomb.getvalue(), ReadSettings(max_bytes=1_000_000))
    word = docx.Document()
    word.add_paragraph("ord " * 500)
    with pytest.raises(LimitExceeded, match="max_characters"):
        read(saved(word), ReadSettings(max_characters=500))
    with pytest.raises(DamagedDocument):
        read(_replaced(whole, b"<w:body>", b"<w:body><w:p"), SETTINGS)


def test_entities_in_the_xml_are_not_expanded() -> None:
    word = docx.Document()
    word.add_paragraph("Mötet öppnades.")
    declared = b'<!DOCTYPE w [<!ENTITY a "skr\xc3\xa4p"><!ENTITY b "&a;&a;&a;&a;">]><w:document '
    data = _replaced(saved(word), b"<w:document ", declared)
    data = _replaced(data, b"</w:body>", b"<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>")
    assert read(data, SETTINGS).text == "Mötet öppnades.\n"


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """The Word file with bytes of its document part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(
                name, part.replace(old, new, 1) if name == "word/document.xml" else part
            )
    return out.getvalue()
