"""Tasks that are given more than once: one task, carried over.

repeated: a protocol repeats it from the one before, word for word. Running logs do so until the task is done. White space, letters that a scan misread and one wrong letter in
a long word make no difference; a figure, a month or an owner does. What was done or dropped before
and is written down again is a new task. A row of a list of tasks is known again more freely, see rows_again.py.

assigned_again: it says so itself ("får igen i uppdrag att", "påminns om"), and an earlier action has the same
matter, as follow_ups.py compares them; or the same protocol tells that an earlier action is not done yet, and
has an action in the same words (two or more, names aside).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from pipeline.link.follow_ups import SURE, link_follow_ups
from pipeline.link.rows import FINAL, ActionRow, FollowUpRow, Link, MeetingRow, Place, protocols
from pipeline.link.rows_again import lists_before, same_row
from pipeline.link.words import same_words, words_of
from pipeline.names import folded
from pipeline.vocabulary import says

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
_FORGIVEN = 6  # shortest word, in letters, that may have one wrong


@dataclass(frozen=True, slots=True)
class Carried:
    """The action where a repeated task first stood, and how it was known again: repeated | assigned_again."""

    action_id: str
    rule: str = "repeated"


def carried_over(
    meetings: Sequence[MeetingRow],
    actions: Sequence[ActionRow],
    follow_ups: Iterable[FollowUpRow],
    links: Mapping[str, Link],
    rows: Collection[str] = (),
) -> dict[str, Carried]:
    """Of each repeated action the one where it first stood. All are of one series.

    rows: the actions that are rows of a list of tasks.
    """
    own: dict[Place, list[ActionRow]] = defaultdict(list)
    for each in actions:
        if each.kind != "formality" and each.meeting_date is not None:
            own[each.meeting_date, each.meeting_id].append(each)
    follow_ups = tuple(follow_ups)
    over = _ends(follow_ups, links)
    told = _told(actions, follow_ups, links)
    first: dict[str, str] = {}
    held = protocols(meetings)
    for at, here in enumerate(held):
        taken: set[str] = set()
        for each in own[here]:
            row = each.action_id in rows
            same = same_row if row else _same
            before = lists_before(at, held, own, told, rows) if row else own[held[at - 1]]
            for earlier in before if at else ():
                root = first.get(earlier.action_id, earlier.action_id)
                ended = min(over.get(root, date.max), over.get(earlier.action_id, date.max))
                if root not in taken and ended >= here[0] and same(each, earlier):
                    first[each.action_id] = root
                    taken.add(root)
                    break
    found = {action_id: Carried(root) for action_id, root in first.items()}
    days = {each.action_id: each.meeting_date or date.min for each in actions}
    again = _again(actions, first) | _restated(actions, follow_ups, links, found)
    for action_id, known in sorted(again.items(), key=lambda pair: days[pair[0]]):
        root = found[known].action_id if known in found else known
        found[action_id] = Carried(root, "assigned_again")
    return found


def _told(
    actions: Iterable[ActionRow], follow_ups: Iterable[FollowUpRow], links: Mapping[str, Link]
) -> dict[Place, list[ActionRow]]:
    """The actions of which each meeting tells what became."""
    by_id = {each.action_id: each for each in actions}
    found: dict[Place, list[ActionRow]] = defaultdict(list)
    for each in follow_ups:
        link = links.get(each.follow_up_id)
        if link is not None and each.meeting_date is not None:
            found[each.meeting_date, each.meeting_id].append(by_id[link.action_id])
    return found


def _restated(
    actions: Sequence[ActionRow],
    follow_ups: Iterable[FollowUpRow],
    links: Mapping[str, Link],
    known: Mapping[str, Carried],
) -> dict[str, str]:
    """The actions in the words of one that the same protocol tells is not done yet, and that one."""
    by_id = {each.action_id: each for each in actions}
    own: dict[str, list[ActionRow]] = defaultdict(list)
    for each in actions:
        if each.kind != "formality" and each.action_id not in known:
            own[each.meeting_id].append(each)
    found: dict[str, str] = {}
    for told in follow_ups:
        link = links.get(told.follow_up_id)
        earlier = by_id.get(link.action_id) if link and told.outcome not in FINAL else None
        for each in own[told.meeting_id] if earlier is not None else ():
            one, other = (
                {stem: word for stem, word in words_of(row.text).items() if not word.named}
                for row in (each, earlier)
                if row is not None
            )
            if min(len(one), len(other)) > 1 and same_words(one, other):
                found.setdefault(each.action_id, link.action_id if link else "")
    return found


def _again(actions: Sequence[ActionRow], first: Mapping[str, str]) -> dict[str, str]:
    """The actions that say that they were given before, and the earlier one."""
    asked = [
        FollowUpRow(each.action_id, each.meeting_id, each.meeting_date, "mentioned", each.text)
        for each in actions
        if each.action_id not in first
        and each.kind != "formality"
        and says("link_words", each.text, "again")
    ]
    links = link_follow_ups(actions, asked) if asked else {}
    return {key: link.action_id for key, link in links.items() if link.score >= SURE}


def _ends(follow_ups: Iterable[FollowUpRow], links: Mapping[str, Link]) -> dict[str, date]:
    """The day on which each action was first said to be done or dropped."""
    found: dict[str, date] = {}
    for each in follow_ups:
        link = links.get(each.follow_up_id)
        if link is not None and each.outcome in FINAL and each.meeting_date is not None:
            known = found.get(link.action_id, date.max)
            found[link.action_id] = min(known, each.meeting_date)
    return found


def _same(one: ActionRow, other: ActionRow) -> bool:
    if _letters(one.owner or "") != _letters(other.owner or ""):
        return False
    ours, theirs = _WORD.findall(one.text), _WORD.findall(other.text)
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return False
    if len(ours) != len(theirs):  # a space lost or won
        return _letters(one.text) == _letters(other.text)
    return all(map(_same_word, ours, theirs))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    ours, theirs = folded(one), folded(other)
    return ours == theirs or (
        min(len(one), len(other)) >= _FORGIVEN and Levenshtein.distance(ours, theirs) == 1
    )


def _letters(text: str) -> str:
    return folded("".join(_WORD.findall(text)))
