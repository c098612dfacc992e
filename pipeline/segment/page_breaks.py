"""Where pages end in text without places: the feet and heads that stand between two pages.

Forms handled: the boxes for signatures that formal boards have at the foot of each page ("Justerandes sign
Utdragsbestyrkande", with initials or dots); a head that stands at several page numbers with a total ("EKBY KOMMUN
SAMMANTRÄDESPROTOKOLL 4 (6)"), be it before or behind the number, on lines of its own or in flattened text. The first
page's head is the document's own and stays.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from models.evidence import Span
from pipeline.vocabulary.openings import swift

_SIGN = (
    r"(?:(?:justerand(?:es|e|as|ens|enas)|justeraren?s?|just\.?|ordförande(?:n?s)?|sekreterarens?)\s*sign(?:atur(?:er)?|um|\.)?"
    r"|utdragsbestyrkande|utdragets?\sbestyrk(?:s|ande))"
)
_APART = r"[\s_.:…|/–-]*"
_BESIDE = r"(?:(?-i:[A-ZÅÄÖ]{2,3})\b(?!\s?\d)|d(?:iarie)?nr\W{1,2}(?:[A-ZÅÄÖ]{2,5}\s)?[\d/.:-]+|(?:sid(?:a|an)?\s)?\d{1,3}\s?\(\s?\d{1,3}\s?\))"
_SIGNED = re.compile(
    rf"{_APART}(?:{_BESIDE}{_APART})*(?:{_SIGN}{_APART}(?:{_BESIDE}{_APART})*)+", re.I
)
_SIGNS = re.compile(rf"{_SIGN}{_APART}{_SIGN}[_.…]*", re.I)
_CLUES = "sign", "bestyrk"
_MARK = swift(
    r"(?<!\S)(?:(?:sid(?:a|an|nr)?|blad)\.?\s*)?(?P<page>\d{1,3})(?:\s?\(\s?(?P<of>\d{1,3})\s?\)|(?<=[Ss]id.\s\d)\sav\s(?P<all>\d{1,3}))(?!\S)",
    re.I,
)
_WORD = re.compile(r"\S+")
_FARTHEST = 300  # characters round a page's number in which its head stands
_MOST = 25  # words of a head
_FEWEST = 2  # words of one, or one long word
_LONG = 12  # characters
_MOST_MARKS = 200


def page_breaks(text: str, rows: Sequence[tuple[int, int]]) -> list[Span]:
    """What stands between two pages, in order, without overlaps."""
    found = [*_signed(text, rows), *_heads(text)]
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _signed(text: str, rows: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The boxes for signatures: alone on their line, or two labels of them anywhere."""
    small = text.lower()
    if not any(clue in small for clue in _CLUES):
        return
    for start, end in rows:
        if _SIGNED.fullmatch(text, start, end):
            yield Span(start, end)
        else:
            yield from (Span(*match.span()) for match in _SIGNS.finditer(text, start, end))


def _heads(text: str) -> Iterator[Span]:
    """Each page number with what stands so at another one of the same document, too."""
    marks = list(_MARK.finditer(text))
    if not 1 < len(marks) <= _MOST_MARKS:
        return
    documents = list(_documents(marks))
    for order, pages in enumerate(documents):
        before = [_words(text, match.start() - _FARTHEST, match.start())[::-1] for match in pages]
        behind = [_words(text, match.end(), match.end() + _FARTHEST) for match in pages]
        for at, match in enumerate(pages):
            if match["page"] == "1":
                continue
            above, below = _shared(at, before), _shared(at, behind)
            if not above and at + 1 == len(pages) and order + 1 < len(documents):
                continue  # what follows the last page is another document's
            if above or below:
                start = above[-1].start() if above else match.start()
                yield Span(start, below[-1].end() if below else match.end())


def _documents(marks: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The numbers of pages that rise one after the other, of one total."""
    rising: list[re.Match[str]] = []
    for match in marks:
        if rising and (
            _total(match) != _total(rising[-1]) or int(match["page"]) <= int(rising[-1]["page"])
        ):
            yield rising
            rising = []
        rising.append(match)
    yield rising


def _total(match: re.Match[str]) -> str:
    return match["of"] or match["all"]


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, max(start, 0), min(end, len(text))))


def _shared(at: int, words: Sequence[Sequence[re.Match[str]]]) -> list[re.Match[str]]:
    """The words of one page's edge that it has in common with another's; none where they are too few."""
    own = words[at]
    most = max((_common(own, other) for index, other in enumerate(words) if index != at), default=0)
    shared = own[: min(most, _MOST)]
    enough = len(shared) >= _FEWEST or any(len(word.group()) >= _LONG for word in shared)
    return list(shared) if enough else []


def _common(one: Sequence[re.Match[str]], other: Sequence[re.Match[str]]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].group() == pair[1].group(), pairs))
