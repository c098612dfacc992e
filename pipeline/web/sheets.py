"""A document's pages as the page shows them: boxes over a picture, or the text with its facts marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.evidence import Box
from pipeline.store.desk.asked import Row
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
    places = [
        (each, Mark(fact.key, group.name, each.quote, each.box))
        for group in groups
        for fact in group.facts
        for each in fact.evidence
    ]
    seen: set[str] = set()
    made = []
    for page in pages:
        here = sorted(
            ((each, mark) for each, mark in places if each.page == page["page"]),
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
    owner: list[Mark | None] = [None] * (end - start)
    for first, last, mark in marks:  # the longest first, so that the shortest is written last
        for at in range(max(first, start), min(last, end)):
            owner[at - start] = mark
    pieces: list[Piece] = []
    begun: set[str] = set()
    at = 0
    text = page["text"]
    while at < len(owner):
        upto = at
        while upto < len(owner) and owner[upto] is owner[at]:
            upto += 1
        found = owner[at]
        if found is None:
            pieces.append(Piece(text[at:upto], None))
        else:
            again = found.key in begun
            begun.add(found.key)
            pieces.append(
                Piece(text[at:upto], Mark(found.key, found.group, found.quote, None, not again))
            )
        at = upto
    return pieces
