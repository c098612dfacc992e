"""Meetings that were held, by what protocols say, and of which there is no protocol.

What shows that a meeting was held, surest first:

    previous          a later protocol names that day's minutes, or says that nobody has those of a meeting that it
                      names by its season or month, or as the last one
    meeting_numbers   meetings are counted, and a number is left out
    section_numbers   items are counted over the year, and the next protocol begins some items further on;
                      not where those between are of the association's other meetings
    announced         an earlier protocol announced it, and there are later protocols
    summoned          it was called to, and there are later protocols

A protocol within two weeks of the day is that meeting's: days are moved. No gap is what was announced or
summoned and then cancelled or moved, or announced anew for another day; nor what the next protocol rules
out, because it follows the one before by its number, its items or its "protokollet från den ...". Signs of
one meeting make one gap. Numbers that begin again each year do not tell how many meetings the old year had. Of a season the archive must hold no protocol; that the last meeting has no minutes tells
nothing where it was the one before, announced for this day. Meetings before the first protocol are none: the archive begins there.

A tenants' or a village group counts its items on with those of the board that it belongs to. That shows where
numbers jump between two protocols that follow each other, since the first announces the second's day or the
second names the first's minutes: nothing lies between these, and where that happens as often as that numbers run
on, a jump in the series tells nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal

from pipeline.link.rows import PROTOCOLS

Reason = Literal["previous", "meeting_numbers", "section_numbers", "announced", "summoned"]
_SURENESS: tuple[Reason, ...] = (
    "previous",
    "meeting_numbers",
    "section_numbers",
    "announced",
    "summoned",
)
_SLIP = timedelta(days=3)  # how wrong a meeting's day may be written
_MOVED = timedelta(days=14)  # how far a meeting may be held from its day without a word on it
_FEWEST_ITEMS = 3  # items of a meeting; a smaller jump of their numbers is a slip
_MOST_MEETINGS = 2.5  # a jump longer than this many meetings' items needs numbers that once ran on


@dataclass(frozen=True, slots=True)
class Items:
    """The numbers of a meeting's items: the first one's, with its section's id, and the highest."""

    section_id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A meeting: its protocol or summons. `items`: null where they have no numbers."""

    meeting_id: str
    meeting_date: date | None
    kind: str
    items: Items | None = None


@dataclass(frozen=True, slots=True)
class SignRow:
    """What a protocol says of a meeting on [first, last]; see models/meeting.py for `sign`."""

    sign_id: str
    meeting_id: str
    sign: str
    first: date | None
    last: date | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A meeting without a protocol, after the protocol of `after` and before that of `before`.

    `record_id` is what shows it: a sign, a section, or the summons itself.
    """

    meeting_date: date | None
    after: date
    before: date
    known_from: str
    reason: Reason
    record_id: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A meeting on [first, last] that something shows; `said` is when that was said."""

    first: date
    last: date
    known_from: str
    reason: Reason
    record_id: str
    said: date

    def near(self, first: date, last: date) -> bool:
        return first - _MOVED <= self.last and self.first <= last + _MOVED


@dataclass(frozen=True, slots=True)
class _Step:
    """Two protocols that follow each other, and whether nothing (0) or how much lies between.

    `missing` is null where no numbers tell; `reason` and `record_id` are of what tells. `over`: whether a year ends
    between them, so that its last meetings' numbers are unknown and more may be missing.
    """

    before: HeldRow
    after: HeldRow
    missing: int | None = None
    reason: Reason = "section_numbers"
    record_id: str = ""
    over: bool = False


def gaps(meetings: Sequence[HeldRow], signs: Iterable[SignRow]) -> list[Gap]:
    """The gaps of one series, in order."""
    dated = [each for each in meetings if each.meeting_date is not None]
    held = _days(each for each in dated if each.kind in PROTOCOLS)
    if len(held) < 2:
        return []
    by_meeting = {each.meeting_id: each for each in dated}
    said = [each for each in signs if each.meeting_id in by_meeting]
    shown = [*_named(said, by_meeting), *_summoned(dated)]
    found: list[Gap] = []
    for step in _steps(held, said):
        found += _between(step, shown, said, by_meeting)
    return found


def _day(meeting: HeldRow) -> date:
    return meeting.meeting_date or date.min


def _days(meetings: Iterable[HeldRow]) -> list[HeldRow]:
    """One protocol a day, in order; of several one whose items have numbers."""
    by_day: dict[date, HeldRow] = {}
    for each in sorted(meetings, key=lambda each: (each.items is None, each.meeting_id)):
        by_day.setdefault(_day(each), each)
    return [by_day[day] for day in sorted(by_day)]


def _named(signs: Iterable[SignRow], meetings: Mapping[str, HeldRow]) -> Iterator[_Shown]:
    reasons: dict[str, Reason] = {"previous": "previous", "coming": "announced"}
    for each in signs:
        if each.sign in reasons and each.first is not None:
            yield _Shown(
                each.first,
                each.last or each.first,
                each.meeting_id,
                reasons[each.sign],
                each.sign_id,
                _day(meetings[each.meeting_id]),
            )


def _summoned(meetings: Iterable[HeldRow]) -> Iterator[_Shown]:
    for each in meetings:
        if each.kind == "kallelse":
            day = _day(each)
            yield _Shown(day, day, each.meeting_id, "summoned", each.meeting_id, day)


def _between(
    step: _Step,
    shown: Sequence[_Shown],
    signs: Sequence[SignRow],
    meetings: Mapping[str, HeldRow],
) -> list[Gap]:
    """The gaps between two protocols that follow each other."""
    start, end = _day(step.before), _day(step.after)
    inside = [
        each
        for each in shown
        if start < each.last
        and each.first < end
        and not each.near(start, start)
        and not each.near(end, end)
    ]
    groups = _together(inside)
    sure = [group for group in groups if group[0].reason == "previous"]
    likely = [] if _ruled_out(step, signs) else [
        group for group in groups if group not in sure and _stands(group, step, signs, meetings)
    ]  # fmt: skip
    if step.missing is not None and not step.over:
        likely = likely[: max(0, step.missing - len(sure))]
    chosen = sorted(sure + likely, key=lambda group: group[0].first)
    found = [_gap(group, step) for group in chosen]
    counted = [
        gap
        for gap in found
        if not step.over or gap.meeting_date is None or gap.meeting_date.year == end.year
    ]
    more = (step.missing or 0) - len(counted)
    if more > 0 and step.reason == "section_numbers":
        more = 0 if found else 1  # how many meetings the items were is not told
    found += [
        Gap(None, start, end, step.after.meeting_id, step.reason, step.record_id)
        for _ in range(more)
    ]
    return found or _without_minutes(step, signs)


def _without_minutes(step: _Step, signs: Sequence[SignRow]) -> list[Gap]:
    """The meeting before the later protocol, where that says that nobody has its minutes, and it is not the earlier one's."""
    if _ruled_out(step, signs) or _announces(step.before, step.after, signs):
        return []
    start, end = _day(step.before), _day(step.after)
    told = (
        each
        for each in signs
        if each.sign == "previous"
        and each.first is None
        and each.meeting_id == step.after.meeting_id
    )
    return [Gap(None, start, end, each.meeting_id, "previous", each.sign_id) for each in told][:1]


def _together(shown: Iterable[_Shown]) -> list[list[_Shown]]:
    """What shows one meeting, the surest first; a day before a month."""
    groups: list[list[_Shown]] = []
    rank = {reason: at for at, reason in enumerate(_SURENESS)}
    for each in sorted(
        shown, key=lambda one: (rank[one.reason], one.first != one.last, one.said, one.record_id)
    ):
        group = next((g for g in groups if any(o.near(each.first, each.last) for o in g)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _gap(group: Sequence[_Shown], step: _Step) -> Gap:
    best = group[0]
    day = next((each.first for each in group if each.first == each.last), None)
    return Gap(
        day, _day(step.before), _day(step.after), best.known_from, best.reason, best.record_id
    )


def _stands(
    group: Sequence[_Shown],
    step: _Step,
    signs: Sequence[SignRow],
    meetings: Mapping[str, HeldRow],
) -> bool:
    """Whether what was announced or summoned was neither called off nor set for another day."""
    start, end = _day(step.before), _day(step.after)
    for sign in signs:
        said = _day(meetings[sign.meeting_id])
        if sign.sign not in {"cancelled", "moved"}:
            continue
        if sign.first is None:  # "mötet ställdes in", said in the protocol after it
            if start < said <= end and sign.meeting_id == step.after.meeting_id:
                return False
        elif any(each.near(sign.first, sign.last or sign.first) for each in group):
            return False
    latest = max(each.said for each in group)
    anew = [
        sign
        for sign in signs
        if sign.sign == "coming"
        and sign.first is not None
        and latest < _day(meetings[sign.meeting_id]) < group[0].first
        and sign.first > _day(meetings[sign.meeting_id])
    ]
    return not anew or any(each.near(s.first, s.first) for each in group for s in anew if s.first)


def _ruled_out(step: _Step, signs: Iterable[SignRow]) -> bool:
    """Whether the later protocol follows the earlier one: it names its day as the last meeting's."""
    if step.missing is not None and not step.over:
        return step.missing == 0
    return _names(step.before, step.after, signs, by_month=False)


def _names(before: HeldRow, after: HeldRow, signs: Iterable[SignRow], *, by_month: bool) -> bool:
    """Whether the minutes that the later protocol names as the last ones are the earlier one's.

    by_month: also where it names their month alone.
    """
    named = [
        (sign.last or sign.first, sign.first)
        for sign in signs
        if sign.sign == "previous"
        and sign.meeting_id == after.meeting_id
        and sign.first is not None
        and (by_month or sign.first == sign.last)
    ]
    if not named:
        return False
    last, first = max(named)
    return first - _SLIP <= _day(before) <= last + _SLIP


def _announces(before: HeldRow, after: HeldRow, signs: Iterable[SignRow]) -> bool:
    """Whether the next meeting that the earlier protocol announces is the later one's."""
    coming = [
        sign.first
        for sign in signs
        if sign.sign == "coming"
        and sign.meeting_id == before.meeting_id
        and sign.first is not None
        and sign.first == sign.last
        and sign.first > _day(before)
    ]
    first = min(coming, default=None)
    return first is not None and abs(first - _day(after)) <= _SLIP


def _steps(held: Sequence[HeldRow], signs: Sequence[SignRow]) -> list[_Step]:
    """Each protocol and the next, with what their numbers say of meetings between."""
    counted = {each.meeting_id: each for each in signs if each.sign == "number"}
    pairs = list(pairwise(held))
    by_number = _by_number(pairs, counted)
    by_items = _by_items(pairs, signs)
    return [
        by_number.get(at) or by_items.get(at) or _Step(before, after)
        for at, (before, after) in enumerate(pairs)
    ]


def _by_number(
    pairs: Sequence[tuple[HeldRow, HeldRow]], counted: Mapping[str, SignRow]
) -> dict[int, _Step]:
    """What the meetings' own numbers tell; they run on, or begin again each year."""
    numbers = [
        (at, before, after, counted[before.meeting_id].number or 0, counted[after.meeting_id])
        for at, (before, after) in enumerate(pairs)
        if before.meeting_id in counted and after.meeting_id in counted
    ]
    yearly = any(_new_year(b, a) and (s.number or 0) <= n for _, b, a, n, s in numbers)
    found: dict[int, _Step] = {}
    for at, before, after, number, sign in numbers:
        own = sign.number or 0
        anew = yearly and _new_year(before, after)
        missing = own - 1 if anew else own - number - 1
        if 0 <= missing <= 12:
            found[at] = _Step(before, after, missing, "meeting_numbers", sign.sign_id, over=anew)
    return found


def _by_items(
    pairs: Sequence[tuple[HeldRow, HeldRow]], signs: Sequence[SignRow]
) -> dict[int, _Step]:
    """What the items' numbers tell, where they run on over a year's meetings."""
    runs = [
        (at, before, after, before.items, after.items)
        for at, (before, after) in enumerate(pairs)
        if before.items is not None and after.items is not None
    ]
    on = sum(
        1 < new.first == old.last + 1 and not _new_year(before, after)
        for _, before, after, old, new in runs
    )
    usual = median([old.last - old.first + 1 for _, _, _, old, _ in runs]) if runs else 0
    found: dict[int, _Step] = {}
    jumps: dict[int, _Step] = {}
    for at, before, after, old, new in runs:
        begins_anew = _new_year(before, after) and new.first <= old.last
        left_out = new.first - 1 - (0 if begins_anew else old.last)
        if new.first == 1 or left_out < 0:
            continue  # each meeting begins anew
        if left_out == 0:
            found[at] = _Step(before, after, 0, "section_numbers", new.section_id)
        elif left_out >= _FEWEST_ITEMS and (on or left_out <= _MOST_MEETINGS * usual):
            jumps[at] = _Step(before, after, 1, "section_numbers", new.section_id)
    others = {  # which other meetings' items lie between
        at
        for at, step in jumps.items()
        if _announces(step.before, step.after, signs)
        or _names(step.before, step.after, signs, by_month=True)
    }
    shared = others and len(others) >= on
    return found | {at: step for at, step in jumps.items() if not shared and at not in others}


def _new_year(before: HeldRow, after: HeldRow) -> bool:
    return _day(before).year != _day(after).year
