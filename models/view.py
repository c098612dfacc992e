"""A readable string over stretches of a document's text, with the way back to its offsets."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.evidence import Span


@dataclass(slots=True, eq=False)  # made two hundred times a page, which frozen takes twice as long
class View:
    """`text` as a person reads it: white space folded, hyphens at line ends closed, markup gone.

    `offsets[i]` is the place in `Document.text` of `text[i]`, ascending; a range where nothing was left out.
    Never changed once it is made.
    """

    text: str
    offsets: Sequence[int]

    def __eq__(self, other: object) -> bool:
        """Whether both read alike and stand at the same places."""
        return self is other or (
            isinstance(other, View)
            and self.text == other.text
            and tuple(self.offsets) == tuple(other.offsets)
        )

    def __hash__(self) -> int:
        return hash((self.text, self.offsets[0] if self.text else 0))

    def span(self, start: int, end: int) -> Span:
        """The stretch of `Document.text` that [start, end) of this view stands for."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int) -> "View":
        """The view of [start, end) alone."""
        if start == 0 and end == len(self.text):
            return self
        return View(self.text[start:end], self.offsets[start:end])

    def line_starts(self) -> list[int]:
        """Where lines but the first begin, of a view whose lines were joined by a space."""
        if isinstance(self.offsets, range):
            return []  # one line
        pairs = enumerate(pairwise(self.offsets), 1)
        return [at for at, (one, two) in pairs if one == two]

    def index(self, offset: int) -> int:
        """The first place in this view that stands at or after `offset` of the document."""
        return bisect_left(self.offsets, offset)


_LETTER_SPACED = re.compile(
    r"(?<!\S)[^\W\d_](?:[ \u00a0]{1,4}[^\W\d_]){3,}(?![^\s:.])"
)  # words of one letter each; those of a longer word stand one space apart
_DISTINCT = 3  # letters that differ, so that a row of crosses is no word
NOTHING = "\u200b"
"""A mark without width, which stands for what views leave out."""

_MARKUP = frozenset("*_`#\u00ad\u200b\ufeff")
_TO_FOLD = re.compile(
    r"[*_`#\u00ad\u200b\ufeff\s\u2010¬-](?:(?<=[*_`#\u00ad\u200b\ufeff])|(?<=[^\S ])|(?=\s)"
    r"|(?<=\s)[^\W\d_][ \u00a0]{1,4}[^\W\d_][ \u00a0])"
)  # a mark, white space but a blank, white space or a hyphen before white space, two letters as in such a word
_RUN = re.compile(r"[^\s*_`#\u00ad\u200b\ufeff]+|.", re.DOTALL)
_JOINING = frozenset({"och", "eller", "samt", "respektive", "resp", "resp."})


def view_of(text: str, spans: Iterable[Span]) -> View:
    """Lay a view over `spans` of `text`, in order, with a space between them.

    Forms handled: runs of white space (also tab and no-break space) become one space; "fast-" at a
    line's end before a small letter is closed to one word, but not before "och", "eller" or "samt"
    (a suspended hyphen); Markdown's emphasis marks, soft hyphens and zero-width marks are left out;
    letter-spaced words ("B E S L U T") are closed, and two spaces between them stay one.
    """
    spans = tuple(spans)
    if len(spans) == 1 and _stands(text, spans[0]):
        start, end = spans[0]
        whole = text[start:end].rstrip(" ")
        return View(whole, range(start, start + len(whole)))
    chars: list[str] = []
    offsets: list[int] = []
    for span in spans:
        _space(chars, offsets, text, span.start)
        if len(spans) > 1 and _stands(text, span):
            chars += text[span.start : span.end]
            offsets += range(span.start, span.end)
            continue
        spaced = _letter_spaces(text, span)
        for run in _RUN.finditer(text, span.start, span.end):
            at, end = run.span()
            if at in spaced:
                continue
            if text[at].isspace():
                _space(chars, offsets, text, at)
            elif text[at] not in _MARKUP or not _is_markup(text, at):
                chars += run.group()
                offsets += range(at, end)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return View("".join(chars), tuple(offsets))


def _stands(text: str, span: Span) -> bool:
    """Whether `span` of `text` reads as it stands, but for blanks at its end."""
    return not (text.startswith(" ", span.start) or _TO_FOLD.search(text, span.start, span.end))


def side_by_side(views: Iterable[View]) -> View:
    """The columns of a row as one view, with a space between them; empty ones are left out."""
    filled = [view for view in views if view.text]
    if len(filled) == 1:
        return filled[0]
    offsets = list[int]()
    for view in filled:
        offsets += offsets[-1:]
        offsets.extend(view.offsets)
    return View(" ".join([view.text for view in filled]), tuple(offsets))


def _letter_spaces(text: str, span: Span) -> frozenset[int]:
    """Where the spaces stand that only set a word's letters apart."""
    return frozenset(
        at
        for run in _LETTER_SPACED.finditer(text, span.start, span.end)
        if len(set(run.group().split())) >= _DISTINCT
        for at in range(run.start() + 1, run.end() - 1)
        if text[at].isspace() and not (text[at - 1].isspace() or text[at + 1].isspace())
    )


def _is_markup(text: str, at: int) -> bool:
    """An underscore or hash inside a word (an address, a file name) is no markup."""
    if text[at] not in "_#":
        return True
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return not inside


def _space(chars: list[str], offsets: list[int], text: str, at: int) -> None:
    """One space for white space at `at`, or none where a word goes on after a line's hyphen."""
    if not chars or chars[-1] == " ":
        return
    if chars[-1] in "-\u2010\u00ac" and len(chars) > 1 and chars[-2].isalpha():
        rest = text[at : at + 60].lstrip()
        word = rest.split(maxsplit=1)[0] if rest else ""
        if word[:1].islower() and not word.endswith("-") and word not in _JOINING:
            chars.pop()
            offsets.pop()
            return
    chars.append(" ")
    offsets.append(at)
