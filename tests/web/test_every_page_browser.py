"""Every page of the desk: no axe violation, nothing cut off on a phone, no trouble in the console."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext

from sijil.register import Register
from sijil.web import create_app
from tests.web.axe import violations
from tests.web.conftest import Watched, served
from tests.web.people.conftest import NAMES, PASSWORD, post
from tests.web.sample import build
from tools.pages import routes, walk

#: The scheme and the window's width: each page is looked at in both.
LOOKS = [("light", 1280), ("dark", 390)]
#: Where a reader starts: the overview, and what forms lead to.
STARTS = ("/", "/search?q=Saraqeb")


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, httpx.Client, Path]]:
    """A desk with an admin, who is logged in: pages of people are pages, too."""
    path = build(tmp_path_factory.mktemp("every") / "every.db")
    with Register.open(path) as register:
        register.people.add(NAMES["admin"], "admin", PASSWORD, "keeper")
    with served(path) as address, httpx.Client(base_url=address) as client:
        post(client, "/log-in", name=NAMES["admin"], password=PASSWORD)
        yield address, client, path


def test_links_lead_to_every_page_and_to_no_error(peopled: tuple[str, httpx.Client, Path]) -> None:
    _, client, path = peopled
    known = routes(create_app(path))
    found = walk(client, known, STARTS)
    pages = {name for name in known if is_page(client, name)}
    assert pages - found.keys() == set()


def is_page(client: httpx.Client, route: str) -> bool:
    """Whether a route without parameters answers with a page."""
    if "{" in route or route.startswith("/api/"):
        return False
    answer = client.get(route, follow_redirects=False)
    return answer.is_success and answer.headers.get("content-type", "").startswith("text/html")


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_no_page_breaks_a_rule(
    browser: Browser, peopled: tuple[str, httpx.Client, Path], scheme: str, width: int
) -> None:
    address, client, path = peopled
    found = walk(client, routes(create_app(path)), STARTS) | {"error": "/incidents/none", "log-in": "/log-in"}
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    log_in(context, client)
    broken = {route: problems for route, there in found.items() if (problems := looked_at(context, there, width))}
    context.close()
    lines = [f"{route}: {problem}" for route, problems in broken.items() for problem in problems]
    assert lines == []


def test_every_page_is_there_without_scripts(browser: Browser, peopled: tuple[str, httpx.Client, Path]) -> None:
    address, client, path = peopled
    found = walk(client, routes(create_app(path)), STARTS)
    context = browser.new_context(base_url=address, java_script_enabled=False)
    log_in(context, client)
    page = context.new_page()
    bare = []
    for route, there in found.items():
        page.goto(there)
        if page.locator("h1").count() != 1 or len(page.locator("main").inner_text()) < 60:
            bare.append(route)
    context.close()
    assert bare == []


def log_in(context: BrowserContext, client: httpx.Client) -> None:
    """The browser takes over the session."""
    for cookie in client.cookies.jar:
        context.add_cookies([{"name": cookie.name, "value": quote(cookie.value or ""), "url": str(client.base_url)}])


def looked_at(context: BrowserContext, address: str, width: int) -> list[str]:
    """What is wrong with a page."""
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if page.locator("[data-map]").count():
        page.wait_for_selector("[data-drawn]", state="attached", timeout=30_000)
    problems = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        problems.append(f"{wide} pixels wide in a window of {width}")
    problems += [line for line in watched.problems if not re.match(r"404 .*/incidents/none|.*status of 404", line)]
    page.close()
    return problems
