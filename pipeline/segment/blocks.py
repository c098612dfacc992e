"""The head, the attendance part and the signatures cut at their labels, with the rows under each.

Forms handled: label and value in one line or in two columns; the label alone on a line with its values below; several labels on
one line ("Datum: 2019-02-03 Tid: 09.00", "Bo Ek (S) Övriga Li Alm"); a row of labels with a row of values under it (signatures
side by side); a row of labels that heads a table of persons with marks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from models.segmented import ATTENDANCE, FUNCTIONS, Block, Line
from models.view import View
from pipeline.dates import dates, times
from pipeline.names import is_first_name, is_name
from pipeline.segment.entries import cut_entries, stripped, words_before_names
from pipeline.segment.label_columns import (
    are_more_signed,
    are_signed,
    below,
    hold_marks,
    persons_beside,
)
from pipeline.segment.labels import BULLETS, Label, label_of, opens_with_given_name, without_colon
from pipeline.vocabulary import kind_of, possible, says

_SIGNED = "unknown_function"  # the field over the signatures, which has no column of its own
_IGNORED = "ignored"  # the field of those to whom a letter goes
_ONE_LINE = "registration"  # whose value ends with its line
_LONGEST_LABEL = 80  # characters of a label inside a line
_PLACES = frozenset({"place", "place_time"})
_WHEN = frozenset({"date", "time"})
_PAIR = 2  # cells of a label and its value
_MARKED = 3  # rows under a head row that show what its columns hold
_ITEMS = re.compile(r"\s+Paragraf(?:er)?:?\s+§*\s?(?:[A-ZÅÄÖ]{2,4}\s)?\d.*$")
_SENTENCE_END = re.compile(r"[.;!?]\s+$|^$")  # before a label of no set words
_COLON = re.compile(r"\s?:")


def blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """`lines` cut at their labels, in order. Lines under no label have the field None."""
    building = _Blocks()
    columns: list[Block] = []
    rest = list(lines)
    for index, line in enumerate(rest):
        cells = [cell for cell in line.cells if cell.text]
        labels = [label_of(cell) for cell in cells]
        following = rest[index + 1 : index + 1 + _MARKED]
        bare = len(cells) > 1 and all(map(_bare, labels, cells)) and not _is_placed(labels, cells)
        if _heads_marks(labels, cells, following) or (bare and _is_marked(labels, following)):
            building.side_by_side(columns)
            columns = []
            building.table(labels, line.cells)
            continue
        if bare:
            building.side_by_side(columns)
            headed = [
                _block(label, cell) for label, cell in zip(labels, cells, strict=True) if label
            ]
            full = _full(headed, rest[index - 1] if index else None)
            building.side_by_side(headed[:full])
            columns = headed[full:]
            continue
        if columns and (grown := _grown(columns, labels, rest[index:])) is not None:
            ended, columns = grown
            building.side_by_side(ended)
            continue
        building.side_by_side(columns)
        columns = []
        if any(rule.regex.match(line.text) for rule in possible("titles", line.text)):
            building.end()
        if (label := _over(line, following[0] if following else None)) is not None:
            building.open(_block(label, line.cells[0]))
            continue
        for part in _joined(line.cells):
            building.line([piece for cell in part for piece in _cut(cell)], line.gap)
    building.side_by_side(columns)
    return building.finish()


def _grown(
    columns: list[Block], labels: Sequence[Label | None], lines: Sequence[Line]
) -> tuple[list[Block], list[Block]] | None:
    """The columns that end with the first of `lines` and those that go on, with its cells; None where it is no row of theirs.

    `labels`: of its cells.
    """
    line = lines[0]
    cells = [cell for cell in line.cells if cell.text]
    unlabelled = labels[:1] == [None]
    if unlabelled and are_more_signed(columns, cells):
        last = replace(columns[-1], rows=(tuple(cells[len(columns) - 1 :]),))
        ahead = zip(columns[:-1], cells, strict=False)
        return [*(replace(one, rows=((own,),)) for one, own in ahead), last], []
    if unlabelled and (beside := persons_beside(columns, lines)):
        return [], [
            replace(block, rows=(*block.rows, *beside[at : at + 1]))
            for at, block in enumerate(columns)
        ]
    if not any(labels) and len(cells) < len(line.cells) == len(columns):
        return [], below(columns, line.cells)
    if not unlabelled or len(cells) > len(columns):
        return None
    under = below(columns, cells)
    return (
        ([], under) if {each.field for each in under} <= ATTENDANCE else (under[: len(cells)], [])
    )


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
    """ "Ledamöter | Parti | Närvarande | Frånvarande" and "Ledamöter | Parti | Närv." over rows with a mark: the head of one table."""
    lists = [
        label is not None and label.field in ATTENDANCE and _bare(label, cell)
        for label, cell in zip(labels, cells, strict=True)
    ]
    ticked = any(kind_of("attendance_columns", cell.text) == "present" for cell in cells[1:])
    if len(cells) <= _PAIR or not lists[0] or not (ticked or any(lists[1:])):
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
                marked = BULLETS.fullmatch(cell.text[: match.start()])
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
    if len(pieces) == _PAIR and opens_with_given_name(value):
        return without_colon(pieces[0], ATTENDANCE | FUNCTIONS)
    if any(label_of(piece) is not None for piece in pieces[1:]):
        return None
    whens = _WHEN if dates(value) or times(value) else frozenset()
    return without_colon(pieces[0], whens | (_PLACES if says("places", value) else frozenset()))


def _over(line: Line, following: Line | None) -> Label | None:
    """ "Med på mötet" alone over a name, "Rum" alone over a place: such a label, too."""
    if len(line.cells) != 1 or following is None or label_of(line.cells[0]) is not None:
        return None
    if opens_with_given_name(line.cells[0].text):
        return None  # "Bo Ek deltog inte på plats" over "Li Alm"
    first = following.cells[0].text
    if opens_with_given_name(first):
        return without_colon(line.cells[0], ATTENDANCE | {_IGNORED})
    return without_colon(line.cells[0], _PLACES) if says("places", first) else None


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
