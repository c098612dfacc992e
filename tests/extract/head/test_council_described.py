"""A body whose name no word tells: what follows it tells what it is, letters, capitals, brackets, boards of more than one place."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        (
            "LUGNA HELGER • nätverk för ett tryggare krogliv i Ekby\nAnteckningar 29/5 2018",
            "LUGNA HELGER",
            "Ekby",
        ),
        (
            "Kvällslyset – ett samarbetsforum för trygga miljöer på Norra Holmen\nProtokoll 2019-03-04",
            "Kvällslyset",
            "Norra Holmen",
        ),
        (
            "Grindrådet (gemensamt brottsförebyggande råd för Ekby och Holma kommuner)\nProtokoll 2019-03-04",
            "Grindrådet",
            "Ekby och Holma kommuner",
        ),
        (
            "ÅRÅDET\n(kommunernas gemensamma brottsförebyggande råd sedan den 1 juli 2006)\nEkby och Holma kommuner\nProtokoll 2010-03-04",
            "ÅRÅDET",
            "Ekby och Holma kommuner",
        ),
        (
            "Måndagsgruppen Ekby (Brås arbetsgrupp för torget)\n2019-03-04 kl 9",
            "Måndagsgruppen",
            "Ekby",
        ),
        (
            "Säkerhetskollegiet\nEkby kommun\nProtokoll 2019-03-04",
            "Säkerhetskollegiet",
            "Ekby kommun",
        ),
        (
            "EKBY — GÅRDSFORUM för Ekby den 4 mars 2019",
            "GÅRDSFORUM",
            "Ekby",
        ),
        (
            "Drogpreventiva rådet, Ekby (DPR)\nPROTOKOLL\n4 mars 2019",
            "Drogpreventiva rådet",
            "Ekby",
        ),
        (
            "KOMMUNALA\nTRYGGHETS- OCH\nSÄKERHETSRÅDET\nEKBY KOMMUN\nPROTOKOLL\n4 MARS 2019",
            "KOMMUNALA TRYGGHETS- OCH SÄKERHETSRÅDET",
            "EKBY KOMMUN",
        ),
        (
            "TRYGGHETSRÅDET FÖR UNGDOM OCH HÄLSA\nEKBY\n2019-03-04",
            "TRYGGHETSRÅDET FÖR UNGDOM OCH HÄLSA",
            "EKBY",
        ),
        (
            "T R Y G G - t e a m e t   (TRYGG-teamet)\nEkby kommun\n2019-03-04",
            "TRYGG-teamet",
            "Ekby kommun",
        ),
        (
            "FOLKHÄLSO-/TRYGGHETSRÅDET 4 mars 2019\nEkby kommun",
            "FOLKHÄLSO-/TRYGGHETSRÅDET",
            "Ekby kommun",
        ),
        (
            "Minnesanteckningar från möte med LTR Norr, LTR Viken och LTR Ön i Ekby\n2019-03-04",
            "LTR Norr, LTR Viken och LTR Ön",
            "Ekby",
        ),
        ("LTG Södra Ekby\n2019-03-04\n\nAnteckningar LTG mars", "LTG", "Södra Ekby"),
        (
            "Ekby trygghetsråd\nARBETSGRUPP HANDEL\nAnteckningar 2019-03-04",
            "ARBETSGRUPP HANDEL",
            "Ekby",
        ),
        (
            "Rådet för ett säkrare Ekby (förut BRÅ och Drogrådet)\nProtokoll 2019-03-04",
            "Rådet för ett säkrare Ekby",
            "Ekby",
        ),
        (
            "~ Nattugglorna i Ekby ~\nanteckningar tisdag 3/3 2020",
            "Nattugglorna",
            "Ekby",
        ),
        (
            "Referat\nTrygghetsdialogen i Östra Ekby\nMåndagen den 2 mars 2020 samlades vi i kyrkan.",
            "Trygghetsdialogen",
            "Östra Ekby",
        ),
        (
            "EKBYTRYGGT\nEtt nätverk av föreningar i Ekby\nProtokoll 2020-03-03",
            "EKBYTRYGGT",
            "Ekby",
        ),
        (
            "EKBY – VIK – RYD\nInterkommunala brottsförebyggande nämnden\nPROTOKOLL\n2020-03-03",
            "Interkommunala brottsförebyggande nämnden",
            "EKBY – VIK – RYD",
        ),
        (
            "Till: Ledamöterna i Ungdomsrådets trygghetsutskott\nFrån: Sekretariatet, Ekby kommun\n\nKALLELSE till möte torsdag 5 mars 2020",
            "Ungdomsrådets trygghetsutskott",
            "Ekby kommun",
        ),
        (
            "Protokoll fört vid Trygghetskonsortiets fjärde sammanträde, Ekby den 3 mars 2020",
            "Trygghetskonsortiet",
            "Ekby",
        ),
        (
            "Protokoll från sammanträde i Ekbys kommunala råd för brottsförebyggande arbete, förkortat KRB, den 3 mars 2020",
            "kommunala råd för brottsförebyggande arbete",
            "Ekby",
        ),
        (
            "Ekby kommun, Brottsförebyggande rådets arbetsgrupp för skolfrågor\n2019-03-04",
            "Brottsförebyggande rådets arbetsgrupp för skolfrågor",
            "Ekby kommun",
        ),
        (
            "Gemensam BRÅ-nämnd för Viks, Holms och Ekby kommuner\nProtokoll 2020-03-03",
            "Gemensam BRÅ-nämnd",
            "Viks, Holms och Ekby kommuner",
        ),
        (
            "Styrgruppen för trygghetsavtalet sammanträder torsdagen den 4 mars 2019 kl 9\nEkby kommun",
            "Styrgruppen för trygghetsavtalet",
            "Ekby kommun",
        ),
    ],
)
def test_names_told_by_what_stands_beside_them(text: str, council: str, area: str) -> None:
    own = head(part(text + BODY))
    assert own.council == council
    assert own.area == area


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Samverkansgruppen (Polis, Skola, Kyrka) – Ekby\n2019-03-04", "Ekby"),
        ("Samverkansgruppen Grannhjälp\nEkby kommun – anteckningar 4 mars 2019", "Ekby kommun"),
        ("Minnesanteckningar Nätverk Trygg i Ekbygden\n2019-03-04", "Ekbygden"),
        ("Stadsdelsförvaltningen i Norra Ekby, Storhamn\nTrygghetsrådet 2019-03-04", "Norra Ekby"),
        ("Brå Ekby/Holma, Storhamns stad\nAnteckningar 2019-03-04", "Ekby/Holma"),
        ("Brottsförebyggande gruppen\nKommundel Ekby\n2019-03-04", "Ekby"),
        ("Oroteamet (polis, soc), Norra Ekby\n2019-03-04", "Norra Ekby"),
        ("PROTOKOLL\nStadsdelsnämnden Ekby\nTrygghetsrådet 2019-03-04", "Ekby"),
        ("SAMTRYGG Ekby    Protokoll 2019-03-04\nRådet för samverkan och trygghet", "Ekby"),
        ("Nätverket Barn, Ekby-Holma\n2019-03-04\nPlats: Holma skola", "Ekby-Holma"),
        (
            "RÅDET FÖR TRYGGA BYAR\nett organ för kommunerna i Ekby, Holma och Vik\nProtokoll 2019-03-04",
            "Ekby, Holma och Vik",
        ),
        (
            "Västra stad, stadsdelsnämnden     PROTOKOLL\nOMRÅDESRÅDET, EKBY\n(OMRÅDESRÅDET, EKBY)\n2019-03-04",
            "EKBY",
        ),
        (
            'Anteckningar från forumets möte den 4 mars 2019\nMed "Forum för trygghet" menas här de som samlas.\nPlats: Kulturhuset, Ekby',
            "Ekby",
        ),
        ("EKBY KOMMUNS TRYGGHETSRÅD\nPROTOKOLL 2019-03-04", "EKBY KOMMUN"),
    ],
)
def test_area_beside_such_names(text: str, area: str) -> None:
    assert head(part(text + BODY)).area == area


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        (
            "Solvikens Båtsällskap Protokoll från styrelsemöte nr 3, 2019-03-04 i klubbhuset, Udden",
            "Solvikens Båtsällskap",
            "Solviken",
        ),
        (
            "ROTOKOLL STYRELSEMÖTE EKBACKENS KOLONITRÄDGÅRDSFÖRENING\nDen 4/3, 2019 kl. 18.30",
            "EKBACKENS KOLONITRÄDGÅRDSFÖRENING",
            "EKBACKEN",
        ),
        (
            "Protokoll - Öppet styrelsemöte den 4 mars 2019\nLokal: Kajutan\nNärvarande\nFrån styrelsen i Ekby Villaägareförening deltog:\nAnna Ek, Bo Li",
            "Ekby Villaägareförening",
            "Ekby",
        ),
        ("Trygghetsrådet SAMMANTRÄDESPROTOKOLL 3 i Ekby\n2019-03-04", "Trygghetsrådet", "Ekby"),
    ],
)
def test_associations_and_pages(text: str, council: str, area: str) -> None:
    own = head(part(text + BODY))
    assert (own.council, own.area) == (council, area)


def test_area_before_the_address_below_the_text() -> None:
    text = f"Trygghetsrådet\nProtokoll 2019-03-04{BODY}\nEkby stad, Box 12, 000 41 Ekby\n"
    assert head(part(text)).area == "Ekby stad"
