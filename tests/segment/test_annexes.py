"""Annexes behind the signatures, and lists of items in one line before the items."""

import pytest

from pipeline.extract.attendees import attendees
from tests.segment.cut import meeting, outline

MINUTES = """Protokoll Lokala Brå Ekmo 2021-02-22

Närvarande:
Maj Ek, polisen
Bo Alm, rektor
Eva Lind, hamnlaget

§ 1 Öppnande

Eva hälsade alla välkomna.

§ 2 Handlingsplanen

Planen antogs, se bilaga 1.

Vid protokollet\tOrdförande

..........\t..........

Bo Alm\tEva Lind

"""
PLAN = "Handlingsplan 2021\n\nOmråde\tÅtgärd\tAnsvarig\tKlart\nHamnen\tOlja grinden\tMaj Ek\tmaj\n"


@pytest.mark.parametrize(
    "name",
    [
        "Bilaga 1",
        "BILAGA A: Handlingsplan",
        "Bilaga 1 till protokoll 2021-02-22",
        "Bilaga – planen",
    ],
)
def test_an_annex_behind_the_signatures_is_of_no_item(name: str) -> None:
    found = meeting(f"{MINUTES}{name}\n\n{PLAN}")
    assert [each.number.text for each in found.sections if each.number] == ["1", "2"]
    assert [each.text for each in found.tail if each.text[:1].isalpha()] == [
        "Vid protokollet Ordförande",
        "Bo Alm Eva Lind",
    ]
    assert [each.cells[1].text for each in found.preamble] == ["Åtgärd", "Olja grinden"]
    functions = {each.name: each.function for each in attendees(found)[0]}
    assert functions == {"Maj Ek": None, "Bo Alm": "secretary", "Eva Lind": "chair"}


def test_an_annex_named_inside_an_item_ends_nothing() -> None:
    text = MINUTES.replace("§ 2 Handl", "Bilaga 1\n\nPlanen delades ut på kajen.\n\n§ 2 Handl")
    assert [number for number, _ in outline(text)] == ["1", "2"]


@pytest.mark.parametrize(
    "listed",
    [
        "§ 1 Öppnande; § 2 Handlingsplanen",
        "§ 1 Öppnande, § 2 Handlingsplanen",
    ],
)
def test_a_list_of_items_in_one_line_holds_none(listed: str) -> None:
    text = MINUTES.replace("§ 1 Öpp", f"Ärendelista\n{listed}\n\n§ 1 Öpp", 1)
    assert outline(text) == [("1", "Öppnande"), ("2", "Handlingsplanen")]


def test_a_signed_front_page_with_its_annex_stands_before_the_items() -> None:
    front = "Sekreterare\t..........\nBo Alm\nOrdförande\t..........\nEva Lind\n\nBilaga 1\n\nBeslutande\nMaj Ek\t(S)\n\n"
    text = f"Protokoll Lokala Brå Ekmo 2021-02-22\n\n{front}§ 1 Öppnande\n\nEva hälsade alla välkomna.\n\n§ 2 Läget\n\nLugnt.\n"
    assert [number for number, _ in outline(text)] == ["1", "2"]
