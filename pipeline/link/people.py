"""Who is who over many meetings: the attendees that are one person, and why.

Within a series, forms of a name are joined by the rules of forms.py (spellings that sound alike, unless both mostly hold other offices). A form that could be two people's is
joined by role or organisation, or not at all; a slip of more than usual letters needs role or organisation to
agree, or not to differ where only one of the two surnames is a usual one; and a first name or surname alone must not
have another; a form of a first name that no list has needs the same office. What is joined tells more names and offices,
so the rules are gone through until they join no more. A married name needs the same role and organisation, or that both chair or keep the minutes, or that
somebody else there had the new surname before (a spouse), that nobody else has the first name, and that the old name
ends where the new one begins; a list that tells the other surname ("Siv Alm (f.d. Ek)") is proof enough. Two
forms that stand at one meeting are two persons. One name is two persons where a meeting lists it twice with
different offices, and where two organisations hold it by turns.

Over series, persons of one full name and one organisation (or, without organisation, one role) are one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import groupby

from pipeline.link import forms
from pipeline.link.forms import Rule, Words, fold, fullness, name_words
from pipeline.link.offices import alike as alike_office
from pipeline.link.offices import plain_office, same_field

_REGULAR = 2  # meetings
_KEPT = frozenset({"chair", "secretary"})  # functions that one person has at a time
_Meeting = tuple[str | None, date]


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


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `name` is the fullest spelling met."""

    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Identified:
    """Which person an attendee is. rule: of forms.py. other: the form of the name that led there;
    null where the name stands alone."""

    person_id: str
    rule: Rule
    other: str | None


@dataclass(slots=True)
class _Group:
    """Appearances that are one person's; `words` are the name at its fullest.

    kept: the functions held that one person has at a time. `spelled`: other forms that were joined to it. `why`: of those that were joined to a fuller form, the rule and that form, by attendee id.
    """

    words: Words
    members: list[Appearance]
    meetings: set[_Meeting]
    roles: set[str]
    organisations: set[str]
    kept: set[str]
    why: dict[str, tuple[Rule, str]] = field(default_factory=dict)
    spelled: set[Words] = field(default_factory=set)

    def forms(self) -> Iterator["_Group"]:
        """The group by each full form of its name."""
        yield self
        for words in self.spelled:
            yield replace(self, words=words)

    @property
    def offices(self) -> set[str]:
        return self.roles | self.organisations

    def absorb(self, other: "_Group", rule: Rule) -> None:
        full = _spelling(self.members)
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


def link_people(appearances: Sequence[Appearance]) -> tuple[list[Person], dict[str, Identified]]:
    """The persons, and the person of each attendee id.

    A person's id follows from name and organisation (or series), so it is the same however many
    series are linked at once. Time grows with the number of appearances, and with the square of
    the number of differing names in one series.
    """
    by_series: dict[str, list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_series[each.series_id or ""].append(each)
    persons: dict[str, Person] = {}
    found: dict[str, Identified] = {}
    for series_id in sorted(by_series):
        taken: Counter[str] = Counter()
        for group in _groups(by_series[series_id]):
            key = _identity(series_id, group)
            taken[key] += 1
            if taken[key] > 1:
                key = f"{key}|{series_id}|{taken[key]}"
            person_id = sha256(key.encode()).hexdigest()[:16]
            name = _spelling(group.members)
            persons.setdefault(person_id, Person(person_id, name))
            for member in group.members:
                rule, other = group.why.get(member.attendee_id, ("same", name))
                known = other if other != member.name else None
                found[member.attendee_id] = Identified(person_id, rule, known)
    return list(persons.values()), found


def _identity(series_id: str, group: _Group) -> str:
    name = " ".join(group.words)
    full = len(group.words) > 1 and len(group.words[0]) > 1
    for offices in (
        Counter(fold(each.organisation) for each in group.members if each.organisation),
        Counter(plain_office(each.role) for each in group.members if each.role),
    ):
        if full and offices:
            most = max(offices.values())
            return f"{name}|{min(office for office in offices if offices[office] == most)}"
    return f"{name}|{series_id}|"


def _spelling(members: Iterable[Appearance]) -> str:
    """The most frequent of the spellings that are as full as the fullest."""
    spellings = Counter(" ".join(member.name.split()) for member in members)
    return min(spellings, key=lambda name: (-fullness(name_words(name)), -spellings[name], name))


def _groups(appearances: Sequence[Appearance]) -> list[_Group]:
    """The persons of one series, in order of name."""
    by_name: dict[Words, list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_name[name_words(each.name)].append(each)
    groups = [group for words in sorted(by_name) for group in _same_spelling(words, by_name[words])]
    left = 0
    while len(groups) != left:  # what is joined tells more names and offices
        left = len(groups)
        for rule, alike in _RULES:
            groups = _joined(groups, rule, alike)
    groups = _joined(_married(groups), "first_name", _first_name)
    return _joined(groups, "surname", _surname)


def _same_spelling(words: Words, members: list[Appearance]) -> list[_Group]:
    """One group, or one for each office where two persons have this name."""
    ordered = sorted(members, key=lambda each: (each.meeting_date or date.min, each.attendee_id))
    if not (_namesakes(ordered) or _by_turns(ordered)):
        return [_group(words, ordered)]
    groups: list[_Group] = []
    for each in sorted(ordered, key=lambda each: not (each.role or each.organisation)):
        one = _group(words, [each])
        fitting = next((g for g in groups if _agree(g, one)), None)
        if fitting is not None:
            fitting.absorb(one, "same")
        else:
            groups.append(one)
    return groups


def _namesakes(members: Iterable[Appearance]) -> bool:
    """Whether one meeting lists the name twice with different offices."""
    at: dict[_Meeting, list[_Group]] = defaultdict(list)
    for each in members:
        if each.meeting_date is not None and (each.role or each.organisation):
            at[each.series_id, each.meeting_date].append(_group((), [each]))
    return any(
        not _agree(one, other)
        for present in at.values()
        for index, one in enumerate(present)
        for other in present[index + 1 :]
    )


def _by_turns(members: Sequence[Appearance]) -> bool:
    """Whether the name comes with one organisation, then another, then the first again.

    A person who changes office goes from one to the other once. Who chairs, or keeps the minutes, all the time is one.
    """
    told = [each for each in members if each.organisation and each.meeting_date]
    if told and told[0].function in _KEPT and len({each.function for each in told}) == 1:
        return False
    turns = [office for office, _ in groupby(fold(each.organisation) for each in told)]
    if len(turns) < 3 or len(set(turns)) < 2:
        return False
    first = turns[0]
    others = [office for office in set(turns) if not alike_office(office, first)]
    again = [at for at, office in enumerate(turns) if office == first]
    return (
        bool(others) and len(again) > 1 and any(office in turns[: again[-1]] for office in others)
    )


def _group(words: Words, members: list[Appearance]) -> _Group:
    meetings = {
        (each.series_id, each.meeting_date) for each in members if each.meeting_date is not None
    }
    roles = {plain_office(each.role) for each in members if each.role}
    organisations = {fold(each.organisation) for each in members if each.organisation}
    kept = {each.function for each in members if each.function} & _KEPT
    return _Group(words, list(members), meetings, roles - {""}, organisations - {""}, kept)


def _agree(one: _Group, other: _Group) -> bool:
    """Whether role or organisation is the same."""
    return bool(one.offices & other.offices) or any(
        alike_office(a, b) for a in one.organisations for b in other.organisations
    )


def _share_seat(one: _Group, other: _Group) -> bool:
    return _agree(one, other) or bool(one.kept & other.kept)


def _oppose(one: _Group, other: _Group) -> bool:
    """Whether both have offices and none is the same or of one field ("skolchef", "skolan")."""
    return bool(one.offices and other.offices) and not (_agree(one, other) or _akin(one, other))


def _hold_office(group: _Group) -> bool:
    """Whether half of the appearances or more have an office: one among many may be a slip ("Siv Ek (sjuk)")."""
    held = sum(bool(each.role or each.organisation) for each in group.members)
    return 2 * held >= len(group.members)


def _read_alike(one: _Group, other: _Group) -> bool:
    opposed = _oppose(one, other) and _hold_office(one) and _hold_office(other)
    return forms.read_alike(one.words, other.words) and not opposed


def _akin(one: _Group, other: _Group) -> bool:
    """Whether an office of each is of one field: "gatuchef" and "gatukontoret", "kommunpolis" and "polisen"."""
    return any(same_field(a, b) for a in one.offices for b in other.offices)


_Alike = Callable[[_Group, _Group], bool]
_RULES: tuple[tuple[Rule, _Alike], ...] = (
    ("slip", _read_alike),
    ("slip", lambda one, other: _a_letter_apart(one, other)),
    ("turned", lambda one, other: forms.turned(one.words, other.words)),
    ("part", lambda one, other: _part(one, other)),
    ("nickname", lambda one, other: forms.nickname_of(one.words, other.words) and not _oppose(one, other)),
    ("nickname", lambda one, other: forms.pet_name_of(one.words, other.words) and _share_seat(one, other)),
    ("nickname", lambda one, other: forms.contracted(one.words, other.words) and not _oppose(one, other)),
    ("nickname", lambda one, other: _by_name(one, other)),
    ("initials", lambda one, other: forms.initials_of(one.words, other.words)),
    ("initials", lambda one, other: forms.only_initials_of(one.words, other.words) and not _oppose(one, other)),
)  # fmt: skip


def _a_letter_apart(one: _Group, other: _Group) -> bool:
    """Of two usual surnames a letter may be the difference ("Lindberg", "Lundberg"); two first names are two people."""
    if forms.misspelled_first_name(one.words, other.words):
        return not _oppose(one, other)
    if not forms.a_letter_apart(one.words, other.words):
        return False
    unlike = one.words[0] == other.words[0] and not forms.both_usual(one.words, other.words)
    return _agree(one, other) or (unlike and not _oppose(one, other))


def _part(one: _Group, other: _Group) -> bool:
    """A part of the name; a part of the first name not where their offices tell two persons."""
    if forms.part_of(one.words, other.words):
        return not (forms.leaves_a_first_name(one.words, other.words) and _oppose(one, other))
    return forms.later_part_of(one.words, other.words) and not _oppose(one, other)


def _by_name(one: _Group, other: _Group) -> bool:
    """A first name told apart by the office: "Kyrk-Siv" for "Siv Ek" of "Ekmo kyrka"."""
    apart = forms.told_apart_by(one.words, other.words)
    return bool(apart) and any(
        word.startswith(apart) for each in other.offices for word in each.split()
    )


def _first_name(one: _Group, other: _Group) -> bool:
    return forms.first_name_of(one.words, other.words) and not _oppose(one, other)


def _surname(one: _Group, other: _Group) -> bool:
    return forms.surname_of(one.words, other.words) and not _oppose(one, other)


def _joined(groups: list[_Group], rule: Rule, alike: _Alike) -> list[_Group]:
    """Each form joined to the one other form that it can mean, if there is one; short ones to fuller."""
    ordered = sorted(
        groups, key=lambda group: (-_fullness(group), -len(group.members), group.words)
    )
    full: list[_Group] = []
    for group in ordered:
        fitting = [
            other
            for other in full
            if not group.meetings & other.meetings
            and any(alike(one, each) for one in group.forms() for each in other.forms())
        ]
        if len(fitting) > 1:
            agreed = [other for other in fitting if _agree(group, other)]
            fitting = agreed or [other for other in fitting if _akin(group, other)]
        if len(fitting) == 1:
            fitting[0].absorb(group, rule)
        else:
            full.append(group)
    return sorted(full, key=lambda group: (group.words, group.members[0].attendee_id))


def _fullness(group: _Group) -> int:
    """How full the name is; "Inga-Lill" is one word."""
    return 1 if len(group.members[0].name.split()) == 1 else fullness(group.words)


def _married(groups: list[_Group]) -> list[_Group]:
    """A name that ends where another of the same first name and role begins, or that the other's list tells."""
    groups = _joined(groups, "married", _told)
    namesakes = Counter(group.words[0] for group in groups if len(group.words) > 1)
    kept: list[_Group] = []
    for group in sorted(groups, key=_first_day):
        before = [
            other
            for other in kept
            if forms.married_name(group.words, other.words)
            and namesakes[group.words[0]] == 2
            and (
                (group.roles & other.roles and group.organisations & other.organisations)
                or (
                    (group.kept & other.kept or _spouse_of(group, other, groups))
                    and not _oppose(group, other)
                )
            )
            and _last_day(other) < _first_day(group)
        ]
        if len(before) == 1:
            group.absorb(before[0], "married")
            kept[kept.index(before[0])] = group
        else:
            kept.append(group)
    return sorted(kept, key=lambda group: (group.words, group.members[0].attendee_id))


def _spouse_of(new: _Group, old: _Group, groups: Sequence[_Group]) -> bool:
    """Whether somebody who was listed with the old name has the new surname, and both came more than once.

    Who is listed by the first name alone before the new name comes has the old one.
    """
    first = _first_day(new)
    called = (
        meeting
        for each in groups
        if each.words == old.words[:1] and not each.meetings & (old.meetings | new.meetings)
        for meeting in each.meetings
        if meeting[1] < first
    )
    before = old.meetings.union(called)
    return min(len(new.meetings), len(before)) >= _REGULAR and any(
        len(each.words) > 1 and each.words[-1] == new.words[-1] and each.meetings & before
        for each in groups
        if each is not new and each is not old
    )


def _told(one: _Group, other: _Group) -> bool:
    """Whether a list that names one says that the other surname is theirs, too."""
    return forms.married_name(one.words, other.words) and any(
        name_words(member.other_surname)[-len(other.words) + 1 :] == other.words[1:]
        or name_words(member.other_surname)[-1] == other.words[-1]
        for one, other in ((one, other), (other, one))
        for member in one.members
        if member.other_surname
    )


def _first_day(group: _Group) -> date:
    return min((day for _, day in group.meetings), default=date.max)


def _last_day(group: _Group) -> date:
    return max((day for _, day in group.meetings), default=date.max)
