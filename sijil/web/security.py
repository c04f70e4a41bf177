"""What the desk tells browsers about itself, and whom it answers."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sijil.web.api.problems import is_api, problem

#: MapLibre starts its worker from a file of ours or, in some browsers, from a blob; it draws from data and blob images.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS: dict[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Puts the headers on every answer, and refuses foreign hosts and writes that another site started.

    A host must be "localhost", an address in numbers, or one of the `names` that the desk was told it has: a name that
    an attacker lets point at 127.0.0.1 (DNS rebinding) is neither.
    """

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self.app, self.names = app, frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)  # an original may have a stricter policy than the pages
            await send(message)

        line = refusal(scope["method"], Headers(scope=scope), self.names, is_api(scope["path"]))
        if line:
            plain: Response = problem(403, line) if is_api(scope["path"]) else PlainTextResponse(line, status_code=403)
            await plain(scope, receive, send_guarded)
        else:
            await self.app(scope, receive, send_guarded)


def refusal(method: str, headers: Headers, names: Collection[str] = (), api: bool = False) -> str:
    """Why a request is refused, in one line; empty where it is not. `names` are in small letters.

    A script has no page and sends no Origin, which a browser does with whatever another site starts. To the `api` it
    may come without one as long as no form of any page could be what it sends: JSON, or a method but POST, about which
    browsers ask first (Fetch standard, CORS-safelisted methods and headers).
    """
    host = headers.get("host", "")
    if not is_own_name(host, names):
        return f"This desk does not answer to the name {host!r}; use 127.0.0.1 or localhost."
    if method in SAFE_METHODS:
        return ""
    if api and "origin" not in headers and (method != "POST" or _is_json(headers)):
        return ""
    origin = urlsplit(headers.get("origin", ""))
    if origin.scheme in ("http", "https") and origin.netloc == host:
        return ""
    return "This desk takes changes only from its own pages."


def _is_json(headers: Headers) -> bool:
    return headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def is_own_name(host: str, names: Collection[str] = ()) -> bool:
    """Whether a Host header is "localhost", one of `names` or an IP address, with or without a port."""
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost" or name in names:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
