"""What the API answers where it cannot do what was asked: always a problem as RFC 9457 has it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import httpx
import pytest

from tests.web.api.conftest import Desk


def is_problem(answer: httpx.Response, status: int) -> bool:
    told = answer.json()
    assert answer.status_code == told["status"] == status and told["type"] == "about:blank"
    assert told["title"] and told["detail"] and answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] and answer.headers["x-content-type-options"] == "nosniff"
    return answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/incidents/I-x",
        "/claims/x",
        "/reports/x",
        "/judgements/7",
        "/explain/x",
        "/incidents/",
        "/claims/%00",
    ],
)
def test_what_is_not_there(api: httpx.Client, address: str) -> None:
    assert is_problem(api.get(address), 404)


def test_outside_of_this_version_too(desk: str) -> None:
    for address in ("/api", "/api/v2/incidents"):
        answer = httpx.get(f"{desk}{address}")
        assert answer.status_code == 404
    assert is_problem(httpx.get(f"{desk}/api/v2/incidents"), 404)


def test_other_methods(api: httpx.Client) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        answer = api.request(method, "/incidents")
        assert is_problem(answer, 405)
        assert {"GET", "HEAD", "OPTIONS"} == {one.strip() for one in answer.headers["allow"].split(",")}
    asked = api.options("/judgements")
    assert (asked.status_code, asked.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_for_users_too(peopled: Desk) -> None:
    client = peopled.log_in("reader")
    assert is_problem(peopled.ask().get("/api/v1/incidents"), 401)
    assert is_problem(client.get("/api/v1/incidents?names=1"), 403)
    assert is_problem(client.post("/api/v1/judgements", headers={"origin": peopled.address}), 403)


def test_a_register_that_another_program_holds(changed: tuple[httpx.Client, Path]) -> None:
    client, path = changed
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")  # a look could not be written down: then nothing is shown
        answer = client.get("/claims?limit=200", timeout=30)
        other.execute("ROLLBACK")
    assert is_problem(answer, 503) and answer.headers["retry-after"] == "5"
    assert client.get("/claims?limit=200").status_code == 200


def test_a_register_that_is_gone(changed: tuple[httpx.Client, Path]) -> None:
    client, path = changed
    path.rename(path.with_suffix(".away"))
    answer = client.get("/claims")
    assert is_problem(answer, 503) and answer.headers["retry-after"]


def test_the_description_and_its_page(api: httpx.Client, desk: str) -> None:
    document = api.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1") and "/incidents/{id}" in document["paths"]
    start = api.get("/").json()
    assert start["resources"]["incidents"] == "/api/v1/incidents"
    for address in start["resources"].values():
        if address not in ("/api/v1/search", "/api/v1/places"):
            assert httpx.get(f"{desk}{address}").status_code == 200, address
    page = api.get("/docs")
    assert page.status_code == 200 and "<script>" not in page.text and "style=" not in page.text
    assert all(f"<code>/api/v1{path}</code>" in page.text for path in document["paths"])
