"""The annexes that a meeting's document names, by vocabulary/attachments.toml.

Forms handled: "bilaga 1", "bil. 2", "bilagor 1-3", "Bilaga a) ... b) ...", "Presentationen biläggs",
"bifogas" (the label is what is annexed) and a bare "(se bilaga)". One record a label.
"""

import re
from collections.abc import Iterator, Sequence

from models.evidence import Span
from models.meeting import Attachment
from models.segmented import MeetingPart
from models.view import View, view_of
from pipeline.vocabulary import Rule, possible, rules, says

_MARK = re.compile(
    r"(?P<first>\d{1,2}[a-z]?)\s?[-–]\s?(?P<last>\d{1,2})(?!\w)|\d{1,2}[a-z]?|\b[a-h]\b", re.I
)
_LONGEST_RUN = 20  # annexes in one "bilagor 1-20"
_REACH = 120  # characters from one letter of a list to the next


def attachments(meeting: MeetingPart) -> tuple[Attachment, ...]:
    """The annexes of `meeting`, each label once, at its first place."""
    text = meeting.text
    if not any(rule.regex.search(text, meeting.start, meeting.end) for rule in _of("hint")):
        return ()
    passages = tuple(_passages(meeting))
    found: dict[str, Attachment] = {}
    named = [*_numbered(meeting), *(each for view in passages for each in _unnumbered(view))]
    for label, place, rule in sorted(named, key=lambda each: each[1]):
        if label.casefold() not in found:
            found[label.casefold()] = Attachment(
                label=label,
                text=_telling(meeting, passages, place),
                evidence=meeting.evidence("label", place, rule),
            )
    return tuple(found.values())


def _telling(meeting: MeetingPart, passages: Sequence[View], place: Span) -> str:
    """The sentence that holds `place`, or its whole line where that says more."""
    text = meeting.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line = view_of(text, [Span(start, end if end >= 0 else len(text))]).text
    held = [view.text for view in passages if _holds(view, place)]
    return max([*held, line], key=len) if not held or "." not in line else held[0]


def _holds(view: View, place: Span) -> bool:
    return bool(view.text) and view.offsets[0] <= place.start <= view.offsets[-1]


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


_Named = tuple[str, Span, str]  # label, place, rule


def _numbered(meeting: MeetingPart) -> Iterator[_Named]:
    """Annexes with a number or letter, in the text as it runs: items may be cut at "a)"."""
    view = view_of(meeting.text, [Span(meeting.start, meeting.end)])
    for rule in _of("numbered"):
        for match in rule.regex.finditer(view.text):
            for number in _numbers(match["n"]):
                yield f"{_word(match.group())} {number}", view.span(*match.span()), rule.id
            if match["n"].lower().startswith("a"):
                yield from _letters(view, match.end())


def _unnumbered(view: View) -> Iterator[_Named]:
    """What is annexed without a number, or the bare word where nothing more is said."""
    if says("attachments", view.text, "numbered"):
        return
    for rule in possible("attachments", view.text, "verb"):
        for match in rule.regex.finditer(view.text):
            start = match.end("what") - len(match["what"].lstrip())
            yield match["what"].strip(), view.span(start, match.end("what")), rule.id
            return
    for rule in possible("attachments", view.text, "bare"):
        for match in rule.regex.finditer(view.text):
            yield match["n"], view.span(*match.span("n")), rule.id


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


def _letters(view: View, at: int) -> Iterator[_Named]:
    """The marks b), c) ... that go on after "Bilaga a)", each within reach of the one before."""
    wanted = "b"
    for rule in _of("letter"):
        for match in rule.regex.finditer(view.text, at):
            if match["n"].lower() != wanted or match.start() - at > _REACH:
                return
            yield f"Bilaga {match['n']}", view.span(match.start("n"), match.end("n") + 1), rule.id
            at, wanted = match.end(), chr(ord(wanted) + 1)


def _of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("attachments") if rule.data["is"] == kind)
