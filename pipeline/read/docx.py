"""Word files (.docx): paragraphs, tables in place, lists with the numbers that Word sets itself."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any

from models.document import MarkKind
from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument
from pipeline.read.archive import checked_archive
from pipeline.read.flow import Flow, Paragraph, Run, plain
from pipeline.read.numbering import Counters, Level
from pipeline.read.reading import Reading

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TEXT_BOX = f"{_W}txbxContent"
_SYMBOLS = {"FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐"}  # of Wingdings
_OFF = ("0", "false", "off", "none")
_SPACE = 5.0  # points between paragraphs that a reader sees as a gap
_WIDEST = 64  # columns that a cell may span
_LONG = 90  # characters: more than one line


def read_docx(data: bytes, settings: ReadSettings) -> Reading:
    """Read a Word file.

    Forms handled: styles' and direct bold, underline and strike-through; heading styles; automatic
    numbers and bullets; tables with merged cells; text boxes; tracked changes as accepted; hidden
    text left out; page breaks; heads and feet (once, as furniture); footnotes (after the body).
    Raises DamagedDocument, EmptyDocument or LimitExceeded.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError
    from docx.oxml.exceptions import XmlchemyError
    from lxml.etree import XMLSyntaxError

    checked_archive(data, settings)
    broken = (OpcError, XmlchemyError, XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError)
    odd = (AttributeError, TypeError)  # python-docx on parts or XML of another kind
    try:
        return _Writer(Document(BytesIO(data)), Flow(settings)).write()
    except (*broken, *odd) as error:
        raise DamagedDocument(f"the Word file is damaged: {error}") from error


@dataclass(slots=True)
class _Style:
    """What a style says, with what it is based on."""

    bold: bool | None = None
    struck: bool | None = None
    heading: bool = False
    list_id: str | None = None
    level: int | None = None
    before: float | None = None
    after: float | None = None


@dataclass(slots=True)
class _Writer:
    document: Any
    flow: Flow
    counters: Counters = field(default_factory=Counters)
    started: set[str] = field(default_factory=set)
    styles: dict[str, _Style] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Level], bool]] = field(default_factory=dict)
    default_style: str = ""

    def write(self) -> Reading:
        self._load_styles()
        self._load_lists()
        self._edges("header")
        body = self.document.element.body
        usual = _usual_space([self._spaces(p) for p in body.iter(f"{_W}p")])
        self._blocks(body, usual)
        self._footnotes()
        self._edges("footer")
        return self.flow.reading()

    def _load_styles(self) -> None:
        elements = {
            style.get(f"{_W}styleId"): style
            for style in self.document.styles.element.iter(f"{_W}style")
        }
        for name, style in elements.items():
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") == "1":
                self.default_style = name
            chain = [style]
            while len(chain) < 12:
                based = chain[-1].find(f"{_W}basedOn")
                parent = None if based is None else elements.get(based.get(f"{_W}val"))
                if parent is None:
                    break
                chain.append(parent)
            self.styles[name] = _style_of(chain)

    def _load_lists(self) -> None:
        try:
            root = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {
            element.get(f"{_W}abstractNumId"): element for element in root.iter(f"{_W}abstractNum")
        }
        for number in root.iter(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            base = None if reference is None else reference.get(f"{_W}val")
            if base not in abstract:
                continue
            levels = {
                int(level.get(f"{_W}ilvl")): _level_of(level)
                for level in abstract[base].iter(f"{_W}lvl")
            }
            restarts = False
            for override in number.iter(f"{_W}lvlOverride"):
                index = int(override.get(f"{_W}ilvl"))
                own = override.find(f"{_W}lvl")
                if own is not None:
                    levels[index] = _level_of(own)
                start = _value(override, "startOverride")
                if start is not None:
                    old = levels.get(index, Level())
                    levels[index] = Level(old.form, old.pattern, int(start))
                    restarts = True
            self.lists[number.get(f"{_W}numId")] = (f"{base}", levels, restarts)

    def _edges(self, kind: str) -> None:
        """The heads or feet of the sections, each wording once."""
        seen: set[str] = set()
        for section in self.document.sections:
            for name in (f"first_page_{kind}", kind):
                if name.startswith("first") and not section.different_first_page_header_footer:
                    continue
                part = getattr(section, name)
                if part.is_linked_to_previous:
                    continue
                for element in part._element.iter(f"{_W}p"):
                    runs = tuple(self._runs(element, _Style()))
                    if plain(runs).strip() and plain(runs) not in seen:
                        seen.add(plain(runs))
                        if kind == "footer":
                            self.flow.gap()
                        self.flow.paragraph(runs, "furniture")
        self.flow.gap()

    def _footnotes(self) -> None:
        for relation in self.document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith("/footnotes"):
                continue
            from docx.oxml.parser import parse_xml

            root = parse_xml(relation.target_part.blob)
            notes = [
                n for n in root if n.get(f"{_W}type") not in ("separator", "continuationSeparator")
            ]
            for note in notes:
                self.flow.gap()
                for element in note.iter(f"{_W}p"):
                    self.flow.paragraph(tuple(self._runs(element, _Style())))

    def _blocks(self, parent: Any, usual: float) -> None:
        above: tuple[float, int] | None = None  # space after the paragraph above, and its length
        for element in _unwrapped(parent):
            if element.tag == f"{_W}tbl":
                self.flow.gap()
                self._table(element, usual)
                self.flow.gap()
                above = None
            elif element.tag == f"{_W}p":
                before, after = self._spaces(element)
                length = len("".join(t.text or "" for t in element.iter(f"{_W}t")))
                if above is not None:
                    space = max(above[0], before)
                    if space > usual + 1 or (space >= _SPACE and max(above[1], length) > _LONG):
                        self.flow.gap()
                self._paragraph(element)
                above = (after, length)

    def _paragraph(self, element: Any) -> None:
        style = self._style(element)
        if _on(element.find(f"{_W}pPr/{_W}pageBreakBefore")):
            self.flow.page()
        kinds: tuple[MarkKind, ...] = ("heading",) if style.heading else ()
        runs = [*self._runs(element, style)]
        if plain(runs).strip() and (label := self._label(element, style)):
            runs.insert(0, Run(f"{label} ", bold=runs[0].bold))
        page: list[Run] = []
        for run in runs:
            first, *rest = run.text.split("\f")
            page.append(run._replace(text=first))
            for part in rest:
                if plain(page).strip():
                    self.flow.paragraph(page, *kinds)
                self.flow.page()
                page = [run._replace(text=part)]
        if plain(page).strip() or "\f" not in plain(runs):
            self.flow.paragraph(page, *kinds)
        for box in element.iter(_TEXT_BOX):
            if not _inside_fallback(box):
                self.flow.gap()
                self._blocks(box, 0)
                self.flow.gap()
        section = element.find(f"{_W}pPr/{_W}sectPr")
        if section is not None and _value(section, "type") != "continuous":
            self.flow.page()

    def _table(self, table: Any, usual: float) -> None:
        for row in _unwrapped(table):
            if row.tag != f"{_W}tr":
                continue
            cells: list[list[Paragraph]] = []
            skipped = row.find(f"{_W}trPr/{_W}gridBefore")
            if skipped is not None:
                cells.extend([] for _ in range(min(int(skipped.get(f"{_W}val", "0")), _WIDEST)))
            for cell in _unwrapped(row):
                if cell.tag != f"{_W}tc":
                    continue
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merged is not None and merged.get(f"{_W}val") != "restart"
                cells.append([] if goes_on else self._cell(cell))
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                if span is not None:
                    cells.extend(
                        [] for _ in range(min(int(span.get(f"{_W}val", "1")), _WIDEST) - 1)
                    )
            if len(cells) == 1:
                element = next(c for c in _unwrapped(row) if c.tag == f"{_W}tc")
                self._blocks(element, usual)
            else:
                self.flow.row(cells)

    def _cell(self, cell: Any) -> list[Paragraph]:
        found: list[Paragraph] = []
        for element in cell.iter(f"{_W}p"):
            if _inside_fallback(element):
                continue
            style = self._style(element)
            runs = [*self._runs(element, style)]
            if plain(runs).strip():
                if label := self._label(element, style):
                    runs.insert(0, Run(f"{label} ", bold=runs[0].bold))
                found.append(tuple(run._replace(text=run.text.replace("\f", "\n")) for run in runs))
        return found

    def _style(self, paragraph: Any) -> _Style:
        name = _value(paragraph.find(f"{_W}pPr"), "pStyle")
        return self.styles.get(name or self.default_style, _Style())

    def _spaces(self, paragraph: Any) -> tuple[float, float]:
        """Points before and after the paragraph."""
        style = self._style(paragraph)
        own = paragraph.find(f"{_W}pPr/{_W}spacing")
        before = _twips(own, "before") if own is not None else None
        after = _twips(own, "after") if own is not None else None
        return (
            before if before is not None else style.before or 0,
            after if after is not None else style.after or 0,
        )

    def _label(self, paragraph: Any, style: _Style) -> str:
        """The number or bullet that Word sets before the paragraph."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        list_id = (_value(own, "numId") if own is not None else None) or style.list_id
        level = _value(own, "ilvl") if own is not None else None
        if list_id is None or list_id == "0" or list_id not in self.lists:
            return ""
        chain, levels, restarts = self.lists[list_id]
        if restarts and list_id not in self.started:
            self.counters.restart(chain)
        self.started.add(list_id)
        at = int(level) if level is not None else style.level or 0
        return self.counters.label(chain, at, levels)

    def _runs(self, element: Any, style: _Style) -> Iterator[Run]:
        for child in element:
            if child.tag in _SKIPPED or child.tag == _TEXT_BOX or not isinstance(child.tag, str):
                continue
            if child.tag != f"{_W}r":
                yield from self._runs(child, style)
                continue
            look = child.find(f"{_W}rPr")
            if look is not None and _on(look.find(f"{_W}vanish")):
                continue
            text = _run_text(child)
            if text:
                yield Run(text, *self._looks(look, style))

    def _looks(self, look: Any, style: _Style) -> tuple[bool, bool]:
        """Whether a run is bold (or underlined) and whether it is struck."""
        bold, struck = bool(style.bold), bool(style.struck)
        if look is None:
            return bold, struck
        named = self.styles.get(_value(look, "rStyle") or "", _Style())
        own_bold, own_struck = _flags(look)
        bold = next((b for b in (own_bold, named.bold) if b is not None), bold)
        struck = next((s for s in (own_struck, named.struck) if s is not None), struck)
        underlined = _value(look, "u") not in (None, "none")
        link = (_value(look, "rStyle") or "").lower().startswith("hyperl")
        return bold or (underlined and not link), struck


def _style_of(chain: list[Any]) -> _Style:
    """A style from itself and its ancestors; the nearest word counts."""
    style = _Style()
    for element in chain:
        look, frame = element.find(f"{_W}rPr"), element.find(f"{_W}pPr")
        if look is not None:
            bold, struck = _flags(look)
            style.bold = bold if style.bold is None else style.bold
            style.struck = struck if style.struck is None else style.struck
        name = (_value(element, "name") or "").lower()
        style.heading = style.heading or name.startswith(("heading", "rubrik")) or name == "title"
        if frame is None:
            continue
        outline = _value(frame, "outlineLvl")
        style.heading = style.heading or (outline or "9") < "9"
        if style.list_id is None:
            style.list_id = _value(frame.find(f"{_W}numPr"), "numId")
        if style.level is None:
            level = _value(frame.find(f"{_W}numPr"), "ilvl")
            style.level = None if level is None else int(level)
        spacing = frame.find(f"{_W}spacing")
        if spacing is not None:
            style.before = _twips(spacing, "before") if style.before is None else style.before
            style.after = _twips(spacing, "after") if style.after is None else style.after
    return style


def _level_of(element: Any) -> Level:
    return Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        int(_value(element, "start") or 1),
    )


def _flags(look: Any) -> tuple[bool | None, bool | None]:
    bold = look.find(f"{_W}b")
    struck = look.find(f"{_W}strike")
    if struck is None:
        struck = look.find(f"{_W}dstrike")
    return (
        None if bold is None else _on(bold),
        None if struck is None else _on(struck),
    )


def _on(element: Any) -> bool:
    return element is not None and element.get(f"{_W}val", "1") not in _OFF


def _value(element: Any, name: str) -> str | None:
    child = None if element is None else element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _twips(element: Any, name: str) -> float | None:
    value = element.get(f"{_W}{name}")
    return int(value) / 20 if value and value.lstrip("-").isdigit() else None


def _usual_space(spaces: list[tuple[float, float]]) -> float:
    both = [max(above[1], below[0]) for above, below in pairwise(spaces)]
    return median(both) if both else 0.0


def _unwrapped(parent: Any) -> Iterator[Any]:
    """Children, with those of content controls and accepted insertions in their place."""
    for child in parent:
        if child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _unwrapped(child)
        elif isinstance(child.tag, str):
            yield child


def _inside_fallback(element: Any) -> bool:
    return any(parent.tag.endswith("}Fallback") for parent in element.iterancestors())


def _run_text(run: Any) -> str:
    out: list[str] = []
    for part in run:
        name = part.tag.removeprefix(_W) if isinstance(part.tag, str) else ""
        if name == "t":
            out.append(part.text or "")
        elif name in ("tab", "ptab"):
            out.append("\t")
        elif name == "br":
            out.append("\f" if part.get(f"{_W}type") == "page" else "\n")
        elif name == "cr":
            out.append("\n")
        elif name == "noBreakHyphen":
            out.append("-")
        elif name == "sym":
            out.append(_SYMBOLS.get((part.get(f"{_W}char") or "")[-2:].upper(), "•"))
    return "".join(out)
