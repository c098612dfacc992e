"""Problems by year, and one problem."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk.problems import actions_beside, heat_map, mentions, problem, recurrence
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed


def map_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as connection:
        heat = heat_map(connection, asked.text("council"))
    return pages.page(asked, "problems.html", heat=heat, shade=shade)


def problem_page(request: Request, pages: Pages, asked: Asked) -> Response:
    name, council = request.path_params["problem"], asked.text("council")
    with pages.archive.reading() as connection:
        known = problem(connection, name)
        if known is None:
            raise HTTPException(404)
        found = mentions(
            connection, name, council, asked.number("year"), ROWS, (asked.page - 1) * ROWS
        )
        heat = heat_map(connection, council, name)
        return pages.page(
            asked,
            "problem.html",
            problem=known,
            found=Listed(found, asked.page),
            heat=heat,
            shade=shade,
            councils=recurrence(connection, name, council, 20),
            actions=actions_beside(connection, name, council, 15),
        )


def shade(count: int, of: int) -> int:
    """How dark a cell is, 0 to 6: 0 for none, then by the share of protocols."""
    return -(-count * 6 // of) if of else 0


VIEWS = (("/problems", map_page), ("/problems/{problem}", problem_page))
