"""Items whose points a converter has put on one line."""

import pytest

from tests.segment.cut import meeting, outline

HEAD = "Trygghetsrådet Granby\nAnteckningar den 4 mars 2021\nNärvarande: Maj Ek, Bo Li\n"


def said(text: str) -> list[list[str]]:
    """What each item's paragraphs say."""
    return [[each.view.text for each in section.paragraphs] for section in meeting(text).sections]


@pytest.mark.parametrize("sign", ["•", "▪", "●", "\uf0b7", "\uf0a7", "\uf0d8"])
def test_bullets_inside_a_line_begin_points(sign: str) -> None:
    text = (
        f"{HEAD}1. Torget {sign} Lampan vid kiosken är lagad. {sign} Maj ringer kommunen om bänkarna i maj.\n"
        f"2. Skolan {sign} Lugnt i korridorerna sedan jul {sign} Bo lämnar listan till rektorn vid nästa besök\n"
    )
    assert outline(text) == [("1", "Torget"), ("2", "Skolan")]
    assert said(text) == [
        ["Lampan vid kiosken är lagad.", "Maj ringer kommunen om bänkarna i maj."],
        ["Lugnt i korridorerna sedan jul", "Bo lämnar listan till rektorn vid nästa besök"],
    ]


def test_dashes_behind_sentences_begin_points() -> None:
    text = (
        f"{HEAD}1 Rapport från polisen - Cyklar stjäls vid stationen. - Inga bilar har brunnit i år. – Bo ringer.\n"
        "2 Övrigt Maj tackade för sig - och gick hem efter en lång dag med många möten i kommunen.\n"
        "3 Nästa möte Den 6 maj.\n"
    )
    assert outline(text)[0] == ("1", "Rapport från polisen")
    assert said(text)[0] == [
        "Cyklar stjäls vid stationen.",
        "Inga bilar har brunnit i år.",
        "Bo ringer.",
    ]
    assert len(said(text)[1]) == 1


def test_numbers_below_the_items_own_begin_points() -> None:
    text = (
        f"{HEAD}1 Inledning 1.1 Maj Ek hälsar välkommen. 1.2 Förra protokollet läggs till handlingarna.\n\n"
        "2 Skolorna 2.1 Bo Li berättar om klottret på gaveln. 2.2 Rektorn anmäler det.\n\n"
        "3 Nästa möte 3.1 Den 6 maj.\n"
    )
    assert outline(text) == [("1", "Inledning"), ("2", "Skolorna"), ("3", "Nästa möte")]
    assert said(text)[2] == ["Den 6 maj."]


def test_numbers_that_are_amounts_begin_none() -> None:
    text = f"{HEAD}1. Budget\nKostnaden är 3.1 Mkr. Elpriset var 1.2 kronor.\n2. Övrigt\nInget.\n"
    assert said(text)[0] == ["Kostnaden är 3.1 Mkr. Elpriset var 1.2 kronor."]
