"""The whole cut: meetings of a document, and each one's head, sections and tail.

Forms handled: one meeting a file; several bound together (each with its own title, date and
attendance); titles and sentences right after a number (titles.py); signatures, contact lines and notices of posting after the last item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.document import Document
from models.segmented import ATTENDANCE, Block, Line, MeetingPart, Paragraph, SectionPart
from models.view import View
from pipeline.dates import dates
from pipeline.segment.headings import Heading, headings, whole
from pipeline.segment.labels import blocks, label_of
from pipeline.segment.ladder import untangled
from pipeline.segment.lines import lines, without_struck
from pipeline.segment.paragraphs import (
    SIDE_COLUMN,
    column_paragraphs,
    paragraphs,
    without_side_column,
)
from pipeline.segment.titles import title_and_rest, trim, without_letterhead
from pipeline.vocabulary import possible, says

_SIGNATURES = frozenset({"secretary", "adjuster", "chair", "contact", "unknown_function"})
_FUNCTION = re.compile(r"(?:mötes)?ordförande|(?:mötes)?sekreterare|justerare|justerande", re.I)
_NOTICE = re.compile(
    r"(?:anslag\s?[/-]?\s?bevis|bevis(?: om anslag)?|anslag)\W*$|justerandes sign|utdragsbestyrkande"
    r"|[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+\s(?:antecknade|vid protokollet|vid pennan)\.?$",
    re.I,
)  # the notice of posting, or who kept the notes, after the last item
_LISTS: frozenset[str | None] = frozenset({"present", "called"})
_HEAD_FIELDS: frozenset[str | None] = frozenset(
    {"place", "time", "date", "place_time", "plain_date"}
)
_EARLY = 3  # items among which attendance may be one
_SHORTEST = 8  # lines of a meeting
_SHORTEST_TEXT = 600  # characters of one without any label
_NEAR = 25  # lines within which a new protocol shows its date or attendance


def segment(document: Document) -> tuple[MeetingPart, ...]:
    """The meetings of `document`, in order; at least one."""
    legible = without_struck(document)
    body, furniture = lines(legible)
    starts = _meeting_starts(legible, body)
    parts = []
    for ordinal, start in enumerate(starts, 1):
        stop = starts[ordinal] if ordinal < len(starts) else len(body)
        own = body[start:stop]
        begin = own[0].start if own and ordinal > 1 else 0
        end = body[stop].start if stop < len(body) else len(document.text)
        marks = tuple(line for line in furniture if begin <= line.start < end)
        parts.append(_meeting(document, legible.text, ordinal, begin, end, own, marks))
    return tuple(parts)


def _meeting_starts(document: Document, body: Sequence[Line]) -> list[int]:
    """Where each meeting's first line stands: its title, or a head that comes once more."""
    starts = [0]
    announced = [_announced(line) for line in body]
    before: set[str | None] = set()
    for index, line in enumerate(body):
        if index == starts[-1]:
            before = set()
        if _begins_meeting(document, body, index, starts[-1], announced, before):
            start = _first_title_line(body, starts[-1], index)
            after_break = "\f" in document.text[body[index - 1].end : line.start]
            starts.append(index if after_break else start)
            before = set()
        before.add(announced[index])
    return starts


def _begins_meeting(
    document: Document,
    body: Sequence[Line],
    index: int,
    start: int,
    announced: Sequence[str | None],
    before: set[str | None],
) -> bool:
    """Whether line `index` is a new meeting's title or head. `announced`: each line's label."""
    line = body[index]
    if index - start < _SHORTEST or len(line.text) > 110:
        return False
    after_break = "\f" in document.text[body[index - 1].end : line.start]
    if not (after_break or line.gap or line.bold or line.heading):
        return False
    if announced[index] is not None:
        here = set(announced[index : index + _NEAR // 2])
        return announced[index] in _HEAD_FIELDS and _is_head_again(before, here)
    if not before - {None} and sum(len(each.text) for each in body[start:index]) < _SHORTEST_TEXT:
        return False  # what a host has set above the document's own title
    near = set(announced[index + 1 : index + _NEAR])
    if near & _LISTS and _is_titled(line):
        headed = after_break and any(dates(each.text) for each in body[index : index + 2])
        if near & _HEAD_FIELDS or before & _LISTS or headed:
            return True
    return {"present", "place"} <= near and bool(dates(line.text)) and says("councils", line.text)


def _is_titled(line: Line) -> bool:
    """Whether a column of it opens with a document's title."""
    return any(
        rule.regex.match(cell.text) for cell in line.cells for rule in possible("titles", cell.text)
    )


def _field(line: Line) -> str | None:
    """What the line's label announces; None for a line without one."""
    label = label_of(line.cells[0])
    return label.field if label is not None else None


def _announced(line: Line) -> str | None:
    """What the line's label announces of a meeting; who presents an item is named in the item."""
    label = label_of(line.cells[0])
    return label.field if label is not None and not label.rule.data.get("in_items") else None


def _is_head_again(before: set[str | None], here: set[str | None]) -> bool:
    """Whether a head with place or time and an attendance list follows where one has stood.

    So is a meeting found whose title is a page head, which repeats and is set aside.
    """
    again = here & before
    return bool(again & _LISTS) and len(again & _HEAD_FIELDS) >= 2


def _first_title_line(body: Sequence[Line], previous: int, title: int) -> int:
    """Short lines right above the title ("Lokala Brå Vinnersjö") belong to the new meeting."""
    start = title
    for index in range(title - 1, max(previous + 5, title - 4), -1):
        line = body[index]
        if len(line.text) > 70 or line.text.endswith((".", ":")) or label_of(line.cells[0]):
            break
        if says("councils", line.text):
            start = index
    return start


def _meeting(
    document: Document,
    text: str,
    ordinal: int,
    begin: int,
    end: int,
    body: Sequence[Line],
    furniture: tuple[Line, ...],
) -> MeetingPart:
    found = headings(body)
    first = found[0].line if found else _head_end(body)
    tail = _tail_start(body, found[-1].line + 1 if found else first, _SIGNATURES)
    if not any(_field(line) in ATTENDANCE for line in body[:first]):
        tail = min(tail, _tail_start(body, found[-1].line + 1 if found else first, ATTENDANCE))
    sections = []
    for index, heading in enumerate(found):
        stop = found[index + 1].line if index + 1 < len(found) else tail
        sections.append(_section(text, index + 1, heading, body, max(stop, heading.line + 1)))
    head = tuple(body[:first])
    after = tuple(body[max(tail, first) :])
    return MeetingPart(
        document=document,
        text=text,
        ordinal=ordinal,
        start=begin,
        end=end,
        head=head,
        preamble=paragraphs(text, [line for line in head if len(line.cells) > 2], None),
        sections=tuple(sections),
        tail=after,
        blocks=untangled((*blocks(head), *_listed(found, body), *blocks(after))),
        furniture=furniture,
    )


def _listed(found: Sequence[Heading], body: Sequence[Line]) -> Iterator[Block]:
    """Early items whose title is a label of attendance, as blocks: "1. Närvarande", "1. Närvarande: Anna Ek, ..."."""
    for heading, following in pairwise(found[: _EARLY + 1]):
        title = whole(body[heading.line]).part(heading.rest, len(whole(body[heading.line]).text))
        label = label_of(title)
        if label is None or label.field not in ATTENDANCE:
            continue
        beside = title.part(label.value, len(title.text))
        if beside.text and not label.colon:
            continue
        below = (line.cells for line in body[heading.line + 1 : following.line])
        rows = (((beside,),) if beside.text else ()) + tuple(below)
        yield Block(label.field, label.rule.id, title.part(label.start, label.end), rows)


def _head_end(body: Sequence[Line]) -> int:
    return len(body)


def _tail_start(body: Sequence[Line], first: int, opening: frozenset[str]) -> int:
    """The first line after the items that opens the signatures, contacts, notices or attendance."""
    for index in range(first, len(body)):
        line = body[index]
        label = label_of(line.cells[0])
        named = index > first and all(_FUNCTION.fullmatch(cell.text) for cell in line.cells)
        notice = _NOTICE.match(line.text) is not None
        if not (named or notice) and (label is None or label.field not in opening):
            continue
        rest = body[index + 1 :]
        prose = sum(len(each.text) for each in rest if len(each.text) > 100)
        if prose < 300 and len(line.text) < 120 and len(rest) < 40:
            return index - 1 if named and not label else index
    return len(body)


def _section(
    text: str, ordinal: int, heading: Heading, body: Sequence[Line], stop: int
) -> SectionPart:
    line = body[heading.line]
    view = whole(line)
    after = _first_column(line, view.part(heading.rest, len(view.text)))
    own = without_side_column(line, body[heading.line + 1 : stop])
    title: View | None
    first: View | None
    if heading.number is None:
        title, first = trim(after), None
    elif after.text:
        title, first, own = title_and_rest(text, line, after, own)
    elif (own := without_letterhead(own)) and not own[0].text[:1].islower():
        title, first, own = title_and_rest(text, own[0], whole(own[0]), own[1:])
    else:
        title, first = None, None
    end = body[stop - 1].end
    start = first.offsets[0] if first is not None and first.text else own[0].start if own else end
    return SectionPart(
        ordinal=ordinal,
        number=heading.number,
        title=title if title is not None and title.text else None,
        start=start,
        end=max(end, start),
        paragraphs=(*_columns(heading, body), *paragraphs(text, own, first)),
    )


def _columns(heading: Heading, body: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The columns behind a title, each under its column's head ("Punkt | Beslut | Anm")."""
    line = body[heading.line]
    if len(line.cells) < 2 or SIDE_COLUMN.fullmatch(line.cells[-1].text):
        return ()
    title = _first_column(line, whole(line).part(heading.rest, len(whole(line).text)))
    last = title.offsets[-1] if title.text else line.cells[0].offsets[-1]
    index = next(
        (i for i, cell in enumerate(line.cells) if cell.offsets and cell.offsets[0] > last), None
    )
    if index is None:
        return ()
    heads: tuple[View, ...] = ()
    for above in reversed(body[: heading.line]):
        if len(above.cells) < 2:
            break
        heads = above.cells
    columns = line.cells[index:]
    leads = [head.text or None for head in heads[index : index + len(columns)]]
    return column_paragraphs(columns, [*leads, *[None] * (len(columns) - len(leads))])


def _first_column(line: Line, after: View) -> View:
    """The title's own column, without what stands in the next ones (code, presenter)."""
    if len(line.cells) == 1 or not after.text:
        return after
    own = next(cell for cell in line.cells if cell.offsets and cell.offsets[-1] >= after.offsets[0])
    return after.part(0, sum(offset <= own.offsets[-1] for offset in after.offsets))
