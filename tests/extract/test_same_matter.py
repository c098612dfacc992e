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


@pytest.mark.parametrize(
    ("point", "outcome"),
    [
        ("Lamporna vid slipen är bytta. Hamnlaget bjöd på kaffe efteråt.", "done"),
        ("Räkningen av båtarna, som Maj tog på sig, pågår. Hälften av bryggorna är klara.", "in_progress"),
        ("§ 14. Eva hade lovat att måla bommen, och den är nu gul. Penseln räckte till kiosken.", "done"),
    ],
)  # fmt: skip
def test_a_point_is_on_one_matter(point: str, outcome: str) -> None:
    told = found(f"- {point}\n- Skyltarna i hamnen är beställda.")
    assert [each.outcome for each in told] == [outcome, "in_progress"]


@pytest.mark.parametrize(
    "point",
    [
        "- Lamporna som beslutades i maj är bytta. Bommen, som Bo lovade att måla, är målad.",
        "- Lamporna som beslutades i maj är bytta. Evas lappar är utdelade.",
        "- Lamporna som beslutades i maj är bytta. Beträffande bommen är den målad.",
    ],
)
def test_a_point_that_names_another_matter_is_on_two(point: str) -> None:
    assert len(found(f"{point}\n- Skyltarna i hamnen är beställda.")) == 2 + 1


def test_why_something_is_late_is_of_the_same_matter() -> None:
    body = "Filmen om bommen är försenad till i maj. Förseningen beror på att kameran hamnade i ån."
    assert [each.outcome for each in found(body)] == ["postponed"]


@pytest.mark.parametrize(
    "opening",
    [
        "Kansliet för en förteckning över de uppdrag som inte är avslutade.",
        "Listan omfattar i dag nio punkter, varav två är nya.",
        "Hamnchefen kommenterar.",
        "Maj undrade varför listan aldrig blir kortare.",
        "Marsmötet blev inte av på grund av isen.",
    ],
)
def test_what_is_told_of_the_list_or_the_meetings_is_none(opening: str) -> None:
    assert [each.text for each in found(f"{opening} Bommen är målad.")] == ["Bommen är målad."]
