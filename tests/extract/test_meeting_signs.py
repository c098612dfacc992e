"""What a protocol says of other meetings of its council, and of its own number."""

from datetime import date

import pytest

from models.meeting import MeetingSign
from pipeline.extract.meeting_signs import meeting_signs
from pipeline.extract.next_meeting import next_meeting
from tests.extract.parts import part

HELD = date(2018, 3, 21)


def signs(
    body: str, title: str = "Föregående protokoll", head: str = "", last: str = ""
) -> tuple[MeetingSign, ...]:
    meeting = part(
        f"Lokala Brå Ekmo\nProtokoll 2018-03-21\n{head}\n1. Inledning\nMaj hälsade.\n\n"
        f"2. {title}\n{body}\n\n3. Nästa möte\n{last}\n"
    )
    following, _ = next_meeting(meeting, HELD)
    found = meeting_signs(meeting, HELD, following)
    for each in found:
        for evidence in each.evidence:
            assert meeting.document.text[evidence.start : evidence.end] == evidence.quote
    return found


def told(*found: MeetingSign) -> list[tuple[str, date | None]]:
    return [(each.sign, each.meeting_date) for each in found]


@pytest.mark.parametrize(
    "body",
    [
        "Protokollet från den 18 oktober läggs till handlingarna.",
        "Föregående mötes protokoll, 2017-10-18, godkändes.",
        "Anteckningarna från mötet den 18 oktober 2017 gicks igenom.",
        "Förra mötet, den 18/10, följdes upp.",
        "2017-10-18 godkändes och läggs till handlingarna.",
        "Vid mötet den 18 oktober beslutades att lamporna ska bytas.",
        "Från sammankomsten den 18 oktober finns inget nedtecknat.",
        "Protokoll 2017-10-18 godkändes.",
        "Senast vi träffades var den 18 oktober.",
        "Sedan mötet den 18 oktober har tre lampor bytts.",
        "Sedan sist (18/10): tre lampor är bytta.",
        "Gruppen träffades senast den 18 oktober.",
        "Uppföljning av mötet den 18 oktober: tre lampor är bytta.",
        "Beslutslistan från 18 oktober är avbockad.",
        "Beslutet från mötet den 18 oktober är verkställt.",
        "Vid telefonmötet den 18 oktober beslutades att lamporna ska bytas.",
        "På extramötet den 18 oktober lovade Bo att byta lamporna.",
        "Vid det extra sammanträdet 2017-10-18 beslutades att lamporna ska bytas.",
        "Lamporna, som vi bestämde på mötet den 18 oktober, är bytta.",
        "När gruppen möttes den 18 oktober lovade Bo att byta lamporna.",
        "Beslut vid möte 2017-10-18: lamporna byts.",
        "Förra mötet hölls den 18 oktober.",
        "Förra mötet, som hölls den 18 oktober, följdes upp.",
    ],
)
def test_the_minutes_of_an_earlier_meeting(body: str) -> None:
    assert told(*signs(body)) == [("previous", date(2017, 10, 18))]


@pytest.mark.parametrize(
    "body",
    [
        "Anteckningarna från novembermötet gicks igenom.",
        "Novemberprotokollet är ännu inte justerat.",
        "På novembermötet bestämdes att lamporna ska bytas.",
        "På mötet i november kom vi överens om att byta lamporna.",
        "Vid sammanträdet i november, då Siv Ek var ordförande, bestämdes att lamporna ska bytas.",
        "Sedan vi sågs i november har tre lampor bytts.",
        "Novembermötets beslut om lamporna är verkställt.",
        "Beslutet från novembermötet om lamporna är verkställt.",
        "Senast gruppen träffades var i november.",
        "Sist, i november, bestämdes att lamporna ska bytas.",
        "När vi träffades i november bestämdes att lamporna ska bytas.",
        "Rådets novembermöte beslutade att lamporna ska bytas.",
        "Lamporna, som vi beslutade om på mötet i november, är bytta.",
        "Lampan som bestämdes på novembermötet sattes upp den 5 december.",
        "På novembermötet bestämdes att vandra den 5 december.",
    ],
)
def test_only_the_month_is_told(body: str) -> None:
    (sign,) = signs(body)
    assert (sign.meeting_date, sign.last_date) == (date(2017, 11, 1), date(2017, 11, 30))


@pytest.mark.parametrize(
    "body",
    [
        "Protokollet från socialnämnden den 18 oktober delades ut.",
        "Protokollet godkändes. Trygghetsvandringen hölls den 18 oktober.",
        "Mötet med föräldrarna den 18 oktober var välbesökt.",
        "Protokollet justeras den 28 mars.",
        "Socialnämndens protokoll från den 18 oktober delades ut.",
        "På mötet den 18 april saknas lokal.",
        "Vid aprilmötet beslutas om medlen.",
        "Vid mötet i april beslutas om medlen.",
        "Vid mötet i november med kyrkan bestämdes att dörren ska låsas.",
        "På mötet i november beslutade nämnden om medlen.",
        "Styrelsen träffades senast den 18 oktober.",
        "Protokollet justerades den 18 oktober.",
        "Protokollet sattes upp på anslagstavlan den 18 oktober.",
        "Föregående mötes protokoll skickades ut den 18 oktober.",
        "Protokollet har legat på hemsidan sedan den 18 oktober.",
        "Punkter från förra mötet: vandringen hölls den 18 oktober.",
        "På mötet den 18 oktober med kyrkan beslutades att låsa dörren.",
        "Vid mötet den 18 oktober mellan Skolverket och polisen bestämdes att låsa.",
        "Ungdomsrådets protokoll från den 18 oktober delades ut.",
        "Protokollet från dialogmötet den 18 oktober delades ut.",
        "Protokollet lades till handlingarna.",
    ],
)
def test_other_bodies_and_other_days_are_no_sign(body: str) -> None:
    assert signs(body) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Mötet den 12 december ställdes in.", [("cancelled", date(2017, 12, 12))]),
        ("Decembermötet ställdes in på grund av sjukdom.", [("cancelled", date(2017, 12, 1))]),
        ("Förra mötet ställdes in.", [("cancelled", None)]),
        ("Mötet den 2 maj flyttas till den 16 maj.", [("moved", date(2018, 5, 2)), ("coming", date(2018, 5, 16))]),
        ("Mötet hölls den 21 mars i stället för den 7 mars.", [("moved", date(2018, 3, 7))]),
        ("Mötet var ursprungligen utsatt till den 7 mars.", [("moved", date(2018, 3, 7))]),
        ("Mötet, som skulle ha hållits den 7 mars, fick flyttas till i dag.", [("moved", date(2018, 3, 7))]),
        ("På grund av snö ställdes mötet den 12 december in.", [("cancelled", date(2017, 12, 12))]),
        ("Något möte i december blev det inte.", [("cancelled", date(2017, 12, 1))]),
        ("Mötet i december blåstes av på grund av snön.", [("cancelled", date(2017, 12, 1))]),
        ("Mötet den 12 december avbokades.", [("cancelled", date(2017, 12, 12))]),
        ("Decembermötet fick strykas.", [("cancelled", date(2017, 12, 1))]),
        ("I december hade vi inget möte.", [("cancelled", date(2017, 12, 1))]),
        ("Den 12 december hade vi inget möte.", [("cancelled", date(2017, 12, 12))]),
        ("Vi kunde inte ses den 12 december.", [("cancelled", date(2017, 12, 12))]),
        ("Vi avstår från mötet i maj.", [("cancelled", date(2018, 5, 1))]),
        ("Mötet som var planerat till den 7 mars sköts upp till i dag.", [("moved", date(2018, 3, 7))]),
        ("Dagens möte skulle ha varit den 7 mars.", [("moved", date(2018, 3, 7))]),
        ("Decembermötet föll bort på grund av snön.", [("cancelled", date(2017, 12, 1))]),
        ("Det blev aldrig något möte i december.", [("cancelled", date(2017, 12, 1))]),
        ("Vi fick hoppa över december.", [("cancelled", date(2017, 12, 1))]),
        ("Mötet i december ersattes av en vandring.", [("cancelled", date(2017, 12, 1))]),
        ("I december hade vi en vandring i stället för möte.", [("cancelled", date(2017, 12, 1))]),
        ("Många var sjuka, så vi har inte setts sedan hösten.", [("cancelled", None)]),
        ("Därför träffas vi först nu.", [("cancelled", None)]),
        ("På grund av snön sågs vi inte i december.", [("cancelled", date(2017, 12, 1))]),
        ("Vi fick hoppa över höstens sista möte.", [("cancelled", None)]),
        ("I stället för mötet i december gick vi en vandring.", [("cancelled", date(2017, 12, 1))]),
        ("Decembermötet slogs ihop med dagens.", [("cancelled", date(2017, 12, 1))]),
        ("Under hösten gjorde rådet uppehåll.", [("cancelled", None)]),
        ("I dag är första mötet sedan sommaren.", [("cancelled", None)]),
        ("Polisen har inte setts sedan i december.", []),
        ("Mötet med Trafikverket i december blåstes av.", []),
        ("Nattvandringen den 12 december hoppades över.", []),
        ("Trygghetsvandringen den 12 december ställdes in.", []),
        ("Föräldramötet den 12 december ställdes in.", []),
    ],
)  # fmt: skip
def test_cancelled_and_moved(body: str, expected: list[tuple[str, date | None]]) -> None:
    assert told(*signs(body, "Inkomna skrivelser")) == expected


def test_the_next_meeting_and_a_list_of_meetings_are_coming_with_their_sentence() -> None:
    (sign,) = signs("Inget nytt.", last="Torsdagen den 16 maj kl. 9.00 i Kommunhuset.")
    assert sign.text == "Torsdagen den 16 maj kl. 9.00 i Kommunhuset."
    found = signs("Inget nytt.", last="16 maj, 19 september och 12 december")
    days = (date(2018, 5, 16), date(2018, 9, 19), date(2018, 12, 12))
    assert told(*found) == [("coming", day) for day in days]


def test_a_day_of_the_coming_meetings_that_is_called_off() -> None:
    found = signs(
        "Inget nytt.", last="16 maj utgår på grund av valet, vi ses den 19 september i stället."
    )
    assert ("cancelled", date(2018, 5, 16)) in told(*found)
    assert ("coming", date(2018, 9, 19)) in told(*found)
    kept = signs("Inget nytt.", last="16 maj och 19 september. Mötet med föräldrarna utgår.")
    assert told(*kept) == [("coming", date(2018, 5, 16)), ("coming", date(2018, 9, 19))]


@pytest.mark.parametrize(
    "body",
    [
        "Protokollen av den 18 oktober och den 12 december lästes upp och godtogs.",
        "Anteckningarna från 18 oktober samt 12 december godkändes.",
        "Protokollen från mötena 18/10 respektive 12/12 gicks igenom.",
    ],
)
def test_minutes_of_several_meetings(body: str) -> None:
    days = (date(2017, 10, 18), date(2017, 12, 12))
    assert told(*signs(body)) == [("previous", day) for day in days]


def test_minutes_of_several_months() -> None:
    found = signs("Anteckningarna från oktober och december godkändes.")
    months = (date(2017, 10, 1), date(2017, 12, 1))
    assert told(*found) == [("previous", month) for month in months]
    one = signs("Protokollet från den 18 oktober och den plan som antogs den 12 december lästes.")
    assert told(*one) == [("previous", date(2017, 10, 18))]


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Noteringarna från gruppens träff 3 lästes upp.", 4),
        ("Protokoll nr 3 lades till handlingarna.", 4),
        ("Protokoll nummer 3 justerades utan ändring.", 4),
    ],
)
def test_the_number_after_that_of_the_last_minutes(body: str, number: int) -> None:
    assert [(each.sign, each.number) for each in signs(body)] == [("number", number)]
    (own,) = signs(body, head="Möte nr 7")
    assert own.number == 7


@pytest.mark.parametrize(
    "head",
    [
        "Protokoll nr 4/2018",
        "Möte nr 4",
        "Rådets 4:e möte",
        "Nr 4",
        "Mötesnummer: 4",
        "Möte 4 av 6",
        "Möte 4 (6)",
        "Möte #4",
        "Samverkansgruppen för ett tryggt Ekmo, nr 4",
        "Anteckningar möte 4, Trygghetsgruppen",
        "Fjärde mötet 2018",
        "Årets fjärde möte",
        "Rådsmöte 4",
        "Protokoll 4 (2018)",
        "Mötesprotokoll #4",
        "Anteckningar möte 4, Trygghetsgruppen i Ekmo 21 mars 2018, kl. 13",
    ],
)
def test_the_number_of_the_meeting(head: str) -> None:
    assert [(each.sign, each.number) for each in signs("Inget.", head=head)] == [("number", 4)]


@pytest.mark.parametrize(
    "head",
    [
        "Möte 4/3 kl. 15",
        "Sida 4 (5)",
        "Protokoll från den 21 mars",
        "Sal nr 4",
        "Dnr 4",
        "Möte 14.30",
        "Trygghetsrådet, tfn 4",
        "Lokal: hus nr 4",
    ],
)
def test_dates_and_pages_and_the_own_title_are_no_number(head: str) -> None:
    assert signs("Inget.", head=head) == ()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Novembermötet förra året hölls aldrig.", date(2017, 11, 1)),
        ("Mötet i oktober ställdes in.", date(2017, 10, 1)),
        ("Mötet i april ställs in.", date(2018, 4, 1)),
    ],
)
def test_a_meeting_that_was_called_off_lies_before_the_day_on_which_it_is_told(
    said: str, day: date
) -> None:
    assert ("cancelled", day) in told(*signs(said))


AUTUMN = date(2017, 8, 1), date(2017, 12, 31)
NOVEMBER = date(2017, 11, 1), date(2017, 11, 30)
NO_DAY = None, None


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("Höstmötets protokoll har inte återfunnits.", AUTUMN),
        ("Protokollet från höstens sammanträde är borta.", AUTUMN),
        ("Vi saknar fortfarande anteckningarna från i höstas.", AUTUMN),
        ("Anteckningarna från mötet i höstas, som Maj skulle skriva, har aldrig skickats ut.", AUTUMN),
        ("Från höstens möte finns inga anteckningar.", AUTUMN),
        ("På höstmötet skrev ingen protokoll.", AUTUMN),
        ("Höstmötet blev utan protokoll, eftersom sekreteraren var sjuk.", AUTUMN),
        ("Maj har inte hunnit skriva ut anteckningarna från höstmötet.", AUTUMN),
        ("Höstmötets protokoll efterlyses.", AUTUMN),
        ("Noteringarna från höstmötet är ännu inte utskickade.", AUTUMN),
        ("Protokollet från vårens möte 2017 saknas.", (date(2017, 1, 1), date(2017, 6, 30))),
        ("Vårmötets anteckningar har försvunnit.", (date(2018, 1, 1), date(2018, 3, 6))),
        ("Det finns inga anteckningar från novembermötet.", NOVEMBER),
        ("Anteckningarna från mötet i november har inte skrivits.", NOVEMBER),
        ("Förra mötets protokoll finns inte.", NO_DAY),
        ("Inget protokoll fördes vid förra mötet.", NO_DAY),
        ("Anteckningar från det senaste mötet saknas.", NO_DAY),
        ("Från höstens digitala möte finns inga anteckningar, eftersom datorn gick sönder.", AUTUMN),
        ("Protokollet från höstens sista möte hittas inte i pärmen.", AUTUMN),
        ("Ingen av oss har protokollet från höstens extra möte.", AUTUMN),
        ("Maj var bortrest vid höstmötet och inget protokoll fördes.", AUTUMN),
        ("Det som bestämdes på mötet i november är inte nedtecknat.", NOVEMBER),
        ("Novembers anteckningar har förkommit.", NOVEMBER),
        ("Höstens videomöte skrev ingen ner.", AUTUMN),
        ("Förra gången skrev ingen något.", NO_DAY),
    ],
)  # fmt: skip
def test_minutes_that_nobody_has(said: str, span: tuple[date | None, date | None]) -> None:
    (sign,) = signs(said, "Inkomna skrivelser")
    assert (sign.sign, sign.text) == ("previous", said)
    assert (sign.meeting_date, sign.last_date) == span


@pytest.mark.parametrize(
    "said",
    [
        "Höstmötets anteckningar gicks igenom.",
        "Protokollet från höstens sammanträde lades till handlingarna.",
        "Anteckningarna från i höstas godkändes.",
        "Siv läste igenom höstens anteckningar.",
    ],
)
def test_minutes_of_a_season_that_are_read(said: str) -> None:
    (sign,) = signs(said, "Inkomna skrivelser")
    assert (sign.sign, sign.meeting_date, sign.last_date) == ("previous", *AUTUMN)


@pytest.mark.parametrize(
    "said",
    [
        "Höstens statistik gicks igenom.",
        "Höstens protokoll läggs ut på hemsidan.",
        "Styrelsens protokoll från i höstas gicks igenom.",
        "I höstmötets anteckningar saknas Siv Ek.",
        "Synpunkter på protokollet från förra mötet saknas.",
        "Bilagan till höstmötets protokoll saknas.",
        "Protokollet från höstmötet saknar en underskrift.",
        "Protokollet från höstmötet är inte justerat.",
        "Protokollet från förra mötet har inte skickats ut än.",
        "Höstmötets protokoll har inte skickats till nämnden.",
        "Höstmötets protokoll finns inte med i utskicket men delades ut.",
        "Styrelsens protokoll från höstmötet har inte skickats ut.",
        "Socialnämndens protokoll från höstmötet saknas.",
        "Från förra mötet finns anteckningar på hemsidan.",
        "Från förra mötet saknas återkoppling från skolan.",
        "Inga noteringar från förra mötet.",
        "Vårmötet är inte planerat.",
        "Höstens sista möte saknar lokal.",
        "Ingen hade läst anteckningarna från höstens möte.",
    ],
)
def test_minutes_that_lack_something_else_or_are_late_or_of_others(said: str) -> None:
    assert signs(said, "Inkomna skrivelser") == ()


def test_a_meeting_that_was_called_off_has_no_minutes_to_miss() -> None:
    found = signs("Höstmötet ställdes in, därför finns inga anteckningar.", "Inkomna skrivelser")
    assert [each.sign for each in found] == ["cancelled"]
