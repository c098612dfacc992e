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

Two small models (topics.py) read beside the sayings: one may claim a problem where no saying
stands, beside others if it is sure, or in the place of one that it holds most improbable; the other says whether what is claimed, or the only
problem of a sentence, is denied. A problem that they do not know is found by its sayings alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain

from models.evidence import Span
from models.problem import Polarity, ProblemMention
from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.extract.taxonomy import taxonomy
from pipeline.topics import NONE, denied, topics_of
from pipeline.vocabulary import groups
from pipeline.vocabulary.remembered import Remembered
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
_CLAIM = 0.4  # probability from which the model finds a problem in a sentence where no saying does
_ADDED = 0.6  # ... where sayings find others
_ANOTHER = 0.001  # probability under which a saying's problem yields to one that the model finds
_GONE = 0.7  # probability of a denial from which the only problem of a sentence is denied
_THERE = 0.2  # probability of a denial under which a long sentence denies something else
_LONG = 9  # words
_VETO = 0.995  # probability of no problem from which what sayings find is dropped
_SHORTEST = 12  # characters of a sentence in which it may claim one


@dataclass(frozen=True)
class _Words:
    """A sentence in small letters, and its words."""

    text: str
    words: Sequence[str]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins in the text."""
        return [match.start() for match in _WORD.finditer(self.text)]

    @cached_property
    def clauses(self) -> Sequence[int]:
        """The number of each word's clause."""
        cuts = [match.end() - 1 for match in _CLAUSE.finditer(self.text)]
        return (
            [bisect_right(cuts, start) for start in self.starts] if cuts else [0] * len(self.words)
        )

    def clause(self, span: Span) -> str:
        """The clause that `span` begins in."""
        cuts = [match.end() for match in _CLAUSE.finditer(self.text)]
        at = bisect_right(cuts, span.start)
        return self.text[cuts[at - 1] if at else 0 : cuts[at] if at < len(cuts) else None]

    def span(self, named: "_Named") -> Span:
        """Where the words of a problem stand, from the first to the last."""
        return Span(self.starts[named.first], self.starts[named.last] + len(self.words[named.last]))


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


@dataclass(frozen=True, slots=True)
class _Mention:
    """A problem in a sentence: `span` are the words that say so, or the whole sentence."""

    problem: str
    span: Span
    polarity: Polarity
    rule: str
    confidence: float = 1.0
    instead_of: tuple[str, ...] = ()


def problem_mentions(meeting: MeetingPart) -> tuple[ProblemMention, ...]:
    """One mention for each section, problem and polarity, at its first place, in order."""
    found: dict[tuple[int, str, Polarity], ProblemMention] = {}
    views = {section.ordinal: [*_sentences(section)] for section in meeting.sections}
    words = {view: _words(view.text) for each in views.values() for view in each}
    judged = dict(zip(words, topics_of([each.words for each in words.values()]), strict=True))
    for section in meeting.sections:
        told: set[str] = set()  # what the section's sayings speak of as a part of another problem
        for view in views[section.ordinal]:
            for mention in _mentions(view, words[view], judged[view], section):
                told.update(mention.instead_of)
                if mention.confidence == 1.0 or mention.problem not in told:
                    _note(found, meeting, section, view, mention)
        for mention in _in_heading(section):
            keys = ((section.ordinal, mention.problem, each) for each in ("positive", "negative"))
            if section.title is not None and not any(key in found for key in keys):
                _note(found, meeting, section, section.title, mention)
    return tuple(found.values())


def _sentences(section: SectionPart) -> Iterator[View]:
    for paragraph in section.paragraphs:
        if paragraph.kind != "heading":
            yield from (sentence.view for sentence in paragraph.sentences)


def _note(
    found: dict[tuple[int, str, Polarity], ProblemMention],
    meeting: MeetingPart,
    section: SectionPart,
    view: View,
    mention: _Mention,
) -> None:
    key = (section.ordinal, mention.problem, mention.polarity)
    if key not in found:
        span = view.span(mention.span.start, mention.span.end)
        found[key] = ProblemMention(
            problem=mention.problem,
            section=section.ordinal,
            polarity=mention.polarity,
            text=view.text,
            evidence=meeting.evidence("problem", span, mention.rule, mention.confidence),
        )


def _mentions(
    view: View, words: _Words, judged: Mapping[str, float], section: SectionPart
) -> Iterator[_Mention]:
    """What one sentence says of which problems. `judged`: how probable each is by its words."""
    said = _said(words)
    if said and judged[NONE] >= _VETO and not _Context(words).has("priority"):
        said = _unknown(said, judged)  # lists of priorities have a rule of their own
    elif said and max(chance for problem, chance in judged.items() if problem != NONE) > _CLAIM:
        said = [each for each in said if judged.get(_problem(each), 1.0) > _ANOTHER]
    claimed = _claimed(view.text, judged) if not said else _added(said, judged)
    if not (said or claimed):
        return
    context = _Context(words)
    if not _may_mention(context, section):
        return
    alone = len({_problem(each) for each in said}) == 1
    for each in _by_sayings(words, said, context):
        if each.polarity == "negative" and len(words.words) >= _LONG:
            # a negation in a long sentence may deny something else
            there = denied(view.text) < _THERE
            yield replace(each, polarity="positive") if there else each
        elif alone and not context.undone() and denied(words.clause(each.span)) > _GONE:
            yield replace(each, polarity="negative")
        else:
            yield each
    polarity: Polarity = "negative" if claimed and denied(view.text) > 0.5 else "positive"
    for problem in claimed:
        whole_sentence = Span(0, len(view.text))
        confidence = round(judged[problem], 2)
        yield _Mention(problem, whole_sentence, polarity, f"topics.{problem}", confidence)


def _unknown(said: list[Said], judged: Mapping[str, float]) -> list[Said]:
    """Those of problems that the model does not know, where it is certain that there is none of its own."""
    return [each for each in said if _problem(each) not in judged]


def _problem(said: Said) -> str:
    return str(said.saying.data["problem"])


def _claimed(text: str, judged: Mapping[str, float]) -> list[str]:
    """The problems that the model finds in a sentence."""
    if judged[NONE] > 0.5 or len(text) < _SHORTEST:
        return []
    least = max(_CLAIM, judged[NONE])
    likely = {problem for problem, chance in judged.items() if chance > least}
    return [each.problem for each in taxonomy() if each.problem in likely]


def _added(said: Sequence[Said], judged: Mapping[str, float]) -> list[str]:
    """The problems that the model is sure of beside those that the sayings find."""
    told = {NONE, *map(_problem, said)}
    for group in groups("problem_contexts", "one_fact"):
        if told & group:
            told |= group
    return [
        problem for problem, chance in judged.items() if chance > _ADDED and problem not in told
    ]


def _may_mention(context: "_Context", section: SectionPart) -> bool:
    """Whether it is no formality, no word on elsewhere, and no list of priorities."""
    if context.has("whole"):
        return False
    title = _of_title(section.title.text) if section.title is not None else None
    picture = title is not None and title.has("picture")
    if context.has("priority"):
        return picture and context.has("upheld")
    planned = title is not None and title.has("plan") and not picture
    return not planned or context.has("present")


def _by_sayings(words: _Words, said: Sequence[Said], context: "_Context") -> Iterator[_Mention]:
    for named in _named(said, words, context):
        span = words.span(named)
        rule, within = f"problem.{named.saying.id}", named.saying.data.get("instead_of", ())
        mention = _Mention(named.problem, span, "positive", rule, instead_of=tuple(within))
        none = context.is_none(named)
        if none:
            yield replace(mention, polarity="negative")
        if context.feared_elsewhere(named) if none else not context.passes_over(named):
            yield mention


class _Context:
    """How a sentence treats the problems it names."""

    def __init__(self, words: _Words) -> None:
        self.words = words
        self._said: dict[str, list[tuple[int, ...]]] = {}
        for each in book("problem_contexts").find(words.words, lambda: words.clauses):
            self._said.setdefault(each.saying.data["is"], []).append(each.words)

    def has(self, kind: str) -> bool:
        return kind in self._said

    def places(self, kind: str) -> set[int]:
        """The places of all words of a kind."""
        return {place for each in self._said.get(kind, ()) for place in each}

    def undone(self) -> bool:
        """Whether a negation in it may deny something else ("har inte minskat"), or what is denied is feared."""
        return self.has("counted") or self.has("fear") or self.has("name")

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
        clause = self.words.clauses[named.first]
        return any(self.words.clauses[each[0]] != clause for each in self._said.get("fear", ()))

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
        clause = self.words.clauses[named.first]
        return [
            each
            for each in self._said.get(kind, ())
            if self.words.clauses[each[0]] == clause and not set(each) & set(named.words)
        ]


@lru_cache(maxsize=64)
def _of_title(text: str) -> _Context:
    return _Context(_words(text))


def problems_named(name: str) -> tuple[str, ...]:
    """The problems that a short name speaks of ("narkotika bland unga": narkotika); mostly one or none."""
    words = _words(name)
    found = _named(_said(words), words, _Context(words))
    return tuple(dict.fromkeys(str(each.saying.data["problem"]) for each in found))


def _in_heading(section: SectionPart) -> Iterator[_Mention]:
    """A problem whose name opens the section's heading."""
    if not section.paragraphs or section.title is None:
        return
    context = _of_title(section.title.text)
    if context.has("plan") or context.has("picture"):
        return
    words = context.words
    for named in _named(_said(words), words, context):
        if named.first == 0:
            yield _Mention(
                named.problem, words.span(named), "positive", f"problem.{named.saying.id}"
            )


def _said(words: _Words) -> list[Said]:
    return book("problems").find(words.words, lambda: words.clauses)


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
    return _Words(small, [*chain.from_iterable(map(_in_piece.__getitem__, small.split()))])


_in_piece = Remembered(_WORD.findall)  # the words of what white space parts: none has any


def _small(text: str) -> str:
    """`text` in small letters, each at its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    """A few letters have no single small one and stay as they are."""
    small = letter.lower()
    return small if len(small) == 1 else letter
