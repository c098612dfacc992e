"""The appearances that are one person's, while they are put together; see people.py."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.link.forms import Rule, Words, fold, fullness, name_words
from pipeline.link.offices import alike as alike_office
from pipeline.link.offices import plain_office, same_field

KEPT = frozenset({"chair", "secretary"})  # functions that one person has at a time
Place = tuple[str | None, date]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One attendee record of one meeting. other_surname: what the list says of it ("f.d. Ek")."""

    attendee_id: str
    series_id: str | None
    meeting_date: date | None
    name: str
    role: str | None
    organisation: str | None
    function: str | None = None
    other_surname: str | None = None


@dataclass(slots=True)
class Group:
    """Appearances that are one person's; `words` are the name at its fullest.

    kept: the functions held that one person has at a time. `spelled`: other forms that were joined to it. `why`: of those that were joined to a fuller form, the rule and that form, by attendee id.
    """

    words: Words
    members: list[Appearance]
    meetings: set[Place]
    roles: set[str]
    organisations: set[str]
    kept: set[str]
    why: dict[str, tuple[Rule, str]] = field(default_factory=dict)
    spelled: set[Words] = field(default_factory=set)

    def forms(self) -> Iterator["Group"]:
        """The group by each full form of its name."""
        yield self
        for words in self.spelled:
            yield replace(self, words=words)

    @property
    def offices(self) -> set[str]:
        """Roles and organisations."""
        return self.roles | self.organisations

    def absorb(self, other: "Group", rule: Rule) -> None:
        """Take over the appearances of `other`, which `rule` says are the same person's."""
        full = spelling(self.members)
        for each in other.members:
            other.why.setdefault(each.attendee_id, (rule, full))
        self.why |= other.why
        if len(other.words) == len(self.words) or 1 < len(other.words) == fullness(other.words):
            self.spelled |= {other.words, *other.spelled} - {self.words}
        self.members += other.members
        self.meetings |= other.meetings
        self.roles |= other.roles
        self.organisations |= other.organisations
        self.kept |= other.kept


def spelling(members: Iterable[Appearance]) -> str:
    """The most frequent of the spellings that are as full as the fullest."""
    spellings = Counter(" ".join(member.name.split()) for member in members)
    return min(spellings, key=lambda name: (-fullness(name_words(name)), -spellings[name], name))


def group_of(words: Words, members: list[Appearance]) -> Group:
    """The group of appearances under one form of a name, with what they tell."""
    meetings = {
        (each.series_id, each.meeting_date) for each in members if each.meeting_date is not None
    }
    roles = {plain_office(each.role) for each in members if each.role}
    organisations = {fold(each.organisation) for each in members if each.organisation}
    kept = {each.function for each in members if each.function} & KEPT
    return Group(words, list(members), meetings, roles - {""}, organisations - {""}, kept)


def agree(one: Group, other: Group) -> bool:
    """Whether role or organisation is the same."""
    return bool(one.offices & other.offices) or any(
        alike_office(a, b) for a in one.organisations for b in other.organisations
    )


def share_seat(one: Group, other: Group) -> bool:
    """Whether role or organisation is the same, or both chair or keep the minutes."""
    return agree(one, other) or bool(one.kept & other.kept)


def oppose(one: Group, other: Group, *, whole: bool = False) -> bool:
    """Whether both have offices and none is the same or of one field ("skolchef", "skolan").

    whole: a role that names two ("rektor, förvaltare") is of no field.
    """
    return bool(one.offices and other.offices) and not (
        agree(one, other) or akin(one, other, whole=whole)
    )


def hold_office(group: Group) -> bool:
    """Whether half of the appearances or more have an office: one among many may be a slip ("Siv Ek (sjuk)")."""
    held = sum(bool(each.role or each.organisation) for each in group.members)
    return 2 * held >= len(group.members)


def akin(one: Group, other: Group, *, whole: bool = False) -> bool:
    """Whether an office of each is of one field: "gatuchef" and "gatukontoret", "kommunpolis" and "polisen"."""
    ours, theirs = (
        each.organisations | {role for role in each.roles if not (whole and "," in role)}
        for each in (one, other)
    )
    return any(same_field(a, b) for a in ours for b in theirs)


def first_day(group: Group) -> date:
    """The day of the first meeting; without any, the last of all days."""
    return min((day for _, day in group.meetings), default=date.max)


def last_day(group: Group) -> date:
    """The day of the last meeting; without any, the last of all days."""
    return max((day for _, day in group.meetings), default=date.max)
