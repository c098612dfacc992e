"""The lines of a head with the label that each stands under, and what is found in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.evidence import Evidence, Span
from models.frozen import frozen
from models.issue import Issue, IssueKind
from models.segmented import ATTENDANCE, Block, MeetingPart, Sentence
from models.view import View, side_by_side
from pipeline.dates import dates, times
from pipeline.extract.head.below import below_names
from pipeline.extract.head.parted import parted
from pipeline.extract.next_box import next_box
from pipeline.vocabulary import kind_of, rules, says

_SENTENCE = re.compile(
    r"(?:[^.:]{0,60}\bkallas\s[^.:]{0,30}\b)?(?:sammanträde|möte)\s.{0,25}\d", re.IGNORECASE
)  # among the names, or under "Kallelse till"
_FROM = re.compile(r"(?:Från|From):\s")  # a letter's head
_TOLD = re.compile(
    r"(?:^|[.!]\s)(?P<told>(?:Vi|Mötet|Träffen|Samlingen|Sammanträdet|Gruppen|Rådet)\s(?:satt|var\si|höll|hölls|möttes|träffades|samlades|sågs|började|startade|pågick|ägde|öppnade))"
)
_TOLD_LINES = 3  # of such a sentence
_CAPITALS = re.compile(r"[A-ZÅÄÖ-]+(?:\s[A-ZÅÄÖ-]+){0,2}")
_OPEN_CAPITALS = re.compile(
    r"(?:\b(?:OCH|FÖR|MOT|DET|LOKALA|KOMMUNALA|GEMENSAMMA|REGIONALA)|FÖREBYGGANDE|-)$"
)
_FULL = 60  # characters of a full line of running text
_OPEN_END = (" i", " på", " hos", " vid", " den", " för", " och", " av", ",")
_BEFORE_NOUN = (" i", " på", " hos", " vid", " för")
_FOOT = 4  # paragraphs at the end of the last item that may be the document's
_TABLE = 3  # rows with several cells
_LONGEST_FOOT = 90  # characters
_TO = re.compile(
    r"(?:Till:?\s)?(?:(?:[Ll]edamöter(?:na)?|[Mm]edlemmar(?:na)?)(?:\soch\s(?:ersättare|suppleanter)(?:na)?)?\si\s)?(?:[A-ZÅÄÖ][\w-]+\s(?=\w))?"
)  # before the body whose members are called
_MEETING_LABEL = re.compile(r"(?:Möte|Sammanträde|Träff):\s")  # before the body that met
_PLACE_LABEL = re.compile(r"(?:Mötesp|Sammanträdesp|P)lats\s+(?=[A-ZÅÄÖ])")  # "Plats Digitalt"
_ADJUSTED = re.compile(
    r"(?:Protokolls)?[Jj]ustering(?:en)?|Anslag(?:/bevis)?|ANSLAG/BEVIS|JUSTERING"
)
_WHEN_AND_WHERE = frozenset({"place", "date", "plain_date", "time", "place_time"})
_DAYS = frozenset({"date", "plain_date"})
_WEEKDAY = re.compile(r"(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag|Den\s\d", re.IGNORECASE)
NEXT = "next_meeting"  # the field of lines that speak of the next meeting alone
_FEWEST_COLUMNS = 2  # of a table of persons
_MENU = 4  # lines of a page's menu above its title
TITLE_LINES = 14  # how far down a document says what it is


@frozen
class HeadLine:
    """A cell of the head, the label's field and rule, and how many rows down it stands."""

    view: View
    field: str | None
    rule: str
    position: int
    furniture: bool

    @property
    def text(self) -> str:
        return self.view.text


class Reading:
    """One pass over a head: its lines, and the evidence and issues that the fields gather.

    `titles` and `prose` hold a line that goes on in the next one whole; `wrapped` are those of `titles`, and the name of a
    body that capitals spread over several lines ("DET LOKALA" over "BROTTSFÖREBYGGANDE" over "RÅDET").
    """

    def __init__(self, meeting: MeetingPart) -> None:
        self.meeting = meeting
        self.lines = tuple(_lines(meeting))
        joined = tuple(_joined(self.lines))
        self.titles = tuple(
            line
            for line in joined
            if line.field in {None, "council"} and (line.furniture or line.position < TITLE_LINES)
        )
        single = {line.text for line in self.lines}
        wrapped = (line for line in self.titles if line.text not in single)
        self.wrapped = (*wrapped, *_in_capitals(self.lines))
        told = _told_among_names(meeting)
        loose = (line for line in joined if line.field is None and not line.furniture)
        self.prose = (*loose, *told)
        self.evidence: list[Evidence] = []
        self.issues: list[Issue] = []

    def prove(
        self, field: str, view: View, start: int, end: int, rule: str, confidence: float = 1.0
    ) -> None:
        """Keep [start, end) of `view` as evidence for `field`."""
        self.evidence.extend(self.meeting.evidence(field, view.span(start, end), rule, confidence))

    def doubt(self, kind: IssueKind, message: str, span: Span) -> None:
        """Keep an issue."""
        self.issues.append(Issue(kind=kind, severity="warning", message=message, span=span))

    def foot(self) -> Iterator[HeadLine]:
        """Short lines that end the last item: a signature, or the page foot of a single page; no rows of a table."""
        paragraphs = self.meeting.sections[-1].paragraphs if self.meeting.sections else ()
        if sum(len(each.cells) > 1 for each in paragraphs[-_FOOT:]) >= _TABLE:
            return
        for paragraph in paragraphs[-_FOOT:]:
            view = paragraph.view
            for start, end in pairwise([0, *view.line_starts(), len(view.text)]):
                line = view.part(start, end)
                if line.text.strip() and len(line.text) < _LONGEST_FOOT:
                    yield HeadLine(line, None, "", TITLE_LINES, furniture=True)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the items, in order; of notes that only run on, all that they tell."""
        for section in self.meeting.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences
        for paragraph in self.meeting.prose if not self.meeting.sections else ():
            yield from paragraph.sentences


def _lines(meeting: MeetingPart) -> Iterator[HeadLine]:
    """Every cell of the head and tail with its label, then page heads, in reading order."""
    position = 0
    letter = any(_FROM.match(line.text) for line in meeting.head)
    coming = {cell.offsets[0] for box in next_box(meeting.head) for cell in box}
    blocks = [*_of_this_meeting(meeting.blocks)]
    for block in blocks:
        if (alone := _place_alone(meeting, block) or _clock_line(meeting, block)) is not None:
            yield HeadLine(alone, None, "", position, furniture=False)
            position += 1
        listed = _list_of_persons(block)
        for at, row in enumerate(block.rows):
            for cell in row:
                if letter and block.field == "plain_date":  # of the letter, not of the meeting
                    whole = _line_of(meeting, cell)
                    yield HeadLine(whole or cell, None, "", position, furniture=False)
                elif cell.text and cell.offsets[0] in coming:
                    yield HeadLine(cell, NEXT, block.rule, position, furniture=False)
                elif cell.text:
                    apart = (
                        _is_title(meeting, block)
                        or _SENTENCE.match(cell.text)
                        or _names_body(block, cell)
                        or (block.field in ATTENDANCE and _is_when(cell.text))
                        or (block.field in _DAYS and says("met", cell.text, "clock_line"))
                    )
                    field = "present" if at > listed else None if apart else block.field
                    for view, own, rule in parted(cell, field, block.rule):
                        yield HeadLine(view, own, rule, position, furniture=False)
            position += 1
    yield from _titled(meeting)
    for value, field in below_names(meeting):
        yield HeadLine(value, field, f"label.{field}", position, furniture=False)
    for line in meeting.furniture:
        for cell in line.cells:
            if cell.text:
                yield HeadLine(cell, None, "", position, furniture=True)


def _titled(meeting: MeetingPart) -> Iterator[HeadLine]:
    """What stands as headings over the text of a document with no head but a page's menu ("Trygg i Ekby – maj")."""
    labelled = any(block.label is not None for block in meeting.blocks)
    above = len(meeting.head)
    if above > _MENU or (above and labelled):
        return
    for position, section in enumerate(meeting.sections, above):
        if section.number is not None or section.title is None:
            return
        yield HeadLine(section.title, None, "", position, furniture=False)
        if section.paragraphs:
            return


def _of_this_meeting(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of place and day that stand under "Justering" as "ignored", where the meeting has such of its own."""
    aside = False
    for index, block in enumerate(blocks):
        label = block.label.text if block.label is not None else ""
        if _ADJUSTED.fullmatch(label) and not block.rows:
            aside = True
        elif block.field not in _WHEN_AND_WHERE or not aside:
            aside = False
        elif any(later.field == block.field for later in blocks[index + 1 :]):
            block = replace(block, field="ignored")
        yield block


def _place_alone(meeting: MeetingPart, block: Block) -> View | None:
    """The line of a label without a value that says where ("Digitalt (Teams)"): it is the place."""
    if block.rows or block.label is None or not says("places", block.label.text):
        return None
    whole = _line_of(meeting, block.label)
    label = _PLACE_LABEL.match(whole.text) if whole is not None else None
    if whole is None or label is None:
        return whole
    return whole.part(label.end(), len(whole.text))


def _clock_line(meeting: MeetingPart, block: Block) -> View | None:
    """ "Klockan 19, Ladan": the whole line, of which "Klockan" is no label before a value."""
    if block.field != "time" or block.label is None or len(block.rows) != 1:
        return None
    whole = _line_of(meeting, block.label)
    return whole if whole is not None and says("met", whole.text, "clock_line") else None


def _line_of(meeting: MeetingPart, view: View) -> View | None:
    """The whole line of the head in which `view` stands."""
    at = view.offsets[0] if view.text else -1
    return next((line.cells[0] for line in meeting.head if line.start <= at < line.end), None)


def _joined(lines: Iterable[HeadLine]) -> Iterator[HeadLine]:
    """The lines, of those without a label such as go on in the next one as one."""
    open_line: HeadLine | None = None
    for line in lines:
        if line.furniture or line.field is not None:
            if open_line is not None:
                yield open_line
                open_line = None
            yield line
        elif open_line is not None and _goes_on(open_line, line):
            open_line = replace(
                open_line, view=side_by_side((open_line.view, line.view)), position=line.position
            )
        else:
            if open_line is not None:
                yield open_line
            open_line = line
    if open_line is not None:
        yield open_line


def _in_capitals(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """The name of a body whose words stand under each other in capitals, none a name by itself or one of them left open."""
    run: list[HeadLine] = []
    for line in (*lines, None):
        if line is not None and _is_capital_word(line, run[-1] if run else None):
            run.append(line)
            continue
        whole = side_by_side([each.view for each in run]) if len(run) > 1 else None
        if whole is not None and says("councils", whole.text):
            opened = any(_OPEN_CAPITALS.search(each.text) for each in run[:-1])
            if opened or not any(says("councils", each.text) for each in run):
                yield replace(run[0], view=whole)
        run = [line] if line is not None and _is_capital_word(line, None) else []


def _is_capital_word(line: HeadLine, above: HeadLine | None) -> bool:
    """Whether a line holds one to three words in capitals, under the one above."""
    near = above is None or line.position == above.position + 1
    loose = line.field is None and not line.furniture and line.position < TITLE_LINES
    return near and loose and _CAPITALS.fullmatch(line.text) is not None


def _told_among_names(meeting: MeetingPart) -> Iterator[HeadLine]:
    """What a list of names in running text ends with: "... och Bo Ek. Vi satt i köket från klockan 18"."""
    for block in meeting.blocks:
        rows = block.rows if block.field in ATTENDANCE else ()
        for index, row in enumerate(rows):
            if len(row) != 1 or (told := _TOLD.search(row[0].text)) is None:
                continue
            lines = (
                row[0].part(told.start("told"), len(row[0].text)),
                *(each[0] for each in rows[index + 1 : index + _TOLD_LINES]),
            )
            yield HeadLine(side_by_side(lines), None, "", 0, furniture=False)
            break


def _goes_on(line: HeadLine, following: HeadLine) -> bool:
    """Whether running text goes on in the next line: a word is open, or the line is long and no sentence ends in it."""
    if following.position != line.position + 1 or line.text.endswith((".", ":", "!", "?", "–")):
        return False
    if following.text[:1].islower() or line.text.endswith(_BEFORE_NOUN):
        return True
    return len(line.text) >= _FULL and (line.text.endswith(_OPEN_END) or "." in following.text)


def _is_when(text: str) -> bool:
    """Under a list of names: when the meeting was, and no person.

    So are "14 mars 2018 kl 19, Bygdegården" and "17:00, Bygdegården", the value of a label above ("Plats och tid").
    """
    if not (text[:2].lower() == "kl" or text[:1].isdigit() or _WEEKDAY.match(text)):
        return False
    if says("met", text, "clock_line"):
        return True
    clocks = times(text, bare=True)
    if clocks and clocks[0].start < len("klockan ") and says("places", text):
        return True
    stated = dates(text)
    return bool(stated) and stated[0].start < len("torsdag den ") and bool(times(text))


def _list_of_persons(block: Block) -> int:
    """Where the head row of a table of persons under no label stands ("Namn | Titel | Organisation"); else behind all rows."""
    for at, row in enumerate(block.rows if block.field is None else ()):
        if len(row) < _FEWEST_COLUMNS:
            continue
        heads = [kind_of("attendance_columns", cell.text.strip(" :*").lower()) for cell in row]
        if "name" in heads and all(heads):
            return at
    return len(block.rows)


def _is_title(meeting: MeetingPart, block: Block) -> bool:
    """ "KALLELSE" alone on its line is the document's title, not a label of what follows; "Kallelse", where that calls."""
    label = block.label if block.field == "ignored" else None
    if label is None or not any(rule.regex.fullmatch(label.text) for rule in rules("titles")):
        return False
    if label.text.isupper():
        return True
    first = block.rows[0][0] if block.rows else None
    if first is None or not first.text or not says("summons", first.text):
        return False
    between = meeting.text[label.offsets[-1] + 1 : first.offsets[0]]
    return "\n" in between and ":" not in between


def _names_body(block: Block, cell: View) -> bool:
    """A title under a label: "Protokoll: Trygghetsrådet", "Datum" over "Trygghetsrådet, den 3 maj", "Vilka: Rådet för trygghet".

    So is a line of its own below the day, which has its label on the line above.
    """
    label = block.label.text.lower() if block.label is not None else ""
    called = label.startswith("kallelse")
    below = not block.rows or cell is not block.rows[0][0]
    titled = block.field in {"secretary", "plain_date"} or called or label == "vilka"
    titled = titled or (
        below and block.field in {"date", "time", "registration", "place", "place_time"}
    )
    before = _TO.match(cell.text) if called else None  # "Kallelse till Ekby trygghetsråd"
    own = _MEETING_LABEL.match(cell.text) if below else None
    starts = {0, *(each.end() for each in (before, own) if each is not None)}
    return titled and any(
        rule.regex.match(cell.text, start) for rule in rules("councils") for start in starts
    )


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with `spans` overwritten by spaces: the same length, so that offsets hold."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
