"""A desk with users."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from sijil.register import Register
from sijil.register.people import roles
from tests.web.conftest import served
from tests.web.sample import build

PASSWORD = "four quiet words together"
NAMES = {"reader": "Rima", "reviewer": "Huda", "editor": "Zaid", "admin": "Amal"}


@dataclass(frozen=True)
class Desk:
    """A desk whose register holds one user of every role."""

    address: str
    path: Path
    ask: Callable[[], httpx.Client]

    def log_in(self, role: str, password: str = PASSWORD) -> httpx.Client:
        """Somebody of a role, logged in where the password is right."""
        client = self.ask()
        post(client, "/log-in", name=NAMES.get(role, role), password=password)
        return client


def post(client: httpx.Client, page: str, /, origin: str | None = None, **form: str) -> httpx.Response:
    """A form as a browser sends it from a page of the desk, without a token."""
    sender = str(client.base_url).rstrip("/") if origin is None else origin
    return client.post(page, data=form, headers={"origin": sender})


def token(client: httpx.Client) -> str:
    """What forms of this session send along."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/account").text)
    assert found
    return found.group(1)


@pytest.fixture
def peopled(tmp_path: Path) -> Iterator[Desk]:
    """A desk of the test's own with one user of every role."""
    path = build(tmp_path / "people.db")
    with Register.open(path) as register:
        for role in roles():
            register.people.add(NAMES[role], role, PASSWORD, "keeper")
    with served(path) as address, ExitStack() as clients:
        yield Desk(address, path, lambda: clients.enter_context(httpx.Client(base_url=address)))
