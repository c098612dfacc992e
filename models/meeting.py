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
Sign = Literal["previous", "coming", "cancelled", "moved", "number"]

Proof = tuple[Evidence, ...]
_PROOF = Field(
    description="where each field stands; one entry a field and place",
    examples=[[{"field": "name", "page": 1, "start": 81, "end": 94, "quote": "Clas Cederlid"}]],
)
_SECTION = Field(
    default=None, description="ordinal of the section, 1-based; null outside", examples=[4]
)


class Attendee(Record):
    """A person in the attendance part, a function line or a signature."""

    name: str = Field(description="the name alone, as written", examples=["Clas Cederlid"])
    role: str | None = Field(
        default=None, description="job or office, as written", examples=["Preventionssamordnare"]
    )
    organisation: str | None = Field(
        default=None,
        description="employer, agency, unit or association, as written",
        examples=["Mälarhöjdens skola"],
    )
    party: str | None = Field(default=None, description="party letters", examples=["S"])
    status: Status = Field(
        description="present; partial: a part of the meeting; absent; invited: presence not stated",
        examples=["present"],
    )
    function: Function | None = Field(
        default=None, description="at this meeting; null for none", examples=["chair"]
    )
    evidence: Proof = _PROOF


class Section(Record):
    """A top-level agenda item in the minutes."""

    number: str | None = Field(
        default=None, description='as written, without "§" and full stop', examples=["12", "FHR 29"]
    )
    title: str | None = Field(
        default=None,
        description="the heading's text; null where running text follows the number",
        examples=["Beslutade insatser"],
    )
    text: str = Field(
        description="the body up to the next item, as it stands in the document",
        examples=["Polisen bekräftar att en ökning av personrån mot unga har skett."],
    )
    evidence: Proof = _PROOF


class PriorityArea(Record):
    """What the document declares as prioritised."""

    name: str = Field(description="as written", examples=["våldsbejakande extremism"])
    area_kind: AreaKind = Field(description="what it is", examples=["problem"])
    evidence: Proof = _PROOF


class Action(Record):
    """What the meeting binds somebody to, or decides, or proposes."""

    kind: ActionKind = Field(
        description="formality: the meeting's own running, left out of follow-up",
        examples=["assignment"],
    )
    section: int | None = _SECTION
    text: str = Field(
        description="the stating sentences, white space folded",
        examples=["Polisen återkommer med statistik till nästa möte."],
    )
    owner: str | None = Field(default=None, description="as written", examples=["Polisen"])
    owner_person: str | None = Field(
        default=None, description="name of the one attendee meant", examples=["Clas Cederlid"]
    )
    due: date | None = Field(default=None, description="ISO date", examples=["2019-05-10"])
    due_text: str | None = Field(
        default=None, description="the words, where no date follows from them", examples=["v. 12"]
    )
    evidence: Proof = _PROOF


class FollowUp(Record):
    """A statement on an action of an earlier meeting."""

    outcome: Outcome = Field(
        description="what became of the action; mentioned: spoken of without result",
        examples=["done"],
    )
    section: int | None = _SECTION
    text: str = Field(
        description="the stating sentences, white space folded",
        examples=["Lamporna i tunneln är bytta."],
    )
    evidence: Proof = _PROOF


class PossibleFollowUp(Record):
    """A sentence that is a follow-up if an earlier meeting has an action that it speaks of.

    Only an archive can tell: linking makes it a follow-up there (pipeline/link/follow_ups.py).
    """

    outcome: Outcome = Field(description="what it would tell", examples=["done"])
    probability: float = Field(
        ge=0, le=1, description="that it is one, by its own words", examples=[0.21]
    )
    problem: bool = Field(
        default=False,
        description="it speaks of a problem, as reports of the situation do",
        examples=[False],
    )
    section: int | None = _SECTION
    text: str = Field(
        description="the sentence, white space folded", examples=["Häcken är klippt nu."]
    )
    evidence: Proof = _PROOF


class NextMeeting(Record):
    """The next meeting as this document announces it."""

    meeting_date: date | None = Field(default=None, description="ISO date", examples=["2019-05-10"])
    start_time: time | None = Field(default=None, description="24 h clock", examples=["09:00:00"])
    end_time: time | None = Field(default=None, description="24 h clock", examples=["11:00:00"])
    place: str | None = Field(default=None, description="as written", examples=["Kommunhuset"])
    evidence: Proof = _PROOF


class MeetingSign(Record):
    """What the document says of another meeting of its council, or of this one's number.

    previous: an earlier meeting whose minutes are named, or missed (the last one where no day is told). coming:
    one that is planned, the next one too. cancelled: one that was or will not be held. moved: one that is not
    held on that day. number: which meeting this one is, as the council counts.
    """

    sign: Sign = Field(description="what is said", examples=["previous"])
    meeting_date: date | None = Field(
        default=None,
        description="ISO date of the meeting meant; the first of the month or season where no day is told",
        examples=["2017-10-18"],
    )
    last_date: date | None = Field(
        default=None,
        description="the last day that can be meant; the date itself where a day is told",
        examples=["2017-10-18"],
    )
    number: int | None = Field(default=None, description="of this meeting", examples=[4])
    section: int | None = _SECTION
    text: str = Field(
        description="the sentence or line, white space folded",
        examples=["Protokollet från den 18 oktober läggs till handlingarna."],
    )
    evidence: Proof = _PROOF


class Attachment(Record):
    """An annex that the document names."""

    label: str = Field(description="how the document calls it", examples=["bilaga 1"])
    text: str = Field(
        description="the sentence or line that names it", examples=["Se powerpoint, bilaga 1"]
    )
    evidence: Proof = _PROOF


class Contact(Record):
    """A person or office to turn to, with what the document gives."""

    name: str | None = Field(default=None, description="as written", examples=["Stina Lundmark"])
    phone: str | None = Field(default=None, description="as written", examples=["08-508 00 000"])
    email: str | None = Field(default=None, description="address", examples=["namn@kommun.example"])
    evidence: Proof = _PROOF


HEAD_FIELDS = (
    "kind",
    "council",
    "area",
    "meeting_date",
    "start_time",
    "end_time",
    "place",
    "registration_number",
)  # of a meeting, what stands in its head


class Meeting(Record):
    """One meeting and all that its document says of it."""

    ordinal: int = Field(ge=1, description="place in the document, 1-based", examples=[1])
    kind: MeetingKind = Field(
        description="by what the document is, not by a stray label", examples=["protokoll"]
    )
    council: str | None = Field(
        default=None, description="the body, as written, without area", examples=["Lokala Brå"]
    )
    area: str | None = Field(
        default=None,
        description="municipality or district served, as written",
        examples=["Vinnersjö kommun"],
    )
    meeting_date: date | None = Field(
        default=None, description="ISO date of the meeting itself", examples=["2019-02-22"]
    )
    start_time: time | None = Field(default=None, description="24 h clock", examples=["09:00:00"])
    end_time: time | None = Field(default=None, description="24 h clock", examples=["11:00:00"])
    place: str | None = Field(
        default=None, description="as written, one line", examples=["Kommunhuset, sal Granen"]
    )
    registration_number: str | None = Field(
        default=None, description="diarienummer, as written", examples=["KS 2019/0377"]
    )
    next_meeting: NextMeeting | None = Field(
        default=None,
        description="null where none is announced",
        examples=[{"meeting_date": "2019-05-10"}],
    )
    signs: tuple[MeetingSign, ...] = Field(
        default=(),
        description="what is said of other meetings of the council, in order",
        examples=[[{"sign": "previous", "meeting_date": "2017-10-18"}]],
    )
    attendees: tuple[Attendee, ...] = Field(
        default=(), description="in order of first mention", examples=[[{"name": "Anna Ek"}]]
    )
    sections: tuple[Section, ...] = Field(
        default=(), description="in order", examples=[[{"number": "1", "title": "Lägesbild"}]]
    )
    priority_areas: tuple[PriorityArea, ...] = Field(
        default=(), description="in order", examples=[[{"name": "ungdomar"}]]
    )
    actions: tuple[Action, ...] = Field(
        default=(), description="in order", examples=[[{"kind": "decision"}]]
    )
    follow_ups: tuple[FollowUp, ...] = Field(
        default=(), description="in order", examples=[[{"outcome": "done"}]]
    )
    possible_follow_ups: tuple[PossibleFollowUp, ...] = Field(
        default=(),
        description="what only earlier meetings can tell to be a follow-up, in order",
        examples=[[{"probability": 0.21}]],
    )
    problem_mentions: tuple[ProblemMention, ...] = Field(
        default=(),
        description="one a section, problem and polarity",
        examples=[[{"problem": "personran"}]],
    )
    attachments: tuple[Attachment, ...] = Field(
        default=(), description="one a label", examples=[[{"label": "bilaga 1"}]]
    )
    contacts: tuple[Contact, ...] = Field(
        default=(), description="in order", examples=[[{"name": "Anna Ek"}]]
    )
    issues: tuple[Issue, ...] = Field(
        default=(),
        description="what is uncertain or contradicts itself",
        examples=[[{"kind": "weekday_mismatch"}]],
    )
    unclaimed: Proof = Field(
        default=(),
        description="lines and binding sentences that gave no fact: what was not understood",
        examples=[[{"field": "unclaimed", "rule": "unclaimed.line", "quote": "Via telefonbrygga"}]],
    )
    unclaimed_share: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="unclaimed share of the characters in head, attendance and signatures, 0..1",
        examples=[0.04],
    )
    evidence: Proof = Field(
        default=(),
        description="for the meeting's own fields",
        examples=[[{"field": "place", "page": 1, "quote": "Kommunhuset"}]],
    )


class NamedPerson(Record):
    """A person named in running text. No part of a meeting's facts: found when asked for."""

    name: str = Field(description="as written", examples=["Anna Eks"])
    attendee: str | None = Field(
        default=None,
        description="the one attendee meant; null where none or several fit",
        examples=["Anna Ek"],
    )
    section: int = Field(description="the section it stands in", examples=[3])
    evidence: Proof = Field(
        default=(), description="where it stands", examples=[[{"field": "name", "page": 2}]]
    )


class Protocol(Record):
    """A document and the meetings in it: all that one file gives."""

    document: Document = Field(
        description="the file as read", examples=[{"media_type": "application/pdf"}]
    )
    meetings: tuple[Meeting, ...] = Field(
        description="one or more, in order", examples=[[{"kind": "protokoll"}]]
    )
