"""Follow-ups that tell of two actions in one sentence: which rows are the halves of which (extract/halves.py)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.link.rows import FollowUpRow

Halves = tuple[FollowUpRow, FollowUpRow]
_ENDS = ".!?"


def halves_of(rows: Sequence[FollowUpRow]) -> Mapping[str, Halves]:
    """The halves of each follow-up of a meeting that has them, by its id.

    A half is what may be a follow-up and stands within another one: the first does not end as a sentence does, the
    second goes on to the whole's end.
    """
    firsts = [each for each in rows if each.probability is not None and each.text[-1:] not in _ENDS]
    found: dict[str, Halves] = {}
    if not firsts:
        return found
    by_item: dict[str | None, list[FollowUpRow]] = defaultdict(list)
    for each in rows:
        by_item[each.section_title].append(each)
    for first in firsts:
        wholes = [each for each in by_item[first.section_title] if _within(first, each)]
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


def _within(part: FollowUpRow, whole: FollowUpRow) -> bool:
    return len(part.text) < len(whole.text) and part.text in whole.text
