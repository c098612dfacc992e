"""When and where the meeting was, where both labels stand below a list of names that was cut as items.

Forms handled: lines "Plats: Brandstationen" and "Tid: Onsdag den 10/2 kl 9-10.30" beside each other, in either order, in a
part without a number, where the head says the same day and neither hour nor place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.segmented import MeetingPart
from models.view import View
from pipeline.dates import dates

_TIME = re.compile(r"(?:Tid|Klockan|När|(?:Datum|Dag)\soch\stid|Tidpunkt):\s(?=\S)")
_PLACE = re.compile(r"(?:Plats|Lokal|Var|Mötesplats):\s(?=\S)")
_FIELDS = frozenset({"place", "time", "place_time"})


def below_names(meeting: MeetingPart) -> Iterator[tuple[View, str]]:
    """The values of the two labels with their fields; nothing where the head has such labels of its own."""
    if any(block.field in _FIELDS for block in meeting.blocks):
        return
    lines = [*_lines(meeting)]
    timed = [at for at, line in enumerate(lines) if _TIME.match(line.text)]
    own = {day for line in meeting.head for day in _days(line.text)} if timed else set()
    for at in timed:
        place = next((each for each in _beside(lines, at) if _PLACE.match(each.text)), None)
        if place is not None and own & _days(lines[at].text):
            yield _value(lines[at], _TIME), "time"
            yield _value(place, _PLACE), "place"
            return


def _lines(meeting: MeetingPart) -> Iterator[View]:
    for section in meeting.sections:
        for paragraph in section.paragraphs if section.number is None else ():
            view = paragraph.view
            for start, end in pairwise([0, *view.line_starts(), len(view.text)]):
                yield view.part(start, start + len(view.text[start:end].rstrip()))


def _beside(lines: Sequence[View], at: int) -> Sequence[View]:
    return (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])


def _value(line: View, label: re.Pattern[str]) -> View:
    found = label.match(line.text)
    return line.part(found.end() if found is not None else 0, len(line.text))


def _days(text: str) -> set[tuple[int, int]]:
    return {(mention.month, mention.day) for mention in dates(text)}
