r"""Patterns that are tried only where a sign stands that a match can begin with.

Python's re skips to such a sign where a pattern's first item is a letter or a set, in one case. Patterns for any case
and those that open with a condition ("(?<!\w)(?:ringer|mejlar)") it tries at each place of a text. What they can begin
with is read off the parsed pattern here and noted where re looks for it; what matches is not changed by it.
"""

import re
import re._compiler as compiler
import re._constants as ops
import re._parser as parser
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

_ODD = "ſıİ\u212a\u212b"  # what re takes for s, i, k and å in any case
_ANY_CASE = int(re.IGNORECASE)
_WITHOUT_WIDTH = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_WIDEST = 100  # signs of a range whose forms are worth listing

_Signs = frozenset[tuple[Any, Any]]  # items of a set, as the parser has them


class Coded(NamedTuple):
    """A pattern as re's machine takes it: flags, code, how many groups, and the numbers of those with a name."""

    flags: int
    code: Sequence[int]
    groups: int
    names: dict[str, int]

    def pattern(self) -> re.Pattern[str]:
        """What searches. Its own `pattern` is None."""
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        made = compiler._sre.compile(
            None, self.flags, list(self.code), self.groups, self.names, tuple(by_number)
        )
        return cast(re.Pattern[str], made)


def coded(tree: Any, flags: int) -> Coded:
    """The parsed pattern `tree`, with what a match can begin with."""
    flags |= int(tree.state.flags)
    code = compiler._code(tree, flags)
    opening, empty = _of_sequence(tree.data, flags)
    if opening and not empty and code[0] == ops.INFO and not code[2]:  # re has noted none itself
        code = [*_noted(opening, code[3:5], flags), *code[code[1] + 1 :]]
    return Coded(flags, code, tree.state.groups - 1, tree.state.groupdict)


def swift(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile gives, found sooner where few signs can begin a match."""
    return coded(parser.parse(pattern, int(flags)), int(flags)).pattern()


def forms(letter: str) -> str:
    """All that a Swedish letter matches in any case, the small one first; "" for other signs."""
    small = letter.lower()
    return _forms(small) if small in "abcdefghijklmnopqrstuvwxyzåäöé" else ""


@cache
def _forms(small: str) -> str:
    own = re.compile(small, re.IGNORECASE)
    return "".join(each for each in (small, small.upper(), *_ODD) if own.fullmatch(each))


def _noted(opening: _Signs, widths: list[int], flags: int) -> list[int]:
    """The block before a pattern's code that tells what a match begins with, and how wide it is."""
    signs: list[int] = []
    charset, _ = compiler._optimize_charset(sorted(opening, key=repr))
    compiler._compile_charset(charset, flags, signs)
    return [ops.INFO, len(signs) + 4, ops.SRE_INFO_CHARSET, *widths, *signs]


def _of_sequence(items: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Signs | None, bool]:
    """What a match of `items` can begin with, None where it may be anything; whether it may be empty."""
    found: _Signs = frozenset()
    for kind, value in items:
        signs, empty = _of_item(kind, value, flags)
        if signs is None:
            return None, empty
        found |= signs
        if not empty:
            return found, False
    return found, True


def _of_item(kind: Any, value: Any, flags: int) -> tuple[_Signs | None, bool]:
    """The same of one item."""
    if kind in _WITHOUT_WIDTH:
        return frozenset(), True
    if kind is ops.LITERAL:
        return _of_set([(kind, value)], flags), False
    if kind is ops.IN:
        return _of_set(value, flags), False
    if kind is ops.SUBPATTERN:
        _, added, removed, inner = value
        return _of_sequence(inner.data, (flags | int(added)) & ~int(removed))
    if kind is ops.ATOMIC_GROUP:
        return _of_sequence(value.data, flags)
    if kind in _REPEATS:
        signs, empty = _of_sequence(value[2].data, flags)
        return signs, empty or value[0] == 0
    if kind is ops.BRANCH:
        each = [_of_sequence(branch.data, flags) for branch in value[1]]
        known = [signs for signs, _ in each if signs is not None]
        every = frozenset[tuple[Any, Any]]().union(*known) if len(known) == len(each) else None
        return every, any(empty for _, empty in each)
    return None, False


def _of_set(items: Iterable[tuple[Any, Any]], flags: int) -> _Signs | None:
    """The signs of a set; in any case all forms of its letters."""
    found = set[tuple[Any, Any]]()
    for kind, value in items:
        if kind is ops.LITERAL:
            signs = range(value, value + 1)
        elif kind is ops.RANGE and value[1] - value[0] < _WIDEST:
            signs = range(value[0], value[1] + 1)
        elif kind is ops.CATEGORY:
            found.add((kind, value))
            continue
        else:
            return None
        for sign in map(chr, signs):
            every = forms(sign) if flags & _ANY_CASE else sign
            if not every and sign.lower() != sign.upper():
                return None  # a letter whose forms are not known here
            found |= {(ops.LITERAL, ord(each)) for each in every or sign}
    return frozenset(found)
