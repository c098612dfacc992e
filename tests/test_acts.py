"""What a sentence of minutes does, by the shipped model."""

import pytest

from pipeline.acts import ACTS, KINDS, OUTCOMES, Act, acts, likeliest
from pipeline.wording import Setting


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Ola Brandt ringer fastighetsägaren före midsommar.", "Belysning", "commitment"),
        ("Kommunchefen får i uppdrag att räkna på kostnaden.", "Ekonomi", "assignment"),
        ("Rådet beslutade att köpa in tolv lampor.", "Belysning", "decision"),
        ("Protokollet lades till handlingarna.", "Föregående protokoll", "formality"),
        ("Gunilla hade lovat att ringa kyrkan, och det är gjort.", "Sedan sist", "done"),
        ("Enkäten hanns inte med och flyttas till hösten.", "Sedan sist", "postponed"),
        ("Polisen berättade att inbrotten har ökat.", "Lägesbild", "none"),
    ],
)
def test_the_likeliest_act(text: str, title: str, expected: Act) -> None:
    assert likeliest(acts(text, Setting(title)), ACTS) == expected


def test_the_title_tells_a_report_from_a_follow_up() -> None:
    text = "Buskarna vid lekplatsen är nedklippta."
    looks_back = sum(acts(text, Setting("Uppföljning av beslut"))[each] for each in OUTCOMES)
    reports = sum(acts(text, Setting("Lägesbild från parkenheten"))[each] for each in OUTCOMES)
    assert looks_back > reports


@pytest.mark.parametrize("text", ["", "§", "¤¤¤ ½", "a" * 50_000, "\U0001f600 ok"])
def test_probabilities_of_any_text_add_up(text: str) -> None:
    said = acts(text, Setting(text[:100], listed=True))
    assert set(said) == set(ACTS)
    assert set(KINDS) < set(ACTS)
    assert sum(said.values()) == pytest.approx(1.0, abs=1e-5)
