"""The year of a meeting whose day has none.

Forms handled: a year in the head or a page head; a day with its year in the text, before the meeting ("Föregående protokoll
(26 augusti 2021)") or after it ("senast den 15 januari 2014"), else the nearest; a season with its year ("schemat fram till
sommaren 2011", "delas ut först vårterminen 2014", "sedan hösten 2012").
"""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.dates import DateMention, dates, valid
from pipeline.extract.head.lines import Reading
from pipeline.vocabulary import rule_for

_YEAR = re.compile(r"(?<![\d/–-])(?:19[89]|20[0-4])\d(?!\d|\s?[-–]\s?(?:20)?\d\d(?!\d|-))")
_SHORT_YEAR = re.compile(
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s?[-–’']\s?(?P<year>\d\d)(?!\d)",
    re.IGNORECASE,
)  # "november-22"
_SEASONS = {"vår": (4, 1), "som": (7, 1), "hös": (10, 1), "jul": (12, 24), "påsk": (4, 10)}
_LEAD = 30  # characters before a day or season that may say on which side of the meeting it is


def year_of(reading: Reading, mention: DateMention) -> tuple[int | None, str]:
    """The year of the day `mention`, and where it was found."""
    for line in reading.lines:
        told = "sidhuvudet" if line.furniture else "dokumentets huvud"
        for start, day in _seasons(line.text):
            if (year := _beside(mention, day, line.text[:start])) is not None:
                return year, told
        if match := _YEAR.search(line.text):
            return int(match.group()), told
        if short := _SHORT_YEAR.search(line.text):
            return 2000 + int(short["year"]), told
    for find in (_days, _seasons):
        for sentence in reading.sentences():
            for start, day in find(sentence.text):
                if (year := _beside(mention, day, sentence.text[:start])) is not None:
                    return year, "mötets text"
    return None, ""


def _days(text: str) -> Iterator[tuple[int, date]]:
    for mention in dates(text):
        if mention.value is not None:
            yield mention.start, mention.value


def _seasons(text: str) -> Iterator[tuple[int, date]]:
    for match in rule_for("head_days", "season").regex.finditer(text):
        season = match["season"].lower()
        month, day = next(each for key, each in _SEASONS.items() if season.startswith(key))
        yield match.start(), date(int(match["year"]), month, day)


def _beside(mention: DateMention, day: date, before: str) -> int | None:
    """The year of `mention` beside `day`: as the words before that one say, else whichever is nearest."""
    lead = before[-_LEAD:]
    years = [
        year
        for year in (day.year - 1, day.year, day.year + 1)
        if valid(year, mention.month, mention.day)
    ]
    meant = [date(year, mention.month, mention.day) for year in years]
    if rule_for("head_days", "ahead").regex.search(lead):
        meant = [each for each in meant if each <= day]
    elif rule_for("head_days", "behind").regex.search(lead):
        meant = [each for each in meant if each >= day]
    return min(meant, key=lambda each: abs((each - day).days)).year if meant else None
