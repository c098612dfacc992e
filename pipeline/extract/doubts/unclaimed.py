"""What no extractor understood: lines of the head and the lists, and sentences that sound binding.

A line of the head, the attendance part, a table before the items or the signatures is claimed where
evidence of any fact touches it, where it opens with a known label, title or council, where it heads the
columns of a claimed row, or where nothing is left of it but names of attendees, days, offices and
the set phrases that hold no fact. The text of items is claimed by its section as such; there only a
sentence that binds somebody by its words, and gave neither action nor follow-up, is unclaimed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from models.evidence import Evidence, Span
from models.issue import Issue
from models.meeting import Meeting
from models.segmented import ATTENDANCE, Line, MeetingPart
from pipeline.dates import dates
from pipeline.extract.attendees.affiliation import vocabulary
from pipeline.extract.touching import Stretches
from pipeline.identity_numbers import masked
from pipeline.vocabulary import says

_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_FACT = frozenset({"ignored", "agenda", "contact"})
_SET_ASIDE = ("titles", "councils", "set_phrases")
_EXPLAINED = ("organisation", "role", "field", "group", "chair", "secretary", "adjuster")
_RUN = 3  # unclaimed lines on end that are told of wherever they stand


class _Proven(Protocol):
    """Any fact."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def unclaimed(meeting: MeetingPart, record: Meeting) -> tuple[tuple[Evidence, ...], float | None]:
    """The unclaimed lines and sentences, and the share of the lines' characters, 0..1 (null: no lines).

    Their field is "unclaimed"; their rules are "unclaimed.line" and "unclaimed.sentence".
    """
    lines = [line for line in (*meeting.head, *meeting.tail) if _WORD.search(line.text)]
    lost = _unclaimed_lines(meeting, record, lines)
    found = [
        proof
        for line in lost
        for proof in meeting.evidence("unclaimed", Span(line.start, line.end), "unclaimed.line")
    ]
    for span in _binding(meeting, record):
        found += meeting.evidence("unclaimed", span, "unclaimed.sentence")
    size = sum(len(line.text) for line in lines)
    share = round(sum(len(line.text) for line in lost) / size, 4) if size else None
    return tuple(found), share


def unread_lines(meeting: MeetingPart, record: Meeting) -> Iterator[Issue]:
    """An issue for each run of unclaimed lines that stands among the names or is long."""
    lost = [proof for proof in record.unclaimed if proof.rule == "unclaimed.line"]
    listed = [
        cell.offsets[0]
        for block in meeting.blocks
        if block.field in ATTENDANCE
        for row in block.rows
        for cell in row
        if cell.text
    ]
    for run in _runs(meeting, lost):
        span = Span(run[0].start, run[-1].end)
        among = any(span.start <= at < span.end for at in listed)
        if among or len(run) >= _RUN:
            where = "närvarolistan" if among else "dokumentets huvud"
            what = "En rad" if len(run) == 1 else f"{len(run)} rader"
            yield Issue(
                kind="unclaimed_text",
                severity="warning",
                message=f"{what} i {where} förstods inte: ”{_shortened(run[0].quote)}”.",
                span=span,
            )


def _shortened(quote: str) -> str:
    text = masked(" ".join(quote.split()))  # a personal number that is cut is not known again
    return text if len(text) <= 60 else f"{text[:59]}…"


def _runs(meeting: MeetingPart, lost: Sequence[Evidence]) -> list[list[Evidence]]:
    """Unclaimed lines that follow one another with nothing but space between."""
    text = meeting.document.text
    runs: list[list[Evidence]] = []
    for each in lost:
        if runs and not text[runs[-1][-1].end : each.start].strip():
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _unclaimed_lines(meeting: MeetingPart, record: Meeting, lines: Sequence[Line]) -> list[Line]:
    known = [
        (view.offsets[0], view.offsets[0] + 1)
        for block in meeting.blocks
        for row in ((block.label,), *(block.rows if block.field in _NO_FACT else ()))
        for view in row
        if view is not None and view.text
    ]
    claims = Stretches([*known, *((each.start, each.end) for each in _evidence(record))])
    named = (record.council, record.area, *(each.name for each in record.attendees))
    words = {word.lower() for name in named for word in _WORD.findall(name or "")}
    names = words | {f"{word}s" for word in words}
    lost: list[Line] = []
    below: Line | None = None  # the claimed line under this one
    for line in reversed(lines):
        heads_rows = below is not None and len(line.cells) == len(below.cells)
        heads_items = line in meeting.head[-1:]
        if (
            (len(line.cells) > 1 and (heads_rows or heads_items))
            or claims.touch(line.start, line.end)
            or not _left_over(line.text, names)
        ):
            below = line
        else:
            lost.append(line)
            below = None
    return lost[::-1]


def _left_over(text: str, names: set[str]) -> bool:
    """Whether a word of `text` is explained by nothing."""
    if any(says(file, text) for file in _SET_ASIDE):
        return False
    if vocabulary("vacant").regex.search(text):
        return False  # a seat without a person
    for mention in dates(text):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    for kind in _EXPLAINED:
        text = vocabulary(kind).regex.sub(" ", text)
    return any(word.lower() not in names for word in _WORD.findall(text))


def _evidence(record: Meeting) -> Iterator[Evidence]:
    yield from record.evidence
    if record.next_meeting is not None:
        yield from record.next_meeting.evidence
    groups: tuple[Sequence[_Proven], ...] = (
        record.attendees,
        record.sections,
        record.priority_areas,
        record.actions,
        record.follow_ups,
        record.problem_mentions,
        record.attachments,
        record.contacts,
    )
    for facts in groups:
        for fact in facts:
            yield from fact.evidence


def _binding(meeting: MeetingPart, record: Meeting) -> Iterator[Span]:
    groups: tuple[Sequence[_Proven], ...] = (
        record.actions,
        record.follow_ups,
        record.priority_areas,
    )
    bound = [proof for facts in groups for fact in facts for proof in fact.evidence]
    bound += record.next_meeting.evidence if record.next_meeting is not None else ()
    claims = Stretches((each.start, each.end) for each in bound)
    for section in meeting.sections:
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                if says("binding", sentence.text):
                    span = sentence.span
                    if not claims.touch(span.start, span.end):
                        yield span
