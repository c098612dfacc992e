"""The body's name and its area in heads of every form seen."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Protokoll för Lokala Brå\n\nGranvik 2018-03-14", "Lokala Brå", "Granvik"),
        (
            "GRANVIKS STADSDELSFÖRVALTNING\nProtokoll\nBRÅ-gruppen",
            "BRÅ-gruppen",
            "GRANVIK",
        ),
        ("Nätverket Trygg i Granvik\nProtokoll 2018-03-14", "Nätverket Trygg", "Granvik"),
        (
            "Brottsförebyggande och drogförebyggande rådet i Granvik\nProtokoll",
            "Brottsförebyggande och drogförebyggande rådet",
            "Granvik",
        ),
        ("Trygg och säker i Granvik\nProtokoll 14 mars 2018", "Trygg och säker", "Granvik"),
        ("Trygga Granvik\nProtokoll 14 mars 2018", "Trygga Granvik", "Granvik"),
        ("Minnesanteckningar\nMyndighetsnätverket i Granvik", "Myndighetsnätverket", "Granvik"),
        (
            "Samrådsgruppen för trygga mötesplatser, STM\nProtokoll från samråd 2018-03-14 i Granvik",
            "Samrådsgruppen för trygga mötesplatser",
            "Granvik",
        ),
        (
            "Hyresgästernas trygghetsgrupp i Granvik den 14 mars 2018",
            "Hyresgästernas trygghetsgrupp",
            "Granvik",
        ),
        ("BYARÅDET I GRANVIK\n\nProtokoll 14 mars 2018", "BYARÅDET", "GRANVIK"),
        (
            "Anteckningar från möte med Samordningsgruppen Trygg och säker i Norra Granvik",
            "Samordningsgruppen Trygg och säker",
            "Norra Granvik",
        ),
        (
            "Samverkansgruppen mot brott i Granvik\nProtokoll",
            "Samverkansgruppen mot brott",
            "Granvik",
        ),
        (
            "Granviks kommun\nProtokoll Rådet för trygghet och tillgänglighet, RTT",
            "Rådet för trygghet och tillgänglighet",
            "Granviks kommun",
        ),
        (
            "GRANVIKS KOMMUN\nKommunala trygghetsrådet\nProtokoll",
            "Kommunala trygghetsrådet",
            "GRANVIKS KOMMUN",
        ),
        (
            "PROTOKOLL Granviks stadsdelsförvaltning Lokala brottsförebyggande rådet",
            "Lokala brottsförebyggande rådet",
            "Granvik",
        ),
        ("Protokoll för Lokala Brå Granvik 2018-03-14", "Lokala Brå", "Granvik"),
        (
            "Granviks kommuns brottsförebyggande råd\nProtokoll 2018-03-14",
            "brottsförebyggande råd",
            "Granviks kommun",
        ),
        (
            "Granviks kommun\nBrottsförebyggande rådet (Brå)\nProtokoll 2018-03-14",
            "Brottsförebyggande rådet (Brå)",
            "Granviks kommun",
        ),
        ("BRÅ Granvik\nMinnesanteckningar 2018-03-14", "BRÅ", "Granvik"),
        (
            "Trygghetsrådet i Granvik\nProtokoll 2018-03-14",
            "Trygghetsrådet",
            "Granvik",
        ),
        (
            "Protokoll från Lokala brottsförebyggande rådet i Norra Granvik, 2018-03-14",
            "Lokala brottsförebyggande rådet",
            "Norra Granvik",
        ),
        (
            "PROTOKOLL\nGranvik-Ekby stadsdelsförvaltning\nLokala BRÅ\n2018-03-14",
            "Lokala BRÅ",
            "Granvik-Ekby",
        ),
        ("Protokoll, Hamnringen i Ekby\n2018-03-14", "Hamnringen", "Ekby"),
        ("Trygghetslaget i Ekby\nProtokoll 2018-03-14", "Trygghetslaget", "Ekby"),
        ("Trygg Samverkan Ekby – anteckningar 2018-03-14", "Trygg Samverkan", "Ekby"),
        (
            "Brottsförebyggande samverkansrådet, Ekby kommun\nProtokoll 2018-03-14",
            "Brottsförebyggande samverkansrådet",
            "Ekby kommun",
        ),
        (
            "Minnesanteckningar – Brottsförebyggande rådet i stadsområde Väster\n2018-03-14",
            "Brottsförebyggande rådet",
            "stadsområde Väster",
        ),
        (
            "RÅDET FÖR TRYGGHET I EKBY KOMMUN\nMinnesanteckningar 2018-03-14",
            "RÅDET FÖR TRYGGHET",
            "EKBY KOMMUN",
        ),
        (
            "Folkhälso-, trygghets- och hållbarhetsrådet\nEkby kommun 2018-03-14",
            "Folkhälso-, trygghets- och hållbarhetsrådet",
            "Ekby kommun",
        ),
        ("Styrgruppen för Tryggare Ekby\nanteckningar 2018-03-14", "Styrgruppen", "Ekby"),
        (
            "Ekby stad, Stadsdel Väster\nTrygghetsrådet 2018-03-14",
            "Trygghetsrådet",
            "Stadsdel Väster",
        ),
        ("Samverkan mot brott, Ekby 2018-03-14", "Samverkan mot brott", "Ekby"),
        ("Trygghetsrådet Majorna\nProtokoll 2018-03-14", "Trygghetsrådet", "Majorna"),
        ("Lokala Brå Rådö\nProtokoll 2018-03-14", "Lokala Brå", "Rådö"),
        (
            "Brottsförebyggande rådet Ekby\nAnteckningar BRÅ mars\n2018-03-14",
            "Brottsförebyggande rådet",
            "Ekby",
        ),
        (
            "Granviks kommun\nKommunala brottsförebyggande utskottet\nProtokoll 2018-03-14",
            "Kommunala brottsförebyggande utskottet",
            "Granviks kommun",
        ),
        (
            "Granviks kommun\nFolkhälso- och brottsförebyggande rådet\nProtokoll 2018-03-14",
            "Folkhälso- och brottsförebyggande rådet",
            "Granviks kommun",
        ),
        (
            "Samordningsgruppen polis–kommun\nGranviks kommun\nProtokoll 2018-03-14",
            "Samordningsgruppen polis–kommun",
            "Granviks kommun",
        ),
        (
            "Villaföreningen Norra Eklunden\nGrannsamverkansrådet\nProtokoll 2018-03-14",
            "Grannsamverkansrådet",
            "Norra Eklunden",
        ),
        (
            "Granviks byalag, trygghetsgruppen\nAnteckningar 2018-03-14",
            "trygghetsgruppen",
            "Granvik",
        ),
        (
            "Protokoll från Trygghetsgruppen i kvarteret Göken den 14 mars 2018",
            "Trygghetsgruppen",
            "kvarteret Göken",
        ),
        (
            "Stadsdel Öster, Granviks stad\nProtokoll, Trygghetsrådet 2018-03-14",
            "Trygghetsrådet",
            "Stadsdel Öster",
        ),
        (
            "Trygghetsrådet för Ekby och Granviks kommuner\nProtokoll 2018-03-14",
            "Trygghetsrådet",
            "Ekby och Granviks kommuner",
        ),
        ("Trygghetsrådet i Södra strandskogen\n2018-03-14", "Trygghetsrådet", "Södra strandskogen"),
        ("Trygghetsgruppen\nEkby bystämma\n2018-03-14", "Trygghetsgruppen", "Ekby"),
        ("Ekby kommundel\nTrygghetsrådet 2018-03-14", "Trygghetsrådet", "Ekby kommundel"),
        ("Trygghetsgruppen Tidaholm\nProtokoll 2018-03-14", "Trygghetsgruppen", "Tidaholm"),
        (
            "Trygghets- och folkhälsorådet\nGranviks kommun\nProtokoll 2018-03-14",
            "Trygghets- och folkhälsorådet",
            "Granviks kommun",
        ),
    ],
)
def test_council_and_area(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)
