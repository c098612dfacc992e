"""A meeting's record as the page shows it: groups of facts, each with its places on the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.evidence import Evidence
from models.meeting import Meeting
from pipeline.store.desk.asked import Row
from pipeline.store.meeting import StoredMeeting


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `key`: its name in addresses; `text`: what it says; `kind`: (column, value).

    `details`: (column, value) of what more is known; `to`: the path of the page on it, with its name
    as a key of words.toml; `evidence`: where it stands.
    """

    key: str
    text: str
    evidence: tuple[Evidence, ...]
    kind: tuple[str, str] | None = None
    details: tuple[tuple[str, object], ...] = ()
    to: tuple[str, str] | None = None
    quotes: bool = False  # whether `text` are the document's own words

    @property
    def pages(self) -> list[int]:
        return sorted({each.page for each in self.evidence})


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one sort. `name`: a key of words.toml and the class of their boxes."""

    name: str
    facts: list[Fact] = field(default_factory=list)


def groups(stored: StoredMeeting, meeting_id: str, links: Mapping[str, Row]) -> list[Group]:
    """The groups that have facts, in the order of a protocol."""
    meeting = stored.meeting
    made = [
        Group("head", list(_head(meeting))),
        Group("attendees", [
            Fact(f"p{nth}", each.name, each.evidence, ("status", each.status),
                 _known(role=each.role, organisation=each.organisation, party=each.party, function=each.function),
                 _to("/people/", links.get(f"{meeting_id}-p{nth}", {}).get("person_id"), "to_person"))
            for nth, each in enumerate(meeting.attendees, 1)
        ]),
        Group("sections", [
            Fact(f"s{nth}", " ".join(part for part in (each.number, each.title) if part) or each.text,
                 tuple(proof for proof in each.evidence if proof.field != "text") or each.evidence[:1])
            for nth, each in enumerate(meeting.sections, 1)
        ]),
        Group("priority_areas", [
            Fact(f"r{nth}", each.name, each.evidence, ("area_kind", each.area_kind))
            for nth, each in enumerate(meeting.priority_areas, 1)
        ]),
        Group("actions", [
            Fact(f"a{nth}", each.text, each.evidence, ("kind", each.kind),
                 _known(owner=each.owner, owner_person=each.owner_person if each.owner_person != each.owner else None,
                        due_date=each.due or each.due_text, state=state if each.kind != "formality" else None),
                 (f"/actions/{meeting_id}-a{nth}", "to_action") if each.kind != "formality" else None, quotes=True)
            for nth, (each, state) in enumerate(zip(meeting.actions, stored.states, strict=True), 1)
        ]),
        Group("follow_ups", [
            Fact(key.removeprefix(f"{meeting_id}-"), each.text, each.evidence, ("last_outcome", each.outcome),
                 _known(score=_percent(links.get(key, {}).get("score"))),
                 _to("/actions/", links.get(key, {}).get("action_id"), "to_action"), quotes=True)
            for key, each in zip(stored.follow_up_ids, meeting.follow_ups, strict=True)
        ]),
        Group("problems", [
            Fact(f"m{nth}", each.text, each.evidence, ("problem", each.problem),
                 _known(polarity=each.polarity), (f"/problems/{each.problem}", "to_problem"), quotes=True)
            for nth, each in enumerate(meeting.problem_mentions, 1)
        ]),
        Group("attachments", [
            Fact(f"x{nth}", each.text, each.evidence, quotes=True) for nth, each in enumerate(meeting.attachments, 1)
        ]),
        Group("contacts", [
            Fact(f"c{nth}", ", ".join(part for part in (each.name, each.phone, each.email) if part), each.evidence)
            for nth, each in enumerate(meeting.contacts, 1)
        ]),
        Group("unclaimed", [
            Fact(f"u{nth}", each.quote, (each,), quotes=True) for nth, each in enumerate(meeting.unclaimed, 1)
        ]),
    ]  # fmt: skip
    return [group for group in made if group.facts]


def _head(meeting: Meeting) -> Iterable[Fact]:
    """The fields of the meeting itself, and of the next one."""
    values: dict[str, object] = {
        name: getattr(meeting, name)
        for name in ("kind", "council", "area", "meeting_date", "start_time", "end_time", "place",
                     "registration_number")
    }  # fmt: skip
    yield from (
        _field(name, value, meeting.evidence, name) for name, value in values.items() if value
    )
    coming = meeting.next_meeting
    if coming is not None:
        for name in ("meeting_date", "start_time", "end_time", "place"):
            if (value := getattr(coming, name)) is not None:
                yield _field(f"next_{name}", value, coming.evidence, name)


def _field(key: str, value: object, evidence: Iterable[Evidence], name: str) -> Fact:
    proof = tuple(each for each in evidence if each.field == name)
    text = str(value)[:5] if name.endswith("_time") else str(value)
    return Fact(key, text, proof, ("kind", text) if key == "kind" else None)


def _known(**values: object) -> tuple[tuple[str, object], ...]:
    return tuple((name, value) for name, value in values.items() if value)


def _to(path: str, found: str | None, name: str) -> tuple[str, str] | None:
    return (path + found, name) if found else None


def _percent(score: float | None) -> str | None:
    return None if score is None else f"{score:.0%}"
