"""Whom an owner's words mean, form by form."""

import pytest

from models.meeting import Attendee, Function
from pipeline.extract.actions.resolve import fitting, is_person, resolve


def person(
    name: str,
    role: str | None = None,
    organisation: str | None = None,
    function: Function | None = None,
) -> Attendee:
    return Attendee(
        name=name,
        role=role,
        organisation=organisation,
        status="present",
        function=function,
        evidence=(),
    )


PEOPLE = (
    person("Maj Ek", "preventionssamordnare", "Vinnersjö kommun", "chair"),
    person("Lars-Olof Sandberg", "kommunpolis", "polisen"),
    person("Anna Eriksson", "rektor", "Ekskolan"),
    person("Anna Lind", "rektor", "Granskolan"),
    person("Karl Nyström", "vice ordförande", "socialnämnden"),
    person("Helena Åkerblom", "säkerhetssamordnare", "räddningstjänsten", "secretary"),
    person("Mats Holm", "enhetschef", "fritidsenheten"),
    person("Lars Wik", None, "KS"),
)


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Maj Ek", "Maj Ek"),
        ("Ek, Maj", None),  # a comma parts two persons
        ("Ek Maj", "Maj Ek"),
        ("Maj Eks", "Maj Ek"),
        ("Maj", "Maj Ek"),
        ("Majs", "Maj Ek"),
        ("Mats", "Mats Holm"),
        ("Maj E.", "Maj Ek"),
        ("M. Ek", "Maj Ek"),
        ("Åkerblom", "Helena Åkerblom"),
        ("Lena", "Helena Åkerblom"),
        ("Lena Åkerblom", "Helena Åkerblom"),
        ("Kalle", "Karl Nyström"),
        ("Helena Åkerblåm", "Helena Åkerblom"),
        ("ME", "Maj Ek"),
        ("M.E.", "Maj Ek"),
        ("LOS", "Lars-Olof Sandberg"),
        ("L-O Sandberg", "Lars-Olof Sandberg"),
        ("LS", "Lars-Olof Sandberg"),
        ("Lars-Olof", "Lars-Olof Sandberg"),
        ("rektor Anna Lind", "Anna Lind"),
        ("Anna på Ekskolan", "Anna Eriksson"),
        ("Maj (kommunen)", "Maj Ek"),
        ("Kommunpolis Lars-Olof", "Lars-Olof Sandberg"),
        ("ordföranden", "Maj Ek"),
        ("Ordf.", "Maj Ek"),
        ("Sekreteraren", "Helena Åkerblom"),
        ("sekr.", "Helena Åkerblom"),
        ("v. ordf.", "Karl Nyström"),
        ("vice ordföranden", "Karl Nyström"),
        ("Preventionssamordnaren", "Maj Ek"),
        ("preventionssamordnarens", "Maj Ek"),
        ("kommunpolisen", "Lars-Olof Sandberg"),
        ("kommunens preventionssamordnare", "Maj Ek"),
        ("räddningstjänstens samordnare", None),  # her title is another
        ("rektorn på Granskolan", "Anna Lind"),
        ("Granskolans rektor", "Anna Lind"),
        ("enhetschefen", "Mats Holm"),
        ("Anna", None),
        ("rektorn", None),
        ("samordnaren", None),
        ("Polisen", None),
        ("Ekskolan", None),
        ("kommunen", None),
        ("Maj och Mats", None),
        ("alla", None),
        ("vi", None),
        ("KS", None),
        ("Bo", None),
        ("Maj Berg", None),
        ("Arbetsgruppen", None),
    ],
)
def test_the_one_attendee_meant(owner: str, name: str | None) -> None:
    assert resolve(owner, PEOPLE) == name


def test_who_was_there_goes_before_a_namesake_who_was_not() -> None:
    here, away = (
        person("Anna Lind"),
        person("Anna Eriksson").model_copy(update={"status": "absent"}),
    )
    assert resolve("Anna", [away, here]) == "Anna Lind"
    assert resolve("Anna", [away]) == "Anna Eriksson"


@pytest.mark.parametrize("owner", ["Jag", "undertecknad"])
def test_who_writes_is_the_secretary(owner: str) -> None:
    assert resolve(owner, PEOPLE) == "Helena Åkerblom"


def test_a_body_s_first_letter_is_nobody_s_initial() -> None:
    assert resolve("Polisen", [person("P-O Alm"), person("P Ek")]) is None


def test_one_holder_of_a_compound_role_is_its_head_noun() -> None:
    assert resolve("samordnaren", PEOPLE[:5]) == "Maj Ek"


def test_a_surname_behind_its_role_and_a_role_with_a_word_more() -> None:
    people = [
        person("Sten Rosenlöv", "rektor"),
        person("Pia Ek", "brottsförebyggande samordnare"),
        person("Ulf Alm", "biträdande förvaltare"),
    ]
    assert resolve("Rektor Rosenlöv", people) == "Sten Rosenlöv"
    assert resolve("samordnaren", people) == "Pia Ek"
    assert resolve("förvaltaren", people) is None


def test_a_role_of_another_body_is_not_the_attendee_s() -> None:
    assert resolve("polisens rektor", PEOPLE) is None


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("Anna", ("Anna Eriksson", "Anna Lind")),
        ("Lars", ("Lars-Olof Sandberg", "Lars Wik")),
        ("rektorn", ("Anna Eriksson", "Anna Lind")),
        ("samordnaren", ("Maj Ek", "Helena Åkerblom")),
        ("polisen", ()),
        ("alla", ()),
    ],
)
def test_all_who_may_be_meant(owner: str, names: tuple[str, ...]) -> None:
    assert fitting(owner, PEOPLE) == names


def test_a_bare_polisen_is_the_agency_though_one_officer_attends() -> None:
    assert resolve("Polisen", [person("Bo Li", "polis", "polisen")]) is None


@pytest.mark.parametrize("owner", ["Bo", "Bo Li", "Lena Berg"])
def test_a_name_is_a_person(owner: str) -> None:
    assert is_person(owner)


@pytest.mark.parametrize("owner", ["Polisen", "rektorn", "alla", "Bo och Lena", "Ekskolan", "SDF"])
def test_what_is_no_person(owner: str) -> None:
    assert not is_person(owner)
