"""A document as read: its text, never altered, and where on the pages each word stands."""

from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from pydantic import Field

from models.evidence import Box, Evidence
from models.issue import Issue
from models.record import Record

MarkKind = Literal["bold", "heading", "struck", "furniture", "table"]


class Word(NamedTuple):
    """A run of characters without white space. Box in points, origin at the page's top left."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0


class Mark(NamedTuple):
    """What the layout says of a stretch of text.

    bold       set in bold (or underlined as a heading is)
    heading    a heading by the file's own structure (Word style, HTML h1-h6)
    struck     struck through: withdrawn
    furniture  page heads, feet and numbers: kept in the text, not part of the body
    table      a table: one row a line, cells parted by tab
    """

    kind: MarkKind
    start: int
    end: int


class Page(Record):
    """One page: a stretch of `Document.text` and the words on it."""

    number: int = Field(ge=1, description="1-based", examples=[2])
    start: int = Field(
        ge=0, description="first character of the page in Document.text", examples=[0]
    )
    end: int = Field(ge=0, description="character after the page's last one", examples=[2105])
    width: float | None = Field(
        default=None, description="points; null for plain text", examples=[595.3]
    )
    height: float | None = Field(
        default=None, description="points; null for plain text", examples=[841.9]
    )
    turned: int = Field(
        default=0,
        ge=0,
        lt=360,
        description="degrees clockwise, in quarter turns, by which the page as shown was set upright",
        examples=[90],
    )
    ocr: bool = Field(
        default=False, description="true where the text was read from an image", examples=[False]
    )
    ocr_confidence: float | None = Field(
        default=None, ge=0, le=1, description="mean over words, 0..1", examples=[0.97]
    )
    words: tuple[Word, ...] = Field(
        default=(),
        description="in text order; empty for plain text",
        examples=[[[0, 9, 70.9, 68.2, 131.5, 82.0, 1.0]]],
    )


_start_of = attrgetter("start")
_SIDES = tuple(map(itemgetter, range(2, 6)))  # of a word: quicker than by name


class Document(Record):
    """One file. Columns of a row are parted by a tab, rows by a newline, in reading order."""

    document_id: str = Field(
        description="sha256 of the bytes, hexadecimal", examples=["9f86d081884c7d65"]
    )
    media_type: str = Field(
        description="by content, not by name", examples=["application/pdf", "text/plain"]
    )
    size_bytes: int = Field(ge=0, description="bytes of the file", examples=[48213])
    text: str = Field(
        description="all pages in order; offsets everywhere point into it",
        examples=["Protokoll för Lokala Brå"],
    )
    pages: tuple[Page, ...] = Field(
        description="in order; every character is on one", examples=[[{"number": 1}]]
    )
    marks: tuple[Mark, ...] = Field(
        default=(), description="sorted by start; kinds may overlap", examples=[[["bold", 0, 9]]]
    )
    issues: tuple[Issue, ...] = Field(
        default=(), description="what reading could not do", examples=[[{"kind": "page_failed"}]]
    )

    def page_at(self, offset: int) -> Page:
        """The page that holds the character at `offset`."""
        if len(self.pages) == 1:
            return self.pages[0]
        index = bisect_right(self.pages, offset, key=_start_of) - 1
        return self.pages[max(index, 0)]

    def box(self, start: int, end: int) -> Box | None:
        """The rectangle round the words of [start, end) that stand on the page of `start`."""
        return self._box(self.page_at(start), start, end)

    @staticmethod
    def _box(page: Page, start: int, end: int) -> Box | None:
        words = page.words
        first = bisect_left(words, (start,))  # a word is its start before all else
        while first and words[first - 1].end > start:
            first -= 1
        hit = words[first : bisect_left(words, (end,), first)]
        if not hit:
            return None
        left, top, right, bottom = _SIDES
        return Box(
            min(map(left, hit)), min(map(top, hit)), max(map(right, hit)), max(map(bottom, hit))
        )

    def evidence(
        self, field: str, start: int, end: int, rule: str, confidence: float = 1.0
    ) -> Evidence:
        """Evidence for `field` at [start, end), with page, quote and box looked up."""
        page = self.page_at(start)
        if page.ocr and page.ocr_confidence is not None:
            confidence = min(confidence, page.ocr_confidence)
        make = Evidence.trusted if 0 <= start < end <= len(self.text) else Evidence
        return make(
            field=field,
            page=page.number,
            start=start,
            end=end,
            quote=self.text[start:end],
            box=self._box(page, start, end),
            rule=rule,
            confidence=float(confidence),
        )
