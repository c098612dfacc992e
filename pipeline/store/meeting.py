"""One stored meeting, back as the record it was."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.evidence import Box, Evidence
from models.issue import Issue
from models.meeting import (
    HEAD_FIELDS,
    Action,
    Attachment,
    Attendee,
    Contact,
    FollowUp,
    Meeting,
    MeetingSign,
    NextMeeting,
    PossibleFollowUp,
    PriorityArea,
    Section,
)
from models.problem import ProblemMention
from pipeline.store.database import Connection
from pipeline.store.rows import ACTION_FIELDS, NEXT_MEETING_FIELDS

_ACTION_COLUMNS = {column: field for field, column in ACTION_FIELDS.items()}
_NEXT_MEETING_COLUMNS = {column: field for field, column in NEXT_MEETING_FIELDS.items()}


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
    found = _rows(
        connection,
        "SELECT * FROM meetings JOIN documents USING (document_id) WHERE meeting_id = ?",
        meeting_id,
    )
    if not found:
        return None
    head = found[0]
    evidence = _evidence(connection, head["document_id"], meeting_id)

    def part(table: str) -> list[dict[str, Any]]:
        query = f"SELECT * FROM {table} WHERE meeting_id = ? ORDER BY ordinal"
        return _rows(connection, query, meeting_id)

    actions = part("actions")
    follow_ups = part("follow_ups")
    follow_up_ids = tuple(row["follow_up_id"] for row in follow_ups)

    def sections(row: Mapping[str, Any]) -> int | None:
        return int(row["section_id"].rpartition("-s")[2]) if row["section_id"] else None

    meeting = Meeting(
        **{name: head[name] for name in _HEAD},
        next_meeting=_next_meeting(head, evidence[meeting_id]),
        signs=tuple(
            MeetingSign(
                **{name: row[name] for name in _SIGN},
                section=sections(row),
                evidence=evidence[row["sign_id"]],
            )
            for row in part("meeting_signs")
        ),
        attendees=tuple(
            Attendee(
                **{name: row[name] for name in _ATTENDEE}, evidence=evidence[row["attendee_id"]]
            )
            for row in part("attendees")
        ),
        sections=tuple(
            Section(
                number=row["number"],
                title=row["title"],
                text=row["text"],
                evidence=evidence[row["section_id"]],
            )
            for row in part("sections")
        ),
        priority_areas=tuple(
            PriorityArea(
                name=row["name"],
                area_kind=row["area_kind"],
                evidence=evidence[row["priority_area_id"]],
            )
            for row in part("priority_areas")
        ),
        actions=tuple(
            Action(
                kind=row["kind"],
                section=sections(row),
                text=row["text"],
                owner=row["owner"],
                owner_person=row["owner_person"],
                due=row["due_date"],
                due_text=row["due_text"],
                evidence=_renamed(evidence[row["action_id"]], _ACTION_COLUMNS),
            )
            for row in actions
        ),
        follow_ups=tuple(
            FollowUp(
                outcome=row["outcome"],
                section=sections(row),
                text=row["text"],
                evidence=evidence[row["follow_up_id"]],
            )
            for row in follow_ups
        ),
        possible_follow_ups=tuple(
            PossibleFollowUp(
                outcome=row["outcome"],
                probability=row["probability"],
                problem=row["problem"],
                section=sections(row),
                text=row["text"],
                evidence=evidence[row["follow_up_id"]],
            )
            for row in part("possible_follow_ups")
            if row["follow_up_id"] not in follow_up_ids
        ),
        problem_mentions=tuple(
            ProblemMention(
                problem=row["problem"],
                section=sections(row),
                polarity=row["polarity"],
                text=row["text"],
                evidence=evidence[row["mention_id"]],
            )
            for row in part("problem_mentions")
        ),
        attachments=tuple(
            Attachment(
                label=row["label"], text=row["text"], evidence=evidence[row["attachment_id"]]
            )
            for row in part("attachments")
        ),
        contacts=tuple(
            Contact(
                name=row["name"],
                phone=row["phone"],
                email=row["email"],
                evidence=evidence[row["contact_id"]],
            )
            for row in part("contacts")
        ),
        issues=tuple(
            Issue(kind=row["kind"], severity=row["severity"], message=row["message"])
            for row in part("issues")
        ),
        unclaimed=tuple(each for each in evidence[meeting_id] if each.field == "unclaimed"),
        evidence=tuple(
            each
            for each in evidence[meeting_id]
            if each.field not in _NEXT_MEETING_COLUMNS and each.field != "unclaimed"
        ),
    )
    return StoredMeeting(
        document_id=head["document_id"],
        path=head["path"],
        media_type=head["media_type"],
        page_count=head["page_count"],
        meeting=meeting,
        states=tuple(row["state"] for row in actions),
        follow_up_ids=follow_up_ids,
    )


_HEAD = ("ordinal", *HEAD_FIELDS, "unclaimed_share")
_SIGN = ("sign", "meeting_date", "last_date", "number", "text")
_ATTENDEE = ("name", "role", "organisation", "party", "status", "function")


def _rows(connection: Connection, query: str, *values: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _evidence(
    connection: Connection, document_id: str, meeting_id: str
) -> defaultdict[str, tuple[Evidence, ...]]:
    rows = _rows(
        connection,
        """SELECT * FROM evidence
           WHERE document_id = ? AND (record_id = ? OR starts_with(record_id, ? || '-'))
           ORDER BY record_id, ordinal""",
        document_id,
        meeting_id,
        meeting_id,
    )
    by_record: defaultdict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    for row in rows:
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


def _next_meeting(head: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> NextMeeting | None:
    own = tuple(each for each in evidence if each.field in _NEXT_MEETING_COLUMNS)
    values = {field: head[column] for field, column in NEXT_MEETING_FIELDS.items()}
    if not own and not any(values.values()):
        return None
    return NextMeeting(**values, evidence=_renamed(own, _NEXT_MEETING_COLUMNS))


def _renamed(evidence: tuple[Evidence, ...], fields: Mapping[str, str]) -> tuple[Evidence, ...]:
    return tuple(
        each.model_copy(update={"field": fields.get(each.field, each.field)}) for each in evidence
    )
