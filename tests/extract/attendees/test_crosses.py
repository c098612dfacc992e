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
