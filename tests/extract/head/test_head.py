"""Heads of every form seen: text in, the meeting's own fields out."""

from datetime import date, time

import pytest

from pipeline.extract.head import Head, head
from tests.extract.parts import BODY, part

DAY = date(2018, 3, 14)


def read(text: str) -> Head:
    return head(part(text))


@pytest.mark.parametrize(
    "text",
    [
        "Protokoll för Lokala Brå\n\nGranvik 2018-03-14",
        "PROTOKOLL\nGranviks kommun\nLokala Brå\nSammanträdesdag: 2018-03-14\nTid: 9.00-11.00\nPlats: Kommunhuset",
        "PROTOKOLL\nSammanträdesdatum\n2018-03-14\n\nGranviks kommun\nBrottsförebyggande rådet",
        "Lokala Brå Granvik\n2018-03-14\nAnteckningar Lokala Brå mars 2018",
        "Granviks byalag den 14 mars 2018",
        "Minnesanteckningar från möte med lokala Brå onsdagen den 14 mars 2018",
        "Protokoll lokala Brå\n\nDatum: 14/3 2018\nTid: kl 9-11",
        "Protokoll lokala Brå\n\nTid och plats: Onsdag 14 mars 2018, kl. 9.00, kommunhuset",
        "Protokoll lokala Brå 180314\n\nGranvik",
        "Protokoll Iokala Brå\n\nSammanträdesdatum: 2O18-03-l4",
        "Protokoll lokala Brå\n\nSammanträde den14 mars 2018",
        "Trygghetsrådet\nSammanträdesprotokoll\nSammanträdesdatum\n2018-03-14\n\n"
        "Plats och tid\nKommunhuset, kl. 13.00-15.00\n\n"
        "Justeringens plats och tid\nKommunhuset 2018-03-20\n\n"
        "Datum för anslags uppsättande\t2018-03-21\nDatum för anslags nedtagande\t2018-04-12\n",
        "Trygghetsrådet\nSammanträdesprotokoll\n\nPlats och tid\tKommunhuset, onsdagen den 14 mars 2018 kl. 13.00-15.00\n"
        "Justeringens plats och tid\tKommunhuset 2018-03-20\n"
        "Anslagets uppsättande 2018-03-21\nUtskriftsdatum 2018-03-22",
        "Protokoll Trygghetsrådet\nUtskrivet 2018-03-20\nMötesdatum: 2018-03-14",
        "Protokoll, Trygghetsrådet\n2018-03-14 (justeras 2018-03-20)",
        "Senast uppdaterad: 2018-04-02 Brottsförebyggande rådet 2018-03-14",
        "Granviks kommun\tDatum 2018-03-19\nMinnesanteckningar från trygghetsrådet onsdagen\nden 14 mars 2018",
        "Granviks kommun\tDatum 2018-03-19\nAnteckningar från lokala Brå,\n14 mars 2018",
    ],
    ids=lambda text: text.replace("\n", " / ")[:60],
)
def test_the_day_of_the_meeting(text: str) -> None:
    found = read(text + BODY)
    assert found.meeting_date == DAY
    assert [issue.kind for issue in found.issues] == []


def test_a_title_under_a_letterhead_s_label_states_the_day() -> None:
    found = read(
        "Minnesanteckningar\nKansliet\nMaj Ek\t2018-03-19\nDatum\tHandläggare\n"
        "Trygghetsforum Granvik, onsdag 14 mars 2018\nLokal: Foajén" + BODY
    )
    assert (found.meeting_date, found.council) == (DAY, "Trygghetsforum")


def test_a_formal_end_has_other_days() -> None:
    found = read(
        "Trygghetsrådet\nSammanträdesprotokoll\n2018-03-14"
        + BODY
        + "\nANSLAG/BEVIS\nOrgan\tTrygghetsrådet\nSammanträdesdatum\t2018-03-14\n"
        "Datum för anslags uppsättande\t2018-03-21\nDatum för anslags nedtagande\t2018-04-12\n"
        "Förvaringsplats för protokollet\tKansliet\n"
    )
    assert found.meeting_date == DAY
    assert found.issues == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Protokoll lokala Brå\nDatum: torsdagen den 14 mars 2018", "weekday_mismatch"),
        ("Protokoll lokala Brå 2018-03-14\nSammanträdesdatum: 2018-03-15", "date_mismatch"),
        ("Lokala Brå Granvik\n2018-03-14\nAnteckningar lokala Brå april 2018", "month_mismatch"),
        ("Protokoll lokala Brå 2018\nDatum: 14 mars", "year_inferred"),
        ("Kansliet\tDatum\nMaj Ek\t2018-03-19\nRåd för trygghet den 14 mars", "year_inferred"),
        ("Minnesanteckningar lokala Brå\nOnsdag 14 mars (utskrivet 2018-03-20)", "year_inferred"),
    ],
)
def test_what_does_not_fit_is_an_issue(text: str, kind: str) -> None:
    found = read(text + BODY)
    assert kind in [issue.kind for issue in found.issues]
    assert found.meeting_date in {DAY, date(2018, 3, 15)}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Datum: 2018-03-14\nTid: 9.00-11.00", time(9), time(11)),
        ("Datum: 2018-03-14\nTid: 9-11", time(9), time(11)),
        ("Datum: 2018-03-14\nTid\t0900–1115", time(9), time(11, 15)),
        ("Datum: 2018-03-14\nKlockan: 13.00 – 15.30", time(13), time(15, 30)),
        ("Datum och tid: 2018-03-14, 09:00 - 11.15", time(9), time(11, 15)),
        ("Tidpunkt:\nOnsdagen den 14 mars 2018 kl. 09.00-11.00", time(9), time(11)),
        ("Plats och tid\tKommunhuset, Storgatan 9, kl. 13.00-15.00", time(13), time(15)),
        ("2018-03-14 kl 1400", time(14), None),
        ("Onsdag den 14 mars 2018 klockan 15:30", time(15, 30), None),
        ("2018-03-14", None, None),
        ("Tid: kl. l3.00-15.O0", time(13), time(15)),
        ("2018-03-14, kl 18.30 till kvart i nio", time(18, 30), time(20, 45)),
        ("Vi var på biblioteket mellan 14 och 16.", time(14), time(16)),
    ],
)
def test_times(text: str, start: time | None, end: time | None) -> None:
    found = read("Protokoll lokala Brå\n\n" + text + BODY)
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("first", "start"),
    [
        ("Vi kom i gång vid sju.", time(19)),
        ("Birgitta knackade i bordet kl. 19.00 och hälsade.", time(19)),
        ("Bo kom kl. 19.15.", None),
    ],
)
def test_the_first_sentence_says_when_it_began(first: str, start: time | None) -> None:
    text = f"Granviks byalag 2018-03-14\n\n1. Inledning\n{first}\n\n2. Övrigt\nBommen är lagad.\n"
    assert read(text).start_time == start


def test_the_items_say_when_the_meeting_ended() -> None:
    found = read(
        "Protokoll lokala Brå\n\nDatum: 2018-03-14\nTid: 9.00"
        + BODY
        + "\n4. Mötets avslutande\nOrdföranden avslutade mötet kl. 11.15.\n"
    )
    assert (found.start_time, found.end_time) == (time(9), time(11, 15))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Plats: Kommunhuset, rum Eken", "Kommunhuset, rum Eken"),
        ("Lokal: Kulturhusets stora sal", "Kulturhusets stora sal"),
        ("Plats:\nSkolans aula", "Skolans aula"),
        ("Plats\tFritidsgården Kometen", "Fritidsgården Kometen"),
        ("Sammanträdesplats: Sessionssalen, plan 2", "Sessionssalen, plan 2"),
        ("Plats och tid\tKommunhuset, Storgatan 9, kl. 13.00-15.00", "Kommunhuset, Storgatan 9"),
        ("Tid och plats: 2018-03-14 kl 9-11, Sessionssalen", "Sessionssalen"),
        ("Plats och tid: Stora sammanträdesrummet 09.00 - 11.00", "Stora sammanträdesrummet"),
        ("Plats: Digitalt (Teams)", "Digitalt (Teams)"),
        ("Plats: hos Gunilla", "hos Gunilla"),
        ("Mötesplats: Museet", "Museet"),
        ("Möte den 14 mars 2018 kl 18.00 i Arvids kök", "Arvids kök"),
        ("Vi var på biblioteket i Ekby mellan 14 och 16.", "biblioteket i Ekby"),
        ("Onsdag 14 mars i bystugan (utskrivet 2018-03-20)", "bystugan"),
        ("Vi träffades på biblioteket i Ekby den 14 mars 2018.", "biblioteket i Ekby"),
        (
            "På plats i tvättstugan, Storgatan 9, var Anna Ek och Bo Lindh.",
            "tvättstugan, Storgatan 9",
        ),
        (
            "Klockan\t14.00\nPlats Datum\tPolishuset, stora rummet 2018-03-14",
            "Polishuset, stora rummet",
        ),
        ("2018-03-14\nPlats: Kommunhuset,\nrum Kvarnen", "Kommunhuset, rum Kvarnen"),
        ("2018-03-14 kl. 9.00-11.00, Björkens sammanträdesrum", "Björkens sammanträdesrum"),
        (
            "Rådet kallas till sammanträde onsdagen den 14 mars 2018, klockan 08:30 i Lilla salen, kommunhuset.",
            "Lilla salen, kommunhuset",
        ),
        (
            "Tid och plats\nOnsdagen den 14 mars 2018, kl 13.00-15.20, Kommunalhuset, rum Ek",
            "Kommunalhuset, rum Ek",
        ),
    ],
)
def test_place(text: str, place: str) -> None:
    assert read("Protokoll lokala Brå\n\n" + text + BODY).place == place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Protokoll för lokala Brå 2018-03-14", "protokoll"),
        ("SAMMANTRÄDESPROTOKOLL\nTrygghetsrådet 2018-03-14", "protokoll"),
        ("Minnesanteckningar Brå 2018-03-14", "minnesanteckningar"),
        ("Protokoll\n\nMINNESANTECKNINGAR\nLokala Brå 2018-03-14", "minnesanteckningar"),
        ("Anteckningar från möte i lokala Brå 2018-03-14", "minnesanteckningar"),
        ("TRYGGHETSGRUPPEN, löpande anteckningar\n2018-03-14", "minnesanteckningar"),
        ("Kallelse\nProtokoll för lokala Brå 2018-03-14", "protokoll"),
        ("Protokoll Brå 2018-03-14\nNr\tPunkt\tAnteckning\tVem", "protokoll"),
    ],
)
def test_kind_of_a_held_meeting(text: str, kind: str) -> None:
    assert read(text + BODY).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Trygghetsrådet i Granvik\nKALLELSE\n\nLedamöter\nAnna Ek (S)\n\nErsättare\nBo Lindh (M)\n\n",
        "Trygghetsrådet i Granvik\n\nHärmed kallas du till sammanträde den 14 mars 2018.\n\nLedamöter\nAnna Ek (S)\n\n",
        "Trygghetsrådet i Granvik\n\nVälkomna till vårens möte den 14 mars 2018!\n\n",
    ],
)
def test_a_list_of_seats_does_not_make_minutes_of_a_summons(text: str) -> None:
    agenda = "1. Mötets öppnande\n2. Information från polisen\nMötet i maj beslutade om en rond. Den har genomförts.\n3. Övriga frågor\n"
    assert read(text + agenda).kind == "kallelse"


def test_a_place_said_in_the_welcome_and_none_in_a_council_of_a_yard() -> None:
    items = "\n\n1. Mötets öppnande\nBo öppnade mötet och hälsade alla välkomna i tvättstugan.\n\n2. Läget\nInget nytt.\n"
    assert read("Protokoll från Boenderådet på Ekgården den 14 mars 2018" + items).place == (
        "tvättstugan"
    )


def test_time_and_place_said_where_the_meeting_begins() -> None:
    items = "\n\n§ 9\nVi började klockan 18 i samlingssalen.\n\n§ 10\nInget nytt.\n"
    found = read("Protokoll från Trygghetsgruppen den 14 mars 2018" + items)
    assert (found.start_time, found.place) == (time(18), "samlingssalen")


def test_a_summons_is_for_a_meeting_to_come() -> None:
    found = read(
        "Trygghetsrådet\nKALLELSE\n\nOnsdagen den 14 mars 2018, klockan 13.00\nSessionssalen\n\n"
        "1. Mötets öppnande\n2. Föregående mötes protokoll\n3. Information från polisen\n4. Övriga frågor\n"
    )
    assert (found.kind, found.meeting_date, found.start_time) == ("kallelse", DAY, time(13))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dnr KS-2019/512.109", "KS-2019/512.109"),
        ("Dnr: KS2011/084-10", "KS2011/084-10"),
        ("Diarienummer: KS 2018/0377", "KS 2018/0377"),
        ("Dnr 2018/00071", "2018/00071"),
        ("Dnr 2019-00312 102", "2019-00312 102"),
        ("Dnr: KA12/388", "KA12/388"),
        ("Dnr SN 19/0107", "SN 19/0107"),
        ("Dnr: SON2019.0113", "SON2019.0113"),
        ("Dnr A004.512/2021", "A004.512/2021"),
        ("Dnr: 406-291-06", "406-291-06"),
        ("Dnr 1.5.3-227-2013", "1.5.3-227-2013"),
        ("Dnr SDN 1.2.6-118-2018", "SDN 1.2.6-118-2018"),
        ("(Dnr 004 - 512 / 06)", "004 - 512 / 06"),
        ("TKN 2019/41", "TKN 2019/41"),
        ("SOC 2021/00098", "SOC 2021/00098"),
        ("Telefon 08-508 22 030", None),
        ("GTF 2018-03-14", None),
        ("ABC2001, v1.0, 2018-01-12", None),
    ],
)
def test_registration_number(text: str, number: str | None) -> None:
    found = read("Protokoll lokala Brå 2018-03-14\n" + text + BODY)
    assert found.registration_number == number
    assert found.meeting_date == DAY


def test_every_quote_is_literally_there() -> None:
    meeting = part(
        "Dnr KS 2018/0377\nProtokoll för Lokala Brå Granvik\nTid och plats: 2018-03-14 kl 9-11, Sessionssalen"
        + BODY
    )
    found = head(meeting)
    assert {each.field for each in found.evidence} == {
        "kind",
        "council",
        "area",
        "meeting_date",
        "start_time",
        "end_time",
        "place",
        "registration_number",
    }
    for each in found.evidence:
        assert meeting.document.text[each.start : each.end] == each.quote
