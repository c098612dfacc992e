"""Statements on actions of earlier meetings, by vocabulary/follow_ups.toml.

Forms handled: standing items ("Uppföljning av beslut", "Föregående protokoll", "Sedan sist"), where
every statement with an outcome is one, also rows of a decision log and "Punkt 3 Belysning. Klart.";
and in any other item a sentence that points back ("som föreslogs i höstas", "skulle ha gått ut",
"Gällande X har ..."). Outcomes: done, in_progress, postponed, dropped, else mentioned.

None are the earlier minutes' own formalities, other bodies' decisions, what is decided now, and in
other items a mended condition with no earlier action in sight. A sentence that goes on about the same
matter ("Den är nu klar") belongs to the one before it, and its outcome counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from models.evidence import Span
from models.meeting import FollowUp, Outcome
from models.segmented import MeetingPart, Paragraph, SectionPart
from models.view import View
from pipeline.vocabulary import Rule, rules

_RANK: dict[Outcome, int] = {
    "mentioned": 0,
    "in_progress": 1,
    "postponed": 2,
    "done": 3,
    "dropped": 3,
}


_AND_THAT = re.compile(r"(?P<and>,?\s(?:och|samt)\satt\s)")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence (or more, on one matter) with its outcome and the rule that gave it."""

    views: tuple[View, ...]
    outcome: Outcome
    rule: str


def follow_ups(meeting: MeetingPart) -> tuple[FollowUp, ...]:
    """The follow-ups of `meeting`, in order."""
    return tuple(
        _record(meeting, section, statement)
        for section in meeting.sections
        for statement in _statements(section)
    )


def _record(meeting: MeetingPart, section: SectionPart, statement: _Statement) -> FollowUp:
    first, last = statement.views[0], statement.views[-1]
    span = Span(first.span(0, len(first.text)).start, last.span(0, len(last.text)).end)
    return FollowUp(
        outcome=statement.outcome,
        section=section.ordinal,
        text=" ".join(view.text for view in statement.views),
        evidence=meeting.evidence("text", span, statement.rule),
    )


def _statements(section: SectionPart) -> Iterator[_Statement]:
    titled = section.title is not None and _has("standing", section.title.text)
    for paragraph in section.paragraphs:
        if paragraph.kind == "heading":
            titled = titled or _has("standing", paragraph.view.text)
            continue
        standing = titled or (paragraph.lead is not None and _has("standing", paragraph.lead))
        yield from _in_paragraph(_sentences(paragraph), standing=standing)


def _sentences(paragraph: Paragraph) -> Sequence[View]:
    """A row of a table is one sentence."""
    if paragraph.kind == "row":
        return (paragraph.view,)
    return tuple(part for sentence in paragraph.sentences for part in _reported(sentence.view))


def _reported(view: View) -> Iterator[View]:
    """The parts of "konstaterades att A är klart och att B pågår", where each tells an outcome."""
    for match in _AND_THAT.finditer(view.text):
        parts = (view.part(0, match.start()), view.part(match.end("and"), len(view.text)))
        if all(_has("outcome", part.text) for part in parts):
            yield from parts
            return
    yield view


def _in_paragraph(sentences: Sequence[View], *, standing: bool) -> Iterator[_Statement]:
    held: _Statement | None = None
    lead: tuple[View, ...] = ()
    for view in sentences:
        found = _read(view, lead, standing=standing)
        if found is None:
            if held is not None and not _has("same", view.text):
                yield held
                held = None
            lead = (view,) if standing and _has("lead", view.text) else ()
            continue
        lead = ()
        if held is not None and _has("same", view.text) and standing:
            held = _merged(held, found)
        else:
            if held is not None:
                yield held
            held = found
    if held is not None:
        yield held


def _merged(one: _Statement, more: _Statement) -> _Statement:
    decides = more if _RANK[more.outcome] > _RANK[one.outcome] else one
    return _Statement(one.views + more.views, decides.outcome, decides.rule)


def _read(view: View, lead: tuple[View, ...], *, standing: bool) -> _Statement | None:
    """The statement that a sentence makes, or None where it is no follow-up."""
    text = " ".join(each.text for each in (*lead, view))
    back = next((rule for rule in _of("back") if rule.regex.search(text)), None)
    outcome = next((rule for rule in _of("outcome") if rule.regex.search(view.text)), None)
    if _has("elsewhere", text) or (_has("formality", text) and back is None):
        return None
    if back is None and (not standing or outcome is None):
        return None
    if _has("new", text) and (outcome is None or outcome.data["outcome"] != "dropped"):
        return None
    if outcome is not None:
        return _Statement((*lead, view), outcome.data["outcome"], outcome.id)
    return _Statement((*lead, view), "mentioned", back.id if back is not None else "")


def _has(kind: str, text: str) -> bool:
    return any(rule.regex.search(text) for rule in _of(kind))


@cache
def _of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("follow_ups") if rule.data["is"] == kind)
