"""Scores of what is told over the meetings of a series.

states_of_truth  the labelled actions' states, from labelled actions and follow-ups linked by the pipeline
states           the same from the documents' own words: the action must have been found in its document
                 (paired by text as in score.py), and its state be the labelled one
persons_joined   expected are, of each labelled person, the forms of the name beyond the first; right is a
                 form that is joined to the person's most frequent identity. A person met in the identity of
                 another is a false find
missing          the days without a protocol; a gap without a day is right where it lies between the two days
recurrence       expected are the problems that a labelled protocol mentions as present; right where the
                 number of protocols that do is exact (what truth marks optional may count or not)

A labelled action's state follows from the labelled follow-ups by the guide's rule, unless the series' truth
file states it. Persons and missing protocols need that file (truth.py); formalities have no state that
counts. Exact and lenient are the same. Series of one protocol are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.meeting import Meeting
from pipeline.evaluate import match
from pipeline.evaluate.counts import Counts, Difference, FieldScore, differ, field_score
from pipeline.evaluate.links import (
    Case,
    action_rows,
    appearances,
    follow_up_rows,
    named_actions,
)
from pipeline.evaluate.truth import SeriesTruth, TrueMeeting, TruePerson
from pipeline.link.forms import name_words
from pipeline.link.gaps import Gap, HeldRow, Items, SignRow, gaps
from pipeline.link.ledger import Ledger, ledger
from pipeline.link.people import Appearance, Identified, link_people
from pipeline.link.rows import PROTOCOLS, Link, MeetingRow
from pipeline.link.series import series_key


@dataclass(frozen=True, slots=True)
class SeriesCase:
    """Documents that are one series, and its own truth file's content, if there is one."""

    name: str
    split: str
    cases: tuple[Case, ...]
    truth: SeriesTruth | None


def by_series(cases: Sequence[Case], files: Iterable[tuple[str, SeriesTruth]]) -> list[SeriesCase]:
    """The series of a folder: those of truth files (by path), the others by labelled council and area."""
    found: list[SeriesCase] = []
    left = list(cases)
    for path, truth in files:
        own = tuple(case for case in left if truth.holds(case.stem))
        left = [case for case in left if case not in own]
        found.append(SeriesCase(path, truth.split, own, truth))
    named: dict[str, list[Case]] = defaultdict(list)
    for case in left:
        if not case.truth.meetings:  # it is labelled as none
            continue
        first = case.truth.meetings[0]
        key = series_key(first.council, first.area)
        if key and "-" in key:  # a body without its area is no series
            named[key].append(case)
    for key, own_cases in sorted(named.items()):
        splits = {case.truth.split for case in own_cases}
        split = "unseen" if "unseen" in splits else "dev"
        found.append(SeriesCase(f"serie {key}", split, tuple(own_cases), None))
    return [each for each in found if _protocols(each.cases) > 1]


def _protocols(cases: Sequence[Case]) -> int:
    return sum(meeting.kind in PROTOCOLS for case in cases for meeting in case.truth.meetings)


def score_series(series: SeriesCase) -> tuple[FieldScore, ...]:
    """The fields of one series."""
    true = [
        (f"{case.stem}-{at}", meeting)
        for case in series.cases
        for at, meeting in enumerate(case.truth.meetings, 1)
    ]
    found = [
        (f"{case.stem}-{at}", meeting)
        for case in series.cases
        for at, meeting in enumerate(case.protocol.meetings if case.protocol else (), 1)
    ]
    scores = [*_states(series, true, found), _recurrence(true, found)]
    if series.truth is not None and series.truth.persons:
        scores.append(_persons(series.truth.persons, found))
    if series.truth is not None and series.truth.missing is not None:
        scores.append(_missing(series.truth, found))
    return tuple(scores)


def _ledger(
    meetings: Sequence[tuple[str, TrueMeeting | Meeting]], known: Mapping[str, Link] | None = None
) -> Ledger:
    return ledger(
        [MeetingRow(meeting_id, each.meeting_date, each.kind) for meeting_id, each in meetings],
        named_actions(meetings),
        [row for meeting_id, each in meetings for row in follow_up_rows(meeting_id, each)],
        known,
    )


def _true_links(true: Sequence[tuple[str, TrueMeeting]]) -> dict[str, Link]:
    at = {
        (meeting_id.rpartition("-")[0], row.text): row.action_id
        for meeting_id, meeting in true
        for row in action_rows(meeting_id, meeting)
    }
    links: dict[str, Link] = {}
    for meeting_id, meeting in true:
        for nth, one in enumerate(meeting.follow_ups):
            action = at.get((one.action.document, one.action.text)) if one.action else None
            if action is not None:
                links[f"{meeting_id}/{nth}"] = Link(action, 1.0)
    return links


def _states(
    series: SeriesCase,
    true: Sequence[tuple[str, TrueMeeting]],
    found: Sequence[tuple[str, Meeting]],
) -> Iterator[FieldScore]:
    known = dict(_ledger(true, _true_links(true)).states)
    told = {(one.document, one.text): one.state for one in (series.truth.states if series.truth else ())}  # fmt: skip
    asked: list[tuple[str, str, str]] = []  # action, text, state
    for meeting_id, meeting in true:
        stem = meeting_id.rpartition("-")[0]
        for at, one in enumerate(meeting.actions):
            if one.kind != "formality" and not one.optional:
                action_id = f"{meeting_id}/{at}"
                state = told.get((stem, one.text), known[action_id])
                asked.append((action_id, one.text, state))
    linked = _ledger(true).states
    yield _judged("states_of_truth", asked, {key: linked[key] for key, _, _ in asked})
    yield _judged("states", asked, _paired(true, found, _ledger(found).states))


def _paired(
    true: Sequence[tuple[str, TrueMeeting]],
    found: Sequence[tuple[str, Meeting]],
    states: Mapping[str, str],
) -> dict[str, str]:
    """The found state of each labelled action that was found, by the labelled one's id."""
    read = dict(found)
    paired: dict[str, str] = {}
    for meeting_id, meeting in true:
        other = read.get(meeting_id)
        actions = other.actions if other is not None else ()
        taken = match.pairs(
            meeting.actions,
            actions,
            lambda one, two: match.text_likeness(match.fold(one.text), match.fold(two.text)),
        )
        for one, two in taken:
            paired[f"{meeting_id}/{one}"] = states[f"{meeting_id}/{two}"]
    return paired


def _judged(
    field: str, asked: Sequence[tuple[str, str, str]], states: Mapping[str, str]
) -> FieldScore:
    right = sum(states.get(action_id) == state for action_id, _, state in asked)
    made = sum(action_id in states for action_id, _, _ in asked)
    wrong = [
        differ(field, f"{text}: {state}", states.get(action_id), text)
        for action_id, text, state in asked
        if states.get(action_id) != state
    ]
    return field_score(field, Counts(len(asked), made, right, right), wrong)


def _persons(persons: Sequence[TruePerson], found: Sequence[tuple[str, Meeting]]) -> FieldScore:
    listed = appearances(found)
    _, identity = link_people(listed)
    met: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    holders: dict[str, set[int]] = defaultdict(set)
    for each in listed:
        person = _person(persons, each)
        if person is not None:
            identified: Identified = identity[each.attendee_id]
            met[person][" ".join(name_words(each.name))][identified.person_id] += 1
            holders[identified.person_id].add(person)
    expected = made = right = 0
    differences: list[Difference] = []
    for at, forms in met.items():
        whole = sum(forms.values(), Counter[str]())
        main = max(whole, key=lambda key: (whole[key], key))
        joined = sum(set(ids) == {main} for ids in forms.values())
        expected += len(forms) - 1
        right += max(0, joined - 1)
        made += max(0, joined - 1)
        if joined < len(forms):
            differences.append(differ("persons_joined", ", ".join(persons[at].names), None, persons[at].names[0]))  # fmt: skip
    for people in holders.values():
        made += len(people) - 1
        if len(people) > 1:
            names = " | ".join(persons[at].names[0] for at in sorted(people))
            differences.append(differ("persons_joined", None, names, names))
    return field_score("persons_joined", Counts(expected, made, right, right), differences)


def _person(persons: Sequence[TruePerson], each: Appearance) -> int | None:
    """The labelled person that an appearance is of, by name and, where several have it, by office."""
    named = [
        at
        for at, one in enumerate(persons)
        if any(name_words(name) == name_words(each.name) for name in one.names)
    ]
    if len(named) > 1:
        offices = {match.fold(each.role), match.fold(each.organisation)} - {""}
        named = [at for at in named if offices & set(map(match.fold, persons[at].offices))]
    return named[0] if len(named) == 1 else None


def _missing(truth: SeriesTruth, found: Sequence[tuple[str, Meeting]]) -> FieldScore:
    told = gaps([_held(*each) for each in found], _signs(found))
    left = list(told)
    wanted = truth.missing or ()
    right = 0
    differences: list[Difference] = []
    for one in wanted:
        hit = next((gap for gap in left if _meant(one.meeting_date, one.after, one.before, gap)), None)  # fmt: skip
        if hit is None:
            day = one.meeting_date or f"mellan {one.after} och {one.before}"
            differences.append(differ("missing", day, None, str(day)))
        else:
            left.remove(hit)
            right += 1
    differences += [
        differ("missing", None, f"{gap.meeting_date or gap.before} ({gap.reason})", "")
        for gap in left
    ]
    return field_score("missing", Counts(len(wanted), len(told), right, right), differences)


def _meant(day: date | None, after: date | None, before: date | None, gap: Gap) -> bool:
    if day is not None:
        return day == gap.meeting_date or (
            gap.meeting_date is None and gap.after < day < gap.before
        )
    inside = gap.meeting_date or gap.after
    return (after or date.min) <= inside and (gap.meeting_date or gap.before) <= (
        before or date.max
    )


def _held(meeting_id: str, meeting: Meeting) -> HeldRow:
    numbers = [
        (f"{meeting_id}-s{at}", int(digits))
        for at, section in enumerate(meeting.sections, 1)
        if (digits := "".join(char for char in section.number or "" if char.isdigit()))
        and len(digits) <= 3
    ]
    items = Items(*numbers[0], max(number for _, number in numbers)) if numbers else None
    return HeldRow(meeting_id, meeting.meeting_date, meeting.kind, items)


def _signs(found: Sequence[tuple[str, Meeting]]) -> list[SignRow]:
    return [
        SignRow(
            f"{meeting_id}-g{at}", meeting_id, sign.sign, sign.meeting_date, sign.last_date, sign.number
        )
        for meeting_id, meeting in found
        for at, sign in enumerate(meeting.signs, 1)
    ]  # fmt: skip


def _recurrence(
    true: Sequence[tuple[str, TrueMeeting]], found: Sequence[tuple[str, Meeting]]
) -> FieldScore:
    sure: dict[str, set[date]] = defaultdict(set)
    either: dict[str, set[date]] = defaultdict(set)
    counted: dict[str, set[date]] = defaultdict(set)
    for _, meeting in true:
        for one in meeting.problems:
            if meeting.kind in PROTOCOLS and meeting.meeting_date and one.polarity == "positive":
                (either if one.optional else sure)[one.problem].add(meeting.meeting_date)
    for _, read in found:
        for two in read.problem_mentions:
            if read.kind in PROTOCOLS and read.meeting_date and two.polarity == "positive":
                counted[two.problem].add(read.meeting_date)
    right = 0
    differences: list[Difference] = []
    for problem, days in sorted(sure.items()):
        most = len(days | either[problem])
        if len(days) <= len(counted[problem]) <= most:
            right += 1
        else:
            told = f"{problem}: {len(days)}", f"{problem}: {len(counted[problem])}"
            differences.append(differ("recurrence", *told, problem))
    vain = [key for key, days in counted.items() if days and key not in sure and not either[key]]
    differences += [differ("recurrence", None, key, key) for key in sorted(vain)]
    made = len(vain) + sum(bool(counted[problem]) for problem in sure)
    return field_score("recurrence", Counts(len(sure), made, right, right), differences)
