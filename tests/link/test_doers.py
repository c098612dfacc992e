"""Which persons an action's owner names, and that a follow-up which names them otherwise is known by it."""

from datetime import date

import pytest

from pipeline.link.doers import with_doers
from pipeline.link.follow_ups import link_follow_ups
from pipeline.link.people import Appearance, link_people
from pipeline.link.rows import ActionRow, FollowUpRow
from pipeline.link.words import stems

FIRST, SECOND = date(2021, 3, 4), date(2021, 6, 3)
LISTED = [
    ("Ismail Warsame", None, "Fritidsgården"),
    ("Hans-Åke Tingvall", "fastighetsskötare", "Mobohem"),
    ("Tomas Rask", None, "Mobohem"),
    ("Siri Kvist", "preventionssamordnare", None),
    ("Gunilla Alm", None, "Villaföreningen"),
    ("Gunilla Boman", None, "PRO"),
]
LATER = [("Isse Warsame", None, "Fritidsgården"), *LISTED[1:]]
SEEN = [
    Appearance(f"{day}/{at}", "s", day, name, role, organisation)
    for day, people in ((FIRST, LISTED), (SECOND, LATER))
    for at, (name, role, organisation) in enumerate(people)
]


def given(key: str, owner: str | None, text: str) -> ActionRow:
    return ActionRow(key, "a-1", FIRST, "assignment", text, owner, None, "Övrigt")


@pytest.mark.parametrize(
    ("owner", "doers"),
    [
        ("Ismail", ["Isse Ismail Warsame"]),
        ("Tingvall och Rask", ["Hans-Åke Tingvall", "Tomas Rask"]),
        ("preventionssamordnaren", ["Siri Kvist"]),
        ("Fritidsgården", ["Isse Ismail Warsame"]),
        ("Mobohem", ["Hans-Åke Tingvall Tomas Rask"]),
    ],
)
def test_owner_is_known_by_all_names(owner: str, doers: list[str]) -> None:
    (action,) = with_doers([given("a", owner, "x")], SEEN, link_people(SEEN)[1])
    assert len(action.doers) == len(doers)
    assert all(stems(names) <= known for names, known in zip(doers, action.doers, strict=True))


def test_a_person_is_known_by_an_office_that_nobody_else_there_holds() -> None:
    siri, hans = with_doers(
        [given("a", "Siri", "x"), given("b", "Hans-Åke", "x")],
        [*SEEN, Appearance("x", "s", FIRST, "Bo Ek", "fastighetsskötare", None)],
        link_people(SEEN)[1] | link_people([Appearance("x", "s", FIRST, "Bo Ek", None, None)])[1],
    )
    assert stems("preventionssamordnaren") <= siri.doers[0]
    assert stems("fastighetsskötaren").isdisjoint(hans.doers[0])


def test_one_of_two_namesakes_is_not_guessed() -> None:
    (action,) = with_doers([given("a", "Gunilla", "x")], SEEN, link_people(SEEN)[1])
    assert not {"alm", "boman"} & action.doers[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Isse läste upp sju sidor om det som gör gårdens besökare rädda.", "voices"),
        ("Hans-Åke och Tomas har varit i vartenda skrymsle under jord.", "garages"),
        ("Siris avtal ligger hos en jurist.", "contract"),
    ],
)
def test_follow_up_under_another_name(text: str, expected: str) -> None:
    actions = [
        given("voices", "Ismail", "Ismail samlar in vad gårdens besökare tycker."),
        given("garages", "Tingvall och Rask", "Tingvall och Rask går igenom garagen före vintern."),
        given("contract", "preventionssamordnaren", "Uppdras åt preventionssamordnaren att få till stånd ett nytt avtal."),
        given("flowers", None, "Blommor ska köpas till avgående kassören."),
    ]  # fmt: skip
    told = FollowUpRow("f", "b-1", SECOND, "done", text)
    links = link_follow_ups(with_doers(actions, SEEN, link_people(SEEN)[1]), [told])
    assert links["f"].action_id == expected
