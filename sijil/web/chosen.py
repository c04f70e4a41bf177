"""Which language somebody wants: the one that the address asks for, else the one that they last asked for, else the one
that their browser prefers, else English."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request, cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sijil.web.editing import inside
from sijil.web.language import LANGUAGES, SOURCE, Language, language, speaking

ASKED = "lang"  # the parameter of an address
COOKIE = "sijil_lang"
YEAR = 365 * 24 * 3600
MANUAL = "/api/v1/docs"  # of all that is under /api/, the one page for readers


@dataclass(frozen=True, slots=True)
class Switch:
    """A link of the page's head: the same page in another language."""

    to: Language
    address: str


class Speaks:
    """Answers each request in its language. The API speaks English, whoever asks: programs read it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI). Pages never see the parameter: no address that they write has it."""
        if scope["type"] != "http" or not speaks(scope["path"]):
            await self.app(scope, receive, send)
            return
        asked, query = _taken(scope["query_string"])
        code = asked or wanted(Headers(scope=scope))
        with speaking(code):
            await self.app({**scope, "query_string": query}, receive, _told(send, code, asked))


def speaks(path: str) -> bool:
    """Whether what is at an address is worded for readers."""
    return not path.startswith("/static/") and (not path.startswith("/api/") or path == MANUAL)


def wanted(headers: Headers) -> str:
    """The language of the cookie, or the first that the browser accepts and the desk speaks."""
    kept = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
    return kept if kept in LANGUAGES else preferred(headers.get("accept-language", ""))


def preferred(accepted: str) -> str:
    """The best of an Accept-Language header (RFC 9110, 12.5.4); English where there is none."""
    ranked: list[tuple[float, int, str]] = []
    for order, part in enumerate(accepted.split(",")):
        name, _, weight = part.strip().partition(";q=")
        code = name.partition("-")[0].strip().lower()
        try:
            share = float(weight or 1)
        except ValueError:
            continue
        if code in LANGUAGES and share > 0:
            ranked.append((-share, order, code))
    return min(ranked)[2] if ranked else SOURCE


def switches(request: Request) -> tuple[Switch, ...]:
    """The page in the other languages; none for the answer to a form, which cannot be asked for again."""
    if request.method not in ("GET", "HEAD"):
        return ()
    asked = parse_qsl(request.url.query, keep_blank_values=True)
    pairs = [(name, value) for name, value in asked if name != "back" or inside(value)]
    path = inside(request.url.path) or "/"
    return tuple(
        Switch(one, f"{path}?{urlencode([*pairs, (ASKED, code)])}")
        for code, one in LANGUAGES.items() if one is not language()
    )  # fmt: skip


def _taken(query: bytes) -> tuple[str, bytes]:
    """The language that a query string asks for, "" for none or an unknown one, and the query string without it."""
    if ASKED.encode() + b"=" not in query:
        return "", query
    parts = query.split(b"&")
    named = [part for part in parts if part.startswith(ASKED.encode() + b"=")]
    asked = named[-1].partition(b"=")[2].decode("ascii", "replace") if named else ""
    return asked if asked in LANGUAGES else "", b"&".join(part for part in parts if part not in named)


def _told(send: Send, code: str, asked: str) -> Send:
    """Adds the language to the answer, and remembers what was asked for."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                headers.setdefault("content-language", code)
                for name in ("Accept-Language", "Cookie"):
                    headers.add_vary_header(name)
            if asked:
                headers.append("set-cookie", f"{COOKIE}={asked}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax")
        await send(message)

    return sending
