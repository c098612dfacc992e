"""Tasks in tables and lists: who and when beside what is to be done."""

from datetime import date

import pytest

from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
from tests.extract.held import found, told
from tests.extract.parts import part


@pytest.mark.parametrize(
    "table",
    [
        "Att göra\tVem\tNär klart\nRinga skolan\tBo Alm\t25 okt\nKöpa lampor\tLena\tsnarast",
        "| Att göra | Vem | När klart |\n|---|---|---|\n| Ringa skolan | Bo Alm | 25 okt |\n| Köpa lampor | Lena | snarast |",
        "Att göra Vem När klart 1. Ringa skolan Bo Alm 25 okt 2. Köpa lampor Lena snarast",
        "Att göra | Vem | När klart 1. Ringa skolan Bo Alm 25 okt 2. Köpa lampor Lena snarast",
        "Att göra Vem När klart\nRinga skolan Bo Alm 25 okt\nKöpa lampor Lena snarast",
    ],
)
def test_action_tables(table: str) -> None:
    records = found(table)
    assert [(each.kind, each.text, each.owner, each.due, each.due_text) for each in records] == [
        ("assignment", "Ringa skolan", "Bo Alm", date(2019, 10, 25), None),
        ("assignment", "Köpa lampor", "Lena", None, "snarast"),
    ]


def test_a_table_in_one_line_with_a_place_before_the_owner_and_the_next_meeting_after_it() -> None:
    table = "Att göra Vem När 1. Hämta lappar i Nordmo Bo och Lena v. 8 2. Fråga vad en vagn kostar Maj nästa möte"
    records = found(table, following=date(2019, 5, 10))
    assert [(each.text, each.owner, each.due, each.due_text) for each in records] == [
        ("Hämta lappar i Nordmo", "Bo och Lena", None, "v. 8"),
        ("Fråga vad en vagn kostar", "Maj", date(2019, 5, 10), None),
    ]


def test_a_table_in_one_line_whose_times_are_told_in_words() -> None:
    table = (
        "Göra Vem När 1. Köpa kätting till bryggan Bo, Lena före starten i Nordmo 2. Ringa om kärlet Maj nu "
        "3. Dela ut lappar alla före jul Lena antecknade"
    )
    assert [(each.text, each.owner, each.due_text) for each in found(table)] == [
        ("Köpa kätting till bryggan", "Bo, Lena", "före starten"),
        ("Ringa om kärlet", "Maj", "nu"),
        ("Dela ut lappar", "alla", "före jul"),
    ]


def test_rows_of_a_table_are_no_items_of_a_flattened_protocol() -> None:
    text = (
        "Trygghetsgruppen i Ekby Söndag 3 mars 2019 kl 16 hos Bo Närvarande: Bo, Lena, Maj "
        "1. Ordning Bo höll i klubban och Lena skrev. Förra protokollet från den 4 juli lästes upp och godkändes av alla "
        "som var där. 2. Sommaren Tre cyklar har försvunnit från torget sedan i maj. "
        "3. Hösten Lampan vid kajen är trasig igen och det är mörkt hela vägen ner till bryggan. Vi turas om att gå en "
        "runda på kvällarna som vi brukar göra och den som ser något ringer till någon av de andra. Göra Vem När 1. Måla bryggan Bo 15 sept "
        "2. Ringa kommunen Maj i april 3. Köpa lås Lena nästa möte"
    )
    meeting = part(text)
    assert [section.number.text for section in meeting.sections if section.number] == [
        "1",
        "2",
        "3",
    ]


def test_a_table_without_owner_or_date_in_a_row() -> None:
    records = found("Att göra\tVem\tNär klart\nRinga skolan\t-\t25 okt\nKöpa lampor\tLena\t-")
    assert [(each.owner, each.due) for each in records] == [
        (None, date(2019, 10, 25)),
        ("Lena", None),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Nr | Vad | Vem | Klart |\n|---|---|---|---|\n| 1 | Olja grinden | Bo Alm | 25 okt |\n| 2 | Be kiosken stänga | Lena | |",
        "Lampan vid kajen ska bytas.\tBo Alm 25 okt\nBe kiosken stänga tidigare\tLena",
        "3\tOlja grinden\tBo Alm\t25 okt\n4\tBe kiosken stänga tidigare\tLena\t",
        "Grinden ska oljas.\tBo Alm\t25 okt\nBe kiosken stänga\tLena",
    ],
)
def test_who_and_when_beside_what_is_told(table: str) -> None:
    records = found(table)
    assert [(each.kind, each.owner, each.due) for each in records] == [
        ("assignment", "Bo Alm", date(2019, 10, 25)),
        ("assignment", "Lena", None),
    ]


def test_a_first_cell_that_goes_on_from_the_row_above() -> None:
    records = found(
        "Område\tÅtgärd\tAnsvarig\tKlart\nHamnen\tOlja grinden\tBo Alm\t25 okt\nMåla bommen\tHamnlaget\tmaj\n"
        "Skolan\tRäkna lamporna\tLena Frisk\tjuni"
    )
    assert [(each.text, each.owner) for each in records] == [
        ("Olja grinden", "Bo Alm"),
        ("Måla bommen", "Hamnlaget"),
        ("Räkna lamporna", "Lena Frisk"),
    ]


def test_initials_beside_a_task_that_tells_itself_by_when() -> None:
    records = found("Be kiosken stänga tidigare, senast 25 oktober\tBA\nOlja grinden\tME, LF")
    assert [(each.kind, each.owner, each.due) for each in records] == [
        ("assignment", "BA", date(2019, 10, 25)),
        ("assignment", "ME, LF", None),
    ]


def test_a_presenter_or_a_signature_beside_a_title_has_no_task() -> None:
    body = "Lägesbild från polisen\tMaj Ek\nUnga som röker\tLena Frisk\nEva Lind\tKaj Holm"
    assert found(body) == ()


def test_a_table_of_decisions_tells_tasks_by_their_owners() -> None:
    head = "Punkt\tBeslut\tAnsvarig\tKlart"
    records = found(f"{head}\n2\tRinga skolan\tBo Alm\t25 okt\n3\tBommen stängs på nätterna\t\t")
    assert [(each.kind, each.text, each.owner) for each in records] == [
        ("assignment", "Ringa skolan", "Bo Alm"),
        ("decision", "Bommen stängs på nätterna", None),
    ]


def test_a_task_list_with_its_owners_behind_or_before() -> None:
    tasks = "- Räkna lamporna, Bo Alm, 1 april\n- Lena Frisk: byta lås\n- Underlag till budget – Maj Ek, i maj"
    assert told(tasks, "Aktivitetslista") == [
        ("assignment", "Bo Alm"),
        ("assignment", "Lena Frisk"),
        ("assignment", "Maj Ek"),
    ]


def _noted(rows: str) -> list[tuple[str, str, str | None, date | None, str | None]]:
    """The actions of minutes that are a table with columns for who and when."""
    head = "Minnesanteckningar Brå Ekby 2019-03-01\n\nNärvarande: Maj Lund, Bo Alm, Lena Holm\n\nPunkt\tAnteckning\tAnsvarig\tKlart\n"
    text = (
        f"{head}1. Inledning\tMaj hälsade välkommen.\n{rows}\n3. Övrigt\tInget fanns att ta upp.\n"
    )
    meeting = part(text)
    persons, _ = attendees(meeting)
    records = actions(meeting, persons, date(2019, 3, 1), None)
    return [(each.kind, each.text, each.owner, each.due, each.due_text) for each in records]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "2. Torget\tDet är mörkt vid kiosken.\tBo\t3 maj\nByta lamporna vid kiosken.",
            [("assignment", "Byta lamporna vid kiosken.", "Bo", date(2019, 5, 3), None)],
        ),
        (
            "2. Torget\tDet är mörkt vid kiosken.\tBo\tv. 14\nByta lamporna vid kiosken.\tLena\tv. 20\nRinga Granhus.",
            [
                ("assignment", "Byta lamporna vid kiosken.", "Bo", None, "v. 14"),
                ("assignment", "Ringa Granhus.", "Lena", None, "v. 20"),
            ],
        ),
        (
            "2. Torget\tDet är mörkt vid kiosken. Bokar en trygghetsvandring med skolan.\tLena",
            [("commitment", "Bokar en trygghetsvandring med skolan.", "Lena", None, None)],
        ),
        ("2. Torget\tDet är mörkt vid kiosken.\tLena", []),
    ],
)
def test_tasks_of_minutes_with_who_and_when_in_columns(
    rows: str, expected: list[tuple[str, str, str | None, date | None, str | None]]
) -> None:
    assert _noted(rows) == expected


def test_a_name_that_ends_like_a_verb_does_the_task_under_a_heading_for_tasks() -> None:
    assert [
        (each.kind, each.owner)
        for each in found("- Lena stannar kvar vid torget till kl. 22.", "Att göra")
    ] == [("commitment", "Lena")]


def test_clauses_behind_and_under_one_label_are_decided_alike() -> None:
    body = "Kostnaden för nya lås har stigit sedan förra året, och fastighetsägarna vill dela på den.\n\nRådets beslut: att 6 000 kronor avsätts till lås i Granby\natt rektorn tar in offerter till nästa möte."
    assert [(each.kind, each.text[:12]) for each in found(body)] == [
        ("decision", "Rådets beslu"),
        ("assignment", "att rektorn "),
    ]


def test_who_stands_beside_a_text_that_names_its_doers_answers_for_nothing_else() -> None:
    row = "Vi bestämde att städa lördagen den 6 april. Bo får i uppdrag att låna krattor.\tLena"
    assert told(row) == [("decision", None), ("assignment", "Bo")]


@pytest.mark.parametrize(
    "table",
    [
        "Vad Vem När Ringa skolan om låset Lena 25 okt Köpa lampor till gången Bo och Maj snarast Prata med Siv om listan Polisen maj",
        "Åtgärd Ansvarig Klart Ringa skolan om låset Lena 25 okt Köpa lampor till gången Bo och Maj snarast Prata med Siv om listan Polisen maj",
        "Vad\nVem\nNär\nRinga skolan om låset\nLena\n25 okt\nKöpa lampor till gången\nBo och Maj\nsnarast\nPrata med Siv om listan\nPolisen\nmaj",
        "Vem\nAtt göra\nKlart\nLena\nRinga skolan om låset\n25 okt\nBo och Maj\nKöpa lampor till gången\nsnarast\nPolisen\nPrata med Siv om listan\nmaj\nObs! Fika nästa gång, Lena tar med sig bullar till alla.",
    ],
)
def test_tables_that_lost_their_rows(table: str) -> None:
    records = [each for each in found(table) if each.kind == "assignment"]
    assert [(each.text, each.owner, each.due, each.due_text) for each in records] == [
        ("Ringa skolan om låset", "Lena", date(2019, 10, 25), None),
        ("Köpa lampor till gången", "Bo och Maj", None, "snarast"),
        ("Prata med Siv om listan", "Polisen", None, "maj"),
    ]


def test_a_name_inside_a_task_is_not_its_owner_in_a_table_without_rows() -> None:
    records = found("Vad Vem När Fråga Lena om kassan Bo maj Lämna listan till Maj Lena juni")
    assert [(each.text, each.owner) for each in records] == [
        ("Fråga Lena om kassan", "Bo"),
        ("Lämna listan till Maj", "Lena"),
    ]
