"""What linking reads and what it gives back: people, owners, follow-ups, states.

All of it is derived from other rows and can be made anew at any time.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from pipeline.store.bulk import staged
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import Row


class AttendeeRow(NamedTuple):
    attendee_id: str
    series_id: str
    meeting_date: date | None
    name: str
    role: str | None
    organisation: str | None


class MeetingRow(NamedTuple):
    series_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str


class ActionRow(NamedTuple):
    series_id: str
    action_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    text: str
    owner: str | None
    due_date: date | None
    section_title: str | None


class FollowUpRow(NamedTuple):
    series_id: str
    follow_up_id: str
    meeting_id: str
    meeting_date: date | None
    outcome: str
    text: str


class SeriesRows(NamedTuple):
    """Everything that linking needs of some series, each part in order of series and date."""

    attendees: list[AttendeeRow]
    meetings: list[MeetingRow]
    actions: list[ActionRow]
    follow_ups: list[FollowUpRow]


def series_to_link(connection: Connection) -> list[str]:
    """The series whose meetings have changed since they were linked."""
    rows = connection.execute("SELECT DISTINCT series_id FROM series_to_link ORDER BY 1").fetchall()
    return [series_id for (series_id,) in rows]


def series_rows(connection: Connection, series: Sequence[str]) -> SeriesRows:
    """The rows of these series."""

    def rows(columns: str, tables: str, key: str) -> list[tuple[Any, ...]]:
        return connection.execute(
            f"""SELECT {columns} FROM {tables}
                WHERE list_contains(?::VARCHAR[], series_id)
                ORDER BY series_id, meeting_date NULLS LAST, {key}""",
            [list(series)],
        ).fetchall()

    return SeriesRows(
        attendees=[
            AttendeeRow(*row)
            for row in rows(
                "attendee_id, series_id, meeting_date, name, role, organisation",
                "attendees JOIN meetings USING (meeting_id)",
                "meeting_id, attendees.ordinal",
            )
        ],
        meetings=[
            MeetingRow(*row)
            for row in rows("series_id, meeting_id, meeting_date, kind", "meetings", "meeting_id")
        ],
        actions=[
            ActionRow(*row)
            for row in rows(
                """series_id, action_id, meeting_id, meeting_date, actions.kind, actions.text,
                   owner, due_date, title""",
                """actions JOIN meetings USING (meeting_id)
                   LEFT JOIN sections USING (meeting_id, section_id)""",
                "meeting_id, actions.ordinal",
            )
        ],
        follow_ups=[
            FollowUpRow(*row)
            for row in rows(
                "series_id, follow_up_id, meeting_id, meeting_date, outcome, text",
                "follow_ups JOIN meetings USING (meeting_id)",
                "meeting_id, follow_ups.ordinal",
            )
        ],
    )


class Links(NamedTuple):
    """The outcome of linking some series."""

    persons: Iterable[tuple[str, str]]  # person_id, name
    attendee_persons: Iterable[tuple[str, str]]  # attendee_id, person_id
    follow_up_actions: Iterable[tuple[str, str, float]]  # follow_up_id, action_id, score
    actions: Iterable[tuple[str, str, str | None]]  # action_id, state, carried_from


def replace_links(connection: Connection, series: Sequence[str], links: Links) -> None:
    """Store the links of these series in place of those before, in one transaction."""
    text = "VARCHAR"
    with (
        transaction(connection),
        staged(
            connection,
            "linked_series",
            {"series_id": text},
            [{"series_id": series_id} for series_id in series],
        ),
        staged(
            connection,
            "linked_persons",
            {"person_id": text, "name": text},
            [{"person_id": person_id, "name": name} for person_id, name in links.persons],
        ),
        staged(
            connection,
            "linked_attendees",
            {"attendee_id": text, "person_id": text},
            _pairs("attendee_id", "person_id", links.attendee_persons),
        ),
        staged(
            connection,
            "linked_follow_ups",
            {"follow_up_id": text, "action_id": text, "score": "DOUBLE"},
            [
                {"follow_up_id": follow_up_id, "action_id": action_id, "score": score}
                for follow_up_id, action_id, score in links.follow_up_actions
            ],
        ),
        staged(
            connection,
            "linked_actions",
            {"action_id": text, "state": text, "carried_from": text},
            [
                {"action_id": action_id, "state": state, "carried_from": carried_from}
                for action_id, state, carried_from in links.actions
            ],
        ),
    ):
        for statement in _STATEMENTS:
            connection.execute(statement)


def _pairs(first: str, second: str, rows: Iterable[tuple[str, str]]) -> list[Row]:
    return [{first: a, second: b} for a, b in rows]


_OF_SERIES = (
    "meeting_id IN (SELECT meeting_id FROM meetings SEMI JOIN linked_series USING (series_id))"
)

_STATEMENTS = (
    f"""UPDATE attendees SET person_id = linked.person_id
        FROM (SELECT attendee_id, linked_attendees.person_id
              FROM attendees LEFT JOIN linked_attendees USING (attendee_id) WHERE {_OF_SERIES}) AS linked
        WHERE attendees.attendee_id = linked.attendee_id
          AND attendees.person_id IS DISTINCT FROM linked.person_id""",
    """DELETE FROM persons WHERE person_id IN (SELECT person_id FROM linked_persons)
          OR person_id NOT IN (SELECT person_id FROM attendees WHERE person_id IS NOT NULL)""",
    "INSERT INTO persons BY NAME SELECT person_id, any_value(name) AS name FROM linked_persons GROUP BY 1",
    f"""UPDATE actions SET owner_person_id = owner.person_id
        FROM (SELECT action_id, min(attendees.person_id) AS person_id
              FROM actions LEFT JOIN attendees
                ON attendees.meeting_id = actions.meeting_id AND attendees.name = actions.owner_person
              WHERE actions.{_OF_SERIES} GROUP BY action_id) AS owner
        WHERE actions.action_id = owner.action_id
          AND actions.owner_person_id IS DISTINCT FROM owner.person_id""",
    f"""UPDATE follow_ups SET action_id = linked.action_id, score = linked.score
        FROM (SELECT follow_up_id, linked_follow_ups.action_id, linked_follow_ups.score
              FROM follow_ups LEFT JOIN linked_follow_ups USING (follow_up_id) WHERE {_OF_SERIES}) AS linked
        WHERE follow_ups.follow_up_id = linked.follow_up_id
          AND (follow_ups.action_id IS DISTINCT FROM linked.action_id
               OR follow_ups.score IS DISTINCT FROM linked.score)""",
    """UPDATE actions SET state = linked.state, carried_from = linked.carried_from
       FROM linked_actions AS linked
       WHERE actions.action_id = linked.action_id
         AND (actions.state IS DISTINCT FROM linked.state
              OR actions.carried_from IS DISTINCT FROM linked.carried_from)""",
    "DELETE FROM series_to_link WHERE series_id IN (SELECT series_id FROM linked_series)",
)
