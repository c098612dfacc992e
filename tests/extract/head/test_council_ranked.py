"""The body and its area, of all that a head names: joint bodies, old and new names, groups told apart, own names, places in any line."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        (
            "Platssamverkan Kvarnängen\nMinnesanteckningar 2022-03-04",
            "Platssamverkan",
            "Kvarnängen",
        ),
        ("Boråd i kvarteret Solrosen\n14 mars 2019 kl 18", "Boråd", "kvarteret Solrosen"),
        ("Vreta kommun\nEST-gruppen, minnesanteckningar 3 maj 2021", "EST-gruppen", "Vreta kommun"),
        ("SAMVERKANSFORUM TALLBO\nProtokoll 2018-04-05", "SAMVERKANSFORUM", "TALLBO"),
        ("Tryggt i centrum – Lidhult\nAnteckningar 2018-04-05", "Tryggt i centrum", "Lidhult"),
        (
            "Sandby kommun\nLokala brottsförebyggande rådet (tidigare Samrådsgruppen)\nProtokoll 5 maj 2014",
            "Lokala brottsförebyggande rådet",
            "Sandby kommun",
        ),
        (
            "Ekvalla kommun\nTrygghetsrådet, som förut hette Brå\nProtokoll 5 maj 2014",
            "Trygghetsrådet",
            "Ekvalla kommun",
        ),
        (
            "Stavs kommun\nMinnesanteckningar från gemensamt möte med Brå och Folkhälsorådet 2013-03-04",
            "Brå och Folkhälsorådet",
            "Stavs kommun",
        ),
        (
            "Folkhälsorådet och Trygghetsrådet i Mörkö\nProtokoll 2013-03-04",
            "Folkhälsorådet och Trygghetsrådet",
            "Mörkö",
        ),
        (
            "Brå/Folkhälsoråd Hallby kommun\nProtokoll 2013-03-04",
            "Brå/Folkhälsoråd",
            "Hallby kommun",
        ),
        ("Brå-presidiet, Vallby\nAnteckningar 2013-03-04", "Brå-presidiet", "Vallby"),
        (
            "Vallby kommun\nPresidiet för Trygghetsrådet\nAnteckningar 2013-03-04",
            "Presidiet för Trygghetsrådet",
            "Vallby kommun",
        ),
        (
            "Vallby kommun\nBrottsförebyggande rådets arbetsutskott\nAnteckningar 2013-03-04",
            "Brottsförebyggande rådets arbetsutskott",
            "Vallby kommun",
        ),
        ("Safety-rådet i Oxby\nProtokoll 2013-03-04", "Safety-rådet", "Oxby"),
        (
            "Styrgruppen Skärgårdslyftet, kommunerna Torsö och Enö\nProtokoll 2019-09-04",
            "Styrgruppen Skärgårdslyftet",
            "Torsö och Enö",
        ),
        ("Nätverket Fyren\nFör ett tryggare Tuvby\n2019-09-04", "Nätverket Fyren", "Tuvby"),
        (
            "Hagby kommun\nOmrådesgrupp 2\nMinnesanteckningar 2019-09-04",
            "Områdesgrupp 2",
            "Hagby kommun",
        ),
        (
            "Hagby kommun\nOmrådesgrupp Norr\nMinnesanteckningar 2019-09-04",
            "Områdesgrupp Norr",
            "Hagby kommun",
        ),
        (
            "Kvistby kommun\nTrygghetsrådet\nArbetsgruppen Skola\nProtokoll 2019-09-04",
            "Arbetsgruppen Skola",
            "Kvistby kommun",
        ),
        (
            "Lokala Brå Kvistby – Arbetsgrupp Centrum\nProtokoll 2019-09-04",
            "Arbetsgrupp Centrum",
            "Kvistby",
        ),
        ("Köpmannaråd den 4 mars 2015\nSolviks centrum", "Köpmannaråd", "Solviks centrum"),
        (
            "Kornby kommun                MINNESANTECKNINGAR\n            STYRGRUPP SSPF\nTid: 26/9 2018 kl. 08.15-09.30",
            "STYRGRUPP SSPF",
            "Kornby kommun",
        ),
        (
            "DFR – Drogförebyggande rådet i Backby\nProtokoll 2015-03-04",
            "Drogförebyggande rådet",
            "Backby",
        ),
        ("Trygghetsverkstaden Hagaby\n18/3 -25 kl 17", "Trygghetsverkstaden", "Hagaby"),
        ("Trygghetsbordet i Hagaby\n18/3 -25 kl 17", "Trygghetsbordet", "Hagaby"),
        (
            "BO LUGNT I LINDÄNGEN\n2021-02-25\nAnteckningar Bo Lugnt februari 2021",
            "BO LUGNT",
            "LINDÄNGEN",
        ),
        (
            "Djupby            Kallelse med föredragningslista\n- staden vid sjön\n            2018-09-03\nBROTTSFÖREBYGGANDE RÅDET\nTid:    Onsdagen den 19 september 2018 kl. 18:00\nPlats:  Stadshotellet\nKallade: Bo Ek, Anna Ask",
            "BROTTSFÖREBYGGANDE RÅDET",
            "Djupby",
        ),
        ("Brå 230302\nKommunhuset Ljungby, Fikarummet\n13.00-14.15", "Brå", "Ljungby"),
        (
            "Rådet mot brott i Norrby kommundel, den 11 november 2004",
            "Rådet mot brott",
            "Norrby kommundel",
        ),
        (
            "Grannstödsrådet för Vik, Ryd och Nedre Ryd den 30 maj 2013",
            "Grannstödsrådet",
            "Vik, Ryd och Nedre Ryd",
        ),
        (
            "Kommunala rådet för lugn och ordning (KRLO)            Dnr 2018-00023 101\n\nTid      2018-03-06, 15:00–16:30\nLokal    Sockenstugan, Söderby kyrkby",
            "Kommunala rådet för lugn och ordning (KRLO)",
            "Söderby",
        ),
        (
            "V I N N E R S T A D\nB R O T T S F Ö R E B Y G G A N D E   R Å D E T\nProtokoll 2015-03-04",
            "BROTTSFÖREBYGGANDE RÅDET",
            "VINNERSTAD",
        ),
        (
            "   Lokala\n   brottsförebyggande\n   rådet            PROTOKOLL\n\n   Norrvallen\n   kommun            tisdag 5 maj 2015",
            "Lokala brottsförebyggande rådet",
            "Norrvallen kommun",
        ),
        (
            "Ramstorps kommun\nPROTOKOLL nr 2\nDatum: 2011-03-29\nPlats: Stadshuset\nKommunens brottsförebyggande råd höll sitt andra möte för året.",
            "Kommunens brottsförebyggande råd",
            "Ramstorps kommun",
        ),
        (
            "Sälöarnas Trygghetsforum\nAnteckningar lördagen den 4 juni 2016 klockan 10",
            "Trygghetsforum",
            "Sälöarna",
        ),
        (
            "Tryggare tillsammans\nNätverk för boende i Övre Hemby\nProtokoll nr 4, tisdag den 11 juni 2013",
            "Tryggare tillsammans",
            "Övre Hemby",
        ),
        (
            "Sankt Persbergs stad\nStadsområde Syd\nTrygg i Syd, stadsområde Syd, den 13 november 2024",
            "Trygg i Syd",
            "Stadsområde Syd",
        ),
        (
            "Göta stad, stadsdelen Norra Hamnen\nStadsdelsrådet\nProtokoll 2013-03-04",
            "Stadsdelsrådet",
            "Norra Hamnen",
        ),
        (
            "GÖTA STAD\nÖstra Holmens stadsdelsförvaltning\nLokala Brå, protokoll 2013-03-04",
            "Lokala Brå",
            "Östra Holmen",
        ),
        (
            "Södra Åkers stadsdelsnämnds trygghetsberedning\nSammanträdesdatum 2014-04-03",
            "trygghetsberedning",
            "Södra Åker",
        ),
        (
            "Gemensamma brottsförebyggande rådet för Aby och Beby kommuner\nProtokoll 2014-04-03",
            "Gemensamma brottsförebyggande rådet",
            "Aby och Beby kommuner",
        ),
        ("BRÅ ABY–BEBY\nProtokoll 4/17, 2017-11-21", "BRÅ", "ABY–BEBY"),
        (
            "BERGA STAD            KALLELSE\nStadsområde Väster            SIDA 1 (2)\n\nSamverkansråd väster\n\nTid      Måndagen den 4 mars 2019, klockan 13.00 till 15.00",
            "Samverkansråd väster",
            "Stadsområde Väster",
        ),
        ("Vi i Björkdalen\nMinnesanteckningar 2019-05-05", "Vi i Björkdalen", "Björkdalen"),
        ("Hamnrådet i Fiskvik, möte den 3 maj 2011", "Hamnrådet", "Fiskvik"),
        ("Torggruppen\nFiskvik, den 3 maj 2011", "Torggruppen", "Fiskvik"),
        ("Trygga gator, Malmby, 3 maj 2011", "Trygga gator", "Malmby"),
        ("LBR Ekby 060315\nkl 1500", "LBR", "Ekby"),
        (
            "Uddebo kommun\nTrygghetspolitiska rådet\n2014-11-18",
            "Trygghetspolitiska rådet",
            "Uddebo kommun",
        ),
        (
            "STORHAMNS STAD\nGemensam träff: Lokala Brå Viken och Lokala Brå Udden\nMinnesanteckningar 2020-02-06",
            "Lokala Brå Viken och Lokala Brå Udden",
            "STORHAMNS STAD",
        ),
        (
            "Rådet för ordning\nFört vid möte på Lerby kommunkontor den 3 maj 2011",
            "Rådet för ordning",
            "Lerby",
        ),
        (
            "Organ: Brottsförebyggande rådet\nKommun: Berg\nDatum: 2013-02-02",
            "Brottsförebyggande rådet",
            "Berg",
        ),
        ("Askö kommun\nSamverkan Kust\nAnteckningar 2013-02-02", "Samverkan Kust", "Askö kommun"),
        ("Lundaby 2013-02-02\nUngdomsrådet", "Ungdomsrådet", "Lundaby"),
        (
            "Kronåsens stadsdel | Lokala Brå | Minnesanteckningar 2021-05-05",
            "Lokala Brå",
            "Kronåsens stadsdel",
        ),
        (
            "Vid Trygghetsrådets möte i Ekhammar den 5 maj 2015 gicks följande igenom.",
            "Trygghetsrådet",
            "Ekhammar",
        ),
        (
            "Dokumentnamn: Protokoll\nAnsvarig: Nybo kommun, Kommunledningskontoret\nBrottsförebyggande rådet\nMötesdatum: 2015-05-05",
            "Brottsförebyggande rådet",
            "Nybo kommun",
        ),
        ("Nybo samhällsskyddsråd\nProtokoll 2015-05-05", "samhällsskyddsråd", "Nybo"),
        (
            "VÄSTRA BRUKET\nKommunala trygghetsdelegationen\n5 maj 2015",
            "Kommunala trygghetsdelegationen",
            "VÄSTRA BRUKET",
        ),
        ("Trygg kommundel – Hassela\n5 maj 2015", "Trygg kommundel", "Hassela"),
        (
            "GRANNKRAFT I TALLÄNGEN\nMöte 5/5 2015\nGrannkraft samlades i tvättstugan.",
            "GRANNKRAFT",
            "TALLÄNGEN",
        ),
        ("Vardagsgänget, Tallängen\n5/5 2015", "Vardagsgänget", "Tallängen"),
        (
            "Stadsdelsgruppen mot narkotika, Almby\nAnteckningar 5/5 2015",
            "Stadsdelsgruppen mot narkotika",
            "Almby",
        ),
        (
            "Näringslivets trygghetsgrupp i Almby\nAnteckningar 5/5 2015",
            "Näringslivets trygghetsgrupp",
            "Almby",
        ),
        (
            "Lundby – Operativa samverkansgruppen (OSG)\nAnteckningar 5/5 2015",
            "Operativa samverkansgruppen (OSG)",
            "Lundby",
        ),
        ("Lägesbildsgruppen Lundby v 18 2021", "Lägesbildsgruppen", "Lundby"),
        (
            "Stadsdel: Södra Lundby\nOrgan: Trygghetsrådet\nDatum: 5 maj 2015",
            "Trygghetsrådet",
            "Södra Lundby",
        ),
        ("ÄLVNÄS BRÅ\nMinnesanteckningar 5 maj 2015", "BRÅ", "ÄLVNÄS"),
        (
            "Lokala säkerhetsnämnden i Älvnäs\nSammanträdesprotokoll 5 maj 2015",
            "Lokala säkerhetsnämnden",
            "Älvnäs",
        ),
        (
            "Berga kommun\nNya namnet: Trygghetsrådet (Brå t.o.m. 2018)\nProtokoll 5 maj 2019",
            "Trygghetsrådet",
            "Berga kommun",
        ),
        (
            "Berga kommun\nTrygghetsrådet (gamla Brå)\nProtokoll 5 maj 2019",
            "Trygghetsrådet",
            "Berga kommun",
        ),
        (
            "Trygghets- och folkhälsorådet i Berga (sammanslagning av Brå och Folkhälsorådet)\nProtokoll 5 maj 2019",
            "Trygghets- och folkhälsorådet",
            "Berga",
        ),
        ("BRÅ Berga – arbetsgrupp Skola\nProtokoll 5 maj 2019", "arbetsgrupp Skola", "Berga"),
        (
            "Göta stad\nNorra Hisinge\nLokala brottsförebyggande rådet\nProtokoll 5 maj 2019",
            "Lokala brottsförebyggande rådet",
            "Norra Hisinge",
        ),
        (
            "Göta stad\nSDN Hisinge\nTrygghetsrådet\nProtokoll 5 maj 2019",
            "Trygghetsrådet",
            "Hisinge",
        ),
        (
            "Brottsförebyggande rådet Mo/Dala\nProtokoll 5 maj 2019",
            "Brottsförebyggande rådet",
            "Mo/Dala",
        ),
        (
            "Gemensamma trygghetsrådet för Mo, Dala och Forsby kommuner\nProtokoll 5 maj 2019",
            "Gemensamma trygghetsrådet",
            "Mo, Dala och Forsby kommuner",
        ),
        (
            "Styrgruppen för lokala Brå i Dala\nProtokoll 5 maj 2019",
            "Styrgruppen för lokala Brå",
            "Dala",
        ),
        ("Brottsofferrådet i Dala\nProtokoll 5 maj 2019", "Brottsofferrådet", "Dala"),
        (
            "Protokoll\nfört vid sammanträde med\nTrygghetsrådet i\nDala\nden 5 maj 2019",
            "Trygghetsrådet",
            "Dala",
        ),
        ("T R Y G G H E T S R Å D E T\nD A L A\nProtokoll 5 maj 2019", "TRYGGHETSRÅDET", "DALA"),
        ("Platssamverkan Dala torg\n5 maj 2019 kl 9", "Platssamverkan", "Dala torg"),
        (
            "Dala centrum: Platssamverkansgruppen\n5 maj 2019 kl 9",
            "Platssamverkansgruppen",
            "Dala centrum",
        ),
        ("EST Dala 2021-05-05\nTid 8.15-9", "EST", "Dala"),
        ("Kvällsforum i Dala\n5 maj 2019 kl 19", "Kvällsforum", "Dala"),
        ("Trygghetsverkstad i Dala\n5 maj 2019 kl 19", "Trygghetsverkstad", "Dala"),
        ("Trygghetskaféet Dala\n5 maj 2019 kl 19", "Trygghetskaféet", "Dala"),
        ("Samverkan Dala\nAnteckningar 5 maj 2019", "Samverkan Dala", "Dala"),
        (
            "Hyresgästernas trygghetsforum på Fågelsjö\n5 maj 2019 kl 19",
            "Hyresgästernas trygghetsforum",
            "Fågelsjö",
        ),
        ("FÅGELSJÖ KOMMUN    Krogrådet    2019-05-05", "Krogrådet", "FÅGELSJÖ KOMMUN"),
        (
            "Brottsförebyggande rådet\nPlats: Fågelsjö stadshus, rum 2\nTid: 5 maj 2019 kl 9",
            "Brottsförebyggande rådet",
            "Fågelsjö",
        ),
        (
            "Anteckningar från lokala Brå 5 maj 2019\nPlats: Medborgarhuset i Fågelsjö",
            "lokala Brå",
            "Fågelsjö",
        ),
        ("Fågelsjös trygghetsallians\n5 maj 2019", "trygghetsallians", "Fågelsjös"),
        (
            "Fågelsjö kommun\nKommunstyrelsens trygghetsberedning\nProtokoll 5 maj 2019",
            "Kommunstyrelsens trygghetsberedning",
            "Fågelsjö kommun",
        ),
        ("Torgvärdarna i Fågelsjö\n5 maj 2019", "Torgvärdarna", "Fågelsjö"),
        (
            "Aktionsgruppen mot klotter i Fågelsjö\n5 maj 2019",
            "Aktionsgruppen mot klotter",
            "Fågelsjö",
        ),
        (
            "Tillsammans för Fågelsjö\nMinnesanteckningar 5 maj 2019",
            "Tillsammans för Fågelsjö",
            "Fågelsjö",
        ),
        (
            "Fågelsjömodellen, möte 5 maj 2019\nFågelsjö kommun",
            "Fågelsjömodellen",
            "Fågelsjö kommun",
        ),
        (
            "Brå i Sunds kommun\nSunds-Brå träffades den 5 maj 2019 i Folkets hus",
            "Sunds-Brå",
            "Sunds kommun",
        ),
        ("Trygghetsforum för Inre hamnen\n5 maj 2019", "Trygghetsforum", "Inre hamnen"),
        ("Ärla-Bergby kommundel\nLokalt Brå\n5 maj 2019", "Lokalt Brå", "Ärla-Bergby kommundel"),
    ],
)
def test_council_and_area(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)
