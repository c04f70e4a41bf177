"""The ledgers in Arabic in headless Chromium: everything unfolded, no English words, nothing cut off; and what stays
English is marked as that."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.web.ledgers.test_ledgers_browser import PAGES
from tests.web.test_arabic_browser import looked_at

MORE = ["/search?q=Alwaer", "/totals", "/api/v1/docs", "/displacement/none", "/sources/speaker/nobody", "/account"]


@pytest.mark.parametrize("width", [1280, 390])
def test_ledgers_are_arabic_to_the_last_fold(browser: Browser, ledgers: str, width: int) -> None:
    context = browser.new_context(base_url=ledgers, viewport={"width": width, "height": 900}, locale="ar")
    page, broken = context.new_page(), []
    for address in (*PAGES, *MORE):
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        broken += [f"{address}: {problem}" for problem in looked_at(page, width)]
    context.close()
    assert broken == [], "\n".join(broken)


def test_a_calendar_begins_at_its_first_day_and_its_words_open_beside_it(browser: Browser, ledgers: str) -> None:
    context = browser.new_context(base_url=ledgers, viewport={"width": 390, "height": 900}, locale="ar")
    page = context.new_page()
    page.goto("/access")
    box = page.locator(".calendar-box").first
    assert box.evaluate("one => [one.scrollLeft, one.scrollWidth > one.clientWidth]") == [0, True]
    page.locator(".calendar a[data-words]").first.hover()
    expect(page.locator("#words-card")).to_be_visible()
    context.close()


def test_manual_and_method_are_marked_as_english(browser: Browser, ledgers: str) -> None:
    context = browser.new_context(base_url=ledgers, locale="ar")
    page = context.new_page()
    for address, words in (("/method", "Method"), ("/api/v1/docs", "Filters")):
        page.goto(address)
        heading = page.locator('main [lang="en"][dir="ltr"]').get_by_role("heading", name=words).first
        expect(heading).to_be_visible()
        expect(heading).to_have_css("direction", "ltr")
    context.close()
