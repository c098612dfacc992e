"""What is linked: the meetings, actions and follow-ups of one series, and the links between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

FINAL = frozenset({"done", "dropped"})
PROTOCOLS = frozenset({"protokoll", "minnesanteckningar"})

Place = tuple[date, str]
"""Order of meetings: by date, then by place in the file."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of a series."""

    meeting_id: str
    meeting_date: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`context`: what its item says before it ("Vid stationen är det mörkt. Bo tar upp det med kommunen."), at
    most some sentences; null where that is not known. doers: of each person that the owner names, the stems of
    all forms of the name (doers.py).
    """

    action_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    text: str
    owner: str | None
    due_date: date | None
    section_title: str | None
    section_number: str | None = None
    context: str | None = None
    doers: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """`probability`: of a sentence that may be a follow-up, that it is one; null where the record says so.
    problem: whether such a sentence speaks of a problem.
    """

    follow_up_id: str
    meeting_id: str
    meeting_date: date | None
    outcome: str
    text: str
    section_title: str | None = None
    probability: float | None = None
    problem: bool | None = None


@dataclass(frozen=True, slots=True)
class TextRow:
    """What the items of a meeting that was held say."""

    meeting_id: str
    meeting_date: date
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """The action that a follow-up speaks of; `score` is 0..1.

    rule: why, see follow_ups.py. words: what both have, in dictionary form, most telling first. via: the
    earlier follow-up that this one goes on from, where its words did more than the action's own. half: the half of
    the sentence that speaks of the action, where the other half speaks of another.
    """

    action_id: str
    score: float
    rule: str = "words"
    words: tuple[str, ...] = ()
    via: str | None = None
    half: str | None = None


def place(meeting_date: date | None, meeting_id: str) -> Place:
    """Where a meeting stands in its series: by day, then by id; without a day first."""
    return meeting_date or date.min, meeting_id


def same_file(one: str, other: str) -> bool:
    """Whether two meeting ids ("<document>-<ordinal>") are of one file."""
    return one.rpartition("-")[0] == other.rpartition("-")[0] != ""


def protocols(meetings: Iterable[MeetingRow]) -> list[Place]:
    """The places of the meetings that were held and have a date, in order."""
    return sorted(
        place(each.meeting_date, each.meeting_id)
        for each in meetings
        if each.kind in PROTOCOLS and each.meeting_date is not None
    )
