"""Which rules can match a text at all: those of whose clues the text holds one.

The clues of a pattern are strings of which every match holds at least one: "får\\s+i\\s+uppdrag" has
"uppdrag", "(?:ringer|mejlar)\\b" has "ringer" and "mejlar". They are read off the parsed pattern, so
nobody keeps them beside it. A pattern without any ("\\d+") may match every text.

A clue has no white space, so it stands inside one word of a text (words here are what white space
parts). Where letters or digits begin or end in it, an edge is marked, as in the text: "\bringer" has the
clue "ringer" with an edge before it, so that "springer" does not hold it. All digits are one sign, which "\\d" has.
Each word is looked up once and then remembered: a text costs one look a word, whatever the number of rules.
"""

import re
import re._constants as ops
import re._parser as parser
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from typing import Any

from pipeline.vocabulary.pieces import Pieces
from pipeline.vocabulary.remembered import Remembered

Clues = frozenset[str]

_SHORTEST = 2  # characters of a clue that is worth looking for
_MOST = 64  # alternatives that are still multiplied out
_LONGEST_WORD = 100  # characters; what is longer may hold anything
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_WITHOUT_WIDTH = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
EDGE = "\b"  # the sign of an edge, in clues and in the words that are looked up
_EDGES = re.compile(r"\b")
_DIGIT = "0"  # stands for all digits
_DIGITS = re.compile(r"\d")
_WORD_SIGN = [(ops.IN, [(ops.CATEGORY, ops.CATEGORY_WORD)])]
# Letters that re takes for others in any case; the last is a small "İ".
_ODD_CASES = {"ſ": "s", "ı": "i", "İ": "i", "i\u0307": "i"}


def clues(pattern: str) -> Clues | None:
    """What every match of `pattern` holds one of, in small letters, with edges; None where nothing is known."""
    all_of_it, best = _of_sequence(parser.parse(pattern))
    return best if all_of_it is None else _worth(all_of_it)


def folded(text: str) -> str:
    """`text` with its letters as clues have them."""
    if not text.isascii():
        for odd, plain in _ODD_CASES.items():
            text = text.replace(odd, plain)
    return text.lower()


def bits_of(number: int) -> Iterator[int]:
    """The bits that are set in `number`, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest


class Index:
    """The clues of many rules, numbered in the order in which they are added."""

    def __init__(self) -> None:
        self._count = 0
        self._always = 0
        self._by_clue: dict[str, int] = {}
        self._pieces = Pieces(3)
        self._words = Remembered(self._of_word)
        self.possible = lru_cache(maxsize=1 << 10)(self._possible)

    def add(self, many: Iterable[Clues | None]) -> int:
        """Number further rules, and return the number of the first."""
        first = self._count
        for each in many:
            bit = 1 << self._count
            self._count += 1
            if each is None:
                self._always |= bit
            self._pieces.add(each or ())
            for clue in each or ():
                self._by_clue[clue] = self._by_clue.get(clue, 0) | bit
        self._words.clear()
        self.possible.cache_clear()
        return first

    def _possible(self, text: str) -> int:
        """The rules that may match somewhere in `text`: bit n for rule number n."""
        words = map(self._words.__getitem__, text.lower().split())
        return reduce(or_, filter(None, words), self._always)

    def _of_word(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return (1 << self._count) - 1
        found = 0
        plain = folded(word)
        alone = plain.isalpha()
        marked = f"{EDGE}{plain}{EDGE}" if alone else _EDGES.sub(EDGE, _DIGITS.sub(_DIGIT, plain))
        for piece in self._by_clue.keys() & self._pieces.inside(marked):
            found |= self._by_clue[piece]
        return found


_Strings = frozenset[
    str
]  # all that a part of a pattern can match, with edges; any white space is one space
_EMPTY: _Strings = frozenset({""})
_AT_EDGE: _Strings = frozenset({EDGE})
_BLANK: _Strings = frozenset({" "})


def _of_sequence(
    items: Iterable[tuple[Any, Any]], before: _Strings = _EMPTY
) -> tuple[_Strings | None, Clues | None]:
    """All that the sequence can match, where that is little; else its best clues. `before`: an edge or none."""
    run, best, broken = before, None, False
    letters = ""  # that go on from the run
    for kind, value in items:
        if kind is ops.LITERAL:
            letters += _letter(value)
            continue
        run, letters = _followed(run, letters), ""
        at_edge = all(each.endswith((" ", EDGE)) for each in run)
        matched, inner = _of_item(kind, value, _AT_EDGE if at_edge else _EMPTY)
        if matched is not None and len(run) * len(matched) <= _MOST:
            run = frozenset(map("".join, product(run, matched)))
            continue
        broken = True
        best = _better(_better(best, _worth(run)), inner)
        run = matched or _EMPTY
    run = _followed(run, letters)
    return (None, _better(best, _worth(run))) if broken else (run, None)


def _followed(run: _Strings, letters: str) -> _Strings:
    return frozenset(each + letters for each in run) if letters else run


def _of_item(kind: Any, value: Any, before: _Strings) -> tuple[_Strings | None, Clues | None]:
    """The same for one item; (None, None) where nothing is known of it."""
    if kind in _WITHOUT_WIDTH:
        return _AT_EDGE if _is_edge(kind, value) else _EMPTY, None
    if kind is ops.SUBPATTERN:
        return _of_sequence(value[-1], before)
    if kind is ops.ATOMIC_GROUP:
        return _of_sequence(value, before)
    if kind is ops.BRANCH:
        return _of_branches([_of_sequence(each, before) for each in value[1]])
    if kind is ops.IN and value == [(ops.CATEGORY, ops.CATEGORY_SPACE)]:
        return _BLANK, None
    if kind is ops.IN and value == [(ops.CATEGORY, ops.CATEGORY_DIGIT)]:
        return frozenset({_DIGIT}), None
    if kind is ops.IN and all(each is ops.LITERAL for each, _ in value):
        return frozenset(_letter(each) for _, each in value), None
    if kind in _REPEATS:
        return _of_repeat(*value)
    return None, None


@cache
def _letter(code: int) -> str:
    letter = folded(chr(code))
    return " " if letter.isspace() else _DIGIT if letter.isdecimal() else letter


def _is_edge(kind: Any, value: Any) -> bool:
    """Whether no word goes on there: "\\b", or no letter or digit before or after it."""
    return value is ops.AT_BOUNDARY or (kind is ops.ASSERT_NOT and list(value[1]) == _WORD_SIGN)


def _of_branches(
    branches: Sequence[tuple[_Strings | None, Clues | None]],
) -> tuple[_Strings | None, Clues | None]:
    matched = [each for each, _ in branches if each is not None]
    together = frozenset[str]().union(*matched)
    if len(matched) == len(branches) and len(together) <= _MOST:
        return together, None
    each_best = [best if strings is None else _worth(strings) for strings, best in branches]
    if any(best is None for best in each_best):
        return None, None
    return None, frozenset[str]().union(*(best for best in each_best if best is not None))


def _of_repeat(least: int, most: int, inside: Any) -> tuple[_Strings | None, Clues | None]:
    matched, best = _of_sequence(inside)
    if matched == _BLANK:
        return (_BLANK if least else _BLANK | _EMPTY), None
    if least == 0:
        return (matched | _EMPTY, None) if matched is not None and most == 1 else (None, None)
    if matched is not None and least == most == 1:
        return matched, None
    return None, best if matched is None else _worth(matched)


def _worth(strings: _Strings) -> Clues | None:
    """The longest word of each string, where all are long enough to tell something."""
    words = {_longest(each) for each in strings}
    if min(map(_length, words), default=0) < _SHORTEST:
        return None
    return frozenset(
        word for word in words if not any(other in word for other in words if other != word)
    )


def _longest(string: str) -> str:
    """The longest word of a string, with its edges; at the string's ends only those that it has there."""
    parts = string.split(" ")
    inner = range(1, len(parts) - 1)  # of words alike, those with both edges tell most
    at = max(range(len(parts)), key=lambda each: (_length(parts[each]), each in inner))
    word = _EDGES.sub(EDGE, parts[at].replace(EDGE, ""))
    if at == 0 and not parts[at].startswith(EDGE):
        word = word.removeprefix(EDGE)
    if at == len(parts) - 1 and not parts[at].endswith(EDGE):
        word = word.removesuffix(EDGE)
    return word


def _length(word: str) -> int:
    """In signs; one that stands by itself ("K A L L E L S E") tells as much as two, and so does a digit."""
    bare = word.replace(EDGE, "")
    return len(bare) + (bare == _DIGIT or len(word) == len(bare) + 2 == 3)


def _better(one: Clues | None, other: Clues | None) -> Clues | None:
    """Those of which the shortest is longer; of two alike, the fewer."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=lambda each: (min(map(_length, each)), -len(each)))
