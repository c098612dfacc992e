"""A document cut into the passages that a search finds, each with its terms.

A passage is an item with its heading, or what stands outside of items (head, attendance, signatures)
page by page: all of the document's text is in one. A passage belongs to the meeting that it stands in.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from models.document import Document
from models.evidence import Span
from models.meeting import Action, Attendee, FollowUp, Meeting, PriorityArea, Protocol, Section
from models.problem import ProblemMention
from models.view import view_of
from pipeline.identity_numbers import masked
from pipeline.language.terms import forms_in, terms_in, words_of
from pipeline.store.shorthand import shorthand

_HEADING_WEIGHT = 3  # times that a word of an item's heading counts


@dataclass(frozen=True, slots=True)
class Passage:
    """Text [start, end) of the document. `counts`: term -> how often, `length`: words with terms,
    `shorthand`: of all words.
    """

    meeting: int | None
    section: int | None
    start: int
    end: int
    length: int
    counts: dict[str, int]
    shorthand: str


def passages(protocol: Protocol) -> Iterator[Passage]:
    """The passages of a document in order; those without a word are left out.

    Personal identity numbers have no terms: what is masked where it is shown cannot be searched for.
    """
    document = protocol.document
    text = masked(document.text)
    items = list(_items(protocol))
    rest = _between(protocol, [place for *_, place in items])
    for meeting, section, heading, span in (*items, *rest):
        counts: Counter[str] = Counter()
        length = 0
        view = view_of(text, [span])
        for word in terms_in(view.text):
            length += 1
            weight = _HEADING_WEIGHT if view.offsets[word.start] < heading else 1
            counts.update(dict.fromkeys(word.terms, weight))
        if counts:
            signs = shorthand(words_of(view.text))
            found = {**counts, **forms_in(view.text)}
            yield Passage(meeting, section, span.start, span.end, length, found, signs)


_Item = tuple[int | None, int | None, int, Span]  # meeting, section, where its heading ends, place


def _items(protocol: Protocol) -> Iterator[_Item]:
    for meeting in protocol.meetings:
        for ordinal, section in enumerate(meeting.sections, start=1):
            if not section.evidence:
                continue
            first = min(each.start for each in section.evidence)
            heading = max(
                (each.end for each in section.evidence if each.field != "text"), default=first
            )
            body = protocol.document.text.find(section.text, heading)
            end = max(heading, body + len(section.text))
            yield meeting.ordinal, ordinal, heading, Span(first, end)


def _between(protocol: Protocol, taken: Iterable[Span]) -> Iterator[_Item]:
    """What no item holds, cut at page ends and where a meeting begins."""
    document = protocol.document
    begins = sorted((_first(meeting), meeting.ordinal) for meeting in protocol.meetings)
    edges = sorted(
        {page.start for page in document.pages}
        | {page.end for page in document.pages}
        | {start for start, _ in begins[1:]}
    )
    for free in _gaps(document, taken):
        cuts = [free.start, *(edge for edge in edges if free.start < edge < free.end), free.end]
        for start, end in pairwise(cuts):
            before = [ordinal for begin, ordinal in begins if begin <= start]
            owner = before[-1] if before else begins[0][1] if begins else None
            yield owner, None, start, Span(start, end)


def _first(meeting: Meeting) -> int:
    """The first place that anything of the meeting is known from."""
    facts: tuple[Attendee | Section | PriorityArea | Action | FollowUp | ProblemMention, ...] = (
        *meeting.attendees,
        *meeting.sections,
        *meeting.priority_areas,
        *meeting.actions,
        *meeting.follow_ups,
        *meeting.problem_mentions,
    )
    proofs = (meeting.evidence, meeting.unclaimed, *(fact.evidence for fact in facts))
    return min((each.start for proof in proofs for each in proof), default=0)


def _gaps(document: Document, taken: Iterable[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(taken):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < len(document.text):
        yield Span(at, len(document.text))
