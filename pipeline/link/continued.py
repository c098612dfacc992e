"""Series that go on under another name: the council was renamed, or its area is spelled otherwise.

One series continues another where it begins after the other has ended, in the same area or in one that is a
part of the other ("Ekby", "Ekby-Granhult"), and the same people come: at least three full
names, and half of those at either meeting, are both at the other's last meeting and at its own first. In
the very same area four persons, and six of ten, may also be known by first name, nickname or initials. Of
several that fit none is taken.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.link.forms import (
    Words,
    first_name_of,
    fullness,
    initials_of,
    name_words,
    nickname_of,
)

_SHARED = 3  # full names
_SHARE = 0.5  # of the persons of the smaller of the two meetings
_KNOWN = 4  # persons, where some are known by a short form alone
_KNOWN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A series by the name it has in its protocols. `area`: its slug (series.area_slug).

    first_names, last_names: of those listed at its first meeting and at its last.
    """

    series_key: str
    area: str
    first_date: date
    last_date: date
    first_names: frozenset[str]
    last_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Continued:
    """`series_key` goes on as `successor`. `persons`: the names that are at both meetings."""

    series_key: str
    successor: str
    persons: tuple[str, ...]


def continued(spans: Iterable[SpanRow]) -> list[Continued]:
    """Which series go on as which other. Time grows with the series of one area alone."""
    by_word: dict[str, list[SpanRow]] = defaultdict(list)
    for each in spans:
        for word in _area(each):
            by_word[word].append(each)
    fitting: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for rows in by_word.values():
        for old in rows:
            for new in rows:
                if (
                    old.last_date < new.first_date
                    and _near(old, new)
                    and (both := _shared(old, new))
                ):
                    fitting[old.series_key][new.series_key] = both
    found = [
        Continued(old, *next(iter(news.items()))) for old, news in fitting.items() if len(news) == 1
    ]
    successors = [each.successor for each in found]
    return sorted(
        (each for each in found if successors.count(each.successor) == 1),
        key=lambda each: each.series_key,
    )


def roots(joins: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The series that each is counted to in the end, over several joins (old, new)."""
    target = dict(joins)
    found: dict[str, str] = {}
    for key in target:
        seen = {key}
        new = target[key]
        while new in target and new not in seen:
            seen.add(new)
            new = target[new]
        found[key] = new
    return found


def _area(span: SpanRow) -> frozenset[str]:
    return frozenset(span.area.split("-")) if span.area else frozenset()


def _near(old: SpanRow, new: SpanRow) -> bool:
    return _area(old) <= _area(new) or _area(new) <= _area(old)


def _shared(old: SpanRow, new: SpanRow) -> tuple[str, ...]:
    """The names at both meetings, where they are enough."""
    before = {name_words(name) for name in old.last_names}
    names = {name_words(name): name for name in new.first_names}
    least = min(len(names), len(before))
    both = [words for words in names if words in before and fullness(words) > 1]
    if len(both) < _SHARED or len(both) < _SHARE * least:
        both = [words for words in names if _known(words, before)]
        if old.area != new.area or len(both) < _KNOWN or len(both) < _KNOWN_SHARE * least:
            return ()
    return tuple(sorted(names[words] for words in both))


def _known(words: Words, before: Iterable[Words]) -> bool:
    """Whether a name, or a short form, is one person's of those before."""
    return (
        words in before
        or sum(
            first_name_of(words, other)
            or first_name_of(other, words)
            or initials_of(words, other)
            or initials_of(other, words)
            or nickname_of(words, other)
            for other in before
        )
        == 1
    )
