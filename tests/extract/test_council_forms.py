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
    ],
)
def test_council_and_area(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)
