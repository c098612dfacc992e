"""Who is listed at the meetings of a series, and who of them are one person."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.link.people import Appearance, Person, link_people

Office = tuple[str | None, str | None]
NOBODY: Office = (None, None)


def at(day: int, name: str, office: Office = NOBODY, series: str = "bra-ekmo") -> Appearance:
    role, organisation = office
    attendee_id = f"{series}-{day}-{name}-{role}-{organisation}"
    return Appearance(
        attendee_id, series, date(2019, 1, 1) + timedelta(days=day), name, role, organisation
    )


def identified(appearances: Sequence[Appearance]) -> tuple[list[Person], dict[str, str]]:
    persons, found = link_people(appearances)
    return persons, {attendee_id: each.person_id for attendee_id, each in found.items()}


def together(appearances: Sequence[Appearance]) -> list[set[str]]:
    """The names (with role) that are one person, for each person."""
    persons, person_of = identified(appearances)
    assert set(person_of) == {each.attendee_id for each in appearances}
    assert {each.person_id for each in persons} == set(person_of.values())
    return [
        {each.name for each in appearances if person_of[each.attendee_id] == person.person_id}
        for person in persons
    ]
