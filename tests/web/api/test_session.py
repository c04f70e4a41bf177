"""Logging in for scripts, and what another site cannot do."""

from __future__ import annotations

import httpx
import pytest

from sijil.register import Register
from sijil.rules import load
from tests.web.api.conftest import Desk, bearing, got
from tests.web.people.conftest import NAMES, PASSWORD, token

JUDGING = {"verb": "reject", "subject": "courier-6", "reason": "read it again"}


def asker(desk: Desk) -> httpx.Client:
    client = desk.ask()
    client.base_url = httpx.URL(f"{desk.address}/api/v1")
    return client


def test_a_script_logs_in_and_out(peopled: Desk) -> None:
    client = asker(peopled)
    assert got(client, "/incidents", 401)["detail"] == "Log in first."
    answer = client.post("/session", json={"name": "huda ", "password": PASSWORD})
    assert answer.status_code == 201 and answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers and set(answer.json()) == {"token", "name", "role", "ends"}
    client.headers["authorization"] = f"bearer {answer.json()['token']}"
    assert got(client, "/session") == {
        "name": "Huda", "role": "reviewer", "may": ["export", "judge", "look", "read"],
    }  # fmt: skip
    assert client.delete("/session").status_code == 204
    assert client.get("/incidents").status_code == 401


def test_a_token_ends_with_the_role(peopled: Desk) -> None:
    client = bearing(peopled, "editor")
    with Register.open(peopled.path) as register:
        register.people.set_role(NAMES["editor"], "reader", "keeper")
    assert client.get("/incidents").status_code == 401


def test_nobody_comes_in_with_less(peopled: Desk) -> None:
    client = asker(peopled)
    for sent in ("Bearer x", "Bearer", "Basic SHVkYTpmb3VyIHF1aWV0IHdvcmRzIHRvZ2V0aGVy", ""):
        answer = client.get("/incidents", headers={"authorization": sent})
        assert answer.status_code == 401 and answer.headers["www-authenticate"] == 'Bearer realm="sijil"'
    browser = peopled.log_in("admin")
    wrong = browser.get("/api/v1/incidents", headers={"authorization": "Bearer x"})
    assert wrong.status_code == 401, "a token that is none is no reason to take the cookie"
    pages = bearing(peopled, "admin")
    pages.base_url = httpx.URL(peopled.address)
    assert pages.get("/account").status_code == 303, "pages take the cookie only"


def test_guessing_ends_as_at_the_desk(peopled: Desk) -> None:
    client, most = asker(peopled), load("roles")["login"]["per_name"]
    for _ in range(most):
        answer = client.post("/session", json={"name": "Huda", "password": "some other words"})
        assert answer.status_code == 401 and answer.json()["detail"] == "log-in: name or password is wrong"
    answer = client.post("/session", json={"name": "Huda", "password": PASSWORD})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")


def test_a_browser_needs_the_token_of_its_forms(peopled: Desk) -> None:
    browser = peopled.log_in("reviewer")
    own = {"origin": peopled.address, "if-match": "*"}
    refused = browser.post("/api/v1/judgements", json=JUDGING, headers=own)
    assert refused.status_code == 403 and refused.headers["content-type"] == "application/problem+json"
    answer = browser.post("/api/v1/judgements", json=JUDGING, headers=own | {"x-csrf-token": token(browser)})
    assert answer.status_code == 201 and answer.json()["who"] == "Huda"
    assert browser.delete("/api/v1/session", headers={"origin": peopled.address}).status_code == 403


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_another_site_does_nothing(own: tuple[httpx.Client, object], origin: str) -> None:
    client, _ = own
    for headers in ({"origin": origin}, {"origin": origin, "content-type": "application/json"}):
        answer = client.post("/api/v1/judgements", content=b"{}", headers=headers)
        assert answer.status_code == 403 and answer.json()["title"] == "Forbidden"
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):  # what a form can send
        assert client.post("/api/v1/judgements", content=b"{}", headers={"content-type": kind}).status_code == 403
    elsewhere = client.get("/api/v1/incidents", headers={"host": "elsewhere.example"})
    assert elsewhere.status_code == 403 and elsewhere.headers["content-type"] == "application/problem+json"


def test_alone_nobody_logs_in(api: httpx.Client) -> None:
    assert got(api, "/session")["role"] == ""
    assert api.post("/session", json={"name": "a", "password": "b"}).status_code == 409
