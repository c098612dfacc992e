"""Ranking: which passages hold all terms of a query, the best first, by BM25 (k1 = 1.2, b = 0.75).

The postings of each term come as arrays and are added up at the passages of the rarest, so that a term that most
passages hold costs milliseconds; nothing but the numbers of the best is looked up further.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.store.counted import lengths as kept_lengths
from pipeline.store.database import Connection
from pipeline.store.search_query import Query
from pipeline.store.shorthand import shorthand

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int], np.dtype[np.int32]]
    Scores = np.ndarray[tuple[int], np.dtype[np.float64]]
    Marks = np.ndarray[tuple[int], np.dtype[np.bool_]]

_K1, _B = 1.2, 0.75
_FEW = 10  # passages whose text is read sooner than the shorthand of all


class Ranked(NamedTuple):
    """A passage that was found, by its number, and how well it fits."""

    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Passages that fit and their scores, in no order."""

    passages: "Numbers"
    scores: "Scores"

    def __len__(self) -> int:
        return len(self.passages)

    def first(self, count: int) -> list[Ranked]:
        """The `count` best, the best first; of equal ones the one that was loaded first."""
        import numpy as np

        passages, scores = self.passages, self.scores
        if 0 < count < len(passages):
            least = np.partition(scores, len(scores) - count)[len(scores) - count]
            chosen = scores >= least
            passages, scores = passages[chosen], scores[chosen]
        order = np.lexsort((passages, -scores))[:count]
        return [
            Ranked(int(passage), float(score))
            for passage, score in zip(passages[order], scores[order], strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many words each passage has. `of`: by its number, 0 where there is none of that number."""

    of: "Numbers"
    count: int
    mean: float


def lengths(connection: Connection) -> Lengths:
    """Those of all passages of the search."""
    import numpy as np

    passages, those = _numbers(connection, kept_lengths(connection))
    of = np.zeros(int(passages.max(initial=0)) + 1, np.int32)
    of[passages] = those
    return Lengths(of, len(passages), float(those.mean()) if len(those) else 1.0)


def passages_of(connection: Connection, query: str, *values: object) -> "Numbers":
    """The passages whose numbers a query gives as lists in one column."""
    (lists,) = connection.execute(query, list(values)).fetchnumpy().values()
    return _joined(lists)


def ranked(
    connection: Connection, query: Query, long: Lengths, among: "Numbers | None" = None
) -> Ranking:
    """The passages with all terms of the query and none of those it is without; where words of its phrases stand as in
    these and, of many, the phrases may.

    `among`: of these passages alone; how rare a term is, is counted over all.
    """
    chosen = None if among is None else _marked(among, len(long.of))
    for form in query.forms:
        standing = _marked(_postings(connection, form, long.of)[0], len(long.of))
        chosen = standing if chosen is None else chosen & standing
    found = [_scored(connection, term, long, chosen) for term in query.terms]
    rarest = min(range(len(found)), key=lambda nth: len(found[nth].passages))
    fitting, scores = found[rarest].passages, found[rarest].scores
    for other in (*found[:rarest], *found[rarest + 1 :]):
        here = _spread(other, len(long.of))[fitting]
        fitting, scores = fitting[here > 0], (scores + here)[here > 0]
    for term in query.without:
        without = ~_marked(_postings(connection, term, long.of)[0], len(long.of))[fitting]
        fitting, scores = fitting[without], scores[without]
    several = [phrase for phrase in query.phrases if " " in phrase]
    if several and len(fitting) > _FEW:
        holding = _marked(_holding(connection, several), len(long.of))[fitting]
        fitting, scores = fitting[holding], scores[holding]
    return Ranking(fitting, scores)


def _holding(connection: Connection, phrases: Sequence[str]) -> "Numbers":
    """The passages whose shorthand says that all of the phrases may stand in them."""
    held = " AND ".join("contains(shorthand, ?)" for _ in phrases)
    signs = (shorthand(phrase.split()) for phrase in phrases)
    query = f"SELECT list(passage) FROM search.passages WHERE {held}"
    return passages_of(connection, query, *signs)


def _scored(connection: Connection, term: str, long: Lengths, chosen: "Marks | None") -> Ranking:
    """The passages that hold the term, of those marked, and what it adds to the score of each: more than 0."""
    import numpy as np

    places, counts, words = _postings(connection, term, long.of)
    idf = float(np.log(1 + (long.count - len(places) + 0.5) / (len(places) + 0.5)))
    if chosen is not None:
        here = chosen[places]
        places, counts, words = places[here], counts[here], words[here]
    norm = counts + _K1 * (1 - _B) + _K1 * _B / long.mean * words
    return Ranking(places, idf * (_K1 + 1) * counts / norm)


def _marked(passages: "Numbers", size: int) -> "Marks":
    """Of each passage below `size` whether it is among these."""
    import numpy as np

    marks = np.zeros(size, np.bool_)
    marks[passages] = True
    return marks


def _spread(ranking: Ranking, size: int) -> "Scores":
    """Of each passage below `size` its score, 0 where it has none."""
    import numpy as np

    scores = np.zeros(size, np.float64)
    scores[ranking.passages] = ranking.scores
    return scores


def _postings(
    connection: Connection, term: str, length_of: "Numbers"
) -> "tuple[Numbers, Numbers, Numbers]":
    """The passages that hold the term, how often each does, and their lengths; without those of
    replaced documents.
    """
    places, counts = _numbers(
        connection, "SELECT passages, counts FROM search.postings WHERE term = ?", term
    )
    if places.max(initial=0) >= len(length_of):
        there = places < len(length_of)
        places, counts = places[there], counts[there]
    long = length_of[places]
    if not long.all():
        there = long > 0
        places, counts, long = places[there], counts[there], long[there]
    return places, counts, long


def _numbers(connection: Connection, query: str, *values: object) -> "tuple[Numbers, Numbers]":
    """Two columns of lists of numbers, each as one array. Lists are handed over whole, rows are not."""
    first, second = connection.execute(query, list(values)).fetchnumpy().values()
    return _joined(first), _joined(second)


def _joined(lists: Iterable[object]) -> "Numbers":
    """The numbers of all lists that are none of NULL, which numpy has as arrays without a dimension."""
    import numpy as np

    there = (each for each in lists if isinstance(each, np.ndarray) and each.ndim)
    return np.concatenate([np.zeros(0, np.int32), *there]).astype(np.int32, copy=False)
