"""Who chaired, kept or adjusted the minutes, as sentences and signature lines say it."""

from collections.abc import Iterator

from models.meeting import Function
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.persons import Person, Persons
from pipeline.names import is_name
from pipeline.vocabulary import rules

_FIELDS = {None, "secretary", "adjuster", "chair", "contact"}  # labels whose lines may say it
_LISTS = {"present", "absent"}


def add_functions(persons: Persons, meeting: MeetingPart) -> None:
    """Read the functions said in running text into `persons`."""
    for view, listed in _views(meeting):
        for rule in rules("functions"):
            if listed and not rule.data.get("lists"):
                continue
            for match in rule.regex.finditer(view.text):
                for key in ("a", "b", "c"):
                    if match.groupdict().get(key) and match[key][0].isupper():
                        part = view.part(*match.span(key))
                        _give(persons, part, rule.data["function"], rule.id)


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


def _opened(person: Person) -> bool:
    return any(
        each.field == "function" and each.rule == "function.opened" for each in person.evidence
    )


def _give(persons: Persons, view: View, function: Function, rule: str) -> None:
    """A name that nobody has yet makes a person; one that fits several makes nobody anything."""
    known = persons.named(view.text)
    if len(known) == 1:
        person = known[0]
    elif not known and is_name(view.text) and len(view.text.split()) >= 2:
        person = persons.seen(view, "present", rule)
    else:
        return
    if function == "chair" and rule == "function.opened":
        if any(_opened(other) for other in persons.all if other is not person):
            return  # who opens an item later on does not chair
        for other in persons.all:
            if other is not person and other.function == "chair":
                other.function = None
    if person.status in {"invited", "absent"}:
        person.status = "present"
    persons.give_function(person, function, view, rule)
