"""What does not fit together in a meeting, found by laying its facts side by side.

Each file holds the doubts of one kind of fact: a function from the segmented meeting and its record to
issues. What an extractor sees while it reads (a weekday that does not fit, say) it reports itself.
"""

from collections.abc import Callable, Iterable

from models.issue import Issue
from models.meeting import Meeting
from models.segmented import MeetingPart
from pipeline.extract.doubts.days import days
from pipeline.extract.doubts.owners import owners
from pipeline.extract.doubts.persons import persons
from pipeline.extract.doubts.private import private
from pipeline.extract.doubts.said import said
from pipeline.extract.doubts.unclaimed import unread_lines

_CHECKS: tuple[Callable[[MeetingPart, Meeting], Iterable[Issue]], ...] = (
    said,
    days,
    persons,
    owners,
    unread_lines,
    private,
)


def doubts(meeting: MeetingPart, record: Meeting) -> tuple[Issue, ...]:
    """The issues that the facts of `record` raise together, check by check in order of place."""
    return tuple(issue for check in _CHECKS for issue in check(meeting, record))
