"""Plain text and Markdown: the file as it stands, decoded; marks from Markdown's own signs."""

import codecs
import re
from contextlib import suppress

from models.document import Mark, MarkKind, Page
from models.issue import Issue
from pipeline.config import ReadSettings
from pipeline.errors import EmptyDocument, LimitExceeded
from pipeline.read.detect import utf16_by_nuls
from pipeline.read.reading import Reading

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BROWSERS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}  # as they read it
_SWEDISH = "åäöÅÄÖéÉ§"
_MARKDOWN: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("bold", re.compile(r"(?<![\w*])\*\*(?=\S)((?:[^*]|\*(?!\*))+?)(?<=\S)\*\*(?![\w*])")),
    ("bold", re.compile(r"(?<![\w_])__(?=[^\s_])((?:[^_]|_(?!_))+?)(?<=[^\s_])__(?![\w_])")),
    ("struck", re.compile(r"~~(?=\S)([^~]+?)(?<=\S)~~")),
    ("heading", re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", re.M)),
    (
        "heading",
        re.compile(
            r"(?:\A|\n\r?\n)(?![-=*#>|])(\S[^\n]*?)[ \t]*\r?\n(?:={3,}|-{3,})[ \t]*\r?$", re.M
        ),
    ),
)


def read_text(data: bytes, settings: ReadSettings) -> Reading:
    """Decode a text file. UTF-8, UTF-16 and UTF-32 with or without mark, CP1252, Latin-1 and what
    charset-normalizer knows. A form feed begins a new page.

    Raises EmptyDocument where nothing but white space stands, LimitExceeded over `max_pages`.
    """
    text, issues = decoded(data)
    if not text.strip("\0\ufeff \t\r\n\f\v"):
        raise EmptyDocument("nothing but white space")
    pages = _pages(text)
    if len(pages) > settings.max_pages:
        raise LimitExceeded(f"{len(pages)} pages, more than max_pages = {settings.max_pages}")
    marks = tuple(
        Mark(kind, match.start(1), match.end(1))
        for kind, pattern in _MARKDOWN
        for match in pattern.finditer(text)
        if "\n\n" not in match[1]
    )
    return Reading(text, pages, marks, issues)


def decoded(data: bytes, declared: str | None = None) -> tuple[str, tuple[Issue, ...]]:
    """The text of some bytes, with an issue where some could not be read.

    `declared` is the charset that the file itself names: believed where it fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    if wide := utf16_by_nuls(data):
        return _checked(data.decode(wide, "replace"))
    if declared:
        with suppress(LookupError, UnicodeDecodeError):
            return _checked(data.decode(_BROWSERS.get(declared.lower(), declared)))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            return _checked(data.decode("utf-8", "replace"))
        return _checked(_one_byte(data))


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand in what is otherwise plainly UTF-8 (a cut or a repair)."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    return sum(loose.count(letter) for letter in _SWEDISH) > 4 * broken


def _one_byte(data: bytes) -> str:
    """CP1252 where its high bytes read as Swedish, else the best guess from statistics."""
    western = data.decode("cp1252", "replace")
    high = [char for char in western if char > "\x7f"]
    expected = _SWEDISH + "–—’‘”“•…´·½°\xa0«»üÜèàæøÆØ€"
    if sum(char in expected for char in high) >= 0.6 * len(high):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=["utf_7"]).best()
    guess = western if best is None else str(best)
    swedish = sum(guess.count(letter) for letter in _SWEDISH)
    return guess if swedish > sum(western.count(letter) for letter in _SWEDISH) else western


def _checked(text: str) -> tuple[str, tuple[Issue, ...]]:
    """The text, with an issue where bytes could not be read."""
    text = text.removeprefix("\ufeff")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    message = f"{lost} tecken i textfilen gick inte att tolka."
    return text, (Issue(kind="undecodable_bytes", severity="warning", message=message),)


def _pages(text: str) -> tuple[Page, ...]:
    ends = [match.end() for match in re.finditer("\f", text) if match.end() < len(text)]
    starts = [0, *ends]
    return tuple(
        Page(number=number, start=start, end=end)
        for number, (start, end) in enumerate(zip(starts, [*ends, len(text)], strict=True), 1)
    )
