"""Attendance parts of every form seen: text in, persons out (attendance_lists.toml)."""

import tomllib
from pathlib import Path

import pytest

from pipeline.extract.attendees import attendees
from tests.extract.parts import part
from tests.extract.people import BODY, HEAD, people

LISTS = tomllib.loads(
    Path(__file__).with_name("attendance_lists.toml").read_text(encoding="utf-8")
)["list"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [pytest.param(each["text"], each["persons"], id=each.get("form")) for each in LISTS],
)
def test_lists(text: str, persons: list[str]) -> None:
    assert people(HEAD + text + BODY) == persons


def test_every_quote_is_literally_there() -> None:
    for each in LISTS:
        meeting = part(HEAD + each["text"] + BODY)
        for person in attendees(meeting)[0]:
            assert person.evidence
            for each in person.evidence:
                assert meeting.document.text[each.start : each.end] == each.quote
