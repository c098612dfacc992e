"""What the document declares as prioritised.

Forms handled: a sentence that enumerates areas, in whatever place of it ("De prioriterade områdena är A,
B och C", "A och B utses till fokusområden", "dels A, dels B", "först A, därefter B"); a list of points,
rows or lines under a title, heading or sentence that declares it; a sentence that points back at an enumeration or a list
("Flest röster fick A, B och C. De tre är våra fokusområden", "A. Det är vad vi prioriterar"); of a table that tells each area's level, the rows of
what is prioritised ("Narkotika | Prioriterat", "Klotter | Bevakas"); a list in the head (headed.py). Whether something declares is judged
by `declared`, where the names stand in it by `named`; both are small models. Where a list is narrowed
in steps, the last step of the item counts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from models.meeting import PriorityArea
from models.segmented import MeetingPart
from models.view import View
from pipeline.extract.attendees.cuts import opens_with_name
from pipeline.extract.priority_areas.aside import end_with_bracket
from pipeline.extract.priority_areas.classes import class_of
from pipeline.extract.priority_areas.declared import declares
from pipeline.extract.priority_areas.headed import headed
from pipeline.extract.priority_areas.kinds import area_kind
from pipeline.extract.priority_areas.named import names, says_something
from pipeline.extract.priority_areas.rows import rank_end
from pipeline.extract.priority_areas.units import Listed, Said, units
from pipeline.extract.priority_areas.weights import Chain, Weights, shipped
from pipeline.vocabulary import pattern

LEAST = 0.5  # probability from which something declares
_HALF = 0.3  # the same, of a sentence that the next one may say more surely of
_POINTING = 0.4  # the same, where it points back at such a sentence or at a list
_GOING_ON = 0.4  # the same, where the sentence before it in the paragraph does
_LEAD = 5  # words before a colon that say what follows it
_ENUMERATES = re.compile(r",|\soch\s")
_FOLLOWING = re.compile(r"\b(?:följande|dessa)(?:\s\w+)?$")
_LEVELLED = 0.9  # the same, of rows that say so themselves
_LONGEST = 80  # characters of a name
_LONGEST_POINT = 60  # characters of a point that is one name, whatever stands in it
_WORD = re.compile(r"\w+")
_COUNTS = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7}
_SEVERAL = re.compile(r",\s(?!(?:särskilt|framför\sallt|främst|i\ssynnerhet|inklusive)\b)")


def priority_areas(
    meeting: MeetingPart, weights: Weights | None = None
) -> tuple[PriorityArea, ...]:
    """The declared areas of `meeting`, each name once, in order, by `weights` or those in the package."""
    by = weights or shipped()
    found: dict[str, PriorityArea] = {}
    parts = [headed(meeting.head), *map(units, meeting.sections)]
    for part in parts:
        for view, sure, rule in _last_step(list(_steps(part, by))):
            span = view.span(0, len(view.text))
            area = PriorityArea(
                name=view.text,
                area_kind=area_kind(view.text),
                evidence=meeting.evidence("name", span, rule, round(sure, 2)),
            )
            found.setdefault(area.name.lower(), area)
    return tuple(found.values())


class _Step(NamedTuple):
    """The names that one sentence or list declares. `collects`: it says from what was chosen; `chooses`: it decides."""

    rule: str
    sure: float
    views: list[View]
    collects: bool = False
    chooses: bool = False


def _steps(part: Iterable[Said | Listed], weights: Weights) -> Iterator[_Step]:
    listed: set[int] = set()  # where entries of a declared list begin
    declared = ""  # the sentence that declared last
    earlier: View | None = None
    likely = 0.0  # how sure it is that `earlier` declares
    left: Sequence[View] = ()  # the entries of a list just before that does not declare itself
    for unit in part:
        if isinstance(unit, Listed):
            left = ()
            if not _names_things(unit):
                continue
            sure = max(declares(weights, unit), _LEVELLED * unit.levelled)
            if sure < LEAST:
                left = unit.entries
            elif views := _in_entries(unit.entries, weights.chain):
                listed.update(offset for entry in unit.entries for offset in entry.offsets[:1])
                yield _Step("priority.list", sure, views)
        elif unit.view.text and unit.view.offsets[0] not in listed:
            before, earlier = earlier, unit.view
            sure, half = _sure(unit, weights), likely >= _HALF
            likely = sure
            back = before if before is not None and before.text == unit.before else None
            goes_on = declared and unit.before == declared
            points = (half and back is not None) or left
            if sure < (_GOING_ON if goes_on else _POINTING if points else LEAST):
                left = _still_before(left, unit.view)
                continue
            views = [
                each
                for each in names(unit.view, weights.chain, listed=False)
                if len(each.text) <= _LONGEST
            ]
            if sure < LEAST and not goes_on:
                views = []  # sure enough to point back, not to declare
            if not views:
                views = _pointed_at(unit.view, back, left, weights.chain)
            if views or sure >= LEAST or goes_on:
                declared = unit.view.text
            left = _still_before(left, unit.view)
            if views:
                kinds = {class_of(word) for word in _WORD.findall(unit.view.text.lower())}
                settled = not kinds.isdisjoint({"decide", "holds"})
                collects = not settled and "step" in kinds
                yield _Step("priority.said", sure, views, collects, settled)


def _sure(unit: Said, weights: Weights) -> float:
    """How surely a sentence declares; one that recalls what stands does, one on what was not chosen does not; under a title of priorities also by the words before a colon alone, if they decide.

    "Efter ett samtal, där nio ämnen kom upp, enades rådet om följande: A, B och C." says no more than its end does.
    """
    sure = declares(weights, unit)
    text = unit.view.text
    if pattern("priority_areas", "dropped").match(text):
        return 0.0
    if pattern("priority_areas", "standing").match(text):
        return max(sure, _LEVELLED)
    lead, _, named = text.partition(":")
    if not _ENUMERATES.search(named) or not any(
        class_of(word) == "priority" for word in _WORD.findall(unit.title.lower())
    ):
        return sure
    starts = [0, *(match.start() for match in _WORD.finditer(lead))]
    at = starts[-_LEAD:][0]
    if any(class_of(word) == "decide" for word in _WORD.findall(lead[at:].lower())):
        sure = max(sure, declares(weights, unit._replace(view=unit.view.part(at, len(text)))))
        if _FOLLOWING.search(
            lead
        ):  # "Prioriterade områden": "... enades rådet om följande: A, B och C"
            sure = max(sure, _LEVELLED)
    return sure


def _still_before(left: Sequence[View], view: View) -> Sequence[View]:
    """The entries of a list, as long as what is read is the list itself."""
    return left if left and view.offsets[0] <= left[-1].offsets[-1] else ()


def _pointed_at(view: View, before: View | None, left: Sequence[View], chain: Chain) -> list[View]:
    """The names in the sentence or the list before, where `view` speaks of them as "dessa" or "de tre"."""
    back = pattern("priority_areas", "back").search(view.text)
    if back is None:
        return []
    found = _in_entries(left, chain) or (
        names(before, chain, listed=False) if before is not None else []
    )
    count = back["count"]
    if count:
        return found if _COUNTS[count.lower()] == len(found) else []
    return found if len(found) > 1 or back["it"] else []


def _names_things(listed: Listed) -> bool:
    """Whether most entries are no sentences nor open with a person ("Anna Ek kassör"), and none declares areas itself."""
    leading = [_leading(entry).text.partition(" som ")[0] for entry in listed.entries]
    told = sum(says_something(each) or opens_with_name(each) for each in leading)
    return 2 * told < len(leading) and not any(_declares_itself(each) for each in leading)


def _declares_itself(text: str) -> bool:
    return {"decide", "priority"} <= {class_of(word) for word in _WORD.findall(text.lower())}


def _leading(entry: View) -> View:
    """A point without a rank before its name, and without what stands behind it."""
    start = rank_end(entry.text)
    entry = entry.part(start, len(entry.text)) if 0 < start < len(entry.text) else entry
    at = 0
    while behind := pattern("priority_areas", "behind").search(entry.text, at):
        at = end_with_bracket(entry.text, behind.start())
        if at == behind.start():
            return entry.part(0, at) if at else entry
    return entry


def _in_entries(entries: Sequence[View], chain: Chain) -> list[View]:
    """The names in the points of a list."""
    return [name for entry in entries for name in _in_entry(entry, chain)]


def _in_entry(entry: View, chain: Chain) -> list[View]:
    """The names in a point: a short one is one name where one is found in it."""
    leading = _leading(entry)
    found = [each for each in names(leading, chain, listed=True) if len(each.text) <= _LONGEST]
    if (
        found
        and found[0].offsets[0] == leading.offsets[0]
        and len(leading.text) <= _LONGEST_POINT
        and not _SEVERAL.search(leading.text)
        and not says_something(leading.text)
    ):
        return [leading.part(0, len(leading.text.rstrip(" ,")))]
    return found


def _last_step(steps: Sequence[_Step]) -> list[tuple[View, float, str]]:
    """A later list that shares a name with an earlier one, or chooses after it, replaces it; separate lists add up."""
    kept: list[_Step] = []
    for step in steps:
        said = {view.text.lower() for view in step.views}
        known = {view.text.lower() for each in kept for view in each.views}
        if len(said) == 1 and said <= known:
            continue  # said again, not narrowed
        kept = [
            each
            for each in kept
            if not (step.chooses and each.collects)
            and not said & {view.text.lower() for view in each.views}
        ]
        kept.append(step)
    return [(view, step.sure, step.rule) for step in kept for view in step.views]
