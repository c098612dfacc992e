"""The ready reports, as `lokalbra report` answers them."""

from io import StringIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk.reports import report_rows
from pipeline.store.query import readable
from pipeline.store.report import Report, reports
from pipeline.table import write
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages

_ROWS = 100  # on the page
_ROWS_OF_FILE = 50_000


def list_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    return pages.page(asked, "reports.html", reports=reports())


def report_page(request: Request, pages: Pages, asked: Asked) -> Response:
    chosen = _named(request)
    with pages.archive.reading() as desk:
        found = report_rows(desk, chosen, asked.filters(), _ROWS)
    table = readable(found, chosen, asked.language)
    numeric = [
        bool(table.rows) and all(isinstance(row[at], int | float | None) for row in table.rows)
        for at in range(len(table.columns))
    ]
    return pages.page(asked, "report.html", report=chosen, table=table, numeric=numeric)


def report_csv(request: Request, pages: Pages, asked: Asked) -> Response:
    chosen = _named(request)
    with pages.archive.reading() as desk:
        found = report_rows(desk, chosen, asked.filters(), _ROWS_OF_FILE)
    out = StringIO()
    write(found.columns, found.rows, "csv", out)
    headers = {"Content-Disposition": f'attachment; filename="{chosen.name}.csv"'}
    if found.cut:
        headers["X-Cut-At-Rows"] = str(_ROWS_OF_FILE)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _named(request: Request) -> Report:
    found = {each.name: each for each in reports()}.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return found


VIEWS = (
    ("/reports", list_page),
    ("/reports/{name}.csv", report_csv),
    ("/reports/{name}", report_page),
)
