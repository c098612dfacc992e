"""Which stretches of a text have lost their lines.

Forms handled: a page in one line; the same wrapped anew, so that every line is full and none ends where
a paragraph did, in type of one width or not; several such pages, with or without page marks between them; such a page under
a line or two that somebody set above it.
"""

from collections.abc import Sequence
from itertools import pairwise

Row = tuple[int, int]

_LONG = 500  # characters in which every secretary ends a line
_MOSTLY = 0.6  # of a text
_FULL = 0.8  # of the longest line
_NO_TITLE = 150  # characters that no title or entry of a list has
_SHORT_LINES = 1  # among the full ones
_FEWEST_LINES = 7


def flat_stretches(text: str, rows: Sequence[Row]) -> list[Row]:
    """Start and end of each stretch of `text` that is flattened; none where most of it is not.

    rows: its physical lines, without page marks.
    """
    runs = _runs(text, rows)
    found = [(run[0][0], run[-1][1]) for run in runs if _is_flat(text, run)]
    longest = max((end - start for start, end in found), default=0)
    if longest > _MOSTLY * len(text) or (len(found) > 1 and _are_pages(text, runs)):
        last = [run[0] for run in runs if len(run) == 1 and run[0][1] - run[0][0] >= _NO_TITLE]
        return sorted({*found, *last}) if len(found) == 1 else found
    return _long_rows(rows) if found else []


def _long_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows of a text that has hardly a short one: each is a page without lines; none where titles stand between."""
    long = [row for row in rows if row[1] - row[0] >= _NO_TITLE]
    return long if len(rows) - len(long) <= _SHORT_LINES < len(long) else []


def on_one_line(text: str, stretches: Sequence[Row]) -> str:
    """`text` with blanks for line and page breaks within the stretches, so that no place changes."""
    for start, end in stretches:
        line = text[start:end].translate(_BLANKS)
        text = text[:start] + line + text[end:]
    return text


_BLANKS = str.maketrans("\n\r\f", "   ")


def _runs(text: str, rows: Sequence[Row]) -> list[list[Row]]:
    """The rows as they follow on each other, without an empty line or a page mark between them; a long
    row stands alone."""
    runs: list[list[Row]] = []
    alone = True
    for row in rows:
        between = text[runs[-1][-1][1] : row[0]] if runs else ""
        long = row[1] - row[0] >= _LONG
        if alone or long or between.strip() or between.count("\n") > 1:
            runs.append([row])
        else:
            runs[-1].append(row)
        alone = long
    return runs


def _is_flat(text: str, run: Sequence[Row]) -> bool:
    """Whether a run is one long line, or lines on none of which the next one's first word had room."""
    if run[-1][1] - run[0][0] < _LONG:
        return False
    if len(run) < _FEWEST_LINES:
        return len(run) == 1
    full = _FULL * max(end - start for start, end in run)
    short = 0
    for (start, end), following in pairwise(run):
        if end - start + 1 < full:
            word = text[slice(*following)].split(maxsplit=1)[0]
            short += end - start + 1 + len(word) < full
            if short > _SHORT_LINES:
                return False
    return True


def _are_pages(text: str, runs: Sequence[Sequence[Row]]) -> bool:
    """Whether all runs are pages that are flat, but for what is left on the last."""
    parted = all(
        "\f" in (between := text[before[-1][1] : after[0][0]]) or between.strip()
        for before, after in pairwise(runs)
    )
    return parted and all(_is_flat(text, run) for run in runs[:-1])
