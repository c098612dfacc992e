"""The index of the search: postings in segments, as Lucene keeps them, in tables of the database.

Loading leaves each document's passages with their terms in `search.pending`. `index_pending` turns
them into a segment: one row a term, with the passages that hold it, sorted by term so that DuckDB
finds a term in a row group or two. A new segment takes in the smaller ones, so that there are few and
each passage is rewritten a handful of times; segments are bounded, which bounds the memory needed.
Passages of documents that were replaced leave `search.passages` at once and the postings later.
"""

from itertools import pairwise
from math import ceil

from pipeline.store.database import Connection, transaction

_LARGEST = 100_000  # passages of a segment
_AT_ONCE = 4_000_000  # postings that are gathered by term at a time
_SAMPLE = 1_000  # passages by whose terms they are cut
_GROWTH = 4  # a segment up to so many times as large is taken into the new one


def index_pending(connection: Connection) -> None:
    """Make what has been loaded findable. Raises DatabaseUnwritable."""
    while _number(connection, "SELECT count(*) FROM search.pending"):
        with transaction(connection):
            _add_segment(connection)


def _add_segment(connection: Connection) -> None:
    """Index the first of what waits. Its rows are not sorted, which would take all that waits into memory."""
    connection.execute(
        f"""CREATE TEMP TABLE numbered AS
            SELECT nextval('search.passage_numbers')::INTEGER AS passage, *
            FROM (SELECT rowid AS place, * FROM search.pending WHERE rowid <= (
                SELECT max(rowid) FROM (SELECT rowid FROM search.pending ORDER BY rowid LIMIT {_LARGEST})))"""
    )
    segment = _number(
        connection,
        """SELECT coalesce(max(segment), 0) + 1
           FROM (SELECT segment FROM search.passages UNION ALL SELECT segment FROM search.postings)""",
    )
    merged = _merged(connection, _number(connection, "SELECT count(*) FROM numbered"))
    connection.execute(
        "UPDATE search.passages SET segment = ? WHERE list_contains(?::INTEGER[], segment)",
        [segment, merged],
    )
    connection.execute(
        """INSERT INTO search.passages BY NAME
           SELECT passage, ? AS segment, document_id, meeting_id, section_id, start, "end", length,
                  shorthand
           FROM numbered""",
        [segment],
    )
    for lower, upper in pairwise((None, *_cuts(connection, merged), None)):
        connection.execute(
            """INSERT INTO search.postings BY NAME
               SELECT $segment AS segment, term, list(passage) AS passages, list(count) AS counts
               FROM (SELECT unnest(terms) AS term, passage, unnest(counts) AS count FROM numbered
                     UNION ALL
                     SELECT term, unnest(passages) AS passage, unnest(counts)
                     FROM search.postings WHERE list_contains($merged::INTEGER[], segment))
               SEMI JOIN search.passages USING (passage)
               WHERE coalesce(term >= $lower, true) AND coalesce(term < $upper, true)
               GROUP BY term ORDER BY term""",
            {"segment": segment, "merged": merged, "lower": lower, "upper": upper},
        )
    connection.execute(
        """DELETE FROM search.postings
           WHERE list_contains(?::INTEGER[], segment)
              OR segment NOT IN (SELECT segment FROM search.passages)""",
        [merged],
    )
    connection.execute("DELETE FROM search.pending WHERE rowid IN (SELECT place FROM numbered)")
    connection.execute("DROP TABLE numbered")


def _merged(connection: Connection, passages: int) -> list[int]:
    """The segments that a new one of so many passages takes in, the smallest first."""
    merged = []
    sizes = connection.execute(
        "SELECT segment, count(*) FROM search.passages GROUP BY segment ORDER BY 2, 1"
    ).fetchall()
    for segment, size in sizes:
        if size > _GROWTH * passages or size + passages > _LARGEST:
            break
        merged.append(segment)
        passages += size
    return merged


def _cuts(connection: Connection, merged: list[int]) -> list[str]:
    """Terms that cut the postings of a new segment into parts whose lists fit into memory: DuckDB cannot spill them."""
    postings = _number(
        connection,
        """SELECT coalesce(sum(many), 0)
           FROM (SELECT len(terms) AS many FROM numbered
                 UNION ALL
                 SELECT len(passages) FROM search.postings WHERE list_contains(?::INTEGER[], segment))""",
        merged,
    )
    shares = [nth * _AT_ONCE / postings for nth in range(1, ceil(postings / _AT_ONCE))]
    if not shares:
        return []
    (cuts,) = connection.execute(
        f"""SELECT quantile_disc(term, {shares}::DOUBLE[])
            FROM (SELECT unnest(terms) AS term FROM numbered USING SAMPLE {_SAMPLE} ROWS)"""
    ).fetchone() or ([],)
    return sorted(set(cuts or ()))


def _number(connection: Connection, query: str, *values: object) -> int:
    row = connection.execute(query, list(values)).fetchone()
    assert row is not None
    return int(row[0])
