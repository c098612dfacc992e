"""Sentences that may tell what became of an earlier action, though no word of theirs says so.

"Häcken är klippt nu", "Malin har pratat med skolan": only who knows the earlier actions can tell that these
are follow-ups. Each sentence of an item that states no other act is kept with the probability that the model
gives it (acts.py), from `_LEAST` on; linking makes it a follow-up where an earlier action fits. When the
council is to meet ("Höstens sammanträden förläggs till onsdagar") is none, nor is who opens the meeting.
"""

from collections.abc import Iterable, Iterator, Sequence

from models.evidence import Span
from models.meeting import Action, FollowUp, PossibleFollowUp
from models.problem import ProblemMention
from models.segmented import MeetingPart, Paragraph
from models.view import View
from pipeline.acts import OUTCOMES, Judge, acts
from pipeline.extract.follow_ups import likely_outcome
from pipeline.vocabulary import says
from pipeline.wording import Setting

_LEAST = 0.002  # probability
_SHORTEST = 12  # characters of a sentence


def possible_follow_ups(
    meeting: MeetingPart,
    actions: Sequence[Action],
    follow_ups: Sequence[FollowUp],
    problems: Sequence[ProblemMention],
    judge: Judge = acts,
) -> tuple[PossibleFollowUp, ...]:
    """What may be a follow-up, in order, beside these actions and follow-ups of the meeting.

    problems: those that the meeting speaks of.

    judge: the model of what sentences do.
    """
    proofs = [*(each.evidence for each in actions), *(each.evidence for each in follow_ups)]
    stated = [
        Span(each.start, each.end) for proof in proofs for each in proof if each.field == "text"
    ]
    troubled = [
        Span(each.start, each.end)
        for mention in problems
        if mention.polarity == "positive"
        for each in mention.evidence
    ]
    return tuple(_found(meeting, stated, troubled, judge))


def _found(
    meeting: MeetingPart, stated: Sequence[Span], troubled: Sequence[Span], judge: Judge
) -> Iterator[PossibleFollowUp]:
    for section in meeting.sections:
        title = section.title.text if section.title is not None else ""
        for paragraph in section.paragraphs:
            before = ""
            for view in _sentences(paragraph):
                listed = paragraph.kind == "item"
                place = Setting(title, paragraph.lead or "", before, listed)
                before = view.text
                span = view.span(0, len(view.text))
                if len(view.text) < _SHORTEST or _meets(span, stated):
                    continue
                said = judge(view.text, place)
                probability = sum([said[outcome] for outcome in OUTCOMES])
                if probability >= _LEAST and not _is_running(view.text):
                    outcome = likely_outcome(view.text, said)
                    yield PossibleFollowUp(
                        outcome=outcome,
                        probability=round(probability, 3),
                        problem=_meets(span, troubled),
                        section=section.ordinal,
                        text=view.text,
                        evidence=meeting.evidence("text", span, f"possible.{outcome}"),
                    )


def _sentences(paragraph: Paragraph) -> Iterator[View]:
    """A row of a table is one sentence; a heading is none."""
    if paragraph.kind == "row":
        yield paragraph.view
    elif paragraph.kind != "heading":
        yield from (sentence.view for sentence in paragraph.sentences)


def _is_running(text: str) -> bool:
    """Whether it is about the meeting itself: when it is held, who opens it, who writes."""
    return says("meeting_signs", text, "schedule") or says("follow_ups", text, "formality")


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
