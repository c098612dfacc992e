"""Which rows are page heads, feet and page numbers: told by repetition and place, not by words."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.issue import Issue
from pipeline.read.compose import WHOLE_ROW, LaidPage, Place, compose
from pipeline.read.layout import Row, line_pitch, with_gaps
from pipeline.read.reading import Reading

_BAND = 0.13  # of the page's height, at the top and at the foot
_ALIKE = 90  # of 100: the same words, read twice
_LONG_ENOUGH = 10  # characters
_NUMBER = re.compile(
    r"(?:(?:sida|sidan|sid|sidnr|blad|page|s)\.?\s*)?(\d{1,3}\s+)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|/\s*\d{1,3}|av\s+\d{1,3}|of\s+\d{1,3})"
    r"|(?:sida|sidan|sid|blad|page)\.?\s*\d{1,3}",
    re.I,
)
_BARE = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?")


def together(pages: Sequence[LaidPage], issues: Sequence[Issue]) -> Reading:
    """One document from its pages, with what only shows across them: paragraph gaps and furniture."""
    pitch = line_pitch(page.rows for page in pages)
    pages = [replace(page, rows=tuple(with_gaps(page.rows, pitch))) for page in pages]
    return compose(pages, furniture_of(pages), tuple(issues))


def furniture_of(pages: Sequence[LaidPage]) -> frozenset[Place]:
    """Rows and cells that belong to the page and not to its text.

    So where the same words (digits aside) stand in the same band of at least two pages and a third
    of them; where a page number stands with its total; and where a bare number counts the pages.
    The first page's head is the document's own head and stays text, but for its page number.
    """
    found: set[Place] = set()
    seen: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    counted: defaultdict[tuple[str, int], list[Place]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, row, band in _edge_rows(page):
            place = (number, index, WHOLE_ROW)
            texts = [" ".join(word.text for word in cell) for cell in row.cells]
            text = " ".join(texts)
            if _NUMBER.fullmatch(text):
                found.add(place)
                continue
            found.update((number, index, c) for c, t in enumerate(texts) if _NUMBER.fullmatch(t))
            if bare := _BARE.fullmatch(text):
                counted[band, int(bare[1]) - number].append(place)
            seen[_like(seen, band, _normal(text))].append(place)
    for places in counted.values():
        if len(places) >= 2 or _last_of_all(places[0], pages):
            found.update(places)
    for (band, words), places in seen.items():
        on = {number for number, _, _ in places}
        if len(on) >= 2 and 3 * len(on) >= len(pages) and words != "0":
            found.update(place for place in places if not (band == "head" and place[0] == 0))
    return frozenset(
        place for place in found if place[2] == WHOLE_ROW or (*place[:2], WHOLE_ROW) not in found
    )


def _like(seen: Mapping[tuple[str, str], object], band: str, words: str) -> tuple[str, str]:
    """The key under which words were seen before, be it with an OCR's error or two."""
    if (band, words) in seen or len(words) < _LONG_ENOUGH:
        return band, words
    from rapidfuzz.fuzz import ratio

    known = (key for key in seen if key[0] == band and abs(len(key[1]) - len(words)) < 6)
    return next((key for key in known if ratio(key[1], words) >= _ALIKE), (band, words))


def _last_of_all(place: Place, pages: Sequence[LaidPage]) -> bool:
    """Whether a bare number is the last row of a document's only page, and its number is 1."""
    if len(pages) > 1 or place[1] < len(pages[0].rows) - 1:
        return False
    return pages[0].rows[-1].cells[0][0].text == "1"


def _edge_rows(page: LaidPage) -> list[tuple[int, Row, str]]:
    """The rows in the top and bottom bands."""
    rows: list[tuple[int, Row, str]] = []
    for index, row in enumerate(page.rows):
        if row.bottom < _BAND * page.height:
            rows.append((index, row, "head"))
        elif row.top > (1 - _BAND) * page.height:
            rows.append((index, row, "foot"))
    return rows


def _normal(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\W+", " ", text)).strip().casefold()
