"""Persons and organisations: who came, in what role, and what they have promised."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pipeline.store.database import Connection
from pipeline.store.desk.actions import audited
from pipeline.store.desk.asked import Part, Row, Where, part, row, rows


def attendance(
    connection: Connection, kind: str, council: str, name: str, limit: int, offset: int
) -> Part:
    """`kind`: person | organisation. Those who came most first, as the report attendance has them."""
    where = Where()
    where.add("kind = ?", kind)
    where.council(connection, council)
    where.add("contains(lower(name), lower(?))", name)
    order = "present DESC, meetings_listed DESC, name, series_id"
    return part(connection, "desk.attendance", where, order, limit, offset)


def person(connection: Connection, person_id: str) -> Row | None:
    """person_id and name."""
    return row(connection, "SELECT * FROM persons WHERE person_id = ?", [person_id])


def appearances(connection: Connection, person_id: str) -> list[Row]:
    """Where the person is listed, the latest first: the attendee with its meeting, and why it is this person."""
    return rows(
        connection,
        """SELECT * FROM desk.appearances WHERE person_id = ?
           ORDER BY meeting_date DESC NULLS LAST, meeting_id""",
        [person_id],
    )


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


def owned(connection: Connection, person_id: str, limit: int) -> list[Row]:
    """Actions that the person answers for, the unfinished first."""
    chosen = rows(
        connection,
        f"""SELECT action_id FROM desk.owned WHERE person_id = ?
            ORDER BY state IN ('done', 'dropped'), meeting_date DESC, action_id LIMIT {limit}""",
        [person_id],
    )
    return audited(connection, [each["action_id"] for each in chosen])


def years_of_organisation(connection: Connection, name: str, council: str) -> list[Row]:
    """year, present, absent, listed, in days of meetings."""
    where = Where()
    where.add("organisation = lower(trim(?))", name)
    where.council(connection, council)
    return rows(
        connection,
        f"""SELECT year, sum(present)::INTEGER AS present, sum(absent)::INTEGER AS absent,
                   sum(listed)::INTEGER AS listed
            FROM desk.organisation_years WHERE {where} GROUP BY year ORDER BY year""",
        where.values,
    )


def members(connection: Connection, name: str, council: str, limit: int) -> list[Row]:
    """The organisation's people: person_id, name, role, meetings, last day."""
    where = Where()
    where.add("organisation = lower(trim(?))", name)
    where.council(connection, council)
    return rows(
        connection,
        f"""SELECT * FROM desk.members WHERE {where}
            ORDER BY last_date DESC, meetings DESC, name LIMIT {limit}""",
        where.values,
    )


def councils_of_organisation(connection: Connection, name: str) -> list[Row]:
    """Where it is listed, as the report attendance has it."""
    return rows(
        connection,
        """SELECT * FROM desk.attendance
           WHERE kind = 'organisation' AND lower(trim(name)) = lower(trim(?))
           ORDER BY present DESC LIMIT 200""",
        [name],
    )
