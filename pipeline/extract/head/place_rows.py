"""Which lines of a head tell the place, by the rows that they stand in or beside.

Forms handled: beside the hour or the day, or in the row after the hour; in a column of the day's row; behind a title that leads
to it; a house alone over the day and the hour, or between them; a house and its room under the day.
"""

import re

from pipeline.dates import dates, times
from pipeline.extract.head.clock import LOST_START, stated_times
from pipeline.extract.head.lines import HeadLine, Reading
from pipeline.vocabulary import pattern

_OFFICE = re.compile(r"kontor|kansli|förvaltning|enhet|avdelning|centrum|polis\w*område", re.I)
_ROOM = re.compile(r"(?<!\w)(?:rum|sal|plan|vån(?:ing)?)\s\w|\w(?:rummet|salen)(?!\w)", re.I)
_HOUSE = 4  # words of the name of a house


def is_titled(_reading: Reading, line: HeadLine) -> bool:
    """Whether a title leads to a place of a known kind ("Möte i Ekby sockenstuga"), whatever tells the day."""
    return pattern("met", "titled").match(line.text) is not None


def is_timed(reading: Reading, line: HeadLine) -> bool:
    """Whether the line tells an hour or a day, or follows on one."""
    bare = line.field is not None
    clocks = times(line.text, bare=True) if bare else stated_times(line.text)
    return bool(clocks or dates(line.text)) or follows_time(reading, line)


def follows_time(reading: Reading, line: HeadLine) -> bool:
    """Whether a clock time stands in the row above, or in a column before it."""
    return any(
        0 <= line.position - other.position <= 1
        and other.view.offsets[0] < line.view.offsets[0]
        and bool(times(other.text) or LOST_START.search(other.text))
        for other in reading.lines
        if not other.furniture
    )


def is_beside_day(reading: Reading, line: HeadLine) -> bool:
    """Whether a house stands in a column of its own, in the row of the day ("Anteckningar 3 maj 2018    Polishuset")."""
    row = (other for other in reading.lines if other.position == line.position)
    alone = not line.furniture and _OFFICE.search(line.text) is None
    return alone and any(other is not line and bool(dates(other.text)) for other in row)


def is_over_day(reading: Reading, line: HeadLine) -> bool:
    """Whether a house stands alone over the line that tells the day and the hour ("Kafé Lyktan" over "3 maj kl 18"), or between
    the line of the day and that of the hour, or with its room under the day alone ("2018-05-03" over "Ekskolan, matsalen")."""
    house = line.position > 0 and not line.furniture and line.field is None
    office = _OFFICE.search(line.text) is not None and _ROOM.search(line.text) is None
    if not house or office or len(line.text.split()) > _HOUSE:
        return False
    above = [each.text for each in reading.lines if each.position == line.position - 1]
    below = [each.text for each in reading.lines if each.position == line.position + 1]
    timed = any(times(each) and (dates(each) or any(map(dates, above))) for each in below)
    return timed or (_ROOM.search(line.text) is not None and any(map(_is_day, above)))


def _is_day(text: str) -> bool:
    """Whether a line tells a day and nothing else."""
    return any(
        mention.start == 0 and mention.end == len(text.rstrip(" .")) for mention in dates(text)
    )
