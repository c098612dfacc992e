"""Lists that are tables, of which a converter has put all names before what stands beside them."""

import pytest

from tests.extract.people import people

TOP = "Trygghetsrådet i Ekmo\nMinnesanteckningar 2018-03-14\n\n"
NAMES = "Siv Gran\nOmar Said\nPer Vik"
REST = "\nPlats: Biblioteket\nTid: kl 13-14.30\n\n1. Läget\nDet är lugnt i Ekmo.\n"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            f"Namn\n{NAMES}\nTitel\nOrganisation\nAnmärkning\nEnhetschef fält\nSocialtjänsten\nFörhindrad att närvara\n"
            "Rektor\nLundaskolan\nFörvaltare\nMohem",
            [
                "Siv Gran | Enhetschef fält | Socialtjänsten |  | absent",
                "Omar Said | Rektor | Lundaskolan",
                "Per Vik | Förvaltare | Mohem",
            ],
        ),
        (
            f"Namn\nFunktion\nFörvaltning\nAnm.\n{NAMES}\nRektor\nBarn och utbildning\nFältassistent\nSocialförvaltningen\n"
            "t.o.m. kl 14\nKommunpolis\nPolisen",
            [
                "Siv Gran | Rektor | Barn och utbildning",
                "Omar Said | Fältassistent | Socialförvaltningen |  | partial",
                "Per Vik | Kommunpolis | Polisen",
            ],
        ),
        (
            f"Namn\n{NAMES}\nBefattning\nRektor\nFältassistent\nKommunpolis\nArbetsplats\nLundaskolan\nSocialtjänsten\nPolisen",
            [
                "Siv Gran | Rektor | Lundaskolan",
                "Omar Said | Fältassistent | Socialtjänsten",
                "Per Vik | Kommunpolis | Polisen",
            ],
        ),
        (
            f"Namn\n{NAMES}\nTitel\nOrganisation\nStadsdelschef (ordförande)\nEkmo stadsdelsförvaltning\nOrdförande\n"
            "Ekmo stadsdelsnämnd\nKommunpolis\nPolisen",
            [
                "Siv Gran | Stadsdelschef | Ekmo stadsdelsförvaltning |  |  | chair",
                "Omar Said | Ordförande | Ekmo stadsdelsnämnd",
                "Per Vik | Kommunpolis | Polisen",
            ],
        ),
    ],
)
def test_cells_go_with_their_names(listed: str, expected: list[str]) -> None:
    assert people(TOP + listed + REST) == expected


def test_cells_that_are_too_few_go_with_nobody() -> None:
    told = people(f"{TOP}Namn\n{NAMES}\nTitel\nOrganisation\nRektor\nLundaskolan\nFörvaltare{REST}")
    assert not any("Lundaskolan" in each and "Siv" in each for each in told)
