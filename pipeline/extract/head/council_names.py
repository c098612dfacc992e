"""The bodies that a line names, each with how much speaks for it.

Forms handled: names of several words or tasks ("Folkhälso- och trygghetsrådet", "Samrådsgruppen polis – kommun"); an
association that gives its home beside its own name ("Villaföreningen Solbacken, Ekby"); a part of a body ("Trygghetsrådets
arbetsutskott", "Områdesgrupp 3"); several bodies that met as one ("Brå och Folkhälsorådet", "Lokalt Brå/Trygghetsråd",
"Lokala Brå Norr, Lokala Brå Viken och Lokala Brå Ön"); the name before a body's present one counts less, as does a board
above it, or the council beside its working group.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.head.area_forms import WORD, is_no_area
from pipeline.extract.head.lines import HeadLine
from pipeline.names import is_first_name
from pipeline.vocabulary import possible, rules

Found = tuple[float, HeadLine, int, int, str]
"""How much speaks for a name, its line, where it stands there, and by which rule."""
_Span = tuple[str, int, int, int]
"""A rule, its rank, and where its name stands."""

_SHORT = re.compile(r"\((?P<letters>[A-ZÅÄÖ]{3,6})\)$")
_TOLD_APART = re.compile(r"(?:grupp|team|krets|lag|nätverk)$", re.IGNORECASE)
_AREA = rf"(?:\s(?:i\s)?{WORD}(?:\s{WORD})?)?"
_JOINT = re.compile(rf"(?P<area>{_AREA})(?P<by>\s(?:och|samt|&|OCH)\s|/|,\s|\s[–-]\s)")
_SURELY = re.compile(r"och|samt|&|/", re.IGNORECASE)
_SEVERAL = 3  # names in a row that commas or dashes join
_JOINED = 2  # the most rank of such names
_HOST = 2.0  # how much less the association or board counts within which a body meets
_UNDER = 3.5  # how much less the council counts beside its working group, and that one more
_QUOTED = 2.0  # how much more a name counts in quotation marks
_QUOTES = frozenset("\"”“»'’")
_SAFETY = re.compile(r"(?<!\w)brå(?!\w)|brott|trygg", re.IGNORECASE)
_OF_ANY_NAME = frozenset({"council.compound", "council.titled"})
_EXPLAINS = 2.0  # how much less it counts that stands in brackets behind other words ("Centrum (lokalt Brå)")
_DESCRIBES = 4.0  # and such as stands behind a name, or begins small: "Centrumgruppen (Brås arbetsgrupp)", "(gemensamt råd för"
_MET_WITH = 1.0  # how much more it counts of which a title says that it met
_FORMER = 6.0  # how much less the name counts that a body had before

_OF_PERSON = 4.0  # how much less the name counts from which somebody of a list comes
_AMONG = re.compile(r".*[/,;]\s")
_PERSON = re.compile(r"(?:^|[/,;.]\s?)(?P<first>[A-ZÅÄÖ][\w-]+)(?:\s[A-ZÅÄÖ][\w-]*)?,?\s\(?$")


def names(line: HeadLine, weight: float | None) -> Iterator[Found]:
    """The bodies that `line` names, each with how much speaks for it; none without a weight.

    What begins a longer name is no name ("Nätverket" in "Nätverket för ett tryggare Ekby").
    """
    if weight is None:
        return
    spans = sorted(
        {
            (match.start(), match.end(), rule.data["rank"], rule.id)
            for rule in possible("councils", line.text)
            for match in rule.regex.finditer(line.text)
        }
    )
    whole = sorted(
        {(*_whole(line.text, start, end), rank, rule) for start, end, rank, rule in spans}
    )
    alone = [
        (rule, rank, start, end)
        for start, end, rank, rule in whole
        if not any(other == start and stop > end for other, stop, _, _ in whole)
    ]
    for rule, rank, start, end in (*alone, *_joined(line.text, alone)):
        name = line.text[start:end]
        rank = min(rank, 1) if rule in _OF_ANY_NAME and _SAFETY.search(name) else rank
        score = weight + 0.02 * min(len(name), 40) - 1.5 * rank
        score -= _HOST * bool(part("name.host").search(name) or part("name.board").search(name))
        score -= _UNDER * bool(part("name.under").search(line.text[:start]))
        score += _UNDER * _is_working_group(name, line.text[end:])
        score += _QUOTED * (line.text[start - 1 : start] in _QUOTES and bool(start))
        score -= _explaining(line.text, start, bool(alone) and alone[0][2] < start)
        score -= _FORMER * _is_former(line.text, start, end)
        score += _MET_WITH * bool(part("name.met_with").search(line.text[:start]))
        score -= _OF_PERSON * _is_of_person(line.text, start, end)
        yield score, line, start, end, rule


@cache
@cache
def part(rule_id: str) -> re.Pattern[str]:
    """The rule of vocabulary/council_parts.toml."""
    return next(rule.regex for rule in rules("council_parts") if rule.id == rule_id)


def _is_working_group(name: str, behind: str) -> bool:
    """Whether a working group has a name of its own, as a part of `name` or right behind it ("Arbetsgruppen Skola")."""
    quarter = part("name.quarter").match(behind)
    own = quarter.group() if quarter is not None else ""
    return bool(part("name.working_group").search(f"{name}{own}"))


def _explaining(text: str, start: int, behind: bool) -> float:
    """How much less the name at `start` counts, as brackets round it tell what another one means; behind: that stands in the line."""
    if text[start - 1 : start] != "(" or not start:
        return 0.0
    if behind or text[start].islower():
        return _DESCRIBES
    return _EXPLAINS * (start > 1)


def _is_former(text: str, start: int, end: int) -> bool:
    """Whether the body had this name before: from "f.d." on, in its bracket or clause, or before "heter numera"."""
    former = [*part("name.former").finditer(text, 0, end)]
    named = bool(former) and not re.search(r"[);.]", text[former[-1].end() : start])
    return named or part("name.renamed").match(text, end) is not None


def _is_of_person(text: str, start: int, end: int) -> bool:
    """Whether a body is whom somebody comes from, among others: "Siv, föräldrarådet / ...", "Rune Villaföreningen, ..."."""
    if not _AMONG.search(text, 0, start) and not _AMONG.match(text, end):
        return False
    before = _PERSON.search(text[:start])
    opens = text[start:end].split()[0]
    return (before is not None and is_first_name(before["first"])) or is_first_name(opens)


def _joined(text: str, alone: Sequence[_Span]) -> Iterator[_Span]:
    """The names of bodies that are named as one, each behind the last."""
    run: list[_Span] = []
    signs: list[str] = []
    for each in sorted(alone, key=lambda span: (span[2], -span[3])):
        if run and each[2] < run[-1][3]:
            continue  # inside the one before
        sign = _JOINT.fullmatch(text, run[-1][3], each[2]) if run else None
        if sign is not None and sign["area"] and not _same(text, run[-1], each):
            sign = None
        if sign is None or each[1] > _JOINED:
            yield from _as_one(text, run, signs)
            run, signs = ([each] if each[1] <= _JOINED else []), []
        else:
            run.append(each)
            signs.append(sign["by"])
    yield from _as_one(text, run, signs)


def _as_one(text: str, run: Sequence[_Span], signs: Sequence[str]) -> Iterator[_Span]:
    if len(run) >= _SEVERAL or any(_SURELY.search(sign) for sign in signs):
        end = run[-1][3]
        if _same(text, run[0], run[-1]):
            last = re.compile(_AREA).match(text, end)
            end = last.end() if last is not None else end
        yield run[0][0], min(each[1] for each in run), run[0][2], end


def _same(text: str, one: _Span, other: _Span) -> bool:
    return text[one[2] : one[3]].lower() == text[other[2] : other[3]].lower()


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The name with what stands before and after it: "Folkhälso- och", "polis–kommun"."""
    if match := part("name.before").search(text[:start]):
        start = match.start()
    after = "name.after_capitals" if text[start:end].isupper() else "name.after"
    apart = bool(_TOLD_APART.search(text[start:end]))
    host = part("name.host").search(text[start:end]) is not None
    rules_behind = ["name.organ", *(() if host else ("name.part",)), after]
    for rule in (*rules_behind, *(("name.number",) if apart else ())):
        if match := part(rule).match(text[end:]):
            end += match.end()
    if host:  # "Villaföreningen Solbacken, Ekby"
        home = part("name.home").match(text[end:])
        end += home.end("own") if home is not None else 0
    if host or _is_shortened(text[:start], text[start:end]):
        start = _owner_start(text, start)  # "Ekby byalag", "Ekby brottsutskott (EBU)"
    return start, end


def _owner_start(text: str, start: int) -> int:
    """Where the place begins that a name is made with, else `start`."""
    match = part("name.owner").search(text[:start])
    if match is None:
        return start
    at = match.start()
    while is_no_area(text[at:start]) and (blank_at := text.find(" ", at, start - 1)) > 0:
        at = blank_at + 1  # "PROTOKOLL Solbackens"
    return start if is_no_area(text[at:start]) else at


def _is_shortened(before: str, name: str) -> bool:
    """Whether the abbreviation behind a name begins with its place's letter, not with its own."""
    letters, place = _SHORT.search(name), part("name.owner").search(before)
    if letters is None or place is None:
        return False
    return letters["letters"].startswith(f"{place.group()[0]}{name[0]}".upper())
