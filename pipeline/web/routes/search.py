"""Full-text search with the words found marked in their surroundings."""

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk.search import find
from pipeline.store.search import PHRASE_LOOKS, Hit
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages

_HITS = 20


def search_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    words = asked.text("q")
    hits: tuple[Hit, ...] = ()
    if words:
        with pages.archive.reading() as desk:
            hits = find(desk, words, asked.filters(), _HITS)
    return pages.page(
        asked,
        "search.html",
        words=words,
        hits=hits,
        most=_HITS,
        marked=marked,
        looks=f"{PHRASE_LOOKS:,}".replace(",", "\u00a0"),
    )


def marked(hit: Hit) -> Markup:
    """The snippet with its marks as elements; the rest of it escaped."""
    text, at = Markup(), 0
    for start, end in hit.marks:
        if start >= at:
            between, found = escape(hit.snippet[at:start]), escape(hit.snippet[start:end])
            text += between + Markup("<mark>") + found + Markup("</mark>")
            at = end
    return text + escape(hit.snippet[at:])


VIEWS = (("/search", search_page),)
