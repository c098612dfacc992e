"""Names of bodies that hold their place, stand in a foot or are told in running text alone."""

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part

_LISTED = "Närvarande: Tuva och Egon.\n\n"
_ITEMS = "Bryggan\nSiri har lagat bommen vid bryggan.\n\nBåtarna\nEn båt försvann i april.\n\nNästa gång\nTorsdag 3 maj.\n\n"


@pytest.mark.parametrize(
    ("text", "council", "area"),
    [
        ("Solbackens byalag\nTrygghetsmöte 14 mars 2018", "Solbackens byalag", "Solbacken"),
        (
            "PROTOKOLL Norra Ekbys samhällsförening 2018-03-14",
            "Norra Ekbys samhällsförening",
            "Norra Ekby",
        ),
        (
            "Protokoll för Hagens villaägareförening\n2018-03-14",
            "Hagens villaägareförening",
            "Hagen",
        ),
        (
            "Ekbys trygghetsutskott (ETU)\nProtokoll 2018-03-14",
            "Ekbys trygghetsutskott (ETU)",
            "Ekby",
        ),
        ("Granviks trygghetsråd (TRG)\nProtokoll 2018-03-14", "trygghetsråd (TRG)", "Granvik"),
        (
            "Protokoll fört vid möte med Föreningen Grannsamverkan i Ekby den 14 mars 2018",
            "Föreningen Grannsamverkan",
            "Ekby",
        ),
        (
            "Rådet för trygghet och hälsa, onsdagen den 14 mars 2018\nEkby kommun",
            "Rådet för trygghet och hälsa",
            "Ekby kommun",
        ),
        ("Styrelsemöte i Ekby vägförening den 14 mars 2018", "Ekby vägförening", "Ekby"),
        ("Trygghetsgruppens möte 14 mars 2018\nEkby", "Trygghetsgruppen", "Ekby"),
        ("Trygghetsalliansen i Ekby\nProtokoll 2018-03-14", "Trygghetsalliansen", "Ekby"),
        ("Bygruppen Trygg i Ekby – möte 14 mars 2018", "Bygruppen Trygg", "Ekby"),
        ("Arbetsgruppen Trygg stad, Ekby\n2018-03-14", "Arbetsgruppen Trygg stad", "Ekby"),
        (
            "Nätverket för ett tryggt Ekby\nAnteckningar 14 mars 2018",
            "Nätverket för ett tryggt Ekby",
            "Ekby",
        ),
        (
            "Nätverket mot våld i nära relation, Ekby kommun\n2018-03-14",
            "Nätverket mot våld i nära relation",
            "Ekby kommun",
        ),
        (
            "Kommunens och polisens samarbetsråd i Ekby\nProtokoll 2018-03-14",
            "Kommunens och polisens samarbetsråd",
            "Ekby",
        ),
        (
            "EKBY BYALAG OCH GRANNSAMVERKAN – LÖPANDE LOGG\nMöte 14 mars 2018",
            "BYALAG OCH GRANNSAMVERKAN",
            "EKBY",
        ),
        (
            "Anteckningar Lokala BRÅ mars 2018\nLokala brottsförebyggande rådet Ekby 2018-03-14",
            "Lokala brottsförebyggande rådet",
            "Ekby",
        ),
        ("Kallelse\n\nTill: Ledamöterna i Ekby Brå\n\nTid: 14 mars 2018 kl 9", "Brå", "Ekby"),
        (
            "Bygdens trygghetsgrupp, Ekby socken\n14 mars 2018",
            "Bygdens trygghetsgrupp",
            "Ekby socken",
        ),
        ("Lokalt trygghetsråd i Ekby\n2018-03-14", "Lokalt trygghetsråd", "Ekby"),
        ("Ekgårdens hyresgästråd\nMöte 14 mars 2018", "hyresgästråd", "Ekgården"),
        (
            "Vilka:\tRådet för trygghet i Ekby\nNär:\t14 mars 2018\nVar:\tLadan",
            "Rådet för trygghet",
            "Ekby",
        ),
        ("Kallelse till Ekby trygghetsforum\nTid: 14 mars 2018 kl 18", "trygghetsforum", "Ekby"),
        ("Trygghetsforum\tNorra hamnen\n\nProtokoll 2018-03-14", "Trygghetsforum", "Norra hamnen"),
        ("Styrelseprotokoll Ekby Byalag 18-03-14", "Ekby Byalag", "Ekby"),
        ("PROTOKOLL FRÅN EKDALENS BYALAGS MÖTE 2018-03-14", "EKDALENS BYALAG", "EKDALEN"),
        (
            "Protokoll fört vid Ekby byalags extra årsmöte i Holma bygdegård den 14 mars 2018",
            "Ekby byalag",
            "Ekby",
        ),
        (
            "PROTOKOLL FÖRT VID EKBY-LIDENS BYASTÄMMA I HOLMA FÖRSAMLINGSHEM DEN 14 MARS 2018",
            "EKBY-LIDENS BYASTÄMMA",
            "EKBY-LIDEN",
        ),
        ("Hamnens villaförenings styrelsemöte 14 mars 2018", "Hamnens villaförening", "Hamnen"),
    ],
)
def test_a_name_is_whole(text: str, council: str, area: str) -> None:
    found = head(part(text + BODY))
    assert (found.council, found.area) == (council, area)


@pytest.mark.parametrize(
    ("foot", "council", "area"),
    [
        ("Lokala Brå i Granviks kommun\tSida 1 av 1", "Lokala Brå", "Granviks kommun"),
        ("Siri Alm\nsamordnare, Trygghetsgruppen Granvik", "Trygghetsgruppen", "Granvik"),
        ("Granviks byalag, org.nr 000000-0000", "Granviks byalag", "Granvik"),
    ],
)
def test_a_foot_that_stands_once_names_the_body(foot: str, council: str, area: str) -> None:
    text = "Anteckningar från träffen den 14 mars 2018\n\n" + _LISTED + _ITEMS + foot + "\n"
    found = head(part(text))
    assert (found.council, found.area) == (council, area)


def test_the_first_sentences_name_the_body() -> None:
    text = (
        "Anteckningar från träffen den 14 mars 2018\n\n"
        + _LISTED
        + "1. Start\nTrygghetsgruppen i Granvik träffades för andra gången.\n\n2. Läget\nDet är lugnt.\n"
    )
    found = head(part(text))
    assert (found.council, found.area) == ("Trygghetsgruppen", "Granvik")


def test_a_page_s_menu_is_no_area() -> None:
    found = head(part("NYHETER\n\nByarådet: protokoll 14 mars 2018" + BODY))
    assert (found.council, found.area) == ("Byarådet", None)


def test_whom_a_sentence_deals_with_is_not_who_met() -> None:
    text = (
        "Anteckningar den 14 mars 2018\n\n"
        + _LISTED
        + "1. Start\nTuva kontaktar Per Ek i Holma villaägareförening.\n\n2. Läget\nDet är lugnt.\n"
    )
    assert head(part(text)).council is None


def test_another_body_in_the_text_is_not_the_one_that_met() -> None:
    text = (
        "Anteckningar från träffen den 14 mars 2018\n\n"
        + _LISTED
        + "1. Start\nAlla kom.\n\n2. Läget\nDet är lugnt.\n\n3. Övrigt\nEn lampa är sönder.\nDen är anmäld.\nSocialnämnden har fått brevet.\n\n4. Slut\nTack för i dag.\n"
    )
    assert head(part(text)).council is None
