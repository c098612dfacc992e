"""The next meeting under unlike titles, in lists of days, with its place before the hour or told by this one's."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from pipeline.extract.next_meeting import next_meeting
from tests.extract.parts import BODY, part

HELD = date(2019, 2, 22)
MAY = date(2019, 5, 10)
HALL = "Kommunhuset, Stora salen"
Told = tuple[date | None, time | None, str | None]


def told(title: str, body: str) -> Told | None:
    text = f"Protokoll Lokala Brå Ekmo 2019-02-22\n\n1. Inledning\nMaj hälsade.\n\n2. {title}\n{body}\n"
    record, _ = next_meeting(part(text), HELD, HALL, (time(9), None))
    return (record.meeting_date, record.start_time, record.place) if record else None


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Nästa möte", "Fredagen den 10 maj, Ladan, kl. 19.00.", (MAY, time(19), "Ladan")),
        ("Möten i vår", "10 maj, 7 juni och 5 juli. Klockan 16:30.", (MAY, time(16, 30), None)),
        ("Övrigt", "Rådets ordinarie möte hålls den 10 maj kl 13 i Ladan.", (MAY, time(13), "Ladan")),
        ("Nästa möte", "10 maj 2019. Samma tid. Plats: apoteket.", (MAY, time(9), "apoteket")),
        ("Nästa LTS", "10/5, samma tid och lokal.", (MAY, time(9), HALL)),
        ("Till sist", "Mötena 2019 blir 10/5, 5/9 och 14/11. Kallelse kommer.", (MAY, None, None)),
        ("När ses vi?", "Fredag 10 maj, klockan 13, Ladan.", (MAY, time(13), "Ladan")),
        ("Nästa möte", "10 maj kl 13 i Ladan, som då är värd.", (MAY, time(13), "Ladan")),
        ("Nästa möte", "10 maj kl 13, Ladan (Siv kokar kaffe).", (MAY, time(13), "Ladan")),
        ("Nästa möte", "Den 10 maj kl 13 å samma lokal.", (MAY, time(13), HALL)),
        ("Nästa möte", "10 maj i skolans aula, klockan 13.", (MAY, time(13), "skolans aula")),
        ("Nästa möte", "10 maj klockan 13–15 i samma sal.", (MAY, time(13), HALL)),
        ("Tid för nästa", "Den 10 maj kl 14, samma matsal.", (MAY, time(14), HALL)),
        ("Tid och plats för nästa träff", "Den 10 maj kl 14, Ladan.", (MAY, time(14), "Ladan")),
        ("Datum framöver", "10 maj, 28 augusti, 9 november, samma tid varje gång. Vid nästa möte är vi i skolans matsal.", (MAY, time(9), "skolans matsal")),
        ("Träffar framöver", "10 maj och 28 augusti.", (MAY, None, None)),
        ("Nästa möte", "Blir fred 10 maj kl 1400 och denna gång i Hörsalen, Kyrkog. 5. Bo kokar kaffe.", (MAY, time(14), "Hörsalen, Kyrkog. 5")),
        ("Kommande möten", "Fredag den 10 maj kl 13.15 i Gröna rummet samt den 9 juni och 3 augusti.", (MAY, time(13, 15), "Gröna rummet")),
        ("Kommande möten", "Fredagar klockan 15:00-16:45 i sessionssalen: 10 maj, 7 juni.", (MAY, time(15), "sessionssalen")),
        ("Avslutning", "Vi ses i Båthuset fredagen den 10 maj 2019 kl. 17.30 om isen så vill.", (MAY, time(17, 30), "Båthuset")),
        ("Nästa EST", "10 maj 9.00.", (MAY, time(9), None)),
        ("Nästa möte", "Årsmöte 10 maj kl. 19.00", (MAY, time(19), None)),
        ("Nästa möte", "Det blir årsmöte fredagen den 10 maj kl 18 i Ladan. Städdag den 2 maj.", (MAY, time(18), "Ladan")),
        ("Nästa möte", "Årsmöte 5 april. Nästa styrelsemöte den 10 maj kl 18.", (MAY, time(18), None)),
        ("Nästa möte", "Boka lokal till årsmötet den 5 april.", None),
        ("Avslutning", "Vårmötet blir i Ekmo bygdegård den 10 maj. Siv tackade.", (MAY, None, "Ekmo bygdegård")),
        ("Avslutning", "Vårmötet hölls på Ladan den 10 februari.", None),
        ("NY TID", "10/5. Årets övriga dagar: 7/6, 22/9.", (MAY, None, None)),
        ("Nästa", "10 maj, 1500.", (MAY, time(15), None)),
        ("Avslutning", "Nästa styrgrupp: 2019-05-10, kl 10.00, förhoppningsvis i rum Eken", (MAY, time(10), "rum Eken")),
        ("Avslutning", "Ny runda fredag 10 maj 18.00.", (MAY, time(18), None)),
        ("Övrigt", "Nästa: 10 maj, Gretas kontor. Hej då.", (MAY, None, "Gretas kontor")),
        ("Övrigt", "Vårens dagar: 10 maj, 7 juni.", (MAY, None, None)),
        ("Övrigt", "Nästa nattvandring 10 maj kl 20.", None),
        ("Kalender", "4 maj Ekbydagen på torget\n10 maj kl. 14-16 nästa forum, Ungdomens hus\n15 september trygghetsvandring i hamnen", (MAY, time(14), "Ungdomens hus")),
        ("Nästa möte", "Nästa torsdag.", (date(2019, 2, 28), None, None)),
        ("Nästa möte", "Onsdag nästa vecka kl 18 i Ladan.", (date(2019, 2, 27), time(18), "Ladan")),
        ("Nästa möte", "Nästa möte blir om två veckor.", (date(2019, 3, 8), None, None)),
        ("Nästa möte", "Tisdagen om 14 dagar, kl 17.", (date(2019, 3, 5), time(17), None)),
        ("Nästa träff", "Fredag 10 maj kl 18. Då ses vi hos Greta.", (MAY, time(18), "hos Greta")),
        ("Nästa träff", "Nästa gång träffas vi i Ladan, 10 maj kl 18.", (MAY, time(18), "Ladan")),
        ("Nästa träff", "Fredag 10 maj, samma tid, i kyrkans källare.", (MAY, time(9), "kyrkans källare")),
        ("Nästa träff", "Fredag 10 maj, samma klockslag men i Gretas lokal.", (MAY, time(9), "Gretas lokal")),
        ("Nästa träff", "Fredag 10 maj, samma tid och samma lokal.", (MAY, time(9), HALL)),
        ("Nästa träff", "Fredag 10 maj kl 18, vi ses vid bryggan.", (MAY, time(18), "bryggan")),
        ("Nästa träff", "10 maj kl 9 på förmiddagen i skolan.", (MAY, time(9), "skolan")),
        ("Nästa träff", "10 maj kl 18 på kvällen.", (MAY, time(18), None)),
        ("Nästa träff", "10 maj. Mötet hålls digitalt via Teams.", (MAY, None, "digitalt via Teams")),
        ("Nästa träff", "Fredagen den 10 maj kl 18, även då på Ladan.", (MAY, time(18), "Ladan")),
        ("Nästa träff", "10 maj kl 13, plats meddelas senare.", (MAY, time(13), None)),
        ("Nästa träff", "10 maj kl 9 (Teams)", (MAY, time(9), "Teams")),
        ("Nästa träff", "10 maj kl 9 bjuder skolan in till sin matsal.", (MAY, time(9), None)),
        ("Nästa träff", "10 maj kl 13 på polishuset och gruppen säger ja.", (MAY, time(13), "polishuset")),
        ("Nästa träff", "12 april ställs in, vi ses den 10 maj i stället, kl. 13.15 i Ladan.", (MAY, time(13, 15), "Ladan")),
        ("Nästa träff", "Andra fredagen i maj kl 9 hos Greta.", (MAY, time(9), "hos Greta")),
        ("Nästa träff", "Sista fredagen i maj.", (date(2019, 5, 31), None, None)),
        ("Nästa träff", "10 maj. Vi är då på brandstationen.", (MAY, None, "brandstationen")),
        ("Nästa träff", "Träffen är den 10 maj kl 10 och hålls i kyrkan.", (MAY, time(10), "kyrkan")),
        ("Datum framöver", "10 maj är det städdag på torget.", None),
        ("Avslutning", "Bo avslutade. Vårens andra möte: fredag 10 maj kl 15.30.", (MAY, time(15, 30), None)),
        ("Övrigt", "Årets sista möte infaller den 10 maj kl 8.30 i stadshuset.", (MAY, time(8, 30), "stadshuset")),
        ("Övrigt", "Årets första möte hölls den 10 januari.", None),
        ("Ny träff", "10 maj kl 08.00–09.30 på Ekskolan.", (MAY, time(8), "Ekskolan")),
        ("Nästa fika", "Fredag 10/5 kl. 8, på Hamnbolagets kontor.", (MAY, time(8), "Hamnbolagets kontor")),
        ("Nästa steg", "Den 10 maj kl 9 prövas kameran.", None),
        ("Datum", "Nästkommande möten: 10 maj, 24 augusti, samtliga kl 14.00 på hälsocentralen.", (MAY, time(14), "hälsocentralen")),
        ("Datum", "Rådets möten 2019: 5 februari, 10 maj, 17 september.", (MAY, None, None)),
        ("Tider för våren", "Fredagarna 10 maj och 7 juni, alltid 10.00–11.45 i Ladan.", (MAY, time(10), "Ladan")),
        ("Datum", "Rådets tider 2019: 5 februari, 10 maj, 17 september", (MAY, None, None)),
        ("Nästa träff", "Bestämdes till fredag 10 maj klockan 15.00. Vi träffas på brandstationen.", (MAY, time(15), "brandstationen")),
        ("Nästa träff", "Först planerat den 3 april men flyttas till den 10 maj.", (MAY, None, None)),
        ("Nästa träff", "Fredag 10 maj kl 18 på gräsmattan bakom 6:an, vid regn i tvättstugan.", (MAY, time(18), "gräsmattan bakom 6:an")),
        ("Nästa träff", "Fredag 10 maj kl 13. Ekskolan bjuder på lokal.", (MAY, time(13), "Ekskolan")),
        ("Nästa träff", "Fredag 10 maj kl 13, Egon bjuder på kaffe.", (MAY, time(13), None)),
        ("Övrigt", "Nästa träff: Folkets hus fredag 10 maj kl 18.", (MAY, time(18), "Folkets hus")),
        ("Övrigt", "Nästa möte hålls via Teams den 10 maj klockan 14.", (MAY, time(14), "Teams")),
        ("Övrigt", "Nästa möte är den 10 maj kl. 9 i kommunhuset, men polisen ses redan den 4 april.", (MAY, time(9), "kommunhuset")),
        ("Nästa möte är fredag den 10 maj", "Tid: 13.00\nPlats: Ladan", (MAY, time(13), "Ladan")),
        ("Vårens möten", "10 maj kl 16.30 (Ekskolans bibliotek), 7 juni kl 16.30 (Kyrkan)", (MAY, time(16, 30), "Ekskolans bibliotek")),
        ("Trygghetsvandring", "Vi träffas vid stationen den 10 maj kl 18 för vandringen.", None),
        ("Övrigt", "Nästa föräldramöte är den 3 april. Nästa rådsmöte: 10 maj kl. 9.", (MAY, time(9), None)),
        ("Nästa träff", "Förmöte den 3 maj kl. 10. Rådet träffas den 10 maj kl 9 i Ladan.", (MAY, time(9), "Ladan")),
        ("Övrigt", "Nästa träff äger rum i Ladan, rum Lyktan, fredagen den 10 maj kl 17.", (MAY, time(17), "Ladan, rum Lyktan")),
        ("Nästa träff", "190510 kl 15.00 i Ladan", (MAY, time(15), "Ladan")),
        ("Nästa steg", "Gruppen ses på nytt den 10 maj kl. 15 i Gretas lokal för att följa upp.", (MAY, time(15), "Gretas lokal")),
        ("Nästa möte 10 maj kl 17,", "Ladan.", (MAY, time(17), "Ladan")),
        ("Skolan", "Frågan tas upp på nästa möte. Skolan stängs för sommaren den 12 juni.", None),
        ("Lampor", "Bo redovisar vid nästa möte. Den 10 maj kl 18 ordnar kyrkan café.", None),
        ("Lampor", "Bo redovisar på nästa möte. Det hålls den 10 maj kl 18.", (MAY, time(18), None)),
        ("Lampor", "Liv kommer nästa gång. Bo återkommer till nästa möte. Nästa gång 10 maj kl 9 i Ladan.", (MAY, time(9), "Ladan")),
        ("Uppföljning", "Mötet med handlarna ställdes in, ny tid blir den 10 maj.", None),
        ("Uppföljning", "Ny tid blir den 10 maj för besöket hos värden.", None),
        ("Övrigt", "Sammanträdesdagar under 2019: 5 februari, 22 februari, 10 maj och 26 november.", (MAY, None, None)),
        ("Sammanträdestider", "8 februari, 22 februari, 10 maj, 3 oktober", (MAY, None, None)),
        ("Höstens datum", "10 maj, 12 september och 4 november (alla kl 18.30 i Ladan)", (MAY, time(18, 30), "Ladan")),
        ("Kommande datum", "Lekdag 28 februari klockan 14 i Ladan. Nästa möte fredagen den 10 maj klockan 18 hos Greta.", (MAY, time(18), "hos Greta")),
        ("Kommande tillfällen", "Rådet: fredag 10 maj kl 14-16, därefter 2 september.", (MAY, time(14), None)),
        ("Nästa möte", "Hos Greta den 10 maj kl 18.30.", (MAY, time(18, 30), "Hos Greta")),
        ("Nästa gång", "Fredag 10/5, samma tid. Fysiskt! Rum Bäckasinen.", (MAY, time(9), "Rum Bäckasinen")),
        ("Nästa gång", "Fredag 10/5 kl 9. Lokal meddelas.", (MAY, time(9), None)),
        ("Nästa gång", "Fredag 10/5 kl 9. Bo bokar rum.", (MAY, time(9), None)),
        ("Nästa gång", "Fredag 10 maj, samma tid men hos Greta eftersom Ladan målas.", (MAY, time(9), "hos Greta")),
        ("Nästa möte", "Nästa möte hålls fredagen den 10 maj klockan\n16.00 hemma hos Greta.", (MAY, time(16), "hemma hos Greta")),
        ("Kommande möten", "- fre 10 maj\n- tor 14 september\nalla kl 18 i Ladan", (MAY, time(18), "Ladan")),
        ("Kommande möten", "- fre 10 maj\n- tor 14 september\n\nSamtliga möten hålls kl 18 i Ladan.", (MAY, time(18), "Ladan")),
        ("Kommande möten", "10 maj\n7 juni\n6 september\nMötena börjar kl 13.00.", (MAY, time(13), None)),
        ("Kommande möten", "fre 10 maj kl 9, Ladan\ntor 14 september kl 10, Rådhuset", (MAY, time(9), "Ladan")),
        ("Kommande möten", "Fredag 10 maj\nTid: kl 18.00\nPlats: Ladan", (MAY, time(18), "Ladan")),
        ("Nästa möte", "Vi bestämde 10 maj kl 18 i Ladan, Tove fixar nyckel.", (MAY, time(18), "Ladan")),
        ("Nästa möte", "Fredag 10 maj kl 13, skolans matsal (anmäl i receptionen).", (MAY, time(13), "skolans matsal")),
        ("Nästa möte", "Fredag 10 maj kl 13, länk skickas ut av Siri.", (MAY, time(13), None)),
        ("Nästa möte", "Inget datum sattes. Siri återkommer före den 10 maj.", None),
        ("Nästa träff", "10 maj kl 18, samma bryggor.", (MAY, time(18), "samma bryggor")),
        ("Nästa möte", "10 maj kl 9 möts gruppen igen, den här gången i Gretas ateljé på kulturhuset.", (MAY, time(9), "Gretas ateljé på kulturhuset")),
        ("Nästa möte", "Fredag 10 maj kl 9. Den här gången ses vi på brandstationen, Bo låser upp.", (MAY, time(9), "brandstationen")),
        ("Nästa möte", "Fredag 10 maj 09.00. Mötet äger då rum i Rådhuset, eftersom salen målas.", (MAY, time(9), "Rådhuset")),
        ("Nästa möte", "Fredag 10 maj 09.00. Greta är värd, kyrkans stora sal.", (MAY, time(9), "kyrkans stora sal")),
        ("Nästa möte", "Nästa gång ses vi hos Greta, om hon har flyttat in, fredagen den 10 maj kl 18. Annars hos Bo.", (MAY, time(18), "hos Greta")),
        ("Nästa möte", "10 maj kl 9, och om snön smält hos Båtklubben, Skeppshuset, annars digitalt.", (MAY, time(9), "hos Båtklubben, Skeppshuset")),
        ("Nästa möte", "10 maj kl 18 hemma hos Greta, Rönnvägen 3, två trappor upp.", (MAY, time(18), "hemma hos Greta, Rönnvägen 3")),
        ("Nästa möte", "10 maj kl 9, Rådhuset, sal meddelas.", (MAY, time(9), "Rådhuset")),
        ("Nästa möte", "10 maj kl 9, samma upplägg, plats kommer i kalendern.", (MAY, time(9), None)),
        ("Nästa möte", "10 maj kl 9, plats som i dag.", (MAY, time(9), HALL)),
        ("Nästa möte", "10 maj kl 9, fysiskt möte på polishuset i Ekmo, fika från 8.45.", (MAY, time(9), "polishuset i Ekmo")),
        ("Nästa möte", "10 maj kl 9, lokalen som vanligt.", (MAY, time(9), HALL)),
        ("Nästa möte", "10 maj kl 9. Samma plats.", (MAY, time(9), HALL)),
        ("Nästa möte", "10 maj kl 9. Greta ordnar lokal på polisstationen, Ågatan 2.", (MAY, time(9), "polisstationen, Ågatan 2")),
        ("Nästa möte", "10 maj kl 9 hos Greta - de bjuder på bullar.", (MAY, time(9), "hos Greta")),
        ("Nästa möte", "10 maj kl 9 på Ekskolan, Bo presenterar siffrorna.", (MAY, time(9), "Ekskolan")),
        ("Nästa möte", "10 maj kl 9, Rådhuset (legitimation krävs).", (MAY, time(9), "Rådhuset")),
        ("Nästa möte", "10 maj kl 9. Vårfesten hålls i Folkets park.", (MAY, time(9), None)),
        ("Möten under återstoden av året", "Dag\tTid\tPlats\nFredag 10 maj\t9.00\tLadan\nFredag 6 september\t9.00\tRådhuset", (MAY, time(9), "Ladan")),
    ],
)  # fmt: skip
def test_next_meeting_told(title: str, body: str, expected: Told | None) -> None:
    assert told(title, body) == expected


def test_a_title_inside_the_last_item() -> None:
    body = "Det har inte brunnit i vinter.\n\nNästa\n\n10 maj 2019, 08:30, den här gången på Brandstationen."
    assert told("Räddningstjänsten", body) == (MAY, time(8, 30), "Brandstationen")


def test_what_follows_a_title_without_a_day_is_not_it() -> None:
    body = "Det har inte brunnit i vinter.\n\nNästa\n\nVi tar upp städningen, som är 10 maj."
    assert told("Räddningstjänsten", body) is None


@pytest.mark.parametrize(
    "head_lines",
    [
        "Ekmo kommun\tNästa möte\nLokala Brå Ekmo\t10 maj 2019 kl 9.00\nProtokoll den 22 februari 2019\tUngdomens hus\nKl 13-15, Rådhuset\n",
        "Nästa möte\n10 maj kl 9.00\nUngdomens hus\n\nProtokoll från Lokala Brå Ekmo\nden 22 februari 2019 kl 13-15\nRådhuset\n",
    ],
    ids=["a box beside the title", "lines above the title"],
)
def test_the_next_meeting_told_in_the_head_is_not_this_one(head_lines: str) -> None:
    meeting = part(head_lines + BODY)
    own = head(meeting)
    assert (own.council, own.meeting_date, own.place) == ("Lokala Brå", HELD, "Rådhuset")
    record, _ = next_meeting(meeting, HELD)
    assert record is not None
    assert (record.meeting_date, record.start_time, record.place) == (MAY, time(9), "Ungdomens hus")


CALENDAR = "Möten i år\nMöte 1: 2019-01-05 – Hos Anna\nMöte 2: 2019-02-22 – 17.00 Hos Bo\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Vårstädning 2019-04-27\nMöte 3: 2019-05-10 – Hos Siv\nMöte 4: 2019-08-27 – Hos Bo", (MAY, None, "Hos Siv")),
        ("Styrelsemöte #3: fredagen den 10 maj kl 18", (MAY, time(18), None)),
        ("Grillkväll 2019-06-10", None),
        ("Årsmöte: 2018-12-10", None),
    ],
)  # fmt: skip
def test_the_next_row_of_a_calendar_in_the_head(rows: str, expected: Told | None) -> None:
    text = f"Styrelseprotokoll 2019-02-22\nEkmo Vägförening\n{CALENDAR}{rows}{BODY}"
    record, _ = next_meeting(part(text), HELD, HALL, (None, None))
    found = (record.meeting_date, record.start_time, record.place) if record else None
    assert found == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Nästa möte 10/5-19 (V.19)", "Slut.", (MAY, None, None)),
        ("Nästa möte", "10 maj, vecka 19.", (MAY, None, None)),
        ("Plan", "Planen antas. Mötestider 2019 Fredagar kl. 14.30-16.30 10 maj 13 september 8 november. Tack.", (MAY, time(14, 30), None)),
        ("Justering", "Det justeras när arbetsutskottet nästa gång möts, den 10 maj.", None),
        ("Justering", "Det tas upp när kommunstyrelsen nästa gång möts, den 10 maj.", None),
    ],
)  # fmt: skip
def test_weeks_calendars_and_other_bodies(title: str, body: str, expected: Told | None) -> None:
    assert told(title, body) == expected


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Nästa 10/5 18.30 Fiket", (MAY, time(18, 30), "Fiket")),
        ("Nästa: fre 10/5 kl 18.", (MAY, time(18), None)),
        ("10/5 kl 8.15 Ladan", (MAY, time(8, 15), "Ladan")),
        ("10 maj 07.45 ses vi igen", (MAY, time(7, 45), None)),
        ("Nästa 3 veckor är bommen låst.", None),
        ("10/5 städas bäcken.", None),
        ("Utskrivet 10/5 kl 8.15", None),
        ("2019-05-10 08:15", None),
    ],
)  # fmt: skip
def test_the_closing_line_of_short_notes(closing: str, expected: Told | None) -> None:
    text = f"Brå Ekmo 22/2 2019\nNärvarande: Bo, Siv, Kaj\n\n1. Torget\nKaj lagar bommen (Siv)\n\n2. Övrigt\nMopeder igen!\n{closing}\n"
    record, _ = next_meeting(part(text), HELD, HALL, (time(9), None))
    assert ((record.meeting_date, record.start_time, record.place) if record else None) == expected


def test_a_day_and_an_hour_are_all_of_the_last_item() -> None:
    text = "Brå Ekmo 22/2 2019\nNärvarande: Bo, Siv, Kaj\n\n1 Torget\nKaj lagar bommen.\n\n2 Övrigt\nMopeder igen!\n\n3\n10/5 17.30\n"
    record, _ = next_meeting(part(text), HELD, HALL, (time(9), None))
    assert record is not None
    assert (record.meeting_date, record.start_time) == (MAY, time(17, 30))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "§ 3 Mötesdagar: söndagen den 11 november klockan 18 hos Ek och därefter den 9 december.",
            "hos Ek",
        ),
        (
            "§ 3 Avslutning\nOrdföranden kallade till nytt sammanträde söndagen den 11 november 2012 kl 18 i Ladan och förklarade mötet avslutat.",
            "Ladan",
        ),
        ("§ 3 Övrigt\nInget.\n\nVäl mött den 11 november klockan 18 i Ladan!", "Ladan"),
        ("§ 3 Nästa möte\nFlyttas från den 4 november till 11 november kl 18 i Ladan.", "Ladan"),
        ("§ 3 Nästa möte\n11 november kl 18. Lokal enligt kallelse.", None),
        ("§ 3 Nästa möte\n11 november kl 18\nFörhinder anmäls till kansliet.", None),
    ],
)
def test_other_ways_to_tell_the_next_day(told: str, place: str | None) -> None:
    head = "Trygghetsrådet Ekby 2012-10-14\nNärvarande: Anna Ek, Bo Li\n\n§ 1 Förra mötet\nGodkändes.\n\n§ 2 Läget\nDet är lugnt i byn.\n\n"
    found, _ = next_meeting(part(f"{head}{told}\n"), date(2012, 10, 14))
    assert found is not None
    assert (found.meeting_date, found.start_time) == (date(2012, 11, 11), time(18))
    assert found.place == place


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Datum framöver", "Rådet sammanträder torsdagarna 14 mars, 16 maj och 12 september 2019, klockan 15 i Ladan.", (date(2019, 3, 14), time(15), "Ladan")),
        ("Kontroller", "Beslut: Maj Ek får i uppdrag att till sammanträdet den 10 maj ta reda på kostnaden.", (MAY, None, None)),
        ("Läget", "Polisen återkommer med siffror vid mötet den 10 maj.", (MAY, None, None)),
        ("Till sist", "Ses den 10 maj, samma tid.", (MAY, time(9), None)),
        ("Till sist", "Maj tackade och hälsade alla välkomna åter den 10 maj kl. 14.00.", (MAY, time(14), None)),
        ("Till sist", "Träffas gör vi igen 10 maj, då hos Ekhem.", (MAY, None, "hos Ekhem")),
        ("Till sist", "Fredagen den 10 maj kl 18 i Ladan ses vi igen.", (MAY, time(18), "Ladan")),
        ("Nästa möte", "Den 3 maj som tidigare sagts ändras till den 10 maj kl 15.", (MAY, time(15), None)),
        ("Nästa möte", "10 maj 2019 kl 13.00, åter på Kupolen.", (MAY, time(13), "Kupolen")),
        ("Nästa möte", "10 maj kl 13, på riktigt, i Ladan.", (MAY, time(13), "Ladan")),
        ("Nästa möte", "10 maj kl 13. Förhoppningsvis på riktigt, i Ladan.", (MAY, time(13), "Ladan")),
        ("Nästa möte", "10 maj kl 19 i Ladan (skolan är upptagen).", (MAY, time(19), "Ladan")),
        ("Nästa möte", "10 maj (obs! kl 8.30 denna gång).", (MAY, time(8, 30), None)),
    ],
)  # fmt: skip
def test_the_next_meeting_in_other_words(title: str, body: str, expected: Told) -> None:
    assert told(title, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Bo redovisar till kommunstyrelsens möte den 10 maj.",
        "Vid mötet den 10 januari beslutades om nya lampor.",
        "Trygghetsvandring fredag 10 maj kl 18.",
    ],
)
def test_another_days_meeting(body: str) -> None:
    assert told("Läget", body) is None
