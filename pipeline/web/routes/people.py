"""Persons and organisations."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk import people
from pipeline.store.desk.actions import audited
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed

_LISTED = 100  # meetings of a person
_OWNED = 50  # actions


def list_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    kind = asked.choice("kind", ("person", "organisation"), "person")
    with pages.archive.reading() as desk:
        found = people.attendance(
            desk, kind, asked.text("council"), asked.text("name"),
            ROWS, (asked.page - 1) * ROWS,
        )  # fmt: skip
    return pages.page(asked, "people.html", found=Listed(found, asked.page), kind=kind)


def person_page(request: Request, pages: Pages, asked: Asked) -> Response:
    with pages.archive.reading() as desk:
        known = people.person(desk, request.path_params["person_id"])
        if known is None:
            raise HTTPException(404)
        actions = audited(desk, known.owned[:_OWNED])
    return pages.page(
        asked,
        "person.html",
        person=known,
        roles=people.roles(known.appearances),
        years=people.years(known.appearances),
        forms=people.forms(known.appearances),
        appearances=known.appearances[:_LISTED],
        actions=actions,
    )


def organisation_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    name, council = asked.text("name"), asked.text("council")
    with pages.archive.reading() as desk:
        councils = people.councils_of_organisation(desk, name)
        if not councils:
            raise HTTPException(404)
        years = people.years_of_organisation(desk, name, council)
        members = people.members(desk, name, council, 100)
    return pages.page(
        asked,
        "organisation.html",
        name=councils[0]["name"],
        councils=councils,
        years=years,
        members=members,
    )


VIEWS = (
    ("/people", list_page),
    ("/people/{person_id}", person_page),
    ("/organisation", organisation_page),
)
