"""A page's picture with what was understood drawn on it: words, rows, furniture and facts in boxes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from models.document import Document, Page, Word
from models.evidence import Box, Evidence
from models.meeting import Meeting, Protocol
from pipeline.errors import OutputUnwritable, UsageError
from pipeline.read.picture import Picture, page_picture

_SCALE = 2.0  # pixels a point: 144 dpi
_LONGEST = 4_000  # pixels of a page's long side, however large the page is
_LEGEND = (250, 640)  # pixels: wide, and high at least
_LINE = 34  # pixels from one line of the legend to the next
_PALE = 0.25  # of white laid over the page
_INK = (45, 45, 45)


class _Kind(NamedTuple):
    """How one kind of thing is drawn. `fill` and `edge`: how strong, 0..1 and pixels."""

    label: str
    colour: tuple[int, int, int]  # RGB
    fill: float
    edge: int


_LAYOUT = {
    "row": _Kind("Rader", (120, 150, 190), 0.10, 0),
    "table": _Kind("Tabellrader", (0, 150, 160), 0.14, 0),
    "furniture": _Kind("Sidhuvud och sidfot", (110, 110, 110), 0.35, 0),
    "word": _Kind("Ord", (140, 165, 200), 0.0, 1),
}
_FACTS = {
    "meeting": _Kind("Mötets uppgifter", (200, 30, 40), 0.20, 2),
    "next_meeting": _Kind("Nästa möte", (235, 110, 20), 0.20, 2),
    "attendees": _Kind("Närvaro", (25, 110, 220), 0.18, 2),
    "sections": _Kind("Ärenden", (120, 60, 180), 0.20, 2),
    "priority_areas": _Kind("Prioriterade områden", (215, 40, 150), 0.20, 2),
    "actions": _Kind("Beslut och uppdrag", (20, 140, 60), 0.16, 2),
    "follow_ups": _Kind("Uppföljningar", (120, 140, 0), 0.18, 2),
    "problem_mentions": _Kind("Problem", (170, 90, 30), 0.25, 2),
    "attachments": _Kind("Bilagor", (0, 150, 160), 0.20, 2),
    "contacts": _Kind("Kontakter", (70, 70, 160), 0.20, 2),
}


def draw_page(data: bytes, protocol: Protocol, number: int, path: Path) -> None:
    """Write page `number` (1-based) as a PNG with a legend beside it.

    `data` are the bytes that `protocol` was read from.
    Raises UsageError where there is no such page or no layout, OutputUnwritable where `path` cannot be written.
    """
    document = protocol.document
    if not 1 <= number <= len(document.pages):
        raise UsageError(f"There is no page {number}; the document has {len(document.pages)}")
    page = document.pages[number - 1]
    if page.width is None:
        raise UsageError(
            f"{document.media_type} has no places on a page to draw; save it as PDF and draw that"
        )
    if not page.width or not page.height:
        raise UsageError(f"Page {number} could not be read: there is nothing to draw")
    scale = min(_SCALE, _LONGEST / max(page.width, page.height))
    sheet = _Sheet(page_picture(data, document.media_type, page, scale), scale)
    _write(path, _drawn(sheet, protocol, page))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A picture to draw on, at `scale` pixels a point."""

    picture: Picture
    scale: float

    def pale(self) -> None:
        """Lay some white over all, so that the boxes stand out."""
        self.picture[:] = self.picture * (1 - _PALE) + 255 * _PALE

    def box(self, box: Box, kind: _Kind) -> None:
        """Draw a box (points) so that the print under it shows."""
        import cv2
        import numpy

        x0, y0, x1, y1 = (max(round(self.scale * value), 0) for value in box)
        inside = self.picture[y0:y1, x0:x1]
        if inside.size and kind.fill:
            colour = numpy.full_like(inside, kind.colour)
            inside[:] = cv2.addWeighted(inside, 1 - kind.fill, colour, kind.fill, 0)
        if kind.edge:
            cv2.rectangle(self.picture, (x0, y0), (x1, y1), kind.colour, kind.edge)


def _drawn(sheet: _Sheet, protocol: Protocol, page: Page) -> Picture:
    """The sheet with its boxes, and the legend beside it."""
    import numpy

    sheet.pale()
    counts: Counter[str] = Counter()
    for name, box in _layout(protocol.document, page):
        counts[name] += 1
        sheet.box(box, _LAYOUT[name])
    for name, evidence in _longest_first(protocol.meetings, page):
        counts[name] += 1
        for box in _lines(_words(page, evidence.start, evidence.end)):
            sheet.box(box, _FACTS[name])
    legend = _legend(
        sheet.picture.shape[0], f"Sida {page.number} av {len(protocol.document.pages)}", counts
    )
    below = len(legend) - len(sheet.picture)
    picture = numpy.pad(sheet.picture, ((0, below), (0, 0), (0, 0)), constant_values=255)
    return numpy.hstack([picture, legend])


def _layout(document: Document, page: Page) -> Iterator[tuple[str, Box]]:
    at = page.start
    for line in document.text[page.start : page.end].split("\n"):
        if words := _words(page, at, at + len(line)):
            yield "row", _round(words)
        at += len(line) + 1
    for mark in document.marks:
        if mark.kind in _LAYOUT and page.start <= mark.start < page.end:
            yield mark.kind, _round(_words(page, mark.start, mark.end))
    for word in page.words:
        yield "word", Box(*word[2:6])


def _longest_first(meetings: Iterable[Meeting], page: Page) -> list[tuple[str, Evidence]]:
    """The evidence on a page with its kind of fact, in an order that hides none."""
    found = [
        (name, each)
        for meeting in meetings
        for name, each in _evidence(meeting)
        if each.start < page.end and each.end > page.start
    ]
    return sorted(found, key=lambda fact: fact[1].start - fact[1].end)


def _evidence(meeting: Meeting) -> Iterator[tuple[str, Evidence]]:
    """All evidence of a meeting but that of its sections' bodies, which are the page itself."""
    for each in meeting.evidence:
        yield "meeting", each
    for each in meeting.next_meeting.evidence if meeting.next_meeting else ():
        yield "next_meeting", each
    for name in _FACTS:
        records = getattr(meeting, name, ())
        for record in records if isinstance(records, tuple) else ():
            for each in record.evidence:
                if (name, each.field) != ("sections", "text"):
                    yield name, each


def _words(page: Page, start: int, end: int) -> list[Word]:
    return [word for word in page.words if word.start < end and word.end > start]


def _lines(words: Sequence[Word]) -> list[Box]:
    """One box for each stretch of words that stand beside each other."""
    runs: list[list[Word]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        middle = (word.y0 + word.y1) / 2
        if last and last.y0 < middle < last.y1 and -2 < word.x0 - last.x1 < 2 * (word.y1 - word.y0):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_round(run) for run in runs]


def _round(words: Sequence[Word]) -> Box:
    return Box(
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )


def _legend(height: int, title: str, counts: Counter[str]) -> Picture:
    """A strip that names the colours on this page, with the number of each."""
    import cv2
    import numpy

    wide, least = _LEGEND
    strip = _Sheet(numpy.full((max(height, least), wide, 3), 255, numpy.uint8), 1.0)
    cv2.line(strip.picture, (0, 0), (0, len(strip.picture)), (200, 200, 200), 2)
    font = cv2.FontFace("sans")
    y = _LINE
    cv2.putText(strip.picture, title, (18, y), _INK, font, 19, 600)
    for kinds in (_LAYOUT, _FACTS):
        y += _LINE // 2
        for name, kind in kinds.items():
            if counts[name]:
                y += _LINE
                strip.box(Box(18, y - 15, 44, y + 2), kind)
                label = f"{kind.label}  {counts[name]}"
                cv2.putText(strip.picture, label, (56, y), _INK, font, 15)
    return strip.picture


def _write(path: Path, picture: Picture) -> None:
    import cv2

    _, png = cv2.imencode(".png", picture[:, :, ::-1])
    try:
        path.write_bytes(png.tobytes())
    except OSError as error:
        raise OutputUnwritable(f"{path}: {error.strerror}") from error
