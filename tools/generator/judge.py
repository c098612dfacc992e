"""What was read from a generated protocol against what it says."""

from dataclasses import dataclass
from typing import Literal

from generator.sheet import Generated
from models.evidence import Evidence
from models.meeting import Meeting, Protocol
from pipeline.evaluate.counts import Difference
from pipeline.evaluate.score import score_document

Kind = Literal["missed", "wrong", "misplaced"]

_NOT_PLANTED = {"action_owner_person", "record", "evidence"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A planted fact that was not recovered, or a value that nobody planted.

    missed: nothing stands in its stead. wrong: another value does, or one where there is none.
    misplaced: no evidence of the field overlaps the place where it was planted. doubted: the record
    carries an issue.
    """

    kind: Kind
    field: str
    expected: str | None
    found: str | None
    doubted: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """planted: how many values there are of each field."""

    planted: dict[str, int]
    faults: tuple[Fault, ...]


def judge(generated: Generated, protocol: Protocol) -> Verdict:
    doubted = any(meeting.issues for meeting in protocol.meetings)
    scores = [
        score
        for score in score_document(generated.truth, protocol)
        if score.field not in _NOT_PLANTED
    ]
    faults = [
        Fault(_kind(one), score.field, one.expected, one.found, doubted)
        for score in scores
        for one in score.differences
        if not one.alike
    ]
    places = [_places(meeting) for meeting in protocol.meetings]
    for planted in generated.planted:
        quotes = [each for place in places for each in place.get(planted.field, ())]
        if not any(each.start < planted.end and planted.start < each.end for each in quotes):
            words = generated.text[planted.start : planted.end]
            faults.append(Fault("misplaced", planted.field, words, None, doubted))
    return Verdict({score.field: score.counts.expected for score in scores}, tuple(faults))


def _kind(difference: Difference) -> Kind:
    """A meeting without date and a person without any affiliation have lost, not changed, it."""
    found = difference.found
    empty = {"meetings": " –", "attendee_affiliation": ": – | – | –"}.get(difference.field)
    return "missed" if not found or (empty and found.endswith(empty)) else "wrong"


def _places(meeting: Meeting) -> dict[str, list[Evidence]]:
    """All evidence by the meeting's field that it supports."""
    places: dict[str, list[Evidence]] = {}
    for evidence in meeting.evidence:
        places.setdefault(evidence.field, []).append(evidence)
    for field in (
        "attendees",
        "sections",
        "priority_areas",
        "actions",
        "follow_ups",
        "problem_mentions",
    ):
        places[field] = [each for fact in getattr(meeting, field) for each in fact.evidence]
    places["next_meeting"] = list(meeting.next_meeting.evidence) if meeting.next_meeting else []
    return places
