"""What a body announces, reports or leaves to others, beside what somebody at the table undertakes."""

import pytest

from tests.extract.held import told


@pytest.mark.parametrize(
    "body",
    [
        # other bodies decide
        "Kommunen avgör i april om kiosken får stå kvar.",
        "Bostadsbolaget bestämmer själv när portarna låses.",
        "Planen antas av kommunfullmäktige i november.",
        "Om kamerorna fattar tillsynsmyndigheten beslut i maj.",
        "Lena Frisk informerar om att nämnden beslutar om lokalen i mars.",
        # what a body would do anyway
        "Polisen flyttar in i de nya lokalerna efter sommaren.",
        "Kommunen bjuder in allmänheten till öppet hus den 3 maj.",
        "Fritidsbanken lånar ut skridskor hela vintern.",
        "Väktarna åker ut samma kväll som någon larmar.",
        "Bolaget svarar att dörrarna ska bytas när budgeten medger.",
        # what is told at the meeting
        "Bo Alm lämnar en skriftlig redovisning av höstens elevenkät.",
        "Maj Ek lämnar rapport för perioden april till juni.",
        "Maj Ek hänvisar till polisens telefontid.",
        "Maj Ek ville veta om lamporna ska bytas.",
        "Lena Frisk ber om ursäkt för att listan inte kom ut.",
        "Bo Alm gick igenom hur elevhälsans rutiner ska tas fram.",
        "Rådet fruktar en orolig vår.",
        # the meetings themselves
        "Kaj Holm för protokollet i stället för Siv Rask.",
        "Datum för våren skickas ut senare.",
    ],
)
def test_none_is_an_action(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Polisen kontaktar krögarna före påsk.", "commitment"),
        ("Bostadsbolaget ser över låsen i källaren till nästa möte.", "commitment"),
        ("Kommunen bjuder in handlarna till ett samtal om snatterierna.", "commitment"),
        ("Bostadsbolaget tar fram kostnad för ny belysning.", "commitment"),
        ("Skolan hör efter om det går.", "commitment"),
        ("Bo Alm lämnar listan till Maj Ek i veckan.", "commitment"),
        ("Maj Ek svarar att hon kommer till föräldramötet.", "commitment"),
        ("Kaj Holm polisanmäler klottret.", "commitment"),
        ("Bo Alm skriver en insändare.", "commitment"),
        ("Rådet beslutar att kommunen tillfrågas om belysningen.", "decision"),
        ("Utkastet skickas ut på remiss till ledamöterna.", "decision"),
        ("Rektorerna bjuds in till mötet i maj.", "decision"),
        ("Maj Ek rekommenderade att man byter låset.", "proposal"),
    ],
)
def test_what_is_undertaken_decided_or_proposed(body: str, kind: str) -> None:
    assert [each for each, _ in told(body)] == [kind]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lena kommer att ringa klubben.", [("commitment", "Lena")]),
        ("Kaj Holm kommer också att kontakta klubben.", [("commitment", "Kaj Holm")]),
        ("Lena kommer att sluta.", []),
        ("Polisen kommer att finnas på plats.", []),
        ("Till mötet i maj bjuder skolan in räddningstjänsten.", [("commitment", "skolan")]),
        ("På torsdag går vaktmästaren igenom låsen.", [("commitment", "vaktmästaren")]),
        ("I april bjöd skolan in polisen.", []),
        ("I år delar föreningen ut reflexer.", []),
        ("Alla ombedes höra av sig till klubben.", [("assignment", "Alla")]),
        ("Att be Kaj Holm räkna båtarna.", [("assignment", "Kaj Holm")]),
        ("Brevet skrivs av Bo Alm.", [("commitment", "Bo Alm")]),
        ("Årsmötet den 22 januari beslutade att tacka klubben.", []),
    ],
)
def test_what_is_going_to_be_done_falls_on_who_is_named(
    body: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(body) == expected
