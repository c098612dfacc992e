"""The words of a sentence, the problems that its sayings name, and how it treats them.

By vocabulary/problems.toml, problem_contexts.toml and clauses.toml: a negation before, after or around a problem in
its clause, what has ceased, what is mended, asked about or worked against. Places are of words, from 0.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from models.evidence import Span
from models.frozen import frozen
from pipeline.vocabulary import pattern
from pipeline.vocabulary.remembered import Remembered
from pipeline.vocabulary.sayings import Said, Saying, book

_WORD = re.compile(r"\w+(?:-\w+)*")
_JOINING = frozenset({"och", "eller", "samt"})
_DENYING = ("none", "none_before", "none_next", "none_after", "ended", "gone_after")
_NEGATIONS = (*_DENYING, "none_inside")
_NONE = frozenset(
    {*_NEGATIONS, "none_verb"}
)  # one of them, or the problem's own words, says that there is none
_PASSING_OVER = frozenset({"gone_after", "remedied", "asked", "prevention"})
_NONE_REACHES = 9  # words from a negation to the problem after it
_EXCEPTION_REACHES = 4  # words from what excepts to the problem
_OPENS = 2  # words before what refers back to the sentence before
_NONE_FOLLOWS = 4  # words from a problem to the negation after it
_TAUGHT_REACHES = 3  # words from a course to what it is about
_PREVENTION_REACHES = 6  # words from the work to the problem it is against


@dataclass(eq=False)  # never changed
class Words:
    """A sentence in small letters, and its words."""

    text: str
    words: Sequence[str]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins in the text."""
        return [match.start() for match in _WORD.finditer(self.text)]

    @cached_property
    def _ends(self) -> Sequence[int]:
        """Where what cuts the clauses ends in the text."""
        return [match.end() for match in pattern("clauses", "end").finditer(self.text)]

    @cached_property
    def clauses(self) -> Sequence[int]:
        """The number of each word's clause."""
        cuts = [end - 1 for end in self._ends]
        return (
            [bisect_right(cuts, start) for start in self.starts] if cuts else [0] * len(self.words)
        )

    def clause(self, span: Span) -> str:
        """The clause that `span` begins in."""
        edges = (0, *self._ends, len(self.text))
        at = bisect_right(self._ends, span.start)
        return self.text[edges[at] : edges[at + 1]]

    def span(self, named: "Named") -> Span:
        """Where the words of a problem stand, from the first to the last."""
        return Span(self.starts[named.first], self.starts[named.last] + len(self.words[named.last]))


@frozen
class Named:
    """A problem's words, by their places among a sentence's words."""

    saying: Saying
    words: tuple[int, ...]

    @property
    def problem(self) -> str:
        return str(self.saying.data["problem"])

    @property
    def first(self) -> int:
        return self.words[0]

    @property
    def last(self) -> int:
        return self.words[-1]


class Context:
    """How a sentence treats the problems it names. `kinds`: what is asked of it, where that is not all."""

    def __init__(self, words: Words, *kinds: str) -> None:
        self.words = words
        self._said: dict[str, list[tuple[int, ...]]] = {}
        for each in book("problem_contexts", *kinds).find(words.words, lambda: words.clauses):
            self._said.setdefault(each.saying.data["is"], []).append(each.words)

    def has(self, kind: str) -> bool:
        """Whether a word of this kind stands anywhere in the sentence."""
        return kind in self._said

    def places(self, kind: str) -> set[int]:
        """The places of all words of a kind."""
        return {place for each in self._said.get(kind, ()) for place in each}

    def undone(self) -> bool:
        """Whether a negation in it may deny something else ("har inte minskat"), or what is denied is feared."""
        return self.has("counted") or self.has("fear") or self.has("name")

    def denies(self) -> bool:
        """Whether any negation stands in it that denies problems."""
        return any(map(self.has, _DENYING))

    def is_none(self, named: Named) -> bool:
        """Whether there is none of it, or it has ceased."""
        denied = bool(named.saying.data.get("none"))
        if not denied and _NONE.isdisjoint(self._said):
            return False
        return not self.excepted(named) and (
            denied
            or any(
                self._denies_what_follows(each, named) for each in self._near("none_before", named)
            )
            or any(each[-1] + 1 in named.words for each in self._near("none_next", named))
            or any(not self._counted(each, named) for each in self._near("none", named))
            or bool(self._near("ended", named))
            or any(
                named.first < each[0] <= named.last + _NONE_FOLLOWS
                and not self._between("counted", each[-1], each[-1] + 3)
                for each in self._near("none_after", named)
            )
            or any(set(each) & set(named.words) for each in self._said.get("none_verb", ()))
            or any(
                named.first < each[0] < named.last
                and not self._between("counted", each[0], each[0] + 3)
                for each in self._near("none_inside", named)
            )
            or (
                not (named.saying.data.get("taking") or named.saying.data.get("standing"))
                and self._gone(named)
            )
        )

    def excepted(self, named: Named) -> bool:
        """Whether it is what there is, though nothing else ("förutom ett inbrott har inget hänt")."""
        return any(
            0 < named.first - each[-1] <= _EXCEPTION_REACHES for each in self._near("except", named)
        )

    def outright(self, named: Named) -> bool:
        """Whether it has ended or what denies it is next to or around it ("är inte lösa längre")."""
        return (
            bool(named.saying.data.get("none"))
            or bool(self._near("ended", named))
            or any(each[-1] + 1 in named.words for each in self._near("none_before", named))
            or any(each[-1] + 1 in named.words for each in self._near("none_next", named))
            or self._opens_and_is_denied(named)
            or any(
                each[0] < place < each[-1]
                for each in self._near("none", named)
                for place in named.words
            )
        )

    def denied_here(self, named: Named) -> bool:
        """Whether there is none of it, though another clause tells of another place ("Inga rån, trots oron i grannkommunen")."""
        clause = self.words.clauses[named.first]
        away = {self.words.clauses[each[0]] for each in self._said.get("elsewhere", ())}
        return bool(away) and clause not in away and self.is_none(named) and self.outright(named)

    def _opens_and_is_denied(self, named: Named) -> bool:
        """Whether its clause begins with it and denies it behind ("Rån mot äldre har inte inträffat")."""
        if self.words.clauses.index(self.words.clauses[named.first]) != named.first:
            return False
        return any(
            len(each) > 1 and each[0] > named.last and not self._counted(each, named)
            for each in self._near("none", named)
        )

    def mentions(self, named: Named) -> bool:
        """Whether it says that it is there or that there is none of it."""
        return not self.is_taught(named) and (self.is_none(named) or not self.passes_over(named))

    def is_taught(self, named: Named) -> bool:
        """Whether it is only what a course, a book or a campaign is about, be there one or not."""
        return any(
            0 < named.first - each[-1] <= _TAUGHT_REACHES for each in self._near("taught", named)
        ) and not self._near("present", named)

    def feared_elsewhere(self, named: Named) -> bool:
        """Whether another clause fears it, and not "trots oron", which nothing came of."""
        clause, idle = self.words.clauses[named.first], self.places("expected")
        return any(
            self.words.clauses[each[0]] != clause and idle.isdisjoint(each)
            for each in self._said.get("fear", ())
        )

    def denied_later(self, named: Named) -> bool:
        """Whether a later clause says that there is none of it ("men i år har ingen synts till")."""
        expected = any(each[0] < named.first for each in self._said.get("expected", ()))
        own = self.words.clauses[named.first]
        return any(
            self.words.clauses[each[0]] > own - expected
            and each[0] > named.last
            and not self._undone_by(each, "counted")
            for each in self._denials(expected)
        )

    def denies_before(self, expected: bool) -> bool:
        """Whether it denies what the sentence before it tells of. `expected`: as feared or rumoured."""
        return any(
            (expected or each[0] <= _OPENS)
            and not self._undone_by(each, "counted")
            and not self._undone_by(each, "back")
            for each in self._denials(expected)
        )

    def _denials(self, expected: bool) -> Iterator[tuple[int, ...]]:
        """What may deny what another clause or sentence tells of."""
        kinds = (*_DENYING, "then_none", "quiet") if expected else ("then_none",)
        return chain.from_iterable(self._said.get(kind, ()) for kind in kinds)

    def _undone_by(self, none: tuple[int, ...], kind: str) -> bool:
        """Whether words of a kind that undoes denials stand beside it in its clause."""
        clause = self.words.clauses[none[0]]
        return any(
            self.words.clauses[each[0]] == clause and set(each).isdisjoint(none)
            for each in self._said.get(kind, ())
        )

    def passes_over(self, named: Named) -> bool:
        """Whether it is mended, asked about, or only the object of work against it."""
        if _PASSING_OVER.isdisjoint(self._said):
            return False
        present = bool(self._near("present", named))
        standing = bool(named.saying.data.get("standing"))
        mended = (standing and self._gone(named)) or any(
            each[-1] > named.first for each in self._near("remedied", named)
        )
        asked = any(each[0] < named.first for each in self._said.get("asked", ()))
        fought = any(
            0 < named.first - each[-1] <= _PREVENTION_REACHES
            for each in self._near("prevention", named)
        )
        back = bool(self._near("back", named))
        return asked or (mended and not back) or (fought and not present)

    def _gone(self, named: Named) -> bool:
        return any(
            named.last < each[0] <= named.last + _NONE_FOLLOWS
            for each in self._near("gone_after", named)
        )

    def _denies_what_follows(self, none: tuple[int, ...], named: Named) -> bool:
        return (
            none[0] < named.first <= none[-1] + _NONE_REACHES or none[-1] + 1 in named.words
        ) and not self._between("counted", none[-1], named.first)

    def _counted(self, none: tuple[int, ...], named: Named) -> bool:
        return len(none) > 1 and any(
            none[0] < each[0] < none[-1] + 3 and each[0] not in named.words
            for each in self._said.get("counted", ())
        )

    def _between(self, kind: str, start: int, end: int) -> bool:
        return any(start < each[0] < end for each in self._said.get(kind, ()))

    def _near(self, kind: str, named: Named) -> list[tuple[int, ...]]:
        """What of a kind stands in the problem's clause, outside the problem's own words.

        Of what denies, only what denies a problem.
        """
        said = self._said.get(kind)
        if said is None:
            return []
        clause = self.words.clauses[named.first]
        taken = {*named.words, *(self._void(named) if kind in _NEGATIONS else ())}
        return [
            each
            for each in said
            if self.words.clauses[each[0]] == clause and taken.isdisjoint(each)
        ]

    def _void(self, named: Named) -> set[int]:
        """The places of negations that deny something else by the words they stand with ("inte förrän")."""
        return {
            place
            for each in self._said.get("counted", ())
            if len(each) > 1 and not set(each) & set(named.words)
            for place in each
        }


def said_in(words: Words) -> list[Said]:
    """The sayings of the taxonomy in a sentence, with the places of their words."""
    return book("problems").find(words.words, lambda: words.clauses)


def named_in(said: Sequence[Said], words: Words, context: Context) -> list[Named]:
    """The problems named, each word taken once, the more special saying first, in text order."""
    taken = context.places("name")
    found: list[Named] = []
    for each in sorted(said, key=lambda each: bool(each.saying.data.get("weak"))):
        if (each.saying.data.get("weak") and found) or taken & set(each.words):
            continue
        if not _part_of_another(each, found, words):
            taken.update(each.words)
            found.append(Named(each.saying, each.words))
    return sorted(found, key=lambda named: named.first)


def _part_of_another(said: Said, found: Sequence[Named], words: Words) -> bool:
    """Whether a problem of the same clause holds this one (one fact, one id), not only beside it in a list."""
    at = said.words[0]
    listed = len(said.words) == 1 and _JOINING & set(words.words[max(0, at - 1) : at + 2])
    return any(
        said.saying.data["problem"] in other.saying.data.get("instead_of", ())
        and words.clauses[other.first] == words.clauses[at]
        and (len(other.words) > 1 or not listed)
        for other in found
    )


def words_of(text: str) -> Words:
    """A sentence in small letters, cut into its words."""
    small = _small(text)
    return Words(small, [*chain.from_iterable(map(_in_piece.__getitem__, small.split()))])


_in_piece = Remembered(_WORD.findall)  # the words of what white space parts: none has any


def _small(text: str) -> str:
    """`text` in small letters, each at its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    """A few letters have no single small one and stay as they are."""
    small = letter.lower()
    return small if len(small) == 1 else letter
