"""Giving the token once, so that a browser keeps it."""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pipeline.web.asked import Asked
from pipeline.web.guard import COOKIE, cookie_value
from pipeline.web.pages import Pages

_LONGEST = 4_096  # bytes of the form
_KEPT = 30 * 24 * 3600  # seconds


def form(pages: Pages, asked: Asked, *, wrong: bool = False) -> Response:
    """The page that asks for the token."""
    return pages.page(asked, "login.html", 401, title="", wrong=wrong)


def route(pages: Pages, token: str) -> Route:
    """POST /login with the field `token`."""

    async def answer(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > _LONGEST:
                break
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0]
        if cookie_value(given) != cookie_value(token):
            return form(pages, Asked(request), wrong=True)
        done = RedirectResponse("/", 303)
        done.set_cookie(
            COOKIE, cookie_value(token), max_age=_KEPT, httponly=True, samesite="strict"
        )
        return done

    return Route("/login", answer, methods=["POST"])
