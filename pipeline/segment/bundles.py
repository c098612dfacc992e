"""Where each meeting of a document begins, in which several protocols may be bound together.

Forms handled: a title with its attendance once more; a head with place, time and attendance once more; a page
whose title is a page head, so that only its day and its names are left; a heading that is no more than another
day ("Möte 2, den 16 mars") above names that come once more, or above items whose numbers begin anew; the document's
first line once more with another day; old minutes behind a summons, whose title says another day right above the names, or above its place and time. One meeting's list on its front page and again in an attachment, for the same day,
is no other meeting.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.document import Document
from models.segmented import Line
from pipeline.dates import dates, times
from pipeline.names import is_first_name
from pipeline.segment.labels import label_of
from pipeline.segment.unnumbered import stands_alone
from pipeline.vocabulary import possible, says

_LISTS: frozenset[str | None] = frozenset({"present", "called"})
_HEAD_FIELDS: frozenset[str | None] = frozenset(
    {"place", "time", "date", "place_time", "plain_date"}
)
_OF_A_MEETING = _LISTS | {"place", "time", "place_time"}
_DAY_FIELDS = _HEAD_FIELDS | {None, "council"}  # of lines whose day may be the meeting's
_SHORTEST = 8  # lines of a meeting
_SHORTEST_DATED = 5  # of one between two days with names
_SHORTEST_TEXT = 600  # characters of one without any label
_NEAR = 25  # lines within which a new protocol shows its date or attendance
_TITLE = 2  # lines of a title that may say the day
_CLOSE = 5  # lines between a title with its day and who came
_LONGEST = 110  # characters of a title
_OPENING = 12  # characters before the day, at least, that open each of the meetings
_ABOVE = 10  # lines of a head above its attendance
_HEAD = 12  # first lines of a meeting, which say its day
_SENTENCE = re.compile(r"\s.*[a-zåäö]{5}\.$")
_LONGEST_OF_HEAD = 90  # characters of a line above the names
_NUMBER = re.compile(r"(?P<sign>§?)\s?(?P<n>\d{1,3})\s?(?P<mark>[.)§]*)\s+[A-ZÅÄÖ]")
_MEETING = re.compile(
    r"\b\w*(?:möte|träff|sammanträde|samling|anteckning|protokoll)", re.IGNORECASE
)
_RUN = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+(?:\s[a-zåäö]+){0,2}:?\s)??(?P<names>[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)?(?:(?:,|\soch|\ssamt)\s[A-ZÅÄÖÉ][\w-]+(?:\s[A-ZÅÄÖÉ][\w-]+)?)+)\.?"
)
_BETWEEN = re.compile(r",\s|\soch\s|\ssamt\s")
_FEWEST_NAMES = 3  # of a run
_KNOWN = 0.6  # of its first names
_ANNEX = re.compile(
    r"bilag(?:a|or)\b(?:\s(?:\d{1,2}|[A-Z]))?(?:\still\s\w+)?\s?[.:–-]?\s*", re.IGNORECASE
)
_ENDS = (".", "!", "?", ";", ",")


def meeting_starts(
    document: Document, body: Sequence[Line], furniture: Sequence[Line]
) -> list[int]:
    """The index in `body` of each meeting's first line; the first is 0."""
    bundle = _Bundle(document, body, furniture, [_announced(line) for line in body])
    for index in range(len(body)):
        bundle.take(index)
    return bundle.starts


def page_begins(document: Document, line: Line) -> int:
    """Where the page begins that `line` opens, with its page heads; the line itself, where it opens none."""
    at = document.text.rfind("\f", 0, line.start)
    return at + 1 if at >= 0 else line.start


@dataclass
class _Bundle:
    """The starts found so far, and what the meeting that is open has shown.

    `announced`: each line's label. `last`: the last number so far with such signs round it.
    """

    document: Document
    body: Sequence[Line]
    furniture: Sequence[Line]
    announced: Sequence[str | None]
    starts: list[int] = field(default_factory=lambda: [0])
    before: set[str | None] = field(default_factory=set)
    last: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, index: int) -> None:
        """Look at one line more."""
        number = _NUMBER.match(self.body[index].text)
        value = int(number["n"]) if number else 0
        form = (number["sign"], number["mark"]) if number else ("", "")
        again = value == 1 < self.last.get(form, 0)
        listed = self.announced[index] in _LISTS and bool(self.before & _LISTS)
        start: int | None = None
        if self._begins(index):
            after_break = self._after_break(index)
            start = index if after_break else self._first_title(index)
        elif listed or again:
            start = self._other_day_above(index, listed=listed)
        if start is not None:
            self.starts.append(start)
            self.before = set(self.announced[start:index])
            self.last = {}
        self.before.add(self.announced[index])
        self.last[form] = value

    def _begins(self, index: int) -> bool:
        """Whether line `index` is a new meeting's title or head."""
        line = self.body[index]
        start = self.starts[-1]
        after_break = self._after_break(index)
        if not (after_break or stands_alone(line) or self._under_body(index)):
            return False
        if index - start >= _SHORTEST_DATED and self._opens_again(line):
            return True
        if index - start < _SHORTEST or len(line.text) > _LONGEST:
            return False
        if self.announced[index] is not None:
            here = set(self.announced[index : index + _NEAR // 2])
            return self.announced[index] in _HEAD_FIELDS and _is_head_again(self.before, here)
        bare = not (self.before & _OF_A_MEETING or self._is_annex(index))
        if bare and self._shown(index) < _SHORTEST_TEXT:
            return False  # a letterhead, or what a host has set above the document's own title
        near = set(self.announced[index + 1 : index + _NEAR])
        if near & _LISTS and _titled(line):
            headed = after_break and any(dates(each.text) for each in self.body[index : index + 2])
            headed = headed or self._has_other_day(index)
            if near & _HEAD_FIELDS or self.before & _LISTS or headed:
                return True
        if _titled(line) and self._is_placed(index):
            return True
        named = {"present", "place"} <= near and bool(dates(line.text))
        return named and says("councils", line.text)

    def _shown(self, index: int) -> int:
        """How many characters stand above line `index` in the open meeting."""
        return sum([len(each.text) for each in self.body[self.starts[-1] : index]])

    def _under_body(self, index: int) -> bool:
        """Whether the line above is no more than a body's name ("Ekby trygghetsråd" over "Anteckningar 3 maj 2021"), or "Bilaga"."""
        above = self.body[index - 1] if index else None
        short = above is not None and len(above.text) < _LONGEST_OF_HEAD and stands_alone(above)
        named = above is not None and short and says("councils", above.text)
        return named or (short and self._is_annex(index))

    def _is_annex(self, index: int) -> bool:
        """Whether line `index` is said to be an annex ("Bilaga 1: Protokoll ..."), by a line above or itself."""
        above = self.body[index - 1].text if index else ""
        return bool(_ANNEX.match(self.body[index].text) or _ANNEX.fullmatch(above))

    def _has_other_day(self, index: int) -> bool:
        """Whether a title says another day than the open meeting's head, close above who came."""
        names = set(self.announced[index + 1 : index + 1 + _CLOSE]) & _LISTS
        begin = self.starts[-1]
        head = range(begin, min(begin + _HEAD, index))
        title = range(index, min(index + _TITLE, len(self.body)))
        return bool(names and self._days(title) - self._days(head))

    def _is_placed(self, index: int) -> bool:
        """Whether a title says another day than the open meeting's head, which a label of place or time right below says, too.

        So does a title with a body's name over a line that tells the hour.
        """
        begin = self.starts[-1]
        title = self._days(range(index, index + 1))
        below = range(index + 1, min(index + 1 + _TITLE, len(self.body)))
        placed = [at for at in below if self.announced[at] in _OF_A_MEETING - _LISTS]
        head = range(begin, min(begin + _HEAD, index))
        items = (at for at in head if _NUMBER.match(self.body[at].text))
        own = self._days(range(begin, next(items, head.stop)))
        timed = says("councils", self.body[index].text) and any(map(self._is_when, below))
        return (timed or any(title & self._days_at(at) for at in placed)) and bool(title - own)

    def _is_when(self, index: int) -> bool:
        """Whether a short line says at which hour it began ("Kl. 13.30, Sessionssalen")."""
        text = self.body[index].text
        return len(text) < _LONGEST_OF_HEAD and times(text)[:1] != [] and not dates(text)

    def _days_at(self, index: int) -> set[tuple[int, int]]:
        return {(mention.month, mention.day) for mention in dates(self.body[index].text)}

    def _opens_again(self, line: Line) -> bool:
        """Whether a line says what the document's first line says, of another day: "Gårdsrådet den 4 maj ..."."""
        opened = _until_day(self.body[0].text)
        if opened is None or len(opened[0]) < _OPENING:
            return False
        again = _until_day(line.text)
        return again is not None and opened[0] == again[0] and opened[1] != again[1]

    def _other_day_above(self, index: int, *, listed: bool) -> int | None:
        """Where the head begins whose day, above the names or the first item at `index`, is another one.

        listed: names stand at `index`. Above an item a day is a head's only where the line tells of a meeting.
        """
        first = max(index - _ABOVE, self.starts[-1] + _SHORTEST_DATED)
        begin = self.starts[-1]
        lists = (at for at in range(begin, index) if self.announced[at] in _LISTS)
        names = next(lists, begin)
        head = max(names, min(begin + _HEAD, first))
        if not any(_is_sentence(line) for line in self.body[names + 1 : index]):
            return None  # "Kallade" and "Närvarande" of one head
        own = self._days(range(begin, head))
        found: int | None = None
        named: int | None = None
        for at in range(index - 1, first - 1, -1):
            line = self.body[at]
            if (listed and _is_prose(line)) or says("next_meeting", line.text):
                break
            if self.announced[at] in _DAY_FIELDS and len(line.text) < _LONGEST_OF_HEAD:
                titled = _titled(line) or says("councils", line.text)
                days = self._days(range(at, at + 1)) - own
                if days and found is None and (listed or titled or _MEETING.search(line.text)):
                    found = at
                if titled and found is not None and stands_alone(line):
                    named = at
            if self._after_break(at):
                if found is None and listed and self._days_of_page(at) - own:
                    found = at
                return at if found is not None and not self._ends_item(at) else None
        start = named if named is not None else found
        return start if start is not None and not self._ends_item(start) else None

    def _ends_item(self, index: int) -> bool:
        """Whether line `index` is the day under a title "Nästa möte"."""
        above = self.body[index - 1].text if index else ""
        announced = says("next_meeting", above) and not dates(above)
        return announced and not _titled(self.body[index])

    def _days(self, indices: range) -> set[tuple[int, int]]:
        """The months and days that lines state which may state the meeting's."""
        return {
            (mention.month, mention.day)
            for index in indices
            if self.announced[index] in _DAY_FIELDS
            for mention in dates(self.body[index].text)
        }

    def _days_of_page(self, index: int) -> set[tuple[int, int]]:
        """Those of the page heads above line `index`, which opens a page."""
        line = self.body[index]
        begin = page_begins(self.document, line)
        return {
            (mention.month, mention.day)
            for each in self.furniture
            if begin <= each.start < line.start
            for mention in dates(each.text)
        }

    def _after_break(self, index: int) -> bool:
        if index == 0:
            return False
        return "\f" in self.document.text[self.body[index - 1].end : self.body[index].start]

    def _first_title(self, title: int) -> int:
        """Short lines right above the title ("Lokala Brå Vinnersjö") belong to the new meeting."""
        start = title
        for index in range(title - 1, max(self.starts[-1] + 5, title - 4), -1):
            line = self.body[index]
            if len(line.text) > 70 or line.text.endswith((".", ":")) or label_of(line.cells[0]):
                break
            if says("councils", line.text):
                start = index
        return start


def _until_day(text: str) -> tuple[str, tuple[int, int]] | None:
    """What stands before the first day in a text, in small letters, and that day's month and number."""
    for mention in dates(text)[:1]:
        return text[: mention.start].strip().lower(), (mention.month, mention.day)
    return None


def _titled(line: Line) -> bool:
    """Whether a cell of the line opens with what a document calls itself, also behind "Bilaga 1:"."""
    return any(
        rule.regex.match(cell.text, annex.end() if (annex := _ANNEX.match(cell.text)) else 0)
        for cell in line.cells
        for rule in possible("titles", cell.text)
    )


def _is_prose(line: Line) -> bool:
    """Whether the line is running text or part of it."""
    return len(line.text) > _LONGEST_OF_HEAD or (line.text.endswith(_ENDS) and not dates(line.text))


def _is_sentence(line: Line) -> bool:
    """Whether the line is, or ends, a sentence of running text; "Bo Ek, ordf." is none."""
    return _SENTENCE.search(line.text) is not None and label_of(line.cells[0]) is None


def _announced(line: Line) -> str | None:
    """What the line's label announces of a meeting; who presents an item is named in the item."""
    label = label_of(line.cells[0])
    if label is None:
        return "present" if _is_run_of_names(line.text) else None
    return label.field if not label.rule.data.get("in_items") else None


def _is_run_of_names(text: str) -> bool:
    """Whether the line is names alone, with or without a word before them ("Med: Lena, Kjell och Mona")."""
    run = _RUN.fullmatch(text) if "," in text and len(text) <= _LONGEST else None
    names = _BETWEEN.split(run["names"]) if run is not None else []
    known = sum(is_first_name(name.split()[0]) for name in names)
    return len(names) >= _FEWEST_NAMES and known > _KNOWN * len(names)


def _is_head_again(before: set[str | None], here: set[str | None]) -> bool:
    """Whether a head with place or time and an attendance list follows where one has stood.

    So is a meeting found whose title is a page head, which repeats and is set aside.
    """
    again = here & before
    return bool(again & _LISTS) and len(again & _HEAD_FIELDS) >= 2
