"""Sentences that go on about the earlier action of the one before them, and what they tell together."""

import pytest

from tests.extract.test_follow_ups import found

# what is told last counts
LAST = [
    ("Bo skulle räkna lamporna längs ån. Den listan är inte gjord. Listan kommer i stället till majmötet.", "postponed"),
    ("Filmkvällen fick strykas i februari. Nytt datum är torsdag 28 april.", "postponed"),
    ("Bo är sjukskriven och har inte kunnat fråga ungdomarna. Svaren kommer i april i stället.", "postponed"),
    ("Kontroller vid kvarnen blev det inga i december. De kommer i stället i mars.", "postponed"),
    ("Sopkärlen som beställdes i höstas är avbeställda. Ingen vill tömma dem, och frågan är därmed ur världen.", "dropped"),
    # what is left of it
    ("Bladet är tryckt på svenska. Den arabiska översättningen dröjer.", "in_progress"),
    ("Bo fick till uppgift att tala med handlarna om raketer. Två av tre är vidtalade.", "in_progress"),
    # what was promised is done, whatever others answered
    ("Bo har talat med Trafikverket enligt löfte. Verket säger nej.", "done"),
    # named before
    ("Frågan om en jourtelefon var åter uppe till diskussion. Något nytt framkom inte.", "mentioned"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "outcome"), LAST)
def test_one_matter_is_one_follow_up(body: str, outcome: str) -> None:
    assert [(each.text, each.outcome) for each in found(body)] == [(body, outcome)]


@pytest.mark.parametrize(
    "body",
    [
        "Skyltarna vid ån är uppsatta. Brevet till regionen är skickat.",
        "Lamporna på Ågatan är bytta. Lamporna vid skolan är beställda.",
        "Grillkvällen hölls den 3 maj. Enkäten är utskickad.",
    ],
)
def test_two_matters_are_two(body: str) -> None:
    assert len(found(body)) == 2


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Samarbetet med klubben har inte kommit i gång, Bo har varit sjuk.", "mentioned"),
        ("Handlarträffen, som bestämdes i våras, har inte kommit till stånd.", "mentioned"),
        ("Om någon har talat med pojkarna kunde ingen svara på.", "mentioned"),
        ("Nattvandringen har inte kommit i gång och skjuts till augusti.", "postponed"),
        ("Kursen har genomförts på fyra förskolor.", "done"),
        ("Grannstödet är igång i norra delen.", "done"),
    ],
)
def test_how_it_came_out(sentence: str, outcome: str) -> None:
    assert [each.outcome for each in found(sentence)] == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Rask gick igenom åtgärderna från septembermötet.",
        "Siv Rask återkopplar kring de uppdrag som gavs i mars.",
        "Protokollet från juni har inte gått att få fram.",
        "Mötet var tänkt till den 4 maj men flyttades en vecka.",
    ],
)
def test_what_is_about_the_minutes_or_the_meeting_is_none(sentence: str) -> None:
    assert found(sentence) == ()
