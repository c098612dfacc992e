"""The problems that a meeting speaks of, by the taxonomy in vocabulary/problems.toml.

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
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.evidence import Span
from models.problem import Polarity, Problem, ProblemMention
from models.segmented import MeetingPart, SectionPart
from models.view import View
from pipeline.vocabulary import Rule, derived, rules

# A clause ends where another with its own subject begins; "men har uteblivit" goes on about the same.
_CLAUSE = re.compile(
    r";|\s[-–—]\s|,\s(?=(?:dock|däremot|fast|utan)\b)|\bmen\b(?!\s(?:har|hade|är|finns|förekommer)\b)|\bmedan\b"
)
_CAPITALS = re.compile(r"(?<!\\)[A-ZÅÄÖ]")  # of a pattern, not its classes such as \W


@dataclass(frozen=True, slots=True)
class _Named:
    """A problem's words at [start, end) of a sentence."""

    rule: Rule
    start: int
    end: int

    @property
    def problem(self) -> str:
        return str(self.rule.data["problem"])


def taxonomy() -> tuple[Problem, ...]:
    """The problems in the vocabulary's order."""
    found: dict[str, Problem] = {}
    for rule, _ in _of("problem"):
        problem = rule.data["problem"]
        found.setdefault(
            problem,
            Problem(
                problem=problem, label_sv=rule.data["label_sv"], label_en=rule.data["label_en"]
            ),
        )
    return tuple(found.values())


def problem_mentions(meeting: MeetingPart) -> tuple[ProblemMention, ...]:
    """One mention for each section, problem and polarity, at its first place, in order."""
    found: dict[tuple[int, str, Polarity], ProblemMention] = {}
    for section in meeting.sections:
        for paragraph in section.paragraphs:
            if paragraph.kind == "heading":
                continue
            for sentence in paragraph.sentences:
                for named, polarity in _mentions(sentence.view, section):
                    _note(found, meeting, section, sentence.view, named, polarity)
        for named in _in_heading(section):
            keys = ((section.ordinal, named.problem, each) for each in ("positive", "negative"))
            if section.title is not None and not any(key in found for key in keys):
                _note(found, meeting, section, section.title, named, "positive")
    return tuple(found.values())


def _note(
    found: dict[tuple[int, str, Polarity], ProblemMention],
    meeting: MeetingPart,
    section: SectionPart,
    view: View,
    named: _Named,
    polarity: Polarity,
) -> None:
    key = (section.ordinal, named.problem, polarity)
    if key not in found:
        place: Span = view.span(named.start, named.end)
        found[key] = ProblemMention(
            problem=named.problem,
            section=section.ordinal,
            polarity=polarity,
            text=view.text,
            evidence=meeting.evidence("problem", place, f"problem.{named.rule.id}"),
        )


def _mentions(view: View, section: SectionPart) -> Iterator[tuple[_Named, Polarity]]:
    """What one sentence says of which problems."""
    text = _small(view.text)
    named_here = _named(text)
    if not named_here or _has("formality", text) or _has("elsewhere", text):
        return
    title = _small(section.title.text) if section.title is not None else ""
    present = _has("present", text)
    if _has("priority", text):
        if not (_has("upheld", text) and _has("picture", title)):
            return
    elif _has("plan", title) and not _has("picture", title) and not present:
        return
    for named in named_here:
        clause = _clause(text, named)
        before, after = text[clause.start : named.start], text[named.end : clause.end]
        if (
            _has("negated_before", before)
            or _has("negated_after", after)
            or _in_negated_list(text[clause.start : clause.end], named.start - clause.start)
        ):
            yield named, "negative"
            if _has("fear", text[: clause.start]) or _has("fear", text[clause.end :]):
                yield named, "positive"
        elif _has("remedied", after) and not _has("present", after):
            continue
        elif present or not _has("prevention", before):
            yield named, "positive"


def _in_heading(section: SectionPart) -> Iterator[_Named]:
    """A problem whose name opens the section's heading."""
    title = _small(section.title.text) if section.title is not None else ""
    if not section.paragraphs or _has("plan", title) or _has("picture", title):
        return
    for named in _named(title):
        if named.start == 0:
            yield named


def _named(text: str) -> list[_Named]:
    """The problems named in `text`, each word taken once, the more special rule first."""
    if not _any_problem().search(text):
        return []
    taken = [match.span() for _, name in _of("name") for match in name.finditer(text)]
    found: list[_Named] = []
    for rule, pattern in _strong_first():
        if rule.data.get("weak") and found:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                found.append(_Named(rule, start, end))
    return sorted(found, key=lambda named: named.start)


def _in_negated_list(clause: str, at: int) -> bool:
    """Whether `at` stands in "inga inbrott, rån eller stölder"."""
    lists = (match for _, pattern in _of("negated_list") for match in pattern.finditer(clause))
    return any(match.start() <= at < match.end() for match in lists)


def _clause(text: str, named: _Named) -> Span:
    """The clause of `text` that holds the problem's words."""
    cuts = [match.start() for match in _CLAUSE.finditer(text)]
    start = max((cut for cut in cuts if cut <= named.start), default=0)
    end = min((cut for cut in cuts if cut >= named.end), default=len(text))
    return Span(start, end)


def _has(kind: str, text: str) -> bool:
    return any(pattern.search(text) for _, pattern in _of(kind))


def _small(text: str) -> str:
    """`text` in small letters, each at its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    """A few letters have no single small one and stay as they are."""
    small = letter.lower()
    return small if len(small) == 1 else letter


@cache
def _any_problem() -> re.Pattern[str]:
    """One pattern for all problems: most sentences name none, and are read once only."""
    each = "|".join(f"(?:{pattern.pattern})" for _, pattern in _of("problem"))
    return re.compile(rf"\b(?=\w)(?:{each})")


@cache
def _strong_first() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple(sorted(_of("problem"), key=lambda each: bool(each[0].data.get("weak"))))


@cache
def _of(kind: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules of a kind with their patterns for small letters, which search faster."""
    return tuple(
        (rule, derived(rule, _CAPITALS.sub(lambda match: match[0].lower(), rule.regex.pattern)))
        for rule in rules("problems")
        if rule.data["is"] == kind
    )
