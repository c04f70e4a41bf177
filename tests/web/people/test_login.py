"""Logging in and out, sessions, tokens of forms, and the limit on guessing."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from sijil.register import Register
from sijil.rules import load
from sijil.web import create_app
from tests.web.people.conftest import PASSWORD, Desk, post, token

GRADE = {"verb": "grade", "subject": "I-courier-1", "grade": "Fair", "reason": "read it again"}


def test_nothing_is_seen_before_log_in(peopled: Desk) -> None:
    client = peopled.ask()
    for page in ("/", "/incidents/I-courier-1", "/map.geojson", "/people", "/no-such-page"):
        answer = client.get(page)
        assert answer.status_code == 303 and answer.headers["location"].startswith("/log-in?back=%2F"), page
    assert post(client, "/judge", **GRADE).status_code == 401
    assert "Saraqeb" not in client.get("/log-in").text and "/totals" not in client.get("/log-in").text
    assert client.get("/static/desk.css").status_code == 200


def test_log_in_leads_on_and_the_cookie_is_guarded(peopled: Desk) -> None:
    client = peopled.ask()
    answer = post(client, "/log-in", name="Huda", password=PASSWORD, back="/totals")
    assert (answer.status_code, answer.headers["location"]) == (303, "/totals")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie and "secure" not in cookie
    page = client.get("/totals")
    assert page.status_code == 200 and page.headers["cache-control"] == "no-store"
    assert post(peopled.ask(), "/log-in", name="Huda", password=PASSWORD, back="//x.y").headers["location"] == "/"


def test_behind_https_the_cookie_stays_there(peopled: Desk) -> None:
    client = peopled.ask()
    host = client.base_url.netloc.decode()
    headers = {"origin": f"https://{host}", "x-forwarded-proto": "https"}
    answer = client.post("/log-in", data={"name": "Huda", "password": PASSWORD}, headers=headers)
    assert "secure" in answer.headers["set-cookie"].lower()


def test_an_address_that_looks_like_another_site_leads_nowhere_else(peopled: Desk) -> None:
    client = peopled.log_in("reviewer")
    for path in ("//evil.example/x", "//evil.example/x?names=1", "/%5Cevil.example?names=1", "/%09/evil.example"):
        answer = client.get(httpx.URL(peopled.address + path))
        assert answer.status_code == 404 and "There is no such page" in answer.text
        links = re.findall(r'(?:href|action)="([^"]*)"', answer.text)
        assert {httpx.URL(peopled.address).join(link).host for link in links} == {"127.0.0.1"}, path


def test_wrong_names_and_passwords_are_told_alike(peopled: Desk) -> None:
    pages = [post(peopled.ask(), "/log-in", name=name, password="not the right words") for name in ("Huda", "Nobody")]
    assert [page.status_code for page in pages] == [403, 403]
    assert pages[0].text.replace("Huda", "") == pages[1].text.replace("Nobody", "")


def test_guessing_ends(peopled: Desk) -> None:
    for _ in range(load("roles")["login"]["per_name"]):
        assert post(peopled.ask(), "/log-in", name="Huda", password="not the right words").status_code == 403
    assert post(peopled.ask(), "/log-in", name="huda", password=PASSWORD).status_code == 429
    assert post(peopled.ask(), "/log-in", name="Amal", password=PASSWORD).status_code == 303


def test_a_log_in_takes_a_new_token_and_ends_the_old_session(peopled: Desk) -> None:
    client = peopled.log_in("reviewer")
    before = client.cookies["sijil_session"]
    answer = post(client, "/log-in", name="Huda", password=PASSWORD, csrf=token(client))
    assert answer.status_code == 303 and client.cookies["sijil_session"] != before
    with Register.open(peopled.path) as register:
        assert register.sessions.person(before) is None


def test_log_out_ends_the_session_and_not_only_the_cookie(peopled: Desk) -> None:
    client = peopled.log_in("reviewer")
    kept = client.cookies["sijil_session"]
    assert post(client, "/log-out", csrf=token(client)).headers["location"] == "/log-in"
    assert "sijil_session" not in client.cookies
    client.cookies.set("sijil_session", kept)
    assert client.get("/").status_code == 303


def test_a_form_needs_the_token_of_its_session(peopled: Desk) -> None:
    client, other = peopled.log_in("editor"), peopled.log_in("editor")
    for form in (GRADE, GRADE | {"csrf": ""}, GRADE | {"csrf": token(other)}, GRADE | {"csrf": "é"}):
        assert post(client, "/judge", **form).status_code == 403
    assert post(client, "/judge", origin="https://elsewhere.example", **GRADE, csrf=token(client)).status_code == 403
    with Register.open(peopled.path) as register:
        assert register.judgements() == ()
    assert post(client, "/judge", **GRADE, csrf=token(client)).status_code == 303


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_only_forms_are_taken_as_others_could_not_be_signed(peopled: Desk, kind: str) -> None:
    client = peopled.log_in("editor")
    headers = {"origin": peopled.address, "x-csrf-token": token(client), "content-type": kind}
    body = "verb=grade&subject=I-courier-1&grade=Fair&reason=x&who=Somebody+else"
    assert client.post("/judge", content=body, headers=headers).status_code == 415


def test_a_judgement_is_signed_by_who_is_logged_in(peopled: Desk) -> None:
    client = peopled.log_in("editor")
    assert "readonly" in client.get("/incidents/I-courier-1").text
    post(client, "/judge", **GRADE, who="Somebody else", csrf=token(client))
    with Register.open(peopled.path) as register:
        assert [row.who for row in register.judgements()] == ["Zaid"] and register.verify() == ()


def test_another_password_by_oneself(peopled: Desk) -> None:
    client, elsewhere = peopled.log_in("reviewer"), peopled.log_in("reviewer")
    new = "other quiet words together"
    for old, one, two in (("wrong", new, new), (PASSWORD, new, new + "x"), (PASSWORD, "short", "short")):
        answer = post(client, "/account", old=old, new=one, again=two, csrf=token(client))
        assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert post(client, "/account", old=PASSWORD, new=new, again=new, csrf=token(client)).status_code == 303
    assert elsewhere.get("/").status_code == 303 and client.get("/").status_code == 303
    assert peopled.log_in("reviewer", new).get("/").status_code == 200


def test_an_admin_manages_users(peopled: Desk) -> None:
    admin, huda = peopled.log_in("admin"), peopled.log_in("reviewer")
    form = {"csrf": token(admin)}
    assert post(admin, "/people", did="add", name="Noor", role="reader", password=PASSWORD, **form).status_code == 303
    assert post(admin, "/people", did="role", name="Huda", role="editor", **form).status_code == 303
    assert huda.get("/").status_code == 303, "another role: log in again"
    assert post(admin, "/people", did="password", name="Rima", password=PASSWORD[::-1], **form).status_code == 303
    assert post(admin, "/people", did="remove", name="Zaid", **form).status_code == 303
    for bad in ({"did": "remove", "name": "Amal"}, {"did": "add", "name": "Zaid"}, {"did": "crown", "name": "Huda"}):
        assert post(admin, "/people", role="reader", password=PASSWORD, **bad, **form).status_code == 400
    page = admin.get("/people").text
    assert "Noor" in page and "removed" in page and PASSWORD not in page and "argon2" not in page
    with Register.open(peopled.path) as register:
        assert {one.name: one.role for one in register.people.all() if not one.removed} == {
            "Amal": "admin", "Huda": "editor", "Noor": "reader", "Rima": "reader",
        }  # fmt: skip
        assert register.verify() == ()


def test_without_users_nobody_logs_in_and_the_name_is_asked_for_once(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    assert client.get("/log-in").headers["location"] == "/"
    assert post(client, "/judge", **GRADE, who="Nūr al-Dīn").status_code == 303
    assert 'value="Nūr al-Dīn" required' in client.get("/incidents/I-courier-1").text
    with Register.open(path) as register:
        assert register.judgements()[0].who == "Nūr al-Dīn"


def test_a_desk_for_others_lets_nobody_in_without_users(register_path: Path) -> None:
    transport = httpx.ASGITransport(app=create_app(register_path, alone=False, names=("desk.example.org",)))
    # The desk's own machinery, asked without a network: no second machine is here to ask from.
    import asyncio

    async def ask() -> list[int]:
        async with httpx.AsyncClient(transport=transport, base_url="http://desk.example.org") as client:
            return [(await client.get(page)).status_code for page in ("/", "/log-in")]

    assert asyncio.run(ask()) == [303, 200]


def test_the_log_of_looks_and_exports_is_told_in_words(peopled: Desk) -> None:
    admin = peopled.log_in("admin")
    admin.get("/export/incidents-csv?place=Saraqeb")
    told = admin.get("/people").text
    assert "place Saraqeb" in told and "</span> no" in told
    assert "{" not in told[told.index("<h2") :] and "False" not in told
