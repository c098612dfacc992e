"""A protocol as rows of the tables, encoded so that DuckDB can take in many at once.

One JSON object a line: read_json takes in over a million such rows a second, where row-by-row
INSERTs take a thousand; and the encoding can be done beside the one process that writes.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from models.document import Document
from models.evidence import Evidence
from models.issue import Issue
from models.meeting import (
    Action,
    FollowUp,
    Meeting,
    NextMeeting,
    PossibleFollowUp,
    PriorityArea,
    Protocol,
)
from pipeline.store.fact_tables import FACT_TABLES, PRIORITY_AREAS, Fact, section_id
from pipeline.store.passages import passages

Cell = str | int | float | bool | date | time | datetime | Sequence[str] | Sequence[int] | None
Row = Mapping[str, Cell]

# Fields of the next meeting whose column has another name; stored evidence names the column.
NEXT_MEETING_FIELDS = {
    "meeting_date": "next_meeting_date",
    "start_time": "next_meeting_start",
    "end_time": "next_meeting_end",
    "place": "next_meeting_place",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """How names become keys.

    `series`: (council, area) -> series_id; `area`: name of a priority area -> area_key; `problems`:
    that name -> the problems that it speaks of.
    """

    series: Callable[[str | None, str | None], str | None]
    area: Callable[[str], str]
    problems: Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one document gives to the store. `lines`: table -> encoded rows.

    `seconds`: what it took to find them, for whoever counts that.
    """

    document_id: str
    media_type: str
    size_bytes: int
    page_count: int
    ocr_page_count: int
    partial: bool
    counts: Mapping[str, int]
    lines: Mapping[str, bytes]
    seconds: float = 0.0


def facts(protocol: Protocol, keys: Keys) -> Facts:
    """The rows of a protocol in every table but `documents`, whose row the batch completes."""
    document = protocol.document
    tables: dict[str, list[Row]] = {}
    _add(tables, "pages", _pages(document))
    _add_issues(tables, document, document.document_id[:16], None, document.issues)
    for meeting in protocol.meetings:
        _add_meeting(tables, document, meeting, keys)
    _add(tables, "search.pending", _passages(protocol))
    return Facts(
        document_id=document.document_id,
        media_type=document.media_type,
        size_bytes=document.size_bytes,
        page_count=len(document.pages),
        ocr_page_count=sum(page.ocr for page in document.pages),
        partial=any(issue.severity == "error" for issue in document.issues),
        counts={table: len(rows) for table, rows in tables.items() if "." not in table},
        lines={table: encode(rows) for table, rows in tables.items()},
    )


def encode(rows: Iterable[Row]) -> bytes:
    """Rows as JSON lines, without what is null. What is no Unicode character (a lone surrogate) becomes "?"."""
    told = ({name: cell for name, cell in row.items() if cell is not None} for row in rows)
    lines = (_ENCODER.encode(row) for row in told)
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _iso(value: date | time | datetime) -> str:
    return value.isoformat()


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso)


def _add(tables: dict[str, list[Row]], table: str, rows: Iterable[Row]) -> None:
    tables.setdefault(table, []).extend(rows)


def _pages(document: Document) -> Iterable[Row]:
    for page in document.pages:
        yield {
            "document_id": document.document_id,
            "page": page.number,
            "start": page.start,
            "end": page.end,
            "width_pt": page.width,
            "height_pt": page.height,
            "turned": page.turned,
            "ocr": page.ocr,
            "ocr_confidence": page.ocr_confidence,
            "text": document.text[page.start : page.end],
        }


def _passages(protocol: Protocol) -> Iterable[Row]:
    document_id = protocol.document.document_id
    for passage in passages(protocol):
        meeting = None if passage.meeting is None else f"{document_id[:16]}-{passage.meeting}"
        section = passage.section
        yield {
            "document_id": document_id,
            "meeting_id": meeting,
            "section_id": section_id(meeting, section) if meeting and section else None,
            "start": passage.start,
            "end": passage.end,
            "length": passage.length,
            "shorthand": passage.shorthand,
            "terms": list(passage.counts),
            "counts": list(passage.counts.values()),
        }


def _add_meeting(
    tables: dict[str, list[Row]], document: Document, meeting: Meeting, keys: Keys
) -> None:
    meeting_id = f"{document.document_id[:16]}-{meeting.ordinal}"
    coming = meeting.next_meeting
    _add(tables, "meetings", [_meeting(document, meeting, meeting_id, coming, keys)])
    announced = _renamed(coming.evidence, NEXT_MEETING_FIELDS) if coming else ()
    _add_evidence(tables, document, meeting_id, (*meeting.evidence, *announced, *meeting.unclaimed))
    for table in FACT_TABLES:
        for ordinal, fact in enumerate(table.of(meeting), start=1):
            record_id = table.record_id(meeting_id, ordinal)
            row = {
                table.key: record_id,
                "meeting_id": meeting_id,
                "ordinal": ordinal,
                **table.cells(fact, meeting_id),
                **_derived(fact, keys),
            }
            _add(tables, table.name, [row])
            _add_evidence(tables, document, record_id, _renamed(fact.evidence, table.columns))
    _add(tables, "priority_problems", _priority_problems(meeting, meeting_id, keys))
    _add_issues(tables, document, meeting_id, meeting_id, meeting.issues)


def _derived(fact: Fact, keys: Keys) -> Row:
    """The columns of a fact that no field of its record holds."""
    match fact:
        case Action():
            return {**_stated(fact.evidence), "state": "open"}
        case FollowUp():
            return {**_stated(fact.evidence), "outcome_read": fact.outcome}
        case PossibleFollowUp():
            return _stated(fact.evidence)
        case PriorityArea():
            return {"area_key": keys.area(fact.name)}
        case _:
            return {}


def _priority_problems(meeting: Meeting, meeting_id: str, keys: Keys) -> Iterable[Row]:
    for ordinal, area in enumerate(meeting.priority_areas, start=1):
        for problem in keys.problems(area.name):
            yield {
                "priority_area_id": PRIORITY_AREAS.record_id(meeting_id, ordinal),
                "meeting_id": meeting_id,
                "problem": problem,
            }


def _meeting(
    document: Document, meeting: Meeting, meeting_id: str, coming: NextMeeting | None, keys: Keys
) -> Row:
    series = keys.series(meeting.council, meeting.area)
    return {
        "meeting_id": meeting_id,
        "document_id": document.document_id,
        "ordinal": meeting.ordinal,
        "kind": meeting.kind,
        "council": meeting.council,
        "area": meeting.area,
        "series_key": series,
        "series_id": series,
        "meeting_date": meeting.meeting_date,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "place": meeting.place,
        "registration_number": meeting.registration_number,
        "next_meeting_date": coming.meeting_date if coming else None,
        "next_meeting_start": coming.start_time if coming else None,
        "next_meeting_end": coming.end_time if coming else None,
        "next_meeting_place": coming.place if coming else None,
        "unclaimed_share": meeting.unclaimed_share,
    }


def _add_issues(
    tables: dict[str, list[Row]],
    document: Document,
    owner_id: str,
    meeting_id: str | None,
    issues: Iterable[Issue],
) -> None:
    for ordinal, issue in enumerate(issues, start=1):
        issue_id = f"{owner_id}-i{ordinal}"
        row: Row = {
            "issue_id": issue_id,
            "document_id": document.document_id,
            "meeting_id": meeting_id,
            "ordinal": ordinal,
            "kind": issue.kind,
            "severity": issue.severity,
            "message": issue.message,
        }
        _add(tables, "issues", [row])
        if issue.span is not None and issue.span.start < issue.span.end:
            place = document.evidence("message", *issue.span, rule=issue.kind)
            _add_evidence(tables, document, issue_id, (place,))


def _stated(evidence: Iterable[Evidence]) -> Row:
    """The document's words that state a record, in their order, and the page where they begin."""
    places = sorted(
        (each.start, each.page, each.quote) for each in evidence if each.field == "text"
    )
    return {
        "quote": " … ".join(quote for _, _, quote in places) or None,
        "page": places[0][1] if places else None,
    }


def _renamed(evidence: Iterable[Evidence], columns: Mapping[str, str]) -> tuple[Evidence, ...]:
    return tuple(
        each.model_copy(update={"field": columns[each.field]}) if each.field in columns else each
        for each in evidence
    )


def _add_evidence(
    tables: dict[str, list[Row]],
    document: Document,
    record_id: str,
    evidence: Iterable[Evidence],
) -> None:
    _add(tables, "evidence", (
        {
            "record_id": record_id,
            "field": each.field,
            "document_id": document.document_id,
            "ordinal": ordinal,
            "page": each.page,
            "start": each.start,
            "end": each.end,
            "quote": each.quote,
            "x0": each.box.x0 if each.box else None,
            "y0": each.box.y0 if each.box else None,
            "x1": each.box.x1 if each.box else None,
            "y1": each.box.y1 if each.box else None,
            "rule": each.rule,
            "confidence": each.confidence,
        } for ordinal, each in enumerate(evidence, start=1)
    ))  # fmt: skip
