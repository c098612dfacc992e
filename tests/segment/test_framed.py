"""Titles that signs frame, numbers that signs part from their titles, and columns set by several tabs."""

import pytest

from tests.segment.cut import meeting, outline

HEAD = (
    "Anteckningar Brå Lunda 2018-02-06\n\nNärvarande: Maj Ek, polisen; Bo Alm, rektor; Eva Lind\n\n"
)
BODY = "Maj berättade om läget i korthet.\nBo kontaktar förvaltningen om lamporna.\n"
TITLES = ["Torget", "Från skolan", "Till sist"]


@pytest.mark.parametrize(
    "frame", ["--- {} ---", "=== {} ===", "~~~ {} ~~~", "-- {} --", "*** {} ***", "+++ {} ++++++"]
)
def test_a_title_between_signs_opens_an_item(frame: str) -> None:
    text = HEAD + "\n".join(f"{frame.format(title)}\n{BODY}" for title in TITLES)
    assert outline(text) == [(None, title) for title in TITLES]


@pytest.mark.parametrize("sign", [" //", " |", " /", ":", " –", " »", "/", " ·"])
def test_a_sign_parts_the_number_from_its_title(sign: str) -> None:
    text = HEAD + "\n".join(f"{at}{sign} {title}\n{BODY}" for at, title in enumerate(TITLES, 1))
    assert outline(text) == [(str(at), title) for at, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("line", ["- 3 -", "--- 2 ---", "-- | -- | --"])
def test_page_marks_and_drawn_rows_are_no_framed_titles(line: str) -> None:
    text = HEAD + f"1. Torget\n{BODY}{line}\n2. Skolan\n{BODY}"
    assert outline(text) == [("1", "Torget"), ("2", "Skolan")]


def _rows(text: str) -> list[list[str]]:
    return [
        [cell.text for cell in paragraph.cells]
        for section in meeting(text).sections
        for paragraph in section.paragraphs
        if len(paragraph.cells) > 1
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Vad\t\t\tVem\tNär\nByta spärren i källaren\tBo\t9 maj\nFråga om nya armaturer\tMaj\ti höst\n",
        "Nr\tVad\t\tVem\t\tKlart\n1\tRinga skogvaktaren\tBo\t3 juni\n2\tMåla\t\tMaj\t\tnu\n",
    ],
)
def test_as_many_tabs_as_set_columns_under_each_other_leave_no_empty_cells(table: str) -> None:
    rows = _rows(HEAD + f"1. Torget\n{BODY}2. Att göra\n{table}")
    assert rows
    assert all(all(row) and len(row) == len(rows[0]) for row in rows)


def test_an_empty_cell_of_a_table_with_as_many_tabs_in_each_row_is_kept() -> None:
    table = "Vad\tVem\tNär\nByta spärren i källaren\t\t9 maj\nFråga om nya armaturer\tMaj\ti höst\n"
    rows = _rows(HEAD + f"1. Torget\n{BODY}2. Att göra\n{table}")
    assert rows[1] == ["Byta spärren i källaren", "", "9 maj"]
