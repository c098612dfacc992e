"""The body and its area: in running text, in a letterhead, beside offices, districts and times, and of parts of a body."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        (
            "Minnesanteckningar 2018-03-04\nPlats: Stadshuset\nDen 4 mars samlades Brottsförebyggande rådet i Lindköping för årets första möte.",
            "Brottsförebyggande rådet",
            "Lindköping",
        ),
        (
            "Protokoll nr 3/2018\nTid: 4 mars 2018 kl 9\nPlats: Almsjö folkets hus\nAlmsjös trygghetsråd höll möte.",
            "trygghetsråd",
            "Almsjö",
        ),
        (
            "Mötesanteckningar\nDatum: 4 mars 2018\nGrupp: Lokala Brå, Norra Ryd",
            "Lokala Brå",
            "Norra Ryd",
        ),
        ("TALLÅSA\nprotokoll\nBRÅ\n2018-03-04", "BRÅ", "TALLÅSA"),
        ("Kvarnbyns trygghetsgrupp har möte 4/3 -18\nAlla på plats.", "trygghetsgrupp", "Kvarnbyn"),
        (
            "Möte i samordningsgruppen för brottsförebyggande arbete i Säby\n4 mars 2018",
            "samordningsgruppen för brottsförebyggande arbete",
            "Säby",
        ),
        (
            "Tuna kommun\nBrå Norr och Brå Söder, gemensamt möte 4 mars 2018",
            "Brå Norr och Brå Söder",
            "Tuna kommun",
        ),
        (
            "Trygghetsrådet i Tuna\ni samverkan med lokalpolisområde Tuna\n4 mars 2018",
            "Trygghetsrådet",
            "Tuna",
        ),
        (
            "TUNA KOMMUN\nKultur- och fritidsförvaltningen\nTrygghetsrådet\nSAMMANTRÄDESPROTOKOLL        4 mars 2018",
            "Trygghetsrådet",
            "TUNA KOMMUN",
        ),
        (
            "Tuna kommun, Box 12, 123 45 Tuna\nTrygghetsrådet\nMötesdatum 4 mars 2018",
            "Trygghetsrådet",
            "Tuna kommun",
        ),
        (
            "Anteckningar förda vid möte den 4 mars 2018 med brottsförebyggande rådet på Tuna kommunkontor",
            "brottsförebyggande rådet",
            "Tuna",
        ),
        (
            "Göteryds stad\nLokala Brå i Västra Åsen\n4 mars 2018, Åsens bibliotek",
            "Lokala Brå",
            "Västra Åsen",
        ),
        (
            "Åsby Folkhälso- och trygghetsråd\nProtokoll 4 mars 2018",
            "Folkhälso- och trygghetsråd",
            "Åsby",
        ),
        (
            "Brottsförebyggande rådet ÅSBY\nProtokoll 4 mars 2018",
            "Brottsförebyggande rådet",
            "ÅSBY",
        ),
        ("2018-03-04\nBRÅ-ÅSBY\nminnesanteckningar", "BRÅ", "ÅSBY"),
        ("Brå-gruppen Åsby tätort\n4 mars 2018", "Brå-gruppen", "Åsby tätort"),
        ("Anteckningar Trygga Åsby 4 mars 2018", "Trygga Åsby", "Åsby"),
        (
            "Åsby kommun, lokala Brå\nArbetsgruppen Trygg skola\n4 mars 2018",
            "Arbetsgruppen Trygg skola",
            "Åsby kommun",
        ),
        (
            "Åsby kommun / Brå / Arbetsgrupp narkotika\n4 mars 2018",
            "Arbetsgrupp narkotika",
            "Åsby kommun",
        ),
        (
            "Inbjudan till möte med Trygghetsnätverket Åsby\n4 mars 2018 kl 9 på biblioteket",
            "Trygghetsnätverket",
            "Åsby",
        ),
        ("Kvinnofridsgruppen i Åsby\n4 mars 2018", "Kvinnofridsgruppen", "Åsby"),
        (
            "Åsby kommun\nBeredningsgruppen för Brå\n4 mars 2018",
            "Beredningsgruppen för Brå",
            "Åsby kommun",
        ),
        ("Åsby kommun\nANDT-gruppen\n4 mars 2018", "ANDT-gruppen", "Åsby kommun"),
        ("Medborgarlöftesgruppen Åsby, 4 mars 2018", "Medborgarlöftesgruppen", "Åsby"),
        ("Föreningsrådet i Åsby, trygghetsmöte 4 mars 2018", "Föreningsrådet", "Åsby"),
        ("Brottsförebyggande rådet\ni Åsby\n2018-03-04", "Brottsförebyggande rådet", "Åsby"),
        (
            "BRÅ = Brottsförebyggande rådet i Åsby\n2018-03-04 kl 9",
            "Brottsförebyggande rådet",
            "Åsby",
        ),
        ("Trygghetskommissionen, Åsby kommun, 4 mars 2018", "Trygghetskommissionen", "Åsby kommun"),
        ("Trygghetsrådet för Östra Åsby och omnejd\n4 mars 2018", "Trygghetsrådet", "Östra Åsby"),
        (
            "Brottsförebyggande rådet (utökat möte med skolorna) i Åsby\n4 mars 2018",
            "Brottsförebyggande rådet",
            "Åsby",
        ),
        ("Centrumsamverkan Åsby – minnesanteckningar 4 mars 2018", "Centrumsamverkan", "Åsby"),
        ("SSP-gruppen Åsby\n4 mars 2018", "SSP-gruppen", "Åsby"),
        (
            "LOKALA SAMVERKANSRÅDET (LSR) ÅSBY-HOLMA\n4 mars 2018",
            "LOKALA SAMVERKANSRÅDET (LSR)",
            "ÅSBY-HOLMA",
        ),
        ("Möte nr 2 med Lokalt Brå, stadsdelen Lid\n4 mars 2018", "Lokalt Brå", "Lid"),
        (
            "            Vibo kommun\n            Kommunstyrelseförvaltningen\nSammanträde med Trygghetsrådet\n4 mars 2018",
            "Trygghetsrådet",
            "Vibo kommun",
        ),
        ("Bygderådet Vibo – trygghetsfrågor\n4 mars 2018", "Bygderådet", "Vibo"),
        ("Vibos trygghetsteam, veckomöte\n4 mars 2018", "trygghetsteam", "Vibo"),
        (
            "Protokoll, Brottsförebyggande rådet, Vibo, 2018-03-04, sid 1 (3)",
            "Brottsförebyggande rådet",
            "Vibo",
        ),
        ("Minnesanteckningar Brå 180304 Vibo kommun", "Brå", "Vibo kommun"),
        (
            "NORA OCH LINA KOMMUNER\nBrottsförebyggande rådet\n4 mars 2018",
            "Brottsförebyggande rådet",
            "NORA OCH LINA KOMMUNER",
        ),
        (
            "Brottsförebyggande rådet Nora-Lina\n4 mars 2018",
            "Brottsförebyggande rådet",
            "Nora-Lina",
        ),
        ("Gemensamt Brå i Nora och Lina\n4 mars 2018", "Gemensamt Brå", "Nora och Lina"),
        (
            "Nora kommuns Brottsförebyggande råd (Nora-Brå)\n4 mars 2018",
            "Brottsförebyggande råd",
            "Nora kommun",
        ),
        (
            "Gryta kommun            Diarienr 2018/12\nTRYGGHETSRÅDET (TR)                4 mars 2018",
            "TRYGGHETSRÅDET (TR)",
            "Gryta kommun",
        ),
        (
            "Norra Gryta kommundelsförvaltning\nLokalt brottsförebyggande råd\nMinnesanteckningar 4 mars 2018",
            "Lokalt brottsförebyggande råd",
            "Norra Gryta",
        ),
        (
            "Minnesanteckningar, Lokala Brå i Gryta stadsdel, 4 mars 2018",
            "Lokala Brå",
            "Gryta stadsdel",
        ),
        ("Samverkan mot våld – Gryta kommun\n4 mars 2018", "Samverkan mot våld", "Gryta kommun"),
        (
            "Rådet för social hållbarhet i Gryta\n4 mars 2018",
            "Rådet för social hållbarhet",
            "Gryta",
        ),
        ("Samordnad trygghet, Gryta\n4 mars 2018", "Samordnad trygghet", "Gryta"),
        ("Nätverket Månen i Gryta kommun\n4 mars 2018", "Nätverket Månen", "Gryta kommun"),
        (
            "Gryta kommun\nProjektgrupp Skymning\n4 mars 2018",
            "Projektgrupp Skymning",
            "Gryta kommun",
        ),
        ("Styrgrupp Trygg City, Gryta\n4 mars 2018", "Styrgrupp Trygg City", "Gryta"),
        ("Brå:s beredningsgrupp, Gryta\n4 mars 2018", "Brå:s beredningsgrupp", "Gryta"),
        ("Arbetsutskottet för Brå i Gryta\n4 mars 2018", "Arbetsutskottet för Brå", "Gryta"),
        (
            "Brottsförebyggande rådets arbetsgrupp i Gryta\n4 mars 2018",
            "Brottsförebyggande rådets arbetsgrupp",
            "Gryta",
        ),
        ("Kvarterssamverkan kvarteret Eken\n4 mars 2018", "Kvarterssamverkan", "kvarteret Eken"),
        ("Hamnsamverkan Gryta, möte 3\n4 mars 2018", "Hamnsamverkan", "Gryta"),
        ("Trygghetscirkeln i Gryta\n4 mars 2018", "Trygghetscirkeln", "Gryta"),
        ("Nattvandrargruppen, Gryta\n4 mars 2018", "Nattvandrargruppen", "Gryta"),
        (
            "Polisens och kommunens ledningsgrupp, Gryta\n4 mars 2018",
            "Polisens och kommunens ledningsgrupp",
            "Gryta",
        ),
        (
            "Gryta kommun\nKommunstyrelsens trygghets- och säkerhetsutskott\n4 mars 2018",
            "Kommunstyrelsens trygghets- och säkerhetsutskott",
            "Gryta kommun",
        ),
        ("UNGDOMSFORUM GRYTA\n4 mars 2018", "UNGDOMSFORUM", "GRYTA"),
        (
            "Trivselgruppen Gryta\nVi träffades den 4 mars 2018 i tvättstugan.",
            "Trivselgruppen",
            "Gryta",
        ),
        ("Grannsamverkansgruppen Ekvägen\n4 mars 2018", "Grannsamverkansgruppen", "Ekvägen"),
        ("Områdesgruppen Gryta–Hult\n4 mars 2018", "Områdesgruppen", "Gryta–Hult"),
        (
            "Vägföreningens trygghetsgrupp, Gryta\n4 mars 2018",
            "Vägföreningens trygghetsgrupp",
            "Gryta",
        ),
        ("Gryta, 4 mars 2018\nBrottsförebyggande rådet", "Brottsförebyggande rådet", "Gryta"),
        ("LOKALA BRÅ GRYTA (fd stadsdelsrådet)\n4 mars 2018", "LOKALA BRÅ", "GRYTA"),
        ("Trygghetsrådet, tidigare lokala Brå, i Gryta\n4 mars 2018", "Trygghetsrådet", "Gryta"),
        (
            "Samrådsgruppen polis, skola och socialtjänst, Gryta\n4 mars 2018",
            "Samrådsgruppen polis, skola och socialtjänst",
            "Gryta",
        ),
        ("Almhult Centrumgrupp (lokalt Brå)\n4 mars 2018", "Centrumgrupp", "Almhult"),
        (
            "Almhult ungdomsråd, arbetsgrupp trygghet\n4 mars 2018",
            "arbetsgrupp trygghet",
            "Almhult",
        ),
        ("Almhults bygderåd - trygghetsfrågor\n4 mars 2018", "bygderåd", "Almhult"),
        (
            "Utdrag ur protokoll\nHult kommun, Brottsförebyggande rådet, 2018-03-04",
            "Brottsförebyggande rådet",
            "Hult kommun",
        ),
        (">>> Lokala Brå Hult <<<\n2018-03-04", "Lokala Brå", "Hult"),
        ("Brå Hult | Protokoll | 2018-03-04", "Brå", "Hult"),
        ("# Trygghetsrådet, Hult\n**Protokoll 2018-03-04**", "Trygghetsrådet", "Hult"),
        ("TRYGGHETSRÅDET HULT • PROTOKOLL • 2018-03-04", "TRYGGHETSRÅDET", "HULT"),
        (
            "HULTS STAD\nSTADSLEDNINGSKONTORET\nMINNESANTECKNINGAR BRÅ 2018-03-04",
            "BRÅ",
            "HULTS STAD",
        ),
        ("Samverkansgruppen för Hults centrum\n2018-03-04", "Samverkansgruppen", "Hults centrum"),
        (
            "Forum för trygghet (f d Brå), Hults kommun\n2018-03-04",
            "Forum för trygghet",
            "Hults kommun",
        ),
        (
            "Kallelse/föredragningslista\nTrygghetsrådet i Hult\nOnsdagen den 4 mars 2018 kl 9 i stadshuset",
            "Trygghetsrådet",
            "Hult",
        ),
        ("Ungdoms-Brå i Hult\n2018-03-04", "Ungdoms-Brå", "Hult"),
        (
            "Från: Anna Ek\nTill: Brottsförebyggande rådet i Hult\nÄmne: Anteckningar 4 mars 2018",
            "Brottsförebyggande rådet",
            "Hult",
        ),
        (
            "Hej!\nHär kommer anteckningar från Trygghetsrådet i Hult den 4 mars 2018.",
            "Trygghetsrådet",
            "Hult",
        ),
        ("BRÅ-nätverket Hult 2018-03-04", "BRÅ-nätverket", "Hult"),
        ("Partnerskapet Tryggt Hult\nProtokoll 2018-03-04", "Partnerskapet Tryggt Hult", "Hult"),
        ("CENTRUMRÅDET HULT C\nProtokoll 2018-03-04", "CENTRUMRÅDET", "HULT"),
        ("Hults kommun\nSäkerhetsgruppen, möte 3 2018-03-04", "Säkerhetsgruppen", "Hults kommun"),
        (
            "Kommunala rådet för brottsförebyggande och folkhälsa, Hult\nProtokoll 2018-03-04",
            "Kommunala rådet för brottsförebyggande och folkhälsa",
            "Hult",
        ),
        ("Råd för ungdomstrygghet, Hult\n2018-03-04", "Råd för ungdomstrygghet", "Hult"),
        ("Lokal samverkan Hult\n2018-03-04", "Lokal samverkan", "Hult"),
        ("Områdessamverkan Hult 2018-03-04", "Områdessamverkan", "Hult"),
        ("Brottsförebyggande samverkan i Hult\n2018-03-04", "Brottsförebyggande samverkan", "Hult"),
        (
            "Brottsförebyggande arbetsgruppen Hult\n2018-03-04",
            "Brottsförebyggande arbetsgruppen",
            "Hult",
        ),
        ("Operativ samverkansgrupp Hult\n2018-03-04", "Operativ samverkansgrupp", "Hult"),
        ("Taktisk grupp, Hult\n2018-03-04", "Taktisk grupp", "Hult"),
        ("Strategisk samverkan – Hult\n2018-03-04", "Strategisk samverkan", "Hult"),
        ("Hult: Trygghetsskapande gruppen\n2018-03-04", "Trygghetsskapande gruppen", "Hult"),
        ("Lokalt trygghetsnätverk Hult\n2018-03-04", "Lokalt trygghetsnätverk", "Hult"),
    ],
)
def test_council_and_area(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)
