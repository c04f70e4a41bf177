"""Logging in and out, one's own account, and for admins the users and the access log."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sijil.errors import BadInput
from sijil.register.people import People, roles
from sijil.register.sessions import TooMany
from sijil.rules import load
from sijil.web.editing import first, inside
from sijil.web.language import pgettext
from sijil.web.page import register_of, render
from sijil.web.pages.judging import fields
from sijil.web.people.visitor import SESSION, visitor_of

router = APIRouter()
SHOWN = 200  # rows of the access log
Form = dict[str, list[str]]


@router.get("/log-in")
def log_in(request: Request) -> Response:
    """The page to log in; where nobody has to, or somebody is, the way on."""
    if visitor_of(request).known:
        return RedirectResponse(inside(request.query_params.get("back", "")) or "/", status_code=303)
    return _log_in_page(request)


@router.post("/log-in")
async def logged_in(request: Request) -> Response:
    """A session, under a new token, or the page again with what is wrong."""
    return await run_in_threadpool(_log_in, request, await fields(request))


def _log_in(request: Request, form: Form) -> Response:
    name, password = first(form, "name"), form.get("password", [""])[0]
    with register_of(request) as register:
        try:
            token = register.sessions.log_in(name, password, _address(request))
        except BadInput as error:
            return _log_in_page(request, error, name)
        register.sessions.log_out(request.cookies.get(SESSION, ""))
    answer = RedirectResponse(inside(first(form, "back")) or "/", status_code=303)
    longest = load("roles")["session"]["longest_minutes"] * 60
    secure = request.url.scheme == "https"
    answer.set_cookie(SESSION, token, max_age=longest, httponly=True, samesite="lax", secure=secure)
    return answer


def _log_in_page(request: Request, error: BadInput | None = None, name: str = "") -> Response:
    with register_of(request) as register:
        users = register.people.any()
    status = 200 if error is None else 429 if isinstance(error, TooMany) else 403
    back = inside(request.query_params.get("back", "")) or "/"
    return render(
        request, "log_in.html", status=status, problem=error.line() if error else "", name=name, back=back, users=users,
        changed="changed" in request.query_params,
    )  # fmt: skip


@router.post("/log-out")
def logged_out(request: Request) -> Response:
    """The end of the session."""
    with register_of(request) as register:
        register.sessions.log_out(request.cookies.get(SESSION, ""))
    answer = RedirectResponse("/log-in", status_code=303)
    answer.delete_cookie(SESSION)
    return answer


@router.get("/account")
def account(request: Request) -> Response:
    """Who one is here, and another password."""
    return render(request, "account.html", problem="", shortest=load("roles")["login"]["shortest"])


@router.post("/account")
async def changed(request: Request) -> Response:
    """Another password: all sessions of the user end, and they log in again."""
    return await run_in_threadpool(_change, request, await fields(request))


def _change(request: Request, form: Form) -> Response:
    old, new, again = (form.get(name, [""])[0] for name in ("old", "new", "again"))
    name = visitor_of(request).name
    with register_of(request) as register:
        try:
            if new != again:
                raise BadInput("the new passwords", "differ", "write the same one twice")
            register.sessions.confirm(name, old, _address(request))
            register.people.set_password(name, new, name)
        except BadInput as error:
            shortest = load("roles")["login"]["shortest"]
            return render(request, "account.html", status=400, problem=error.line(), shortest=shortest)
    return RedirectResponse(f"/log-in?{urlencode({'changed': 1})}", status_code=303)


@router.get("/people")
def people(request: Request) -> Response:
    """The users, and who looked at what."""
    return _people_page(request)


@router.post("/people")
async def managed(request: Request) -> Response:
    """A user added or removed, another role or password."""
    return await run_in_threadpool(_manage, request, await fields(request))


def _manage(request: Request, form: Form) -> Response:
    by, name, role = visitor_of(request).name, first(form, "name"), first(form, "role")
    password = form.get("password", [""])[0]
    with register_of(request) as register:
        users = register.people
        deeds: dict[str, Callable[[], object]] = {
            "add": lambda: users.add(name, role, password, by),
            "role": lambda: users.set_role(name, role, by),
            "password": lambda: users.set_password(name, password, by),
            "remove": lambda: _remove(users, name, by),
        }
        try:
            if first(form, "did") not in deeds:
                raise BadInput("the form", "asks for nothing that can be done with users")
            deeds[first(form, "did")]()
        except BadInput as error:
            return _people_page(request, error.line())
    return RedirectResponse("/people", status_code=303)


def _remove(users: People, name: str, by: str) -> None:
    """Removes somebody, but not oneself: the last user would leave the desk open to whoever is at this machine."""
    if users.known(name).name == by:
        raise BadInput(name, "is you", "let another admin do it, or use the terminal: sijil user remove")
    users.remove(name, by)


def _people_page(request: Request, problem: str = "") -> Response:
    with register_of(request) as register:
        users, rows = register.people.all(), register.people.accesses()
    may = {role: [pgettext("right", act) for act in own] for role, own in load("roles")["may"].items()}
    return render(
        request, "people.html", status=400 if problem else 200, problem=problem, users=users, roles=roles(),
        rows=rows[::-1][:SHOWN], count=len(rows), may=may,
    )  # fmt: skip


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
