"""The problems that a meeting speaks of, by the taxonomy and wordings in vocabulary/problems.toml,
read in the light of vocabulary/problem_contexts.toml.

A section mentions a problem where a sentence of it treats it as present, rising, falling or feared.

Forms handled: inflections and compounds ("personrånen", "källarinbrott"), verbs ("elever rånas"),
descriptions ("ungdomar som skapar otrygghet"). None, or a ceased problem, is negative ("inga bränder
har anmälts", "har upphört"), so is what was spared ("villorna har fått vara i fred"); none but feared is positive. No mention are names that hold a problem's
word (Brandförsvaret, narkotikapolicy), what is mended, work against a problem in general, other
places, and formalities about the agenda.

Priorities: a sentence that declares or lists priorities names them and says of no problem that it is
there, so it is no mention. One exception: under a heading of the local picture (lägesbild,
problembild) a list that "är fortsatt" or "kvarstår" is the meeting's statement that the problems on
it remain, so they are positive. Under a heading of plans and priorities a problem counts only where
its sentence says that it is there (rises, is reported ...).

Notes without items, and what is told before the first item, are read as well: their mentions stand in no section.

A heading that opens with a problem's name, or is a sentence that tells of it ("Mopederna är tillbaka på gården."), is a mention
where the item's sentences hold none of it.

Sayings and a model (topics.py) name what may be mentioned; whether it is, a third weighs by what both say,
what the sentence does and what its section tells of (problem_signs.py). A fourth, of denials (topics.py),
says whether what no saying names, or the only problem of a sentence, is denied in its clause. A problem
that the models do not know is found by its sayings alone.
"""

from collections.abc import Iterator

from models.evidence import Span
from models.frozen import frozen
from models.problem import Polarity, ProblemMention
from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.acts import Judge
from pipeline.extract.problem_sequels import Sequel, denials, is_loot, none_alike, sequels
from pipeline.extract.problem_signs import ENOUGH, Candidate, candidates, context_of, problem_of
from pipeline.extract.problem_words import Context, Named, named_in, said_in, words_of
from pipeline.extract.running_text import before_items
from pipeline.topics import denied, topics

_GONE = 0.7  # probability of a denial from which the only problem of a sentence is denied
_THERE = 0.1  # probability of a denial under which a long sentence denies something else
_NONE = (
    0.65  # probability of a denial from which there is none of what only the model of topics finds
)
_LONG = 9  # words
_SHORTEST = 12  # characters of a sentence in which the model may find one
_A_SENTENCE = 5  # words of a heading with a full stop that is a sentence


@frozen
class _Mention:
    """A problem in a sentence: `span` are the words that say so, or the whole sentence."""

    problem: str
    span: Span
    polarity: Polarity
    rule: str
    confidence: float = 1.0


def problem_mentions(meeting: MeetingPart, judge: Judge) -> tuple[ProblemMention, ...]:
    """One mention for each section, problem and polarity, at its first place, in order.

    `judge`: the probabilities of what the meeting's sentences do (acts.py).
    """
    found: dict[tuple[int, str, Polarity], ProblemMention] = {}
    for section, told in candidates([*before_items(meeting), *meeting.sections], judge):
        answers = [*sequels(told), *denials(told), *none_alike(told)]
        for candidate in _mentioned(told, answers):
            for mention in _mentions(candidate, told):
                _note(found, meeting, section, candidate.view, mention)
        for each in answers:
            if each.polarity is not None:
                whole = Span(0, len(each.view.text))
                mention = _Mention(each.candidate.problem, whole, each.polarity, "problem.goes_on")
                _note(found, meeting, section, each.view, mention)
        for mention in _in_heading(section):
            keys = ((section.ordinal, mention.problem, each) for each in ("positive", "negative"))
            if section.title is not None and not any(key in found for key in keys):
                _note(found, meeting, section, section.title, mention)
    return tuple(found.values())


def _mentioned(told: list[Candidate], answers: list[Sequel]) -> Iterator[Candidate]:
    """Those that are likely enough, without what the next sentence or another answers and what a theft took."""
    likely = [each for each in told if each.chance > ENOUGH]
    answered = [each.candidate for each in answers if not each.beside]
    answering = [each.view for each in answers if each.polarity == "negative"]
    for candidate in likely:
        if candidate.named is None and candidate.view in answering:
            continue
        asked = candidate.passed_over and candidate.context.has("asked")
        known = asked and any(
            each.problem == candidate.problem and each.view != candidate.view for each in likely
        )
        if not known and candidate not in answered and not is_loot(candidate, likely):
            yield candidate


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
            section=section.ordinal or None,
            polarity=mention.polarity,
            text=view.text,
            evidence=meeting.evidence("problem", span, mention.rule, mention.confidence),
        )


def _mentions(candidate: Candidate, told: list[Candidate]) -> Iterator[_Mention]:
    """A problem as the sentence has it: there, gone, or gone and feared. `told`: all of the section."""
    text, named = candidate.view.text, candidate.named
    if named is None:
        if len(text) >= _SHORTEST:
            context = candidate.context
            there = context.undone() and not context.denies()
            none = 0.0 if there else denied(text)
            # what is denied is what the sentence names
            if none <= 0.5 or not any(map(_is_none, _beside(candidate, told))):
                gone: Polarity = "negative" if none > _NONE else "positive"
                span, rule = Span(0, len(text)), f"topics.{candidate.problem}"
                yield _Mention(candidate.problem, span, gone, rule, round(candidate.chance, 2))
        return
    alone = not any(each.named for each in _beside(candidate, told))
    confidence = 1.0 if candidate.told else round(candidate.chance, 2)
    for polarity in _polarities(candidate, named, alone):
        span, rule = candidate.words.span(named), f"problem.{named.saying.id}"
        yield _Mention(candidate.problem, span, polarity, rule, confidence)
    yield from _otherwise(candidate, named)


def _otherwise(candidate: Candidate, named: Named) -> Iterator[_Mention]:
    """What other clauses say of it in so many words: there is none ("fler knivar, inga slagsmål"), or it is there."""
    context = candidate.context
    none = context.is_none(named)
    for each in candidate.again:
        if context.is_none(each) != none and context.outright(named if none else each):
            span, rule = candidate.words.span(each), f"problem.{each.saying.id}"
            polarity: Polarity = "positive" if none else "negative"
            yield _Mention(candidate.problem, span, polarity, rule)


def _beside(candidate: Candidate, told: list[Candidate]) -> Iterator[Candidate]:
    """The others of its sentence."""
    return (each for each in told if each.view is candidate.view and each is not candidate)


def _is_none(candidate: Candidate) -> bool:
    """Whether a saying names it and words of its clause say that there is none of it."""
    return candidate.named is not None and candidate.context.is_none(candidate.named)


def _polarities(candidate: Candidate, named: Named, alone: bool) -> Iterator[Polarity]:
    """Of what a saying names. `alone`: it is the only problem so named in its sentence."""
    context, words = candidate.context, candidate.words
    if context.is_none(named):
        # a negation in a long sentence may deny something else
        long = len(words.words) >= _LONG and not context.outright(named)
        there = long and denied(words.clause(words.span(named))) < _THERE
        yield "positive" if there else "negative"
        if context.feared_elsewhere(named):
            yield "positive"
    elif alone and (context.denied_later(named) or _denied_somehow(candidate, named)):
        yield "negative"
    else:
        yield "positive"


def _denied_somehow(candidate: Candidate, named: Named) -> bool:
    """Whether its clause denies it in words of no saying, by the model."""
    context, words = candidate.context, candidate.words
    own = not context.places("none_inside").isdisjoint(named.words)  # "vågar inte gå hem"
    if own or context.undone() or context.excepted(named):
        return False
    return denied(words.clause(words.span(named))) > _GONE


def problems_named(name: str) -> tuple[str, ...]:
    """The problems that a short name speaks of ("narkotika bland unga": narkotika); mostly one or none."""
    words = words_of(name)
    found = named_in(said_in(words), words, Context(words))
    return tuple(dict.fromkeys(map(problem_of, found)))


def _in_heading(section: SectionPart) -> Iterator[_Mention]:
    """A problem whose name opens the section's heading, or that its sentence tells of."""
    if not section.paragraphs or section.title is None:
        return
    context = context_of(section.title.text)
    if context.has("plan") or context.has("picture"):
        return
    words = context.words
    for named in named_in(said_in(words), words, context):
        if named.first == 0 or _tells_of(named, context):
            none = named.first > 0 and context.is_none(named)
            polarity: Polarity = "negative" if none else "positive"
            yield _Mention(named.problem, words.span(named), polarity, f"problem.{named.saying.id}")


def _tells_of(named: Named, context: Context) -> bool:
    """Whether a heading is a sentence that says that it is there, or that there is none of it."""
    text, words = context.words.text, context.words.words
    if len(words) < _A_SENTENCE or not text.rstrip().endswith("."):
        return False
    likely = topics(text).get(named.problem, 0.0) > 0.5
    of_none = any(map(context.has, ("whole", "priority", "elsewhere", "asked")))
    return likely and context.mentions(named) and not of_none
