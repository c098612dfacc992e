"""Follow-ups that tell of two actions: which rows are the halves of which sentence (extract/halves.py), or the sentences
of which statement."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.link.rows import FollowUpRow

Halves = tuple[FollowUpRow, FollowUpRow]
_ENDS = ".!?"
_TWO = re.compile(r"[.!?]\s+\S")


def halves_of(rows: Sequence[FollowUpRow]) -> Mapping[str, Halves]:
    """The halves of each follow-up of a meeting that has them, by its id.

    A half is what may be a follow-up and stands within another one: the first does not end as a sentence does, or
    is a sentence of a statement of several; the second stands behind it.
    """
    several = [each.text for each in rows if each.probability is None and _TWO.search(each.text)]
    firsts = [
        each
        for each in rows
        if each.probability is not None
        and (each.text[-1:] not in _ENDS or any(each.text in text for text in several))
    ]
    found: dict[str, Halves] = {}
    if not firsts:
        return found
    by_item: dict[str | None, list[FollowUpRow]] = defaultdict(list)
    for each in rows:
        by_item[each.section_title].append(each)
    for first in firsts:
        wholes = [each for each in by_item[first.section_title] if _begins(first, each)]
        for whole in wholes:
            after = whole.text[whole.text.index(first.text) + len(first.text) :]
            second = next(
                (
                    each
                    for each in by_item[first.section_title]
                    if each.probability is not None and each is not first and each.text in after
                    and _within(each, whole)
                ),
                None,
            )  # fmt: skip
            if second is not None and whole.follow_up_id not in found:
                found[whole.follow_up_id] = first, second
    return found


def parts_of(rows: Sequence[FollowUpRow], halves: Mapping[str, Halves]) -> frozenset[str]:
    """The ids of the rows of a meeting that are only a part of another one: halves, and sentences of a statement."""
    several = defaultdict(list)
    for each in rows:
        if each.probability is None and _TWO.search(each.text):
            several[each.section_title].append(each.text)
    within = {
        each.follow_up_id
        for each in rows
        if each.probability is not None
        and any(each.text in text for text in several.get(each.section_title, ()))
    }
    return frozenset(within.union(half.follow_up_id for both in halves.values() for half in both))


def _begins(first: FollowUpRow, whole: FollowUpRow) -> bool:
    """Whether a half is another one's; a whole sentence is only a stated one's."""
    return _within(first, whole) and (whole.probability is None or first.text[-1:] not in _ENDS)


def _within(part: FollowUpRow, whole: FollowUpRow) -> bool:
    return len(part.text) < len(whole.text) and part.text in whole.text
