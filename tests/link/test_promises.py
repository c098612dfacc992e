"""What became of an action by what it promised."""

from datetime import date

import pytest

from pipeline.link.ledger import ledger
from pipeline.link.rows import ActionRow, FollowUpRow, Link, MeetingRow

FIRST, SECOND = date(2019, 2, 1), date(2019, 5, 3)


def told(promised: str, said: str, outcome: str, kind: str = "commitment") -> tuple[str, str]:
    """The outcome and the action's state."""
    book = ledger(
        [MeetingRow("a-1", FIRST, "protokoll"), MeetingRow("b-1", SECOND, "protokoll")],
        [ActionRow("x", "a-1", FIRST, kind, promised, None, None, None)],
        [FollowUpRow("f", "b-1", SECOND, outcome, said)],
        {"f": Link("x", 0.8)},
    )
    return book.outcomes["f"], book.states["x"]


@pytest.mark.parametrize(
    ("promised", "said", "outcome"),
    [
        ("Bo Alm frågar hamnen om en grind.", "Hamnen säger nej till en grind.", "dropped"),
        ("Hamnnämnden ska uppvaktas om en grind.", "Nämnden har inga pengar till en grind.", "dropped"),
        ("Siv kollar om hamnen kan ha vakter.", "Siv pratade med hamnen, de har ingen budget i år.", "postponed"),
        ("Bo Alm hör med elevrådet om färgen.", "Elevrådet tillfrågades men saknade åsikt.", "mentioned"),
        ("Maj räknar lamporna längs kajen.", "Fyra av nio lampor längs kajen är trasiga.", "in_progress"),
        ("Miljökontoret ska göra provköp av folköl.", "I två av fem butiker fick ungdomarna köpa öl.", "in_progress"),
        ("Miljökontoret ska göra kontrollköp.", "Två av fem butiker sålde öl.", "in_progress"),
        ("Bo tar reda på vad en grind kostar.", "Anbudet på grinden ligger på 85 000 kronor.", "in_progress"),
        ("Siv hör med elbolaget vad en stolpe kostar.", "Elbolaget vill ha 20 000 för en stolpe.", "mentioned"),
        ("Siv polisanmäler skadegörelsen.", "Skadegörelsen är anmäld, med bilder.", "in_progress"),
        ("Bo Alm beställer lås till bryggan.", "Låsen är beställda och väntas i maj.", "in_progress"),
        ("Siv bokar föreläsare till hösten.", "Föreläsare: bokad, Ida Ek kommer 14 maj.", "postponed"),
        ("Bo Alm tar ett snack med markägaren om grinden.", "Markägaren sa ja, grinden är beställd.", "in_progress"),
        ("Maj visar en karta över inbrotten till nästa möte.", "Nio av tio inbrott sker på dagtid enligt kartan.", "in_progress"),
        ("Siv hänger upp en idélåda i entrén.", "Idélådan har så här långt gett fyra idéer.", "in_progress"),
        ("En räknare ska sättas upp vid bron.", "Räknaren har hittills registrerat 400 bilar.", "in_progress"),
        ("Bo Alm mejlar hemmen om vandringen.", "Mejlet öppnades av sex av tio.", "in_progress"),
        ("Polisen ska ge butikerna tips om lås.", "Butikerna har fått tipsen men bara två har skaffat lås.", "in_progress"),
        ("Maj bjuder in elevrådet till vandringen.", "Elevrådet är inbjudet till vandringen i maj.", "in_progress"),
    ],
)  # fmt: skip
def test_what_was_promised_is_done(promised: str, said: str, outcome: str) -> None:
    assert told(promised, said, outcome) == ("done", "done")


@pytest.mark.parametrize(
    ("promised", "said", "outcome", "kind"),
    [
        ("Bo Alm frågar hamnen om en grind.", "Hamnen sa nej, så tanken läggs ned.", "dropped", "commitment"),
        ("Bo Alm sätter upp en grind.", "Hamnen säger nej till en grind.", "dropped", "commitment"),
        ("Bo Alm ber hamnen om en grind.", "Hamnen säger nej till en grind.", "dropped", "proposal"),
        ("Bo Alm mejlar hamnen om en grind.", "Hamnen svarar inte på mejl, han försöker igen i maj.", "postponed", "commitment"),
        ("Bo Alm ringer hamnen om en grind.", "Bo Alm har ringt men inte fått svar.", "in_progress", "commitment"),
        ("Siv hör med skolan om salen.", "Skolan är tillfrågad, besked väntas i juni.", "in_progress", "commitment"),
        ("Maj räknar lamporna längs kajen.", "Fyra av nio lampor är räknade.", "in_progress", "commitment"),
        ("En enkät görs bland eleverna.", "Enkäten är ute hos 40 elever.", "in_progress", "decision"),
        ("Bo Alm beställer lås.", "Två av de fem låsen är beställda.", "in_progress", "commitment"),
        ("Bo Alm beställer och monterar lås.", "Låsen är beställda.", "in_progress", "commitment"),
        ("Siv ordnar en kväll om lås.", "Lokal är bokad till den 4 maj.", "in_progress", "commitment"),
        ("Siv samlar in pengar till lås.", "Insamlingen har hittills gett 400 kronor.", "in_progress", "commitment"),
        ("Polisen ska ge butikerna tips om lås.", "Två av sex butiker har fått tipsen, en har skaffat lås.", "in_progress", "assignment"),
    ],
)  # fmt: skip
def test_what_was_not_promised_or_not_kept_stays(
    promised: str, said: str, outcome: str, kind: str
) -> None:
    assert told(promised, said, outcome, kind)[0] == outcome


def test_what_is_to_be_held_is_under_way_while_people_are_only_invited() -> None:
    invited = "Alla föräldrar har fått en inbjudan till den 4 maj."
    promised = "Siv ordnar en föräldrakväll om lås."
    assert told(promised, invited, "done") == ("in_progress", "reported")
    assert told(promised, "Alla fick en inbjudan och trettio kom.", "done") == ("done", "done")
    assert told("Siv bjuder in till en kväll.", invited, "done") == ("done", "done")
    moved = "De har fått en inbjudan till den 4 maj i stället."
    assert told(promised, moved, "postponed") == ("postponed", "reported")
