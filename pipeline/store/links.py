"""What linking gives back: people, owners, follow-ups, states, gaps, words of a year.

All of it is derived from other rows and can be made anew at any time.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import NamedTuple

from pipeline.store.bulk import staged
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import encode


class PersonRow(NamedTuple):
    """A row of persons."""

    person_id: str
    name: str


class PersonLink(NamedTuple):
    """Which person an attendee is, by which rule, and the other form of the name that led there."""

    attendee_id: str
    person_id: str
    person_rule: str | None = None
    person_other: str | None = None


class FollowUpLink(NamedTuple):
    """The action that a follow-up speaks of; the columns of the table follow_ups.

    What may be a follow-up is one where it is linked. outcome: by what the action promised; null as it was read.
    """

    follow_up_id: str
    action_id: str
    score: float
    outcome: str | None = None
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


class YearWord(NamedTuple):
    """A row of year_words."""

    series_id: str
    year: int
    word: str
    known: bool
    uses: int
    protocols: int
    meeting_id: str


class Links(NamedTuple):
    """The outcome of linking some series."""

    persons: Iterable[PersonRow]
    attendees: Iterable[PersonLink]
    follow_ups: Iterable[FollowUpLink]
    actions: Iterable[ActionLink]
    missing: Iterable[MissingProtocol] = ()
    words: Iterable[YearWord] = ()


Encoded = Mapping[str, bytes]
"""The parts of `Links` by their names, as rows that DuckDB takes in at once."""


def encoded(links: Links) -> Encoded:
    """What can be done beside the one process that stores."""
    return {part: encode(row._asdict() for row in rows) for part, rows in links._asdict().items()}


_COLUMNS: Mapping[str, Sequence[str]] = {
    "persons": PersonRow._fields,
    "attendees": PersonLink._fields,
    "follow_ups": FollowUpLink._fields,
    "actions": ActionLink._fields,
    "missing": MissingProtocol._fields,
    "words": YearWord._fields,
}
_TYPES = {
    "score": "DOUBLE",
    "known": "BOOLEAN",
    **dict.fromkeys(("ordinal", "year", "uses", "protocols"), "INTEGER"),
    **dict.fromkeys(("meeting_date", "after_date", "before_date"), "DATE"),
}


def replace_links(connection: Connection, series: Sequence[str], links: Iterable[Encoded]) -> None:
    """Store the links of these series in place of those before, in one transaction.

    Of a person's names the first is kept.
    """
    parts = list(links)
    with transaction(connection), ExitStack() as tables:
        of_series = encode({"series_id": each} for each in series)
        tables.enter_context(
            staged(connection, "linked_series", {"series_id": "VARCHAR"}, [of_series])
        )
        for part, columns in _COLUMNS.items():
            types = {column: _TYPES.get(column, "VARCHAR") for column in columns}
            lines = [each[part] for each in parts]
            tables.enter_context(staged(connection, f"linked_{part}", types, lines))
        for statement in _STATEMENTS:
            connection.execute(statement)


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
    """INSERT INTO persons BY NAME
       SELECT person_id, arg_min(name, rowid) AS name FROM linked_persons GROUP BY 1""",
    f"""UPDATE actions SET owner_person_id = owner.person_id
        FROM (SELECT action_id, min(attendees.person_id) AS person_id
              FROM actions LEFT JOIN attendees
                ON attendees.meeting_id = actions.meeting_id AND attendees.name = actions.owner_person
              WHERE actions.{_OF_SERIES} GROUP BY action_id) AS owner
        WHERE actions.action_id = owner.action_id
          AND actions.owner_person_id IS DISTINCT FROM owner.person_id""",
    f"""DELETE FROM follow_ups
        WHERE follow_up_id IN (SELECT follow_up_id FROM possible_follow_ups) AND {_OF_SERIES}""",
    f"""INSERT INTO follow_ups BY NAME
        SELECT * EXCLUDE (ordinal, probability, problem, own), outcome AS outcome_read, coalesce(own, 0) + row_number() OVER (PARTITION BY meeting_id ORDER BY ordinal) AS ordinal
        FROM possible_follow_ups SEMI JOIN linked_follow_ups USING (follow_up_id)
        LEFT JOIN (SELECT meeting_id, count(*) AS own FROM follow_ups WHERE {_OF_SERIES} GROUP BY 1) USING (meeting_id)""",
    _replace(
        "follow_ups",
        "follow_up_id",
        "linked_follow_ups",
        ("action_id", "score", "link_rule", "link_words", "link_via"),
    ),
    f"""UPDATE follow_ups SET outcome = told.outcome
        FROM (SELECT follow_up_id, coalesce(linked_follow_ups.outcome, outcome_read) AS outcome
              FROM follow_ups LEFT JOIN linked_follow_ups USING (follow_up_id) WHERE {_OF_SERIES}) AS told
        WHERE follow_ups.follow_up_id = told.follow_up_id AND follow_ups.outcome <> told.outcome""",
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
    """DELETE FROM year_words
       WHERE series_id IN (SELECT series_id FROM linked_series)
          OR series_id NOT IN (SELECT series_id FROM meetings WHERE series_id IS NOT NULL)""",
    "INSERT INTO year_words BY NAME SELECT * FROM linked_words",
    "DELETE FROM series_to_link WHERE series_id IN (SELECT series_id FROM linked_series)",
)
