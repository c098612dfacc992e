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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.document import Document
from models.evidence import Evidence
from models.meeting import HEAD_FIELDS, Meeting, NextMeeting, Protocol
from pipeline.evaluate import facts, match, statements
from pipeline.evaluate.counts import Counts, FieldScore, differ, field_score, value_score
from pipeline.evaluate.truth import TrueMeeting, Truth

_NEXT = ("meeting_date", "start_time", "end_time", "place")
_BESIDE_THE_RECORD = {"formalities", "evidence"}


def score_document(truth: Truth, protocol: Protocol | None) -> tuple[FieldScore, ...]:
    """All fields of one document. A protocol that could not be read (null) has found nothing."""
    meetings = protocol.meetings if protocol else ()
    paired = _pair_meetings(truth.meetings, meetings)
    scores = [_meetings(paired)]
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


def _meetings(paired: Sequence[tuple[TrueMeeting | None, Meeting | None]]) -> FieldScore:
    alike = [one and two and one.meeting_date == two.meeting_date for one, two in paired]
    unlike = [
        differ("meetings", _day(one), _day(two), two.evidence if two else "")
        for (one, two), same in zip(paired, alike, strict=True)
        if not same
    ]
    expected, found = (sum(each[side] is not None for each in paired) for side in (0, 1))
    dated = sum(map(bool, alike))
    return field_score("meetings", Counts(expected, found, dated, dated), unlike)


def _day(meeting: TrueMeeting | Meeting | None) -> str | None:
    return f"{meeting.kind} {meeting.meeting_date or '–'}" if meeting else None


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
    quotes = meeting.evidence if meeting else ()
    for field in HEAD_FIELDS:
        yield value_score(
            field,
            getattr(truth, field),
            getattr(meeting, field, None),
            [each for each in quotes if each.field == field],
            fold={"council": match.council, "area": match.area}.get(field, match.fold),
            strict=field not in {"council", "area", "place"},
        )
    coming: NextMeeting | None = meeting.next_meeting if meeting else None
    for field in _NEXT:
        yield value_score(
            f"next_{field}",
            getattr(truth.next_meeting, field),
            getattr(coming, field, None),
            coming.evidence if coming else (),
            strict=field != "place",
        )
    yield from facts.attendees(truth.attendees, meeting.attendees if meeting else ())
    sections = meeting.sections if meeting else ()
    taken = facts.section_pairs(truth.sections, sections)
    yield facts.sections(truth.sections, sections, taken)
    yield facts.priority_areas(truth.priority_areas, meeting.priority_areas if meeting else ())
    yield from statements.actions(truth.actions, meeting.actions if meeting else ())
    yield from statements.follow_ups(truth.follow_ups, meeting.follow_ups if meeting else ())
    ordinals = {two + 1: one + 1 for one, two in taken}
    yield facts.problems(truth.problems, meeting.problem_mentions if meeting else (), ordinals)


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
    unlike = [differ("evidence", what, None, what) for what, stands in literal if not stands]
    return field_score("evidence", counts, unlike)


def _facts(meeting: Meeting) -> Iterator[tuple[str, Sequence[Evidence]]]:
    """Every fact of the meeting, in words, with its quotes."""
    filed = {evidence.field for evidence in meeting.evidence}
    for field in HEAD_FIELDS[1:]:
        value = getattr(meeting, field)
        if value is not None and field not in filed:
            yield f"{field} {value}", ()
    for evidence in meeting.evidence:
        yield f"{evidence.field} {evidence.quote}", (evidence,)
    if meeting.next_meeting:
        yield "next_meeting", meeting.next_meeting.evidence
    for records in (
        meeting.attendees,
        meeting.sections,
        meeting.priority_areas,
        meeting.actions,
        meeting.follow_ups,
        meeting.problem_mentions,
        meeting.attachments,
        meeting.contacts,
    ):
        for fact in records:
            yield repr(fact)[:100], fact.evidence
