"""Items whose numbers are missing, all the same or behind bullets."""

import pytest

from tests.extract.parts import part
from tests.segment.cut import outline

ITEM = "Polisen redogjorde för läget under våren och svarade på frågor."


def titles(text: str) -> list[str | None]:
    return [section.title.text if section.title else None for section in part(text).sections]


def test_an_item_whose_number_is_lost_between_two_others() -> None:
    text = (
        "Protokoll\n\nNärvarande: Anna Ek\n\n5 Skolan\n" + ITEM + "\n\n6 Räddningstjänsten\n" + ITEM
        + "\n\nÖvrigt\n" + ITEM + "\n\n8 Nästa sammanträde\nDen 7 juni.\n"
    )  # fmt: skip
    assert titles(text) == ["Skolan", "Räddningstjänsten", "Övrigt", "Nästa sammanträde"]


def test_a_known_title_between_items_without_a_gap_in_their_numbers_is_text() -> None:
    text = (
        "Protokoll\n\nNärvarande: Anna Ek\n\n5 Skolan\n" + ITEM + "\n\nÖvrigt\n" + ITEM
        + "\n\n6 Räddningstjänsten\n" + ITEM + "\n\n7 Nästa sammanträde\nDen 7 juni.\n"
    )  # fmt: skip
    assert titles(text) == ["Skolan", "Räddningstjänsten", "Nästa sammanträde"]


def test_numbers_in_another_form_between_two_others() -> None:
    alone = "1. Öppnande\n{0}\n\n2\nGruppen Skola\n- {0}\n\n3. Övrigt\n{0}\n\n4\nNästa möte\n{0}\n"
    text = "Brå Ekmo\nNärvarande: Anna Ek\n\n" + alone.format(ITEM) + "\n5. Avslutning\nTack.\n"
    assert titles(text) == ["Öppnande", "Gruppen Skola", "Övrigt", "Nästa möte", "Avslutning"]
    joined = f"\n\nEKM 8 Öppnande\n{ITEM}\n\nEKM9 Skolan\n{ITEM}\n\nEKM 10 Avslutning\nTack.\n"
    assert titles("Brå Ekmo\nNärvarande: Anna Ek" + joined) == ["Öppnande", "Skolan", "Avslutning"]


def test_a_sum_that_opens_a_line_is_no_missing_number() -> None:
    text = (
        f"Brå Ekmo\n2019-03-01\n\n1. Öppnande\n{ITEM}\n\n2. Läget\nFör fort körde\n3 Volvo och en moped.\n\n4. Slut\n{ITEM}\n"
    )  # fmt: skip
    assert titles(text) == ["Öppnande", "Läget", "Slut"]


def test_letters_that_say_the_items_group_come_again() -> None:
    rows = ["A   Upprop", "A   Protokoll från i maj", "B   Remiss om kameror", "B   Anmälningar"]
    text = "Ekmo kommun   Kallelse\nTrygghetsrådet\n\nPlats: Kommunhuset\n\n" + "\n".join(rows)
    assert titles(text + "\n\nAnna Ek\nordförande\n") == [row[4:] for row in rows]


def test_letters_before_the_numbers_and_roman_numbers() -> None:
    mixed = f"Ekmo kommun   Kallelse\nPlats: Kommunhuset\n\nA. Upprop\n\nB. Protokoll\n\n1. Läget\n{ITEM}\n\n2. Remiss\n{ITEM}\n"
    assert titles(mixed) == ["Upprop", "Protokoll", "Läget", "Remiss"]
    roman = f"Brå Ekmo\nNärvarande: Anna Ek\n\nI. Öppnande\n{ITEM}\n\nII. Läget\n{ITEM}\n\nIII. Övrigt\n{ITEM}\n"
    assert titles(roman) == ["Öppnande", "Läget", "Övrigt"]


def test_a_number_that_has_lost_its_sign_between_two_others() -> None:
    points = "1. En skylt hyrs in.\n2. Kontoret mäter farten.\n"
    text = (
        f"Brå Ekmo\n2019-03-01\n\n§ 23 Skolan\n{ITEM}\n\n24   Fråga från byalaget\n{ITEM}\n{points}\n§ 25 Slut\n{ITEM}\n"
    )  # fmt: skip
    assert titles(text) == ["Skolan", "Fråga från byalaget", "Slut"]
    whole = text.replace("§ 25", "§ 24")  # no number is missing
    assert titles(whole) == ["Skolan", "Slut"]


def test_numbers_that_skip_far_end_in_a_known_title_and_the_first_item_has_none() -> None:
    text = (
        f"Brå Ekmo\n2019-03-01\nNärvarande: Anna Ek, Bo Li\nDagordning\nMötets öppnande\nAnna öppnade.\n2. Justering\n{ITEM}\n"
        f"4. Läget\n{ITEM}\n6. Nästa möte\nDen 3 maj.\n17. Avslutning\nAnna tackade.\n"
    )
    assert titles(text) == ["Mötets öppnande", "Justering", "Läget", "Nästa möte", "Avslutning"]


def test_sentences_that_are_all_numbered_one() -> None:
    items = [
        "Ordföranden öppnade mötet.", "Förra protokollet lästes.", "Siv berättade om cyklarna.\n\nDe är kvar.",
        "Rapporter:\n\nInget nytt.", "Raketer: Ingen har hört några.", "Övriga frågor: Inga.", "Siv avslutade mötet.",
    ]  # fmt: skip
    text = "Elevombuden 2018-03-15\n\nNärvarande: Siv Ek, Bo Li\n\n" + "\n\n".join(
        f"  1. {item}" for item in items
    )
    assert [number for number, _ in outline(text)] == ["1"] * len(items)


@pytest.mark.parametrize("bullet", ["", "• ", "- "])
def test_items_with_a_colon_that_a_list_has_bullets_before(bullet: str) -> None:
    items = [
        "Bo valdes till ordförande.",
        "Dagordningen godkändes.",
        "Läget i byn.\nLugnt.",
        "Val.",
    ]
    text = "Trygghetsföreningen 2018-03-15\n\n" + "\n".join(
        f"{bullet}{at}: {item}" for at, item in enumerate(items, 1)
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "4"]
