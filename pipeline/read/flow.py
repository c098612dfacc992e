"""Writes the text of files that hold paragraphs and no places: word processor files and web pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.document import Mark, MarkKind, Page
from models.issue import Issue
from pipeline.config import ReadSettings
from pipeline.errors import EmptyDocument, LimitExceeded
from pipeline.read.reading import Reading


class Run(NamedTuple):
    """Text set in one way. May hold tabs (columns) and newlines (line breaks)."""

    text: str
    bold: bool = False
    struck: bool = False


Paragraph = tuple[Run, ...]

_APART = re.compile(
    r"(?<=\S)(?=[ \xa0]*\xa0)[ \xa0]{4,}(?=\S)"
)  # blanks that do not fold set columns: "Vid pennan    Justeras"
_LONG_CELL = 600  # characters: with several paragraphs, a cell of layout and not of a table


def plain(paragraph: Sequence[Run]) -> str:
    """The paragraph's text alone."""
    return "".join(run.text for run in paragraph)


@dataclass(slots=True)
class Flow:
    """Builds a Reading paragraph by paragraph.

    White space is folded: a run of spaces to one, tabs to one, none at a line's ends.
    Four blanks of the kind that does not fold set columns, as a tab does.
    Raises LimitExceeded as soon as the text or the pages outgrow the settings.
    """

    settings: ReadSettings
    _parts: list[str] = field(default_factory=list)
    _at: int = 0
    _page_start: int = 0
    _pages: list[Page] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _gap: bool = False

    def gap(self) -> None:
        """Leave an empty line before what comes next on the page."""
        self._gap = self._at > self._page_start

    def paragraph(self, runs: Sequence[Run], *kinds: MarkKind) -> None:
        """Write a paragraph as a line, or as one line for each of its line breaks."""
        for line in _lines(runs):
            self._line([line], kinds)

    def row(self, cells: Sequence[Sequence[Paragraph]]) -> None:
        """Write a table's row. Empty cells stay.

        Where cells hold several paragraphs, one line for each: the first of every cell, then the
        second. Where a cell holds running text, its row is layout: cell after cell.
        """
        split = [[line for p in cell for line in _lines(p) if plain(line)] for cell in cells]
        if not any(split):
            return
        for cell in split:
            if len(cell) > 3 and sum(len(plain(line)) for line in cell) > _LONG_CELL:
                self._layout(split)
                return
        for index in range(max(len(cell) for cell in split)):
            line = [cell[index] if index < len(cell) else () for cell in split]
            while index and line and not line[0]:
                line.pop(0)
            while index and line and not line[-1]:
                line.pop()
            self._line(line, ("table",) if len(cells) > 1 else ())

    def page(self) -> None:
        """End the page, where anything stands on it."""
        if self._at == self._page_start:
            return
        self._write("\f")
        self._close_page()

    def reading(self, issues: tuple[Issue, ...] = ()) -> Reading:
        """What was written. Raises EmptyDocument where that is nothing."""
        if self._at > self._page_start:
            self._close_page()
        elif self._parts:  # the last page was left empty: its break falls away
            self._parts.pop()
            last = self._pages.pop()
            self._pages.append(last.model_copy(update={"end": last.end - 1}))
        text = "".join(self._parts)
        if not text.strip():
            raise EmptyDocument("the document holds no text")
        return Reading(text, tuple(self._pages), tuple(self._marks), issues)

    def _layout(self, cells: Sequence[Sequence[Paragraph]]) -> None:
        for cell in cells:
            self.gap()
            for line in cell:
                self._line([line], ())
        self.gap()

    def _line(self, cells: Sequence[Sequence[Run]], kinds: Sequence[MarkKind]) -> None:
        if not any(plain(cell).strip() for cell in cells):
            self.gap()
            return
        if self._gap:
            self._write("\n")
            self._gap = False
        start = self._at
        for column, cell in enumerate(cells):
            if column:
                self._write("\t")
            for run in cell:
                at = self._at
                self._write(run.text)
                if run.bold and run.text.strip():
                    self._mark("bold", at)
                if run.struck and run.text.strip():
                    self._mark("struck", at)
        for kind in kinds:
            self._marks.append(Mark(kind, start, self._at))
        self._write("\n")

    def _mark(self, kind: MarkKind, start: int) -> None:
        """Mark from `start` to here, drawn together with a mark of the kind that ends there."""
        last = next((m for m in reversed(self._marks[-4:]) if m.kind == kind), None)
        if last and last.end == start:
            self._marks.remove(last)
            start = last.start
        self._marks.append(Mark(kind, start, self._at))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)
        if self._at > self.settings.max_characters:
            raise LimitExceeded(
                f"more characters than max_characters = {self.settings.max_characters}"
            )

    def _close_page(self) -> None:
        number = len(self._pages) + 1
        if number > self.settings.max_pages:
            raise LimitExceeded(f"more pages than max_pages = {self.settings.max_pages}")
        self._pages.append(Page(number=number, start=self._page_start, end=self._at))
        self._page_start = self._at
        self._gap = False


def _lines(runs: Sequence[Run]) -> list[Paragraph]:
    """Cut a paragraph at its line breaks and fold its white space."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines.extend([run._replace(text=part)] for part in rest)
    return [_folded(line) for line in lines]


def _folded(line: Sequence[Run]) -> Paragraph:
    result: list[Run] = []
    before = " "
    for run in line:
        text = _APART.sub("\t", run.text)
        text = re.sub(r"[^\S\t]*\t\s*", "\t", text)
        text = re.sub(r"[^\S\t]+", " ", text)
        if before in " \t":
            text = text.lstrip(" " if result and before == "\t" else " \t")
        if text.startswith("\t") and before == " " and result:
            result[-1] = result[-1]._replace(text=result[-1].text.rstrip(" "))
        if text:
            result.append(run._replace(text=text))
            before = text[-1]
    while result and not result[-1].text.rstrip():
        result.pop()
    if result:
        result[-1] = result[-1]._replace(text=result[-1].text.rstrip())
    return tuple(result)
