"""What a problem's next sentence says of it, by vocabulary/problem_contexts.toml.

Forms handled: a problem that is only asked about and the answer ("Maj frågade om det säljs droger. Det gör det
inte."); work against a problem and how it is ("Grannsamverkan mot inbrott startar. Anmälningarna har ökat.");
a problem that the next sentence denies ("Bränder befarades. Sådana uteblev."); none of the kind, elsewhere or since
("Två villor bröts upp på Åsen. I Dalen har inget liknande hänt."); what a burglary, theft or robbery took,
which is no theft of its own ("Inbrott i en villa. Smycken borta.").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.problem import Polarity
from models.view import View
from pipeline.extract.problem_signs import ENOUGH, Candidate
from pipeline.extract.problem_words import Context, words_of

_SHORT = 10  # words of a sentence that only tells what was taken
_LONGER = 16  # ... if it opens with the thieves
_TOLD = (
    0.5  # probability from which the model of topics knows what a sentence without a name tells of
)


class Sequel(NamedTuple):
    """`polarity` is None where the next sentence tells that it is mended or has ended; `beside`: what its own
    sentence says of it holds as well.
    """

    candidate: Candidate
    view: View
    polarity: Polarity | None
    beside: bool = False


def sequels(told: Sequence[Candidate]) -> Iterator[Sequel]:
    """What the sentence after it says of the only problem of a sentence that does not mention it."""
    open_ones = (
        each for each in told if each.named and (each.passed_over or each.chance <= ENOUGH)
    )
    for candidate in [each for each in open_ones if not _others(each, told)]:
        view = candidate.following
        if view is None or any(each.named for each in told if each.view == view):
            continue
        context, asked = Context(words_of(view.text)), candidate.context.has("asked")
        if asked and context.has("answer_none"):
            yield Sequel(candidate, view, "negative")
        elif asked and context.has("answer_gone"):
            yield Sequel(candidate, view, None)
        elif context.has("goes_on_none"):
            yield Sequel(candidate, view, "negative")
        elif context.has("goes_on"):
            yield Sequel(candidate, view, "positive")


def denials(told: Sequence[Candidate]) -> Iterator[Sequel]:
    """What the sentence after it denies of the only problem of a sentence that mentions it, be it elsewhere."""
    there = [
        each
        for each in told
        if each.named
        and (each.chance > ENOUGH or each.elsewhere)
        and not each.context.is_none(each.named)
        and not _others(each, told)
    ]
    for candidate in there:
        view = candidate.following
        if view is None or any(each.named for each in told if each.view == view):
            continue
        asked = candidate.view.text.rstrip().endswith("?")
        expected = asked or candidate.context.has("expected")
        if not (expected or candidate.elsewhere) and candidate.context.has("present"):
            continue
        following = Context(words_of(view.text))
        if following.denies_before(expected) or (asked and following.has("answer_none")):
            yield Sequel(candidate, view, "negative")


def none_alike(told: Sequence[Candidate]) -> Iterator[Sequel]:
    """Of the only problem of a sentence, that the sentence after it says there is none of the kind."""
    for candidate in told:
        view = candidate.following
        gone = candidate.elsewhere or any(map(candidate.context.has, ("asked", "expected")))
        known = candidate.named is not None or candidate.topic > _TOLD
        if view is None or not known or not (gone or candidate.chance > ENOUGH):
            continue
        if _others(candidate, told) or any(each.named for each in told if each.view == view):
            continue
        if Context(words_of(view.text), "none_alike").has("none_alike"):
            yield Sequel(candidate, view, "negative", beside=not gone)


def is_loot(candidate: Candidate, mentioned: Sequence[Candidate]) -> bool:
    """Whether it is only what the theft of the sentence before took. `mentioned`: of the section."""
    opened = 0 in candidate.context.places("thieves")
    most = _LONGER if opened else _SHORT
    if len(candidate.words.words) > most or not (opened or candidate.context.has("loot")):
        return False
    return any(
        each.named is not None
        and each.named.saying.data.get("taking")
        and candidate.problem in each.named.saying.data.get("instead_of", ())
        and each.following == candidate.view
        for each in mentioned
    )


def _others(candidate: Candidate, told: Sequence[Candidate]) -> bool:
    return any(each.named for each in told if each.view == candidate.view and each is not candidate)
