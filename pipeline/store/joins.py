"""Series that are one under two names: what joining reads and where it is kept."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pipeline.store.bulk import staged
from pipeline.store.database import Connection, transaction
from pipeline.store.rows import encode


class SpanRow(NamedTuple):
    """The first and last day of a series by the name in its protocols, and who is listed on them."""

    series_key: str
    council: str | None
    area: str | None
    first_date: date
    last_date: date
    first_names: list[str]
    last_names: list[str]


class JoinRow(NamedTuple):
    """A row of series_joins."""

    series_key: str
    series_id: str
    rule: str
    reason: str


def series_spans(connection: Connection) -> list[SpanRow]:
    """Every series that has protocols."""
    rows = connection.execute(
        """WITH spans AS (
               SELECT series_key, mode(council) AS council, mode(area) AS area,
                      min(meeting_date) AS first_date, max(meeting_date) AS last_date
               FROM held_meetings WHERE series_key IS NOT NULL GROUP BY series_key
           ),
           listed AS (
               SELECT series_key, meeting_date, list(name) AS names
               FROM held_meetings JOIN spans USING (series_key) JOIN attendees USING (meeting_id)
               WHERE meeting_date IN (first_date, last_date)
               GROUP BY series_key, meeting_date
           )
           SELECT spans.*, coalesce(first.names, []), coalesce(last.names, [])
           FROM spans
           LEFT JOIN listed AS first ON first.series_key = spans.series_key
                                    AND first.meeting_date = first_date
           LEFT JOIN listed AS last ON last.series_key = spans.series_key
                                   AND last.meeting_date = last_date
           ORDER BY spans.series_key"""
    ).fetchall()
    return [SpanRow(*row) for row in rows]


def merged_by_user(connection: Connection) -> list[JoinRow]:
    """What the user's file has said, as long as no other is given."""
    rows = connection.execute(
        "SELECT series_key, series_id, rule, reason FROM series_joins WHERE rule = 'merged' ORDER BY 1"
    ).fetchall()
    return [JoinRow(*row) for row in rows]


def replace_joins(connection: Connection, joins: Iterable[JoinRow]) -> None:
    """Count each meeting to the series that its own is joined to, in one transaction.

    Series that gain or lose meetings are noted in `series_to_link`.
    """
    rows = encode(join._asdict() for join in joins)
    types = dict.fromkeys(JoinRow._fields, "VARCHAR")
    with transaction(connection), staged(connection, "joined", types, [rows]):
        connection.execute(
            """CREATE TEMP TABLE recounted AS
               SELECT meeting_id, meetings.series_id AS old,
                      coalesce(joined.series_id, series_key) AS new
               FROM meetings LEFT JOIN joined USING (series_key)
               WHERE meetings.series_id IS DISTINCT FROM coalesce(joined.series_id, series_key)"""
        )
        connection.execute(
            """INSERT INTO series_to_link
               SELECT DISTINCT unnest([old, new]) AS series_id FROM recounted
               WHERE old IS NOT NULL AND new IS NOT NULL"""
        )
        connection.execute(
            """UPDATE meetings SET series_id = recounted.new FROM recounted
               WHERE meetings.meeting_id = recounted.meeting_id"""
        )
        connection.execute("DROP TABLE recounted")
        connection.execute("DELETE FROM series_joins")
        connection.execute("INSERT INTO series_joins BY NAME SELECT * FROM joined")
