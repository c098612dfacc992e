"""Where and when a meeting was held, said in a line, in a sentence, or with a reason."""

from datetime import time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "place", "start", "end"),
    [
        (
            "Trygghetsrådet Ekby\nDag och tid: onsdag 14 mars 2018, 15–16.45\nVar: Hagens bibliotek, lilla salen",
            "Hagens bibliotek, lilla salen",
            time(15),
            time(16, 45),
        ),
        (
            "Kallelse till sammanträde onsdagen den 14 mars 2018, klockan 14.30\nLokal: Almen\n\n"
            "Förmöten: majoriteten kl. 13.30, oppositionen kl. 13.45.",
            "Almen",
            time(14, 30),
            None,
        ),
        (
            "Trygghetsrådet Ekby 2018-03-14\nTid: kaffe kl 8.30, mötet kl 9.00",
            None,
            time(9),
            None,
        ),
        (
            "Trygghetsrådet Ekby\n\nAnteckningar 14 mars 2018\nVi möttes 14-15.15 på brandstationen, övre våningen.",
            "brandstationen, övre våningen",
            time(14),
            time(15, 15),
        ),
        (
            "Byarådet i Ekby, 14 mars 2018\n\nKlockan var 18 när ordföranden bad om ordet.",
            None,
            time(18),
            None,
        ),
        (
            "Byarådet\nMöte i Ekby sockenstuga\n\nNär? 14 mars 2018 kl 18",
            "Ekby sockenstuga",
            time(18),
            None,
        ),
        (
            "Ekbys grannstödsgrupp   onsd 14/3 2018   10-10.40   Telefonmöte",
            "Telefonmöte",
            time(10),
            time(10, 40),
        ),
        (
            "Byalaget i Ekby, möte 14/3 2018 i Ladan kl. 19.00\n\n1. Bommen\nSiv lagar den.\n\n2. Slut\nSiv Alm avslutade 20.40.",
            "Ladan",
            time(19),
            time(20, 40),
        ),
        (
            "Samverkansgruppen Ekby - möte 17\n2018-03-14 kl 9, Kupolen (flyttat från 7 mars p g a snön)",
            "Kupolen",
            time(9),
            None,
        ),
        (
            "Ekby lokala råd\nKafé Lyktan\n14 mars -18 kl 17.30\nBo ordf, Siv (kyrkan) sekr, Eva (skolan)",
            "Kafé Lyktan",
            time(17, 30),
            None,
        ),
        (
            "Trygghetsrådet Ekby 2018-03-14\nKl 13-14.45, telefonmöte",
            "telefonmöte",
            time(13),
            time(14, 45),
        ),
        (
            "Trygghetsrådet Ekby 2018-03-14\nTid: 13-14.45\nVia: Teams",
            "Teams",
            time(13),
            time(14, 45),
        ),
        (
            "Byalaget i Ekby\nProtokoll fört vid sammankomst i missionshuset lördagen den 14 mars 2018.",
            "missionshuset",
            None,
            None,
        ),
        (
            "Protokoll fört vid Ekby byalags extra årsmöte i Holma bygdegård den 14 mars 2018",
            "Holma bygdegård",
            None,
            None,
        ),
        (
            "Grannsamverkan Ekby\nMöte i Gillestugan onsdagen 14 mars 2018 kl 18.30",
            "Gillestugan",
            time(18, 30),
            None,
        ),
        (
            "Grannsamverkan Ekby\nMöte hos Bosse den 14 mars 2018 kl 18.30",
            "hos Bosse",
            time(18, 30),
            None,
        ),
        (
            "Grannsamverkan Ekby\nMöte på biblioteket, onsdag 14 mars 2018",
            "biblioteket",
            None,
            None,
        ),
        (
            "Trygghetsrådet Ekby\nSammanträde i Kommunhuset, sal Eken, den 14 mars 2018, kl 13-15",
            "Kommunhuset, sal Eken",
            time(13),
            time(15),
        ),
        (
            "Anteckningar från Ekby byalag, onsdag 14 mars 2018\n\nHos Stig-Arne. Vi började 16 och Gun hade bakat.",
            "Hos Stig-Arne",
            time(16),
            None,
        ),
        (
            "Anteckningar från Ekby byalag, onsdag 14 mars 2018\n\nI skolans matsal. Vi höll på 18-20.",
            "skolans matsal",
            time(18),
            time(20),
        ),
        (
            "Anteckningar från Ekby byalag, onsdag 14 mars 2018\n\nHemma hos Stig-Arne, med start 18.",
            "Hemma hos Stig-Arne",
            time(18),
            None,
        ),
        (
            "Anteckningar Ekby samfällighet\nonsdagen den 14 mars 2018, utomhus vid bommen pga pandemin",
            "utomhus vid bommen",
            None,
            None,
        ),
        (
            "Trygghetsrådet Ekby 2018-03-14\nPlats: Digitalt via Teams på grund av smittläget\nTid: 9-11",
            "Digitalt via Teams",
            time(9),
            time(11),
        ),
        (
            "Trygghetsrådet Ekby 2018-03-14\nPlats: Kommunhuset, sal 2 (eftersom Eken var upptagen)\nTid: 9-11",
            "Kommunhuset, sal 2",
            time(9),
            time(11),
        ),
        (
            "Trygghetsrådet Ekby\nProtokoll 14 mars 2018, kl 13:15-15:00\nHyttan, kommunhuset",
            "Hyttan, kommunhuset",
            time(13, 15),
            time(15),
        ),
        (
            "Trygghetsrådet Ekby\nTid: kl -10.30\nLokal: Tullhuset\n2018-03-14",
            "Tullhuset",
            None,
            time(10, 30),
        ),
        (
            "Trygghetsrådet Ekby\nTid: kl. -12:00\nLokal: Tullhuset\n2018-03-14",
            "Tullhuset",
            None,
            time(12),
        ),
        (
            "Trygghetsforum Ekby\nProtokoll 14 mars 2018\nKlockan 8.30–10.00, digitalt (Teams)",
            "digitalt (Teams)",
            time(8, 30),
            time(10),
        ),
        (
            "Protokoll onsdag 14 mars 2018, 13.15–15.30, Bruksgården i Nedre Bruket\nTrygghetsrådet",
            "Bruksgården i Nedre Bruket",
            time(13, 15),
            time(15, 30),
        ),
        (
            "Trygghetsrådet Ekby\nMöte 14 mars 2018\nVi sågs i Missionskyrkan klockan 18.",
            "Missionskyrkan",
            time(18),
            None,
        ),
        (
            "Trygghetsrådet Ekby\nMöte 14 mars 2018\nVi träffades hos Bosse klockan sju på kvällen.",
            "hos Bosse",
            None,
            None,
        ),
        (
            "Trygghetsrådet Ekby 14 mars 2018 klockan 14 till 16.10, Stadshuset",
            "Stadshuset",
            time(14),
            time(16, 10),
        ),
        (
            "Trygghetsrådet Ekby 14 mars 2018\nMötet ägde rum i Folkets hus mellan klockan 18 och 20.",
            "Folkets hus",
            time(18),
            time(20),
        ),
        (
            "Trygghetsrådet Ekby 14 mars 2018\nDär: Folkets hus\nNär: kl 18-20",
            None,
            time(18),
            time(20),
        ),
        (
            "Trygghetsrådet Ekby\nAnteckningar 14 mars 2018 kl. 14.00 – 15.30\nSpegelsalongen",
            "Spegelsalongen",
            time(14),
            time(15, 30),
        ),
        (
            "Trygghetsrådet Ekby\nAnteckningar 14 mars 2018 kl. 14.00 – 15.30\nDagordningen",
            None,
            time(14),
            time(15, 30),
        ),
        (
            "Grannsamverkan Ekby\nDatum: 14 mars 2018\nPlats: hemma hos Rut (källaren stod under vatten). Vi drog igång 19:15.",
            "hemma hos Rut",
            time(19, 15),
            None,
        ),
        (
            "Trygghetsrådet Ekby\nAnteckningar 14 mars 2018\nTid\nkl. 8.15–9.45\n\nRum\nEken, Kulturhuset",
            "Eken, Kulturhuset",
            time(8, 15),
            time(9, 45),
        ),
        (
            "Ledamöterna kallas till sammanträde den 14 mars 2018, klockan 13.30 – 16.00,\n"
            "i Almsalen, Stadshuset plan 3. Förmöte för partierna från klockan 12.45.",
            "Almsalen, Stadshuset plan 3",
            time(13, 30),
            time(16),
        ),
        (
            "Grannsamverkan Ekby den 14 mars 2018. Vi satt i portvaktens kök och började klockan 18.",
            "portvaktens kök",
            time(18),
            None,
        ),
        (
            "Grannsamverkan på Lingränd den 14 mars 2018, hobbylokalen, 18.15 till ungefär 19.50",
            "hobbylokalen",
            time(18, 15),
            time(19, 50),
        ),
        (
            "Grannsamverkan Ekby\nOnsdag 14 mars 2018 kl 18, hos Siri (på balkongen, med filtar)",
            "hos Siri",
            time(18),
            None,
        ),
        (
            "Trygghetsrådet Ekby onsdag 14 mars 2018 kl 13.00 Rådhuset, Eken Närvarande Siri Alm polisen",
            "Rådhuset, Eken",
            time(13),
            None,
        ),
        (
            "Grannsamverkan Ekby, 14 mars 2018\nBygdegården 18.30 (bygdegården var kall)",
            "Bygdegården",
            time(18, 30),
            None,
        ),
        (
            "Grannsamverkan Ekby\n2018-03-14 kl. 13.00–14:50, Ekplatsen 2, Vitsippan",
            "Ekplatsen 2, Vitsippan",
            time(13),
            time(14, 50),
        ),
        (
            "Grannsamverkan Ekby, 14 mars 2018\nKl. 13–15, Stjärnan, Lilla rummet",
            "Stjärnan, Lilla rummet",
            time(13),
            time(15),
        ),
        (
            "Grannsamverkan Ekby\n2018-03-14\t08:15–09:00\tEkby polisstation, Röda rummet",
            "Ekby polisstation, Röda rummet",
            time(8, 15),
            time(9),
        ),
        (
            "Grannsamverkan Ekby, protokoll 2018-03-14\n\nEkby värdshus kl 10:00-12.00",
            "Ekby värdshus",
            time(10),
            time(12),
        ),
        (
            "Grannsamverkan Ekby\nonsdag 14 mars 2018, kl 16.15 på Kvarnen",
            "Kvarnen",
            time(16, 15),
            None,
        ),
        (
            "Grannsamverkan Ekby, anteckningar 14 mars 2018\nI Gretas garage, kl 19",
            "Gretas garage",
            time(19),
            None,
        ),
        ("Grannsamverkan Ekby\n14/3 -18 (onsd) i gamla skolan", "gamla skolan", None, None),
        (
            "Trygghetsrådet Ekby\nTid\tOnsdagen den 14 mars 2018 k1 1430\nPlats\tAulan, Ekby bibliotek",
            "Aulan, Ekby bibliotek",
            time(14, 30),
            None,
        ),
    ],
)
def test_place_and_clock(
    text: str, place: str | None, start: time | None, end: time | None
) -> None:
    found = head(part(text + BODY))
    assert (found.place, found.start_time, found.end_time) == (place, start, end)


def test_who_opened_the_meeting_says_where() -> None:
    items = BODY.replace("Mötet öppnades och", "Anna öppnade mötet i hyresgästernas festlokal, och")
    found = head(part("Grannsamverkan Ekby 14 mars 2018" + items))
    assert found.place == "hyresgästernas festlokal"


@pytest.mark.parametrize(
    ("line", "place", "start"),
    [
        ("Klockan 19, Hembygdsgården", "Hembygdsgården", time(19)),
        ("Kl. 19.30, Ladan", "Ladan", time(19, 30)),
        ("Klockan 18 hos Siri.", "hos Siri", time(18)),
    ],
)
@pytest.mark.parametrize("day", ["Datum: 20180314", "14 mars 2018"])
def test_a_line_with_hour_and_place(day: str, line: str, place: str, start: time) -> None:
    found = head(part(f"Grannsamverkan Ekby\n{day}\n{line}\nNärvarande: Siri, Bo, Eva{BODY}"))
    assert (found.place, found.start_time) == (place, start)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Förra mötets anteckningar lästes upp.", "minnesanteckningar"),
        ("Anteckningarna från förra träffen gicks igenom.", "minnesanteckningar"),
        ("Förra mötets anteckningar lästes upp. Siri valdes att justera.", "protokoll"),
        ("Förra mötets protokoll lästes upp.", "protokoll"),
    ],
)
def test_notes_without_a_title(said: str, kind: str) -> None:
    text = "Grannsamverkan Ekby\n14 mars 2018" + BODY + f"\n3. Från sist\n{said}\n"
    assert head(part(text)).kind == kind
