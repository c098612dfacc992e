"""Persons and organisations: who came, in what role, and what they have promised."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.store.database import Row
from pipeline.store.desk.asked import Desk, Part, Where, part, row, rows, unpacked


def attendance(desk: Desk, kind: str, council: str, name: str, limit: int, offset: int) -> Part:
    """`kind`: person | organisation. Those who came most first, as the report attendance has them."""
    where = Where()
    where.add("kind = ?", kind)
    where.council(desk, council)
    where.add("contains(lower(name), lower(?))", name)
    order = "present DESC, meetings_listed DESC, name, series_id"
    table = "counted.attendance" if council else "desk.attendance"  # the first is sorted by council
    return part(desk, table, where, order, limit, offset)


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all that is known: where listed, the latest first, and the ids of actions owned,
    the unfinished first.

    An appearance is the attendee with its meeting, and why it is this person.
    """

    name: str
    appearances: list[Row]
    owned: list[str]


def person(desk: Desk, person_id: str) -> Person | None:
    """None where there is no such person."""
    found = row(desk, "SELECT * FROM desk.people WHERE person_id = ?", [person_id])
    if found is None:
        return None
    listed = unpacked(found["appearances"])
    for each in listed:
        if each["meeting_date"]:
            each["meeting_date"] = date.fromisoformat(each["meeting_date"])
    listed.sort(key=lambda each: (each["meeting_id"], each["attendee_id"]))
    listed.sort(key=lambda each: each["meeting_date"] or date.min, reverse=True)
    return Person(found["name"], listed, json.loads(found["owned"] or "[]"))


_ROLE = ("council", "area", "series_id", "role", "organisation", "party", "function")


def roles(found: Sequence[Row]) -> list[Row]:
    """Roles held, by council: role, organisation, party, function, meetings, first and last day."""
    held: dict[tuple[object, ...], Row] = {}
    for each in found:  # the latest first
        first = {"meetings": 0, "last_date": each["meeting_date"], "first_date": None}
        role = held.setdefault(
            tuple(each[name] for name in _ROLE), {name: each[name] for name in _ROLE} | first
        )
        role["meetings"] += 1
        role["first_date"] = each["meeting_date"] or role["first_date"]
    return list(held.values())


def forms(found: Sequence[Row]) -> list[Row]:
    """The ways in which the name is written, and why each is this person: name, person_rule,
    person_other (the form that it was joined to), meetings. The most frequent first."""
    counted = Counter((each["name"], each["person_rule"], each["person_other"]) for each in found)
    return [
        {"name": name, "person_rule": rule, "person_other": other, "meetings": meetings}
        for (name, rule, other), meetings in counted.most_common()
    ]


def years(found: Sequence[Row]) -> list[Row]:
    """year, present, absent, listed: days of meetings."""
    days: dict[tuple[object, date], set[str]] = {}
    for each in found:
        if each["meeting_date"]:
            days.setdefault((each["series_id"], each["meeting_date"]), set()).add(each["status"])
    counted: dict[int, Row] = {}
    for (_, day), statuses in sorted(days.items(), key=lambda item: item[0][1]):
        year = counted.setdefault(
            day.year, {"year": day.year, "present": 0, "absent": 0, "listed": 0}
        )
        came = bool(statuses & {"present", "partial"})
        year["listed"] += 1
        year["present"] += came
        year["absent"] += "absent" in statuses and not came
    return list(counted.values())


def years_of_organisation(desk: Desk, name: str, council: str) -> list[Row]:
    """year, present, absent, listed, in days of meetings."""
    where = Where()
    where.add("organisation = lower(trim(?))", name)
    where.council(desk, council)
    return rows(
        desk,
        f"""SELECT year, sum(present)::INTEGER AS present, sum(absent)::INTEGER AS absent,
                   sum(listed)::INTEGER AS listed
            FROM desk.organisation_years WHERE {where} GROUP BY year ORDER BY year""",
        where.values,
    )


def members(desk: Desk, name: str, council: str, limit: int) -> list[Row]:
    """The organisation's people: person_id, name, role, meetings, last day."""
    where = Where()
    where.add("organisation = lower(trim(?))", name)
    where.council(desk, council)
    return rows(
        desk,
        f"""SELECT * FROM desk.members WHERE {where}
            ORDER BY last_date DESC, meetings DESC, name LIMIT {limit}""",
        where.values,
    )


def councils_of_organisation(desk: Desk, name: str) -> list[Row]:
    """Where it is listed, as the report attendance has it."""
    return rows(
        desk,
        """SELECT * FROM desk.organisations WHERE organisation = lower(trim(?))
           ORDER BY present DESC, meetings_listed DESC, series_id LIMIT 200""",
        [name],
    )
