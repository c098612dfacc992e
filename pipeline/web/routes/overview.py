"""The first page, and the lists that it leads to: issues, documents, gaps."""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.errors import remedy_of
from pipeline.store.desk import overview, protocols
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed

_COUNCILS = 25  # rows of the grid


def first_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    council = asked.text("council")
    with pages.archive.reading() as desk:
        grid = overview.grid(desk, council, _COUNCILS, (asked.page - 1) * _COUNCILS)
        sums, newest = overview.sums(desk), overview.newest(desk)
        kinds = overview.issue_kinds(desk)
    return pages.page(
        asked,
        "overview.html",
        grid=grid,
        rows=_COUNCILS,
        sums=sums,
        newest=newest,
        kinds=kinds,
    )


def issues(_request: Request, pages: Pages, asked: Asked) -> Response:
    severity = asked.choice("severity", ("error", "warning", "info"))
    with pages.archive.reading() as desk:
        found = overview.issues(
            desk, asked.text("kind"), severity, asked.text("council"),
            ROWS, (asked.page - 1) * ROWS,
        )  # fmt: skip
        kinds = overview.issue_kinds(desk)
    return pages.page(asked, "issues.html", found=Listed(found, asked.page), kinds=kinds)


def documents(_request: Request, pages: Pages, asked: Asked) -> Response:
    status = asked.choice("status", ("ok", "partial", "failed"))
    with pages.archive.reading() as desk:
        found = overview.documents(desk, status, ROWS, (asked.page - 1) * ROWS)
    listed = Listed(found, asked.page)
    return pages.page(
        asked, "documents.html", found=listed, remedy=partial(remedy_of, language=asked.language)
    )


def gaps(_request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        found = overview.gaps(desk, asked.text("council"), ROWS, (asked.page - 1) * ROWS)
    return pages.page(asked, "gaps.html", found=Listed(found, asked.page))


def document(request: Request, pages: Pages, asked: Asked) -> Response:
    document_id = request.path_params["document_id"]
    with pages.archive.reading() as desk:
        found = protocols.document(desk, document_id)
        if found is None:
            raise HTTPException(404)
        return pages.page(
            asked,
            "document.html",
            document=found,
            meetings=protocols.document_meetings(desk, document_id),
            issues=protocols.document_issues(desk, document_id),
            remedy=partial(remedy_of, language=asked.language),
        )


VIEWS = (
    ("/", first_page),
    ("/issues", issues),
    ("/documents", documents),
    ("/documents/{document_id}", document),
    ("/gaps", gaps),
)
