"""The sentences and the lists of an item: what may declare priority areas, with where it stands.

A list is a run of points, rows or short lines, also those of one paragraph behind a colon; its lead is the sentence or heading before it. Words
that only sort a list ("Plats", "Grupp") do not end it; of a table that tells each row's level
("Prioriterat", "Bevakas") the list is what is prioritised. A sentence that a dash or a number opens goes
with the one before it ("tre huvudområden – A. – B.").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from models.segmented import Paragraph, SectionPart
from models.view import View
from pipeline.extract.priority_areas.classes import class_of
from pipeline.vocabulary import words

_GOES_ON = re.compile(r"[-–—•]\s|\(?(?:\d{1,2}|[a-h])[).](?:\s|$)")
_ONLY_MARK = re.compile(r"(?:.*\s)?\(?\d{1,2}[).]")
_LONGEST_LINE = 70  # characters of a line without a mark that may be a list's
_LONGEST_OF_SEVERAL = (
    40  # characters of a line, where a colon and the lines of a paragraph make a list
)
_LONGEST_PIECE = 80  # characters of a sentence that may go with the one before it
_LONGEST_WRAPPED = 60  # characters before a line's end after which a capital begins something new
_CELL = re.compile(r"[^\W\d_]{2}")


class Said(NamedTuple):
    """A sentence. `lead`, `before`: what leads the paragraph, and the sentence before it, or ""."""

    view: View
    title: str
    lead: str
    before: str
    listed: bool


class Listed(NamedTuple):
    """A list under `lead`. `before`: the text before the lead's own, or "". `levelled`: rows say that they are prioritised."""

    entries: tuple[View, ...]
    title: str
    lead: str
    before: str
    levelled: bool = False


def units(section: SectionPart) -> Iterator[Said | Listed]:
    """Sentences and lists in their order; a list's entries are also given one by one as sentences."""
    title = section.title.text if section.title is not None else ""
    paragraphs = section.paragraphs
    at, before, lead = 0, "", ""
    while at < len(paragraphs):
        entries, stop = _run(paragraphs, at)
        if not entries and (own := _own_list(paragraphs[at])) is not None:
            colon, lines = own
            yield Said(colon, title, paragraphs[at].lead or "", before, listed=False)
            yield Listed(tuple(lines), title, colon.text, before)
            before, lead, at = "", "", stop
            continue
        if len(entries) > 2 and _heads(entries[0].text):
            before, lead, entries = "", entries[0].text, entries[1:]
        if entries:
            head = paragraphs[at].view.text if _is_table_head(paragraphs[at]) else ""
            lead = head or lead or paragraphs[at].lead or ""
            levelled = any(_is_level(each, "level_chosen") for each in paragraphs[at:stop])
            yield Listed(tuple(entries), title, lead, before, levelled)
        for paragraph in paragraphs[at:stop]:
            earlier, views = "", _sentences(paragraph)
            for view in views:
                yield Said(
                    view, title, paragraph.lead or "", earlier or before, paragraph.kind == "item"
                )
                earlier = view.text
        last = paragraphs[stop - 1]
        if entries:
            before, lead = "", ""
        else:
            said = [view.text for view in views]
            before = said[-2] if len(said) > 1 else ("" if last.kind != "heading" else lead)
            lead = said[-1] if said else ""
        at = stop


def _run(paragraphs: Sequence[Paragraph], start: int) -> tuple[list[View], int]:
    """The entries of the list that begins at `start`, and where it ends; none where there is no list."""
    first = paragraphs[start]
    led = start > 0 and paragraphs[start - 1].view.text[-1:] == ":"
    if led and first.kind == "body" and (lines := _lines(first.view, 0)):
        return lines, start + 1
    entries: list[View] = []
    marked = False
    at = start
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.view.text
        if entries and paragraph.kind == "row" and paragraphs[at - 1].kind == "item":
            break
        if paragraph.kind == "heading" and text.lower().strip(" :") in words(
            "priority_areas", "sorting_words"
        ):
            at += 1
            continue
        if _is_table_head(paragraph):
            marked = True
            at += 1
            continue
        if paragraph.kind in {"item", "row"}:
            marked = True
        elif marked or len(text) > _LONGEST_LINE or text.endswith((".", ":", "?")):
            break
        entry = next((cell for cell in paragraph.cells if _CELL.search(cell.text)), None)
        if entry is not None and not _is_level(paragraph, "level_left"):
            entries.append(_one_line(entry))
        at += 1
    if not marked and len(entries) < 2:
        return [], start + 1
    return entries, max(at, start + 1)


def _lines(view: View, start: int) -> list[View]:
    """The lines of a paragraph from `start` on, where they are several, short and no sentence; else none."""
    if view.text[-1:] in ".:?!":
        return []
    starts = [start, *(at for at in view.line_starts() if at > start), len(view.text) + 1]
    lines = [view.part(one, two - 1) for one, two in pairwise(starts)]
    long = any(len(line.text) > _LONGEST_OF_SEVERAL for line in lines)
    return [] if long or len(lines) == 1 else lines


def _own_list(paragraph: Paragraph) -> tuple[View, list[View]] | None:
    """What leads the lines of a paragraph up to a colon, and the lines; None where it is no such list."""
    view = paragraph.view
    if paragraph.kind != "body" or ": " not in view.text:
        return None
    start = next((at for at in view.line_starts() if view.text[:at].endswith(": ")), 0)
    lines = _lines(view, start) if start else []
    return (view.part(0, start - 1), lines) if lines else None


def _heads(text: str) -> bool:
    """Whether a line is no entry but what the lines after it are called ("Prioriterade områden 2020")."""
    kinds = {class_of(word) for word in text.lower().split()}
    return {"priority", "area"} <= kinds and len(kinds - {"", "priority", "area", "own"}) == 0


def _one_line(entry: View) -> View:
    """The entry without a sentence that the next line begins, and without other columns."""
    bar = entry.text.find(" | ")
    if bar > 0:
        return entry.part(0, bar)
    starts = (at for at in entry.line_starts() if entry.text[at].isupper())
    at = next(starts, None)
    return entry if at is None or at > _LONGEST_WRAPPED + 1 else entry.part(0, at - 1)


def _is_table_head(paragraph: Paragraph) -> bool:
    return paragraph.kind == "row" and bool(
        {cell.text.lower().strip(" :") for cell in paragraph.cells}
        & words("priority_areas", "table_heads")
    )


def _is_level(paragraph: Paragraph, level: str) -> bool:
    """Whether a row says behind its name that it is prioritised, or that it is not."""
    return paragraph.kind == "row" and any(
        cell.text.lower().strip(" .") in words("priority_areas", level)
        for cell in paragraph.cells[1:]
    )


def _sentences(paragraph: Paragraph) -> list[View]:
    joined: list[tuple[int, int]] = []
    view = paragraph.view
    if paragraph.kind == "row" or len(paragraph.sentences) == 1:
        return [sentence.view for sentence in paragraph.sentences]
    end = 0
    for sentence in paragraph.sentences:
        start = view.text.find(sentence.text, end)
        if start < 0:
            return [sentence.view for sentence in paragraph.sentences]
        end = start + len(sentence.text)
        if (
            joined
            and len(sentence.text) <= _LONGEST_PIECE
            and (
                _GOES_ON.match(sentence.text) or _ONLY_MARK.fullmatch(view.text[slice(*joined[-1])])
            )
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [view.part(*span) for span in joined]
