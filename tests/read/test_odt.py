import zipfile
from io import BytesIO

import pytest

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument, EncryptedDocument
from pipeline.read import read

SETTINGS = ReadSettings(ocr="off")
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)


def odt(body: str, styles: str = "", page: str = "", manifest: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", f"<m>{manifest}</m>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {_NAMES}><office:master-styles><style:master-page>{page}"
            "</style:master-page></office:master-styles></office:document-styles>",
        )
    return out.getvalue()


def document(body: str, styles: str = "", page: str = "") -> Document:
    return read(odt(body, styles, page), SETTINGS)


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-prefix="§ "/><text:list-level-style-number text:level="2"'
    ' style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def test_lists_carry_their_numbers_and_go_on_where_told() -> None:
    nested = f"<text:list>{item('Polisen')}{item('Skolan')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item("Mötet öppnas")}{item("Lägesbild", nested)}</text:list>'
        "<text:p>Löpande text.</text:p>"
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("Övrigt")}</text:list>'
        f'<text:list text:style-name="L">{item("Ny lista")}</text:list>'
    )
    assert document(body, LIST).text.split("\n")[:-1] == [
        "§ 1 Mötet öppnas",
        "§ 2 Lägesbild",
        "a) Polisen",
        "b) Skolan",
        "Löpande text.",
        "§ 3 Övrigt",
        "§ 1 Ny lista",
    ]


def test_looks_headings_tabs_and_pages() -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="C" style:parent-style-name="B"/>'
        '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/>'
        '</style:style><style:style style:name="N"><style:paragraph-properties'
        ' fo:break-before="page"/></style:style>'
    )
    body = (
        '<text:h text:outline-level="1">Protokoll</text:h>'
        '<text:p>Åsa<text:tab/>ordförande <text:span text:style-name="C">beslutar</text:span>'
        ' <text:span text:style-name="S">kameror</text:span><text:s text:c="2"/>nu</text:p>'
        "<text:tracked-changes><text:p>struket</text:p></text:tracked-changes>"
        '<text:p text:style-name="N">Ny sida</text:p>'
    )
    read_back = document(body, styles)
    assert read_back.text == "Protokoll\nÅsa\tordförande beslutar kameror nu\n\fNy sida\n"
    assert marked(read_back, "heading") == ["Protokoll"]
    assert marked(read_back, "bold") == ["beslutar"]
    assert marked(read_back, "struck") == ["kameror"]
    assert len(read_back.pages) == 2


def test_tables_keep_empty_and_covered_cells() -> None:
    def cell(text: str, extra: str = "") -> str:
        return f"<table:table-cell {extra}><text:p>{text}</text:p></table:table-cell>"

    body = (
        "<text:p>Närvaro</text:p><table:table>"
        f"<table:table-row>{cell('Namn')}{cell('Närv.')}{cell('Frånv.')}</table:table-row>"
        f"<table:table-row>{cell('Bo Ek')}{cell('')}{cell('X')}</table:table-row>"
        f"<table:table-row>{cell('Alla')}<table:covered-table-cell/>{cell('X')}</table:table-row>"
        "</table:table>"
    )
    assert document(body).text == "Närvaro\n\nNamn\tNärv.\tFrånv.\nBo Ek\t\tX\nAlla\t\tX\n"


def test_heads_are_furniture_and_notes_follow_the_body() -> None:
    body = (
        "<text:p>Rådet beslutar<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Se bilaga.</text:p></text:note-body></text:note> enligt förslaget.</text:p>"
    )
    read_back = document(body, page="<style:header><text:p>Almby kommun</text:p></style:header>")
    assert read_back.text == "Almby kommun\n\nRådet beslutar enligt förslaget.\n\nSe bilaga.\n"
    assert marked(read_back, "furniture") == ["Almby kommun"]


def test_what_is_wrong_with_an_odt() -> None:
    with pytest.raises(EmptyDocument):
        document("<text:p/>")
    with pytest.raises(DamagedDocument):
        document("<text:p>")
    with pytest.raises(EncryptedDocument):
        read(odt("<text:p>a</text:p>", manifest="<encryption-data/>"), SETTINGS)
    with pytest.raises(DamagedDocument):
        read(odt("<text:p>a</text:p>")[:-40], SETTINGS)
