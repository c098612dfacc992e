"""The persons of one meeting as the attendance part builds them up, each kept once."""

import re
from datetime import date

from models.issue import Issue
from models.meeting import Attendee, Function, Status
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.affiliation import split_role, vocabulary
from pipeline.extract.attendees.person import (
    FUNCTION_ORDER,
    Person,
    are_apart,
    record_of,
    spelled_apart,
)
from pipeline.extract.attendees.piece import Piece
from pipeline.extract.attendees.piece_kinds import function_of, is_reason, is_remark
from pipeline.names import is_first_name, is_name, surname_first
from pipeline.vocabulary import rules
from pipeline.vocabulary.openings import swift

_LONGEST_WORK = 150  # characters of a role or body; more is everybody's in one run
_STATUS_ORDER: dict[Status, int] = {"partial": 3, "present": 2, "absent": 1, "invited": 0}
_CLASSES = re.compile(r"[1-9]\s?[-–]\s?[1-9]")  # that somebody teaches
_HOUSE = re.compile(r"(?:nr\s)?\d{1,3}")
_EMPTY = re.compile(r"^[\s\-–—_.xX*]*$")
_BROKEN = swift(r"(?<=\w[-–])\s")  # after a hyphen
_JOINED = re.compile(r"([A-ZÅÄÖÉ][a-zåäöé]{2,})(?=[A-HJ-ZÅÄÖÉ][a-zåäöé])")
_SUCCEEDS = re.compile(r"(?<=\w)\sefter\s[A-ZÅÄÖÉ].*$")  # "närpolis efter Bo Ek som bytt jobb"
_SUCCESSOR = re.compile(r",?\sefter\s[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)?$")  # "efter Bo Ek"
_NEW = re.compile(
    r"^(?:vår\s(?:ny(?:utsedd|vald|tillträdd)?\s)?|ny(?:utsedd|vald|tillträdd)?\s)"
)  # "ny rektor"
_TOLD = re.compile(
    r"(?<=\w)\s(?P<writer>och\sjag\s)?som\s(?P<said>[a-zåäö]+(?:\s[a-zåäö]+){0,2})$"
)  # "Kyrkan som skrev", "Ekbo och jag som skrev"
_ACTING = re.compile(r"\s\([^()]*\)$")
_LETTERS = re.compile(r"(?:[A-ZÅÄÖÉ][\s.-]{0,2})+")
_NO_AFFILIATION = re.compile(
    r"@|\d{5}|\d{2,3}-\d|\b(?:tel|mobil|e-post|box)\b|\btipsa en vän|\bsidan (?:har|är)\b|\bskriv ut\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\W*(?:t\.?\s?o\.?\s?m\.?|till\soch\smed)\s\D{0,10}(?P<n>\d+)\W*$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\W*(?:fr\.?\s?o\.?\s?m\.?|från\soch\smed)\s\D{0,10}(?P<n>\d+)\W*$", re.IGNORECASE
)


class Persons:
    """Everybody found so far, in the order of their first mention."""

    def __init__(self, meeting: MeetingPart, day: date | None = None) -> None:
        self._meeting = meeting
        self.day = day  # of the meeting
        self.all: list[Person] = []
        self.mentions = 0
        self.backwards = False  # whether a list so far writes surnames first
        self.ticked = False  # whether a table so far marks who came
        self.letter = ""  # that a legend of a list so far has for who came
        self.lettered = False  # whether a list so far names all by their initials
        self.paired = False  # whether the last list was all names and then all roles
        self.columns = dict[int, str]()  # of the last table, by what they hold
        self.housed = False  # whether the list that is being read gives everybody's house number
        self.writer_counted = False  # whether "jag" stands among those who came
        self.issues: list[Issue] = []
        self._first: int | None = None  # of the list that is being read

    def begin_list(self) -> None:
        """What is seen from here to `end_list` stands in one list."""
        self._first = len(self.all)

    def end_list(self) -> None:
        """Two of one name are one person unless they come from two organisations, or each has work of their own and
        the names are spelled apart ("Bo Norby", "Bo Norrby").

        One of several chairs who is "ordförande" right before an organisation chairs that one.
        """
        for person in self.all[self._first :]:
            if (twin := person.twin) is not None and not are_apart(person, twin):
                self.all.remove(person)
                self._again(twin, person.first, person.status, person.source)
                twin.absorb(person)
            person.twin = None
        chairs = [person for person in self.all if person.function == "chair"]
        elsewhere = [person for person in chairs if person.presides and person.organisation]
        if 0 < len(elsewhere) < len(chairs):
            for person in elsewhere:
                self._presides(person)
        self._first = None

    def _presides(self, person: Person) -> None:
        if (view := person.presides) is None:
            return
        person.function = None
        person.evidence = [each for each in person.evidence if each.field != "function"]
        self._affiliate(person, "role", person.role, view.text.strip(), view, "role.chair_of")

    def named(self, name: str) -> list[Person]:
        """Those whom `name` may mean; the very same name goes before a likeness."""
        small = name.lower()
        exact = [person for person in self.all if person.name.lower() == small]
        return exact or [person for person in self.all if person.is_named(name)]

    def meant(self, name: str) -> list[Person]:
        """Those whom `name`, or the initials that the minutes use, may mean."""
        letters = initials(name) if _LETTERS.fullmatch(name) else ""
        return self.named(name) or [
            person for person in self.all if len(letters) > 1 and initials(person.name) == letters
        ]

    def seen(self, view: View, status: Status, rule: str, *, backwards: bool = False) -> Person:
        """The person named in `view`, new or known, with what this mention says of presence."""
        self.mentions += 1
        span = view.span(0, len(view.text))
        name = _forwards(view.text.strip(" ."), backwards)
        found = self.named(name)
        if len(found) == 1 and self._may_differ(found[0], name, status):
            person = Person(name, status, rule, view, twin=found[0])
            self.all.append(person)
        elif found and (len(found) == 1 or found[0].name.lower() == name.lower()):
            person = found[0]
            self._again(person, view, status, rule)
            if len(name.split()) > len(person.name.split()):
                person.name = name
        else:
            person = Person(name, status, rule, view)
            self.all.append(person)
        person.evidence.extend(self._meeting.evidence("name", span, rule))
        return person

    def _may_differ(self, person: Person, name: str, status: Status) -> bool:
        """Whether a name in a list may be another's: said twice there, or against another list."""
        if self._first is None or not (person.organisation or spelled_apart(person.name, name)):
            return False
        return person in self.all[self._first :] or {person.status, status} == {"present", "absent"}

    def _again(self, person: Person, view: View, status: Status, rule: str) -> None:
        if {person.status, status} == {"present", "absent"} and "note.replaces" not in {
            rule,
            person.source,
        }:
            self.issues.append(
                Issue(
                    kind="present_and_absent",
                    severity="warning",
                    message=f"{person.name} står både som närvarande och frånvarande.",
                    span=view.span(0, len(view.text)),
                )
            )
        if _STATUS_ORDER[status] > _STATUS_ORDER[person.status]:
            person.status = status

    def partly(self, view: View, rule: str) -> None:
        """The one person present whom `view` names was there for a part of the meeting."""
        meant = self.meant(view.text)
        if len(meant) == 1 and meant[0].status == "present":
            meant[0].status = "partial"
            self._prove(meant[0], "status", view, rule)

    def replaced(self, view: View) -> Person | None:
        """The person after "ersätter": absent. None where the name comes in a later piece."""
        match = vocabulary("replaces").regex.match(view.text)
        rest = view.part(match.end(), len(view.text)) if match else view
        start = len(rest.text) - len(rest.text.lstrip(" :"))
        rest = rest.part(start, len(rest.text.rstrip(" .)")))
        if not rest.text or not is_name(rest.text, single=True):
            return None
        return self.seen(rest, "absent", "note.replaces")

    def add(self, person: Person, piece: Piece) -> None:
        """What follows a name: role, organisation, party, function or a note on presence."""
        text, kind = piece.view.text.strip(), piece.kind
        if piece.bracket and _LETTERS.fullmatch(text) and initials(text) == initials(person.name):
            return  # the initials that the minutes use for the person
        if kind == "chair" or kind == "secretary" or kind == "adjuster":
            self.give_function(person, kind, piece.view, f"function.{kind}")
            if kind == "chair" and not person.organisation and not person.role:
                person.presides = piece.view
        elif kind == "party":
            party = re.sub(r"\s", "", text).upper() if len(text) <= 3 else text
            if party != "-":
                person.party = party
                self._prove(person, "party", piece.view, "party.known")
        elif kind == "other_surname":
            self._prove(person, "other_surname", piece.view, "note.other_surname")
        elif kind == "absent":
            person.status = "absent"
            self._prove(person, "status", piece.view, "note.absent")
        elif kind == "partial" and self._is_no_part(person, text):
            return
        elif kind == "partial":
            whole = _is_rest(person, text)
            if person.status != "absent":
                person.status = "present" if whole else "partial"
            self._prove(person, "status", piece.view, "note.partial")
        elif kind == "role":
            self._add_role(person, piece)
        elif (
            vocabulary("newcomer").regex.match(text)
            or (kind == "other" and (is_remark(text) or is_remark(_without_lead(text))))
            or (piece.bracket and person.status == "absent" and is_reason(text))
        ):
            return
        elif kind in {"organisation", "other"} and len(text) > 1:
            self._add_organisation(person, piece)

    def _is_no_part(self, person: Person, text: str) -> bool:
        """Whether a number behind somebody is the house they live in or the classes they teach, and no part of the meeting."""
        house = self.housed and _HOUSE.fullmatch(text) is not None
        if house or _CLASSES.fullmatch(text) is None:
            return house
        return any(map(vocabulary("teaches").regex.search, person.role))

    def _add_role(self, person: Person, piece: Piece) -> None:
        """ "kurator Ekskolan", "ny rektor", "rektor (tf)"; "ny sekreterare efter Bo Ek" is a function."""
        said = piece.view.text.strip()
        text = _SUCCEEDS.sub("", _NEW.sub("", said))
        if (function := function_of(text)) is not None:
            self.give_function(person, function, piece.view, f"function.{function}")
            return
        officer = piece.leads and vocabulary("role").regex.match(said) is None
        role, organisation = (text, None) if officer else split_role(_ACTING.sub("", text))
        role = text if organisation is None else role
        self._affiliate(person, "role", person.role, role, piece.view, "role.noun")
        self._affiliate(
            person, "organisation", person.organisation, organisation, piece.view, "role.noun"
        )

    def _add_organisation(self, person: Person, piece: Piece) -> None:
        """ "från Ekskolan", "Ekskolan, efter Bo Ek", "Ekskolan som skrev" (a function, too)."""
        text = piece.view.text.strip()
        if (told := _TOLD.search(text)) and (function := function_of(told["said"])):
            text = text[: told.start()]
            if not told["writer"]:
                self.give_function(person, function, piece.view, f"function.{function}")
        self._affiliate(
            person,
            "organisation",
            person.organisation,
            _SUCCESSOR.sub("", _without_lead(text)),
            piece.view,
            "organisation.word",
            0.9 if piece.kind == "organisation" else 0.6,
        )

    def _affiliate(
        self,
        person: Person,
        name: str,
        known: list[str],
        value: str | None,
        view: View,
        rule: str,
        confidence: float = 1.0,
    ) -> None:
        if (
            value
            and len(value) <= _LONGEST_WORK
            and value not in known
            and not _EMPTY.match(value)
            and not _NO_AFFILIATION.search(value)
        ):
            known.append(value)
            self._prove(person, name, view, rule, confidence)

    def give_function(self, person: Person, function: Function, view: View, rule: str) -> None:
        """One function a person: chair before secretary before adjuster."""
        if FUNCTION_ORDER[function] > FUNCTION_ORDER[person.function]:
            person.function = function
            self._prove(person, "function", view, rule)

    def _prove(
        self, person: Person, name: str, view: View, rule: str, confidence: float = 1.0
    ) -> None:
        span = view.span(0, len(view.text))
        person.evidence.extend(self._meeting.evidence(name, span, rule, confidence))

    def records(self) -> tuple[Attendee, ...]:
        """The records, in order."""
        return tuple(record_of(person) for person in self.all)


def _is_rest(person: Person, text: str) -> bool:
    """Whether somebody who came up to an item was there from the next one on, too, in another seat ("t.o.m. § 39", "fr.o.m. § 40")."""
    said = [each.quote for each in person.evidence if each.rule == "note.partial"]
    for one, other in ((said[-1], text), (text, said[-1])) if said else ():
        until, since = _UNTIL.match(one), _SINCE.match(other)
        if until and since and int(since["n"]) == int(until["n"]) + 1:
            return True
    return False


def initials(text: str) -> str:
    """ "K-E L" and "Karl-Erik Lind" are "KEL"."""
    letters = re.sub(r"[^A-ZÅÄÖÉ]", "", text)
    return letters if _LETTERS.fullmatch(text) else "".join(re.findall(r"(?<!\w)[A-ZÅÄÖÉ]", text))


def _forwards(name: str, backwards: bool) -> str:
    """ "Ek, Anna" and, in a list of such names, "Ek Anna" turned round."""
    name = _BROKEN.sub("", name)
    if (joined := _JOINED.match(name)) and is_first_name(joined[1]):
        name = f"{joined[1]} {name[joined.end(1) :]}"
    if "," in name:
        last, _, first = name.partition(",")
        return f"{first.strip()} {last.strip()}"
    if backwards and (surname_first(name) or is_first_name(name.split()[-1])):
        *family, given = name.split()
        return " ".join((given, *family))
    return name


def settle(persons: Persons, present_list: bool, everybody: bool, held: bool) -> None:
    """Who was called and is not in the list of those present was absent; who served was there."""
    for person in persons.all:
        if person.status != "invited":
            continue
        if (person.function is not None and held) or (
            everybody and person.source == "label.called"
        ):
            person.status = "present"
        elif present_list and person.source == "label.called":
            person.status = "absent"


def _without_lead(text: str) -> str:
    """An affiliation without what leads to it: "båda från Granhus" is Granhus."""
    for rule in rules("affiliation_leads"):
        if lead := rule.regex.match(text):
            text = text[lead.end() :]
    return text
