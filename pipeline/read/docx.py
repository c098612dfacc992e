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
from pipeline.read.numbering import Counters
from pipeline.read.reading import Reading
from pipeline.read.word_styles import NumberedList, Style, lists_of, styles_of
from pipeline.read.word_xml import (
    W,
    flags,
    inside_fallback,
    is_on,
    run_text,
    twips,
    unwrapped,
    value,
)

_SKIPPED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TEXT_BOX = f"{W}txbxContent"
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
class _Writer:
    document: Any
    flow: Flow
    counters: Counters = field(default_factory=Counters)
    started: set[str] = field(default_factory=set)
    styles: dict[str, Style] = field(init=False)
    default_style: str = field(init=False)
    lists: dict[str, NumberedList] = field(init=False)

    def write(self) -> Reading:
        self.styles, self.default_style = styles_of(self.document)
        self.lists = lists_of(self.document)
        self._edges("header")
        body = self.document.element.body
        usual = _usual_space([self._spaces(p) for p in body.iter(f"{W}p")])
        self._blocks(body, usual)
        self._footnotes()
        self._edges("footer")
        return self.flow.reading()

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
                for element in part._element.iter(f"{W}p"):
                    runs = tuple(self._runs(element, Style()))
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
                n for n in root if n.get(f"{W}type") not in ("separator", "continuationSeparator")
            ]
            for note in notes:
                self.flow.gap()
                for element in note.iter(f"{W}p"):
                    self.flow.paragraph(tuple(self._runs(element, Style())))

    def _blocks(self, parent: Any, usual: float) -> None:
        above: tuple[float, int] | None = None  # space after the paragraph above, and its length
        for element in unwrapped(parent):
            if element.tag == f"{W}tbl":
                self.flow.gap()
                self._table(element, usual)
                self.flow.gap()
                above = None
            elif element.tag == f"{W}p":
                before, after = self._spaces(element)
                length = len("".join(t.text or "" for t in element.iter(f"{W}t")))
                if above is not None:
                    space = max(above[0], before)
                    if space > usual + 1 or (space >= _SPACE and max(above[1], length) > _LONG):
                        self.flow.gap()
                self._paragraph(element)
                above = (after, length)

    def _paragraph(self, element: Any) -> None:
        style = self._style(element)
        if is_on(element.find(f"{W}pPr/{W}pageBreakBefore")):
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
            if not inside_fallback(box):
                self.flow.gap()
                self._blocks(box, 0)
                self.flow.gap()
        section = element.find(f"{W}pPr/{W}sectPr")
        if section is not None and value(section, "type") != "continuous":
            self.flow.page()

    def _table(self, table: Any, usual: float) -> None:
        for row in unwrapped(table):
            if row.tag != f"{W}tr":
                continue
            cells: list[list[Paragraph]] = []
            skipped = row.find(f"{W}trPr/{W}gridBefore")
            if skipped is not None:
                cells.extend([] for _ in range(min(int(skipped.get(f"{W}val", "0")), _WIDEST)))
            for cell in unwrapped(row):
                if cell.tag != f"{W}tc":
                    continue
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val") != "restart"
                cells.append([] if goes_on else self._cell(cell))
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                if span is not None:
                    cells.extend([] for _ in range(min(int(span.get(f"{W}val", "1")), _WIDEST) - 1))
            if len(cells) == 1:
                element = next(c for c in unwrapped(row) if c.tag == f"{W}tc")
                self._blocks(element, usual)
            else:
                self.flow.row(cells)

    def _cell(self, cell: Any) -> list[Paragraph]:
        found: list[Paragraph] = []
        for element in cell.iter(f"{W}p"):
            if inside_fallback(element):
                continue
            style = self._style(element)
            runs = [*self._runs(element, style)]
            if plain(runs).strip():
                if label := self._label(element, style):
                    runs.insert(0, Run(f"{label} ", bold=runs[0].bold))
                found.append(tuple(run._replace(text=run.text.replace("\f", "\n")) for run in runs))
        return found

    def _style(self, paragraph: Any) -> Style:
        name = value(paragraph.find(f"{W}pPr"), "pStyle")
        return self.styles.get(name or self.default_style, Style())

    def _spaces(self, paragraph: Any) -> tuple[float, float]:
        """Points before and after the paragraph."""
        style = self._style(paragraph)
        own = paragraph.find(f"{W}pPr/{W}spacing")
        before = twips(own, "before") if own is not None else None
        after = twips(own, "after") if own is not None else None
        return (
            before if before is not None else style.before or 0,
            after if after is not None else style.after or 0,
        )

    def _label(self, paragraph: Any, style: Style) -> str:
        """The number or bullet that Word sets before the paragraph."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        list_id = (value(own, "numId") if own is not None else None) or style.list_id
        level = value(own, "ilvl") if own is not None else None
        if list_id is None or list_id == "0" or list_id not in self.lists:
            return ""
        chain, levels, restarts = self.lists[list_id]
        if restarts and list_id not in self.started:
            self.counters.restart(chain)
        self.started.add(list_id)
        at = int(level) if level is not None else style.level or 0
        return self.counters.label(chain, at, levels)

    def _runs(self, element: Any, style: Style) -> Iterator[Run]:
        for child in element:
            if child.tag in _SKIPPED or child.tag == _TEXT_BOX or not isinstance(child.tag, str):
                continue
            if child.tag != f"{W}r":
                yield from self._runs(child, style)
                continue
            look = child.find(f"{W}rPr")
            if look is not None and is_on(look.find(f"{W}vanish")):
                continue
            text = run_text(child)
            if text:
                yield Run(text, *self._looks(look, style))

    def _looks(self, look: Any, style: Style) -> tuple[bool, bool]:
        """Whether a run is bold (or underlined) and whether it is struck."""
        bold, struck = bool(style.bold), bool(style.struck)
        if look is None:
            return bold, struck
        named = self.styles.get(value(look, "rStyle") or "", Style())
        own_bold, own_struck = flags(look)
        bold = next((b for b in (own_bold, named.bold) if b is not None), bold)
        struck = next((s for s in (own_struck, named.struck) if s is not None), struck)
        underlined = value(look, "u") not in (None, "none")
        link = (value(look, "rStyle") or "").lower().startswith("hyperl")
        return bold or (underlined and not link), struck


def _usual_space(spaces: list[tuple[float, float]]) -> float:
    both = [max(above[1], below[0]) for above, below in pairwise(spaces)]
    return median(both) if both else 0.0
