"""Which actions are no new ones, since a follow-up tells of them.

Forms handled: "Lena lovade att fråga om lampan. Hon har fått till svar att den byts." and "Rådet beslutade i maj om en vandring. Den är
genomförd.", whose first sentence recalls what the next one tells the end of; "Bo skulle hämta listor. Han lägger fram tre.", whose
next one tells how it was done. What is laid on somebody anew behind it ("Maj ska skicka den senast i maj") stands.
"""

from collections.abc import Sequence

from models.meeting import Action, FollowUp


def without_told(actions: Sequence[Action], told: Sequence[FollowUp]) -> tuple[Action, ...]:
    """`actions` without those that are a part of what a follow-up of the same meeting tells."""
    if not told:
        return tuple(actions)
    spans = [_span(each) for each in told]
    return tuple(each for each in actions if not _is_told(each, spans))


def _is_told(action: Action, spans: Sequence[tuple[int, int]]) -> bool:
    if action.kind == "formality":
        return False
    start, end = _span(action)
    return any(
        first <= start and end <= last and (first, last) != (start, end)
        for first, last in spans
        if first == start or action.kind == "commitment"
    )


def _span(record: Action | FollowUp) -> tuple[int, int]:
    """Where the record's own text stands."""
    text = [each for each in record.evidence if each.field == "text"]
    return min(each.start for each in text), max(each.end for each in text)
