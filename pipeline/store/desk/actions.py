"""Actions: the audit, and the life of one of them."""

from collections.abc import Sequence
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
    where.council(connection, chosen.council)
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
    whether one of the steps stands in it. `section`: number and title of the item.
    """

    action: Row
    section: Row
    steps: list[Row]
    searched: list[Row]


def life(connection: Connection, action_id: str) -> Life | None:
    """None where there is no such action. One that repeats an earlier one leads to that one."""
    first = _given(connection, action_id)
    if first is not None and first["carried_from"] is not None:
        first = _given(connection, first["carried_from"])
    if first is None:
        return None
    # A formality is not in the audit: nobody follows it up.
    (action,) = audited(connection, [first]) or [first | {"later_protocols": 0, "overdue": False}]
    steps = _steps(connection, first["action_id"])
    return Life(action, first, steps, _searched(connection, first, steps))


def _given(connection: Connection, action_id: str) -> Row | None:
    """The action with its meeting and its item, found by the meeting that its id begins with."""
    meeting_id = action_id.rpartition("-")[0]
    return row(
        connection,
        """SELECT actions.*, council, area, series_id, meeting_date, document_id, nth_meeting, number, title
           FROM (FROM actions WHERE meeting_id = $1 AND action_id = $2) AS actions
           JOIN (SELECT meeting_id, document_id, ordinal AS nth_meeting, series_id, council, area,
                        meeting_date FROM meetings WHERE meeting_id = $1) USING (meeting_id)
           LEFT JOIN (SELECT section_id, number, title FROM sections WHERE meeting_id = $1)
             USING (section_id)""",
        [meeting_id, action_id],
    )


def audited(connection: Connection, chosen: Sequence[Row]) -> list[Row]:
    """The audit's rows of these actions, each given by action_id and meeting_date, in their order."""
    if not chosen:
        return []
    days = {each["meeting_date"] for each in chosen}
    where = Where()
    ids = [each["action_id"] for each in chosen]
    where.add(f"action_id IN ({', '.join('?' * len(ids))})", *ids)
    if None not in days:
        where.add("meeting_date BETWEEN ? AND ?", min(days), max(days))
    found = rows(connection, f"SELECT * FROM desk.action_audit WHERE {where}", where.values)
    by_id = {each["action_id"]: each for each in found}
    return [by_id[each] for each in ids if each in by_id]


def _steps(connection: Connection, action_id: str) -> list[Row]:
    return rows(
        connection,
        """WITH given AS (
               SELECT action_id, meeting_id, text, quote, page FROM actions
               WHERE action_id = $1 OR carried_from = $1),
           steps AS (
               SELECT CASE WHEN action_id = $1 THEN 'given' ELSE 'repeated' END AS step,
                      action_id AS record_id, meeting_id, coalesce(quote, text) AS quote, page,
                      NULL AS outcome, NULL AS score, NULL AS link_words
               FROM given
               UNION ALL
               SELECT 'follow_up', follow_up_id, meeting_id, coalesce(quote, text), page, outcome, score,
                      link_words
               FROM follow_ups WHERE action_id IN (SELECT action_id FROM given))
           SELECT steps.*, meeting_date, path
           FROM steps JOIN meetings USING (meeting_id) JOIN documents USING (document_id)
           ORDER BY meeting_date NULLS LAST, record_id""",
        [action_id],
    )


def _searched(connection: Connection, first: Row, steps: list[Row]) -> list[Row]:
    """As the view silent_searches has them, of an action in any state."""
    spoken = {step["meeting_id"] for step in steps}
    found = rows(
        connection,
        """SELECT meeting_id, meeting_date, kind, path, status
           FROM (FROM held_meetings
                 WHERE series_id = $1
                   AND (meeting_date > $2 OR document_id = $3 AND ordinal > $4)) AS held
           JOIN documents USING (document_id)
           ORDER BY meeting_date, meeting_id LIMIT 500""",
        [first["series_id"], first["meeting_date"], first["document_id"], first["nth_meeting"]],
    )
    return [each | {"speaks": each["meeting_id"] in spoken} for each in found]


def states(connection: Connection, council: str) -> list[Row]:
    """How many actions are in each state: state, actions, overdue."""
    where = Where()
    where.council(connection, council)
    return rows(
        connection,
        f"""SELECT state, sum(actions)::INTEGER AS actions, sum(overdue)::INTEGER AS overdue
            FROM desk.action_states WHERE {where} GROUP BY state""",
        where.values,
    )
