"""One document's score: for every field, how many values were expected, found and matched.

How matches are made
--------------------
meetings         an expected meeting takes the found one of the same date (of several, the one of the
                 same kind), else the one at the same place in the document where that is free
head fields      a value that stands on one side only is expected or found, never matched. Exact: equal
                 after folding (white space, outer punctuation, case). Lenient: token-sort ratio of at
                 least 80; dates and clock times are equal or not. A council matches with or without
                 its bracketed abbreviation, an area with or without "kommun"
attendees        paired by name, likest first. Exact: the same folded name. Lenient: token-sort
                 ratio of at least 85
attendee_*       on the pairs. affiliation is role, organisation and party together; exact: the three
                 equal one by one; lenient: alike when strung together. Null on both sides is no item
sections         paired by number and title. Exact: both equal. Lenient: the number (not null) equal or
                 the titles alike
priority_areas   paired by name. Exact: name and kind equal. Lenient: names alike
actions          formalities left out. Paired by text, likest first, one to one: at least 75 by partial
                 ratio or token set ratio, so a clause may stand for its sentence. Exact: the same folded text
action_*         on the pairs; due is the date and, where there is none, the words (lenient: one a part of the
                 other). Null on both sides is no item
formalities      as actions, among themselves
follow_ups       as actions; follow_up_outcome on the pairs
problems         Exact: (section, problem, polarity) equal, the section by its pair. Lenient: problem and
                 polarity, one to one, in whatever section of the meeting
evidence         facts found, of which every quote stands literally at its span and at least one
                 does; a head field needs a quote filed under its name
record           one a meeting: every field above but formalities and evidence without a miss or a
                 false find (exact, lenient)

What truth marks optional takes a found value that nothing else took, and neither counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from models.document import Document
from models.evidence import Evidence
from models.meeting import Action, Attendee, FollowUp, Meeting, NextMeeting, Protocol, Section
from models.problem import ProblemMention
from pipeline.evaluate import match
from pipeline.evaluate.truth import (
    TrueAction,
    TrueAttendee,
    TrueFollowUp,
    TrueMeeting,
    TrueProblem,
    TrueSection,
    Truth,
)

_HEAD = (
    "kind",
    "council",
    "area",
    "meeting_date",
    "start_time",
    "end_time",
    "place",
    "registration_number",
)
_NEXT = ("meeting_date", "start_time", "end_time", "place")
_BESIDE_THE_RECORD = {"formalities", "evidence"}

One = TypeVar("One", TrueAction, TrueFollowUp)
Two = TypeVar("Two", Action, FollowUp)


@dataclass(frozen=True, slots=True)
class Counts:
    """Values of one field. `exact` and `lenient` are how many were matched."""

    expected: int = 0
    found: int = 0
    exact: int = 0
    lenient: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.expected + other.expected,
            self.found + other.found,
            self.exact + other.exact,
            self.lenient + other.lenient,
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What was expected (null: nothing) and what was found in its stead (null: nothing)."""

    field: str
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class FieldScore:
    field: str
    counts: Counts
    differences: tuple[Difference, ...] = ()


def score_document(truth: Truth, protocol: Protocol | None) -> tuple[FieldScore, ...]:
    """All fields of one document. A protocol that could not be read (null) has found nothing."""
    meetings = protocol.meetings if protocol else ()
    paired = _pair_meetings(truth.meetings, meetings)
    dated = sum(1 for one, two in paired if one and two and one.meeting_date == two.meeting_date)
    scores = [
        _field("meetings", Counts(len(truth.meetings), len(meetings), dated, dated)),
    ]
    for one, two in paired:
        if one is None:
            continue
        fields = list(_score_meeting(one, two))
        scores += fields
        scores.append(_record(fields, two))
    if protocol:
        scores += [_evidence(protocol.document, meeting) for meeting in meetings]
    return tuple(_merged(scores))


def _merged(scores: Iterable[FieldScore]) -> Iterator[FieldScore]:
    merged: dict[str, FieldScore] = {}
    for score in scores:
        before = merged.get(score.field, FieldScore(score.field, Counts()))
        merged[score.field] = replace(
            before,
            counts=before.counts + score.counts,
            differences=before.differences + score.differences,
        )
    yield from merged.values()


def _field(
    field: str, counts: Counts, differences: Iterable[tuple[object, object]] = ()
) -> FieldScore:
    return FieldScore(
        field,
        counts,
        tuple(Difference(field, _shown(one), _shown(two)) for one, two in differences),
    )


def _shown(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _pair_meetings(
    expected: Sequence[TrueMeeting], found: Sequence[Meeting]
) -> list[tuple[TrueMeeting | None, Meeting | None]]:
    places = list(range(len(found)))

    def likeness(one: int, two: int) -> float:
        same = expected[one].meeting_date == found[two].meeting_date
        return 4.0 * same + 2.0 * (one == two) + (expected[one].kind == found[two].kind) * same

    taken = dict(match.pairs(range(len(expected)), places, likeness))
    paired: list[tuple[TrueMeeting | None, Meeting | None]] = [
        (one, found[taken[at]] if at in taken else None) for at, one in enumerate(expected)
    ]
    return paired + [(None, found[at]) for at in places if at not in taken.values()]


def _score_meeting(truth: TrueMeeting, meeting: Meeting | None) -> Iterator[FieldScore]:
    for field in _HEAD:
        fold = {"council": match.council, "area": match.area}.get(field, match.fold)
        strict = field not in {"council", "area", "place"}
        yield _value(field, getattr(truth, field), getattr(meeting, field, None), fold, strict)
    coming: NextMeeting | None = meeting.next_meeting if meeting else None
    for field in _NEXT:
        one = getattr(truth.next_meeting, field)
        yield _value(f"next_{field}", one, getattr(coming, field, None), strict=field != "place")
    yield from _attendees(truth.attendees, meeting.attendees if meeting else ())
    sections = meeting.sections if meeting else ()
    taken = _pair_sections(truth.sections, sections)
    yield _sections(truth.sections, sections, taken)
    yield _priority_areas(truth, meeting)
    yield from _actions(truth.actions, meeting.actions if meeting else ())
    yield from _follow_ups(truth.follow_ups, meeting.follow_ups if meeting else ())
    ordinals = {two + 1: one + 1 for one, two in taken}
    yield _problems(truth.problems, meeting.problem_mentions if meeting else (), ordinals)


def _value(
    field: str,
    expected: object,
    found: object,
    fold: Callable[[object], str] = match.fold,
    strict: bool = False,
) -> FieldScore:
    one, two = fold(expected), fold(found)
    exact = bool(one) and one == two
    lenient = exact or (not strict and bool(one) and bool(two) and match.alike(one, two))
    counts = Counts(bool(one), bool(two), exact, lenient)
    return _field(field, counts, [] if one == two else [(expected, found)])


def _attendees(expected: Sequence[TrueAttendee], found: Sequence[Attendee]) -> Iterator[FieldScore]:
    taken = match.pairs(
        expected,
        found,
        lambda one, two: match.name_likeness(match.fold(one.name), match.fold(two.name)),
    )
    exact = sum(match.fold(expected[one].name) == match.fold(found[two].name) for one, two in taken)
    yield _field(
        "attendees",
        Counts(len(expected), len(found), exact, len(taken)),
        _unpaired([one.name for one in expected], [two.name for two in found], taken),
    )
    for at, other in taken:
        one, two = expected[at], found[other]
        for field in ("status", "function"):
            yield _value(f"attendee_{field}", getattr(one, field), getattr(two, field), strict=True)
        yield _affiliation(one, two)


def _affiliation(one: TrueAttendee, two: Attendee) -> FieldScore:
    expected, found = (
        [match.fold(value) for value in (who.role, who.organisation, who.party)]
        for who in (one, two)
    )
    strung = [" ".join(filter(None, values)) for values in (expected, found)]
    exact = expected == found and any(expected)
    lenient = bool(strung[0]) and bool(strung[1]) and match.alike(strung[0], strung[1])
    return _field(
        "attendee_affiliation",
        Counts(any(expected), any(found), exact, exact or lenient),
        [] if expected == found else [(_three(one), _three(two))],
    )


def _three(who: TrueAttendee | Attendee) -> str:
    return f"{who.name}: {who.role or '–'} | {who.organisation or '–'} | {who.party or '–'}"


def _pair_sections(
    expected: Sequence[TrueSection], found: Sequence[Section]
) -> list[tuple[int, int]]:
    def likeness(one: TrueSection, two: Section) -> float:
        number = bool(one.number) and match.fold(one.number) == match.fold(two.number)
        titles = (match.fold(one.title), match.fold(two.title))
        alike = all(titles) and match.alike(*titles)
        return 2.0 * alike + number + (titles[0] == titles[1]) * (number or alike)

    return match.pairs(expected, found, likeness)


def _sections(
    expected: Sequence[TrueSection], found: Sequence[Section], taken: Sequence[tuple[int, int]]
) -> FieldScore:
    exact = sum(
        match.fold(expected[one].number) == match.fold(found[two].number)
        and match.fold(expected[one].title) == match.fold(found[two].title)
        for one, two in taken
    )
    unlike = [
        (_heading(expected[one]), _heading(found[two]))
        for one, two in taken
        if match.fold(_heading(expected[one])) != match.fold(_heading(found[two]))
    ]
    left = _unpaired([_heading(one) for one in expected], [_heading(two) for two in found], taken)
    return _field(
        "sections", Counts(len(expected), len(found), exact, len(taken)), [*unlike, *left]
    )


def _heading(section: TrueSection | Section) -> str:
    return f"{section.number or '–'} {section.title or '–'}"


def _priority_areas(truth: TrueMeeting, meeting: Meeting | None) -> FieldScore:
    expected, found = truth.priority_areas, meeting.priority_areas if meeting else ()
    taken = match.pairs(
        expected, found, lambda one, two: _alike(match.fold(one.name), match.fold(two.name))
    )
    exact = sum(
        match.fold(expected[one].name) == match.fold(found[two].name)
        and expected[one].area_kind == found[two].area_kind
        for one, two in taken
    )
    names = [f"{one.name} ({one.area_kind})" for one in expected]
    others = [f"{two.name} ({two.area_kind})" for two in found]
    unlike = [(names[one], others[two]) for one, two in taken if names[one] != others[two]]
    return _field(
        "priority_areas",
        Counts(len(expected), len(found), exact, len(taken)),
        [*unlike, *_unpaired(names, others, taken)],
    )


def _alike(one: str, two: str) -> float:
    return 1.0 * match.alike(one, two) + (one == two)


def _actions(expected: Sequence[TrueAction], found: Sequence[Action]) -> Iterator[FieldScore]:
    for field, formal in (("actions", False), ("formalities", True)):
        ones = [one for one in expected if (one.kind == "formality") == formal]
        twos = [two for two in found if (two.kind == "formality") == formal]
        score, taken = _statements(field, ones, twos)
        yield score
        if formal:
            continue
        for one, two in taken:
            yield _value("action_kind", one.kind, two.kind, strict=True)
            yield _value("action_owner", one.owner, two.owner)
            yield _value("action_owner_person", one.owner_person, two.owner_person)
            yield _due(one, two)


def _due(one: TrueAction, two: Action) -> FieldScore:
    if one.due or two.due:
        return _value("action_due", one.due or one.due_text, two.due or two.due_text, strict=True)
    score = _value("action_due", one.due_text, two.due_text)
    part = match.text_likeness(match.fold(one.due_text), match.fold(two.due_text)) > 0
    return replace(score, counts=replace(score.counts, lenient=score.counts.lenient or part))


def _follow_ups(
    expected: Sequence[TrueFollowUp], found: Sequence[FollowUp]
) -> Iterator[FieldScore]:
    score, taken = _statements("follow_ups", expected, found)
    yield score
    for one, two in taken:
        yield _value("follow_up_outcome", one.outcome, two.outcome, strict=True)


def _statements(
    field: str, expected: Sequence[One], found: Sequence[Two]
) -> tuple[FieldScore, list[tuple[One, Two]]]:
    """The score of statements paired by text, and the pairs."""
    required = [one for one in expected if not one.optional]
    taken = match.pairs(required, found, _likeness)
    left = [two for at, two in enumerate(found) if at not in {other for _, other in taken}]
    spare = match.pairs([one for one in expected if one.optional], left, _likeness)
    wrong = [two for at, two in enumerate(left) if at not in {other for _, other in spare}]
    missed = [one for at, one in enumerate(required) if at not in {other for other, _ in taken}]
    couples = [(required[one], found[two]) for one, two in taken]
    exact = sum(match.fold(one.text) == match.fold(two.text) for one, two in couples)
    counts = Counts(len(required), len(taken) + len(wrong), exact, len(taken))
    differences: list[tuple[object, object]] = [(one.text, None) for one in missed]
    differences += [(None, two.text) for two in wrong]
    return _field(field, counts, differences), couples


def _likeness(one: TrueAction | TrueFollowUp, two: Action | FollowUp) -> float:
    return match.text_likeness(match.fold(one.text), match.fold(two.text))


def _problems(
    expected: Sequence[TrueProblem], found: Sequence[ProblemMention], ordinals: Mapping[int, int]
) -> FieldScore:
    """`ordinals`: the expected section of a found one; 0 stands for a section that is none."""
    keys = {(one.section or 0, one.problem, one.polarity) for one in expected if not one.optional}
    either = {(one.section or 0, one.problem, one.polarity) for one in expected if one.optional}
    others = {(ordinals.get(two.section or 0, 0), two.problem, two.polarity) for two in found} - (
        either - keys
    )
    exact = len(keys & others)
    left = Counter(key[1:] for key in keys - others) & Counter(key[1:] for key in others - keys)
    counts = Counts(len(keys), len(others), exact, exact + left.total())
    return _field(
        "problems",
        counts,
        [(_spelt(key), None) for key in sorted(keys - others)]
        + [(None, _spelt(key)) for key in sorted(others - keys)],
    )


def _spelt(key: tuple[int, str, str]) -> str:
    return f"punkt {key[0] or '–'}: {key[1]} ({key[2]})"


def _unpaired(
    expected: Sequence[object], found: Sequence[object], taken: Sequence[tuple[int, int]]
) -> list[tuple[object, object]]:
    used = ({one for one, _ in taken}, {two for _, two in taken})
    missed: list[tuple[object, object]] = [
        (one, None) for at, one in enumerate(expected) if at not in used[0]
    ]
    return missed + [(None, two) for at, two in enumerate(found) if at not in used[1]]


def _record(fields: Sequence[FieldScore], meeting: Meeting | None) -> FieldScore:
    judged = [score.counts for score in fields if score.field not in _BESIDE_THE_RECORD]
    exact = all(counts.expected == counts.found == counts.exact for counts in judged)
    lenient = all(counts.expected == counts.found == counts.lenient for counts in judged)
    found = meeting is not None
    return FieldScore("record", Counts(1, found, found and exact, found and lenient))


def _evidence(document: Document, meeting: Meeting) -> FieldScore:
    literal = [
        (what, bool(quotes) and all(document.text[e.start : e.end] == e.quote for e in quotes))
        for what, quotes in _facts(meeting)
    ]
    good = sum(stands for _, stands in literal)
    counts = Counts(len(literal), len(literal), good, good)
    return _field("evidence", counts, [(what, None) for what, stands in literal if not stands])


def _facts(meeting: Meeting) -> Iterator[tuple[str, Sequence[Evidence]]]:
    """Every fact of the meeting, in words, with its quotes."""
    filed = {evidence.field for evidence in meeting.evidence}
    for field in _HEAD[1:]:
        value = getattr(meeting, field)
        if value is not None and field not in filed:
            yield f"{field} {value}", ()
    for evidence in meeting.evidence:
        yield f"{evidence.field} {evidence.quote}", (evidence,)
    if meeting.next_meeting:
        yield "next_meeting", meeting.next_meeting.evidence
    for facts in (
        meeting.attendees,
        meeting.sections,
        meeting.priority_areas,
        meeting.actions,
        meeting.follow_ups,
        meeting.problem_mentions,
        meeting.attachments,
        meeting.contacts,
    ):
        for fact in facts:
            yield repr(fact)[:100], fact.evidence
