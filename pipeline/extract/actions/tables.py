"""Action tables: Att göra | Vem | När klart.

Forms handled: rows with columns under a head row, also Punkt | Beslut | Ansvarig | Klart, where a row without
anybody is a decision; the same flattened by a converter to
"Att göra Vem När klart 1. task Name 25 okt 2. ...", in one line or one a line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.segmented import Paragraph
from models.view import View
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.doers import Names, is_doer
from pipeline.vocabulary.openings import swift

_TASK = r"(?:att göra|ärende(?: och läge)?|punkt|fråga|vad(?: ska göras)?|åtgärd(?:er)?|uppgift(?:er)?|aktivitet(?:er)?|insats|beslut|att-göra|punkt att göra|uppdrag)"
_ITEM = r"(?:ärende|punkt|fråga)"  # the item's name or number where another column tells the task
_VAGUE_TASK = rf"(?:{_ITEM}|beslut)"  # an action table only with a time column
_WHO = r"(?:vem(?: gör| ansvarar)?|ansvar(?:ig(?:a)?)?|ägare|av vem|utförs av)"
_WHEN = r"(?:när(?: klart| klar)?|klart?(?: senast| när)?|tid|datum|deadline|senast|tidplan|klart datum)"
_COLUMNS = {
    "task": re.compile(_TASK),
    "owner": re.compile(_WHO),
    "due": re.compile(_WHEN),
}
_WHO_WORD = swift("vem|ansvar|ägare|utförs")  # one of which every head has
_FLAT_HEAD = re.compile(
    rf"{_TASK}\s+{_WHO}(?:\s+{_WHEN})?\s*(?=$|\d{{1,2}}[.)]\s|(?-i:[A-ZÅÄÖ]))", re.I
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One task of a table. `decided`: what stands in a column of decisions and is nobody's task."""

    task: View
    owner: View | None
    due: View | None
    decided: bool = False


def table_rows(
    paragraphs: Sequence[Paragraph], names: Names
) -> tuple[tuple[TableRow, ...], frozenset[int]]:
    """The tasks of a section's tables and the paragraphs they take up, by index.

    `names`: the words of the attendees' names in small letters.
    """
    rows: list[TableRow] = []
    taken: set[int] = set()
    columns: dict[str, int] | None = None
    decides = flat = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "row":
            if head := _columns(paragraph):
                columns = head
                decides = _is(paragraph, head["task"], "beslut")
                taken.add(index)
            elif columns is not None and len(paragraph.cells) > columns["task"]:
                taken.add(index)
                rows.extend(_row(paragraph, columns, decides))
            continue
        columns = None
        text = paragraph.view.text
        head_match = _FLAT_HEAD.search(text) if _WHO_WORD.search(text.lower()) else None
        if head_match is not None and _ends_as_head(head_match.end(), paragraph.view):
            taken.add(index)
            rest = paragraph.view.part(head_match.end(), len(text))
            rows.extend(_flat_rows(rest, names))
            flat = True
        elif (
            flat
            and paragraph.kind in {"item", "body"}
            and (found := list(_flat_rows(paragraph.view, names)))
        ):
            taken.add(index)
            rows.extend(found)
        else:
            flat = False
    return tuple(rows), frozenset(taken)


def _columns(paragraph: Paragraph) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for index, cell in enumerate(paragraph.cells):
        text = cell.text.strip(" :?*").lower()
        for name, pattern in _COLUMNS.items():
            if pattern.fullmatch(text):
                found.setdefault(name, index)
                if name == "task" and _is(paragraph, found[name], _ITEM):
                    found[name] = index
    if "task" not in found or "owner" not in found:
        return None
    vague = _is(paragraph, found["task"], _VAGUE_TASK)
    return None if vague and "due" not in found else found


def _is(head: Paragraph, column: int, words: str) -> bool:
    return re.fullmatch(words, head.cells[column].text.strip(" :?*").lower()) is not None


def _row(paragraph: Paragraph, columns: dict[str, int], decides: bool) -> Iterator[TableRow]:
    def cell(name: str) -> View | None:
        index = columns.get(name)
        view = (
            paragraph.cells[index] if index is not None and index < len(paragraph.cells) else None
        )
        return view if view is not None and re.search(r"\w", view.text) else None

    if (task := cell("task")) is not None:
        owner = cell("owner")
        yield TableRow(_without_number(task), owner, cell("due"), decides and owner is None)


_NUMBERED = re.compile(r"(?<!\d)\d{1,2}[.)]\s(?=[A-ZÅÄÖa-zåäö])")


def _flat_rows(view: View, names: Names) -> Iterator[TableRow]:
    for start, end in pairwise([*_row_starts(view), len(view.text)]):
        if row := _flat_row(view.part(start, end), names):
            yield row


def _ends_as_head(end: int, view: View) -> bool:
    """Whether nothing, a number or a new line follows a table's head."""
    return end == len(view.text) or view.text[end].isdigit() or end in _lines(view)


def _row_starts(view: View) -> Sequence[int]:
    """Where rows begin: at their numbers, else where a line does."""
    return [match.start() for match in _NUMBERED.finditer(view.text)] or [0, *_lines(view)]


def _lines(view: View) -> Sequence[int]:
    """Where a line but the first begins with a capital."""
    return [at for at in view.line_starts() if view.text[at].isupper()]


def _flat_row(view: View, names: Names) -> TableRow | None:
    """ "1. task Name 25 okt": the time stands last, the doer before it, the task first."""
    view = _without_number(view)
    text = view.text.rstrip(" .")
    stop = len(text)
    due: View | None = None
    found = deadline(text, Days())
    if found is not None and found.end >= len(text) - 1:
        due = view.part(found.start, found.end)
        stop = len(text[: found.start].rstrip())
    starts = [match.start() for match in re.finditer(r"\S+", text[:stop])]
    for at in starts[:0:-1][:2] if found is None else ():
        if deadline(text[at:], Days(), cell=True):
            due = view.part(at, stop)
            stop = len(text[:at].rstrip())
            starts = [start for start in starts if start < at]
            break
    owners = [
        start
        for start in starts[1:]
        if (text[start].isupper() or text[start:stop].lower() in {"alla", "vi", "samtliga"})
        and is_doer(text[start:stop], names)
    ]
    if not owners:
        return TableRow(view.part(0, stop), None, due) if due is not None else None
    attending = (start for start in owners if _attend(text[start:stop], names))
    owner = next(attending, owners[0])  # "... i Nordvik Bo och Maj"
    return TableRow(view.part(0, len(text[:owner].rstrip())), view.part(owner, stop), due)


def _attend(text: str, names: Names) -> bool:
    return all(word.lower() in names for word in re.findall(r"[\w-]+", text) if word != "och")


def _without_number(view: View) -> View:
    match = re.match(r"\d{1,2}[.)]\s+", view.text)
    return view.part(match.end(), len(view.text)) if match else view
