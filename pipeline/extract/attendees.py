"""Who was called, came, stayed away, chaired, kept and adjusted the minutes.

Forms handled: one person a line ("Name, role", "Name, organisation", "Name (S)", "Name KS",
"Name - role", "Role Name"), columns (name | role | organisation | X), presence tables with a head
row, all names and then all roles, comma run-on sentences ("A, B och C"), two persons of one company,
first names alone, surname first; notes on the person ("ej närvarande", "t.o.m. punkt 4", "tjg ers
för X", "Vakant"); functions from own lines, suffixes, signatures and running text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from models.evidence import Evidence, Span
from models.issue import Issue
from models.meeting import Attendee, Function, Status
from models.segmented import Block, MeetingPart
from models.view import View
from pipeline.names import is_first_name, is_name, same_name, surname_first
from pipeline.vocabulary import Rule, rules

_STATUS: dict[str, Status] = {
    "present": "present",
    "called": "invited",
    "invited": "invited",
    "absent": "absent",
    "chair": "present",
    "secretary": "present",
    "adjuster": "present",
    "unknown_function": "present",
}
_FUNCTIONS: dict[str, Function] = {
    "chair": "chair",
    "secretary": "secretary",
    "adjuster": "adjuster",
}
_RANK: dict[Status, int] = {"partial": 3, "present": 2, "absent": 1, "invited": 0}
_SPLIT = re.compile(r"\s*(?:[,;•·]|\s[-–—/]\s|\s?/\s?|\boch\b|\bsamt\b|\s&\s|:(?=\s))\s*")
_JOIN = re.compile(r"\boch\b|\bsamt\b|&|/")
_BRACKET = re.compile(r"\(\s*([^()]*?)\s*\)?\s*$|\(\s*([^()]*?)\s*\)")
_EMPTY = re.compile(r"^[\s\-–—_.xX*]*$")


@dataclass(slots=True)
class _Person:
    """A person as the attendance part builds them up."""

    name: str
    status: Status
    source: str
    role: list[str] = field(default_factory=list)
    organisation: list[str] = field(default_factory=list)
    party: str | None = None
    function: Function | None = None
    evidence: list[Evidence] = field(default_factory=list)


def attendees(meeting: MeetingPart) -> tuple[tuple[Attendee, ...], tuple[Issue, ...]]:
    """The persons of `meeting` in the order of their first mention, and what does not fit."""
    reader = _Reader(meeting)
    reader.read_blocks()
    reader.read_text()
    return reader.finish()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of an attendance line, what it is, and whether "och" stands before it."""

    view: View
    kind: str
    joined: bool
    bracket: bool


def _rule(kind: str) -> Rule:
    return next(rule for rule in rules("affiliations") if rule.data["is"] == kind)


def _pieces(view: View, *, single: bool) -> list[_Piece]:
    """Cut a line at commas, dashes, slashes, "och" and brackets and tell what each piece is."""
    found: list[_Piece] = []
    text = view.text
    at, joined = 0, False
    edges: list[tuple[int, int, bool, bool]] = []
    for match in re.finditer(rf"\([^()]*\)?|{_SPLIT.pattern}", text):
        if match.start() > at:
            edges.append((at, match.start(), joined, False))
        if match.group().startswith("("):
            edges.append(
                (match.start() + 1, match.end() - match.group().endswith(")"), False, True)
            )
            joined = False
        else:
            joined = bool(_JOIN.search(match.group()))
        at = match.end()
    if at < len(text):
        edges.append((at, len(text), joined, False))
    for start, end, after_and, bracket in edges:
        while start < end and text[start] in " .:*•–-":
            start += 1
        while (
            end > start
            and text[end - 1] in " :*"
            or (end > start and text[end - 1] == "." and not _abbreviated(text[start:end]))
        ):
            end -= 1
        if start < end:
            part = view.part(start, end)
            found.extend(_classified(part, after_and, bracket, single=single))
    return found


def _abbreviated(text: str) -> bool:
    return bool(re.search(r"(?:\b[A-ZÅÄÖ]|ordf|sekr|m\.m|tjg|ers|f\.d)\.$", text))


def _classified(view: View, joined: bool, bracket: bool, *, single: bool) -> Iterator[_Piece]:
    """One piece, or several where a name and more stand together ("Rektor Bo Ek", "Bo Ek KS")."""
    text = view.text
    kind = _kind(text, bracket=bracket, single=single)
    if kind != "other":
        yield _Piece(view, kind, joined, bracket)
        return
    if bracket:
        yield _Piece(view, "organisation", joined, bracket)
        return
    if cut := _leading_note(text):
        yield _Piece(
            view.part(0, cut),
            _kind(text[:cut].strip(), bracket=False, single=single),
            joined,
            False,
        )
        return
    match = re.match(
        rf"(?P<name>.+?)\s+(?P<rest>(?:{_rule('partial').regex.pattern}|{_rule('absent').regex.pattern}|{_rule('replaces').regex.pattern}|{_rule('substitute').regex.pattern}).*)$",
        text,
        re.I,
    )
    if match and is_name(match["name"], single=single):
        yield _Piece(view.part(*match.span("name")), "name", joined, False)
        yield from _classified(view.part(*match.span("rest")), False, False, single=single)
        return
    tokens = list(re.finditer(r"\S+", text))
    for size in range(min(4, len(tokens) - 1), 1, -1):  # "Anna Ek KS", "Anna Ek rektor Ekskolan"
        head, rest = text[: tokens[size - 1].end()], text[tokens[size].start() :]
        if (
            is_name(head)
            and _kind(rest, bracket=False, single=False) not in {"other", "name"}
            and not is_first_name(tokens[size].group())
        ):
            yield _Piece(view.part(0, tokens[size - 1].end()), "name", joined, False)
            yield _Piece(
                view.part(tokens[size].start(), len(text)),
                _kind(rest, bracket=False, single=False),
                False,
                False,
            )
            return
    for skip in range(1, len(tokens) - 1):  # "Kommunpolis Anna Ek"
        head, rest = text[: tokens[skip - 1].end()], text[tokens[skip].start() :]
        if (
            is_name(rest)
            and (
                is_first_name(tokens[skip].group())
                or _kind(head, bracket=False, single=False) == "role"
            )
            and _kind(head, bracket=False, single=False) != "name"
        ):
            yield _Piece(view.part(tokens[skip].start(), len(text)), "name", joined, False)
            head_kind = _kind(head, bracket=False, single=False)
            yield _Piece(view.part(0, tokens[skip - 1].end()), head_kind, False, False)
            return
    yield _Piece(view, "other", joined, bracket)


def _leading_note(text: str) -> int:
    match = _rule("partial").regex.match(text)
    return match.end() if match and match.end() >= 0.6 * len(text) else 0


def _kind(text: str, *, bracket: bool, single: bool) -> str:
    """What a piece is: a name, party, function, role, organisation, note; "other" where unknown."""
    bare = text.strip(" .")
    if bracket or len(bare) == 1:
        if _rule("party").regex.fullmatch(bare):
            return "party"
        if _rule("association").regex.fullmatch(bare):
            return "organisation"
    for kind in ("vacant", "absent"):
        if _rule(kind).regex.fullmatch(bare) or (
            kind == "vacant" and _rule(kind).regex.match(bare) and not is_name(bare)
        ):
            return kind
    if _rule("replaces").regex.match(bare):
        return "replaces"
    for kind in ("chair", "secretary", "adjuster"):
        if _rule(kind).regex.fullmatch(text.strip()) or _rule(kind).regex.fullmatch(bare):
            return kind
        if (match := _rule(kind).regex.match(bare)) and re.fullmatch(
            r"\s*(?:\(?(?:fr\.o\.m\.|t\.o\.m\.|från|till|för|under|vid)?\s*(?:§+|punkt(?:erna)?|p\.)\s?[\d\s§,–-]+\)?)",
            bare[match.end() :],
        ):
            return kind
    if (match := _rule("partial").regex.match(bare)) and match.end() >= 0.5 * len(bare):
        return "partial"
    if _rule("substitute").regex.fullmatch(bare):
        return "substitute"
    if re.fullmatch(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?", bare):
        return "partial"
    if (
        not bracket
        and is_name(bare, single=single)
        and not (single and len(bare.split()) == 1 and _is_organisation(bare))
    ):
        return "name"
    if _rule("role").regex.match(bare):
        return "role"
    if _is_organisation(bare):
        return "organisation"
    return "other"


def _is_organisation(text: str) -> bool:
    return bool(
        _rule("organisation").regex.search(text) or _rule("association").regex.fullmatch(text)
    )


class _Reader:
    """Collects persons from blocks, then functions from running text."""

    def __init__(self, meeting: MeetingPart) -> None:
        self.meeting = meeting
        self.persons: list[_Person] = []
        self.issues: list[Issue] = []
        self.present_list = False
        self.bracket_parties = 0

    # the attendance part

    def read_blocks(self) -> None:
        for block in self.meeting.blocks:
            if block.field in _STATUS:
                self._block(block)
            elif block.field is None and (table := _table(block.rows)):
                self._table_rows(*table, default="present")

    def _block(self, block: Block) -> None:
        assert block.field is not None
        status = _STATUS[block.field]
        function = _FUNCTIONS.get(block.field)
        if table := _table(block.rows):
            self._table_rows(*table, default=status)
            return
        rows = [row for row in block.rows if any(cell.text for cell in row)]
        if block.field in {"present", "called", "invited", "absent"} and (paired := _paired(rows)):
            rows = paired
        single = _first_names_only(rows) or function is not None
        if function is not None:
            rows = rows[:3]
        backwards = _surnames_first(rows)
        before = len(self.persons)
        for row in rows:
            if function is not None and len(self.persons) > before and not _only_names(row):
                break
            self._row(
                row, status, block.rule, single=single, backwards=backwards, function=function
            )
        if block.field == "present" and len(self.persons) > before:
            self.present_list = True

    def _table_rows(
        self, columns: dict[int, str], rows: Sequence[tuple[View, ...]], default: Status
    ) -> None:
        for row in rows:
            cells = {name: row[index] for index, name in columns.items() if index < len(row)}
            name = cells.get("name")
            if name is None or not name.text:
                continue
            status = default
            marks = [key for key in ("present", "absent") if key in cells]
            if marks:
                ticked = [
                    key
                    for key in marks
                    if re.fullmatch(r"[xX✓√1]|[Jj]a|[Nn]ärv.*|X\)?", cells[key].text.strip())
                ]
                status = (
                    "absent"
                    if "absent" in ticked or (not ticked and "present" in cells)
                    else "present"
                )
                if (
                    "present" in cells
                    and (note := cells["present"].text.strip())
                    and _rule("partial").regex.search(note)
                ):
                    status = "partial"
            rest = [
                cell
                for key, cell in cells.items()
                if key in {"role", "organisation", "party", "note"}
                and cell.text
                and not _EMPTY.match(cell.text)
            ]
            self._row(
                (name, *rest),
                status,
                "attendees.table",
                single=len(name.text.split()) == 1,
                backwards=surname_first(name.text),
                function=None,
            )
            self.present_list = self.present_list or status == "present"

    def _row(
        self,
        row: tuple[View, ...],
        status: Status,
        rule: str,
        *,
        single: bool,
        backwards: bool,
        function: Function | None,
    ) -> None:
        """One line of a list: its persons, each with what follows the name."""
        cells = [cell for cell in row if cell.text]
        if len(cells) == 1 and _is_prose(cells[0].text):
            return
        if (
            backwards
            and cells
            and (match := re.match(r"([\w-]+),\s([\w-]+)(?=$|,|\s\()", cells[0].text))
        ):
            pieces = [_Piece(cells[0].part(0, match.end()), "name", False, False)]
            pieces += [
                piece
                for cell in (cells[0].part(match.end(), len(cells[0].text)), *cells[1:])
                for piece in _pieces(cell, single=single)
            ]
        else:
            pieces = [
                piece
                for index, cell in enumerate(cells)
                for piece in _pieces(cell, single=single and (index == 0 or len(cells) == 1))
            ]
        if (
            len(cells) >= 2
            and all(is_name(cell.text, single=True) for cell in cells[:2])
            and len(cells[0].text.split()) == 1 == len(cells[1].text.split())
        ):
            pieces = self._two_cell_name(cells, single)  # surname | first name
        if (
            pieces
            and pieces[0].kind in {"organisation", "role"}
            and re.match(r"[^:]{2,50}:\s", cells[0].text)
        ):
            pieces = _spread(pieces)
        group: list[_Person] = []
        replaced = False
        absent: _Person | None = None
        for index, piece in enumerate(pieces):
            if piece.kind == "vacant":
                return
            if piece.kind == "name" and self._is_affiliation_here(pieces, index, len(cells)):
                piece = replace(piece, kind="organisation")
            if piece.kind == "name":
                if replaced:
                    absent = self._person(piece.view, "absent", "note.replaces", backwards)
                    replaced = False
                    continue
                absent = None
                if not piece.joined or any(self._affiliated(person) for person in group):
                    group = []
                person = self._person(piece.view, status, rule, backwards)
                if function is not None:
                    self._function(person, function, piece.view, rule)
                group.append(person)
            elif piece.kind == "replaces":
                absent = self._replaced(piece.view)
                replaced = absent is None
            elif absent is not None and piece.kind == "party":
                self._add(absent, piece)
            elif group:
                own = group if piece.kind in {"organisation", "other"} else group[-1:]
                for person in own:
                    self._add(person, piece)
        for person in group:
            if person.function is None and function is not None:
                self._function(person, function, cells[0], rule)

    def _two_cell_name(self, cells: Sequence[View], single: bool) -> list[_Piece]:
        first, second = cells[0], cells[1]
        span = View(
            f"{first.text} {second.text}", (*first.offsets, first.offsets[-1], *second.offsets)
        )
        return [
            _Piece(span, "name", False, False),
            *(piece for cell in cells[2:] for piece in _pieces(cell, single=False)),
        ]

    @staticmethod
    def _is_affiliation_here(pieces: Sequence[_Piece], index: int, cells: int) -> bool:
        """In "Anna Ek, Ekby Hus" or in a later column a second name without "och" may be a firm."""
        if index == 0 or pieces[index].joined or pieces[index - 1].kind != "name":
            return False
        text = pieces[index].view.text
        names = sum(piece.kind == "name" for piece in pieces)
        return (
            names == 2
            and len(pieces) == 2
            and not is_first_name(text.split()[0])
            and is_first_name(pieces[0].view.text.split()[0])
        )

    @staticmethod
    def _affiliated(person: _Person) -> bool:
        return bool(person.role or person.organisation or person.party)

    def _person(self, view: View, status: Status, rule: str, backwards: bool) -> _Person:
        span = view.span(0, len(view.text))
        name = view.text.strip(" .")
        if "," in name or (backwards and surname_first(name)):
            parts = re.split(r",\s*|\s+", name)
            name = (
                " ".join((*parts[1:], parts[0]))
                if "," in name
                else " ".join((parts[-1], *parts[:-1]))
            )
        known = next((person for person in self.persons if _same(person, name)), None)
        evidence = self.meeting.evidence("name", span, rule)
        if known is None:
            known = _Person(name, status, rule)
            self.persons.append(known)
        else:
            if {known.status, status} == {"present", "absent"} and rule != "note.replaces":
                self.issues.append(
                    Issue(
                        kind="present_and_absent",
                        severity="warning",
                        message=f"{name} står både som närvarande och frånvarande.",
                        span=span,
                    )
                )
            if _RANK[status] > _RANK[known.status]:
                known.status = status
            if len(name.split()) > len(known.name.split()):
                known.name = name
        known.evidence.extend(evidence)
        return known

    def _replaced(self, view: View) -> _Person | None:
        """The person after "ersätter": absent, with no role. None where the name comes later."""
        match = _rule("replaces").regex.match(view.text)
        rest = view.part(match.end(), len(view.text)) if match else view
        start = len(rest.text) - len(rest.text.lstrip())
        rest = rest.part(start, len(rest.text))
        if not is_name(rest.text, single=True):
            return None
        person = self._person(rest, "absent", "note.replaces", False)
        if person.source == "note.replaces":
            person.role, person.organisation = [], []
        return person

    def _add(self, person: _Person, piece: _Piece) -> None:
        """What follows a name: role, organisation, party, function or a note on presence."""
        text, kind, view = piece.view.text.strip(), piece.kind, piece.view
        span = view.span(0, len(view.text))
        if kind in _FUNCTIONS:
            self._function(person, _FUNCTIONS[kind], view, f"function.{kind}")
        elif kind == "party":
            person.party = re.sub(r"\s", "", text).upper() if len(text) <= 3 else text
            person.party = None if person.party == "-" else person.party
            if person.party:
                person.evidence.extend(self.meeting.evidence("party", span, "party.known"))
        elif kind == "absent":
            person.status = "absent"
            person.evidence.extend(self.meeting.evidence("status", span, "note.absent"))
        elif kind == "partial":
            person.status = "partial" if person.status != "absent" else "absent"
            person.evidence.extend(self.meeting.evidence("status", span, "note.partial"))
        elif kind == "role":
            role, organisation = _split_role(text)
            if role and role not in person.role:
                person.role.append(role)
                person.evidence.extend(self.meeting.evidence("role", span, "role.noun"))
            if organisation and organisation not in person.organisation:
                person.organisation.append(organisation)
                person.evidence.extend(self.meeting.evidence("organisation", span, "role.noun"))
        elif kind == "organisation" or (kind == "other" and len(text) > 1):
            text = re.sub(r"^(?:från|vid|på|i)\s", "", text)
            if (
                text not in person.organisation
                and not _EMPTY.match(text)
                and "@" not in text
                and not re.search(r"\d{5}", text.replace(" ", "").replace("-", ""))
            ):
                person.organisation.append(text)
                person.evidence.extend(
                    self.meeting.evidence(
                        "organisation",
                        span,
                        "organisation.word",
                        0.9 if kind == "organisation" else 0.6,
                    )
                )

    def _function(self, person: _Person, function: Function, view: View, rule: str) -> None:
        order = {"chair": 3, "secretary": 2, "adjuster": 1, None: 0}
        if order[function] > order[person.function]:
            person.function = function
            person.evidence.extend(
                self.meeting.evidence("function", view.span(0, len(view.text)), rule)
            )

    # functions in running text

    def read_text(self) -> None:
        for section in self.meeting.sections:
            for paragraph in section.paragraphs:
                for sentence in paragraph.sentences:
                    self._sentence(sentence.view)
            if section.title is not None:
                self._sentence(section.title)
        for block in self.meeting.blocks:
            if block.field in {None, "secretary", "adjuster", "chair", "contact"}:
                for row in block.rows:
                    for cell in row:
                        self._sentence(cell)

    def _sentence(self, view: View) -> None:
        for rule in rules("functions"):
            for match in rule.regex.finditer(view.text):
                function: Function = rule.data["function"]
                for key in ("a", "b"):
                    if key in match.groupdict() and match[key] and match[key][:1].isupper():
                        self._named(view.part(*match.span(key)), function, rule.id)

    def _named(self, view: View, function: Function, rule: str) -> None:
        name = view.text
        known = [person for person in self.persons if _same(person, name)]
        if len(known) == 1:
            person = known[0]
        elif not known and is_name(name) and len(name.split()) >= 2:
            person = self._person(view, "present", rule, False)
        else:
            return
        if function == "chair" and rule == "function.opened":
            for other in self.persons:
                if other is not person and other.function == "chair":
                    other.function = None
        if person.status in {"invited", "absent"}:
            person.status = "present"
        self._function(person, function, view, rule)

    # together

    def finish(self) -> tuple[tuple[Attendee, ...], tuple[Issue, ...]]:
        if self.present_list:
            for person in self.persons:
                if (
                    person.status == "invited"
                    and person.source == "label.called"
                    and person.function is None
                ):
                    person.status = "absent"
        for person in self.persons:
            if person.status == "invited" and person.function is not None:
                person.status = "present"
        return tuple(_attendee(person) for person in self.persons), tuple(self.issues)


def _attendee(person: _Person) -> Attendee:
    return Attendee(
        name=person.name,
        role=", ".join(person.role) or None,
        organisation=", ".join(person.organisation) or None,
        party=person.party,
        status=person.status,
        function=person.function if person.status != "absent" else None,
        evidence=tuple(person.evidence),
    )


def _same(person: _Person, name: str) -> bool:
    if person.name.lower() == name.lower():
        return True
    return same_name(person.name, name) and (len(name.split()) > 1 or len(person.name.split()) > 1)


def _split_role(text: str) -> tuple[str | None, str | None]:
    """ "Kurator Mälarhöjdens skola" is a role and an organisation; a field of work stays in the role."""
    match = _rule("role").regex.match(text)
    if match is None:
        return None, text
    rest = text[match.end() :].strip(" ,")
    bare = re.sub(r"^(?:på|vid|i|från|hos)\s", "", rest)
    if not rest:
        return text, None
    if _is_organisation(bare) and not bare.startswith("för "):
        return match.group().strip(), bare
    return text, None


def _spread(pieces: list[_Piece]) -> list[_Piece]:
    """ "Polisen: Anna Ek, Bo Li": what stands before the colon goes to each name after it."""
    head, *rest = pieces
    spread: list[_Piece] = []
    for piece in rest:
        spread.append(replace(piece, joined=False) if piece.kind == "name" else piece)
        if piece.kind == "name":
            spread.append(head)
    return spread


def _is_prose(text: str) -> bool:
    """A sentence of explanation in the attendance part names no attendee."""
    return (
        len(text) > 60
        and bool(
            re.search(r"\b(?:är|var|har|hade|ska|kommer|önskar|hälsar|samt ytterligare)\b", text)
        )
        and text.rstrip().endswith(".")
    )


def _only_names(row: tuple[View, ...]) -> bool:
    pieces = [piece for cell in row if cell.text for piece in _pieces(cell, single=False)]
    return bool(pieces) and pieces[0].kind == "name"


def _first_names_only(rows: Sequence[tuple[View, ...]]) -> bool:
    """Whether a list names people by first names alone."""
    pieces = [
        piece.view.text
        for row in rows
        for cell in row[:1]
        for piece in _pieces(cell, single=True)
        if piece.kind == "name"
    ]
    return (
        bool(pieces)
        and sum(" " not in text for text in pieces) > 0.5 * len(pieces)
        and sum(is_first_name(text) for text in pieces) >= 0.3 * len(pieces)
    )


def _surnames_first(rows: Sequence[tuple[View, ...]]) -> bool:
    heads = [re.split(r"\s\(", row[0].text)[0] for row in rows if row and row[0].text]
    heads = [" ".join(re.split(r",\s|\s", head)[:2]) for head in heads if " " in head]
    return bool(heads) and sum(surname_first(head) for head in heads) > 0.6 * len(heads)


def _paired(rows: Sequence[tuple[View, ...]]) -> list[tuple[View, ...]] | None:
    """All names, then all roles, one a line: the first role belongs to the first name."""
    if len(rows) < 6 or len(rows) % 2 or any(len(row) != 1 for row in rows):
        return None
    half = len(rows) // 2
    kinds = [_pieces(row[0], single=False) for row in rows]
    names = all(len(pieces) == 1 and pieces[0].kind == "name" for pieces in kinds[:half])
    others = all(all(piece.kind != "name" for piece in pieces) for pieces in kinds[half:])
    return [(rows[i][0], rows[half + i][0]) for i in range(half)] if names and others else None


_HEADERS = {
    "name": r"namn|ledamot|ledamöter|deltagare|person|ordinarie|ordinarie ledamot",
    "role": r"funktion|roll|titel|befattning|uppdrag|tjänst",
    "organisation": r"organisation|förvaltning|arbetsplats|representerar|enhet|myndighet|verksamhet|förening|nämnd",
    "party": r"parti",
    "present": r"närvarande|närv\.?|närvaro|när\.?|deltog|ja",
    "absent": r"frånvarande|frånv\.?|frånvaro|förhinder|ej närvarande|nej",
    "note": r"anm\.?|anmärkning|kommentar|tjg\.?",
}


def _table(
    rows: Sequence[tuple[View, ...]],
) -> tuple[dict[int, str], Sequence[tuple[View, ...]]] | None:
    """A head row's columns by what they hold, and the rows under it."""
    for index, row in enumerate(rows[:3]):
        columns: dict[int, str] = {}
        for at, cell in enumerate(row):
            for name, pattern in _HEADERS.items():
                if re.fullmatch(pattern, cell.text.strip(" :*").lower()):
                    columns.setdefault(at, name)
        if len(columns) >= 2 and "name" in columns.values():
            return columns, rows[index + 1 :]
    return None
