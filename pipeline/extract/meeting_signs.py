"""What a document says of other meetings of its council, by vocabulary/meeting_signs.toml.

Forms handled: "Protokollet från den 18 oktober läggs till handlingarna", "Föregående protokoll
(2017-10-18)", "Anteckningarna från novembermötet", an item "Föregående protokoll" whose first sentence
names the day; minutes that nobody has, or that are named by their season (unkept_minutes.py); "Vid mötet den 18 oktober beslutades"; the next meeting, and all days of a list under
"Höstens möten"; "Mötet den 12 mars ställdes in"; "Mötet den 3 maj flyttades till den 17 maj"; "Protokoll
nr 4/2018", "Rådets 23:e möte" in the head. Other bodies' meetings and other events give none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from models.evidence import Span
from models.meeting import MeetingSign, NextMeeting, Sign
from models.segmented import MeetingPart, SectionPart
from models.view import View, side_by_side
from pipeline.dates import DateMention, dates
from pipeline.extract.meant_days import LONGEST, MONTH, MONTHS, Meant, month_before
from pipeline.extract.unkept_minutes import unkept_minutes
from pipeline.vocabulary import Rule, pattern, possible, says

_REACH = 70  # characters from what names the meeting to its date
_HEAD = 12  # lines of the head that may hold the number
_BREAK = re.compile(r"[.;!?]\s")
_CLAUSE = re.compile(r"[,.;!?](?:\s|$)|\s(?:och|men|utan)\s")
_TELLING = frozenset({"cancelled", "moved", "previous", "decided", "lost", "late", "read"})
_TO_DAY = re.compile(r"[\s,(]*(?:(?:\w+dagen\s)?den\s?)?")
_AND = re.compile(
    r"(?:,|\s?(?:,\s)?(?:och|samt|respektive|resp\.|&))\s(?:(?:från|i|den|mötet|för)\s){0,3}",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b\w+s\s$")
_TO = re.compile(r"\btill\b(?!\shandling)", re.IGNORECASE)
_INSTEAD = re.compile(r"\bi\s?stället\sför\b", re.IGNORECASE)


def meeting_signs(
    meeting: MeetingPart, held: date | None, following: NextMeeting | None
) -> tuple[MeetingSign, ...]:
    """The signs in the document of a meeting held on `held`, in order. `following` is one of them."""
    found = [*_numbers(meeting)]
    if held is not None:
        found += _said(meeting, held)
        found += _coming(meeting, held, following)
    found.sort(key=lambda each: each.evidence[0].start)
    unique: dict[tuple[Sign, date | None], MeetingSign] = {}
    for each in found:
        unique.setdefault((each.sign, each.meeting_date), each)
    return tuple(unique.values())


def _numbers(meeting: MeetingPart) -> Iterator[MeetingSign]:
    for line in (*meeting.head[:_HEAD], *meeting.furniture[:2]):
        view = side_by_side(line.cells)
        for rule in possible("meeting_signs", view.text, "number"):
            match = rule.regex.search(view.text)
            if match is None:
                continue
            start, end = match.span(match.lastgroup or 0)
            if any(start < day.end and day.start < end for day in dates(view.text)):
                continue
            yield _sign(meeting, "number", None, view, rule.id, number=_number(match))
            return
    yield from _after_number(meeting)


def _number(match: re.Match[str]) -> int:
    """The number that a match holds, in figures or as the name of its group."""
    name, value = next((name, value) for name, value in match.groupdict().items() if value)
    return int(value) if value.isdigit() else int(name[1:])


def _after_number(meeting: MeetingPart) -> Iterator[MeetingSign]:
    """The number after that of the last meeting's minutes, where the head tells none."""
    for section, views in _sentences(meeting):
        for view in views if section is not None else ():
            for rule in possible("meeting_signs", view.text, "before"):
                if match := rule.regex.search(view.text):
                    number = _number(match) + 1
                    yield _sign(meeting, "number", None, view, rule.id, section, number)
                    return


def _said(meeting: MeetingPart, held: date) -> Iterator[MeetingSign]:
    for section, views in _sentences(meeting):
        for index, view in enumerate(views):
            gone = False
            found = possible("meeting_signs", view.text)
            told = [rule for rule in found if rule.data["is"] in _TELLING]
            for sign in ("cancelled", "moved") if told else ():
                for rule in _of_kind(told, sign):
                    if (match := rule.regex.search(view.text)) is not None:
                        gone = True
                        yield from _not_held(meeting, section, view, match, rule, held)
            if gone:
                continue
            for sign in ("previous", "decided") if told and section is not None else ():
                for rule in _of_kind(told, sign):
                    for match in rule.regex.finditer(view.text):
                        if sign == "decided" and not pattern("told_meetings", "bound").search(
                            view.text, match.end()
                        ):
                            continue
                        for day in _all_meant(view.text, match.start(), match.end(), held):
                            yield _sign(meeting, "previous", day, view, rule.id, section)
            for rule, lost in unkept_minutes(view.text, held, told):
                yield _sign(meeting, "previous", lost, view, rule.id, section)
            if (
                index == 0
                and section is not None
                and section.title not in {None, view}
                and section.title is not None
                and says("meeting_signs", section.title.text, "previous")
                and pattern("told_meetings", "minutes").search(view.text)
            ):
                for day in _all_meant(view.text, 0, 0, held):
                    yield _sign(meeting, "previous", day, view, "sign.previous_title", section)


def _of_kind(found: Sequence[Rule], kind: str) -> list[Rule]:
    return [rule for rule in found if rule.data["is"] == kind]


def _sentences(meeting: MeetingPart) -> Iterator[tuple[SectionPart | None, list[View]]]:
    """The document's sentences by section, titles apart; the head's and the tail's lines."""
    yield None, [side_by_side(line.cells) for line in meeting.head]
    for section in meeting.sections:
        if section.title is not None:
            yield None, [section.title]
        yield (
            section,
            [sentence.view for paragraph in section.paragraphs for sentence in paragraph.sentences],
        )
    yield None, [side_by_side(line.cells) for line in meeting.tail]


def _meant(text: str, start: int, end: int, held: date) -> Meant | None:
    """The day (or month) before `held` that stands soon after [start, end), if nothing comes between."""
    stretch = text[end : end + _REACH]
    whose = _WHOSE.search(text, 0, start)
    cue = text[whose.start() if whose else start : end]
    month = MONTH.search(text, start, end + _REACH // 2)
    for mention in dates(stretch):
        before = stretch[: mention.start]
        at = end + mention.start
        if month and month.end() <= at and not _TO_DAY.fullmatch(text, month.end(), at):
            break  # "På majmötet bestämdes att vandringen hålls den 3 juni"
        if _apart(cue, before) or says("told_meetings", before, "handled"):
            return None
        if says("told_meetings", stretch[mention.end :], "with_others"):
            return None
        day = mention.resolve_before(held)
        if day is None or day >= held or (mention.year is None and held - day > LONGEST):
            return None
        return Meant(day, day)
    # the month may be part of what names the meeting: "protokollet från novembermötet"
    if month is None or _apart(cue, text[end : month.start()]):
        return None
    return month_before(month, held)


def _all_meant(text: str, start: int, end: int, held: date) -> Iterator[Meant]:
    """What _meant tells, and the days or months that go on from it: "Protokollen från den 3 mars och den 7 maj"."""
    first = _meant(text, start, end, held)
    if first is None:
        return
    yield first
    stretch = text[start : end + _REACH]
    if not says("told_meetings", stretch, "several"):
        return
    if first.first == first.last:
        days = ((each.start, each.end, each.resolve_before(held)) for each in dates(stretch))
        named = [(start, end, Meant(day, day) if day else None) for start, end, day in days]
    else:
        months = MONTH.finditer(stretch)
        named = [(each.start(), each.end(), month_before(each, held)) for each in months]
    for (_, before, _), (after, _, meant) in pairwise(named):
        if meant is None or _AND.fullmatch(stretch[before:after]) is None:
            return
        yield meant


def _apart(cue: str, between: str) -> bool:
    """Whether what stands between the cue and its date speaks of something else."""
    return _BREAK.search(between) is not None or says(
        "meeting_signs", f"{cue} {between}", "foreign"
    )


def _not_held(
    meeting: MeetingPart,
    section: SectionPart | None,
    view: View,
    match: re.Match[str],
    rule: Rule,
    held: date,
) -> Iterator[MeetingSign]:
    """A meeting that is cancelled, or moved and to which day; the day may stand before or after."""
    sign: Sign = "moved" if rule.data["is"] == "moved" else "cancelled"
    if _apart(match.group(), ""):
        return
    until = _BREAK.search(view.text, match.end())
    end = until.start() if until else len(view.text)
    old: list[Meant] = []
    new: list[Meant] = []
    past = (
        sign == "cancelled" and pattern("told_meetings", "past").search(match.group()) is not None
    )
    for mention in dates(view.text[:end]):
        if mention.end <= match.start():
            continue
        day = mention.resolve_before(held) if past else _nearest(mention, held)
        if day is None:
            continue
        before = view.text[match.start() : mention.start]
        forward = bool(_TO.search(before[-25:]) and sign == "moved")
        if pattern("told_meetings", "planned").search(match.group()) and not old:
            forward = False
        elif _INSTEAD.search(match.group()):
            forward = not _INSTEAD.search(before)
        (new if forward else old).append(Meant(day, day))
    if not old and (month := MONTH.search(match.group())):
        old.append(_month(month, held, past=past))
    for meant in old[:1] or [Meant()]:
        yield _sign(meeting, sign, meant, view, rule.id, section)
    for meant in new:
        if meant.first is not None and meant.first > held:
            yield _sign(meeting, "coming", meant, view, rule.id, section)


def _month(match: re.Match[str], held: date, *, past: bool = False) -> Meant:
    """The month nearest to `held`, of what is told in the past tense the last one that had begun."""
    month = MONTHS.index(match["month"].lower()) + 1
    years = [int(match["year"])] if match["year"] else [held.year - 1, held.year, held.year + 1]
    firsts = [date(year, month, 1) for year in years]
    begun = [first for first in firsts if first <= held] if past else []
    first = min(begun or firsts, key=lambda day: abs((day - held).days))
    return Meant(first, first.replace(day=monthrange(first.year, month)[1]))


def _nearest(mention: DateMention, held: date) -> date | None:
    """The day; without a year the one nearest to `held`."""
    if mention.year is None and (mention.month, mention.day) == (held.month, held.day):
        return held
    days = (mention.resolve(held), mention.resolve_before(held))
    return min(filter(None, days), key=lambda day: abs((day - held).days), default=None)


def _coming(
    meeting: MeetingPart, held: date, following: NextMeeting | None
) -> Iterator[MeetingSign]:
    """The next meeting's sentence, and the further days of a list of meetings."""
    if following is None or following.meeting_date is None:
        return
    place = next((each for each in following.evidence if each.field == "meeting_date"), None)
    if place is None:
        return
    for section, views in _sentences(meeting):
        for view in views:
            at = view.index(place.start)
            if at == len(view.text) or view.offsets[at] > place.start:
                continue
            if says("other_events", view.text[:at], "other"):
                return  # the day of something else
            yield _sign(
                meeting,
                "coming",
                Meant(following.meeting_date, following.meeting_date),
                view,
                place.rule,
                section,
            )
            yield from _listed(meeting, section, view, held, place.rule)
            yield from _called_off(meeting, section, view, held)
            return


def _listed(
    meeting: MeetingPart, section: SectionPart | None, view: View, held: date, rule: str
) -> Iterator[MeetingSign]:
    """All days of a list that holds nothing but days of meetings, those called off left out."""
    mentions = [each for each in dates(view.text) if not each.compact]
    if len(mentions) < 2 or says("other_events", view.text, "other"):
        return
    after = held
    for mention in mentions:
        day = mention.resolve(after)
        if day is not None and day > after:
            if not _is_off(view.text, mention):
                yield _sign(meeting, "coming", Meant(day, day), view, rule, section)
            after = day


def _called_off(
    meeting: MeetingPart, section: SectionPart | None, view: View, held: date
) -> Iterator[MeetingSign]:
    """The days beside the next meeting's that are said to be dropped: "12 mars ställs in, vi ses 9 april"."""
    for mention in dates(view.text):
        day = mention.resolve(held)
        if day is not None and day > held and (rule := _is_off(view.text, mention)):
            yield _sign(meeting, "cancelled", Meant(day, day), view, rule.id, section)


def _is_off(text: str, mention: DateMention) -> Rule | None:
    """The rule that says of a day, in its own clause, that there is no meeting then."""
    clause = _CLAUSE.split(text[mention.end :], maxsplit=1)[0]
    return next(
        (rule for rule in possible("meeting_signs", clause, "off") if rule.regex.search(clause)),
        None,
    )


def _sign(
    meeting: MeetingPart,
    sign: Sign,
    meant: Meant | None,
    view: View,
    rule: str,
    section: SectionPart | None = None,
    number: int | None = None,
) -> MeetingSign:
    span: Span = view.span(0, len(view.text))
    return MeetingSign(
        sign=sign,
        meeting_date=meant.first if meant else None,
        last_date=meant.last if meant else None,
        number=number,
        section=section.ordinal if section is not None else None,
        text=view.text,
        evidence=meeting.evidence("text", span, rule),
    )
