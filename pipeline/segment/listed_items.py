"""Items and the lists of them: a contents list whose items come below it in another form, and the points of an agenda.

Forms handled: "41. Ekonomi" above "41 Ekonomi Kassören berättade ...", where the list tells the title's end; points or plain
lines under "Dagordning", where nothing else tells of items; a contents list in the items' form, whose numbers begin anew below
it; the numbers that the head gives ("Paragrafer 21-28").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from models.frozen import frozen
from models.segmented import Line
from models.view import View
from pipeline.segment.labels import label_of
from pipeline.segment.unnumbered import FEWEST, LONGEST_TITLE

_ANNOUNCED = re.compile(
    r"(?<!\w)(?:paragrafer(?:na)?|§§)[\s:]+(?:nr\s)?(?:§+\s?)?(?:(?-i:[A-ZÅÄÖ]{2,5})\s)?(?P<first>\d{1,3})"
    r"(?:\s?[-–—]\s?|\still\s|[ \t])(?:§+\s?)?(?:(?-i:[A-ZÅÄÖ]{2,5})\s)?(?P<last>\d{1,3})(?!\d)",
    re.IGNORECASE,
)
_SIGNS = ("aragrafer", "ARAGRAFER", "§§")  # one of which every range has
_MOST = 100  # items of one meeting
_CONTENTS = re.compile(r"(?:inneh[åa]ll|ärendelista|ärendeförteckning)", re.IGNORECASE)
_PAGED = re.compile(r"(?:\.{2,}|…|\s)\s?\d{1,3}$")  # "Information från polisen...5"
_ALIKE = 10  # first characters of a title that comes again in other words
_POINT = re.compile(r"[-–—•·▪*\uf0b7\uf0a7\u25cf]\s+(?=[A-ZÅÄÖ0-9\"”])")
_DIGITS = re.compile(r"\d+")
_FEWEST_LISTED = 3  # items of a contents list
_FEWEST_REPEATED = 2  # of them that come again


@frozen
class Heading:
    """An item's opening line. The number's and the rest's places are in the line's view, and the title's end where
    a contents list tells it."""

    line: int
    number: View | None
    rest: int
    form: str
    stop: int | None = None


@frozen
class Candidate:
    """A line that may open an item, with what its number is and how much it looks like one."""

    line: int
    form: str
    prefix: str
    value: int
    number: View
    rest: int
    score: float
    title: str
    anew: bool = (
        False  # whether numbers may begin anew with it: a bold title of a group stands over it
    )


def after_contents(
    chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> tuple[Heading, ...]:
    """The items of a contents list that come below it in another form ("41. Ekonomi" above "41 Ekonomi Kassören ...");
    none where `chain` is no such list."""
    if len(chain) < _FEWEST_LISTED or chain[-1].line - chain[0].line > len(chain):
        return ()
    listed = {each.value: each.title for each in chain}
    again = [
        each
        for each in candidates
        if each.line > chain[-1].line
        and each.form != chain[0].form
        and len(title := listed.get(each.value, "")) > 1
        and each.title.startswith(title)
    ]
    rising = all(later.value > each.value for each, later in pairwise(again))
    if len(again) < _FEWEST_REPEATED or not rising:
        return ()
    return tuple(
        Heading(each.line, each.number, each.rest, each.form, each.rest + len(listed[each.value]))
        for each in again
    )


def announced_items(text: str) -> range:
    """The numbers of the items that the head gives: "Paragrafer 21-28", "§§ 1–12", "Paragrafer KPR 19 - KPR 26".

    Empty where it gives none.
    """
    signs = [at for sign in _SIGNS if (at := text.find(sign)) >= 0]
    match = _ANNOUNCED.search(text, max(min(signs) - 1, 0)) if signs else None
    if match is None:
        return range(0)
    first, last = int(match["first"]), int(match["last"])
    return range(first, last + 1) if first < last < first + _MOST else range(0)


def below_contents(
    lines: Sequence[Line], chain: Sequence[Candidate], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The items below a contents list in the same form, of which the document's end may cut most off; none where
    `chain` is no such list, or its numbers begin no more anew below it.

    An item that stands before the first one that is listed twice, and has no page behind its title, is kept.
    """
    if len(chain) < _FEWEST_LISTED or chain[-1].line - chain[0].line >= len(chain):
        return []
    above = lines[max(chain[0].line - 1, 0) : chain[0].line + 1]
    paged = sum(_PAGED.search(each.title) is not None for each in chain)
    if not (any(_CONTENTS.search(line.text) for line in above) or paged * 2 > len(chain)):
        return []
    listed = {each.value: _PAGED.sub("", each.title) for each in chain}
    again: list[Candidate] = []
    for each in candidates:
        rises = each.value == again[-1].value + 1 if again else _is_alike(each, listed)
        if each.line > chain[-1].line and each.form == chain[0].form and rises:
            again.append(each)
    first = again[0].value if again else 0
    kept = [each for each in chain if each.value < first and not _PAGED.search(each.title)]
    return [*kept, *again] if again else []


def _is_alike(candidate: Candidate, listed: Mapping[int, str]) -> bool:
    """Whether an item's title opens as the one that is listed with its number."""
    title = listed.get(candidate.value, "")[:_ALIKE]
    return bool(title) and candidate.title.startswith(title)


def agenda_points(lines: Sequence[Line], plain: Sequence[int]) -> tuple[Heading, ...]:
    """The points under "Dagordning" as items, where nothing else than that list tells of them.

    plain: the headings without numbers, which are the items where several stand below the list.
    """
    start = next((at for at, line in enumerate(lines) if _opens_agenda(line)), len(lines))
    found: list[Heading] = []
    for at, line in enumerate(lines[start + 1 :], start + 1):
        point = _POINT.match(line.text)
        bare = not (line.gap or line.text.endswith((".", ":", ",")) or label_of(line.cells[0]))
        if len(line.cells) > 1 or len(line.text) > LONGEST_TITLE or not (point or bare):
            break
        found.append(Heading(at, None, point.end() if point else 0, "point"))
    if len(found) < FEWEST or sum(at > found[-1].line for at in plain) >= FEWEST:
        return ()
    titles = {lines[each.line].text[each.rest :].strip(" :.").lower() for each in found}
    below = {line.text.strip(" :.").lower() for line in lines[found[-1].line + 1 :]}
    return () if titles & below else tuple(found)


def _opens_agenda(line: Line) -> bool:
    label = label_of(line.cells[0])
    return label is not None and label.field == "agenda" and label.value >= len(line.text)


def skips(numbered: Sequence[Heading]) -> Iterator[tuple[Heading, Heading]]:
    """The items between which one number is missing, which a scan may have lost."""
    for above, below in pairwise(numbered):
        values = [
            int(digits[-1])
            if each.number is not None and (digits := _DIGITS.findall(each.number.text))
            else 0
            for each in (above, below)
        ]
        if values[0] and values[1] - values[0] == 2:  # "6 Skolan", "Övrigt", "8 Nästa möte"
            yield above, below
