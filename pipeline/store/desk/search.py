"""Full text over a copy: what all searches need is read once, and a council's passages are kept together."""

from pipeline.store.desk.asked import Desk
from pipeline.store.filters import Filters
from pipeline.store.ranking import passages_of, ranked
from pipeline.store.search import Hit, best_hits, search
from pipeline.store.search_query import parse


def find(desk: Desk, words: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """As `search` finds them. Raises SearchSyntax; UsageError where no council fits the filter."""
    council, dated = filters.council, filters.from_date or filters.to_date
    series = desk.known.whole_series(council) if council else []
    if dated or series is None:
        return search(desk.connection, words, filters, limit)
    query = parse(words)
    among = None
    if series:
        marks = ", ".join("?" * len(series))
        kept = f"SELECT passages FROM desk.series_passages WHERE series_id IN ({marks})"
        among = passages_of(desk.connection, kept, *series)
    best = ranked(desk.connection, query, desk.known.lengths, among)
    return best_hits(desk.connection, query, best, limit)
