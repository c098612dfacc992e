"""Where a person's entry begins in a list whose line breaks are lost.

Forms handled: "Anna Ek, kommunpolis Bo Li, rektor"; "Anna Ek (S) Bo Li (M)"; "Maj Ek PRO Bo Li SPF"; surnames first
("Ek Anna PRO Li Bo SPF"); bodies before their persons ("Polisen: Anna Ek, Bo Li Kommunen: Leyla Al"); roles before
their names ("Kommunpolis Anna Ek, rektor Bo Li"), which nothing parts.
"""

import re
from itertools import pairwise

from models.view import View
from pipeline.names import is_first_name, is_name, is_role
from pipeline.vocabulary import rule_for

_ENTRY = re.compile(r"(?:(?<=[\w).])|(?<=\s[-–]))\s(?=(?P<first>[A-ZÅÄÖÉ][\wåäöé-]+)\s[A-ZÅÄÖÉ])")
_GROUP = re.compile(r"(?<=[\w)])\s(?=(?:För|Från)\s\w)")  # "Bo Li (M) För socialnämnden Anna Ek"
_GOES_ON = re.compile(r"(?:\boch|\bsamt|,|:)$")
_BEGUN = re.compile(
    r"(?:\boch|\bsamt|,)\s(?P<given>[A-ZÅÄÖÉ][\w-]+)$"
)  # "Bo Ek, Abdi" before "Nur Hassan"
_PAIR = re.compile(r"([A-ZÅÄÖÉ][\w-]+\s[A-ZÅÄÖÉ][\w-]+),")
_OF_BODY = re.compile(r"\s[A-ZÅÄÖ]{3,5}$")
_SAME_FORM = re.compile(r"(?:[A-ZÅÄÖÉ][a-zåäöé-]+\s){2,3}[A-ZÅÄÖ]{3,5}\b")  # "Maj Ek PRO Bo Li SPF"
_TURNED = re.compile(r"(?<!\S)(?=(?P<last>[A-ZÅÄÖÉ][a-zåäöé][\w-]*),?\s(?P<given>[A-ZÅÄÖÉ][\w-]+))")
_CLOSED = re.compile(r"(?:\s[A-ZÅÄÖ]{2,5}|\))\s$")
_BEFORE_NAME = re.compile(
    r"(?<=[).])\s(?P<word>[A-ZÅÄÖ][a-zåäö]+)(?:\s[a-zåäö]+)?\s(?P<first>[A-ZÅÄÖÉ][\w-]+)\s[A-ZÅÄÖÉ]"
    r"|(?<=\))\s(?P<last>[A-ZÅÄÖ][a-zåäö]+)$"
)
_LEADS = re.compile(r":\s(?=(?P<first>[A-ZÅÄÖÉ][\w-]+)\s[A-ZÅÄÖÉ])")
_WORD = re.compile(r"\S+")
_FUNCTION = re.compile(r"(?:ordf|sekr|just)\w*\.?", re.IGNORECASE)
_LONGEST_BODY = 3  # words before a colon
_OPENING = re.compile(r"[\s:]*(?P<lead>(?:\S+\s){1,3}?)(?P<first>[A-ZÅÄÖÉ][\w-]+)\s[A-ZÅÄÖÉ]")
_FULL_NAME = re.compile(
    r"(?<!\S)(?=(?P<name>(?P<first>[A-ZÅÄÖÉ][\w-]+)(?:\s[A-ZÅÄÖÉ][\w-]+)??\s[A-ZÅÄÖÉ][\w-]+)(?:\s?,|\s\(|$))"
)
_SURE = re.compile(r"(?:\s(?:[A-ZÅÄÖÉ][\w-]*|[\d.:-]+)|\))\s$")
_ENTRY_LENGTH = 120  # characters of one person's entry
_NAME_ENDS = re.compile(r"\s?[,(]|\s(?:och|samt)\s")
_FEWEST_TURNED = 3  # names with the surname first


def cut_entries(row: tuple[View, ...]) -> tuple[tuple[View, ...], ...]:
    """A row of a list, cut where several persons' entries run together."""
    if len(row) != 1 or not (starts := _run_together(row[0].text)):
        return (row,)
    edges = [0, *starts, len(row[0].text)]
    return tuple((stripped(row[0].part(a, b)),) for a, b in pairwise(edges))


def is_officer(text: str) -> bool:
    """Whether a role in small letters and its holder stand first: "kommunpolis Anna Ek"."""
    role, _, name = text.partition(" ")
    return role.islower() and is_role(role) and is_name(_NAME_ENDS.split(name, maxsplit=1)[0])


def stripped(view: View) -> View:
    """A view without the white space around it."""
    text = view.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return view.part(start, max(end, start))


def entries(text: str, start: int, end: int) -> list[int]:
    """Where each entry but the first begins in [start, end), which follows a label."""
    if len(bodies := _bodies(text, start, end)) > 1:
        return bodies[1:]
    if turned := _turned(text, start, end):
        return turned
    only_closed = _opens_with_role(text[start:end])
    found: list[int] = []
    groups = {match.end() for match in _GROUP.finditer(text, start, end)}
    for match in _ENTRY.finditer(text, start, end):
        before = text[max(start, match.start() - _ENTRY_LENGTH) : match.start()]
        after = text[match.end() : match.end() + 40]
        if _GOES_ON.search(before) or len(before.split()) < 2:
            continue
        if (begun := _BEGUN.search(before)) is not None and is_first_name(begun["given"]):
            continue
        named = is_first_name(match["first"]) or (
            "," in before and (pair := _PAIR.match(after)) is not None and is_name(pair[1])
        )
        named = named or bool(_OF_BODY.search(before) and _SAME_FORM.match(after))
        named = named and not only_closed
        surname = found and " " not in text[found[-1] : match.start()]  # "Ali" in "Anna Ali Bo Ek"
        if (before.endswith(")") or named) and not surname:
            found.append(match.end())
    return sorted({*found, *groups})


def _run_together(text: str) -> list[int]:
    """Where the entries but the first begin in one line, where it is sure that they lost their own lines.

    Each name opens one or stands at the start, and one at least follows a word with a capital or a number.
    """
    named: list[tuple[int, int]] = []
    for match in _FULL_NAME.finditer(text):
        known = is_first_name(match["first"]) and is_name(match["name"])
        if known and (not named or match.start() > named[-1][1]):
            named.append(match.span("name"))
    if len(named) < 2 or named[0][0] or ": " in text:
        return []
    found = entries(text, 0, len(text))
    sure = any(_SURE.search(text, 0, at) for at in found) or _is_told(text, named[-1][1])
    return found if sure and found == [start for start, _ in named[1:]] else []


def words_before_names(text: str) -> list[int]:
    """Where words begin that may be labels whose lines were joined: behind a bracket or full stop, and before a name or
    the end."""
    if ") " not in text and ". " not in text:
        return []
    return [
        match.end() - len(match["last"]) if match["last"] else match.start("word")
        for match in _BEFORE_NAME.finditer(text)
        if (match["last"] and text[0].isalpha())
        or (match["word"] and is_first_name(match["first"]) and not is_first_name(match["word"]))
    ]


def _is_told(text: str, end: int) -> bool:
    """Whether work or a party stands behind the last name, too, which ends at `end`: what stands before it is another's."""
    behind = text[end:].strip(" ,")
    return bool(behind) and "," not in behind and _FUNCTION.fullmatch(behind) is None


def _opens_with_role(value: str) -> bool:
    """Whether a role stands before the first name ("Kommunpolis Anna Ek, rektor ...")."""
    opening = _OPENING.match(value)
    if opening is None or not is_first_name(opening["first"]):
        return False
    lead = opening["lead"].split()
    return is_role(lead[-1]) and not is_first_name(lead[0]) and "," not in opening["lead"]


def _bodies(text: str, start: int, end: int) -> list[int]:
    """Where bodies with a colon stand before their persons, where one opens the list."""
    found: list[int] = []
    for colon in _LEADS.finditer(text, start, end):
        if not is_first_name(colon["first"]):
            continue
        words = list(_WORD.finditer(text, found[-1] if found else start, colon.start()))
        for size in range(min(_LONGEST_BODY, len(words)), 0, -1):
            body, before = words[-size:], words[-size - 1].group() if size < len(words) else ""
            first = body[0].group()
            if not first[0].isupper() or is_first_name(first) or is_first_name(before):
                continue
            if all(word.group()[-1].isalnum() for word in body):
                found.append(body[0].start())
                break
    opens = bool(found) and not text[start : found[0]].strip(" :")
    return found if opens else []


def _is_body(word: str) -> bool:
    """Whether a word is a body's alone: "Polisen", "Ekskolan"."""
    return rule_for("affiliations", "organisation").regex.fullmatch(word) is not None


def _turned(text: str, start: int, end: int) -> list[int]:
    """The same of a list that opens with a surname before its first name."""
    pairs = [match for match in _TURNED.finditer(text, start, end) if is_first_name(match["given"])]
    found = [
        match.start()
        for match in pairs
        if not is_first_name(match["last"]) and not _is_body(match["last"])
    ]
    opens = bool(found) and not text[start : found[0]].strip(" :")
    if not opens or len(found) < _FEWEST_TURNED:
        return []
    closed = {match.start() for match in pairs if _CLOSED.search(text, start, match.start())}
    return sorted(
        {*found, *closed} - {found[0]}
    )  # "SPF Aydin Leyla", both of which are given names
