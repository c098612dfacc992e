"""Truth files: their words stand in their documents, and chains point at labelled actions."""

import re
from pathlib import Path

import pytest

from pipeline.config import ReadSettings
from pipeline.evaluate.truth import Truth, labelled
from pipeline.read import read
from training import DOCUMENTS

LABELLED = [each for folder in DOCUMENTS for each in labelled(folder)]


def squeezed(text: str) -> str:
    """White space, line-end hyphens and marks of emphasis off: only what the words are."""
    return re.sub(r"[\s*_#|\-\u2010]+", "", text).casefold()


@pytest.mark.parametrize(
    ("path", "known"),
    [pytest.param(p, t, id=p.stem) for p, t in LABELLED if t.form != "scan"],
)
def test_truth_is_in_the_words_of_its_document(path: Path, known: Truth) -> None:
    text = squeezed(read(path.read_bytes(), ReadSettings(ocr="off")).text)
    for meeting in known.meetings:
        values = [meeting.council, meeting.area, meeting.place, meeting.registration_number]
        values += [section.title for section in meeting.sections]
        values += [one.role for one in meeting.attendees]
        values += [area.name for area in meeting.priority_areas]
        values += [word for one in meeting.actions for word in (one.text, one.owner, one.due_text)]
        values += [one.text for one in meeting.follow_ups]
        assert [value for value in values if value and squeezed(value) not in text] == []
        names = [one.name for one in meeting.attendees]
        assert [name for name in names if not any(each in text for each in turned(name))] == []
        ordinals = [one.section for one in meeting.actions]
        ordinals += [one.section for one in meeting.follow_ups]
        ordinals += [one.section for one in meeting.problems]
        assert all(at is None or 1 <= at <= len(meeting.sections) for at in ordinals)


def turned(name: str) -> list[str]:
    """The name as the truth has it, and with the surname first ("Ek Anna", "Ek, Anna")."""
    words = name.split()
    return [
        squeezed(between.join((" ".join(words[at:]), " ".join(words[:at]))).strip(", "))
        for at in range(len(words))
        for between in (" ", ", ")
    ]


def test_chains_point_at_labelled_actions() -> None:
    actions = {
        (path.stem, one.text)
        for path, known in LABELLED
        for meeting in known.meetings
        for one in meeting.actions
    }
    for path, known in LABELLED:
        for meeting in known.meetings:
            for one in meeting.follow_ups:
                if one.action:
                    assert (one.action.document, one.action.text) in actions, path.name
