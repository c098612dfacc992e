"""Who is one person over many meetings."""

from dataclasses import replace
from random import Random

import pytest

from pipeline.link.people import link_people
from tests.link.cast import NOBODY, at, identified, together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per-Olov Hallin", "P-O Hallin"),
        ("Per-Olov Hallin", "Per Olov Hallin"),
        ("Camilla Rönn", "C. Rönn"),
        ("Per-Olov Hallin", "PO Hallin"),
        ("Eva-Lena Ros", "Evalena Ros"),
        ("Ove Dahlgren", "Ove Dalgren"),
        ("Mehmet Aksoy", "Memet Aksoy"),
        ("Siv Öhrn", "Siv Örn"),
        ("Ann-Marie", "Annmarie"),
        ("Amir Rahimi", "Amir Rahimy"),
        ("Kent Munda", "Kent Mundha"),
        ("Leyla Aksoy", "Leila Aksoy"),
        ("Maya Ros", "Maja Ros"),
        ("Kai Heiding", "Kaj Hejding"),
        ("Rune Ostlin", "Rune Ostling"),
        ("Inger Wåhlin", "Inger Wåhlén"),
        ("Inga-Lill", "Ingalill Ros"),
        ("Bo-Arne Ek", "B-A"),
        ("Bo", "Bosse"),
        ("Maria Sjöstrand-Ek", "Maria Ek"),
        ("Maria Sjöstrand-Ek", "Maria Sjöstrand Ek"),
        ("Åsa Öberg", "ÅSA ÖBERG"),
        ("Åsa Öberg", "Asa Oberg"),
        ("Yousef Al-Sabbagh", "Youssef Alsabbagh"),
        ("Conny Fagerlund", "Conny Faegrlund"),
        ("Leif Fagerlund", "Lief Fagerlund"),
        ("Ann-Christin Fagerlund", "Ann-Kristin Fagerlund"),
        ("Ing-Britt", "Inga-Britt"),
        ("Ros-Fagerlund Siv", "Siv Ros-Fagerlund"),
        ("Anders Fagerlund", "Per Anders Fagerlund"),
        ("Karl-Johan Fagerlund", "Johan Fagerlund"),
        ("Inga-Maj Fagerlund", "Inga-Maj F"),
        ("Inga-Maj Fagerlund", "I-M F"),
        ("Siv Ros-Fagerlund", "Siv RF"),
        ("Siv Ros Fagerlund", "Siv R"),
        ("Siv Ros-Fagerlund", "SRF"),
        ("Siv Fagerlund", "Fagerlund S"),
        ("Siv Fagerlund", "SF"),
        ("Siv Fagerlund", "Fagerlund"),
        ("Siv Ros-Fagerlund", "Ros-Fagerlund"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert together([at(1, one), at(2, other)]) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per Alm", "Pia Alm"),
        ("Karin Ek", "Karin Alm"),
        ("Per Alm", "Pernilla Alm"),
        ("Jan Alm", "Janina Alm"),
        ("Ann Alm", "Annika Alm"),
        ("Per-Olov Hallin", "Per-Arne Hallin"),
        ("Anna Berg", "Anna Borg"),
        ("Emil Fagerlund", "Emilia Fagerlund"),
        ("Erik Fagerlund", "Erika Fagerlund"),
        ("Karl Fagerlund", "Johan Fagerlund"),
        ("Siv Fager", "Siv Fagerlund"),
        ("Siv Fagerlund", "BO"),
        ("Siv Fagerlund", "SFR"),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert len(together([at(1, one, ("rektor", None)), at(2, other, ("rektor", None))])) == 2


def test_a_misread_letter_needs_the_same_office() -> None:
    police, school = (None, "polisen"), (None, "Ekskolan")
    assert len(together([at(1, "Bashir Noori", police), at(2, "Bashlr Noori", police)])) == 1
    assert len(together([at(1, "Bashir Noori", police), at(2, "Bashlr Noori", school)])) == 2


def test_an_office_at_one_meeting_of_many_keeps_no_spelling_apart() -> None:
    known = [at(day, "Siv Ohlin") for day in (1, 2, 3)] + [at(4, "Siv Ohlin", (None, "magsjuk"))]
    assert together([*known, at(5, "Siv Olin", (None, "kassör"))]) == [{"Siv Ohlin", "Siv Olin"}]
    police = [at(day, "Siv Ohlin", ("kommunpolis", "polisen")) for day in (1, 2)]
    assert len(together([*police, at(5, "Siv Olin", ("rektor", "Ekskolan"))])) == 2


def test_two_forms_at_one_meeting_are_two_people() -> None:
    assert len(together([at(1, "Camilla Rönn"), at(1, "C. Rönn")])) == 2


def test_an_initial_that_two_people_could_have_is_joined_by_office_or_not_at_all() -> None:
    per, pia = at(1, "Per Alm", ("rektor", None)), at(1, "Pia Alm", (None, "polisen"))
    assert len(together([per, pia, at(2, "P. Alm")])) == 3
    assert together([per, pia, at(2, "P. Alm", (None, "polisen"))]) == [
        {"Per Alm"},
        {"Pia Alm", "P. Alm"},
    ]


def test_one_name_twice_at_a_meeting_with_different_offices_is_two_people() -> None:
    appearances = [
        at(1, "Anna Berg", ("rektor", None)),
        at(1, "Anna Berg", (None, "polisen")),
        at(2, "Anna Berg", (None, "polisen")),
    ]
    _, person_of = identified(appearances)
    first, second, third = (person_of[each.attendee_id] for each in appearances)
    assert first != second
    assert second == third


def test_a_new_office_is_the_same_person() -> None:
    assert (
        len(together([at(1, "Tove Lind", ("kurator", None)), at(2, "Tove Lind", ("rektor", None))]))
        == 1
    )


def test_first_names_alone() -> None:
    assert len(together([at(1, "Kerstin"), at(2, "Kerstin")])) == 1
    assert len(together([at(1, "Kerstin"), at(2, "Kerstin Alm")])) == 1
    assert len(together([at(1, "Kerstin"), at(2, "Kerstin Alm"), at(3, "Kerstin Berg")])) == 3
    police, school = (None, "polisen"), (None, "Ekskolan")
    assert len(together([at(1, "Kerstin", police), at(2, "Kerstin Alm", school)])) == 2


def test_first_names_with_a_role_and_a_body_of_one_field() -> None:
    streets, school = ("gatuchef", None), ("skolchef", None)
    assert together(
        [
            at(1, "Kerstin Alm", streets),
            at(1, "Kerstin Berg", school),
            at(2, "Kerstin", (None, "skolan")),
        ]
    ) == [{"Kerstin Alm"}, {"Kerstin Berg", "Kerstin"}]
    local, office = ("kommunpolis", None), ("kommunchef", None)
    assert len(together([at(1, "Kerstin", local), at(2, "Kerstin Alm", (None, "polisen"))])) == 1
    assert len(together([at(1, "Kerstin", local), at(2, "Kerstin Alm", office)])) == 2


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Lars Frid", "Lasse Frid", "nickname"),
        ("Mikael Åsberg", "Micke Å", "initials"),
        ("Anders Holm", "Anders H.", "initials"),
        ("Anneli Tång-Bark", "Anneli T-B", "initials"),
        ("Mahmoud Saleh", "Mahmo Saleh", "nickname"),
        ("Ann-Katrin Ros", "Anki", "first_name"),
        ("Birgitta Ros", "Bibbi Ros", "nickname"),
        ("Kerstin Ros", "Kickan", "first_name"),
        ("Per-Åke Ros", "Per-Åke", "part"),
        ("Per-Erik Lindqvist", "Pelle Lindkvist", "nickname"),
        ("Eva Lindqvist", "Eva Lindkvist", "slip"),
        ("Jan-Olof Ek", "Jan-Olov Ek", "slip"),
        ("Anna Ek", "Ek Anna", "turned"),
        ("Maria Sjöstrand-Ek", "Maria Ek", "part"),
        ("Per Anders Alm", "Anders Alm", "part"),
        ("Kerstin Alm", "KA", "initials"),
        ("Kerstin Alm", "Kerstin", "first_name"),
        ("Kerstin Alm", "Alm", "surname"),
    ],
)
def test_each_match_says_why(one: str, other: str, rule: str) -> None:
    appearances = [at(1, one), at(2, other), at(3, one)]
    _, found = link_people(appearances)
    joined = found[appearances[1].attendee_id]
    assert (joined.rule, joined.other) == (rule, one)
    assert found[appearances[0].attendee_id].rule == "same"


def test_a_married_name_follows_on_the_old_one_in_the_same_role() -> None:
    chief, school = ("socialchef", "kommunen"), ("rektor", "Ekskolan")
    old, new = [at(day, "Eva Berg", chief) for day in (1, 2)], at(3, "Eva Lind", chief)
    assert together([*old, new]) == [{"Eva Berg", "Eva Lind"}]
    assert len(together([*old, at(2, "Eva Lind", chief)])) == 2
    assert len(together([*old, at(3, "Eva Lind", school)])) == 2
    assert len(together([*old, new, at(1, "Eva Ask", school)])) == 3
    assert len(together([*old, new, at(4, "Eva Berg", chief)])) == 2
    chairs = [
        replace(at(1, "Eva Berg"), function="chair"),
        replace(at(3, "Eva Lind"), function="chair"),
    ]
    assert len(together(chairs)) == 1


def test_a_married_name_in_a_role_that_nobody_else_has() -> None:
    alone, other = ("folkhälsostrateg", None), ("folkhälsostrateg", "Bergs kommun")
    old = [at(day, "Petra Sund", alone) for day in (1, 2)]
    new = [at(day, "Petra Hed", alone) for day in (3, 4)]
    assert together([*old, *new]) == [{"Petra Sund", "Petra Hed"}]
    assert len(together([*old, *new[:1]])) == 2
    assert len(together([*old, *new, at(2, "Olle Ros", alone)])) == 3
    told = [replace(each, organisation="Viks kommun") for each in old]
    assert len(together([*told, *(at(day, "Petra Hed", other) for day in (3, 4))])) == 2


def test_a_nickname_before_a_double_surname() -> None:
    for one, other in (
        ("Lasse Ros-Fagerlund", "Lars Ros Fagerlund"),
        ("Anki Ros-Fagerlund", "Ann-Christin Ros-Fagerlund"),
        ("Kicki Ros Fagerlund", "Kristina Ros-Fagerlund"),
    ):
        assert together([at(1, one), at(2, other)]) == [{one, other}]
    assert len(together([at(1, "Anki Ros-Fagerlund"), at(2, "Gun Ros-Fagerlund")])) == 2


def test_a_married_name_of_somebody_who_came_by_first_name_alone() -> None:
    spouse = [at(day, "Olle Lind") for day in (1, 2, 3, 4, 5)]
    old, called = at(1, "Eva Berg"), [at(2, "Eva"), at(3, "Eva")]
    new = [at(4, "Eva Lind"), at(5, "Eva Lind")]
    married = {"Eva Berg", "Eva", "Eva Lind"}
    assert together([*spouse, old, *called, *new]) == [married, {"Olle Lind"}]
    assert len(together([*called, old, *new])) == 3
    assert len(together([*spouse, old, *new])) == 3
    assert {"Eva Lind"} in together([*spouse, old, at(4, "Eva"), at(5, "Eva"), *new])


def test_one_name_held_by_two_organisations_by_turns_is_two_people() -> None:
    police, pensioners = (None, "polisen"), (None, "PRO")
    turns = [at(day, "Eva Ask", office) for day, office in enumerate((police, pensioners, police))]
    assert len(together(turns)) == 2
    assert len(together(turns[:2])) == 1
    assert len(together([replace(each, function="chair") for each in turns])) == 1


def test_over_series_name_and_organisation_must_agree() -> None:
    police, school = ("kommunpolis", "polisen"), ("rektor", "Ekskolan")
    here = at(1, "Anna Berg", police)
    assert len(together([here, at(1, "Anna Berg", police, "bra-liden")])) == 1
    assert len(together([here, at(1, "Anna Berg", school, "bra-liden")])) == 2
    assert len(together([at(1, "Anna Berg"), at(1, "Anna Berg", NOBODY, "bra-liden")])) == 2


def test_the_fullest_spelling_is_the_name() -> None:
    persons, _ = link_people([at(1, "P-O Hallin"), at(2, "Per-Olov Hallin"), at(3, "P-O Hallin")])
    assert [each.name for each in persons] == ["Per-Olov Hallin"]


def test_ids_do_not_depend_on_order_or_on_what_is_linked_together() -> None:
    police = ("kommunpolis", "polisen")
    ekmo = [at(1, "P-O Hallin", police), at(2, "Per-Olov Hallin", police), at(2, "Bo Alm")]
    liden = [at(1, "Per-Olov Hallin", police, "bra-liden"), at(3, "Gun Ek", NOBODY, "bra-liden")]
    _, whole = identified([*ekmo, *liden])
    mixed = [*ekmo, *liden]
    Random(4).shuffle(mixed)
    assert identified(mixed)[1] == whole
    assert identified(ekmo)[1] | identified(liden)[1] == whole
    assert whole[ekmo[0].attendee_id] == whole[liden[0].attendee_id]


def test_nobody() -> None:
    assert link_people([]) == ([], {})


def test_a_letter_between_two_usual_surnames_may_be_the_difference() -> None:
    assert len(together([at(1, "Anna Lindberg"), at(2, "Anna Lundberg")])) == 2


def test_another_surname_that_a_list_tells() -> None:
    old, new = at(1, "Siv Ros"), at(2, "Siv Alm", (None, "polisen"))
    assert len(together([old, new])) == 2
    assert together([old, replace(new, other_surname="f.d. Ros")]) == [{"Siv Ros", "Siv Alm"}]
    assert len(together([old, replace(new, other_surname="f.d. Ek")])) == 2
    assert len(together([old, replace(new, other_surname="hette Ros i våras")])) == 1
    renamed = replace(old, other_surname="numera Alm")
    assert together([renamed, new]) == [{"Siv Ros", "Siv Alm"}]


def test_a_nickname_with_one_of_two_spellings() -> None:
    names = ["Margareta Wåhlén", "Margareta Wåhlin", "Margareta Wåhlén", "Maggan Wåhlin", "Maggan"]
    appearances = [at(day, name) for day, name in enumerate(names)]
    assert together(appearances) == [set(names)]


def test_short_forms_that_two_people_could_have_are_nobodys() -> None:
    palms = [at(1, "Göran Palm", (None, "polisen")), at(1, "Gun Palm", ("rektor", None))]
    for short in ("Palm", "GP", "G. Palm"):
        assert len(together([*palms, at(2, short)])) == 3
        assert together([*palms, at(2, short, ("rektor", None))]) == [
            {"Göran Palm"},
            {"Gun Palm", short},
        ]
    brothers = [at(1, "Lars-Erik Palm"), at(1, "Per-Erik Palm"), at(2, "Erik Palm")]
    assert len(together(brothers)) == 3


def test_short_forms_with_offices_of_other_fields_are_other_people() -> None:
    police, school = ("kommunpolis", "polisen"), ("rektor", "Ekskolan")
    pairs = [
        ("Göran Palm", "Palm"),
        ("Göran Palm", "GP"),
        ("Per Anders Palm", "Anders Palm"),
        ("Jan-Erik Palm", "Jan Palm"),
        ("Leif Palm", "Lief Palm"),
    ]
    for full, short in pairs:
        assert len(together([at(1, full, police), at(2, short, school)])) == 2
        assert len(together([at(1, full, police), at(2, short, police)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marie-Louise Palm", "Marlo Palm"),
        ("Ulla-Carin Palm", "Ullis Palm"),
        ("Per-Erik Palm", "Perra Palm"),
        ("Leopold Palm", "Polle Palm"),
        ("Sofie Palm", "Sofi Palm"),
        ("Elisabet Palm", "Elisabeth Palm-Rask"),
        ("Carl-Gustaf af Palm", "Carl Gustav Palm"),
    ],
)
def test_pet_names_and_spellings_with_one_office(one: str, other: str) -> None:
    office = ("diakon", None)
    assert len(together([at(1, one, office), at(2, other, office)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emil Palm", "Emilia Palm"),
        ("Johan Palm", "Johanna Palm"),
        ("Ann-Marie Palm", "Ann-Sofie Palm"),
        ("Hamid Palm", "Hodan Palm"),
        ("Per-Erik Palm", "Perra Rask"),
    ],
)
def test_other_first_names_with_one_office_are_other_people(one: str, other: str) -> None:
    office = ("diakon", None)
    assert len(together([at(1, one, office), at(2, other, office)])) == 2


def test_a_pet_name_without_the_office_is_somebody_else() -> None:
    seen = [at(1, "Marie-Louise Palm", ("diakon", None)), at(2, "Marlo Palm", (None, "PRO"))]
    assert len(together(seen)) == 2


def test_what_is_joined_tells_more_forms_of_the_name() -> None:
    office = ("rektor", None)
    names = ["Elisabet Palm", "Bettan Palm", "Elisabeth Palm-Rask", "Elisabeth Rask", "E Rask"]
    assert len(together([at(nth, name, office) for nth, name in enumerate(names, 1)])) == 1
    slipped = ["Salome Rask", "Salome R", "Salome Rasck", "Salome Palm Rask", "Salome Palm"]
    assert len(together([at(nth, name, office) for nth, name in enumerate(slipped, 1)])) == 1


def test_who_takes_the_surname_of_another_member() -> None:
    husband = [at(day, "Kalle Palm") for day in (1, 2, 3, 4)]
    old, new = [at(day, "Stina Ros") for day in (1, 2)], [at(day, "Stina Palm") for day in (3, 4)]
    assert {"Stina Ros", "Stina Palm"} in together([*husband, *old, *new])
    assert len(together([*old, *new])) == 2
    assert len(together([*husband, *old, new[0]])) == 3
    assert len(together([*husband, *old, *new, at(4, "Stina Ros")])) == 3
    assert len(together([*husband, *old, *new, at(1, "Stina Ek")])) == 4
    police, school = (None, "polisen"), (None, "Ekskolan")
    others = [at(day, "Stina Ros", police) for day in (1, 2)]
    others += [at(day, "Stina Palm", school) for day in (3, 4)]
    assert len(together([*husband, *others])) == 3


def test_who_keeps_the_minutes_under_another_surname() -> None:
    old, new = (
        replace(at(day, name), function="secretary")
        for day, name in ((1, "Siv Ros"), (2, "Siv Alm"))
    )
    assert len(together([old, new])) == 1
    assert len(together([old, at(2, "Siv Alm")])) == 2
