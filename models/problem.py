"""Problems: the kinds of crime, disorder or unsafe condition that a council speaks of."""

from typing import Literal

from pydantic import Field

from models.evidence import Evidence
from models.record import Record

Polarity = Literal["positive", "negative"]


class Problem(Record):
    """One entry of the taxonomy."""

    problem: str = Field(description="id", examples=["personran"])
    label_sv: str = Field(description="Swedish label", examples=["Personrån"])
    label_en: str = Field(description="English label", examples=["Street robbery"])


class ProblemMention(Record):
    """A section that speaks of a problem as present, feared, falling (positive) or absent (negative)."""

    problem: str = Field(description="id of the taxonomy", examples=["narkotika"])
    section: int | None = Field(
        description="ordinal of the section, 1-based; null outside sections", examples=[3]
    )
    polarity: Polarity = Field(
        description="positive: present, feared or falling; negative: said to be absent",
        examples=["positive"],
    )
    text: str = Field(
        description="the sentence, white space folded", examples=["Inga bränder har rapporterats."]
    )
    evidence: tuple[Evidence, ...] = Field(
        description="the matched words", examples=[[{"field": "problem", "quote": "bränder"}]]
    )
