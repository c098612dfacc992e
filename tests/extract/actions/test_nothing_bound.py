"""What holds an action's words and binds nobody, beside what does: leads, answers, what is put off, told by others or left undone."""

import pytest

from tests.extract.held import told


@pytest.mark.parametrize(
    "body",
    [
        # a verb of deciding and nothing that is decided
        "Efter samtal beslutar rådet",
        "På förslag av Bo Alm enades gruppen om",
        "Lokala Brå föreslås besluta",
        # the decision is put off, or there was none
        "Beslut tas först vid träffen i maj.",
        "Beslut i ärendet får anstå.",
        "Gruppen kunde inte enas om platsen.",
        "Ingen bestämde något.",
        "Rådet måste ta ställning till vad som ska gälla sedan.",
        "Lena funderar på ett staket, inget är bestämt.",
        "Gruppen enades om följande.",
        # told of, or asked at the meeting
        "Försäljning av hembränt ska förekomma vid macken.",
        "Maj Ek (S) ställer en fråga om bommen.",
        # recalled
        "Rådet bestämde i oktober om en utflykt.",
        "Styrelsen gav i november Lena i uppdrag att räkna lamporna.",
        "Vid decembermötet antogs två områden.",
        # no verb at all
        "Bo Alm, föredragande",
        "Förslag från hyresgästerna.",
        # what somebody does not do, takes back or has told
        "Bo Alm ordnar inga möten i juli.",
        "Maj Ek drar tillbaka sin begäran om en extra rastvakt.",
        "Regionen har meddelat att kommunen ska sända en ledamot.",
        "Maj Ek lämnar siffror för januari.",
        "Maj Ek tipsar om en bok.",
        # decided by another
        "Löftet beslutas av lokalpolisområdeschefen.",
        "Rutinen fastställs av ordföranden.",
        # answers and questions
        "Nej, inte än.",
        "Fråga från klubben: kan vi få en nyckel till salen?",
        # what a formal protocol says of itself
        "Anslaget sätts upp den 4 mars och tas ned den 26 mars.",
        "Bo Alm (S) reserverar sig mot beslutet.",
        # told by somebody else of one who is not there
        "Kommunens trädgårdsmästare, Siv Rask, kommer till vårmötet, berättar Lena.",
        # done while the meeting goes on
        "Maj Ek tar upp skotrarna som kör över isen.",
        "Bo Alm tar upp skräpet vid stranden.",
        "Lena Frisk håller med.",
        "Maj Ek delar ut en karta till var och en.",
        "Bo Alm läser ur en insändare om färjan.",
        "Lena Frisk räknar upp gatorna: Storgatan och Kajen.",
        "Kaj Holm lämnar en protokollsanteckning.",
        "Bo Alm avgår och avtackades med blommor.",
        # open to whoever wants to, or done at every meeting
        "Frågor till kommunpolisen kan lämnas till kansliet.",
        "Foldern kan hämtas på biblioteket.",
        "Den som vill ha kallelsen på papper hör av sig till kansliet.",
        "Siffrorna skickas ut dagen efter varje möte.",
        "Fältarna byter till vinterschema vecka 44.",
        "Platser på jourhem köps i Norrby.",
        # no stance, or another's to take
        "Rådet tar inte ställning till förslaget om bommen, det gör nämnden i maj.",
        "Mötet lämnade frågan öppen.",
        "Bildningsnämnden tar i april ställning till om lokalen blir kvar.",
        "Taxan för nästa år antas i juni.",
        # what rules and agreements ask for
        "Enligt det nya avtalet ska vakter finnas på färjan varje kväll.",
        "Redovisningen ska enligt överenskommelsen lämnas i juni.",
        "Ansökan om bidrag ska vara inne den 3 maj.",
    ],
)
def test_nothing_is_bound(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rådet beslutar enligt Bos förslag.", [("decision", None)]),
        ("Maj Ek ringer inte klubben utan mejlar den.", [("commitment", "Maj Ek")]),
        ("Maj Ek tar upp skotrarna med klubben.", [("commitment", "Maj Ek")]),
        ("Beslut: Protokollet läggs till handlingarna. Maj Ek berättar att klubben träffades i mars.", [("formality", None)]),
        ("Beslut: Protokollet läggs till handlingarna. Maj Ek ringer klubben.", [("formality", None), ("commitment", "Maj Ek")]),
        ("Bo Alm tar upp skräpet på personalmötet.", [("commitment", "Bo Alm")]),
        ("Maj Ek delar ut kartan till alla hushåll.", [("commitment", "Maj Ek")]),
        ("Lena lämnar siffror för januari till nämnden.", [("commitment", "Lena")]),
        ("Lena tipsar polisen om platsen.", [("commitment", "Lena")]),
        ("Bo Alm informerar samtliga klasser om kursen v 16.", [("commitment", "Bo Alm")]),
        ("Bo Alm förklarar sig villig att låna ut salen.", [("commitment", "Bo Alm")]),
        ("Hamnbolaget ställer upp med två stolpar.", [("commitment", "Hamnbolaget")]),
        ("Bo Alm byter koder i maj, då gamla nycklar fortfarande finns ute.", [("commitment", "Bo Alm")]),
        ("Hamnbolaget byter lås före påsk, sade Kaj.", [("commitment", "Hamnbolaget")]),
        (
            "Siv hälsade. Efter samtal beslutar rådet\n\natt bommen låses,\n\natt Bo Alm räknar nycklarna.",
            [("decision", None), ("assignment", "Bo Alm")],
        ),
        ("Förslaget att Lena ska åka dit fick inget stöd.", [("proposal", None)]),
        ("Paragrafen förklaras omedelbart justerad.", [("formality", None)]),
        ("En vandring längs ån genomförs den 12 april, beslöt rådet.", [("decision", None)]),
        # a sum ends a sentence
        ("Rådet har 900 kr. Bo Alm köper lampor.", [("commitment", "Bo Alm")]),
    ],
)  # fmt: skip
def test_something_is_bound(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(body) == expected
