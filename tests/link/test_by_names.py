"""Names by which few are called: told apart by the office, double names in one word, pet names with a double surname."""

import pytest

from tests.link.cast import at, together

CHURCH, SHOP = (None, "Ekmo kyrka"), (None, "livsbutiken")


def test_who_is_told_apart_by_the_office() -> None:
    named = [at(1, "Siv Ek", CHURCH), at(1, "Siv Alm", SHOP), at(2, "Kyrk-Siv"), at(2, "Livs-Siv")]
    assert together(named) == [{"Siv Alm", "Livs-Siv"}, {"Siv Ek", "Kyrk-Siv"}]


def test_a_by_name_of_no_known_office_is_nobodys() -> None:
    assert len(together([at(1, "Siv Ek", CHURCH), at(2, "Tak-Siv")])) == 2


def test_a_double_first_name_is_no_by_name() -> None:
    assert len(together([at(1, "Siv Ek", (None, "Rutgården")), at(2, "Rut-Siv")])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Maj-Olivia Fagerlund", "Majo Fagerlund"), ("Per-Torsten Fagerlund", "Peto Fagerlund")],
)
def test_both_parts_of_a_double_name_in_one_word(one: str, other: str) -> None:
    assert together([at(1, one), at(2, other)]) == [{one, other}]


def test_a_first_name_of_its_own_is_no_double_name_in_one_word() -> None:
    assert len(together([at(1, "Rolf-Arne Fagerlund"), at(2, "Roar Fagerlund")])) == 2


def test_a_pet_name_with_a_double_surname_in_one_office() -> None:
    full, short = "Gabriella Ros Fagerlund", "Gabbi Ros Fagerlund"
    assert together([at(1, full, CHURCH), at(2, short, CHURCH)]) == [{full, short}]
    assert len(together([at(1, full, CHURCH), at(2, short, SHOP)])) == 2


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Rtj", "räddningstjänsten"),
        ("SBK", "Stadsbyggnadskontoret"),
        ("sdf", "stadsdelsförvaltningen"),
    ],
)
def test_an_abbreviated_body_is_the_body(short: str, long: str) -> None:
    named = [at(1, "Bosse Fagerlund", (None, long)), at(2, "Bo Fagerlund", (None, short))]
    assert together(named) == [{"Bosse Fagerlund", "Bo Fagerlund"}]


def test_another_body_is_not_abbreviated() -> None:
    named = [
        at(1, "Bosse Fagerlund", (None, "folkhögskolan")),
        at(2, "Bo Fagerlund", (None, "sbk")),
    ]
    assert len(together(named)) == 2
