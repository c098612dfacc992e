"""A whole page in one line, as careless converters leave it."""

from textwrap import fill

import pytest

from tests.segment.cut import meeting, outline

FILLER = (
    "Polisen berättar att läget i området har varit lugnt under hela vintern. Skolan berättar att eleverna "
    "trivs. Fritidsgården berättar att fler ungdomar än tidigare kommer på fredagarna. "
)
HEAD = "Protokoll Lokala Brå Ekmo Datum: 2019-03-01 Tid: 9.00-11.00 Plats: Kommunhuset "


def fields(text: str) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for block in meeting(text).blocks:
        found.setdefault(block.field, []).extend(cell.text for row in block.rows for cell in row)
    return found


def test_labels_with_colons() -> None:
    text = HEAD + f"Närvarande: Maj Ek, polisen § 1 Inledning {FILLER} § 2 Lägesbild {FILLER}"
    found = fields(text)
    assert found["plain_date"] == ["2019-03-01"]
    assert found["time"] == ["9.00-11.00"]
    assert found["place"] == ["Kommunhuset"]
    assert found["present"] == ["Maj Ek, polisen"]


def test_labels_without_colons() -> None:
    text = f"Protokoll Lokala Brå Ekmo Plats Polishuset Närvarande Maj Ek, polisen 1. Inledning {FILLER} 2. Lägesbild {FILLER} 3. Övrigt {FILLER}"
    found = fields(text)
    assert found["place"] == ["Polishuset"]
    assert found["present"] == ["Maj Ek, polisen"]


def test_items_with_paragraph_signs_and_with_full_stops() -> None:
    for form in ("§ {}", "{}.", "§ TR {}", "TR {}"):
        text = HEAD + " ".join(
            f"{form.format(number)} {title} {FILLER}"
            for number, title in ((1, "Inledning"), (2, "Lägesbild"), (3, "Övrigt"))
        )
        letters = "TR " if "TR" in form else ""
        assert [number for number, _ in outline(text)] == [f"{letters}{each}" for each in (1, 2, 3)]


def test_known_titles_are_told_from_the_running_text() -> None:
    text = (
        HEAD + f"1. Lägesbild {FILLER} 2. Övriga frågor {FILLER} 3. Nästa möte Torsdagen den 4 maj."
    )
    assert [title for _, title in outline(text)] == ["Lägesbild", "Övriga frågor", "Nästa möte"]


def test_names_parted_by_spaces_alone() -> None:
    text = (
        HEAD
        + f"Närvarande: Anna Ek, kommunpolis Bo Li, rektor Eva Lind, kyrkan 1. Lägesbild {FILLER} 2. Övrigt {FILLER}"
    )
    assert fields(text)["present"] == ["Anna Ek, kommunpolis", "Bo Li, rektor", "Eva Lind, kyrkan"]


def test_names_with_parties_parted_by_spaces_alone() -> None:
    text = (
        HEAD
        + f"Närvarande: Anna Ek (S) Bo Li (M) Eva Lind (V) 1. Lägesbild {FILLER} 2. Övrigt {FILLER}"
    )
    assert fields(text)["present"] == ["Anna Ek (S)", "Bo Li (M)", "Eva Lind (V)"]


UNNUMBERED = (
    "Minnesanteckningar Trygghetsrådet i Ekmo 7 februari 2024 Lokal: Sockenstugan Tid: kl 9.15 – 11.30 "
    "Närvarande: Gun-Britt Ek, kommunstyrelsen, Hanna Lövdal, kommunpolis Förhindrade: Liv Strand, skolan "
    "Förra mötets anteckningar Anteckningarna godkändes. Broschyren är utdelad till alla över 75 år. "
    "Läget på ön Hanna Lövdal gick igenom statistiken. Kommunpolis Hanna Lövdal berättade om inbrott. "
    "Några bränder har inte förekommit. Polisen tycker att grannarna har gjort ett bra arbete. "
    "Vårens vandring Vi bestämde att den går från färjeläget till skolan. Räddningstjänsten deltar som vanligt. "
    "Vad vi satsar på i år Fokusområden under 2024 är inbrott och ensamma äldre. "
    "Övrigt Gun-Britt undrade över en kamera. Nästa möte Onsdagen den 20 mars kl 9.15 på samma ställe."
)


def test_titles_without_numbers() -> None:
    assert outline(UNNUMBERED) == [
        (None, "Förra mötets anteckningar"),
        (None, "Läget på ön"),
        (None, "Vårens vandring"),
        (None, "Vad vi satsar på i år"),
        (None, "Övrigt"),
        (None, "Nästa möte"),
    ]
    assert fields(UNNUMBERED)["absent"] == ["Liv Strand, skolan"]


def test_running_text_alone_has_no_titles() -> None:
    text = (
        "Anteckningar Lokala Brå Ekmo 2019-03-01 Närvarande: Maj Ek, polisen "
        "Vi träffar Maj Ek som berättar om läget. Polisen frågar om Bo kan komma. På torget står Anna Ek och delar ut. "
        "Från Ekby Bostäder kom ett brev. Rektor Bo Li berättade om skolan. Enligt Hanna Ek har det varit lugnt. "
    ) * 2
    assert outline(text) == []


def test_long_lines_in_a_text_with_lines_stay_whole() -> None:
    body = FILLER * 3
    text = f"Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. Inledning\n{body}\n\n2. Lägesbild\n{body}\n\n3. Övrigt\n{body}\n"
    assert [title for _, title in outline(text)] == ["Inledning", "Lägesbild", "Övrigt"]
    assert [len(section.paragraphs) for section in meeting(text).sections] == [1, 1, 1]


ITEMS = " ".join(
    f"{number}. {title} {FILLER}"
    for number, title in enumerate(("Inledning", "Lägesbild", "Skolan", "Nästa möte"), 1)
)
PAGE = HEAD + f"Närvarande: Maj Ek, polisen Bo Li, rektor {ITEMS}"


@pytest.mark.parametrize("width", [70, 80, 90])
def test_a_flattened_page_that_was_wrapped_anew_reads_like_one_line(width: int) -> None:
    text = fill(PAGE, width)
    assert outline(text) == outline(PAGE)
    assert fields(text) == fields(PAGE)
    assert fields(text)["present"] == ["Maj Ek, polisen", "Bo Li, rektor"]


def test_flattened_pages_each_on_a_line_or_wrapped() -> None:
    pages = [PAGE, f"5. Belysning {FILLER} {FILLER} 6. Övrigt {FILLER} {FILLER}"]
    for text in ("\n\f".join(pages), "\nSida 1 (2)\n\f".join(fill(page, 80) for page in pages)):
        assert [number for number, _ in outline(text)] == ["1", "2", "3", "4", "5", "6"]


def test_prose_under_headings_of_its_own_is_not_flattened() -> None:
    text = "\n\n".join(
        f"{title}\n{fill(FILLER * 3, 80)}" for title in ("Skolan", "Torget", "Hamnen")
    )
    assert [title for _, title in outline(text)] == ["Skolan", "Torget", "Hamnen"]


def test_the_number_of_a_point_from_which_somebody_came_opens_no_line() -> None:
    listed = (
        "Närvarande Maj Ek, bibliotekarie, fr.o.m. punkt 3 Bo Li, nämndsekreterare Siv Alm, rektor"
    )
    text = HEAD + f"{listed} 1. Inledning {FILLER} 2. Lägesbild {FILLER}"
    assert fields(text)["present"] == [
        "Maj Ek, bibliotekarie, fr.o.m. punkt 3",
        "Bo Li, nämndsekreterare",
        "Siv Alm, rektor",
    ]


def test_each_item_on_a_line_with_its_title_run_in() -> None:
    text = (
        "Minnesanteckningar Ekmo samverkansråd\nNärvarande: Maj Ek, polisen, Bo Li, rektor\nDagordning Godkändes.\n"
        "Anteckningar från den 3 mars Lades till handlingarna.\nLaget runt Skolan: Lugnt i korridorerna. Polisen har fått "
        "in tre anmälningar.\nTorget Affärerna väntar fler gäster i sommar.\nNästa möte 19 maj kl 13.15 i skolan.\n"
    )
    assert [title for _, title in outline(text)] == [
        "Dagordning", "Anteckningar från den 3 mars", "Laget runt", "Torget", "Nästa möte",
    ]  # fmt: skip


def test_sentences_that_open_with_a_titles_word_are_no_items() -> None:
    text = (
        "Anteckningar Ekmo\n\nDagordningen godkändes.\nInformation om skolan lämnades av Maj Ek.\nNästa möte blir den 3 maj.\n"
        "Lägesbilden gicks igenom.\n"
    )
    assert outline(text) == []


def test_titles_in_capitals_end_where_the_sentence_begins() -> None:
    text = (
        "EKMO KOMMUN PROTOKOLL Hälsorådet Plats och tid Stallet kl 13.00 Närvarande Maj Ek (S) Bo Li (M) 1 UPPROP Ordföranden hälsar "
        f"alla välkomna och genomför upprop. {FILLER}2 VAL AV JUSTERARE Maj Ek föreslås justera. "
        f"Att välja Maj Ek. 3 BESÖK I PARKEN En park är en plats där barn och äldre möts. {FILLER}{FILLER}"
    )
    assert outline(text) == [("1", "UPPROP"), ("2", "VAL AV JUSTERARE"), ("3", "BESÖK I PARKEN")]


def test_names_with_their_association_each() -> None:
    text = (
        "Protokoll från samråd den 3 maj 2031 Plats Aulan Närvarande Maj Ek PRO Xantra Ros SPF Bo Li SKPF 1. Inledning "
        "Ordföranden hälsar alla välkomna till årets första samråd om trygghet. 2. Lägesbild Polisen berättar att vintern "
        f"har varit lugn. {FILLER}{FILLER}3. Avslutning Ordföranden tackar för i dag och önskar god sommar."
    )
    present = [block for block in meeting(text).blocks if block.field == "present"]
    assert [cell.text for row in present[0].rows for cell in row] == [
        "Maj Ek PRO", "Xantra Ros SPF", "Bo Li SKPF",
    ]  # fmt: skip


def test_a_clock_time_before_a_sentence_is_no_number() -> None:
    text = f"{HEAD}Närvarande: Maj Ek, polisen 1. Inledning {FILLER} 2. Lägesbild {FILLER} 3. Nästa möte Den 3 maj klockan 13.30. Bo tackade för i dag."
    assert [number for number, *_ in outline(text)] == ["1", "2", "3"]


def test_numbers_in_a_sentence_open_no_items() -> None:
    talk = (
        "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "
        * 2
    )
    text = (
        f"Trygghetsgruppen i Ekmo Möte 6 oktober 2021 Närvarande: Maj, Bo, Eva 1 Inledning {talk} "
        f"2 Grannsamverkan Vi är nu 34 hushåll av 51. Maj tar över som ombud. {talk} 3 Övriga frågor {talk}"
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3"]


def test_an_item_s_title_that_is_a_label_where_the_numbers_lost_their_sign() -> None:
    talk = (
        "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "
        * 2
    )
    text = (
        f"Protokoll Ekmo råd Plats: Skolan Närvarande: Maj Ek (S) Bo Li (M) 21 Mötet öppnas Maj Ek öppnade mötet. "
        f"22 Justerare Bo Li valdes att justera protokollet. 23 Lägesbild {talk}{talk} 24 Övriga frågor {talk}{talk}"
    )
    assert [number for number, _ in outline(text)] == ["21", "22", "23", "24"]


@pytest.mark.parametrize("sign", [":", ": "])
def test_numbers_before_a_colon_and_a_list_of_points_inside(sign: str) -> None:
    titles = ["Mötet öppnas", "Justerare", "Planen", "Torget", "Nästa möte"]
    items = [f"{at}{sign}{title} {FILLER}" for at, title in enumerate(titles, 1)]
    items[2] += (
        " Planen har två delar: del 1: Mål, och del 2: Medel. 1. Syftet 2. Bakgrunden 3. Byarna"
    )
    text = HEAD + " ".join(items)
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "4", "5"]
