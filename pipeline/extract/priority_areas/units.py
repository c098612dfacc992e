"""The sentences and the lists of an item: what may declare priority areas, with where it stands.

A list is a run of points, rows or short lines, also those of one paragraph behind a colon or behind labels that count
("Spår 1: ... Spår 2: ..."); its lead is the sentence or heading before it. Words that only sort a list ("Plats", "Grupp") do
not end it, nor do lines that tell more of a point ("Mål: ..."); of a table that tells each row's level
("Prioriterat", "Bevakas") the list is what is prioritised. The columns of a table: `rows`. A sentence that a dash or a number opens goes
with the one before it ("tre huvudområden – A. – B.").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from models.segmented import ASIDE, Paragraph, SectionPart
from models.view import View
from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.rows import (
    cells_of,
    column_of_areas,
    entry_of,
    is_level,
    is_table_head,
    is_task_head,
    label_of,
)
from pipeline.vocabulary import words
from pipeline.vocabulary.openings import swift

_GOES_ON = re.compile(r"[-–—•]\s|\(?(?:\d{1,2}|[a-h])[).](?:\s|$)")
_ONLY_MARK = re.compile(r"(?:.*\s)?\(?\d{1,2}[).]")
_LONGEST_LINE = 70  # characters of a line without a mark that may be a list's
_LONGEST_OF_SEVERAL = (
    40  # characters of a line, where a colon and the lines of a paragraph make a list
)
_LONGEST_PIECE = 80  # characters of a sentence that may go with the one before it
_LONGEST_WRAPPED = 60  # characters before a line's end after which a capital begins something new
_OPENS = re.compile(
    r"\b(?:är|blir|på|prioriterar?s?|att|omfattar|gäller)$"
)  # a sentence whose end stands on the next lines
_OPEN_END = re.compile(r"(?:[,;]|,?\s(?:och|samt))$")
_EXPLAINED = re.compile(r"\S.{2,60}?\s[-–—]\s")  # a name and what is told of it
_COUNTED_SIGN = swift(r"(?:område|fokus|spår|tema|prio\w*|prioritering)\s(?:1|2|A|ett)\b", re.I)
_COUNTED = re.compile(
    r"(?:^|(?<=\s))((?:\w+)?område|fokus|spår|tema|prio(?:ritet|ritering)?)\s(?:\d|[A-H]|ett|två|tre|fyra|fem)(?:\s?[:.)=]|\s[–-])\s",
    re.I,
)


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
    paragraphs = [each for each in section.paragraphs if each.part not in ASIDE]
    at, before, lead = 0, "", ""
    while at < len(paragraphs):
        entries, stop = _run(paragraphs, at)
        if not entries and (own := _own_list(paragraphs[at])) is not None:
            colon, lines = own
            yield Said(colon, title, paragraphs[at].lead or "", before, listed=False)
            yield Listed(tuple(lines), title, colon.text, before)
            before, lead, at = "", "", stop
            continue
        if len(entries) > 2 and heads(entries[0].text):
            before, lead, entries = "", entries[0].text, entries[1:]
        if not entries and (run := _labelled(paragraphs[at].view)) is not None:
            opening, points = run
            over = opening.text if opening is not None else lead or paragraphs[at].lead or ""
            yield Listed(tuple(points), title, over, before)
        if is_task_head(cells_of(paragraphs[at])):
            at, before, lead = stop, "", ""
            continue
        if entries and _decides_several(paragraphs[at:stop]):
            entries = []  # a table of decisions, one of which may declare
        if entries:
            head = paragraphs[at].view.text if is_table_head(cells_of(paragraphs[at])) else ""
            lead = head or lead or paragraphs[at].lead or ""
            levelled = any(is_level(cells_of(each), "level_chosen") for each in paragraphs[at:stop])
            yield Listed(tuple(entries), title, lead, before, levelled)
        for paragraph in paragraphs[at:stop]:
            earlier, views = "", _sentences(paragraph)
            label = label_of(paragraph.cells) if paragraph.kind == "row" else ""
            if len(views) == 1 and is_table_head(cells_of(paragraph)):
                continue
            for view in views:
                under = (label if view.text != label else "") or paragraph.lead or ""
                yield Said(view, title, under, earlier or before, paragraph.kind == "item")
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
    before = paragraphs[start - 1].view.text if start else ""
    led = before[-1:] == ":"
    if first.kind == "body" and (led or _OPENS.search(before)):
        lines = (_lines(first.view, 0) or _explained_lines(first.view)) if led else []
        if lines or (lines := _comma_lines(first.view)):
            return lines, start + 1
    entries: list[View] = []
    marked = False
    column = 0
    at = start
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.view.text
        cells = cells_of(paragraph)
        if entries and paragraph.kind == "row" and paragraphs[at - 1].kind == "item":
            break
        if paragraph.kind == "heading" and text.lower().strip(" :") in words(
            "priority_areas", "sorting_words"
        ):
            at += 1
            continue
        if is_table_head(cells):
            if entries and not marked:
                return [], start + 1
            marked = True
            column = column_of_areas(cells)
            at += 1
            continue
        if entries and _is_detail(text):
            at += 1
            continue
        if paragraph.kind in {"item", "row"} or len(cells) > 1:
            if entries and not marked and paragraph.kind == "item":
                return [], start + 1  # what stands before the points leads them
            marked = True
        elif marked and entries and _tells_of_point(paragraphs, at):
            at += 1
            continue
        elif led and _EXPLAINED.match(text):
            entries += _explained_lines(paragraph.view) or [paragraph.view]
            at += 1
            continue
        elif marked or len(text) > _LONGEST_LINE or text.endswith((".", ":", "?")):
            break
        entry = entry_of(cells, column)
        if entry is not None and not is_level(cells, "level_left"):
            entries.append(_one_line(entry))
        at += 1
    if not marked and len(entries) < 2:
        return [], start + 1
    return entries, max(at, start + 1)


def _decides_several(rows: Sequence[Paragraph]) -> bool:
    """Whether a row is a label with what it declares, among rows that decide on other things."""
    return any(
        row.kind == "row" and label_of(row.cells) and not is_table_head(row.cells) for row in rows
    )


def _tells_of_point(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a paragraph between two points tells more of the one before it."""
    return (
        paragraphs[at].kind == "body"
        and paragraphs[at - 1].kind == "item"
        and at + 1 < len(paragraphs)
        and paragraphs[at + 1].kind == "item"
        and len(paragraphs[at - 1].view.text) <= _LONGEST_LINE
        and not paragraphs[at].view.text.endswith(":")
    )


def _is_detail(text: str) -> bool:
    """Whether a line tells more of the area above it ("Mål: ...", "Ansvarig: ...")."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label.lower().strip() in words("priority_areas", "detail_labels")


def _labelled(view: View) -> tuple[View | None, list[View]] | None:
    """What leads a run of labels that count, and what stands behind each ("Spår 1: A Spår 2: B"); None where none is."""
    if not _COUNTED_SIGN.search(view.text):
        return None
    found = list(_COUNTED.finditer(view.text))
    if len(found) < 2 or len({each[1].lower() for each in found}) > 1:
        return None
    ends = [*(each.start() for each in found[1:]), len(view.text)]
    entries = [
        view.part(each.end(), each.end() + len(view.text[each.end() : end].rstrip(" ,;")))
        for each, end in zip(found, ends, strict=True)
    ]
    if any(not entry.text for entry in entries):
        return None
    lead = view.text[: found[0].start()].rstrip()
    return (view.part(0, len(lead)) if lead else None), entries


def _lines(view: View, start: int) -> list[View]:
    """The lines of a paragraph from `start` on, where they are several, short and no sentence; else none."""
    if view.text[-1:] in ".:?!":
        return []
    starts = [start, *(at for at in view.line_starts() if at > start), len(view.text) + 1]
    lines = [view.part(one, two - 1) for one, two in pairwise(starts)]
    long = any(len(line.text) > _LONGEST_OF_SEVERAL for line in lines)
    return [] if long or len(lines) == 1 else lines


def _comma_lines(view: View) -> list[View]:
    """The lines of a paragraph where each but the last ends with a comma or an "och"; else none."""
    starts = [0, *view.line_starts(), len(view.text) + 1]
    lines = [view.part(one, two - 1) for one, two in pairwise(starts)]
    open_ended = len(lines) > 1 and all(_OPEN_END.search(line.text) for line in lines[:-1])
    if not open_ended or any(len(line.text) > _LONGEST_LINE for line in lines):
        return []
    return [line.part(0, len(_OPEN_END.sub("", line.text))) for line in lines]


def _explained_lines(view: View) -> list[View]:
    """A paragraph parted before the lines that are a name and what is told of it; empty where fewer than two are."""
    starts = [at for at in (0, *view.line_starts()) if _EXPLAINED.match(view.text, at)]
    if len(starts) < 2 or starts[0]:
        return []
    return [view.part(one, two) for one, two in pairwise([*starts, len(view.text)])]


def _own_list(paragraph: Paragraph) -> tuple[View, list[View]] | None:
    """What leads the lines of a paragraph up to a colon, and the lines; None where it is no such list."""
    view = paragraph.view
    if paragraph.kind != "body" or ": " not in view.text:
        return None
    start = next((at for at in view.line_starts() if view.text[:at].endswith(": ")), 0)
    lines = _lines(view, start) if start else []
    return (view.part(0, start - 1), lines) if lines else None


def heads(text: str) -> bool:
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
