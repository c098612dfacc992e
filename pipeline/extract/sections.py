"""The agenda's items, as segmentation found them."""

import re
from collections.abc import Iterator

from models.evidence import Evidence
from models.issue import Issue, IssueKind
from models.meeting import Section
from models.segmented import MeetingPart, SectionPart
from models.view import View

_DIGITS = re.compile(r"\d+")
_TOLD = 4  # steps that one message spells out
_HEADING = re.compile(
    r"(?P<number>§+\s?\d{1,3})\s+(?P<title>[A-ZÅÄÖ][^.;:]{2,60}?)(?=[.:]?$|\s[A-ZÅÄÖ])"
)


def sections(meeting: MeetingPart) -> tuple[tuple[Section, ...], tuple[Issue, ...]]:
    """One record an item, in order, and issues where the numbers skip, repeat or go back.

    Numbers are as written without "§" and full stop ("12", "FHR 29"). The text is the document's
    own, from the end of the title to the next item.
    """
    records = tuple(_section(meeting, part) for part in meeting.sections)
    return records, (*_steps(meeting), *_out_of_order(meeting))


def _section(meeting: MeetingPart, part: SectionPart) -> Section:
    evidence: list[Evidence] = []
    for name, view in (("number", part.number), ("title", part.title)):
        if view is not None and view.text:
            evidence.extend(meeting.evidence(name, view.span(0, len(view.text)), f"section.{name}"))
    text = meeting.document.text[part.start : part.end]
    if not evidence and text.strip():
        end = part.start + len(text.splitlines()[0])
        evidence.append(meeting.document.evidence("text", part.start, end, "section.text"))
    return Section(
        number=part.number.text.replace("§", "").strip() if part.number is not None else None,
        title=part.title.text if part.title is not None else None,
        text=text,
        evidence=tuple(evidence),
    )


_STEPS: tuple[tuple[IssueKind, str], ...] = (
    ("section_number_skips", "hoppar"),
    ("section_number_repeats", "upprepas"),
)


def _steps(meeting: MeetingPart) -> Iterator[Issue]:
    """One issue for each way in which the numbers do not run on, at its first place.

    Numbers that begin anew at 1 are groups.
    """
    found: dict[IssueKind, list[tuple[str, str, View]]] = {}
    previous: tuple[str, int] | None = None
    for part in meeting.sections:
        if part.number is None:
            continue
        number = part.number.text.replace("§", "").strip()
        digits = _DIGITS.search(number)
        value = int(digits.group()) if digits is not None else ord(number[-1])
        if previous is not None and (kind := _step(previous[1], value)) is not None:
            found.setdefault(kind, []).append((previous[0], number, part.number))
        previous = number, value
    for kind, verb in _STEPS:
        if places := found.get(kind):
            told = ", ".join(f"{before} → {after}" for before, after, _ in places[:_TOLD])
            more = f" och {len(places) - _TOLD} till" if len(places) > _TOLD else ""
            first = places[0][2]
            yield Issue(
                kind=kind,
                severity="info",
                message=f"Numreringen av punkterna {verb}: {told}{more}.",
                span=first.span(0, len(first.text)),
            )


def _step(before: int, after: int) -> IssueKind | None:
    if after in {1, before + 1}:
        return None
    return "section_number_repeats" if after == before else "section_number_skips"


def _out_of_order(meeting: MeetingPart) -> Iterator[Issue]:
    """Paragraphs that open as "§ 4 Title" does, and whose number did not fit among the items'."""
    titles = {
        part.title.text.lower().rstrip(".") for part in meeting.sections if part.title is not None
    }
    for part in meeting.sections:
        for paragraph in part.paragraphs:
            match = _HEADING.match(paragraph.view.text)
            if match is None or match["title"].lower().rstrip(".").startswith(tuple(titles)):
                continue
            yield Issue(
                kind="section_number_goes_back",
                severity="warning",
                message=f"”{match['number']} {match['title'][:40].strip()}” kommer i oordning och"
                " räknas till punkten före.",
                span=paragraph.view.span(*match.span("number")),
            )
