"""How likely it is that a follow-up speaks of an earlier action: a small model over what both have in common.

Each pair of a follow-up and an action has the values of `Pair`, all about 0..1; their weights (weights.toml) are made by
training/links/train.py from labelled series. The weighted sums of all actions that a follow-up may speak of,
and of none of them, give the probability of each.
"""

import tomllib
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib.resources import files
from math import exp, log, log1p
from operator import mul
from typing import NamedTuple

from pipeline.link.rows import FollowUpRow, Place
from pipeline.link.statements import Asked, Known, higher
from pipeline.link.words import Weights, Word, Words, features_of

_MANY = 8  # actions, those that share most, that are looked at closely
_FEW = 3  # ... of what may be a follow-up
_MEETINGS_BACK = 24  # how many earlier meetings with actions are looked at
_CHAIN = 0.8  # of a word of an earlier follow-up
_TITLE = 0.5  # of a word of the title of its item
_OWNER = 0.5  # what a named owner counts for when candidates are chosen, in rare words
_LEAST = 0.15  # rare words that what may be a follow-up must share at least
_FEWEST = 1.5  # rare words that even the shortest statement counts as
_HIGHEST = 50.0  # score
_MOST = 1.5  # rare words that one word counts as at most


class Pair(NamedTuple):
    """What speaks for and against an action. Weights of words are in those of a rare word."""

    any: float = 1.0
    possible: float = 0.0  # the record does not say that it is a follow-up
    told: float = 0.0  # ... the log of the odds that it is, by its words alone
    beside: float = 0.0  # ... and one stands in the same item
    standing: float = 0.0  # ... and its item's title says that it is of earlier actions
    problem: float = 0.0  # ... and it speaks of a problem
    name: float = 0.0  # the shared name that says most
    given: float = 0.0  # that word is definite here and was not in the action
    best: float = 0.0  # the shared word that says most
    total: float = 0.0  # the log of all that is shared
    share: float = 0.0  # ... against all that the action says
    covered: float = 0.0  # ... against all that the follow-up says
    chain_best: float = 0.0  # what best and share win by earlier follow-ups of the action
    chain_share: float = 0.0
    owner: float = 0.0  # how much of the owner's name is named
    sole: float = 0.0  # how much more of it than of any other open candidate's owner
    both: float = 0.0  # two or more persons are the owner, and all are named
    when: float = 0.0  # a day or a month that both name
    title: float = 0.0  # what the title of the follow-up's item shares with the action
    borrowed: float = 0.0  # what is shared stands around the action and not in it
    only: float = 0.0  # no other candidate has the best word
    elsewhere: float = 0.0  # another meeting or item is referred to
    otherwise: float = 0.0  # the action is called what it is not: decided, promised, proposed
    proposal: float = 0.0  # the action was only proposed
    age: float = 0.0  # the log of the meetings in between
    quiet: float = 0.0  # ... since it was last spoken of
    over: float = 0.0  # the action is done or dropped
    followed: float = 0.0  # it has been followed up before


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a follow-up shares with an action, in rare words. `best` and `total` are without names, of which
    `name` is the most. `words`: most telling first.
    """

    best: float
    total: float
    share: float
    name: float
    words: tuple[Word, ...]
    amounts: tuple[float, ...]


class Candidate(NamedTuple):
    """An action that a follow-up may speak of."""

    action: Known
    pair: Pair
    agreed: Agreement


class Actions:
    """The actions of the last meetings, looked up by what they have in common with a follow-up."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._meetings: deque[list[Known]] = deque()
        self._by_feature: dict[str, dict[int, Known]] = defaultdict(dict)
        self._by_owner: dict[str, dict[int, Known]] = defaultdict(dict)

    def add(self, meeting: list[Known]) -> None:
        """The actions of the next meeting; those of the oldest are forgotten."""
        self._meetings.append(meeting)
        if len(self._meetings) > _MEETINGS_BACK:
            for action in self._meetings.popleft():
                for name in action.reach:
                    del self._by_feature[name][id(action)]
                for stem in action.names:
                    del self._by_owner[stem][id(action)]
        for action in meeting:
            action.weight = self._said(action.words)
            self._index(action, action.reach)
            for stem in action.names:
                self._by_owner[stem][id(action)] = action

    def follow(self, action: Known, told: FollowUpRow, words: Words) -> None:
        """Count what a follow-up says as said of the action, too."""
        action.told.append((told, words))
        said = features_of(words.values(), _CHAIN)
        action.reach = higher(action.reach, said)
        self._index(action, said)

    def _index(self, action: Known, names: Mapping[str, float]) -> None:
        for name in names:
            self._by_feature[name][id(action)] = action

    def _sharing(self, asked: Asked) -> list[Known]:
        """The actions that share most with a follow-up, or whose owner it names."""
        shared: dict[int, float] = defaultdict(float)
        found: dict[int, Known] = {}
        for name, share in features_of(asked.words.values()).items():
            actions = self._by_feature.get(name)
            if actions:
                found |= actions
                weight = share * self._weights.of(name) / self._weights.rare
                for key, action in actions.items():
                    shared[key] += weight * action.reach[name]
        possible = asked.row.probability is not None
        for stem in asked.named:
            for key, action in self._by_owner.get(stem, {}).items():
                if key in shared or action.named(asked.called):
                    found[key] = action
                    shared[key] += _OWNER / len(action.names)
        if not shared or (possible and max(shared.values()) < _LEAST):
            return []
        self._entitle(asked, shared)
        most = nlargest(_FEW if possible else _MANY, shared, key=shared.__getitem__)
        return [found[key] for key in most]

    def _entitle(self, asked: Asked, shared: dict[int, float]) -> None:
        """Count what the title of the follow-up's item shares with the actions that may be meant, too."""
        for name, share in features_of(asked.title.values(), _TITLE).items():
            weight = share * self._weights.of(name) / self._weights.rare
            for key, action in self._by_feature.get(name, {}).items():
                if key in shared:
                    shared[key] += weight * action.reach[name]

    def ages(self) -> dict[Place, int]:
        """How many meetings of those kept came after each."""
        return {
            meeting[0].place: age for age, meeting in enumerate(reversed(self._meetings)) if meeting
        }

    def candidates(self, asked: Asked) -> list[Candidate]:
        """The actions that a follow-up may speak of, with what speaks for each."""
        sharing = self._sharing(asked)
        if not sharing:
            return []
        ages = self.ages()
        places = [meeting[0].place for meeting in self._meetings if meeting]
        own = []
        for action in sharing:
            agreed = self.agreement(asked, action, action.features)
            chain = self.agreement(asked, action, action.reach) if action.told else agreed
            if chain.words or action.named(asked.called):
                own.append((action, agreed, chain))
        most: dict[str, list[float]] = defaultdict(list)
        for _, agreed, _ in own:
            for amount, word in zip(agreed.amounts, agreed.words, strict=True):
                most[word.lemma].append(amount)
        named = sorted(action.named(asked.named) for action, _, _ in own if not action.over)
        rival = named[-2] if len(named) > 1 else 0.0
        return [
            Candidate(
                action,
                self._pair(
                    asked,
                    action,
                    agreed,
                    chain,
                    ages[action.place],
                    _since(action, places),
                    most,
                    rival,
                ),
                agreed,
            )
            for action, agreed, chain in own
        ]

    def _pair(
        self,
        asked: Asked,
        action: Known,
        agreed: Agreement,
        chain: Agreement,
        age: int,
        quiet: int,
        most: Mapping[str, Sequence[float]],
        rival: float,
    ) -> Pair:
        possible = asked.row.probability
        row = action.row
        fits = asked.referred.fits(row.meeting_date, row.section_number, age)
        titled = sum(
            self._weights.agreement(word, action.features) for word in asked.title.values()
        )
        return Pair(
            possible=possible is not None,
            told=_log_odds(possible) if possible is not None else 0.0,
            beside=possible is not None and asked.beside,
            standing=possible is not None and asked.standing,
            problem=bool(asked.row.problem),
            name=chain.name,
            given=_given(agreed, action),
            best=agreed.best,
            total=log1p(agreed.total),
            share=agreed.share,
            covered=min(chain.total / self._said(asked.words), 1.0),
            chain_best=chain.best - agreed.best,
            chain_share=chain.share - agreed.share,
            owner=(named := action.named(asked.named)),
            sole=max(0.0, named - rival),
            both=named == 1 and len(row.doers) > 1,
            when=asked.days.shared(action.days),
            title=min(titled / self._weights.rare, 1.0),
            borrowed=self._borrowed(agreed, action),
            only=_only(agreed, most),
            elsewhere=fits is False,
            otherwise=asked.referred.calls(row.kind) is False,
            proposal=row.kind == "proposal",
            age=log1p(age),
            quiet=log1p(quiet),
            over=action.over,
            followed=bool(action.told),
        )

    def _borrowed(self, agreed: Agreement, action: Known) -> bool:
        """Whether the word that says most of those shared is not the action's own, nor what it points at."""
        plain = [word for word in agreed.words if not word.named]
        return (
            bool(plain) and not action.points and self._weights.agreement(plain[0], action.own) == 0
        )

    def _said(self, words: Words) -> float:
        """How much the words of a statement say, in rare words."""
        return max(_FEWEST, self._weights.whole(words) / self._weights.rare)

    def agreement(self, asked: Asked, action: Known, features: Mapping[str, float]) -> Agreement:
        """What a follow-up shares with an action of these features, its owner's name left out."""
        rare = self._weights.rare
        shared = [
            (amount / rare, word)
            for stem, word in asked.words.items()
            if stem not in action.owner and (amount := self._weights.agreement(word, features)) > 0
        ]
        shared.sort(key=lambda pair: -pair[0])
        total = sum(amount for amount, _ in shared)
        plain = [amount for amount, word in shared if not word.named]
        return Agreement(
            best=min(max(plain, default=0.0), _MOST),
            total=sum(plain),
            share=total / action.weight,
            name=max((amount for amount, word in shared if word.named), default=0.0),
            words=tuple(word for _, word in shared),
            amounts=tuple(amount for amount, _ in shared),
        )


class Model(NamedTuple):
    """The weights of a pair's values, in their order, and what an action loses that is spoken of already."""

    pair: tuple[float, ...]
    taken: float

    def probabilities(self, pairs: Sequence[Pair], others: Sequence[int]) -> list[float]:
        """How likely each action is the one that is spoken of; what is left to 1 is for none of them.

        others: how many other follow-ups of the meeting speak of each.
        """
        raised = [
            exp(min(sum(map(mul, self.pair, pair)) - self.taken * many, _HIGHEST))
            for pair, many in zip(pairs, others, strict=True)
        ]
        whole = 1.0 + sum(raised)
        return [each / whole for each in raised]


@cache
def shipped() -> Model:
    """The model in weights.toml."""
    path = files("pipeline.link").joinpath("weights.toml")
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Model(tuple(told["pair"][name] for name in Pair._fields), told["taken"])


def _since(action: Known, places: Sequence[Place]) -> int:
    """How many of the meetings at `places` came after the last one that spoke of the action."""
    last = action.place
    for row, _ in action.told:
        if row.meeting_date is not None:
            last = max(last, (row.meeting_date, row.meeting_id))
    return len(places) - bisect_right(places, last)


def _only(agreed: Agreement, most: Mapping[str, Sequence[float]]) -> float:
    """How much more of the most telling word this action has than any other, 0..1."""
    if not agreed.words:
        return 0.0
    ours = agreed.amounts[0]
    others = sorted(most[agreed.words[0].lemma])[:-1]
    return max(0.0, 1 - others[-1] / ours) if others else 1.0


def _given(agreed: Agreement, action: Known) -> bool:
    if not agreed.words or not agreed.words[0].definite:
        return False
    word = agreed.words[0]
    own = [other for other in action.words.values() if other.lemma == word.lemma]
    return bool(own) and not own[0].definite


def _log_odds(probability: float) -> float:
    inside = min(max(probability, 0.001), 0.999)
    return log(inside / (1 - inside))
