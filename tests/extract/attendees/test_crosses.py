"""Presence tables whose column of crosses is known by its crosses, and what stands behind a cross."""

import pytest

from tests.extract.people import BODY, HEAD, people


@pytest.mark.parametrize("head", ["Deltagit", "6/3", "Mötet", "Har varit med", ""])
def test_a_column_of_crosses_tells_who_came_whatever_its_head(head: str) -> None:
    table = (
        f"Namn\tTitel\tArbetsplats\t{head}\nAnna Ek\trektor\tEkskolan\tX (ordförande)\n"
        "Bo Fors\tkurator\tsocialtjänsten\t-\nSiv Gran\t\tPRO\tX\n"
        "Per Vik\tkommunpolis\tpolisen\tX, fr.o.m. kl 9.40\nEva Alm\tfältare\tfritid\tX (vid pennan)\n"
        "Ali Demir\tvd\tGranhus AB\tX\n"
    )
    assert people(HEAD + table + BODY) == [
        "Anna Ek | rektor | Ekskolan |  |  | chair",
        "Bo Fors | kurator | socialtjänsten |  | absent",
        "Siv Gran |  | PRO",
        "Per Vik | kommunpolis | polisen |  | partial",
        "Eva Alm | fältare | fritid |  |  | secretary",
        "Ali Demir | vd | Granhus AB",
    ]


def test_a_column_of_notes_is_none_of_crosses() -> None:
    table = "Namn\tTitel\tTelefon\nAnna Ek\trektor\t-\nBo Fors\tkurator\t\nSiv Gran\tpolis\t-\n"
    assert people(HEAD + table + BODY) == [
        "Anna Ek | rektor",
        "Bo Fors | kurator",
        "Siv Gran | polis",
    ]


def test_a_cross_that_ends_a_row_without_its_empty_cells_is_in_its_column() -> None:
    rows = (
        "Anna Ek (S)\tKS\tordförande\tX\nBo Fors\tPRO\tX\nSiv Gran (C)\tBUN\n"
        "Per Vik\tpolisen\tX\nEva Alm\tkommunkansliet\tsekreterare\tX\n"
    )
    expected = [
        "Anna Ek |  | KS | S |  | chair",
        "Bo Fors |  | PRO",
        "Siv Gran |  | BUN | C | absent",
        "Per Vik |  | polisen",
        "Eva Alm |  | kommunkansliet |  |  | secretary",
    ]
    assert people(HEAD + "Närvaroförteckning (X = närvarande)\n" + rows + BODY) == expected
    assert people(HEAD + "Namn\tFrån\tUppgift\tNärv\n" + rows + BODY) == expected
