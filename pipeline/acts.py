"""What a sentence of minutes does: a small linear model over its features (wording.py).

It knows the kinds of action, the outcomes of follow-ups, and "none". The weights in acts.npz are made by
training/acts/train.py from sentences labelled by hand. They are a second reader beside the rules of the
vocabulary: extract/actions/judged.py and extract/follow_ups.py say when it may claim what no rule finds
and when it overrules one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from models.segmented import MeetingPart
from pipeline.wording import MOST, Setting, counted, shipped

Act = Literal[
    "none",
    "decision",
    "assignment",
    "commitment",
    "proposal",
    "formality",
    "done",
    "in_progress",
    "postponed",
    "dropped",
    "mentioned",
]
ACTS: tuple[Act, ...] = get_args(Act)
KINDS: tuple[Act, ...] = ("decision", "assignment", "commitment", "proposal")
OUTCOMES: tuple[Act, ...] = ("done", "in_progress", "postponed", "dropped", "mentioned")
Sentence = tuple[str, Setting]
Judged = Callable[[Sequence[Sentence]], list[Mapping[Act, float]]]  # the probability of each act


def _judged(sentences: Sequence[Sentence]) -> list[Mapping[Act, float]]:
    rows = shipped("acts").probabilities(counted(sentences)).tolist()
    return [dict(zip(ACTS, row, strict=True)) for row in rows]


class Judge:
    """What sentences do, by the shipped model or another. Those that it learns together cost it a tenth each."""

    def __init__(self, judged: Judged = _judged) -> None:
        """`judged`: the model, for at most `MOST` sentences."""
        self._judged = judged
        self._known: dict[Sentence, Mapping[Act, float]] = {}

    def __call__(self, text: str, setting: Setting) -> Mapping[Act, float]:
        """The probability of each act for a sentence. They add up to 1."""
        return self._known.get((text, setting)) or self._judged(((text, setting),))[0]

    def learn(self, sentences: Iterable[Sentence]) -> None:
        """Judge these, to know them when asked."""
        new = [each for each in dict.fromkeys(sentences) if each not in self._known]
        for start in range(0, len(new), MOST):
            some = new[start : start + MOST]
            self._known.update(zip(some, self._judged(some), strict=True))


acts = Judge()


def judge_of(meeting: MeetingPart) -> Judge:
    """The shipped model, with the sentences of `meeting` learned."""
    judge = Judge()
    judge.learn(_sentences(meeting))
    return judge


def _sentences(meeting: MeetingPart) -> Iterator[Sentence]:
    """Each sentence where it stands; a row of a table also as a whole."""
    told = [("", meeting.prose)]
    told += [(each.title.text if each.title else "", each.paragraphs) for each in meeting.sections]
    for title, paragraphs in told:
        for paragraph in paragraphs:
            if paragraph.kind == "heading":
                continue
            place = Setting(title, paragraph.lead or "", "", paragraph.kind == "item")
            if paragraph.kind == "row":
                yield paragraph.view.text, place
            for sentence in paragraph.sentences:
                yield sentence.text, place
                place = place.after(sentence.text)


def likeliest(said: Mapping[Act, float], among: tuple[Act, ...]) -> Act:
    """The act of `among` that is most probable."""
    return max(among, key=said.__getitem__)
