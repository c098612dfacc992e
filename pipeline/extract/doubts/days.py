"""Days and hours that cannot be, or that come in the wrong order.

Forms handled: "31 april", "2019-02-30"; a next meeting more than a year and a half away; an end before
its start; a deadline ("senast den 5 februari 2019") before the meeting that sets it; a deadline whose
weekday does not fit ("fredag 14 maj").
"""

import re
from collections.abc import Iterator
from datetime import date, time

from models.evidence import Evidence, Span
from models.issue import Issue, IssueKind
from models.meeting import Action, Meeting
from models.segmented import MeetingPart
from pipeline.dates import dates, impossible_dates, weekday_name

_FAR = 550  # days: councils that meet once a year, and then some
_EVENING, _NIGHT = time(18), time(5)  # a meeting may end after midnight
_BY = re.compile(r"\b(?:senast|klart?|före|innan|deadline)\W+(?:den\s)?$", re.I)
_DATED = re.compile(r"\d\d")
_WITH_WEEKDAY = re.compile(r"[a-zåäö]dag|(?:mån|tis|ons|tors?|fre|lör|sön)\b", re.I)
_WITH_BY = re.compile(r"senast|klar|före|innan|deadline", re.I)


def days(meeting: MeetingPart, record: Meeting) -> Iterator[Issue]:
    """Impossible days, then hours, the next meeting, and deadlines."""
    text = meeting.text[meeting.start : meeting.end]
    for start, end in impossible_dates(text):
        yield _warning(
            "impossible_date",
            f"Dagen {' '.join(text[start:end].split())} finns inte i kalendern.",
            Span(meeting.start + start, meeting.start + end),
        )
    yield from _hours(record)
    yield from _far(record)
    held = record.meeting_date if record.kind != "kallelse" else None  # a summons asks before it
    for action in record.actions:
        yield from _deadline(action, held)


def _hours(record: Meeting) -> Iterator[Issue]:
    coming = record.next_meeting
    for held, what in ((record, "Mötet"), (coming, "Nästa möte")):
        start, end = (held.start_time, held.end_time) if held is not None else (None, None)
        if held is None or start is None or end is None or start < end:
            continue
        if not (start >= _EVENING and end <= _NIGHT):
            yield _warning(
                "end_before_start",
                f"{what} börjar {start:%H:%M} och slutar {end:%H:%M}.",
                _place(held.evidence, "end_time"),
            )


def _far(record: Meeting) -> Iterator[Issue]:
    coming = record.next_meeting.meeting_date if record.next_meeting is not None else None
    if record.next_meeting is None or coming is None or record.meeting_date is None:
        return
    if (coming - record.meeting_date).days > _FAR:
        yield _warning(
            "next_meeting_far",
            f"Nästa möte ({coming.isoformat()}) ligger långt efter detta"
            f" ({record.meeting_date.isoformat()}).",
            _place(record.next_meeting.evidence, "meeting_date"),
        )


def _deadline(action: Action, held: date | None) -> Iterator[Issue]:
    """Deadlines in the action's words that have passed, and the weekday of the one that counts."""
    for proof in action.evidence:
        if proof.field == "due" and action.due is not None and _WITH_WEEKDAY.search(proof.quote):
            for mention in dates(proof.quote):
                if mention.weekday not in {None, action.due.weekday()}:
                    yield _warning(
                        "weekday_mismatch",
                        f"{action.due.isoformat()} är en {weekday_name(action.due.weekday())},"
                        f" men det står {weekday_name(mention.weekday or 0)}.",
                        Span(proof.start, proof.end),
                    )
        elif held is not None and (
            (proof.field == "text" and _DATED.search(proof.quote) and _WITH_BY.search(proof.quote))
            or proof.field == "due_text"
        ):
            for mention in dates(proof.quote):
                day, by = mention.value, _BY.search(proof.quote[: mention.start])
                if day is not None and day < held and (by or proof.field == "due_text"):
                    yield _warning(
                        "deadline_before_meeting",
                        f"Uppgiften ska vara klar {day.isoformat()}, före mötet"
                        f" ({held.isoformat()}).",
                        Span(proof.start + mention.start, proof.start + mention.end),
                    )


def _place(evidence: tuple[Evidence, ...], field: str) -> Span | None:
    return next((Span(each.start, each.end) for each in evidence if each.field == field), None)


def _warning(kind: IssueKind, message: str, span: Span | None) -> Issue:
    return Issue(kind=kind, severity="warning", message=message, span=span)
