"""A meeting as a person reads it: every fact with its page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from models.evidence import Evidence
from models.meeting import Action, Meeting, NamedPerson, NextMeeting
from pipeline.extract.taxonomy import taxonomy
from pipeline.store.report import labels
from pipeline.table import printable, write


def show_meeting(
    meeting: Meeting,
    states: Sequence[str | None],
    out: TextIO,
    *,
    personal_numbers: bool = False,
    persons: Sequence[NamedPerson] = (),
) -> None:
    """Write the meeting in Swedish. `states`: of its actions, in order; empty where not known.

    `personal_numbers`: written out instead of masked. `persons`: those named in running text.
    """
    page = _Page(out, personal_numbers)
    problem_names = {each.problem: each.label_sv for each in taxonomy()}
    known_states = states or [None] * len(meeting.actions)
    _heading(meeting, page)
    page.part("Närvaro", ("Namn", "Roll", "Organisation", "Parti", "Status", "Funktion", "Sida"), [
        (each.name, each.role, each.organisation, each.party, _word("status", each.status),
         _word("function", each.function), _pages(each.evidence)) for each in meeting.attendees
    ])  # fmt: skip
    page.part("Ärenden", ("Nr", "Rubrik", "Sida"), [
        (each.number, each.title, _pages(each.evidence)) for each in meeting.sections
    ])  # fmt: skip
    page.part("Prioriterade områden", ("Område", "Typ", "Sida"), [
        (each.name, _word("area_kind", each.area_kind), _pages(each.evidence))
        for each in meeting.priority_areas
    ])  # fmt: skip
    page.part("Beslut och uppdrag", ("Typ", "Text", "Ansvarig", "Klart", "Läge", "Sida"), [
        (_word("kind", each.kind), each.text, _owner(each), each.due or each.due_text,
         _word("state", state), _pages(each.evidence))
        for each, state in zip(meeting.actions, known_states, strict=True)
    ])  # fmt: skip
    page.part("Uppföljningar", ("Utfall", "Text", "Sida"), [
        (_word("last_outcome", each.outcome), each.text, _pages(each.evidence))
        for each in meeting.follow_ups
    ])  # fmt: skip
    page.part("Problem", ("Problem", "", "Text", "Sida"), [
        (problem_names.get(each.problem, each.problem), _word("polarity", each.polarity), each.text, _pages(each.evidence))
        for each in meeting.problem_mentions
    ])  # fmt: skip
    page.part("Bilagor", ("Bilaga", "Text", "Sida"), [
        (each.label, each.text, _pages(each.evidence)) for each in meeting.attachments
    ])  # fmt: skip
    page.part("Kontakter", ("Namn", "Telefon", "E-post", "Sida"), [
        (each.name, each.phone, each.email, _pages(each.evidence)) for each in meeting.contacts
    ])  # fmt: skip
    page.part("Personer i löptext", ("Namn", "Deltagare", "Ärende", "Sida"), [
        (each.name, each.attendee, each.section, _pages(each.evidence)) for each in persons
    ])  # fmt: skip
    page.part("Oförstått", ("Vad", "Text", "Sida"), [
        (_UNCLAIMED[each.rule], each.quote, str(each.page)) for each in meeting.unclaimed
    ])  # fmt: skip
    page.part("Anmärkningar", ("Grad", "Vad"), [
        (_word("severity", each.severity), each.message) for each in meeting.issues
    ])  # fmt: skip


_UNCLAIMED = {"unclaimed.line": "rad", "unclaimed.sentence": "mening som låter bindande"}


@dataclass(frozen=True, slots=True)
class _Page:
    """Where it is written, and whether personal identity numbers are written out."""

    out: TextIO
    personal_numbers: bool

    def part(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """A table under its title, where it has rows."""
        if rows:
            self.out.write(f"\n{title} ({len(rows)})\n")
            self.rows(columns, rows)

    def rows(self, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        write(columns, rows, "table", self.out, personal_numbers=self.personal_numbers)


def _heading(meeting: Meeting, page: _Page) -> None:
    name = " ".join(part for part in (meeting.council, meeting.area) if part) or "Okänt råd"
    page.out.write(f"\n{printable(name)}\n")
    facts = (
        ("Typ", _word("kind", meeting.kind), "kind"),
        ("Datum", meeting.meeting_date, "meeting_date"),
        ("Tid", _hours(meeting), "start_time"),
        ("Plats", meeting.place, "place"),
        ("Diarienummer", meeting.registration_number, "registration_number"),
        ("Oförstått", _share(meeting.unclaimed_share), ""),
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
    page.rows(("", "", "Sida"), rows)


def _owner(action: Action) -> str | None:
    if action.owner_person and action.owner_person != action.owner:
        return f"{action.owner} ({action.owner_person})"
    return action.owner


def _share(unclaimed: float | None) -> str | None:
    return f"{unclaimed:.0%} av huvud och närvaro".replace("%", " %") if unclaimed else None


def _hours(times: Meeting | NextMeeting) -> str | None:
    if times.start_time is None:
        return None
    end = f"–{times.end_time:%H:%M}" if times.end_time else ""
    return f"{times.start_time:%H:%M}{end}"


def _word(column: str, value: str | None) -> object:
    return labels().value(column, value, "sv")


def _pages(evidence: Iterable[Evidence]) -> str:
    return ", ".join(str(page) for page in sorted({each.page for each in evidence}))
