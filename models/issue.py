"""What is uncertain or contradicts itself: stored and shown, never guessed away."""

from typing import Literal

from pydantic import Field

from models.evidence import Span
from models.record import Record

Severity = Literal["info", "warning", "error"]

# README's table says what each means and what to do; a kind is never renamed or dropped.
IssueKind = Literal[
    # of a document, by its reader
    "page_failed",
    "page_without_text",
    "doubtful_text",
    "hidden_text",
    "ocr_layer_replaced",
    "ocr_uncertain",
    "undecodable_bytes",
    # of a meeting
    "ambiguous_owner",
    "area_mismatch",
    "attendee_count",
    "date_mismatch",
    "deadline_before_meeting",
    "end_before_start",
    "impossible_date",
    "listed_twice",
    "month_mismatch",
    "next_meeting_before",
    "next_meeting_far",
    "personal_number",
    "place_mismatch",
    "present_and_absent",
    "section_number_goes_back",
    "section_number_repeats",
    "section_number_skips",
    "time_mismatch",
    "unclaimed_text",
    "unknown_heading",
    "unknown_owner",
    "weekday_mismatch",
    "year_inferred",
]


class Issue(Record):
    """One doubt about a document or a meeting."""

    kind: IssueKind = Field(
        description="stable id, snake case", examples=["weekday_mismatch", "page_failed"]
    )
    severity: Severity = Field(
        description="info: worth knowing; warning: a value may be wrong, or a person should look;"
        " error: something is lost",
        examples=["warning"],
    )
    message: str = Field(
        description="a sentence for a person, in Swedish",
        examples=["Den 22 februari 2019 är en fredag, inte torsdag."],
    )
    span: Span | None = Field(
        default=None,
        description="where in Document.text, where it has a place",
        examples=[[1043, 1066]],
    )
