"""Ruled tables whose cells hold several texts, each wrapped in its column."""

from collections.abc import Sequence

from tests.read.drawing import Pen, document

_XS = [60, 140, 400, 480]


def _draw(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """The lines that a table of these cells, each given by its lines, is read as."""

    def draw(pen: Pen) -> None:
        y = 100.0
        ys = [y]
        for row in rows:
            for x, lines in zip(_XS, row, strict=False):
                pen.lines(x + 4, y + 13, lines)
            y += 13 * max(map(len, row)) + 8
            ys.append(y)
        pen.grid(_XS, ys)

    return [line for line in document(draw).text.split("\n") if line]


_HEAD = (["Punkt"], ["Anteckning"], ["Ansvarig"])


def test_each_text_of_a_cell_is_whole_beside_the_texts_of_the_others() -> None:
    told = [
        "Bo Alm berättade att lamporna vid gångvägen till",
        "Västra skolan har varit släckta sedan höstas.",
        "Byta lamporna vid skolan.",
    ]
    assert _draw([_HEAD, (["2. Läget"], told, ["Bo", "v. 14"])]) == [
        "Punkt\tAnteckning\tAnsvarig",
        f"2. Läget\t{told[0]} {told[1]}\tBo",
        f"{told[2]}\tv. 14",
    ]


def test_a_person_each_line_stays_so_though_one_wraps() -> None:
    who = ["Åsa Öberg, områdeschef för skola och fritid i norra", "kommundelen", "Bo Alm, polisen"]
    assert _draw([(["Kom"], who, ["Nej"]), (["Rum"], ["Salen"], [])]) == [
        f"Kom\t{who[0]} {who[1]}\tNej",
        who[2],
        "Rum\tSalen\t",
    ]


def test_labels_over_their_values_are_no_wrapped_texts() -> None:
    rows = [(["Mötesdag", "2018-02-21"], ["Sammanträdesplats", "Lilla salen"], ["Dnr", "KS 44"])]
    assert _draw([*rows, (["Tid", "kl. 9.00"], ["Ordförande", "Åsa Öberg"], ["Sida", "2 av 9"])])[
        :2
    ] == [
        "Mötesdag\tSammanträdesplats\tDnr",
        "2018-02-21\tLilla salen\tKS 44",
    ]


def test_one_cell_of_two_lines_is_no_form() -> None:
    assert _draw([(["Namn"], ["Närvarande"], ["Borta"]), (["Bo Alm,", "polis"], [], ["X"])])[
        -1
    ] == ("Bo Alm, polis\t\tX")
