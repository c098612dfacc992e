"""Forms and columns that lines or print tell apart: small labels above values, a line between columns."""

from tests.read.drawing import Pen, document


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def test_small_titles_at_the_right_of_the_margin_stand_above_their_text() -> None:
    heads = [("Dag", "den 4 maj 2015"), ("Rum", "Lilla salen"), ("Med", "Åsa Öberg, rektor")]
    items = [
        ("Läget", "Bo Alm berättade att det hade varit lugnt under hela våren."),
        ("Lampor", "Cia Ås hade en fråga om lamporna längs med gångvägen vid ån."),
    ]

    def draw(pen: Pen) -> None:
        y = 100.0
        for title, value in heads:
            pen.text(150 - pen.width(title, 9), y - 1, title, size=9)
            pen.text(170, y, value)
            y += 18
        for title, told in items:
            pen.text(150 - pen.width(title, 9), y - 1, title, size=9)
            y = pen.lines(170, y, [told] * 5) + 13
        pen.text(280, 800, "sidan 1 av 1")

    told = [*(line for head in heads for line in head)]
    told += [line for title, text in items for line in (title, *[text] * 5)]
    assert _lines(document(draw).text) == [*told, "sidan 1 av 1"]


def test_items_beside_their_text_with_a_column_of_who_does_it() -> None:
    told = "Bo Alm berättade att det hade varit lugnt under våren."
    items = [("1 Läget", "BA"), ("2 Lamporna", ""), ("3 Övrigt", "CÅ")]

    def draw(pen: Pen) -> None:
        y = 100.0
        for title, who in items:
            pen.text(60, y, title)
            pen.lines(150, y, [told] * 3)
            pen.text(480, y + 26, who)
            y += 60

    rows = [
        row
        for title, who in items
        for row in (title, told, told, f"{told}\t{who}" if who else told)
    ]
    assert _lines(document(draw).text) == rows


def test_a_form_with_small_labels_above_its_values_is_read_cell_by_cell() -> None:
    def draw(pen: Pen) -> None:
        pen.grid([60, 250, 500], [100, 140, 195])
        for x, y, label, values in (
            (64, 110, "Dag", ["4 maj 2015"]),
            (254, 110, "Rum", ["Lilla salen"]),
            (64, 150, "Deltog", ["Åsa Öberg, Bo Ek,", "Cia Ås"]),
            (254, 150, "Förhinder", ["Dan Rot"]),
        ):
            pen.text(x, y, label, size=7)
            pen.lines(x, y + 14, values)

    assert _lines(document(draw).text) == [
        "Dag", "4 maj 2015", "Rum", "Lilla salen",
        "Deltog", "Åsa Öberg, Bo Ek,", "Cia Ås", "Förhinder", "Dan Rot",
    ]  # fmt: skip


def test_a_drawn_line_parts_columns_however_short_the_second_is() -> None:
    left = ["Bo Alm berättade att det hade varit lugnt", "under hela våren i centrala delarna."] * 8
    right = [
        "§ 7 Övrigt",
        "Cia Ås hade en fråga om lamporna längs",
        "ån.",
        "Vid protokollet",
        "Dan Rot",
    ]

    def draw(pen: Pen) -> None:
        pen.text(60, 80, "Protokoll den 4 maj 2015")
        pen.lines(60, 120, left)
        pen.lines(310, 120, right)
        pen.rule(300, 110, 300, 700)

    assert _lines(document(draw).text) == ["Protokoll den 4 maj 2015", *left, *right]


def test_roles_under_roles_stay_beside_their_names() -> None:
    rows = [
        ("Åsa Öberg (S)", "ordförande"),
        ("Bo Ek (C)", "vice ordförande"),
        ("Cia Ås", "sekreterare"),
    ]

    def draw(pen: Pen) -> None:
        pen.text(60, 200, "Beslutande")
        for index, (name, role) in enumerate(rows):
            pen.text(150, 200 + 13 * index, name)
            pen.text(260, 200 + 13 * index, role)

    first, *others = ("\t".join(row) for row in rows)
    assert _lines(document(draw).text) == [f"Beslutande\t{first}", *others]


def test_numbers_in_a_table_with_a_head_have_a_column_of_their_own() -> None:
    rows = [
        ("Nr", "Att göra", "Vem", "Klart"),
        ("2", "Skriva till ägaren av den gamla kiosken", "Åsa", "den 6 maj"),
        ("3", "Be om lampor", "Bo", "nästa möte"),
    ]

    def draw(pen: Pen) -> None:
        for index, row in enumerate(rows):
            for x, text in zip((60, 90, 330, 420), row, strict=True):
                pen.text(x, 200 + 18 * index, text)

    assert _lines(document(draw).text) == ["\t".join(row) for row in rows]


def test_lines_set_from_edge_to_edge_have_no_columns() -> None:
    stretched = [
        ["Åsa", "Öberg", "Lind", "rapporterar", "att"],
        ["lamporna", "vid", "ån", "lyser", "igen."],
    ]

    def draw(pen: Pen) -> None:
        for index, words in enumerate(stretched):
            room = (300 - sum(map(pen.width, words))) / (len(words) - 1)
            x = 60.0
            for word in words:
                pen.text(x, 200 + 13 * index, word)
                x += pen.width(word) + room

    assert _lines(document(draw).text) == [" ".join(words) for words in stretched]


def test_names_in_a_narrow_column_stay_a_list() -> None:
    rows = [("Åsa Öberg", "rektor"), ("Bo Ekman", "kommunpolis"), ("Cia Åsberg", "socialchef")]

    def draw(pen: Pen) -> None:
        pen.text(60, 200, "Närvarande")
        pen.text(300, 200, "Förhindrade")
        pen.text(300, 213, "Dan Rot, polisen")
        pen.text(300, 226, "Eva Lind, skolan")
        for index, (name, role) in enumerate(rows):
            pen.text(60, 213 + 13 * index, name)
            pen.text(128, 213 + 13 * index, role)

    names = [line.split("\t")[0] for line in _lines(document(draw).text)]
    assert names == ["Närvarande", *(name for name, _ in rows)]
