"""The application: which address is answered by what."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from anyio import CapacityLimiter
from anyio.to_thread import current_default_thread_limiter, run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from pipeline.errors import LokalbraError
from pipeline.web.archive import Archive
from pipeline.web.asked import Asked
from pipeline.web.guard import Guard
from pipeline.web.kept import Kept
from pipeline.web.pages import Pages, words
from pipeline.web.routes import (
    actions,
    login,
    overview,
    people,
    plots,
    problems,
    protocols,
    reports,
    search,
    sql,
)

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# Pages that are made of nothing but the archive and their address; others look at files, or are files.
KEPT = frozenset(
    {"/", "/issues", "/documents", "/gaps", "/actions", "/actions/{action_id}", "/problems", "/problems/{problem}",
     "/protocols", "/people", "/people/{person_id}", "/organisation", "/search", "/plots", "/reports", "/reports/{name}"}
)  # fmt: skip
# Pages that take a few milliseconds, too; what is left takes long and waits for others.
IN_TURN = frozenset({"/protocols/{meeting_id}", "/documents/{document_id}"})
_AT_ONCE = 16  # requests worked on at the same time, beside pages in turn
_PAGES_AT_ONCE = 2  # more would only take the processors from each other and all end late

View = Callable[[Request, Pages, Asked], Response]


@dataclass(frozen=True, slots=True)
class Access:
    """`hosts`: names, beside this machine's own, under which the page may be asked for."""

    hosts: frozenset[str] = frozenset()
    token: str | None = None


def make_app(archive: Archive, access: Access) -> Starlette:
    """The page over an archive, which is started and stopped with it."""
    pages = Pages(archive)
    routes = [*_routes(archive, pages)]
    if access.token is not None:
        routes.append(login.route(pages, access.token))
    hosts = LOOPBACK | access.hosts
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts, token=access.token, refuse=_refusal(pages))],
        exception_handlers=_handlers(pages),
        lifespan=_lifespan(archive),
    )
    app.mount("/static", StaticFiles(packages=[("pipeline.web", "static")]), name="static")
    return app


def _routes(archive: Archive, pages: Pages) -> Iterator[Route]:
    """Each view under its address: kept, in turn, or at once."""
    kept = Kept()
    turns = CapacityLimiter(_PAGES_AT_ONCE)

    def route(path: str, view: View) -> Route:
        def answer(request: Request) -> Response:
            return view(request, pages, Asked(request))

        async def answer_in_turn(request: Request) -> Response:
            return await run_sync(answer, request, limiter=turns)

        async def answer_kept(request: Request) -> Response:
            state = archive.state
            found = kept.found(request, state)
            if found is not None:
                return found
            return await run_sync(kept.made, request, state, lambda: answer(request), limiter=turns)

        answers = answer_kept if path in KEPT else answer_in_turn if path in IN_TURN else answer
        return Route(path, answers, methods=["GET"], name=f"{view.__module__}.{path}")

    for part in (overview, actions, problems, protocols, people, search, reports, plots, sql):
        for path, view in part.VIEWS:
            yield route(path, view)


def _lifespan(archive: Archive) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = _AT_ONCE
        yield
        archive.stop()

    return lifespan


def _refusal(pages: Pages) -> Callable[[Scope, int, str], Response]:
    """What the guard answers: a form for the token, or the reason."""

    def refuse(scope: Scope, status: int, reason: str) -> Response:
        asked = Asked(Request(scope))
        if status == 401:
            return login.form(pages, asked)
        return pages.error(asked, status, words()[reason][asked.language])

    return refuse


def _handlers(pages: Pages) -> dict[type[Exception], Callable[[Request, Exception], Response]]:
    """What is answered to an exception of ours, of the protocol, and any other: a fault."""

    def of_ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, LokalbraError)
        return pages.failure(Asked(request), error)

    def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        asked = Asked(request)
        key = {404: "no_such_page", 405: "wrong_method"}.get(error.status_code)
        message = words()[key][asked.language] if key else error.detail
        return pages.error(asked, error.status_code, message)

    def of_fault(request: Request, error: Exception) -> Response:  # noqa: ARG001  (it is in the log)
        asked = Asked(request)
        return pages.error(asked, 500, words()["our_fault"][asked.language])

    return {LokalbraError: of_ours, HTTPException: of_http, Exception: of_fault}
