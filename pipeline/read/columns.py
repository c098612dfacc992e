"""Visual lines -> blocks in reading order: columns of text side by side, titles in the margin.

Units: points, origin top left; see layout.py for an em.
"""

import itertools
from collections.abc import Iterator
from statistics import median

from pipeline.read.layout import MARK, WIDE, Line, visual_lines

_CLOSE = 1.2  # times the distance from line to line: what stands closer goes on
_OVER = 2.0  # times that distance: a title stands so close over its text
_SAME = 2.0  # points: lines that begin so near each other begin at one edge
_LABELS = (
    0.9  # of the lines on the left: those that stand beside one on the right, where they are labels
)
_FEW = 2  # times as many lines have what few labels stand beside
_ASKEW = 0.3  # em that a label stands off its line
_TITLE = 6  # lines of a title in the margin, at most
_FOOT = 2  # lines of a page's foot, at most


def blocks_of(lines: list[Line]) -> list[list[Line]]:
    """Cut the page where two columns of text stand side by side, or titles beside what they are over."""
    if (found := _prose_columns(lines)) is None:
        if (titled := _beside_titles(lines)) is not None:
            first, last, titles, right = titled
            under = filter(None, _under_titles(titles, right))
            return [*blocks_of(lines[:first]), *under, *blocks_of(lines[last:])]
        found = _independent_columns(lines)
    if found is None:
        return [lines] if lines else []
    first, last, at = found
    first, last = _with_ends(lines, first, last, at)
    inside = [word for line in lines[first:last] for word in line.words]
    left = visual_lines(word for word in inside if word.x0 < at)
    right = visual_lines(word for word in inside if word.x0 >= at)
    parts = (lines[:first], left, right, lines[last:])
    return [block for part in parts for block in blocks_of(part)]


def _beside_titles(lines: list[Line]) -> tuple[int, int, list[list[Line]], list[Line]] | None:
    """Lines [first, last) with titles in the margin, each one's lines, and the text beside and below them.

    Of the text most lines have nothing beside them, and it goes on to the end of the page but for its foot.
    """
    tried: set[int] = set()  # gutters in steps of 4 points
    for index, line in enumerate(lines):
        for before, after in itertools.pairwise(line.words):
            at = after.x0 - 1.0
            if after.x0 - before.x1 < line.em or round(at / 4) in tried:
                continue
            tried.add(round(at / 4))
            _, last = _free_run(lines, index, at)
            if len(lines) - last > _FOOT:
                continue
            words = [word for each in lines[index:last] for word in each.words]
            left = visual_lines(word for word in words if word.x0 < at)
            right = visual_lines(word for word in words if word.x0 >= at)
            if _is_text_beside(left, right) and (titles := _margin_titles(left, right)):
                return index, last, titles, right
    return None


def _is_text_beside(left: list[Line], right: list[Line]) -> bool:
    if len(right) < 8 or median(len(line.words) for line in right) < 6:
        return False
    begins = [line.words[0].x0 for line in right]
    aligned = sum(
        abs(x - median(begins)) < 2 * line.em for x, line in zip(begins, right, strict=True)
    )
    alone = sum(not _beside(line, left) for line in right)
    parted = [x for line in right if (x := _parted_at(line)) is not None]
    stray = sum(abs(x - median(parted)) > 2 * right[0].em for x in parted)  # in no one column
    return (
        aligned > 0.8 * len(right)
        and alone > 0.5 * len(right)
        and stray < 0.1 * len(right)
        and len(parted) < 0.4 * len(right)
    )


def _margin_titles(left: list[Line], right: list[Line]) -> list[list[Line]]:
    """The lines of each title in the margin; none where the left is a column of its own.

    Nearly all titles stand beside a line on the right, none has many lines, and all are narrow.
    """
    pitch = median(below.bottom - above.bottom for above, below in itertools.pairwise(right))
    titles = [[left[0]]]
    for above, line in itertools.pairwise(left):
        if line.bottom - above.bottom < _CLOSE * pitch and not _opens_item(line):
            titles[-1].append(line)
        else:
            titles.append([line])
    beside = sum(_level(title[0], right) for title in titles)
    narrow = max(map(_width, left)) < 0.6 * max(map(_width, right))
    short = all(len(title) <= _TITLE for title in titles)
    return titles if len(titles) >= 2 and narrow and short and beside > 0.8 * len(titles) else []


def _opens_item(line: Line) -> bool:
    """Whether a line opens with an item's number: "3.", "§ 3", "BRÅ 3"."""
    first, *more = (word.text for word in line.words[:2])
    numbered = first.isupper() and len(first) < 6 and bool(more) and more[0].rstrip(".").isdigit()
    return numbered or MARK.fullmatch(first) is not None


def _under_titles(titles: list[list[Line]], right: list[Line]) -> Iterator[list[Line]]:
    """Each title in one line, in bold as a heading is, and what stands beside and below it, as blocks."""
    tops = [title[0].top - title[0].em / 2 for title in titles]
    yield [line for line in right if line.top < tops[0]]
    for title, top, end in zip(titles, tops, [*tops[1:], float("inf")], strict=True):
        words = [word._replace(bold=True) for line in title for word in line.words]
        yield [Line(words, title[0].top, title[0].bottom, title[0].em)]
        yield [line for line in right if top <= line.top < end]


def _width(line: Line) -> float:
    return line.words[-1].x1 - line.words[0].x0


def _prose_columns(lines: list[Line]) -> tuple[int, int, float] | None:
    """The longest run of lines [first, last) that a gutter at x parts into two columns of prose."""
    best: tuple[int, int, float] | None = None
    tried: dict[int, int] = {}  # gutter's place in steps of 4 points -> line that it was tried to
    for index, line in enumerate(lines):
        for before, after in itertools.pairwise(line.words):
            at = (before.x1 + after.x0) / 2
            if after.x0 - before.x1 < line.em or index < tried.get(round(at / 4), 0):
                continue
            first, last = _run(lines, index, at)
            tried[round(at / 4)] = last
            parts = _parts(lines, first, last)
            while parts and not _fills(lines[slice(*parts[-1])], lines[first:last], at):
                parts.pop()
            while parts and not _fills(lines[slice(*parts[0])], lines[first:last], at):
                parts.pop(0)
            if not parts:
                continue
            for start, end in ((parts[0][0], parts[-1][1]), *parts):
                longer = best is None or end - start > best[1] - best[0]
                if longer and _both_prose(lines[start:end], at):
                    best = (start, end, at)
    return best


def _independent_columns(lines: list[Line]) -> tuple[int, int, float] | None:
    """Lines [first, last) of two columns, at x, whose lines do not stand beside each other.

    A table's rows share their base lines; two columns that each flow on their own mostly do not.
    One column may go on below the other's end.
    """
    best: tuple[int, int, float] | None = None
    tried: dict[int, int] = {}
    for index, line in enumerate(lines):
        for before, after in itertools.pairwise(line.words):
            at = after.x0 - 1.0
            if after.x0 - before.x1 < line.em or index < tried.get(round(at / 4), 0):
                continue
            first, last = _free_run(lines, index, at)
            tried[round(at / 4)] = last
            while last - first > 1 and lines[first + 1].top - lines[first].bottom > 2 * line.em:
                first += 1  # a page head
            longer = best is None or last - first > best[1] - best[0]
            if longer and _flow_apart(lines[first:last], at):
                best = (first, last, at)
    return best


def _flow_apart(lines: list[Line], at: float) -> bool:
    """Whether most lines right of x have none beside them on the left, and read as prose."""
    words = [word for line in lines for word in line.words]
    left = visual_lines(word for word in words if word.x0 < at)
    if len(left) < 6:
        return False
    right = visual_lines(word for word in words if word.x0 >= at)
    if len(right) < 6 or median(len(line.words) for line in right) < 4:
        return False
    if all(len(line.words) == 1 and _is_mark(line.words[0].text) for line in left):
        return False
    if _are_labels(left, right):
        return False
    alone = sum(not _beside(line, left) for line in right)
    begins = [line.words[0].x0 for line in right]
    aligned = sum(abs(x - median(begins)) < line.em for x, line in zip(begins, right, strict=True))
    return alone > 0.5 * len(right) and aligned > 0.8 * len(right)


def _are_labels(left: list[Line], right: list[Line]) -> bool:
    """Whether each line on the left stands beside one on the right, and some of them apart where the right goes on.

    Lines above and below the right are no labels of it; a page that is a little askew sets a label off its line.
    """
    inside = [line for line in left if right[0].top - line.em < line.top < right[-1].bottom]
    if len(inside) > 1 and _FEW * len(inside) <= len(right):
        left = inside
    beside = sum(_beside(line, right, _ASKEW) for line in left)
    pitch = median(below.bottom - above.bottom for above, below in itertools.pairwise(right))
    step = max(below.bottom - above.bottom for above, below in itertools.pairwise(left))
    return beside >= _LABELS * len(left) and step > _OVER * pitch


def _is_mark(text: str) -> bool:
    """Whether a word alone numbers what stands beside it: "3.", "a)", "C"."""
    return len(text) == 1 or MARK.fullmatch(text) is not None


def _beside(line: Line, others: list[Line], most: float = 0.15) -> bool:
    """Whether a line ends at the height of another, at most `most` em off."""
    return min(abs(line.bottom - other.bottom) for other in others) <= most * line.em


def _level(title: Line, others: list[Line]) -> bool:
    """Whether a title, which may be set smaller or otherwise, stands at the height of a line."""
    middle = (title.top + title.bottom) / 2
    return any(other.top < middle < other.bottom for other in others)


def _fills(part: list[Line], run: list[Line], at: float) -> bool:
    """Whether any line of a part is as long as prose on one side: labels and values are not."""

    def widths(lines: list[Line], left: bool) -> list[float]:
        sides = ([word for word in line.words if (word.x0 < at) == left] for line in lines)
        return [words[-1].x1 - words[0].x0 for words in sides if words]

    return any(
        max(widths(part, left), default=0.0) > 0.6 * max(widths(run, left), default=0.0)
        for left in (True, False)
    )


def _with_ends(lines: list[Line], first: int, last: int, at: float) -> tuple[int, int]:
    """Columns from line `first` to `last` with the lines of one alone: a title over the right, the rest of the left.

    Such a line begins where its column does and stands close to it.
    """
    words = [word for line in lines[first:last] for word in line.words]
    left = visual_lines(word for word in words if word.x0 < at)
    right = visual_lines(word for word in words if word.x0 >= at)
    edges = [median(line.words[0].x0 for line in column) for column in (left, right)]
    pitch = [
        median(below.bottom - above.bottom for above, below in itertools.pairwise(column))
        for column in (left, right)
    ]

    def belongs(line: Line, side: int, step: float, most: float) -> bool:
        inside = _sides(line, at) == (side == 0, side == 1)
        aligned = abs(line.words[0].x0 - edges[side]) < _SAME
        return inside and aligned and step < most * pitch[side]

    top, bottom = right[0].bottom, left[-1].bottom
    while first and belongs(lines[first - 1], 1, top - lines[first - 1].bottom, _OVER):
        first -= 1
        top = lines[first].bottom
    while last < len(lines) and belongs(lines[last], 0, lines[last].bottom - bottom, _CLOSE):
        bottom = lines[last].bottom
        last += 1
    return first, last


def _parts(lines: list[Line], first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of lines [first, last) between gaps across the page."""
    cuts = [
        index
        for index in range(first + 1, last)
        if lines[index].top - lines[index - 1].bottom > 0.6 * lines[index].em
    ]
    return list(itertools.pairwise([first, *cuts, last]))


def _run(lines: list[Line], index: int, at: float) -> tuple[int, int]:
    """The lines round `index` that x = `at` parts, from the first with words on both sides."""
    first, last = _free_run(lines, index, at)
    both = [i for i in range(first, last) if _sides(lines[i], at) == (True, True)]
    return (both[0], both[-1] + 1) if both else (index, index + 1)


def _free_run(lines: list[Line], index: int, at: float) -> tuple[int, int]:
    """The lines round `index` that no word crosses at x = `at`."""

    def free(line: Line) -> bool:
        return all(word.x1 < at or word.x0 > at for word in line.words) and not any(
            before.x1 < at < after.x0 and after.x0 - before.x1 < 0.8 * line.em
            for before, after in itertools.pairwise(line.words)
        )

    first = index
    while first > 0 and free(lines[first - 1]):
        first -= 1
    last = index + 1
    while last < len(lines) and free(lines[last]):
        last += 1
    return first, last


def _sides(line: Line, at: float) -> tuple[bool, bool]:
    return line.words[0].x0 < at, line.words[-1].x0 >= at


def _both_prose(lines: list[Line], at: float) -> bool:
    if len(lines) < 5:
        return False
    words = [word for line in lines for word in line.words]
    return all(
        _is_prose(visual_lines(word for word in words if (word.x0 < at) == left))
        for left in (True, False)
    )


def _is_prose(lines: list[Line]) -> bool:
    """Running text: most lines hold several words and reach the column's edge.

    Lines with wide gaps in them are rows of a table, if they are not columns of prose in their turn.
    """
    if len(lines) < 4:
        return False
    widths = [line.words[-1].x1 - line.words[0].x0 for line in lines]
    widest = max(widths)
    full = sum(width > 0.75 * widest for width in widths)
    if full < 0.6 * len(lines) or median(len(line.words) for line in lines) < 4:
        return False
    parted = sum(map(_is_parted, lines))
    return 2 * parted <= len(lines) or _prose_columns(lines) is not None


def _is_parted(line: Line) -> bool:
    """Whether a wide gap stands in the line."""
    return _parted_at(line) is not None


def _parted_at(line: Line) -> float | None:
    """Where a line goes on after its first wide gap; None where it has none."""
    return next(
        (
            after.x0
            for before, after in itertools.pairwise(line.words)
            if after.x0 - before.x1 > WIDE * line.em
        ),
        None,
    )
