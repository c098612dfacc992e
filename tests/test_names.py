"""What is a person's name, and when two are one person's."""

import pytest

from pipeline.names import folded, is_first_name, is_name, same_name, surname_first
from pipeline.vocabulary import words


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek",
        "P-O Hallin",
        "P A Ek",
        "A. Ek",
        "Gun-Britt Ek",
        "Ing-Marie Ek Lund",
        "Carl-Henric af Ek",
        "Mo al Hassan",
        'Bengt "Spider" Ek',
        "ANNA EK",
        "Åsa Öberg",
        "Ayşe Yılmaz",
        "Đorđe Petrović",
        "Xhevat Qosja",
        "Karin Skogsgård",
        "Eva Fält",
        "Johnny Svärd",
        "Gunilla H",
    ],
)
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anna",
        "S M",
        "Bo Ek KS",
        "Ekby Bostäder",
        "LPO Syd",
        "Region Skåne",
        "Lokala Brå",
        "Räddningstjänsten Mitt",
        "Kommunpolis Anna Ek",
        "Anna Ek, polisen",
        "anna ek",
        "Storgatan 5",
        "Box 1214",
        "anna.ek@ekby.se",
        "Anna Ek Bo Lindh Carin Öst",
    ],
)
def test_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("Anna", True), ("Kickan", True), ("Polisen", False), ("SDF", False)]
)
def test_a_word_alone_may_be_a_first_name(text: str, expected: bool) -> None:
    assert is_name(text, single=True) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Ek", "anna ek"),
        ("Anna Ek", "A. Ek"),
        ("Anna Ek", "Ek, Anna"),
        ("Anna Ek", "Anna"),
        ("P-O Hallin", "Per-Olov Hallin"),
        ("C1as Cederin", "Clas Cederin"),
        ("Asa Oberg", "Åsa Öberg"),
        ("Mikael Holrn", "Mikael Holm"),
        ("Anna-Lena Ek", "Anna Lena Ek"),
        ("An-Marie Ek", "Ann-Marie Ek"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P G Ek", "Gunnar Palm"),
        ("A B Lund", "Berit Alm"),
        ("Anna Ek", "Anna Berg"),
        ("Bo Hansson", "Bo Jansson"),
        ("Per Larsson", "Pär Larsson"),
        ("Anna Ek", "B. Ek"),
        ("Anna Ek", ""),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_folding_closes_misreadings_only() -> None:
    assert folded("Lillemor") == folded("LiIlem0r") == folded("Lilemor")
    assert folded("Hansson") != folded("Jansson")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ek Anna", True), ("Anna Ek", False), ("Lindh Hodan", True), ("Ek", False)],
)
def test_surname_first(text: str, expected: bool) -> None:
    assert surname_first(text) is expected


def test_first_names_of_many_origins_are_known() -> None:
    assert len(words("names", "first")) > 1500
    for (
        name
    ) in "Gun-Britt Päivi Fadumo Siavash Çiğdem Dženan Krzysztof Rojda Somchai Liridon".split():
        assert is_first_name(name)
