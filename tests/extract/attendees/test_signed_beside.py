"""Who signs side by side at the end: over what each is, alone where the list has first names, or in one run."""

import pytest

from tests.extract.people import BODY, HEAD, people


def test_names_side_by_side_over_offices_and_functions() -> None:
    text = (
        "Kallelse till Lokala Brå Granvik\n\nTid: 14 mars 2018 kl 9\nPlats: Rådhuset\n\nKallade\nBo Fors (M)\n"
        "Siv Gran (C)\n\n1. Läget\n2. Övriga frågor\n\nVälkomna!\n\nBo Fors\tEva Alm\n"
        "ordförande\tfolkhälsoplanerare, sekreterare\n"
    )
    assert people(text) == [
        "Bo Fors |  |  | M | invited | chair",
        "Siv Gran |  |  | C | invited",
        "Eva Alm | folkhälsoplanerare |  |  | invited | secretary",
    ]


def test_names_over_work_without_a_function_sign_for_nothing() -> None:
    text = f"{HEAD}Närvarande: Anna Ek, Bo Fors\n{BODY}\nPer Vik\tEva Alm\nrektor\tkurator\n"
    assert people(text) == ["Anna Ek", "Bo Fors"]


def test_full_names_side_by_side_of_those_listed_by_first_names() -> None:
    text = (
        f"{HEAD}Närvarande: Siv, ordförande, Bo, sekreterare, Nisse\n{BODY}\n"
        "Granvik 2018-03-20\nBo Fors\tSiv Gran\n"
    )
    assert people(text) == [
        "Siv Gran |  |  |  |  | chair",
        "Bo Fors |  |  |  |  | secretary",
        "Nisse",
    ]


@pytest.mark.parametrize(
    "signed",
    [
        "Underskrifter: Sekreterare Petra Lund, Ordförande Ulla Sten, Justerare Bo Ek",
        "Sekreterare Petra Lund | Ordförande Ulla Sten | Justerare Bo Ek",
        "Petra Lund, Sekreterare, Ulla Sten, Ordförande, Bo Ek, Justerare",
        "Petra Lund, Sekreterare Ulla Sten, Ordförande Bo Ek, Justerare",
    ],
)
def test_functions_and_names_in_one_run_with_marks_between(signed: str) -> None:
    text = f"{HEAD}Närvarande: Ulla Sten, Petra Lund, Bo Ek, Siv Ask\n{BODY}\n{signed}"
    assert people(text.replace("\n", " ")) == [
        "Ulla Sten |  |  |  |  | chair",
        "Petra Lund |  |  |  |  | secretary",
        "Bo Ek |  |  |  |  | adjuster",
        "Siv Ask",
    ]
