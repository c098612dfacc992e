"""The whole cut: meetings of a document, and each one's head, sections and tail.

Forms handled: one meeting a file; several bound together (each with its own title, date and
attendance); a title on the item's own line, on the next line or wrapped over two; a sentence right
after the number (no title); signatures, contact lines and notices of posting after the last item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.document import Document
from models.segmented import ATTENDANCE, Block, Line, MeetingPart, Paragraph, SectionPart
from models.view import View, view_of
from pipeline.dates import dates
from pipeline.language import sentences
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
from pipeline.segment.run_in import known_titles, running_text, tells
from pipeline.vocabulary import possible, says

_SIGNATURES = frozenset({"secretary", "adjuster", "chair", "contact", "unknown_function"})
_LONGEST_TITLE = 170  # characters; a longer sentence after a number is running text
_FUNCTION = re.compile(r"(?:mötes)?ordförande|(?:mötes)?sekreterare|justerare|justerande", re.I)
_SLOT = re.compile(
    r"\s*\((?:ca\s)?(?:kl(?:ockan|\.)?\s)?\d{1,2}[.:]\d\d\s?(?:[-–][^)]*)?\)$|\s+Dnr\s\S.*$", re.I
)  # "(kl. 13.20-13.40)" and a registration number behind a title
_ADDRESS = re.compile(
    r"^(?:box|besöksadress|postadress|tel|telefon|växel|org\.?nr)\b|\b\d{3}\s\d{2}\s[A-ZÅÄÖ]|@|www\.",
    re.I,
)
_POINT = re.compile(
    r"(?:[-–•·▪*]|\(?[a-z][).]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s"
)  # never goes on a title
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
    announced = [_field(line) for line in body]
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
    titled = any(
        rule.regex.match(cell.text) for cell in line.cells for rule in possible("titles", cell.text)
    )
    dated = bool(dates(line.text))
    named = says("councils", line.text)
    near = set(announced[index + 1 : index + _NEAR])
    listed = bool(near & _LISTS)
    if not before - {None} and sum(len(each.text) for each in body[start:index]) < _SHORTEST_TEXT:
        return False  # what a host has set above the document's own title
    if titled and listed and (near & _HEAD_FIELDS or before & _LISTS or (after_break and dated)):
        return True
    return dated and named and {"present", "place"} <= near


def _field(line: Line) -> str | None:
    """What the line's label announces; None for a line without one."""
    label = label_of(line.cells[0])
    return label.field if label is not None else None


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
    """Early items whose title is a label of attendance ("1. Närvarande"), as blocks."""
    for heading, following in pairwise(found[: _EARLY + 1]):
        title = whole(body[heading.line]).part(heading.rest, len(whole(body[heading.line]).text))
        label = label_of(title)
        if label is not None and label.field in ATTENDANCE and label.value >= len(title.text):
            rows = tuple(line.cells for line in body[heading.line + 1 : following.line])
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
        title, first = _trim(after), None
    elif after.text:
        title, first, own = _title_and_rest(text, line, after, own)
    elif (own := _without_letterhead(own)) and not own[0].text[:1].islower():
        title, first, own = _title_and_rest(text, own[0], whole(own[0]), own[1:])
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


def _title_and_rest(
    text: str, line: Line, after: View, own: list[Line]
) -> tuple[View | None, View | None, list[Line]]:
    """Split what follows a number into title and the beginning of the body."""
    following = own[0] if own else None
    if bold := _bold_part(text, after):
        return _trim(after.part(0, bold)), _rest(after, bold), own
    colon = re.search(r":\s+(?=\S)", after.text)
    if colon and colon.start() <= 60 and not re.search(r"[.!?]\s", after.text[: colon.start()]):
        rest = after.text[colon.end() :]
        phrase = not rest.endswith((".", "!", "?")) and not re.match(r"\W|\w\)|\d", rest)
        asked = rest.endswith("?") and rest[0].islower() and bool(own)
        if not asked and (not phrase or _has_verb(rest)):
            return _trim(after.part(0, colon.start())), _rest(after, colon.end()), own
    if (run := _flat_title(after)) is not None and not line.bold:
        return _trim(after.part(0, run)), _rest(after, run), own
    cut = sentences(after)
    if len(cut) > 1 and not line.bold:
        head = after.text[: cut[0].end]
        said = not head.endswith("?") and (
            _is_statement(head) or (head.endswith(".") and _has_verb(head))
        )
        if said or len(head) > _LONGEST_TITLE or _goes_on(line, following):
            return None, after, own
        return _trim(after.part(0, cut[0].end)), _rest(after, cut[1].start), own
    if _goes_on(line, following):
        return _wrapped_title(text, after, own)
    if len(after.text) > _LONGEST_TITLE:
        return None, after, own
    ended = after.text.endswith(".")
    if _is_statement(after.text) and (not own or ended):
        return None, after, own
    if ended and (not own or dates(after.text)):
        return None, after, own
    if not line.bold and _runs_on(after.text, following):
        return None, after, own
    return _trim(after), None, own


def _runs_on(text: str, following: Line | None) -> bool:
    """Whether a line after a number is a sentence of the body, which the next line goes on with."""
    if following is None or following.gap or text.endswith(("?", "!", ":")):
        return False
    full = text.endswith(".") or len(text) > 0.8 * len(following.text) > 40
    return full and tells(text)


def _has_verb(text: str) -> bool:
    return says("finite_verbs", text)


def _wrapped_title(
    text: str, after: View, own: list[Line]
) -> tuple[View | None, View | None, list[Line]]:
    """A title over several lines: the whole paragraph is one phrase without a full stop."""
    count = next((index for index, line in enumerate(own) if line.gap), len(own))
    block = [after, *(whole(line) for line in own[:count])]
    joined = view_of(text, [view.span(0, len(view.text)) for view in block])
    ended = joined.text.endswith((".", "!", "?"))
    said = _is_statement(joined.text) or (ended and bool(dates(joined.text)))
    phrase = len(sentences(joined)) == 1 and not said
    if len(joined.text) <= _LONGEST_TITLE and (not ended or (phrase and count < len(own))):
        return _trim(joined), None, own[count:]
    return None, after, own


def _is_statement(text: str) -> bool:
    """A sentence of the minutes rather than a title: it says that something was done or decided."""
    return says("statements", text)


def _goes_on(line: Line, following: Line | None) -> bool:
    """Whether the next line continues this one: no gap, and it goes on in small letters."""
    if (
        following is None
        or following.gap
        or following.bold != line.bold
        or len(following.cells) > 1
    ):
        return False
    if _POINT.match(following.text):
        return False
    return following.text[:1].islower() and not line.text.endswith((".", "!", "?", ":"))


def _bold_part(text: str, after: View) -> int | None:
    """How far the bold title goes where only it is bold ("**Ekonomi** Kassören ...")."""
    start = after.offsets[0]
    before = text[max(0, start - 2) : start]
    if before != "**":
        return None
    stop = text.find("**", start)
    index = after.index(stop) if stop >= 0 else 0
    return index if 0 < index < len(after.text) else None


def _flat_title(after: View) -> int | None:
    """Where the running text begins behind a title on the same line.

    Behind a known title ("Övrigt. Anna ...", "Nästa möte Torsdagen ..."), or in a flattened line at
    the subject of the first finite verb ("Centrum Emil Sandgärde berättar ...").
    """
    text = after.text
    several = len(sentences(after)) > 1
    if several or text.endswith("."):
        for pattern in known_titles():
            if match := pattern.match(text):
                return match.end()
    if not several:
        return None
    return running_text(text)


def _without_letterhead(own: list[Line]) -> list[Line]:
    """Drop an address block that stands between a number and its title."""
    stop = next((index for index, line in enumerate(own) if index and line.gap), len(own))
    if stop > 1 and any(_ADDRESS.search(line.text) for line in own[:stop]):
        return own[stop:]
    return own


def _trim(view: View) -> View:
    text = view.text
    start = len(text) - len(text.lstrip(" -–:"))
    end = len(text.rstrip(" :"))
    if slot := _SLOT.search(text[:end]):
        end = slot.start()
    return view.part(start, max(start, end))


def _rest(view: View, start: int) -> View | None:
    while start < len(view.text) and view.text[start] in " :–-":
        start += 1
    return view.part(start, len(view.text)) if start < len(view.text) else None
