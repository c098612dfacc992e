"""Lines of a list that name a task and tell how it stands: "Anna: kolla bommen – klart".

Forms handled: how it stands behind the task or before it, see status.py; in a sentence of its own behind the task's
("Kalle skriver till värden. Ej gjort än, står kvar."), under a heading for earlier tasks or for tasks to do.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from models.frozen import frozen
from models.meeting import Outcome
from models.view import View
from pipeline.extract.actions.deadlines import Days, deadline
from pipeline.extract.actions.status import Status, status_of, told_before, told_behind
from pipeline.extract.actions.tasks import is_task_heading
from pipeline.vocabulary import says
from pipeline.wording import Setting

_WEAK = re.compile(r"[,.]\s")  # signs that part clauses too
_SHORT = 8  # words of a sentence that hardly says more than how a task stands
_FORMALITY = ("formality", "elsewhere")


@lru_cache(maxsize=1000)
def is_standing(title: str) -> bool:
    """Whether a title or a lead says that earlier tasks are gone through under it."""
    return bool(title) and says("follow_ups", title, "standing")


@frozen
class ToldLine:
    """The sentences that name a task and tell what became of it."""

    views: Sequence[View]
    outcome: Outcome
    rule: str


def told_by_line(sentences: Sequence[View], place: Setting, *, standing: bool) -> ToldLine | None:
    """What a paragraph's first sentences tell of an earlier task. standing: earlier ones are gone through there."""
    over = standing or is_task_heading(place.lead or place.title)
    if not sentences or not (over or place.listed):
        return None
    first = sentences[0]
    if (found := _told(sentences, over, standing)) is None:
        return None
    count, status = found
    outcome = "mentioned" if standing and status.word == "open" else status.outcome
    if outcome is None or any(says("follow_ups", first.text, each) for each in _FORMALITY):
        return None
    return ToldLine(sentences[:count], outcome, status.rule)


def new_by_line(sentence: View, place: Setting, *, standing: bool) -> View | None:
    """The task of a line that tells that it is still to be done: "Lena: ring skolan (ny)", "[ ] Ring skolan"."""
    if not (standing or place.listed or is_task_heading(place.lead or place.title)):
        return None
    text = sentence.text.rstrip(" .")
    if (before := told_before(text)) is not None and before[1].outcome is None:
        return sentence.part(before[0], len(sentence.text))
    behind = told_behind(text, over=True)
    if behind is not None and behind[1].outcome is None:
        return sentence.part(0, behind[0])
    return None


def _told(sentences: Sequence[View], over: bool, standing: bool) -> tuple[int, Status] | None:
    """How many sentences tell how a task stands, and how."""
    text = sentences[0].text.rstrip(" .!")
    count = _of_status(sentences) if over else 1
    status = _alone(sentences[count - 1]) if count > 1 else None
    if status is not None:
        return count, status
    if over and (before := told_before(text)) is not None:
        start, status = before
        if deadline(text[start:], Days(), cell=True) is None or len(text[start:].split()) > 3:
            return 1, status
    behind = told_behind(text, over=standing)
    if behind is None or (_WEAK.match(text, behind[0]) and not over):
        return None
    return 1, behind[1]


def _of_status(sentences: Sequence[View]) -> int:
    """How many sentences from the first on: it, and those behind it that tell how its task stands."""
    return 1 + sum(takewhile(bool, (_alone(each) is not None for each in sentences[1:])))


def _alone(sentence: View) -> Status | None:
    """How a task stands by a sentence that says hardly more: "Ej tillåtet, stryks"."""
    text = sentence.text.rstrip(" .!")
    if len(text.split()) > _SHORT:
        return None
    found = status_of(text)
    if found is None and (behind := told_behind(text, over=True, least=1)) is not None:
        found = behind[1]
    return found
