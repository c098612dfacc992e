"""Owners who may be several of the attendees, or none of them."""

from collections.abc import Iterator

from models.evidence import Span
from models.issue import Issue
from models.meeting import Action, Meeting
from models.segmented import MeetingPart
from pipeline.extract.actions.resolve import fitting, is_person

_FEWEST = 3  # attendees of a list that can be taken as the whole circle


def owners(_meeting: MeetingPart, record: Meeting) -> Iterator[Issue]:
    """One issue for each owner as written, at its first place."""
    told: set[str] = set()
    for action in record.actions:
        if action.owner is None or action.owner_person is not None or action.owner in told:
            continue
        told.add(action.owner)
        found = fitting(action.owner, record.attendees)
        if len(found) > 1:
            yield Issue(
                kind="ambiguous_owner",
                severity="warning",
                message=f"”{action.owner}” kan vara {_list(found)}.",
                span=_place(action),
            )
        elif not found and len(record.attendees) >= _FEWEST and is_person(action.owner):
            yield Issue(
                kind="unknown_owner",
                severity="info",
                message=f"”{action.owner}” har fått en uppgift men står inte bland deltagarna.",
                span=_place(action),
            )


def _list(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} eller {names[-1]}"


def _place(action: Action) -> Span | None:
    return next(
        (Span(each.start, each.end) for each in action.evidence if each.field == "owner"), None
    )
