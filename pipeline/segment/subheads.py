"""Headings inside an item of minutes without numbers: those in smaller print, where one stands right under a larger one.

Forms handled: "Läget" in 14 points with nothing but "Polisen" and then "Skolan" in 11 below it; "## Rapporter" over "### Polisen";
a heading by its style over lines that are only bold. Where no heading stands right under a larger one, print says nothing: a
title may be larger than the items, and one item's heading smaller than another's.
"""

from collections.abc import Sequence
from itertools import pairwise

from models.segmented import Line

_FEWEST = 3  # headings that are left
_FEWEST_OVER = 2  # of the larger ones that stand over text
_LARGER = 1.1  # times the print of what is under it


def without_subheads(lines: Sequence[Line], chosen: Sequence[int]) -> list[int]:
    """`chosen` without the lines in the print of a subhead."""
    under = [
        two
        for one, two in pairwise(chosen)
        if two == one + 1 and _is_larger(lines[one], lines[two])
    ]
    for at in under:
        over = [each for each in chosen if _is_larger(lines[each], lines[at])]
        telling = [each for each in over if each + 1 not in chosen]
        if len(over) >= _FEWEST and len(telling) >= _FEWEST_OVER:
            return [
                each for each in chosen if each < over[0] or not _are_alike(lines[each], lines[at])
            ]
    return list(chosen)


def _are_alike(one: Line, two: Line) -> bool:
    """Whether two headings are in the same print."""
    same = (one.heading, one.bold) == (two.heading, two.bold)
    return same and max(one.rank, two.rank) <= _LARGER * min(one.rank, two.rank)


def _is_larger(one: Line, two: Line) -> bool:
    if one.heading != two.heading:
        return one.heading
    return bool(one.rank and two.rank and one.rank > _LARGER * two.rank)
