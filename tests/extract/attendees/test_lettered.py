"""Lists that name everybody by their initials, and what the document says that these stand for."""

import pytest

from tests.extract.people import BODY, people

HEAD = "Brå Ekmo, minnesanteckningar den 4 mars 2020\n\n"
EXPLAINED = [
    "Anna Ek |  | polisen |  |  | chair",
    "Bo Fors |  | skolan",
    "Rut Alm |  | kommunen |  |  | secretary",
]


@pytest.mark.parametrize(
    "text",
    [
        "Närvarande: AE (ordf), BF och RA (antecknade)\nAE = Anna Ek, polisen; BF = Bo Fors, skolan; RA = Rut Alm, kommunen\n",
        "Närvarande: AE (ordf), BF, RA (sekr)\n\nFörkortningar: AE Anna Ek polisen, BF Bo Fors skolan, RA Rut Alm kommunen\n",
        "Närvarande: AE (ordf), BF, RA (sekr)\n\nAE – Anna Ek, polisen\nBF – Bo Fors, skolan\nRA – Rut Alm, kommunen\n",
        "Deltagare: AE (Anna Ek, polisen, ordf), BF (Bo Fors, skolan), RA (Rut Alm, kommunen, vid pennan)\n",
    ],
)
def test_initials_that_the_document_explains(text: str) -> None:
    assert people(HEAD + text + BODY) == EXPLAINED


def test_initials_that_nothing_explains_are_the_names() -> None:
    text = "Närvarande: AE (ordf), BF, RA (sekr)\nFrånvarande: CD\n"
    assert people(HEAD + text + BODY) == [
        "AE |  |  |  |  | chair",
        "BF",
        "RA |  |  |  |  | secretary",
        "CD |  |  |  | absent",
    ]


def test_bodies_in_capitals_beside_names_are_no_initials() -> None:
    text = "Närvarande: Anna Ek PRO, Bo Fors SPF, Rut Alm HRF\n"
    assert people(HEAD + text + BODY) == [
        "Anna Ek |  | PRO",
        "Bo Fors |  | SPF",
        "Rut Alm |  | HRF",
    ]
