"""Sentences that may tell what became of an earlier action, though no word of theirs says so.

"Häcken är klippt nu", "Malin har pratat med skolan": only who knows the earlier actions can tell that these
are follow-ups. Each sentence of an item that states no other act is kept with the probability that the model
gives it (acts.py), from `_LEAST` on; linking makes it a follow-up where an earlier action fits. When the
council is to meet ("Höstens sammanträden förläggs till onsdagar") is none, nor is who opens the meeting, or a matter's name alone ("Klotter i trapphus (§ 6).").

A question that names a matter is one with its answer ("Ringlistan? Ingen vet."). A sentence that tells of two matters is followed by its halves (halves.py), also where a follow-up states it; so are the
sentences of a statement of several. Linking takes them instead where they lead to two actions.

So is a task in a table or a list of tasks that does not say that it is new: where an earlier meeting's table has it, it
is spoken of again (link/rows_again.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from models.evidence import Span
from models.meeting import Action, FollowUp, PossibleFollowUp
from models.problem import ProblemMention
from models.segmented import MeetingPart, Paragraph, SectionPart
from models.view import View, view_of
from pipeline.acts import Act, Judge
from pipeline.extract.follow_ups import following, likely_outcome
from pipeline.extract.halves import halves
from pipeline.extract.touching import Stretches
from pipeline.extract.unkept_minutes import misses_minutes
from pipeline.vocabulary import says
from pipeline.wording import Setting

_LEAST = 0.002  # probability
_LEAST_BESIDE = 0.1  # ... of the half of a sentence whose other half is an action
_SHORTEST = 12  # characters of a sentence
_LONGEST_ASKED = 40  # ... of a question that only names a matter
_ROWS = frozenset({"action.table", "action.task_line", "action.beside"})  # rules of tasks listed
_GIVEN_AGAIN = 0.5  # probability of these, of which nothing is known


def possible_follow_ups(
    meeting: MeetingPart,
    actions: Sequence[Action],
    follow_ups: Sequence[FollowUp],
    problems: Sequence[ProblemMention],
    judge: Judge,
) -> tuple[PossibleFollowUp, ...]:
    """What may be a follow-up, in order, beside these actions and follow-ups of the meeting.

    problems: those that the meeting speaks of.

    judge: the model of what sentences do.
    """
    done = _spans(actions)
    told = _spans(follow_ups)
    troubled = _spans(
        [mention for mention in problems if mention.polarity == "positive"], whole=True
    )
    found = [*_found(meeting, _Stated(done, told, troubled), judge), *_rows(meeting, actions)]
    return tuple(sorted(found, key=lambda each: each.evidence[0].start))


class _Stated(NamedTuple):
    """Where the meeting's actions, follow-ups and problems stand."""

    actions: Stretches
    follow_ups: Stretches
    problems: Stretches


def _spans(
    records: Iterable[Action | FollowUp | ProblemMention], *, whole: bool = False
) -> Stretches:
    """Where the records' texts stand; `whole`: all that they are found by."""
    return Stretches(
        (each.start, each.end)
        for record in records
        for each in record.evidence
        if whole or each.field == "text"
    )


def _rows(meeting: MeetingPart, actions: Iterable[Action]) -> Iterator[PossibleFollowUp]:
    """The rows of tasks, from the first to the last of what they tell."""
    for each in actions:
        if not any(proof.rule in _ROWS for proof in each.evidence):
            continue
        start = min(proof.start for proof in each.evidence)
        span = Span(start, max(proof.end for proof in each.evidence))
        yield PossibleFollowUp(
            outcome="postponed" if each.due or each.due_text else "mentioned",
            probability=_GIVEN_AGAIN,
            section=each.section,
            text=view_of(meeting.text, [span]).text,
            evidence=meeting.evidence("text", span, "possible.row"),
        )


class _Told(NamedTuple):
    """A sentence, or a half of one, that may tell what became of an action. `beside`: so does an action."""

    section: SectionPart
    view: View
    place: Setting
    beside: bool


def _found(meeting: MeetingPart, stated: _Stated, judge: Judge) -> Iterator[PossibleFollowUp]:
    told = [each for section in meeting.sections for each in _told(section, stated, judge)]
    judge.learn((each.view.text, each.place) for each in told)
    for each in told:
        said = judge(each.view.text, each.place)
        probability = following(said)
        if not each.beside or probability >= _LEAST_BESIDE:
            yield _possible(meeting, each, said, probability, stated)


def _told(section: SectionPart, stated: _Stated, judge: Judge) -> Iterator[_Told]:
    """The sentences of a section that nothing states, where they may follow up, each before its halves; the halves of the others."""
    title = section.title.text if section.title is not None else ""
    for paragraph in section.paragraphs:
        before = ""
        for view in _sentences(paragraph):
            place = Setting(title, paragraph.lead or "", before, paragraph.kind == "item")
            before = view.text
            span = view.span(0, len(view.text))
            if len(view.text) < _SHORTEST:
                continue
            beside = stated.actions.touch(*span)
            if not (beside or stated.follow_ups.touch(*span)):
                if following(judge(view.text, place)) < _LEAST or _is_running(view.text):
                    continue
                yield _Told(section, view, place, beside)
            elif _is_part(span, stated.follow_ups.around(*span)):
                yield _Told(section, view, place, beside)
            if paragraph.kind != "row":
                yield from (_Told(section, half, place, beside) for half in halves(view) or ())


def _possible(
    meeting: MeetingPart,
    told: _Told,
    said: Mapping[Act, float],
    probability: float,
    stated: _Stated,
) -> PossibleFollowUp:
    text = told.view.text
    span = told.view.span(0, len(text))
    outcome = likely_outcome(text, said)
    return PossibleFollowUp(
        outcome=outcome,
        probability=round(probability, 3),
        problem=stated.problems.touch(*span),
        section=told.section.ordinal,
        text=text,
        evidence=meeting.evidence("text", span, f"possible.{outcome}"),
    )


def _sentences(paragraph: Paragraph) -> Iterator[View]:
    """A row of a table is one sentence, and so is a short question with its answer ("Ringlistan? Ingen vet."); a heading is none."""
    if paragraph.kind == "row":
        yield paragraph.view
    elif paragraph.kind != "heading":
        asked: View | None = None
        for sentence in paragraph.sentences:
            view = sentence.view
            if asked is not None:
                yield _together(paragraph, asked, view)
                asked = None
            elif view.text.endswith("?") and len(view.text) <= _LONGEST_ASKED:
                asked = view
            else:
                yield view
        if asked is not None:
            yield asked


def _together(paragraph: Paragraph, first: View, second: View) -> View:
    """Two sentences of a paragraph that follow on each other, as one."""
    start = paragraph.view.text.index(first.text)
    end = paragraph.view.text.index(second.text, start + len(first.text)) + len(second.text)
    return paragraph.view.part(start, end)


def _is_running(text: str) -> bool:
    """Whether it is about the meeting itself (when it is held, who opens it, what is gone through, that nobody has its minutes, what was not spoken of), or a matter's name alone."""
    return (
        says("meeting_signs", text, "schedule")
        or misses_minutes(text)
        or says("follow_ups", text, "formality")
        or says("follow_ups", text, "opens")
        or says("follow_ups", text, "unspoken")
        or says("follow_ups", text, "matter")
    )


def _is_part(span: Span, whole: tuple[int, int] | None) -> bool:
    """Whether a sentence is one of several of a statement."""
    return whole is not None and max(span.start - whole[0], whole[1] - span.end) >= _SHORTEST
