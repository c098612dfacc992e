"""Pages kept as they were made, for as long as what they are made of stays the same.

A page is made of its address and the state of the archive, and of nothing else: so its tag is made of
both, a browser that has it need not be sent it again, and one asked for twice is rendered once.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from pipeline import VERSION
from pipeline.web.archive import State

_MOST = 24 * 1024 * 1024  # bytes of all pages kept, packed
_WORTH_PACKING = 1_000  # bytes
_LEVEL = 1  # of gzip: twice as fast as the default, a tenth larger
_HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}


class Kept:
    """The pages asked for last. Safe to use from many threads."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[str, bytes]] = OrderedDict()  # tag -> type, packed body
        self._size = 0
        self._lock = Lock()

    def found(self, request: Request, state: State) -> Response | None:
        """The page of the request's address in this state of the archive; None where it is not kept."""
        tag = _tag(request, state)
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={**_HEADERS, "ETag": tag})
        with self._lock:
            page = self._pages.get(tag)
            if page is None:
                return None
            self._pages.move_to_end(tag)
        return _sent(request, tag, page)

    def made(self, request: Request, state: State, make: Callable[[], Response]) -> Response:
        """The same page, made now and kept."""
        answer = make()
        if answer.status_code != 200:
            return answer
        tag = _tag(request, state)
        page = answer.headers["content-type"], gzip.compress(bytes(answer.body), _LEVEL, mtime=0)
        self._keep(tag, page)
        return _sent(request, tag, page)

    def _keep(self, tag: str, page: tuple[str, bytes]) -> None:
        with self._lock:
            before = self._pages.pop(tag, None)
            self._size += len(page[1]) - (len(before[1]) if before else 0)
            self._pages[tag] = page
            while self._size > _MOST:
                _, (_, forgotten) = self._pages.popitem(last=False)
                self._size -= len(forgotten)


def _sent(request: Request, tag: str, page: tuple[str, bytes]) -> Response:
    media_type, packed = page
    headers = {**_HEADERS, "ETag": tag, "Content-Type": media_type}
    if "gzip" in request.headers.get("accept-encoding", "") and len(packed) > _WORTH_PACKING:
        return Response(packed, headers={**headers, "Content-Encoding": "gzip"})
    return Response(gzip.decompress(packed), headers=headers)


def _tag(request: Request, state: State) -> str:
    copy = state.copy.path.name if state.copy else ""
    made_of = (
        VERSION,
        copy,
        str(state.busy),
        state.trouble,
        str(request.url.path),
        request.url.query,
    )
    digest = sha256("\n".join(made_of).encode("utf-8", "replace")).hexdigest()
    return f'"{digest[:32]}"'
