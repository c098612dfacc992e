"""Which earlier action a follow-up speaks of, and how each action stands today.

A follow-up is compared with the actions of earlier meetings of its series: dictionary forms of their
words, parts of compounds ("belysningsförslaget" and "förslag om belysning"), the item's title and the
owner, each weighed by how rare it is in the series. The best action is linked where enough agrees and
no other agrees as much; else the follow-up stays without one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log

from pipeline.link.rows import FINAL, ActionRow, FollowUpRow, Link, place, same_file
from pipeline.vocabulary import words

_MEETINGS_BACK = 24  # how many earlier meetings with actions are looked at
_THRESHOLD = 0.32  # least score of a link
_AMBIGUOUS = 0.9  # a second action this near the first, of another meeting or owner, is too near
_STEM = 6  # letters of the longest word that keeps its ending
_PART = 4  # letters of the shortest part of a compound
_PART_WEIGHT = 0.6  # of a compound's part against the whole word
_OWNER_BONUS = 0.18
_PART_OF_NAME = 0.9  # of a first name alone against the whole name
_TITLE_WEIGHT = 0.5  # of a word that stands only in the title of the action's item
_DONE_WEIGHT = 0.8  # an action that is over is followed up less often
_AGE_WEIGHT = 0.99  # for each meeting in between
_USUAL_LENGTH = 7  # letters of a stem of usual weight
_NAME_WEIGHT = 0.4  # of the name of a place or a person
_WORD = re.compile(r"[^\W\d_]{3,}")
_OPENS = re.compile(r"(?:^|[.:!?•])\s*$")
_INFLECTION = re.compile(
    r"(?:ningarnas?|ningar|ningens?|ning|andet|ande|elserna|elser|elsen|else|heterna|heter|heten"
    r"|arnas?|ernas?|ornas?|aren|arna|orna|erna|en|et|ar|er|or|na|a|e|t|n|s)$"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """What a text's word says: how much of its weight counts, and the parts of a compound."""

    share: float
    parts: tuple[str, ...]


_Words = Mapping[str, _Word]  # by stem


@dataclass(frozen=True, slots=True)
class _Known:
    """An action ready for comparison.

    `parts` are the parts of its compounds; `reach` is all that a text could have in common with it.
    """

    row: ActionRow
    words: _Words
    parts: frozenset[str]
    reach: frozenset[str]
    owner: frozenset[str]


def link_follow_ups(
    actions: Sequence[ActionRow], follow_ups: Sequence[FollowUpRow]
) -> dict[str, Link]:
    """The link of each follow-up that has one. All rows are of one series.

    An action belongs to an earlier date, or to an earlier meeting of the same file. Formalities are
    never followed up. Time grows with follow-ups times the actions of `_MEETINGS_BACK` meetings.
    """
    known = [
        _known(each)
        for each in actions
        if each.kind != "formality" and each.meeting_date is not None
    ]
    asked = {each.follow_up_id: _words_of(each.text) for each in follow_ups}
    weight = _weights([*(each.words for each in known), *asked.values()])
    by_meeting: dict[tuple[date, str], list[_Known]] = defaultdict(list)
    for action in known:
        by_meeting[place(action.row.meeting_date, action.row.meeting_id)].append(action)
    meetings = sorted(by_meeting)
    links: dict[str, Link] = {}
    over: set[str] = set()
    dated = [each for each in follow_ups if each.meeting_date is not None]
    dated.sort(key=lambda each: place(each.meeting_date, each.meeting_id))
    first = 0
    for follow_up in dated:
        here = place(follow_up.meeting_date, follow_up.meeting_id)
        while first < len(meetings) and meetings[first] < here:
            first += 1
        earlier = [
            meeting
            for meeting in meetings[max(0, first - _MEETINGS_BACK) : first]
            if meeting[0] < here[0] or same_file(meeting[1], here[1])
        ]
        reach = _parts(asked[follow_up.follow_up_id]) | asked[follow_up.follow_up_id].keys()
        scored = [
            (
                _score(asked[follow_up.follow_up_id], action, weight, follow_up.text)
                * _AGE_WEIGHT ** (len(earlier) - 1 - nth)
                * (_DONE_WEIGHT if action.row.action_id in over else 1),
                action,
            )
            for nth, meeting in enumerate(earlier)
            for action in by_meeting[meeting]
            if not reach.isdisjoint(action.reach)
        ]
        link = _best(scored)
        if link is not None:
            links[follow_up.follow_up_id] = link
            if follow_up.outcome in FINAL:
                over.add(link.action_id)
    return links


def _best(scored: Sequence[tuple[float, _Known]]) -> Link | None:
    if not scored:
        return None
    ranked = sorted(scored, key=lambda pair: pair[0], reverse=True)
    score, action = ranked[0]
    if score < _THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[1][0] > score * _AMBIGUOUS and score < 2 * _THRESHOLD:
        other = ranked[1][1]
        same_deed = _overlap(action.words, other.words) > 0.8
        if not same_deed:
            return None
    return Link(action.row.action_id, round(min(score, 1.0), 3))


def _overlap(one: _Words, other: _Words) -> float:
    return len(one.keys() & other.keys()) / max(1, min(len(one), len(other)))


def _score(asked: _Words, action: _Known, weight: Mapping[str, float], text: str) -> float:
    """Share of the weight that both texts hold, between the two texts' own weights."""
    agreed = [(word, _agreement(stem, word, action, weight)) for stem, word in asked.items()]
    if not any(amount and word.share > _NAME_WEIGHT for word, amount in agreed):
        return 0.0
    shared = sum(amount for _, amount in agreed)
    whole = [
        sum(word.share * weight[stem] for stem, word in words.items() if stem not in action.owner)
        for words in (asked, action.words)
    ]
    score = float(shared / (min(whole) ** 0.7 * max(whole) ** 0.3))
    return score + _OWNER_BONUS * _owner_named(action, text)


def _owner_named(action: _Known, text: str) -> float:
    """How far `text` names the action's owner: 1 the whole name, less for a part, also "Majs"."""
    if not action.owner:
        return 0.0
    told = {_stem(form) for lemma in _lemmas(text) for form in (lemma, lemma.removesuffix("s"))}
    share = len(action.owner & told) / len(action.owner)
    return 1.0 if share == 1 else share * _PART_OF_NAME


def _agreement(stem: str, word: _Word, action: _Known, weight: Mapping[str, float]) -> float:
    """The weight of one word that the action holds too, whole or as a compound's part."""
    if (same := action.words.get(stem)) is not None:
        return min(word.share, same.share) * weight[stem]
    if stem in action.parts:
        return word.share * _PART_WEIGHT * weight[stem]
    return max(
        (
            word.share * _PART_WEIGHT * weight[part] * (1 if part in action.words else _PART_WEIGHT)
            for part in word.parts
            if part in action.words or part in action.parts
        ),
        default=0.0,
    )


def _known(action: ActionRow) -> _Known:
    """The action's words without the owner's name; words of the item's title alone count less."""
    owner = frozenset(_stem(lemma) for lemma in _lemmas(action.owner or ""))
    found = {
        stem: _Word(word.share * _TITLE_WEIGHT, word.parts)
        for stem, word in _words_of(action.section_title or "").items()
    }
    found.update(_words_of(action.text))
    kept = {stem: word for stem, word in found.items() if stem not in owner}
    parts = _parts(kept)
    return _Known(action, kept, parts, parts | kept.keys(), owner)


def _parts(words: _Words) -> frozenset[str]:
    return frozenset(part for word in words.values() for part in word.parts)


def _words_of(text: str) -> dict[str, _Word]:
    """The words that say something, by stem; names of places and people count less."""
    found: dict[str, _Word] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        lemma = _lemma(word.casefold())
        if word.casefold() in words("link_words", "empty") or lemma in words("link_words", "empty"):
            continue
        named = word[0].isupper() and not _OPENS.search(text, 0, match.start())
        stem = _stem(lemma)
        new = _Word(_NAME_WEIGHT, ()) if named else _Word(1.0, _compound(lemma))
        if stem not in found or found[stem].share < new.share:
            found[stem] = new
    return found


def _lemmas(text: str) -> list[str]:
    return [_lemma(match.group().casefold()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang="sv").casefold()


def _stem(lemma: str) -> str:
    """The word without its ending, where it is long enough to have one."""
    return _INFLECTION.sub("", lemma) if len(lemma) > _STEM else lemma


@lru_cache(maxsize=100_000)
def _compound(word: str) -> tuple[str, ...]:
    """The stems of a compound's two parts, both known to the dictionary; () for other words."""
    import simplemma

    for cut in range(len(word) - _PART, _PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        for first in (head, head.removesuffix("s")):
            if (
                len(first) >= _PART
                and simplemma.is_known(first, lang="sv")
                and simplemma.is_known(tail, lang="sv")
            ):
                return _stem(_lemma(first)), _stem(_lemma(tail))
    return ()


def _weights(texts: Sequence[_Words]) -> dict[str, float]:
    """How much each stem says: much where few texts hold it, and where it is long."""
    counted = Counter(
        stem
        for each in texts
        for stem in {*each, *(part for word in each.values() for part in word.parts)}
    )
    return {
        stem: log(1 + (len(texts) + 5) / (count + 0.5)) * min(len(stem) / _USUAL_LENGTH, 2.0)
        for stem, count in counted.items()
    }
