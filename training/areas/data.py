"""Sections with their priority areas marked, and what of them the two models learn from.

Marked sections come as

- training/acts/*.tsv, as training/acts/train.py describes them, with `[priority area]`;
- any file of `## TITLE` and lines under it, blank lines between paragraphs.

Each is laid out as a protocol's item and read by the pipeline, so that the models learn from the same
sentences and lists that they will be asked about.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.config import ReadSettings
from pipeline.evaluate.match import fold
from pipeline.evaluate.truth import TrueMeeting, labelled
from pipeline.extract.priority_areas.declared import Unit, unit_of
from pipeline.extract.priority_areas.units import Listed, Said, units
from pipeline.read import read
from pipeline.segment import segment

_HEAD = "Protokoll Lokala Brå Ekmo 2019-03-01\n\n6. Inledning\nMaj hälsade välkommen.\n\n7. "
_FOOT = "\n\n8. Avslutning\nMötet avslutades.\n"
OWN_TITLES = frozenset({"Inledning", "Avslutning"})
_PLAIN = re.compile(r"priori|fokus|satsa", re.IGNORECASE)
_OWN_LINE = re.compile(r"(?:-|•|\d{1,2}[.)]|[A-Za-z][.)])\s|\[[^]]+\]$")
_NUMBER = re.compile(r"^(?:§\s*\d*[.)]?|\d+[.)]?)\s*")


class Marked(NamedTuple):
    """An item of a protocol; `[ ]` stand round the names declared."""

    title: str
    body: str


class Piece(NamedTuple):
    """A sentence or a point as the model of names sees it: its text and where names stand in it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    listed: bool


class Example(NamedTuple):
    """What the models learn of one unit: whether it declares, and its pieces if it does."""

    unit: Unit
    declares: bool
    pieces: tuple[Piece, ...]


def from_table(path: Path) -> Iterator[Marked]:
    """The sections of one file of training/acts."""
    title, body = "", ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
        code, _, rest = line.partition("\t")
        if code.startswith("#"):
            if body.strip():
                yield Marked(_NUMBER.sub("", title), body.strip())
            title, body = code[1:].strip(), ""
        elif code == "¶" or not code:
            body += "\n\n" if body else ""
        else:
            text = re.sub(r"[{}<>]", "", rest.split("\t")[0].replace(" // ", " "))
            cells = [cell.strip() for cell in text.split(" | ")]
            if len(cells) > 1:
                body = _own_line(body, "    ".join(cell.removeprefix("- ") for cell in cells))
            elif code == "H" or _OWN_LINE.match(text):
                body = _own_line(body, text)
            else:
                body += f" {text}" if body and not body.endswith("\n") else text


def _own_line(body: str, text: str) -> str:
    return f"{body}{'' if not body or body.endswith(chr(10)) else chr(10)}{text}\n"


def from_sections(path: Path) -> Iterator[Marked]:
    """Those of a file of "## TITLE" sections."""
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, body = block.partition("\n")
        yield Marked(_NUMBER.sub("", title), body.strip())


def laid_out(marked: Marked) -> tuple[str, list[tuple[int, int]]]:
    """The section as a protocol's text, and where the names stand in it."""
    title = re.sub(r"[\[\]]", "", marked.title) or "Övrigt"
    text = f"{_HEAD}{title}\n"
    spans = []
    for part in re.split(r"(\[[^]]+\])", re.sub(r"\n\n+", "\n\n", marked.body)):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            text += part[1:-1]
        else:
            text += part
    return text + _FOOT, spans


def parsed(text: str) -> Sequence[MeetingPart]:
    return segment(read(text.encode(), ReadSettings(ocr="off")))


Spans = Sequence[tuple[int, int]]


def examples(marked: Marked) -> Iterator[Example]:
    """The units of a marked section."""
    text, spans = laid_out(marked)
    for part in parsed(text):
        for section in part.sections:
            if section.title is None or section.title.text not in OWN_TITLES:
                yield from _of_section(section, spans)


def _of_section(section: SectionPart, spans: Spans) -> Iterator[Example]:
    of_lists: set[int] = set()  # where entries of declared lists begin
    for unit, views in _units(section):
        inside = [(view, _inside(view, spans)) for view in views]
        if isinstance(unit, Listed):
            declares = 2 * sum(bool(found) for _, found in inside) > len(inside)
            if declares:
                of_lists.update(view.offsets[0] for view in views)
        elif views[0].offsets[0] in of_lists:
            continue
        else:
            declares = bool(inside[0][1])
        yield _example(unit, inside, declares=declares)


def _units(section: SectionPart) -> Iterator[tuple[Said | Listed, tuple[View, ...]]]:
    """The units that hold text, each with its entries, or with its one sentence."""
    for unit in units(section):
        views = unit.entries if isinstance(unit, Listed) else (unit.view,)
        if all(view.text for view in views):
            yield unit, views


def _example(
    unit: Said | Listed, inside: Sequence[tuple[View, Spans]], *, declares: bool
) -> Example:
    listed = isinstance(unit, Listed)
    pieces = tuple(Piece(view.text, tuple(found), listed) for view, found in inside)
    return Example(unit_of(unit), declares, pieces if declares else ())


def _inside(view: View, spans: Spans) -> tuple[tuple[int, int], ...]:
    """Where of `spans` stand in the view."""
    first, last = view.offsets[0], view.offsets[-1]
    return tuple(
        (view.index(start), view.index(end - 1) + 1)
        for start, end in spans
        if first <= start and end - 1 <= last
    )


def from_corpus(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The units of the dev documents that need no OCR, labelled by their truth files.

    Names stand there without a place: what holds most of them declares them; what holds fewer is
    left out.
    """
    for path, truth in labelled(folder):
        if truth.split != "dev" or truth.form == "scan" or without & set(path.parts):
            continue
        parts = segment(read(path.read_bytes(), ReadSettings(ocr="off")))
        if len(parts) == len(truth.meetings):
            for part, meeting in zip(parts, truth.meetings, strict=True):
                yield from _from_meeting(part, meeting)


def _from_meeting(part: MeetingPart, meeting: TrueMeeting) -> Iterator[Example]:
    names = [fold(area.name) for area in meeting.priority_areas]
    found: list[tuple[Said | Listed, list[tuple[View, Spans]], int]] = []
    for section in part.sections:
        for unit, views in _units(section):
            inside = [(view, _named(view.text, names)) for view in views]
            count = len({view.text[s:e].casefold() for view, each in inside for s, e in each})
            found.append((unit, inside, count))
    most = max((count for _, _, count in found), default=0)
    for unit, inside, count in found:
        if not count:
            yield _example(unit, inside, declares=False)
        elif count == most and (most > 1 or (len(names) == 1 and _PLAIN.search(inside[0][0].text))):
            yield _example(unit, inside, declares=True)


def _named(text: str, names: Sequence[str]) -> Spans:
    """Where the names stand in `text`."""
    small = text.casefold()
    if len(small) != len(text):
        return []
    found = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", small) for name in names)
    return sorted(match.span() for match in found if match)
