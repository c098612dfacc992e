"""Which rows are page heads, feet and page numbers: told by repetition and place, not by words."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.read.compose import LaidPage
from pipeline.read.layout import Row

_BAND = 0.13  # of the page's height, at the top and at the foot
_NUMBER = re.compile(
    r"(?:(?:sida|sidan|sid|sidnr|page|s)\.?\s*)?(\d{1,3}\s+)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|/\s*\d{1,3}|av\s+\d{1,3}|of\s+\d{1,3})"
    r"|(?:sida|sidan|sid|page)\.?\s*\d{1,3}",
    re.I,
)
_BARE = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?")


def furniture_of(pages: Sequence[LaidPage]) -> frozenset[tuple[int, int]]:
    """Rows, as (index of page, index of row), that belong to the page and not to its text.

    A row is one where the same words (digits aside) stand in the same band of at least two pages
    and a third of them; where it is a page number with its total; or where it is a bare number
    that counts the pages. The first page's head is the document's own head and stays text, but for
    its page number.
    """
    found: set[tuple[int, int]] = set()
    seen: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    counted: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, row, band in _edge_rows(page):
            text = _text(row)
            if _NUMBER.fullmatch(text):
                found.add((number, index))
            elif bare := _BARE.fullmatch(text):
                counted[band, int(bare[1]) - number].append((number, index))
            else:
                seen[band, _normal(text)].append((number, index))
    for places in counted.values():
        if len(places) >= 2:
            found.update(places)
    for (band, _), places in seen.items():
        on = {number for number, _ in places}
        if len(on) >= 2 and 3 * len(on) >= len(pages):
            found.update(place for place in places if not (band == "head" and place[0] == 0))
    return frozenset(found)


def _edge_rows(page: LaidPage) -> list[tuple[int, Row, str]]:
    """Rows in the top and bottom bands, unbroken from the edge as far as the band goes."""
    rows: list[tuple[int, Row, str]] = []
    for index, row in enumerate(page.rows):
        if row.bottom < _BAND * page.height:
            rows.append((index, row, "head"))
        elif row.top > (1 - _BAND) * page.height:
            rows.append((index, row, "foot"))
    return rows


def _text(row: Row) -> str:
    return " ".join(word.text for cell in row.cells for word in cell)


def _normal(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\W+", " ", text)).strip().casefold()
