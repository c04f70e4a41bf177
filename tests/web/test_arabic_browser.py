"""The desk in Arabic as a browser shows it: from right to left, no English words of its own, nothing cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from sijil.register import Register
from sijil.web import create_app
from tests.web.axe import violations
from tests.web.conftest import Watched, served
from tests.web.people.conftest import NAMES, PASSWORD, post
from tests.web.sample import build
from tests.web.test_every_page_browser import STARTS, log_in
from tools.pages import routes, walk

#: Names and signs that are the same in Arabic.
SAME = [
    "Natural Earth", "UTC", "SHA-256", "ZIP", "CSV", "GeoJSON", "JSON", "PDF", "API", "Enter", "Shift", "Esc", "IDMC",
    "OCHA", "HTML", "HTTP", "text/plain", "utf-8", "sijil", "png", "csv", "zip", "geojson", "jsonl", "lines", "ISO",
]  # fmt: skip
#: Words of others, ids and code: what the desk does not say itself.
OTHERS = (
    "[lang=en], q, blockquote, .paper, .hash, code, kbd, bdi, .quote, .why, .around, script, style, [dir=auto],"
    " .veiled, .who a, noscript"
)
#: Runs of Latin words among the text and labels of a page, without what others say and without what is isolated: names.
READ = """([others, same]) => {
  const found = [], clean = (text) => {
    let left = text;
    while (/\\u2068[^\\u2068\\u2069]*\\u2069/.test(left)) left = left.replace(/\\u2068[^\\u2068\\u2069]*\\u2069/g, "");
    for (const word of same) left = left.replaceAll(word, "");
    return left.match(/[A-Za-z]{2,}[A-Za-z' -]*/g) ?? [];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest(others)) found.push(...clean(node.data));
  }
  for (const name of ["aria-label", "placeholder", "title", "data-label"])
    for (const one of document.querySelectorAll(`[${name}]`))
      if (!one.closest(others)) found.push(...clean(one.getAttribute(name)));
  return [...new Set(found)];
}"""


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, httpx.Client, Path]]:
    """A desk with an admin, who is logged in."""
    path = build(tmp_path_factory.mktemp("arabic") / "arabic.db")
    with Register.open(path) as register:
        register.people.add(NAMES["admin"], "admin", PASSWORD, "keeper")
    with served(path) as address, httpx.Client(base_url=address) as client:
        post(client, "/log-in", name=NAMES["admin"], password=PASSWORD)
        yield address, client, path


#: Pages whose own words are English: the manual of the API, the method (docs/method.md), and what files hold.
ENGLISH = {"/method"}


def looked_at(page: Page, width: int) -> list[str]:
    """What is wrong with a page."""
    page.wait_for_load_state("networkidle")
    if page.locator("[data-map]").count():
        page.wait_for_selector("[data-drawn]", state="attached", timeout=30_000)
    root = page.locator("html")
    found = [] if (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl") else ["not set from right"]
    found += [f"English: {words}" for words in page.evaluate(READ, [OTHERS, SAME])]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found + ([f"{wide} pixels wide in a window of {width}"] if wide > width else []) + violations(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_arabic(browser: Browser, peopled: tuple[str, httpx.Client, Path], width: int) -> None:
    address, client, path = peopled
    found = walk(client, routes(create_app(path)), STARTS) | {"error": "/incidents/none", "log-in": "/log-in"}
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, locale="ar")
    log_in(context, client)
    page, broken = context.new_page(), []
    for route, there in found.items():
        if route not in ENGLISH:
            page.goto(there)
            broken += [f"{route}: {problem}" for problem in looked_at(page, width)]
    context.close()
    assert broken == [], "\n".join(broken)


def test_the_switch_leads_to_the_same_page_and_is_remembered(window: Callable[..., Page], desk: str) -> None:
    page = window(desk, locale="en-US")
    page.goto("/reports?words=e&sort=newest")
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator('input[type="search"][name="words"]')).to_have_value("e")
    page.get_by_role("link", name="نظرة عامة").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("link", name="Overview")).to_be_visible()
    page.goto("/reports")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_two_readers_have_their_own_languages(window: Callable[..., Page], desk: str) -> None:
    arabic, english = window(desk, locale="ar"), window(desk, locale="en-US")
    for address in ("/", "/reports", "/totals"):
        for page in (arabic, english):
            page.goto(address)
        expect(arabic.locator("html")).to_have_attribute("lang", "ar")
        expect(english.locator("html")).to_have_attribute("lang", "en")
        expect(english.get_by_role("link", name="Overview")).to_be_visible()


def test_scripts_speak_arabic_and_time_runs_from_left_to_right(window: Callable[..., Page], desk: str) -> None:
    page = window(desk, locale="ar")
    watched = Watched(page)
    page.goto("/")
    page.wait_for_selector("[data-drawn]", state="attached", timeout=30_000)
    expect(page.locator(".maplibregl-ctrl-zoom-in")).to_have_attribute("aria-label", "تكبير")
    columns = page.locator(".time a[data-since]")
    lefts = [columns.nth(n).locator("rect").first.bounding_box()["x"] for n in range(columns.count())]  # type: ignore[index]
    days = [columns.nth(n).get_attribute("data-since") or "" for n in range(columns.count())]
    assert lefts == sorted(lefts) and days == sorted(days) and len(days) > 1
    assert watched.problems == []
