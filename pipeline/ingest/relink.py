"""Linking what has changed: people, follow-ups, states, gaps and words of a year, series by series.

Rows are taken from the database for many series at once, and linked in portions of a few series, which may be
done by the processes that read. A series stays in `series_to_link` until its links are stored, so that a run
that is broken off leaves it to the next.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.execute import Broken
from pipeline.store.database import Connection
from pipeline.store.links import Encoded, encoded, replace_links
from pipeline.store.to_link import PlainRows, series_rows, series_to_link

_SERIES_AT_ONCE = 200  # bounds memory; each round scans the tables once
_PORTION = 10  # series


@dataclass(frozen=True, slots=True)
class Portion:
    """Some series, and of each part of their rows those that are theirs. `round`: what it belongs to."""

    round: int
    series: tuple[str, ...]
    rows: PlainRows


@dataclass(slots=True)
class _Round:
    """Series whose links are stored at once, when the last of its portions is done."""

    series: Sequence[str]
    portions: int
    done: dict[tuple[str, ...], Encoded] = field(default_factory=dict)


Spread = Callable[[Iterable[Portion]], Iterable[tuple[Portion, Encoded | Broken]]]


def _here(portions: Iterable[Portion]) -> Iterator[tuple[Portion, Encoded]]:
    return ((portion, link_portion(portion)) for portion in portions)


def relink(connection: Connection, spread: Spread = _here) -> int:
    """Link the series whose meetings have changed; how many were linked.

    `spread` has portions linked (`link_portion`), in any order; what breaks off there is done here.
    """
    rounds: dict[int, _Round] = {}
    linked = 0
    for portion, answer in spread(_portions(connection, rounds)):
        links = link_portion(portion) if isinstance(answer, Broken) else answer
        now = rounds[portion.round]
        now.done[portion.series] = links
        if len(now.done) == now.portions:
            replace_links(connection, now.series, [now.done[each] for each in sorted(now.done)])
            linked += len(now.series)
            del rounds[portion.round]
    return linked


def _portions(connection: Connection, rounds: dict[int, _Round]) -> Iterator[Portion]:
    """All that is to be linked. Each round is entered in `rounds` before its portions come."""
    series = series_to_link(connection)
    for nth, some in enumerate(_cut(series, _SERIES_AT_ONCE)):
        rows = series_rows(connection, some)
        portions = _cut(some, _PORTION)
        rounds[nth] = _Round(some, len(portions))
        for each in portions:
            yield Portion(nth, tuple(each), rows.between(each[0], each[-1]))


def _cut(series: Sequence[str], size: int) -> list[Sequence[str]]:
    return [series[first : first + size] for first in range(0, len(series), size)]


def link_portion(portion: Portion) -> Encoded:
    """The links of some series, ready to be stored."""
    from pipeline.ingest.linking import link  # heavy, and mostly done elsewhere

    return encoded(link(portion.series, portion.rows.named()))
