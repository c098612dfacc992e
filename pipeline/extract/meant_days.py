"""The days on which a meeting may have been that is named without one: by its month, or by its season.

Forms handled: "novembermötet", "i november", "november 2016"; "höstmötet", "höstens möte", "i höstas", "hösten 2016". "Maj"
with a capital is a person.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from models.frozen import frozen

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
MONTH = re.compile(
    rf"\b(?!(?-i:Maj)\b)(?P<month>{'|'.join(MONTHS)})(?:-?(?:möte\w*|sammanträde\w*|träff\w*|sammankomst\w*|protokoll\w*|anteckning\w*)|s)?\b(?:\s(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
)
LONGEST = timedelta(
    days=300
)  # from one meeting to the next; a day without a year lies no further back
_SEASON = re.compile(
    r"\b(?:(?P<season>höst|vår|vinter|sommar)(?:-?(?:möte|sammanträde|träff|sammankomst|protokoll|anteckning|termin)\w*|(?:en|ens|n|ns)\b)"
    r"|i\s(?P<past>höst|vår|vint|som)(?:ra|a)s\b)(?:(?:\s\w+)?\s(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
)
_SEASONS = {"höst": (8, 12), "vår": (1, 6), "vint": (12, 3), "som": (6, 8)}
_BEGUN = timedelta(days=45)  # how long a season has lasted before its meeting is one that was


@frozen
class Meant:
    """The days that words can mean: one, or a span. Both null where none is told."""

    first: date | None = None
    last: date | None = None


def month_before(match: re.Match[str], held: date) -> Meant | None:
    """The month that a match of MONTH told on `held` means, the last one before; None where it lies too far back."""
    month = MONTHS.index(match["month"].lower()) + 1
    year = int(match["year"]) if match["year"] else held.year - (month >= held.month)
    first = date(year, month, 1)
    last = _end(year, month)
    if first >= held or (not match["year"] and held - last > LONGEST):
        return None
    return Meant(first, last)


def season_before(text: str, held: date) -> Meant | None:
    """The season that `text`, told on `held`, names, the last one that had begun; None where it names none."""
    match = _SEASON.search(text)
    if match is None:
        return None
    name = (match["season"] or match["past"]).lower()
    begins, ends = next(span for key, span in _SEASONS.items() if name.startswith(key))
    year = int(match["year"]) if match["year"] else held.year
    if not match["year"] and date(year, begins, 1) + _BEGUN > held:
        year -= 1
    first, last = date(year, begins, 1), _end(year + (ends < begins), ends)
    if first >= held or (not match["year"] and held - last > LONGEST):
        return None
    return Meant(first, last)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
