"""Proposals that the same item decides, which are one record with the decision.

Forms handled: "Bo föreslår att rådet köper blomlådor ... Tre blomlådor köps" (the thing itself comes again, or most
of the words do); "enligt förslaget", "i enlighet med Bos förslag", "bifaller yrkandet", "Så får det bli", "Rådet beslutade så", "och det sades ja till". Another
decision on the same place or the same people ("tunneln stängs" - "lampor i tunneln") settles no proposal, nor does
any where the next sentence turns it down.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.actions.found import Found
from pipeline.extract.priority_areas.kinds import area_kind
from pipeline.vocabulary import listed, rule_for, says

_WORD = re.compile(r"[A-ZÅÄÖa-zåäöé]{4,}")
_THING = 7  # letters of a word that names a thing
_ENDING = 2  # letters that may be an ending
_SHORTEST = 4  # letters of a stem


def is_rejected(sentence: str) -> bool:
    """Whether a sentence behind a proposal says that nothing came of it."""
    return says("proposals", sentence, "rejected")


def is_taken(sentence: str) -> bool:
    """Whether a sentence behind a proposal says no more than that it is decided."""
    return says("proposals", sentence, "taken")


def taken_there(found: Found, sentence: str) -> Found:
    """A proposal that the end of its own sentence decides, as the decision that it is."""
    taken = found.kind == "proposal" and says("proposals", sentence, "taken_there")
    return replace(found, kind="decision") if taken else found


def without_decided(found: Sequence[Found]) -> list[Found]:
    """`found` without the proposals that are decided behind them."""
    return [
        each
        for index, each in enumerate(found)
        if each.kind != "proposal"
        or each.rejected
        or not any(
            later.kind in {"decision", "assignment"} and _decides(later.view.text, each.view.text)
            for later in found[index + 1 :]
        )
    ]


def _decides(decision: str, proposal: str) -> bool:
    if says("proposals", decision, "follows"):
        return True
    opens = rule_for("proposals", "opens").regex.search(proposal)
    theirs = _words(proposal[opens.end() :] if opens else proposal)
    ours = _words(decision)
    again = [(word, other) for word in theirs for other in ours if _alike(word, other)]
    most = 1 < len({word for word, _ in again}) >= len(theirs) / 2
    return most or any(_is_thing(word) and len(other) >= _THING for word, other in again)


def _words(text: str) -> list[str]:
    """The words of some length without the names of bodies."""
    body = rule_for("affiliations", "organisation").regex
    words = dict.fromkeys(
        word.lower()
        for word in _WORD.findall(text)
        if not (word[0].isupper() and body.fullmatch(word))
    )
    return [word for word in words if not word.startswith(listed("proposals", "idle"))]


def _alike(one: str, two: str) -> bool:
    short, long = sorted((_stem(one), _stem(two)), key=len)
    return short in long if len(short) > _SHORTEST else long.startswith(short)


def _stem(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - _ENDING)]


def _is_thing(word: str) -> bool:
    """Whether a word is long enough to name one thing, which is no place and nobody."""
    return len(word) >= _THING and area_kind(word) == "problem"
