"""Minutes of tenants, parents and villages: clauses on lines of their own, lists of what was agreed, no items."""

import pytest

from pipeline.config import ReadSettings
from pipeline.run import read_protocol

HEAD = "Sandlyckans trygghetsgrupp, möte 2019-03-04\n\nNärvarande: Lisbet Ahl, Olle Bäck, Karin Dahl, Sten Ek\n\n"
Told = list[tuple[str, str, str | None]]


def told(body: str) -> Told:
    (meeting,) = read_protocol((HEAD + body).encode(), ReadSettings(ocr="off")).meetings
    return [(each.kind, each.text, each.owner) for each in meeting.actions]


def test_each_line_is_a_deed_of_its_own() -> None:
    body = """Grillplatsen

Lisbet bokar det stora tältet
Olle/Karin sköter maten, Sten gör lappar
Till materialansvarig utses Karin Dahl

Källaren

Sten ringer låssmeden om den trasiga dörren
Olle mejlar listan över nycklar

Övriga frågor

Karin har pratat med skolan om skridskorna
Lisbet skickar ut kallelsen till nästa gång
"""
    assert told(body) == [
        ("commitment", "Lisbet bokar det stora tältet", "Lisbet"),
        ("commitment", "Olle/Karin sköter maten", "Olle/Karin"),
        ("commitment", "Sten gör lappar", "Sten"),
        ("assignment", "Till materialansvarig utses Karin Dahl", "Karin Dahl"),
        ("commitment", "Sten ringer låssmeden om den trasiga dörren", "Sten"),
        ("commitment", "Olle mejlar listan över nycklar", "Olle"),
        ("commitment", "Lisbet skickar ut kallelsen till nästa gång", "Lisbet"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Vi läste igenom hela enkäten och enades om några saker:",
        "Efter en lång diskussion kom gruppen överens om följande:",
        "Mycket togs upp under kvällen. Till slut bestämdes:",
    ],
)
def test_points_under_an_agreement_are_decided(lead: str) -> None:
    body = f"{lead}\n\n- att skriva till bolaget om vad de vill att vi ska ta upp\n\n- ta reda på vem som kan laga grinden\n\n- lampan lyser igen\n\nVi skildes åt vid niotiden.\n"
    assert told(body) == [
        ("decision", "att skriva till bolaget om vad de vill att vi ska ta upp", None),
        ("decision", "ta reda på vem som kan laga grinden", None),
    ]


def test_points_under_what_was_agreed_before_are_none() -> None:
    body = "På förra mötet enades vi om några saker:\n\n- att skriva till bolaget om lamporna\n\n- att laga grinden vid lekplatsen\n\nAllt är gjort nu.\n"
    assert told(body) == []


def test_a_paragraph_that_an_address_ends_is_told() -> None:
    body = "Vi gick igenom hösten och det var lugnt överlag. Lisbet ringer fältarna. Den som vill vara med mejlar till trygg.sandlyckan@post.example\n"
    assert told(body) == [("commitment", "Lisbet ringer fältarna.", "Lisbet")]
