"""A document cut into meetings, lines, paragraphs and sentences: what the extractors read.

These are working values inside one process, many to a page, so they are plain frozen dataclasses.
"""

from typing import Literal

from models.document import Document
from models.evidence import Evidence, Span
from models.frozen import frozen
from models.view import View

ParagraphKind = Literal["body", "item", "row", "heading"]

# The parts of a formal item, each under a subhead of its own: what led to it, what is told, what is proposed, who moves
# what, how it was put to the vote, what is decided, who dissents, to whom it is sent, and the papers.
ItemPart = Literal[
    "background", "told", "proposed", "moved", "vote", "decided", "dissent", "sent", "papers"
]

ASIDE: frozenset[ItemPart] = frozenset(
    {"vote", "dissent", "sent", "papers"}
)  # they tell of no facts

# What labels announce (`Block.field`): lists of persons, and functions at the meeting.
ATTENDANCE = frozenset({"present", "absent", "called", "invited"})
FUNCTIONS = frozenset({"chair", "secretary", "adjuster"})


@frozen
class Line:
    """One line (or, in flattened text, what would have been one), trimmed of white space.

    `cells` are the columns of a row, in order; one cell where the line has no columns.
    `gap` says that a blank line or a page's edge stands before it. `strong_to` is where the print ends in
    the document that is bold from the line's start on; the start itself where none is. `rank`: how large a heading or a bold line
    is, in points, or against other headings by its marks; 0 where that is not known.
    """

    start: int
    end: int
    text: str
    cells: tuple[View, ...]
    bold: bool
    heading: bool
    gap: bool
    table: bool
    strong_to: int = 0
    rank: float = 0.0


@frozen
class Sentence:
    """A sentence of a paragraph, readable, with the way back to the document."""

    view: View

    @property
    def text(self) -> str:
        return self.view.text

    @property
    def span(self) -> Span:
        return self.view.span(0, len(self.view.text))

    def part(self, start: int, end: int) -> Span:
        """Where [start, end) of `text` stands in `Document.text`."""
        return self.view.span(start, end)


@frozen
class Paragraph:
    """Lines that belong together.

    `lead` is the label or short heading that it stands under, `part` the part of a formal item that it is of.
    """

    kind: ParagraphKind
    view: View
    sentences: tuple[Sentence, ...]
    cells: tuple[View, ...]
    bold: bool
    lead: str | None
    part: ItemPart | None = None


@frozen
class SectionPart:
    """One top-level agenda item: its heading and its body [start, end) in `Document.text`.

    `owners` and `dues` stand in columns of their own beside the text, which is without them: whom its tasks
    fall on and by when, from the top down.
    """

    ordinal: int
    number: View | None
    title: View | None
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    owners: tuple[View, ...] = ()
    dues: tuple[View, ...] = ()

    @property
    def parts(self) -> frozenset[ItemPart]:
        """The parts of a formal item that it has."""
        return frozenset(each.part for each in self.paragraphs if each.part is not None)


@frozen
class Block:
    """A label of the head, attendance or signature part with the rows that stand under it.

    `field` is what the vocabulary says the label announces; None for lines under no label.
    """

    field: str | None
    rule: str
    label: View | None
    rows: tuple[tuple[View, ...], ...]


@frozen
class MeetingPart:
    """One meeting's stretch [start, end) of the document.

    `text` is the document's with what is struck through as zero-width marks: of the same length, so
    that places in it are places in the document. `head` holds the lines before the first section (labels, attendance), `tail` those after the
    last one that belong to no section (signatures, contact lines, notices of posting); `preamble` are
    the table rows of the head and of annexes, as paragraphs (a running log may stand before the items), `prose` those of its
    paragraphs that tell in sentences (notes may have no items); `blocks`
    are both, cut by their labels. `furniture` are page heads and feet.
    """

    document: Document
    text: str
    ordinal: int
    start: int
    end: int
    head: tuple[Line, ...]
    preamble: tuple[Paragraph, ...]
    prose: tuple[Paragraph, ...]
    sections: tuple[SectionPart, ...]
    tail: tuple[Line, ...]
    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...]

    def evidence(
        self, field: str, span: Span, rule: str, confidence: float = 1.0
    ) -> tuple[Evidence, ...]:
        """Evidence for one field at `span`, as the tuple that records take."""
        return (self.document.evidence(field, span.start, span.end, rule, confidence),)
