"""Web pages: blocks as lines, tables as rows, lists with their numbers, boilerplate as furniture."""

import re
from dataclasses import dataclass
from typing import Any

from models.document import MarkKind
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EmptyDocument
from pipeline.read.flow import Flow, Paragraph, Run, plain
from pipeline.read.numbering import Level, number_label
from pipeline.read.reading import Reading
from pipeline.read.text import decoded

_DROPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "canvas"})
_DROPPED |= {
    "select",
    "option",
    "button",
    "input",
    "textarea",
    "iframe",
    "object",
    "audio",
    "video",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACED = frozenset({"p", "table", "ul", "ol", "dl", "pre", "blockquote", "hr", *_HEADINGS})
_BLOCKS = _SPACED | {
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "body",
}
_BLOCKS |= {"li", "dt", "dd", "tr", "td", "th", "tbody", "caption", "form", "fieldset", "address"}
_BLOCKS |= {"figure", "figcaption"}
_BOLD = frozenset(["b", "strong", "u", "th"])
_STRUCK = frozenset(["s", "strike", "del"])
_FURNITURE = frozenset(["nav", "footer", "aside"])
_FURNITURE_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary"])
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def read_html(data: bytes, settings: ReadSettings) -> Reading:
    """Read a web page.

    Forms handled: any charset; nested blocks; ordered lists with start, value and type; tables with
    spans; tables used for layout; bold and struck text. The page's title, its navigation, head and
    foot are furniture; where there is a <main> or <article>, so is all that stands outside it.
    Raises DamagedDocument, EmptyDocument or LimitExceeded.
    """
    from lxml import etree, html

    match = _CHARSET.search(data[:4096])
    text, issues = decoded(data, match[1].decode() if match else None)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyDocument(f"the page holds nothing: {error}") from error
    try:
        return _Writer(Flow(settings)).write(root).reading(issues)
    except RecursionError as error:
        raise DamagedDocument("the page's elements are nested too deep") from error


@dataclass(slots=True)
class _Look:
    bold: bool = False
    struck: bool = False
    heading: bool = False
    furniture: bool = False
    keep_lines: bool = False


class _Writer:
    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._runs: list[Run] = []
        self._label = ""
        self._main: Any = None

    def write(self, root: Any) -> Flow:
        title = root.findtext(".//title")
        if title and title.strip():
            self._flow.paragraph((Run(_folded(title)),), "furniture")
            self._flow.gap()
        body = root.find("body")
        body = root if body is None else body
        self._main = next(iter([*body.iter("main"), *body.iter("article")]), None)
        self._block(body, _Look(furniture=self._main is not None))
        self._end(_Look())
        return self._flow

    def _block(self, element: Any, look: _Look) -> None:
        """Walk an element; text gathers in runs until a block begins or ends."""
        self._text(element.text, look)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _DROPPED and not _hidden(child):
                self._child(child, look)
            self._text(child.tail, look)

    def _child(self, child: Any, around: _Look) -> None:
        tag = child.tag
        look = _Look(
            bold=around.bold or tag in _BOLD or _styled(child, "bold"),
            struck=around.struck or tag in _STRUCK or _styled(child, "line-through"),
            heading=around.heading or tag in _HEADINGS,
            furniture=(around.furniture and child is not self._main) or _is_furniture(child),
            keep_lines=around.keep_lines or tag == "pre",
        )
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "table" and _is_data(child):
            self._end(around)
            self._flow.gap()
            self._table(child, look)
            self._flow.gap()
        elif tag in _BLOCKS:
            self._end(around)
            if tag in _SPACED:
                self._flow.gap()
            if tag == "li":
                self._label = _label(child)
            self._block(child, look)
            self._end(look)
            if tag in _SPACED:
                self._flow.gap()
        else:
            self._block(child, look)

    def _text(self, text: str | None, look: _Look) -> None:
        if text:
            self._runs.append(
                Run(text if look.keep_lines else _folded(text), look.bold, look.struck)
            )

    def _end(self, look: _Look) -> None:
        """Write what has gathered as one paragraph."""
        runs, self._runs = self._runs, []
        if not plain(runs).strip():
            return
        if self._label:
            runs.insert(0, Run(f"{self._label} "))
            self._label = ""
        kinds: list[MarkKind] = []
        if look.heading:
            kinds.append("heading")
        if look.furniture:
            kinds.append("furniture")
        self._flow.paragraph(runs, *kinds)

    def _table(self, table: Any, look: _Look) -> None:
        for row in table.iter("tr"):
            cells: list[list[Paragraph]] = []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                cells.append(self._cell(cell, look))
                span = cell.get("colspan") or "1"
                cells.extend([] for _ in range(min(int(span), 64) - 1 if span.isdigit() else 0))
            self._flow.row(cells)

    def _cell(self, cell: Any, look: _Look) -> list[Paragraph]:
        """A cell's paragraphs: its text between block elements and line breaks."""
        paragraphs: list[list[Run]] = [[]]
        _gather(cell, look.bold or cell.tag == "th", look.struck, paragraphs)
        return [tuple(runs) for runs in paragraphs if plain(runs).strip()]


def _gather(element: Any, bold: bool, struck: bool, paragraphs: list[list[Run]]) -> None:
    """Add an element's text to the last paragraph; block elements and line breaks begin new ones."""
    paragraphs[-1].append(Run(_folded(element.text or ""), bold, struck))
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag and tag not in _DROPPED and not _hidden(child):
            if tag in _BLOCKS or tag == "br":
                paragraphs.append([])
            _gather(child, bold or tag in _BOLD, struck or tag in _STRUCK, paragraphs)
            if tag in _BLOCKS:
                paragraphs.append([])
        paragraphs[-1].append(Run(_folded(child.tail or ""), bold, struck))


def _is_data(table: Any) -> bool:
    """A table of data and not of layout: no table in it, and rows of more than one cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in table.iter("tr"))


def _is_furniture(element: Any) -> bool:
    if element.get("role") in _FURNITURE_ROLES or element.tag in _FURNITURE:
        return True
    inside = {parent.tag for parent in element.iterancestors()}
    return element.tag == "header" and not inside & {"main", "article", "section"}


def _hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _styled(element: Any, word: str) -> bool:
    return word in (element.get("style") or "").lower()


def _label(item: Any) -> str:
    """The number or bullet that a browser sets before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = parent.get("start") or "1"
    value = int(start) if start.lstrip("-").isdigit() else 1
    for sibling in parent.iterchildren("li"):
        own = sibling.get("value") or ""
        value = int(own) if own.isdigit() else value
        if sibling is item:
            break
        value += 1
    return number_label(value, Level(parent.get("type") or "decimal", "%1."))


_WIDE = "\xa0" * 4


def _folded(text: str) -> str:
    """Each run of white space as one blank; one with several that do not fold stays wide, and a tab stop
    that a word processor has left between words stays one."""
    return re.sub(r"\s+", _white, text)


def _white(run: re.Match[str]) -> str:
    if run.group().count("\xa0") > 2:
        return _WIDE
    return "\t" if "\t" in run.group() and "\n" not in run.group() else " "
