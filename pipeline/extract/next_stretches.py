"""The stretches of a document that speak of the next meeting.

Forms handled: after a cue in a sentence or a title; under such a title, be it an item's or a line's; a day, an hour and a place with a
label each; a list of days, a paragraph each, with what a line under it says of them all; a box or line of the head or the foot; a calendar in the head; a task to be done by the day of a meeting;
a day and an hour alone as the last line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from models.segmented import MeetingPart, Paragraph, SectionPart
from models.view import View, side_by_side, view_of
from pipeline.dates import dates, times
from pipeline.extract.next_box import next_box
from pipeline.extract.next_place import sentence_end
from pipeline.vocabulary import pattern, possible, says

_OPENING = 60  # characters of an item that open it
_LEAD = 25  # characters of them before the day
_ON_WEEKDAYS = re.compile(r"(?:Alltid\s|Som\svanligt\s)?\w+dag(?:ar|arna)\s", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-zåäö\d)][.!?])\s+(?=[A-ZÅÄÖ])")
_CALENDAR = re.compile(
    r"\w*(?:möte|träff|sammanträde|samråd)(?:t|et|en)?\s(?:nr\s?)?#?\d{0,2}\s?[:–-]?\s?",
    re.IGNORECASE,
)
_FEWEST_ROWS = 3  # of a calendar
_SHORT = 60  # characters of a line that holds little but a day and an hour
_OPEN_END = (",", " i", " på", " hos", " vid")
_LABEL = re.compile(r"[A-ZÅÄÖ][^:.;]{1,30}:\s")
_ROW = re.compile(r"\W*(?:(?:mån|tis|ons|tors|fre|lör|sön)\w*\s)?(?:den\s)?", re.IGNORECASE)
_TO_CUE = re.compile(
    r"[\s,:;–-]*(?:kl(?:ockan)?\.?\s)?(?:\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?[\s,:;–-]*)?nästa\s\w+"
    r"|[^.;!?]{0,60}?\b(?:ses|syns|möts|träffas|samlas)\svi\b[^.;!?]{0,15}",
    re.IGNORECASE,
)  # from the day of such a row to the cue's end, or of "Den 3 maj i Ladan ses vi igen"
_LISTED = re.compile(
    r",?\s(?:[01]\d|2[0-3])[0-5]\d(?!\d)|\.\s(?=[A-ZÅÄÖ])|(?:,|\soch)\s(?:den\s)?\d{1,2}[\s/]|,\s(?:samma\s|även\s|på\s|hos\s)|\s\d{1,2}(?:/\d|\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))|\W*$"
)  # what stands behind a day of a list: an hour, the next day, the end


def stretches(meeting: MeetingPart) -> Iterator[tuple[float, View, int]]:
    """Stretches that speak of the next meeting: after a cue in a sentence, or under such a title."""
    for section in meeting.sections:
        under = of_event = False
        if section.title is not None:
            of_event = says("other_events", section.title.text, "other")
            cue = _cue(section.title)
            under = cue is not None or _announces(section)
            if cue is not None:
                yield 6.0, _with_labelled(meeting, section.title, section.paragraphs), cue
        for index, paragraph in enumerate(section.paragraphs):
            led = bool(paragraph.lead and says("next_meeting", paragraph.lead, "cue"))
            led = led or _stands_under_title(section, index)
            cue = _cue(paragraph.view)
            if under or led:
                opening = paragraph.view.text[:_OPENING]
                listed = _opens_with_day(opening) and not (cue and _names_event(opening))
                told = not listed and cue is not None and bool(dates(paragraph.view.text[cue:]))
                start = cue or 0 if told else 0
                yield 6.0 - 0.5 * min(index, 4), _labelled(meeting, section, index), start
            elif cue is not None and not (
                of_event and pattern("next_days", "any_event").match(paragraph.view.text)
            ):
                for each in _cues(paragraph.view):
                    yield 5.5, paragraph.view, each
                    if (row := _day_before(paragraph.view, each)) is not None:
                        yield 6.5, row, 0
    yield from _tasks(meeting)
    for box in next_box(meeting.head):
        view = side_by_side(box)
        yield 4.6, view, _cue(view) or 0
    for row in (*_calendar(meeting), *_closing_line(meeting)):
        yield 1.9, row, 0
    lines = (*meeting.tail, *meeting.head)
    for line, below in zip_longest(lines, lines[1:]):
        for view in line.cells[:1]:
            goes_on = below is not None and line.text.endswith(_OPEN_END)
            whole = side_by_side((*line.cells, *(below.cells if goes_on else ())))
            for cue in _cues(view):
                yield 4.5, whole, cue


def _tasks(meeting: MeetingPart) -> Iterator[tuple[float, View, int]]:
    """The days by which something is to be done, each told as that of a meeting: "till sammanträdet den 4 maj"."""
    for section in meeting.sections:
        for paragraph in section.paragraphs:
            text = paragraph.view.text
            for rule in possible("next_meeting", text, "task"):
                for match in rule.regex.finditer(text):
                    yield 1.0, paragraph.view, match.end()


def _calendar(meeting: MeetingPart) -> Iterator[View]:
    """The year's meetings in the head, a line each ("Möte 2: 2017-03-19 – Hos Bo"), where there are some."""
    rows = []
    for line in meeting.head:
        named = _CALENDAR.match(line.text)
        stated = dates(line.text) if named is not None else ()
        if named is not None and stated and stated[0].start - named.end() < len("torsdagen den "):
            whole = side_by_side(line.cells)
            rows.append(
                whole.part(stated[0].start, len(whole.text)) if whole.text == line.text else whole
            )
    if len(rows) >= _FEWEST_ROWS:
        yield from rows


def _closing_line(meeting: MeetingPart) -> Iterator[View]:
    """The last line of short notes, or the last item's, where it is little but a day to come and its hour: "7/6 kl 8.15, Teams"."""
    last = meeting.sections[-1] if meeting.sections else None
    views = [line.cells[0] for line in meeting.tail if len(line.cells) == 1]
    if last is not None:
        title = [last.title] if last.title is not None and not last.paragraphs else []
        item = [paragraph.view for paragraph in last.paragraphs] or title
        if item and (not meeting.tail or (len(item) == 1 and not [*item[0].line_starts()])):
            yield from _day_alone(item[-1], stated_year=bool(meeting.tail))
    if meeting.tail and views:
        yield from _day_alone(views[-1], stated_year=False)


def _day_alone(view: View, *, stated_year: bool) -> Iterator[View]:
    """The last line of `view` where it is little but a day and its hour; stated_year: it may be one with its year."""
    line = view.part(max(view.line_starts(), default=0), len(view.text))
    stated = dates(line.text) if len(line.text) < _SHORT else ()
    dated = len(stated) == 1 and (stated_year or not stated[0].year)
    if not dated or not _ROW.fullmatch(line.text[: stated[0].start]):
        return
    hours = times(line.text[stated[0].end :], bare=True)
    rest = line.text[stated[0].end + hours[-1].end :] if hours else ""
    if hours and (not rest.strip(" .,") or pattern("next_days", "closes").fullmatch(rest)):
        yield line


def _day_before(view: View, cue: int) -> View | None:
    """The row of a calendar whose day and hour stand before the cue: "28 maj kl 9 nästa möte, Ladan"."""
    starts = [0, *view.line_starts(), len(view.text)]
    first = max(at for at in starts[:-1] if at <= cue)
    stated = dates(view.text[first:cue])
    if not stated or not _ROW.fullmatch(view.text[first : first + stated[0].start]):
        return None
    between = view.text[first + stated[0].end : cue]
    if len(stated) > 1 or not _TO_CUE.fullmatch(between):
        return None
    return view.part(first, min(at for at in starts if at > cue or at == len(view.text)))


def _with_labelled(meeting: MeetingPart, title: View, paragraphs: Sequence[Paragraph]) -> View:
    """A title that holds the day, with hour and place where each has a label under it."""
    label = pattern("next_days", "when_or_where")
    views = takewhile(label.match, (each.view.text for each in paragraphs))
    count = sum(1 for _ in views)
    if title.text.rstrip().endswith(_OPEN_END) and paragraphs:
        count = max(count, 1)  # of a flattened text: "Nästa möte 3 maj kl 17," over "Ladan."
    count = count if dates(title.text) else 0
    if not count:
        return title
    together = [title, *(each.view for each in paragraphs[:count])]
    return view_of(meeting.text, [view.span(0, len(view.text)) for view in together])


def _labelled(meeting: MeetingPart, section: SectionPart, index: int) -> View:
    """A paragraph, with those under it that have a label each ("Datum: ...", "Tid: ...", "Plats: ...").

    So is a list of days, a paragraph each, with what a line under it says of them all.
    """
    views = [paragraph.view for paragraph in section.paragraphs[index:]]
    labelled = _LABEL.match(views[0].text) is not None
    label = _LABEL if labelled else pattern("next_days", "when_or_where")
    together = [views[0], *takewhile(lambda view: label.match(view.text), views[1:])]
    if len(together) < 2 or not (labelled or _opens_with_day(views[0].text[:_OPENING])):
        days = list(takewhile(lambda view: _opens_with_day(view.text[:_OPENING]), views))
        closing = views[len(days) : len(days) + 1]
        if days and not pattern("next_days", "of_all_days").search(days[-1].text):
            days = (
                [*days, *closing]
                if closing and pattern("next_days", "of_all").match(closing[0].text)
                else []
            )
        together = days
    if len(together) < 2:
        return views[0]
    return view_of(meeting.text, [view.span(0, len(view.text)) for view in together])


def _stands_under_title(section: SectionPart, index: int) -> bool:
    """Whether the paragraph before is a title of the next meeting that is no item of its own."""
    if index == 0:
        return False
    title = section.paragraphs[index - 1].view.text
    opening = section.paragraphs[index].view.text[:_OPENING]
    return (
        len(title) < _OPENING and says("next_meeting", title, "title") and _opens_with_day(opening)
    )


def _announces(section: SectionPart) -> bool:
    """Whether a title that may stand over any coming event ("Kommande") has a day right under it."""
    title = section.title.text if section.title is not None else ""
    if not section.paragraphs or not says("next_meeting", title, "title"):
        return False
    return _opens_with_day(section.paragraphs[0].view.text[:_OPENING])


def _opens_with_day(opening: str) -> bool:
    """Whether a text begins with a day that is a meeting's: with its weekday or hour, or in a list of days."""
    stated = dates(opening)
    return (
        bool(stated)
        and stated[0].start < _LEAD
        and (
            stated[0].weekday is not None
            or bool(times(opening, bare=True))
            or (
                (stated[0].start < len("den ") + 1 or bool(_ON_WEEKDAYS.match(opening)))
                and _LISTED.match(opening, stated[0].end) is not None
            )
        )
    )


def _names_event(opening: str) -> bool:
    """Whether words stand before the first day ("Julfest 11 januari kl 14. Nästa möte 6 februari")."""
    return dates(opening)[0].start > len("den ")


def _cue(view: View) -> int | None:
    """The end of the first words that say "next meeting"."""
    return next(_cues(view), None)


def _cues(view: View) -> Iterator[int]:
    """The ends of words that say "next meeting": of the view's; where there are none, of those that open a later sentence or line."""
    rules = tuple(possible("next_meeting", view.text, "cue"))
    found = False
    for rule in rules:
        for match in rule.regex.finditer(view.text):
            if not _is_of_another(view.text, *match.span()):
                found = True
                yield match.end()
    if not rules or found:
        return
    openings = {each.end() for each in _SENTENCE.finditer(view.text)}
    for opening in sorted(openings | set(view.line_starts())):
        for rule in rules:
            if later := rule.regex.match(view.text[opening:]):
                yield opening + later.end()


def _is_of_another(text: str, start: int, end: int) -> bool:
    """ "Mötet med krögarna hanns inte med, ny tid blir den 3 maj": whether the same sentence names another meeting."""
    if not text[start:end].lower().startswith("ny"):
        return False
    begin = max((each.end() for each in _SENTENCE.finditer(text, 0, start)), default=0)
    return says("other_events", text[begin:start], "met_with") or says(
        "other_events", text[end : sentence_end(text, end)], "met_with"
    )
