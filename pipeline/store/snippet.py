"""What to show of a passage that was found: the stretch that holds most of what was asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.evidence import Span
from models.view import View, view_of
from pipeline.language.terms import terms_in
from pipeline.store.search_query import Query

_LENGTH = 240  # characters
_BEFORE = 60  # of them at most before the first mark


class Page(NamedTuple):
    """A page of the document: its number and its stretch of the document's text."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """`text` with "…" where it is cut, `marks` in it, and the page of the first mark."""

    text: str
    marks: tuple[Span, ...]
    page: int


class _Mark(NamedTuple):
    start: int  # in the view
    end: int
    what: str  # the term or phrase that stands here


def snippet(pages: Sequence[Page], start: int, end: int, query: Query) -> Snippet | None:
    """The best stretch of the passage [start, end), None where a phrase says that it is no hit.

    `pages`: those that the passage stands on, in order.
    """
    base = pages[0].start
    text = ""
    for page in pages:
        text = text.ljust(page.start - base) + page.text
    view = view_of(text, [Span(max(start - base, 0), min(end - base, len(text)))])
    phrases = [list(_phrase(view.text, phrase)) for phrase in query.phrases]
    unwanted = (_phrase(view.text, phrase) for phrase in query.without_phrases)
    if not all(phrases) or any(True for each in unwanted for _ in each):
        return None
    words = _words(view.text, set(query.words))
    marks = sorted([*words, *(mark for each in phrases for mark in each)])
    cut = _best(view, marks)
    first = next((mark for mark in marks if mark.start >= cut.start), _Mark(cut.start, cut.end, ""))
    place = base + view.offsets[first.start] if view.text else start
    number = next((page.number for page in reversed(pages) if page.start <= place), 1)
    lead = "… " if cut.start else ""
    shift = len(lead) - cut.start
    return Snippet(
        lead + view.text[cut.start : cut.end] + (" …" if cut.end < len(view.text) else ""),
        tuple(
            Span(mark.start + shift, mark.end + shift)
            for mark in marks
            if cut.start <= mark.start and mark.end <= cut.end
        ),
        number,
    )


def _phrase(text: str, phrase: str) -> Iterator[_Mark]:
    pattern = r"[\W_]+".join(map(re.escape, phrase.split()))
    for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text, re.IGNORECASE):
        yield _Mark(match.start(), match.end(), phrase)


def _words(text: str, wanted: set[str]) -> Iterator[_Mark]:
    for word in terms_in(text):
        for term in wanted.intersection(word.terms):
            yield _Mark(word.start, word.end, term)


def _best(view: View, marks: Sequence[_Mark]) -> Span:
    """The stretch with the most different marks, then the most marks, then the first."""

    def worth(first: _Mark) -> tuple[int, int, int]:
        held = [
            each for each in marks if first.start <= each.start and each.end <= first.start + room
        ]
        return len({each.what for each in held}), len(held), -first.start

    room = _LENGTH - _BEFORE
    at = max(marks, key=worth).start if marks else 0
    start = view.text.find(" ", at - _BEFORE, at) + 1 if at > _BEFORE else 0
    end = min(start + _LENGTH, len(view.text))
    if end < len(view.text):
        end = max(view.text.rfind(" ", start, end), at + 1)
    return Span(start, end)
