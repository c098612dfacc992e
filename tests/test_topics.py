"""Which problems a sentence tells of, by the shipped models."""

import pytest

from pipeline.extract.taxonomy import taxonomy
from pipeline.topics import NONE, denied, topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Två män övernattar i pannrummet sedan jul.", "hemloshet"),
        ("Nattvandrarna mötte överförfriskade gymnasister vid bryggan.", "alkohol_langning"),
        ("En pensionär övertalades per telefon att läsa upp sina koder.", "bedrageri"),
        ("Biblioteket har fått nya öppettider.", NONE),
        ("Ordföranden hälsade alla välkomna.", NONE),
    ],
)
def test_the_likeliest_problem(text: str, expected: str) -> None:
    said = topics(text)
    assert max(said, key=said.__getitem__) == expected


def test_the_problems_are_those_of_the_taxonomy() -> None:
    assert set(topics("Lugnt.")) == {NONE, *(each.problem for each in taxonomy())}


@pytest.mark.parametrize(
    ("there", "none"),
    [
        ("Tre bränder har anlagts.", "Inga bränder har anlagts."),
        ("Inbrotten fortsätter.", "Inbrotten har upphört."),
        ("Fem cyklar har stulits.", "Inte en enda cykel har stulits."),
    ],
)
def test_what_is_denied(there: str, none: str) -> None:
    assert denied(there) < 0.5 < denied(none)


@pytest.mark.parametrize("text", ["", "§", "¤¤¤ ½", "a" * 50_000, "\U0001f600 ok"])
def test_probabilities_of_any_text_add_up(text: str) -> None:
    assert sum(topics(text).values()) == pytest.approx(1.0, abs=1e-5)
    assert 0.0 <= denied(text) <= 1.0
