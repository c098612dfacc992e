"""Ranked full text: BM25 over the passages that hold all words asked for, with a snippet of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.evidence import Span
from pipeline.store.database import Connection, Row, named_rows
from pipeline.store.filters import Filters, narrow
from pipeline.store.ranking import Ranked, Ranking, lengths, passages_of, ranked
from pipeline.store.search_query import Query, parse
from pipeline.store.snippet import Page, snippet

PHRASE_LOOKS = 20_000  # best passages in which a phrase may stand, whose text is read for it
_WIDER = 40  # times, each further look
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

    A phrase is looked for in the PHRASE_LOOKS best passages that may hold it. Raises SearchSyntax;
    UsageError where no council fits the filter.
    """
    query = parse(words)
    among = None
    if filters != Filters():
        narrow(connection, filters)
        among = passages_of(connection, _CHOSEN)
    best = ranked(connection, query, lengths(connection), among)
    return best_hits(connection, query, best, limit)


_CHOSEN = "SELECT list(passage) FROM search.passages SEMI JOIN chosen_meetings USING (meeting_id)"


def best_hits(connection: Connection, query: Query, best: Ranking, limit: int) -> tuple[Hit, ...]:
    """The `limit` best of ranked passages in which the query's phrases stand."""
    found: list[Hit] = []
    if not query.reads_text:
        return tuple(_hits(connection, best.first(limit), query))
    at, size = 0, limit
    while len(found) < limit and at < min(len(best), PHRASE_LOOKS):
        waiting = best.first(min(at + size, PHRASE_LOOKS))[at:]
        if len(waiting) > _AT_ONCE:
            waiting = _holding(connection, waiting, query)
        for first in range(0, len(waiting), _AT_ONCE):
            found += _hits(connection, waiting[first : first + _AT_ONCE], query)
            if len(found) >= limit:
                break
        at, size = at + size, size * _WIDER
    return tuple(found[:limit])


def _holding(connection: Connection, some: list[Ranked], query: Query) -> list[Ranked]:
    """Those of the passages whose text may hold the phrases, in their order."""
    if not query.phrases:
        return some
    phrases = {f"phrase_{nth}": _pattern(each) for nth, each in enumerate(query.phrases)}
    here = """substr(text, greatest(passages.start - pages.start, 0) + 1, passages."end" - passages.start)"""
    holding = " AND ".join(f"regexp_matches({here}, ${name}, 'i')" for name in phrases)
    # As text: to hand over a list of 20,000 numbers takes a tenth of a second.
    rows = connection.execute(
        f"""SELECT DISTINCT passage
            FROM search.passages JOIN pages USING (document_id)
            WHERE passage IN (SELECT unnest(string_split($passages, ','))::INTEGER)
              AND pages.start < passages."end" AND pages."end" > passages.start
              AND (pages."end" < passages."end" OR {holding})""",
        {**phrases, "passages": ",".join(str(each.passage) for each in some)},
    ).fetchall()
    kept = {passage for (passage,) in rows}
    return [each for each in some if each.passage in kept]


def _pattern(phrase: str) -> str:
    """What text as it stands in the document matches where it may hold the phrase: hyphens and line
    ends inside of words, markup and letter-spacing let through. The snippet looks closer.
    """
    inside = r"[\s\x{ad}\x{200b}\x{feff}*_`#-]*"
    between = r"[^\p{L}\p{N}]*"
    return between.join(inside.join(map(re.escape, word)) for word in phrase.split())


def _hits(connection: Connection, some: Sequence[Ranked], query: Query) -> Iterator[Hit]:
    """The hits among these passages, in their order, after a look at their text.

    What belongs to them is asked for by its keys: a join would read the tables through.
    """
    passages = _by_key(connection, "search.passages", "passage", [each.passage for each in some])
    documents = _by_key(connection, "documents", "document_id", _all(passages, "document_id"))
    meetings = _by_key(connection, "meetings", "meeting_id", _all(passages, "meeting_id"))
    sections = _by_key(connection, "sections", "section_id", _all(passages, "section_id"))
    pages = _pages(connection, list(documents))
    for each in some:
        place = passages[each.passage]
        start, end = place["start"], place["end"]
        here = [
            page for page in pages[place["document_id"]] if page.start < end and page.end > start
        ]
        shown = snippet(here, start, end, query)
        if shown is None:
            continue
        meeting = meetings.get(place["meeting_id"], {})
        section = sections.get(place["section_id"], {})
        yield Hit(
            score=each.score,
            council=meeting.get("council"),
            area=meeting.get("area"),
            meeting_date=meeting.get("meeting_date"),
            title=" ".join(filter(None, (section.get("number"), section.get("title")))),
            page=shown.page,
            snippet=shown.text,
            marks=shown.marks,
            meeting_id=place["meeting_id"],
            section_id=place["section_id"],
            document_id=place["document_id"],
            path=documents[place["document_id"]]["path"],
            start=start,
            end=end,
        )


_COLUMNS = {
    "search.passages": 'document_id, meeting_id, section_id, start, "end"',
    "documents": "path",
    "meetings": "council, area, meeting_date",
    "sections": "number, title",
}


def _by_key(connection: Connection, table: str, key: str, keys: Sequence[object]) -> dict[Any, Row]:
    """key -> the columns of its row."""
    if not keys:
        return {}
    query = f"SELECT {key}, {_COLUMNS[table]} FROM {_rows_of(table, key, len(keys))}"
    return {row[key]: row for row in named_rows(connection, query, keys)}


def _rows_of(table: str, key: str, count: int) -> str:
    """The rows of a table that have one of so many keys. By their numbers: without an index DuckDB else
    unpacks 2,048 texts for each.
    """
    marks = ", ".join("?" * count)
    return f"{table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {key} IN ({marks}))"


def _all(rows: dict[Any, Row], column: str) -> list[object]:
    """The values of a column, each once."""
    return list({row[column] for row in rows.values()} - {None})


def _pages(connection: Connection, documents: Sequence[object]) -> dict[object, list[Page]]:
    """document_id -> its pages, in order."""
    found: dict[object, list[Page]] = {each: [] for each in documents}
    if documents:
        rows = connection.execute(
            f"""SELECT document_id, page, start, "end", text
                FROM {_rows_of("pages", "document_id", len(documents))} ORDER BY document_id, page""",
            list(documents),
        )
        for document_id, *page in rows.fetchall():
            found[document_id].append(Page(*page))
    return found
