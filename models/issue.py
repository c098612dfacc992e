"""What is uncertain or contradicts itself: stored and shown, never guessed away."""

from typing import Literal

from pydantic import Field

from models.evidence import Span
from models.record import Record

Severity = Literal["info", "warning", "error"]


class Issue(Record):
    """One doubt about a document or a meeting."""

    kind: str = Field(
        description="stable id, snake case", examples=["weekday_mismatch", "page_failed"]
    )
    severity: Severity = Field(
        description="info: worth knowing; warning: a value may be wrong; error: something is lost",
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
