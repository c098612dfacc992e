"""Ranked full text: BM25 over the passages that hold all words asked for, with a snippet of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from models.evidence import Span
from pipeline.store.database import Connection
from pipeline.store.query import Filters, narrow
from pipeline.store.search_query import Query, parse
from pipeline.store.snippet import Page, snippet

_FIRST_LOOK = 1_000  # of the best passages, where a phrase has to be found in the text
_ALL = 2**31 - 1
_AT_ONCE = 50  # passages whose text is looked at closely at a time


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    `snippet`: the document's words, white space folded; `marks`: in the snippet, the words asked
    for; `page`: where the first of them stands, 1-based. `title` is the item's, with its number;
    empty outside of items, where `section_id` is None. `start`, `end`: the passage in the
    document's text.
    """

    score: float
    council: str | None
    area: str | None
    meeting_date: date | None
    title: str
    page: int
    snippet: str
    marks: tuple[Span, ...]
    meeting_id: str | None
    section_id: str | None
    document_id: str
    path: str
    start: int
    end: int


def search(connection: Connection, words: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """The `limit` best passages for `words` (search_query.py says how they are understood).

    Raises SearchSyntax; UsageError where no council fits the filter.
    """
    query = parse(words)
    narrow(connection, filters)
    found: list[Hit] = []
    at, size = 0, _FIRST_LOOK if query.reads_text else limit
    while len(found) < limit and size:
        ranked = _ranked(connection, query, filters != Filters(), size, at)
        waiting = iter(ranked.items())
        while len(found) < limit and (some := dict(islice(waiting, max(limit, _AT_ONCE)))):
            found += _hits(connection, some, query)
        at, size = at + size, _ALL if query.reads_text and size != _ALL else 0
    return tuple(found[:limit])


def _ranked(
    connection: Connection, query: Query, narrowed: bool, limit: int, offset: int
) -> dict[int, float]:
    """passage -> score of those with all terms and none of `without`, the best first.

    The score is BM25 with k1 = 1.2 and b = 0.75. Of the passages from `offset` on, `limit` are taken;
    those of them that cannot hold the phrases are left out.
    """
    wanted = {f"term_{nth}": term for nth, term in enumerate(query.terms)}
    unwanted = {f"not_{nth}": term for nth, term in enumerate(query.without)}
    phrases = {f"phrase_{nth}": _pattern(each) for nth, each in enumerate(query.phrases)}
    meetings = "SEMI JOIN chosen_meetings USING (meeting_id)" if narrowed else ""
    others = (
        f"""ANTI JOIN (SELECT unnest(passages) AS passage FROM search.postings
                       WHERE term IN ({_names(unwanted)})) USING (passage)"""
        if unwanted
        else ""
    )
    here = """substr(text, greatest(passages.start - pages.start, 0) + 1, passages."end" - passages.start)"""
    holding = " AND ".join(f"regexp_matches({here}, ${name}, 'i')" for name in phrases)
    texts = (
        f"""SEMI JOIN (
                SELECT passage
                FROM best JOIN search.passages USING (passage) JOIN pages USING (document_id)
                WHERE pages.start < passages."end" AND pages."end" > passages.start
                  AND (pages."end" < passages."end" OR {holding})) USING (passage)"""
        if phrases
        else ""
    )
    rows = connection.execute(
        f"""WITH places AS (
                SELECT term, unnest(passages) AS passage, unnest(counts) AS count
                FROM search.postings WHERE term IN ({_names(wanted)})),
            weights AS (
                SELECT term, ln(1 + (n - df + 0.5) / (df + 0.5)) AS idf, mean
                FROM (SELECT term, count(*) AS df FROM places GROUP BY term),
                     (SELECT count(*) AS n, avg(length) AS mean FROM search.passages)),
            best AS MATERIALIZED (
                SELECT passage,
                       sum(idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / mean))) AS score
                FROM places JOIN weights USING (term) JOIN search.passages USING (passage)
                {meetings} {others}
                GROUP BY passage HAVING count(*) = {len(wanted)}
                ORDER BY score DESC, passage LIMIT $limit OFFSET $offset)
            SELECT passage, score FROM best {texts} ORDER BY score DESC, passage""",
        {**wanted, **unwanted, **phrases, "limit": limit, "offset": offset},
    ).fetchall()
    return dict(rows)


def _pattern(phrase: str) -> str:
    """What text as it stands in the document matches where it may hold the phrase: hyphens and line
    ends inside of words, markup and letter-spacing let through. The snippet looks closer.
    """
    inside = r"[\s\x{ad}\x{200b}\x{feff}*_`#-]*"
    between = r"[^\p{L}\p{N}]*"
    return between.join(inside.join(map(re.escape, word)) for word in phrase.split())


def _names(parameters: Iterable[str]) -> str:
    return ", ".join(f"${name}" for name in parameters)


def _hits(connection: Connection, ranked: Mapping[int, float], query: Query) -> Iterator[Hit]:
    """The hits among these passages, in their order, after a look at their text."""
    cursor = connection.execute(
        f"""WITH chosen AS MATERIALIZED (
                SELECT * FROM search.passages WHERE passage IN ({_numbers(ranked)}))
            SELECT passage, council, area, meeting_date, concat_ws(' ', number, title) AS title,
                   meeting_id, section_id, document_id, path, start, "end"
            FROM chosen
            JOIN (SELECT document_id, path FROM documents SEMI JOIN chosen USING (document_id))
              USING (document_id)
            LEFT JOIN (SELECT meeting_id, council, area, meeting_date
                       FROM meetings SEMI JOIN chosen USING (meeting_id)) USING (meeting_id)
            LEFT JOIN (SELECT section_id, number, title
                       FROM sections SEMI JOIN chosen USING (section_id)) USING (section_id)"""
    )
    names = [column[0] for column in cursor.description or ()][1:]
    known = {row[0]: dict(zip(names, row[1:], strict=True)) for row in cursor.fetchall()}
    pages = _pages(connection, ranked)
    for passage, score in ranked.items():
        values = known[passage]
        shown = snippet(pages[passage], values["start"], values["end"], query)
        if shown is not None:
            yield Hit(score=score, page=shown.page, snippet=shown.text, marks=shown.marks, **values)


def _numbers(passages: Iterable[int]) -> str:
    return ", ".join(map(str, passages))


def _pages(connection: Connection, passages: Iterable[int]) -> dict[int, list[Page]]:
    """The pages that each passage stands on, in order."""
    rows = connection.execute(
        f"""SELECT passage, page, pages.start, pages."end", text
           FROM search.passages JOIN pages USING (document_id)
           WHERE passage IN ({_numbers(passages)})
             AND pages.start < passages."end" AND pages."end" > passages.start
           ORDER BY passage, page"""
    ).fetchall()
    found: dict[int, list[Page]] = {}
    for passage, *page in rows:
        found.setdefault(passage, []).append(Page(*page))
    return found
