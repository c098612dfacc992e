"""Follow-ups that open with the name of the matter and where it was decided: "Klotter i trapphus (§ 6). ..."."""

import pytest

from pipeline.run import extract
from tests.extract.parts import part

HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n\n1. {title}\n"


@pytest.mark.parametrize("title", ["Uppföljning av beslut", "Föregående protokoll"])
@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Punkt 3 Hundrastgården. Staketet är lagat.", "done"),
        ("Snöröjning vid skolan (§ 14). Försöket med tidigare turer löper.", "in_progress"),
        ("Grillplats (p. 5): Vi väntar på svar från kommunen.", "in_progress"),
        ("§ 9 Cykelställ. De kommer först i höst.", "postponed"),
    ],
)
def test_the_matter_and_what_became_of_it_are_one(title: str, told: str, outcome: str) -> None:
    meeting = extract(part(HEAD.format(title=title) + f"Lokalen lånas ut som förr. {told}\n"))
    assert [(each.text, each.outcome) for each in meeting.follow_ups] == [(told, outcome)]


def test_a_matter_named_alone_is_none() -> None:
    meeting = extract(part(HEAD.format(title="Läget") + "Snöröjning vid skolan (§ 14).\n"))
    assert not meeting.follow_ups
    assert not meeting.possible_follow_ups
