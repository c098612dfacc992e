"""Actions and follow-ups ready for comparison (likeness.py): their words, and what else is looked at.

An action says what its own sentence says and, in part, what its item's title does. What it does not name itself ("Bo sätter
upp sådana", "Maj gör en ny", "Under bron är det mörkt. Bo ser till att lampan där byts.") the sentence right before it says nearly
as well as its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from pipeline.link.days import NO_DAYS, Days, days
from pipeline.link.references import Reference, reference
from pipeline.link.rows import ActionRow, FollowUpRow, Place
from pipeline.link.words import Words, features_of, stems, words_of
from pipeline.vocabulary import says
from pipeline.vocabulary.openings import swift

_TITLE = 0.4  # of a word that stands only in the title of the action's item
_MEANT = 0.75  # ... in the sentence right before it, where the action only points at its matter
_REACH = 200  # characters before an action
_POINTS = swift(
    r"\b(?:det|dem|detta|dessa|denna|sådan\w*|såna|saken|dit|där|båda|bägge)\b|\bden\b(?!\s(?:\d|\w+\s\w+(?:en|et|an|n|na)\b))"
    r"|\b(?:en|ett|ny|nya|nytt|två|tre|fyra|några|fler|varsin)(?:\s(?:ny|nytt|nya|till|sådan|stycken|st))?(?=[.,!]|$|,?\ssa(?:de)?\b)",
    re.IGNORECASE,
)
_FEWEST = 1  # words of its own that name no matter yet
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=\S)")
_CALLED = re.compile(r"^\W*[\w-]+|\b[A-ZÅÄÖ](?:-[A-ZÅÄÖ]\b|\w+)")
_KNOWN = 40  # last characters by which the action before it is known


@dataclass(slots=True)
class Known:
    """An action. `words` are without the owner's.

    told: follow-ups of it, in order, with their words.
    own: the features of its own words. points: whether it only points at its matter.
    reach: the features of all that was said of it. weight: of its words, in rare words.
    """

    row: ActionRow
    place: Place
    words: Words
    features: dict[str, float]
    owner: frozenset[str]
    reach: dict[str, float]
    own: dict[str, float]
    points: bool
    told: list[tuple[FollowUpRow, Words]] = field(default_factory=list)
    over: bool = False
    weight: float = 0.0
    days: Days = NO_DAYS

    @classmethod
    def of(cls, row: ActionRow, place: Place, before: Sequence[str] = ()) -> "Known":
        """before: the texts of the meeting's actions before this one."""
        owner = stems(row.owner or "")
        context = _near(row.context or "", before)
        *_, meant = _SENTENCE.split(context.strip())
        own, title = (_without(owner, text) for text in (row.text, row.section_title or ""))
        around = features_of(title.values(), _TITLE)
        few = sum(not word.named for word in own.values()) <= _FEWEST
        if points := few or _POINTS.search(row.text) is not None:
            around = higher(around, features_of(_without(owner, meant).values(), _MEANT))
        said = features_of(own.values())
        features = higher(around, said)
        when = days(row.text, row.due_date)
        return cls(row, place, own, features, owner, features, said, points, days=when)

    def named(self, stems: frozenset[str]) -> float:
        """How much of the owner's name, or how many of the persons it names, are among these stems, 0..1."""
        literal = len(self.owner & stems) / len(self.owner) if self.owner else 0.0
        met = sum(not names.isdisjoint(stems) for names in self.row.doers)
        return max(literal, met / len(self.row.doers)) if met else literal

    @property
    def names(self) -> frozenset[str]:
        """The stems of the owner's name and of all names of the persons it names."""
        return self.owner.union(*self.row.doers)


@dataclass(frozen=True)
class Asked:
    """A follow-up. `beside`: another one stands in its item."""

    row: FollowUpRow
    words: Words
    beside: bool

    @cached_property
    def title(self) -> Words:
        """The words of its item's title."""
        return words_of(self.row.section_title or "")

    @cached_property
    def standing(self) -> bool:
        """Whether its item's title says that earlier actions are followed up there."""
        return _standing(self.row.section_title or "")

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of all its words."""
        return stems(self.row.text)

    @cached_property
    def called(self) -> frozenset[str]:
        """The stems of its first word and of those with a capital letter: who may be its subject."""
        return stems(" ".join(_CALLED.findall(self.row.text)))

    @cached_property
    def days(self) -> Days:
        """The days that it names."""
        return days(self.row.text)

    @cached_property
    def referred(self) -> Reference:
        """The meeting or item that it refers to."""
        return reference(self.row.text, self.row.meeting_date or date.min)


def higher(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """The features of both, each at its highest."""
    found = dict(one)
    for feature, share in other.items():
        found[feature] = max(found.get(feature, 0.0), share)
    return found


def _without(owner: frozenset[str], text: str) -> Words:
    """The words of a text but for those of the owner's name."""
    return {stem: word for stem, word in words_of(text).items() if stem not in owner}


def _near(context: str, before: Sequence[str]) -> str:
    """What stands before an action in its item and after the action before it."""
    start = 0
    for each in before:
        at = context.rfind(known := each[-_KNOWN:])
        if at >= 0:
            start = max(start, at + len(known))
    return context[start:][-_REACH:]


@lru_cache(maxsize=10_000)
def _standing(title: str) -> bool:
    return says("follow_ups", title, "standing")
