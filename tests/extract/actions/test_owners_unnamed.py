"""Owners that stand by a pronoun, as the speaker, after a colon, behind a bracket, or in words that lay a task on them."""

from datetime import date

import pytest

from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
from tests.extract.held import told
from tests.extract.parts import part

HELD = date(2019, 2, 22)
HEAD = """Protokoll Lokala Brå Ekmo 2019-02-22

Närvarande:
Maj Ek, kommunpolis
Bo Alm, rektor
Lena Frisk, preventionssamordnare

1. Inledning
Maj hälsade.

2. Läget
"""


def owners(body: str) -> list[tuple[str | None, str | None]]:
    meeting = part(f"{HEAD}{body}\n")
    persons, _ = attendees(meeting)
    found = actions(meeting, persons, HELD, None)
    for each in found:
        for evidence in each.evidence:
            assert meeting.document.text[evidence.start : evidence.end] == evidence.quote
    return [(each.owner, each.owner_person) for each in found if each.kind != "formality"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Lena hade talat med butikerna på torget. Hon bjuder in dem till nästa möte.",
            ("Hon", "Lena Frisk"),
        ),
        (
            "Bo ser fler slagsmål på rasterna än förr. Han tar fram en lista över platserna till nästa möte.",
            ("Han", "Bo Alm"),
        ),
        ("Skylt om bevakning ska upp i tunneln under v. 11.", (None, None)),
        ("Gruppen bestämde att vandringen ska komma igång till våren.", (None, None)),
        ("Lena var inte med och därför ska rektorerna på skolan bjudas in.", (None, None)),
        (
            "Lena fick frågan om hindren och lovade kontrollera vad som gäller.",
            ("Lena", "Lena Frisk"),
        ),
        ("Maj: ja, jag ringer hyresvärden i morgon.", ("Maj", "Maj Ek")),
        ("Gruppen bestämmer att det åligger Lena att höra med butikerna.", ("Lena", "Lena Frisk")),
        ("Det hamnar hos Bo att samla in elevernas svar.", ("Bo", "Bo Alm")),
        ("Beslut: att Lena får ansvara för inbjudan.", ("Lena", "Lena Frisk")),
        (
            "Maj bad Lena att lägga ut en sida om var man ringer.",
            ("Lena", "Lena Frisk"),
        ),
        ("Bo fick i läxa att räkna lyktorna på skolgården.", ("Bo", "Bo Alm")),
        ("Maj lämnade ett löfte om att komma till loppisen.", ("Maj", "Maj Ek")),
        ("Kommunpolisen Maj Ek ska mejla listan till skolan.", ("Maj Ek", "Maj Ek")),
        ("Jag ringer Bo om nycklarna.", ("Jag", None)),
        ("B-O mejlar en karta över källarna.", ("B-O", None)),
        ("Beslut: Ett brev om grannsamverkan ska gå till alla hushåll.", (None, None)),
        ("Beslut: En vandring ska äga rum den 13 mars.", (None, None)),
        ("Lena, som kör förbi där, får i uppdrag att räkna lamporna.", ("Lena", "Lena Frisk")),
        (
            "Lena hade räknat lamporna. Hon och Bo skriver ett brev till bolaget.",
            ("Hon och Bo", None),
        ),
        ("Rådet beslutade att varje gård utser en kontaktperson.", ("varje gård", None)),
        ("Beslut: Att Bo inför vårens möte gör en karta över källarna.", ("Bo", "Bo Alm")),
        ("Maj och Bo ombeds gå runt med lappar.", ("Maj och Bo", None)),
        ("Någon ska vattna lådorna, och den sysslan fick Lena.", ("Lena", "Lena Frisk")),
        ("Räcket är löst. Det lagar Lena till nästa möte.", ("Lena", "Lena Frisk")),
        ("Lena vill fråga klubben först och återkommer på nästa möte.", ("Lena", "Lena Frisk")),
        ("Lena saknade nycklar. Men hon ringer hyresvärden i morgon.", ("hon", "Lena Frisk")),
        ("Evi kontaktar Rolf Pärl om nycklarna.", ("Evi", None)),
        ("Lokal bokar Lena.", ("Lena", "Lena Frisk")),
        ("Därefter kontaktar Lena Frisk skolan.", ("Lena Frisk", "Lena Frisk")),
        ("Nytt – Lena mejlar butikerna på torget.", ("Lena", "Lena Frisk")),
        ("Pågående – Styrelsen bevakar bygget till nästa möte.", ("Styrelsen", None)),
        ("Lena startar grillen på lördag.", ("Lena", "Lena Frisk")),
        ("Bo ordnar fem frågor som inte är för svåra.", ("Bo", "Bo Alm")),
    ],
)
def test_owner(body: str, expected: tuple[str | None, str | None]) -> None:
    assert owners(body) == [expected]


@pytest.mark.parametrize(
    ("body", "owner", "person"),
    [
        ("Någon klottrar på skåpen (Lena tar upp det med vaktmästaren).", "Lena", "Lena Frisk"),
        ("Lampan är trasig (Bo ska prata med fastighetsbolaget så får vi se).", "Bo", "Bo Alm"),
        ("Grinden gnisslar (Maj Ek ringer kommunen).", "Maj Ek", "Maj Ek"),
        ("Nycklar (BA) ringer låssmeden.", "BA", "Bo Alm"),
    ],
)
def test_a_doer_may_open_what_stands_in_brackets(body: str, owner: str, person: str) -> None:
    assert (owner, person) in owners(body)


def test_a_pronoun_after_two_persons_means_neither() -> None:
    body = "I går mötte Bo och Lena butikerna. Hon bjuder in dem till nästa möte."
    assert [person for _, person in owners(body)] == [None]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lena vill att polisen ska gå runt med lappar.", ("proposal", None)),
        ("Maj hade tittat på hamnen. Hon ville att rådet söker tillstånd för kameror.", ("proposal", None)),
        ("Det talades om en egen väktare. Bo förordar det.", ("proposal", None)),
        ("Bo tycker att klubben borde få en egen bänk.", ("proposal", None)),
        ("Maj rekommenderade att man tar fram en lista.", ("proposal", None)),
        ("Vore det inte klokt att måla om tunneln?", ("proposal", None)),
        ("I år ska rådet satsa på två saker: parken och bron.", ("decision", None)),
        ("Under 2019 prioriterar rådet följande områden: parken och bron.", ("decision", None)),
        ("Skolan och polisen ska ha en gemensam bild varje månad, beslöt rådet.", ("decision", None)),
        ("Bo tittar på om dörren ska bytas.", ("commitment", "Bo")),
        ("Bo får skriva ett utkast till brevet.", ("assignment", "Bo")),
        ("En notis om lamporna ska in i bladet.", ("decision", None)),
        ("Beslut: Bo lagar grinden.\n\nAtt en vandring hålls i maj.", ("decision", None)),
        ("Rådet avsätter 5 000 kronor till västar.", ("decision", None)),
        ("Vi köper in tio lampor, det var alla överens om.", ("decision", None)),
        ("Rådet beslutar att planen ska följas upp. Bo svarar för det.", ("assignment", "Bo")),
        ("Bo svarar för att listan skrivs till nästa möte.", ("commitment", "Bo")),
        ("Förslag till beslut: Lena Frisk får i uppdrag att skriva en tidplan.", ("proposal", "Lena Frisk")),
    ],
)  # fmt: skip
def test_the_kind_that_the_words_give(body: str, expected: tuple[str, str | None]) -> None:
    meeting = part(f"{HEAD}{body}\n")
    found = actions(meeting, attendees(meeting)[0], HELD, None)
    assert (found[-1].kind, found[-1].owner) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Maj sorterar kläderna, Bo sätter upp skylten och Lena bakar bullar.", ["Maj", "Bo", "Lena"]),
        ("Lena håller i listan och Maj letar fram kartan.", ["Lena", "Maj"]),
        ("Maj undrar om stängslet håller, och Bo ska mäta det med sin son.", ["Bo"]),
        ("Lena fick i uppgift att rita en karta och alla mejlar sina platser till henne.", ["Lena", "alla"]),
        ("Bo får skriva inbjudan, Maj läser korrektur på den.", ["Bo", "Maj"]),
    ],
)  # fmt: skip
def test_each_doer_of_a_sentence_has_a_deed(body: str, expected: list[str]) -> None:
    assert [owner for owner, _ in owners(body)] == expected


def test_a_deed_without_more_words_keeps_the_sentence_s_deadline() -> None:
    body = "Föreningen behöver gå igenom parken inom två veckor, Lena kallar till det."
    meeting = part(f"{HEAD}{body}\n")
    found = actions(meeting, attendees(meeting)[0], HELD, None)
    assert [(each.owner, each.due) for each in found] == [("Lena", None)]
    body = "Föreningen behöver gå igenom parken inom två veckor, Lena kallar."
    meeting = part(f"{HEAD}{body}\n")
    found = actions(meeting, attendees(meeting)[0], HELD, None)
    assert [(each.owner, each.due) for each in found] == [("Lena", date(2019, 3, 8))]


def test_what_the_body_buys_and_who_orders_it_are_two() -> None:
    body = "Västarna: rådet köper tio stycken, Lena beställer dem."
    meeting = part(f"{HEAD}{body}\n")
    found = actions(meeting, attendees(meeting)[0], HELD, None)
    assert [(each.kind, each.owner) for each in found] == [
        ("decision", None),
        ("commitment", "Lena"),
    ]


@pytest.mark.parametrize(
    ("body", "due"),
    [
        ("Bo får i uppdrag att skriva ett brev. Utkast vid en extra träff vecka 12.", "vecka 12"),
        (
            "Bo skriver ett brev till bolaget. Texten ska vara klar senast 15 mars.",
            date(2019, 3, 15),
        ),
        ("Vi städar torget den 4 maj. Bo ordnar handskar till dess.", date(2019, 5, 4)),
    ],
)
def test_a_deadline_beside_its_task(body: str, due: date | str) -> None:
    meeting = part(f"{HEAD}{body}\n")
    found = actions(meeting, attendees(meeting)[0], HELD, None)
    assert [each.due or each.due_text for each in found if each.owner == "Bo"] == [due]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("(KH) kollar vilka lås som fattas.", [("commitment", "KH")]),
        ("Västar (KH) mäter upp förrådet.", [("commitment", "KH")]),
        ("Ny kassör, förslag Anne Kvarn (BA) frågar.", [("commitment", "BA")]),
        ("Västar: (BA) hämtar dem hos polisen.", [("commitment", "BA")]),
        ("(KH) och (LF) köper nya västar.", [("commitment", "(KH) och (LF)")]),
        ("LF renskriver listan.", [("commitment", "LF")]),
        ("Listan skrivs av (KH).", [("commitment", "KH")]),
        ("Bo Alm (KH) frågar klubben.", [("commitment", "Bo Alm")]),
        ("(BA) har lämnat in redovisningen.", []),
        ("(KH) slutar.", []),
    ],
)
def test_initials_alone_or_in_brackets_are_who_does_it(
    body: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told(body) == expected
