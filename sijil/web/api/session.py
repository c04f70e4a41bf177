"""Logging in for scripts: the desk's own sessions, sent as a bearer token instead of a cookie.

No API keys and no Basic: what a browser sends by itself could be made to act by another site, a password would be
hashed anew (64 MiB, three passes) for every request, and a key that never ends outlives the person. So one log-in,
under the same limit on failed ones, gives a token that is over when the desk's session would be.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from sijil.errors import BadInput
from sijil.register.sessions import TooMany
from sijil.rules import load
from sijil.web.api.asked import answer
from sijil.web.api.body import Login, read_body
from sijil.web.api.problems import Problem
from sijil.web.page import register_of
from sijil.web.people.visitor import acts, bearer, session_of, visitor_of

_OWN = {"cache-control": "no-store"}


def me(request: Request) -> Response:
    """Who asks, and what they may."""
    visitor = visitor_of(request)
    everything = sorted({act for own in load("roles")["may"].values() for act in own})
    may = everything if visitor.alone else sorted(acts(visitor.role))
    return answer({"name": visitor.name, "role": visitor.role, "may": may}, headers=_OWN)


def log_in(request: Request, data: bytes) -> Response:
    """A token for a name and password. Raises Problem for wrong ones, and after too many of them."""
    login = read_body(data, Login)
    with register_of(request) as register:
        if not register.people.any():
            raise Problem(409, "This register has no users: nobody has to log in.")
        try:
            token = register.sessions.log_in(login.name, login.password, request.client.host if request.client else "")
        except TooMany as error:
            wait = load("roles")["login"]["minutes"] * 60
            raise Problem(429, error.line(), headers={"retry-after": str(wait)}) from error
        except BadInput as error:
            raise Problem(401, error.line()) from error
        person = register.people.known(login.name)
    ends = datetime.now(UTC) + timedelta(minutes=load("roles")["session"]["longest_minutes"])
    told = {"token": token, "name": person.name, "role": person.role, "ends": msgspec.to_builtins(ends)}
    return answer(told, 201, _OWN)


def log_out(request: Request) -> Response:
    """The end of the session that was sent along."""
    with register_of(request) as register:
        register.sessions.log_out(bearer(request) or session_of(request))
    return Response(status_code=204, headers=_OWN)
