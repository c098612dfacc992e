"""Who is who over many meetings: the attendees that are one person.

Within a series, names are joined where they are written alike (case, hyphens, å/ä/ö lost in a scan),
where one has initials ("P-O Hallin", "C. Rönn") or a part of a double name ("Maria Ek" for "Maria
Sjöstrand-Ek"), and where a letter was read wrong and role or organisation agrees. A short form that
could be two people's is joined by role or organisation, or not at all. Two forms that stand at one
meeting are two persons, and so is one name that stands there twice with different offices.

Over series, persons of one full name and one organisation (or, without organisation, one role) are one.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from rapidfuzz.distance import Levenshtein

_MISREAD = 1  # letters of a word that a scan may have got wrong
_MISREAD_FROM = 5  # shortest word, in letters, that is forgiven one
_ACTING = frozenset({"tf", "tf.", "t.f.", "vik", "vik.", "vikarierande", "tillforordnad"})
_MEETING = tuple[str | None, date]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One attendee record of one meeting."""

    attendee_id: str
    series_id: str | None
    meeting_date: date | None
    name: str
    role: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `name` is the fullest spelling met."""

    person_id: str
    name: str


@dataclass(slots=True)
class _Group:
    """Appearances that are one person's; `words` are the name at its fullest."""

    words: tuple[str, ...]
    members: list[Appearance]
    meetings: set[_MEETING]
    offices: set[str]

    def absorb(self, other: "_Group") -> None:
        self.members += other.members
        self.meetings |= other.meetings
        self.offices |= other.offices


def link_people(appearances: Sequence[Appearance]) -> tuple[list[Person], dict[str, str]]:
    """The persons, and the person of each attendee id.

    A person's id follows from name and organisation (or series), so it is the same however many
    series are linked at once. Time grows with the number of appearances, and with the square of
    the number of differing names in one series.
    """
    by_series: dict[str, list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_series[each.series_id or ""].append(each)
    persons: dict[str, Person] = {}
    person_of: dict[str, str] = {}
    for series_id in sorted(by_series):
        taken: Counter[str] = Counter()
        for group in _groups(by_series[series_id]):
            key = _identity(series_id, group)
            taken[key] += 1
            if taken[key] > 1:
                key = f"{key}|{series_id}|{taken[key]}"
            person_id = sha256(key.encode()).hexdigest()[:16]
            persons.setdefault(person_id, Person(person_id, _spelling(group)))
            for member in group.members:
                person_of[member.attendee_id] = person_id
    return list(persons.values()), person_of


def _identity(series_id: str, group: _Group) -> str:
    name = " ".join(group.words)
    full = len(group.words) > 1 and len(group.words[0]) > 1
    for offices in (
        Counter(_fold(each.organisation) for each in group.members if each.organisation),
        Counter(_office(each.role) for each in group.members if each.role),
    ):
        if full and offices:
            most = max(offices.values())
            return f"{name}|{min(office for office in offices if offices[office] == most)}"
    return f"{name}|{series_id}|"


def _spelling(group: _Group) -> str:
    """The most frequent of the spellings that are as full as the fullest."""
    spellings = Counter(" ".join(member.name.split()) for member in group.members)
    return min(spellings, key=lambda name: (-_fullness(_words(name)), -spellings[name], name))


def _groups(appearances: Sequence[Appearance]) -> list[_Group]:
    """The persons of one series, in order of name."""
    by_name: dict[tuple[str, ...], list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_name[_words(each.name)].append(each)
    groups = [group for words in sorted(by_name) for group in _same_spelling(words, by_name[words])]
    for alike in (_misread, _shortened):
        groups = _joined(groups, alike)
    return groups


def _same_spelling(words: tuple[str, ...], members: list[Appearance]) -> list[_Group]:
    """One group, or one for each office where a meeting shows two persons of this name."""
    ordered = sorted(members, key=lambda each: (each.meeting_date or date.min, each.attendee_id))
    whole = _group(words, ordered)
    if not _namesakes(ordered):
        return [whole]
    groups: list[_Group] = []
    for each in sorted(ordered, key=lambda each: not _offices(each)):
        one = _group(words, [each])
        fitting = [group for group in groups if group.offices & one.offices]
        if fitting:
            fitting[0].absorb(one)
        else:
            groups.append(one)
    return groups


def _namesakes(members: Iterable[Appearance]) -> bool:
    """Whether one meeting lists the name twice with different offices."""
    at: dict[_MEETING, list[Appearance]] = defaultdict(list)
    for each in members:
        if each.meeting_date is not None:
            at[each.series_id, each.meeting_date].append(each)
    return any(
        _offices(one) and _offices(other) and not _offices(one) & _offices(other)
        for present in at.values()
        for index, one in enumerate(present)
        for other in present[index + 1 :]
    )


def _group(words: tuple[str, ...], members: list[Appearance]) -> _Group:
    meetings = {
        (each.series_id, each.meeting_date) for each in members if each.meeting_date is not None
    }
    return _Group(words, list(members), meetings, {o for each in members for o in _offices(each)})


def _joined(groups: list[_Group], alike: Callable[[_Group, _Group], bool]) -> list[_Group]:
    """Each shorter form joined to the one fuller form that it can mean, if there is one."""
    by_letter: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        by_letter[group.words[0][:1] if group.words else ""].append(group)
    kept: list[_Group] = []
    for _, block in sorted(by_letter.items()):
        block.sort(key=lambda group: (-_fullness(group.words), -len(group.members), group.words))
        full: list[_Group] = []
        for group in block:
            fitting = [
                other
                for other in full
                if alike(group, other) and not group.meetings & other.meetings
            ]
            if len(fitting) > 1:
                fitting = [other for other in fitting if group.offices & other.offices]
            if len(fitting) == 1:
                fitting[0].absorb(group)
            else:
                full.append(group)
        kept += full
    return sorted(kept, key=lambda group: (group.words, group.members[0].attendee_id))


def _misread(one: _Group, other: _Group) -> bool:
    """Names a letter apart in one long word, of people who share role or organisation."""
    if len(one.words) != len(other.words) or not one.offices & other.offices:
        return False
    apart = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    return len(apart) == 1 and all(
        min(len(a), len(b)) >= _MISREAD_FROM
        and Levenshtein.distance(a, b, score_cutoff=_MISREAD) <= _MISREAD
        for a, b in apart
    )


def _shortened(short: _Group, full: _Group) -> bool:
    """Initials for first names, or a part of a double name; a first name alone by its office."""
    if not short.words or len(short.words) > len(full.words):
        return False
    if len(short.words) == 1:
        return short.words[0] == full.words[0] and bool(short.offices & full.offices)
    if len(short.words[-1]) == 1 or short.words[-1] not in full.words[1:]:
        return False
    rest = iter(full.words)
    return all(
        any(word == each or (len(word) == 1 and each.startswith(word)) for each in rest)
        for word in short.words
    )


def _words(name: str) -> tuple[str, ...]:
    """A name's words in small ASCII letters; hyphens and full stops part them."""
    return tuple(re.findall(r"[^\W_]+", re.sub(r"[\"”“'’]", "", _fold(name))))


def _fullness(words: tuple[str, ...]) -> int:
    """How many words are more than an initial."""
    return sum(len(word) > 1 for word in words)


def _offices(each: Appearance) -> set[str]:
    """What may be compared of role and organisation."""
    return {office for office in (_office(each.role), _fold(each.organisation)) if office}


def _office(role: str | None) -> str:
    """A role without what says that it is held for a time."""
    return " ".join(word for word in _fold(role).split() if word not in _ACTING)


def _fold(text: str | None) -> str:
    """Small letters without accents, white space folded."""
    plain = unicodedata.normalize("NFKD", (text or "").casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
