"""Rows of tasks that stood in an earlier meeting's list: one task, carried over, and spoken of again.

A running list is written down anew at each meeting. A row with the words of a row in the last protocol with such a
list, or of one of which that protocol told, is the same task, also with another owner or by another day; a figure
makes a difference. It is looked for through three protocols at most, since a meeting may be without a list; what
was done or dropped before is a new task. That its row stands there again is a follow-up: postponed where the row had
a time and now has another, else mentioned.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.link.rows import ActionRow, FollowUpRow, Place
from pipeline.link.words import stems, words_of

_BACK = 3  # protocols
_BESIDE = 60  # characters of who and when
_FEWEST = 2  # words that say something, of a task in other words
_SURE = 3  # words of a task whose owner may be another
_SHARE = 0.8  # of the words of the shorter row
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")


def rows_of(actions: Iterable[ActionRow], follow_ups: Iterable[FollowUpRow]) -> dict[str, str]:
    """Of what may be follow-ups those that are rows of tasks, each with the action that the row gives."""
    own: dict[str, list[ActionRow]] = defaultdict(list)
    for action in actions:
        own[action.meeting_id].append(action)
    found: dict[str, str] = {}
    for each in follow_ups:
        if each.probability is None:
            continue
        given = [
            action
            for action in own[each.meeting_id]
            if action.text in each.text and len(each.text) - len(action.text) <= _BESIDE
        ]
        if given:
            found[each.follow_up_id] = max(given, key=lambda one: len(one.text)).action_id
    return found


def lists_before(
    at: int,
    held: Sequence[Place],
    own: Mapping[Place, Sequence[ActionRow]],
    told: Mapping[Place, Sequence[ActionRow]],
    rows: Collection[str],
) -> Iterator[ActionRow]:
    """The rows that the last protocol before the `at`th one gives that has any, or of which it tells.

    own, told: the actions that each gives, and those of which it tells what became. rows: those that are rows.
    """
    for here in reversed(held[max(0, at - _BACK) : at]):
        spoken = (*own.get(here, ()), *told.get(here, ()))
        if listed := [each for each in spoken if each.action_id in rows]:
            yield from listed
            return


def same_row(one: ActionRow, other: ActionRow) -> bool:
    """Whether a row gives the task of an earlier action."""
    if _FIGURE.findall(one.text) != _FIGURE.findall(other.text):
        return False
    alike, owned = _folded(one.text) == _folded(other.text), _one_owner(one, other)
    if alike:
        return owned or len(one.text.split()) >= _SURE
    ours, theirs = _plain(one), _plain(other)
    shared, least = len(ours & theirs), min(len(ours), len(theirs))
    return least >= _FEWEST and shared >= _SHARE * least and (owned or shared >= _SURE)


def given_again(
    listed: Iterable[FollowUpRow],
    rows: Mapping[str, str],
    actions: Mapping[str, ActionRow],
    root: Callable[[str], str],
    said: Mapping[tuple[str, str], Collection[str]],
) -> list[FollowUpRow]:
    """The rows whose task stood in an earlier list, as follow-ups.

    listed: what may be one; rows: the action that each gives. root: where an action first stood. said: by
    meeting and action, the outcomes that are told beside the rows; of what was postponed a row tells no more.
    """
    found: list[FollowUpRow] = []
    last: dict[str, tuple[str, ActionRow]] = {}  # each task's row before
    for each in sorted(listed, key=lambda one: (one.meeting_date or date.min, one.meeting_id)):
        action = actions[rows[each.follow_up_id]]
        first = root(action.action_id)
        if first != action.action_id:
            before = last.get(first, ("", actions[first]))
            outcome = _outcome(each.text, action, *before)
            known = said.get((each.meeting_id, first), ())
            if "postponed" not in known:
                found.append(replace(each, outcome=outcome))
        last[first] = (each.text, action)
    return found


def _outcome(row: str, action: ActionRow, before: str, earlier: ActionRow) -> str:
    """What a row tells by standing there again behind its task's row before."""
    ours, theirs = _time(row, action), _time(before, earlier)
    if action.due_date is not None and earlier.due_date is not None:
        return "postponed" if action.due_date > earlier.due_date else "mentioned"
    return "postponed" if ours and theirs and ours != theirs else "mentioned"


def _plain(action: ActionRow) -> frozenset[str]:
    """The stems of a task's words, without those of its owner."""
    return frozenset(words_of(action.text)) - stems(action.owner or "")


def _one_owner(one: ActionRow, other: ActionRow) -> bool:
    """Whether two actions have an owner in common, by whatever name, or none."""
    if not one.owner or not other.owner:
        return True
    if any(not ours.isdisjoint(theirs) for ours in one.doers for theirs in other.doers):
        return True
    return not stems(one.owner).isdisjoint(stems(other.owner))


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _time(row: str, action: ActionRow) -> str:
    """What a row says beside the task and its owner."""
    rest = row.replace(action.text, " ", 1)
    return _folded(rest.replace(action.owner, " ", 1) if action.owner else rest)
