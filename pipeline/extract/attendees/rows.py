"""One line of an attendance list: its persons, each with what follows the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.meeting import Function, Status
from models.view import View, side_by_side
from pipeline.extract.attendees.affiliation import role_noun
from pipeline.extract.attendees.person import Person
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.piece import Piece
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.runs import COLUMN_HEADS
from pipeline.names import is_first_name, is_name

Row = tuple[View, ...]

_TURNED = re.compile(r"([\w'’-]+(?:\s[\w'’-]+)?),\s([\w'’-]+)(?=$|,|\s[(–-])")
_UNTICKED = re.compile(r"(?:☐|\[ ?\])\s?")  # an empty box before a name
_BESIDE_NAMES = {"name", "party", "partial", "absent", "chair", "secretary", "adjuster"}
_SEMICOLON = re.compile(r"\s*;\s*")
_LED = re.compile(r"[^:;,(]{1,50}:\s")
_NAMED = 0.6  # of the entries that semicolons part
_GENITIVE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}s\s[A-ZÅÄÖ][a-zåäö]+$")
_AT_WORK = frozenset({"role", "organisation"})
_EACH = re.compile(r"\s(?:resp\.?|respektive)\s")
_BOTH = 2
_RUN = 3  # names one after the other, after which a body is the last one's alone
_ONE = re.compile(
    r"(?:vår\s)?ny(?:utsedd|vald|tillträdd)?\s"
)  # "A och B, ny rektor, Ekskolan": B alone
_OF_BOTH = re.compile(r"(?:de\s)?(?:båda|bägge|två)\s")  # "(de två sista t.o.m. punkt 3)"
_PROSE = re.compile(
    r"\b(?:är|var|har|hade|ska|kommer|önskar|hälsar|samt ytterligare|enligt|se bilaga)\b", re.I
)
_NO_PERSON = re.compile(
    r"@|\b(?:box|tel|telefon|mobil|e-post|www|fax|org\.?nr)\b|\d{3}\s?\d{2}\b", re.I
)


def add_row(
    persons: Persons,
    row: Sequence[View],
    status: Status,
    rule: str,
    *,
    single: bool,
    backwards: bool,
    function: Function | None = None,
    columns: bool = False,
    works: bool = False,
) -> None:
    """Read one row into `persons`. `backwards`: the list writes surnames first.

    `columns`: a table's head says that only the first cell holds a name. `works`: each line of the list
    is one person with whom they come from behind the name.
    """
    cells = [cell for cell in row if cell.text]
    if not cells or (len(cells) == 1 and _is_no_list(cells[0].text)):
        return
    if COLUMN_HEADS.fullmatch(cells[0].text):
        return
    if len(entries := _apart(cells)) > 1:
        for entry in entries:
            add_row(
                persons,
                (entry,),
                status,
                rule,
                single=single,
                backwards=backwards,
                function=function,
            )
        return
    if _UNTICKED.match(cells[0].text):
        status = "absent"
    found = _seated(_pieces(cells, single=single, backwards=backwards))
    if works:
        found = [*found[:1], *(_at_work(found[0], piece) for piece in found[1:])]
    if columns:
        found = [_in_column(cells[0], piece) for piece in found]
    taken = _Taken(persons, found, status, rule, backwards=backwards, function=function)
    for index in range(len(found)):
        taken.take(index)
    taken.close()


class _Taken:
    """The persons that the pieces of a row have given so far, and what waits for the next one.

    `group`: to whom what follows belongs. `led`: what stands before its name; `carried`: the body before a name,
    for the next one behind "och". `absent`: who is replaced, and `awaiting`, whether the name still comes.
    """

    def __init__(
        self,
        persons: Persons,
        found: Sequence[Piece],
        status: Status,
        rule: str,
        *,
        backwards: bool,
        function: Function | None,
    ) -> None:
        self._persons = persons
        self._found = found
        self._status: Status = status
        self._rule = rule
        self._backwards = backwards
        self._function = function
        self._group: list[Person] = []
        self._led: list[Piece] = []
        self._carried: Piece | None = None
        self._absent: Person | None = None
        self._awaiting = False
        self._roles_first = (
            bool(found) and found[0].leads
        )  # "ordföranden Anna Ek, rektor Bo Li, ..."

    def take(self, index: int) -> None:
        """The next piece."""
        piece = self._meant(index)
        if piece.kind == "name" and piece.bracket and self._is_of_one(piece):
            return
        if piece.kind in {"vacant", "self"}:
            self._persons.writer_counted |= piece.kind == "self"
            self._group, self._absent = [], None
        elif piece.kind == "name" and self._awaiting:
            self._absent = self._persons.seen(piece.view, "absent", "note.replaces")
            self._awaiting = False
        elif piece.kind == "name":
            self._name(index, piece)
        elif piece.kind == "replaces":
            self._absent = self._persons.replaced(piece.view)
            self._awaiting = self._absent is None
        elif piece.leads and self._leads(index, piece):
            self._led.append(piece)
        elif self._absent is not None and piece.kind == "party":
            self._persons.add(self._absent, piece)
        elif self._group:
            self._share(index, piece)

    def _is_of_one(self, piece: Piece) -> bool:
        """Whether a first name in brackets tells whom of those before what follows is said of; it is nobody anew."""
        one = [each for each in self._group if each.name.split()[0] == piece.view.text]
        self._group = one or self._group
        return len(one) == 1

    def close(self) -> None:
        """Give what still waits to who came last: whom it is said of has come already."""
        for piece in self._led if self._group else ():
            self._persons.add(self._group[-1], piece)

    def _meant(self, index: int) -> Piece:
        """A piece, a firm that reads like a name as a body, and who says "jag (Bo Ek, kommunen)" as a name."""
        piece = self._found[index]
        if piece.kind == "name" and _is_firm(self._found, index):
            return replace(piece, kind="organisation")
        if piece.bracket and self._found[index - 1].kind == "self" and is_name(piece.view.text):
            return replace(piece, kind="name")
        return piece

    def _name(self, index: int, piece: Piece) -> None:
        self._absent = None
        before = self._found[index - 1].kind if index else None
        beside = before in {"name", "party"}
        if not (piece.joined and beside) or any(person.affiliated for person in self._group):
            self._group = []
        person = self._persons.seen(piece.view, self._status, self._rule, backwards=self._backwards)
        if self._function is not None:
            self._persons.give_function(person, self._function, piece.view, self._rule)
        self._group.append(person)
        if self._carried is not None and piece.joined and before == "name":
            self._persons.add(person, self._carried)
        bodies = (each for each in self._led if each.kind == "organisation")
        self._carried = next(bodies, None)
        for each in self._led:
            self._persons.add(person, each)
        self._led = []

    def _leads(self, index: int, piece: Piece) -> bool:
        """Whether a piece belongs to the name after it and not to the one before."""
        return (
            not self._group
            or self._group[-1].placed
            or self._roles_first
            or _opens_anew(piece)
            or _is_in_bare_run(self._found, index)
        )

    def _share(self, index: int, piece: Piece) -> None:
        """Give a piece to the last person, or to all of the group whom it is said of."""
        if len(self._group) == _BOTH and (own := list(_of_each(piece))):
            for person, parts in zip(self._group, own, strict=True):
                for part in parts:
                    self._persons.add(person, part)
            return
        shared = piece.kind in {"organisation", "other"} and not _of_last(self._found, index)
        both = piece.kind == "partial" and _OF_BOTH.match(piece.view.text) is not None
        for person in self._group if shared or both else self._group[-1:]:
            self._persons.add(person, piece)
        if piece.kind == "role":
            self._group = self._group[-1:]


def _of_each(piece: Piece) -> Iterator[tuple[Piece, ...]]:
    """What each of two is: "områdespolis resp. tf områdespolis", "områdeschef skola resp. fritid"."""
    text = piece.view.text
    cut = _EACH.search(text)
    if cut is None:
        return
    first, second = text[: cut.start()], text[cut.end() :]
    one, other = piece.view.part(0, cut.start()), piece.view.part(cut.end(), len(text))
    kind = kind_of(second)
    yield (replace(piece, view=one, kind=kind_of(first)),)
    shared = role_noun(first)
    if shared is None or kind == "role":
        yield (replace(piece, view=other, kind=kind),)
    else:
        role = replace(piece, view=one.part(*shared.span()), kind="role")
        yield (role, replace(piece, view=other, kind="organisation"))


def _apart(cells: Sequence[View]) -> list[View]:
    """The entries of a line that semicolons part, where nearly every one opens with a name, or each with a body before it."""
    if len(cells) > 1 or ";" not in cells[0].text:
        return []
    if ": " in cells[0].text and not all(map(_LED.match, _SEMICOLON.split(cells[0].text))):
        return []
    cell, edges = cells[0], [0]
    edges += [edge for mark in _SEMICOLON.finditer(cell.text) for edge in mark.span()]
    edges.append(len(cell.text))
    entries = [
        cell.part(first, last)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if last > first
    ]
    read = [pieces(entry, single=True) for entry in entries]
    named = sum(found[0].kind == "name" for found in read if found)
    empty = sum(any(piece.kind == "vacant" for piece in found) for found in read)
    return entries if named and named + empty >= max(_NAMED * len(entries), 2) else []


def _of_last(found: Sequence[Piece], index: int) -> bool:
    """Whether an affiliation behind several names is the last one's: "från X" after a run, "ny på X"."""
    text, before = found[index].view.text, found[max(index - _RUN, 0) : index]
    led = index > _RUN and found[index - _RUN - 1].leads  # "läraren Bo Ek, A och B, Ekskolan"
    run = len(before) == _RUN and not led and all(each.kind == "name" for each in before)
    return _ONE.match(text) is not None or run


def _in_column(first: View, piece: Piece) -> Piece:
    """A name behind the first cell is a body's ("SPF Seniorerna")."""
    behind = piece.view.offsets[0] > first.offsets[-1]
    return replace(piece, kind="organisation") if piece.kind == "name" and behind else piece


def _at_work(first: Piece, piece: Piece) -> Piece:
    """A word alone behind a full name is a body: "Bo Ek, Elon"."""
    alone = piece.kind == "name" and " " not in piece.view.text and not piece.joined
    return replace(piece, kind="organisation") if alone and " " in first.view.text else piece


def give_work(rows: Sequence[Row]) -> bool:
    """Whether most lines of a list are one person each with whom they come from behind the name."""
    told = sum(_is_one_at_work(row) for row in rows)
    return told >= _RUN and 2 * told > len(rows)


def _is_one_at_work(row: Row) -> bool:
    kinds = [piece.kind for cell in row for piece in pieces(cell, single=False)]
    return kinds[:1] == ["name"] and kinds.count("name") == 1 and not _AT_WORK.isdisjoint(kinds)


def _is_in_bare_run(found: Sequence[Piece], index: int) -> bool:
    """ "Anna Ek, Bo Li, Eva Lind, rektor Ulf Alm": nobody before has any work behind the name."""
    before = found[:index]
    names = sum(each.kind == "name" for each in before)
    return names >= _RUN and not any(each.kind in _AT_WORK for each in before)


def _opens_anew(piece: Piece) -> bool:
    """ "... samt rektor Bo Li": whom the lead is said of comes after it."""
    return piece.joined


def _seated(found: Sequence[Piece]) -> list[Piece]:
    """`found` without the seats that nobody holds: "föreningsrådet (vakant)"."""
    empty = {
        index - 1
        for index, piece in enumerate(found)
        if piece.kind == "vacant" and piece.bracket and index and found[index - 1].kind != "name"
    }
    return [piece for index, piece in enumerate(found) if index not in empty]


def _is_no_list(text: str) -> bool:
    """A sentence of explanation, an address or a telephone line names no attendee."""
    if _NO_PERSON.search(text) and not is_first_name(text.split()[0]):
        return True
    if len(text) <= 60 or not text.rstrip().endswith(".") or not _PROSE.search(text):
        return False
    return text.count(",") < 3


def _pieces(cells: Sequence[View], *, single: bool, backwards: bool) -> list[Piece]:
    if backwards and (match := _TURNED.match(cells[0].text)) and _is_turned(match):
        rest = (cells[0].part(match.end(), len(cells[0].text)), *cells[1:])
        return [
            Piece(cells[0].part(0, match.end()), "name"),
            *(piece for cell in rest if cell.text for piece in pieces(cell, single=False)),
        ]
    if (
        len(cells) >= 2
        and all(len(cell.text.split()) == 1 for cell in cells[:2])
        and all(is_name(cell.text, single=True) for cell in cells[:2])
        and any(is_first_name(cell.text) for cell in cells[:2])
    ):
        return [
            _across(cells[0], cells[1]),
            *(piece for cell in cells[2:] for piece in pieces(cell, single=False)),
        ]
    found: list[Piece] = []
    for index, cell in enumerate(cells):
        alone = index == 0 and (single or _names_alone(cell))
        found += pieces(cell, single=alone)
    return found


def _names_alone(cell: View) -> bool:
    """Whether a first name stands alone here: first in the cell, or in a run of nothing but names."""
    found = pieces(cell, single=True)
    alone = [piece for piece in found if piece.kind == "name" and " " not in piece.view.text]
    if not alone or not all(is_first_name(piece.view.text) for piece in alone[:1]):
        return False
    if alone == list(found[:1]):
        return True
    names = sum(piece.kind == "name" for piece in found)
    known = sum(is_first_name(piece.view.text) for piece in alone)
    sure = known == len(alone) or {piece.kind for piece in found} <= _BESIDE_NAMES
    sure = sure or (_RUN * known >= 2 * len(alone) and _are_among_names(found))
    return (names >= 3 or names == len(found)) and 2 * known >= len(alone) and sure


def _are_among_names(found: Sequence[Piece]) -> bool:
    """Whether each lone word that no list of names holds has a lone first name before it, and a name behind it."""
    for index, piece in enumerate(found):
        if piece.kind != "name" or " " in piece.view.text or is_first_name(piece.view.text):
            continue
        before, after = found[max(index - 1, 0)], found[min(index + 1, len(found) - 1)]
        if before.kind != "name" or " " in before.view.text or after.kind != "name":
            return False
    return True


def _is_turned(match: re.Match[str]) -> bool:
    """ "Ek, Anna", not "Ek Anna, polisen"."""
    family, given = match.groups()
    return " " not in family or (is_first_name(given) and not is_first_name(family.split()[-1]))


def _across(first: View, second: View) -> Piece:
    """A name whose parts stand in two columns."""
    view = side_by_side((first, second))
    return Piece(view, "name")


def _is_firm(found: Sequence[Piece], index: int) -> bool:
    """In "Anna Ek, Nordisk Bevakning" and "Anna Ek, ägare, Salong Klipp" the second name without "och" is a firm.

    In a run of more names only one that opens as what belongs to a place does: "Ekbys Allmännytta".
    """
    before = found[index - 1].kind if index else "other"
    if found[index].joined or before not in {"name", "role"} or found[index - 1].leads:
        return False
    text = found[index].view.text
    if is_first_name(text.split()[0]) or not any(
        piece.kind == "name" and any(map(is_first_name, piece.view.text.split()))
        for piece in found[max(index - 2, 0) : index]
    ):
        return False
    if _GENITIVE.match(text):
        return index + 1 == len(found) or found[index + 1].kind not in _AT_WORK
    names = sum(piece.kind == "name" for piece in found)
    if before == "role":
        return names == 2 and not any(piece.kind in _AT_WORK for piece in found[index + 1 :])
    pair = names == 3 and index == 2 and found[1].joined  # "Anna Ek och Bo Alm, Ekby Energi"
    return names == 2 or pair
