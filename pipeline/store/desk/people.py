"""Persons and organisations: who came, in what role, and what they have promised."""

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


def roles(connection: Connection, person_id: str) -> list[Row]:
    """Roles held, by council: role, organisation, party, function, meetings, first and last day."""
    return rows(
        connection,
        """SELECT council, area, series_id, role, organisation, party, function,
                  count(*) AS meetings, min(meeting_date) AS first_date, max(meeting_date) AS last_date
           FROM desk.appearances WHERE person_id = ?
           GROUP BY ALL ORDER BY last_date DESC, meetings DESC""",
        [person_id],
    )


def appearances(connection: Connection, person_id: str, limit: int) -> list[Row]:
    """The meetings a person is listed at, the latest first, with the name as written there."""
    return rows(
        connection,
        f"""SELECT attendee_id, meeting_id, meeting_date, council, area, name, status, function,
                   person_rule, person_other
            FROM desk.appearances WHERE person_id = ?
            ORDER BY meeting_date DESC NULLS LAST, meeting_id LIMIT {limit}""",
        [person_id],
    )


def years_of_person(connection: Connection, person_id: str) -> list[Row]:
    """year, present, absent, listed: days of meetings."""
    return rows(
        connection,
        """SELECT year(meeting_date) AS year, count(*) FILTER (came) AS present,
                  count(*) FILTER (absent AND NOT came) AS absent, count(*) AS listed
           FROM (SELECT series_id, meeting_date, bool_or(status IN ('present', 'partial')) AS came,
                        bool_or(status = 'absent') AS absent
                 FROM desk.appearances WHERE person_id = ? AND meeting_date IS NOT NULL GROUP BY ALL)
           GROUP BY 1 ORDER BY 1""",
        [person_id],
    )


def owned(connection: Connection, person_id: str, limit: int) -> list[Row]:
    """Actions that the person answers for, the unfinished first."""
    chosen = rows(
        connection,
        f"""SELECT action_id, meeting_date FROM desk.owned WHERE person_id = ?
            ORDER BY state IN ('done', 'dropped'), meeting_date DESC, action_id LIMIT {limit}""",
        [person_id],
    )
    return audited(connection, chosen)


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
