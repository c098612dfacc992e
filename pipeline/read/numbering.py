"""The numbers that word processors set by themselves: counters by list and level, and their forms."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from models.frozen import frozen

_DEEPEST = 8  # levels are numbered 0 to 8 in both formats
_MOST = 400  # larger numbers are not written in letters or Roman


@frozen
class Level:
    """One level of a list. `pattern` holds %1 .. %9 for the counters of levels 1 to 9."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Counters:
    """The running numbers of a document's lists."""

    _now: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def restart(self, chain: str) -> None:
        """Begin the list anew."""
        self._now[chain].clear()

    def label(self, chain: str, level: int, levels: dict[int, Level]) -> str:
        """Count one item of list `chain` at `level` (0-based, no deeper than 8) and write its label."""
        level = min(max(level, 0), _DEEPEST)
        counts = self._now[chain]
        own = levels.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        for above in range(level):
            counts.setdefault(above, levels.get(above, Level()).start)
        if own.form == "bullet":
            return _bullet(own.pattern)
        if own.form == "none":
            return re.sub(r"%\d", "", own.pattern).strip()
        return re.sub(
            r"%(\d)",
            lambda match: _number(
                counts.get(int(match[1]) - 1, 1), levels.get(int(match[1]) - 1, own).form
            ),
            own.pattern,
        ).strip()


def number_label(value: int, level: Level) -> str:
    """The label of one number on a list of one level."""
    return level.pattern.replace("%1", _number(value, level.form))


def _bullet(sign: str) -> str:
    """Bullets of symbol fonts have no meaning outside them."""
    plain = sign.strip()
    return plain if plain and not "\ue000" <= plain[0] <= "\uf8ff" and plain != "o" else "•"


def _number(value: int, form: str) -> str:
    if not 0 < value <= _MOST:
        return str(value)
    if form in ("lowerLetter", "a"):
        return _letters(value)
    if form in ("upperLetter", "A"):
        return _letters(value).upper()
    if form in ("lowerRoman", "i"):
        return _roman(value)
    if form in ("upperRoman", "I"):
        return _roman(value).upper()
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _letters(value: int) -> str:
    """a .. z, aa .. zz, as Word repeats letters."""
    letter = chr(ord("a") + (value - 1) % 26)
    return letter * (1 + (value - 1) // 26)


def _roman(value: int) -> str:
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    out = ""
    for worth, sign in signs:
        while value >= worth:
            out += sign
            value -= worth
    return out
