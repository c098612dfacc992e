"""Who the items say came late or left before the end, and so was there for a part of the meeting.

Forms handled: "Bo Ek lämnade mötet efter punkt 3", "Efter punkten lämnade Bo mötet", "Bo Ek anslöt till mötet kl 10.15",
"Under punkt 4 anslöt Bo Ek"; also by first name, of who is known to have come.
"""

from models.segmented import MeetingPart
from pipeline.extract.attendees.persons import Persons
from pipeline.vocabulary import possible


def add_left(persons: Persons, meeting: MeetingPart) -> None:
    """Those among `persons` who were present are partly so where a sentence of an item says that they came or left."""
    for section in meeting.sections:
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                for rule in possible("attendance_marks", sentence.text, "left"):
                    for match in rule.regex.finditer(sentence.text):
                        key = next(each for each in ("a", "b", "c", "d") if match[each])
                        persons.partly(sentence.view.part(*match.span(key)), rule.id)
