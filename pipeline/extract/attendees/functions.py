"""Who chaired, kept or adjusted the minutes, as sentences and signature lines say it."""

from collections.abc import Iterator

from models.meeting import Function
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.persons import Persons
from pipeline.names import is_name
from pipeline.vocabulary import possible

_FIELDS = {None, "secretary", "adjuster", "chair", "contact"}  # labels whose lines may say it
_LISTS = {"present", "absent"}


def add_functions(persons: Persons, meeting: MeetingPart) -> None:
    """Read the functions said in running text into `persons`."""
    opened = False  # who opens an item later on does not chair
    for view, listed in _views(meeting):
        for rule in possible("functions", view.text):
            if listed and not rule.data.get("lists"):
                continue
            for match in rule.regex.finditer(view.text):
                for key in ("a", "b", "c", "d"):
                    if match.groupdict().get(key) and match[key][0].isupper():
                        part = view.part(*match.span(key))
                        if rule.id != "function.opened":
                            _give(persons, part, rule.data["function"], rule.id)
                        elif not opened:
                            opened = _give(persons, part, rule.data["function"], rule.id)


def _views(meeting: MeetingPart) -> Iterator[tuple[View, bool]]:
    """Where it may be said, and whether that is a list of persons."""
    for section in meeting.sections:
        if section.title is not None:
            yield section.title, False
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                yield sentence.view, False
    for block in meeting.blocks:
        if block.field in _FIELDS or block.field in _LISTS:
            for row in block.rows:
                for cell in row:
                    yield cell, block.field in _LISTS


def _give(persons: Persons, view: View, function: Function, rule: str) -> bool:
    """Whether it is somebody's: a name that nobody has yet makes a person, one of several nobody."""
    known = persons.named(view.text)
    if len(known) == 1:
        person = known[0]
    elif not known and is_name(view.text) and len(view.text.split()) >= 2:
        person = persons.seen(view, "present", rule)
    else:
        return False
    if function == "chair" and rule == "function.opened":
        for other in persons.all:
            if other is not person and other.function == "chair" and other.status != "partial":
                other.function = None
    if person.status in {"invited", "absent"}:
        person.status = "present"
    persons.give_function(person, function, view, rule)
    return True
