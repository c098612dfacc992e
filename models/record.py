"""The base of all records."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value: compared by content, never changed after it is made, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
