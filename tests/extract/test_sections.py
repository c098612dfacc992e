"""Agenda items as records: number, title, text, and skips in the numbering."""

import pytest

from models.issue import Issue, IssueKind
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


SKIPS, REPEATS = "section_number_skips", "section_number_repeats"


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        ((1, 2, 3, 4, 5), {}),
        ((56, 57, 58, 59, 60), {}),
        ((1, 2, 4, 5, 6), {SKIPS: "hoppar: 2 → 4."}),
        ((1, 2, 2, 3, 4), {REPEATS: "upprepas: 2 → 2."}),
        (
            (2, 2, 4, 6, 8),
            {SKIPS: "hoppar: 2 → 4, 4 → 6, 6 → 8.", REPEATS: "upprepas: 2 → 2."},
        ),
    ],
)
def test_a_skip_or_a_repeat_is_an_issue(
    numbers: tuple[int, ...], kinds: dict[IssueKind, str]
) -> None:
    titles = ("Inledning", "Lägesbild", "Skolan", "Belysning", "Övrigt")
    body = "\n\n".join(
        f"§ {number} {title}\nLugnt." for number, title in zip(numbers, titles, strict=True)
    )
    records, issues = found(body)
    assert [each.number for each in records] == [str(number) for number in numbers]
    told = {each.kind: each.message for each in issues}
    assert told == {kind: f"Numreringen av punkterna {what}" for kind, what in kinds.items()}
    assert {each.severity for each in issues} <= {"info"}


def test_many_skips_are_one_issue() -> None:
    body = "\n\n".join(f"§ {number} Ärende {number}\nLugnt." for number in range(1, 14, 2))
    (issue,) = found(body)[1]
    assert issue.message.endswith("7 → 9 och 2 till.")


def test_items_that_a_converter_numbered_one_and_all_are_no_repeats() -> None:
    body = "\n\n".join(f"**1. {title}**\nLugnt." for title in ("Inledning", "Läget", "Övrigt"))
    records, issues = found(body)
    assert [each.number for each in records] == ["1", "1", "1"]
    assert issues == ()


def test_a_number_out_of_order_is_told_of() -> None:
    text = "§ 5 Inledning\nMaj.\n\n§ 6 Läget\nLugnt.\n\n§ 4 Belysning\nDet är mörkt.\n\n§ 7 Övrigt\nInget.\n"
    records, issues = found(text)
    assert [each.number for each in records] == ["5", "6", "7"]
    assert [(each.kind, each.severity) for each in issues] == [
        ("section_number_goes_back", "warning")
    ]
    assert issues[0].span is not None
    assert (HEAD + text)[issues[0].span.start : issues[0].span.end] == "§ 4"


def test_a_paragraph_sign_in_running_text_is_no_heading() -> None:
    text = "§ 5 Inledning\nMaj läste\n§ 3 i stadgan högt.\n\n§ 6 Övrigt\nInget.\n"
    assert found(text)[1] == ()


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


def test_letters_and_years_make_no_jumps_in_the_numbering() -> None:
    for form in ("{}. ", "§ {} "):
        numbers = "ABC" if form[0] == "{" else ("9/2031", "10/2031", "11/2031")
        records, issues = found(
            "\n\n".join(f"{form.format(each)}Ämne\nLugnt {each}." for each in numbers) + "\n"
        )
        assert [each.number for each in records] == list(numbers)
        assert issues == ()
