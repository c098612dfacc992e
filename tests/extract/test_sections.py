"""Agenda items as records: number, title, text, and skips in the numbering."""

import pytest

from models.issue import Issue
from models.meeting import Section
from pipeline.config import ReadSettings
from pipeline.extract.sections import sections
from pipeline.read import read
from pipeline.segment import segment

HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n\nNärvarande: Maj Ek, polisen\n\n"


def found(body: str) -> tuple[tuple[Section, ...], tuple[Issue, ...]]:
    document = read((HEAD + body).encode(), ReadSettings(ocr="off"))
    (part,) = segment(document)
    records, issues = sections(part)
    for record in records:
        assert record.evidence
        assert record.text in document.text
        for evidence in record.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return records, issues


def test_number_title_and_text() -> None:
    records, issues = found(
        "§ 12 Beslutade insatser\nMaj hälsade.\n\nLugnt.\n\n§ 13 Övrigt\nInget.\n"
    )
    assert [(each.number, each.title, each.text) for each in records] == [
        ("12", "Beslutade insatser", "Maj hälsade.\n\nLugnt."),
        ("13", "Övrigt", "Inget."),
    ]
    assert issues == ()


def test_the_board_s_letters_are_part_of_the_number() -> None:
    records, _ = found(
        "FHR 29 Mötet öppnas\nMaj hälsade.\n\nFHR § 30 Lägesbild\nLugnt.\n\nFHR 31 Övrigt\nInget.\n"
    )
    assert records[0].number == "FHR 29"
    assert records[-1].number == "FHR 31"


def test_running_text_right_after_the_number_leaves_no_title() -> None:
    records, _ = found(
        "§ 1 Maj hälsade alla välkomna.\n\n§ 2 Mötet beslutar att städa gården i maj.\n"
    )
    assert [(each.number, each.title) for each in records] == [("1", None), ("2", None)]
    assert records[1].text == "Mötet beslutar att städa gården i maj."
    assert records[1].evidence[0].field == "number"


def test_sub_items_stay_in_the_text() -> None:
    records, _ = found(
        "1. Lägesbild\n1.1 Cyklar\nMånga stjäls.\n1.2 Lampor\nTrasiga.\n\n2. Övrigt\na) kaffe\nb) te\n"
    )
    assert [each.title for each in records][:1] == ["Lägesbild"]
    assert records[0].text == "1.1 Cyklar\nMånga stjäls.\n1.2 Lampor\nTrasiga."
    assert len(records) == 2


@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        ((1, 2, 3), []),
        ((56, 57, 58), []),
        ((1, 2, 4), ["Efter punkt 2 kommer punkt 4."]),
        ((1, 3, 5), ["Efter punkt 1 kommer punkt 3.", "Efter punkt 3 kommer punkt 5."]),
        ((1, 2, 2), ["Efter punkt 2 kommer punkt 2."]),
    ],
)
def test_a_skip_or_a_repeat_is_an_issue(numbers: tuple[int, ...], messages: list[str]) -> None:
    titles = ("Inledning", "Lägesbild", "Övrigt")
    body = "\n\n".join(
        f"§ {number} {title}\nLugnt." for number, title in zip(numbers, titles, strict=True)
    )
    records, issues = found(body)
    assert [each.number for each in records] == [str(number) for number in numbers]
    assert [each.message for each in issues] == messages
    assert {(each.kind, each.severity) for each in issues} <= {("section_number_skips", "info")}


def test_headings_without_number() -> None:
    records, issues = found(
        "**Inledning**\n\nMaj hälsade.\n\n**Lägesbild**\n\nLugnt.\n\n**Övrigt**\n\nInget.\n"
    )
    assert [(each.number, each.title, each.text) for each in records] == [
        (None, "Inledning", "Maj hälsade."),
        (None, "Lägesbild", "Lugnt."),
        (None, "Övrigt", "Inget."),
    ]
    assert issues == ()
