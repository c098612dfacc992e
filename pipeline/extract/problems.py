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
stands, beside others if it is sure and the fact is another (`one_fact`), or in the place of one that it
holds most improbable; the other says whether what is claimed, or the only problem of a sentence, is
denied in its clause. A problem that they do not know is found by its sayings alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from models.evidence import Span
from models.problem import Polarity, ProblemMention
from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.extract.problem_words import Context, Words, named_in, said_in, words_of
from pipeline.extract.taxonomy import taxonomy
from pipeline.topics import NONE, denied, topics_of
from pipeline.vocabulary import groups
from pipeline.vocabulary.sayings import Said

_CLAIM = 0.4  # probability from which the model finds a problem in a sentence where no saying does
_ADDED = 0.6  # ... where sayings find others
_ANOTHER = 0.001  # probability under which a saying's problem yields to one that the model finds
_GONE = 0.7  # probability of a denial from which the only problem of a sentence is denied
_THERE = 0.2  # probability of a denial under which a long sentence denies something else
_LONG = 9  # words
_VETO = 0.995  # probability of no problem from which what sayings find is dropped
_SHORTEST = 12  # characters of a sentence in which it may claim one


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
    words = {view: words_of(view.text) for each in views.values() for view in each}
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
    view: View, words: Words, judged: Mapping[str, float], section: SectionPart
) -> Iterator[_Mention]:
    """What one sentence says of which problems. `judged`: how probable each is by its words."""
    said = said_in(words)
    if said and judged[NONE] >= _VETO and not Context(words).has("priority"):
        said = _unknown(said, judged)  # lists of priorities have a rule of their own
    elif said and max(chance for problem, chance in judged.items() if problem != NONE) > _CLAIM:
        said = [each for each in said if judged.get(_problem(each), 1.0) > _ANOTHER]
    claimed = _claimed(view.text, judged) if not said else _added(said, judged)
    if not (said or claimed):
        return
    context = Context(words)
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


def _may_mention(context: Context, section: SectionPart) -> bool:
    """Whether it is no formality, no word on elsewhere, and no list of priorities."""
    if context.has("whole"):
        return False
    title = _of_title(section.title.text) if section.title is not None else None
    picture = title is not None and title.has("picture")
    if context.has("priority"):
        return picture and context.has("upheld")
    planned = title is not None and title.has("plan") and not picture
    return not planned or context.has("present")


def _by_sayings(words: Words, said: Sequence[Said], context: Context) -> Iterator[_Mention]:
    for named in named_in(said, words, context):
        span = words.span(named)
        rule, within = f"problem.{named.saying.id}", named.saying.data.get("instead_of", ())
        mention = _Mention(named.problem, span, "positive", rule, instead_of=tuple(within))
        none = context.is_none(named)
        if none:
            yield replace(mention, polarity="negative")
        if context.feared_elsewhere(named) if none else not context.passes_over(named):
            yield mention


@lru_cache(maxsize=64)
def _of_title(text: str) -> Context:
    return Context(words_of(text))


def problems_named(name: str) -> tuple[str, ...]:
    """The problems that a short name speaks of ("narkotika bland unga": narkotika); mostly one or none."""
    words = words_of(name)
    found = named_in(said_in(words), words, Context(words))
    return tuple(dict.fromkeys(str(each.saying.data["problem"]) for each in found))


def _in_heading(section: SectionPart) -> Iterator[_Mention]:
    """A problem whose name opens the section's heading."""
    if not section.paragraphs or section.title is None:
        return
    context = _of_title(section.title.text)
    if context.has("plan") or context.has("picture"):
        return
    words = context.words
    for named in named_in(said_in(words), words, context):
        if named.first == 0:
            yield _Mention(
                named.problem, words.span(named), "positive", f"problem.{named.saying.id}"
            )
