"""Whom the document says to turn to, by vocabulary/contacts.toml.

Forms handled: "Kontakt: Maj Ek, tel: 0500-12 34 56", the address on the next line, "Vid frågor kontakta
Maj Ek på 070-123 45 67", address blocks of an office, several contacts in a row. Telephone numbers and
e-mail addresses that stand together with no other name between are one contact's; a name without
either counts only where it is called a contact.
"""

import re
from collections.abc import Iterator

from models.evidence import Evidence, Span
from models.frozen import frozen
from models.meeting import Contact
from models.segmented import MeetingPart
from pipeline.names import is_name
from pipeline.vocabulary import Rule, rules

_REACH = 160  # characters before a number in which its owner's name stands
_GAP = 80  # characters between two details of one contact
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@frozen
class _Detail:
    """A telephone number, an address or a name at [start, end) of the document."""

    field: str
    start: int
    end: int
    rule: str


def contacts(meeting: MeetingPart) -> tuple[Contact, ...]:
    """The contacts of `meeting`, each once, in order."""
    text = meeting.text
    found: dict[tuple[str | None, str | None, str | None], Contact] = {}
    groups = list(_groups(text, _details(text, meeting.start, meeting.end), meeting.start))
    groups += _called(text, meeting, groups)
    for group in sorted(groups, key=lambda group: min(each.start for each in group)):
        values = {each.field: " ".join(text[each.start : each.end].split()) for each in group}
        contact = Contact(
            name=values.get("name"),
            phone=values.get("phone"),
            email=values.get("email"),
            evidence=tuple(_evidence(meeting, each) for each in group),
        )
        found.setdefault((contact.name, contact.phone, contact.email), contact)
    return tuple(found.values())


def _evidence(meeting: MeetingPart, detail: _Detail) -> Evidence:
    return meeting.evidence(detail.field, Span(detail.start, detail.end), detail.rule)[0]


def _details(text: str, start: int, end: int) -> list[_Detail]:
    """The numbers and addresses in [start, end), in order."""
    found = [
        _Detail("email", *match.span(), rule.id)
        for rule in (_of("email") if "@" in text else ())
        for match in rule.regex.finditer(text, start, end)
    ]
    for kind, group in (("phone", 0), ("phone_told", "n")):
        for rule in _of(kind):
            for match in rule.regex.finditer(text, start, end):
                detail = _Detail("phone", *match.span(group), rule.id)
                if not any(
                    detail.start < other.end and other.start < detail.end for other in found
                ):
                    found.append(detail)
    return sorted(found, key=lambda detail: detail.start)


def _groups(text: str, details: list[_Detail], start: int) -> Iterator[tuple[_Detail, ...]]:
    """Details that are one contact's, led by the name where there is one."""
    group: list[_Detail] = []
    floor = start
    for detail in details:
        if group:
            between = text[group[-1].end : detail.start]
            apart = (
                len(between) > _GAP
                or _BLANK_LINE.search(between) is not None
                or any(detail.field == each.field for each in group)
                or _name(text, group[-1].end, detail.start) is not None
            )
            if apart:
                yield _with_name(text, group, floor)
                floor = group[-1].end
                group = []
        group.append(detail)
    if group:
        yield _with_name(text, group, floor)


def _with_name(text: str, group: list[_Detail], floor: int) -> tuple[_Detail, ...]:
    """The group with the nearest person before it in its block, else the office there."""
    first = group[0].start
    floor = max(floor, first - _REACH)
    for match in _BLANK_LINE.finditer(text, floor, first):
        floor = match.end()
    name = _name(text, floor, first) or _office(text, floor, first)
    return (name, *group) if name is not None else tuple(group)


def _called(
    text: str, meeting: MeetingPart, groups: list[tuple[_Detail, ...]]
) -> list[tuple[_Detail, ...]]:
    """Names that are called contacts and have neither number nor address."""
    taken = {each.start for group in groups for each in group}
    found: list[tuple[_Detail, ...]] = []
    for rule in _of("cue"):
        for match in rule.regex.finditer(text, meeting.start, meeting.end):
            line_end = text.find("\n", match.end())
            end = min(line_end if line_end >= 0 else meeting.end, match.end() + _GAP)
            name = _name(text, match.end(), end)
            if name is not None and name.start not in taken:
                found.append((name,))
    return found


def _name(text: str, start: int, end: int) -> _Detail | None:
    """The last person's name in [start, end)."""
    found = None
    for at, stop in _pieces(text, start, end):
        if is_name(" ".join(text[at:stop].split())):
            found = _Detail("name", at, stop, "contact.name")
    return found


def _office(text: str, start: int, end: int) -> _Detail | None:
    """The first office named in [start, end)."""
    for at, stop in _pieces(text, start, end):
        if stop - at < _GAP and any(rule.regex.search(text, at, stop) for rule in _of("office")):
            return _Detail("name", at, stop, "contact.office")
    return None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between commas, lines and words such as "tel" in [start, end), trimmed."""
    cuts = [
        match.span() for rule in _of("apart") for match in rule.regex.finditer(text, start, end)
    ]
    at = start
    for cut, after in [*cuts, (end, end)]:
        piece = text[at:cut]
        lead = len(piece) - len(piece.lstrip(" \r.*_"))
        trimmed = piece.strip(" \r.*_")
        if trimmed:
            yield at + lead, at + lead + len(trimmed)
        at = after


def _of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules("contacts") if rule.data["is"] == kind)
