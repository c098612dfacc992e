"""What stands behind a name and is neither work nor body, and whose a body behind several names is."""

import pytest

from tests.extract.people import BODY, HEAD, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Närvarande: Anna Ek (ordförande, med gipsad fot!), Bo Fors (sekreterare, var tillbaka) och Eva Gran (tack för kakan!)\n",
            ["Anna Ek |  |  |  |  | chair", "Bo Fors |  |  |  |  | secretary", "Eva Gran"],
        ),
        (
            "Närvarande: Anna Ek, Bo Fors\nAnmält förhinder: Eva Gran (migrän), Rut Alm (lärarna) och Per Vik (Granhus)\n",
            [
                "Anna Ek",
                "Bo Fors",
                "Eva Gran |  |  |  | absent",
                "Rut Alm |  | lärarna |  | absent",
                "Per Vik |  | Granhus |  | absent",
            ],
        ),
        (
            "Närvarande: Anna Ek (f.d. Ros), Bo Fors (ordf), Eva Gran (tidigare Vik), Granhus\n",
            ["Anna Ek", "Bo Fors |  |  |  |  | chair", "Eva Gran |  | Granhus"],
        ),
        (
            "Närvarande: Anna Ek (ordf), Bo Fors, Eva Gran och Per Vik, ny för Granhus efter Rut.\n",
            ["Anna Ek |  |  |  |  | chair", "Bo Fors", "Eva Gran", "Per Vik |  | Granhus"],
        ),
        (
            "Närvarande: Anna Ek, Granhus, ny i rådet\nBo Fors, ny sekreterare efter Gun\nStellan (fr kl 19.40, båten)\nPer Vik, närpolis, KTR 4\n",
            ["Anna Ek |  | Granhus", "Bo Fors |  |  |  |  | secretary", "Stellan |  |  |  | partial", "Per Vik | närpolis |  |  | partial"],
        ),
        (
            "Närvarande: Anna Ek, sekreterare\nBo Fors, närpolischef 13-15\nEva Gran, skolchef 14\nPer Vik, lärare 7-9\n",
            ["Anna Ek |  |  |  |  | secretary", "Bo Fors | närpolischef |  |  | partial", "Eva Gran | skolchef |  |  | partial", "Per Vik | lärare"],
        ),
        (
            "Närvarande: Polisen (Anna Ek, Bo Fors), Granhus (Per Vik) och Ekskolan (Eva Gran)\n",
            ["Anna Ek |  | Polisen", "Bo Fors |  | Polisen", "Per Vik |  | Granhus", "Eva Gran |  | Ekskolan"],
        ),
        (
            "Närvarande: Anna, Per från Granhus fastigheter och Siv som skrev\n",
            ["Anna", "Per |  | Granhus fastigheter", "Siv |  |  |  |  | secretary"],
        ),
        (
            "Närvarande: Anna, Per från Granhus som skrev, samt Eva Gran från Ekbo\n",
            ["Anna", "Per |  | Granhus |  |  | secretary", "Eva Gran |  | Ekbo"],
        ),
        (
            "Med: Anna (ordf), Bo, Eva (sekr) Ej med: Rut, Per\n",
            ["Anna |  |  |  |  | chair", "Bo", "Eva |  |  |  |  | secretary", "Rut |  |  |  | absent", "Per |  |  |  | absent"],
        ),
        (
            "Beslutande: Anna Ek (S), ordförande\nBo Fors (MP), tjänstgörande ersättare för Per\nVik (L)\n",
            ["Anna Ek |  |  | S |  | chair", "Bo Fors |  |  | MP", "Per Vik |  |  | L | absent"],
        ),
        (
            "Ledamöter\tParti\tNärv.\tAnm.\nAnna Ek\tS\tX\tordförande\nBo Fors\tM\t-\nErsättare\nEva Gran\tC\tX\nPer Vik\tMP\t-\n",
            ["Anna Ek |  |  | S |  | chair", "Bo Fors |  |  | M | absent", "Eva Gran |  |  | C", "Per Vik |  |  | MP | absent"],
        ),
        (
            "Närvarande\nSocialnämnden\nAndersson Gun\nBerglund Per\nPolisen\nCarlström Ulla\nDahl Nils\n",
            ["Gun Andersson |  | Socialnämnden", "Per Berglund |  | Socialnämnden", "Ulla Carlström |  | Polisen", "Nils Dahl |  | Polisen"],
        ),
        (
            "Närvarande\nPolisen: Berglund Per\nHyresgästföreningen: Carlström Ulla\nCentrumhandlarna: Dahl Nils\n",
            ["Per Berglund |  | Polisen", "Ulla Carlström |  | Hyresgästföreningen", "Nils Dahl |  | Centrumhandlarna"],
        ),
        (
            "Närvarande: Anna Ek (ordf), Bo Fors och Eva Gran, ny kurator, Ekskolan\n",
            ["Anna Ek |  |  |  |  | chair", "Bo Fors", "Eva Gran | kurator | Ekskolan"],
        ),
        (
            "Närvarande: Anna Ek, Bo Fors, Eva Gran samt Per Vik, Vägföreningen\n",
            ["Anna Ek", "Bo Fors", "Eva Gran", "Per Vik |  | Vägföreningen"],
        ),
        (
            "Närvarande: Anna Ek (ordf), Bo Fors och Eva Gran, Granhus\n",
            ["Anna Ek |  |  |  |  | chair", "Bo Fors |  | Granhus", "Eva Gran |  | Granhus"],
        ),
        (
            "Närvarande: Anna Ek, Bo Fors (från punkt 2), Eva Gran samt från portvakterna Per Vik.\n",
            ["Anna Ek", "Bo Fors |  |  |  | partial", "Eva Gran", "Per Vik |  | portvakterna"],
        ),
    ],
)  # fmt: skip
def test_remarks(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected


def test_presenters_below_the_items_of_a_summons_are_none_of_those_called() -> None:
    text = (
        "Ekmo kommun\nKALLELSE\nBrå kallas till sammanträde torsdag 8 november 2018 kl 14\nKallade: Anna Ek, Bo Fors\n\n1. Öppnande\n"
        "2. Ny plan\n   Föredragande: Eva Gran, planerare\n3. Remiss\n   Föredragande: Per Vik\n4. Övrigt\n"
    )
    assert people(text) == ["Anna Ek |  |  |  | invited", "Bo Fors |  |  |  | invited"]
