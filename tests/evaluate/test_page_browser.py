"""The page of mistakes in headless Chromium: anchors filter, nothing runs over the edge, nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil.evaluate.page import page as made
from tests.evaluate.telling import compared, killed, situation, text

TEXT = text("Raids killed five civilians in Idlib. Aid was blocked. " + "x" * 400)
GOLD = [killed("killed five civilians", 5, place="Idlib"), situation("access", "Aid was blocked")]
READ = [killed("five civilians", 5, place="Homs"), killed("Aid", 9)]


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of two reports, opened from its file without scripts on a narrow screen."""
    reports = [compared(GOLD, READ), compared([killed("Raids killed five civilians", 5)], [])]
    (tmp_path / "page.html").write_text(made("gold.jsonl", reports, {"doc": TEXT}))
    context = browser.new_context(viewport={"width": 380, "height": 800}, java_script_enabled=False)
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    yield opened
    context.close()


def test_a_number_shows_only_its_mistakes_and_a_link_all_again(page: Page) -> None:
    shown = page.locator(".item:visible")
    expect(shown).to_have_count(4)
    page.locator("a[href='#place-sentence']").click()
    expect(shown).to_have_count(1)
    expect(shown.locator("mark.both")).to_have_text("five civilians")
    page.get_by_role("link", name="Show all mistakes").click()
    expect(shown).to_have_count(4)
    page.locator("a[href='#missed']").click()
    expect(page.locator(".group:visible")).to_have_count(1)


def test_nothing_runs_over_the_edge(page: Page) -> None:
    box = page.locator("main").bounding_box()
    assert box is not None and box["width"] <= 380
    for item in page.locator(".item").all():
        inner = item.bounding_box()
        assert inner is not None and inner["x"] + inner["width"] <= 380


def test_dark_is_dark(page: Page) -> None:
    light = page.locator("body").screenshot()
    page.emulate_media(color_scheme="dark")
    assert page.locator("body").screenshot() != light


def test_print_leaves_nothing_sticking(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_have_css("position", "static")
