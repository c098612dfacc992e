"""Plots as pictures, each with the table it is drawn from for those who do not see it."""

from functools import lru_cache
from threading import Lock

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.export.plots import plot
from pipeline.store.desk.reports import report_rows
from pipeline.store.filters import Filters
from pipeline.store.query import readable
from pipeline.store.report import Language, report
from pipeline.web.archive import Archive
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages

NAMES = ("problem-by-year", "action-audit", "attendance")
_ROWS = 200  # of the table behind a plot
_DRAWING = Lock()  # drawing takes a processor and memory; one at a time
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"


def list_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    name = asked.choice("plot", NAMES, NAMES[0])
    chosen = report(name)
    with pages.archive.reading() as desk:
        found = report_rows(desk, chosen, asked.filters(), _ROWS)
    table = readable(found, chosen, asked.language)
    return pages.page(
        asked, "plots.html", name=name, names=NAMES, title_of=report, table=table, plot=chosen
    )


def picture(request: Request, pages: Pages, asked: Asked) -> Response:
    name = request.path_params["name"]
    if name not in NAMES:
        raise HTTPException(404)
    copy = pages.archive.state.copy
    state = copy.path.name if copy else ""
    drawn = _drawn(pages.archive, state, name, asked.filters(), asked.language)
    if drawn is None:
        raise HTTPException(404)
    # An SVG styles itself; as a document of its own it may do nothing else.
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "private, max-age=60"}
    return Response(drawn, media_type="image/svg+xml", headers=headers)


@lru_cache(maxsize=32)
def _drawn(
    archive: Archive, _state: str, name: str, filters: Filters, language: Language
) -> str | None:
    """The SVG of a state of the archive; None where there is nothing to draw."""
    with _DRAWING, archive.reading() as desk:
        found = plot(name, desk.connection, filters, language)
        if found is None:
            return None
        text = found.svg()
    return text if "xmlns=" in text[:600] else text.replace("<svg", f'<svg xmlns="{_SVG}"', 1)


_SVG = "http://www.w3.org/2000/svg"

VIEWS = (("/plots", list_page), ("/plots/{name}.svg", picture))
