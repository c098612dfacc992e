"""Actions that only the sentence's tree shows: doer and verb stand apart, or the verb is in no list."""

from datetime import date

import pytest

from pipeline.extract.actions import actions
from pipeline.extract.attendees import attendees
from tests.extract.parts import part

HEAD = """Minnesanteckningar
Lokala Brå i Ekby
den 3 mars 2020 kl 9-11

Närvarande: Lena Ek, rektor
Bo Svensson, polisen
Anna Lund, kommunen

1. Läget
"""


@pytest.mark.parametrize(
    ("sentence", "kind", "owner", "person"),
    [
        ("Rektor Lena Ek plockar fram underlag om frånvaron.", "commitment", "Rektor Lena Ek", "Lena Ek"),
        ("Någon från kommunen måste titta på stolparna innan vintern.", "assignment", "Någon från kommunen", None),
        ("Ny tid för vandringen sätts av Anna.", "commitment", "Anna", "Anna Lund"),
    ],
)  # fmt: skip
def test_who_will_do_what(sentence: str, kind: str, owner: str, person: str | None) -> None:
    meeting = part(HEAD + sentence + "\n")
    persons, _ = attendees(meeting)
    (found,) = actions(meeting, persons, date(2020, 3, 3), None)
    assert (found.kind, found.text, found.owner, found.owner_person) == (
        kind,
        sentence,
        owner,
        person,
    )
    assert [each.rule for each in found.evidence if each.field == "text"] == ["action.deed"]
    assert [each.quote for each in found.evidence if each.field == "owner"] == [owner]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rektor Lena Ek berättar om frånvaron.",
        "Rektor Lena Ek är nöjd med samarbetet.",
        "Polisen patrullerar torget dagligen.",
        "Anna tackar för sig och går vidare till nytt arbete.",
        "Skolan har infört mobilförbud.",
        "Bo lämnade mötet.",
    ],
)
def test_reports_and_states_are_no_deeds(sentence: str) -> None:
    meeting = part(HEAD + sentence + "\n")
    persons, _ = attendees(meeting)
    assert actions(meeting, persons, date(2020, 3, 3), None) == ()
