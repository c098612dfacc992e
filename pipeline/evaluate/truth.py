"""Truth files: what a document says, labelled by hand from the annotation guide.

`name.truth.json` stands beside the document `name.*`. A field that is left out is null. Facts have
the names they have in models/meeting.py. `optional` marks what the guide lets a reader take either
way: found or not, it counts neither for nor against. A file with the key `series` is of a series: it
names documents that stand beside it, each with its own truth file, and what is true of them together.
"""

import json
from collections.abc import Iterator
from datetime import date, time
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

from pydantic import ValidationError, field_validator

from models.meeting import ActionKind, AreaKind, Function, MeetingKind, Outcome, Status
from models.problem import Polarity
from models.record import Record
from pipeline.errors import BadTruth

SUFFIX = ".truth.json"

Form = Literal["text", "pdf", "scan", "docx"]
Split = Literal["dev", "unseen"]


class TrueNextMeeting(Record):
    """The next meeting as a person reads it."""

    meeting_date: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    place: str | None = None


class TrueAttendee(Record):
    """An attendee as a person reads them."""

    name: str
    role: str | None = None
    organisation: str | None = None
    party: str | None = None
    status: Status
    function: Function | None = None


class TrueSection(Record):
    """An item as a person reads it."""

    number: str | None = None
    title: str | None = None


class TruePriorityArea(Record):
    """A declared priority as a person reads it."""

    name: str
    area_kind: AreaKind


class TrueAction(Record):
    """An action as a person reads it. `optional`: the guide lets a reader take it either way."""

    kind: ActionKind
    section: int | None = None
    text: str
    owner: str | None = None
    owner_person: str | None = None
    due: date | None = None
    due_text: str | None = None
    optional: bool = False


class EarlierAction(Record):
    """The action a follow-up speaks of: the document's stem and the action's text there."""

    document: str
    text: str


class TrueFollowUp(Record):
    """A follow-up as a person reads it. `action`: what it speaks of, where that document is there too."""

    outcome: Outcome
    section: int | None = None
    text: str
    action: EarlierAction | None = None
    optional: bool = False


class TrueProblem(Record):
    """A problem that a section mentions, as a person reads it."""

    problem: str
    section: int | None = None
    polarity: Polarity
    optional: bool = False


class TrueMeeting(Record):
    """A meeting as a person reads it. What is left out is null."""

    kind: MeetingKind
    council: str | None = None
    area: str | None = None
    meeting_date: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    place: str | None = None
    registration_number: str | None = None
    next_meeting: TrueNextMeeting = TrueNextMeeting()
    attendees: tuple[TrueAttendee, ...] = ()
    sections: tuple[TrueSection, ...] = ()
    priority_areas: tuple[TruePriorityArea, ...] = ()
    actions: tuple[TrueAction, ...] = ()
    follow_ups: tuple[TrueFollowUp, ...] = ()
    problems: tuple[TrueProblem, ...] = ()

    @field_validator("next_meeting", mode="before")
    @classmethod
    def _unknown(cls, value: object) -> object:
        """A next meeting of which nothing is known may be written null."""
        return TrueNextMeeting() if value is None else value


class Truth(Record):
    """One truth file. `style` is a letter of the house styles in tools/protocols/README.md."""

    style: str
    form: Form
    split: Split
    meetings: tuple[TrueMeeting, ...]


class TruePerson(Record):
    """One person's names as written. `offices` are needed where another person has one of the names."""

    names: tuple[str, ...]
    offices: tuple[str, ...] = ()


class TrueGap(Record):
    """A meeting without protocol: its day, or only that it was held between two days."""

    meeting_date: date | None = None
    after: date | None = None
    before: date | None = None


class TrueState(Record):
    """How an action stands at the end of the series, where that does not follow from the labels."""

    document: str
    text: str
    state: Literal["open", "reported", "done", "dropped", "silent"]


class SeriesTruth(Record):
    """`documents` are stems; "vikdal-*" names several. `missing` is null where nobody looked."""

    series: str
    split: Split
    documents: tuple[str, ...]
    missing: tuple[TrueGap, ...] | None = None
    persons: tuple[TruePerson, ...] = ()
    states: tuple[TrueState, ...] = ()

    def holds(self, stem: str) -> bool:
        return any(fnmatch(stem, pattern) for pattern in self.documents)


def labelled_series(folder: Path) -> Iterator[tuple[Path, SeriesTruth]]:
    """Every truth file of a series under `folder`, in order of path. Raises BadTruth for one that is none."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else ():
        text = path.read_text(encoding="utf-8")
        if _of_series(text):
            try:
                yield path, SeriesTruth.model_validate_json(text)
            except ValidationError as error:
                raise _bad(path, error) from error


def _bad(path: Path, error: ValidationError) -> BadTruth:
    first = error.errors()[0]
    return BadTruth(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}")


def _of_series(text: str) -> bool:
    try:
        return "series" in json.loads(text)
    except ValueError:
        return False


def labelled(folder: Path) -> Iterator[tuple[Path, Truth]]:
    """Every document under `folder` (or the one file) that has a truth file, in order of path.

    Raises BadTruth for a truth file that is none, for one without its document, and for two of one stem, by
    which truth files name each other's documents.
    """
    stems: dict[str, Path] = {}
    found = [folder] if folder.is_file() else sorted(folder.rglob(f"*{SUFFIX}"))
    for path in found:
        stem = path.name.removesuffix(SUFFIX) if path.name.endswith(SUFFIX) else path.stem
        truth = path.with_name(stem + SUFFIX)
        if truth.exists() and _of_series(truth.read_text(encoding="utf-8")):
            continue
        beside = [
            other
            for other in sorted(path.parent.glob(f"{stem}.*"))
            if other.stem == stem and other != truth
        ]
        if not beside:
            raise BadTruth(f"{truth}: no document stands beside it")
        if (first := stems.setdefault(stem, truth)) != truth:
            raise BadTruth(f"{truth}: {first} has the same name")
        try:
            yield beside[0], Truth.model_validate_json(truth.read_bytes())
        except ValidationError as error:
            raise _bad(truth, error) from error
