"""The meeting or item that a follow-up refers to: "som beslutades i oktober", "§ 12", "punkt 3".

Forms handled: a day ("vid mötet den 18 oktober"), a month ("i oktober", "från oktobermötet"), a season
("i våras", "som i våras lovade"), "förra mötet"; "punkt 3", "§ 12", "ärende 4". A date that is not said of a decision is none.
"""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.dates import dates
from pipeline.vocabulary import pattern

_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
_SEASONS = {
    "våras": (2, 3, 4, 5, 6),
    "somras": (5, 6, 7, 8),
    "höstas": (8, 9, 10, 11, 12),
    "vintras": (11, 12, 1, 2, 3),
}
_ITEM = re.compile(r"(?:\b(?:punkt|pkt|ärende)\s|§\s?)(?P<n>\d{1,3})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What is referred to; null and empty where nothing is. `last`: the meeting before."""

    day: date | None = None
    months: tuple[int, ...] = ()
    last: bool = False
    item: str | None = None

    def fits(self, held: date | None, number: str | None, age: int) -> bool | None:
        """Whether an action of the meeting on `held`, `age` meetings ago, in item `number` is meant;
        null where nothing is referred to that could tell."""
        told: list[bool] = []
        if self.day is not None and held is not None:
            told.append(abs((held - self.day).days) <= 1)
        elif self.months and held is not None:
            told.append(held.month in self.months)
        elif self.last:
            told.append(age == 0)
        if self.item is not None and number is not None:
            told.append(re.sub(r"\D", "", number) == self.item and (age == 0 or bool(told)))
        return all(told) if told else None


def reference(text: str, held: date) -> Reference:
    """What `text`, said at a meeting on `held`, refers to."""
    day = next(
        (
            resolved
            for mention in dates(text)
            if pattern("references", "day").search(text[: mention.start])
            and (resolved := mention.resolve_before(held)) is not None
            and resolved < held
        ),
        None,
    )
    months: tuple[int, ...] = ()
    if (month := pattern("references", "month").search(text)) is not None:
        months = (_MONTHS.index((month["a"] or month["b"] or month["c"]).lower()) + 1,)
    elif (season := pattern("references", "season").search(text)) is not None:
        months = _SEASONS[(season["s"] or season["before"]).lower()]
    item = _ITEM.search(text)
    return Reference(
        day,
        months,
        pattern("references", "last").search(text) is not None,
        item["n"] if item else None,
    )
