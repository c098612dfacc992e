"""Which earlier action a follow-up speaks of.

A follow-up is compared with the actions of earlier meetings of its series by what they have in common
(words.py), weighed by how rare that is in the series, and by what else tells them apart: the owner named, the
item's title, a meeting, "§ 12" or "punkt 3" referred to, how long ago it was and whether it is over. What an
earlier follow-up said of an action counts as the action's own words, so that chains hold. The follow-ups
of one meeting are linked together: the surest first, and another one to the same action only if it fits
much better there than elsewhere. A follow-up is linked where enough agrees and no other action agrees
nearly as much; else it stays without one.

Rules of links: words; reference (a meeting or item named); chain (the words of an earlier follow-up did more
than the action's own).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.link.references import Reference, reference
from pipeline.link.rows import FINAL, ActionRow, FollowUpRow, Link, Place, place, same_file
from pipeline.link.words import (
    Weights,
    Word,
    Words,
    features_of,
    same_words,
    stems,
    words_of,
)

_MEETINGS_BACK = 24  # how many earlier meetings with actions are looked at
_CANDIDATES = 8  # actions, those that share most, that are looked at closely
_HALF_SURE = 0.04  # score of a link that is as likely wrong as right, were it made
SURE = 0.3  # score from which an action is linked unless another is as good
_LIKELY = 0.08  # score from which one is linked that has no rival
_RIVAL = 0.85  # another action this near the best, of another meeting or owner, is too near
_FAR = 0.6  # ... and one that is not this near is no rival
_OWNER = 0.16  # added where the owner is named
_OTHER_OWNER = 0.06  # taken where the owner of another candidate is named instead
_PART_OF_NAME = 0.9  # of a first name alone against the whole name
_FEWEST = 1.5  # rare words that even the shortest statement counts as
_TITLE = 0.4  # of a word that stands only in the title of the action's item
_CHAIN = 0.8  # of a word of an earlier follow-up
_REFERRED = 0.12  # added where meeting or item are named
_NOT_REFERRED = 0.5  # of the score where others are named
_OVER = 0.8  # of the score of an action that is over
_AGE = 0.97  # of the score for each meeting in between
_TAKEN = 0.7  # of the score of an action that another follow-up of the meeting speaks of


@dataclass(slots=True)
class _Known:
    """An action ready for comparison. `words` are without the owner's.

    told: what follow-ups said of it, in order. reach: the features of all that was said of it.
    """

    row: ActionRow
    place: Place
    words: Words
    features: dict[str, float]
    owner: frozenset[str]
    reach: dict[str, float]
    told: list[tuple[FollowUpRow, dict[str, float]]] = field(default_factory=list)
    over: bool = False


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    action: _Known
    rule: str
    words: tuple[str, ...]
    via: str | None


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
    dated = [each for each in follow_ups if each.meeting_date is not None]
    asked = {each.follow_up_id: words_of(each.text) for each in dated}
    weights = Weights([*(each.words for each in known), *asked.values()])
    by_meeting: dict[Place, list[_Known]] = defaultdict(list)
    for action in known:
        by_meeting[action.place].append(action)
    said: dict[Place, list[FollowUpRow]] = defaultdict(list)
    for each in dated:
        said[place(each.meeting_date, each.meeting_id)].append(each)
    meetings = sorted(by_meeting)
    links: dict[str, Link] = {}
    for here in sorted(said):
        earlier = [
            meeting
            for meeting in meetings
            if meeting < here and (meeting[0] < here[0] or same_file(meeting[1], here[1]))
        ][-_MEETINGS_BACK:]
        candidates = [action for meeting in earlier for action in by_meeting[meeting]]
        if candidates:
            links |= _of_meeting(said[here], candidates, earlier, asked, weights)
    return links


def sureness(score: float) -> float:
    """What a link's score says of how sure it is, 0..1."""
    return score / (score + _HALF_SURE)


def _of_meeting(
    said: Sequence[FollowUpRow],
    candidates: Sequence[_Known],
    meetings: Sequence[Place],
    asked: Mapping[str, Words],
    weights: Weights,
) -> dict[str, Link]:
    """The links of one meeting's follow-ups, the surest first."""
    age = {meeting: len(meetings) - 1 - at for at, meeting in enumerate(meetings)}
    left = {
        each.follow_up_id: (each, _ranked(each, candidates, age, asked[each.follow_up_id], weights))
        for each in said
    }
    links: dict[str, Link] = {}
    taken: set[str] = set()
    while left:
        best: tuple[float, str, _Scored] | None = None
        for key, (_, ranked) in left.items():
            chosen = _best(ranked, taken)
            if chosen is not None and (best is None or chosen.score > best[0]):
                best = (chosen.score, key, chosen)
        if best is None:
            break
        _, key, chosen = best
        each, _ = left.pop(key)
        action = chosen.action
        links[key] = Link(
            action.row.action_id,
            round(sureness(chosen.score), 3),
            chosen.rule,
            chosen.words,
            chosen.via,
        )
        taken.add(action.row.action_id)
        action.over = action.over or each.outcome in FINAL
        said_now = features_of(asked[key].values(), _CHAIN)
        action.told.append((each, said_now))
        action.reach = _higher(action.reach, said_now)
    return links


def _ranked(
    follow_up: FollowUpRow,
    candidates: Sequence[_Known],
    age: Mapping[Place, int],
    asked: Words,
    weights: Weights,
) -> list[_Scored]:
    """The actions that share something with a follow-up, best first."""
    wanted = {
        feature: share * weights.of(feature)
        for feature, share in features_of(asked.values()).items()
    }
    rough: list[tuple[float, int]] = []
    for at, action in enumerate(candidates):
        common = wanted.keys() & action.reach.keys()
        if common:
            shared = sum(wanted[feature] * action.reach[feature] for feature in common)
            rough.append((shared, at))
    rough.sort(reverse=True)
    named = stems(follow_up.text)
    referred = reference(follow_up.text, follow_up.meeting_date or date.min)
    scored = [
        _score(action, asked, weights, named, referred, age[action.place])
        for action in (candidates[at] for _, at in rough[:_CANDIDATES])
    ]
    owners = max((_owner_named(each.action, named) for each in scored), default=0.0)
    fitting = [
        each
        if not owners or not each.action.owner or _owner_named(each.action, named)
        else _Scored(each.score - _OTHER_OWNER, each.action, each.rule, each.words, each.via)
        for each in scored
    ]
    return sorted(fitting, key=lambda each: -each.score)


def _score(
    action: _Known,
    asked: Words,
    weights: Weights,
    named: frozenset[str],
    referred: Reference,
    age: int,
) -> _Scored:
    owner = _owner_named(action, named)
    own, words = _shared(asked, action, action.features, weights, owner_named=owner > 0)
    rule, via = "words", None
    for follow_up, features in action.told:
        with_told = _higher(action.features, features)
        more, more_words = _shared(asked, action, with_told, weights, owner_named=owner > 0)
        if more > own * 1.25:
            own, words, rule, via = more, more_words, "chain", follow_up.follow_up_id
    score = own + _OWNER * owner if own else 0.0
    fits = referred.fits(action.row.meeting_date, action.row.section_number, age)
    if fits is not None:
        score = score + (_REFERRED if own > _REFERRED else 0.0) if fits else score * _NOT_REFERRED
        rule = "reference" if fits else rule
    score *= _AGE**age * (_OVER if action.over else 1.0)
    return _Scored(score, action, rule, words, via)


def _shared(
    asked: Words,
    action: _Known,
    features: Mapping[str, float],
    weights: Weights,
    *,
    owner_named: bool,
) -> tuple[float, tuple[str, ...]]:
    """The weight that both hold, between the two statements' own weights (0..1), and the words."""
    agreed = [
        (weights.agreement(word, features), word)
        for stem, word in asked.items()
        if stem not in action.owner
    ]
    telling = [(amount, word) for amount, word in agreed if amount > 0]
    plain = [word for _, word in telling if not word.named]
    if not plain or (len(plain) == 1 and plain[0].usual and not owner_named):
        return 0.0, ()
    least = _FEWEST * weights.rare
    whole = (
        max(least, weights.whole(asked, action.owner)),
        max(least, weights.whole(action.words)),
    )
    shared = sum(amount for amount, _ in telling)
    score = shared / (min(whole) ** 0.7 * max(whole) ** 0.3)
    ordered = sorted(telling, key=lambda pair: -pair[0])
    return score, tuple(word.lemma for _, word in ordered[:5])


def _best(ranked: Sequence[_Scored], taken: set[str]) -> _Scored | None:
    """The action to link, if it is good enough and alone."""
    weighed = sorted(
        (
            (each.score * (_TAKEN if each.action.row.action_id in taken else 1.0), at)
            for at, each in enumerate(ranked)
        ),
        reverse=True,
    )
    if not weighed or weighed[0][0] < _LIKELY:
        return None
    score, at = weighed[0]
    first = _decided(ranked[at], ranked)
    rival = max(
        (
            value
            for value, other in weighed[1:]
            if not _same_deed(first.action, ranked[other].action)
        ),
        default=0.0,
    )
    near = score * (_RIVAL if score >= SURE else _FAR)
    alone = rival <= near or score >= 2 * SURE
    return _Scored(score, first.action, first.rule, first.words, first.via) if alone else None


def _decided(first: _Scored, ranked: Sequence[_Scored]) -> _Scored:
    """What was decided or undertaken in place of the same deed proposed."""
    if first.action.row.kind != "proposal":
        return first
    for other in ranked:
        decided = other.action.row.kind != "proposal" and _same_deed(first.action, other.action)
        if decided and other.score >= first.score * _RIVAL:
            return other
    return first


def _same_deed(one: _Known, other: _Known) -> bool:
    """Whether two actions are one deed said twice, so that either will do."""
    return same_words(one.words, other.words)


def _owner_named(action: _Known, named: frozenset[str]) -> float:
    """How far the action's owner is named: 1 the whole name, less for a part."""
    if not action.owner:
        return 0.0
    share = len(action.owner & named) / len(action.owner)
    return 1.0 if share == 1 else share * _PART_OF_NAME


def _known(action: ActionRow) -> _Known:
    """The action's words without the owner's name; words of the item's title alone count less."""
    owner = stems(action.owner or "")
    own = {stem: word for stem, word in words_of(action.text).items() if stem not in owner}
    titled: list[Word] = [
        word for stem, word in words_of(action.section_title or "").items() if stem not in owner
    ]
    features = _higher(features_of(titled, _TITLE), features_of(own.values()))
    here = place(action.meeting_date, action.meeting_id)
    return _Known(action, here, own, features, owner, features)


def _higher(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """The features of both, each at its highest."""
    found = dict(one)
    for feature, share in other.items():
        found[feature] = max(found.get(feature, 0.0), share)
    return found
