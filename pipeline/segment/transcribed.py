"""Pages as hosts of documents transcribe them: each a line of its own, under the host's lines.

Forms handled: a title, "Storlek: px", "Starta visningen från sidan:", "Transkript" and the like, also as a list with
the uploader's name; then "1 NORRBY BROTTSFÖREBYGGANDE RÅD ...", "2 37 Innehåll ..." with the transcript's number and
the page's own, or an item's, whose title in capitals is another one on each page ("2 37 UPPROP ..."); without a host also
"Sida 3/10 ...", "3(9) ...", "NORRBY KOMMUN SIDA 3 (9) ..." and the page's head before its number ("Folkhälsorådet 2009-09-24 4 Fhr 41 ...").
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.names import is_name
from pipeline.vocabulary import kind_of, pattern

Row = tuple[int, int]

_HOSTS_LINES = 40  # at the top of a text
_SHORT_HOST = 5  # lines above a text that is announced without any other sign of a host
_PAGE = r"(?P<page>\d{1,3})(?![\d.,:-])"
_OF = r"(?:\s?\(\s?\d{1,3}\s?\)|\s?/\s?\d{1,3}|\sav\s\d{1,3})"
_HOSTS = re.compile(rf"{_PAGE}(?:\s\d{{1,3}}(?:{_OF}|(?=\s[A-ZÅÄÖ])))?\s")
_HOSTS_ALONE = re.compile(rf"{_PAGE}\s")
_OWN = re.compile(r"\d{1,3}\s\d{1,3}\s(?P<word>[A-ZÅÄÖ]+)(?![a-zåäö])")
_TOTALLED = re.compile(rf"(?:(?<=\s)|^){_PAGE}\s?\(\s?\d{{1,3}}\s?\)\s")
_OPENS_TOTALLED = re.compile(rf"{_PAGE}\s?\(\s?\d{{1,3}}\s?\)\s")
_TOLD = re.compile(rf"sid(?:a|an)?\s{_PAGE}{_OF}?\s", re.I)
_BULLETS = "-–•| "
_AGO = re.compile(r"för \d+ \w+ sedan")
_SHORTEST_HEAD = 8  # characters that all pages open with
_FEWEST_PAGES = 2
_BEFORE = 20  # characters before the head of the first page
_SHORTEST = 500  # characters of all pages
_MOSTLY = 0.8  # of the rows' characters
_NEAR = 80  # first characters of a page, which hold its number
_SHORTEST_PAGE = 80  # characters
_FEWEST_WORDS = 15  # of a page that lost its lines


def hosts_rows(text: str, rows: Sequence[Row]) -> frozenset[Row]:
    """The rows that a host has set above the document's text; none where no row shows a host."""
    top = rows[:_HOSTS_LINES]
    lines = [" ".join(text[slice(*row)].lstrip(_BULLETS).split()) for row in top]
    begins = _begins(lines)
    if not (begins or any(sign.match(line) for sign in _signs() for line in lines)):
        return frozenset()
    kinds = [kind_of("hosts", line) if line else "other" for line in lines]
    for at in range(begins):
        if lines[at] in lines[begins + 1 : begins + 2]:
            kinds[at] = "other"  # the title, which stands once more where the text begins
    for at, line in enumerate(lines):
        if _AGO.fullmatch(line) and at and kinds[at - 1] is None and is_name(lines[at - 1]):
            kinds[at - 1] = "other"  # who put it there
    return frozenset(row for row, kind in zip(top, kinds, strict=True) if kind is not None)


def quoted_title(text: str, row: Row) -> Row | None:
    """The document's title in a host's line, often with what its text has lost ('Download "Rådet 3 maj 2019 kl. 9-11"')."""
    quoted = pattern("hosts", "title").match(text[slice(*row)])
    return (row[0] + quoted.start("title"), row[0] + quoted.end("title")) if quoted else None


def _signs() -> tuple[re.Pattern[str], ...]:
    return pattern("hosts", "sign"), pattern("hosts", "title")


def _begins(lines: Sequence[str]) -> int:
    """Which of the first lines announces the text below it ("Transcription"); 0 where none does."""
    announced = pattern("hosts", "text").match
    top = enumerate(lines[: _SHORT_HOST + 1])
    return next((at for at, line in top if at and announced(line)), 0)


def pages(text: str, rows: Sequence[Row], *, hosted: bool) -> dict[Row, int]:
    """Each row that is a page, and where its number and head end; empty where the rows are no pages.

    hosted: whether a host's rows stand above, so that a bare number is a page's and not an item's.
    """
    if len(rows) < _FEWEST_PAGES:
        return {}
    mark = _HOSTS_ALONE if _are_items(text, rows) else _HOSTS
    if hosted and (found := _numbered(text, rows, mark)):
        inner = pages(text, [(end, stop) for (_, stop), end in found.items()], hosted=False)
        return {row: inner.get((end, row[1]), end) for row, end in found.items()}
    return (
        _numbered(text, rows, _TOLD)
        or _numbered(text, rows, _headed(text, rows))
        or _totalled(text, rows)
        or _numbered(text, rows, _OPENS_TOTALLED)
    )


def _are_items(text: str, rows: Sequence[Row]) -> bool:
    """Whether the second numbers are items': titles in capitals stand behind them, another one on each page."""
    found = [match["word"] for row in rows if (match := _OWN.match(text, *row)) is not None]
    return len(found) > 1 and len({*found}) == len(found)


def _totalled(text: str, rows: Sequence[Row]) -> dict[Row, int]:
    """The rows that have the pages' numbers with their total near their start, and nothing there to leave out."""
    found: dict[Row, int] = {}
    for start, end in rows:
        if end - start < _SHORTEST_PAGE:
            continue
        match = _TOTALLED.search(text, start, min(start + _NEAR, end))
        if match is None or int(match["page"]) != len(found) + 1:
            continue
        if len(text[match.end() : end].split()) < _FEWEST_WORDS:
            return {}
        found[start, end] = start
    held = sum(end - start for start, end in found)
    return found if len(found) >= _FEWEST_PAGES and held >= _SHORTEST else {}


def _headed(text: str, rows: Sequence[Row]) -> re.Pattern[str]:
    """What matches the head that all rows open with, and the page's number behind it.

    Of three pages and more the first may have something before it ("Nr 5 Trygghetsrådet 2016-10-17 1(6) ...").
    """
    own = rows if len(rows) <= _FEWEST_PAGES else rows[1:]
    before = "" if own is rows else rf"(?:\S[^\n]{{1,{_BEFORE}}}\s)??"
    texts = [text[slice(*row)] for row in own]
    common = takewhile(lambda pair: pair[0] == pair[1], zip(min(texts), max(texts), strict=False))
    head = "".join(char for char, _ in common).rstrip("0123456789")
    return re.compile(
        rf"{before}{re.escape(head)}{_PAGE}{_OF}?\s" if len(head) >= _SHORTEST_HEAD else r"(?!)"
    )


def _numbered(text: str, rows: Sequence[Row], mark: re.Pattern[str]) -> dict[Row, int]:
    """The rows that open with the pages' numbers, one after the other; none where they are not nearly all."""
    found: dict[Row, int] = {}
    for row in rows:
        match = mark.match(text, *row)
        page = int(match["page"]) if match is not None else 0
        if len(found) == page == 1:
            found.clear()  # "1 (5) Trygghetsrådet" above the first page is its title
        if match is not None and page == len(found) + 1:
            found[row] = match.end()
    held = sum(end - start for start, end in found)
    enough = max(_SHORTEST, _MOSTLY * sum(end - start for start, end in rows))
    return found if len(found) >= _FEWEST_PAGES and held >= enough else {}
