"""The records describe themselves: their JSON Schema is the documentation of the data."""

import pytest
from pydantic import ValidationError

from models.document import Document, Page
from models.evidence import Evidence
from models.meeting import Attendee, Protocol


def _fields() -> list[tuple[str, str, dict[str, object]]]:
    schema = Protocol.model_json_schema()
    records = {"Protocol": schema, **schema["$defs"]}
    return [
        (record, name, field)
        for record, definition in records.items()
        for name, field in definition.get("properties", {}).items()
        if definition.get("type") == "object"
    ]


@pytest.mark.parametrize(("record", "name", "field"), _fields())
def test_every_field_is_described_with_an_example(
    record: str, name: str, field: dict[str, object]
) -> None:
    assert field.get("description"), f"{record}.{name}"
    assert field.get("examples"), f"{record}.{name}"


def test_a_record_is_frozen_and_knows_its_fields() -> None:
    person = Attendee(name="Anna Ek", status="present", evidence=())
    with pytest.raises(ValidationError):
        person.__setattr__("name", "Bo Alm")
    with pytest.raises(ValidationError):
        Attendee.model_validate({"name": "Anna Ek", "status": "here", "evidence": ()})
    with pytest.raises(ValidationError):
        Attendee.model_validate({"name": "Anna Ek", "status": "present", "evidence": (), "age": 4})


def test_a_quote_has_the_length_of_its_span() -> None:
    with pytest.raises(ValidationError):
        Evidence(field="name", page=1, start=0, end=9, quote="Anna Ek", rule="test")


def test_evidence_is_read_off_the_document() -> None:
    document = Document(
        document_id="0" * 64,
        media_type="text/plain",
        size_bytes=15,
        text="ett\n\ftvå Anna Ek",
        pages=(Page(number=1, start=0, end=5), Page(number=2, start=5, end=16)),
    )
    evidence = document.evidence("name", 9, 16, "test")
    assert (evidence.page, evidence.quote, evidence.box) == (2, "Anna Ek", None)
