"""What a sentence of minutes does: a small linear model over its features (wording.py).

It knows the kinds of action, the outcomes of follow-ups, and "none". The weights in acts.npz are made by
training/acts/train.py from sentences labelled by hand. They are a second reader beside the rules of the
vocabulary: extract/actions/judged.py and extract/follow_ups.py say when it may claim what no rule finds
and when it overrules one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


Judge = Callable[[str, Setting], Mapping[Act, float]]  # the probability of each act


def acts(text: str, setting: Setting) -> Mapping[Act, float]:
    """The probability of each act for a sentence, by the shipped model. They add up to 1."""
    return _judged(((text, setting),))[0]


def judge_of(meeting: MeetingPart) -> Judge:
    """The same as `acts`, with the sentences of `meeting` judged together, which is much faster."""
    sentences = tuple(dict.fromkeys(_sentences(meeting)))
    known: dict[tuple[str, Setting], Mapping[Act, float]] = {}
    for start in range(0, len(sentences), MOST):
        some = sentences[start : start + MOST]
        known.update(zip(some, _judged(some), strict=True))
    return lambda text, setting: known.get((text, setting)) or acts(text, setting)


def _judged(sentences: Sequence[tuple[str, Setting]]) -> list[Mapping[Act, float]]:
    rows = shipped("acts").probabilities(counted(sentences)).tolist()
    return [dict(zip(ACTS, row, strict=True)) for row in rows]


def _sentences(meeting: MeetingPart) -> Iterator[tuple[str, Setting]]:
    """Each sentence where it stands; a row of a table also as a whole."""
    for section in meeting.sections:
        title = section.title.text if section.title is not None else ""
        for paragraph in section.paragraphs:
            if paragraph.kind == "heading":
                continue
            place = Setting(title, paragraph.lead or "", "", paragraph.kind == "item")
            if paragraph.kind == "row":
                yield paragraph.view.text, place
            for sentence in paragraph.sentences:
                yield sentence.text, place
                place = place._replace(before=sentence.text)


def likeliest(said: Mapping[Act, float], among: tuple[Act, ...]) -> Act:
    """The act of `among` that is most probable."""
    return max(among, key=said.__getitem__)
