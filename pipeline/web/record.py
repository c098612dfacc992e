"""A meeting's record as the page shows it: groups of facts, each with its places on the pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.meeting import HEAD_FIELDS
from pipeline.store.database import Row
from pipeline.store.desk.records import MeetingRecord, Proof
from pipeline.store.rows import NEXT_MEETING_FIELDS


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `key`: its name in addresses; `text`: what it says; `kind`: (column, value).

    `details`: (column, value) of what more is known; `to`: the path of the page on it, with its name
    as a key of words.toml; `evidence`: where it stands.
    """

    key: str
    text: str
    evidence: tuple[Proof, ...]
    kind: tuple[str, str] | None = None
    details: tuple[tuple[str, object], ...] = ()
    to: tuple[str, str] | None = None
    quotes: bool = False  # whether `text` are the document's own words

    @property
    def pages(self) -> list[int]:
        """The pages it stands on, 1-based, in order."""
        return sorted({each.page for each in self.evidence})


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one sort. `name`: a key of words.toml and the class of their boxes."""

    name: str
    facts: list[Fact] = field(default_factory=list)


def groups(record: MeetingRecord) -> list[Group]:
    """The groups that have facts, in the order of a protocol."""
    meeting_id, parts, evidence = record.meeting["meeting_id"], record.parts, record.evidence

    def proof(record_id: str) -> tuple[Proof, ...]:
        return tuple(evidence.get(record_id, ()))

    made = [
        Group("head", list(_head(record.meeting, proof(meeting_id)))),
        Group("attendees", [
            Fact(f"p{nth}", each["name"], proof(each["attendee_id"]), ("status", each["status"]),
                 _known(role=each["role"], organisation=each["organisation"], party=each["party"], function=each["function"]),
                 _to("/people/", each["person_id"], "to_person"))
            for nth, each in enumerate(parts["attendees"], 1)
        ]),
        Group("sections", [
            Fact(f"s{nth}", " ".join(part for part in (each["number"], each["title"]) if part) or each["text"],
                 tuple(place for place in proof(each["section_id"]) if place.field != "text") or proof(each["section_id"])[:1])
            for nth, each in enumerate(parts["sections"], 1)
        ]),
        Group("priority_areas", [
            Fact(f"r{nth}", each["name"], proof(each["priority_area_id"]), ("area_kind", each["area_kind"]))
            for nth, each in enumerate(parts["priority_areas"], 1)
        ]),
        Group("actions", [
            Fact(f"a{nth}", each["text"], proof(each["action_id"]), ("kind", each["kind"]),
                 _known(owner=each["owner"], owner_person=each["owner_person"] if each["owner_person"] != each["owner"] else None,
                        due_date=each["due_date"] or each["due_text"], state=each["state"] if each["kind"] != "formality" else None),
                 (f"/actions/{meeting_id}-a{nth}", "to_action") if each["kind"] != "formality" else None, quotes=True)
            for nth, each in enumerate(parts["actions"], 1)
        ]),
        Group("follow_ups", [
            Fact(each["follow_up_id"].removeprefix(f"{meeting_id}-"), each["text"], proof(each["follow_up_id"]),
                 ("last_outcome", each["outcome"]), _known(score=_percent(each["score"])),
                 _to("/actions/", each["action_id"], "to_action"), quotes=True)
            for each in parts["follow_ups"]
        ]),
        Group("problems", [
            Fact(f"m{nth}", each["text"], proof(each["mention_id"]), ("problem", each["problem"]),
                 _known(polarity=each["polarity"]), (f"/problems/{each['problem']}", "to_problem"), quotes=True)
            for nth, each in enumerate(parts["problem_mentions"], 1)
        ]),
        Group("attachments", [
            Fact(f"x{nth}", each["text"], proof(each["attachment_id"]), quotes=True)
            for nth, each in enumerate(parts["attachments"], 1)
        ]),
        Group("contacts", [
            Fact(f"c{nth}", ", ".join(part for part in (each["name"], each["phone"], each["email"]) if part),
                 proof(each["contact_id"]))
            for nth, each in enumerate(parts["contacts"], 1)
        ]),
        Group("unclaimed", [
            Fact(f"u{nth}", each.quote, (each,), quotes=True)
            for nth, each in enumerate((each for each in proof(meeting_id) if each.field == "unclaimed"), 1)
        ]),
    ]  # fmt: skip
    return [group for group in made if group.facts]


def _head(meeting: Row, evidence: Sequence[Proof]) -> Iterable[Fact]:
    """The fields of the meeting itself, and of the next one."""
    columns = {name: name for name in HEAD_FIELDS}
    columns |= {f"next_{field}": column for field, column in NEXT_MEETING_FIELDS.items()}
    for key, column in columns.items():
        if value := meeting[column]:
            proof = tuple(each for each in evidence if each.field == column)
            text = str(value)[:5] if key.endswith("_time") else str(value)
            yield Fact(key, text, proof, ("kind", text) if key == "kind" else None)


def _known(**values: object) -> tuple[tuple[str, object], ...]:
    return tuple((name, value) for name, value in values.items() if value)


def _to(path: str, found: str | None, name: str) -> tuple[str, str] | None:
    return (path + found, name) if found else None


def _percent(score: float | None) -> str | None:
    return None if score is None else f"{score:.0%}"
