"""Cards of places and parties in headless Chromium: by mouse, keyboard, finger, without scripts, in both schemes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sijil.register import Register
from tests.web.conftest import Watched, served
from tests.web.places import build

Open = Callable[..., Page]

#: Contrast of an element's text with the nearest background under it (WCAG 2.2).
CONTRAST = """(element) => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const clear = (colour) => colour === 'rgba(0, 0, 0, 0)';
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let under = element;
  while (under.parentElement && clear(getComputedStyle(under).backgroundColor)) under = under.parentElement;
  const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(under).backgroundColor)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.fixture(scope="module")
def raids(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Address of a desk on places of every precision, which no test here changes, and of its report."""
    path = build(tmp_path_factory.mktemp("raids") / "raids.db")
    with Register.open(path, create=False) as register:
        report = f"/reports/{register.reports()[0].id}"
    with served(path) as address:
        yield address, report


@pytest.fixture
def open_report(browser: Browser, raids: tuple[str, str]) -> Iterator[Open]:
    """Opens the report in a window of its own, and at the end checks that nothing went wrong in any."""
    opened = []

    def go(width: int = 1280, **options: object) -> Page:
        context = browser.new_context(base_url=raids[0], viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        watched = Watched(context.new_page())
        opened.append((context, watched))
        watched.page.goto(raids[1])
        return watched.page

    yield go
    for context, watched in opened:
        assert watched.problems == []
        context.close()


def control(page: Page, claim: int = 4) -> Locator:
    """What opens the card of a claim's place."""
    return page.locator(f"#c-{claim} .why").first


def card(page: Page, claim: int = 4) -> Locator:
    return page.locator(f"#card-place-raids-{claim}")


def test_hover_opens_a_card_that_the_mouse_may_enter_and_leaving_closes_it(open_report: Open) -> None:
    page = open_report()
    before = page.locator("#c-8").bounding_box()
    control(page).hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("183 km away")
    assert page.locator("#c-8").bounding_box() == before, "nothing moves when a card opens"
    card(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(card(page)).to_be_hidden()


def test_a_click_makes_it_stay_another_one_or_escape_closes_it(open_report: Open) -> None:
    page = open_report()
    control(page).click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    control(page).click()
    expect(card(page)).to_be_hidden()
    control(page).click()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()


def test_by_keyboard_focus_shows_enter_enters_escape_leaves(open_report: Open) -> None:
    page = open_report()
    page.locator("#c-4 .ref").focus()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_hidden()
    expect(page.locator("#card-actor-raids-4")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link", name="take this one: Al-Hama")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(control(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()


def test_the_words_in_the_text_open_the_same_card(open_report: Open) -> None:
    page = open_report()
    page.locator("article.paper").get_by_role("button", name="near Azaz").click()
    expect(card(page, 3)).to_contain_text("near it, within about 25 km")
    page.locator("article.paper").get_by_role("button", name="regime jets").first.click()
    expect(page.locator("#card-actor-raids-1")).to_contain_text("Syrian Arab Air Force")
    expect(card(page, 3)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_finger_opens_it_at_the_foot_of_a_narrow_page(open_report: Open, scheme: str) -> None:
    page = open_report(390, color_scheme=scheme, has_touch=True, is_mobile=True)
    control(page).tap()
    box = card(page).bounding_box()
    assert box is not None and (box["x"], box["width"]) == (0, 390) and box["y"] + box["height"] <= 901
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("h1").tap()
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_words_can_be_read(open_report: Open, scheme: str) -> None:
    page = open_report(color_scheme=scheme)
    control(page).click()
    parts = card(page).locator("p, b, a, .quiet, .sign, q").all()
    assert len(parts) > 10
    for part in [*parts, *page.locator(".sign.check").all()]:
        assert part.evaluate(CONTRAST) >= 4.5, part.inner_text()


def test_without_scripts_a_click_opens_it_and_leads_to_another_place(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    control(page).click()
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link", name="Correct the place").click()
    page.get_by_role("searchbox", name="Look for another place").fill("Saraqeb, Idlib")
    page.get_by_role("button", name="Look").click()
    assert page.get_by_role("radio", name="Saraqib, Idlib, Syria").count() == 1


@pytest.mark.parametrize("address", ["/claims/raids-4/place?q=Homs", "/claims/raids-4/actor", "/judgements"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_page_scrolls_only_downwards(open_report: Open, address: str, scheme: str) -> None:
    page = open_report(390, color_scheme=scheme)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_another_place_is_two_clicks_and_a_reason_away(browser: Browser, tmp_path: Path) -> None:
    path = build(tmp_path / "own.db")
    with served(path) as address:
        page = browser.new_page(base_url=address)
        page.goto("/incidents/I-raids-4")
        page.get_by_role("button", name="Hama, Syria").click()
        page.get_by_role("link", name="Correct the place").click()
        page.get_by_role("radio", name="A place, but nobody can tell which").check()
        page.get_by_role("radio", name="Always: wherever a report writes").check()
        page.get_by_label("Reason, in one line").fill("three towns of that name")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/incidents/I-raids-4")
        page.get_by_role("button", name="“Hama”, not resolved corrected").click()
        page.get_by_role("link", name="See or withdraw it").click()
        expect(page.get_by_role("heading", name="2 claims changed by it")).to_be_visible()
        page.get_by_label("Reason, in one line").fill("the paper's map shows it")
        page.get_by_role("button", name="Withdraw").click()
        expect(page.get_by_text("withdrawn", exact=True)).to_be_visible()
        page.goto("/incidents/I-raids-4")
        expect(page.get_by_role("button", name="Hama, Syria")).to_be_visible()
        page.close()
