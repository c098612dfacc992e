"""The meeting or item that a follow-up refers to: "som beslutades i oktober", "§ 12", "punkt 3".

Forms handled: a day ("vid mötet den 18 oktober"), a month ("i oktober", "från oktobermötet", "I oktober lovade Bo"), a season
("i våras", "som i våras lovade", "idén från i våras"), years ("för ett år sedan", "i fjol"), "förra mötet"; "punkt 3", "§ 12",
"ärende 4". A date that is not said of a decision is none. Also what it calls that which was said there: a
proposal ("föreslogs", "idén"), a decision ("beslutades", "vi bestämde") or a task ("lovade", "fick i uppdrag").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.dates import dates
from pipeline.vocabulary import pattern, says

_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
_SEASONS = {
    "våras": (2, 3, 4, 5, 6),
    "somras": (5, 6, 7, 8),
    "höstas": (8, 9, 10, 11, 12),
    "vintras": (11, 12, 1, 2, 3),
}
_YEARS = {"ett": 1, "två": 2, "tre": 3}
_YEAR = timedelta(days=365)
_ABOUT = timedelta(days=100)  # how far from a year before "för ett år sedan" may be
_LATEST = timedelta(
    days=365
)  # how far back "i oktober" or "i höstas" may be, where no year is told
_CALLED: Mapping[str, frozenset[str]] = {
    "proposed": frozenset({"proposal"}),
    "decided": frozenset({"decision", "assignment"}),
    "promised": frozenset({"commitment", "assignment"}),
}
_YEAR_TOLD = re.compile(r"\b(?:19|20)\d\d\b|\b(?:förra|föregående)\såret\b|\bi\s?fjol\b")
_ITEM = re.compile(r"(?:\b(?:punkt|pkt|ärende)\s|§\s?)(?P<n>\d{1,3})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What is referred to; null and empty where nothing is. `last`: the meeting before. between: the days of which the
    meeting is one. kinds: of actions, one of which it calls the one that it speaks of. since: the earliest day that a
    month or a season without a year can mean.
    """

    day: date | None = None
    months: tuple[int, ...] = ()
    last: bool = False
    item: str | None = None
    between: tuple[date, date] | None = None
    kinds: frozenset[str] = frozenset()
    since: date = date.min

    def fits(self, held: date | None, number: str | None, age: int) -> bool | None:
        """Whether an action of the meeting on `held`, `age` meetings ago, in item `number` is meant;
        null where nothing is referred to that could tell."""
        told: list[bool] = []
        if self.day is not None and held is not None:
            told.append(abs((held - self.day).days) <= 1)
        elif self.months and held is not None:
            told.append(held.month in self.months and held >= self.since)
        elif self.between is not None and held is not None:
            first, last = self.between
            told.append(first <= held <= last)
        elif self.last:
            told.append(age == 0)
        if self.item is not None and number is not None:
            told.append(re.sub(r"\D", "", number) == self.item and (age == 0 or bool(told)))
        return all(told) if told else None

    def calls(self, kind: str) -> bool | None:
        """Whether it calls what it speaks of as an action of `kind` is called; null where it calls it nothing."""
        return kind in self.kinds if self.kinds else None


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
        months = (_MONTHS.index(_named(month).lower()) + 1,)
    elif (season := pattern("references", "season").search(text)) is not None:
        months = _SEASONS[_named(season).lower()]
    item = _ITEM.search(text)
    return Reference(
        day,
        months,
        pattern("references", "last").search(text) is not None,
        item["n"] if item else None,
        _years(text, held),
        frozenset[str]().union(
            *(kinds for called, kinds in _CALLED.items() if says("references", text, called))
        ),
        held - _LATEST
        if months and held - date.min > _LATEST and not _YEAR_TOLD.search(text)
        else date.min,
    )


def _named(match: re.Match[str]) -> str:
    """The one group that matched."""
    return next(filter(None, match.groups()), "")


def _years(text: str, held: date) -> tuple[date, date] | None:
    """The days that "för ett år sedan" or "i fjol" may mean."""
    told = pattern("references", "years").search(text)
    if told is None:
        return None
    if told["year"]:
        return date(held.year - 1, 1, 1), date(held.year - 1, 12, 31)
    before = held - _YEARS[told["many"].lower()] * _YEAR
    return before - _ABOUT, before + _ABOUT
