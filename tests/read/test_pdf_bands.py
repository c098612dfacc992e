"""Tables that level lines alone rule, and labels beside long lists."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.read.drawing import Pen, document, marked

TASKS = (
    (["Att göra"], ["Vem"], ["När klart"]),
    (["Kontakta fastighetsägaren", "om belysningen i tunneln"], ["Bo Ek, Siv", "Hammarsten"], ["25 oktober"]),
    (["Byta lås"], ["Ali"], [""]),
    (["Bjuda in skolan, kyrkan", "och föreningarna"], ["Eva Alm"], ["före jul"]),
)  # fmt: skip
AS_ROWS = (
    "Att göra\tVem\tNär klart\n"
    "Kontakta fastighetsägaren om belysningen i tunneln\tBo Ek, Siv Hammarsten\t25 oktober\n"
    "Byta lås\tAli\t\n"
    "Bjuda in skolan, kyrkan och föreningarna\tEva Alm\tföre jul\n"
)
XS = (70, 235, 330, 430)


def table(pen: Pen, rows: Sequence[Sequence[Sequence[str]]], pieces: Sequence[float]) -> float:
    """Rows under each other, with a line over each and below the last, drawn in such pieces."""
    y = 200.0
    for row in rows:
        for x0, x1 in pairwise(pieces):
            pen.rule(x0, y, x1, y)
        for cell, x in zip(row, XS, strict=False):
            pen.lines(x + 4, y + 14, cell)
        y += 8 + 13 * max(map(len, row))
    for x0, x1 in pairwise(pieces):
        pen.rule(x0, y, x1, y)
    return y


@pytest.mark.parametrize("pieces", [XS, (70, 430)])
def test_a_table_ruled_between_its_rows_alone_keeps_its_rows(pieces: Sequence[float]) -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 150, "Vi gick igenom listan.")
        y = table(pen, TASKS, pieces)
        pen.text(70, y + 40, "Mötet avslutades.")

    read_back = document(draw)
    assert read_back.text == f"Vi gick igenom listan.\n\n{AS_ROWS.rstrip()}\n\nMötet avslutades.\n"
    assert marked(read_back, "table")


def test_a_head_row_over_the_first_line_is_the_tables() -> None:
    def draw(pen: Pen) -> None:
        for cell, x in zip(TASKS[0], XS, strict=False):
            pen.text(x + 4, 192, cell[0])
        table(pen, TASKS[1:], XS)

    assert document(draw).text == AS_ROWS


def test_rows_that_no_line_parts_from_the_head_are_the_tables() -> None:
    def draw(pen: Pen) -> None:
        for y, row in ((168, TASKS[0]), (190, TASKS[2])):
            for cell, x in zip(row, XS, strict=False):
                pen.text(x + 4, y, cell[0])
        table(pen, (TASKS[1], TASKS[2], TASKS[3]), XS)

    head, *rows = AS_ROWS.splitlines()
    assert document(draw).text.splitlines() == [head, rows[1], *rows]


def test_lines_between_paragraphs_rule_no_table() -> None:
    prose = ["Rådet gick igenom läget i de fyra områdena.", "Polisen svarade på frågor från alla."]

    def draw(pen: Pen) -> None:
        y = 100.0
        for _ in range(4):
            pen.rule(60, y, 520, y)
            y = pen.lines(60, y + 20, prose) + 10
        pen.rule(60, y, 520, y)

    read_back = document(draw)
    assert [line for line in read_back.text.split("\n") if line] == prose * 4
    assert not marked(read_back, "table")


def test_labels_with_lists_beside_them_stay_beside_them() -> None:
    labels = {0: "Tid", 1: "Plats", 2: "Värd", 3: "Närvarande", 9: "Inbjudna", 10: "Förhindrad"}
    values = [
        "3 mars kl 13.15-14.45",
        "Folkhögskolan, stora matsalen",
        "Folkhögskolan i Granvik",
        "Anna Ek, folkhögskolan, ordförande",
        *(f"Bo Fors{n}, kommunpolis i området" for n in "abcde"),
        "Siv Gran, regionen och skolan",
        "Per Vik, hamnmästare (Eva Alm i hans",
        "ställe till klockan halv tre)",
    ]

    def draw(pen: Pen) -> None:
        pen.text(400, 80, "Utskick: 5 mars till alla som var med", 8)
        for at, value in enumerate(values):
            pen.text(140, 100 + 17 * at, value)
            if at in labels:
                pen.text(52, 100 + 17 * at, labels[at])

    lines = document(draw).text.split("\n")
    assert "Tid\t3 mars kl 13.15-14.45" in lines
    assert "Inbjudna\tSiv Gran, regionen och skolan" in lines


def test_what_is_whole_goes_on_in_no_other_cell() -> None:
    def draw(pen: Pen) -> None:
        pen.text(60, 100, "Lokal:")
        pen.text(140, 100, "Ishallens cafeteria")
        pen.text(60, 116, "Deltagare idag")
        for at, (name, body, role) in enumerate(
            (
                ("Alm Roy (m)", "KS", "ordförande"),
                ("Norin Eva (s)", "SN", "vice ordförande"),
                ("Cederquist Tom (kd)", "BUN", ""),
                ("Duner Gull", "PRO", ""),
            )
        ):
            y = 160 + 14 * at
            for x, text in ((60, name), (175, body), (260, role), (380, "X" if role else "")):
                pen.text(x, y, text)

    assert [line for line in document(draw).text.split("\n") if line] == [
        "Lokal:\tIshallens cafeteria",
        "Deltagare idag",
        "Alm Roy (m)\tKS\tordförande\tX",
        "Norin Eva (s)\tSN\tvice ordförande\tX",
        "Cederquist Tom (kd)\tBUN",
        "Duner Gull\tPRO",
    ]
