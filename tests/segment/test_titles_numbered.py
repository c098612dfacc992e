"""Titles before which the matter's registration number stands."""

import pytest

from tests.segment.cut import outline

HEAD = "Trygghetsutskottet i Granby 2021-03-04\n\nNärvarande: Maj Ek (S), Bo Li (M)\n\n"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Dnr KS 2021/11 Information", "Information"),
        ("Dnr KS 2021/388 Polisens lägesbild våren 2021", "Polisens lägesbild våren 2021"),
        ("(Dnr 2020-00311 102) Medborgarlöfte", "Medborgarlöfte"),
        ("Diarienr 2021/77-10, Belysning vid Folkets park", "Belysning vid Folkets park"),
        ("Medborgarlöfte Dnr KS 2021/9", "Medborgarlöfte"),
    ],
)
def test_the_number_is_no_part_of_the_title(line: str, title: str) -> None:
    text = f"{HEAD}§ 40 Öppnande\nMaj öppnade.\n\n§ 41 {line}\nBeslut: Utskottet tackar.\n\n§ 42 Avslutning\nMaj tackade.\n"
    assert dict(outline(text))["41"] == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Dnr Belysning vid ån", "Belysning vid ån"),
        ("Diarienr Medborgarlöfte", "Medborgarlöfte"),
        ("Kameror på bron (TU/2021:71)", "Kameror på bron"),
        ("Kameror på bron (Dnr KS 2021/71)", "Kameror på bron"),
        ("Möte med Folkets park (2021)", "Möte med Folkets park (2021)"),
        ("Kameror på bron Ärendebeskrivning", "Kameror på bron"),
        ("Kameror på bron Sammanfattning av ärendet", "Kameror på bron"),
    ],
)
def test_what_a_converter_has_left_round_the_title(line: str, title: str) -> None:
    text = f"{HEAD}§ 40 Öppnande\nMaj öppnade.\n\n§ 41 {line}\nBeslut: Utskottet tackar.\n\n§ 42 Avslutning\nMaj tackade.\n"
    assert dict(outline(text))["41"] == title
