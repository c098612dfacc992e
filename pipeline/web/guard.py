"""Who may ask: the Host and Origin of a request, its token, and the headers of every answer.

The page listens on this machine alone, but a browser here also runs others' pages. Host is checked
so that a foreign name that points here (DNS rebinding) is refused; Origin and Sec-Fetch-* so that a
foreign page can neither send nor embed anything; the content security policy so that a document's
words can never become script.
"""

import hmac
from collections.abc import Callable
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "lokalbra_token"
_LONGEST = 16_000  # bytes of path and query
_METHODS = {"GET", "HEAD", "POST"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Refusal = Callable[[Scope, int, str], Response]  # (scope, status, key of the reason) -> page


def cookie_value(token: str) -> str:
    """What a browser that has given the token keeps instead of it."""
    return sha256(f"lokalbra {token}".encode()).hexdigest()


class Guard:
    """Lets through what may ask. `hosts`: names without port; `refuse` makes the page that says no."""

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str], token: str | None, refuse: Refusal
    ) -> None:
        self.app, self.hosts, self.token, self.refuse = app, hosts, token, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        reason = self._reason(scope)
        app = self.app if reason is None else self.refuse(scope, *reason)
        await app(scope, receive, send_guarded)

    def _reason(self, scope: Scope) -> tuple[int, str] | None:
        """Status and reason of a refusal, None where the request may go on."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or _name(hosts[0]) not in self.hosts:
            return 421, "wrong_host"
        if scope["method"] not in _METHODS:
            return 405, "wrong_method"
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST:
            return 414, "too_long"
        if _is_foreign(headers, hosts[0], scope["method"]):
            return 403, "foreign_origin"
        path = scope["path"]
        open_to_all = path.startswith("/static/") or path == "/login"
        if self.token is None or open_to_all or self._has_token(headers, self.token):
            return None
        return 401, "no_token"

    def _has_token(self, headers: Headers, token: str) -> bool:
        given = headers.get("authorization", "").removeprefix("Bearer ")
        try:
            kept = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            kept = None
        return _same(given, token) or (kept is not None and _same(kept.value, cookie_value(token)))


def _same(given: str, expected: str) -> bool:
    """Compared in a time that tells nothing. `given` comes from a header, so a character is a byte."""
    return hmac.compare_digest(given.encode("latin-1"), expected.encode())


def _name(host: str) -> str:
    """The host without its port, lower case."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_foreign(headers: Headers, host: str, method: str) -> bool:
    origin = headers.get("origin")
    if origin is not None:
        try:
            own = urlsplit(origin).netloc == host
        except ValueError:
            own = False
        if not own:
            return True
    elif method == "POST":
        return True  # browsers send it with every POST; programs can
    if headers.get("sec-fetch-site", "none") in {"none", "same-origin"}:
        return False
    # From elsewhere: a link that a person follows, and nothing else.
    followed = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return method == "POST" or followed != ("navigate", "document")
