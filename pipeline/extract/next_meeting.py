"""When and where the next meeting is, as the document says.

Forms handled: "Nästa möte är den 10 maj klockan 9-11, lokal"; an item "Nästa möte" with the date in
its body or its title; a table row; "första onsdagen i maj"; "nästa torsdag", "om två veckor"; "flyttas från 3 maj till 10 maj"; "Nästa sammanträde: 2019-05-10"; several dates of the year under
"Mötestider" (the first one after the meeting), with the clock time of them all. Festivals, walks and deadlines nearby are not it.
"""

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import zip_longest
from typing import NamedTuple

from models.issue import Issue, IssueKind
from models.meeting import NextMeeting
from models.segmented import MeetingPart
from models.view import View
from pipeline.dates import (
    DateMention,
    TimeMention,
    clock,
    dates,
    days_ahead,
    nth_weekdays,
    times,
    weekday_name,
)
from pipeline.extract.next_place import place_of, resolved, sentence_end
from pipeline.extract.next_stretches import stretches
from pipeline.vocabulary import pattern, says

_UNDER_TITLE = 6.0  # the weight of what opens an item of the next meeting
_REACH = 130  # characters from the cue to the date
_NEAR = 3  # characters from there to a day such as "190402"
_ENTRY = re.compile(r"\s\d{1,2}\.\s[A-ZÅÄÖ]|\s\|\s")  # another entry begins between cue and date
Hours = tuple[time | None, time | None]
"""When a meeting began and ended."""

_COMPACT = re.compile(
    r",?\s(?P<a>(?:0\d|1\d|2[0-3])[0-5]\d)(?=[\s,]|\.?$|\.\s)(?<!\s19\d\d)(?<!\s20[0-4]\d)"
)  # "1830", and no year
_YEAR = re.compile(
    r"(?:\s(?:under|för|år|våren|hösten))*\s?(?P<year>20\d\d)\s?[:–-]?\s", re.IGNORECASE
)
_TO_DAY = re.compile(r"\still\s(?:den\s)?(?:\w+dag(?:en)?\s)?(?:den\s)?\d")
_BETWEEN = re.compile(r"[,;]?\s|,?\s(?:och|samt)\s")  # the days of a list
_BESIDE = "next_meeting.time"
_COMMON = 80  # characters from there to the clock time
_MIND = re.compile(
    r"\(?(?:obs|observera|ny tid|not(?:era)?)\W{0,2}\s", re.IGNORECASE
)  # "3 maj (obs! kl 8.30)"
_SAME_TIME = re.compile(r"\bsamma\s(?:tid|klockslag)\b", re.IGNORECASE)
_ALONE = re.compile(r"[.;]\s+Samma\s(?:tid|klockslag)(?=\W*(?:$|[A-ZÅÄÖ]))")  # "15 maj. Samma tid."


def next_meeting(
    meeting: MeetingPart,
    held: date | None,
    place: str | None = None,
    hours: Hours = (None, None),
) -> tuple[NextMeeting | None, tuple[Issue, ...]]:
    """The next meeting after the one held on `held` at `place` in those `hours`.

    A missing year is the first such day after it; "samma tid och lokal" is that time and place.
    """
    best: tuple[float, View, int, DateMention] | None = None
    for weight, view, start in stretches(meeting):
        text = view.text[start : start + _REACH * 3]
        for order, mention in enumerate(_days(text, _year_ahead(text), held)):
            behind = times(view.text[start + mention.end : start + mention.end + 40])
            distance = mention.start
            if mention.compact and mention.weekday is None and (distance > _NEAR or not behind):
                continue
            day = mention.resolve(held)
            if day is None or day == held or (held and day < held and mention.year is None):
                continue
            score = (
                weight
                - 0.3 * order
                - distance / 200
                + 0.3 * bool(behind)
                - (abs((day - held).days) / 400 if held is not None else 0)
                - 2.0 * (held is not None and day <= held)
            )
            annual = weight >= _UNDER_TITLE and _is_annual(text[: mention.start])
            score -= _less_for_event(view.text, start, start + mention.start) * (not annual)
            if _is_given_up(view.text, start + mention.start, start + mention.end):
                score -= 6.0
            if _ENTRY.search(view.text, start, start + mention.start):
                score -= 4.0
            if best is None or score > best[0]:
                best = (score, view, start, mention)
    if best is None or best[0] < 0:
        return None, ()
    _, view, start, mention = best
    return _read(meeting, view, start, mention, held, place, hours)


def _is_annual(before: str) -> bool:
    """Whether what stands under the title of the next meeting is the annual one's day: "Årsmöte 3 maj"."""
    return pattern("next_days", "annual").fullmatch(before) is not None


def _is_given_up(text: str, at: int, end: int) -> bool:
    """Whether the meeting of the day at [at, end) is called off, or moved from there to another day."""
    if pattern("next_days", "called_off").match(text, end):
        return True
    moved = _TO_DAY.match(text, end)
    return moved is not None and pattern("next_days", "left").search(text[:at]) is not None


def _year_ahead(text: str) -> int | None:
    """The year that stands before the days of a list ("Möten 2019: 5 februari, 7 maj")."""
    found = _YEAR.match(text)
    return int(found["year"]) if found is not None else None


def _days(text: str, year: int | None, held: date | None) -> list[DateMention]:
    """The days in `text` that may be to come, also those told as "första onsdagen i maj".

    year: that of a list's days that state none. A day of a list that comes after the next one of
    it, counted from `held`, has been ("5 februari, 7 maj, 3 oktober" on 20 April).
    """
    told = nth_weekdays(text, held) if held is not None else ()
    stated = sorted((*dates(text), *told), key=lambda mention: mention.start)
    if held is None:
        return stated
    if not stated:
        return [*days_ahead(text, held)]
    if year is not None:
        return [
            each
            for each in stated
            if each.year is not None or (each.resolve(held) or held).year <= year
        ]
    return [
        each
        for each, following in zip_longest(stated, stated[1:])
        if following is None
        or not _BETWEEN.fullmatch(text, each.end, following.start)
        or each.year is not None
        or (each.resolve(held) or held) <= (following.resolve(held) or held)
    ]


def _less_for_event(text: str, start: int, at: int) -> float:
    """How much less a date counts whose words name another event or a day of delivery.

    So does one in a sentence behind that which says what the next meeting is to deal with. In a sentence of its own, which names no meeting, it is that event's.
    """
    *earlier, sentence = re.split(r"[.!?]\s", text[start:at])
    if (
        earlier
        and pattern("next_days", "mentioned").search(text[:start])
        and not pattern("next_days", "says_when").search(sentence)
    ):
        return 8.0  # "Bo redovisar på nästa möte. Lamporna byts den 3 maj"
    if any(says("other_events", each, "unset") for each in earlier):
        return 8.0
    if not says("other_events", sentence[-50:], "other"):
        return 0.0
    own = (earlier or not start) and not pattern("next_days", "meets").search(sentence)
    return 8.0 if own else 2.5


def _read(
    meeting: MeetingPart,
    view: View,
    start: int,
    mention: DateMention,
    held: date | None,
    own_place: str | None,
    own_hours: Hours,
) -> tuple[NextMeeting, tuple[Issue, ...]]:
    at, end = start + mention.start, start + mention.end
    day = mention.resolve(held)
    evidence = list(meeting.evidence("meeting_date", view.span(at, end), "next_meeting.date"))
    common = _common_clock(view.text, end)
    told = _told_hours(view.text, at, end, common, own_hours)
    for field in told.fields:
        evidence.extend(meeting.evidence(field, view.span(*told.span), told.rule))
    beside = told.rule == _BESIDE
    after = max(end, told.span[1]) if beside else end
    between = (end, max(end, told.span[0])) if beside else (end, end)
    place = place_of(view.text, start, at, after, between)
    if place is None and common is not None:
        place = place_of(view.text, start, at, common.end, between)
    if place is not None:
        evidence.extend(meeting.evidence("place", view.span(*place), "next_meeting.place"))
    coming = NextMeeting(
        meeting_date=day,
        start_time=told.begins,
        end_time=told.ends,
        place=resolved(view.text[slice(*place)], own_place) if place else None,
        evidence=tuple(evidence),
    )
    return coming, tuple(_doubts_of(view, at, end, mention, held))


def _doubts_of(
    view: View, at: int, end: int, mention: DateMention, held: date | None
) -> Iterator[Issue]:
    """What is odd about the day of the next meeting, told at [at, end): its weekday, or that it has been."""
    day = mention.resolve(held)
    if day is not None and mention.weekday is not None and mention.weekday != day.weekday():
        yield _issue(
            "weekday_mismatch",
            f"{day.isoformat()} (nästa möte) är en {weekday_name(day.weekday())}, inte {weekday_name(mention.weekday)}.",
            view,
            at,
            end,
        )
    if day is not None and held is not None and day <= held:
        yield _issue(
            "next_meeting_before",
            f"Nästa möte ({day.isoformat()}) ligger före detta ({held.isoformat()}).",
            view,
            at,
            end,
        )


class _Told(NamedTuple):
    """The next meeting's hours. `fields`: those that stand at `span`, which `rule` found."""

    begins: time | None = None
    ends: time | None = None
    fields: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)
    rule: str = ""


def _told_hours(text: str, at: int, end: int, common: TimeMention | None, own: Hours) -> _Told:
    """The hours beside the day at [at, end), those of all days of a list, or this meeting's once more."""
    stated = _clock(text, at, end)
    for found, rule in ((stated, _BESIDE), (common, "next_meeting.all_times")):
        if found is not None:
            fields = ("start_time",) if found.ends is None else ("start_time", "end_time")
            return _Told(found.begins, found.ends, fields, (found.start, found.end), rule)
    same = _SAME_TIME.search(text, end, sentence_end(text, end)) if own[0] is not None else None
    if same is None and own[0] is not None:
        same = _ALONE.match(text, end)
    if same is None:
        return _Told()
    return _Told(*own, ("start_time",), same.span(), "next_meeting.same_time")


def _clock(text: str, at: int, end: int) -> TimeMention | None:
    """The clock time behind a date at [at, end), else right before it; "0930" behind it needs no "kl"."""
    for stated in times(text, bare=True):
        near = end <= stated.start < min(len(text), end + 60)
        between = _MIND.sub("", text[end : stated.start])
        if near and not any(char in between for char in ".;!"):
            return stated
    before = (each for each in times(text) if each.end <= at and at - each.end < 25)
    if (earlier := next(before, None)) is not None:
        return earlier
    compact = _COMPACT.match(text, end)
    begins = clock(compact["a"]) if compact is not None else None
    if compact is None or begins is None:
        return None
    return TimeMention(*compact.span("a"), begins, None)


def _common_clock(text: str, end: int) -> TimeMention | None:
    """The clock time of all days of a list, in the sentence after it: "Samtliga onsdagar klockan 14–16"."""
    lead = pattern("next_days", "of_all_days").search(text, end)
    if lead is None:
        return None
    stated = times(text[lead.end() : lead.end() + _COMMON], bare=True)
    if not stated or re.search(r"[.;!]\s", text[lead.end() : lead.end() + stated[0].start]):
        return None
    first = stated[0]
    return TimeMention(first.start + lead.end(), first.end + lead.end(), first.begins, first.ends)


def _issue(kind: IssueKind, message: str, view: View, start: int, end: int) -> Issue:
    return Issue(kind=kind, severity="warning", message=message, span=view.span(start, end))
