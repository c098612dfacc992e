"""Heads of summonses that call in a sentence, and days and places that stand where titles end."""

from datetime import date, time

import pytest

from pipeline.extract.head import head
from tests.extract.parts import BODY, part


@pytest.mark.parametrize(
    ("called", "place"),
    [
        (
            "Kallelse\nHärmed kallas ledamöterna i trygghetsrådet till sammanträde\ntisdag 20 mars 2018 klockan 13.30\n"
            "Kommunhuset, Björksalen",
            "Kommunhuset, Björksalen",
        ),
        (
            "Kallelse\n\nDu kallas till möte med trygghetsrådet\ntisdagen den 20 mars 2018 kl. 13.30\ni Folkets hus, lilla salen",
            "Folkets hus, lilla salen",
        ),
        (
            "Inbjudan\n\nNi är kallade till trygghetsrådets träff\nden 20 mars 2018 kl 13.30\nLunds bibliotek",
            "Lunds bibliotek",
        ),
    ],
)
def test_the_day_called_to_goes_before_that_of_the_letter(called: str, place: str) -> None:
    top = "Ekmo kommun\n\n2018-03-06\n\n"
    found = head(part(f"{top}{called}\n\n1. Upprop\n2. Dagordning\n3. Polisen informerar\n"))
    assert (found.meeting_date, found.start_time) == (date(2018, 3, 20), time(13, 30))
    assert found.place == place
    assert found.kind == "kallelse"
    assert not found.issues


def test_a_short_day_counts_in_a_title_however_far_down() -> None:
    office = "EKMO KOMMUN\nKANSLIET\nTRYGGHET OCH SÄKERHET\n\n"
    table = "Namn\tTitel\tOrganisation\nSiv Gran\tRektor\tEkmo stadsdelsnämnd\n\n"
    when = "Tid: Onsdagen den 14/3 kl 9-10.30\n\n1. Läget\nDet är lugnt.\n"
    found = head(
        part(f"{office}Trygghetsforum för boende\nMinnesanteckningar 180314\n\n{table}{when}")
    )
    assert found.meeting_date == date(2018, 3, 14)
    assert found.council == "Trygghetsforum för boende"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Protokoll fört vid sammanträde med lokala Brå på Ekmo i skolans matsal, onsdagen den 14 mars 2018", "skolans matsal"),
        ("Lokala Brå i Ekmo arbetar mot brott. Vårens första träff hölls i kommunhuset den 14 mars 2018.", "kommunhuset"),
        ("Lokala Brå, Ekmo\nMöte den 14 mars 2018 klockan 16-18 i Fritidens hus, Ekgatan 3. LBR är till för alla.", "Fritidens hus, Ekgatan 3"),
    ],
)  # fmt: skip
def test_the_place_ends_with_its_sentence(told: str, place: str) -> None:
    assert head(part(f"{told}{BODY}")).place == place


def test_an_hour_that_is_glued_to_the_year() -> None:
    found = head(
        part(f"Lokala Brå Ekmo\nTid: onsdag den 14 mars 2018kl.10:00-11:30\nPlats: Skolan{BODY}")
    )
    assert (found.start_time, found.end_time) == (time(10), time(11, 30))
    assert found.meeting_date == date(2018, 3, 14)


def test_an_association_for_safety_tells_its_area() -> None:
    found = head(
        part(f"Protokoll från styrelsemöte i Ekmo grannstödsförening den 14 mars 2018{BODY}")
    )
    assert found.area == "Ekmo"
