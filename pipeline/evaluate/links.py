"""Scores of the links from follow-ups to the actions they speak of, over all documents of a folder.

links_of_truth   the labelled follow-ups and actions are linked as the pipeline links them: what the
                 linking itself is worth. A link is right where it leads to the labelled action
links            the same from the documents' own words: the follow-up must have been found (paired by
                 text as in score.py) and the action it leads to must be the labelled one, by document
                 and by text

Expected are the follow-ups that name an action of the folder; a link made for any other is a false find.
How a statement is cut is no matter of its link: of the found ones that tell a labelled follow-up, the one that leads to its
action is paired with it, and a further one that is a part of it and leads there as well is not counted (as a
follow-up it is false, see statements.py). A part that leads to another action is a false find.
Exact and lenient are the same. Optional follow-ups are left out of links_of_truth.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.meeting import Action, Attendee, FollowUp, Meeting, PossibleFollowUp, Protocol, Section
from pipeline.evaluate import match
from pipeline.evaluate.counts import Counts, FieldScore, differ, field_score
from pipeline.evaluate.truth import (
    TrueAction,
    TrueAttendee,
    TrueFollowUp,
    TrueMeeting,
    TrueSection,
    Truth,
)
from pipeline.link.doers import with_doers
from pipeline.link.ledger import ledger
from pipeline.link.people import Appearance, link_people
from pipeline.link.rows import ActionRow, FollowUpRow, MeetingRow
from pipeline.link.series import series_key
from pipeline.store.to_link import CONTEXT, CONTEXT_KNOWN, PRONOUNS

_MOST_LIKE = 101.0  # what two texts have in common at most (match.text_likeness)


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its stem, what is true of it and what was read (null where it failed)."""

    stem: str
    truth: Truth
    protocol: Protocol | None


@dataclass(frozen=True, slots=True)
class _Linked:
    """A follow-up's text and the action it was linked to: document and text, wherever the task is given.

    key: its meeting's ordinal and its own place there, as the ids of follow_up_rows have it. outcome: by what the
    action promised.
    """

    key: tuple[int, str]
    text: str
    outcome: str
    action: tuple[tuple[str, str], ...]


def score_links(
    cases: Sequence[Case], series_of: Mapping[str, str] | None = None
) -> dict[str, tuple[FieldScore, ...]]:
    """The two fields for each document, by its stem.

    series_of: the series of documents that a truth file joins; others' follows from council and area.
    """
    joined = series_of or {}
    true = _link([(case.stem, _required(case.truth)) for case in cases], joined)
    found = _link(_read(cases), joined)
    return {
        case.stem: (
            _score("links_of_truth", case, true.get(case.stem, ())),
            _score("links", case, found.get(case.stem, ())),
        )
        for case in cases
    }


def promoted(
    cases: Sequence[Case], series_of: Mapping[str, str] | None = None
) -> dict[str, Protocol | None]:
    """What was read of each document, by its stem, as linking leaves it: with the follow-ups that it finds among
    the possible ones, and the outcomes that it judges."""
    linked = _link(_read(cases), series_of or {})
    return {
        case.stem: case.protocol and _promoted(case.protocol, linked.get(case.stem, ()))
        for case in cases
    }


def _promoted(protocol: Protocol, linked: Sequence[_Linked]) -> Protocol:
    outcomes = {one.key: one.outcome for one in linked}
    meetings = []
    for ordinal, meeting in enumerate(protocol.meetings, 1):
        read = [(str(at), each) for at, each in enumerate(meeting.follow_ups)]
        read += [
            (
                f"q{at}",
                FollowUp(
                    outcome=one.outcome, section=one.section, text=one.text, evidence=one.evidence
                ),
            )
            for at, one in enumerate(meeting.possible_follow_ups)
        ]
        told = [
            each.model_copy(update={"outcome": outcomes[ordinal, key]})
            for key, each in read
            if (ordinal, key) in outcomes
        ]
        meetings.append(meeting.model_copy(update={"follow_ups": tuple(told)}))
    return protocol.model_copy(update={"meetings": tuple(meetings)})


def _read(cases: Sequence[Case]) -> list[tuple[str, Sequence[Meeting]]]:
    return [(case.stem, case.protocol.meetings if case.protocol else ()) for case in cases]


def _required(truth: Truth) -> tuple[TrueMeeting, ...]:
    return tuple(
        meeting.model_copy(
            update={"follow_ups": tuple(one for one in meeting.follow_ups if not one.optional)}
        )
        for meeting in truth.meetings
    )


def _link(
    documents: Iterable[tuple[str, Sequence[TrueMeeting | Meeting]]], joined: Mapping[str, str]
) -> Mapping[str, Sequence[_Linked]]:
    """All follow-ups of each document, linked within their series."""
    held: dict[str | None, list[tuple[str, TrueMeeting | Meeting]]] = defaultdict(list)
    follow_ups: dict[str | None, list[FollowUpRow]] = defaultdict(list)
    meetings_of: dict[str | None, list[MeetingRow]] = defaultdict(list)
    stem_of: dict[str, str] = {}
    for stem, meetings in documents:
        for ordinal, meeting in enumerate(meetings, 1):
            meeting_id = f"{stem}-{ordinal}"
            stem_of[meeting_id] = stem
            series = joined.get(stem) or series_key(meeting.council, meeting.area)
            meetings_of[series].append(MeetingRow(meeting_id, meeting.meeting_date, meeting.kind))
            held[series].append((meeting_id, meeting))
            follow_ups[series] += follow_up_rows(meeting_id, meeting)
    linked: dict[str, list[_Linked]] = defaultdict(list)
    for series, rows in follow_ups.items():
        actions = named_actions(held[series])
        book = ledger(meetings_of[series], actions, rows) if series else None
        known: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for action in actions:
            first = book.carried.get(action.action_id) if book else None
            task = first.action_id if first else action.action_id
            known[task].append((stem_of[action.meeting_id], action.text))
        for row in rows:
            link = book.links.get(row.follow_up_id) if book else None
            if link is None and row.probability is not None:
                continue
            meeting_id, _, place = row.follow_up_id.partition("/")
            key = int(meeting_id.rpartition("-")[2]), place
            linked[stem_of[row.meeting_id]].append(
                _Linked(
                    key,
                    row.text,
                    book.outcomes.get(row.follow_up_id, row.outcome) if book else row.outcome,
                    tuple(known[link.action_id]) if link else (),
                )
            )
    return linked


def named_actions(meetings: Sequence[tuple[str, TrueMeeting | Meeting]]) -> list[ActionRow]:
    """The actions of a series' meetings, each with the persons that its owner names."""
    listed = appearances(meetings)
    rows = [row for meeting_id, each in meetings for row in action_rows(meeting_id, each)]
    return with_doers(rows, listed, link_people(listed)[1])


def appearances(meetings: Sequence[tuple[str, TrueMeeting | Meeting]]) -> list[Appearance]:
    """Who is listed at a series' meetings; "<meeting>/<nth, 0-based>" is an attendee's id."""
    listed: list[Appearance] = []
    for meeting_id, meeting in meetings:
        attendees: Sequence[TrueAttendee | Attendee] = meeting.attendees
        listed += (
            Appearance(
                f"{meeting_id}/{at}",
                "",
                meeting.meeting_date,
                one.name,
                one.role,
                one.organisation,
                one.function,
                _other_surname(one),
            )
            for at, one in enumerate(attendees)
        )
    return listed


def _other_surname(one: TrueAttendee | Attendee) -> str | None:
    evidence = one.evidence if isinstance(one, Attendee) else ()
    return next((each.quote for each in evidence if each.field == "other_surname"), None)


def action_rows(meeting_id: str, meeting: TrueMeeting | Meeting) -> Iterator[ActionRow]:
    """The meeting's actions as linking takes them; "<meeting>/<nth, 0-based>" is an action's id."""
    actions: Sequence[TrueAction | Action] = meeting.actions
    for at, one in enumerate(actions):
        section = _section(meeting, one.section)
        yield ActionRow(
            action_id=f"{meeting_id}/{at}",
            meeting_id=meeting_id,
            meeting_date=meeting.meeting_date,
            kind=one.kind,
            text=one.text,
            owner=one.owner_person
            if one.owner and one.owner.lower() in PRONOUNS and one.owner_person
            else one.owner,
            due_date=one.due,
            section_title=section.title if section else None,
            section_number=section.number if section else None,
            context=context(section.text, one.text) if isinstance(section, Section) else None,
        )


def follow_up_rows(meeting_id: str, meeting: TrueMeeting | Meeting) -> Iterator[FollowUpRow]:
    """The meeting's follow-ups, with ids as those of action_rows, then what may be one ("<meeting>/q<nth>")."""
    said: Sequence[TrueFollowUp | FollowUp | PossibleFollowUp] = meeting.follow_ups
    possible = meeting.possible_follow_ups if isinstance(meeting, Meeting) else ()
    named = [(f"{meeting_id}/{at}", one, None, None) for at, one in enumerate(said)]
    for key, one, probability, problem in (
        *named,
        *(
            (f"{meeting_id}/q{at}", one, one.probability, one.problem)
            for at, one in enumerate(possible)
        ),
    ):
        section = _section(meeting, one.section)
        yield FollowUpRow(
            key,
            meeting_id,
            meeting.meeting_date,
            one.outcome,
            one.text,
            section.title if section else None,
            probability,
            problem,
        )


def context(section: str, action: str) -> str | None:
    """What stands before an action in its item, as store/to_link.py takes it from the tables."""
    before, found, _ = " ".join(section.split()).partition(action[:CONTEXT_KNOWN])
    return before[-CONTEXT:] if found else None


def _section(meeting: TrueMeeting | Meeting, ordinal: int | None) -> TrueSection | Section | None:
    sections: Sequence[TrueSection | Section] = meeting.sections
    return sections[ordinal - 1] if ordinal and ordinal <= len(sections) else None


def _score(field: str, case: Case, linked: Sequence[_Linked]) -> FieldScore:
    expected = [one for meeting in case.truth.meetings for one in meeting.follow_ups]
    taken = dict(match.pairs(expected, linked, _likeness))
    named = [at for at, one in enumerate(expected) if one.action]
    right = [at for at in named if at in taken and _same(expected[at], linked[taken[at]].action)]
    whole = {taken[at] for at in named if at in taken}
    parts = {
        other
        for other, two in enumerate(linked)
        if other not in whole and any(_is_part(two, expected[at]) for at in right)
    }
    made = sum(bool(one.action) for at, one in enumerate(linked) if at not in parts)
    differences = [
        differ(
            field,
            _shown(expected[at]),
            _led(linked[taken[at]]) if at in taken else None,
            expected[at].text,
        )
        for at in named
        if at not in right
    ]
    differences += [
        differ(field, None, _led(one), one.text)
        for other, one in enumerate(linked)
        if one.action and other not in whole | parts
    ]
    counts = Counts(len(named), made, len(right), len(right))
    return field_score(field, counts, differences)


def _likeness(one: TrueFollowUp, two: _Linked) -> float:
    """How like the texts are; of found ones that tell a labelled follow-up, those that lead to its action are first."""
    likeness = match.text_likeness(match.fold(one.text), match.fold(two.text))
    return likeness + _MOST_LIKE if likeness and _same(one, two.action) else likeness


def _is_part(part: _Linked, whole: TrueFollowUp) -> bool:
    """Whether a found follow-up is a part of a labelled one and leads to its action."""
    one, two = match.fold(whole.text), match.fold(part.text)
    return len(two) < len(one) and match.text_likeness(one, two) > 0 and _same(whole, part.action)


def _same(expected: TrueFollowUp, found: Sequence[tuple[str, str]]) -> bool:
    known = expected.action
    return known is not None and any(
        document == known.document
        and match.text_likeness(match.fold(known.text), match.fold(text)) > 0
        for document, text in found
    )


def _shown(one: TrueFollowUp) -> str:
    return f"{one.text} → {one.action.document}: {one.action.text}" if one.action else one.text


def _led(one: _Linked) -> str:
    return f"{one.text} → {': '.join(one.action[0])}" if one.action else f"{one.text} → –"
