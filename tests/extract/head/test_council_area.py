"""The body's name and its area: boroughs, joint councils, villages, associations, boilerplate around them."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        (
            "Skolnära gruppen Ekby\n2018-03-14\nBo, föräldrarådet, ordf / Siv, polisen, sekr / Eva, skolan",
            "Skolnära gruppen",
            "Ekby",
        ),
        (
            "Ekby lokala råd\n2018-03-14\nBo (ordf.), Rune Villaföreningen, Siv (sekr.)",
            "lokala råd",
            "Ekby",
        ),
        ("Samverkansrådet (tidigare Brå) - Ekby\n2018-03-14", "Samverkansrådet", "Ekby"),
        (
            "Stadsdelsrådet mot våld Ekby/Hagby\n(ersätter fr.o.m. 2017 Ekby lokala Brå och Hagby lokala Brå)\n2018-03-14",
            "Stadsdelsrådet mot våld",
            "Ekby/Hagby",
        ),
        ("Trygghetsgruppen\nPlats: Hagby medborgarhus\n2018-03-14", "Trygghetsgruppen", "Hagby"),
        (
            "Kallelse till Lokala Brå Ekby\n\nDag: Onsdagen den 14 mars 2018\nTid: 13.30",
            "Lokala Brå",
            "Ekby",
        ),
        (
            "2018-03-14\n\nANTECKNINGAR\n\nPå onsdagen hade Rådet för trygga gator i\nHagby årets första möte.",
            "Rådet för trygga gator",
            "Hagby",
        ),
        (
            "SAMRÅDSGRUPPEN POLIS–KOMMUN\nHagby kommun\n2018-03-14",
            "SAMRÅDSGRUPPEN POLIS–KOMMUN",
            "Hagby kommun",
        ),
        ("Anteckningar\nGrupp: Samverkan Hamnen\nNär: 2018-03-14", "Samverkan Hamnen", None),
        (
            "Från: Siri Alm\nTill: Trygghetsgruppen\n\nHär är det vi sade den 14 mars 2018.",
            "Trygghetsgruppen",
            None,
        ),
        (
            "Lokala brottsförebyggande rådet\nVästra Hagby\n2018-03-14\n\nAnteckningar Lokala brottsförebyggande rådet mars 2018",
            "Lokala brottsförebyggande rådet",
            "Västra Hagby",
        ),
        ("Lokala BRÅ-gruppen Hagby\nDatum: 14/3 -18", "Lokala BRÅ-gruppen", "Hagby"),
        (
            "Samverkansgruppen Trygga Hagby\nDatum: 14/3 -18",
            "Samverkansgruppen Trygga Hagby",
            "Hagby",
        ),
        ("Anteckningar från nätverksträff SSPF Västra Hagby 2018-03-14", "SSPF", "Västra Hagby"),
        (
            "PROTOKOLL\nGrävlinge stad\nNorra stadsdelsförvaltningen\nLokala Brå Norra Grävlinge\nSammanträdesdag: 2018-03-14\nTid: 9.00-11.15\nPlats: Medborgarkontoret",
            "Lokala Brå",
            "Norra Grävlinge",
        ),
        (
            "PROTOKOLL\nStadsdelsförvaltningen Backa-Tuve\nLokala Brå\n2018-03-14",
            "Lokala Brå",
            "Backa-Tuve",
        ),
        (
            "Minnesanteckningar\nKommunledningskontoret\nDatum Eva Ros\n2018-03-14\n\nMinnesanteckningar från Trygghetsgruppen i Almsta den 14 mars 2018\nLokal: Folkets hus\nTid: 14.00-16.00",
            "Trygghetsgruppen",
            "Almsta",
        ),
        (
            "Lokala Brå i Sickelby-Hagen\n2018-03-14\nAnteckningar Lokala Brå mars 2018",
            "Lokala Brå",
            "Sickelby-Hagen",
        ),
        (
            "Brottsförebyggande rådet i Tallvik\nKALLELSE\nSIDA 1 (2)\nOnsdagen den 14 mars 2018, klockan 13.00\nLokal: Sessionssalen",
            "Brottsförebyggande rådet",
            "Tallvik",
        ),
        (
            "Polismyndigheten i Norrlands län\nNärpolisområde Tallvik\nSamrådsgruppen polis - kommun\nKlockan: 9-11\nPlats: Polishuset\nDatum: 2018-03-14",
            "Samrådsgruppen polis - kommun",
            "Tallvik",
        ),
        (
            "Samrådsgruppen polis – kommun, Tallvik\nKlockan: 9-11\nPlats: Polishuset\nDatum: 2018-03-14",
            "Samrådsgruppen polis – kommun",
            "Tallvik",
        ),
        (
            "Samverkansgruppen polis/kommun i Tallvik\n2018-03-14",
            "Samverkansgruppen polis/kommun",
            "Tallvik",
        ),
        (
            "Gemensamma trygghetsrådet (GTR)\nTallvik och Ekarp\nProtokoll 2018-03-14",
            "Gemensamma trygghetsrådet (GTR)",
            "Tallvik och Ekarp",
        ),
        (
            "Gemensamt brottsförebyggande råd för Tallviks och Ekarps kommuner\nProtokoll 2018-03-14",
            "Gemensamt brottsförebyggande råd",
            "Tallviks och Ekarps kommuner",
        ),
        (
            "Gemensamma Brå Tallvik–Ekarp\nProtokoll fört den 14 mars 2018",
            "Gemensamma Brå",
            "Tallvik–Ekarp",
        ),
        (
            "Myndighetsgruppen i Tallvik\nMinnesanteckningar 2018-03-14\nTid: 9-11\nPlats: Brandstationen",
            "Myndighetsgruppen",
            "Tallvik",
        ),
        (
            "Villaföreningen Solbacken, Tallvik\nStyrelsemöte den 14 mars 2018 hos Bo",
            "Villaföreningen Solbacken",
            "Tallvik",
        ),
        ("Brf Skutan, Hamnby\nTrygghetsgruppen den 14 mars 2018", "Trygghetsgruppen", "Hamnby"),
        ("Byalaget Övre Myran\n14 mars 2018 kl 18", "Byalaget", "Övre Myran"),
        (
            "Grannsamverkan Nedre Myran\nMöte i bystugan onsdag 14 mars 2018",
            "Grannsamverkan",
            "Nedre Myran",
        ),
        ("Trygga Solberga\nProtokoll 2018-03-14\nKl 14-16", "Trygga Solberga", "Solberga"),
        (
            "Malmvik stad\nHusie stadsområde\nTrygghetsrådet Husie\nMinnesanteckningar 2018-03-14",
            "Trygghetsrådet",
            "Husie",
        ),
        (
            "Trygghetsforum Östra Hamnen onsdagen den 14 mars 2018\nLokal: Bryggan\nTid: 13-15",
            "Trygghetsforum",
            "Östra Hamnen",
        ),
        (
            "Stadsdelsrådet Kullen–Dalen\nProtokoll från möte 2018-03-14",
            "Stadsdelsrådet",
            "Kullen–Dalen",
        ),
        (
            "Trygghetsråd Hagby\nProtokoll 2018-03-14\nPlats: Kvarteret Lönnen, samlingssalen",
            "Trygghetsråd",
            "Hagby",
        ),
        ("Protokoll Brå-möte Hagby 14 mars 2018", "Brå", "Hagby"),
        ("Lokalt Brå Hagby\nProtokoll 2018-03-14", "Lokalt Brå", "Hagby"),
        (
            "Sammanträde med Hagby kommuns brottsförebyggande råd 2018-03-14",
            "brottsförebyggande råd",
            "Hagby kommun",
        ),
        (
            "Forsby intresseförening, trygghetsgruppen\nMöte 14 mars 2018 kl 19",
            "trygghetsgruppen",
            "Forsby",
        ),
        (
            "Storstads kommun – Västra Hamnens stadsdelsförvaltning\nLokala Brå Västra Hamnen\n2018-03-14",
            "Lokala Brå",
            "Västra Hamnen",
        ),
        (
            "Protokoll nr 1\nRådet för ett tryggare Hagby\n2018-03-14",
            "Rådet för ett tryggare Hagby",
            "Hagby",
        ),
        (
            "Hagby kommun\nBrottsförebyggande rådet\nMinnesanteckningar 2018-03-14\nPlats: Åby kommunhus",
            "Brottsförebyggande rådet",
            "Hagby kommun",
        ),
        (
            "Älvsbyns och Hagby kommuner\nGemensamt trygghetsråd\nProtokoll 2018-03-14",
            "Gemensamt trygghetsråd",
            "Älvsbyns och Hagby kommuner",
        ),
        ("Hagby-Ekarp trygghetsråd\nProtokoll 2018-03-14", "trygghetsråd", "Hagby-Ekarp"),
        (
            "Brottsförebyggande rådet för Hagby och Ekarp\nProtokoll 2018-03-14",
            "Brottsförebyggande rådet",
            "Hagby och Ekarp",
        ),
        ("Seniorrådet i Hagby stadsdel\n2018-03-14", "Seniorrådet", "Hagby stadsdel"),
        ("Bostadsområdet Lunden\nBoendegruppen\n14 mars 2018", "Boendegruppen", "Lunden"),
        ("Trygghetsgruppen Lunden/Kärret\nMöte 14 mars 2018", "Trygghetsgruppen", "Lunden/Kärret"),
        ("Anteckningar från möte i Lundens trygghetsgrupp 2018-03-14", "trygghetsgrupp", "Lunden"),
        (
            "Samverkansrådet i Hagby kommundel\nProtokoll 2018-03-14",
            "Samverkansrådet",
            "Hagby kommundel",
        ),
        ("Protokoll Trygghetsrådet Hagby kommun 2018-03-14", "Trygghetsrådet", "Hagby kommun"),
        (
            "Brottsförebyggande Rådet Hagby kommun\n2018-03-14",
            "Brottsförebyggande Rådet",
            "Hagby kommun",
        ),
        (
            "Hagby stadsdelsförvaltning Protokoll\nTrygghetsrådet\n2018-03-14",
            "Trygghetsrådet",
            "Hagby",
        ),
        (
            "Hagby kommundelsnämnd   Minnesanteckningar\nLokala Brå\n2018-03-14",
            "Lokala Brå",
            "Hagby",
        ),
        ("Trygghetsgruppen\nMöte den 14 mars 2018 i Folkets Hus", "Trygghetsgruppen", None),
        ("Trygghetsgruppen\nSammanträde 2018-03-14 i Bygdegården", "Trygghetsgruppen", None),
        (
            "Protokoll från sammanträde med Trygghetsrådet den 14 mars 2018 i Kommunhuset",
            "Trygghetsrådet",
            None,
        ),
        (
            "Kommunledningskontoret\nBrottsförebyggande rådet\n2018-03-14",
            "Brottsförebyggande rådet",
            None,
        ),
        ("Socialförvaltningen\nTrygghetsrådet\n2018-03-14\nProtokoll", "Trygghetsrådet", None),
        (
            "PROTOKOLL\nTrygghetsrådet\n2018-03-14\nPlats: Kvarteret Lönnen, samlingssalen\nHagby kommun",
            "Trygghetsrådet",
            "Hagby kommun",
        ),
        (
            "Hagby kommun\nStadsbyggnadsförvaltningen\nTrygghetsrådet\nProtokoll 2018-03-14",
            "Trygghetsrådet",
            "Hagby kommun",
        ),
        (
            "Hagby kommun\nKommunstyrelsen\nTrygghetsutskottet\nProtokoll 2018-03-14",
            "Trygghetsutskottet",
            "Hagby kommun",
        ),
        (
            "Hagby kommun, Kommunkontoret Torget 1\nTrygghetsrådet\nProtokoll 2018-03-14",
            "Trygghetsrådet",
            "Hagby kommun",
        ),
        ("Lokala Brå\nHagby kommun Stadsdelen Norr\n2018-03-14", "Lokala Brå", "Stadsdelen Norr"),
        (
            "Lokalt brottsförebyggande råd i Hagby stadsdel, Storstad\n2018-03-14",
            "Lokalt brottsförebyggande råd",
            "Hagby stadsdel",
        ),
        ("Nämnden för trygghet i Hagby\nProtokoll 2018-03-14", "Nämnden för trygghet", "Hagby"),
        ("Trygghetsrådet\nProtokoll 2018-03-14\nOrt: Hagby", "Trygghetsrådet", "Hagby"),
        ("BRÅ I HAGBY\nProtokoll 2018-03-14", "BRÅ", "HAGBY"),
        (
            "HAGBY KOMMUN\nBROTTSFÖREBYGGANDE RÅDET\nPROTOKOLL 2018-03-14",
            "BROTTSFÖREBYGGANDE RÅDET",
            "HAGBY KOMMUN",
        ),
        ("Trygghetsrådet för Hagby tätort\nProtokoll 2018-03-14", "Trygghetsrådet", "Hagby tätort"),
        ("Norra Hagby samverkansråd\nProtokoll 2018-03-14", "samverkansråd", "Norra Hagby"),
        ("Landsbygdsrådet i Norra Hagby\nProtokoll 2018-03-14", "Landsbygdsrådet", "Norra Hagby"),
        ("Trygghetsrådet - Hagby\nProtokoll 2018-03-14", "Trygghetsrådet", "Hagby"),
        ("Protokoll: Trygghetsrådet (Hagby) 2018-03-14", "Trygghetsrådet", "Hagby"),
        ("Hagby: Trygghetsrådet, 14 mars 2018", "Trygghetsrådet", "Hagby"),
        ("Hagby bygdelag\nMöte 14 mars 2018", "Hagby bygdelag", "Hagby"),
        ("Hagby vägförening\nMöte 14 mars 2018", "Hagby vägförening", "Hagby"),
        ("Hagby byaförening den 14 mars 2018", "Hagby byaförening", "Hagby"),
        ("Hagby samhällsförenings trygghetsgrupp\nMöte 14 mars 2018", "trygghetsgrupp", "Hagby"),
        (
            "Kvartersgruppen i kvarteret Lönnen\nProtokoll 14 mars 2018",
            "Kvartersgruppen",
            "kvarteret Lönnen",
        ),
        ("Brf Lönnens trygghetsgrupp\n14 mars 2018", "Brf Lönnens trygghetsgrupp", None),
        ("Västra Hagbys trygghetsforum, 14 mars 2018", "trygghetsforum", "Västra Hagby"),
        (
            "Brottsförebyggande rådet i Hagby, Ekarp och Lundby kommuner\nProtokoll 2018-03-14",
            "Brottsförebyggande rådet",
            "Hagby, Ekarp och Lundby kommuner",
        ),
        (
            "Gemensamma trygghetsrådet Hagby/Ekarp\nProtokoll 2018-03-14",
            "Gemensamma trygghetsrådet",
            "Hagby/Ekarp",
        ),
        ("Trygghetsrådet vid Hagby torg\nProtokoll 2018-03-14", "Trygghetsrådet", "Hagby torg"),
        ("RÅDET I HAGBY KOMMUN\nTRYGGHETSRÅDET I HAGBY KOMMUN", "TRYGGHETSRÅDET", "HAGBY KOMMUN"),
        (
            "RÅDET FÖR HÄLSA OCH ÄLDRE, RFHÄ\nHagby kommun\nProtokoll 2018-03-14",
            "RÅDET FÖR HÄLSA OCH ÄLDRE",
            "Hagby kommun",
        ),
        ("Anteckningar från grannsamverkansmöte Hagby 14/3 2018", "grannsamverkansmöte", "Hagby"),
        ("Trygghetssamråd i Hagby den 14 mars 2018", "Trygghetssamråd", "Hagby"),
        (
            "Hagby. Brottsförebyggande rådet. 2018-03-14. Protokoll.",
            "Brottsförebyggande rådet",
            "Hagby",
        ),
        (
            "Startsida Kommun och politik Protokoll Brottsförebyggande rådet Hagby kommun 2018-03-14 Storlek 61 kB Hagby kommun Brottsförebyggande rådet PROTOKOLL Sammanträdesdag: 2018-03-14",
            "Brottsförebyggande rådet",
            "Hagby kommun",
        ),
    ],
)
def test_council_and_area(text: str, council: str, area: str | None) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Trygghetsgruppen i Sörby by\nMöte 14 mars 2018", "Sörby by"),
        ("Sörby bys trygghetsgrupp\nMöte 14 mars 2018", "Sörby by"),
        (
            "PROTOKOLL\nStadsdelsförvaltningen Norra Hagby\nLokala brottsförebyggande rådet\n2018-03-14",
            "Norra Hagby",
        ),
        ("Trygghetsrådet Hagby samhälle\nMöte 14 mars 2018", "Hagby samhälle"),
        ("SSPF Hagby södra – noteringar\n14 mars 2018", "Hagby södra"),
        ("Lokala Brå Hagby norra stadsdelsförvaltning\n2018-03-14", "Hagby norra"),
        ("Hyresgästrådet Lunden och AB Hagbyhem den 14 mars 2018", "Lunden"),
        ("Trygghetsgruppen City, Hagby\n14 mars 2018", "Hagby"),
        (
            "SAMRÅDET FÖR TRYGGHET, HAGBY\nAnteckningar från Samrådet för trygghet den 14 mars 2018",
            "HAGBY",
        ),
        (
            "HAGBY KOMMUN\tGemensamma rådet (GER)\nProtokoll fört vid Gemensamma rådet, GER\n14 mars 2018",
            "HAGBY KOMMUN",
        ),
        ("Protokoll\nKommunala Brottsförebyggande Rådet (KBR) i Hagby\n2018-03-14", "Hagby"),
        ("Trygg i Hagby\nProtokoll 2018-03-14", "Hagby"),
        ("Tryggt Hagby\nMöte 14 mars 2018", "Hagby"),
        ("Protokoll\nRådet för ett säkrare Hagby\n2018-03-14", "Hagby"),
        ("Trygghetsmöte den 14 mars 2018 i Lundby", "Lundby"),
        ("Anteckningar Hagby samfällighet – trygghetsmöte\nonsdagen den 14 mars 2018", "Hagby"),
        ("Brf Lönnen, Hagby\nMöte 14 mars 2018", "Hagby"),
    ],
)
def test_area_in_a_name(text: str, area: str) -> None:
    assert head(part(text + BODY)).area == area


def test_a_letterhead_whose_second_line_says_what_it_is() -> None:
    top = "EKHULTS\tKALLELSE\nKOMMUN\t2018-03-02\n\nTrygghetsrådet kallas till sammanträde\nOnsdagen den 14 mars 2018\n"
    found = head(part(top + "\n1. Val av justerare\n2. Lägesbild\n"))
    assert found.area == "EKHULTS KOMMUN"
