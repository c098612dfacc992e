"""Owners that stand by a pronoun, as the speaker, after a colon, or in words that lay a task on them."""

from datetime import date

import pytest

from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
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
        ("Maj: ja, jag ringer hyresvärden i morgon.", ("Maj", "Maj Ek")),
        ("Gruppen bestämmer att det åligger Lena att höra med butikerna.", ("Lena", "Lena Frisk")),
        ("Det hamnar hos Bo att samla in elevernas svar.", ("Bo", "Bo Alm")),
        ("Beslut: att Lena får ansvara för inbjudan.", ("Lena", "Lena Frisk")),
        (
            "Maj bad Lena att lägga ut en sida om var man ringer.",
            ("Lena", "Lena Frisk"),
        ),
        ("Beslut: Ett brev om grannsamverkan ska gå till alla hushåll.", (None, None)),
        ("Beslut: En vandring ska äga rum den 13 mars.", (None, None)),
    ],
)
def test_owner(body: str, expected: tuple[str | None, str | None]) -> None:
    assert owners(body) == [expected]


def test_a_pronoun_after_two_persons_means_neither() -> None:
    body = "I går mötte Bo och Lena butikerna. Hon bjuder in dem till nästa möte."
    assert [person for _, person in owners(body)] == [None]
