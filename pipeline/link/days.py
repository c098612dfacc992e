"""The days and months that two statements name: "den 7 februari", "7/2", "i oktober", "februarikvällen", "Majmötet".

"Maj" with a capital is a person, and "majoritet" and "marsch" are no months.
"""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")  # fmt: skip
_SAID = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s)?(?!Maj\b)(?i:(?P<month>{'|'.join(_MONTHS)}))"
    r"(?:möte|kväll|dag|träff|helg|lov|sammanträde|protokoll|s?\b)"
    r"|\b(?P<of>\d{1,2})/(?P<number>1[0-2]|[1-9])\b"
)
_MONTH = 0.5  # of a month alone against a day


@dataclass(frozen=True, slots=True)
class Days:
    """Days as (month, day), and the months of them and of those named alone."""

    days: frozenset[tuple[int, int]]
    months: frozenset[int]

    def shared(self, other: "Days") -> float:
        """1 where a day is named in both, half of that where only a month is."""
        if self.days & other.days:
            return 1.0
        return _MONTH if self.months & other.months else 0.0


NO_DAYS = Days(frozenset(), frozenset())


def days(text: str, due: date | None = None) -> Days:
    """What `text` names, and the day that is due."""
    found = {(due.month, due.day)} if due is not None else set[tuple[int, int]]()
    months: set[int] = set()
    for match in _SAID.finditer(text):
        name, day = match["month"], match["day"] or match["of"]
        month = _MONTHS.index(name.lower()) + 1 if name else int(match["number"])
        months.add(month)
        if day:
            found.add((month, int(day)))
    months |= {month for month, _ in found}
    return Days(frozenset(found), frozenset(months)) if months else NO_DAYS
