"""Labelled series: which sentences of later meetings speak of which earlier action.

They come from the dev documents of corpus/ and training/documents/ that are of one series, as their truth files have them and as the
pipeline reads them; from chains.toml; and from the .tsv files here, written for this by hand:

    @ name of the series     = day of a meeting     # title of an item
    A1  kind  owner  text    an action
    N, U   ...               what stands before an action in its item is its context
    U+ A1  text              a sentence that tells of it: U+ done, U~ in progress, U> postponed, U- dropped, U= mentioned
    N  text                  a sentence that tells of none; N! one that speaks of a problem
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from models.meeting import Meeting, Protocol
from pipeline.acts import OUTCOMES, Judge, likeliest
from pipeline.config import ReadSettings
from pipeline.evaluate import match
from pipeline.evaluate.links import Case, action_rows, appearances, context, follow_up_rows
from pipeline.evaluate.series import by_series
from pipeline.evaluate.truth import TrueMeeting, labelled, labelled_series
from pipeline.extract.possible_follow_ups import possible_follow_ups
from pipeline.link.doers import with_doers
from pipeline.link.people import link_people
from pipeline.link.rows import ActionRow, FollowUpRow, MeetingRow
from pipeline.link.rows_again import rows_of
from pipeline.read import read
from pipeline.run import extract
from pipeline.segment import segment
from pipeline.store.to_link import CONTEXT
from pipeline.wording import Setting

HERE = Path(__file__).parent
_OUTCOME = {"U+": "done", "U~": "in_progress", "U>": "postponed", "U-": "dropped", "U=": "mentioned"}  # fmt: skip


@dataclass(slots=True)
class Series:
    """What linking reads, and the action of each follow-up that has one. `name`: whose hand it is."""

    name: str
    meetings: list[MeetingRow] = field(default_factory=list)
    actions: list[ActionRow] = field(default_factory=list)
    follow_ups: list[FollowUpRow] = field(default_factory=list)
    true: dict[str, str] = field(default_factory=dict)


def from_chains(path: Path = HERE / "chains.toml") -> Iterator[Series]:
    """The series of chains.toml: every statement is a follow-up, of a known action or of none."""
    for data in tomllib.loads(path.read_text(encoding="utf-8"))["series"]:
        found = _chain(data)
        found.actions = with_doers(found.actions)
        yield found


def _chain(data: Mapping[str, Any]) -> Series:
    found = Series(data["name"])
    for nth, meeting in enumerate(data["meeting"]):
        held = f"m{nth}-1", meeting["day"]
        found.meetings.append(MeetingRow(*held, "protokoll"))
        for each in meeting.get("actions", ()):
            named = each["owner"] or None, None, each["title"]
            found.actions.append(ActionRow(each["key"], *held, each["kind"], each["text"], *named))
        for at, each in enumerate(meeting.get("follow_ups", ())):
            key = f"m{nth}-1-f{at}"
            found.follow_ups.append(FollowUpRow(key, *held, each["outcome"], each["text"]))
            if each["of"]:
                found.true[key] = each["of"]
    return found


def from_tables(judge: Judge) -> Iterator[Series]:
    """The series of the .tsv files: sentences that may be follow-ups, and the labelled ones again as sure."""
    for path in sorted(HERE.glob("*.tsv")):
        for text in path.read_text(encoding="utf-8").split("@ ")[1:]:
            possible, sure = Series(""), Series("")
            _read_table(text, judge, possible, sure)
            possible.actions = sure.actions = with_doers(sure.actions)
            yield from (possible, sure)


def _read_table(text: str, judge: Judge, possible: Series, sure: Series) -> None:
    name, *lines = text.splitlines()
    possible.name = sure.name = name
    held = MeetingRow("", None, "protokoll")
    title = before = item = ""
    for at, line in enumerate(lines):
        code, _, rest = line.partition("\t")
        if code.startswith("= "):
            held = MeetingRow(f"m{at}-1", date.fromisoformat(code[2:]), "protokoll")
            possible.meetings.append(held)
            sure.meetings.append(held)
        elif code.startswith("# "):
            title, before = code[2:].lstrip("0123456789.§ "), ""
            item = ""
        elif code.startswith("A"):
            kind, owner, text = rest.split("\t")
            row = ActionRow(code, held.meeting_id, held.meeting_date, kind, text, owner or None, None, title, None, item[-CONTEXT:] or None)  # fmt: skip
            item += f" {text}"
            possible.actions.append(row)
            sure.actions.append(row)
        elif code:
            said = judge(rest, Setting(title, "", before))
            before = rest
            item += f" {rest}"
            outcome, _, action = code.partition(" ")
            told = _OUTCOME.get(outcome) or likeliest(said, OUTCOMES)
            key = f"{held.meeting_id}/{at}"
            row_ = FollowUpRow(key, held.meeting_id, held.meeting_date, told, rest, title)
            probability = sum(said[each] for each in OUTCOMES)
            possible.follow_ups.append(replace(row_, probability=probability, problem=code == "N!"))
            if action:
                possible.true[key] = sure.true[key] = action
                sure.follow_ups.append(row_)


def from_corpus(folder: Path, settings: ReadSettings, judge: Judge) -> Iterator[Series]:
    """The dev series, each as truth has it and as it is read."""
    cases = []
    for path, truth in labelled(folder):
        if truth.split == "dev":
            cases.append(Case(path.stem, truth, _read(path, settings, judge)))
    files = [(path.name, each) for path, each in labelled_series(folder) if each.split == "dev"]
    for series in by_series(cases, files):
        read_as = [
            (f"{case.stem}-{at}", true, found)
            for case in series.cases
            if case.protocol and len(case.protocol.meetings) == len(case.truth.meetings)
            for at, (true, found) in enumerate(
                zip(case.truth.meetings, case.protocol.meetings, strict=True), 1
            )
        ]
        yield from _both(series.name, read_as)


def _read(path: Path, settings: ReadSettings, judge: Judge) -> Protocol:
    document = read(path.read_bytes(), settings)
    meetings = []
    for part in segment(document):
        found = extract(part)
        possible = possible_follow_ups(
            part, found.actions, found.follow_ups, found.problem_mentions, judge
        )
        meetings.append(found.model_copy(update={"possible_follow_ups": possible}))
    return Protocol(document=document, meetings=tuple(meetings))


def _both(name: str, read_as: list[tuple[str, TrueMeeting, Meeting]]) -> Iterator[Series]:
    true, found = Series(name), Series(name)
    places = {
        (meeting_id.rpartition("-")[0], one.text): f"{meeting_id}/{at}"
        for meeting_id, meeting, _ in read_as
        for at, one in enumerate(meeting.actions)
    }
    action_of: dict[str, str] = {}  # a labelled action as it is found
    for meeting_id, one, two in read_as:
        true.meetings.append(MeetingRow(meeting_id, one.meeting_date, one.kind))
        found.meetings.append(MeetingRow(meeting_id, two.meeting_date, two.kind))
        true.actions += (_in_context(row, two) for row in action_rows(meeting_id, one))
        found.actions += action_rows(meeting_id, two)
        true.follow_ups += follow_up_rows(meeting_id, one)
        rows = list(follow_up_rows(meeting_id, two))
        listed = rows_of(action_rows(meeting_id, two), rows)  # known again in another way
        rows = [each for each in rows if each.follow_up_id not in listed]
        found.follow_ups += rows
        for left, right in match.pairs(one.actions, two.actions, _alike):
            action_of[f"{meeting_id}/{left}"] = f"{meeting_id}/{right}"
        for at, each in enumerate(one.follow_ups):
            action = each.action and places.get((each.action.document, each.action.text))
            if action:
                true.true[f"{meeting_id}/{at}"] = action
        for left, right in match.pairs(one.follow_ups, rows, _alike):
            action = true.true.get(f"{meeting_id}/{left}")
            if action:
                found.true[rows[right].follow_up_id] = action
    found.true = {key: action_of[action] for key, action in found.true.items() if action in action_of}  # fmt: skip
    true.actions = _named(true.actions, [(key, one) for key, one, _ in read_as])
    found.actions = _named(found.actions, [(key, two) for key, _, two in read_as])
    yield from (true, found)


def _named(
    rows: Sequence[ActionRow], meetings: Sequence[tuple[str, TrueMeeting | Meeting]]
) -> list[ActionRow]:
    listed = appearances(meetings)
    return with_doers(rows, listed, link_people(listed)[1])


def _in_context(row: ActionRow, meeting: Meeting) -> ActionRow:
    """A labelled action with what stands before it as the document is read."""
    found = (context(section.text, row.text) for section in meeting.sections)
    return replace(row, context=next(filter(None, found), None))


def _alike(one: Any, two: Any) -> float:
    return match.text_likeness(match.fold(one.text), match.fold(two.text))
