"""Ranking: which passages hold all terms of a query, the best first, by BM25 (k1 = 1.2, b = 0.75).

The postings of each term come as arrays and are added up by passage, so that a term that most passages
hold costs milliseconds; nothing but the numbers of the best is looked up further.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.store.counted import lengths
from pipeline.store.database import Connection
from pipeline.store.search_query import Query

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int], np.dtype[np.int32]]
    Scores = np.ndarray[tuple[int], np.dtype[np.float64]]

_K1, _B = 1.2, 0.75


class Ranked(NamedTuple):
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


def ranked(connection: Connection, query: Query, narrowed: bool) -> Ranking:
    """The passages with all terms of the query and none of those it is without.

    `narrowed`: of the chosen meetings alone (views.sql).
    """
    import numpy as np

    everything, all_lengths = _numbers(connection, lengths(connection))
    size = int(everything.max(initial=0)) + 1
    length_of = np.zeros(size, np.int32)
    length_of[everything] = all_lengths
    mean = all_lengths.mean() if len(all_lengths) else 1.0
    hits = np.zeros(size, np.int16)  # how many of the terms a passage has
    scores = np.zeros(size, np.float64)
    fewest = everything
    for term in query.terms:
        places, counts, long = _postings(connection, term, length_of)
        idf = np.log(1 + (len(everything) - len(places) + 0.5) / (len(places) + 0.5))
        norm = counts + _K1 * (1 - _B) + _K1 * _B / mean * long
        scores[places] += idf * (_K1 + 1) * counts / norm
        hits[places] += 1
        fewest = min(fewest, places, key=len)
    for term in query.without:
        hits[_postings(connection, term, length_of)[0]] = 0
    if narrowed:
        here, _ = _numbers(
            connection,
            """SELECT list(passage), list(0)
               FROM search.passages SEMI JOIN chosen_meetings USING (meeting_id)""",
        )
        chosen = np.zeros(size, np.bool_)
        chosen[here] = True
        fewest = fewest[chosen[fewest]]
    fitting = fewest[hits[fewest] == len(query.terms)]
    return Ranking(fitting, scores[fitting])


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
    import numpy as np

    found = connection.execute(query, list(values)).fetchnumpy().values()
    first, second = (
        np.concatenate([np.zeros(0, np.int32), *(each for each in column if each is not None)])
        for column in found
    )
    return first.astype(np.int32, copy=False), second.astype(np.int32, copy=False)
