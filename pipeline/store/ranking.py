"""Ranking: which passages hold all terms of a query, the best first, by BM25 (k1 = 1.2, b = 0.75).

The postings of each term come as arrays and are added up by passage, so that a term that most passages
hold costs milliseconds; nothing but the numbers of the best is looked up further.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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

    here = connection.execute("SELECT passage, length FROM search.passages").fetchnumpy()
    size = int(here["passage"].max(initial=0)) + 1
    lengths = np.zeros(size, np.int32)
    lengths[here["passage"]] = here["length"]
    mean = here["length"].mean() if len(here["length"]) else 1.0
    hits = np.zeros(size, np.int16)  # how many of the terms a passage has
    scores = np.zeros(size, np.float64)
    fewest = here["passage"]
    for term in query.terms:
        places, counts = _postings(connection, term, lengths)
        idf = np.log(1 + (len(here["passage"]) - len(places) + 0.5) / (len(places) + 0.5))
        norm = _K1 * (1 - _B + _B / mean * lengths[places])
        scores[places] += idf * (_K1 + 1) * counts / (counts + norm)
        hits[places] += 1
        fewest = min(fewest, places, key=len)
    for term in query.without:
        hits[_postings(connection, term, lengths)[0]] = 0
    if narrowed:
        rows = connection.execute(
            "SELECT passage FROM search.passages SEMI JOIN chosen_meetings USING (meeting_id)"
        ).fetchnumpy()
        chosen = np.zeros(size, np.bool_)
        chosen[rows["passage"]] = True
        fewest = fewest[chosen[fewest]]
    fitting = fewest[hits[fewest] == len(query.terms)]
    return Ranking(fitting, scores[fitting])


def _postings(connection: Connection, term: str, lengths: "Numbers") -> "tuple[Numbers, Numbers]":
    """The passages that hold the term, and how often each does; without those of replaced documents."""
    found = connection.execute(
        """SELECT unnest(passages) AS passage, unnest(counts) AS count
           FROM search.postings WHERE term = ?""",
        [term],
    ).fetchnumpy()
    places, counts = found["passage"], found["count"]
    there = places < len(lengths)
    places, counts = places[there], counts[there]
    there = lengths[places] > 0
    return places[there], counts[there]
