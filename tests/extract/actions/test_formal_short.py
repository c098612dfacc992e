"""Formalities told in a few words."""

import pytest

from tests.extract.held import told


@pytest.mark.parametrize(
    "body",
    [
        "Lenas redovisning noterades.",
        "Polisens information antecknas.",
        "Förra mötets papper godkändes.",
        "Fastställs med tillägg av punkt 7.2 om hamnen.",
        "Lena Frisk justerar.",
        "Fastställdes utan ändringar.",
        "De godtogs.",
        "Godkända av samtliga.",
        "Rådet beslutar att utse Lena Frisk.",
    ],
)
def test_a_formality(body: str) -> None:
    assert told(body) == [("formality", None)]
