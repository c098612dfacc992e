"""The audit of actions, and the life of one."""

from io import StringIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk.actions import ORDERS, ActionFilter, audit, life, states
from pipeline.table import Format, write
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed

STATES = ("open", "reported", "silent", "done", "dropped")
KINDS = ("decision", "assignment", "commitment", "proposal")
_TAKEN_OUT = 10_000  # rows of a file


def audit_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    chosen, order = _chosen(asked)
    with pages.archive.reading() as desk:
        found = audit(desk, chosen, order, ROWS, (asked.page - 1) * ROWS)
        counted = states(desk, chosen.council)
    return pages.page(
        asked,
        "actions.html",
        found=Listed(found, asked.page),
        chosen=chosen,
        order=order,
        orders=ORDERS,
        states=STATES,
        kinds=KINDS,
        counted={each["state"]: each for each in counted},
    )


def audit_csv(_request: Request, pages: Pages, asked: Asked) -> Response:
    return _file(pages, asked, "csv", "text/csv; charset=utf-8")


def audit_json(_request: Request, pages: Pages, asked: Asked) -> Response:
    return _file(pages, asked, "json", "application/json")


def action_page(request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        found = life(desk, request.path_params["action_id"])
    if found is None:
        raise HTTPException(404)
    return pages.page(asked, "action.html", life=found, action=found.action)


def _chosen(asked: Asked) -> tuple[ActionFilter, str]:
    chosen = ActionFilter(
        council=asked.text("council"),
        text=asked.text("text"),
        owner=asked.text("owner"),
        state=asked.choice("state", (*STATES, "unfinished")),
        kind=asked.choice("kind", KINDS),
        overdue=bool(asked.text("overdue")),
        from_date=asked.day("from"),
        to_date=asked.last_day("to"),
    )
    return chosen, asked.choice("order", ORDERS, "newest")


def _file(pages: Pages, asked: Asked, form: Format, media_type: str) -> Response:
    chosen, order = _chosen(asked)
    with pages.archive.reading() as desk:
        found = audit(desk, chosen, order, _TAKEN_OUT, 0)
    columns = list(found.rows[0]) if found.rows else []
    out = StringIO()
    write(columns, [list(row.values()) for row in found.rows], form, out)
    name = f'attachment; filename="actions.{form}"'
    return Response(out.getvalue(), media_type=media_type, headers={"Content-Disposition": name})


VIEWS = (
    ("/actions", audit_page),
    ("/actions.csv", audit_csv),
    ("/actions.json", audit_json),
    ("/actions/{action_id}", action_page),
)
