"""What became of earlier actions, by what they promised: begun, done, put off, dropped or only spoken of again."""

import pytest

from tests.extract.test_follow_ups import found, outcomes


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        # more was promised than the order
        ("I oktober lovade bolaget att sätta upp en spegel i trapphuset. Den är beställd.", "in_progress"),
        ("Gun skulle ordna nya lås, hon har börjat på en lista över dörrarna.", "in_progress"),
        ("Lampan vid bryggan, som vi bad hamnen om i höstas, är utlovad till maj.", "in_progress"),
        ("Tavlorna till skolan: har beställts av rektorn, kommer v. 14.", "in_progress"),
        # not done, with and without a plan
        ("Filtarna är inte köpta, Bo gör det nästa vecka.", "postponed"),
        ("Beslutet från maj om en båtdag har inte verkställts; den ska i stället hållas i juni.", "postponed"),
        ("Siv hade lovat att räkna bänkarna. Det har inte gjorts.", "mentioned"),
        ("Grillplatsen: inget nytt.", "mentioned"),
        ("Maj tog återigen upp hundarna.", "mentioned"),
        # struck
        ("Kafferonden, som vi enades om i maj, tas bort från listan.", "dropped"),
        ("Telefonkedjan avskrivs, alla har en app nu.", "dropped"),
        ("Affischerna skippades, för dyra.", "dropped"),
        ("Försöket med sena torsdagar upphör, regionen drog in stödet.", "dropped"),
        ("Föräldraenkäten, ungdomsrådets uppdrag, är gjord.", "done"),
    ],
)  # fmt: skip
def test_outcome(body: str, outcome: str) -> None:
    assert outcomes(body) == [outcome]


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("I november bad vi stiftelsen om reflexer. Ansökan är beviljad.", "done"),
        ("Rektorn fick i maj i uppdrag att skriva om blanketten. Den nya versionen är i bruk.", "done"),
        ("Vi enades i mars om att staketet skulle målas. Målaren kommer den 4 juni.", "in_progress"),
    ],
)  # fmt: skip
def test_what_names_the_matter_and_what_tells_of_it(body: str, outcome: str) -> None:
    assert outcomes(body, "Lägesbild") == [outcome]


@pytest.mark.parametrize(
    "body",
    [
        "Ordföranden gick igenom åtgärdslistan.",
        "Siv Alm redovisar läget.",
        "Mötet 12/3 ställdes in på grund av snö.",
        "Frågan om färjan avgörs av regionen.",
        "Nationella riktlinjer om kameror antogs i maj.",
        "Rådets beslut: En arbetsgrupp bildas enligt förslaget.",
    ],
)
def test_none(body: str) -> None:
    assert outcomes(body) == []


@pytest.mark.parametrize("title", ["Avstämning uppdrag", "Koll på loggen", "Avbockning av loggen"])
def test_titles_of_what_is_checked(title: str) -> None:
    assert outcomes("Skylten sitter uppe sedan maj.", title) == ["done"]


def test_a_new_matter_is_no_sequel() -> None:
    body = "Maj har ringt klubben, så som hon lovade. Den räkning som rådet beställde pågår."
    assert [each.text for each in found(body)] == [
        "Maj har ringt klubben, så som hon lovade.",
        "Den räkning som rådet beställde pågår.",
    ]
