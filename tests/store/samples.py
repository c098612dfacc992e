"""Protocols made by hand: a text, and records whose evidence points into it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any

from models.document import Document, Page
from models.evidence import Evidence, Span
from models.issue import Issue
from models.meeting import (
    Action,
    ActionKind,
    Attachment,
    Attendee,
    Contact,
    FollowUp,
    Meeting,
    MeetingKind,
    MeetingSign,
    NextMeeting,
    Outcome,
    PossibleFollowUp,
    PriorityArea,
    Protocol,
    Section,
    Status,
)
from models.problem import Polarity, ProblemMention
from pipeline.store.database import Connection
from pipeline.store.load import Entry, Name, load
from pipeline.store.rows import Facts, Keys, facts

NOW = datetime(2026, 1, 2, 3, 4, 5)
KEYS = Keys(
    series=lambda council, area: f"{council} {area}".lower() if council else None,
    area=str.lower,
    problems=lambda name: [name] if name == "klotter" else [],
)

_FULL = (
    "Trygghetsrådet Granvik\nProtokoll 2021-03-04 kl 09.00-10.30, Sessionssalen, dnr KS 21/7\n"
    "Närvarande: Maj Ek, samordnare, kommunen (S); Bo Alm, polisen\n"
    "1 Läget\nDet klottras vid stationen \x07och \u2028i \U0001f600 parken.\n"
    "Prioriterat: ungdomar\nMaj Ek tar kontakt med skolan senast 15 april.\n"
    "Belysningen är lagad. Se bilaga 1. Frågor till Maj Ek, 0500-12 34 56, maj@granvik.example\n"
    "Nästa möte 6 maj 2021 kl 09.00-10.00 i Kulturhuset\n"
    "Trygghetsrådet Granvik\nKallelse 2021-05-06\n"
)
Found = Callable[[str, str], Evidence]  # of a field and the words that state it


def facts_of(protocol: Protocol) -> Facts:
    """The protocol's rows, with plain keys."""
    return facts(protocol, KEYS)


def document(text: str, issues: tuple[Issue, ...] = ()) -> Document:
    """A plain text of one page."""
    data = text.encode("utf-8", "surrogatepass")
    return Document(
        document_id=sha256(data).hexdigest(),
        media_type="text/plain",
        size_bytes=len(data),
        text=text,
        pages=(Page(number=1, start=0, end=len(text)),),
        issues=issues,
    )


def full_protocol() -> Protocol:
    """A protocol with two meetings, the first of which holds a fact of every kind."""
    paper = document(
        _FULL, (Issue(kind="ocr_uncertain", severity="warning", message="Sidan är svag."),)
    )

    def found(field: str, quote: str) -> Evidence:
        start = _FULL.index(quote)
        return paper.evidence(field, start, start + len(quote), "test.rule", 0.9)

    return Protocol(
        document=paper,
        meetings=(
            Meeting(
                ordinal=1,
                kind="protokoll",
                council="Trygghetsrådet",
                area="Granvik",
                meeting_date=date(2021, 3, 4),
                start_time=time(9),
                end_time=time(10, 30),
                place="Sessionssalen",
                registration_number="KS 21/7",
                issues=(
                    Issue(
                        kind="weekday_mismatch",
                        severity="warning",
                        message="Dagen stämmer inte.",
                        span=Span(0, 5),
                    ),
                ),
                **_coming(found),
                **_people_and_items(found),
                **_statements(found),
                evidence=(
                    found("council", "Trygghetsrådet"),
                    found("meeting_date", "2021-03-04"),
                    found("place", "Sessionssalen"),
                ),
            ),
            Meeting(ordinal=2, kind="kallelse", evidence=(found("kind", "Kallelse"),)),
        ),
    )


def _coming(found: Found) -> dict[str, Any]:
    """What is said of the next meeting."""
    return {
        "next_meeting": NextMeeting(
            meeting_date=date(2021, 5, 6),
            start_time=time(9),
            end_time=time(10),
            place="Kulturhuset",
            evidence=(found("meeting_date", "6 maj 2021"), found("place", "Kulturhuset")),
        ),
        "signs": (
            MeetingSign(
                sign="coming",
                meeting_date=date(2021, 5, 6),
                last_date=date(2021, 5, 6),
                section=1,
                text="Nästa möte 6 maj 2021 kl 09.00-10.00 i Kulturhuset",
                evidence=(found("text", "Nästa möte 6 maj 2021"),),
            ),
        ),
    }


def _people_and_items(found: Found) -> dict[str, Any]:
    """Who was there, the item, and what was declared."""
    return {
        "attendees": (
            Attendee(
                name="Maj Ek",
                role="samordnare",
                organisation="kommunen",
                party="S",
                status="present",
                function="chair",
                evidence=(found("name", "Maj Ek"), found("role", "samordnare")),
            ),
            Attendee(
                name="Bo Alm",
                organisation="polisen",
                status="absent",
                evidence=(found("name", "Bo Alm"),),
            ),
        ),
        "sections": (
            Section(
                number="1",
                title="Läget",
                text="Det klottras vid stationen \x07och \u2028i \U0001f600 parken.",
                evidence=(found("title", "Läget"),),
            ),
        ),
        "priority_areas": (
            PriorityArea(name="ungdomar", area_kind="group", evidence=(found("name", "ungdomar"),)),
        ),
        "contacts": (
            Contact(
                name="Maj Ek",
                phone="0500-12 34 56",
                email="maj@granvik.example",
                evidence=(found("phone", "0500-12 34 56"),),
            ),
        ),
    }


def _statements(found: Found) -> dict[str, Any]:
    """What was promised, proposed, followed up and told."""
    return {
        "actions": (
            Action(
                kind="commitment",
                section=1,
                text="Maj Ek tar kontakt med skolan senast 15 april.",
                owner="Maj Ek",
                owner_person="Maj Ek",
                due=date(2021, 4, 15),
                evidence=(
                    found("text", "Maj Ek tar kontakt med skolan senast 15 april."),
                    found("due", "15 april"),
                ),
            ),
            Action(
                kind="proposal",
                text="Det klottras",
                due_text="före jul",
                evidence=(found("text", "Det klottras"),),
            ),
        ),
        "follow_ups": (
            FollowUp(
                outcome="done",
                section=1,
                text="Belysningen är lagad.",
                evidence=(found("text", "Belysningen är lagad."),),
            ),
        ),
        "possible_follow_ups": (
            PossibleFollowUp(
                outcome="done",
                probability=0.125,
                section=1,
                text="Det klottras vid stationen",
                evidence=(found("text", "Det klottras vid stationen"),),
            ),
        ),
        "problem_mentions": (
            ProblemMention(
                problem="klotter",
                section=1,
                polarity="positive",
                text="Det klottras vid stationen",
                evidence=(found("text", "Det klottras vid stationen"),),
            ),
        ),
        "attachments": (
            Attachment(
                label="bilaga 1",
                text="Se bilaga 1.",
                evidence=(found("label", "bilaga 1"),),
            ),
        ),
    }


def protocol(
    day: str,
    *,
    area: str = "Granvik",
    kind: MeetingKind = "protokoll",
    attendees: Sequence[tuple[str, str | None, Status]] = (),
    actions: Sequence[tuple[ActionKind, str, str | None]] = (),
    follow_ups: Sequence[tuple[Outcome, str]] = (),
    possible: Sequence[tuple[Outcome, str]] = (),
    problems: Sequence[str] = (),
    absent_problems: Sequence[str] = (),
    priorities: Sequence[str] = (),
    next_day: str | None = None,
) -> Protocol:
    """A protocol of the Trygghetsrådet of an area, with these facts a line each.

    `attendees`: name, organisation, status. `actions`: kind, text, due date. `possible`: follow-ups, if
    an earlier action fits.
    """
    lines = [
        f"Trygghetsrådet {area} {day} {kind}",
        *(name for name, _, _ in attendees),
        *(text for _, text, _ in actions),
        *(text for _, text in (*follow_ups, *possible)),
        *(f"Om {problem}." for problem in (*problems, *absent_problems)),
        *(f"Prioriterat: {name}" for name in priorities),
        f"Nästa möte {next_day}",
    ]
    paper = document("\n".join(lines))

    def found(field: str, quote: str) -> tuple[Evidence, ...]:
        start = paper.text.index(quote)
        return (paper.evidence(field, start, start + len(quote), "test.rule"),)

    def mention(problem: str, polarity: Polarity) -> ProblemMention:
        text = f"Om {problem}."
        return ProblemMention(
            problem=problem,
            section=None,
            polarity=polarity,
            text=text,
            evidence=found("text", text),
        )

    return Protocol(
        document=paper,
        meetings=(
            Meeting(
                ordinal=1,
                kind=kind,
                council="Trygghetsrådet",
                area=area,
                meeting_date=date.fromisoformat(day),
                **_announced(next_day, found),
                attendees=tuple(
                    Attendee(
                        name=name,
                        organisation=organisation,
                        status=status,
                        evidence=found("name", name),
                    )
                    for name, organisation, status in attendees
                ),
                actions=tuple(
                    Action(
                        kind=action_kind,
                        text=text,
                        due=date.fromisoformat(due) if due else None,
                        evidence=found("text", text),
                    )
                    for action_kind, text, due in actions
                ),
                follow_ups=tuple(
                    FollowUp(outcome=outcome, text=text, evidence=found("text", text))
                    for outcome, text in follow_ups
                ),
                possible_follow_ups=tuple(
                    PossibleFollowUp(
                        outcome=outcome, probability=0.2, text=text, evidence=found("text", text)
                    )
                    for outcome, text in possible
                ),
                problem_mentions=(
                    *(mention(problem, "positive") for problem in problems),
                    *(mention(problem, "negative") for problem in absent_problems),
                ),
                priority_areas=tuple(
                    PriorityArea(name=name, area_kind="group", evidence=found("name", name))
                    for name in priorities
                ),
                evidence=found("meeting_date", day),
            ),
        ),
    )


def _announced(
    day: str | None, found: Callable[[str, str], tuple[Evidence, ...]]
) -> dict[str, Any]:
    """The next meeting of a plain protocol, where it tells of one."""
    if day is None:
        return {}
    held, line = date.fromisoformat(day), f"Nästa möte {day}"
    sign = MeetingSign(
        sign="coming", meeting_date=held, last_date=held, text=line, evidence=found("text", line)
    )
    coming = NextMeeting(meeting_date=held, evidence=found("meeting_date", day))
    return {"next_meeting": coming, "signs": (sign,)}


def store(connection: Connection, *protocols: Protocol) -> None:
    """Load protocols, each under the path /archive/<its document's id>."""
    entries = [entry(each) for each in protocols]
    names = {
        str(each.document["path"]): Name(str(each.document["document_id"])) for each in entries
    }
    load(connection, "run", entries, names, NOW)


def entry(protocol: Protocol, path: str | None = None) -> Entry:
    """What the batch hands to the store for a protocol that could be read."""
    found = facts_of(protocol)
    return Entry(
        {
            "document_id": found.document_id,
            "path": path or f"/archive/{found.document_id}",
            "media_type": found.media_type,
            "size_bytes": found.size_bytes,
            "page_count": found.page_count,
            "ocr_page_count": found.ocr_page_count,
            "status": "partial" if found.partial else "ok",
            "pipeline_version": "1",
            "reading_version": "1",
            "facts_version": "1",
            "run_id": "run",
            "ingested_at": NOW,
        },
        found,
        "new",
    )


def failed_entry(path: str, code: str) -> Entry:
    """What the batch hands to the store for a file that could not be read. Its id is "failed"."""
    return Entry(
        {
            "document_id": "failed",
            "path": path,
            "status": "failed",
            "error_code": code,
            "error_message": "It cannot be read",
            "pipeline_version": "1",
            "reading_version": "1",
            "facts_version": "1",
            "run_id": "run",
            "ingested_at": NOW,
        },
        None,
        "new",
    )
