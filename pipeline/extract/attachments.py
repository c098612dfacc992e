"""The annexes that a meeting's document names, by vocabulary/attachments.toml.

Forms handled: "bilaga 1", "bil. 2", "bilagor 1-3", "Bilaga a) ... b) ...", "Presentationen biläggs",
"bifogas" (the label is what is annexed) and a bare "(se bilaga)". One record a label.
"""

import re
from collections.abc import Iterator

from models.evidence import Span
from models.meeting import Attachment
from models.segmented import MeetingPart
from models.view import View
from pipeline.vocabulary import Rule, rules

_MARK = re.compile(
    r"(?P<first>\d{1,2}[a-z]?)\s?[-–]\s?(?P<last>\d{1,2})(?!\w)|\d{1,2}[a-z]?|\b[a-h]\b", re.I
)
_LONGEST_RUN = 20  # annexes in one "bilagor 1-20"


def attachments(meeting: MeetingPart) -> tuple[Attachment, ...]:
    """The annexes of `meeting`, each label once, at its first place."""
    found: dict[str, Attachment] = {}
    for view in _passages(meeting):
        for label, start, end, rule in _named(view.text):
            if label.casefold() not in found:
                place: Span = view.span(start, end)
                found[label.casefold()] = Attachment(
                    label=label,
                    text=view.text,
                    evidence=meeting.evidence("label", place, rule),
                )
    return tuple(found.values())


def _passages(meeting: MeetingPart) -> Iterator[View]:
    """Lines of the head, headings and sentences of the items, lines of the tail."""
    for line in meeting.head:
        yield from line.cells
    for section in meeting.sections:
        if section.title is not None:
            yield section.title
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                yield sentence.view
    for line in meeting.tail:
        yield from line.cells


def _named(text: str) -> Iterator[tuple[str, int, int, str]]:
    """(label, start, end, rule) of each annex named in `text`."""
    numbered = False
    for rule in _of("numbered"):
        for match in rule.regex.finditer(text):
            numbered = True
            for number in _numbers(match["n"]):
                yield f"{_word(match.group())} {number}", match.start(), match.end(), rule.id
            if match["n"].lower().startswith("a"):
                yield from _letters(text, match.end())
    if numbered:
        return
    for rule in _of("verb"):
        for match in rule.regex.finditer(text):
            start = match.end("what") - len(match["what"].lstrip())
            yield match["what"].strip(), start, match.end("what"), rule.id
            return
    for rule in _of("bare"):
        for match in rule.regex.finditer(text):
            yield match["n"], match.start("n"), match.end("n"), rule.id


def _word(named: str) -> str:
    return "Bilaga" if named[0].isupper() else "bilaga"


def _numbers(named: str) -> Iterator[str]:
    """Each of them: "1-3" is 1, 2 and 3; "2 och 3" both; "a)" is a."""
    for match in _MARK.finditer(named):
        first, last = match["first"], match["last"]
        if last and first.isdigit() and 0 < int(last) - int(first) < _LONGEST_RUN:
            yield from (str(number) for number in range(int(first), int(last) + 1))
        else:
            yield match.group()


def _letters(text: str, at: int) -> Iterator[tuple[str, int, int, str]]:
    """The marks b), c) ... that go on after "Bilaga a)"."""
    for rule in _of("letter"):
        for match in rule.regex.finditer(text, at):
            yield f"Bilaga {match['n']}", match.start("n"), match.end("n") + 1, rule.id


def _of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("attachments") if rule.data["is"] == kind)
