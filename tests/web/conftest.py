"""A real desk on a real register, and the browser that looks at it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page

from sijil.register import Register
from sijil.web import create_app
from tests.web.sample import build


@contextmanager
def served(register: Path) -> Iterator[str]:
    """The desk on a free port; its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(register), host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the desk did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def register_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample register; no test changes it."""
    return build(tmp_path_factory.mktemp("desk") / "desk.db")


@pytest.fixture(scope="session")
def desk(register_path: Path) -> Iterator[str]:
    """Address of the desk on the sample register."""
    with served(register_path) as address:
        yield address


@pytest.fixture
def client(desk: str) -> Iterator[httpx.Client]:
    """Asks the desk without a browser."""
    with httpx.Client(base_url=desk) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[httpx.Client, Path]]:
    """A desk of the test's own, which it may change, and its register's path."""
    path = build(tmp_path / "own.db")
    with served(path) as address, httpx.Client(base_url=address) as client:
        yield client, path


@pytest.fixture(scope="session")
def ids(register_path: Path) -> dict[str, str]:
    """The ids of the sample's reports by their names."""
    with Register.open(register_path, create=False) as register:
        return {info.doc: info.id for info in register.reports()}


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens windows: one a call, each of a person of its own."""
    with ExitStack() as contexts:

        def opened(address: str, width: int = 1280, **kind: object) -> Page:
            context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, **kind)
            contexts.callback(context.close)
            return context.new_page()

        yield opened


class Watched:
    """A page that remembers what went wrong and whom it asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("response", lambda answer: self._answered(answer.status, answer.url))

    def _heard(self, kind: str, text: str) -> None:
        # Reading a screenshot back from the software renderer makes the driver talk; that is no fault of the page.
        if kind in ("error", "warning") and "GL Driver Message" not in text:
            self.problems.append(text)

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.problems.append(f"{status} {url}")


@pytest.fixture
def watched(browser: Browser, desk: str) -> Iterator[Watched]:
    """A fresh window of 1280 by 900 on the desk."""
    context = browser.new_context(base_url=desk, viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page())
    context.close()
