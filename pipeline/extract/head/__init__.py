"""A meeting's own fields: kind, council, area, date, times, place, registration number.

Each file reads one field, from the head's lines (lines.py) or, where the head is silent, from the
running text. Several statements are weighed by where they stand; those that disagree are reported
as issues. A meeting that stands behind another one in its file ("Möte 2, den 16 mars") is of the same body.
"""

from dataclasses import replace
from datetime import date, time

from models.evidence import Evidence
from models.frozen import frozen
from models.issue import Issue
from models.meeting import MeetingKind
from models.segmented import MeetingPart
from pipeline.extract.head.clock import clock_times
from pipeline.extract.head.council import council_and_area
from pipeline.extract.head.day import meeting_date
from pipeline.extract.head.kind import meeting_kind
from pipeline.extract.head.lines import Reading
from pipeline.extract.head.place import place
from pipeline.extract.head.registration import registration_number


@frozen
class Head:
    """The meeting's own fields, with evidence and what does not fit together."""

    kind: MeetingKind
    council: str | None
    area: str | None
    meeting_date: date | None
    start_time: time | None
    end_time: time | None
    place: str | None
    registration_number: str | None
    evidence: tuple[Evidence, ...]
    issues: tuple[Issue, ...]


def head(meeting: MeetingPart, earlier: Head | None = None) -> Head:
    """Read the head of `meeting`. earlier: that of the meeting before it in the same file."""
    reading = Reading(meeting)
    kind = meeting_kind(reading)
    council, area = council_and_area(reading)
    day = meeting_date(reading, earlier.meeting_date if earlier is not None else None)
    start, end = clock_times(reading, day)
    where = place(reading, day)
    number = registration_number(reading)
    own = Head(
        kind,
        council,
        area,
        day,
        start,
        end,
        where,
        number,
        tuple(reading.evidence),
        tuple(reading.issues),
    )
    return own if earlier is None else _completed(own, earlier)


def _completed(own: Head, earlier: Head) -> Head:
    """`own` with what only the head of the file's earlier meeting says: what the document is, and of whom."""
    said = {evidence.field for evidence in own.evidence}
    taken = {
        field
        for field, missing in (
            ("kind", "kind" not in said and own.kind != "kallelse"),
            ("council", own.council is None),
            ("area", own.area is None),
        )
        if missing
    }
    return replace(
        own,
        kind=earlier.kind if "kind" in taken else own.kind,
        council=earlier.council if "council" in taken else own.council,
        area=earlier.area if "area" in taken else own.area,
        evidence=(*own.evidence, *(each for each in earlier.evidence if each.field in taken)),
    )
