r"""Patterns of many alternatives, compiled so that only those are tried whose first letter stands there.

Python's re tries the alternatives of "(?:ringer|mejlar|kontaktar)" one by one at each place of a text.
Here those that begin with one letter are put together behind it, again and again as in a trie, which
changes neither what matches nor the order in which alternatives are tried: of two that begin with
different letters only one can match at a place. Neighbours that begin with one condition ("(?<!\w)") are put
together behind it too. One that begins with anything else stays where it stands, and none is moved past it. In patterns for any case a first letter becomes the set of its
forms, since re looks at a set before it enters an alternative.
"""

import re
import re._constants as ops
import re._parser as parser
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.vocabulary.openings import Coded, coded, forms

_MANY = 4  # alternatives from which a set is worth its making
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_ASSERTIONS = frozenset({ops.ASSERT, ops.ASSERT_NOT})
_CONDITIONS = frozenset({ops.AT, ops.ASSERT_NOT})  # match without width, in one way
_ANY_CASE = int(re.IGNORECASE)


def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` for any case: what it matches is what re.compile's would. Its own `pattern` is None."""
    return in_any_case(pattern).pattern()


def in_any_case(pattern: str) -> Coded:
    """The same, as re's machine takes it."""
    tree = parser.parse(pattern, _ANY_CASE)
    _put_together(tree, int(tree.state.flags))
    return coded(tree, _ANY_CASE)


def _put_together(tree: Any, flags: int) -> None:
    """Put the alternatives of every branch in `tree` together, in place."""
    for at, (kind, value) in enumerate(tree.data):
        if kind is ops.BRANCH:
            for each in value[1]:
                _put_together(each, flags)
            tree.data[at] = (ops.BRANCH, (None, _by_first(value[1], flags)))
        else:
            for inner, own_flags in _inside(kind, value, flags):
                _put_together(inner, own_flags)


def _inside(kind: Any, value: Any, flags: int) -> Iterator[tuple[Any, int]]:
    """The trees that an item holds, each with its flags."""
    if kind is ops.SUBPATTERN:
        _, added, removed, inner = value
        yield inner, (flags | int(added)) & ~int(removed)
    elif kind in _REPEATS:
        yield value[2], flags
    elif kind in _ASSERTIONS:
        yield value[1], flags
    elif kind is ops.ATOMIC_GROUP:
        yield value, flags


def _by_first(branches: Sequence[Any], flags: int) -> list[Any]:
    """The same alternatives, those of one beginning as one with branches behind it."""
    together: list[list[Any]] = []
    known: dict[int | str | None, list[Any]] = {}  # by their beginning: what may still be added to
    letters = False
    for branch in branches:
        first = _first(branch, flags)
        if first not in known and not (letters and isinstance(first, int)):
            known = {}  # nothing is moved past what does not exclude it
        letters = isinstance(first, int)
        if first is None or first not in known:
            together.append([])
            known[first] = together[-1]
        known[first].append(branch)
    as_sets = flags & _ANY_CASE and len(together) >= _MANY
    return [_behind(some, flags, as_set=bool(as_sets)) for some in together]


def _behind(branches: Sequence[Any], flags: int, *, as_set: bool) -> Any:
    """One alternative for `branches`, which all have the same beginning."""
    state, (first, *rest) = branches[0].state, branches[0].data or [None]
    if len(branches) > 1:
        rests = [parser.SubPattern(state, branch.data[1:]) for branch in branches]
        rest = [(ops.BRANCH, (None, _by_first(rests, flags)))]
    elif not as_set or first is None:
        return branches[0]
    return parser.SubPattern(state, [_as_set(first) if as_set else first, *rest])


def _first(branch: Any, flags: int) -> int | str | None:
    """What the alternative begins with: a letter or sign, small where case does not tell; a condition.

    None where it is anything else, which may match in several ways, or a letter of another alphabet.
    """
    if not branch.data:
        return None
    kind, value = branch.data[0]
    if kind in _CONDITIONS:
        return repr(branch.data[0])
    if kind is not ops.LITERAL:
        return None
    if not flags & _ANY_CASE:
        return int(value)
    sign = chr(value)
    if small := forms(sign)[:1]:
        return ord(small)
    return None if sign.isalpha() else int(value)  # "ſ" is an s in any case


def _as_set(item: Any) -> Any:
    """The item, where it is a letter as the set of its forms."""
    kind, value = item
    every = forms(chr(value)) if kind is ops.LITERAL else ""
    if not every:
        return item
    letters = [(ops.LITERAL, ord(each)) for each in every]
    exact = parser.SubPattern(parser.State(), [(ops.IN, letters)])
    return ops.SUBPATTERN, (None, 0, _ANY_CASE, exact)
