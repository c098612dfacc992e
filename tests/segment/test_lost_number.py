"""A known title between two items one of whose numbers is missing."""

from tests.extract.parts import part

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
