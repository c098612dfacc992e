"""Married names: a name that ends where another one of the same first name begins.

It needs the same role and organisation; the organisation of one who came before and no other role; a role that nobody else
of the series has, held more than once under either name; or that both chair or keep the minutes, or that somebody else
there had the new surname before (a spouse). Nobody else may have the first name. A list that tells the other
surname ("Siv Alm (f.d. Ek)") is proof enough.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.link import forms
from pipeline.link.forms import name_words
from pipeline.link.person_groups import Group, agree, first_day, last_day, oppose

_REGULAR = 2  # meetings


def married(groups: list[Group]) -> list[Group]:
    """The groups, a name that ends where another of the same first name and place begins joined to it."""
    namesakes = Counter(group.words[0] for group in groups if len(group.words) > 1)
    kept: list[Group] = []
    for group in sorted(groups, key=first_day):
        before = [
            other
            for other in kept
            if forms.married_name(group.words, other.words)
            and namesakes[group.words[0]] == 2
            and (
                (group.roles & other.roles and group.organisations & other.organisations)
                or _keeps_place(group, other)
                or _keeps_role(group, other, groups)
                or (
                    (group.kept & other.kept or _spouse_of(group, other, groups))
                    and not oppose(group, other)
                )
            )
            and last_day(other) < first_day(group)
        ]
        if len(before) == 1:
            group.absorb(before[0], "married")
            kept[kept.index(before[0])] = group
        else:
            kept.append(group)
    return sorted(kept, key=lambda group: (group.words, group.members[0].attendee_id))


def _keeps_place(new: Group, old: Group) -> bool:
    """Whether both come from one organisation, the old name more than once, and no role of the one is another than the other's."""
    same = agree(replace(new, roles=set()), replace(old, roles=set()))
    roles = not (new.roles and old.roles) or bool(new.roles & old.roles)
    return same and roles and len(old.meetings) >= _REGULAR


def _keeps_role(new: Group, old: Group, groups: Sequence[Group]) -> bool:
    """Whether both hold a role that nobody else has, more than once each, and no organisation of the one is another than the other's."""
    own = (new.roles & old.roles).difference(
        *(each.roles for each in groups if each is not new and each is not old)
    )
    apart = (
        new.organisations
        and old.organisations
        and not agree(replace(new, roles=set()), replace(old, roles=set()))
    )
    return bool(own) and not apart and min(len(new.meetings), len(old.meetings)) >= _REGULAR


def _spouse_of(new: Group, old: Group, groups: Sequence[Group]) -> bool:
    """Whether somebody who was listed with the old name has the new surname, and both came more than once.

    Who is listed by the first name alone before the new name comes has the old one.
    """
    first = first_day(new)
    called = (
        meeting
        for each in groups
        if each.words == old.words[:1] and not each.meetings & (old.meetings | new.meetings)
        for meeting in each.meetings
        if meeting[1] < first
    )
    before = old.meetings.union(called)
    return min(len(new.meetings), len(before)) >= _REGULAR and any(
        len(each.words) > 1 and each.words[-1] == new.words[-1] and each.meetings & before
        for each in groups
        if each is not new and each is not old
    )


def told(one: Group, other: Group) -> bool:
    """Whether a list that names one says that the other surname is theirs, too."""
    return forms.married_name(one.words, other.words) and any(
        other.words[-1] in name_words(member.other_surname)
        for one, other in ((one, other), (other, one))
        for member in one.members
        if member.other_surname
    )
