"""The ledger of one series: what follow-ups speak of, which tasks are one, how each action stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.link.carried import Carried, carried_over
from pipeline.link.follow_ups import link_follow_ups
from pipeline.link.promises import outcome
from pipeline.link.rows import ActionRow, FollowUpRow, Link, MeetingRow
from pipeline.link.rows_again import given_again, rows_of
from pipeline.link.states import action_states


@dataclass(frozen=True, slots=True)
class Ledger:
    """links: by follow-up; what may be one is one where it has a link. outcomes: of the linked ones, by what
    their action promised. carried: of a repeated action the one where it first stood. states: by action."""

    links: Mapping[str, Link]
    outcomes: Mapping[str, str]
    carried: Mapping[str, Carried]
    states: Mapping[str, str]


def ledger(
    meetings: Sequence[MeetingRow],
    actions: Sequence[ActionRow],
    follow_ups: Sequence[FollowUpRow],
    known: Mapping[str, Link] | None = None,
) -> Ledger:
    """All rows are of one series. Links lead to the action where a repeated task first stood.

    `known`: the links, where they need not be found.
    """
    rows = rows_of(actions, follow_ups)
    listed = [each for each in follow_ups if each.follow_up_id in rows]
    follow_ups = [each for each in follow_ups if each.follow_up_id not in rows]
    links = link_follow_ups(actions, follow_ups) if known is None else known
    told = {each.follow_up_id: each for each in follow_ups}
    follow_ups = [
        each for each in follow_ups if each.probability is None or each.follow_up_id in links
    ]
    by_id = {each.action_id: each for each in actions}
    outcomes = {
        each.follow_up_id: outcome(by_id[link.action_id], told.get(link.half or "", each))
        for each in follow_ups
        if (link := links.get(each.follow_up_id)) is not None
    }
    follow_ups = [
        replace(each, outcome=outcomes.get(each.follow_up_id, each.outcome)) for each in follow_ups
    ]
    carried = carried_over(meetings, actions, follow_ups, links, frozenset(rows.values()))

    def root(action_id: str) -> str:
        return carried[action_id].action_id if action_id in carried else action_id

    links = {key: replace(each, action_id=root(each.action_id)) for key, each in links.items()}
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in follow_ups:
        if one.follow_up_id in links:
            said[one.meeting_id, links[one.follow_up_id].action_id].add(one.outcome)
    again = given_again(listed, rows, by_id, root, said)
    for each in again:
        links[each.follow_up_id] = Link(root(rows[each.follow_up_id]), 1.0, "repeated")
        outcomes[each.follow_up_id] = each.outcome
    follow_ups += again
    states = action_states(meetings, actions, follow_ups, links)
    repeated = {each.action_id for each in carried.values()}
    for action_id in repeated:
        if states[action_id] in {"open", "silent"}:
            states[action_id] = "reported"  # to be repeated is to be spoken of
    return Ledger(
        links,
        outcomes,
        carried,
        {each.action_id: states[root(each.action_id)] for each in actions},
    )
