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
from pipeline.vocabulary import Rule, rules

# A clause ends where another with its own subject begins; "men har uteblivit" goes on about the same.
_CLAUSE = re.compile(
    r";|\s[-–—]\s|,\s(?=(?:dock|däremot|fast|utan)\b)|\bmen\b(?!\s(?:har|hade|är|finns|förekommer)\b)|\bmedan\b"
)


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
    for rule in _of("problem"):
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
    text = view.text
    if _has("formality", text) or _has("elsewhere", text):
        return
    title = section.title.text if section.title is not None else ""
    present = _has("present", text)
    if _has("priority", text):
        if not (_has("upheld", text) and _has("picture", title)):
            return
    elif _has("plan", title) and not _has("picture", title) and not present:
        return
    for named in _named(text):
        clause = _clause(text, named)
        before, after = text[clause.start : named.start], text[named.end : clause.end]
        if _has("negated_before", before) or _has("negated_after", after):
            yield named, "negative"
            if _has("fear", text[: clause.start]) or _has("fear", text[clause.end :]):
                yield named, "positive"
        elif _has("remedied", after) and not _has("present", after):
            continue
        elif present or not _has("prevention", before):
            yield named, "positive"


def _in_heading(section: SectionPart) -> Iterator[_Named]:
    """A problem whose name opens the section's heading."""
    title = section.title.text if section.title is not None else ""
    if not section.paragraphs or _has("plan", title) or _has("picture", title):
        return
    for named in _named(title):
        if named.start == 0:
            yield named


def _named(text: str) -> list[_Named]:
    """The problems named in `text`, each word taken once, the more special rule first."""
    taken = [match.span() for rule in _of("name") for match in rule.regex.finditer(text)]
    found: list[_Named] = []
    strong_first = sorted(_of("problem"), key=lambda rule: bool(rule.data.get("weak")))
    for rule in strong_first:
        if rule.data.get("weak") and found:
            continue
        for match in rule.regex.finditer(text):
            start, end = match.span()
            if not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                found.append(_Named(rule, start, end))
    return sorted(found, key=lambda named: named.start)


def _clause(text: str, named: _Named) -> Span:
    """The clause of `text` that holds the problem's words."""
    cuts = [match.start() for match in _CLAUSE.finditer(text)]
    start = max((cut for cut in cuts if cut <= named.start), default=0)
    end = min((cut for cut in cuts if cut >= named.end), default=len(text))
    return Span(start, end)


def _has(kind: str, text: str) -> bool:
    return any(rule.regex.search(text) for rule in _of(kind))


@cache
def _of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("problems") if rule.data["is"] == kind)
