"""Minutes that are a table: whom an item's tasks fall on, and by when, beside its text."""

import pytest

from tests.segment.cut import meeting

_HEAD = "Minnesanteckningar Brå Ekby 2021-03-04\n\n"


def _items(table: str) -> list[tuple[str | None, list[str], list[str], list[str]]]:
    """Each item's title, paragraphs, owners and dues."""
    return [
        (
            each.title.text if each.title else None,
            [paragraph.view.text for paragraph in each.paragraphs],
            [view.text for view in each.owners],
            [view.text for view in each.dues],
        )
        for each in meeting(_HEAD + table).sections
    ]


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        ("Punkt\tAnteckning\tAnsvarig/Klart", "Bo\nByta lamporna.\tv. 14"),
        ("Ärende\tNotering\tVem\tNär", "Bo\tv. 14\nByta lamporna."),
        ("Nr\tÄrende\tAnsvarig", "Bo v. 14\nByta lamporna."),
        ("Nr\tÄmne\tHuvudansvarig\tSlutdatum", "Bo\tv. 14\nByta lamporna."),
    ],
)
def test_who_and_when_are_no_text(head: str, beside: str) -> None:
    table = f"{head}\n1. Inledning\tAlla hälsades välkomna.\n2. Läget\tDet är mörkt.\t{beside}\n3. Övrigt\tInget fanns.\n"
    assert _items(table) == [
        ("Inledning", ["Alla hälsades välkomna."], [], []),
        ("Läget", ["Det är mörkt.", "Byta lamporna."], ["Bo"], ["v. 14"]),
        ("Övrigt", ["Inget fanns."], [], []),
    ]


def test_several_of_one_item_in_their_order() -> None:
    table = (
        "Punkt\tAnteckning\tAnsvarig\tKlart\n1. Torget\tDet är mörkt.\tBo\t3 maj\nByta lamporna.\tLena och Per\tnästa möte\n"
        "Fråga kiosken.\n2. Övrigt\tInget.\n3. Nästa möte\tDen 3 juni.\n"
    )
    assert _items(table)[0] == (
        "Torget",
        ["Det är mörkt.", "Byta lamporna.", "Fråga kiosken."],
        ["Bo", "Lena och Per"],
        ["3 maj", "nästa möte"],
    )


@pytest.mark.parametrize("head", ["Datum", "Tid"])
def test_when_an_item_was_dealt_with_is_no_deadline(head: str) -> None:
    table = (
        f"Punkt\t{head}\tVem\n1. Läget\t3 maj\tBo\n2. Torget\t4 maj\tLena\n3. Övrigt\t5 maj\tPer\n"
    )
    assert [(owners, dues) for _, _, owners, dues in _items(table)] == [
        (["Bo"], []),
        (["Lena"], []),
        (["Per"], []),
    ]


def test_a_presenter_is_nobody_that_a_task_falls_on() -> None:
    table = "Nr\tÄrende\tFöredragande\n1\tVal\tBo Ek\n2\tLäget\tLena Alm\n3\tÖvrigt\tBo Ek\n"
    assert [owners for _, _, owners, _ in _items(table)] == [[], [], []]


def test_a_table_that_heads_no_items_leaves_those_below_alone() -> None:
    table = "Vad\tVem\tNär\nRinga skolan\tBo\t3 maj\n\n§ 1\tVal av justerare\nBo väljs.\n\n§ 2\tLäget\nLugnt.\n"
    assert [(title, owners) for title, _, owners, _ in _items(table)] == [
        ("Val av justerare", []),
        ("Läget", []),
    ]


@pytest.mark.parametrize(
    "head", ["Agenda\tIdag\tAnsvar", "Ämne\tNoterat\tVem", "Punkt\tDiskussion\tAnsvarig"]
)
def test_rows_without_numbers_are_items_where_somebody_answers_for_each(head: str) -> None:
    table = f"{head}\nInledning\tAlla presenterade sig.\t\nTorget\tDet är mörkt. Bo ringer.\tBo\nÖvrigt\tInget fanns.\t\n"
    assert _items(table) == [
        ("Inledning", ["Alla presenterade sig."], [], []),
        ("Torget", ["Det är mörkt. Bo ringer."], ["Bo"], []),
        ("Övrigt", ["Inget fanns."], [], []),
    ]


def test_rows_of_decisions_in_an_item_are_no_items() -> None:
    table = (
        "Läget\n\nDet har varit lugnt på torget.\n\nTidigare frågor\n\nPunkt\tBeslut\tAnsvarig\nLamporna\tByts i maj.\tBo\n"
        "Bänken\tFlyttas till parken.\tLena\nGrinden\tLagas nu.\tPer\n\nNästa möte\n\nDen 3 juni.\n"
    )
    assert [title for title, *_ in _items(table)] == ["Läget", "Tidigare frågor", "Nästa möte"]
