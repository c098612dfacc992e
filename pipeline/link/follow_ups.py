"""Which earlier action a follow-up speaks of, and how each action stands today.

A follow-up is compared with the actions of earlier meetings of its series: dictionary forms of their
words, parts of compounds ("belysningsförslaget" and "förslag om belysning"), the item's title and the
owner, each weighed by how rare it is in the series. The best action is linked where enough agrees and
no other agrees as much; else the follow-up stays without one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log

from pipeline.vocabulary import words

_MEETINGS_BACK = 24  # how many earlier meetings with actions are looked at
_THRESHOLD = 0.34  # least score of a link
_AMBIGUOUS = 0.9  # a second action this near the first, of another meeting or owner, is too near
_STEM = 6  # letters that two inflected words or compounds must share
_PART = 4  # letters of the shortest part of a compound
_PART_WEIGHT = 0.6  # of a compound's part against the whole word
_OWNER_BONUS = 0.18
_TITLE_WEIGHT = 0.5  # of a word that stands only in the title of the action's item
_DONE_WEIGHT = 0.8  # an action that is over is followed up less often
_AGE_WEIGHT = 0.99  # for each meeting in between
_FINAL = frozenset({"done", "dropped"})
_PROTOCOLS = frozenset({"protokoll", "minnesanteckningar"})


@dataclass(frozen=True, slots=True)
class MeetingRow:
    meeting_id: str
    meeting_date: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    action_id: str
    meeting_id: str
    meeting_date: date | None
    kind: str
    text: str
    owner: str | None
    due_date: date | None
    section_title: str | None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    follow_up_id: str
    meeting_id: str
    meeting_date: date | None
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """The action that a follow-up speaks of; `score` is 0..1."""

    action_id: str
    score: float


_Features = Mapping[str, float]  # feature -> share of its word's weight


@dataclass(frozen=True, slots=True)
class _Known:
    """An action ready for comparison."""

    row: ActionRow
    features: _Features
    owner: frozenset[str]


def link_follow_ups(
    actions: Sequence[ActionRow], follow_ups: Sequence[FollowUpRow]
) -> dict[str, Link]:
    """The link of each follow-up that has one. All rows are of one series.

    An action belongs to an earlier date, or to an earlier meeting of the same file. Formalities are
    never followed up. Time grows with follow-ups times the actions of `_MEETINGS_BACK` meetings.
    """
    known = [
        _Known(each, _action_features(each), frozenset(_lemmas(each.owner or "")))
        for each in actions
        if each.kind != "formality" and each.meeting_date is not None
    ]
    asked = {each.follow_up_id: _features(each.text) for each in follow_ups}
    weight = _weights([*(each.features for each in known), *asked.values()])
    by_meeting: dict[tuple[date, str], list[_Known]] = defaultdict(list)
    for action in known:
        by_meeting[_place(action.row.meeting_date, action.row.meeting_id)].append(action)
    meetings = sorted(by_meeting)
    links: dict[str, Link] = {}
    over: set[str] = set()
    dated = [each for each in follow_ups if each.meeting_date is not None]
    dated.sort(key=lambda each: _place(each.meeting_date, each.meeting_id))
    first = 0
    for follow_up in dated:
        place = _place(follow_up.meeting_date, follow_up.meeting_id)
        while first < len(meetings) and meetings[first] < place:
            first += 1
        earlier = [
            meeting
            for meeting in meetings[max(0, first - _MEETINGS_BACK) : first]
            if meeting[0] < place[0] or _same_file(meeting[1], place[1])
        ]
        scored = [
            (
                _score(asked[follow_up.follow_up_id], action, weight, follow_up.text)
                * _AGE_WEIGHT ** (len(earlier) - 1 - nth)
                * (_DONE_WEIGHT if action.row.action_id in over else 1),
                action,
            )
            for nth, meeting in enumerate(earlier)
            for action in by_meeting[meeting]
        ]
        link = _best(scored)
        if link is not None:
            links[follow_up.follow_up_id] = link
            if follow_up.outcome in _FINAL:
                over.add(link.action_id)
    return links


def action_states(
    meetings: Sequence[MeetingRow],
    actions: Sequence[ActionRow],
    follow_ups: Sequence[FollowUpRow],
    links: Mapping[str, Link],
) -> dict[str, str]:
    """How each action stands: open, reported, done, dropped or silent. All rows are of one series.

    The last follow-up that says how it goes decides; one that only mentions the action counts as a
    report. Without any: silent where a later protocol exists (a summons is none), else open. A
    formality is done when it is noted.
    """
    protocols = sorted(
        _place(each.meeting_date, each.meeting_id)
        for each in meetings
        if each.kind in _PROTOCOLS and each.meeting_date is not None
    )
    answers: dict[str, list[FollowUpRow]] = defaultdict(list)
    for follow_up in follow_ups:
        if (link := links.get(follow_up.follow_up_id)) is not None:
            answers[link.action_id].append(follow_up)
    return {
        each.action_id: _state(each, answers.get(each.action_id, ()), protocols) for each in actions
    }


def _state(
    action: ActionRow, answers: Iterable[FollowUpRow], protocols: Sequence[tuple[date, str]]
) -> str:
    if action.kind == "formality":
        return "done"
    state: str | None = None
    for answer in sorted(answers, key=lambda each: _place(each.meeting_date, each.meeting_id)):
        if answer.outcome in _FINAL:
            state = answer.outcome
        elif answer.outcome != "mentioned" or state is None:
            state = "reported"
    if state is not None:
        return state
    if action.meeting_date is None or not protocols:
        return "open"
    last_date, last_id = protocols[-1]
    later = last_date > action.meeting_date or (
        last_date == action.meeting_date
        and _same_file(action.meeting_id, last_id)
        and action.meeting_id < last_id
    )
    return "silent" if later else "open"


def _place(meeting_date: date | None, meeting_id: str) -> tuple[date, str]:
    """Order of meetings: by date, then by place in the file."""
    return meeting_date or date.min, meeting_id


def _same_file(one: str, other: str) -> bool:
    """Whether two meeting ids ("<document>-<ordinal>") are of one file."""
    return one.rpartition("-")[0] == other.rpartition("-")[0] != ""


def _best(scored: Sequence[tuple[float, _Known]]) -> Link | None:
    if not scored:
        return None
    ranked = sorted(scored, key=lambda pair: pair[0], reverse=True)
    score, action = ranked[0]
    if score < _THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[1][0] > score * _AMBIGUOUS and score < 2 * _THRESHOLD:
        other = ranked[1][1]
        same_deed = _overlap(action.features, other.features) > 0.8
        if not same_deed:
            return None
    return Link(action.row.action_id, round(min(score, 1.0), 3))


def _overlap(one: _Features, other: _Features) -> float:
    return len(one.keys() & other.keys()) / max(1, min(len(one), len(other)))


def _score(asked: _Features, action: _Known, weight: Mapping[str, float], text: str) -> float:
    """Share of the weight that both texts hold, in the middle of the two texts' own weights."""
    common = asked.keys() & action.features.keys()
    if not common:
        return 0.0
    shared = sum(min(asked[each], action.features[each]) * weight[each] for each in common)
    whole = [
        sum(share * weight[each] for each, share in features.items())
        for features in (asked, action.features)
    ]
    score = float(shared / (min(whole) ** 0.7 * max(whole) ** 0.3))
    named = frozenset(_lemmas(text))
    if action.owner and action.owner <= named:
        score += _OWNER_BONUS
    return score


def _action_features(action: ActionRow) -> _Features:
    """The action's words without the owner's name; the title's words count less."""
    owner = frozenset(_lemmas(action.owner or ""))
    features = {
        feature: share * _TITLE_WEIGHT
        for feature, share in _features(action.section_title or "").items()
    }
    features.update(_features(action.text, without=owner))
    return features


def _features(text: str, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """What may be compared: dictionary forms, word beginnings and ends of long words."""
    features: dict[str, float] = {}
    for lemma in _lemmas(text):
        if lemma in without:
            continue
        for feature, share in _parts(lemma):
            features[feature] = max(share, features.get(feature, 0.0))
    return features


def _lemmas(text: str) -> list[str]:
    return [
        lemma
        for word in re.findall(r"[^\W\d_]{3,}", text)
        if word.casefold() not in words("link_words", "empty")
        and (lemma := _lemma(word.casefold())) not in words("link_words", "empty")
    ]


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang="sv").casefold()


@lru_cache(maxsize=100_000)
def _parts(lemma: str) -> tuple[tuple[str, float], ...]:
    """The word, its stem, and where it is a compound its parts.

    "trygghetsvandringen" gives itself, "=trygghetsvandr" and the parts "trygghet", "vandring".
    """
    stem = _INFLECTION.sub("", lemma) if len(lemma) > _STEM else lemma
    found = {f"={stem}": 1.0}
    for part in _compound(lemma):
        found.setdefault(
            f"={_INFLECTION.sub('', part) if len(part) > _STEM else part}", _PART_WEIGHT
        )
    return tuple(found.items())


_INFLECTION = re.compile(
    r"(?:ningarnas?|ningar|ningens?|ning|andet|ande|elserna|elser|elsen|else|heterna|heter|heten"
    r"|arnas?|ernas?|ornas?|aren|arna|orna|erna|en|et|ar|er|or|na|a|e|t|n|s)$"
)


def _compound(word: str) -> tuple[str, ...]:
    """The two parts of a compound whose parts the dictionary knows; () for other words."""
    import simplemma

    for cut in range(len(word) - _PART, _PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        for first in (head, head.removesuffix("s")):
            if (
                len(first) >= _PART
                and simplemma.is_known(first, lang="sv")
                and simplemma.is_known(tail, lang="sv")
            ):
                return _lemma(first), _lemma(tail)
    return ()


def _weights(texts: Sequence[_Features]) -> dict[str, float]:
    """How much each feature says: much where few texts hold it."""
    counted = Counter(feature for features in texts for feature in features)
    return {
        feature: log(1 + (len(texts) + 5) / (count + 0.5)) for feature, count in counted.items()
    }
