"""Heads as web pages and hosts of documents leave them: titles, letters' prose, damaged ladders, two days at odds."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part

TALK = "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Samverkan Ekvik, mars-22\nMöte 16 mars 2022", "Samverkan Ekvik", "Ekvik"),
        ("Samverkan Norra Ekvik\nAnteckningar 2022-03-16", "Samverkan Norra Ekvik", "Norra Ekvik"),
        ("Trygg i Övre Ekby – september\nAnteckningar 2021-09-14", "Trygg i Övre Ekby", "Övre Ekby"),
        ("Styrelsemöte 4 maj 2012\nProtokoll fört vid EBK:s styrelsemöte den 4 maj 2012.", "EBK", None),
        ("GoCode Wests höstmöte 2019 - Protokoll (2019-10-08)", "GoCode West", None),
        ("Mötesprotokoll KodLab ekby\n8 oktober 2019", "KodLab ekby", None),
        ("Protokoll från styrelsemöte 2011-02-08\n23:ans samfällighetsförening i Ekby", "23:ans samfällighetsförening", "Ekby"),
        ("PROTOKOLL\nStuderandenas trygghetsråd i Ekby den 8 april 2014", "Studerandenas trygghetsråd", "Ekby"),
        ("Ekby kommun Protokoll.doc 58 kB\nSAMRÅDET FÖR SKOLVÄG OCH FRITID (SSF)\n2013-09-24", "SAMRÅDET FÖR SKOLVÄG OCH FRITID (SSF)", "Ekby kommun"),
        ("Sammanträde med regionpolisrådet i polisregion Nordan\nDatum: 2021-11-23", "regionpolisrådet", "polisregion Nordan"),
        ("EKBY KOMMUN\nTrygghetsrådet 2018-11-22\nOrgan: Trygghetsrådet. Uppsatt 2018-11-30. Tas ned 2018-12-22", "Trygghetsrådet", "EKBY KOMMUN"),
        ("EKBY BROTTSFÖREBYGGANDE RÅD, EBR\nProtokoll nr 3, 2011-09-20", "BROTTSFÖREBYGGANDE RÅD", "EKBY"),
        ("Anteckningar från områdesgruppens träff i Ekby onsdagen den 23 januari 2019", "områdesgruppen", "Ekby"),
        ("Ekby stadsdelsförvaltning\nAnteckningar\n2016-09-14\nPolisen: Maj Ek\nHandelsgruppen Hamnstan: Bo Lindh, Torghallen", None, "Ekby"),
        ("Anteckningar trygghetskväll 2019-02-04\nGrannsamverkan, uppdaterat\nSedan i höstas talar vi om att gå med i Grannsamverkan på gatan.", None, None),
        ("Anteckningar 2019-02-04\nGrannsamverkan Ekby", "Grannsamverkan", "Ekby"),
    ],
)  # fmt: skip
def test_council_and_area(text: str, council: str | None, area: str | None) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


@pytest.mark.parametrize("whose", ["Årets", "Kvällens", "Föreningens", "Annas", "Höstens"])
def test_a_time_or_a_person_is_no_body(whose: str) -> None:
    assert head(part(f"{whose} möte 2019-03-05{BODY}")).council is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Protokoll fört vid styrelsemöte den 19 mars 2011 på Kafé Måsen.", "Kafé Måsen"),
        ("Styrelsemöte nr 2, 2015 – 03 - 06 i Nätboden. En bilaga.", "Nätboden"),
        ("Anteckningar från mötet 20 mars 2021 på ”Kvartersköket”.", "Kvartersköket"),
        ("Årsmöte den 3 mars 2014 hos Gertrud.", "hos Gertrud"),
        ("Årsmöte den 3 mars 2014 hos Gertrud, Lönnvägen 7.", "hos Gertrud, Lönnvägen 7"),
        ("Möte den 3 mars 2014 i Folkets hus, gröna salen", "Folkets hus, gröna salen"),
        ("Trygghetsrådet 2022-03-16\nDet första mötet med Siv Ek, samordnare på Östra kontoret, hölls på Café Lotsen den 16 mars.", "Café Lotsen"),
        ("Trygghetsrådet\nPlats och tid Ekgården kl\nDatum 2022-03-16", "Ekgården"),
        ("Trygghetsrådet 2022-03-16\nPlats Datum for mötet\nKlockan 9-11", None),
        ("Årsmöte den 3 mars 2014 i Ekby", None),
    ],
)  # fmt: skip
def test_place(text: str, place: str | None) -> None:
    assert head(part(text + BODY)).place == place


def test_the_first_sentences_tell_where() -> None:
    text = "Trygghetsforum\nEkby\n2007-05-08\n\n1. Inledning\nForumet hölls i stadsbibliotekets hörsal.\n\n2. Läget\nLugnt.\n"
    assert head(part(text)).place == "stadsbibliotekets hörsal"


def test_headings_over_a_text_without_a_head() -> None:
    text = "Trygg i Ekby – mars\n\nTrygg i Ekby – mars\n\nHär kommer anteckningar från mötet 9 mars 2021 på ”Krogen”.\n\nInformation från polisen\nPolisen berättade om läget.\nSommaren var lugn.\n"
    found = head(part(text))
    assert (found.council, found.area, found.place) == ("Trygg i Ekby", "Ekby", "Krogen")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Klockan: 09.00-09.40, 10.15-11.55", time(9), time(11, 55)),
        ("Tid: kl 13.00-14.30 och 15.00-16.10", time(13), time(16, 10)),
        ("Tisdag 5 mars 2019, klockan 15:00\nBeräknas pågå till 16:45", time(15), time(16, 45)),
        ("5 mars 2019 med början klockan 19:00 och planerat avslut senast 21.", time(19), time(21)),
        ("Möte tisdag 5/3 2019, bygdegården, 19.00", time(19), None),
        ("Möte 5 mars 2019\nGruppen träffas i styrelserummet den 26 mars kl. 18.30.", None, None),
        ("date = \"2019-03-05T20:00:00+01:00\"\nMöte 5 mars 2019", None, None),
    ],
)  # fmt: skip
def test_times(text: str, start: time | None, end: time | None) -> None:
    found = head(part(f"Trygghetsrådet 2019-03-05\n{text}{BODY}"))
    assert (found.start_time, found.end_time) == (start, end)


def test_the_weekday_settles_which_of_two_days() -> None:
    text = "Trygghetsrådet Ekby   2008-02-19\nTid: tisdagen den 20 februari kl 17:30"
    found = head(part(text + BODY))
    assert found.meeting_date == date(2008, 2, 19)
    assert "weekday_mismatch" in {issue.kind for issue in found.issues}


def test_a_short_year_beside_the_month_and_no_span_of_years() -> None:
    text = "Samverkan Ekvik, november-22\nMötet hölls den 16 november.\nStatistik för 2019-2021 ligger sist."
    assert head(part(text + BODY)).meeting_date == date(2022, 11, 16)


def test_a_page_that_was_published_another_day() -> None:
    text = 'date = "2018-01-29T20:00:00+01:00"\ntitle = "Inbjudan till årsmöte 2018"\n\nI år är årsmötet den 19 februari klockan 19:00.'
    assert head(part(text + BODY)).meeting_date == date(2018, 2, 19)


@pytest.mark.parametrize(
    "tail", ["Förhinder: bo.ek@ekby.example", "Förhinder: ring Bo, 070-123 45 67"]
)
def test_whom_to_tell_is_no_absence(tail: str) -> None:
    text = f"KALLELSE\nTrygghetsrådet\nTid: 22 mars 2022 kl 9\nKallade\nAnna Ek\nBo Lindh\n\n1. Öppnande\nUpprop.\n\n2. Läget\nFöredragande: Anna Ek\n\n{tail}\n"
    assert head(part(text)).kind == "kallelse"


def test_a_page_without_items_that_tells_of_its_meeting() -> None:
    text = (
        "Infokväll den 18 mars 2010\n\nTorsdagen den 18 mars bjöd vi in, tjugo kom.\n\n"
        "Polisen berättade om inbrotten på gatan.\n\nSedan informerade Anna om nya lås.\n\nTack för i kväll.\n"
    )
    assert head(part(text)).kind == "minnesanteckningar"


def test_notes_in_an_annex_do_not_name_the_document() -> None:
    text = f"Styrelsemöte nr 3 2014-10-08\nNärvarande: Bo Ek, Maj Lindh\nProtokollet från möte 2 justerades.\n\nAnteckningar från vandringen, bilaga 2.\n\n{TALK}\n"
    assert head(part(text)).kind == "protokoll"


def test_pages_that_count_themselves() -> None:
    text = (
        f"Ungdomsrådet 1(3) Plats och tid Beslutande 17:00, stora grupprummet, Kulturhuset Ekby Maj Ek, Bo Lindh, Siv Alm Justerare Bo Lindh {TALK}\n"
        f"2(3) Ungdomsrådet 41 Föregående protokoll {TALK}{TALK}\n"
        f"3(3) Ungdomsrådet 42 Lägesbild {TALK}{TALK}\n"
    )
    found = head(part(text))
    assert found.place == "stora grupprummet, Kulturhuset Ekby"
    assert (found.council, found.start_time) == ("Ungdomsrådet", time(17))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vandrarna i Ekby\nMöte 2019-09-11\nHos Pia, Lönnvägen 8\n18-19.30", "Hos Pia, Lönnvägen 8"),
        ("Trygghetsrådet 2019-09-11\nMötet hölls i bygdegården och 23 personer kom.", "bygdegården"),
        ("Trygghetsrådet\nKvällen den 5 juni 2013, kl 18.30, på lekplatsen", "lekplatsen"),
    ],
)  # fmt: skip
def test_place_without_its_clause(text: str, place: str) -> None:
    assert head(part(text + BODY)).place == place


def test_a_meeting_that_is_labelled_behind_the_place() -> None:
    found = head(part(f"Tid: 2012-10-11 kl 15\nPlats: Ladan\nMöte: Brå Ekvik{BODY}"))
    assert (found.council, found.area, found.place) == ("Brå", "Ekvik", "Ladan")


def test_a_sentence_tells_the_day_without_its_year() -> None:
    text = "Trygghetsmöte Ekby\n\nPublicerad 2022-05-20\n\nDen 12 maj träffades boende och polis i Ekbyskolans matsal.\n\nFrågor\nNär lagas lampan vid skolan?\nI juni.\n"
    assert head(part(text)).meeting_date == date(2022, 5, 12)
