"""What linking reads and what it gives back: people, owners, follow-ups, states, gaps.

All of it is derived from other rows and can be made anew at any time.
"""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any, NamedTuple

from pipeline.store.bulk import staged
from pipeline.store.database import Connection, transaction


class AttendeeRow(NamedTuple):
    series_id: str
    attendee_id: str
    meeting_date: date | None
    name: str
    role: str | None
    organisation: str | None
    function: str | None


class MeetingRow(NamedTuple):
    """`first_item`, `last_item`: the first item's number and the highest; null where they have none."""

    series_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    first_section_id: str | None
    first_item: int | None
    last_item: int | None


class SignRow(NamedTuple):
    series_id: str
    sign_id: str
    meeting_id: str
    sign: str
    first_date: date | None
    last_date: date | None
    number: int | None


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
    section_number: str | None


class FollowUpRow(NamedTuple):
    series_id: str
    follow_up_id: str
    meeting_id: str
    meeting_date: date | None
    outcome: str
    text: str
    section_title: str | None


class SeriesRows(NamedTuple):
    """Everything that linking needs of some series, each part in order of series and date."""

    attendees: list[AttendeeRow]
    meetings: list[MeetingRow]
    signs: list[SignRow]
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
            f"""SELECT series_id, {columns} FROM {tables}
                WHERE list_contains(?::VARCHAR[], series_id)
                ORDER BY series_id, meetings.meeting_date NULLS LAST, {key}""",
            [list(series)],
        ).fetchall()

    return SeriesRows(
        attendees=[
            AttendeeRow(*row)
            for row in rows(
                "attendee_id, meeting_date, name, role, organisation, function",
                "attendees JOIN meetings USING (meeting_id)",
                "meeting_id, attendees.ordinal",
            )
        ],
        meetings=[
            MeetingRow(*row)
            for row in rows(
                "meeting_id, meeting_date, kind, first_section_id, first_item, last_item",
                f"meetings LEFT JOIN ({_ITEMS}) USING (meeting_id)",
                "meeting_id",
            )
        ],
        signs=[
            SignRow(*row)
            for row in rows(
                "sign_id, meeting_id, sign, meeting_signs.meeting_date, last_date, number",
                "meeting_signs JOIN meetings USING (meeting_id)",
                "meeting_id, meeting_signs.ordinal",
            )
        ],
        actions=[
            ActionRow(*row)
            for row in rows(
                """action_id, meeting_id, meeting_date, actions.kind, actions.text, owner,
                   due_date, title, sections.number""",
                """actions JOIN meetings USING (meeting_id)
                   LEFT JOIN sections USING (meeting_id, section_id)""",
                "meeting_id, actions.ordinal",
            )
        ],
        follow_ups=[
            FollowUpRow(*row)
            for row in rows(
                "follow_up_id, meeting_id, meeting_date, outcome, follow_ups.text, title",
                """follow_ups JOIN meetings USING (meeting_id)
                   LEFT JOIN sections USING (meeting_id, section_id)""",
                "meeting_id, follow_ups.ordinal",
            )
        ],
    )


_ITEMS = r"""
    SELECT meeting_id, arg_min(section_id, ordinal) AS first_section_id,
           arg_min(item, ordinal) AS first_item, max(item) AS last_item
    FROM (SELECT meeting_id, section_id, ordinal,
                 try_cast(regexp_extract(number, '^\D{0,8}(\d{1,3})$', 1) AS INTEGER) AS item
          FROM sections)
    WHERE item IS NOT NULL
    GROUP BY meeting_id"""


class PersonLink(NamedTuple):
    """Which person an attendee is, by which rule, and the other form of the name that led there."""

    attendee_id: str
    person_id: str
    person_rule: str | None = None
    person_other: str | None = None


class FollowUpLink(NamedTuple):
    """The action that a follow-up speaks of; the columns of the table follow_ups."""

    follow_up_id: str
    action_id: str
    score: float
    link_rule: str | None = None
    link_words: str | None = None
    link_via: str | None = None


class ActionLink(NamedTuple):
    """How an action stands, and the earlier one that it repeats."""

    action_id: str
    state: str
    carried_from: str | None = None
    carried_rule: str | None = None


class MissingProtocol(NamedTuple):
    """A row of missing_protocols."""

    series_id: str
    ordinal: int
    meeting_date: date | None
    after_date: date | None
    before_date: date | None
    known_from: str
    reason: str
    record_id: str


class Links(NamedTuple):
    """The outcome of linking some series."""

    persons: Iterable[tuple[str, str]]  # person_id, name
    attendees: Iterable[PersonLink]
    follow_ups: Iterable[FollowUpLink]
    actions: Iterable[ActionLink]
    missing: Iterable[MissingProtocol] = ()


_STAGED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "linked_attendees": (PersonLink._fields, {}),
    "linked_follow_ups": (FollowUpLink._fields, {"score": "DOUBLE"}),
    "linked_actions": (ActionLink._fields, {}),
    "linked_missing": (
        MissingProtocol._fields,
        {"ordinal": "INTEGER"}
        | dict.fromkeys(("meeting_date", "after_date", "before_date"), "DATE"),
    ),
}


def replace_links(connection: Connection, series: Sequence[str], links: Links) -> None:
    """Store the links of these series in place of those before, in one transaction."""
    rows: dict[str, Iterable[tuple[Any, ...]]] = {
        "linked_attendees": links.attendees,
        "linked_follow_ups": links.follow_ups,
        "linked_actions": links.actions,
        "linked_missing": links.missing,
    }
    with transaction(connection), ExitStack() as tables:
        _stage(
            connection, tables, "linked_series", ("series_id",), {}, [(each,) for each in series]
        )
        _stage(connection, tables, "linked_persons", ("person_id", "name"), {}, links.persons)
        for table, (fields, types) in _STAGED.items():
            _stage(connection, tables, table, fields, types, rows[table])
        for statement in _STATEMENTS:
            connection.execute(statement)


def _stage(
    connection: Connection,
    tables: ExitStack,
    table: str,
    fields: Sequence[str],
    types: dict[str, str],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """A temporary table of `rows`; a column whose type is not told is text."""
    columns = {field: types.get(field, "VARCHAR") for field in fields}
    named = [dict(zip(fields, row, strict=True)) for row in rows]
    tables.enter_context(staged(connection, table, columns, named))


_OF_SERIES = (
    "meeting_id IN (SELECT meeting_id FROM meetings SEMI JOIN linked_series USING (series_id))"
)


def _replace(table: str, key: str, staged_table: str, columns: Sequence[str]) -> str:
    """Set these columns of the series' rows to what was linked, or null; only where they differ."""
    new = ", ".join(f"{column} = linked.{column}" for column in columns)
    given = ", ".join(f"{staged_table}.{column}" for column in columns)
    changed = " OR ".join(
        f"{table}.{column} IS DISTINCT FROM linked.{column}" for column in columns
    )
    return f"""UPDATE {table} SET {new}
        FROM (SELECT {key}, {given} FROM {table} LEFT JOIN {staged_table} USING ({key})
              WHERE {_OF_SERIES}) AS linked
        WHERE {table}.{key} = linked.{key} AND ({changed})"""


_STATEMENTS = (
    _replace(
        "attendees", "attendee_id", "linked_attendees", ("person_id", "person_rule", "person_other")
    ),
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
    _replace(
        "follow_ups",
        "follow_up_id",
        "linked_follow_ups",
        ("action_id", "score", "link_rule", "link_words", "link_via"),
    ),
    """UPDATE actions SET state = linked.state, carried_from = linked.carried_from,
              carried_rule = linked.carried_rule
       FROM linked_actions AS linked
       WHERE actions.action_id = linked.action_id
         AND (actions.state IS DISTINCT FROM linked.state
              OR actions.carried_from IS DISTINCT FROM linked.carried_from)""",
    """DELETE FROM missing_protocols
       WHERE series_id IN (SELECT series_id FROM linked_series)
          OR series_id NOT IN (SELECT series_id FROM meetings WHERE series_id IS NOT NULL)""",
    "INSERT INTO missing_protocols BY NAME SELECT * FROM linked_missing",
    "DELETE FROM series_to_link WHERE series_id IN (SELECT series_id FROM linked_series)",
)
