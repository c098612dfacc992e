"""A meeting as a person reads it: every fact with its page."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from models.evidence import Evidence
from models.meeting import Action, Meeting, NextMeeting
from pipeline.extract.problems import taxonomy
from pipeline.store.report import labels
from pipeline.table import printable, write


def show_meeting(meeting: Meeting, states: Sequence[str | None], out: TextIO) -> None:
    """Write the meeting in Swedish. `states`: of its actions, in order; empty where not known."""
    problem_names = {each.problem: each.label_sv for each in taxonomy()}
    known_states = states or [None] * len(meeting.actions)
    _heading(meeting, out)
    _part("Närvaro", ("Namn", "Roll", "Organisation", "Parti", "Status", "Funktion", "Sida"), [
        (each.name, each.role, each.organisation, each.party, _word("status", each.status),
         _word("function", each.function), _pages(each.evidence)) for each in meeting.attendees
    ], out)  # fmt: skip
    _part("Ärenden", ("Nr", "Rubrik", "Sida"), [
        (each.number, each.title, _pages(each.evidence)) for each in meeting.sections
    ], out)  # fmt: skip
    _part("Prioriterade områden", ("Område", "Typ", "Sida"), [
        (each.name, _word("area_kind", each.area_kind), _pages(each.evidence))
        for each in meeting.priority_areas
    ], out)  # fmt: skip
    _part("Beslut och uppdrag", ("Typ", "Text", "Ansvarig", "Klart", "Läge", "Sida"), [
        (_word("kind", each.kind), each.text, _owner(each), each.due or each.due_text,
         _word("state", state), _pages(each.evidence))
        for each, state in zip(meeting.actions, known_states, strict=True)
    ], out)  # fmt: skip
    _part("Uppföljningar", ("Utfall", "Text", "Sida"), [
        (_word("last_outcome", each.outcome), each.text, _pages(each.evidence))
        for each in meeting.follow_ups
    ], out)  # fmt: skip
    _part("Problem", ("Problem", "", "Text", "Sida"), [
        (problem_names.get(each.problem, each.problem), _word("polarity", each.polarity), each.text, _pages(each.evidence))
        for each in meeting.problem_mentions
    ], out)  # fmt: skip
    _part("Bilagor", ("Bilaga", "Text", "Sida"), [
        (each.label, each.text, _pages(each.evidence)) for each in meeting.attachments
    ], out)  # fmt: skip
    _part("Kontakter", ("Namn", "Telefon", "E-post", "Sida"), [
        (each.name, each.phone, each.email, _pages(each.evidence)) for each in meeting.contacts
    ], out)  # fmt: skip
    _part("Anmärkningar", ("Grad", "Vad"), [
        (_word("severity", each.severity), each.message) for each in meeting.issues
    ], out)  # fmt: skip


def _heading(meeting: Meeting, out: TextIO) -> None:
    name = " ".join(part for part in (meeting.council, meeting.area) if part) or "Okänt råd"
    out.write(f"\n{printable(name)}\n")
    facts = (
        ("Typ", _word("kind", meeting.kind), "kind"),
        ("Datum", meeting.meeting_date, "meeting_date"),
        ("Tid", _hours(meeting), "start_time"),
        ("Plats", meeting.place, "place"),
        ("Diarienummer", meeting.registration_number, "registration_number"),
    )
    rows = [
        (label, value, _pages(each for each in meeting.evidence if each.field == field))
        for label, value, field in facts
        if value
    ]
    coming = meeting.next_meeting
    if coming is not None:
        parts = (coming.meeting_date, _hours(coming), coming.place)
        rows.append(
            ("Nästa möte", ", ".join(str(part) for part in parts if part), _pages(coming.evidence))
        )
    write(("", "", "Sida"), rows, "table", out)


def _part(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], out: TextIO
) -> None:
    if rows:
        out.write(f"\n{title} ({len(rows)})\n")
        write(columns, rows, "table", out)


def _owner(action: Action) -> str | None:
    if action.owner_person and action.owner_person != action.owner:
        return f"{action.owner} ({action.owner_person})"
    return action.owner


def _hours(times: Meeting | NextMeeting) -> str | None:
    if times.start_time is None:
        return None
    end = f"–{times.end_time:%H:%M}" if times.end_time else ""
    return f"{times.start_time:%H:%M}{end}"


def _word(column: str, value: str | None) -> object:
    return labels().value(column, value, "sv")


def _pages(evidence: Iterable[Evidence]) -> str:
    return ", ".join(str(page) for page in sorted({each.page for each in evidence}))
