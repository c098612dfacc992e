"""A document cut into its meetings, and each one into head, sections and tail."""

import pytest

from models.document import Mark
from pipeline.config import ReadSettings
from pipeline.read import read
from pipeline.segment import segment
from tests.segment.cut import meeting, meetings

NOTES = "{head}\n\nPlats: Kommunhuset\nNärvarande:\nMaj Ek, polisen\nBo Alm, rektor\n\n§ 1 Inledning\nMaj hälsade.\n\n§ 2 Lägesbild\nLugnt.\n\n§ 3 Övrigt\nInget.\n\nVid protokollet\n\nBo Alm\n"


def test_one_meeting_holds_the_whole_text() -> None:
    text = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01")
    part = meeting(text)
    assert (part.start, part.end) == (0, len(text))
    assert part.ordinal == 1


def test_meetings_bound_together() -> None:
    text = "\n\n".join(
        NOTES.format(head=f"Protokoll Lokala Brå Ekmo {day}")
        for day in ("2019-03-01", "2019-05-10", "2019-09-20")
    )
    parts = meetings(text)
    assert [part.ordinal for part in parts] == [1, 2, 3]
    assert [text[part.start : part.start + 36].split()[-1] for part in parts] == [
        "2019-03-01",
        "2019-05-10",
        "2019-09-20",
    ]
    assert [len(part.sections) for part in parts] == [3, 3, 3]
    assert parts[-1].end == len(text)


def test_the_council_above_the_title_belongs_to_the_second_meeting() -> None:
    text = "\n\n".join(
        NOTES.format(head=f"Lokala Brå Ekmo\n\nProtokoll\n\nDatum: {day}")
        for day in ("2019-03-01", "2019-05-10")
    )
    first, second = meetings(text)
    assert text[second.start :].startswith("Lokala Brå Ekmo\n\nProtokoll\n\nDatum: 2019-05-10")
    assert first.end <= second.start


@pytest.mark.parametrize(
    "line",
    [
        "Protokoll från förra mötet",
        "Protokoll 2019-01-10 gicks igenom och lades till handlingarna.",
        "Minnesanteckningar skickas ut",
    ],
)
def test_speaking_of_minutes_opens_no_meeting(line: str) -> None:
    text = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01").replace(
        "Lugnt.", f"{line}\nLugnt."
    )
    assert len(meetings(text)) == 1


def test_signatures_are_no_part_of_the_last_item() -> None:
    text = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01")
    part = meeting(text)
    last = part.sections[-1]
    assert text[last.start : last.end] == "Inget."
    assert [line.text for line in part.tail] == ["Vid protokollet", "Bo Alm"]


def test_a_text_without_items_is_still_a_meeting() -> None:
    part = meeting("Anteckningar från Lokala Brå Ekmo.")
    assert part.sections == ()
    assert part.ordinal == 1


def test_points_that_tell_are_read_where_nothing_heads_them() -> None:
    text = (
        "Utdrag ur protokoll, Ekmo byaråd mars 2019\n\n- Vägen till badet är mörk. Beslutades att köpa tre lampor.\n\n"
        "- Kassan: 1 200 kr.\n\n- Bo frågar kommunen om grus till nästa möte.\n"
    )
    assert [each.view.text for each in meeting(text).prose] == [
        "Vägen till badet är mörk. Beslutades att köpa tre lampor.",
        "Kassan: 1 200 kr.",
        "Bo frågar kommunen om grus till nästa möte.",
    ]


def test_points_with_the_names_of_who_was_there_tell_nothing() -> None:
    text = "Protokoll Lokala Brå Ekmo 2019-03-01\n\nNärvarande\n- Maj Ek, kommunens polis på plats.\n- Bo Alm, rektor.\n"
    assert meeting(text).prose == ()


def test_an_address_block_between_number_and_title() -> None:
    text = (
        "Anteckningar Lokala Brå Ekmo mars 2019\n\n1.\nInledning\nMaj hälsade.\n\n2.\n"
        "Ekmo kommun\nBox 12\n123 45 Ekmo\n\nLägesbild\nLugnt.\n\n3.\nÖvrigt\nInget.\n"
    )
    assert [each.title.text for each in meeting(text).sections if each.title] == [
        "Inledning",
        "Lägesbild",
        "Övrigt",
    ]


def test_an_address_block_below_an_item_takes_nothing_of_its_text() -> None:
    text = (
        "Anteckningar Lokala Brå Ekmo mars 2019\n\n1. Inledning\nMaj hälsade.\n2.\n"
        "Portvakten gick igenom sommaren. Tre båtmotorer stals vid badet.\n"
        "Ekmo kommun\nBox 12\nTel 0000-45 67 80\n3. Övrigt\nInget.\n"
    )
    second = meeting(text).sections[1]
    assert "båtmotorer" in text[second.start : second.end]


@pytest.mark.parametrize(
    "tail",
    [
        "ANSLAG/BEVIS\nOrgan Lokala Brå\nDatum för anslags uppsättande 2019-03-05\n",
        "Bo Alm antecknade\n",
        "Sekreterare .......\nBo Alm\n\nOrdförande ......\nMaj Ek\n",
    ],
)
def test_notices_and_signatures_are_no_part_of_the_last_item(tail: str) -> None:
    text = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01")
    text = text.replace("Vid protokollet\n\nBo Alm\n", tail)
    last = meeting(text).sections[-1]
    assert text[last.start : last.end] == "Inget."


def test_old_minutes_behind_a_summons() -> None:
    summons = (
        "KALLELSE\nLokala Brå Ekmo\nTid: onsdag 8 maj 2019 kl 9\nPlats: Kommunhuset\n\n"
        "Dagordning\n1. Inledning\n2. Lägesbild\n3. Övrigt\n\nVälkomna!\nMaj Ek\n\n\f"
    )
    old = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01")
    first, second = meetings(summons + old)
    assert first.end <= second.start
    assert [part.number.text for part in second.sections if part.number] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "title",
    [
        "Bilaga till kallelsen\nMinnesanteckningar från Lokala Brå Ekmo 1 mars 2019",
        "Bilaga 1\nProtokoll fört vid Lokala Brå Ekmo den 1 mars 2019",
        "Bilaga A: Anteckningar från Lokala Brå Ekmo 2019-03-01",
    ],
)
def test_old_minutes_are_an_annex_of_the_summons(title: str) -> None:
    text = (
        "Lokala Brå Ekmo KALLELSE\n\nOnsdagen den 8 maj 2019 klockan 15:30\nsessionssalen, kommunhuset\n\nInformation\n"
        "1   Läget (kl. 15:35-15:55)\n2   Mätningen (kl. 15:55-16:15)\n3   Övriga frågor\n\nMaj Ek\nOrdförande\n\n"
        f"{title}\nNärvarande: Maj Ek, ordförande, Bo Alm, polisen, samt Siv Ås\n\n1. Polisen\nDet har varit lugnt.\n"
        "2. Skolan\nInga bråk är anmälda.\n3. Nästa möte\n8 maj.\n"
    )
    first, second = meetings(text)
    assert [len(first.sections), len(second.sections)] == [3, 3]
    assert text[second.start :].startswith(title.partition("\n")[2] or title)


def test_a_numbered_label_of_attendance_has_its_names_beside_or_below() -> None:
    text = (
        "Trygghetsrådet i Ekmo, protokoll 2018-05-04\n\n1. Närvarande: Maj Ek (kommunen), Bo Alm (polisen),\n"
        "Cia Rud\n2. Frånvarande\nDan Ö\n3. Läget\nDet har varit lugnt.\n4. Nästa möte: den 4 september\n"
    )
    (found,) = meetings(text)
    listed = {
        block.field: [cell.text for row in block.rows for cell in row]
        for block in found.blocks
        if block.field in {"present", "absent"}
    }
    assert listed == {
        "present": ["Maj Ek (kommunen), Bo Alm (polisen),", "Cia Rud"],
        "absent": ["Dan Ö"],
    }
    titles = [section.title.text for section in found.sections if section.title is not None]
    assert titles == ["Närvarande", "Frånvarande", "Läget", "Nästa möte"]


def test_a_page_whose_title_is_a_page_head_begins_a_meeting() -> None:
    """The titles of all pages are alike, so that the reader takes the second for a page head."""
    page = (
        "PROTOKOLL {n}/2021\nLokala Brå Ekmo\n{day} kl. 9\nPlats: Gården\nNärvarande\nMaj Ek, polisen\n"
        "Bo Alm, rektor\n\n1. Inledning\nMaj hälsade.\n\n2. Läget\nLugnt.\n\n3. Övrigt\nInget.\n"
    )
    first = page.format(n=1, day="Måndagen den 1 mars 2021")
    text = f"{first}\f{page.format(n=2, day='Fredagen den 7 maj 2021')}"
    plain = read(text.encode(), ReadSettings(ocr="off"))
    head = Mark("furniture", len(first) + 1, text.index("Fredagen"))
    document = plain.model_copy(update={"marks": (*plain.marks, head)})
    one, two = segment(document)
    assert (one.end, two.start) == (len(first) + 1, len(first) + 1)
    assert [line.text for line in two.furniture] == ["PROTOKOLL 2/2021", "Lokala Brå Ekmo"]
    assert [len(each.sections) for each in (one, two)] == [3, 3]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Träff {n}, den {day}", "På plats: Maj Ek, polisen; Bo Alm, rektor"),
        ("{day} 2021", "Med: Maj, Bo, Eva och Sten"),
        ("Grannforum Ekmo\nAnteckningar\n\nTisdagen den {day} 2021 kl 18", "Närvarande: Maj, Bo"),
    ],
    ids=["a numbered meeting", "the day alone", "body, kind and day apart"],
)
def test_another_day_above_the_names_begins_a_meeting(head: str, names: str) -> None:
    text = "Grannforum Ekmo, anteckningar 2021\n\n" + "\n\n".join(
        f"{head.format(n=n, day=day)}\n{names}\n\nLäget\nMaj sa att det är lugnt i området.\n\n"
        f"Att göra\nBo ringer skolan om lamporna på gården.\n\nNästa gång\n{following}"
        for n, day, following in ((1, "2 mars", "4 maj kl 18"), (2, "4 maj", "7 september kl 18"))
    )
    _, second = meetings(text)
    assert text[second.start :].startswith(head.format(n=2, day="4 maj"))


@pytest.mark.parametrize(
    "after",
    [
        "Bilaga 1\n\nNärvarande 2019-03-01\nMaj Ek\nBo Alm\n",
        "Nästa möte\n\n14 maj kl 9\nNärvarande då: Maj, Bo, Eva och Sten\n",
        "Kommande tider\n\n2019-09-10\n2019-11-12\n\nMaj, Bo och Eva kan inte komma då.\n",
        "Händelser\n\n14 februari\nMaj, Bo och Eva var på plats vid matchen.\n",
    ],
    ids=[
        "a list in an attachment",
        "the next meeting",
        "coming days",
        "what has happened on a day",
    ],
)
def test_another_day_or_list_begins_no_meeting(after: str) -> None:
    text = NOTES.format(head="Protokoll Lokala Brå Ekmo 2019-03-01")
    assert len(meetings(text.replace("Vid protokollet\n\nBo Alm\n", after))) == 1


def test_a_letterhead_above_the_documents_own_title_is_no_meeting() -> None:
    letterhead = "Granby kommun\tPROTOKOLL\tSida 1 (3)\nKansliet\t2019-03-01\tDnr KS 2019/11\n\n"
    template = (
        "Protokoll\n\nKansliet\n\nDatum\n\nHandläggare\n\n2019-03-04\n\nMaj Ek\n\nUpprättad av\n\n"
    )
    text = letterhead + template + NOTES.format(head="Protokoll Lokala Brå Granby 2019-03-01")
    assert len(meetings(text)) == 1


def test_the_first_line_with_another_day_begins_a_meeting() -> None:
    told = "Kvarteret Tärnan, gårdsrådet den {day} 2017. Närvarande var Siv Ek, Bo Alm och Kim Ros, som höll i mötet."
    items = "§ 1 Öppnande\nSiv hälsade.\n\n§ 2 Läget\nLugnt.\n\n§ 3 Övrigt\nGårdsrådet den 4 maj gick bra.\n"
    days = ("16 mars", "19 oktober")
    text = "\n".join(f"{told.format(day=day)}\n\n{items}" for day in days)
    assert [len(part.sections) for part in meetings(text)] == [3, 3]


def test_minutes_behind_a_summons_whose_names_have_no_label() -> None:
    talk = (
        "Polisen berättar att vintern har varit lugn och att fler stannar kvar på kvällarna. " * 5
    )
    text = (
        "Kallelse Samrådet för skolvägar 2014-02-20\n\nLedamöter kallas Ersättare underrättas\n\nMaj Ek (M), ordförande\n\n"
        f"1. Rådets arbete\n\n{talk}\n\n2. Skolvägar\n\nProtokoll Samrådet för skolvägar 2013-03-14\n\n3. Övriga frågor\n\n{talk}\n\n"
        "Samrådet för skolvägar\n\nMötesprotokoll 2013-03-14\n\nTid och plats 2013-03-14, 15.30-17.45 i Ladan Ledamöter Bo Li (M) ordf.\n\n"
        f"Siv Ås (KD)\n\n1. Öppnande\n\n{talk}\n\n2. Lägesbild\n\n{talk}\n"
    )
    assert [part.head[0].text for part in meetings(text)] == [
        "Kallelse Samrådet för skolvägar 2014-02-20",
        "Samrådet för skolvägar",
    ]


def test_points_of_an_item_that_names_another_bodys_minutes_begin_no_meeting() -> None:
    text = (
        "Lokala Brå Ekmo\n\nSammanträde 2016-03-16\n\nPlats\nMedborgarhuset\n\n"
        "1 Justering av dagens protokoll\n\nVal av justerare.\n\n2 Anmälan av föregående protokoll\n\nAnmäls.\n\n"
        "3 Protokoll från länets brottsförebyggande råd\n\nAnmäls protokoll från rådet 2016-02-20;\nSiv Alm har lämnat sitt uppdrag.\n\n"
        "Förslag till beslut\n\n1. Anmälan läggs till handlingarna.\n\n4 Nattvandring, bidrag\n\nRedovisas.\n"
    )
    assert [len(part.sections) for part in meetings(text)] == [4]
