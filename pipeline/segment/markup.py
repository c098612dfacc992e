"""What is left of a web page's markup in plain text, read as the browser would have shown it.

Forms handled: tags that begin a line ("<br />", "<p>", "<li>", "<tr>", "<h3>"), columns ("<td>"), titles ("<h3>...</h3>")
and bold type ("<b>", "<strong>") as marks, all other tags of HTML as nothing; characters by name or number ("&amp;",
"&ndash;", "&aring;", "&#8211;").
"""

import html
import re
from collections.abc import Iterator

from models.document import Document, Mark
from models.view import NOTHING

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>br|p|div|li|ul|ol|tr|td|th|h[1-6]|table|tbody|thead|b|strong|i|em|u|span|font|a|hr|center|small|big|sup|sub|section|article|blockquote)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.I,
)
_CHARACTER = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[\da-fA-F]{2,4});")
_TITLES = frozenset(f"h{level}" for level in range(1, 7))
_BEGIN_LINE = _TITLES | {"br", "p", "div", "ul", "ol", "tr", "table", "hr", "blockquote", "section"}
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_APART = re.compile(r"[\s<>]")  # beside a tag that is not inside a word


def without_markup(document: Document) -> Document:
    """The document with line breaks, blanks and marks for its tags, so that all places stay what they were."""
    text = document.text
    if "<" in text and _TAG.search(text):
        marks = (*document.marks, *_marks(text))
        text = _TAG.sub(_shown, text)
        document = document.model_copy(update={"text": text, "marks": marks})
    if "&" in text and _CHARACTER.search(text):
        document = document.model_copy(update={"text": _CHARACTER.sub(_character, text)})
    return document


def _shown(match: re.Match[str]) -> str:
    """What a tag does to the line it stands in, of its own length; a line that is empty already breaks no more."""
    name, width = match["name"].lower(), len(match.group())
    if name in _CELLS:
        return "\t".ljust(width) if not match["end"] else " " * width
    breaks = "\n" if _is_inside(match) else " "
    if name == "li":
        return " " * width if match["end"] else breaks.ljust(width - 2) + "- "
    if name in _BEGIN_LINE:
        return breaks.ljust(width)
    beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() :][:1]
    return (NOTHING if len(beside) == 2 and not _APART.search(beside) else " ") * width


def _is_inside(match: re.Match[str]) -> bool:
    """Whether something but other tags stands before the tag on its line, and something behind it."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    stop = match.string.find("\n", match.end())
    behind = match.string[match.end() : stop if stop >= 0 else len(match.string)]
    return all(_TAG.sub("", side).strip() for side in (before, behind))


def _marks(text: str) -> Iterator[Mark]:
    """What stands between a title's tags, or those of bold type."""
    opened: dict[str, int] = {}
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name not in _TITLES | _BOLD:
            continue
        if not match["end"]:
            opened[name] = match.end()
        elif (start := opened.pop(name, match.start())) < match.start():
            yield Mark("bold" if name in _BOLD else "heading", start, match.start())


def _character(match: re.Match[str]) -> str:
    """The character that is meant, and marks without width for what is left."""
    shown = html.unescape(match.group())
    if len(shown) != 1:
        return match.group()
    return shown.replace("\u00a0", " ").ljust(len(match.group()), NOTHING)
