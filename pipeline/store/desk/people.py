"""Persons and organisations: who came, in what role, and what they have promised."""

from pipeline.store.database import Connection
from pipeline.store.desk.asked import Part, Row, Where, part, row, rows


def attendance(
    connection: Connection, kind: str, council: str, name: str, limit: int, offset: int
) -> Part:
    """`kind`: person | organisation. Those who came most first, as the report attendance has them."""
    where = Where()
    where.add("kind = ?", kind)
    where.council(council)
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
           FROM attendees JOIN meetings USING (meeting_id) WHERE person_id = ?
           GROUP BY ALL ORDER BY last_date DESC, meetings DESC""",
        [person_id],
    )


def appearances(connection: Connection, person_id: str, limit: int) -> list[Row]:
    """The meetings a person is listed at, the latest first, with the name as written there."""
    return rows(
        connection,
        f"""SELECT attendee_id, meeting_id, meeting_date, council, area, attendees.name, status, function,
                   person_rule, person_other
            FROM attendees JOIN meetings USING (meeting_id) WHERE person_id = ?
            ORDER BY meeting_date DESC NULLS LAST, meeting_id LIMIT {limit}""",
        [person_id],
    )


def years_of_person(connection: Connection, person_id: str) -> list[Row]:
    """year, present, absent, listed; and protocols of the person's councils that year."""
    return rows(
        connection,
        """WITH listed AS (
               SELECT series_id, meeting_date, bool_or(status IN ('present', 'partial')) AS came,
                      bool_or(status = 'absent') AS absent
               FROM attendees JOIN meetings USING (meeting_id)
               WHERE person_id = ? AND meeting_date IS NOT NULL GROUP BY ALL),
           held AS (
               SELECT year(meeting_date) AS year, count(*) AS protocols FROM desk.meeting_days
               WHERE series_id IN (SELECT series_id FROM listed) GROUP BY 1)
           SELECT year(meeting_date) AS year, count(*) FILTER (came) AS present,
                  count(*) FILTER (absent AND NOT came) AS absent, count(*) AS listed,
                  any_value(coalesce(protocols, 0)) AS protocols
           FROM listed LEFT JOIN held ON held.year = year(meeting_date)
           GROUP BY 1 ORDER BY 1""",
        [person_id],
    )


def owned(connection: Connection, person_id: str, limit: int) -> list[Row]:
    """Actions that the person answers for, the unfinished first."""
    return rows(
        connection,
        f"""SELECT * FROM desk.action_audit
            WHERE action_id IN (SELECT action_id FROM actions WHERE owner_person_id = ?)
            ORDER BY state IN ('done', 'dropped'), meeting_date DESC, action_id LIMIT {limit}""",
        [person_id],
    )


def years_of_organisation(connection: Connection, name: str, council: str) -> list[Row]:
    """year, present, absent, listed, in days of meetings."""
    where = Where()
    where.add("lower(trim(organisation)) = lower(trim(?))", name)
    where.council(council)
    return rows(
        connection,
        f"""SELECT year(meeting_date) AS year, count(*) FILTER (came) AS present,
                   count(*) FILTER (absent AND NOT came) AS absent, count(*) AS listed
            FROM (SELECT series_id, meeting_date, bool_or(status IN ('present', 'partial')) AS came,
                         bool_or(status = 'absent') AS absent
                  FROM attendees JOIN meetings USING (meeting_id)
                  WHERE meeting_date IS NOT NULL AND {where} GROUP BY ALL)
            GROUP BY 1 ORDER BY 1""",
        where.values,
    )


def members(connection: Connection, name: str, council: str, limit: int) -> list[Row]:
    """The organisation's people: person_id, name, role, meetings, last day."""
    where = Where()
    where.add("lower(trim(organisation)) = lower(trim(?))", name)
    where.council(council)
    return rows(
        connection,
        f"""SELECT person_id, coalesce(persons.name, attendees.name) AS name, mode(role) AS role,
                   council, area, count(*) AS meetings, max(meeting_date) AS last_date
            FROM attendees JOIN meetings USING (meeting_id) LEFT JOIN persons USING (person_id)
            WHERE {where} GROUP BY 1, 2, council, area
            ORDER BY last_date DESC, meetings DESC, 2 LIMIT {limit}""",
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
