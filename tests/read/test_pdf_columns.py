"""Columns and tables of a PDF: what stands side by side, and what goes on below."""

import pytest

from tests.read.drawing import Pen, document, marked


def test_columns_of_names_and_roles_stay_row_by_row() -> None:
    people = [
        ("Åsa Öberg", "ordförande", "kommunstyrelsen"),
        ("Bo Ek", "kommunpolis", "Polisen"),
        ("Margareta Lindqvist-Svensson", "rektor", "Almskolan"),
    ]

    def draw(pen: Pen) -> None:
        for index, (name, role, body) in enumerate(people):
            y = 200 + 13 * index
            pen.text(70, y, name)
            pen.text(228, y, role)
            pen.text(340, y, body)

    assert document(draw).text == "".join("\t".join(person) + "\n" for person in people)


def test_a_label_pairs_with_its_value_and_a_list_keeps_its_lines() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "Plats")
        pen.text(200, 200, "Kommunhuset, Sessionssalen")
        pen.text(70, 213, "Beslutande")
        pen.lines(200, 213, ["Åsa Öberg (S), ordförande", "Bo Ek (M)", "Vakant (KD)"])

    assert document(draw).text == (
        "Plats\tKommunhuset, Sessionssalen\nBeslutande\tÅsa Öberg (S), ordförande\n"
        "Bo Ek (M)\nVakant (KD)\n"
    )


def test_a_cell_that_wraps_stays_one_cell() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "Åsa Öberg")
        pen.text(200, 200, "samordnare för brottsförebyggande")
        pen.text(400, 200, "Kommunledningskontoret")
        pen.text(200, 213, "arbete")
        pen.text(70, 226, "Bo Ek")
        pen.text(200, 226, "kommunpolis")
        pen.text(400, 226, "Polisen")

    assert document(draw).text == (
        "Åsa Öberg\tsamordnare för brottsförebyggande arbete\tKommunledningskontoret\n"
        "Bo Ek\tkommunpolis\tPolisen\n"
    )


@pytest.mark.parametrize("pitch", [13, 20])
def test_rows_whose_every_cell_wraps_stay_rows(pitch: float) -> None:
    rows = [
        [("Åtgärd", "Ansvarig", "Klart")],
        [
            ("Ta fram en gemensam bild", "Anna Lindqvist, kommunens", "Senast vid nästa möte"),
            ("för området kring torget", "säkerhetssamordnare", "i november 2019"),
        ],
        [
            ("Kontakta fastighetsägarna", "Bo Ek, kommunpolis för", "Under våren, redovisas"),
            ("om belysningen i tunneln", "lokalpolisområdet", "innan sommaren"),
        ],
    ]

    def draw(pen: Pen) -> None:
        y = pen.lines(70, 150, ["Rådet gick igenom det som återstår och fördelade arbetet så här."])
        for row in rows:
            y += pitch - 13
            for line in row:
                for x, text in zip((70, 230, 390), line, strict=True):
                    pen.text(x, y, text)
                y += 13

    lines = [line for line in document(draw).text.split("\n") if line]
    assert lines[1:] == [
        "\t".join(" ".join(parts) for parts in zip(*row, strict=True)) for row in rows
    ]


def test_signatures_that_wrap_inside_a_name() -> None:
    def draw(pen: Pen) -> None:
        for x, lines in (
            (70, ("Anna-Karin Margareta", "Lindqvist-Svensson")),
            (200, ("Mohammed Al-Rashid", "Abdullahi Hassan")),
            (330, ("Per-Erik Gustav von", "Essenborg-Gyllenstierna")),
        ):
            pen.text(x, 200, "Justeras")
            pen.lines(x, 250, lines)
            pen.text(x, 285, "ledamot")

    assert [line for line in document(draw).text.split("\n") if line] == [
        "Justeras\tJusteras\tJusteras",
        "Anna-Karin Margareta Lindqvist-Svensson\tMohammed Al-Rashid Abdullahi Hassan\t"
        "Per-Erik Gustav von Essenborg-Gyllenstierna",
        "ledamot\tledamot\tledamot",
    ]


def test_a_role_under_a_name_stands_on_its_own() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(70, 150, ["Mötet avslutades."])
        for x, lines in (
            (70, ("Inga-Lill Öberg", "ordförande")),
            (165, ("Sara Qvist", "sekreterare")),
        ):
            pen.lines(x, 220, lines)

    assert document(draw).text.endswith("Inga-Lill Öberg\tSara Qvist\nordförande\tsekreterare\n")


def test_short_rows_below_each_other_do_not_wrap() -> None:
    rows = [
        ("narkotika", "ökar"),
        ("klotter", "minskar"),
        ("Margareta Lindqvist-Svensson", "verksamhetschef i kommunen"),
        ("Bo Ek", "kommunpolis"),
        ("Christopher Wallenstråle-Berg", "Verksamhetschef i kommunen"),
        ("Alexandra Rosenberg", "Kommunpolis"),
    ]

    def draw(pen: Pen) -> None:
        for index, (left, right) in enumerate(rows):
            pen.text(70, 200 + 13 * index, left)
            pen.text(250, 200 + 13 * index, right)

    assert document(draw).text == "".join(f"{left}\t{right}\n" for left, right in rows)


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"vänster spalt rad {n} med löpande text" for n in range(8)]
    right = [f"höger spalt rad {n} med löpande text" for n in range(8)]

    def draw(pen: Pen) -> None:
        pen.lines(70, 200, left)
        pen.lines(310, 203, right)

    text = document(draw).text
    assert [line for line in text.split("\n") if line] == left + right


def test_columns_that_flow_apart_are_read_one_after_the_other() -> None:
    names = ["Anna Ek", "Bo Alm", "Cia Ås", "Dan Rot", "Eva Lind", "Finn Ry", "Gun Vik", "Hans Öst"]
    prose = [
        "Rådet ställer sig bakom förslaget om lås.",
        "Anna Ek bjuder in eleverna till en vandring",
        "och redovisar den vid mötet i december.",
        "Bo Alm hör av sig till skolan om besök.",
        "Brandkåren öppnar sin nya station i maj.",
        "Nästa möte hålls den 6 december klockan tio.",
        "Cia Ås tackar alla och avslutar mötet.",
    ]

    def draw(pen: Pen) -> None:
        pen.lines(60, 100, names, 20)
        pen.lines(320, 106, prose, 17)

    assert [line for line in document(draw).text.split("\n") if line] == names + prose


def test_prose_in_columns_ends_where_labels_begin() -> None:
    left = [f"vänster spalt rad {n} med löpande text" for n in range(6)]
    right = [f"höger spalt rad {n} med löpande text" for n in range(6)]

    def draw(pen: Pen) -> None:
        pen.lines(70, 200, left)
        pen.lines(310, 200, right)
        for y, (label, value) in zip(
            (300, 313), (("Plats", "Rådhuset"), ("Tid", "kl. 9-11")), strict=True
        ):
            pen.text(70, y, label)
            pen.text(330, y, value)

    lines = [line for line in document(draw).text.split("\n") if line]
    assert lines == [*left, *right, "Plats\tRådhuset", "Tid\tkl. 9-11"]


def test_a_first_cell_that_wraps_stays_one_cell() -> None:
    def draw(pen: Pen) -> None:
        for x, text in ((70, "Åtgärd"), (250, "Ansvarig"), (350, "Klart")):
            pen.text(x, 200, text)
        for x, text in ((70, "Kontakta ägaren till garaget"), (250, "Bo Ek"), (350, "4 maj")):
            pen.text(x, 220, text)
        pen.text(70, 233, "om belysningen")

    assert [line for line in document(draw).text.split("\n") if line] == [
        "Åtgärd\tAnsvarig\tKlart",
        "Kontakta ägaren till garaget om belysningen\tBo Ek\t4 maj",
    ]


def test_a_list_mark_is_no_column() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "1.")
        pen.text(92, 200, "Mötet öppnas")
        pen.text(70, 213, "2.")
        pen.text(92, 213, "Föregående protokoll")

    assert document(draw).text == "1. Mötet öppnas\n2. Föregående protokoll\n"


def test_a_ruled_attendance_table_keeps_its_empty_cells() -> None:
    rows = [
        ("Namn", "Närv.", "Ersätter", "§"),
        ("Åsa Öberg (S)", "X", "", "1-5"),
        ("Bo Ek (M)", "", "X", ""),
    ]
    xs, ys = (70, 220, 270, 340, 400), (190, 210, 230, 250)

    def draw(pen: Pen) -> None:
        pen.text(70, 150, "Beslutande ledamöter")
        pen.grid(xs, ys)
        for row, y in zip(rows, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                pen.text(x + 4, y + 14, cell)
        pen.text(70, 300, "Mötet öppnades.")

    read_back = document(draw)
    assert read_back.text == (
        "Beslutande ledamöter\n\nNamn\tNärv.\tErsätter\t§\nÅsa Öberg (S)\tX\t\t1-5\nBo Ek (M)\t\tX\t\n"
        "\nMötet öppnades.\n"
    )
    assert marked(read_back, "table")[1] == "Åsa Öberg (S)\tX\t\t1-5"


def test_a_ruled_action_table_joins_wrapped_cells() -> None:
    xs, ys = (70, 230, 330, 430), (190, 210, 245)

    def draw(pen: Pen) -> None:
        pen.grid(xs, ys)
        for cell, x in zip(("Att göra", "Vem", "När klart"), xs, strict=False):
            pen.text(x + 4, 204, cell)
        pen.lines(74, 224, ["Kontakta fastighetsägaren", "om belysningen"])
        pen.text(234, 224, "Bo Ek")
        pen.text(334, 224, "25 oktober")

    assert document(draw).text == (
        "Att göra\tVem\tNär klart\nKontakta fastighetsägaren om belysningen\tBo Ek\t25 oktober\n"
    )


def test_numbers_in_the_margin_stay_with_the_titles_beside_them() -> None:
    items = [
        ("Sammanträdet inleds", "Anna Ek hälsar de närvarande från fyra förvaltningar välkomna."),
        ("Val av justerare", "Rådet väljer Bo Alm att justera tillsammans med ordföranden."),
        ("Lägesbild", "Cia Ås berättar att det har varit lugnt i centrum under våren."),
        ("Belysning", "Dan Rot visar var lamporna är trasiga längs gång- och cykelvägen."),
        ("Skolorna", "Eva Lind har talat med rektorerna om raster och om busskuren."),
        ("Övrigt", "Inget övrigt hade anmälts till sekreteraren före sammanträdet."),
        ("Avslutning", "Anna Ek tackar alla som kom och avslutar sammanträdet."),
    ]

    def draw(pen: Pen) -> None:
        y = 100.0
        for number, (title, told) in enumerate(items, 1):
            pen.text(89, y, f"{number}.")
            pen.text(112, y, title, bold=True)
            y = pen.lines(112, y + 15, [told, "Mer sades inte om saken."], 15) + 16

    lines = [line for line in document(draw).text.split("\n") if line]
    assert lines[::3] == [f"{number}. {title}" for number, (title, _) in enumerate(items, 1)]


def test_titles_in_the_margin_stay_beside_what_they_are_over() -> None:
    titles = ["Öppnande", "Justerare", "Lägesbild", "Belysning", "Skolorna", "Övrigt", "Avslutning"]

    def draw(pen: Pen) -> None:
        y = 100.0
        for title in titles:
            pen.text(60, y, title, bold=True)
            told = [
                f"Här står vad rådet sade om {title.lower()} den dagen.",
                "Mer sades inte om det.",
            ]
            y = pen.lines(190, y, told, 15) + 12

    text = document(draw).text
    assert all(f"{title}\tHär står vad rådet sade om {title.lower()}" in text for title in titles)


def test_titles_in_the_margin_that_wrap_are_whole_above_their_text() -> None:
    items = [
        (["Förra mötets", "beslut"], "Anna Ek gick igenom vad rådet hade beslutat om i april."),
        (["Läget i", "centrum"], "Bo Alm berättade att det hade varit lugnt under hela våren."),
        (["Övriga frågor"], "Cia Ås hade en fråga om lamporna längs med gångvägen vid ån."),
    ]

    def draw(pen: Pen) -> None:
        y = 100.0
        for title, told in items:
            pen.lines(60, y, title)
            y = pen.lines(160, y, [told] * 4) + 13

    lines = [line for line in document(draw).text.split("\n") if line]
    assert lines == [each for title, told in items for each in (" ".join(title), *[told] * 4)]


def test_a_ruled_cell_whose_number_stands_above_its_title_is_one() -> None:
    def draw(pen: Pen) -> None:
        pen.grid([60, 140, 330, 500], [100, 130, 160])
        pen.text(65, 113, "1. Start")
        pen.text(145, 113, "Anna Ek öppnade mötet.")
        pen.text(335, 113, "Dagordningen godkändes.")
        pen.lines(65, 143, ["2.", "Läget"])
        pen.lines(145, 143, ["Bo Alm berättade att det har", "varit lugnt under våren."])
        pen.lines(335, 143, ["Bo Alm kommer till nästa", "möte med siffror."])

    assert "2. Läget\tBo Alm berättade att det har varit lugnt" in document(draw).text


def test_letters_in_a_column_of_their_own_stay_beside_their_items() -> None:
    items = [
        ("A", "Öppnande och val av justerare", ""),
        ("B", "Minnesanteckningar från i våras", "Åsa Öberg"),
        ("C", "Lägesbild med frågor och svar", "Bo Ek"),
        ("D", "Belysning vid hamnen och på torget", "Åsa Öberg"),
        ("E", "Bidrag till föreningar i kommunen", ""),
        ("F", "Övriga frågor och nästa möte", ""),
    ]
    below = "Det som hände efter förra mötet tas upp"

    def draw(pen: Pen) -> None:
        for index, (letter, title, name) in enumerate(items):
            y = 200 + 45 * index
            pen.text(70, y, letter, bold=True)
            pen.text(100, y, title)
            pen.text(100, y + 13, below)
            pen.text(400, y, name)

    text = document(draw).text
    assert all(f"{letter}\t{title}" in text for letter, title, _ in items)


def test_lines_of_one_column_alone_stay_with_it() -> None:
    words = "Vid slussen står en grind som ingen stänger"
    right = ["Om bommen", *[f"{words} B{number}" for number in range(9)]]
    left = [f"{words} A{number}" for number in range(10)]

    def draw(pen: Pen) -> None:
        pen.text(330, 92, right[0], bold=True)
        pen.lines(330, 105, right[1:])
        pen.lines(70, 105, left)

    assert [line for line in document(draw).text.split("\n") if line] == [*left, *right]


def test_a_numbered_title_that_wraps_in_its_column_stays_whole() -> None:
    def draw(pen: Pen) -> None:
        pen.text(70, 200, "1")
        pen.text(85, 200, "Inledning")
        pen.text(230, 200, "Åsa Öberg hälsade alla välkomna och gick igenom listan.")
        pen.text(70, 230, "2")
        pen.lines(85, 230, ["Räcket och grinden vid", "slussen och den nya bron"])
        pen.lines(
            230,
            230,
            [
                "Räcket är målat men inte torrt, och bron är stängd till",
                "dess. Bo Ek ringer målaren.",
            ],
        )

    assert "Räcket och grinden vid slussen och den nya bron\t" in document(draw).text
