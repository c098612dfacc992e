"""Where a fact stands and what found it."""

from typing import Annotated, NamedTuple

from pydantic import (
    Field,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    field_validator,
)

from models.record import Record


class Span(NamedTuple):
    """Characters `start` (0-based, inclusive) to `end` (exclusive) of `Document.text`."""

    start: int
    end: int


class Box(NamedTuple):
    """A rectangle on one page, in points (1/72 inch), origin at the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


def _made(value: object, validate: ValidatorFunctionWrapHandler) -> object:
    """A box that is one is taken as it is, which takes a third of the time."""
    return value if isinstance(value, Box) else validate(value)


class Evidence(Record):
    """One field's place in the document. `document.text[start:end] == quote` always holds."""

    field: str = Field(description="the record's field this supports", examples=["owner"])
    page: int = Field(ge=1, description="page number, 1-based", examples=[2])
    start: int = Field(ge=0, description="first character in Document.text", examples=[1043])
    end: int = Field(gt=0, description="character after the last one", examples=[1066])
    quote: str = Field(
        min_length=1, description="the document's own words", examples=["den 10 maj"]
    )
    box: Annotated[Box, WrapValidator(_made)] | None = Field(
        default=None,
        description="points on `page`, origin top left; null where text has no layout",
        examples=[[70.9, 68.2, 131.5, 82.0]],
    )
    rule: str = Field(
        description="id of the rule or model that found it", examples=["action.uppdrag"]
    )
    confidence: float = Field(default=1.0, ge=0, le=1, description="0..1", examples=[0.9])

    @field_validator("quote")  # of a field: a record that holds evidence does not ask again
    @classmethod
    def _quote_fits_span(cls, quote: str, info: ValidationInfo) -> str:
        start, end = info.data.get("start"), info.data.get("end")
        if start is not None and end is not None and end - start != len(quote):
            raise ValueError(f"quote has {len(quote)} characters, span {start}:{end}")
        return quote
