"""One stored meeting, back as the record it was."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.evidence import Box, Evidence
from models.issue import Issue
from models.meeting import HEAD_FIELDS, Meeting, NextMeeting
from pipeline.store.database import Connection, Row, named_rows
from pipeline.store.fact_tables import ACTIONS, FACT_TABLES, FOLLOW_UPS, POSSIBLE_FOLLOW_UPS
from pipeline.store.rows import NEXT_MEETING_FIELDS

_Places = Mapping[str, tuple[Evidence, ...]]  # by record id; none where nothing stands


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A meeting, the document it stands in, and what linking made of it.

    states: of its actions, in their order. follow_up_ids: of its follow-ups, in theirs; those of them that the
    record alone holds for possible stand last.
    """

    document_id: str
    path: str
    media_type: str
    page_count: int
    meeting: Meeting
    states: tuple[str, ...]
    follow_up_ids: tuple[str, ...]


def stored_meeting(connection: Connection, meeting_id: str) -> StoredMeeting | None:
    """The meeting with this id, None where there is none."""
    found = named_rows(
        connection,
        "SELECT * FROM meetings JOIN documents USING (document_id) WHERE meeting_id = ?",
        [meeting_id],
    )
    if not found:
        return None
    head = found[0]
    evidence = _evidence(connection, head["document_id"], meeting_id)
    parts = {table.name: _part(connection, table.name, meeting_id) for table in FACT_TABLES}
    follow_up_ids = tuple(row[FOLLOW_UPS.key] for row in parts[FOLLOW_UPS.name])
    parts[POSSIBLE_FOLLOW_UPS.name] = [
        row
        for row in parts[POSSIBLE_FOLLOW_UPS.name]
        if row[POSSIBLE_FOLLOW_UPS.key] not in follow_up_ids
    ]
    return StoredMeeting(
        document_id=head["document_id"],
        path=head["path"],
        media_type=head["media_type"],
        page_count=head["page_count"],
        meeting=_meeting(head, parts, _part(connection, "issues", meeting_id), evidence),
        states=tuple(row["state"] for row in parts[ACTIONS.name]),
        follow_up_ids=follow_up_ids,
    )


def _meeting(
    head: Row, parts: Mapping[str, list[Row]], issues: list[Row], evidence: _Places
) -> Meeting:
    """The record of a meeting from its row, those of its facts by table, and what proves them."""
    facts: dict[str, Any] = {
        table.facts: tuple(
            table.fact(row, _renamed(evidence[row[table.key]], _fields(table.columns)))
            for row in parts[table.name]
        )
        for table in FACT_TABLES
    }
    own = evidence[head["meeting_id"]]
    elsewhere = {"unclaimed", *NEXT_MEETING_FIELDS.values()}
    return Meeting(
        **{name: head[name] for name in ("ordinal", *HEAD_FIELDS, "unclaimed_share")},
        **facts,
        next_meeting=_next_meeting(head, own),
        issues=tuple(
            Issue(kind=row["kind"], severity=row["severity"], message=row["message"])
            for row in issues
        ),
        unclaimed=tuple(each for each in own if each.field == "unclaimed"),
        evidence=tuple(each for each in own if each.field not in elsewhere),
    )


def _part(connection: Connection, table: str, meeting_id: str) -> list[Row]:
    query = f"SELECT * FROM {table} WHERE meeting_id = ? ORDER BY ordinal"
    return named_rows(connection, query, [meeting_id])


def _evidence(connection: Connection, document_id: str, meeting_id: str) -> _Places:
    found = named_rows(
        connection,
        """SELECT * FROM evidence
           WHERE document_id = ? AND (record_id = ? OR starts_with(record_id, ? || '-'))
           ORDER BY record_id, ordinal""",
        [document_id, meeting_id, meeting_id],
    )
    by_record: defaultdict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    for row in found:
        box = None if row["x0"] is None else Box(row["x0"], row["y0"], row["x1"], row["y1"])
        by_record[row["record_id"]] += (
            Evidence(
                field=row["field"],
                page=row["page"],
                start=row["start"],
                end=row["end"],
                quote=row["quote"],
                box=box,
                rule=row["rule"],
                confidence=row["confidence"],
            ),
        )
    return by_record


def _next_meeting(head: Row, evidence: tuple[Evidence, ...]) -> NextMeeting | None:
    columns = _fields(NEXT_MEETING_FIELDS)
    own = tuple(each for each in evidence if each.field in columns)
    values = {field: head[column] for field, column in NEXT_MEETING_FIELDS.items()}
    if not own and not any(values.values()):
        return None
    return NextMeeting(**values, evidence=_renamed(own, columns))


def _fields(columns: Mapping[str, str]) -> Mapping[str, str]:
    """Columns by fields, turned round."""
    return {column: field for field, column in columns.items()}


def _renamed(evidence: tuple[Evidence, ...], fields: Mapping[str, str]) -> tuple[Evidence, ...]:
    if not fields:
        return evidence
    return tuple(
        each.model_copy(update={"field": fields.get(each.field, each.field)}) for each in evidence
    )
