"""Searching by keyboard in headless Chromium, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil import pipeline
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.conftest import Watched, served
from tests.web.sample import SARAQEB, build, claim, report

ARABIC = "قصف على سراقب\n\nقُتل خمسة مدنيين في سراقب يوم الخميس، وقصفت الطائرات المشفى."


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with a report in Arabic letters."""
    path: Path = build(tmp_path_factory.mktemp("search") / "desk.db")
    archived = report(ARABIC, "arabic", "وكالة", date(2020, 1, 24))
    text = clean(archived)
    with Register.open(path) as register:
        quote = "قُتل خمسة مدنيين في سراقب يوم الخميس"
        register.add(archived, text, [claim(text, 1, "arabic", quote, place="سراقب", at=SARAQEB)])
        pipeline.derive(register)
    with served(path) as address:
        yield address


def test_the_slash_leads_to_the_field_and_enter_to_what_is_found(watched: Watched) -> None:
    page = watched.page
    page.goto("/totals")
    page.keyboard.press("/")
    page.keyboard.type("saraqeb/idlib")
    expect(page.locator("#seek")).to_have_value("saraqeb/idlib")
    page.locator("#seek").fill("saraqeb")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search?q=saraqeb")
    expect(page.locator("mark.found").first).to_have_text("Saraqeb")
    page.get_by_role("link", name="in the text").first.click()
    expect(page.locator("mark:target, :target")).to_have_count(1)
    assert watched.problems == []


@pytest.mark.parametrize("width", [1280, 390])
def test_arabic_words_are_marked_and_set_from_the_right(bilingual: str, browser: Browser, width: int) -> None:
    page: Page = browser.new_page(base_url=bilingual, viewport={"width": width, "height": 900})
    page.goto("/search?q=والمشفى")
    quote = page.locator("blockquote.excerpt")
    expect(quote.locator("mark.found")).to_have_text("المشفى")
    assert quote.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
    page.goto("/search?q=سراقب")
    expect(page.get_by_role("link", name="Airstrike, Saraqeb").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
