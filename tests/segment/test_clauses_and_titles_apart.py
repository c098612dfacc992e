"""Minutes that say a clause a line without full stops, under titles set between empty lines."""

import pytest

from tests.segment.cut import meeting, outline

HEAD = "Protokoll från trygghetsgruppen i Sandlyckan 2019-03-04\n\nNärvarande: Lisbet Ahl, Olle Bäck, Karin Dahl\n\n"
CLAUSES = """Cykelrummet

Tre cyklar är borta sedan i mars
Lisbet frågar låssmeden vad en ny cylinder kostar
Gruppen tar upp saken med förvaltaren på nytt i maj

Tvättstugan

Lampan i trappan dit har gått sönder igen
Olle byter den innan helgen

Övriga frågor

Karin har pratat med skolan
Inget mer togs upp
"""


def told(text: str) -> list[list[str]]:
    return [[each.view.text for each in section.paragraphs] for section in meeting(text).sections]


def test_a_clause_a_line_is_a_paragraph_a_line() -> None:
    assert told(HEAD + CLAUSES) == [
        [
            "Tre cyklar är borta sedan i mars",
            "Lisbet frågar låssmeden vad en ny cylinder kostar",
            "Gruppen tar upp saken med förvaltaren på nytt i maj",
        ],
        ["Lampan i trappan dit har gått sönder igen", "Olle byter den innan helgen"],
        ["Karin har pratat med skolan", "Inget mer togs upp"],
    ]


def test_a_clause_that_a_comma_or_a_conjunction_ends_goes_on() -> None:
    body = CLAUSES.replace(
        "Tre cyklar är borta sedan i mars",
        "Nu saknas Linas cykel och\nKurts gamla moped, som stod där",
    )
    assert told(HEAD + body)[0][0] == "Nu saknas Linas cykel och Kurts gamla moped, som stod där"


def test_wrapped_text_goes_on_before_a_name() -> None:
    body = (
        "Cykelrummet\n\nTre cyklar är borta sedan i mars och förvaltaren vill\nhellre byta dörren än låset, säger kommunpolisen\n"
        "Lisbet Ahl, som har varit där och mött både honom och\nKarin Dahl i trappan, och det får bli\nOlle Bäck som svarar.\n"
    )
    assert len(told(HEAD + body)[0]) == 1


@pytest.mark.parametrize("event", ["Städdag 14/4", "Vårfest den 2 juni", "Trygghetsvandring 3 maj"])
def test_an_event_with_its_day_between_empty_lines_is_a_title(event: str) -> None:
    text = (
        f"{HEAD}{CLAUSES}\n{event}\n\nOlle lånar krattor av föreningen\nKaffe bjuds vid grinden\n"
    )
    titles = ["Cykelrummet", "Tvättstugan", "Övriga frågor", event]
    assert outline(text) == [(None, title) for title in titles]


def test_what_stands_right_under_such_a_title_is_its_text() -> None:
    body = CLAUSES.replace(
        "Cykelrummet\n\n", "Cykelrummet\n\nNya nycklar till boende i port tolv\n"
    )
    opening = "Ordföranden förklarar mötet öppnat\nDagordningen godkändes utan ändring\n\n"
    assert outline(HEAD + opening + body) == [
        (None, title) for title in ("Cykelrummet", "Tvättstugan", "Övriga frågor")
    ]


def test_a_group_heading_keeps_the_titles_under_it() -> None:
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras.\nDen fortsätter."
    text = f"{HEAD}Information\n\nBelysningen vid bron\n{body}\n\nBänkarna i parken\n{body}\n\nÖvriga frågor\n{body}\n"
    assert [title for _, title in outline(text)] == [
        "Information", "Belysningen vid bron", "Bänkarna i parken", "Övriga frågor",
    ]  # fmt: skip
