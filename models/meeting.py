"""A meeting and its facts, in the terms of the annotation guide (README, "What counts as what")."""

from datetime import date, time
from typing import Literal

from pydantic import Field

from models.document import Document
from models.evidence import Evidence
from models.issue import Issue
from models.problem import ProblemMention
from models.record import Record

MeetingKind = Literal["protokoll", "minnesanteckningar", "kallelse", "annat"]
Status = Literal["present", "partial", "absent", "invited"]
Function = Literal["chair", "secretary", "adjuster"]
AreaKind = Literal["place", "group", "problem"]
ActionKind = Literal["decision", "assignment", "commitment", "proposal", "formality"]
Outcome = Literal["done", "in_progress", "postponed", "dropped", "mentioned"]


class Attendee(Record):
    """A person in the attendance part, a function line or a signature."""

    name: str = Field(description="the name alone, as written", examples=["Clas Cederlid"])
    role: str | None = Field(default=None, examples=["Preventionssamordnare"])
    organisation: str | None = Field(default=None, examples=["Mälarhöjdens skola"])
    party: str | None = Field(default=None, description="party letters", examples=["S"])
    status: Status = Field(examples=["present"])
    function: Function | None = Field(default=None, examples=["chair"])
    evidence: tuple[Evidence, ...]


class Section(Record):
    """A top-level agenda item in the minutes."""

    number: str | None = Field(default=None, description='as written, without "§"', examples=["12"])
    title: str | None = Field(default=None, examples=["Beslutade insatser"])
    text: str = Field(description="the body up to the next item, as it stands in the document")
    evidence: tuple[Evidence, ...]


class PriorityArea(Record):
    """What the document declares as prioritised."""

    name: str = Field(examples=["våldsbejakande extremism"])
    area_kind: AreaKind = Field(examples=["problem"])
    evidence: tuple[Evidence, ...]


class Action(Record):
    """What the meeting binds somebody to, or decides, or proposes."""

    kind: ActionKind
    section: int | None = Field(default=None, description="ordinal of the section, 1-based")
    text: str = Field(description="the stating sentences, white space folded")
    owner: str | None = Field(default=None, description="as written", examples=["Polisen"])
    owner_person: str | None = Field(
        default=None, description="name of the one attendee meant", examples=["Clas Cederlid"]
    )
    due: date | None = Field(default=None, description="ISO date", examples=["2019-05-10"])
    due_text: str | None = Field(
        default=None, description="the words, where no date follows from them", examples=["v. 12"]
    )
    evidence: tuple[Evidence, ...]


class FollowUp(Record):
    """A statement on an action of an earlier meeting."""

    outcome: Outcome
    section: int | None = Field(default=None, description="ordinal of the section, 1-based")
    text: str
    evidence: tuple[Evidence, ...]


class NextMeeting(Record):
    """The next meeting as this document announces it."""

    meeting_date: date | None = Field(default=None, examples=["2019-05-10"])
    start_time: time | None = Field(default=None, description="24 h clock")
    end_time: time | None = Field(default=None, description="24 h clock")
    place: str | None = None
    evidence: tuple[Evidence, ...]


class Attachment(Record):
    """An annex that the document names."""

    label: str = Field(examples=["bilaga 1"])
    text: str = Field(description="the sentence or line that names it")
    evidence: tuple[Evidence, ...]


class Contact(Record):
    """A person or office to turn to, with what the document gives."""

    name: str | None = None
    phone: str | None = Field(default=None, examples=["08-508 00 000"])
    email: str | None = None
    evidence: tuple[Evidence, ...]


class Meeting(Record):
    """One meeting and all that its document says of it."""

    ordinal: int = Field(ge=1, description="place in the document, 1-based")
    kind: MeetingKind
    council: str | None = Field(default=None, examples=["Lokala Brå"])
    area: str | None = Field(default=None, examples=["Vinnersjö kommun"])
    meeting_date: date | None = None
    start_time: time | None = Field(default=None, description="24 h clock")
    end_time: time | None = Field(default=None, description="24 h clock")
    place: str | None = None
    registration_number: str | None = Field(default=None, examples=["KS 2019/0377"])
    next_meeting: NextMeeting | None = None
    attendees: tuple[Attendee, ...] = ()
    sections: tuple[Section, ...] = ()
    priority_areas: tuple[PriorityArea, ...] = ()
    actions: tuple[Action, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    problem_mentions: tuple[ProblemMention, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    issues: tuple[Issue, ...] = ()
    evidence: tuple[Evidence, ...] = Field(default=(), description="for the meeting's own fields")


class Protocol(Record):
    """A document and the meetings in it: all that one file gives."""

    document: Document
    meetings: tuple[Meeting, ...]
