"""Functions told in sentences and signatures, and who is an attendee at all (see people.py)."""

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import BODY, HEAD, people

SENTENCES = {
    "opened": ("Bo Lindh öppnade mötet och hälsade alla välkomna.", "Bo Lindh", "chair"),
    "opened by": ("Mötet öppnades av Bo Lindh.", "Bo Lindh", "chair"),
    "chair's title": ("Ordförande Bo Lindh hälsade alla välkomna.", "Bo Lindh", "chair"),
    "chair of the meeting": (
        "Mötets ordförande Bo Lindh redogjorde för läget.",
        "Bo Lindh",
        "chair",
    ),
    "chosen": ("Till ordförande för mötet valdes Bo Lindh.", "Bo Lindh", "chair"),
    "led": ("Bo Lindh ledde mötet.", "Bo Lindh", "chair"),
    "held": ("Bo Lindh höll i mötet.", "Bo Lindh", "chair"),
    "sat": ("Bo Lindh satt ordförande.", "Bo Lindh", "chair"),
    "chosen for the evening": ("Bo Lindh valdes till ordförande för kvällen.", "Bo Lindh", "chair"),
    "welcomed": ("Bo Lindh hälsade välkommen.", "Bo Lindh", "chair"),
    "only the first to open": (
        "Bo Lindh öppnade mötet. Anna Ek inledde.",
        "Bo Lindh",
        "chair",
    ),
    "chosen to write": ("Bo Lindh valdes att skriva.", "Bo Lindh", "secretary"),
    "writer chosen": ("Till att skriva protokoll utsågs Bo Lindh.", "Bo Lindh", "secretary"),
    "kept the list": ("Bo Lindh förde minneslistan.", "Bo Lindh", "secretary"),
    "at the pen": ("Vid pennan: Bo Lindh.", "Bo Lindh", "secretary"),
    "wrote": ("Bo Lindh antecknade.", "Bo Lindh", "secretary"),
    "kept": ("Bo Lindh förde minnesanteckningar.", "Bo Lindh", "secretary"),
    "adjusts": ("Bo Lindh utses att justera protokollet.", "Bo Lindh", "adjuster"),
    "adjusters": (
        "Till justeringspersoner valdes Anna Ek och Bo Lindh.",
        "Bo Lindh",
        "adjuster",
    ),
}


@pytest.mark.parametrize(("sentence", "name", "function"), SENTENCES.values(), ids=SENTENCES.keys())
def test_functions_in_sentences(sentence: str, name: str, function: str) -> None:
    text = f"{HEAD}Närvarande:\nAnna Ek, polisen\nBo Lindh, rektor\n\n1. Mötets öppnande\n{sentence}\n\n2. Övrigt\nInget fanns att ta upp.\n"
    persons, _ = attendees(part(text))
    assert {person.name: person.function for person in persons}[name] == function
    assert len(persons) == 2


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (
            "Vid protokollet: Bo Lindh\nAnna Ek, ordförande Carin Öst, justerare",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
        (
            "Rätt återgivet intygar Carin Öst, justerare",
            ["Carin Öst |  |  |  |  | adjuster"],
        ),
        ("Vid protokollet\n\nBo Lindh", ["Bo Lindh |  |  |  |  | secretary"]),
        (
            "Sekreterare\nMarina Blom/Ola\nGren",
            ["Marina Blom |  |  |  |  | secretary", "Ola Gren |  |  |  |  | secretary"],
        ),
        ("Antecknat av Bo Lindh", ["Bo Lindh |  |  |  |  | secretary"]),
        (
            "Underskrifter\nSekreterare\tBo Lindh\nOrdförande\tAnna Ek\nJusterande\tCarin Öst",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
        (
            "Vid protokollet\tJusteras\nBo Lindh\tCarin Öst",
            ["Bo Lindh |  |  |  |  | secretary", "Carin Öst |  |  |  |  | adjuster"],
        ),
        (
            "Sekreterare\nBo Lindh\n\nOrdförande\nAnna Ek\nCarin Öst Justeras",
            [
                "Anna Ek |  |  |  |  | chair",
                "Bo Lindh |  |  |  |  | secretary",
                "Carin Öst |  |  |  |  | adjuster",
            ],
        ),
    ],
    ids=[
        "above other signatures",
        "attested",
        "below",
        "two, wrapped",
        "by",
        "label and name",
        "functions over names",
        "run together",
    ],
)
def test_signatures(tail: str, expected: list[str]) -> None:
    assert sorted(people(HEAD + BODY + "\n\n" + tail)) == expected


def test_a_signature_and_a_list_make_one_record() -> None:
    found = people(
        HEAD
        + "Närvarande:\nAnna Ek, kommunalråd\nBo Lindh, polisen"
        + BODY
        + "\nOrdförande\nAnna Ek\n"
    )
    assert found == ["Anna Ek | kommunalråd |  |  |  | chair", "Bo Lindh |  | polisen"]


def test_the_stand_in_who_opened_is_chair() -> None:
    text = (
        HEAD
        + "Närvarande:\nAnna Ek, vice ordförande\nBo Lindh, polisen\n\nAnmält förhinder:\nCarin Öst, ordförande\n\n"
        "1. Mötets öppnande\nVice ordförande Anna Ek öppnade mötet.\n\n2. Övrigt\nInget.\n"
    )
    assert people(text) == [
        "Anna Ek | vice ordförande |  |  |  | chair",
        "Bo Lindh |  | polisen",
        "Carin Öst |  |  |  | absent",
    ]


def test_called_only_the_one_who_opened_was_there() -> None:
    text = (
        HEAD + "Kallade:\nAnna Ek\tOrdförande stadsdelsnämnden\nBo Lindh\tRektor\n\n"
        "1. Sammanträdet öppnades av mötesordförande Anna Ek.\n2. Övrigt\nBo Lindh berättade om skolan.\n"
    )
    assert people(text) == [
        "Anna Ek | Ordförande | stadsdelsnämnden |  |  | chair",
        "Bo Lindh | Rektor |  |  | invited",
    ]


def test_persons_of_the_running_text_are_no_attendees() -> None:
    text = (
        HEAD
        + "Närvarande:\nAnna Ek, polisen\n"
        + BODY
        + "Utredare Dan Rot föredrar på nästa möte.\n"
    )
    assert people(text) == ["Anna Ek |  | polisen"]


def test_everyone_on_a_summons_is_invited_and_who_signs_it_too() -> None:
    text = (
        "Brottsförebyggande rådet Granvik\nKALLELSE\n\nHärmed kallas ledamöter och ersättare till sammanträde den 14 mars 2018 klockan 13.00.\n\n"
        "Ledamöter\nAnna Ek (S)\nBo Lindh (M)\n\nErsättare\nCarin Öst (C)\n\n"
        "1. Mötets öppnande\n2. Information\n3. Övriga frågor\n\nAnna Ek\nOrdförande\n"
    )
    assert people(text) == [
        "Anna Ek |  |  | S | invited | chair",
        "Bo Lindh |  |  | M | invited",
        "Carin Öst |  |  | C | invited",
    ]


def test_the_last_line_gives_the_writer_a_surname() -> None:
    text = HEAD + "Närvarande: Sixten, Zahra, Rut" + BODY + "\nGranvik 16 mars 2018\nRut Lindh\n"
    assert people(text) == ["Sixten", "Zahra", "Rut Lindh"]


def test_present_and_absent_is_an_issue() -> None:
    _, issues = attendees(
        part(HEAD + "Närvarande:\nAnna Ek\nBo Lindh\n\nFrånvarande:\nBo Lindh" + BODY)
    )
    assert [issue.kind for issue in issues] == ["present_and_absent"]


def test_running_text_without_lines_holds_nobody() -> None:
    meeting = part(HEAD + "Närvarande: " + "kultur och fritid " * 2500 + BODY)
    assert attendees(meeting)[0] == ()


@pytest.mark.parametrize(
    ("second", "names"),
    [
        ("Bo Norby, insatsledare, räddningstjänsten", ["Bo Norrby", "Maj Ek", "Bo Norby"]),
        ("Bo Norby", ["Bo Norrby", "Maj Ek"]),
        ("Bo Norby, kommunpolis", ["Bo Norrby", "Maj Ek"]),
    ],
)
def test_names_a_double_letter_apart_in_one_list_are_two_where_both_have_work(
    second: str, names: list[str]
) -> None:
    text = f"Protokoll Lokala Brå Ekmo 2021-03-04\n\nNärvarande:\nBo Norrby, kommunpolis\nMaj Ek, rektor\n{second}\n{BODY}"
    assert [each.name for each in attendees(part(text))[0]] == names


@pytest.mark.parametrize("second", ["Ture Loo", "T Loo", "T. Loo"])
def test_short_surnames_a_letter_apart_in_one_list_are_two_where_both_have_work(
    second: str,
) -> None:
    text = f"Protokoll Lokala Brå Ekmo 2021-03-04\n\nNärvarande:\nTure Lo, kommunpolis\n{second}, rektor Viskolan\n{BODY}"
    found, _ = attendees(part(text))
    assert [(each.name, each.role) for each in found] == [
        ("Ture Lo", "kommunpolis"),
        (second, "rektor"),
    ]
