"""How each action stands today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.link.rows import (
    FINAL,
    ActionRow,
    FollowUpRow,
    Link,
    MeetingRow,
    Place,
    place,
    protocols,
    same_file,
)


def action_states(
    meetings: Sequence[MeetingRow],
    actions: Sequence[ActionRow],
    follow_ups: Sequence[FollowUpRow],
    links: Mapping[str, Link],
) -> dict[str, str]:
    """How each action stands: open, reported, done, dropped or silent. All rows are of one series.

    The last follow-up that says how it goes decides, but what was done stays done, whatever is under way in the
    same matter after it, unless it is given up; one that only mentions the action counts as a report. Without any: silent where a later protocol exists (a summons is none), else open. A
    formality is done when it is noted. follow_ups: with what they tell by the action's promise (promises.py).
    """
    held = protocols(meetings)
    answers: dict[str, list[FollowUpRow]] = defaultdict(list)
    for follow_up in follow_ups:
        if (link := links.get(follow_up.follow_up_id)) is not None:
            answers[link.action_id].append(follow_up)
    return {each.action_id: _state(each, answers.get(each.action_id, ()), held) for each in actions}


def _state(action: ActionRow, answers: Iterable[FollowUpRow], held: Sequence[Place]) -> str:
    if action.kind == "formality":
        return "done"
    state: str | None = None
    for answer in sorted(answers, key=lambda each: place(each.meeting_date, each.meeting_id)):
        if answer.outcome in FINAL:
            state = answer.outcome
        elif state is None or (state == "dropped" and answer.outcome != "mentioned"):
            state = "reported"
    if state is not None:
        return state
    if action.meeting_date is None or not held:
        return "open"
    last_date, last_id = held[-1]
    later = last_date > action.meeting_date or (
        last_date == action.meeting_date
        and same_file(action.meeting_id, last_id)
        and action.meeting_id < last_id
    )
    return "silent" if later else "open"
