"""Asks the API of a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.web.conftest import served
from tests.web.people.conftest import Desk, peopled
from tests.web.sample import build

__all__ = ["Desk", "peopled"]
Json = dict[str, Any]


@pytest.fixture
def api(desk: str) -> Iterator[httpx.Client]:
    """The API of the desk that no test changes."""
    with httpx.Client(base_url=f"{desk}/api/v1") as client:
        yield client


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[tuple[httpx.Client, Path]]:
    """The API of a desk of the test's own, and its register's path."""
    path = build(tmp_path / "own.db")
    with served(path) as address, httpx.Client(base_url=f"{address}/api/v1") as client:
        yield client, path


def got(client: httpx.Client, address: str, status: int = 200) -> Json:
    """The JSON at an address."""
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    found = answer.json()
    assert isinstance(found, dict)
    return found


def walked(client: httpx.Client, address: str) -> Iterator[list[Json]]:
    """The pages of a list, one after the other."""
    host = str(client.base_url.copy_with(raw_path=b"/")).rstrip("/")
    following: str | None = address
    while following:
        page = got(client, following)
        yield page["items"]
        following = page["next"] and f"{host}{page['next']}"


def bearing(desk: Desk, role: str) -> httpx.Client:
    """Somebody of a role, logged in as a script does."""
    client = desk.ask()
    client.base_url = httpx.URL(f"{desk.address}/api/v1")
    from tests.web.people.conftest import NAMES, PASSWORD

    answer = client.post("/session", json={"name": NAMES[role], "password": PASSWORD})
    assert answer.status_code == 201, answer.text
    client.headers["authorization"] = f"Bearer {answer.json()['token']}"
    return client
