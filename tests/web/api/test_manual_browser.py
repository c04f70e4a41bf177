"""The description as a page: read without scripts, by everybody, in any window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.web.axe import violations
from tests.web.conftest import Watched


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_the_page_breaks_no_rule(browser: Browser, desk: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=desk)  # type: ignore[arg-type]
    watched = Watched(context.new_page())
    watched.page.goto("/api/v1/docs")
    assert violations(watched.page) == [] == watched.problems
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith(desk) for url in watched.asked)
    context.close()


def test_its_links_lead_to_what_they_name(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto("/api/v1/docs")
    page.get_by_role("link", name="/incidents/{id}", exact=True).click()
    assert page.url.endswith("#incident")
    anchors = {link.get_attribute("href") for link in page.locator('a[href^="#"]').all()}
    assert all(page.locator(f'[id="{(anchor or "")[1:]}"]').count() == 1 for anchor in anchors)
    context.close()
