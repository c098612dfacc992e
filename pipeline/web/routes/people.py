"""Persons and organisations."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.store.desk import people
from pipeline.web.asked import Asked
from pipeline.web.pages import Pages
from pipeline.web.routes.lists import ROWS, Listed

_LISTED = 100  # meetings of a person


def list_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    kind = asked.choice("kind", ("person", "organisation"), "person")
    with pages.archive.reading() as connection:
        found = people.attendance(
            connection, kind, asked.text("council"), asked.text("name"),
            ROWS, (asked.page - 1) * ROWS,
        )  # fmt: skip
    return pages.page(asked, "people.html", found=Listed(found, asked.page), kind=kind)


def person_page(request: Request, pages: Pages, asked: Asked) -> Response:
    person_id = request.path_params["person_id"]
    with pages.archive.reading() as connection:
        known = people.person(connection, person_id)
        if known is None:
            raise HTTPException(404)
        found = people.appearances(connection, person_id)
        actions = people.owned(connection, person_id, 50)
    return pages.page(
        asked,
        "person.html",
        person=known,
        roles=people.roles(found),
        years=people.years(found),
        forms=people.forms(found),
        appearances=found[:_LISTED],
        actions=actions,
    )


def organisation_page(_request: Request, pages: Pages, asked: Asked) -> Response:
    name, council = asked.text("name"), asked.text("council")
    with pages.archive.reading() as connection:
        councils = people.councils_of_organisation(connection, name)
        if not councils:
            raise HTTPException(404)
        return pages.page(
            asked,
            "organisation.html",
            name=councils[0]["name"],
            councils=councils,
            years=people.years_of_organisation(connection, name, council),
            members=people.members(connection, name, council, 100),
        )


VIEWS = (
    ("/people", list_page),
    ("/people/{person_id}", person_page),
    ("/organisation", organisation_page),
)
