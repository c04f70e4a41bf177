"""The ledgers in headless Chromium: drawings that lead to words, views that are in the address, no rule broken."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.web.axe import violations
from tests.web.conftest import Watched

PAGES = [
    "/displacement", "/displacement/march-3", "/access", "/agreements", "/control", "/control?voice=ministry",
    "/sources", "/sources/speaker/ministry", "/sources/speaker/town%27s%20rescuers?view=against",
    "/sources/publisher/Post",
]  # fmt: skip


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_drawings_break_no_rule_and_nothing_is_cut_off(browser: Browser, ledgers: str, scheme: str, width: int) -> None:
    context = browser.new_context(base_url=ledgers, viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        broken = violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found |= {address: broken} if broken else {f"{address}: {wide} pixels": []} if wide > width else {}
    context.close()
    assert found == {}


def test_a_cell_of_the_calendar_shows_its_words_and_leads_to_them(window: Watched) -> None:
    page = window.page
    page.goto("/access")
    calendar = page.get_by_role("group", name="Conditions in Alwaer by day")
    cells = calendar.get_by_role("link", name="Shortage of food: reported")
    expect(cells).to_have_count(2)
    expect(calendar.locator(".hindered .between")).to_have_count(2)  # 2 to 7 March, and until it was eased on the 12th
    expect(calendar.locator(".hindered .ended")).to_have_count(1)
    expect(calendar.get_by_role("link", name="Shortage of food: denied 9 March 2020")).to_have_count(1)
    expect(calendar.locator(".threatened .said")).to_have_count(1)
    cells.first.hover()
    card = page.locator(".words-card:popover-open")
    expect(card).to_contain_text("Bread has run out")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    cells.last.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card).to_contain_text("Bread ran out again in Alwaer")
    cells.last.press("Enter")
    expect(page.locator("mark:target")).to_contain_text("Bread ran out again in")
    assert window.problems == []


def test_the_calendar_scrolls_in_its_own_box_by_keyboard(browser: Browser, ledgers: str) -> None:
    context = browser.new_context(base_url=ledgers, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/access")
    box = page.get_by_role("region", name="Conditions in Alwaer by day; scrolls sideways")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_forecasts_lie_beyond_the_line_and_in_no_observed_figure(window: Watched) -> None:
    page = window.page
    page.goto("/displacement")
    chart = page.get_by_role("group", name="People driven out during the days (flow): Idlib province")
    expect(chart.locator("a.recommended")).to_have_count(2)
    expect(chart.locator("a.triangulation")).to_have_count(1)
    expect(chart.locator("a.forecast")).to_have_count(1)
    line = chart.locator(".divide").bounding_box()
    ahead, seen = (
        chart.locator("a.forecast rect").bounding_box(),
        chart.locator("a.recommended rect").last.bounding_box(),
    )
    assert line and ahead and seen and seen["x"] + seen["width"] <= line["x"] < ahead["x"]
    expect(chart).to_contain_text("not observed")
    chart.locator("a.forecast").hover()
    expect(page.locator(".words-card:popover-open")).to_contain_text("At least 400,000 could flee")
    page.keyboard.press("Escape")
    page.get_by_text("As a table: 4 figures").click()
    page.get_by_role("link", name="about 350,000").last.click()
    expect(page.locator("main")).to_contain_text("Why it stands here")
    expect(page.locator("main")).to_contain_text("Up to 300,000 were")
    assert window.problems == []


def test_control_follows_the_speaker_and_the_day_and_both_are_in_the_address(window: Watched) -> None:
    page = window.page
    page.goto("/control")
    page.wait_for_selector("[data-drawn='2']", timeout=30_000)
    rows = page.locator("ol.held > li")
    expect(rows.first).to_contain_text("Saraqeb")
    page.locator("input[name=on]").fill("2020-02-10")
    page.locator("input[name=on]").press("Enter")
    expect(rows.first).to_contain_text("speakers disagree")
    expect(rows.first.locator(".letter").first).to_contain_text(" v ")
    page.get_by_label("According to").select_option("town's rescuers")
    expect(page.get_by_role("heading", name="According to town's rescuers, as of 10 February 2020")).to_be_visible()
    assert urlsplit(page.url).query == "voice=town%27s+rescuers&on=2020-02-10"
    page.wait_for_selector("[data-drawn='1']")
    expect(rows).to_have_count(1)
    expect(rows.first.locator("p").nth(1)).to_contain_text("Syrian opposition factions")
    canvas = page.locator("[data-drawn] canvas")
    box = canvas.bounding_box()
    assert box is not None
    page.wait_for_timeout(600)  # the map glides to what is left
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(page.locator(".maplibregl-popup")).to_contain_text("says town's rescuers")
    page.go_back()
    expect(page.get_by_role("heading", name="According to every speaker, as of 10 February 2020")).to_be_visible()
    assert window.problems == []


def test_a_breach_is_on_its_day_against_who_is_blamed_with_who_says_so(window: Watched) -> None:
    page = window.page
    page.goto("/agreements")
    course = page.get_by_role("group", name="Since it came into force: Ceasefire")
    expect(course).to_contain_text("Claimed as violations by Syrian government forces: 1 event")
    course.get_by_role("link", name="1 event claimed as violation by Syrian government forces, 20 January 2020").hover()
    expect(page.locator(".words-card:popover-open")).to_contain_text("Five people died in Saraqeb")
    expect(course.get_by_role("link", name="Denied")).to_have_count(1)
    expect(page.get_by_role("row", name="town's rescuers Syrian government forces 1 1 words")).to_be_visible()
    assert window.problems == []


def test_from_the_list_of_sources_to_one_and_to_what_contradicts_it(window: Watched) -> None:
    page = window.page
    page.goto("/sources")
    page.get_by_role("columnheader", name="Contradicted").first.get_by_role("link").click()
    expect(page.locator("th[aria-sort='descending']").first).to_have_text("Contradicted")
    page.get_by_role("link", name="town's rescuers").click()
    expect(page.get_by_role("heading", name="town's rescuers")).to_be_visible()
    page.get_by_role("link", name="Contradictions: 1").click()
    row = page.locator("li.against")
    expect(row).to_contain_text("Five people died in Saraqeb")
    expect(row).to_contain_text("No jets struck Saraqeb")
    assert "person-" not in page.url
    page.goto("/sources")
    page.locator("a[href^='/sources/speaker/person-']").click()
    expect(page.locator("h1 .veiled")).to_have_count(1)
    assert "Rana" not in page.url and "Darwish" not in page.url
    assert window.problems == []
