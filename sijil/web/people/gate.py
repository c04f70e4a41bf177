"""Lets nobody in whom the register's users do not allow: sessions, roles, and tokens of forms."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sijil.errors import SijilError
from sijil.register import Register
from sijil.steps.judge import meant
from sijil.web.api.problems import is_api, problem
from sijil.web.language import gettext
from sijil.web.page import render
from sijil.web.people.body import Body, read_body
from sijil.web.people.visitor import NOBODY, SAFE_METHODS, SIGNED, Visitor, bearer, lone, needed, session_of, strange
from sijil.web.words import role

LOG_IN = "/log-in"
YEAR = 365 * 24 * 3600


class Gate:
    """Finds who asks, refuses what their role may not, and signs forms with their name.

    `alone` allows a desk without users: everybody who reaches it is then the one person on this machine.
    """

    def __init__(self, app: ASGIApp, register: Path, alone: bool) -> None:
        self.app, self.register, self.alone = app, register, alone

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI)."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        body = None if scope["method"] in SAFE_METHODS else await read_body(scope, receive)
        scope.setdefault("state", {})["visitor"] = NOBODY
        try:
            visitor, answer = await run_in_threadpool(self._passed, Request(scope), body)
        except SijilError as error:
            answer = told(Request(scope), 503, error.line())
            visitor = NOBODY
        if answer is not None:
            await answer(scope, receive, send)
            return
        if body is not None:
            if not visitor.alone:
                body = body.signed(visitor.name)
            scope, receive = body.replayed(scope, receive)
        await self.app(scope, receive, _sender(send, visitor, body))

    def _passed(self, request: Request, body: Body | None) -> tuple[Visitor, Response | None]:
        """Who asks, and the answer where they may not."""
        with Register.open(self.register, create=False) as register:
            visitor = self._visitor(register, request)
            request.state.visitor = visitor
            answer = _refused(request, visitor, body) or _not_theirs(request, visitor, body, register)
        return visitor, answer

    def _visitor(self, register: Register, request: Request) -> Visitor:
        if not register.people.any():
            return lone(request.cookies) if self.alone else NOBODY
        sent = bearer(request)
        token = sent or session_of(request)
        person = register.sessions.person(token) if token else None
        return Visitor(person.name, person.role, "" if sent else token) if person else NOBODY


def _refused(request: Request, visitor: Visitor, body: Body | None) -> Response | None:
    """The answer to who is nobody yet, and to a form without its token."""
    if body is not None and body.too_large:
        return told(request, 413, gettext("The form is larger than anything that the desk takes."))
    if body is not None and body.form is None and not visitor.alone:
        return told(
            request, 415, gettext("The desk takes forms only.")
        )  # what it cannot read it could neither check nor sign
    if not visitor.known and (needed(request.method, request.url.path, {}) or ("read",)) != ("",):
        if request.method in SAFE_METHODS and not is_api(request.url.path):
            back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"{LOG_IN}?{urlencode({'back': back})}", status_code=303)
        return told(request, 401, gettext("Log in first."))
    if (
        body is not None
        and visitor.token
        and not hmac.compare_digest(_token_sent(request, body), visitor.csrf.encode())
    ):
        return told(
            request,
            403,
            gettext("This form is not of your session any more: go back, load the page again and repeat it."),
        )
    return None


def _not_theirs(request: Request, visitor: Visitor, body: Body | None, register: Register) -> Response | None:
    """The answer to what the role may not."""
    if visitor.alone:
        return None
    form: dict[str, Sequence[str]] = {**(body.form or {})} if body else {}
    if field := strange(form):
        return told(request, 422, gettext("There is no such %(name)s.", name=field), field)
    if "withdraw" in form.get("verb", ()):
        form |= _withdrawn(register, form)
    acts = needed(request.method, request.url.path, form)
    if acts is None or not all(visitor.may(act) for act in acts):
        return told(
            request,
            403,
            gettext("As %(role)s you may not do this; ask an admin for another role.", role=role(visitor.role)),
        )
    return None


def _withdrawn(register: Register, form: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Taking a judgement back takes what giving it took: the fields that it was given with, beside those of the form.
    Taking a withdrawal back gives the judgement again, and takes the same."""
    wanted, by_id = set(form.get("subject", ())), {row.id: row for row in register.judgements()}
    rows = [meant(row, by_id) for row in by_id.values() if str(row.id) in wanted]
    scopes = ["always" for row in rows if "always" in row.value]
    return {"verb": [*form["verb"], *(row.verb for row in rows)], "scope": [*form.get("scope", ()), *scopes]}


def _token_sent(request: Request, body: Body) -> bytes:
    sent = (body.form or {}).get("csrf", [""])[0] or request.headers.get("x-csrf-token", "")
    return sent.encode()


def told(request: Request, status: int, line: str, field: str = "") -> Response:
    """A refusal as a page with one line; for programs as a problem, with the field that is wrong."""
    if is_api(request.url.path):
        return problem(status, line, field)
    return render(request, "error.html", status=status, line=line)


def _sender(send: Send, visitor: Visitor, body: Body | None) -> Send:
    """Adds to answers: pages behind a log-in are not kept by browsers; a lone person's name is asked for once."""
    named = (body.form or {}).get("who", [""])[0].strip()[:80] if body is not None and visitor.alone else ""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if visitor.token:
                headers.add_vary_header("Cookie")
                if headers.get("content-type", "").startswith("text/html"):
                    headers["cache-control"] = "no-store"
            if named and message["status"] < 400:
                headers.append("set-cookie", f"{SIGNED}={quote(named)}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax")
        await send(message)

    return sending
