import pytest

from models.document import Document
from pipeline.config import ReadSettings
from pipeline.errors import (
    DocumentError,
    EmptyDocument,
    EncryptedDocument,
    LimitExceeded,
    UnsupportedType,
)
from pipeline.read import looks_like_document, read

SETTINGS = ReadSettings(ocr="off")
SWEDISH = "Närvarande: Åsa Öberg\r\n\r\n§ 1 Mötet öppnas\r\n"


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.kind == kind]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_swedish_comes_right_in_every_encoding(encoding: str) -> None:
    assert read(SWEDISH.encode(encoding), SETTINGS).text == SWEDISH


@pytest.mark.parametrize("text", ["Brå", "Möte", "Åsa är här – “nu”", "§ 4 Övrigt"])
def test_short_cp1252_text(text: str) -> None:
    assert read(text.encode("cp1252"), SETTINGS).text == text


def test_mac_and_dos_encodings_are_the_last_resort() -> None:
    text = (
        "Närvarande på mötet: Åsa Öberg, Göran Sjöström. Rådet gör en översyn av lägesbilden.\n" * 3
    )
    assert "Sjöström" in read(text.encode("mac_roman"), SETTINGS).text


def test_a_few_broken_bytes_are_told_of() -> None:
    document = read("Åsa, Bö och Örjan gör en översyn på mötet ".encode() + b"\xff slut", SETTINGS)
    assert "Örjan" in document.text
    assert [issue.kind for issue in document.issues] == ["undecodable_bytes"]


def test_a_stray_nul_is_kept_as_it_stands() -> None:
    text = "Möte\0t öppnas.\nÅsa Öberg hälsar välkommen."
    assert read(text.encode(), SETTINGS).text == text


def test_markdown_marks_and_exact_text() -> None:
    text = "# Protokoll\n\n2. **Beslut om\nkameror** ~~utgår~~ a ** b\n"
    document = read(text.encode(), SETTINGS)
    assert document.text == text
    assert marked(document, "heading") == ["Protokoll"]
    assert marked(document, "bold") == ["Beslut om\nkameror"]
    assert marked(document, "struck") == ["utgår"]


def test_form_feeds_part_pages() -> None:
    document = read(b"en\n\ftv\xc3\xa5\n\f", SETTINGS)
    assert [document.text[p.start : p.end] for p in document.pages] == ["en\n\f", "två\n\f"]
    assert [page.number for page in document.pages] == [1, 2]


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\0\0\0", b"\xef\xbb\xbf \n", b"\xff\xfe \0"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        read(data, SETTINGS)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (bytes(range(256)) * 40, UnsupportedType),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnsupportedType),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            EncryptedDocument,
        ),
        (b"PK\x03\x04" + b"junk" * 99, UnsupportedType),
        (b"\x00\x01junk", UnsupportedType),
    ],
)
def test_what_is_no_document(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error):
        read(data, SETTINGS)


def test_limits() -> None:
    with pytest.raises(LimitExceeded, match="max_bytes"):
        read(b"abc" * 10, ReadSettings(max_bytes=10))
    with pytest.raises(LimitExceeded, match="max_characters"):
        read(b"abc" * 10, ReadSettings(max_characters=10))
    with pytest.raises(LimitExceeded, match="max_pages"):
        read(b"a\f" * 10, ReadSettings(max_pages=5))


@pytest.mark.parametrize(
    ("head", "name", "taken"),
    [
        (b"junk", "a/protokoll.PDF", True),
        (b"", "tomt.txt", True),
        (b"%PDF-1.4", "utan-namn", True),
        (b"\xff\xd8\xff\xe0", "bild.bin", True),
        ("Möte på rådet".encode(), "protokoll-2019", True),
        (b"import os\n", "kod.py", False),
        ("namn;roll\nÅsa;ordf\n".encode(), "lista.csv", False),
        (b"{}", "data.json", False),
        (b"all: test", "Makefile", False),
        ("# åäö".encode(), ".gitignore", False),
        (b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "blad.xlsx", False),
    ],
)
def test_which_files_are_offered(head: bytes, name: str, taken: bool) -> None:
    assert looks_like_document(head, name) is taken
