"""Labels of the head, the attendance part and the signatures, and the rows under each.

Forms handled: "Plats: Kommunhuset"; "Plats Kommunhuset"; label and value in two columns; the label
alone on a line with its values below; several labels on one line ("Datum: 2019-02-03 Tid: 09.00", "Bo Ek (S) Övriga Li Alm");
a row of labels with a row of values under it (signatures side by side).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from models.segmented import ATTENDANCE, FUNCTIONS, Block, Line
from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_first_name, is_name
from pipeline.segment.entries import cut_entries, is_officer, stripped, words_before_names
from pipeline.segment.label_columns import (
    are_more_signed,
    are_signed,
    below,
    hold_marks,
    persons_beside,
)
from pipeline.vocabulary import Rule, possible, says, words

_BULLET = re.compile(r"^(?:(?:[-–—•·▪\uf0b7\uf0a7]|\d\))\s+)+")
_SEPARATOR = re.compile(r"\s*(?:\([^)]{1,60}\))?\s*(?::+|\.{3,}|_{3,}|$)[\s:]*")
_SPACE = re.compile(r"\s+(?=[A-ZÅÄÖ0-9a-zåäö])")
_LONGEST_LOOSE_VALUE = 160  # characters after a label that has no colon
_SIGNED = "unknown_function"  # the field over the signatures, which has no column of its own
_IGNORED = "ignored"  # the field of those to whom a letter goes
_ONE_LINE = "registration"  # whose value ends with its line
_LONGEST_LABEL = 80  # characters of a label inside a line
_PLACES = frozenset({"place", "place_time"})
_WHEN = frozenset({"date", "time"})
_PAIR = 2  # cells of a label and its value
_MARKED = 3  # rows under a head row that show what its columns hold
_ITEMS = re.compile(r"\s+Paragraf(?:er)?:?\s+§*\s?\d.*$")
_RUN = 2  # commas of a value that names several
_SENTENCE_END = re.compile(r"[.;!?]\s+$|^$")  # before a label of no set words
_COLON = re.compile(r"\s?:")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a view; its value begins at `value`."""

    rule: Rule
    start: int
    end: int
    value: int
    colon: bool

    @property
    def field(self) -> str:
        return str(self.rule.data["field"])


def label_of(view: View, start: int = 0) -> Label | None:
    """The label that opens `view` at `start`, the longest one where several do.

    Without a colon or a line's end the value must open with a capital or a digit, so that
    "Ordförande stadsdelsnämnden" and "Närvarande fick ordet" are no labels. Two labels with nothing
    between them ("Plats Datum") are read as the first.
    """
    label = _label(view.text, start)
    if label is not None and label.rule.data.get("names") and not _names(view.text[label.value :]):
        return None
    return label


def _names(text: str) -> bool:
    """Whether a given name stands first."""
    return is_first_name(re.split(r"[\s,(]", text.lstrip("•-–* "), maxsplit=1)[0])


@lru_cache(maxsize=512)
def _label(text: str, start: int) -> Label | None:
    bullet = _BULLET.match(text[start:])
    at = start + (bullet.end() if bullet else 0)
    if not text[at : at + 1].isupper():
        return None
    best: Label | None = None
    for rule in possible("labels", text):
        match = rule.regex.match(text, at)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        end = match.end()
        if after := _SEPARATOR.match(text, end):
            if ":" in after.group() or not rule.data.get("colon"):
                best = Label(rule, at, end, after.end(), colon=":" in after.group())
        elif (
            not rule.data.get("colon")
            and (after := _SPACE.match(text, end))
            and _may_follow(rule, text[after.end() :])
        ):
            best = Label(rule, at, end, after.end(), colon=False)
    if best is not None and best.end < best.value < len(text) and not best.colon:
        second = _label(text, best.value)
        if second is not None and second.value >= len(text):
            return Label(best.rule, best.start, second.end, len(text), colon=False)
    return best


def _is_value(rest: str) -> bool:
    if len(rest) > _LONGEST_LOOSE_VALUE:
        return False
    last = rest.split()[-1]  # "Anna Ek (S), ordf." is no sentence
    return not last.endswith((".", "?", "!")) or last.lower() in words("abbreviations", "inside")


def _is_run(rule: Rule, rest: str) -> bool:
    """ "Närvarande Anna Ek, polisen; Bo Li, rektor; Cia Alm, sekr." with its colon left out."""
    return (
        str(rule.data["field"]) in ATTENDANCE
        and len(re.findall(r"[,;]\s", rest)) >= _RUN
        and is_first_name(rest.split()[0])
    )


def _may_follow(rule: Rule, rest: str) -> bool:
    """Whether `rest` may be what a label without a colon announces."""
    if rest[0].islower():
        return str(rule.data["field"]) in ATTENDANCE and is_officer(rest)
    return _is_value(rest) or _is_run(rule, rest) or _is_person(rule, rest)


def _is_person(rule: Rule, rest: str) -> bool:
    """ "Utses att justera Anna Ek. Justeringen äger rum i dag." with its colon left out."""
    return str(rule.data["field"]) in FUNCTIONS and is_name(rest.partition(". ")[0])


def blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """`lines` cut at their labels, in order. Lines under no label have the field None."""
    building = _Blocks()
    columns: list[Block] = []
    rest = list(lines)
    for index, line in enumerate(rest):
        cells = [cell for cell in line.cells if cell.text]
        labels = [label_of(cell) for cell in cells]
        if _heads_marks(labels, cells, rest[index + 1 : index + 1 + _MARKED]):
            building.side_by_side(columns)
            columns = []
            building.table(labels, line.cells)
            continue
        if len(cells) > 1 and all(map(_bare, labels, cells)) and not _is_placed(labels, cells):
            if _is_marked(labels, rest[index + 1 : index + 1 + _MARKED]):
                building.side_by_side(columns)
                columns = []
                building.table(labels, line.cells)
                continue
            building.side_by_side(columns)
            headed = [
                _block(label, cell) for label, cell in zip(labels, cells, strict=True) if label
            ]
            full = _full(headed, rest[index - 1] if index else None)
            building.side_by_side(headed[:full])
            columns = headed[full:]
            continue
        if columns and labels[:1] == [None] and are_more_signed(columns, cells):
            last = replace(columns[-1], rows=(tuple(cells[len(columns) - 1 :]),))
            ahead = zip(columns[:-1], cells, strict=False)
            building.side_by_side([*(replace(one, rows=((own,),)) for one, own in ahead), last])
            columns = []
            continue
        if columns and labels[:1] == [None] and (beside := persons_beside(columns, rest[index:])):
            columns = [
                replace(block, rows=(*block.rows, *beside[at : at + 1]))
                for at, block in enumerate(columns)
            ]
            continue
        if columns and not any(labels) and len(cells) < len(line.cells) == len(columns):
            columns = below(columns, line.cells)
            continue
        if columns and labels[:1] == [None] and len(cells) <= len(columns):
            columns = below(columns, cells)
            if not {block.field for block in columns} <= ATTENDANCE:
                building.side_by_side(columns[: len(cells)])
                columns = []
            continue
        building.side_by_side(columns)
        columns = []
        if any(rule.regex.match(line.text) for rule in possible("titles", line.text)):
            building.end()
        if (label := _over(line, rest[index + 1] if index + 1 < len(rest) else None)) is not None:
            building.open(_block(label, line.cells[0]))
            continue
        for part in _joined(line.cells):
            building.line([piece for cell in part for piece in _cut(cell)], line.gap)
    building.side_by_side(columns)
    return building.finish()


def _full(columns: Sequence[Block], above: Line | None) -> int:
    """How many of the columns that a line heads, from the first on, have nothing below them."""
    if above is not None and are_signed(columns, above):
        return len(columns)
    # "Underskrifter | Sekreterare ..... | Paragrafer"
    return int(columns[0].field == _SIGNED != columns[1].field)


def _bare(label: Label | None, cell: View) -> bool:
    return label is not None and label.value >= len(cell.text)


def _is_placed(labels: Sequence[Label | None], cells: Sequence[View]) -> bool:
    """ "Plats | Digitalt (Teams)": the second is the place, and no list of who was there by link."""
    first = labels[0]
    return (
        first is not None
        and first.field in _PLACES
        and len(cells) == _PAIR
        and says("places", cells[1].text)
    )


def _is_marked(labels: Sequence[Label | None], following: Sequence[Line]) -> bool:
    """ "Kallade | Närvarande" over names with a mark in the second column: one table, and no two lists."""
    if any(label is None or label.field not in ATTENDANCE for label in labels):
        return False
    return hold_marks(following)


def _heads_marks(
    labels: Sequence[Label | None], cells: Sequence[View], following: Sequence[Line]
) -> bool:
    """ "Ledamöter | Parti | Närvarande | Frånvarande" over rows with a mark: the head of one table."""
    lists = [
        label is not None and label.field in ATTENDANCE and _bare(label, cell)
        for label, cell in zip(labels, cells, strict=True)
    ]
    if len(cells) <= _PAIR or not lists[0] or not any(lists[1:]):
        return False
    return hold_marks(following)


def _is_signed(label: Label, cell: View) -> bool:
    """ "Justeras Anna Ek" in a column of its own, "Sekreterare Anna Ek Paragrafer 8-13" beside "Underskrifter"."""
    return label.field in FUNCTIONS and is_name(_ITEMS.sub("", cell.text[label.value :]))


def _block(label: Label, cell: View) -> Block:
    return Block(label.field, label.rule.id, cell.part(label.start, label.end), ())


def _joined(cells: tuple[View, ...]) -> list[tuple[View, ...]]:
    """The lines that a line is which lost its breaks before labels of lists: "Bo Ek (S) Övriga Li Alm"."""
    whole, inner = cells[0], words_before_names(cells[0].text) if len(cells) == 1 else ()
    lists = [at for at in inner if (label := label_of(whole, at)) and label.field in ATTENDANCE]
    parts = [whole.part(*edge) for edge in pairwise([0, *lists, len(whole.text)])]
    return [(stripped(part),) for part in parts] if lists else [cells]


def _cut(cell: View) -> list[View]:
    """A cell cut before each label with a colon that stands inside it."""
    cuts = {0, len(cell.text)}
    for colon in _COLON.finditer(cell.text):
        start = max(colon.start() - _LONGEST_LABEL, 0)
        for rule in possible("labels", cell.text[start : colon.end()]):
            for match in rule.regex.finditer(cell.text, start, colon.end()):
                opens = rule.phrases or _SENTENCE_END.search(cell.text, 0, match.start())
                marked = _BULLET.fullmatch(cell.text[: match.start()])
                if (
                    match.end() == colon.start()
                    and match.group()[0].isupper()
                    and opens
                    and not marked
                ):
                    cuts.add(match.start())
    inside = _without_overlaps(cell.text, sorted(cuts))
    pieces = [stripped(cell.part(a, b)) for a, b in pairwise(inside)]
    return [piece for piece in pieces if piece.text] or [cell]


def _without_overlaps(text: str, cuts: list[int]) -> list[int]:
    """Drop a cut inside another label ("tid" in "Plats och tid:"): only the word's own start counts."""
    kept = [cuts[0]]
    for cut in cuts[1:]:
        between = text[kept[-1] : cut]
        if cut == len(text) or ":" in between or kept[-1] == 0:
            kept.append(cut)
    return kept


def _trailing_label(row: Sequence[View]) -> Label | None:
    """The label of the next rows at the end of a name's cell, whose line break a table lost."""
    if len(row) < 2:
        return None
    last = row[0].text.rfind(" ") + 1
    label = label_of(row[0], last) if last else None
    bare = label is not None and label.field in ATTENDANCE and label.value >= len(row[0].text)
    return label if bare and is_first_name(row[0].text.split()[0]) else None


def _beside_name(pieces: Sequence[View]) -> Label | None:
    """ "Anteckningar | Anna Ek", "Rum | Sal B", "När | 3 maj kl 9": a label without the colon that it else needs."""
    if len(pieces) not in {_PAIR, _PAIR + 1}:
        return None
    value = pieces[1].text
    if len(pieces) == _PAIR and _names(value):
        return _without_colon(pieces[0], ATTENDANCE | FUNCTIONS)
    if any(label_of(piece) is not None for piece in pieces[1:]):
        return None
    whens = _WHEN if dates(value) or times(value) else frozenset()
    return _without_colon(pieces[0], whens | (_PLACES if says("places", value) else frozenset()))


def _without_colon(view: View, fields: Collection[str]) -> Label | None:
    """The label of one of `fields` that `view` is, though the colon that it else needs is missing."""
    label = _label(f"{view.text}:", 0)
    if label is None or label.field not in fields or label.end != len(view.text):
        return None
    return replace(label, value=len(view.text))


def _over(line: Line, following: Line | None) -> Label | None:
    """ "Med på mötet" alone over a name, "Rum" alone over a place: such a label, too."""
    if len(line.cells) != 1 or following is None or label_of(line.cells[0]) is not None:
        return None
    first = following.cells[0].text
    if _names(first):
        return _without_colon(line.cells[0], ATTENDANCE | {_IGNORED})
    return _without_colon(line.cells[0], _PLACES) if says("places", first) else None


class _Blocks:
    """The blocks as they grow, line by line."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self._open = Block(None, "", None, ())
        self._attendance: Block | None = None

    def end(self) -> None:
        """What follows stands under no label."""
        self._close()

    def open(self, block: Block) -> None:
        """What follows stands under the label of `block`."""
        self._close()
        self._open = block
        if block.field in ATTENDANCE:
            self._attendance = block

    def side_by_side(self, blocks: Sequence[Block]) -> None:
        """Labels that stand in one row, each with what stands in its column."""
        if blocks:
            self._close()
            self._done.extend(blocks)

    def table(self, labels: Sequence[Label | None], cells: Sequence[View]) -> None:
        """A table of persons, with its head row as its first."""
        self._close()
        rule = next((label.rule.id for label in labels if label is not None), "")
        self._open = self._attendance = Block("present", rule, None, (tuple(cells),))

    def line(self, pieces: list[View], gap: bool) -> None:
        """Add one line's pieces.

        A label that takes one value ends at a gap, or with its line in a column on the right (a letterhead).
        """
        row: list[View] = []
        aside = False
        if gap and self._open.rows and self._open.field not in ATTENDANCE | {None, "agenda"}:
            self._close()
        for index, piece in enumerate(pieces):
            label = label_of(piece) or (None if index else _beside_name(pieces))
            if label is None or (index > 0 and not label.colon and not _is_signed(label, piece)):
                row.append(piece)
                continue
            if row:
                self._row(tuple(row))
            self.open(_block(label, piece))
            aside = index > 0 and label.field not in ATTENDANCE | FUNCTIONS | {"agenda"}
            items = _ITEMS.search(piece.text, label.value) if label.field in FUNCTIONS else None
            rest = stripped(piece.part(label.value, items.start() if items else len(piece.text)))
            signed = label_of(rest) if label.field == _SIGNED and rest.text else None
            if signed is not None and _is_signed(signed, rest):
                self.open(_block(signed, rest))
                rest = stripped(rest.part(signed.value, len(rest.text)))
            row = [rest] if rest.text else []
        if self._open.field in ATTENDANCE and (label := _trailing_label(row)) is not None:
            cell = row[0]
            self._row((stripped(cell.part(0, label.start)), *row[1:]))
            self._close()
            self._open = self._attendance = _block(label, cell)
        elif row:
            self._row(tuple(row))
        if self._open.rows and (aside or self._open.field == _ONE_LINE):
            self._close()

    def _row(self, row: tuple[View, ...]) -> None:
        if self._open.field in FUNCTIONS and self._open.rows and self._attendance is not None:
            self._close()
            self._open = replace(self._attendance, label=None)
        rows = cut_entries(row) if self._open.field in ATTENDANCE else (row,)
        self._open = replace(self._open, rows=(*self._open.rows, *rows))

    def _close(self) -> None:
        if self._open.label is not None or self._open.rows:
            self._done.append(self._open)
        self._open = Block(None, "", None, ())

    def finish(self) -> tuple[Block, ...]:
        self._close()
        return tuple(self._done)
