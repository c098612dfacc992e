"""Scores of actions, formalities and follow-ups. How matches are made: score.py."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from models.meeting import Action, FollowUp
from pipeline.evaluate import match
from pipeline.evaluate.counts import Counts, FieldScore, field_score, unpaired, value_score
from pipeline.evaluate.truth import TrueAction, TrueFollowUp

One = TypeVar("One", TrueAction, TrueFollowUp)
Two = TypeVar("Two", Action, FollowUp)

_WHOSE = 60  # characters of a statement that tell it from others


def actions(expected: Sequence[TrueAction], found: Sequence[Action]) -> Iterator[FieldScore]:
    """The scores of actions and of formalities, paired by text; of each pair of actions its kind, owner and due date."""
    for field, formal in (("actions", False), ("formalities", True)):
        ones = [one for one in expected if (one.kind == "formality") == formal]
        twos = [two for two in found if (two.kind == "formality") == formal]
        score, taken = _statements(field, ones, twos)
        yield score
        if formal:
            continue
        for one, two in taken:
            at, whose = two.evidence, one.text[:_WHOSE]
            yield value_score("action_kind", one.kind, two.kind, at, whose=whose, strict=True)
            yield value_score("action_owner", one.owner, two.owner, at, whose=whose)
            yield value_score(
                "action_owner_person", one.owner_person, two.owner_person, at, whose=whose
            )
            yield _due(one, two)


def _due(one: TrueAction, two: Action) -> FieldScore:
    said = (one.due or one.due_text, two.due or two.due_text)
    dated = bool(one.due or two.due)
    score = value_score("action_due", *said, two.evidence, whose=one.text[:_WHOSE], strict=dated)
    if dated or not match.text_likeness(match.fold(one.due_text), match.fold(two.due_text)):
        return score
    return replace(
        score,
        counts=replace(score.counts, lenient=1),
        differences=tuple(replace(each, alike=True) for each in score.differences),
    )


def follow_ups(expected: Sequence[TrueFollowUp], found: Sequence[FollowUp]) -> Iterator[FieldScore]:
    """The score of the follow-ups, paired by text; of each pair its outcome."""
    score, taken = _statements("follow_ups", expected, found)
    yield score
    for one, two in taken:
        yield value_score(
            "follow_up_outcome",
            one.outcome,
            two.outcome,
            two.evidence,
            whose=one.text[:_WHOSE],
            strict=True,
        )


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
    differences = unpaired(
        field,
        [(one.text, one.text) for one in missed],
        [(two.text, two.evidence) for two in wrong],
        (),
    )
    return field_score(field, counts, differences), couples


def _likeness(one: TrueAction | TrueFollowUp, two: Action | FollowUp) -> float:
    return match.text_likeness(match.fold(one.text), match.fold(two.text))
