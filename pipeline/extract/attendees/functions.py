"""Who chaired, kept or adjusted the minutes, as sentences, items and signature lines say it.

Forms handled: what functions.toml knows; an item "Val av ordförande"
or "Justeringsmän" whose text is names; a last
line "Anna Ek, ordförande   Bo Li, sekreterare", or the same in one run.
"""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from models.evidence import Span
from models.meeting import Function
from models.segmented import MeetingPart
from models.view import View, view_of
from pipeline.extract.attendees.person import Person
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.piece_kinds import FUNCTIONS, may_say_function
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.runs import is_run, unwrapped
from pipeline.extract.attendees.signed import (
    last_lines,
    names_over_functions,
    over_functions,
    over_work_beside,
    runs_of_signatures,
)
from pipeline.names import is_name
from pipeline.vocabulary import pattern, possible

_FIELDS = {None, "secretary", "adjuster", "chair", "contact"}  # labels whose lines may say it
_LISTS = {"present", "absent"}
_GAP = re.compile(
    r"\t|[ ]{3,}|(?:(?<=, ordförande)|(?<=, sekreterare)|(?<=, justerare))\s(?=[A-ZÅÄÖÉ])"
)
_LED = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:\s[a-zåäö]+){1,4}:?\s(?=[A-ZÅÄÖÉ])"
)  # "Rätt uppfattat intygar Bo Ek, justerare"
_ADJUSTED = re.compile(r"Justera[ts](?:\sav)?:?\s+")  # "sekreterare      Justerat: Bo Ek"
_STOP = re.compile(r"[a-zåäö]{2}[.!?]\s")
_LONGEST_SIGNATURE = 60  # characters
_OPENED = "function.opened"
_SIGNED_BY = "function.signed"
_BY_TITLE = re.compile(
    r"\b(?:och|men)\s(?:vår\s|rådets\s)?ordförande(?:n|ns)?\s(?:öppna|inled|förklara|startar|drog)\w*"
)  # "Bo hälsade välkommen till kyrkan och ordföranden öppnade mötet"
_IN_CLAUSE = re.compile(r"(?<!protokollet)(?<!anteckningarna),?\ssom\s$")
_FIRST = "function.first_chair"
_CHOSEN = frozenset({"function.chosen_chair", "function.chair_list", _FIRST})
_STRAY = re.compile(r"(?<=\w\w)\s\w$")  # a letter behind a name
_EARLY = 3  # first items, one of which may choose who chairs
_SIGNED = 3  # last lines that may hold signatures


def add_functions(persons: Persons, meeting: MeetingPart, *, held: bool) -> None:
    """Read the functions said in running text into `persons`. `held`: the meeting is no longer to come."""
    if held:
        _add_elected(persons, meeting)
    opened = False  # who opens an item later on does not chair
    kept = any(person.function == "secretary" for person in persons.all)
    drawn_up: list[View] = []
    for view, place in _views(meeting):
        for rule in possible("functions", view.text):
            if place == "list" and not rule.data.get("lists"):
                continue
            settles = place != "later"  # an association chooses its own chair late in a meeting
            if place in {"early", "later"} and kept and rule.data["function"] == "secretary":
                continue  # "Bo skriver" an article
            if rule.data.get("unless_told"):
                drawn_up += [
                    view.part(*match.span("a")) for match in rule.regex.finditer(view.text)
                ]
                continue
            for match in rule.regex.finditer(view.text):
                if rule.id == _OPENED and _only_began(persons, match, place):
                    continue
                if _IN_CLAUSE.search(view.text, 0, match.start()) and "att skriva" in match.group():
                    continue  # "insändaren, som Bo Ek åtog sig att skriva, är klar"
                for key in ("a", "b", "c", "d"):
                    if match.groupdict().get(key) and match[key][0].isupper():
                        part = view.part(*match.span(key))
                        if rule.id != _OPENED:
                            _give(persons, part, rule.data["function"], rule.id, settles=settles)
                        elif not opened and not _BY_TITLE.search(view.text, match.end()):
                            opened = _give(persons, part, rule.data["function"], rule.id)
    if held and not any(person.function == "secretary" for person in persons.all):
        for name in drawn_up:
            if len(persons.meant(name.text)) == 1:
                _give(persons, name, "secretary", "function.drawn_up")


def _add_elected(persons: Persons, meeting: MeetingPart) -> None:
    """Who an item "Val av ordförande" names in its title or as its first sentence."""
    for section in meeting.sections:
        if section.title is None:
            continue
        election = pattern("elections", "title").match(section.title.text)
        if election is None:
            continue
        if election["names"]:
            named = section.title.part(*election.span("names"))
        elif section.paragraphs and section.paragraphs[0].sentences:
            named = section.paragraphs[0].sentences[0].view
        else:
            continue
        if (after := pattern("elections", "after").search(named.text)) is not None:
            named = named.part(0, after.start())
        found = pieces(named, single=True)
        for function in FUNCTIONS:
            if election[function] and all(piece.kind == "name" for piece in found):
                for piece in found:
                    _give(persons, piece.view, function, "function.elected")


def add_signatures(persons: Persons, meeting: MeetingPart, *, held: bool) -> None:
    """Names with their function behind them in the last lines; who signs a summons has not come yet."""
    text = meeting.text[: meeting.end]
    in_rows = names_over_functions(text, meeting.start, meeting.end)
    for view, function in (*runs_of_signatures(text, meeting.start, meeting.end), *in_rows):
        _give(persons, view, function, _SIGNED_BY, came=held)
    for view, function in over_functions(text, meeting.start, meeting.end):
        name, *party = pieces(view, single=False)
        _give(persons, name.view, function, _SIGNED_BY, came=held)
        for person in persons.named(name.view.text)[:1] if party else ():
            persons.add(person, party[0])
    for view, function, office in over_work_beside(text, meeting.start, meeting.end):
        _give(persons, view, function, _SIGNED_BY, came=held)
        known = persons.named(view.text)[:1] if office is not None else []
        for piece in pieces(office, single=False) if office is not None else ():
            if known and piece.kind == "role" and not known[0].affiliated:
                persons.add(known[0], piece)
    for at, stop in last_lines(text, meeting.start, meeting.end, _SIGNED):
        edges = [at, *(edge for gap in _GAP.finditer(text, at, stop) for edge in gap.span()), stop]
        for first, last in zip(edges[::2], edges[1::2], strict=True):
            if not 0 < last - first <= _LONGEST_SIGNATURE or _STOP.search(text, first, last):
                continue
            view = view_of(text, [Span(first, last)])
            if (led := _LED.match(view.text)) is not None:
                view = view.part(led.end(), len(view.text))
            if (adjusted := _ADJUSTED.match(view.text)) and is_name(view.text[adjusted.end() :]):
                signed = view.part(adjusted.end(), len(view.text))
                _give(persons, signed, "adjuster", _SIGNED_BY, came=held)
                continue
            found = pieces(view, single=True) if may_say_function(view.text) else ()
            if len(found) == 2 and found[0].kind == "name":
                kind = found[1].kind
                if kind == "chair" or kind == "secretary" or kind == "adjuster":
                    _give(persons, found[0].view, kind, _SIGNED_BY, came=held)


def _views(meeting: MeetingPart) -> Iterator[tuple[View, str]]:
    """Where it may be said: in the "first" item, an "early" or a "later" one, in a "list" or a "line" of the head."""
    for index, section in enumerate(meeting.sections):
        place = "first" if not index else "early" if index < _EARLY else "later"
        if section.title is not None:
            yield section.title, place
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                yield sentence.view, place
    for block in meeting.blocks:
        if block.field in _LISTS:
            run = tuple(takewhile(lambda row: len(row) == 1, block.rows))
            rows = unwrapped(meeting.text, run) if is_run(run) else block.rows
            yield from ((cell, "list") for row in rows for cell in row)
        elif block.field in _FIELDS:
            yield from ((cell, "line") for row in block.rows for cell in row)


def _only_began(persons: Persons, match: re.Match[str], place: str) -> bool:
    """Whether "Bo inleder." tells who speaks first of an item: it stands in a later one, and a list says who chairs."""
    listed = any(each.function == "chair" and not _by(each, {_OPENED}) for each in persons.all)
    return bool(match["bare"]) and place in {"early", "later"} and listed


def _chairs_in_turn(person: Person) -> bool:
    """Whether a list says for which items the person chairs: "ordf. från punkt 5"."""
    return any(
        each.field == "function" and re.search(r"\d", each.quote) for each in person.evidence
    )


def _by(person: Person, rules: Collection[str]) -> bool:
    """Whether one of `rules` says that the person chairs."""
    return person.function == "chair" and any(
        each.field == "function" and each.rule in rules for each in person.evidence
    )


def _is_short(name: str) -> bool:
    """Whether a name is a first name or has initials, so that a longer one of the same person tells more."""
    words = name.split()
    return len(words) == 1 or any(len(word.rstrip(".")) == 1 for word in words)


def _give(
    persons: Persons,
    view: View,
    function: Function,
    rule: str,
    *,
    came: bool = True,
    settles: bool = True,
) -> bool:
    """Whether it is somebody's: a name that nobody has yet makes a person, one of several nobody.

    `settles`: who is chosen to chair does so instead of who opened.
    """
    if not persons.meant(view.text) and (stray := _STRAY.search(view.text)) is not None:
        without = view.part(0, stray.start())  # "Bo Ek I", not "Lotta F"
        view = without if " " in without.text or persons.meant(without.text) else view
    known = persons.meant(view.text)
    if len(known) == 1:
        person = known[0]
        if (
            rule == _SIGNED_BY
            and is_name(view.text)
            and len(view.text.split()) > len(person.name.split())
            and _is_short(person.name)
        ):
            persons.seen(view, person.status, rule)  # "Mona", in full where she signs
    elif not known and is_name(view.text) and len(view.text.split()) >= 2:
        person = persons.seen(view, "present" if came else "invited", rule)
    else:
        return False
    if function == "chair" and rule == _OPENED and any(_by(each, _CHOSEN) for each in persons.all):
        return True  # who opens does not chair where somebody is chosen to
    if rule == _FIRST and any(
        each.function == "chair" and not _by(each, {_OPENED}) for each in persons.all
    ):
        return False
    if function == "chair" and rule in {_OPENED, *_CHOSEN}:
        for other in persons.all:
            if _chairs_in_turn(other):
                continue
            replaced = rule == _OPENED or (settles and _by(other, {_OPENED}))
            if other is not person and other.function == "chair" and other.status != "partial":
                other.function = None if replaced else other.function
    if came and person.status in {"invited", "absent"}:
        person.status = "present"
    persons.give_function(person, function, view, rule)
    return True
