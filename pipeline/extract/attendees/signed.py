"""Signatures by their labels: names over their functions, alone, one below the other or side by side, or in one run."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from models.evidence import Span
from models.meeting import Function
from models.segmented import Block, MeetingPart
from models.view import View, view_of
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.piece_kinds import function_of
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary.openings import swift

LABELS: dict[str, Function] = {
    "chair": "chair",
    "secretary": "secretary",
    "adjuster": "adjuster",
}
"""The functions that a label's field may say."""

_NEXT_LABEL = re.compile(
    r"(?<=\w)\s+(?:Paragraf(?:er)?|Underskrift(?:er)?|Datum|Ordförande|Justera(?:nde|re|s|t)|Sekreterare)\b(?!.*[,;])"
)
_WORD = r"[A-ZÅÄÖÉ][a-zåäöé]+(?:-\s?[A-ZÅÄÖÉ][a-zåäöé]+)?"
_NAME = (
    rf"(?P<name>{_WORD}\s(?:(?!Ordf|Sekr|Just|Paragr){_WORD}\s)??(?!Ordf|Sekr|Just|Paragr){_WORD})"
)
_ANY_FUNCTION = r"(?:Ordförande|Sekreterare|Justera(?:re|nde))"
_FUNCTION = rf"(?P<function>{_ANY_FUNCTION})"
_NEXT = rf"(?:\s+|\s?[,;/|]\s*){_ANY_FUNCTION}"
_NAMES_FIRST = re.compile(rf"(?!Ordf|Sekr|Just){_NAME},?\s{_FUNCTION}(?![\w:])")
_FUNCTIONS_FIRST = re.compile(
    rf"{_FUNCTION}[\s:.…_]+(?:Paragraf(?:er)?[\s:]+§*\s?\d{{1,3}}\s?[-–]\s?§*\s?\d{{1,3}}\s+)?{_NAME}(?=\s*$|{_NEXT}|\s+(?:[A-ZÅÄÖ]+[/ ]|\d|Paragraf))"
)
_NAMES_WENT_FIRST = re.compile(rf"\s?[,;/|]\s*{_ANY_FUNCTION}(?!\w|[\s:.…_]+{_WORD}\s{_WORD})")
_RUN_SIGN = swift(rf"(?<!\w){_ANY_FUNCTION}(?!\w)")
_NEAR_SIGN = 80  # characters round such a word in which its run goes on
_ALONE = re.compile(
    r"\n[^\S\n]*\n(?P<line>(?P<name>[A-ZÅÄÖÉ][^\n\t(]{3,40}?)(?:[^\S\n]\([A-ZÅÄÖa-zåäö]{1,3}\))?)[^\S\n]*"
    r"\n(?P<function>(?i:ordförande|sekreterare|justerare))(?:[^\S\n]*(?=\n|$)|(?=\t|[^\S\n]{3}))"
)
_WITH_PARTY = re.compile(r"([A-ZÅÄÖÉ][^(,.:]{3,40}?)\s\(\s?[A-Za-zÅÄÖ]{1,4}\s?\)")
_LONGEST_NAME = 4  # words
_NAMES_WORDS = 3  # of two names or more
_DOTTED_ITEMS = re.compile(
    r"(?P<dots>[.…_]{3,})\s*Paragraf(?:er(?:na)?)?\b[\s\d:,–-]*"
)  # a line to sign on, and which items are signed for
_PARAGRAPHS = re.compile(r"Paragraf(?:er)?\b")
_CELL = re.compile(r"(?:(?!\t|[ \u00a0]{3}).)*[^\t\s]")
_GAPS = ("\t", "   ", "\u00a0")  # one of them is between columns

_ROLE_ENDS = re.compile(r",\s|\s?/\s?|\soch\s")
_BEHIND = 3  # words, the third of which is no longer the name's
_LONGEST = 60  # characters of a signature
_DOTTED = re.compile(
    r"(?P<function>[A-ZÅÄÖ][a-zåäö]+)[\s:]*[.…_]{3,}\s*(?P<name>[^,(]+?)\s?(?:[,(]|$)"
)
_FEWEST_SIGN = 2  # side by side
_LAST = 12  # lines that may hold signatures


def columns_in(text: str, line: Span) -> list[Span]:
    """What stands in each column of a line: columns are parted by tabs or several blanks."""
    own = text[line.start : line.end]
    if not any(gap in own for gap in _GAPS):
        return [Span(line.start, line.start + len(own.rstrip()))]
    cells = (cell.span() for cell in _CELL.finditer(own))
    return [Span(line.start + one, line.start + two) for one, two in cells]


def last_lines(text: str, start: int, end: int, most: int) -> list[Span]:
    """The last lines of [start, end) in which anything stands, in order."""
    found: list[Span] = []
    while start < end and len(found) < most:
        breaks = text.rfind("\n", start, end), text.rfind("\f", start, end)
        begin = max(start, max(breaks) + 1)
        if text[begin:end].strip():
            found.append(Span(begin, end))
        end = begin - 1
    return found[::-1]


def stacked(meeting: MeetingPart, index: int) -> list[tuple[View, Function]]:
    """Signatures one below the other, each name over its function, from block `index` on.

    Such a run begins under a name and ends in a label with nothing under it.
    """
    run = list(takewhile(lambda each: each.field in LABELS, meeting.blocks[index:]))
    length = next((at for at, block in enumerate(run, 1) if not block.rows), 0)
    above = line_above(meeting, run[0]) if length > 1 else None
    names = [above, *(_alone(block) for block in run[: length - 1])]
    if not all(name is not None and is_name(name.text) for name in names):
        return []
    return [
        (name, LABELS[str(block.field)])
        for name, block in zip(names, run[:length], strict=True)
        if name is not None
    ]


def in_row_above(meeting: MeetingPart, index: int) -> list[tuple[View, Function]]:
    """Signatures in the row over a row of labels with nothing under them, which block `index` begins."""
    run = list(
        takewhile(lambda each: each.field in LABELS and not each.rows, meeting.blocks[index:])
    )
    above = line_above(meeting, run[0]) if len(run) > 1 else None
    last = run[-1].label if run else None
    if above is None or last is None:
        return []
    between = meeting.text[above.offsets[-1] + 1 : last.offsets[-1]].strip("\n")
    line = Span(above.offsets[0], above.offsets[-1] + 1)
    names = [view_of(meeting.text, [cell]) for cell in columns_in(meeting.text, line)]
    if "\n" in between or len(names) != len(run) or not all(is_name(each.text) for each in names):
        return []
    return [(name, LABELS[str(each.field)]) for name, each in zip(names, run, strict=True)]


def in_row_below(blocks: Sequence[Block]) -> list[tuple[View, Function]]:
    """Signatures in one run under a row of labels, which the first of `blocks` begins: "Vid protokollet: Justeras:"
    over "Anna Ek Bo Li"."""
    run = list(takewhile(lambda each: each.field in LABELS and not each.rows, blocks))
    last = blocks[len(run)] if run and len(run) < len(blocks) else None
    if last is None or last.field not in LABELS or len(last.rows[0]) != 1:
        return []
    view, count = last.rows[0][0], len(run) + 1
    words = list(re.finditer(r"\S+", view.text))
    if len(words) != 2 * count:
        return []
    names = [
        view.part(one.start(), two.end()) for one, two in zip(words[::2], words[1::2], strict=True)
    ]
    if not all(is_name(each.text) and is_first_name(each.text.split()[0]) for each in names):
        return []
    fields = [str(each.field) for each in (*run, last)]
    return [(name, LABELS[field]) for name, field in zip(names, fields, strict=True)]


def _alone(block: Block) -> View | None:
    """The one cell under a label."""
    cells = [cell for row in block.rows for cell in row]
    return cells[0] if len(cells) == 1 else None


def above_labels(block: Block, following: Sequence[Block]) -> Iterator[tuple[View, Function]]:
    """A row of names with their functions' labels in the row below, which hold nothing else."""
    below = list(takewhile(lambda each: each.field in LABELS and not each.rows, following))
    names = [cell for cell in block.rows[-1] if cell.text] if block.rows else []
    if names and len(names) == len(below) and all(is_name(cell.text) for cell in names):
        for cell, each in zip(names, below, strict=True):
            yield cell, LABELS[str(each.field)]


def also_adjusted(meeting: MeetingPart, index: int) -> list[View]:
    """Adjusters in the lines right under the first one, which stands in a row of signatures: "Bo Ek (S)"."""
    block, *following = meeting.blocks[index : index + 2]
    signed = block.field == "adjuster" and len(block.rows) == 1 == len(block.rows[0])
    if not signed or not following or following[0].field is not None or index == 0:
        return []
    found, last = list[View](), block.rows[0][0].offsets[-1]
    for row in following[0].rows:
        named = _WITH_PARTY.fullmatch(row[0].text) if len(row) == 1 else None
        between = meeting.text[last : row[0].offsets[0]]
        if named is None or not is_name(named[1]) or between.count("\n") != 1:
            break
        found.append(row[0])
        last = row[0].offsets[-1]
    return found


def _in_run(text: str, start: int, end: int) -> list[tuple[View, Function]]:
    """Names in one run with their functions, behind them or before them.

    "Anna Ek Ordförande Bo Li Sekreterare"; "Ordförande Anna Ek Sekreterare... Bo Li"; "Sekreterare Bo Li, Ordförande Anna Ek".
    """
    for pattern in (_FUNCTIONS_FIRST, _NAMES_FIRST):
        found: list[re.Match[str]] = []
        for match in pattern.finditer(text, start, end):
            if found and text[found[-1].end() : match.start()].strip(" ,;/|\n"):
                if len(found) > 1:
                    break
                found = []
            found.append(match)
        if pattern is _FUNCTIONS_FIRST and found:
            found = [] if _NAMES_WENT_FIRST.match(text, found[-1].end(), end) else found
        if len(found) > 1:
            return [each for match in found for each in _signer(text, match)]
    return []


def runs_of_signatures(text: str, start: int, end: int) -> Iterator[tuple[View, Function]]:
    """Such runs anywhere in a text, which stand where a function with its capital does."""
    spans: list[Span] = []
    for sign in _RUN_SIGN.finditer(text, start, end):
        first, last = max(start, sign.start() - _NEAR_SIGN), min(end, sign.end() + _NEAR_SIGN)
        if spans and first <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, last)
        else:
            spans.append(Span(first, last))
    for span in spans:
        yield from _in_run(text, span.start, span.end)


def _signer(text: str, match: re.Match[str]) -> Iterator[tuple[View, Function]]:
    """Who signs for what, without a word before the name ("Paragraf Anna Ek Ordförande")."""
    words = list(re.finditer(r"\S+", match["name"]))
    last = match.re is _NAMES_FIRST and not is_first_name(words[0].group())
    at = match.start("name") + words[max(0, len(words) - 2) if last else 0].start()
    function = function_of(match["function"])
    if function is not None and is_name(text[at : match.end("name")]):
        yield view_of(text, [Span(at, match.end("name"))]), function


def with_functions(block: Block) -> Iterator[tuple[View, Function]]:
    """Names with their function behind or before them under a label of signatures: "Underskrifter: Anna Ek, sekreterare", "Sekreterare
    ........ Anna Ek, kanslist"."""
    for row in block.rows if block.field == "unknown_function" else ():
        for cell in row:
            name, comma, told = cell.text.partition(", ")
            function = function_of(told) if comma and is_name(name) else None
            if function is not None:
                yield cell.part(0, len(name)), function
            elif (dotted := _DOTTED.match(cell.text)) is not None and is_name(dotted["name"]):
                function = function_of(dotted["function"])
                if function is not None:
                    yield cell.part(*dotted.span("name")), function


def names_over_functions(text: str, start: int, end: int) -> Iterator[tuple[View, Function]]:
    """Two or three names in a row over as many functions, whose columns were lost: "Anna Ek Bo Li" over "Ordförande Sekreterare"."""
    lines = [view_of(text, [line]) for line in last_lines(text, start, end, _LAST)]
    for above, below in pairwise(lines):
        functions = [function_of(word) for word in below.text.split()]
        words = list(re.finditer(r"\S+", above.text))
        if len(functions) < _FEWEST_SIGN or len(words) != 2 * len(functions):
            continue
        names = [
            above.part(one.start(), two.end())
            for one, two in zip(words[::2], words[1::2], strict=True)
        ]
        known = any(is_first_name(word.group()) for word in words[::2])
        if known and all(is_name(name.text) for name in names):
            for name, function in zip(names, functions, strict=True):
                if function is not None:
                    yield name, function


def line_above(meeting: MeetingPart, block: Block) -> View | None:
    """The line before a label that has nothing under it: who signs there."""
    if block.label is None or not block.label.text:
        return None
    text, at = meeting.text, block.label.span(0, len(block.label.text)).start
    end = len(text[:at].rstrip(" \t\n:.…_"))
    start = max(text.rfind("\n", 0, end) + 1, meeting.start)
    return view_of(text, [Span(start, end)]) if 0 < end - start <= _LONGEST else None


def signed_behind(view: View, function: Function) -> tuple[View, Function] | None:
    """ "Bo Ek Justeras" under another label, a name over its own label run together: for what he signs."""
    behind = _NEXT_LABEL.search(view.text)
    if behind is None or behind.end() < len(view.text.rstrip(" :.")):
        return None
    adjusts = "ustera" in behind.group()  # "Justeras", "Justerare"
    own: Function | None = "adjuster" if adjusts else function_of(behind.group())
    name = view.part(0, behind.start())
    return (name, own) if own is not None and own != function and is_name(name.text) else None


def before_label(row: tuple[View, ...]) -> tuple[View, ...]:
    """ "Hedvig Ström Paragrafer 12-18": a label behind the name ends it, also in the next column."""
    row = (*row[:1], *(cell for cell in row[1:] if not _PARAGRAPHS.match(cell.text)))
    if (numbered := _DOTTED_ITEMS.fullmatch(row[0].text)) is not None:
        return (row[0].part(0, numbered.end("dots")), *row[1:])
    label = _NEXT_LABEL.search(row[0].text)
    return row if label is None else (row[0].part(0, label.start()), *row[1:])


def alone(row: tuple[View, ...]) -> tuple[View, ...]:
    """ "Bo Ek Skolgården Förra året ...": the name before the text that goes on behind it in one line."""
    view = row[0]
    words = list(re.finditer(r"\S+", view.text[:_LONGEST]))
    if (
        len(view.text) <= _LONGEST
        or len(words) < _BEHIND
        or not is_name(view.text[: words[1].end()])
    ):
        return row
    named = is_first_name(words[0].group()) and words[2].group()[0].isupper()
    return (view.part(0, words[1].end()),) if named else row


def over_functions(text: str, start: int, end: int) -> Iterator[tuple[View, Function]]:
    """A name, with or without its party, under an empty line and alone over "ordförande"."""
    for match in _ALONE.finditer(text, start, end):
        function = function_of(match["function"])
        if function is not None and is_name(match["name"]):
            yield view_of(text, [Span(*match.span("line"))]), function


def over_work_beside(
    text: str, start: int, end: int
) -> Iterator[tuple[View, Function, View | None]]:
    """Names side by side over what each of them is, with the function and the office that it tells.

    "Anna Ek | Siv Gran" over "ordförande | samordnare, sekreterare".
    """
    lines = [columns_in(text, line) for line in last_lines(text, start, end, _LAST)]
    for above, below in pairwise(lines):
        if len(above) < 2 or len(above) != len(below):
            continue
        names = [view_of(text, [cell]) for cell in above]
        if not all(is_name(name.text) for name in names):
            continue
        for name, cell in zip(names, below, strict=True):
            work = view_of(text, [cell])
            edges = [0, *(at for gap in _ROLE_ENDS.finditer(work.text) for at in gap.span())]
            parts = [
                work.part(one, two)
                for one, two in zip(edges[::2], [*edges[1::2], len(work.text)], strict=True)
            ]
            told = [part for part in parts if function_of(part.text) is not None]
            function = function_of(told[0].text) if told else None
            if function is not None:
                yield name, function, next((part for part in parts if part is not told[0]), None)


def known_apart(persons: Persons, row: tuple[View, ...]) -> list[tuple[View, ...]]:
    """A row as several where it is nothing but the names of persons of the list: "Ek Anna Li Bo", "P A Ek Li Bo", "Li Bo Eva"."""
    words = list(re.finditer(r"\S+", row[0].text)) if len(row) == 1 else []
    if len(words) < _NAMES_WORDS:
        return [row]
    parts, at = list[View](), 0
    while at < len(words):
        stops = range(min(at + _LONGEST_NAME, len(words)), at, -1)
        names = (row[0].part(words[at].start(), words[stop - 1].end()) for stop in stops)
        name = next((each for each in names if _is_known(persons, each.text)), None)
        if name is None:
            return [row]
        parts.append(name)
        at += len(name.text.split())
    return [(part,) for part in parts]


def _is_known(persons: Persons, name: str) -> bool:
    """Whether a name of as many words, or a first name, is one person's of the list."""
    known = persons.named(name)
    size = len(name.split())
    return len(known) == 1 and size in {1, len(known[0].name.split())}
