"""Which lines open an agenda item, and which only look like it."""

import pytest

from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment
from tests.read.drawing import Pen, document
from tests.segment.cut import meeting, outline

HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n\nNärvarande:\nMaj Ek, polisen\nBo Alm, rektor\n\n"
BODY = ("Maj hälsade alla välkomna.", "Läget är lugnt.", "Bo berättade om skolan.")


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("§ {} {}", ["19", "20", "21"]),
        ("§{} {}", ["1", "2", "3"]),
        ("{} § {}", ["104", "105", "106"]),
        ("FHR {} {}", ["29", "30", "31"]),
        ("BRÅ § {} {}", ["4", "5", "6"]),
        ("§ BRÅ {} {}", ["4", "5", "6"]),
        ("§ {} {}", ["9/2031", "10/2031", "11/2031"]),
        ("{}. {}", ["A", "B", "C"]),
        ("{} {}", ["A", "B", "C"]),
        ("Punkt {} {}", ["1", "2", "3"]),
        ("{}. {}", ["1", "2", "3"]),
        ("{}.{}", ["1", "2", "3"]),
        ("{}) {}", ["1", "2", "3"]),
        ("{} {}", ["7", "8", "9"]),
        ("• {} {}", ["1", "2", "3"]),
        ("§ {}\n{}", ["1", "2", "3"]),
        ("{}.\n{}", ["1", "2", "3"]),
        ("{}. {}", ["1", "3", "6"]),
        ("{}. {}", ["1", "2", "2"]),
        ("{}. {}", ["1", "1", "1"]),
    ],
)
def test_forms_of_numbers(form: str, numbers: list[str]) -> None:
    titles = ["Mötets öppnande", "Lägesbild", "Skolans rapport"]
    text = HEAD + "\n\n".join(
        f"{form.format(number, title)}\n{body}"
        for number, title, body in zip(numbers, titles, BODY, strict=True)
    )
    prefix = form.split("{")[0].replace("§", "").strip()
    named = prefix in {"FHR", "BRÅ"}
    found = [
        ((number or "").replace("§", "").replace("  ", " ").strip(), title)
        for number, title in outline(text)
    ]
    expected = [f"{prefix} {number}" if named else number for number in numbers]
    assert found == list(zip(expected, titles, strict=True))


@pytest.mark.parametrize(
    "inside",
    [
        "1.1 Statistik för februari\n1.2 Statistik för mars",
        "Kassan är god.\na) bidrag\nb) avgifter",
        "a) kassan\nb) bidrag",
        "1. köpa västar\n2. köpa lampor",
        "12 maj är det städdag i parken.",
        "Steg 1 – inventera\nSteg 2 – välj",
        "• Punkt 3, lamporna vid ån: får vila till hösten.",
        "- Cyklar stjäls.\n- Lamporna är trasiga.",
        "6.4 gäller budgeten för i år.",
        "2 av 5 lampor lyser inte.",
        "A. Nytt räcke\nB. Ny grind\nC. Nya lås",
        "12 Storgatan\n14 Storgatan\n16 Storgatan\n18 Storgatan",
    ],
)
def test_what_stands_inside_an_item_opens_none(inside: str) -> None:
    text = HEAD + f"§ 1 Inledning\nMaj hälsade.\n\n§ 2 Lägesbild\n{inside}\n\n§ 3 Övrigt\nInget.\n"
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild"), ("3", "Övrigt")]
    start, end = meeting(text).sections[1].start, meeting(text).sections[1].end
    assert text[start:end] == inside


def test_numbers_under_a_paragraph_open_no_item() -> None:
    text = HEAD + (
        "§1 Mötets öppnande\nMaj hälsade.\n\n§2 Val\n\n§2.1 Sekreterare\nBo valdes.\n\n"
        "§2.2 Justerare\nMaj valdes.\n\n§3 Läget\nDet är lugnt.\n"
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3"]


def test_page_marks_are_no_items() -> None:
    text = HEAD + "§ 1 Inledning\nMaj hälsade.\n\n2 (3)\n\n§ 2 Övrigt\nInget.\n\nSida 3 (3)\n"
    assert outline(text) == [("1", "Inledning"), ("2", "Övrigt")]


def test_a_numbered_attendance_list_is_no_agenda() -> None:
    text = (
        "Protokoll Lokala Brå Ekmo 2019-03-01\n\nNärvarande:\n1. Maj Ek, polisen\n2. Bo Alm, rektor\n"
        "3. Eva Lind, kyrkan\n\n1. Inledning\nMaj hälsade.\n\n2. Lägesbild\nLugnt.\n\n3. Övrigt\nInget.\n"
    )
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild"), ("3", "Övrigt")]


def test_the_contents_before_the_minutes_are_no_sections() -> None:
    text = (
        "Protokoll Lokala Brå Ekmo 2019-03-01\n\nDagordning\n1. Inledning\n2. Lägesbild\n3. Övrigt\n\n"
        "1. Inledning\nMaj hälsade alla välkomna till mötet.\n\n2. Lägesbild\nPolisen berättade om läget.\n\n"
        "3. Övrigt\nInget övrigt togs upp.\n"
    )
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild"), ("3", "Övrigt")]
    first = meeting(text).sections[0]
    assert text[first.start : first.end] == "Maj hälsade alla välkomna till mötet."


def test_a_list_inside_of_items_that_are_all_one() -> None:
    points = "  1. Siv bokar salen\n  2. Bo ringer vaktmästaren\n  3. Affischen trycks om\n"
    titles = ["Inledning", "Lägesbild", "Inför vandringen", "Skolvägen", "Övrigt"]
    bodies = ["Maj hälsade.\n", "Lugnt.\n", points, "Inget.\n", "Inget.\n"]
    items = (f"1. {title}\n{body}" for title, body in zip(titles, bodies, strict=True))
    assert outline(HEAD + "\n".join(items)) == [("1", title) for title in titles]


def test_a_contents_list_with_all_numbers_first() -> None:
    text = (
        "Protokoll Lokala Brå Ekmo 2019-03-01\n\nInnehåll\n§ 1\n§ 2\n§ 3\nInledning\nLägesbild\nÖvrigt\n\n"
        "§ 1 Inledning\nMaj hälsade.\n\n§ 2 Lägesbild\nLugnt.\n\n§ 3 Övrigt\nInget.\n"
    )
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild"), ("3", "Övrigt")]


def test_the_first_item_without_its_number() -> None:
    text = HEAD + "Inledning\nMaj hälsade.\n\n2. Lägesbild\nLugnt.\n\n3. Övrigt\nInget.\n"
    assert outline(text) == [(None, "Inledning"), ("2", "Lägesbild"), ("3", "Övrigt")]


def test_an_item_named_after_a_firm_is_no_entry_of_the_list_above() -> None:
    text = (
        HEAD
        + "Inbjudna:\nMaj Ek, Trygg Rond\n\n1 Inledning\nMaj hälsade.\n\n2 Trygg Rond\nMaj berättade.\n\n3 Övrigt\nInget.\n"
    )
    assert outline(text) == [("1", "Inledning"), ("2", "Trygg Rond"), ("3", "Övrigt")]


def test_lettered_points_among_titles_without_numbers_are_no_items() -> None:
    points = "A. Nytt räcke\nB. Ny grind\nC. Nya lås"
    text = HEAD + (
        f"Öppnande\n\nMaj hälsade.\n\nIdéer om bryggan\n\n{points}\n\nÖvriga frågor\n\nInga.\n\nNästa möte\n\nI maj.\n"
    )
    assert [title for _, title in outline(text)] == [
        "Öppnande",
        "Idéer om bryggan",
        "Övriga frågor",
        "Nästa möte",
    ]


def test_initials_in_a_list_are_no_lettered_items() -> None:
    text = (
        "Kallelse Lokala Brå Ekmo 2019-03-01\n\nKallade:\nA. Ek, polisen\nB. Alm, skolan\nC. Lind, kyrkan\n\n"
        "A Inledning\nB Lägesbild\nC Fritt ord\n"
    )
    assert outline(text) == [("A", "Inledning"), ("B", "Lägesbild"), ("C", "Fritt ord")]


def test_numbers_begin_anew_under_the_title_of_a_group() -> None:
    text = HEAD + (
        "**Att veta**\n\n**1. Polisen**\nLugnt.\n\n**2. Skolan**\nLov.\n\n**3. Fritid**\nStängt.\n\n"
        "**Att göra**\n\n**1. Bommen**\nMaj lagar den.\n\n**2. Nästa möte**\nDen 4 maj.\n"
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3", "1", "2"]


def test_a_page_s_foot_and_dots_are_no_part_of_a_title() -> None:
    text = (
        HEAD
        + "§ 4 Inledning ... 2\n\n§ 5 Läget\nDet är lugnt.\n\n§ 6 Övriga frågor Justerandes sign Utdragsbestyrkande\n"
    )
    assert outline(text) == [("4", "Inledning"), ("5", "Läget"), ("6", "Övriga frågor")]


def test_a_sign_that_became_a_bullet() -> None:
    text = (
        HEAD
        + "• 104 Maj öppnar mötet.\n\n§ 105 Dagordningen godkändes.\n\n§ 106 Ekonomi\nKassan är god.\n"
    )
    assert [number for number, _ in outline(text)] == ["104", "105", "106"]


@pytest.mark.parametrize("flat", [False, True])
def test_an_extract_holds_one_item_with_its_points(flat: bool) -> None:
    text = (
        "PROTOKOLLSUTDRAG 1 (1)\nSäkerhetsrådet Ekmo\nSammanträdesdatum 2031-11-12\n\n"
        "SR 31 Staket vid banan Dnr KS 2031/0388\n\nSammanfattning\nFöreningarna i Ekmo har bett om ett staket "
        "vid banan, eftersom barn genar över spåren på väg till träningen och föraren har fått bromsa flera gånger. "
        "Banhållaren har lämnat två förslag och säkerhetschefen har räknat på båda. Det billigaste kan stå klart "
        "före sommaren, om tomtägarna ger lov till det.\n\n"
        "Rådets beslut\n1. Staketet byggs av trä.\n2. Säkerhetschefen får i uppdrag att fråga tomtägarna.\n"
        "3. Kostnaden delas med banhållaren.\n"
    )
    assert outline(" ".join(text.split()) if flat else text) == [("SR 31", "Staket vid banan")]


def test_a_known_title_that_lost_its_number_at_the_end_is_an_item() -> None:
    text = HEAD + "1. Inledning\nMaj hälsade.\n\n2. Lägesbild\nLugnt.\n\nNästa möte\nDen 4 maj.\n"
    assert outline(text) == [("1", "Inledning"), ("2", "Lägesbild"), (None, "Nästa möte")]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("§ 2 Ekonomi: kassan är god.", "Ekonomi"),
        ("§ 2 **Ekonomi** Kassan är god.", "Ekonomi"),
        ("§ 2 Övrigt. Anna tackade för kaffet.", "Övrigt"),
        ("§ 2 Medlemmarna bestämde att städa gården i vår.", None),
        ("§ 2 Samverkan mellan polis, skola\noch socialtjänst\n\nLugnt.", "Samverkan mellan polis, skola och socialtjänst"),
        ("§ 2 Statistik (kl. 15:35-16:00)\nLugnt.", "Statistik"),
        ("§ 2 Räcket vid ån. Bo visade en ritning på det nya\nräcket och tackade för hjälpen.", "Räcket vid ån."),
        ("§ 2 Vid Kvarngatan talas det om vakter igen nu. Kvarnens\nägare vill vara med.", None),
        ("§ 2 Bygglov för kv. Hunden\nLugnt.", "Bygglov för kv. Hunden"),
        ("§ 2 Vad ska vi göra först?\tVi målar bänkarna.", "Vad ska vi göra först?"),
    ],
)  # fmt: skip
def test_title_or_running_text(opening: str, title: str | None) -> None:
    text = HEAD + f"§ 1 Inledning\nMaj hälsade.\n\n{opening}\n\n§ 3 Avslutning\nMaj tackade.\n"
    assert outline(text) == [("1", "Inledning"), ("2", title), ("3", "Avslutning")]


def test_a_withdrawn_line_opens_no_item() -> None:
    text = HEAD + "1. Inledning\nMaj hälsade.\n\n~~2. Budget~~\n\n3. Övrigt\nInget.\n"
    assert outline(text) == [("1", "Inledning"), ("3", "Övrigt")]


def test_a_column_beside_the_title_is_not_part_of_it() -> None:
    text = (
        HEAD
        + "1. Lägesbild\tMaj Ek\nLugnt.\n\n2. Enkäten\tBo Alm\nKlar.\n\n3. Övrigt\tAlla\nInget.\n"
    )
    assert [title for _, title in outline(text)] == ["Lägesbild", "Enkäten", "Övrigt"]


@pytest.mark.parametrize(
    "head", ["Vad\tVem\tNär", "Vad   Vem   När klart", "Punkt\tBeslut\tAnsvarig\tKlart"]
)
def test_a_title_over_a_table_of_tasks_after_the_last_item_opens_one(head: str) -> None:
    text = (
        HEAD
        + f"§ 1 Läget\nLugnt.\n\n§ 2 Nästa möte\nDen 4 maj.\n\nKvar på listan\n{head}\nRinga\tMaj\tmaj\n"
    )
    assert outline(text) == [("1", "Läget"), ("2", "Nästa möte"), (None, "Kvar på listan")]


@pytest.mark.parametrize("lead", ["Beslut", "Förslag till beslut"])
def test_what_leads_a_decision_on_the_line_of_a_title_is_none_of_it(lead: str) -> None:
    text = (
        HEAD
        + f"§ 1 Läget\nLugnt.\n\n§ 2 Källarna {lead}: Att Hagabo sätter upp lampor.\n\n§ 3 Övrigt\nInget.\n"
    )
    assert outline(text) == [("1", "Läget"), ("2", "Källarna"), ("3", "Övrigt")]
    section = meeting(text).sections[1]
    assert text[section.start : section.end].startswith(f"{lead}: Att")


def test_a_long_title_fills_its_column_of_a_table() -> None:
    title = "Vad har hänt med räcket och grinden vid sluss och kvarn sedan mötet i våras"
    rows = [
        ("Inledning", "Maj hälsade alla."),
        (title, "Räcket är målat. " * 6),
        ("Slut", "Maj tackade alla."),
    ]
    numbered = "| Nr Ärende | Diskussion | Vem |\n|---|---|---|\n" + "".join(
        f"| {number} {head} | {body} | Maj |\n" for number, (head, body) in enumerate(rows, 1)
    )
    plain = "".join(f"| {head} | {body} |\n" for head, body in rows)
    for table in (numbered, plain):
        assert [each for _, each in outline(HEAD + table)] == [head for head, _ in rows]


def test_a_title_in_bold_over_two_lines_is_one() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(70, 100, ["Protokoll Lokala Brå Ekmo 2019-03-01", "Närvarande: Maj Ek, polisen"])
        for number, title in enumerate(
            [["Räcket vid slussen och", "grinden vid kvarnen"], ["Bommen"], ["Slut"]]
        ):
            for line, words in enumerate(title):
                pen.text(70, 160 + 60 * number + 13 * line, words, bold=True)
            pen.text(
                70,
                160 + 60 * number + 13 * len(title),
                "Det var inte mycket att säga om det den här gången.",
            )

    (part,) = segment(document(draw))
    assert [each.title and each.title.text for each in part.sections] == [
        "Räcket vid slussen och grinden vid kvarnen",
        "Bommen",
        "Slut",
    ]


def test_a_long_row_of_numbers_alone_over_their_titles() -> None:
    titles = ["Mötets öppnande", "Föregående protokoll", "Lägesbild", "Belysning", "Övrigt"]
    text = f"{HEAD.rstrip()}\n" + "\n".join(
        f"{number}\n{title}\n{BODY[1]}" for number, title in enumerate(titles, 17)
    )
    assert outline(text) == [(str(number), title) for number, title in enumerate(titles, 17)]


def test_a_title_in_bold_behind_its_number_ends_with_the_print() -> None:
    items = (
        (4, "Grannar som lånar av varandra.", "Siv hade med listan."),
        (5, "Ån.", "Bo lagar bron."),
    )
    page = "".join(f"<p>§ {number} <b>{title}</b> {told}</p>" for number, title, told in items)
    found = segment(read(f"<p>Ekmo byalag 3 maj 2019</p>{page}".encode(), ReadSettings()))[0]
    titles = [section.title.text if section.title else None for section in found.sections]
    assert titles == ["Grannar som lånar av varandra.", "Ån."]


def test_a_known_title_under_its_number_alone_is_no_item_of_its_own() -> None:
    text = "§ 3\nLäget\nLugnt i parken.\n\n§ 4\nNästa möte\nDen 3 maj i skolan.\n"
    assert outline(text) == [("3", "Läget"), ("4", "Nästa möte")]


def test_a_group_s_title_over_a_table_of_items_is_none() -> None:
    text = (
        "KALLELSE\nTid: den 3 maj 2019\n\nInformation\n\nNr\tÄrende\tFöredragande\n1\tVal av justerare\tBo Ek\n"
        "2\tLägesbild från polisen\tLena Alm\n3\tÖvriga frågor\tBo Ek\n"
    )
    assert [number for number, _ in outline(text)] == ["1", "2", "3"]


def test_two_items_with_sub_items_of_their_numbers() -> None:
    text = (
        "Protokoll Ekmo trygghetsråd\n\nNärvarande\nMaj Ek (s) Bo Li (m)\n\n1 Öppnande\n\n1.1 Förra protokollet\n\nDet är justerat.\n\n"
        "1.2 Val av justerare\n\nBo utses.\n\n2 Aktuella frågor\n\n2.1 Läget\n\nDet har varit lugnt i Ekmo.\n"
    )
    assert outline(text) == [("1", "Öppnande"), ("2", "Aktuella frågor")]


def test_items_that_letters_part_in_groups() -> None:
    items = [
        "A 1 Upprop",
        "A 2 Föregående protokoll",
        "A 3 Lägesrapport",
        "B 4 Yttrande",
        "B 5 Övrigt",
    ]
    text = "Kallelse Ekmo trygghetsråd\n\n" + "".join(f"{each}\n\n" for each in items)
    assert outline(text) == [(each[:3], each[4:]) for each in items]


def test_points_behind_a_title_in_one_line_are_no_part_of_it() -> None:
    text = (
        "Protokoll Ekmo\n\n§ 1 Läget i Ekmo a) Hissen. Någon har tänt på tidningar. b) Tvättstugan. Två korgar är borta.\n\n"
        "§ 2 Övrigt a) Maj vill ha en cup. b) Loppis den 19 maj.\n"
    )
    assert outline(text) == [("1", "Läget i Ekmo"), ("2", "Övrigt")]


def test_the_title_over_a_contents_list_is_no_item() -> None:
    titles = ["Mötets öppnande", "Lägesbild", "Belysningen"]
    listed = "".join(f"{number}. {each}\n" for number, each in enumerate(titles, 1))
    body = "".join(f"\n{each}\nPolisen berättade om vad som hänt i vintras.\n" for each in titles)
    text = f"Protokoll Ekmo trygghetsråd\nNärvarande: Maj Ek, Bo Li\n\nDagordning\n{listed}{body}"
    assert outline(text) == [(None, each) for each in titles]
