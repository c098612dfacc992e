"""The agenda's items, as segmentation found them."""

from models.evidence import Evidence
from models.issue import Issue
from models.meeting import Section
from models.segmented import MeetingPart, SectionPart


def sections(meeting: MeetingPart) -> tuple[tuple[Section, ...], tuple[Issue, ...]]:
    """One record an item, in order, and an issue for each number that skips.

    Numbers are as written without "§" and full stop ("12", "FHR 29"). The text is the document's
    own, from the end of the title to the next item.
    """
    records = tuple(_section(meeting, part) for part in meeting.sections)
    return records, _skips(meeting)


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


def _skips(meeting: MeetingPart) -> tuple[Issue, ...]:
    found = []
    previous: int | None = None
    for part in meeting.sections:
        if part.number is None:
            continue
        value = int("".join(char for char in part.number.text if char.isdigit()) or 0)
        if previous is not None and value != previous + 1:
            found.append(
                Issue(
                    kind="section_number_skips",
                    severity="info",
                    message=f"Efter punkt {previous} kommer punkt {value}.",
                    span=part.number.span(0, len(part.number.text)),
                )
            )
        previous = value
    return tuple(found)
