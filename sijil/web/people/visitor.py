"""Who asks for a page, and what they may (rules/roles.toml)."""

from __future__ import annotations

import getpass
import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from starlette.requests import Request

from sijil.rules import load

#: Cookies: the session's token, and the name that the one person of a desk without users signs with.
SESSION, SIGNED = "sijil_session", "sijil_name"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """`name` signs judgements. `alone` is the one person of a desk without users, who may do all; without a role and
    not alone somebody is nobody yet, and may only log in. `token` is the session's where a browser sends it by itself:
    then what changes something needs `csrf` along."""

    name: str = ""
    role: str = ""
    token: str = ""
    alone: bool = False

    @property
    def known(self) -> bool:
        """Whether this is somebody."""
        return self.alone or bool(self.role)

    @property
    def csrf(self) -> str:
        """What a form of this session must send along; follows from the token, tells nothing of it; "" without one."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest() if self.token else ""

    def may(self, act: str) -> bool:
        """Whether this person may do an act of rules/roles.toml; "" is for everybody."""
        return not act or self.alone or act in acts(self.role)


NOBODY = Visitor()


def visitor_of(request: Request) -> Visitor:
    """Who asks for this page; nobody where the gate was not passed (files of the desk itself)."""
    found = getattr(request.state, "visitor", NOBODY)
    return found if isinstance(found, Visitor) else NOBODY


def session_of(request: Request) -> str:
    """The token of a session that a browser sends; "" without one."""
    return request.cookies.get(SESSION, "")


def bearer(request: Request) -> str:
    """The token that a script sends to the API; "" without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and request.url.path.startswith("/api/") else ""


def lone(cookies: Mapping[str, str]) -> Visitor:
    """The one person of a desk without users, by the name once given, or as the machine knows them."""
    name = " ".join(unquote(cookies.get(SIGNED, "")).split())[:80]
    return Visitor(name if name.isprintable() and name else machine_user(), alone=True)


def machine_user() -> str:
    """The name of who runs the desk, as the machine knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


@cache
def acts(role: str) -> frozenset[str]:
    """What a role may: its own acts and those of all weaker ones; nothing for an unknown one."""
    may: dict[str, list[str]] = load("roles")["may"]
    order = list(may)
    own = order[: order.index(role) + 1] if role in may else []
    return frozenset(act for name in own for act in may[name])


def needed(method: str, path: str, form: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The acts that a request takes; None where no role may do it, as it is in no table."""
    rules = load("roles")
    if method in SAFE_METHODS:
        return (rules["pages"].get(path, "" if path == "/log-in" else "read"),)
    own = next((act for route, act in rules["routes"].items() if _pattern(route).fullmatch(f"{method} {path}")), None)
    return None if own is None else (own, *_of_fields(form))


def _of_fields(form: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for field, values in load("roles")["fields"].items():
        yield from (values[given] for given in form.get(field, ()) if given in values)


def strange(form: Mapping[str, Sequence[str]]) -> str:
    """The first field that decides what a form takes and has a value that is in no table; "" where none has."""
    fields = load("roles")["fields"].items()
    return next((field for field, values in fields if not values.keys() >= set(form.get(field, ()))), "")


@cache
def _pattern(route: str) -> re.Pattern[str]:
    """A route's address as the code writes it ("/claims/{id_}/{target}") as a pattern."""
    pieces = re.split(r"\{\w+\}", route)
    return re.compile("[^/]+".join(map(re.escape, pieces)))
