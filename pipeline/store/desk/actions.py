"""Actions: the audit, and the life of one of them."""

from dataclasses import dataclass
from datetime import date

from pipeline.store.database import Connection
from pipeline.store.desk.asked import Part, Row, Where, part, row, rows


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """What the audit is narrowed to; empty: not at all. `overdue`: only what is late."""

    council: str = ""
    text: str = ""
    owner: str = ""
    state: str = ""
    kind: str = ""
    overdue: bool = False
    from_date: date | None = None
    to_date: date | None = None


_ORDERS = {
    "newest": "meeting_date DESC NULLS LAST, action_id",
    "oldest": "meeting_date NULLS LAST, action_id",
    "due": "due_date NULLS LAST, meeting_date, action_id",
    "council": "lower(council), lower(area), series_id, meeting_date, action_id",
}
ORDERS = tuple(_ORDERS)


def audit(
    connection: Connection, chosen: ActionFilter, order: str, limit: int, offset: int
) -> Part:
    """The actions that fit, as the report action-audit has them. `order`: one of ORDERS."""
    where = Where()
    where.council(chosen.council)
    where.add("contains(lower(text), lower(?))", chosen.text)
    if chosen.owner:
        whom = "contains(lower(concat_ws(' ', owner, owner_person)), lower(?))"
        where.add(whom, chosen.owner)
    if chosen.state == "unfinished":
        where.add("state IN ('open', 'reported', 'silent')")
    else:
        where.add("state = ?", chosen.state)
    where.add("kind = ?", chosen.kind)
    if chosen.overdue:
        where.add("overdue")
    where.add("meeting_date >= ?", chosen.from_date)
    where.add("meeting_date <= ?", chosen.to_date)
    return part(connection, "desk.action_audit", where, _ORDERS[order], limit, offset)


@dataclass(frozen=True, slots=True)
class Life:
    """An action from where it first stood to the last word on it.

    `steps`: in time, each with step (given | repeated | follow_up), meeting_id, meeting_date,
    record_id, quote, page, outcome, score. `searched`: later protocols of its council, each with
    whether one of the steps stands in it.
    """

    action: Row
    section: Row | None
    steps: list[Row]
    searched: list[Row]


def life(connection: Connection, action_id: str) -> Life | None:
    """None where there is no such action. One that repeats an earlier one leads to that one."""
    first = row(
        connection,
        "SELECT coalesce(carried_from, action_id) AS action_id, section_id FROM actions WHERE action_id = ?",
        [action_id],
    )
    if first is None:
        return None
    action = row(
        connection,
        "SELECT * FROM desk.action_audit WHERE action_id = ?",
        [first["action_id"]],
    )
    if action is None:  # a formality, which nobody follows up
        action = row(
            connection,
            """SELECT actions.*, meetings.* EXCLUDE (meeting_id, kind, ordinal, document_id), 0 AS later_protocols, false AS overdue
               FROM actions JOIN meetings USING (meeting_id) WHERE action_id = ?""",
            [first["action_id"]],
        )
    assert action is not None
    steps = _steps(connection, first["action_id"])
    section = row(
        connection,
        "SELECT number, title FROM sections WHERE section_id = ? AND meeting_id = ?",
        [first["section_id"], action["meeting_id"]],
    )
    return Life(action, section, steps, _searched(connection, action, steps))


def _steps(connection: Connection, action_id: str) -> list[Row]:
    return rows(
        connection,
        """WITH steps AS (
               SELECT CASE WHEN action_id = $1 THEN 'given' ELSE 'repeated' END AS step,
                      action_id AS record_id, meeting_id, text, NULL AS outcome, NULL AS score,
                      NULL AS link_rule, NULL AS link_words
               FROM actions WHERE action_id = $1 OR carried_from = $1
               UNION ALL
               SELECT 'follow_up', follow_up_id, meeting_id, text, outcome, score, link_rule, link_words
               FROM follow_ups WHERE action_id IN (
                   SELECT action_id FROM actions WHERE action_id = $1 OR carried_from = $1)),
           placed AS (
               SELECT steps.*, meetings.meeting_date, meetings.document_id, path
               FROM steps JOIN meetings USING (meeting_id) JOIN documents USING (document_id)),
           quoted AS (
               SELECT record_id, string_agg(quote, ' … ' ORDER BY start) AS quote, min(page) AS page
               FROM evidence
               WHERE document_id IN (SELECT document_id FROM placed)
                 AND record_id IN (SELECT record_id FROM steps) AND field = 'text' GROUP BY record_id)
           SELECT placed.*, coalesce(quote, text) AS quote, page
           FROM placed LEFT JOIN quoted USING (record_id)
           ORDER BY meeting_date NULLS LAST, record_id""",
        [action_id],
    )


def _searched(connection: Connection, action: Row, steps: list[Row]) -> list[Row]:
    spoken = [step["meeting_id"] for step in steps]
    return rows(
        connection,
        """SELECT meeting_id, meeting_date, kind, path, status,
                  meeting_id IN (SELECT unnest(?::VARCHAR[])) AS speaks
           FROM held_meetings JOIN documents USING (document_id)
           WHERE series_id = ? AND meeting_date > ? ORDER BY meeting_date, meeting_id LIMIT 500""",
        [spoken, action["series_id"], action["meeting_date"]],
    )


def states(connection: Connection, council: str) -> list[Row]:
    """How many actions are in each state: state, actions, overdue."""
    where = Where()
    where.council(council)
    return rows(
        connection,
        f"""SELECT state, count(*) AS actions, count(*) FILTER (overdue) AS overdue
            FROM desk.action_audit WHERE {where} GROUP BY state""",
        where.values,
    )
