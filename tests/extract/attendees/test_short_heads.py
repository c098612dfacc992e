"""Heads of short notes: labels beside each other behind bars, and a full stop in a colon's place."""

from datetime import date

import pytest

from pipeline.extract.head import head
from pipeline.extract.next_meeting import next_meeting
from tests.extract.parts import part
from tests.extract.people import people

TOP = "Trygghetsråd Ekmo 14/3-18\n\n"
REST = "\n\n1. Läget\nDet är lugnt i Ekmo.\n\n2. Avslutning\nMötet avslutades.\n"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "Närv. Anna Ek, Bo Fors, Siv Gran\nFrånv. Per Vik\nSekr. Eva Alm",
            ["Anna Ek", "Bo Fors", "Siv Gran", "Per Vik |  |  |  | absent", "Eva Alm |  |  |  |  | secretary"],
        ),
        (
            "Ordförande: Anna Ek | Sekreterare: Bo Fors\nNärvarande: Siv Gran, kommunpolis | Per Vik, rektor",
            ["Anna Ek |  |  |  |  | chair", "Bo Fors |  |  |  |  | secretary", "Siv Gran | kommunpolis", "Per Vik | rektor"],
        ),
        (
            "Deltagare: Anna Ek, polisen | Bo Fors, kyrkan\nFörhindrade: Siv Gran, rektor | Per Vik, Mohem",
            ["Anna Ek |  | polisen", "Bo Fors |  | kyrkan", "Siv Gran | rektor |  |  | absent", "Per Vik |  | Mohem |  | absent"],
        ),
    ],
)  # fmt: skip
def test_labels_of_short_notes(listed: str, expected: list[str]) -> None:
    assert sorted(people(TOP + listed + REST)) == sorted(expected)


def test_a_day_under_a_meetings_label_is_not_the_next_ones() -> None:
    whole = part(
        f"Protokoll nr 3\n\nMötesdatum: 2018-03-14\nMötestid: 08:15\nOrgan: Lokala Brå Ekmo{REST}"
    )
    assert next_meeting(whole, date(2018, 3, 14))[0] is None


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Plats: Stadshuset\nrum 214\nNärvarande: Anna Ek, Bo Fors", "Stadshuset rum 214"),
        ("Plats: Stadshuset\nplan 3, sal Granen\nTid: kl 13", "Stadshuset plan 3, sal Granen"),
        ("Plats: Stadshuset\nvi började 13", "Stadshuset"),
    ],
)
def test_a_room_below_its_house(told: str, place: str) -> None:
    assert head(part(TOP + told + REST)).place == place


def test_welcome_to_a_meeting_that_was_held_somewhere() -> None:
    told = (
        "1. Öppnande\nAnna Ek hälsade alla välkomna till mötet som hölls i Stadshuset, rum 214.\n"
    )
    assert head(part(f"Protokoll lokala Brå Ekmo 2018-03-14\n\n{told}{REST}")).place in {
        "Stadshuset",
        "Stadshuset, rum 214",
    }
