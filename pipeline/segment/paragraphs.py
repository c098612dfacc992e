"""The lines of an item's body joined to paragraphs and cut into sentences.

Forms handled: hard-wrapped lines; a clause on each line that no full stop ends; a sentence that a page break or a blank
line cuts in two, or that a colon opens to an enumeration on the next line; bullets,
lettered and numbered points; tasks with their owners, a line each and without a mark ("Ringa bolaget – Eva – 3 maj");
table rows; a short heading or label ("Beslut:") that leads what
follows it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.segmented import Line, Paragraph, Sentence
from models.view import View, side_by_side, view_of
from pipeline.language import sentences
from pipeline.segment.announced import announces, enumerates
from pipeline.segment.item_parts import part_of

_BULLET = re.compile(r"(?:[-–—•·▪*\u2022\uf0b7\uf0a7\u25cf\u25e6]\s*|o\s(?=[A-ZÅÄÖ]))+(?=\S)")
_POINT = re.compile(r"(?:\(?[a-z][).]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=\S)")
_BEFORE_NUMBER = re.compile(r"\s(?:kl\.?|klockan|den|från|mellan)$", re.IGNORECASE)
_TERMINAL = (".", "!", "?", ":", ";", ".”", '."')
_JOINING = (" och", " samt", " eller")
_OPEN = (*_TERMINAL, *_JOINING, ",")  # no clause without a full stop ends so
SIDE_COLUMN = re.compile(r"ansvar(?:ig)?|föredragande|vem", re.I)
_REGISTERED = re.compile(
    r"\(?(?:dnr|d-nr|diarien(?:r|ummer)|ärenden(?:r|ummer)|saknr|referens)\b[\s.:]*(?:[A-ZÅÄÖ]{1,6}[\s-]?)?\d[\d./:\s-]*\)?"
    r"|\(?[A-ZÅÄÖ]{2,6}[\s-]?\d{2,4}[/:.-]\d{1,5}(?:[.-]\d+)*\)?",
    re.I,
)  # an item's registration number, which says nothing
_ATT_CLAUSE = re.compile(r"att\s")
_DECIDING = re.compile(r"\bbeslut(?:et|ar|ade)?\s?:?$", re.I)
_BEHIND_LABEL = re.compile(r"(?:[A-ZÅÄÖ][\w-]+s\s)?beslut(?:ar|ade)?:\satt\s", re.I)
_LABELLED = re.compile(r"(?:förslag till beslut|beslut|åtgärd|föredragande|uppdrag)\s?:", re.I)
_BOX = re.compile(
    r"@|\[[xXvV ]?\]\s|[☐☑☒✓✔✅]|(?:(?:ny|klar|pågår|kvarstår|utgår|struken)t?)\s?[:–]\s", re.I
)  # "@Lena: lägg ut protokollet", "[x] Byta lås", "KLART: byta lås"
_NAMED = re.compile(r"[A-ZÅÄÖ][\w-]+(?:(?:,|\soch)?\s[A-ZÅÄÖ][\w-]+){0,3}(?::|\s[-–])\s[a-zåäö]")
_WHO = r"(?:[A-ZÅÄÖ][\w-]+(?:(?:,|/|\soch|\s&)?\s?[A-ZÅÄÖ][\w-]+){0,4}|[a-zåäö]+(?:[ae]n|et|na|er)|alla)"
_TASK_ROW = re.compile(
    rf"(?:[A-ZÅÄÖ][^–—]+\s[–—-]\s{_WHO}\s[–—-]\s[^–—]{{2,30}}"
    rf"|(?:[A-ZÅÄÖ][a-zåäö]+a|Se|Ta|Gå|Be|Få|Ge)\s[^,;:()–—]+(?:,\s|\s[–—-]\s|\s\(){_WHO}(?:[,)]|$)[^()–—]{{0,30}}\)?)\.?"
)  # "Ringa bolaget – Eva – 3 maj", "Ringa bolaget, Eva, v. 10", "Ringa bolaget (Eva, i maj)"
_OWNER_END = re.compile(r"(?:ansvarig\s?:|->|→|\|)\s*[^.;]{2,40}$", re.I)
_INLINE_POINT = re.compile(r"(?:(?<=\s)|^)([a-h])\)\s+")
_ENTRY_WORDS = 5
_FEWEST_CLAUSES = 3  # lines on each other that are clauses without a full stop
_CLAUSE_WORDS = 4
_WRAPPED = 0.1  # of them at most that go on in small letters on the next line
_LONGEST_LEAD = 80


def column_paragraphs(cells: Sequence[View], leads: Sequence[str | None]) -> tuple[Paragraph, ...]:
    """What stands in the columns behind an item's title: one paragraph a column; its registration number is none."""
    return tuple(
        _paragraph(cell, "body", lead)
        for cell, lead in zip(cells, leads, strict=True)
        if cell.text and not _REGISTERED.fullmatch(cell.text)
    )


def without_side_column(heading: Line, lines: Sequence[Line]) -> list[Line]:
    """`lines` without a running log's column of initials ("Ansvar") that the heading announces.

    The initials stand beside the wrong line as often as the right one, so they prove nothing.
    """
    if len(heading.cells) < 2 or not SIDE_COLUMN.fullmatch(heading.cells[-1].text):
        return list(lines)
    return [replace(line, cells=line.cells[:1]) if len(line.cells) == 2 else line for line in lines]


def is_clause_a_line(lines: Sequence[Line]) -> bool:
    """Whether each line of a text is a clause of its own that no full stop ends, so that none goes on in the next one."""
    wrapped = clauses = stopped = 0
    for line, following in pairwise(lines):
        if len(line.cells) > 1 or len(line.text.split()) < _CLAUSE_WORDS:
            continue
        stopped += line.text.endswith(".")
        if following.gap or line.text.endswith(_OPEN):
            continue
        if following.text[:1].islower():
            wrapped += 1
        elif len(following.text.split()) >= _CLAUSE_WORDS:
            clauses += 1
    return clauses >= max(_FEWEST_CLAUSES, stopped) and wrapped <= _WRAPPED * clauses


def paragraphs(
    text: str, lines: Sequence[Line], first: View | None, *, clauses: bool = False
) -> tuple[Paragraph, ...]:
    """The paragraphs of a body. `first` is what stands after the title on the heading's own line.

    `clauses`: each line of the text is a clause of its own.
    """
    body = _Body(text, lines, first, clauses=clauses)
    for index, line in enumerate(lines):
        body.take(line, lines[index + 1 : index + 3])
    body.close()
    return tuple(body.found)


class _Body:
    """The paragraphs `found` so far, and the lines of the one that is `pending`.

    `lead`: what leads the paragraphs to come; `width`: characters of the longest line.
    """

    def __init__(
        self, text: str, lines: Sequence[Line], first: View | None, *, clauses: bool
    ) -> None:
        self.found: list[Paragraph] = []
        self._clauses = clauses
        self._text = text
        self._lead: str | None = None
        self._width = max((len(line.text) for line in lines), default=0)
        self._pending: list[View] = [first] if first is not None and first.text else []
        self._kind = "body"
        self._previous: Line | None = None

    def take(self, line: Line, following: Sequence[Line]) -> None:
        """Add the next line. `following`: the two after it."""
        view = line.cells[0]
        if len(line.cells) > 1:
            self.close()
            self.found.append(_row(line, self._lead))
        elif _REGISTERED.fullmatch(view.text):
            self.close()
        elif (point := self._point(line, following)) is not None:
            self._begin(point, "item")
        elif self._enumerates(line, following):
            self._pending.append(view)
        elif self._leads(line, following):
            self.close()
            self.found.append(_heading(view, line, self._lead))
            self._lead = view.text.rstrip(" :")
        elif self._goes_on(line):
            self._pending.append(view)
        else:
            self.close()
            if line.gap and self._previous is not None and not _led(self.found):
                self._lead = None
            self._pending = [view]
        self._previous = line

    def close(self) -> None:
        """End the pending paragraph, of which each inline point is one of its own."""
        if self._pending:
            view = _joined(self._text, self._pending)
            for order, piece in enumerate(_inline_points(view)):
                paragraph = _paragraph(piece, "item" if order else self._kind, self._lead)
                self.found.append(paragraph)
            if paragraph.kind == "heading" or (view.text.endswith(":") and self._kind == "body"):
                self._lead = view.text.rstrip(" :")
            self._pending, self._kind = [], "body"

    def _begin(self, view: View, kind: str) -> None:
        self.close()
        self._pending, self._kind = [view], kind

    def _point(self, line: Line, following: Sequence[Line]) -> View | None:
        """What a point says, where the line opens one: behind its bullet or number, from "att" on, or the
        whole line where it and one beside it are tasks with their owners."""
        view = line.cells[0]
        number = _POINT.match(view.text)
        if number is not None and self._pending and _BEFORE_NUMBER.search(self._pending[-1].text):
            number = None  # "klockan" over "16.00 i skolan"
        bullet = _BULLET.match(view.text) or number
        if bullet is not None:
            return view.part(bullet.end(), len(view.text))
        starred = self._text.startswith(("* ", "*\t"), line.start)
        clause = _ATT_CLAUSE.match(view.text) and self._decides(line)
        return view if starred or clause or self._is_task_row(line, following) else None

    def _is_task_row(self, line: Line, following: Sequence[Line]) -> bool:
        beside = [*([self._previous] if self._previous is not None else []), *following[:1]]
        return _TASK_ROW.fullmatch(line.text) is not None and any(
            _TASK_ROW.fullmatch(each.text) for each in beside
        )

    def _decides(self, line: Line) -> bool:
        """Whether "att" at the line's beginning opens a point: under a lead that decides, or after such a point."""
        if _decides(self._lead) or _opens_att(self._pending):
            return True
        previous = self._previous
        ended = previous is not None and not _is_full(previous, line, self._width)
        return _decided_att(self._pending) and ended

    def _enumerates(self, line: Line, following: Sequence[Line]) -> bool:
        """Whether the line is of the enumeration that the pending paragraph announces."""
        told = " ".join(each.text for each in self._pending)
        after = following[0] if following else None
        return announces(told) and enumerates(line, after, self._width)

    def _leads(self, line: Line, following: Sequence[Line]) -> bool:
        """Whether the line is a short heading or label."""
        after = following[0] if following else None
        pending = bool(self._pending)
        return not _is_announced(line, following, self._width) and _is_lead(
            line, after, self._previous, pending, self._width
        )

    def _goes_on(self, line: Line) -> bool:
        """Whether the line goes on with the pending paragraph."""
        if not self._pending:
            return False
        last, text = self._pending[-1].text, line.cells[0].text
        if self._clauses and text[:1].isupper() and not last.endswith(_OPEN):
            return False
        return not _begins(text, last) and _goes_on(last, line, self._previous, self._width)


def _inline_points(view: View) -> list[View]:
    """Cut "Ekonomi: a) kassan b) bidrag c) ..." before its points; the marks are left out."""
    marks = list(_INLINE_POINT.finditer(view.text)) if ")" in view.text else []
    letters = "".join(mark[1] for mark in marks)
    if len(marks) < 2 or not "abcdefgh".startswith(letters):
        return [view]
    edges = [*(mark.start() for mark in marks), len(view.text)]
    pieces = [view.part(0, len(view.text[: edges[0]].rstrip()))] if edges[0] else []
    for mark, stop in zip(marks, edges[1:], strict=True):
        pieces.append(view.part(mark.end(), len(view.text[:stop].rstrip())))
    return [piece for piece in pieces if piece.text]


def _decides(lead: str | None) -> bool:
    return lead is not None and _DECIDING.search(lead) is not None


def _opens_att(pending: Sequence[View]) -> bool:
    return bool(pending) and _ATT_CLAUSE.match(pending[0].text) is not None


def _decided_att(pending: Sequence[View]) -> bool:
    """Whether the first of several clauses stands right behind its label: "Rådets beslut: att ..."."""
    return bool(pending) and _BEHIND_LABEL.match(pending[0].text) is not None


def _begins(text: str, before: str) -> bool:
    """Whether a label or a box opens `text`, who has a task opens both, or the line before ended with that."""
    if _LABELLED.match(text) or _BOX.match(text) or _OWNER_END.search(before):
        return True
    return bool(_NAMED.match(text) and _NAMED.match(before))


def _led(found: Sequence[Paragraph]) -> bool:
    """Whether the last paragraph is itself the lead, or a point under it."""
    return bool(found) and found[-1].kind in {"heading", "item"}


def _goes_on(before: str, line: Line, previous: Line | None, width: int) -> bool:
    """Whether `line` continues the paragraph that ends in `before`."""
    if line.text[:1].islower() and not before.endswith(_TERMINAL):
        return True
    if line.gap or line.bold != (previous.bold if previous else line.bold):
        return False
    if before.endswith(_JOINING):
        return True
    entries = max(len(before.split()), len(line.text.split())) <= _ENTRY_WORDS
    if entries and line.text[:1].isupper() and before[-1:].isalnum():
        return False  # a list without marks: one short entry a line
    if before.endswith(_TERMINAL) and len(before) + len(line.text.split()[0]) + 1 < 0.8 * width:
        return False  # the next word would have fitted: the secretary ended the paragraph
    return width < 200 or not before.endswith(_TERMINAL)  # long lines are whole paragraphs


def _is_announced(line: Line, ahead: Sequence[Line], width: int) -> bool:
    """Whether `line` announces an enumeration that the lines after it hold."""
    after = ahead[1] if len(ahead) > 1 else None
    marked = bool(ahead) and (_BULLET.match(ahead[0].text) or _POINT.match(ahead[0].text))
    return (
        bool(ahead) and not marked and announces(line.text) and enumerates(ahead[0], after, width)
    )


def _is_lead(
    line: Line, following: Line | None, previous: Line | None, inside: bool, width: int
) -> bool:
    text = line.text
    if (
        len(text) > _LONGEST_LEAD
        or text.endswith((".", ",", ";", *_JOINING))
        or not text[0].isupper()
    ):
        return False
    if line.bold or line.heading:
        return True
    if _DECIDING.search(text) and following is not None and _ATT_CLAUSE.match(following.text):
        return True
    if inside and previous is not None and not line.gap and not previous.text.endswith(_TERMINAL):
        return False
    if text.endswith(":"):
        return following is None or not _is_full(line, following, width)
    if part_of(text) is not None:
        return following is not None
    alone = following is not None and following.text[:1] and len(text.split()) <= 6
    short = len(text) < 0.6 * max(width, 40)
    return bool(
        alone
        and short
        and (line.gap or len(text.split()) <= 2)
        and following
        and not following.text[:1].islower()
    )


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether a wrapped line left no room for the first word of the next, which no empty line parts from it."""
    word = following.text.split(maxsplit=1)[0]
    return not following.gap and len(line.text) + 1 + len(word) > width


def _heading(view: View, line: Line, lead: str | None) -> Paragraph:
    return Paragraph("heading", view, (Sentence(view),), (view,), line.bold, lead)


def _row(line: Line, lead: str | None) -> Paragraph:
    """A row of columns; its sentences are those of its cells."""
    view = side_by_side(line.cells)
    cut = tuple(
        Sentence(cell.part(span.start, span.end)) for cell in line.cells for span in sentences(cell)
    )
    return Paragraph("row", view, cut, line.cells, line.bold, lead)


def _paragraph(view: View, kind: str, lead: str | None) -> Paragraph:
    cut = tuple(Sentence(view.part(span.start, span.end)) for span in sentences(view))
    return Paragraph("item" if kind == "item" else "body", view, cut, (view,), False, lead)


def _joined(text: str, views: Sequence[View]) -> View:
    """Several lines' views as one, hyphens at their ends closed."""
    if len(views) == 1:
        return views[0]
    return view_of(text, [view.span(0, len(view.text)) for view in views])
