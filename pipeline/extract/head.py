"""A meeting's own fields: kind, council, area, date, times, place, registration number.

Forms handled: title lines ("Protokoll för Lokala Brå", "Vinnersjö kommuns brottsförebyggande råd");
labels with values ("Sammanträdesdag: 2019-02-22", "Plats och tid  Kommunhuset, kl 9-11"); bare lines
("Hägersten 2019-02-22"); a formal head with three to five dates; dates without a year; page heads
that alone carry the date; opening and closing times in the running text. Several statements are
weighed by where they stand; those that disagree are reported as issues.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from models.evidence import Evidence, Span
from models.issue import Issue
from models.meeting import MeetingKind
from models.segmented import MeetingPart, Sentence
from models.view import View
from pipeline.dates import DateMention, dates, times, valid, weekday_name
from pipeline.vocabulary import rules

_TITLE_LINES = 14  # how far down a document says what it is
_REGISTRATION = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|ärendenr)\.?\s*:?\s*(?P<n>[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9 .:/()-]{2,30}\d)"
    r"|\b(?P<m>(?:[A-ZÅÄÖ]{2,5}[\s-]?(?:19|20)?\d{2}(?:\d{2})?|[A-Z]\d{3}\.\d{3})[/-]\d{2,6}(?:[.-]\d{1,4})?)\b",
    re.IGNORECASE,
)
_AREA_TAIL = r"(?:kommuns?|stads?|stadsdels?(?:förvaltning|nämnd|område|råd)?s?|stadsdelsnämndsområde|kommundels?|landsbygd|tätort)"
_WORD = r"[A-ZÅÄÖÉ][\wåäöéÅÄÖ:]*(?:[-–][A-ZÅÄÖÉ]?[\wåäö]+)*"
_AREA = re.compile(rf"(?P<area>{_WORD}(?:(?:\soch)?\s{_WORD}){{0,3}}\s{_AREA_TAIL})\b")
_AREA_OF = re.compile(
    rf"(?P<area>(?i:{_AREA_TAIL.replace('s?)', ')')}|stadsdelen|kommunen)\s{_WORD}(?:[-/]{_WORD})?)"
)
_NAME_AFTER = re.compile(
    rf"^\W*(?:(?:i|för|på|vid|inom)\s)?(?P<area>{_WORD}(?:(?:\soch|/)?\s?{_WORD}){{0,2}})"
)
_NAME_BEFORE = re.compile(rf"(?P<area>{_WORD}(?:(?:\soch)?\s{_WORD}){{0,2}}?)s?\W*$")
_NOT_AREA = re.compile(
    r"(?:protokoll|minnes|anteckning|kallelse|möte|sammanträde|närvar|tid|plats|datum|lokal|brå|råd|nämnd|den|sida|för|från|dag|månd|tisd|onsd|torsd|fred|lörd|sönd|jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec|rum|sal|dnr|bilaga|sekr|ordf|utdrag|teams|digital|version|mall|datum|dokument|teknik|upprättad|av\b)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\b(?:öppna|började|börjar|inled|startade)\w*", re.I)
_CLOSED = re.compile(r"\b(?:avsluta|slutade|slut|tackade för)\w*", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """The meeting's own fields, with evidence and what does not fit together."""

    kind: MeetingKind
    council: str | None
    area: str | None
    meeting_date: date | None
    start_time: time | None
    end_time: time | None
    place: str | None
    registration_number: str | None
    evidence: tuple[Evidence, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the head with the label it stands under and how far down it is."""

    view: View
    field: str | None
    rule: str
    position: int
    furniture: bool


def head(meeting: MeetingPart) -> Head:
    """Read the head of `meeting`."""
    found = _Reading(meeting)
    kind = found.kind()
    found.council_and_area()
    day = found.meeting_date()
    start, end = found.clock_times()
    place = found.place()
    number = found.registration_number()
    return Head(
        kind, found.council, found.area, day, start, end, place, number,
        tuple(found.evidence), tuple(found.issues),
    )  # fmt: skip


def _lines(meeting: MeetingPart) -> Iterator[_Line]:
    """Every view of the head and tail with its label, then page heads, in reading order."""
    position = 0
    for block in meeting.blocks:
        for row in block.rows:
            for cell in row:
                if cell.text:
                    yield _Line(cell, block.field, block.rule, position, furniture=False)
            position += 1
    for line in meeting.furniture:
        for cell in line.cells:
            if cell.text:
                yield _Line(cell, None, "", position, furniture=True)


class _Reading:
    """One pass over a head; collects values, evidence and issues."""

    def __init__(self, meeting: MeetingPart) -> None:
        self.meeting = meeting
        self.lines = tuple(_lines(meeting))
        self.titles = tuple(
            line
            for line in self.lines
            if line.field in {None, "council"} and (line.furniture or line.position < _TITLE_LINES)
        )
        self.council: str | None = None
        self.area: str | None = None
        self.evidence: list[Evidence] = []
        self.issues: list[Issue] = []

    def _prove(
        self, field: str, view: View, start: int, end: int, rule: str, confidence: float = 1.0
    ) -> None:
        self.evidence.extend(self.meeting.evidence(field, view.span(start, end), rule, confidence))

    def _issue(self, kind: str, message: str, span: Span) -> None:
        self.issues.append(Issue(kind=kind, severity="warning", message=message, span=span))

    # kind

    def kind(self) -> MeetingKind:
        """What the document is: notes before minutes, a summons only while the meeting is to come."""
        named: dict[str, tuple[View, int, int, str]] = {}
        for line in (*self.titles, *self._agenda_labels()):
            for rule in rules("titles"):
                for match in rule.regex.finditer(line.view.text):
                    if match.group().strip("#* ")[:1].isupper():
                        named.setdefault(
                            rule.data["kind"], (line.view, match.start(), match.end(), rule.id)
                        )
        present = any(block.field == "present" and block.rows for block in self.meeting.blocks)
        held = present or self._is_held()
        kind: MeetingKind
        if "kallelse" in named and not held:
            kind = "kallelse"
        elif "minnesanteckningar" in named:
            kind = "minnesanteckningar"
        elif "protokoll" in named or held:
            kind = "protokoll"
        elif self.meeting.sections:
            kind = "kallelse" if not self._has_prose() else "protokoll"
        else:
            kind = "annat"
        if kind in named:
            self._prove("kind", *named[kind])
        return kind

    def _agenda_labels(self) -> Iterator[_Line]:
        for block in self.meeting.blocks:
            if block.label is not None and block.field in {"agenda", "ignored"}:
                yield _Line(block.label, None, block.rule, 0, furniture=False)

    def _has_prose(self) -> bool:
        return any(
            sentence.text.endswith(".") and len(sentence.text) > 40
            for section in self.meeting.sections
            for paragraph in section.paragraphs
            for sentence in paragraph.sentences
        )

    def _is_held(self) -> bool:
        """Whether the items speak of the meeting as past: somebody opened, decided, reported."""
        spoken = 0
        for section in self.meeting.sections:
            for paragraph in section.paragraphs:
                for sentence in paragraph.sentences:
                    if any(rule.regex.search(sentence.text) for rule in rules("statements")):
                        spoken += 1
        return spoken >= 2

    # council and area

    def council_and_area(self) -> None:
        best: tuple[float, _Line, int, int, str] | None = None
        for order, line in enumerate(self.lines):
            weight = self._council_weight(line, order)
            if weight is None:
                continue
            for rule_order, rule in enumerate(rules("councils")):
                for match in rule.regex.finditer(line.view.text):
                    score = weight + 0.02 * min(len(match.group()), 40) - 1.5 * rule_order
                    if best is None or score > best[0]:
                        best = (score, line, match.start(), match.end(), rule.id)
        if best is not None:
            _, line, start, end, rule_id = best
            self.council = line.view.text[start:end]
            self._prove("council", line.view, start, end, rule_id)
            self._area_by(line, start, end)
        if self.area is None:
            self._area_from_lines()

    def _council_weight(self, line: _Line, order: int) -> float | None:
        if line.field == "council":
            return 6.0
        if line.furniture:
            return 1.5
        if line.field is None and line.position < _TITLE_LINES:
            title = any(rule.regex.search(line.view.text) for rule in rules("titles"))
            return 4.0 + 1.5 * title - 0.1 * order
        return None

    def _area_by(self, line: _Line, start: int, end: int) -> None:
        """The area written next to the council's name."""
        text = line.view.text
        before, after = text[:start], text[end:]
        candidates = []
        if match := _AREA.search(text):
            candidates.append(match.span("area"))
        if match := _NAME_AFTER.match(after):
            candidates.append((end + match.start("area"), end + match.end("area")))
        if match := _NAME_BEFORE.search(before):
            candidates.append(match.span("area"))
        for at, stop in candidates:
            if self._take_area(line.view, at, stop, "area.beside_council"):
                return

    def _area_from_lines(self) -> None:
        for line in self.lines:
            if line.field not in {None, "council"} or line.position >= _TITLE_LINES:
                continue
            for pattern in (_AREA, _AREA_OF):
                for match in pattern.finditer(line.view.text):
                    if self._take_area(line.view, *match.span("area"), "area.form"):
                        return
        for line in self.titles:
            rest = _without_dates(line.view.text)
            match = re.fullmatch(rf"\W*(?P<area>{_WORD}(?:[\s/]{_WORD}){{0,2}})\W*", rest)
            if (
                match
                and dates(line.view.text)
                and self._take_area(line.view, *match.span("area"), "area.beside_date")
            ):
                return
        for line in self.lines:
            if (
                line.field in {"place", "place_time"}
                and (match := _AREA.search(line.view.text))
                and self._take_area(line.view, *match.span("area"), "area.place")
            ):
                return

    def _take_area(self, view: View, start: int, end: int, rule: str) -> bool:
        text = view.text[start:end]
        if _NOT_AREA.match(text) or len(text) < 3:
            return False
        if re.search(r"\s(?:kommuns|stads|stadsdels)$", text):
            text, end = text[:-1], end - 1
        text = re.sub(
            r"\s(?:stadsdels?(?:förvaltning|nämnd|område|råd)?|stadsdelsnämndsområde)$", "", text
        )
        self.area = text
        self._prove("area", view, start, start + len(text), rule)
        return True

    # date

    def meeting_date(self) -> date | None:
        found: list[tuple[float, date, View, DateMention, str, bool]] = []
        undated: list[tuple[float, View, DateMention, str]] = []
        for line in self.lines:
            weight = self._date_weight(line)
            if weight <= 0:
                continue
            for mention in dates(line.view.text):
                if mention.compact and line.position > 3:
                    continue
                score = weight + 0.5 * (mention.weekday is not None) - 0.01 * len(found)
                rule = line.rule or "date.title"
                if mention.value is not None:
                    found.append((score, mention.value, line.view, mention, rule, line.furniture))
                else:
                    undated.append((score, line.view, mention, rule))
        if not found or (
            undated
            and max(undated, key=lambda each: each[0])[0]
            >= max(found, key=lambda each: each[0])[0] + 3
        ):
            if undated and (day := self._undated(undated)):
                return day
            return self._date_in_text() if not found else self._choose(found)
        return self._choose(found)

    def _choose(self, found: list[tuple[float, date, View, DateMention, str, bool]]) -> date:
        best = max(found, key=lambda each: each[0])
        _, day, view, mention, rule, _ = best
        self._prove("meeting_date", view, mention.start, mention.end, rule)
        self._check_weekday(day, mention, view)
        others = {
            each[1]: each for each in found if each[1] != day and each[0] >= 6.4 and not each[5]
        }
        for other, (_, _, other_view, other_mention, _, _) in others.items():
            self._issue(
                "date_mismatch",
                f"Två datum för mötet: {day.isoformat()} och {other.isoformat()}.",
                other_view.span(other_mention.start, other_mention.end),
            )
        self._check_month(day)
        return day

    def _date_weight(self, line: _Line) -> float:
        by_field = {
            "date": 10.0,
            "time": 9.0,
            "place_time": 9.0,
            "plain_date": 5.5,
            "place": 3.0,
            "council": 6.0,
        }
        if line.field in by_field:
            return by_field[line.field]
        if line.furniture:
            return 4.5 if re.search(r"sammanträd|mötes", line.view.text, re.I) else 3.0
        if line.field is not None or line.position >= _TITLE_LINES:
            return 0.0
        text = line.view.text
        title = any(rule.regex.search(text) for rule in (*rules("titles"), *rules("councils")))
        if re.search(
            r"\b(?:utskri|justera|anslag|uppsätt|nedtag|version|reviderad|upprättad|utgåva|giltig|publicera|senast ändrad|v\d\.\d)",
            text,
            re.I,
        ):
            return 0.5
        return 8.0 if title else 6.5 if line.position < 6 else 4.0

    def _undated(self, undated: list[tuple[float, View, DateMention, str]]) -> date | None:
        """A date without a year: the year comes from elsewhere in the head, and says so."""
        _, view, mention, rule = max(undated, key=lambda each: each[0])
        year, place = self._year()
        if year is None or not valid(year, mention.month, mention.day):
            return None
        day = date(year, mention.month, mention.day)
        self._prove("meeting_date", view, mention.start, mention.end, rule, 0.8)
        self._issue(
            "year_inferred",
            f"Mötesdatumet saknar år; {year} är hämtat från {place}.",
            view.span(mention.start, mention.end),
        )
        self._check_weekday(day, mention, view)
        return day

    def _year(self) -> tuple[int | None, str]:
        for line in self.lines:
            if match := re.search(r"(?<![\d/-])(?:19[89]|20[0-4])\d(?!\d)", line.view.text):
                return int(match.group()), "sidhuvudet" if line.furniture else "dokumentets huvud"
        for sentence in self._sentences():
            for mention in dates(sentence.text):
                if mention.year is not None:
                    return mention.year, "mötets text"
        return None, ""

    def _date_in_text(self) -> date | None:
        """The first sentences may say when the meeting was held."""
        for index, sentence in enumerate(self._sentences()):
            if index > 3:
                break
            if re.search(r"\b(?:möte|sammanträde)", sentence.text, re.I) and not re.search(
                r"\b(?:föregående|förra|nästa|senaste)", sentence.text, re.I
            ):
                for mention in dates(sentence.text):
                    if mention.value is not None:
                        self._prove(
                            "meeting_date",
                            sentence.view,
                            mention.start,
                            mention.end,
                            "date.text",
                            0.7,
                        )
                        self._check_weekday(mention.value, mention, sentence.view)
                        return mention.value
        return None

    def _check_weekday(self, day: date, mention: DateMention, view: View) -> None:
        if mention.weekday is not None and mention.weekday != day.weekday():
            self._issue(
                "weekday_mismatch",
                f"{day.isoformat()} är en {weekday_name(day.weekday())}, men det står {weekday_name(mention.weekday)}.",
                view.span(mention.start, mention.end),
            )

    def _check_month(self, day: date) -> None:
        """A title that names another month than the date ("Anteckningar mars 2018")."""
        for line in self.titles:
            match = re.search(
                r"(?<!\d )(?<!\d)\b(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+(20\d\d)\b",
                line.view.text,
                re.I,
            )
            if (
                match
                and not re.search(r"\d\.?\s*$", line.view.text[: match.start()])
                and (mention := dates(f"1 {match.group()}"))
                and (mention[0].month, mention[0].year) != (day.month, day.year)
            ):
                self._issue(
                    "month_mismatch",
                    f"Rubriken säger {match.group()}, datumet är {day.isoformat()}.",
                    line.view.span(*match.span()),
                )

    # times

    def clock_times(self) -> tuple[time | None, time | None]:
        best: tuple[float, View, int, int, time, time | None] | None = None
        for line in self.lines:
            weight = {
                "time": 10.0,
                "place_time": 9.0,
                "date": 9.0,
                "plain_date": 6.0,
                "place": 5.0,
            }.get(
                line.field or "",
                4.0
                if line.field is None and line.position < _TITLE_LINES and not line.furniture
                else 0.0,
            )
            if not weight:
                continue
            for mention in times(line.view.text, bare=weight >= 9.0):
                score = weight + (mention.ends is not None) - 0.001 * mention.start
                if best is None or score > best[0]:
                    best = (
                        score,
                        line.view,
                        mention.start,
                        mention.end,
                        mention.begins,
                        mention.ends,
                    )
        start = end = None
        if best is not None:
            _, view, at, stop, start, end = best
            self._prove("start_time", view, at, stop, "time.head")
            if end is not None:
                self._prove("end_time", view, at, stop, "time.head")
        return self._times_in_text(start, end)

    def _times_in_text(
        self, start: time | None, end: time | None
    ) -> tuple[time | None, time | None]:
        """Opening and closing times said in the items ("Mötet avslutades kl 11.15")."""
        views = [sentence.view for sentence in self._sentences()]
        views += [section.title for section in self.meeting.sections if section.title is not None]
        views += [line.view for line in self.lines if line.field is None]
        for view in views:
            if not re.search(r"\b(?:möte|sammanträde|ordförande|ordf)", view.text, re.I):
                continue
            for mention in times(
                view.text, bare=bool(_CLOSED.search(view.text) or _OPENED.search(view.text))
            ):
                before = view.text[: mention.start]
                if start is None and _OPENED.search(before):
                    start = mention.begins
                    self._prove("start_time", view, mention.start, mention.end, "time.opened", 0.9)
                elif (
                    end is None
                    and _CLOSED.search(before)
                    and (start is None or mention.begins > start)
                ):
                    end = mention.begins
                    self._prove("end_time", view, mention.start, mention.end, "time.closed", 0.9)
        return start, end

    # place

    def place(self) -> str | None:
        for field, rule in (("place", "label.place"), ("place_time", "label.place_time")):
            for block in self.meeting.blocks:
                if block.field != field:
                    continue
                for row in block.rows:
                    for cell in row:
                        if (span := _place_part(cell.text, certain=field == "place")) is not None:
                            return self._take_place(cell, *span, rule)
        for line in self.lines:
            if (
                line.field in {None, "time", "date", "plain_date"}
                and line.position < _TITLE_LINES
                and not line.furniture
            ):
                text = line.view.text
                timed = bool(times(text, bare=line.field is not None) or dates(text))
                span = _place_part(text, certain=False)
                if span is not None and (timed or self._follows_time(line)):
                    return self._take_place(line.view, *span, "place.beside_time")
        return None

    def _follows_time(self, line: _Line) -> bool:
        return any(
            other.position == line.position - 1 and bool(times(other.view.text))
            for other in self.lines
            if not other.furniture
        )

    def _take_place(self, view: View, start: int, end: int, rule: str) -> str:
        self._prove("place", view, start, end, rule)
        return view.text[start:end]

    # registration number

    def registration_number(self) -> str | None:
        for line in self.lines:
            if line.field == "registration" and (
                match := re.match(r"[\w ./:()-]*\d[\w./:()-]*", line.view.text)
            ):
                self._prove("registration_number", line.view, match.start(), match.end(), line.rule)
                return match.group().strip()
        for line in self.lines:
            if line.field not in {None, "ignored"} and not line.furniture:
                continue
            if match := _REGISTRATION.search(line.view.text):
                group = "n" if match["n"] else "m"
                self._prove(
                    "registration_number", line.view, *match.span(group), "registration.form"
                )
                return str(match[group]).strip()
        return None

    def _sentences(self) -> Iterator[Sentence]:
        for section in self.meeting.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences


def _without_dates(text: str) -> str:
    """`text` with its dates and times blanked out, same length."""
    return _blank(text, [(mention.start, mention.end) for mention in dates(text)])


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


_PIECE = re.compile(r"[^\s,;.:–-][^;]*?(?=\s{2,}|;|$)")
_FILLER = re.compile(r"(?:\b(?:kl(?:ockan)?|den|från|till|tid|plats|lokal|dag|datum)\b\.?:?)", re.I)


def _place_part(text: str, *, certain: bool) -> tuple[int, int] | None:
    """Where the place stands in a value that may also hold date and time."""
    spans = [(mention.start, mention.end) for mention in dates(text)]
    spans += [(mention.start, mention.end) for mention in times(text, bare=True)]
    spans = [(start, end) for start, end in spans if not _is_address(text, start)]
    blanked = _blank(text, spans)
    if spans:
        blanked = _blank(blanked, [match.span() for match in _FILLER.finditer(blanked)])
        blanked = _blank(
            blanked,
            [
                match.span()
                for match in re.finditer(
                    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", blanked, re.I
                )
            ],
        )
    pieces = []
    for match in re.finditer(r"\S(?:.*?\S)?(?=\s{3,}|$)", blanked):
        start, end = match.span()
        while start < end and not (text[start].isalnum() or text[start] in '"”('):
            start += 1
        while end > start and text[end - 1] in " ,;:–-./":
            end -= 1
        if end - start > 2 and any(char.isalpha() for char in text[start:end]):
            pieces.append((start, end))
    for start, end in pieces:
        if any(rule.regex.search(text[start:end]) for rule in rules("places")):
            return start, end
    if certain and pieces:
        return max(pieces, key=lambda piece: piece[1] - piece[0])
    return None


def _is_address(text: str, start: int) -> bool:
    """Whether a number is a street or floor number rather than a time ("Storgatan 9-11")."""
    before = text[:start].rstrip()
    return bool(re.search(r"(?:gatan|vägen|torget|plan|vån(?:ing)?|rum|sal|nr)\.?$", before, re.I))
