"""When the meeting began and ended, from the head or from what the items say of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import islice

from models.view import View
from pipeline.dates import TimeMention, clock, dates, times
from pipeline.extract.head.lines import TITLE_LINES, HeadLine, Reading
from pipeline.vocabulary import pattern, says

_BY_LABEL = {"time": 10.0, "place_time": 9.0, "date": 9.0, "plain_date": 6.0, "place": 5.0}
_OF_PAGES = 1.0  # the weight of a day and hours in a page head or a host's title; a lone hour is of the print
_BARE = 9.0  # the weight of a label after which "9-11" is a time
_BEHIND_DAY = re.compile(r"\s?[,–-]?\s(?:kl(?:ockan)?\.?\s|från\s|med\sstart\s|vid\s)?")
_ROOM_WORDS = 4  # of a place before a bare clock time
_LETTER = re.compile(r"(?:Skickat|Datum|Sent|Date|Mottaget):\s.*\d[.:]\d\d$")  # when it was sent
_STAMP = re.compile(r"\d-\d\dT\d\d:")  # when a page was published
_AND = re.compile(r"\s?(?:,|och|samt|;|,\soch)\s(?:kl(?:ockan)?\.?\s)?")  # between two stretches
_BEFORE_PLACE = re.compile(r"\s(?:i|på|hos|vid|å|via|den|digitalt)\s|[.,;](?:\s|$)|$")
_NOON = 12
_FIRST = 6  # sentences that may be the head's
_TIME_LABEL = re.compile(r"(?:Tid|Klockan|Kl):\s")
_HOURS_LASTED = {"en": 60, "två": 120, "tre": 180, "fyra": 240, "halvannan": 90}
LOST_START = re.compile(
    r"\bkl(?:ockan)?\b\.?\s*(?<!\d)(?:[.:]\d\d)?[-–]\s*(?P<b>\d{1,2}[.:]\d\d)\b", re.IGNORECASE
)


def clock_times(reading: Reading, day: date | None = None) -> tuple[time | None, time | None]:
    """Start and end; a range in the head goes before a lone time, and what goes on after a break ends with it.

    day: that of the meeting; a free line that names other days alone speaks of something else.
    """
    best: tuple[float, View, int, int, time, time | None] | None = None
    for line in (*reading.lines, *reading.prose):
        weight = _weight(line)
        if not weight or (line.field is None and is_of_other_day(line.text, day)):
            continue
        bare = weight >= _BARE
        mentions = times(line.text, bare=True) if bare else stated_times(line.text)
        for mention in mentions:
            before = line.text[: mention.start]
            if weight == _OF_PAGES and mention.ends is None:
                continue
            if pattern("met", "before").search(before) or says("hours", before, "until"):
                continue
            if line.field is None and _ends_there(before):
                continue
            score = weight + (mention.ends is not None) - 0.001 * mention.start
            if best is None or score > best[0]:
                last = _last_part(line.text, mention, mentions)
                best = (score, line.view, mention.start, last.end, mention.begins, last.ends)
    if best is None:
        return _said(reading, None, _without_start(reading), day)
    _, view, at, stop, start, end = best
    reading.prove("start_time", view, at, stop, "time.head")
    if end is not None:
        reading.prove("end_time", view, at, stop, "time.head")
    return _said(reading, start, end or _until(reading, start), day)


def _ends_there(before: str) -> bool:
    """Whether the words before a clock time tell that the meeting ended then, and not that it began."""
    closed = max((each.end() for each in pattern("hours", "closed").finditer(before)), default=-1)
    return closed >= 0 and pattern("hours", "opened").search(before, closed) is None


def _until(reading: Reading, start: time) -> time | None:
    """The end that the head tells apart from the start ("Beräknas pågå till 16.45")."""
    for line in (*reading.lines, *reading.prose):
        told = pattern("hours", "until_hour").search(line.text) if _weight(line) else None
        end = clock(told["b"]) if told is not None else None
        if told is not None and end is not None and end > start:
            reading.prove("end_time", line.view, *told.span("b"), "time.until")
            return end
    return None


def is_of_other_day(text: str, day: date | None) -> bool:
    """Whether `text` states days, and none of them is the meeting's."""
    stated = dates(text) if day is not None else ()
    return bool(stated) and all(
        day is not None and (each.month, each.day) != (day.month, day.day) for each in stated
    )


def _last_part(text: str, first: TimeMention, mentions: Sequence[TimeMention]) -> TimeMention:
    """The last of several stretches of one meeting ("9.00-10.30, 11-12.15")."""
    last = first
    for mention in mentions:
        if last.ends is None or mention.ends is None or mention.begins < last.ends:
            continue
        if _AND.fullmatch(text, last.end, mention.start):
            last = mention
    return last


def stated_times(text: str) -> list[TimeMention]:
    """The clock times of a free line; also bare ones right behind a day ("tis 7 maj, från 18.45"), a room or "Start"."""
    found = times(text)
    if found:
        return found
    days = [mention.end for mention in dates(text)]
    return [
        mention
        for mention in times(text, bare=True)
        if (
            any(
                _BEHIND_DAY.fullmatch(text, day, mention.start)
                for day in days
                if day <= mention.start
            )
            or any(_is_house(text[day : mention.start]) for day in days if day <= mention.start)
            or _behind_place(text, mention)
            or says("hours", text[: mention.start], "opens_at")
            or _is_range_of_meeting(text, mention)
        )
        and text[mention.start : mention.end].count(".") + bool(mention.ends) > 0
    ]


def _is_range_of_meeting(text: str, mention: TimeMention) -> bool:
    """Whether a range is a column's all, opens the line before a house ("18-20, ungdomsgården"), or tells from when to when
    the body met ("Vi möttes från 18 till 20", "Vi sågs 8-9.30 hos Bo")."""
    if mention.ends is None:
        return False
    if not mention.start:
        behind = text[mention.end :]
        return not behind or (behind[:2] == ", " and says("places", behind))
    before = text[: mention.start]
    if before.endswith("från "):
        return pattern("met", "verb").search(text) is not None
    met = next(pattern("met", "verb").finditer(before.rstrip()), None)
    told = (
        met is not None
        and met.end() == len(before.rstrip())
        and not says("met", met.group(), "weak")
    )
    return told and _BEFORE_PLACE.match(text, mention.end) is not None


def _behind_place(text: str, mention: TimeMention) -> bool:
    """Whether a clock time stands right behind the name of a room or house that opens the line ("Ladan 18.30")."""
    return mention.begins.minute % 15 == 0 and _is_house(text[: mention.start])


def _is_house(text: str) -> bool:
    """Whether `text` is the short name of a room or house, with commas round it."""
    room = text.strip(" ,")
    short = len(room.split()) <= _ROOM_WORDS and not dates(room) and not says("finite_verbs", room)
    return short and says("places", room)


def _without_start(reading: Reading) -> time | None:
    """The end of a range whose start a converter has lost, under a label or by a date ("Tid: kl -10.30")."""
    for line in reading.lines:
        free = line.field is None and not line.furniture and bool(dates(line.text))
        labelled = line.field in {"time", "place_time"}
        if (labelled or free) and (lost := LOST_START.search(line.text)):
            reading.prove("end_time", line.view, *lost.span("b"), "time.lost_start")
            return clock(lost["b"])
    return None


def _weight(line: HeadLine) -> float:
    if line.field in _BY_LABEL:
        return _BY_LABEL[line.field]
    if _LETTER.match(line.text) or _STAMP.search(line.text):
        return 0.0
    if line.furniture and dates(line.text):
        return _OF_PAGES
    high_up = line.field is None and line.position < TITLE_LINES and not line.furniture
    return 4.0 if high_up else 0.0


def _said(
    reading: Reading, start: time | None, end: time | None, day: date | None
) -> tuple[time | None, time | None]:
    """Opening and closing times said in the items ("Mötet avslutades kl 11.15")."""
    if start is None and (first := next(reading.sentences(), None)) is not None:
        start = _opening(reading, first.view)
    if start is None and end is None:
        start, end = _below_title(reading, day)
    for view in _views(reading):
        if (start and end) or not pattern("met", "times_of").search(view.text):
            continue
        if is_of_other_day(view.text, day):
            continue
        if start is None and (hour := pattern("hours", "hour").search(view.text)) is not None:
            start = clock(hour["a"])
            reading.prove("start_time", view, *hour.span("a"), "time.opened", 0.9)
            if hour["b"] and not end:
                end = clock(hour["b"])
                reading.prove("end_time", view, *hour.span("b"), "time.opened", 0.9)
            continue
        bare = says("hours", view.text, "closed") or says("hours", view.text, "opened")
        for mention in times(view.text, bare=bare):
            before = view.text[: mention.start]
            if start is None and says("hours", before, "opened"):
                start = mention.begins
                reading.prove("start_time", view, mention.start, mention.end, "time.opened", 0.9)
            elif end is None and says("hours", before, "closed"):
                closed = _in_words(view.text, mention, start)
                if start and closed <= start:
                    continue
                end = closed
                reading.prove("end_time", view, mention.start, mention.end, "time.closed", 0.9)
    return start, end if end or start is None else _after_lasting(reading, start)


def _below_title(reading: Reading, day: date | None) -> tuple[time | None, time | None]:
    """ "Tid: 09.00-11.30" in the first lines of the first item, where a column's title broke the head off."""
    for sentence in islice(reading.sentences(), _FIRST):
        other = is_of_other_day(sentence.text, day)
        label = _TIME_LABEL.match(sentence.text) if not other else None
        stated = times(sentence.text, bare=True) if label is not None else []
        if stated:
            span = stated[0].start, stated[0].end
            reading.prove("start_time", sentence.view, *span, "time.below_title", 0.8)
            if stated[0].ends is not None:
                reading.prove("end_time", sentence.view, *span, "time.below_title", 0.8)
            return stated[0].begins, stated[0].ends
    return None, None


def _in_words(text: str, mention: TimeMention, start: time | None) -> time:
    """When a meeting closed; told in words, an hour before its start is of the evening ("halv nio")."""
    told = not any(char.isdigit() for char in text[mention.start : mention.end])
    if told and start is not None and mention.begins <= start and mention.begins.hour < _NOON:
        return mention.begins.replace(hour=mention.begins.hour + _NOON)
    return mention.begins


def _after_lasting(reading: Reading, start: time) -> time | None:
    """When a meeting ended that began at `start`, where it is told how long it lasted."""
    for line in reading.prose:
        lasted = pattern("met", "lasted").search(line.text)
        if lasted is None:
            continue
        said = lasted["n"].lower()
        minutes = 60 * int(said) if said.isdigit() else _HOURS_LASTED.get(said, 90)
        minutes += start.hour * 60 + start.minute
        reading.prove("end_time", line.view, *lasted.span(), "time.lasted", 0.9)
        return time(minutes // 60 % 24, minutes % 60)
    return None


def _opening(reading: Reading, first: View) -> time | None:
    """The one clock time of the first sentence: "Birgitta knackade i bordet kl. 19.00"."""
    found = times(first.text, bare=says("hours", first.text, "opened"))
    if len(found) != 1 or found[0].ends or pattern("met", "comes").search(first.text):
        return None
    reading.prove("start_time", first, found[0].start, found[0].end, "time.first_sentence", 0.8)
    return found[0].begins


def _views(reading: Reading) -> Iterator[View]:
    for sentence in reading.sentences():
        yield sentence.view
    for section in reading.meeting.sections:
        if section.title is not None:
            yield section.title
    for paragraph in reading.meeting.prose:
        yield paragraph.view
    single = {line.text for line in reading.lines}
    for line in reading.lines:
        if line.field in {None, "place"}:
            yield line.view
    for line in reading.prose:
        if line.text not in single:
            yield line.view
