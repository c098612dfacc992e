"""Which lines open an item where none has a number."""

import pytest

from pipeline.segment import segment
from tests.extract.parts import part
from tests.read.drawing import Pen, document
from tests.segment.cut import meeting, outline

HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n\nNärvarande:\nMaj Ek, polisen\nBo Alm, rektor\n\n"
BODY = ("Maj hälsade alla välkomna.", "Läget är lugnt.", "Bo berättade om skolan.")


def test_headings_in_capitals() -> None:
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras."
    titles = ["INLEDNING", "LÄGESBILD", "ÖVRIGT"]
    text = HEAD + "\n\n".join(f"{title}\n{body}" for title in titles) + "\n"
    assert outline(text) == [(None, title) for title in titles]


def test_a_title_with_a_year_or_over_a_numbered_list_opens_an_item() -> None:
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras."
    titles = ["Läget hos oss", "Inriktning 2031", "Plan 2031-2032", "Vi ska"]
    text = HEAD + "\n\n".join(f"{title}\n{body}" for title in titles[:3])
    text += (
        f"\n\n{titles[3]}\n1. Maj ringer kommunen.\n2. Bo köper nya lampor.\n\nHärnäst\n{body}\n"
    )
    assert outline(text) == [(None, title) for title in [*titles, "Härnäst"]]


def test_headings_in_capitals_of_several_words_are_no_names() -> None:
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras."
    titles = ["VAD SOM HÄNT", "SAMTAL OM TORGET", "ATT TA TAG I"]
    text = HEAD + "".join(f"\n{title}\n\n{body}\n" for title in titles)
    assert outline(text) == [(None, title) for title in titles]


@pytest.mark.parametrize(
    "line",
    [
        "Nästa möte hålls den 4 maj klockan\n18 i kyrkan.",
        "Nästa träff 4 maj klockan 9\ni kyrkan",
        "Mvh\nMaj Ek",
        "Skriv ut\nTipsa",
    ],
)
def test_what_only_stands_alone_is_no_title(line: str) -> None:
    text = (
        HEAD + f"Inledning\n\nMaj hälsade.\n\nÖvriga frågor\n\nInga.\n\nSlut\n\nTack.\n\n{line}\n"
    )
    assert line.split("\n")[0] not in [title for _, title in outline(text)]


@pytest.mark.parametrize("mark", ["**{}**", "## {}", "{}", "{}:"])
def test_headings_without_numbers(mark: str) -> None:
    titles = ["Inledning", "Polisens lägesbild", "Aktuellt från skolan"]
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras."
    text = HEAD + "\n\n".join(f"{mark.format(title)}\n\n{body}" for title in titles) + "\n"
    assert outline(text) == [(None, title) for title in titles]


@pytest.mark.parametrize(
    "title",
    [
        "Grannlaget på Ekmo\n\ntis 3 maj -22, från 18.30, i Majs lada\nMaj, Bo och Li var där.",
        "Grannlaget på Ekmo, 3 maj 2022\n\nMaj, Bo och Li var där.",
        "Från: Maj Ek\nSkickat: den 4 maj 2022\nTill: Bo; Li\n\nHej, här är det vi sade.",
    ],
)
def test_the_title_above_the_day_is_none_of_the_headings(title: str) -> None:
    titles = ["Bommen", "Båtarna", "Vandringen"]
    body = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras."
    text = title + "\n\n" + "\n\n".join(f"{each}\n{body}" for each in titles) + "\n"
    assert outline(text) == [(None, each) for each in titles]


def test_points_of_an_item_are_no_sections_of_minutes_without_numbers() -> None:
    titles = ["Val av ordförande", "Val av sekreterare", "Föregående protokoll", "Övriga frågor"]
    asked = "Anna gick igenom det. Vi bör i fortsättningen:\n\n1. Skriva kortare.\n\n2. Nämna vem som gör vad."
    bodies = ["Maj valdes.", "Bo valdes.", asked, "Inget fanns att ta upp."]
    text = HEAD + "\n\n".join(f"{t}\n\n{b}" for t, b in zip(titles, bodies, strict=True)) + "\n"
    assert [title for _, title in outline(text)] == titles


def test_a_label_in_an_item_does_not_move_the_first_heading() -> None:
    text = (
        "# Mötesprotokoll\n\n## 9 mars 2021\n\n## Närvarande\n\n- Maj Ek\n- Bo Alm\n\n"
        "## Mötets öppnande 18:05\n\n- Skolan\n  - Mötesdatum 2 maj\n\n## Övrigt\n\n- Lampan är hel\n"
    )
    assert [title for _, title in outline(text)] == ["Mötets öppnande 18:05", "Övrigt"]


def test_titles_beside_their_text_are_headings() -> None:
    items = [
        ("Inledning", "Maj hälsade alla välkomna och gick igenom vad som skulle tas upp."),
        ("Läget i byn", "Bo berättade att det hade varit lugnt sedan midsommar."),
        ("Nästa träff", "Vi ses igen den 4 september klockan sju i skolan."),
    ]
    text = HEAD + "\n\n".join(f"{title}\t{told}" for title, told in items) + "\n"
    assert [title for _, title in outline(text)] == [title for title, _ in items]


def test_titles_in_the_first_column_of_a_table_stand_beside_their_text() -> None:
    told = "Torget har varit stilla sedan juni, och väktarna har bara skrivit två korta rapporter."
    text = "Trygghetsrådet Granby\nNärvarande: Maj Ek, Bo Li\n\n" + "\n".join(
        f"| {title} | {told} |" for title in ("Läget i korthet", "Skolan", "Belysning")
    )
    assert outline(text) == [(None, "Läget i korthet"), (None, "Skolan"), (None, "Belysning")]


def test_a_table_within_an_item_holds_no_titles() -> None:
    told = "Det har varit lugnt kring stationen, och inga anmälningar har kommit in."
    table = "\n".join(f"| {who} | {told} |" for who in ("Polisen", "Skolan", "Fritid"))
    titles = ("Inledning", "Runt bordet", "Övriga frågor", "Nästa möte")
    text = "\n\n".join(f"**{title}**\n\n{told}" for title in titles[:1])
    text += f"\n\n**{titles[1]}**\n\n{table}\n\n"
    text += "\n\n".join(f"**{title}**\n\n{told}" for title in titles[2:])
    assert [title for _, title in outline("Trygghetsrådet Granby\n\n" + text)] == list(titles)


def test_titles_on_lines_of_their_own_where_no_empty_line_is_left() -> None:
    told = (
        "Det har varit lugnt kring stationen sedan sist och polisen har inte fått\n"
        "in några anmälningar, men i parken bakom skolan brinner det igen."
    )
    titles = ("Incheckning", "Bränderna vid skolan", "Hamnens dag", "Vad händer sen")
    text = "Samverkansgruppen Granby\nNärvarande\nMaj Ek, polisen\nBo Li, skolan\n" + "\n".join(
        f"{title}\n{told}" for title in titles
    )
    assert [title for _, title in outline(text)] == list(titles)


def test_bold_print_that_ends_before_the_text_beside_it_is_the_title() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(70, 100, ["Protokoll Lokala Brå Ekmo 2019-03-01", "Närvarande: Maj Ek, polisen"])
        for number, (title, body) in enumerate(
            [
                ("Bänkarna vid Norra Kajen", "De är trasiga sedan i vintras."),
                ("Maj har ordet.", "Hon redogjorde för läget."),
                ("Slut", "Maj tackade för sig."),
            ]
        ):
            y = 160 + 40 * number
            pen.text(70, y, f"§ {number + 1} {title}", bold=True)
            pen.text(80 + 1.1 * pen.width(f"§ {number + 1} {title}"), y, body)

    (part,) = segment(document(draw))
    assert [each.title and each.title.text for each in part.sections] == [
        "Bänkarna vid Norra Kajen",
        "Maj har ordet.",
        "Slut",
    ]


@pytest.mark.parametrize("mark", ["**{}.** {}", "**{}:** {}", "**{}** {}"])
def test_titles_in_bold_before_their_text_open_items(mark: str) -> None:
    items = {
        "Öppnande": "Maj hälsade alla välkomna till stugan.",
        "Vad polisen såg": "Bo hade sett tre fulla båtar i hamnen.",
        "Nästa gång": "Den 4 maj kl. 18.",
    }
    text = HEAD + "\n\n".join(mark.format(*item) for item in items.items()) + "\n"
    assert [(title or "").rstrip(".") for _, title in outline(text)] == list(items)
    first = meeting(text).sections[0]
    assert text[first.start : first.end] == items["Öppnande"]


def test_who_speaks_in_bold_opens_no_item() -> None:
    said = "\n\n".join(f"**{name}** berättade om läget." for name in ("Maj", "Bo Alm", "Eva"))
    assert outline(HEAD + said + "\n") == []


TOLD = "Det var en lång genomgång av allt som har hänt sedan mötet i vintras och av vad som väntar i höst."


def test_a_web_page_s_title_and_links_are_no_items() -> None:
    page = "Tryggt i Ekmo – september"
    items = "\n\n".join(f"{each}\n{TOLD}" for each in ("Polisen", "Skolvägarna"))
    text = f"{page}\n\n{page}\n\nHär kommer Majs anteckningar.\n\n{items}\n\nMaj\n\nNyhetsarkiv\n\nLänkar\n\nMer från oss\n"
    assert outline(text) == [(None, "Polisen"), (None, "Skolvägarna")]


def test_a_clause_before_what_it_announces_is_no_heading() -> None:
    text = (
        f"Anteckningar från Ekmo\n\nInformation från polisens arbete i hela Ekmo.\n{TOLD}\n\n"
        f"Stölderna vid stationen visar åt vilket håll det går:\n\nJuni 2020: 41.\nJuni 2021: 57.\n\n"
        f"Maj Frost gick igenom hur det ser ut:\n{TOLD}\n"
    )
    assert outline(text) == [(None, "Information från polisens arbete i hela Ekmo.")]


def test_bodies_whose_speakers_open_the_lines_are_items() -> None:
    text = (
        "Ekmo kommun\nAnteckningar\n2016-09-14\nPolisen: Maj Ek, Bo Li\nSkolan: Eva Lind\nPRO: Ulf Alm\n"
        "Skolan: Eva Lind berättade om korridorerna, där det är lugnare nu sedan fler\nvuxna rör sig där.\n"
        "Polisen: Maj Ek redogjorde för inbrotten och bad alla att märka cyklarna innan\nsommaren.\n"
    )
    assert outline(text) == [(None, "Skolan"), (None, "Polisen")]


@pytest.mark.parametrize("mark", ["* ", "- ", ""])
def test_points_under_the_agenda_are_items_where_nothing_else_is(mark: str) -> None:
    points = ["Öppnande av mötet", "Val av mötesfunktionärer", "Motioner", "Mötets avslutande"]
    listed = "".join(f"{mark}{each}\n" for each in points)
    text = f"Välkommen till årsmöte den 19 februari i stugan.\n\nDagordning\n{listed}\nMaj hälsar alla välkomna.\n"
    assert [title for _, title in outline(text)] == points


def test_the_last_heading_may_have_nothing_below() -> None:
    text = f"# Möte i stugan\n\n## Läget\n{TOLD}\n\n## Övrigt\n{TOLD}\n\n## Mötet avslutas 13.05\n"
    assert outline(text)[-1] == (None, "Mötet avslutas 13.05")


def test_a_clause_on_who_speaks_is_a_heading() -> None:
    text = (
        "Anteckningar från rådet i Ekmo\nNärvarande: Maj Ek, Bo Li\n\n"
        f"Maj Ek, polisen, berättar\n{TOLD}\n\nBo Li från skolan informerar\n{TOLD}\n\nNästa möte\n3 maj kl 9.\n"
    )
    assert [title for _, title in outline(text)] == [
        "Maj Ek, polisen, berättar",
        "Bo Li från skolan informerar",
        "Nästa möte",
    ]


CLOSE = """Trygghetsgruppen i Ekby
Anteckningar 3 maj 2016

Närvarande: Anna Ek, Bo Lindh

Sommaren
Lampan är lagad. Bo ringde kommunen i mars och det tog en vecka innan någon kom dit.
Sagt och gjort
Listan lästes upp.
1. Anna sätter upp skyltar före midsommar.
2. Bo målar bänkarna i maj.
Resten
Mopederna kör på gångvägen igen, mest på fredagar när ingen vuxen är ute.
Vi ses sedan
2 juni kl 18 i skolan, och då bjuder Anna på kaffe.
"""


def test_headings_without_an_empty_line_below_the_head_and_points_under_one() -> None:
    titles = [str(section.title and section.title.text) for section in part(CLOSE).sections]
    assert titles == ["Sommaren", "Sagt och gjort", "Resten", "Vi ses sedan"]


@pytest.mark.parametrize(
    "title",
    [
        "Aktuellt från polisen, veckorna 31–36",
        "Lägesbild – vecka 14 till 18",
        "Information från skolan (perioden april–juni)",
        "Lägesrapport 1 mars–31 maj",
        "Klottret i gången, fortsättning",
        "Trygghetsmätningen, resultat och åtgärder",
    ],
)
def test_a_title_with_its_time_or_parts_behind_it(title: str) -> None:
    text = HEAD + f"Inledning\n{BODY[0]}\n\n{title}\n{BODY[1]}\n\nÖvrigt\n{BODY[2]}\n"
    assert outline(text) == [(None, "Inledning"), (None, title), (None, "Övrigt")]


@pytest.mark.parametrize(
    "line", ["Kommunhuset, sal Linden", "Anna på macken, som är ny,", "Steg 2"]
)
def test_no_title_with_a_tail(line: str) -> None:
    text = f"Lokala Brå Ekmo\n2019-03-01\n\n{line}\nMaj Ek var på plats.\n\nInledning\n{BODY[0]}\n\nÖvrigt\n{BODY[1]}\n"
    assert outline(text) == [(None, "Inledning"), (None, "Övrigt")]


def test_rows_of_a_table_under_a_heading_are_no_headings() -> None:
    rows = "Bänkarna\tFlyttades i juni.\nSms-listan\tUtgår tills vidare.\nUtbildningen\tSkjuts till våren.\n"
    titles = ["Inledning", "Gamla punkter", "Övrigt", "Nästa möte"]
    texts = [BODY[0], rows, BODY[1], "Den 4 maj."]
    text = HEAD + "\n\n".join(f"{title}\n{body}" for title, body in zip(titles, texts, strict=True))
    assert outline(text + "\n") == [(None, title) for title in titles]


def test_who_was_absent_below_the_label_is_no_title() -> None:
    titles = ["Inledning", "Läget", "Övrigt"]
    text = HEAD.rstrip() + "\nAnmält förhinder:\nPolisen\n\n"
    text += "\n\n".join(f"{title}\n{BODY[0]}" for title in titles) + "\n"
    assert outline(text) == [(None, title) for title in titles]


def test_capitals_before_a_colon_open_items() -> None:
    text = HEAD + f"ÖPPNANDE: {BODY[0]}\n\nLÄGET: {BODY[1]}\n\nÖVRIGT: {BODY[2]}\n"
    assert outline(text) == [(None, "ÖPPNANDE"), (None, "LÄGET"), (None, "ÖVRIGT")]


def test_titles_between_paragraphs_of_which_only_the_first_stands_apart() -> None:
    body = "Maj Ek: det är fortfarande mopederna som flest ringer om, mest vid torget."
    people = "".join(
        f"{name} Ek, polisen\n" for name in ("Eva", "Siv", "Ulf", "Per", "Rut", "Lena")
    )
    text = (
        HEAD.rstrip()
        + f"\n{people}\nInformation från polisen\n{body}\nFältgruppen\n{body}\nMötestider\nDen 4 maj.\n"
    )
    assert outline(text) == [
        (None, "Information från polisen"),
        (None, "Fältgruppen"),
        (None, "Mötestider"),
    ]
