"""Persons one after the other with nothing between them, in lines that break anywhere.

Forms handled: what somebody is behind a comma and then the next name ("Anna Ek, rektor Bo Li, Ekskolan Eva Alm, PRO"),
also where the line breaks in a name, a body or behind the comma; nothing but names ("Anna Ek Bo Li" / "Eva Lind Alm Per Ros"),
also over lines of one person each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from models.evidence import Span
from models.view import View, view_of
from pipeline.extract.attendees.affiliation import is_organisation
from pipeline.extract.attendees.piece_kinds import kind_of
from pipeline.extract.attendees.runs import unwrapped
from pipeline.names import is_first_name, is_name, is_role

Row = tuple[View, ...]

_WORD = re.compile(r"\S+")
_NAMING = re.compile(r"(?:[A-ZÅÄÖÉÜČŠŽ][\w'’-]*|von|af|de|van|al|el)(?:\s|$)")
_OTHER_MARK = re.compile(r"[;:•·/]|\([^()]*,|\([^()]*$|\.\s[A-ZÅÄÖ]|\s[-–]\s")
_AND = re.compile(r",?\s(?:och|samt|&)$")
_AND_ROLE = re.compile(r"\s(?:och|samt|&)\s(\S+)$")
_DEFINITE = re.compile(r"\w(?:orn|aren|eren|anden|isen|fen)$")  # "rektorn", of the name after it
_FEWEST = 3  # persons
_KNOWN = 0.6  # of the given names of a run
_TWO = 4  # words of two names


def strung(text: str, rows: Sequence[Row]) -> list[Row] | None:
    """The rows of one person each; None where the list is not of these forms."""
    if not rows or any(len(row) != 1 for row in rows):
        return None
    if any("," in row[0].text for row in rows):
        return _behind_commas(text, rows) or _bare_first(text, rows)
    return _bare(text, rows)


def _bare_first(text: str, rows: Sequence[Row]) -> list[Row] | None:
    """Lines of nothing but names, several in each, over others that say more."""
    bare = list(takewhile(lambda row: _are_names(row[0].text), rows))
    found = _bare(text, bare) if bare else None
    return [*found, *unwrapped(text, rows[len(bare) :])] if found is not None else None


def _is_given(word: str) -> bool:
    return word[:1].isupper() and is_first_name(word)  # not "i dag"


def _joined(text: str, rows: Sequence[Row]) -> View:
    return view_of(text, [_span(row[0]) for row in rows])


def _span(view: View) -> Span:
    return view.span(0, len(view.text))


def _bare(text: str, rows: Sequence[Row]) -> list[Row] | None:
    """Nothing but names, several a line: cut before each given name, and at a line's start behind a whole name."""
    if not all(_are_names(row[0].text) for row in rows):
        return None
    if not any(len(list(given(row[0].text.split()))) > 1 for row in rows) and not _one_double(rows):
        return None
    whole = _joined(text, rows)
    words = list(_WORD.finditer(whole.text))
    firsts = {row[0].offsets[0] for row in rows}
    parts = _persons([word.group() for word in words], _lines(whole, words, firsts))
    known = sum(_is_given(words[first].group()) for first, _ in parts)
    if len(parts) < _FEWEST or known < _KNOWN * len(parts):
        return None
    found = [whole.part(words[first].start(), words[last - 1].end()) for first, last in parts]
    return [(each,) for each in found] if all(is_name(each.text) for each in found) else None


def _one_double(rows: Sequence[Row]) -> bool:
    """Whether one row holds two names, of which no list knows the second given one, and each of the others one."""
    words = [row[0].text.split() for row in rows]
    doubles = [each for each in words if len(each) == _TWO]
    others = [each for each in words if len(each) == _TWO // 2]
    return (
        len(doubles) == 1 and len(others) == len(rows) - 1 >= _FEWEST and _is_given(doubles[0][0])
    )


def _are_names(text: str) -> bool:
    at = 0
    while match := _NAMING.match(text, at):
        at = match.end()
    return at == len(text)


def given(words: Sequence[str]) -> Iterator[int]:
    """Where a given name stands that opens a name: a surname behind it, and none of the same person before it."""
    for at, word in enumerate(words[:-1]):
        if _is_given(word) and (at == 0 or not _is_given(words[at - 1])):
            yield at


def _lines(whole: View, words: Sequence[re.Match[str]], firsts: set[int]) -> set[int]:
    """The words that open a line."""
    return {at for at, word in enumerate(words) if whole.offsets[word.start()] in firsts}


def _persons(words: Sequence[str], opening: set[int]) -> list[tuple[int, int]]:
    """First and last place of each name among `words`, of which `opening` open a line."""
    starts = sorted({0, *given(words), *opening})
    parts = list[tuple[int, int]]()
    for first, last in zip(starts, [*starts[1:], len(words)], strict=True):
        alone = last - first == 1 and not _is_given(words[first])
        cut = bool(parts) and parts[-1][1] - parts[-1][0] == 1  # a line ends in the name
        if parts and (alone or cut):
            parts[-1] = (parts[-1][0], last)
        elif last - first == _TWO and not any(map(_is_given, words[first + 1 : last])):
            parts += [(first, first + 2), (first + 2, last)]
        else:
            parts.append((first, last))
    return parts


def _behind_commas(text: str, rows: Sequence[Row]) -> list[Row] | None:
    """Names with their work behind a comma, and the next name without one: at least twice, once within a line."""
    if not any(map(_holds_next, (row[0].text for row in rows))):
        return None
    whole = _joined(text, rows)
    if _OTHER_MARK.search(whole.text):
        return None
    edges = [(match.start(), match.end()) for match in re.finditer(r",\s*|$", whole.text)]
    lines = [whole.index(row[0].offsets[0]) for row in rows[1:]]
    starts, heads, at = [0], list[str](), 0
    for index, (end, behind) in enumerate(edges):
        part = whole.text[at:end]
        cut = (_at_line(part, at, lines) or _next_name(part)) if index else None
        head = part[:cut].rstrip() if cut is not None else part
        if (index == 0 and not is_name(part)) or (index and _unsure(head, cut is not None)):
            return None
        if cut is not None:
            heads.append(head)
            starts.append(at + cut)
        at = behind
    last = whole.text[edges[-2][0] if len(edges) > 1 else 0 :].strip(" ,.")
    if len(starts) < _FEWEST or starts[-1] > edges[-2][0] or _lead(heads, last):
        return None
    ends = [*starts[1:], len(whole.text)]
    return [
        (whole.part(first, first + len(_AND.sub("", whole.text[first:end].rstrip(" ,")))),)
        for first, end in zip(starts, ends, strict=True)
    ]


def _holds_next(line: str) -> bool:
    """Whether within a line another name stands behind what somebody is, with its own comma or cut by the line's end."""
    _, *parts = line.split(",")
    *_, before, last = ["", "", *(parts[-1].split() if parts else [])]
    cut = _is_given(last) and before != "" and not _is_given(before)
    return cut or any(_next_name(part.strip()) is not None for part in parts[:-1])


def _at_line(part: str, at: int, lines: Sequence[int]) -> int | None:
    """Where a line begins with the next person's whole name: "fritidsgården Ladan" over "Bo Li"."""
    for line in lines:
        name = part[max(line - at, 0) :] if at < line < at + len(part) else ""
        if name and _is_given(name.split()[0]) and is_name(name):
            return line - at
    return None


def _next_name(part: str) -> int | None:
    """Where the next person's name begins in "Ekskolan Bo Li", the given name or the word before it known."""
    words = list(_WORD.finditer(part))
    for before, word in pairwise(words[:-1]):
        if _is_given(word.group()) and is_name(part[word.start() :]):
            return None if _is_given(before.group()) else word.start()
    if len(words) > 2:
        at, known = words[-2].start(), words[-3].group()
        if (is_organisation(known) or is_role(known)) and is_name(part[at:]):
            return at
    return None


def _unsure(head: str, has_next: bool) -> bool:
    """Whether what stands between a name and the next may hold a person, or be said of the next one."""
    bare = _AND.sub("", head).strip(" .")
    role = _AND_ROLE.search(bare)
    words = bare.split()
    if has_next and (_DEFINITE.search(bare) or (role and is_role(role[1]))):
        return True
    return (is_name(bare) and _is_given(words[0])) or len(list(given(words))) > 1


def _lead(heads: Sequence[str], last: str) -> bool:
    """Whether the roles may stand before their names: all of them are roles, and the last words name a body."""
    return all(kind_of(head) == "role" for head in heads) and kind_of(last) != "role"
