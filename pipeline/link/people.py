"""Who is who over many meetings: the attendees that are one person, and why.

Within a series, forms of a name are joined by the rules of forms.py (spellings that sound alike, unless both
mostly hold other offices). A form that could be two people's is joined by role or organisation, or not at
all; a slip of more than usual letters needs role or organisation to agree, or not to differ where only one of
the two surnames is a usual one; and a first name or surname alone must not have another; a form of a first
name that no list has needs the same office. What is joined tells more names and offices, so the rules are
gone through until they join no more. Pet names by rule (pet_names.py) stand before the same surname or alone. Married
names are joined by married.py. Two forms that stand at one meeting are two persons. One name is two persons where a
meeting lists it twice with different offices, and where two organisations hold it by turns.

Over series, persons of one full name and one organisation (or, without organisation, one role) are one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby

from pipeline.link import forms
from pipeline.link.forms import Rule, Words, fold, fullness, name_words
from pipeline.link.married import married, told
from pipeline.link.offices import alike as alike_office
from pipeline.link.offices import plain_office
from pipeline.link.person_groups import (
    KEPT,
    Appearance,
    Group,
    Place,
    agree,
    akin,
    group_of,
    hold_office,
    oppose,
    share_seat,
    spelling,
)
from pipeline.link.pet_names import pet_name_by_rule, said_initials

__all__ = ["Appearance", "Identified", "Person", "link_people"]

_REGULAR = 2  # meetings


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
            name = spelling(group.members)
            persons.setdefault(person_id, Person(person_id, name))
            for member in group.members:
                rule, other = group.why.get(member.attendee_id, ("same", name))
                known = other if other != member.name else None
                found[member.attendee_id] = Identified(person_id, rule, known)
    return list(persons.values()), found


def _identity(series_id: str, group: Group) -> str:
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


def _groups(appearances: Sequence[Appearance]) -> list[Group]:
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
    groups = married(_joined(groups, "married", told))
    groups = _joined(groups, "first_name", _first_name)
    groups = _joined(groups, "nickname", _pet_name_alone)
    return _joined(groups, "surname", _surname)


def _same_spelling(words: Words, members: list[Appearance]) -> list[Group]:
    """One group, or one for each office where two persons have this name."""
    ordered = sorted(members, key=lambda each: (each.meeting_date or date.min, each.attendee_id))
    if not (_namesakes(ordered) or _by_turns(ordered)):
        return [group_of(words, ordered)]
    groups: list[Group] = []
    for each in sorted(ordered, key=lambda each: not (each.role or each.organisation)):
        one = group_of(words, [each])
        fitting = next((g for g in groups if agree(g, one)), None)
        if fitting is not None:
            fitting.absorb(one, "same")
        else:
            groups.append(one)
    return groups


def _namesakes(members: Iterable[Appearance]) -> bool:
    """Whether one meeting lists the name twice with different offices."""
    at: dict[Place, list[Group]] = defaultdict(list)
    for each in members:
        if each.meeting_date is not None and (each.role or each.organisation):
            at[each.series_id, each.meeting_date].append(group_of((), [each]))
    return any(
        not agree(one, other)
        for present in at.values()
        for index, one in enumerate(present)
        for other in present[index + 1 :]
    )


def _by_turns(members: Sequence[Appearance]) -> bool:
    """Whether the name comes with one organisation, then another, then the first again.

    A person who changes office goes from one to the other once. Who chairs, or keeps the minutes, all the time is one.
    """
    told = [each for each in members if each.organisation and each.meeting_date]
    if told and told[0].function in KEPT and len({each.function for each in told}) == 1:
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


def _read_alike(one: Group, other: Group) -> bool:
    if one.words == other.words:  # of one name, told apart before
        return not oppose(one, other, whole=True)
    opposed = oppose(one, other) and hold_office(one) and hold_office(other)
    return forms.read_alike(one.words, other.words) and not opposed


_Alike = Callable[[Group, Group], bool]
_RULES: tuple[tuple[Rule, _Alike], ...] = (
    ("slip", _read_alike),
    ("slip", lambda one, other: _a_letter_apart(one, other)),
    ("slip", lambda one, other: _spelled_abroad(one, other)),
    ("turned", lambda one, other: forms.turned(one.words, other.words)),
    ("part", lambda one, other: _part(one, other)),
    ("nickname", lambda one, other: forms.nickname_of(one.words, other.words) and not oppose(one, other)),
    ("nickname", lambda one, other: forms.pet_name_of(one.words, other.words) and share_seat(one, other)),
    ("nickname", lambda one, other: forms.contracted(one.words, other.words) and not oppose(one, other)),
    ("nickname", lambda one, other: _by_name(one, other)),
    ("nickname", lambda one, other: _pet_name(one, other)),
    ("initials", lambda one, other: forms.initials_of(one.words, other.words)),
    ("initials", lambda one, other: forms.only_initials_of(one.words, other.words) and not oppose(one, other)),
)  # fmt: skip


def _a_letter_apart(one: Group, other: Group) -> bool:
    """Of two usual surnames a letter may be the difference ("Lindberg", "Lundberg"); two first names are two people."""
    if forms.misspelled_first_name(one.words, other.words):
        return not oppose(one, other)
    if not forms.a_letter_apart(one.words, other.words):
        return False
    if forms.both_usual(one.words, other.words):
        return bool(one.roles & other.roles and one.organisations & other.organisations)
    return agree(one, other) or (one.words[0] == other.words[0] and not oppose(one, other))


def _spelled_abroad(one: Group, other: Group) -> bool:
    return (
        agree(one, other)
        and forms.spelled_abroad(one.words, other.words)
        and not forms.both_usual(one.words, other.words)
    )


def _pet_name(one: Group, other: Group) -> bool:
    """A pet name before the same surname."""
    return min(len(one.words), len(other.words)) > 1 and (
        (_pet_name_of(one, other) and not oppose(one, other))
        or (
            share_seat(one, other)
            and (
                pet_name_by_rule(one.words, other.words, known=True)
                or forms.nickname_of_second(one.words, other.words)
            )
        )
    )


def _pet_name_alone(one: Group, other: Group) -> bool:
    return (
        min(len(one.words), len(other.words)) == 1
        and _pet_name_of(one, other)
        and not oppose(one, other)
    )


def _pet_name_of(one: Group, other: Group) -> bool:
    return said_initials(one.words, other.words) or pet_name_by_rule(one.words, other.words)


def _part(one: Group, other: Group) -> bool:
    """A part of the name; a part of the first name not where their offices tell two persons."""
    if forms.part_of(one.words, other.words):
        return not (forms.leaves_a_first_name(one.words, other.words) and oppose(one, other))
    return forms.later_part_of(one.words, other.words) and not oppose(one, other)


def _by_name(one: Group, other: Group) -> bool:
    """A first name told apart by the office: "Kyrk-Siv" for "Siv Ek" of "Ekmo kyrka"."""
    apart = forms.told_apart_by(one.words, other.words)
    return bool(apart) and any(
        word.startswith(apart) for each in other.offices for word in each.split()
    )


def _first_name(one: Group, other: Group) -> bool:
    if _fullness(other) == 1 and one.words != other.words[: len(one.words)]:
        return False  # "Maria" and "Mari-Ann"
    return forms.first_name_of(one.words, other.words) and not oppose(one, other)


def _surname(one: Group, other: Group) -> bool:
    return forms.surname_of(one.words, other.words) and not oppose(one, other)


def _joined(groups: list[Group], rule: Rule, alike: _Alike) -> list[Group]:
    """Each form joined to the one other form that it can mean, if there is one; short ones to fuller."""
    ordered = sorted(
        groups, key=lambda group: (-_fullness(group), -len(group.members), group.words)
    )
    full: list[Group] = []
    for group in ordered:
        fitting = [
            other
            for other in full
            if not group.meetings & other.meetings
            and any(alike(one, each) for one in group.forms() for each in other.forms())
        ]
        if len(fitting) > 1:
            agreed = [other for other in fitting if agree(group, other)]
            fitting = agreed or [other for other in fitting if akin(group, other)]
        if len(fitting) == 1:
            fitting[0].absorb(group, rule)
        else:
            full.append(group)
    return sorted(full, key=lambda group: (group.words, group.members[0].attendee_id))


def _fullness(group: Group) -> int:
    """How full the name is; "Inga-Lill" is one word."""
    return 1 if len(group.members[0].name.split()) == 1 else fullness(group.words)
