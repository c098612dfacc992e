"""The process that answers: uvicorn over the application, on an address that is told once it listens."""

import gc
import socket
import sys
from collections.abc import Callable

import uvicorn

from pipeline.errors import UsageError
from pipeline.web.app import Access, make_app
from pipeline.web.archive import Archive

_LARGEST_HEAD = 64 * 1024  # bytes of a request's line and headers
_WAITING = 200  # connections at a time
_TURN = 0.001  # seconds that a thread runs Python while others wait; what a page waits for after each question


def run(
    archive: Archive, access: Access, host: str, port: int, tell: Callable[[str], None]
) -> None:
    """Serve until interrupted. `port` 0 takes a free one. `tell` is given the address.

    Raises DatabaseError where there is nothing to read, UsageError where the address is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(_WAITING)
    except OSError as error:
        listening.close()
        raise UsageError(f"{host}:{port} cannot be listened on: {error.strerror}") from error
    sys.setswitchinterval(_TURN)
    with listening:
        archive.start()
        name = f"[{host}]" if family == socket.AF_INET6 else host
        tell(f"http://{name}:{listening.getsockname()[1]}/")
        app = make_app(archive, access)
        gc.collect()
        gc.freeze()  # what is there by now stays: it need not be looked through again and again
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=_LARGEST_HEAD,
            limit_concurrency=_WAITING,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=5,
            http="h11",
            ws="none",
        )
        uvicorn.Server(config).run(sockets=[listening])
