"""Titles that plain text frames with signs, read as the headings they are.

Forms handled: "--- Läget ---", "=== Läget ===", "~~~ Läget ~~~", "-- Läget --", "*** Läget ***", "+++ Läget +++", and the same with
unlike lengths of its signs. None: "- 3 -", a page's mark, "**Läget**", which is strong text, and rows of a drawn table.
"""

import re

from models.document import Document, Mark

_SIGNS = ("--", "==", "~~", "***", "+++", "__", "––", "——")  # one of them stands before every title
_FRAMED = re.compile(
    r"^(?P<before>[ \t]*(?P<sign>[-=~+_–—])(?P=sign)+[ \t]*|[ \t]*\*{3,}[ \t]*)"
    r"(?P<title>[A-ZÅÄÖ][^\n|+]{1,70}?)(?P<after>[ \t]*(?(sign)(?P=sign){2,}|\*{3,})[ \t]*)$",
    re.MULTILINE,
)


def without_frames(document: Document) -> Document:
    """The document with blanks for the signs round its titles and a mark on each, so that all places stay what they were."""
    text = document.text
    if not any(sign in text for sign in _SIGNS):
        return document
    marks = [Mark("heading", *match.span("title")) for match in _FRAMED.finditer(text)]
    if not marks:
        return document
    bare = _FRAMED.sub(_bare, text)
    return document.model_copy(update={"text": bare, "marks": (*document.marks, *marks)})


def _bare(match: re.Match[str]) -> str:
    return f"{' ' * len(match['before'])}{match['title']}{' ' * len(match['after'])}"
