"""What the desk tells browsers about itself, and whom it answers."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
                    headers[name] = value
            await send(message)

        problem = refusal(scope["method"], Headers(scope=scope), self.names)
        if problem:
            await PlainTextResponse(problem, status_code=403)(scope, receive, send_guarded)
        else:
            await self.app(scope, receive, send_guarded)


def refusal(method: str, headers: Headers, names: Collection[str] = ()) -> str:
    """Why a request is refused, in one line; empty where it is not. `names` are in small letters."""
    host = headers.get("host", "")
    if not is_own_name(host, names):
        return f"This desk does not answer to the name {host!r}; use 127.0.0.1 or localhost."
    if method in SAFE_METHODS:
        return ""
    origin = urlsplit(headers.get("origin", ""))
    if origin.scheme in ("http", "https") and origin.netloc == host:
        return ""
    return "This desk takes changes only from its own pages."


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
