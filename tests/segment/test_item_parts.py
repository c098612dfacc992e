"""The parts of formal items, each under a subhead of its own."""

import pytest

from pipeline.segment.item_parts import part_of
from tests.segment.cut import meeting

ITEM = """Protokoll Lokala Brå Ekmo 2021-02-22

§ 4 Låsta grindar

Bakgrund
Frågan väcktes av hamnlaget i fjol.

Det har skrivits tre brev sedan dess.

Beskrivning av ärendet
Hamnchefen berättar om grindarna.

Yrkanden
Bo Alm (S) yrkar att grindarna tas bort.

Rut Lid (M) yrkar bifall till hamnchefens förslag.

Propositionsordning
Ordföranden ställer förslagen mot varandra.

Brottsförebyggande rådets beslut
Grindarna låses klockan tjugo.

Reservation
Bo Alm (S) reserverar sig.

Beslutet expedieras till
Hamnlaget
Kommunstyrelsen

Beslutsunderlag
Skrivelse 2020-10-01

§ 5 Kiosken

Kiosken har öppnat igen.
"""


def test_each_part_goes_on_until_the_next_subhead() -> None:
    gates, kiosk = meeting(ITEM).sections
    told = {each.view.text: each.part for each in gates.paragraphs if each.kind != "heading"}
    assert [told[text] for text in told if text != "Kommunstyrelsen"] == [
        "background",
        "background",
        "told",
        "moved",
        "moved",
        "vote",
        "decided",
        "dissent",
        *["sent"] * sum(text.startswith("Hamnlaget") for text in told),
        "papers",
    ]
    assert {each.part for each in kiosk.paragraphs} == {None}


def test_a_label_before_a_colon_holds_for_its_paragraph() -> None:
    text = ITEM.replace("Beslutsunderlag\nSkrivelse", "Beslutsunderlag: Skrivelse")
    text = text.replace("2020-10-01", "2020-10-01\n\nRådet fikade sedan på kajen.")
    last = meeting(text).sections[0].paragraphs[-2:]
    assert [each.part for each in last] == ["papers", None]


def test_where_sentences_are_told_again_nothing_is_sent_any_more() -> None:
    told = (
        "Efter rasten berättade Bo Alm om bommen vid kiosken, som någon kört på två gånger i vår."
    )
    text = ITEM.replace("Skrivelse 2020-10-01", f"Skrivelse 2020-10-01\n\n{told}")
    last = meeting(text).sections[0].paragraphs[-1]
    assert (last.view.text, last.part) == (told, None)


@pytest.mark.parametrize(
    ("subhead", "part"),
    [
        ("BESLUT", "decided"),
        ("Trygghetsrådets beslut:", "decided"),
        ("Förra mötets beslut", None),
        ("Länsstyrelsens beslut", None),
        ("Kansliets förslag till beslut", "proposed"),
        ("Förslag under mötet", "moved"),
        ("Tilläggsyrkande", "moved"),
        ("Omröstning", "vote"),
        ("Till protokollsanteckning", "dissent"),
        ("Särskilt yttrande", "dissent"),
        ("Protokollsutdrag till", "sent"),
        ("Delges", "sent"),
        ("Kopia för kännedom", "sent"),
        ("Handlingar i ärendet", "papers"),
        ("Ärendets beredning", "background"),
        ("Sammanfattning", "told"),
        ("Övriga frågor", None),
        ("Rådet beslutar", None),
    ],
)
def test_subheads(subhead: str, part: str | None) -> None:
    assert part_of(subhead) == part
