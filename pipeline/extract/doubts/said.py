"""What the items or a page head say of the meeting itself, against its head.

Forms handled: "Mötet öppnades kl 13.00" under "Tid: 09.00-11.00"; "Mötet avslutades kl 15.30";
"Mötet hölls den 14 mars 2019"; "välkomna till Kulturhuset" under "Plats: Kommunhuset"; a page head with
another day or municipality. Half an hour more or less is how meetings go, and no contradiction.
"""

import re
from collections.abc import Iterator
from datetime import date, time

from models.issue import Issue, IssueKind
from models.meeting import Meeting
from models.segmented import MeetingPart
from models.view import View
from pipeline.dates import dates, times
from pipeline.extract.head.place import WELCOME
from pipeline.names import folded
from pipeline.vocabulary import pattern, says

_MEETING = re.compile(r"[Mm]öte|[Ss]ammanträde")
_MUNICIPALITY = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ-]{2,})\s(?:kommuns?|KOMMUN)\b")
_SLACK = 30  # minutes
_OPENING = 6  # sentences that may bid those present welcome
_STEM = 5  # letters by which two names of a place are known as one


def said(meeting: MeetingPart, record: Meeting) -> Iterator[Issue]:
    """Hours and day in the sentences, the place in the first ones, then the first page head."""
    sentences = [
        sentence.view
        for section in meeting.sections
        for paragraph in section.paragraphs
        for sentence in paragraph.sentences
    ]
    for view in sentences:
        named = "öte" in view.text or "ammanträde" in view.text
        if named and _MEETING.search(view.text) and not says("doubts", view.text, "other_meeting"):
            yield from _hours(view, record)
            yield from _other_day(view, record.meeting_date, pattern("doubts", "held"))
    for view in sentences[:_OPENING]:
        yield from _place(view, record.place)
    heads = [line.cells for line in meeting.furniture if says("doubts", line.text, "page_head")]
    for cell in heads[0] if heads else ():
        if not says("doubts", cell.text, "of_paper"):
            yield from _other_day(cell, record.meeting_date, None)
        yield from _area(cell, record)


def _hours(view: View, record: Meeting) -> Iterator[Issue]:
    stated = (("opened", record.start_time, "började"), ("closed", record.end_time, "slutade"))
    for kind, known, what in stated:
        if known is None or not re.search(r"\d", view.text):
            continue
        for mention in times(view.text, bare=True):
            apart = abs(_minutes(known) - _minutes(mention.begins))
            if apart > _SLACK and pattern("doubts", kind).search(view.text[: mention.start]):
                yield _warning(
                    "time_mismatch",
                    f"Mötet {what} {known:%H:%M} enligt huvudet men {mention.begins:%H:%M}"
                    " enligt texten.",
                    view,
                    (mention.start, mention.end),
                )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _other_day(view: View, held: date | None, before: re.Pattern[str] | None) -> Iterator[Issue]:
    """A day that is not the meeting's, where `before` stands in front of it (None: anywhere)."""
    if held is None:
        return
    for mention in dates(view.text):
        day = mention.value
        said = before is None or before.search(view.text[: mention.start])
        if day is not None and day != held and said and not mention.compact:
            yield _warning(
                "date_mismatch",
                f"Två datum för mötet: {held.isoformat()} och {day.isoformat()}.",
                view,
                (mention.start, mention.end),
            )


def _place(view: View, place: str | None) -> Iterator[Issue]:
    told = WELCOME.search(view.text) if place is not None else None
    if place is None or told is None or _stems(told["place"]) & _stems(place):
        return
    if says("places", told["place"]):
        yield _warning(
            "place_mismatch",
            f"Mötet hölls i ”{place}” enligt huvudet men i ”{told['place']}” enligt texten.",
            view,
            told.span("place"),
        )


def _stems(text: str) -> set[str]:
    return {folded(word)[:_STEM] for word in re.findall(r"\w{3,}", text)}


def _area(view: View, record: Meeting) -> Iterator[Issue]:
    """Another municipality in the page head than the one that the council serves."""
    own = next((each.quote for each in record.evidence if each.field == "area"), None)
    if own is None or not re.search(r"\skommuns?$", own, re.I):
        return
    match = _MUNICIPALITY.search(view.text)
    if match is not None and not _stems(match["name"]) & _stems(own):
        yield _warning(
            "area_mismatch",
            f"Området är ”{record.area}”, men sidhuvudet säger ”{match.group()}”.",
            view,
            match.span(),
        )


def _warning(kind: IssueKind, message: str, view: View, part: tuple[int, int]) -> Issue:
    return Issue(kind=kind, severity="warning", message=message, span=view.span(*part))
