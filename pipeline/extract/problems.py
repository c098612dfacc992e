"""The problems that a meeting speaks of, by the taxonomy and wordings in vocabulary/problems.toml,
read in the light of vocabulary/problem_contexts.toml.

A section mentions a problem where a sentence of it treats it as present, rising, falling or feared.

Forms handled: inflections and compounds ("personrånen", "källarinbrott"), verbs ("elever rånas"),
descriptions ("ungdomar som skapar otrygghet"). None, or a ceased problem, is negative ("inga bränder
har anmälts", "har upphört"); none but feared is positive. No mention are names that hold a problem's
word (Brandförsvaret, narkotikapolicy), what is mended, work against a problem in general, other
places, and formalities about the agenda.

Priorities: a sentence that declares or lists priorities names them and says of no problem that it is
there, so it is no mention. One exception: under a heading of the local picture (lägesbild,
problembild) a list that "är fortsatt" or "kvarstår" is the meeting's statement that the problems on
it remain, so they are positive. Under a heading of plans and priorities a problem counts only where
its sentence says that it is there (rises, is reported ...).

A heading that opens with a problem's name is a mention where the item's sentences hold none of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.evidence import Span
from models.problem import Polarity, Problem, ProblemMention
from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.vocabulary import whole
from pipeline.vocabulary.sayings import Said, Saying, book

_WORD = re.compile(r"\w+(?:-\w+)*")
# A clause ends where another with its own subject begins; "men har uteblivit" goes on about the same.
_CLAUSE = re.compile(
    r"[;?!]|(?<=\w{3})\.\s|\bså(?:\s\w+)?\satt\b|\s[-–—]\s|,\s(?=(?:dock|däremot|fast|utan)\b)"
    r"|\bmen\b(?!\s(?:har|hade|är|finns|förekommer)\b)|\bmedan\b"
)
_JOINING = frozenset({"och", "eller", "samt"})
_NONE_REACHES = 9  # words from a negation to the problem after it
_NONE_FOLLOWS = 4  # words from a problem to the negation after it
_PREVENTION_REACHES = 6  # words from the work to the problem it is against


@dataclass(frozen=True)
class _Words:
    """A sentence in small letters, its words, and where they stand."""

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of each word's clause."""
        cuts = [match.end() - 1 for match in _CLAUSE.finditer(self.text)]
        return tuple(bisect_right(cuts, each.start) for each in self.spans)


@dataclass(frozen=True, slots=True)
class _Named:
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


def taxonomy() -> tuple[Problem, ...]:
    """The problems in the vocabulary's order."""
    return tuple(Problem(**entry) for entry in whole("problems")["problem"])


def problem_mentions(meeting: MeetingPart) -> tuple[ProblemMention, ...]:
    """One mention for each section, problem and polarity, at its first place, in order."""
    found: dict[tuple[int, str, Polarity], ProblemMention] = {}
    for section in meeting.sections:
        for paragraph in section.paragraphs:
            if paragraph.kind == "heading":
                continue
            for sentence in paragraph.sentences:
                for named, span, polarity in _mentions(sentence.view, section):
                    _note(found, meeting, section, sentence.view, named, span, polarity)
        for named, span in _in_heading(section):
            keys = ((section.ordinal, named.problem, each) for each in ("positive", "negative"))
            if section.title is not None and not any(key in found for key in keys):
                _note(found, meeting, section, section.title, named, span, "positive")
    return tuple(found.values())


def _note(
    found: dict[tuple[int, str, Polarity], ProblemMention],
    meeting: MeetingPart,
    section: SectionPart,
    view: View,
    named: _Named,
    span: Span,
    polarity: Polarity,
) -> None:
    key = (section.ordinal, named.problem, polarity)
    if key not in found:
        found[key] = ProblemMention(
            problem=named.problem,
            section=section.ordinal,
            polarity=polarity,
            text=view.text,
            evidence=meeting.evidence(
                "problem", view.span(span.start, span.end), f"problem.{named.saying.id}"
            ),
        )


def _mentions(view: View, section: SectionPart) -> Iterator[tuple[_Named, Span, Polarity]]:
    """What one sentence says of which problems."""
    words = _words(view.text)
    said = _said(words)
    if not said:
        return
    context = _Context(words)
    named_here = _named(said, words, context)
    if context.has("whole"):
        return
    title = _Context(_words(section.title.text)) if section.title is not None else None
    picture = title is not None and title.has("picture")
    present = context.has("present")
    if context.has("priority"):
        if not (context.has("upheld") and picture):
            return
    elif title is not None and title.has("plan") and not picture and not present:
        return
    for named in named_here:
        span = Span(words.spans[named.first].start, words.spans[named.last].end)
        if context.is_none(named):
            yield named, span, "negative"
            if context.feared_elsewhere(named):
                yield named, span, "positive"
        elif not context.passes_over(named):
            yield named, span, "positive"


class _Context:
    """How a sentence treats the problems it names."""

    def __init__(self, words: _Words) -> None:
        self._words = words
        self._said: dict[str, list[tuple[int, ...]]] = {}
        for each in book("problem_contexts").find(words.words, words.clauses):
            self._said.setdefault(each.saying.data["is"], []).append(each.words)

    def has(self, kind: str) -> bool:
        return kind in self._said

    def places(self, kind: str) -> set[int]:
        """The places of all words of a kind."""
        return {place for each in self._said.get(kind, ()) for place in each}

    def is_none(self, named: _Named) -> bool:
        """Whether there is none of it, or it has ceased."""
        return (
            any(self._denies_what_follows(each, named) for each in self._near("none_before", named))
            or any(not self._counted(each) for each in self._near("none", named))
            or any(
                named.first < each[0] <= named.last + _NONE_FOLLOWS
                for each in self._near("none_after", named)
            )
            or any(
                named.first < each[0] < named.last
                and not self._between("counted", each[0], each[0] + 3)
                for each in self._near("none_inside", named)
            )
            or (
                not named.saying.data.get("taking")
                and any(
                    named.last < each[0] <= named.last + _NONE_FOLLOWS
                    for each in self._near("gone_after", named)
                )
            )
        )

    def feared_elsewhere(self, named: _Named) -> bool:
        """Whether another clause fears it."""
        clause = self._words.clauses[named.first]
        return any(self._words.clauses[each[0]] != clause for each in self._said.get("fear", ()))

    def passes_over(self, named: _Named) -> bool:
        """Whether it is mended, asked about, or only the object of work against it."""
        present = bool(self._near("present", named))
        mended = any(each[-1] > named.first for each in self._near("remedied", named))
        asked = any(each[0] < named.first for each in self._said.get("asked", ()))
        fought = any(
            0 < named.first - each[-1] <= _PREVENTION_REACHES
            for each in self._near("prevention", named)
        )
        return asked or ((mended or fought) and not present)

    def _denies_what_follows(self, none: tuple[int, ...], named: _Named) -> bool:
        return (
            none[0] < named.first <= none[-1] + _NONE_REACHES or none[-1] + 1 in named.words
        ) and not self._between("counted", none[-1], named.first)

    def _counted(self, none: tuple[int, ...]) -> bool:
        return len(none) > 1 and self._between("counted", none[0], none[-1] + 2)

    def _between(self, kind: str, start: int, end: int) -> bool:
        return any(start < each[0] < end for each in self._said.get(kind, ()))

    def _near(self, kind: str, named: _Named) -> list[tuple[int, ...]]:
        """What of a kind stands in the problem's clause, outside the problem's own words."""
        clause = self._words.clauses[named.first]
        return [
            each
            for each in self._said.get(kind, ())
            if self._words.clauses[each[0]] == clause and not set(each) & set(named.words)
        ]


def problems_named(name: str) -> tuple[str, ...]:
    """The problems that a short name speaks of ("narkotika bland unga": narkotika); mostly one or none."""
    words = _words(name)
    found = _named(_said(words), words, _Context(words))
    return tuple(dict.fromkeys(str(each.saying.data["problem"]) for each in found))


def _in_heading(section: SectionPart) -> Iterator[tuple[_Named, Span]]:
    """A problem whose name opens the section's heading."""
    if not section.paragraphs or section.title is None:
        return
    words = _words(section.title.text)
    context = _Context(words)
    if context.has("plan") or context.has("picture"):
        return
    for named in _named(_said(words), words, context):
        if named.first == 0:
            yield named, Span(words.spans[0].start, words.spans[named.last].end)


def _said(words: _Words) -> list[Said]:
    sayings = book("problems")
    return sayings.find(words.words, words.clauses) if sayings.may_say(words.words) else []


def _named(said: Sequence[Said], words: _Words, context: _Context) -> list[_Named]:
    """The problems named, each word taken once, the more special saying first, in text order."""
    taken = context.places("name")
    found: list[_Named] = []
    for each in sorted(said, key=lambda each: bool(each.saying.data.get("weak"))):
        if (each.saying.data.get("weak") and found) or taken & set(each.words):
            continue
        if not _part_of_another(each, found, words):
            taken.update(each.words)
            found.append(_Named(each.saying, each.words))
    return sorted(found, key=lambda named: named.first)


def _part_of_another(said: Said, found: Sequence[_Named], words: _Words) -> bool:
    """Whether a problem of the same clause holds this one (one fact, one id), not only beside it in a list."""
    at = said.words[0]
    listed = len(said.words) == 1 and _JOINING & set(words.words[max(0, at - 1) : at + 2])
    return any(
        said.saying.data["problem"] in other.saying.data.get("instead_of", ())
        and words.clauses[other.first] == words.clauses[at]
        and (len(other.words) > 1 or not listed)
        for other in found
    )


def _words(text: str) -> _Words:
    small = _small(text)
    spans = tuple(Span(*match.span()) for match in _WORD.finditer(small))
    return _Words(small, tuple(small[each.start : each.end] for each in spans), spans)


def _small(text: str) -> str:
    """`text` in small letters, each at its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    """A few letters have no single small one and stay as they are."""
    small = letter.lower()
    return small if len(small) == 1 else letter
