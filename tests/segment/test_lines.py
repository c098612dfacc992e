"""Lines as a person sees them: columns, emphasis, marks of pages."""

import pytest

from models.document import Document
from models.segmented import Line
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment.lines import lines


def document(text: str) -> Document:
    return read(text.encode(), ReadSettings(ocr="off"))


def body(text: str) -> tuple[Line, ...]:
    return lines(document(text))[0]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Maj Ek\tpolisen\tnärvarande", ["Maj Ek", "polisen", "närvarande"]),
        ("Maj Ek   polisen", ["Maj Ek", "polisen"]),
        ("Maj Ek  polisen", ["Maj Ek polisen"]),
        ("| Maj Ek | polisen |", ["Maj Ek", "polisen"]),
        ("Polisen | skolan", ["Polisen | skolan"]),
        ("1.   Inledning", ["1. Inledning"]),
        ("•    Cyklar stjäls", ["• Cyklar stjäls"]),
    ],
)
def test_columns(text: str, cells: list[str]) -> None:
    (line,) = body(text)
    assert [cell.text for cell in line.cells] == cells


@pytest.mark.parametrize(
    "mark",
    [
        "Sida 1 (3)",
        "2 2 (10)",
        "- 3 -",
        "1 (21)",
        "(2)",
        "Sid 4",
        "sid 2 av 5",
        "Sidan 3/4",
        "ABC2001, v1.0, 2010-05-03",
        "MALL 1204 ver. 3",
    ],
)
def test_page_marks_are_furniture(mark: str) -> None:
    kept, furniture = lines(document(f"Protokoll\n{mark}\nMaj hälsade.\n"))
    assert [line.text for line in kept] == ["Protokoll", "Maj hälsade."]
    assert [line.text for line in furniture] == [mark]


@pytest.mark.parametrize(
    "text", ["3 (S)", "2019", "1.", "Sida vid sida", "10-12", "Plan 2 (B)", "KS 2019"]
)
def test_what_resembles_a_page_mark_stays(text: str) -> None:
    kept, furniture = lines(document(f"Protokoll\n{text}\nMaj hälsade.\n"))
    assert [line.text for line in kept][1] == text
    assert furniture == ()


def test_bold_heading_struck_and_gap() -> None:
    found = body("# Protokoll\n\n**Närvarande**\nMaj Ek\n~~Budgeten för året~~\n\nLugnt.\n")
    assert [line.text for line in found if line.heading] == ["Protokoll"]
    assert [line.text for line in found if line.bold] == ["Närvarande"]
    assert [line.gap for line in found] == [True, True, False, False, True]


def test_a_ruler_between_rows_is_no_line() -> None:
    found = body("| Vad | Vem |\n|---|---|\n| Ringa | Bo |\n")
    assert [[cell.text for cell in line.cells] for line in found] == [
        ["Vad", "Vem"],
        ["Ringa", "Bo"],
    ]
    assert all(line.table for line in found)


def test_lines_stand_where_they_say() -> None:
    text = "  Protokoll \r\n\r\n\tMaj   Ek\f Sida 2 (2)\nBo\u00a0Alm\n"
    read_as = document(text)
    kept, furniture = lines(read_as)
    for line in (*kept, *furniture):
        assert read_as.text[line.start : line.end].split() == line.text.split()
    assert [line.text for line in kept] == ["Protokoll", "Maj Ek", "Bo Alm"]
