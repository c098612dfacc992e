"""When and where, under no label or under one that lost its colon, and days that are not the meeting's."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from pipeline.run import read_protocol
from pipeline.segment import segment
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "place", "start", "end"),
    [
        (
            "Trygghetsrådet Ekby 2019-03-04\nStart 16.30 Slut 18.00 Fritidshuset Kajan, 2 tr",
            "Fritidshuset Kajan, 2 tr",
            time(16, 30),
            time(18),
        ),
        (
            "Trygghetsrådet Ekby\nProtokoll fört å Gästgiveriet 2019-03-04\n\nTider: kl 18.00 ajournering 18.50-19.00, slut 19.40",
            "Gästgiveriet",
            time(18),
            time(19, 40),
        ),
        (
            "Trygghetsrådet Ekby 2019-03-04\nmåndag kvart över åtta (8.15)",
            None,
            time(8, 15),
            None,
        ),
        (
            "Trygghetsrådet i Ekby, den 4 mars 2019, klockan sju på kvällen (19.00) i bagarstugan",
            "bagarstugan",
            time(19),
            None,
        ),
        (
            "Trygghetsrådet Ekby\nVärd den här gången: Holma kommunhus, Stora salen. Måndag 4 mars 2019, 9.30 till 12.00",
            "Holma kommunhus, Stora salen",
            time(9, 30),
            time(12),
        ),
        (
            "Trygghetsrådet\nEKBY KOMMUN\nPROTOKOLL 4 MARS 2019\nKL 13.00-15.00 / PRÄSTGÅRDEN, SAL IV / TRE 2019/14",
            "PRÄSTGÅRDEN, SAL IV",
            time(13),
            time(15),
        ),
        (
            "Trygghetsrådet Ekby\nTid: måndagen den 4 mars 2019 kl. 14 å prästgården",
            "prästgården",
            time(14),
            None,
        ),
        (
            "Trygghetsrådet Ekby 2019-03-04\nPlats och tid   Fyren kl. 13:15-16:00",
            "Fyren",
            time(13, 15),
            time(16),
        ),
        (
            "MINNESANTECKNINGAR FRÅN MÖTE I BRÅ EKBY 2019-03-04 KL 09.00-10.30 I LILLA SALEN",
            "LILLA SALEN",
            time(9),
            time(10, 30),
        ),
        (
            "Operativa BRÅ-gruppen i Ekby    Anteckningar 4/3 2019    Polishuset",
            "Polishuset",
            None,
            None,
        ),
        (
            "Lokalt Brå Ekby\nAlvägen 16\t2019-03-04, kl 13:00–14.10 via Teams\n120 34 Ekby\tAnteckningar mars 2019",
            "Teams",
            time(13),
            time(14, 10),
        ),
        (
            "Trygghetsrådet, Ekby\nMötesdatum 4 mars 2019, mötestid 17.00–18.15, mötesplats Hamnkontoret",
            "Hamnkontoret",
            time(17),
            time(18, 15),
        ),
        (
            "Måndagen den 4 mars 2019 höll Ekby trygghetsråd sitt andra möte för året, i Missionshuset kl 9-11.",
            "Missionshuset",
            time(9),
            time(11),
        ),
        (
            "Ekby trygghetsråd\n4.3.2019\n18-20, ungdomsgården Spiralen",
            "ungdomsgården Spiralen",
            time(18),
            time(20),
        ),
        (
            "Grannrådet på Höjden\nprotokoll 4 mars 2019. Vi var i tvättstugan från 19 till 20.30",
            "tvättstugan",
            time(19),
            time(20, 30),
        ),
        (
            "Trygghetsrådet Ekby\n\nVar      Bystugan, stora rummet\nNär      måndag 4/3 2019 kl. 18.30-20",
            "Bystugan, stora rummet",
            time(18, 30),
            time(20),
        ),
        (
            "TRYGGHETSRÅDET\nEKBY KOMMUN\n4 MARS 2019\n\nHÅLLET PÅ      SJÖHOTELLET     KL 08.00--09.30",
            "SJÖHOTELLET",
            time(8),
            time(9, 30),
        ),
        (
            "Trygghetsrådet Ekby 2019-03-04\nVi samlades klockan sju (19.00) i bagarstugan på Kornvägen 3, närvarade gjorde Anna och Bo",
            "bagarstugan på Kornvägen 3",
            time(19),
            None,
        ),
        (
            "Trygghetsrådet Ekby\n\nDag      Måndag 4 mars 2019\nTid      10-12\nRum      Matsalen, Rosenhuset",
            "Matsalen, Rosenhuset",
            time(10),
            time(12),
        ),
        (
            "Ekby kommun Trygghetsrådet Klockan Plats Datum Dnr 15.00 Folkparken, Blå rummet 4 mars 2019 4.2-31/2019 PROTOKOLL",
            "Folkparken, Blå rummet",
            time(15),
            None,
        ),
        (
            "Trygghetsrådet Ekby 2019-03-04\nPlats och tid: Bergsalen, kommunhuset i Ekby, kl .00-15.40",
            "Bergsalen, kommunhuset i Ekby",
            None,
            time(15, 40),
        ),
    ],
)
def test_hour_and_place(text: str, place: str | None, start: time | None, end: time | None) -> None:
    own = head(part(text + BODY))
    assert (own.place, own.start_time, own.end_time) == (place, start, end)
    assert own.meeting_date == date(2019, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Årådet (gemensamt råd mot brott sedan den 1 juli 2011)\n\nProtokoll nr 4   Måndagen den 4 mars 2019",
        "Trygghetsrådet Ekby\n(två råd till och med den 31 december 2014)\nMåndag 4 mars 2019 kl 9",
        "EKBY            KALLELSE         SIDA 1 (1)\n                2019-02-20\nTrygghetsrådet\n\nLedamöter\nAnna Ek (C), ordförande\nBo Li (S)\nErsättarna underrättas.\n\nHärmed kallas till sammanträde måndagen den 4 mars 2019\nklockan 14-16 i Kulturhuset.",
        "Ekby kommun      Dnr 2019.34-701\nKommunkansliet   2019-02-20\n\nKALLELSE\ntill sammanträde med Trygghetsrådet\n\nDag     Måndag 4 mars 2019\nTid     kl. 13.00-16.00",
    ],
)
def test_other_days_of_a_head(text: str) -> None:
    assert head(part(text + BODY)).meeting_date == date(2019, 3, 4)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Ekby kommun\nTrygghetsrådet 2019-03-04\nKajsalen, kl 13.00       ETR 2019:27",
            "ETR 2019:27",
        ),
        ("TRYGGHETSRÅDET\nEKBY KOMMUN\n4 MARS 2019\nEkb 19/118", "Ekb 19/118"),
        (
            "Trygghetsrådet\nSammanträdesdatum   2019-03-04          (Dnr 004 - 512 / 19)",
            "004 - 512 / 19",
        ),
        ("Trygghetsrådet Ekby\nDnr: 2019-118Saknr 131\n2019-03-04", "2019-118"),
        (
            "Klockan\nPlats\nDatum\nDnr\nSaknr\n14.00\nBrandstationen, salen\n2019-03-04\n61/19-190\n131\n\nProtokoll från Trygghetsrådet",
            "61/19-190",
        ),
        ("Rådet för trygghet (RT), Ekby kommun\nPROTOKOLL 2019-03-04, RT 2019/4", "RT 2019/4"),
        ("Trygghetsrådet Ekby\nTis 19/118\n4 mars 2019", None),
    ],
)
def test_registration_number(text: str, number: str | None) -> None:
    assert head(part(text + BODY)).registration_number == number


def test_a_summons_lists_the_adjunct_among_the_called() -> None:
    text = (
        "Kallelse till sammanträde med Trygghetsrådet\nEkby kommun\n\nDatum och tid: måndag 4 mars 2019, kl. 13.00\n\n"
        "Ledamöter\n  Anna Ek (S), kommunalråd\n  Bo Li, kommundirektör\nAdjungerade\n  Cia Alm, kommunpolis\nInbjuden gäst\n  Dan Ask\n\n"
        "Dagordning\n1  Mötet öppnas\n2  Lägesbild från polisen\nCia Alm. Bland annat stölderna på torget.\n3  Nästa möte\n7 april kl. 13.00\n\nAnmäl förhinder till Bo Li."
    )
    assert head(part(text)).kind == "kallelse"


def test_items_that_end_in_what_is_proposed_are_those_of_a_summons() -> None:
    text = (
        "Sammanträde 2019-03-04\nLokala Brå i Ekby\nKlockan: 17.30\n\n1 Bidrag till nattvandring\nAnna Ek har begärt mer tid.\n"
        "Förslag till beslut\nBidraget beviljas.\n\n2 Lampor i tunneln\nTvå lampor har slocknat och Bo Li har skrivit till rådet.\n"
        "Förslag till beslut\nSkrivelsen besvaras.\n"
    )
    assert head(part(text)).kind == "kallelse"
    held = "Ordföranden öppnade mötet. Bo Li redogjorde för läget. Rådet beslutade att bifalla förslaget."
    assert head(part(f"{text}{held}\n")).kind == "protokoll"


def test_old_notes_behind_a_summons_whose_title_stands_over_the_hour() -> None:
    text = (
        "Trygghetsrådet Ekby\n\nKALLELSE\n\nNär: måndag 4 mars 2019 kl 13.30-15.30\nVar: Sessionssalen\n\nÄrenden\n"
        "1. Dagordning\n2. Lägesbild från polisen\n3. Åtgärdsplan\nRådet föreslås utökas med en företrädare för butikerna.\n4. Övrigt\n"
        "Förhinder anmäls till Bo Li. Välkomna!\n\n"
        "Minnesanteckningar Trygghetsrådet 16 november 2018\nKl. 13.30, Sessionssalen\n"
        "Deltog gjorde Anna Ek, rektor, Bo Li, polisen och Cia Alm, kommunen.\n\n"
        "1. Lägesbild\nPolisen redogjorde för hösten. Två bilar har brunnit på torget.\n2. Nästa möte\nMåndag 4 mars.\n"
    )
    protocol = read_protocol(text.encode())
    assert [meeting.meeting_date for meeting in protocol.meetings] == [
        date(2019, 3, 4),
        date(2018, 11, 16),
    ]
    assert len(segment(protocol.document)) == 2
