"""A place and a party corrected always at the desk, and a report that comes later, read by the real pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil import pipeline
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_bytes
from tests.web.conftest import served

FIRST = "At least nine civilians were killed on 2 March 2020 when regime jets struck Maarat al-Numan, residents said."
LATER = "Four civilians were killed on 9 March 2020 when regime jets struck Maarat al-Numan, a rescuer said."


def add(path: Path, name: str, words: str) -> str:
    """Adds a report as `sijil add` does; the address of its page."""
    with Register.open(path) as register:
        outcome = pipeline.add(register, read_bytes(words.encode(), doc=name, retrieval="test"), Gazetteer.open())
        pipeline.derive(register)
    return f"/reports/{outcome.report_id}"


def sign(page: Page, reason: str) -> None:
    page.get_by_role("radio", name="Always: wherever a report writes").check()
    page.get_by_label("Reason, in one line").fill(reason)
    page.get_by_role("button", name="Record").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_corrected_always_is_right_in_the_next_report(browser: Browser, tmp_path: Path, scripts: bool) -> None:
    path = tmp_path / "two.db"
    first = add(path, "first", FIRST)
    with served(path) as address:
        context = browser.new_context(base_url=address, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(first)
        page.locator(".paper").get_by_role("button", name="Maarat al-Numan").click()
        page.locator(":popover-open").get_by_role("link", name="Correct the place").click()
        page.get_by_role("searchbox", name="Look for another place").fill("Saraqeb, Idlib")
        page.get_by_role("button", name="Look").click()
        page.get_by_role("radio", name="Saraqib, Idlib, Syria").check()
        sign(page, "the agency mixes the two towns up")
        expect(page.locator("#c-1").get_by_role("button", name="Saraqib, Idlib, Syria corrected")).to_be_visible()
        page.locator(".paper").get_by_role("button", name="regime jets").click()
        page.locator(":popover-open").get_by_role("link", name="Correct the party").click()
        page.get_by_role("combobox", name="Name of the party").fill("Russia")
        sign(page, "the same agency's name for them")
        later = add(path, "later", LATER)
        page.goto(later)
        place = page.locator("#c-1").get_by_role("button", name="Saraqib, Idlib, Syria corrected")
        expect(place).to_be_visible()
        place.click()
        expect(page.locator(":popover-open")).to_contain_text("always for these words: the agency mixes the two")
        page.keyboard.press("Escape")
        expect(page.locator("#c-1").get_by_role("button", name="regime jets (Russia) corrected")).to_be_visible()
        page.goto("/")
        assert page.locator("ol.incidents").get_by_text("Saraqib").count() >= 2
        context.close()
    with Register.open(path) as register:
        assert pipeline.verify(register) == ()
