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
    ],
)  # fmt: skip
def test_what_was_not_promised_or_not_kept_stays(
    promised: str, said: str, outcome: str, kind: str
) -> None:
    assert told(promised, said, outcome, kind)[0] == outcome
