"""What speaks for a sentence's mentioning a problem, as numbers, and how likely that makes it.

Two readers name problems: the sayings (problem_words.py) and the model of topics (topics.py). They are weighed
together with what the sentence does (acts.py) and what the section tells of beside it. The weights,
problem_weights.toml, are made by training/problems/weigh.py from protocols by many hands, each read by a
model of topics that has not seen it.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from math import exp, log

from models.frozen import frozen
from models.segmented import ASIDE, SectionPart
from models.view import View
from pipeline.acts import Act, Judge
from pipeline.extract.problem_words import Context, Named, Words, named_in, said_in, words_of
from pipeline.topics import NONE, topics_of
from pipeline.vocabulary import says
from pipeline.vocabulary.sayings import Said
from pipeline.wording import Setting

ENOUGH = 0.4  # probability from which a problem is mentioned
_ASKED = 0.04  # probability from which the model's problem is looked at
_SURE = 0.6  # probability from which it may find what the sayings pass over
_CERTAIN = 0.9  # ... what they take for a part of another problem or for what a course is about
_NEVER = 2.0
_LONG = 9  # words of a sentence that says more than what is passed over
_REPORTS = "none", "done", "dropped", "mentioned", "in_progress"  # acts of sentences that report
_REPORTED = 0.4
_JOINT = re.compile(r"[,/]|\b(?:och|samt|liksom|eller)\b")
_NEAR = 4  # words between the names of problems that a clause joins
_LEAST = 1e-4  # probability that counts as none
# The acts that a sentence's being one of says something of.
_ACTS: tuple[Act, ...] = (
    "none", "decision", "assignment", "commitment", "proposal", "formality",
    "done", "in_progress", "postponed", "dropped", "mentioned",
)  # fmt: skip


@dataclass(eq=False)  # each is one of its kind, and never changed
class Candidate:
    """A problem that a sentence may mention. `following`: the sentence after it; `named`: its words, if a saying stands there; `told`: whether
    the sayings alone take it for a mention; `passed_over`: they name it and do not; `elsewhere`: it is told of
    another place; `topic`: its probability by the model of topics; `signs`: what speaks for it, by name;
    `again`: its words in other clauses of the sentence.
    """

    problem: str
    view: View
    following: View | None
    words: Words
    context: Context
    named: Named | None
    told: bool
    passed_over: bool
    elsewhere: bool
    topic: float
    signs: Mapping[str, float]
    again: Sequence[Named] = ()

    @cached_property
    def chance(self) -> float:
        """The probability that it is mentioned. Of a problem that the model does not know the sayings decide."""
        if self.elsewhere:
            return float(self.named is not None and self._denied_elsewhere(self.named))
        if "likely" not in self.signs or (self.told and self.context.has("priority")):
            return float(self.told)
        if self.told and self.named is not None and self._denied_outright(self.named):
            return 1.0
        if self.topic < self._needed():
            return 0.0
        weights = _weights()
        of_sign = weights["sign"]
        score = weights["problem"].get(self.problem, 0.0) + sum(
            [of_sign.get(name, 0.0) * value for name, value in self.signs.items()]
        )
        return 1 / (1 + exp(-score))

    def _denied_elsewhere(self, named: Named) -> bool:
        """Whether a clause that tells of no other place says that there is none of it."""
        return self.context.denied_later(named) or self.context.denied_here(named)

    def _denied_outright(self, named: Named) -> bool:
        """Whether a report, no decision or proposal, says in so many words that there is none of it."""
        reported = max(map(self.signs.__getitem__, _REPORTS)) > _REPORTED
        return reported and self.context.is_none(named) and self.context.outright(named)

    def _needed(self) -> float:
        """How sure the model must be to find what the sayings do not take for a mention."""
        if self.told:
            return 0.0
        if self.passed_over:
            if not (self.context.has("asked") or len(self.words.words) >= _LONG):
                return _NEVER
            taught = self.named is not None and self.context.is_taught(self.named)
            return _CERTAIN if taught else _SURE
        return _CERTAIN if self.signs["part"] else 0.0


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    path = files("pipeline.extract").joinpath("problem_weights.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@frozen
class _Sentence:
    view: View
    setting: Setting
    words: Words
    topics: Mapping[str, float]


Topics = Callable[[Sequence[Sequence[str]]], Sequence[Mapping[str, float]]]


def candidates(
    sections: Sequence[SectionPart], judge: Judge, topics: Topics = topics_of
) -> Iterator[tuple[SectionPart, list[Candidate]]]:
    """What the sentences of each section may mention, in order of the text.

    `topics`: each problem's probability in sentences given by their words.
    """
    told = [[*sentences_of(section)] for section in sections]
    words = [words_of(view.text) for each in told for view, _ in each]
    known = iter(zip(words, topics([each.words for each in words]), strict=True))
    for section, each in zip(sections, told, strict=True):
        sentences = [_Sentence(*sentence, *next(known)) for sentence in each]
        yield section, [*_in_section(section, sentences, judge)]


def sentences_of(section: SectionPart) -> Iterator[tuple[View, Setting]]:
    """The section's sentences, each where it stands."""
    title = section.title.text if section.title is not None else ""
    for paragraph in section.paragraphs:
        if paragraph.kind != "heading" and paragraph.part not in ASIDE:
            place = Setting(title, paragraph.lead or "", "", paragraph.kind == "item")
            for sentence in paragraph.sentences:
                yield sentence.view, place
                place = place.after(sentence.text)


def _in_section(
    section: SectionPart, sentences: Sequence[_Sentence], judge: Judge
) -> Iterator[Candidate]:
    title = context_of(section.title.text) if section.title is not None else None
    titled = {problem_of(said) for said in said_in(title.words)} if title is not None else set()
    away = title is not None and title.has("elsewhere")
    for at, sentence in enumerate(sentences, 1):
        said = said_in(sentence.words)
        likely = [problem for problem, chance in sentence.topics.items() if chance > _ASKED]
        spoken = {*map(problem_of, said)}
        problems = dict.fromkeys([*map(problem_of, said), *likely])
        problems.pop(NONE, None)
        if not problems:
            continue
        following = sentences[at].view if at < len(sentences) else None
        elsewhere = away or _is_elsewhere(sentences[:at])
        context = Context(sentence.words)
        named, again = _named(said, sentence.words, context)
        withheld = _withheld(context, title)
        acts = judge(sentence.view.text, sentence.setting)
        for problem in problems:
            own = named.get(problem)
            told = own is not None and not withheld and context.mentions(own)
            by_words = _by_words(problem, named, told=told, withheld=withheld)
            signs: dict[str, float] = {
                "any": 1.0,
                **by_words,
                "titled": float(problem in titled),
                **{act: acts[act] for act in _ACTS},
            }
            if problem in sentence.topics:
                signs |= _by_topics(problem, sentence.topics, _apart(own, named, sentence.words))
            topic = sentence.topics.get(problem, 0.0)
            passed_over = problem in spoken and not told
            yield Candidate(
                problem,
                sentence.view,
                following,
                sentence.words,
                context,
                own,
                told,
                passed_over,
                elsewhere,
                topic,
                signs,
                again.get(problem, ()),
            )


def _named(
    said: Sequence[Said], words: Words, context: Context
) -> tuple[dict[str, Named], dict[str, list[Named]]]:
    """Each problem's words where they stand first, and those in other clauses."""
    named: dict[str, Named] = {}
    again: dict[str, list[Named]] = {}
    for each in named_in(said, words, context):
        first = named.setdefault(each.problem, each)
        if words.clauses[each.first] != words.clauses[first.first]:
            again.setdefault(each.problem, []).append(each)
    return named, again


def _by_words(
    problem: str, named: Mapping[str, Named], *, told: bool, withheld: bool
) -> dict[str, float]:
    """What the problem's words and those of others say of it."""
    own = named.get(problem)
    parts = {each for one in named.values() for each in one.saying.data.get("instead_of", ())}
    return {
        "named": float(own is not None),
        "told": float(told),
        "withheld": float(withheld),
        "weak": float(own is not None and bool(own.saying.data.get("weak"))),
        "others": float(len(named.keys() - {problem})),
        "part": float(problem in parts and not told),
    }


def _apart(own: Named | None, named: Mapping[str, Named], words: Words) -> set[str]:
    """The other problems that a sentence names, in clauses of their own or beside it ("bedrägerier och fler inbrott")."""
    if own is None or len(named) == 1:
        return set()
    clause = words.clauses[own.first]
    return {
        each
        for each, one in named.items()
        if words.clauses[one.first] != clause or _are_joined(own, one, words)
    }


def _are_joined(one: Named, other: Named, words: Words) -> bool:
    """Whether what joins parts of a clause stands between the words of both, and little else."""
    before, after = sorted((words.span(one), words.span(other)), key=lambda span: span.start)
    between = words.text[before.end : after.start]
    joined = _JOINT.search(between) is not None
    return joined and len(between.split()) <= _NEAR and not says("finite_verbs", between)


def _is_elsewhere(sentences: Sequence[_Sentence]) -> bool:
    """Whether the last sentence tells of another place: it says so, or goes on where the one before it does."""
    place = Context(sentences[-1].words, "elsewhere", "there")
    return place.has("elsewhere") or (
        place.has("there") and len(sentences) > 1 and _is_elsewhere(sentences[:-1])
    )


def _by_topics(
    problem: str, topics: Mapping[str, float], beside: Collection[str]
) -> dict[str, float]:
    """What the model of topics says of a problem. `beside`: others that the sentence names, which are no rivals."""
    others = {each: chance for each, chance in topics.items() if each not in beside}
    left = sum(others.values()) or 1.0
    own, nothing = others.pop(problem) / left, others.pop(NONE) / left
    rival = max(others.values(), default=0.0) / left
    return {
        "likely": _odds(own),
        "nothing": _odds(nothing),
        "first": float(own > rival),
        "ahead": own - rival,
    }


@lru_cache(maxsize=64)
def context_of(title: str) -> Context:
    """The words of a title and how it treats what it names."""
    return Context(words_of(title))


def problem_of(said: Said | Named) -> str:
    """The id of the problem that a saying or a name tells of."""
    return str(said.saying.data["problem"])


def _withheld(context: Context, title: Context | None) -> bool:
    """Whether it is a formality or a list of priorities."""
    if context.has("whole"):
        return True
    picture = title is not None and title.has("picture")
    if context.has("priority"):
        return not (picture and context.has("upheld"))
    planned = title is not None and title.has("plan") and not picture
    return planned and not context.has("present")


def _odds(chance: float) -> float:
    """The log of the odds."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))
