"""Pet names by rule, names of other languages, and who changes surname."""

import pytest

from tests.link.cast import Office, at, together

CHIEF: Office = ("enhetschef", "Ekmo kommun")


@pytest.mark.parametrize(
    ("full", "pet"),
    [
        ("Inga-Maj", "Immis"),
        ("Rigmor", "Riggan"),
        ("Valborg", "Vallis"),
        ("Ulla-Britt", "Ubban"),
        ("Siv-Britt", "Sibban"),
        ("Eva", "Evis"),
        ("Per-Åke", "Pea"),
        ("Karl-Gösta", "Kåge"),
        ("Lars-Gösta", "Elge"),
        ("Bengt-Olof", "Beo"),
        ("Göta", "Götan"),
        ("Sven-Gösta", "Svenan"),
    ],
)
def test_a_pet_name_alone_and_before_the_surname(full: str, pet: str) -> None:
    alone = [at(1, f"{full} Rask"), at(2, full), at(3, pet), at(4, full), at(5, pet)]
    assert together(alone) == [{f"{full} Rask", full, pet}]
    assert len(together([at(1, f"{full} Rask", CHIEF), at(2, f"{pet} Rask", CHIEF)])) == 1
    assert len(together([at(1, full), at(1, pet)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sofia", "Soraya"),
        ("Inga-Maj", "Inger"),
        ("Karin", "Kalle"),
        ("Berit", "Bertil"),
        ("Maria", "Mari-Ann"),
        ("Gun-Britt", "Gunnel"),
        ("Eva", "Evelina"),
        ("Karl", "Kåge"),
        ("Ida Malm", "Immi"),
        ("Amina", "Amine"),
    ],
)
def test_other_first_names_alone_are_other_people(one: str, other: str) -> None:
    assert len(together([at(1, one), at(2, other)])) == 2


def test_a_pet_name_that_two_could_have_is_nobodys() -> None:
    both = [at(1, "Rigmor Ros"), at(1, "Rigborg Alm")]
    assert len(together([*both, at(2, "Riggan")])) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jamal Sooli", "Jamal Suli"),
        ("Farid Farooq", "Farid Faruk"),
        ("Nasrin Amini", "Nasreen Amini"),
        ("Goran Matić", "Goran Matitj"),
        ("Goran Đurić", "Goran Djuric"),
        ("Cem Yıldız", "Cem Yildiz"),
        ("Abdulrahim Farah", "Abdirahim Farah"),
        ("Bo Rydquist", "Bo Rydkvist"),
        ("Bo Cedervik", "Bo Sedervik"),
        ("Bo Schöö", "Bo Sjöö"),
        ("Ann-Sofie Törnvik", "Fia Törnvik"),
        ("Eva von Rask", "ER"),
    ],
)
def test_spellings_by_ear_with_one_office(one: str, other: str) -> None:
    assert len(together([at(1, one, CHIEF), at(2, other, CHIEF), at(3, one, CHIEF)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siv Lindholm", "Siv Lundholm"),
        ("Johan Törnvik", "Johanna Törnvik"),
        ("Ada Rask", "Adam Rask"),
        ("Mikael Törnvik", "Mikaela Törnvik"),
        ("Kasper Rask", "Katarina Rask"),
        ("Goran Rask", "Gordana Alm"),
    ],
)
def test_names_near_each_other_from_one_organisation_are_other_people(one: str, other: str) -> None:
    police: Office = (None, "polisen")
    assert len(together([at(1, one, police), at(2, other, police)])) == 2


def test_unknown_first_names_that_only_begin_alike_are_two() -> None:
    pair = [at(1, "Wiesława Rask", ("fältchef", None)), at(2, "Wika Rask", ("fältchef", None))]
    assert len(together(pair)) == 2


def test_who_comes_from_the_same_place_under_another_surname() -> None:
    school: Office = (None, "Ekskolan")
    old, new = [at(day, "Tove Ros", school) for day in (1, 2)], at(3, "Tove Hägg", school)
    assert together([*old, new]) == [{"Tove Ros", "Tove Hägg"}]
    assert len(together([old[0], new])) == 2
    assert len(together([*old, new, at(4, "Tove Ros", school)])) == 2
    other = [at(day, "Tove Ros", ("rektor", "Ekskolan")) for day in (1, 2)]
    assert len(together([*other, at(3, "Tove Hägg", ("kurator", "Ekskolan"))])) == 2


def test_a_list_that_joins_two_of_one_name_leaves_them_two() -> None:
    school: Office = ("rektor", "Ekskolan")
    homes: Office = ("förvaltare", "Ekmobostäder")
    turns = [at(day, "Tove Ros", (school, homes)[day % 2]) for day in range(4)]
    both = at(5, "Tove Ros", ("rektor, förvaltare", "Ekmobostäder"))
    assert len(together([*turns, both])) == 2


def test_names_of_one_trade_do_not_oppose() -> None:
    shops: Office = (None, "Ekmo Företagarförening")
    traders: Office = (None, "företagarna")
    assert len(together([at(1, "Bo-Göran Rask", shops), at(2, "Bosse Rask", traders)])) == 1
