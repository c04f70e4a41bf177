"""What each role may: rules/roles.toml covers every address that changes something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Mount, Route

from sijil.model.judgement import VERBS
from sijil.register import Register
from sijil.rules import load
from sijil.steps.adding import CHOICES
from sijil.web import create_app
from sijil.web.pages.correcting import SCOPES
from sijil.web.people.visitor import SAFE_METHODS, acts
from tests.web.people.conftest import Desk, post, token

ABOUT = {"reason": "read it again", "who": "x"}
JUDGE = {"verb": "reject", "subject": "courier-6", **ABOUT}
GRADE = {"verb": "grade", "subject": "I-courier-1", "grade": "Fair", **ABOUT}
SAME = {"verb": "same", "subject": "I-courier-1", "with": "I-bulletin-4", **ABOUT}
PLACE = {"choose": "unknown", **ABOUT}
#: A form, and the weakest role that may send it.
FORMS = [
    ("/judge", JUDGE, "reviewer"),
    ("/judge", GRADE, "editor"),
    ("/judge", SAME, "editor"),
    ("/claims/courier-1/place", PLACE | {"scope": "claim"}, "reviewer"),
    ("/claims/courier-1/place", PLACE | {"scope": "always"}, "editor"),
    ("/people", {"did": "role", "name": "Rima", "role": "reviewer"}, "admin"),
]
ROLES = list(load("roles")["may"])


def every(routes: Iterable[BaseRoute]) -> Iterator[APIRoute | Route]:
    """All routes, also those of routers that were included, and of the API."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif isinstance(route, Mount) and route.name == "api":
            yield from (Route(route.path + one.path, one.endpoint, methods=one.methods) for one in route.routes
                        if isinstance(one, Route))  # fmt: skip
        elif included := getattr(route, "original_router", None):
            yield from every(included.routes)


def test_every_route_that_changes_something_is_in_the_table(register_path: Path) -> None:
    routes = list(every(create_app(register_path).routes))
    writing = {f"{method} {route.path}" for route in routes for method in (route.methods or set()) - SAFE_METHODS}
    assert len(routes) > 15
    assert writing == set(load("roles")["routes"])


def test_the_table_names_only_acts_that_somebody_may() -> None:
    rules = load("roles")
    used = {*rules["routes"].values(), *rules["pages"].values()}
    used |= {act for field in rules["fields"].values() for act in field.values()}
    assert used - {""} <= acts(ROLES[-1]) and acts("king") == frozenset()
    assert [acts(role) < acts(stronger) for role, stronger in zip(ROLES, ROLES[1:], strict=False)] == [True] * 3


@pytest.mark.parametrize(("page", "form", "weakest"), FORMS)
def test_a_role_may_what_the_table_says(peopled: Desk, page: str, form: dict[str, str], weakest: str) -> None:
    for role in ROLES:
        client = peopled.log_in(role)
        status = post(client, page, **form, csrf=token(client)).status_code
        assert (status == 403) == (ROLES.index(role) < ROLES.index(weakest)), (role, status)


def test_what_is_not_in_the_table_nobody_may(peopled: Desk) -> None:
    client = peopled.log_in("admin")
    assert post(client, "/elsewhere", csrf=token(client)).status_code == 403


def test_users_and_access_log_are_for_admins(peopled: Desk) -> None:
    assert [peopled.log_in(role).get("/people").status_code for role in ROLES] == [403, 403, 403, 200]


def test_taking_back_takes_what_giving_took(peopled: Desk) -> None:
    editor, reviewer = peopled.log_in("editor"), peopled.log_in("reviewer")
    post(editor, "/judge", **GRADE, csrf=token(editor))
    post(editor, "/claims/courier-1/place", **PLACE, scope="always", csrf=token(editor))
    post(reviewer, "/judge", **JUDGE, csrf=token(reviewer))
    back = {"verb": "withdraw", "reason": "no"}
    statuses = [post(reviewer, "/judge", **back, subject=str(n), csrf=token(reviewer)).status_code for n in (1, 2, 3)]
    assert statuses == [403, 403, 303]
    assert post(editor, "/judge", **back, subject="1", csrf=token(editor)).status_code == 303
    with Register.open(peopled.path) as register:
        assert [row.who for row in register.judgements()] == ["Zaid", "Zaid", "Huda", "Huda", "Zaid"]


MERGE = {"verb": "merge", "subject": "I-courier-1", "with": "I-bulletin-4", **ABOUT}
CHOICE = ("/claims/courier-1/place", PLACE)


@pytest.mark.parametrize(
    ("page", "form"),
    [
        *(("/judge", MERGE | {"verb": verb}) for verb in ("merge ", " merge", "\tmerge", "merge\u3000", "Merge", "")),
        *((CHOICE[0], CHOICE[1] | {"scope": scope}) for scope in ("always ", " always", "within\n", "Always", "all")),
    ],
)
def test_a_space_makes_no_other_verb_or_scope(peopled: Desk, page: str, form: dict[str, str]) -> None:
    reviewer = peopled.log_in("reviewer")
    answer = post(reviewer, page, **form, csrf=token(reviewer))
    known = {one for field in load("roles")["fields"].values() for one in field}
    told = form["verb"] if page == "/judge" else form["scope"]
    assert answer.status_code == (403 if told.strip() in known - {""} else 422), told
    with Register.open(peopled.path) as register:
        assert register.judgements() == ()


def test_page_and_gate_read_the_same_field(peopled: Desk) -> None:
    editor, reviewer = peopled.log_in("editor"), peopled.log_in("reviewer")
    always = PLACE | {"scope": " always\n"}
    assert post(editor, CHOICE[0], **always, csrf=token(editor)).status_code == 303
    post(reviewer, "/judge", **JUDGE | {"verb": "reject ", "subject": " courier-6"}, csrf=token(reviewer))
    with Register.open(peopled.path) as register:
        rows = register.judgements()
    assert [(row.verb, row.subject, "always" in row.value) for row in rows] == [
        ("correct", "courier-1", True), ("reject", "courier-6", False),
    ]  # fmt: skip


def test_every_verb_and_scope_is_in_the_table() -> None:
    table = load("roles")["fields"]
    assert set(table["verb"]) - {""} == set(VERBS)
    assert set(table["scope"]) - {""} == {*SCOPES, *CHOICES["scope"]}


@pytest.mark.parametrize("spaces", ["{}", " {}", "{} "])
def test_taking_back_is_no_cover_for_another_verb(peopled: Desk, spaces: str) -> None:
    editor, reviewer = peopled.log_in("editor"), peopled.log_in("reviewer")
    post(editor, "/judge", **GRADE, csrf=token(editor))
    headers = {"origin": peopled.address, "x-csrf-token": token(reviewer)}
    back = spaces.format("withdraw")
    for verbs, subject in ((back, "1"), (back, " 1"), (["merge", back], "I-courier-1"), ([back, "merge"], "1")):
        sent = MERGE | {"verb": verbs, "subject": subject}
        assert reviewer.post("/judge", data=sent, headers=headers).status_code == 403, (verbs, subject)
    with Register.open(peopled.path) as register:
        assert len(register.judgements()) == 1


def test_giving_back_takes_what_giving_took(peopled: Desk) -> None:
    """Withdrawing a withdrawal makes the first judgement hold again, at any depth."""
    editor, reviewer = peopled.log_in("editor"), peopled.log_in("reviewer")
    back = {"verb": "withdraw", "reason": "no"}
    for form in (GRADE, *(back | {"subject": str(id_)} for id_ in (1, 2))):
        post(editor, "/judge", **form, csrf=token(editor))
    post(editor, CHOICE[0], **PLACE, scope="always", csrf=token(editor))
    post(editor, "/judge", **back, subject="4", csrf=token(editor))
    post(reviewer, "/judge", **JUDGE, csrf=token(reviewer))
    post(reviewer, "/judge", **back, subject="6", csrf=token(reviewer))
    ids = ("2", "3", "5", "7")
    statuses = [post(reviewer, "/judge", **back, subject=id_, csrf=token(reviewer)).status_code for id_ in ids]
    assert statuses == [403, 403, 403, 303]
    assert post(editor, "/judge", **back, subject="3", csrf=token(editor)).status_code == 303
