"""Lists of tasks that are written down anew at each meeting, with how each task stands."""

import pytest

from models.meeting import Meeting
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.run import extract
from pipeline.segment import segment
from tests.extract.held import HEAD


def held(body: str, title: str = "Listan") -> Meeting:
    document = read(
        f"{HEAD}2. {title}\n{body}\n\n3. Övrigt\nInget.\n".encode(), ReadSettings(ocr="off")
    )
    (part,) = segment(document)
    return extract(part)


def tasks(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [(each.text, each.owner) for each in meeting.actions]


def outcomes(meeting: Meeting) -> list[str]:
    return [each.outcome for each in meeting.follow_ups]


@pytest.mark.parametrize(
    "table",
    [
        "VAD / VEM / NÄR\nOlja grinden / Bo / 1 april\nHänga upp livbojar / Lena / -\nMåla plank / Maj / KLART 3 maj",
        "Vad; Vem; När; Läge\nOlja grinden; Bo; 1 april; ny\nHänga upp livbojar; Lena; ;\nMåla plank; Maj; v. 7; klart",
        "Vad - Vem - När\nOlja grinden - Bo - 1 april\nHänga upp livbojar - Lena - ny\nMåla plank - Maj - gjort",
        "Uppgift | Ansvar | Klart\nOlja grinden | Bo | 1 april\nHänga upp livbojar | Lena | -\nMåla plank | Maj | ja",
        "Vad  Vem  När  Läge\nOlja grinden  Bo  1 april  \nHänga upp livbojar  Lena  v. 8\nMåla plank  Maj  v. 3  klart",
        "Vad, vem, när:\n- Olja grinden, Bo, 1 april\n- Hänga upp livbojar, Lena\n- Måla plank, Maj, klart",
        "ANSVARIG\tÅTGÄRD\tSTATUS\nBo\tOlja grinden\tej påbörjad\nLena\tHänga upp livbojar\tNy\nMaj\tMåla plank\tMajs son har målat det",
        "Att göra Vem När Status 1. Olja grinden Bo 1 april 2. Hänga upp livbojar Lena v. 8 3. Måla plank Maj v. 3 klart",
        "| Nr | Uppgift | Ansvarig | Anm. |\n|---|---|---|---|\n| 1 | Olja grinden | Bo | sent |\n| 2 | Hänga upp livbojar | Lena | |\n| 3 | Måla plank | Maj | Klart! |",
    ],
)
def test_rows_to_do_are_tasks_and_the_one_that_is_done_is_a_follow_up(table: str) -> None:
    meeting = held(table)
    assert tasks(meeting) == [("Olja grinden", "Bo"), ("Hänga upp livbojar", "Lena")]
    assert outcomes(meeting) == ["done"]
    assert "Måla plank" in meeting.follow_ups[0].text


def test_rows_without_a_head_are_known_by_what_stands_beside_the_task() -> None:
    meeting = held(
        "Olja alla grindar | BE | - | kvarstår\nHänga upp livbojar | LF, BA | 1 maj | ny"
    )
    assert tasks(meeting) == [("Hänga upp livbojar", "LF, BA")]
    assert outcomes(meeting) == ["mentioned"]
    assert held("Anna Ek | rektor | x\nBo Alm | polis | x").follow_ups == ()


def test_rows_that_were_wrapped_are_whole() -> None:
    rows = (
        "Uppgift | Ansvar | Läge\nTa reda på vem som har hand om lyktorna längs\nstigen till sjön | Bo | kvarstår\n"
        "Hänga upp nya livbojar vid båda bryggorna | Lena | ny, bojarna\nligger i förrådet"
    )
    meeting = held(rows)
    assert tasks(meeting) == [("Hänga upp nya livbojar vid båda bryggorna", "Lena")]
    assert [each.text for each in meeting.follow_ups] == [
        "Ta reda på vem som har hand om lyktorna längs stigen till sjön Bo kvarstår"
    ]


def test_the_sign_in_a_task_parts_no_column() -> None:
    meeting = held("Vad - Vem - När\nBoka lokal - helst skolan - Maj Ek - v. 9")
    assert tasks(meeting) == [("Boka lokal - helst skolan", "Maj Ek")]


def test_an_item_s_title_can_be_the_head() -> None:
    assert tasks(
        held("Olja grinden – Bo – 1 april\nMåla plank – Maj – snarast", "Vad – Vem – När")
    ) == [
        ("Olja grinden", "Bo"),
        ("Måla plank", "Maj"),
    ]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Bo: kollar bommen - klart", "done"),
        ("Bo: kollar bommen (klart 3 mars)", "done"),
        ("Bommen: pågår, två stolpar kvar", "in_progress"),
        ("Olja grinden – väntar på svar från kommunen", "in_progress"),
        ("Måla plank... inget har hänt", "mentioned"),
        ("Lena | skyltarna vid bron | utgår", "dropped"),
        ("Vandringen: flyttas till maj", "postponed"),
        ("Vandringen - inställd, ny tid den 3 maj", "postponed"),
        ("KLART: olja grinden vid skolan", "done"),
        ("[x] Olja grinden vid skolan", "done"),
        ("Bo skriver till värden om lampan. Ej gjort än, står kvar.", "mentioned"),
        ("Bo sätter upp en kamera i valvet. Inte tillåtet, stryks.", "dropped"),
    ],
)
def test_a_line_that_ends_in_how_its_task_stands(line: str, outcome: str) -> None:
    meeting = held(f"- {line}", "Sedan sist")
    assert outcomes(meeting) == [outcome]
    assert tasks(meeting) == []


def test_a_time_behind_a_task_to_do_is_no_outcome() -> None:
    meeting = held(
        "- Ringa värden (Bo, klart 1 mars)\n- Lena pratar med rektorn, klart före lovet", "Att göra"
    )
    assert outcomes(meeting) == []
    assert [each.owner for each in meeting.actions] == ["Bo", "Lena"]


def test_a_line_that_is_new_is_a_task() -> None:
    meeting = held(
        "- Bo: hämta nycklar på kontoret (ny)\n[ ] Köpa lås (Lena)\nNY: Rensa rabatten (Maj)",
        "Att göra",
    )
    assert [each.owner for each in meeting.actions] == ["Bo", "Lena", "Maj"]
    assert outcomes(meeting) == []


def test_lines_of_a_report_are_no_tasks() -> None:
    meeting = held(
        "- Inbrott – inga\n- Narkotika: pågår utredning\n- Klotter – fler fall", "Polisen"
    )
    assert (tasks(meeting), outcomes(meeting)) == ([], [])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Smörja grindarna vid koloniområdet – Vivi – 4 maj\nKöpa nya reflexer till vandrarna – Lars-Åke – i mars",
            [
                ("Smörja grindarna vid koloniområdet – Vivi – 4 maj", "Vivi"),
                ("Köpa nya reflexer till vandrarna – Lars-Åke – i mars", "Lars-Åke"),
            ],
        ),
        (
            "Boka gymnastiksalen, Vivi, före lovet\nSkriva till fastighetsägaren, Lars-Åke",
            [
                ("Boka gymnastiksalen, Vivi, före lovet", "Vivi"),
                ("Skriva till fastighetsägaren, Lars-Åke", "Lars-Åke"),
            ],
        ),
        (
            "Boka gymnastiksalen (Vivi)\nSkriva till fastighetsägaren (Lars-Åke, senast i mars)",
            [
                ("Boka gymnastiksalen (Vivi)", "Vivi"),
                ("Skriva till fastighetsägaren (Lars-Åke, senast i mars)", "Lars-Åke"),
            ],
        ),
        (
            "Lars-Åke: skriva till fastighetsägaren\nVivi: boka gymnastiksalen",
            [
                ("Lars-Åke: skriva till fastighetsägaren", "Lars-Åke"),
                ("Vivi: boka gymnastiksalen", "Vivi"),
            ],
        ),
    ],
)
def test_lines_without_marks_are_tasks_of_their_own(
    rows: str, expected: list[tuple[str, str]]
) -> None:
    assert tasks(held(rows, "Att göra")) == expected


def test_a_wrapped_sentence_with_a_name_at_its_end_is_no_row_of_tasks() -> None:
    meeting = held(
        "Stationen ska märka alla cyklar i maj tillsammans med rektor\nLars-Åke Holm (skolan) som lånar ut sina lokaler."
    )
    assert [each.text for each in meeting.actions] == [
        "Stationen ska märka alla cyklar i maj tillsammans med rektor Lars-Åke Holm (skolan) som lånar ut sina lokaler."
    ]


@pytest.mark.parametrize("month", ["jan.", "febr.", "sept.", "dec."])
def test_a_short_month_may_end_a_sentence(month: str) -> None:
    meeting = held(f"Vivi ringer bolaget senast 3 {month} Lars-Åke bokar gymnastiksalen.")
    assert [each.owner for each in meeting.actions] == ["Vivi", "Lars-Åke"]
    (whole,) = held(f"Vivi ringer bolaget senast 3 {month} 2031 om grinden.").actions
    assert whole.text.endswith("om grinden.")
