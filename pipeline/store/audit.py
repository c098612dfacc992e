"""What an audit of one council rests on: its actions with all quotes and places, its documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.errors import UsageError
from pipeline.store.database import Connection, Row, named_rows
from pipeline.store.filters import Filters, narrow


@dataclass(frozen=True, slots=True)
class Council:
    """A series: the council in its area. Dates are those of its first and last protocol."""

    series_id: str
    name: str
    protocols: int
    first: date
    last: date


def one_council(connection: Connection, filters: Filters) -> Council:
    """The council that the filters choose. Raises UsageError where they fit none or several."""
    narrow(connection, filters)
    rows = connection.execute(
        """SELECT series_id, concat_ws(' ', mode(council), mode(area)), count(DISTINCT meeting_date),
                  min(meeting_date), max(meeting_date)
           FROM chosen_held_meetings GROUP BY series_id ORDER BY 3 DESC, 1"""
    ).fetchall()
    if not rows:
        raise UsageError("There is no protocol to audit in that time")
    if len(rows) > 1:
        fitting = ", ".join(f"{name} ({series_id})" for series_id, name, *_ in rows[:8])
        raise UsageError(f"An audit is of one council, and these fit: {fitting}")
    return Council(*rows[0])


def audited_actions(connection: Connection, filters: Filters) -> list[Row]:
    """The actions in order, each with its quote, page, path, and `follow_ups` in order.

    `searched`: later protocols there are, `dates`: their days, in words.
    """
    narrow(connection, filters)
    actions = named_rows(
        connection,
        """WITH chosen AS (
                SELECT actions.*, meeting_date, series_id, document_id
                FROM actions JOIN chosen_held_meetings USING (meeting_id)
                WHERE actions.kind <> 'formality' AND carried_from IS NULL),
            later AS (
                SELECT chosen.meeting_date, count(*) AS searched,
                       string_agg(held.meeting_date::VARCHAR, ', ' ORDER BY held.meeting_date) AS dates
                FROM (SELECT DISTINCT series_id, meeting_date FROM chosen) AS chosen
                JOIN (SELECT DISTINCT series_id, meeting_date FROM held_meetings) AS held USING (series_id)
                WHERE held.meeting_date > chosen.meeting_date GROUP BY ALL)
            SELECT action_id, meeting_date, kind, coalesce(quote, text) AS quote, page, path,
                   coalesce(persons.name, owner_person, owner) AS owner, due_date, due_text, state,
                   coalesce(due_date < current_date AND state NOT IN ('done', 'dropped'), false) AS overdue,
                   coalesce(searched, 0) AS searched, dates
            FROM chosen
            LEFT JOIN later USING (meeting_date)
            LEFT JOIN persons ON person_id = owner_person_id
            JOIN documents USING (document_id)
            ORDER BY meeting_date, action_id""",
    )
    follow_ups = named_rows(
        connection,
        """SELECT follow_ups.action_id, said.meeting_date, outcome, coalesce(quote, text) AS quote, page, path
           FROM follow_ups
           JOIN held_meetings AS said USING (meeting_id)
           JOIN documents USING (document_id)
           WHERE follow_ups.action_id IN (
               SELECT action_id FROM actions JOIN chosen_held_meetings USING (meeting_id))
           ORDER BY said.meeting_date, follow_up_id""",
    )
    by_action: dict[str, list[Mapping[str, Any]]] = {}
    for each in follow_ups:
        by_action.setdefault(each["action_id"], []).append(each)
    return [{**each, "follow_ups": by_action.get(each["action_id"], [])} for each in actions]


def documents(connection: Connection, filters: Filters) -> list[Row]:
    """The documents of the chosen meetings in order of their days."""
    narrow(connection, filters)
    return named_rows(
        connection,
        """SELECT DISTINCT meeting_date, path, page_count, ocr_page_count, status, chosen_meetings.kind
           FROM chosen_meetings JOIN documents USING (document_id)
           ORDER BY meeting_date NULLS LAST, path""",
    )
