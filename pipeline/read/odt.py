"""OpenDocument text (.odt): the same conventions as for Word files."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.document import MarkKind
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EncryptedDocument
from pipeline.read.archive import checked_archive
from pipeline.read.flow import Flow, Paragraph, Run, plain
from pipeline.read.numbering import Counters, Level
from pipeline.read.reading import Reading

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _STYLE, _TABLE = _NS % "text", _NS % "style", _NS % "table"
_OFFICE, _DRAW, _FO = _NS % "office", _NS % "drawing", _NS % "xsl-fo-compatible"
_SKIPPED = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}note-citation",
    }
)
_CONTAINERS = frozenset(
    f"{_TEXT}{name}" for name in ("section", "table-of-content", "index-body", "index-title")
)
_UNITS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}
_SPACE = 5.0  # points between paragraphs that a reader sees as a gap
_LONG = 90  # characters: more than one line
_MOST_REPEATED = 64  # empty cells that a table may repeat


def read_odt(data: bytes, settings: ReadSettings) -> Reading:
    """Read an OpenDocument text.

    Forms handled: bold, underlined and struck text by style; headings with their outline numbers;
    nested lists with their numbers and bullets; tables; text boxes; page breaks; footnotes (after
    the body); heads and feet (once, as furniture). Tracked deletions are left out.
    Raises DamagedDocument, EncryptedDocument, EmptyDocument or LimitExceeded.
    """
    archive = checked_archive(data, settings)
    try:
        manifest = (
            archive.read("META-INF/manifest.xml") if _has(archive, "META-INF/manifest.xml") else b""
        )
        if b"encryption-data" in manifest:
            raise EncryptedDocument("the OpenDocument file asks for a password")
        content = _parsed(archive.read("content.xml"))
        styles = _parsed(archive.read("styles.xml")) if _has(archive, "styles.xml") else None
        return _Writer(content, styles, Flow(settings)).write()
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, RecursionError) as error:
        raise DamagedDocument(f"the OpenDocument file is damaged: {error}") from error


def _has(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist()


def _parsed(xml: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml, parser)


@dataclass(slots=True)
class _Style:
    parent: str | None = None
    bold: bool | None = None
    struck: bool | None = None
    page_break: bool = False
    before: float = 0.0
    after: float = 0.0
    list_style: str | None = None


@dataclass(slots=True)
class _Writer:
    content: Any
    style_sheet: Any
    flow: Flow
    counters: Counters = field(default_factory=Counters)
    styles: dict[str, _Style] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    notes: list[Any] = field(default_factory=list)
    above: tuple[float, int] | None = None  # space below the last paragraph, and its length

    def write(self) -> Reading:
        for root in (self.style_sheet, self.content):
            if root is not None:
                self._load(root)
        body = self.content.find(f".//{_OFFICE}text")
        if body is None:
            raise DamagedDocument("the OpenDocument file holds no text document")
        self._edges("header")
        self._blocks(body)
        for note in self.notes:
            self.flow.gap()
            self._blocks(note)
        self._edges("footer")
        return self.flow.reading()

    def _load(self, root: Any) -> None:
        for element in root.iter(f"{_STYLE}style"):
            self.styles[element.get(f"{_STYLE}name")] = _style_of(element)
        for element in root.iter(f"{_TEXT}list-style", f"{_TEXT}outline-style"):
            outline = element.tag == f"{_TEXT}outline-style"
            name = "outline" if outline else element.get(f"{_STYLE}name")
            self.lists[name] = {
                int(level.get(f"{_TEXT}level")) - 1: _level_of(level)
                for level in element
                if level.get(f"{_TEXT}level")
            }

    def _edges(self, kind: str) -> None:
        if self.style_sheet is None:
            return
        seen: set[str] = set()
        for element in self.style_sheet.iter(f"{_STYLE}{kind}", f"{_STYLE}{kind}-first"):
            for paragraph in element.iter(f"{_TEXT}p", f"{_TEXT}h"):
                runs = tuple(self._runs(paragraph, False, False))
                if plain(runs).strip() and plain(runs) not in seen:
                    seen.add(plain(runs))
                    self.flow.gap()
                    self.flow.paragraph(runs, "furniture")
        self.flow.gap()

    def _blocks(self, parent: Any) -> None:
        for element in parent:
            if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(element, "")
            elif element.tag == f"{_TEXT}list":
                self._list(element, 0, None)
            elif element.tag == f"{_TABLE}table":
                self._table(element)
            elif element.tag in _CONTAINERS:
                self._blocks(element)

    def _list(self, element: Any, depth: int, inherited: str | None) -> None:
        name = element.get(f"{_TEXT}style-name") or inherited or ""
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(
            f"{_TEXT}continue-list"
        )
        if depth == 0 and not goes_on:
            self.counters.restart(name)
        for item in element:
            labelled = item.tag == f"{_TEXT}list-header"
            for child in item:
                if child.tag == f"{_TEXT}list":
                    self._list(child, depth + 1, name)
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    label = ""
                    if not labelled and name in self.lists:
                        label = self.counters.label(name, depth, self.lists[name])
                    labelled = True
                    self._paragraph(child, label)

    def _paragraph(self, element: Any, label: str) -> None:
        style = element.get(f"{_TEXT}style-name") or ""
        heading = element.tag == f"{_TEXT}h"
        if self._any(style, "page_break"):
            self.flow.page()
            self.above = None
        runs = [*self._runs(element, *self._looks(style, False, False))]
        if heading and not label and "outline" in self.lists and plain(runs).strip():
            level = int(element.get(f"{_TEXT}outline-level") or 1) - 1
            if self.lists["outline"].get(level, Level("none", "")).pattern:
                label = self.counters.label("outline", level, self.lists["outline"])
        if label and plain(runs).strip():
            runs.insert(0, Run(f"{label} ", bold=runs[0].bold))
        before, after = self._space(style, "before"), self._space(style, "after")
        length = len(plain(runs))
        if self.above is not None:
            space = max(before, self.above[0])
            if space >= _SPACE and (heading or max(length, self.above[1]) > _LONG):
                self.flow.gap()
        kinds: tuple[MarkKind, ...] = ("heading",) if heading else ()
        self.flow.paragraph(runs, *kinds)
        self.above = (after, length)
        for box in element.iter(f"{_DRAW}text-box"):
            self.flow.gap()
            self._blocks(box)
            self.flow.gap()

    def _table(self, table: Any) -> None:
        self.flow.gap()
        for row in table.iter(f"{_TABLE}table-row"):
            cells: list[list[Paragraph]] = []
            for cell in row:
                times = min(int(cell.get(f"{_TABLE}number-columns-repeated") or 1), _MOST_REPEATED)
                if cell.tag == f"{_TABLE}covered-table-cell":
                    cells.extend([] for _ in range(times))
                elif cell.tag == f"{_TABLE}table-cell":
                    cells.extend(self._cell(cell) for _ in range(times))
            if len(cells) == 1:
                self._blocks(next(row.iter(f"{_TABLE}table-cell")))
            else:
                self.flow.row(cells)
        self.flow.gap()
        self.above = None

    def _cell(self, cell: Any) -> list[Paragraph]:
        found: list[Paragraph] = []
        for paragraph in cell.iter(f"{_TEXT}p", f"{_TEXT}h"):
            style = paragraph.get(f"{_TEXT}style-name") or ""
            runs = tuple(self._runs(paragraph, *self._looks(style, False, False)))
            if plain(runs).strip():
                found.append(runs)
        return found

    def _runs(self, element: Any, bold: bool, struck: bool) -> Iterator[Run]:
        if element.text:
            yield Run(_folded(element.text), bold, struck)
        for child in element:
            name = child.tag if isinstance(child.tag, str) else ""
            if name == f"{_TEXT}s":
                yield Run(" ", bold, struck)
            elif name == f"{_TEXT}tab":
                yield Run("\t", bold, struck)
            elif name == f"{_TEXT}line-break":
                yield Run("\n", bold, struck)
            elif name == f"{_TEXT}note":
                self.notes.extend(child.iter(f"{_TEXT}note-body"))
            elif name and name not in _SKIPPED and not name.startswith(_DRAW):
                style = child.get(f"{_TEXT}style-name") or ""
                link = name == f"{_TEXT}a"
                looks = (bold, struck) if link else self._looks(style, bold, struck)
                yield from self._runs(child, *looks)
            if child.tail:
                yield Run(_folded(child.tail), bold, struck)

    def _looks(self, name: str, bold: bool, struck: bool) -> tuple[bool, bool]:
        """Bold and struck by a style and what it is based on, else as around it."""
        own_bold = next((s.bold for s in self._chain(name) if s.bold is not None), bold)
        own_struck = next((s.struck for s in self._chain(name) if s.struck is not None), struck)
        return own_bold, own_struck

    def _any(self, name: str, what: str) -> bool:
        return any(getattr(style, what) for style in self._chain(name))

    def _space(self, name: str, what: str) -> float:
        return next((s for style in self._chain(name) if (s := getattr(style, what))), 0.0)

    def _chain(self, name: str | None) -> Iterator[_Style]:
        for _ in range(12):
            style = self.styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.parent


def _style_of(element: Any) -> _Style:
    style = _Style(parent=element.get(f"{_STYLE}parent-style-name"))
    look = element.find(f"{_STYLE}text-properties")
    if look is not None:
        weight = look.get(f"{_FO}font-weight")
        line = look.get(f"{_STYLE}text-underline-style")
        through = look.get(f"{_STYLE}text-line-through-style")
        if weight or line:
            style.bold = (
                weight in ("bold", "600", "700", "800", "900") or (line or "none") != "none"
            )
        if through:
            style.struck = through != "none"
    frame = element.find(f"{_STYLE}paragraph-properties")
    if frame is not None:
        style.page_break = frame.get(f"{_FO}break-before") == "page"
        style.before = _points(frame.get(f"{_FO}margin-top"))
        style.after = _points(frame.get(f"{_FO}margin-bottom"))
    return style


def _level_of(element: Any) -> Level:
    """A level's form. `display-levels` counts the levels shown: 2 gives "1.1"."""
    if element.tag.endswith("bullet"):
        return Level("bullet", element.get(f"{_TEXT}bullet-char") or "•")
    form = element.get(f"{_STYLE}num-format") or ""
    if not form:
        return Level("none", "")
    own = min(int(element.get(f"{_TEXT}level")), 10)
    shown = int(element.get(f"{_TEXT}display-levels") or 1)
    numbers = ".".join(f"%{level}" for level in range(max(own - shown + 1, 1), own + 1))
    prefix, suffix = (element.get(f"{_STYLE}num-{end}") or "" for end in ("prefix", "suffix"))
    start = int(element.get(f"{_TEXT}start-value") or 1)
    return Level(form, f"{prefix}{numbers}{suffix}", start)


def _points(length: str | None) -> float:
    match = re.fullmatch(r"([\d.]+)(cm|mm|in|pt)", length or "")
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


def _folded(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)
