"""The facts of a meeting as tables: which record stands in which, under which ids and columns.

rows.py writes by this list and meeting.py reads by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.evidence import Evidence
from models.meeting import (
    Action,
    Attachment,
    Attendee,
    Contact,
    FollowUp,
    Meeting,
    MeetingSign,
    PossibleFollowUp,
    PriorityArea,
    Section,
)
from models.problem import ProblemMention

Fact = (
    MeetingSign
    | Attendee
    | Section
    | PriorityArea
    | Action
    | FollowUp
    | PossibleFollowUp
    | ProblemMention
    | Attachment
    | Contact
)


@dataclass(frozen=True, slots=True)
class FactTable:
    """Where one kind of fact is stored: a column for each field of its record but the evidence.

    `facts`: the field of Meeting that holds them. `key`: the column of the id, which ends with
    `letter` and the fact's ordinal. `columns`: fields whose column has another name; their stored
    evidence names the column. A `section` is kept as the section's id.
    """

    name: str
    facts: str
    key: str
    letter: str
    record: type[Fact]
    columns: Mapping[str, str] = field(default_factory=dict)

    def of(self, meeting: Meeting) -> tuple[Fact, ...]:
        """The facts of this kind, in their order."""
        found: tuple[Fact, ...] = getattr(meeting, self.facts)
        return found

    def record_id(self, meeting_id: str, ordinal: int) -> str:
        """The id of the fact with this ordinal, 1-based."""
        return f"{meeting_id}-{self.letter}{ordinal}"

    def cells(self, fact: Fact, meeting_id: str) -> dict[str, Any]:
        """The fact's own columns, without its id."""
        cells = {self.columns.get(name, name): getattr(fact, name) for name in self._fields()}
        if "section" in cells:
            section = cells.pop("section")
            cells["section_id"] = None if section is None else section_id(meeting_id, section)
        return cells

    def fact(self, row: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> Fact:
        """The fact that a row of the table holds."""
        values: dict[str, Any] = {}
        for name in self._fields():
            inside = name == "section"
            values[name] = (
                _section(row["section_id"]) if inside else row[self.columns.get(name, name)]
            )
        return self.record(**values, evidence=evidence)

    def _fields(self) -> tuple[str, ...]:
        return tuple(name for name in self.record.model_fields if name != "evidence")


def section_id(meeting_id: str, ordinal: int) -> str:
    """The id of a meeting's section, whose ordinal is 1-based."""
    return f"{meeting_id}-s{ordinal}"


def _section(section_id: str | None) -> int | None:
    return None if section_id is None else int(section_id.rpartition("-s")[2])


PRIORITY_AREAS = FactTable(
    "priority_areas", "priority_areas", "priority_area_id", "r", PriorityArea
)
ACTIONS = FactTable("actions", "actions", "action_id", "a", Action, {"due": "due_date"})
FOLLOW_UPS = FactTable("follow_ups", "follow_ups", "follow_up_id", "f", FollowUp)
POSSIBLE_FOLLOW_UPS = FactTable(
    "possible_follow_ups", "possible_follow_ups", "follow_up_id", "q", PossibleFollowUp
)
FACT_TABLES = (
    FactTable("meeting_signs", "signs", "sign_id", "g", MeetingSign),
    FactTable("attendees", "attendees", "attendee_id", "p", Attendee),
    FactTable("sections", "sections", "section_id", "s", Section),
    PRIORITY_AREAS,
    ACTIONS,
    FOLLOW_UPS,
    POSSIBLE_FOLLOW_UPS,
    FactTable("problem_mentions", "problem_mentions", "mention_id", "m", ProblemMention),
    FactTable("attachments", "attachments", "attachment_id", "x", Attachment),
    FactTable("contacts", "contacts", "contact_id", "c", Contact),
)
