"""Bodies named after their aim, working groups beside the council above them, and names with an owner."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Anteckningar Samverkan Trygg stadskärna, Ekby kommun\nDatum: 2021-09-14", "Samverkan Trygg stadskärna", "Ekby kommun"),
        ("Arbetsgruppen Trygg resa, lokala Brå Ekby\n2019-04-03", "Arbetsgruppen Trygg resa", "Ekby"),
        ("Lokala Brå Ekby\nArbetsgrupp Trygg skolväg\n2022-02-08", "Arbetsgrupp Trygg skolväg", "Ekby"),
        ("Trygg i centrum, arbetsgrupp i lokala Brå Ekby\nTid: 6 oktober 2020 kl 9", "Trygg i centrum", "Ekby"),
        ("Ekby\nTrygg fritid – minnesanteckningar 2021-03-25", "Trygg fritid", "Ekby"),
        ("Minnesanteckningar Samverkansgruppen Tryggare Ekby\nTid: 13 mars 2018", "Samverkansgruppen Tryggare Ekby", "Ekby"),
        ("Partnerskapet Trygga Ekby\nAnteckningar 2021-03-25", "Partnerskapet Trygga Ekby", "Ekby"),
        ("Rådet för ett tryggt och säkert Ekby\nProtokoll 2021-03-25", "Rådet för ett tryggt och säkert Ekby", "Ekby"),
        ("Nätverket Vuxna på stan, Ekby\nAnteckningar 2021-03-25", "Nätverket Vuxna på stan", "Ekby"),
        ("Nätverket Trygg helg, Ekby\nTid: 5 december 2013 kl 15", "Nätverket Trygg helg", "Ekby"),
        ("EKBY\nMinnesanteckningar\nSamverkansgrupp trygghet\nTid: 2023-01-24", "Samverkansgrupp trygghet", "EKBY"),
        ("Arbetsgruppen för ungas trygghet inom lokala Brå Ekby\n2021-03-25", "Arbetsgruppen för ungas trygghet", "Ekby"),
        ("Brottsförebyggande och tillgänglighetsrådet (BTR), Ekby kommun\n2014-04-10", "Brottsförebyggande och tillgänglighetsrådet (BTR)", "Ekby kommun"),
        ("EKBY KOMMUN\nKommunstyrelsens trygghetsutskott\nSammanträdesdatum 2016-11-23", "Kommunstyrelsens trygghetsutskott", "EKBY KOMMUN"),
        ("Polisens medborgarråd i Ekby kommun\nProtokoll 2019-11-20", "Polisens medborgarråd", "Ekby kommun"),
        ("Hyresgästföreningen Skutans trygghetsgrupp den 26 augusti 2018", "Hyresgästföreningen Skutans trygghetsgrupp", None),
        ("Operativa gruppen Ekby\nMinnesanteckningar 2019-11-20", "Operativa gruppen", "Ekby"),
        ("Lilla trygghetsrådet i Ekby, anteckningar 2019-11-20", "Lilla trygghetsrådet", "Ekby"),
        ("BRÅ:s styrgrupp, Ekby kommun\nAnteckningar 2019-11-20", "BRÅ:s styrgrupp", "Ekby kommun"),
        ("Nattvandrarna i Ekby\nAnteckningar från möte 2019-11-20", "Nattvandrarna", "Ekby"),
        ("Ekbys samfällighetsförening\nProtokoll, trygghetsmöte den 25 mars 2021", "Ekbys samfällighetsförening", "Ekby"),
        ("Samrådet mellan skolan och polisen\n2019-11-20", "Samrådet mellan skolan och polisen", None),
        ("TRYGG I EKBY\nMötesanteckningar 29 mars 2022", "TRYGG I EKBY", "EKBY"),
        ("Nätverk mot brott, Ekby\nAnteckningar 2022-03-29", "Nätverk mot brott", "Ekby"),
        ("Kommittén för en trygg stad\nEkby stad\nProtokoll 2022-03-29", "Kommittén för en trygg stad", "Ekby stad"),
        ("Trygghetsambassadörerna i Ekby\nAnteckningar 2022-03-29", "Trygghetsambassadörerna", "Ekby"),
        ("Kvinnojourens nätverk i Ekby\nAnteckningar 2018-03-14", "Kvinnojourens nätverk", "Ekby"),
        ("Ungdoms-Brå i Mo\nAnteckningar 2017-10-12", "Ungdoms-Brå", "Mo"),
        ("Rådgivande gruppen för trygghet i Ekby\nAnteckningar 2017-10-12", "Rådgivande gruppen för trygghet", "Ekby"),
        ("Samverkansgrupp för trygga ungdomsmiljöer, Ekby\n12 oktober 2017", "Samverkansgrupp för trygga ungdomsmiljöer", "Ekby"),
        ("Köpmännens trygghetsråd i Ekby\nAnteckningar 2017-10-12", "Köpmännens trygghetsråd", "Ekby"),
        ("Trapphusombuden på Dalen\nProtokoll 12 oktober 2017", "Trapphusombuden", "Dalen"),
        ("Öviks kommun\nTid och plats: 2015-05-20 kl 10, Polishuset\nBrottsförebyggande rådet, protokoll nr 2", "Brottsförebyggande rådet", "Öviks kommun"),
        ("Trygg kommun\nEkby kommun\nBrottsförebyggande rådet\nProtokoll 2018-03-14", "Brottsförebyggande rådet", "Ekby kommun"),
        ("EKBY\nVälkomna\nTrygghetsrådet den 14 mars 2018 kl 9", "Trygghetsrådet", "EKBY"),
        ("Lokala Brå Ekby\nAnteckningar 2018-03-14\nTema: Trygg stad", "Lokala Brå", "Ekby"),
    ],
)  # fmt: skip
def test_council_and_area(text: str, council: str, area: str | None) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


def test_the_council_stands_below_the_day_that_has_the_label() -> None:
    text = "Ekby kommun\nPROTOKOLL\nSammanträdesdatum: 2022-03-01\nTrygghetsrådet\nPlats: Ladan"
    found = head(part(text + BODY))
    assert (found.council, found.meeting_date) == ("Trygghetsrådet", date(2022, 3, 1))


@pytest.mark.parametrize("gap", [" ", "    "])
def test_labels_follow_one_another_on_a_line(gap: str) -> None:
    line = gap.join(("Klockan 17:30", "Plats Ekby kulturhus", "Datum 2017-03-15"))
    text = f"{line}\nDnr KS 2017/12{gap}Saknr 131\nPROTOKOLL\nSamverkansrådet polis-kommun Ekby"
    found = head(part(text + BODY))
    assert (found.council, found.area) == ("Samverkansrådet polis-kommun", "Ekby")
    assert (found.place, found.start_time) == ("Ekby kulturhus", time(17, 30))
    assert (found.meeting_date, found.registration_number) == (date(2017, 3, 15), "KS 2017/12")


def test_where_and_when_minutes_are_adjusted_is_not_the_meeting() -> None:
    text = "Ekby kommun\nBrottsförebyggande rådet\n\nJustering\nPlats: kansliet\nDatum: 2019-03-20\n\nDatum: 2019-03-13\nKlockan: 13.00\nPlats: Ladan"
    found = head(part(text + BODY))
    assert (found.meeting_date, found.place) == (date(2019, 3, 13), "Ladan")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Trygghetsgruppen i Ekby\nVi sågs hos Siri den 25 mars 2021. Började 18.00, slutade 19.45.", time(18), time(19, 45)),
        ("Trygghetsgruppen i Ekby 25 mars 2021 kl 19\n\nNärvarande: Siri, Bo och Tove. Vi satt i köket klockan 19 och höll på till 20.40.\n\n1. Bryggan\nBo lagar den.\n", time(19), time(20, 40)),
        ("Trygghetsgruppen i Ekby 25 mars 2021 kl 19\n\nNärvarande: Siri, Bo\n\n1. Bryggan\nBo lagar den.\n\n2. Slut\nMötet slut halv nio.\n", time(19), time(20, 30)),
    ],
)  # fmt: skip
def test_when_it_ended_is_told(text: str, start: time, end: time) -> None:
    found = head(part(text if "1." in text else text + BODY))
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Ekmo, tisdag 6 maj 2014, kl 19 hos Rune\nTrygghetsgruppen, första träffen", "Ekmo"),
        ("◆ EKMO\nMinnesanteckningar\nSamverkansgruppen\nTid: 2023-01-24", "EKMO"),
        ("Brottsförebyggande rådet i Ekmo Tisdagen den 3 maj 2015 kl 9", "Ekmo"),
        ("EKMO\tPROTOKOLL 3/2014\nTrygghetsrådet\tDnr A214.880/2014\nDatum: 2014-09-25", "EKMO"),
        ("Samverkansgruppen kring Ekmo torg\nAnteckningar 2019-11-20", "Ekmo torg"),
        ("PROTOKOLL\nEkmos stadsdelsområde\nLokala Brå\nDatum: 2019-05-14", "Ekmos stadsdelsområde"),
        ("Ekmo stadsdelsförvaltning\nPROTOKOLL\nEkmos trygghetsråd\nEkmo stadsdelsnämndsområde\n2019-05-14", "Ekmo stadsdelsnämndsområde"),
        ("PROTOKOLL\nTrygghetsrådet Ekmo\nEkmo kommundelsområde\n2019-05-14", "Ekmo kommundelsområde"),
    ],
)  # fmt: skip
def test_area(text: str, area: str) -> None:
    assert head(part(text + BODY)).area == area


def test_a_day_under_the_invited_is_the_meetings() -> None:
    text = "Trygghetsgruppen i Ekby\nInbjudna: Nattvandrarna och byalaget\n14 mars 2018 kl 19, Bygdegården"
    found = head(part(text + BODY))
    assert (found.meeting_date, found.start_time) == (date(2018, 3, 14), time(19))
    assert (found.council, found.place) == ("Trygghetsgruppen", "Bygdegården")


@pytest.mark.parametrize(
    "template",
    [
        "Typ Anteckningar Datum Anna Ek Sida 1(2) {title} Lokal: Ladan Tid: 10-12",
        "Minnesanteckningar Datum Anna Ek 2018-03-19 {title} Lokal: Ladan Tid: 10-12",
        "Minnesanteckningar Handläggare Anna Ek {title} Plats: Ladan Tid: 10-12",
        "PROTOKOLL SIDA 1 (2) {title} Plats: Ladan Tid: 10-12",
    ],
)
def test_the_title_stands_behind_a_templates_values(template: str) -> None:
    line = template.format(title="Trygghetsrådet i Ekby, onsdagen den 14 mars 2018")
    flat = " ".join(f"{line}{BODY}".split())
    found = head(part(flat))
    assert (found.council, found.area) == ("Trygghetsrådet", "Ekby")
    assert (found.meeting_date, found.place) == (date(2018, 3, 14), "Ladan")


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Solgläntan – styrelsemöte 14 maj 2012", "Solgläntan", None),
        ("Möte 3, Solgläntan, 14 maj 2012", "Solgläntan", None),
        ("Kajens Vänner, årsmöte 14 maj 2012", "Kajens Vänner", None),
        ("Hyreshusets Vänner\nProtokoll 2012-03-04", "Hyreshusets Vänner", None),
        ("SÖDRA ÄNGARS VILLAÄGARE\nStyrelsemöte nr 4\n2012-05-14", "SÖDRA ÄNGARS VILLAÄGARE", None),
        ("Företagarna i Ekby\nMöte 14 maj 2012", "Företagarna", "Ekby"),
        ("Trygghetsombuden, 14 maj 2012", "Trygghetsombuden", None),
        ("Mötesanteckningar - Grannsamverkan Solviken - 14/5 2012", "Grannsamverkan", "Solviken"),
        ("Protokoll över Ekby BRÅs möte 14.5.2012", "BRÅ", "Ekby"),
        ("Anteckningar från Brås träff 14 maj 2012", "Brå", None),
        ("Anteckningar från möte med Norra Hamngruppen 14 maj 2012", "Hamngruppen", None),
        ("Protokoll 5/2012 Sammanträdesdag 2012-05-14 Tid 18.00–19.30 Plats Ekgården Organ Trygghetsutskottet", "Trygghetsutskottet", None),
        ("Styrelsemöte tisdag 14 maj 2012", None, None),
        ("Årsmöte Ekgården 14 maj 2012", None, None),
        ("Anna – möte 14 maj 2012", None, None),
        ("Höstmöte 2012-05-14", None, None),
        ("Tack för senast – möte 14 maj 2012", None, None),
        ("Protokoll 2012-05-14\nFastighetsägare: Bo Ek", None, None),
    ],
)  # fmt: skip
def test_names_that_no_known_word_shows(text: str, council: str | None, area: str | None) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Ekby kommun · Samverkan Trygg vardag · anteckningar 2019-02-06", "Samverkan Trygg vardag", "Ekby kommun"),
        ("Forum Trygghet – Ekby kommun\n2017-09-05", "Forum Trygghet", "Ekby kommun"),
        ("Ekby kommun\nTvärgruppen mot våld, mötesanteckningar\n2017-10-13", "Tvärgruppen mot våld", "Ekby kommun"),
        ("Protokoll från Öns trygghetsråd, Ekholmen\n2009-11-08", "Öns trygghetsråd", "Ekholmen"),
        ("Ekbys kommun, kommunkontoret\nBrå-gruppen Ekby\nSammanträdesdag: 2007-05-10", "Brå-gruppen", "Ekby"),
        ("Lokalt samråd för trygghet, Ekby\n4 april 2019", "Lokalt samråd för trygghet", "Ekby"),
        ("Byalagets grupp för trygghet, Ekby\nProtokoll 4 april 2019", "Byalagets grupp för trygghet", "Ekby"),
        ("Ekby kommun\nInsatsgruppen Torget\nMinnesanteckningar 4 april 2019", "Insatsgruppen Torget", "Ekby kommun"),
        ("Ekby kommun\nBRÅ:s arbetsgrupp för landsbygden\nAnteckningar 4 april 2019", "BRÅ:s arbetsgrupp för landsbygden", "Ekby kommun"),
        ("Lokala BRA Ekby\nMinnesanteckningar 2021-11-17", "Lokala BRA", "Ekby"),
        ("LBR Ekby, anteckningar den 5 september 2017\nLBR = lokala brottsförebyggande rådet", "LBR", "Ekby"),
        ("Trygghetsrådet i Ekängens bostadsområde den 18 oktober 2018", "Trygghetsrådet", "Ekängens bostadsområde"),
        ("Vid Trygghetsgruppens möte i Ekby den 21 april 2021 via Teams deltog: Siv Lund (polisen), Omar Said (Ekbyhem)", "Trygghetsgruppen", "Ekby"),
    ],
)  # fmt: skip
def test_own_names_letters_and_owners(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


def test_letters_that_a_name_explains_beside_them_do_not_stand_for_it() -> None:
    text = "Ekby kommun\nRådet för trygghet och hälsa (RTH)\nProtokoll RTH 2017-09-05"
    assert head(part(text + BODY)).council == "Rådet för trygghet och hälsa (RTH)"
