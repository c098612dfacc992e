"""Problems by year, and one problem."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk.problems import actions_beside, heat_map, mentions, recurrence
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed


def map_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        heat = heat_map(desk, asked.text("council"))
    return pages.page(asked, "problems.html", heat=heat, shade=shade)


def problem_page(request: Request, pages: Pages, asked: Asked) -> Response:
    name, council = request.path_params["problem"], asked.text("council")
    with pages.archive.reading() as desk:
        known = desk.known.problems.get(name)
        if known is None:
            raise HTTPException(404)
        found = mentions(desk, name, council, asked.number("year"), ROWS, (asked.page - 1) * ROWS)
        heat = heat_map(desk, council, name)
        councils = recurrence(desk, name, council, 20)
        actions = actions_beside(desk, name, council, 15)
    return pages.page(
        asked,
        "problem.html",
        problem=known,
        found=Listed(found, asked.page),
        heat=heat,
        shade=shade,
        councils=councils,
        actions=actions,
    )


def shade(count: int, of: int) -> int:
    """How dark a cell is, 0 to 6: 0 for none, then by the share of protocols."""
    return -(-count * 6 // of) if of else 0


VIEWS = (("/problems", map_page), ("/problems/{problem}", problem_page))
