"""Who wrote the notes, where the greeting, the slash or the mail's head at their end or start tells it.

Forms handled: "Från: Anna Ek" above notes sent by mail; "Med vänlig hälsning Anna", "Hälsar" and the name on the
next line, "/Anna" behind the last line; a full name at the very end, or several side by side, of those whom the list knows by first name; a first name alone there;
what stands behind and under such a name ("Anna Ek, samordnare" / "BRÅ:s sekreterare"). Who signs a summons
with what they are is one of its persons. A writer who says "jag" among
those who came was there; one who has no other function kept the minutes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from models.evidence import Span
from models.meeting import Status
from models.segmented import MeetingPart
from models.view import View, view_of
from pipeline.extract.attendees.person import Person
from pipeline.extract.attendees.persons import Persons
from pipeline.extract.attendees.piece_kinds import FUNCTIONS
from pipeline.extract.attendees.pieces import pieces
from pipeline.extract.attendees.signed import columns_in, last_lines
from pipeline.names import is_name
from pipeline.vocabulary import pattern

_NAME = r"[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]*){0,3}"
_SENDER = re.compile(rf"(?:Från|Avsändare):\s*(?P<name>{_NAME})(?=\s*(?:[<(,\[]|$))")
_SENT = re.compile(r"Från:|Avsändare:")
_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_SLASH = re.compile(rf"(?:^|\s)/{{1,2}}\s?(?P<name>{_NAME})(?P<note>\s\([^)]*\))?\s*$")
_ENDS = re.compile(r"\s\(")
_ENDS_OF_SUMMONS = re.compile(
    r"\s\(|,\s"
)  # who signs minutes with their work did not always keep them
_HEAD = 8  # first lines of a document that may be a mail's head
_END = 12  # last lines that may hold a greeting
_SLASHED = 4  # last lines that may end in "/Anna"
_BESIDE = 3  # names side by side in the last line
_LONGEST = 80  # characters of a line of a signature


def add_writer(persons: Persons, meeting: MeetingPart, *, held: bool) -> None:
    """Read who signs into `persons`: a fuller name, what they are, and that they kept the minutes."""
    first, last = _ends(meeting)
    closing = _closing(last)
    signed = _bare(closing[0], _ENDS if held else _ENDS_OF_SUMMONS) if closing else None
    named = _sender(first) or (signed if signed and is_name(signed.text, single=True) else None)
    _described(persons, closing)
    if named is None:
        _name_last(persons, meeting, last, held=held)
        return
    known = persons.named(named.text)
    status: Status = "present" if held else "invited"
    if len(known) == 1:
        status = known[0].status
    elif known or not (persons.writer_counted or (not held and _works(closing))):
        return
    writer = persons.seen(named, status, "signature.writer")
    _described(persons, closing)
    kept = any(person.function == "secretary" for person in persons.all)
    if held and not kept and writer.status in {"present", "partial"}:
        persons.give_function(writer, "secretary", named, "function.writer")


def _ends(meeting: MeetingPart) -> tuple[list[View], list[View]]:
    """Those of a meeting's first lines that may say who sent it, and its last lines."""
    text = meeting.text
    lines = islice(_LINE.finditer(text, meeting.start, meeting.end), _HEAD)
    sent = [Span(*line.span()) for line in lines if _SENT.search(line.group())]
    first = [view for span in sent if (view := view_of(text, [span])).text]
    return first, list(_by_column(text, last_lines(text, meeting.start, meeting.end, _END)))


def _by_column(text: str, lines: Sequence[Span]) -> Iterator[View]:
    """What stands in lines; of lines under each other with as many columns, column by column."""
    rows = [[view_of(text, [cell]) for cell in columns_in(text, line)] for line in lines]
    for _, group in groupby(rows, len):
        for column in zip(*group, strict=True):
            yield from (view for view in column if view.text)


def _sender(lines: list[View]) -> View | None:
    """Who sent the mail that the notes are."""
    for line in lines:
        if (match := _SENDER.match(line.text)) and is_name(match["name"], single=True):
            return line.part(*match.span("name"))
    return None


def _closing(lines: list[View]) -> list[View]:
    """The last lines from the greeting's or slash's name on; none where nobody signs so."""
    for at, line in enumerate(lines):
        match = _SLASH.search(line.text) if at >= len(lines) - _SLASHED else None
        match = match or pattern("attendance_marks", "closing").match(line.text)
        if match is not None and match["name"] is None:
            return lines[at + 1 :]
        if match is not None:
            return [line.part(match.start("name"), len(line.text)), *lines[at + 1 :]]
    return []


def _bare(view: View, ends: re.Pattern[str]) -> View:
    """A name without what stands behind it."""
    return view.part(0, len(ends.split(view.text, maxsplit=1)[0].rstrip(" .,!")))


def _described(persons: Persons, lines: list[View]) -> None:
    """What stands behind or under the name of somebody of whom no work is told yet."""
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST or line.text.endswith((".", "!", "?")):
            continue
        found = pieces(line, single=True)
        named = found[0].view.text if found and found[0].kind == "name" else ""
        person = _signing(persons, named)
        if person is None or {piece.kind for piece in found[1:]} - {"role", *FUNCTIONS}:
            continue
        below = lines[at + 1] if at + 1 < len(lines) and len(found) < 3 else None
        under = pieces(below, single=False)[:1] if below and len(below.text) <= _LONGEST else ()
        for piece in (*found[1:], *under):
            if piece.kind in FUNCTIONS or (piece.kind == "role" and not person.affiliated):
                persons.add(person, piece)


def _works(lines: list[View]) -> bool:
    """Whether a full name stands first and right behind or under it what its bearer is."""
    below = [line for line in lines[1:2] if len(line.text) <= _LONGEST]
    found = [piece for line in (*lines[:1], *below) for piece in pieces(line, single=False)]
    kinds = {piece.kind for piece in found[1:]}
    return bool(found) and " " in found[0].view.text and bool(kinds & {"role", *FUNCTIONS})


def _signing(persons: Persons, name: str) -> Person | None:
    known = persons.named(name) if " " in name else []
    return known[0] if len(known) == 1 else None


def _stands_alone(meeting: MeetingPart, before: View, last: View) -> bool:
    """Whether the last line stands under an empty one, below the end of a sentence."""
    between = meeting.text[before.offsets[-1] + 1 : last.offsets[0]]
    return between.count("\n") > 1 and before.text.endswith((".", "!", "?", ")"))


def _name_last(persons: Persons, meeting: MeetingPart, lines: list[View], *, held: bool) -> None:
    """The last line may be the full name of somebody whom the list knows by first name alone.

    Alone under an empty line it may be a first name: who wrote.
    """
    if lines and len(lines[-1].text.split()) == 1:
        known = persons.named(lines[-1].text.rstrip("."))
        kept = any(person.function == "secretary" for person in persons.all)
        if (
            held
            and len(lines) > 1
            and len(known) == 1
            and not kept
            and _stands_alone(meeting, *lines[-2:])
        ):
            persons.give_function(known[0], "secretary", lines[-1], "function.writer")
        return
    for at, line in enumerate(lines):
        beside = meeting.text[line.offsets[-1] : lines[-1].offsets[0]]
        if at < len(lines) - _BESIDE or ("\n" in beside and line is not lines[-1]):
            continue
        if len(line.text.split()) == 2 and is_name(line.text):
            known = persons.named(line.text)
            if len(known) == 1 and " " not in known[0].name:
                persons.seen(line, known[0].status, "signature.last_line")
