"""The SQL console: a query in the address, its rows on the page or as a file."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from pipeline.errors import DatabaseLocked, QueryError
from pipeline.store.query import Result
from pipeline.table import Format, write
from pipeline.web.asked import Asked
from pipeline.web.console import MEGABYTES, SECONDS, Question, ask
from pipeline.web.pages import Pages

_LONGEST = 8_000  # characters of a query
_ROWS = 200  # on the page
_ROWS_OF_FILE = 50_000


def console(_request: Request, pages: Pages, asked: Asked) -> Response:
    query = asked.text("q", _LONGEST)
    result: Result | None = None
    wrong = ""
    if query:
        try:
            result = _ask(pages, query, _ROWS)
        except QueryError as error:
            wrong = str(error)
    return pages.page(
        asked,
        "sql.html",
        400 if wrong else 200,
        query=query,
        result=result,
        wrong=wrong,
        ready=ready_questions(),
        numeric=_numeric(result) if result else (),
        limits={"rows": _ROWS, "seconds": f"{SECONDS:g}", "megabytes": MEGABYTES},
    )


def as_csv(_request: Request, pages: Pages, asked: Asked) -> Response:
    return _file(pages, asked, "csv", "text/csv; charset=utf-8")


def as_json(_request: Request, pages: Pages, asked: Asked) -> Response:
    return _file(pages, asked, "json", "application/json")


def _file(pages: Pages, asked: Asked, form: Format, media_type: str) -> Response:
    result = _ask(pages, asked.text("q", _LONGEST), _ROWS_OF_FILE)
    out = StringIO()
    write(result.columns, result.rows, form, out)
    headers = {"Content-Disposition": f'attachment; filename="answer.{form}"'}
    if result.cut:
        headers["X-Cut-At-Rows"] = str(_ROWS_OF_FILE)
    return Response(out.getvalue(), media_type=media_type, headers=headers)


def _ask(pages: Pages, query: str, rows: int) -> Result:
    copy = pages.archive.state.copy
    if copy is None:
        raise DatabaseLocked(f"{pages.archive.database} is being written to, and no copy is there")
    return ask(Question(copy.path, query, rows))


@cache
def ready_questions() -> Sequence[Mapping[str, str]]:
    """Those of queries.toml: sv, en and sql."""
    text = files("pipeline.web").joinpath("queries.toml").read_text(encoding="utf-8")
    return tuple({**each, "sql": each["sql"].strip()} for each in tomllib.loads(text)["query"])


def _numeric(result: Result) -> tuple[bool, ...]:
    """Which columns hold numbers alone."""
    return tuple(
        bool(result.rows) and all(isinstance(row[at], int | float) for row in result.rows)
        for at in range(len(result.columns))
    )


VIEWS = (("/sql", console), ("/sql.csv", as_csv), ("/sql.json", as_json))
