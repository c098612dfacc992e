"""The lines of a head with the label that each stands under, and what is found in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.evidence import Evidence, Span
from models.issue import Issue, IssueKind
from models.segmented import Block, MeetingPart, Sentence
from models.view import View
from pipeline.vocabulary import rules

_SENTENCE = re.compile(r"(?:sammanträde|möte)\s.{0,25}\d", re.IGNORECASE)  # among the names
TITLE_LINES = 14  # how far down a document says what it is


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A cell of the head, the label's field and rule, and how many rows down it stands."""

    view: View
    field: str | None
    rule: str
    position: int
    furniture: bool

    @property
    def text(self) -> str:
        return self.view.text


class Reading:
    """One pass over a head: its lines, and the evidence and issues that the fields gather."""

    def __init__(self, meeting: MeetingPart) -> None:
        self.meeting = meeting
        self.lines = tuple(_lines(meeting))
        self.titles = tuple(
            line
            for line in self.lines
            if line.field in {None, "council"} and (line.furniture or line.position < TITLE_LINES)
        )
        self.evidence: list[Evidence] = []
        self.issues: list[Issue] = []

    def prove(
        self, field: str, view: View, start: int, end: int, rule: str, confidence: float = 1.0
    ) -> None:
        """Keep [start, end) of `view` as evidence for `field`."""
        self.evidence.extend(self.meeting.evidence(field, view.span(start, end), rule, confidence))

    def doubt(self, kind: IssueKind, message: str, span: Span) -> None:
        """Keep an issue."""
        self.issues.append(Issue(kind=kind, severity="warning", message=message, span=span))

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the items, in order."""
        for section in self.meeting.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences


def _lines(meeting: MeetingPart) -> Iterator[HeadLine]:
    """Every cell of the head and tail with its label, then page heads, in reading order."""
    position = 0
    for block in meeting.blocks:
        for row in block.rows:
            for cell in row:
                if cell.text:
                    apart = (
                        _is_title(block) or _SENTENCE.match(cell.text) or _names_body(block, cell)
                    )
                    field = None if apart else block.field
                    yield HeadLine(cell, field, block.rule, position, furniture=False)
            position += 1
    for line in meeting.furniture:
        for cell in line.cells:
            if cell.text:
                yield HeadLine(cell, None, "", position, furniture=True)


def _is_title(block: Block) -> bool:
    """ "KALLELSE" alone on its line is the document's title, not a label of what follows."""
    label = block.label.text if block.label is not None and block.field == "ignored" else ""
    return label.isupper() and any(rule.regex.fullmatch(label) for rule in rules("titles"))


def _names_body(block: Block, cell: View) -> bool:
    """A title under a label: "Protokoll: Trygghetsrådet", "Datum" over "Trygghetsrådet, den 3 maj"."""
    label = block.label.text.lower() if block.label is not None else ""
    titled = block.field in {"secretary", "plain_date"} or label.startswith("kallelse")
    return titled and any(rule.regex.match(cell.text) for rule in rules("councils"))


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with `spans` overwritten by spaces: the same length, so that offsets hold."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
