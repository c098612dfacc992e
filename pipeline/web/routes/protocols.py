"""Protocols: the list, one beside its pages, its pages' pictures, its original."""

from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from pipeline.store.desk import protocols
from pipeline.store.desk.records import meeting_record
from pipeline.web.asked import Asked
from pipeline.web.originals import opened, pieces
from pipeline.web.pages import Pages
from pipeline.web.pictures import picture
from pipeline.web.record import groups
from pipeline.web.routes.lists import ROWS, Listed
from pipeline.web.sheets import sheets

KINDS = ("protokoll", "minnesanteckningar", "kallelse", "annat")
_PAGES = 40  # of a document shown on one page


def list_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    year = asked.number("year")
    first, last = asked.day("from"), asked.last_day("to")
    if year is not None:
        first, last = asked.year(year)
    with pages.archive.reading() as desk:
        found = protocols.protocols(
            desk, asked.text("council"), asked.choice("kind", KINDS), first, last,
            ROWS, (asked.page - 1) * ROWS,
        )  # fmt: skip
    return pages.page(asked, "protocols.html", found=Listed(found, asked.page), kinds=KINDS)


def protocol_page(request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        record = meeting_record(desk, request.path_params["meeting_id"])
        if record is None:
            raise HTTPException(404)
        document = record.document
        text = protocols.pages(desk, document["document_id"])
        siblings = [record.meeting]
        if document["meetings"] > 1:
            siblings = protocols.document_meetings(desk, document["document_id"])
        problems = desk.known.problems
    found = groups(record)
    return pages.page(
        asked,
        "protocol.html",
        meeting=record.meeting,
        groups=found,
        issues=(*document["issues"], *record.parts["issues"]),
        document=document,
        sheets=sheets(text[:_PAGES], found),
        more=text[_PAGES:],
        siblings=siblings,
        beside=record.beside,
        problems=problems,
        original=_is_there(protocols.original_names(document)),
    )


def page_picture(request: Request, pages: Pages, _asked: Asked) -> Response:
    document_id, number = request.path_params["document_id"], request.path_params["number"]
    with pages.archive.reading() as desk:
        document = protocols.document(desk, document_id)
        page = protocols.page(desk, document_id, min(number, 1_000_000))
    if document is None or page is None or not (page["width_pt"] and page["height_pt"]):
        raise HTTPException(404)
    folder = pages.archive.folder / "pictures"
    drawn = picture(folder, document, page, protocols.original_names(document))
    if drawn is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, max-age=86400"}
    return Response(drawn, media_type="image/webp", headers=headers)


def original(request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        document = protocols.document(desk, request.path_params["document_id"])
    if document is None:
        raise HTTPException(404)
    found = opened(protocols.original_names(document), document["document_id"])
    if found is None:
        return pages.page(asked, "missing.html", 404, document=document)
    path, file = found
    return StreamingResponse(
        pieces(file),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(path.name)}",
            "Content-Length": str(document["size_bytes"]),
        },
    )


def _is_there(names: list[Path]) -> bool:
    """Whether a file lies under one of the names; its bytes are looked at when it is asked for."""
    return any(path.is_file() for path in names)


VIEWS = (
    ("/protocols", list_page),
    ("/protocols/{meeting_id}", protocol_page),
    ("/documents/{document_id}/pages/{number:int}.webp", page_picture),
    ("/documents/{document_id}/original", original),
)
