"""The desk in headless Chromium."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Watched

PAGES = ["/", "/totals", "/displacement", "/access", "/agreements", "/control", "/sources", "/reports"]


def test_the_map_appears_and_nothing_is_asked_of_another_machine(watched: Watched, desk: str) -> None:
    page = watched.page
    page.goto("/")
    expect(page.locator("[data-map][data-drawn='2'] canvas")).to_be_visible(timeout=30_000)
    assert {urlsplit(url).netloc for url in watched.asked if not url.startswith(("blob:", "data:"))} == {
        urlsplit(desk).netloc
    }
    assert watched.problems == []


def test_a_place_on_the_map_tells_its_incidents(watched: Watched) -> None:
    page = watched.page
    page.goto("/?place=Saraqeb")
    canvas = page.locator("[data-drawn='1'] canvas")
    expect(canvas).to_be_visible(timeout=30_000)
    box = canvas.bounding_box()
    assert box is not None
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(page.locator(".maplibregl-popup a")).to_have_attribute("href", "/incidents/I-courier-1?place=Saraqeb")
    assert watched.problems == []


def test_a_filter_changes_list_map_and_address_and_back_undoes_it(watched: Watched) -> None:
    page = watched.page
    page.goto("/")
    page.wait_for_selector("[data-drawn='2']", timeout=30_000)
    incidents = page.locator("ol.incidents > li")
    expect(incidents).to_have_count(3)
    page.get_by_role("searchbox", name="Place").fill("Homs")
    page.get_by_role("searchbox", name="Place").press("Enter")
    expect(incidents).to_have_count(0)
    page.wait_for_selector("[data-drawn='0']")
    assert urlsplit(page.url).query == "place=Homs"
    page.go_back()
    expect(incidents).to_have_count(3)
    expect(page.get_by_role("searchbox", name="Place")).to_have_value("")
    assert watched.problems == []


def test_a_column_of_the_timeline_leads_to_its_days(watched: Watched) -> None:
    watched.page.goto("/")
    watched.page.get_by_role("link", name="23 Jan 2020: 1 incident").click()
    expect(watched.page.locator("ol.incidents > li")).to_have_count(1)
    watched.page.wait_for_url("**/?since=2020-01-23&until=2020-01-23")


def test_claims_and_their_words_light_up_together(watched: Watched, ids: dict[str, str]) -> None:
    page = watched.page
    page.goto(f"/reports/{ids['courier']}")
    words = page.locator("#m-3")
    assert words.inner_text() == "At least 84 civilians have been killed"
    tint = words.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert tint not in ("rgba(0, 0, 0, 0)", page.locator("#m-4").evaluate("m => getComputedStyle(m).backgroundColor"))
    page.locator("#c-3").hover()
    expect(words).to_have_class("k-casualty lit")
    assert watched.problems == []


def test_a_script_in_a_report_is_only_words(watched: Watched, ids: dict[str, str]) -> None:
    watched.page.goto(f"/reports/{ids['bulletin']}")
    expect(watched.page.locator("article.paper")).to_contain_text('<script>document.title = "owned"</script>')
    assert watched.page.title() != "owned"
    assert watched.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_scrolls_only_downwards(browser: Browser, desk: str, ids: dict[str, str], scheme: str) -> None:
    context = browser.new_context(base_url=desk, viewport={"width": 390, "height": 800}, color_scheme=scheme)
    watched = Watched(context.new_page())
    for address in [*PAGES, "/incidents/I-courier-1", *(f"/reports/{id_}" for id_ in ids.values())]:
        watched.page.goto(address)
        assert watched.page.evaluate("document.documentElement.scrollWidth") == 390, address
    assert watched.problems == []
    context.close()


def test_everything_is_there_without_scripts(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox", name="Place").fill("Saraqeb")
    page.get_by_role("button", name="Filter").click()
    assert page.locator("ol.incidents > li").count() == 1
    page.get_by_role("link", name="Airstrike, Saraqeb, 23 Jan 2020").last.click()
    assert page.locator("h1").inner_text() == "Airstrike, Saraqeb, 23 Jan 2020"
    context.close()


def test_a_judgement_by_hand(own: tuple[object, object], browser: Browser) -> None:
    client = own[0]
    context = browser.new_context(base_url=str(client.base_url))  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("/incidents/I-courier-1")
    page.get_by_text("Grade it otherwise").click()
    page.locator("select[name=grade]").select_option("Weak")
    form = page.locator("form.judge", has=page.locator("[name=grade]"))
    form.get_by_label("Who").fill("A. Reader")
    form.get_by_label("Reason, in one line").fill("both quote one rescuer")
    form.get_by_role("button", name="Record").click()
    expect(page.get_by_role("heading", name="Grade: Weak")).to_be_visible()
    context.close()
