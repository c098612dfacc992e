"""What a sentence of minutes does: a small linear model over its features (wording.py).

It knows the kinds of action, the outcomes of follow-ups, and "none". The weights in acts.npz are made by
training/acts/train.py from sentences labelled by hand. They are a second reader beside the rules of the
vocabulary: extract/actions/judged.py and extract/follow_ups.py say when it may claim what no rule finds
and when it overrules one.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, get_args

from pipeline.wording import Setting, features, shipped

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


@lru_cache(maxsize=256)
def acts(text: str, setting: Setting) -> Mapping[Act, float]:
    """The probability of each act for a sentence, by the shipped model. They add up to 1."""
    said = shipped("acts").probabilities(features(text, setting))
    return dict(zip(ACTS, said, strict=True))


def likeliest(said: Mapping[Act, float], among: tuple[Act, ...]) -> Act:
    """The act of `among` that is most probable."""
    return max(among, key=said.__getitem__)
