"""Map, timeline and list together, in headless Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil import pipeline
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.place import Place
from sijil.model.report import Text
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.axe import violations
from tests.web.conftest import Watched, served
from tests.web.places import build
from tests.web.sample import claim, days, report

BOX = re.compile(r"box=(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)")


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """The overview, its map drawn; nothing may go wrong on it."""
    watched.page.goto("/")
    watched.page.wait_for_selector("[data-drawn='2']", timeout=30_000)
    yield watched.page
    assert watched.problems == []


@pytest.fixture(scope="module")
def raids(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a desk whose incidents are in several places and days."""
    with served(build(tmp_path_factory.mktemp("raids") / "raids.db")) as address:
        yield address


def drag(page: Page, start: float, end: float) -> None:
    """Drags over the timeline, from one part of its width to another."""
    chart = page.locator("[data-brush]")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + start * box["width"], box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 40, steps=4)
    page.mouse.up()


def test_a_row_lights_up_its_place_and_its_column_and_a_column_its_rows(page: Page) -> None:
    row = page.locator("[data-row]", has_text="Airstrike, Saraqeb")
    row.hover()
    expect(page.locator(".map")).to_have_attribute("data-lit", "Saraqeb")
    expect(page.locator(".time a.lit")).to_have_attribute("aria-label", "23 Jan 2020: 1 incident")
    page.get_by_role("link", name="22 Jan 2020: 1 incident").focus()
    expect(page.locator("[data-row].lit")).to_have_count(1)
    expect(page.locator("[data-row].lit")).to_contain_text("Shelling, Idlib")
    page.locator("h1, .in-bar").last.hover()
    expect(page.locator("[data-row].lit")).to_have_count(0)


def test_a_point_of_the_map_lights_up_its_row(watched: Watched) -> None:
    page = watched.page
    page.goto("/?place=Saraqeb")
    canvas = page.locator("[data-drawn='1'] canvas")
    expect(canvas).to_be_visible(timeout=30_000)
    box = canvas.bounding_box()
    assert box
    canvas.hover(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(page.locator("[data-row].lit")).to_contain_text("Saraqeb")


def test_days_are_chosen_by_dragging_and_back_undoes_it(page: Page) -> None:
    expect(page.locator("[data-row]")).to_have_count(3)
    drag(page, 0.99, 0.87)  # of eleven days the last two
    page.wait_for_url("**/?since=2020-01-23&until=2020-01-24")
    expect(page.locator("[data-row]")).to_have_count(1)
    since = page.get_by_label("From", exact=True)
    expect(since).to_have_value("2020-01-23")
    expect(page.locator(".chips a").first).to_contain_text("23 January 2020")
    page.go_back()
    expect(page.locator("[data-row]")).to_have_count(3)
    expect(since).to_have_value("")


def test_days_are_chosen_by_the_keyboard(page: Page) -> None:
    page.get_by_role("link", name="22 Jan 2020: 1 incident").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-brushed]")).to_have_text("22 January 2020 to 23 January 2020")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?since=2020-01-22&until=2020-01-23")
    expect(page.locator("[data-row]")).to_have_count(2)


def test_one_column_is_one_stop_for_tab_and_the_arrows_lead_on(page: Page) -> None:
    assert page.locator(".time a[tabindex='0']").count() == 1
    page.locator(".time a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".time a:focus")).to_have_attribute("data-since", "2020-01-23")


def test_the_list_follows_the_map_where_it_is_asked_to(browser: Browser, raids: str) -> None:
    context = browser.new_context(base_url=raids, viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto("/")
    page.wait_for_selector("[data-drawn='5']", timeout=30_000)
    before = page.locator("[data-row]").count()
    page.get_by_role("checkbox", name="follow the map").check()
    page.wait_for_url(BOX)
    for _ in range(4):
        box = page.locator(".map").get_attribute("data-box")
        page.get_by_role("button", name="Zoom in").click()
        expect(page.locator(".map")).not_to_have_attribute("data-box", box or "")
    page.wait_for_timeout(500)
    page.wait_for_function("location.search.includes(document.querySelector('.map').dataset.box)")
    expect(page.locator("[data-row]")).not_to_have_count(before)
    assert page.locator("[data-drawn='5']").count() == 1  # the map still shows what is around
    page.locator(".chips a", has_text="Only what the map shows").click()
    expect(page.locator("[data-row]")).to_have_count(before)
    assert watched.problems == []
    context.close()


def test_a_shared_box_is_looked_at_and_asked_for_without_scripts_too(browser: Browser, raids: str) -> None:
    shared = f"{raids}/?box=36.7,35.8,36.9,35.9"
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(shared)
        assert page.locator("ol.incidents > li").count() == 1
        if scripts:
            page.wait_for_selector("[data-drawn='5'][data-box]", timeout=30_000)
            west, south, east, north = map(float, (page.locator(".map").get_attribute("data-box") or "").split(","))
            assert west <= 36.7 and south <= 35.8 and east >= 36.9 and north >= 35.9 and east - west < 1
        else:
            page.get_by_role("link", name="Without Only what the map shows").click()
            assert page.locator("ol.incidents > li").count() > 1
        context.close()


def test_chips_orders_and_the_form_agree_with_the_address(page: Page) -> None:
    page.get_by_text("More conditions").click()
    page.get_by_role("checkbox", name="Weak").check()
    page.wait_for_url("**/?grade=Weak")
    expect(page.locator("[data-row]")).to_have_count(2)
    page.get_by_role("link", name="most people first").click()
    page.wait_for_url("**/?grade=Weak&sort=size")
    expect(page.get_by_role("link", name="most people first")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Without Grade: Weak").click()
    page.wait_for_url("**/?sort=size")
    expect(page.locator("[data-row]")).to_have_count(3)
    expect(page.get_by_role("checkbox", name="Weak")).not_to_be_checked()
    page.go_back()
    expect(page.get_by_role("checkbox", name="Weak")).to_be_checked()


def test_two_people_look_at_one_address(browser: Browser, desk: str) -> None:
    first, second = (browser.new_context(base_url=desk) for _ in range(2))
    one, other = first.new_page(), second.new_page()
    one.goto("/")
    one.get_by_role("link", name="23 Jan 2020: 1 incident").click()
    one.wait_for_url("**/?since=2020-01-23&until=2020-01-23")
    other.goto(one.url)
    expect(other.locator("[data-row]")).to_have_count(1)
    expect(other.locator(".chips")).to_contain_text("23 January 2020")
    assert one.locator("[data-row] h3").inner_text() == other.locator("[data-row] h3").inner_text()
    first.close()
    second.close()


def test_the_address_is_copied(browser: Browser, desk: str, tmp_path: Path) -> None:
    context = browser.new_context(base_url=desk, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/?place=Saraqeb")
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{desk}/?place=Saraqeb"
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_all_that_opens_keeps_the_rules(browser: Browser, desk: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        base_url=desk, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for address in ("/?place=Idlib&grade=Weak&since=2020-01-01&until=2020-02-01&sort=size", "/totals?place=Idlib"):
        page.goto(address)
        page.get_by_text("More conditions").first.click()
        page.locator(".out > summary").click()
        if address.startswith("/?"):
            page.wait_for_selector("[data-drawn]", timeout=30_000)
            page.locator(".time a").first.focus()
            page.keyboard.press("Shift+ArrowRight")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a desk with incidents in 169 villages near each other."""
    raids = [f"Shells killed {n + 2} people in village {n}, rescuers said." for n in range(169)]
    archived = report("Many raids\n\n" + "\n\n".join(raids) + "\n", "many", "The Courier", date(2020, 1, 24))
    text = clean(archived)
    path = tmp_path_factory.mktemp("crowded") / "crowded.db"
    with Register.open(path) as register:
        register.add(archived, text, [village(text, n) for n in range(169)])
        pipeline.derive(register)
    with served(path) as address:
        yield address


def village(text: Text, n: int) -> Claim:
    """What is told of one village."""
    place = Place(
        f"village {n}", f"gn:{n}", f"village {n}", "town", 35 + n // 13 / 200, 37 + n % 13 / 200, ("Syria", "Hama")
    )
    return claim(
        text, n + 1, "many", f"killed {n + 2} people in village {n},", measure="killed", group="people",
        attack="shelling", figure=Figure(n + 2, n + 2), scope="incident", period=days(date(2020, 1, 1 + n % 20)),
        place=place.raw, at=place, speaker=("rescuers",),
    )  # fmt: skip


def test_many_places_are_one_number_until_one_comes_closer(browser: Browser, crowded: str) -> None:
    context = browser.new_context(base_url=crowded, viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto("/")
    page.wait_for_selector("[data-drawn='169'][data-box]", timeout=30_000)
    assert len(page.request.get("/map.geojson").body()) < 60_000
    canvas, far = page.locator(".map canvas"), page.locator(".map").get_attribute("data-box") or ""
    box = canvas.bounding_box()
    assert box
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(page.locator(".map")).not_to_have_attribute("data-box", far)
    assert page.locator(".maplibregl-popup").count() == 0
    near = (page.locator(".map").get_attribute("data-box") or "").split(",")
    assert float(near[2]) - float(near[0]) < float(far.split(",")[2]) - float(far.split(",")[0])
    assert watched.problems == []
    context.close()
