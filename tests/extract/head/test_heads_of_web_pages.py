"""Heads as pages of the web have them: one line that says all, news, items that end in proposals, meetings of several days."""

from datetime import date

import pytest

from pipeline.extract.attendees import attendees
from pipeline.extract.head import head
from pipeline.extract.next_meeting import next_meeting
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Protokoll fört vid möte med Ekmos trygghetsgrupp, Lotsgatan 14, 2018-03-15", "Lotsgatan 14"),
        ("Trygghetsrådet Ekmo, Ekskolan, 15 mars 2018", "Ekskolan"),
        ("Minnesanteckningar lokala Brå Ekmo, Folkets hus, 2018-03-15 kl 18", "Folkets hus"),
        ("PROTOKOLL FÖRT VID EKMO BYSTÄMMA I EKMO MISSIONSHUS DEN 15 MARS 2018", "EKMO MISSIONSHUS"),
        ("Trygghetsnämnden i Ekmo\nPlats och tid Sandvik, torsdagen den 15 mars 2018 kl 08:30-11.40", "Sandvik"),
        ("Trygghetsnämnden i Ekmo\nPlats och tid Norra Sandvik, 2018-03-15 kl 13", "Norra Sandvik"),
        ("Trygghetsnämnden i Ekmo\nPlats och tid Bo Ek, torsdagen den 15 mars 2018", None),
    ],
)  # fmt: skip
def test_the_place_between_body_and_day(text: str, place: str | None) -> None:
    found = head(part(text + BODY))
    assert (found.place, found.meeting_date) == (place, date(2018, 3, 15))


@pytest.mark.parametrize(
    "day", ["29-30 mars 2014", "lördag 29 och söndag 30 mars 2014", "den 29 – 30 mars 2014"]
)
def test_a_meeting_of_several_days_is_of_the_first(day: str) -> None:
    assert head(part(f"Protokoll, lokala Brå Ekmo, {day}{BODY}")).meeting_date == date(2014, 3, 29)


def test_items_numbered_before_a_day_make_no_range() -> None:
    text = f"Protokoll, lokala Brå Ekmo\n§ 12-14 mars 2014{BODY}"
    assert head(part(text)).meeting_date == date(2014, 3, 14)


_PROPOSED = (
    "Sammanträde 2018-03-15\nTrygghetsnämnden i Ekmo\nKlockan: 17.30\n\n1 Värdar på bussen\n"
    "Trygghetsnämndens förslag till beslut\n- Rapporten noteras.\nBeskrivning av ärendet\n{told}\n\n2 Lampor i tunneln\n"
    "Trygghetsnämndens förslag till beslut\n- Skrivelsen besvaras.\nBeskrivning av ärendet\nTvå lampor har slocknat.\n"
)


def test_what_a_body_proposes_is_a_summons_though_it_recalls_what_was_decided() -> None:
    told = "Värdarna som nämnden beslutade om i mars är på plats. Polisen har redovisat läget."
    assert head(part(_PROPOSED.format(told=told))).kind == "kallelse"
    held = "Polisen redogjorde för läget. Nämnden beslutade enligt förslaget. Ordföranden tackade."
    assert head(part(_PROPOSED.format(told=held))).kind == "protokoll"


def test_a_page_of_news_is_no_document_of_the_meeting() -> None:
    text = (
        "Ett möte har satt fart på hyresvärdarna\n\nPublicerat 10 maj 2018\n\nNätverket för trygga portar är i gång igen.\n\n"
        "Välbesökt möte\n\nI måndags (7/5) hölls ett möte med tjugo värdar. Polisen berättade om läget i portarna.\n\n"
        "Nya lås\n\nAlla portar ska få nya lås före jul. Siri återkommer med priser.\n"
    )
    found = head(part(text))
    assert (found.kind, found.meeting_date) == ("annat", date(2018, 5, 7))
    named = head(part("Minnesanteckningar från nätverket\n" + text))
    assert named.kind == "minnesanteckningar"


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("trygga ekmo\nföreningarnas säkerhetsforum\n\nPROTOKOLL NR 3\n\nMöte med säkerhetsforumets styrgrupp den 3 mars 2014", "säkerhetsforumets styrgrupp"),
        ("Trygghetsnämnden arbetsutskottet 2014-03-03", "Trygghetsnämnden arbetsutskottet"),
        ("Protokoll Trygghetsnämnden, arbetsutskott 2014-03-03", "Trygghetsnämnden, arbetsutskott"),
        ("STUGRÅDSMÖTE I EKMO 3 MARS 2014", "STUGRÅD"),
    ],
)  # fmt: skip
def test_the_body_that_met(text: str, council: str) -> None:
    assert head(part(text + BODY)).council == council


def test_page_titles_with_numbers_are_no_area_and_hours_of_another_day_no_start() -> None:
    found = head(
        part(
            "TN180315\nPlats och tid Brandstationen, Hamnvägen 9, Ekmo\n\nOrgan Trygghetsnämnden\nSammanträdesdatum 2018-03-15"
            f"{BODY}\n4. Rundan\nFörsta rundan körs den 25 mars med start klockan 21.00.\n"
        )
    )
    assert (found.area, found.start_time) == ("Ekmo", None)


@pytest.mark.parametrize(
    ("item", "day", "place"),
    [
        ("9. Nämndens sammanträdestider\nNämnden sammanträder den 19 april och den 17 maj, kl 15.00.", date(2018, 4, 19), None),
        ("9. Preliminära mötestider våren\nRådet beslutade att träffas torsdagarna den 19 april och den 17 maj kl 15.00.", date(2018, 4, 19), None),
        ("9. Nästa möte\nÅrsmöte hålls söndag 15 april kl. 11.00 i Bygdegården.", date(2018, 4, 15), "Bygdegården"),
        ("9. Övrigt\nNästa sammanträde hålls torsdagen den 19 april kl i Stadshuset.", date(2018, 4, 19), "Stadshuset"),
        ("9. Övrigt\nNästa möte utlyst till 19/4 kl. 18.30\nMötet förklaras avslutat", date(2018, 4, 19), None),
        ("9. Övrigt\nTräffar till sommaren är först 19 april och sen 17 maj.", date(2018, 4, 19), None),
    ],
)  # fmt: skip
def test_days_of_the_next_meeting(item: str, day: date, place: str | None) -> None:
    meeting = part(f"Protokoll, lokala Brå Ekmo 2018-03-15{BODY}\n{item}\n")
    found, _ = next_meeting(meeting, date(2018, 3, 15))
    assert found is not None
    assert (found.meeting_date, found.place) == (day, place)


def test_an_old_page_under_its_menu() -> None:
    text = (
        "Header\n\nHEM PROTOKOLL | BILDER\n\n2018\n\n2017\n\nTallbos grannsamverkan\n\nProtokoll fört vid styrelsemöte 14/5 1996 å Ekholmen.\n\n"
        "Närvarande:\n\nSiri Alm, Tuva Bergh och Egon Kvist\n\n§1 Öppnande\n\nSom ordförande för stämman valdes Egon Kvist.\n\n"
        "§2 Val\n\nMötet valde Tuva Bergh att föra protokollet.\n\n§3 Årsmöte\n\nNästa möte hålls lördag 8/6 1996 kl 16.00.\n"
    )
    meeting = part(text)
    found = head(meeting)
    assert (found.council, found.area) == ("grannsamverkan", "Tallbo")
    assert (found.meeting_date, found.place) == (date(1996, 5, 14), "Ekholmen")
    persons, _ = attendees(meeting)
    functions = {each.name: each.function for each in persons}
    assert functions == {"Siri Alm": None, "Tuva Bergh": "secretary", "Egon Kvist": "chair"}


def test_the_hour_behind_a_day_is_no_year() -> None:
    meeting = part(
        f"Protokoll, lokala Brå Ekmo 2018-03-15{BODY}\n9. Övrigt\nNästa möte 19/4 1930.\n"
    )
    found, _ = next_meeting(meeting, date(2018, 3, 15))
    assert found is not None
    assert found.meeting_date == date(2018, 4, 19)


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Minnesanteckningar Gransjö härads trygghetsråd 2018-03-15", "trygghetsråd", "Gransjö"),
        ("Protokoll Nedre Ekmo byars trygghetsnämnd\n2018-03-15", "trygghetsnämnd", "Nedre Ekmo"),
        ("Gransjö församlings trygghetsgrupp 2018-03-15", "trygghetsgrupp", "Gransjö"),
        ("Protokoll Ekmo Sockentrygghetsråd den 15 mars 2018", "Sockentrygghetsråd", "Ekmo"),
        ("Ekmo Trygghetsförening\nProtokoll 2018-03-15", "Trygghetsförening", "Ekmo"),
        ("Protokoll från Gransjö trygghetsförening\n2018-03-15", "trygghetsförening", "Gransjö"),
        ("Sandbygdens trygghetsråd MÖTE Sida2(6)\n2018-03-15", "trygghetsråd", "Sandbygden"),
        (
            "STYRELSEN EKMOSTRYGGHETSFÖRENING\nPROTOKOLL\nSammanträde med Ekmos Trygghetsförening\n2018-03-15",
            "Trygghetsförening",
            "Ekmo",
        ),
    ],
)  # fmt: skip
def test_the_body_is_named_apart_from_its_place(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


def test_an_association_of_other_ends_keeps_its_place() -> None:
    assert head(part(f"Ekmo byalag\nProtokoll 2018-03-15{BODY}")).council == "Ekmo byalag"
