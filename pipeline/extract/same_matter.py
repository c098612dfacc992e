"""Whether a sentence goes on about the earlier action of the one before it, and what the two tell together.

Forms handled: a pronoun or a bare status ("Den är nu klar", "Avslutad"), what is told of instead or of some ("De kommer i
stället i mars", "Två av tre är vidtalade"), behind what only names the matter anything in its definite form ("I maj bad vi om västar. Ansökan
är beviljad"), a noun in its definite form that was named before ("... lovat en lista.
Listan kommer i maj", "... talat med Trafikverket. Verket säger nej"). The last word on a matter counts, but what was
promised stays done where others then said no.
"""

import re
from collections.abc import Sequence

from models.frozen import frozen
from models.meeting import Outcome
from models.view import View
from pipeline.vocabulary import says

VOTE = 2.0  # what a rule's outcome adds to its log-probability by the model
LEFT_OVER = "follow_up.left_over"

_RANK: dict[Outcome, int] = {
    "mentioned": 0,
    "in_progress": 1,
    "postponed": 2,
    "done": 3,
    "dropped": 3,
}
_STEM = 5  # letters by which a word is known again in the next sentence
_FIRM = 1.0  # vote from which a rule's outcome stands against what is told after it
_REFUSED = "follow_up.refused"  # what others answered
_WAS_TO = "follow_up.was_to"
_PARTLY = frozenset({LEFT_OVER, "follow_up.some_of_them", "follow_up.one_of_them", "follow_up.one_of_two"})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SUBJECT = re.compile(
    r"^(?P<noun>[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|na|an|n))\s(?!(?:på|i|vid|till|från|för|om|av|med|mot|som|hos|och|längs|kring)\b)"
)
_DEFINITE = re.compile(
    r"^(?:D(?:en|et|e)\s[a-zåäö]{2,}[ae]\s)?(?:[A-ZÅÄÖ]|(?<=\s))[a-zåäö]{4,}(?:en|et|na|an)\s(?!som\b|på\b|i\b|vid\b)"
)


@frozen
class Statement:
    """A sentence (or more, on one matter) with its outcome and the rule that gave it.

    `open` says that it names an earlier action and not yet how it came out; `sure` that it stands as
    a follow-up even so; `vote` what its rule's word on the outcome weighs against the model.
    """

    views: tuple[View, ...]
    outcome: Outcome
    rule: str
    open: bool = False
    sure: bool = True
    vote: float = VOTE


def is_on_the_same(held: Statement, text: str) -> bool:
    """Whether the sentence `text` goes on about the matter of `held`."""
    if says("follow_ups", text, "same"):
        return True
    if held.open:
        return _shares_a_word(held.views, text)
    noun = _SUBJECT.match(text)
    return noun is not None and _is_named(noun["noun"].lower(), held.views)


def tells_of(held: Statement, text: str) -> bool:
    """Whether `text` speaks of a definite thing right behind what only names the matter, outside of a standing item."""
    return held.open and held.rule != _WAS_TO and _DEFINITE.match(text) is not None


def merged(one: Statement, more: Statement) -> Statement:
    """`one` with what `more`, which holds its sentences and further ones, tells of the same matter."""
    added = more.views[len(one.views) :]
    decides = more if _decides(one, more, " ".join(view.text for view in added)) else one
    both = one.open and more.open
    return Statement(one.views + added, decides.outcome, decides.rule, both, vote=decides.vote)


def _decides(one: Statement, more: Statement, added: str) -> bool:
    """Whether the outcome is that of what is told last, in the words `added`."""
    if one.open and not more.open:
        return True
    if one.outcome != "done":
        return more.rule == LEFT_OVER or _RANK[more.outcome] > _RANK[one.outcome]
    if more.outcome == "dropped":
        return more.rule != _REFUSED
    if more.outcome == "in_progress" and says("follow_ups", added, "partly"):
        return True
    weak = one.vote < _FIRM or one.rule.startswith("acts.")
    return more.rule in _PARTLY or (more.outcome == "postponed" and weak)


def _shares_a_word(views: Sequence[View], text: str) -> bool:
    """Whether the first word of `text` that is long enough is one of those before it."""
    first = next((word for word in _WORD.findall(text) if len(word) >= _STEM), "")
    return first[:_STEM].lower() in {word[:_STEM] for word in _words(views)} if first else False


def _is_named(noun: str, views: Sequence[View]) -> bool:
    """Whether a definite noun, or a compound that ends in it, stands in what was said before."""
    stem = noun[: max(_STEM, len(noun) - 3)]
    return any(word.startswith(stem) or word.endswith(noun) for word in _words(views))


def _words(views: Sequence[View]) -> set[str]:
    return {word.lower() for view in views for word in _WORD.findall(view.text)}
