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
)
def test_remarks(text: str, expected: list[str]) -> None:
    assert people(HEAD + text + BODY) == expected
