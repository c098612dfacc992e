"""Actions: the audit, and the life of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.store.database import Row
from pipeline.store.desk.asked import Desk, Part, Where, part, rows
from pipeline.store.desk.records import given_action


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


HELD = ("protokoll", "minnesanteckningar")  # kinds of meetings in which something can be said
_ORDERS = {
    "newest": "meeting_date DESC NULLS LAST, action_id",
    "oldest": "meeting_date NULLS LAST, action_id",
    "due": "due_date NULLS LAST, meeting_date, action_id",
    "council": "lower(council), lower(area), series_id, meeting_date, action_id",
}
ORDERS = tuple(_ORDERS)


def audit(desk: Desk, chosen: ActionFilter, order: str, limit: int, offset: int) -> Part:
    """The actions that fit, as the report action-audit has them. `order`: one of ORDERS."""
    where = Where()
    where.council(desk, chosen.council)
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
    # By council, or the latest first: whichever lets most be skipped.
    table = "counted.action_audit" if chosen.council else "desk.action_audit"
    return part(desk, table, where, _ORDERS[order], limit, offset)


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


def life(desk: Desk, action_id: str) -> Life | None:
    """None where there is no such action. One that repeats an earlier one leads to that one."""
    first = given_action(desk, action_id)
    if first is not None and first["carried_from"] is not None:
        first = given_action(desk, first["carried_from"])
    if first is None:
        return None
    # A formality is not in the audit: nobody follows it up.
    (action,) = audited(desk, [first["action_id"]]) or [
        first | {"later_protocols": 0, "overdue": False}
    ]
    meetings = rows(
        desk,
        "SELECT * FROM desk.series_meetings WHERE series_id = ?"
        if first["series_id"]
        else "SELECT * FROM desk.series_meetings WHERE meeting_id = ?",
        [first["series_id"] or first["meeting_id"]],
    )
    steps = _steps(desk, first, {each["meeting_id"]: each for each in meetings})
    return Life(action, first, steps, _searched(first, steps, meetings))


def audited(desk: Desk, ids: Sequence[str]) -> list[Row]:
    """The audit's rows of these actions, in their order."""
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    found = rows(desk, f"SELECT * FROM desk.action_audit WHERE action_id IN ({marks})", list(ids))
    by_id = {each["action_id"]: each for each in found}
    return [by_id[each] for each in ids if each in by_id]


def _steps(desk: Desk, first: Row, meetings: Mapping[str, Row]) -> list[Row]:
    repeats = rows(desk, "SELECT * FROM actions WHERE carried_from = ?", [first["action_id"]])
    ids = [first["action_id"], *(each["action_id"] for each in repeats)]
    marks = ", ".join("?" * len(ids))
    said = rows(desk, f"SELECT * FROM follow_ups WHERE action_id IN ({marks})", ids)
    steps = [
        {"step": step, "record_id": each[key], "outcome": None, "score": None, "link_words": None}
        | each
        | {"quote": each["quote"] or each["text"]}
        | {
            name: meetings.get(each["meeting_id"], {}).get(name)
            for name in ("meeting_date", "path")
        }
        for step, key, those in (
            ("given", "action_id", [first]),
            ("repeated", "action_id", repeats),
            ("follow_up", "follow_up_id", said),
        )
        for each in those
        if each["meeting_id"] in meetings
    ]
    return sorted(steps, key=lambda each: (each["meeting_date"] or date.max, each["record_id"]))


def _searched(first: Row, steps: Sequence[Row], meetings: Sequence[Row]) -> list[Row]:
    """As the view silent_searches has them, of an action in any state."""
    spoken = {step["meeting_id"] for step in steps}
    own = next(each for each in meetings if each["meeting_id"] == first["meeting_id"])
    return [
        each | {"speaks": each["meeting_id"] in spoken}
        for each in meetings
        if each["kind"] in HELD
        and each["meeting_date"] is not None
        and own["meeting_date"] is not None
        and (
            each["meeting_date"] > own["meeting_date"]
            or (each["document_id"] == own["document_id"] and each["ordinal"] > own["ordinal"])
        )
    ]


def states(desk: Desk, council: str) -> list[Row]:
    """How many actions are in each state: state, actions, overdue."""
    where = Where()
    where.council(desk, council)
    return rows(
        desk,
        f"""SELECT state, sum(actions)::INTEGER AS actions, sum(overdue)::INTEGER AS overdue
            FROM desk.action_states WHERE {where} GROUP BY state""",
        where.values,
    )
