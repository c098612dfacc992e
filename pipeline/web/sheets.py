"""A document's pages as the page shows them: boxes over a picture, or the text with its facts marked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from models.evidence import Box
from pipeline.store.database import Row
from pipeline.store.desk.records import Proof
from pipeline.web.record import Group


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact's place: its key, its group's name, its own words, and for a picture its box in points."""

    key: str
    group: str
    quote: str
    box: Box | None = None
    first: bool = False  # the fact's first place, which its address leads to


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked as one fact, or as none."""

    text: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. Either `boxes` over its picture, or `pieces` of its text, where it has no layout."""

    page: Row
    boxes: list[Mark]
    pieces: list[Piece]

    @property
    def has_picture(self) -> bool:
        return bool(self.page["width_pt"] and self.page["height_pt"])


def sheets(pages: Iterable[Row], groups: Iterable[Group]) -> list[Sheet]:
    """All pages of a document with the facts of one meeting."""
    places: defaultdict[int, list[tuple[Proof, Mark]]] = defaultdict(list)  # by page
    for group in groups:
        for fact in group.facts:
            for each in fact.evidence:
                mark = Mark(fact.key, group.name, each.quote, each.box)
                places[each.page].append((each, mark))
    seen: set[str] = set()
    made = []
    for page in pages:
        here = sorted(
            places[page["page"]],
            key=lambda place: place[0].start - place[0].end,  # the small ones on top
        )
        marks = []
        for each, mark in here:
            first = mark.key not in seen
            seen.add(mark.key)
            marks.append(
                (each.start, each.end, Mark(mark.key, mark.group, mark.quote, mark.box, first))
            )
        sheet = Sheet(page, [mark for _, _, mark in marks if mark.box], [])
        if not sheet.has_picture:
            sheet = Sheet(page, [], _pieces(page, marks))
        made.append(sheet)
    return made


def _pieces(page: Row, marks: list[tuple[int, int, Mark]]) -> list[Piece]:
    """The page's text, cut where facts begin and end; of several at one place the shortest shows."""
    start, end = page["start"], page["end"]
    here = [(max(first, start), min(last, end), mark) for first, last, mark in marks]
    here = [place for place in here if place[0] < place[1]]
    cuts = sorted({start, end, *(first for first, _, _ in here), *(last for _, last, _ in here)})
    nth = {cut: place for place, cut in enumerate(cuts)}
    owner: list[Mark | None] = [None] * (len(cuts) - 1)
    for first, last, mark in here:  # the longest first, so that the shortest is written last
        owner[nth[first] : nth[last]] = [mark] * (nth[last] - nth[first])
    pieces: list[Piece] = []
    begun: set[str] = set()
    for _, those in groupby(range(len(owner)), key=lambda place: id(owner[place])):
        places = list(those)
        text = page["text"][cuts[places[0]] - start : cuts[places[-1] + 1] - start]
        found = owner[places[0]]
        if found is None:
            pieces.append(Piece(text, None))
        else:
            again = found.key in begun
            begun.add(found.key)
            pieces.append(Piece(text, Mark(found.key, found.group, found.quote, None, not again)))
    return pieces
