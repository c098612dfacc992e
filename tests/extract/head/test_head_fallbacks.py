"""Heads whose own lines have lost something that another place tells: a host's title, a notice of posting, the text."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part

TALK = "Polisen berättar att vintern har varit lugn. Skolan berättar att fler stannar kvar på kvällarna. "
NAMES = "Närvarande\nMaj Ek, polisen\nBo Li, rektor\n\n"


def hosted(title: str, text: str, by: str = "Download") -> str:
    return f'Storlek: px\nStarta visningen från sidan:\n\n{by} "{title}"\n\nTranskript\n\n{text}'


@pytest.mark.parametrize(
    ("title", "first", "day", "start", "end"),
    [
        ("Ekmo trygghetsråd 2012-05-08", "EKMO TRYGGHETSRÅD", date(2012, 5, 8), None, None),
        ("Protokoll Ekmo trygghetsråd 8 maj 2012 kl. 13.00-15.00", "Ekmo trygghetsråd\nProtokoll", date(2012, 5, 8), time(13), time(15)),
        ("Trygghetsrådet i Ekmo 8 maj 2012. Ekgården kl 9.15 11.00", "Trygghetsrådet i Ekmo 8 maj (9)", date(2012, 5, 8), time(9, 15), time(11)),
        ("Anteckningar Lokala Brå Ekmo, tisdag 8 maj 2012, klockan 08:30–10:00", "Lokala Brå Ekmo\nAnteckningar", date(2012, 5, 8), time(8, 30), time(10)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("by", ["Download", "Ladda ner", "Share"])
def test_a_hosts_title_tells_what_the_text_has_lost(
    by: str, title: str, first: str, day: date, start: time | None, end: time | None
) -> None:
    found = head(part(hosted(title, f"{first}\nPlats Ekgården\n{BODY}", by)))
    assert (found.meeting_date, found.start_time, found.end_time) == (day, start, end)


def test_the_texts_own_day_and_hours_go_before_a_hosts_title() -> None:
    text = f"Ekmo trygghetsråd\nProtokoll 2012-05-09 kl. 14-16\n{BODY}"
    found = head(part(hosted("Ekmo trygghetsråd 2012-05-08 kl 9-11", text)))
    assert (found.meeting_date, found.start_time) == (date(2012, 5, 9), time(14))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Plats och tid: Ekgården, klockan 13.00 15:15", time(13), time(15, 15)),
        ("Tid: 2012-05-08 kl. 08.00 11.10 Ajournering, kl. 9.30 9.50", time(8), time(11, 10)),
        ("Tid: 18.00 20.30", time(18), time(20, 30)),
        ("Tisdag 8 maj 2012 kl 9.00 10.45", time(9), time(10, 45)),
        ("Tid: kl. 18.30 17.00", time(18, 30), None),
        ("Möte 3, 2012-05-08 – 17.00 hos Bo", time(17), None),
    ],
)
def test_hours_whose_dash_is_lost(text: str, start: time, end: time | None) -> None:
    found = head(part(f"Ekmo trygghetsråd\n{text}{BODY}"))
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Trygghetsrådet 2012-05-08\n" + NAMES + "1. Läget\nPolisen i Ekmo kommun redogör.", "Ekmo kommun"),
        ("Folkhälsorådet 2012-05-08\n" + NAMES + "1. Avtal\nAvtalet mellan polisen i Ekmo och Ekmo kommun gäller.", "Ekmo kommun"),
        ("Trygghetsrådet 2012-05-08\n" + NAMES + "1. Läget\nDet här gäller i Norra Ekmo kommuns skolor.", "Norra Ekmo kommun"),
        ("Trygghetsrådet 2012-05-08\n" + NAMES + "1. Läget\nEkmo kommun och Lundby kommun samarbetar.", None),
        ("Trygghetsrådet 2012-05-08\n" + NAMES + "1. Läget\nVi skriver till kommunen.", None),
        ("Vägföreningen 2012-05-08\n" + NAMES + "1. Läget\nVi skriver till Ekmo kommun.", None),
    ],
)  # fmt: skip
def test_the_one_municipality_of_which_the_text_speaks(text: str, area: str | None) -> None:
    assert head(part(text + " Alla enades om det och tackade för mötet.\n")).area == area


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Brottsförebyggande rådet Lundbergs museum, 8 maj 2012", None),
        ("Brottsförebyggande rådet Lundby, 8 maj 2012", "Lundby"),
        ("Elevråd 8/5-12\nprotokoll från elevrådet", None),
        ("Styrelseprotokoll 2012-05-08\nEkbackens Tomt- och Vägförening\nGrillkväll 2012-06-10", "Ekbacken"),
        ("Kallelse till årsmöte\nÅrsstämma Ekbackens vägförening", "Ekbacken"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_or_a_day_and_is_no_area(text: str, area: str | None) -> None:
    assert head(part(text + BODY)).area == area


@pytest.mark.parametrize(
    "name", ["Rådet för hälsa och trygghet", "Trygghetsrådet", "Kommunala ungdomsrådet"]
)
def test_the_body_in_a_notice_whose_labels_stand_apart(name: str) -> None:
    text = (
        f"Sida 1/2 Plats och tid Kommunhuset, Ekmo, kl. 08.30 11.20 Beslutande Maj Ek (S) Bo Li (M), ordförande Utses att justera Maj Ek Sekreterare Ordförande Ture Al Bo Li Justerande Maj Ek ANSLAG/BEVIS Protokollet är justerat. Justeringen har tillkännagivits genom anslag Organ Sammanträdesdatum Förvaringsplats för protokollet Underskrift {name} Kanslienheten Ture Al\n"
        f"Sida 2/2 9 Lägesbild {TALK}{TALK} 10 Skolvägar {TALK}{TALK} 11 Övriga frågor Polisen i Ekmo och Ekmo kommun ser över avtalet. {TALK}\n"
    )
    found = head(part(text))
    assert (found.council, found.area) == (name, "Ekmo kommun")


def test_a_bodys_name_that_is_an_items_topic_is_not_the_body() -> None:
    text = "Protokoll Klassombudsmöte 8 maj 2012\n\n§ 1 Öppnande\nMaj öppnade mötet.\n§ 2 Info\nSkolans trygghetsteam – planen skrevs om i höstas.\n"
    assert head(part(text)).council is None


def test_a_title_under_a_pages_menu_names_the_body() -> None:
    text = f"Fler sidor\nTrygg och säker\n\n## Trygghetsrådets första möte är hållet\n\nTisdagen den 8 maj 2012 samlades rådet i Ekmo kommun. {TALK}\n\n## Nästa steg\n\n{TALK}\n"
    assert head(part(text)).council == "Trygghetsrådet"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Möten i år\nMöte 1: 2012-02-05 – Hos Anna\nMöte 2: 2012-05-08 – 17.00 Hos Bo\nMöte 3: 2012-08-27 – Hos Anna", "Hos Bo"),
        ("Plats och tid: Räddningsnämndens sammanträdesrum, kl 9", "Räddningsnämndens sammanträdesrum"),
        ("Plats och tid: Byggnadsnämndens möteslokal", "Byggnadsnämndens möteslokal"),
    ],
)  # fmt: skip
def test_place(text: str, place: str) -> None:
    assert head(part(f"Protokoll 2012-05-08\nTrygghetsrådet\n{text}{BODY}")).place == place


@pytest.mark.parametrize(
    "lines",
    [
        "Plats: Brandstationen i Norrby\nTid: Onsdag den 8/5 kl 9-10.30",
        "Tid: 8 maj, kl. 9.00-10.30\nPlats: Brandstationen i Norrby",
        "Lokal: Brandstationen i Norrby\nNär: onsdagen den 8 maj klockan 9 till 10.30",
    ],
)
def test_labels_below_names_that_were_cut_as_items(lines: str) -> None:
    text = f"Minnesanteckningar 2013-05-08\nTrygga hus\n\n## Namn\n\nMaj Ek\nBo Li\n\n## Polisen\n\n{lines}\n\n{TALK}\n"
    found = head(part(text))
    assert (found.start_time, found.end_time) == (time(9), time(10, 30))
    assert found.place == "Brandstationen i Norrby"


def test_labels_of_another_day_below_are_another_events() -> None:
    text = f"Minnesanteckningar 2013-05-08\nTrygga hus\n\n## Namn\n\nMaj Ek\n\n## Loppis\n\nPlats: Ladan\nTid: 9 juni kl 9-10\n\n{TALK}\n"
    found = head(part(text))
    assert (found.start_time, found.place) == (None, None)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Snabbreferat från trygghetsrådets möte 2013-05-08", "minnesanteckningar"),
        ("Kortreferat från Trygghetsrådet den 8 maj 2013", "minnesanteckningar"),
    ],
)
def test_short_accounts_are_notes(title: str, kind: str) -> None:
    assert head(part(f"{title}\n\n{TALK}")).kind == kind


def test_who_is_called_in_a_summons_did_not_come() -> None:
    text = f"Kallelse Trygghetsrådet 2013-05-08\n\nLedamöter kallas Ersättare underrättas\n\nMaj Ek (M), ordförande\n\nLedamöter\n\nBo Li (S)\n\nÖvriga\n\nSiv Ås\n\n1. Rådets arbete\n\n2. Skolvägar\n\n3. Protokollet från mars\n\n{TALK}\n"
    assert head(part(text)).kind == "kallelse"


@pytest.mark.parametrize(
    ("above", "below", "start", "end"),
    [
        ("Mötet öppnades 18.30 av Maj.", "Maj tackade och avslutade kl 20.", time(18, 30), time(20)),
        ("Plats: hos Maj\nMötet började 19.00 och slutade 21.15.", "Tack för i kväll.", time(19), time(21, 15)),
        ("Kvällen ägnades åt belysningen.", "Vi bröt strax efter kl 21.", None, time(21)),
        ("Kvällen ägnades åt belysningen.", "Mötet avrundades kl. 20.30.", None, time(20, 30)),
        ("Mötet startade kl 18.00.", "Vi skildes åt klockan 19.45.", time(18), time(19, 45)),
        ("Kvällen ägnades åt belysningen.", "Caféet stänger kl 21.", None, None),
    ],
)  # fmt: skip
def test_opening_and_closing_told_in_a_head_of_prose(
    above: str, below: str, start: time | None, end: time | None
) -> None:
    text = f"Minnesanteckningar Trygghetsrådet Ekmo 8 maj 2013\nNärvarande: Maj Ek, Bo Li\n\n{above}\n\nLäget\n{TALK}\n\nAvslut\n{below}\n"
    found = head(part(text))
    assert (found.start_time, found.end_time) == (start, end)


@pytest.mark.parametrize("word", ["Publicerad", "Uppdaterad", "Senast", "Reviderad"])
def test_a_page_s_own_day_names_no_area(word: str) -> None:
    assert head(part(f"Styrelsemöte 14 maj 2012\n{word} 2012-05-20{BODY}")).area is None
