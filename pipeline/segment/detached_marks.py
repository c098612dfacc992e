"""The crosses of a list of presence that a converter has put in one block behind all persons.

Forms handled: as many crosses and dashes as persons, one a line, several a line or all in one; persons one a line with what
they are ("Ek Anna, ordf. PRO"), all names and then everybody's work, or all of it in flattened text. The head row
("Ledamot Organ Närv.") goes. Each person gets the mark in the same place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.segmented import ATTENDANCE, Block
from models.view import View
from pipeline.names import is_first_name, is_name
from pipeline.vocabulary import kind_of

Row = tuple[View, ...]

_SIGNS = "xX✓√☒☑–—-"
_MARKS = re.compile(rf"[{_SIGNS}](?:\s+[{_SIGNS}])*")
_MARK = re.compile(rf"[{_SIGNS}]")
_RUN = re.compile(rf"(?<!\S)[{_SIGNS}](?:\s[{_SIGNS}]){{3,}}(?!\S)")
_TICK = re.compile(r"[xX✓√☒☑]")
_PAIR = re.compile(
    r"(?<!\S)(?=(?P<one>[A-ZÅÄÖÉ][a-zåäöé][\w-]*),?\s(?P<two>[A-ZÅÄÖÉ][a-zåäöé][\w-]*))"
)
_CAPITAL = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]")
_WORD = re.compile(r"[^\s,(]+")
_FUNCTION = re.compile(
    r"(?:ordf(?:örande)?|sekr(?:eterare)?|just(?:erare)?)\.?(?=$|[\s,])", re.IGNORECASE
)
_FEWEST = 4  # marks
_RULE = "label.present"


def mark_edges(text: str, start: int, end: int) -> list[int]:
    """Where the persons and the marks begin in flattened text, where there are as many of them."""
    run = _RUN.search(text, start, end)
    if run is None or not _TICK.search(run.group()):
        return []
    marks = [match.start() for match in _MARK.finditer(text, *run.span())]
    pairs = list(_PAIR.finditer(text, start, run.start()))
    turned = [
        pair.start()
        for pair in pairs
        if is_first_name(pair["two"]) and not is_first_name(pair["one"])
    ]
    straight = [pair.start() for pair in pairs if is_first_name(pair["one"])]
    for persons in (turned, straight):
        if len(persons) >= len(marks):
            return [*persons[-len(marks) :], *marks]
    return []


def with_own_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with each mark behind its person, as a list of those who came."""
    return tuple(part for block in blocks for part in _parted(block))


def _parted(block: Block) -> list[Block]:
    is_mark = [len(row) == 1 and _MARKS.fullmatch(row[0].text) is not None for row in block.rows]
    if True not in is_mark:
        return [block]
    first = is_mark.index(True)
    stop = next((at for at in range(first, len(is_mark)) if not is_mark[at]), len(is_mark))
    marks = [
        row[0].part(*match.span())
        for row in block.rows[first:stop]
        for match in _MARK.finditer(row[0].text)
    ]
    ticks = sum(_TICK.fullmatch(mark.text) is not None for mark in marks)
    persons, begin = _persons(block.rows[:first], len(marks))
    if len(marks) < _FEWEST or not ticks or not persons:
        return [block]
    width = max(map(len, persons)) + 1
    empty = View("", ())
    rows = tuple(
        (*person, *[empty] * (width - 1 - len(person)), mark)
        for person, mark in zip(persons, marks, strict=True)
    )
    above = block.rows[:begin]
    if block.field in ATTENDANCE:
        return [replace(block, rows=(*above, *rows, *block.rows[stop:]))]
    listed = Block("present", _RULE, None, rows)
    below = [Block(None, "", None, block.rows[stop:])] if stop < len(block.rows) else []
    return [replace(block, rows=above), listed, *below]


def _persons(rows: Sequence[Row], count: int) -> tuple[list[Row], int]:
    """The last `count` persons with what they are, and where their rows or their head's begin."""
    if any(len(row) > 1 for row in rows[-count:]):
        return [], 0
    begin = len(rows) - count
    found = [_entry(row[0]) for row in rows[max(begin, 0) :]] if begin >= 0 else []
    if begin >= count and not any(found):
        begin -= count
        names = [_entry(row[0]) for row in rows[begin : begin + count]]
        works = [row[0] for row in rows[begin + count :]]
        found = [
            (entry[0], work) if len(entry) == 1 else ()
            for entry, work in zip(names, works, strict=True)
        ]
    if not found or not all(found):
        return [], 0
    while begin and _is_head(rows[begin - 1]):
        begin -= 1
    return found, begin


def _is_head(row: Row) -> bool:
    words = row[0].text.replace("/", " ").split()
    known = sum(kind_of("attendance_columns", word.lower()) is not None for word in words)
    return len(row) == 1 and known * 2 > len(words)


def _entry(view: View) -> Row:
    """A person's name and what stands behind it; nothing where no name opens the line."""
    words = list(_WORD.finditer(view.text))[:3]
    if len(words) < 2 or not all(_CAPITAL.match(word.group()) for word in words[:2]):
        return ()
    size = 2 + (
        len(words) > 2
        and all(is_first_name(word.group()) for word in words[:2])
        and _CAPITAL.match(words[2].group()) is not None
    )
    end = words[size - 1].end()
    if not (is_name(view.text[:end]) and any(is_first_name(word.group()) for word in words[:size])):
        return ()
    found = [view.part(0, end)]
    behind = _from(view, end)
    if function := _FUNCTION.match(behind.text):
        found.append(behind.part(0, function.end()))
        behind = _from(behind, function.end())
    return (*found, behind) if behind.text else tuple(found)


def _from(view: View, at: int) -> View:
    """The view from `at` on, without blanks and commas."""
    rest = view.text[at:]
    return view.part(len(view.text) - len(rest.lstrip(" ,")), len(view.text))
