"""The whole cut: meetings of a document, and each one's head, sections and tail.

Forms handled: one meeting a file; several bound together (each with its own title, date and
attendance); titles and sentences right after a number (titles.py); signatures, contact lines and notices of posting after the last item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from models.document import Document
from models.segmented import ATTENDANCE, Block, Line, MeetingPart, Paragraph, SectionPart
from models.view import View, view_of
from pipeline.segment.annexes import annex_start
from pipeline.segment.announced import announces
from pipeline.segment.attendance_titles import without_attendance
from pipeline.segment.barred_lists import with_barred_lists
from pipeline.segment.blocks import blocks
from pipeline.segment.broken_cells import whole_cells, with_narrow_gaps
from pipeline.segment.bullets import with_plain_bullets
from pipeline.segment.bundles import meeting_starts, page_begins
from pipeline.segment.columns import Columns, Margin, columns_by_line, without_margin
from pipeline.segment.detached_marks import with_own_marks
from pipeline.segment.dollars import without_dollars
from pipeline.segment.framed import without_frames
from pipeline.segment.headings import headings
from pipeline.segment.item_parts import with_parts
from pipeline.segment.labels import label_of
from pipeline.segment.ladder import untangled
from pipeline.segment.ladder_lists import parted_lists
from pipeline.segment.ladder_signatures import signed_in_order
from pipeline.segment.lines import lines, without_struck
from pipeline.segment.listed_items import Heading
from pipeline.segment.lost_letters import with_lost_letters
from pipeline.segment.markup import without_markup
from pipeline.segment.misread import with_misread_letters
from pipeline.segment.numbers import whole
from pipeline.segment.paragraphs import (
    SIDE_COLUMN,
    column_paragraphs,
    is_clause_a_line,
    paragraphs,
    without_side_column,
)
from pipeline.segment.parted_columns import with_parted_columns
from pipeline.segment.quoted import without_quote_signs
from pipeline.segment.separated import with_columns, with_rows
from pipeline.segment.stacked_tables import with_stacked_rows
from pipeline.segment.titles import title_and_rest, trim, without_letterhead
from pipeline.segment.unnumbered import bold_lead, capital_lead, speaker_lead
from pipeline.vocabulary import says

_SIGNATURES = frozenset({"secretary", "adjuster", "chair", "contact", "unknown_function"})
_FUNCTION = re.compile(r"(?:mötes)?ordförande|(?:mötes)?sekreterare|justerare|justerande", re.I)
_NOTICE = re.compile(
    r"(?:anslag\s?[/-]?\s?bevis|bevis(?: om anslag)?|anslag)\W*$|justerandes sign|utdragsbestyrkande"
    r"|[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+\s(?:antecknade|vid protokollet|vid pennan)\.?$",
    re.I,
)  # the notice of posting, or who kept the notes, after the last item
_SAYS = re.compile(r"\w")
_SENTENCE_END = re.compile(r"\w[.!?:][\"”)]?$")
_SENTENCE_WITHIN = re.compile(r"[.!?]$|\w{3}[.!?]\s[A-ZÅÄÖ]")
_TELLS = 5  # words of a paragraph in the head that tells
_EARLY = 3  # items among which attendance may be one


def segment(document: Document) -> tuple[MeetingPart, ...]:
    """The meetings of `document`, in order; at least one."""
    legible = _legible(document)
    body, furniture = lines(legible)
    starts = meeting_starts(legible, body, furniture)
    parts = []
    for ordinal, start in enumerate(starts, 1):
        stop = starts[ordinal] if ordinal < len(starts) else len(body)
        own = body[start:stop]
        begin = _begin(legible, body, start) if start else 0
        end = _begin(legible, body, stop) if stop < len(body) else len(document.text)
        marks = tuple(line for line in furniture if begin <= line.start < end)
        parts.append(_meeting(document, legible.text, ordinal, begin, end, own, marks))
    return tuple(parts)


def _legible(document: Document) -> Document:
    """The document as a patient reader takes what converters left of it, with all places what they were."""
    shown = without_dollars(without_frames(without_markup(without_struck(document))))
    told = with_lost_letters(with_plain_bullets(without_quote_signs(shown)))
    return with_misread_letters(told)


def _begin(document: Document, body: Sequence[Line], start: int) -> int:
    """Where the meeting begins whose first line is `start`: with its page, where that line opens one."""
    page = page_begins(document, body[start])
    return page if page > body[start - 1].end else body[start].start


def _field(line: Line) -> str | None:
    """What the line's label announces; None for a line without one."""
    label = label_of(line.cells[0])
    return label.field if label is not None else None


def _meeting(
    document: Document,
    text: str,
    ordinal: int,
    begin: int,
    end: int,
    body: Sequence[Line],
    furniture: tuple[Line, ...],
) -> MeetingPart:
    listed = with_columns(
        text, with_barred_lists(text, with_stacked_rows(with_parted_columns(body)))
    )
    body = whole_cells(with_narrow_gaps(text, listed))
    annexed = annex_start(body)
    if annexed < len(body) and not headings(body[:annexed]):
        annexed = len(
            body
        )  # a front page that is signed, and its list of who voted, before the items
    body, annexes = body[:annexed], body[annexed:]
    found = without_attendance(body, headings(body))
    first = found[0].line if found else _head_end(body)
    tail = _tail_start(body, found[-1].line + 1 if found else first, _SIGNATURES)
    if not any(_field(line) in ATTENDANCE for line in body[:first]):
        tail = min(tail, _tail_start(body, found[-1].line + 1 if found else first, ATTENDANCE))
    sections = []
    over, clauses = columns_by_line(body), is_clause_a_line(body)
    for index, heading in enumerate(found):
        stop = found[index + 1].line if index + 1 < len(found) else tail
        sections.append(
            _section(
                text,
                index + 1,
                heading,
                body,
                max(stop, heading.line + 1),
                over.get(heading.line),
                clauses=clauses,
            )
        )
    head = tuple(body[:first])
    after = tuple(body[max(tail, first) :])
    signed = [line for line in after if _SAYS.search(line.text)]  # without the dots to sign on
    own = (*blocks(head), *_listed(found, body), *blocks(signed))
    return MeetingPart(
        document=document,
        text=text,
        ordinal=ordinal,
        start=begin,
        end=end,
        head=head,
        preamble=paragraphs(
            text, [each for each in (*head, *annexes) if len(each.cells) > 2], None
        ),
        prose=tuple(_prose(text, head)),
        sections=tuple(sections),
        tail=after,
        blocks=parted_lists(signed_in_order(untangled(with_own_marks(own)))),
        furniture=furniture,
    )


def _prose(text: str, head: Sequence[Line]) -> Iterator[Paragraph]:
    """The head's paragraphs of sentences that no label opens; points only behind one of them, where they tell or one announces them."""
    if not any(_SENTENCE_WITHIN.search(line.text) for line in head):
        return
    told = False
    announced: str | None = None
    for paragraph in paragraphs(text, [line for line in head if len(line.cells) == 1], None):
        words = len(paragraph.view.text.split())
        ends = _SENTENCE_END.search(paragraph.view.text) is not None
        ends = ends or len(paragraph.sentences) > 1
        if paragraph.kind == "item" and paragraph.lead is not None and paragraph.lead == announced:
            yield paragraph
        elif paragraph.kind == "item" and ends:
            told = told or (words >= _TELLS and says("finite_verbs", paragraph.view.text))
            if told:
                yield paragraph
        elif paragraph.kind == "heading" and _announces(paragraph):
            announced = paragraph.view.text.rstrip(" :")
        elif paragraph.kind == "body" and ends and words >= _TELLS:
            told = True
            if label_of(paragraph.view) is None:
                announced = paragraph.view.text.rstrip(" :")
                yield paragraph


def _announces(paragraph: Paragraph) -> bool:
    """Whether a line is a clause that a colon opens to points: "Gruppen kom överens om följande:"."""
    text = paragraph.view.text
    return announces(text) and len(text.split()) >= _TELLS and label_of(paragraph.view) is None


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
            beside = len(line.cells) > 1 and len(body[index - 1].cells) == len(line.cells)
            return index - 1 if named and (not label or beside) else index
    return len(body)


def _section(
    text: str,
    ordinal: int,
    heading: Heading,
    body: Sequence[Line],
    stop: int,
    columns: Columns | None,
    *,
    clauses: bool,
) -> SectionPart:
    line = body[heading.line]
    view = whole(line)
    after = _first_column(line, view.part(heading.rest, len(view.text)))
    own = without_side_column(line, body[heading.line + 1 : stop])
    margin = Margin()
    if columns is not None:
        own, margin = without_margin(columns, line, own)
    title, first, own = _opening(text, heading, line, after, own)
    end = body[stop - 1].end
    start = first.offsets[0] if first is not None and first.text else own[0].start if own else end
    return SectionPart(
        ordinal=ordinal,
        number=heading.number,
        title=title if title is not None and title.text else None,
        start=start,
        end=max(end, start),
        paragraphs=tuple(
            with_parts(
                (
                    *_columns(heading, body, columns),
                    *paragraphs(text, with_rows(text, own), first, clauses=clauses),
                )
            )
        ),
        owners=margin.owners,
        dues=margin.dues,
    )


_Opening = tuple[View | None, View | None, list[Line]]  # title, the text beside it, the lines below


def _opening(text: str, heading: Heading, line: Line, after: View, own: list[Line]) -> _Opening:
    """An item's title and the beginning of its text, of its first line and those below."""
    if heading.number is None:
        return _unnumbered_opening(text, line, after, own)
    if heading.stop is not None:
        view = whole(line)
        return trim(view.part(heading.rest, heading.stop)), _from(view, heading.stop), own
    if after.text:
        return title_and_rest(text, line, after, own)
    own = without_letterhead(own)
    if own and not own[0].text[:1].islower():
        return title_and_rest(text, own[0], whole(own[0]), own[1:])
    return None, None, own


def _unnumbered_opening(text: str, line: Line, after: View, own: list[Line]) -> _Opening:
    """The same of a line that is a title by its print or its words, also over several lines in bold."""
    if count := _title_lines(line, own):
        views = [after, *map(whole, own[:count])]
        spans = [view.span(0, len(view.text)) for view in views]
        return trim(view_of(text, spans)), None, own[count:]
    leads = (find(line) for find in (bold_lead, capital_lead, speaker_lead))
    lead = None if line.bold or line.heading else next(filter(None, leads), None)
    if lead is None:
        return trim(after), None, own
    return trim(lead), _from(after, len(lead.text)), own


def _from(view: View, at: int) -> View:
    """What follows a title that ends at `at`."""
    said = view.text[at:]
    return view.part(len(view.text) - len(said.lstrip(" .:–-")), len(view.text))


def _title_lines(line: Line, own: Sequence[Line]) -> int:
    """How many lines under a bold one in bold go on with it."""
    if not line.bold or len(line.cells) > 1 or line.text.endswith((":", ".", "?", "!")):
        return 0
    goes_on = takewhile(
        lambda each: each.bold and not each.gap and len(each.cells) == 1 and each.text[0].islower(),
        own,
    )
    return sum(1 for _ in goes_on)


def _columns(heading: Heading, body: Sequence[Line], over: Columns | None) -> tuple[Paragraph, ...]:
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
    if over is not None:
        behind = [at for at in range(index, len(line.cells)) if at not in over.margin]
        named = [over.heads[at].text or None if at < len(over.heads) else None for at in behind]
        return column_paragraphs([line.cells[at] for at in behind], named)
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
    stop = sum(offset <= own.offsets[-1] for offset in after.offsets)
    return after.part(0, len(after.text[:stop].rstrip()))
