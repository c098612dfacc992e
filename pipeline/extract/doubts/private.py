"""Personal identity numbers: told of, never repeated."""

from collections.abc import Iterator

from models.evidence import Span
from models.issue import Issue
from models.meeting import Meeting
from models.segmented import MeetingPart
from pipeline.identity_numbers import identity_numbers


def private(meeting: MeetingPart, _record: Meeting) -> Iterator[Issue]:
    """One issue a number, in the forms of identity_numbers.py."""
    text = meeting.document.text[meeting.start : meeting.end]
    for start, end in identity_numbers(text):
        yield Issue(
            kind="personal_number",
            severity="warning",
            message="Här står ett personnummer.",
            span=Span(meeting.start + start, meeting.start + end),
        )
