"""Two people at one desk, in headless Chromium."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from sijil.register import Register
from tests.web.conftest import Watched
from tests.web.people.conftest import NAMES, PASSWORD, Desk
from tests.web.people.test_veil import named


def enter(browser: Browser, desk: Desk, role: str, scripts: bool = True, width: int = 1280) -> Page:
    """Somebody's own window, logged in."""
    context = browser.new_context(
        base_url=desk.address, java_script_enabled=scripts, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto("/incidents/I-courier-1")
    page.get_by_label("Name").fill(NAMES[role])
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(f"{desk.address}/incidents/I-courier-1")
    return page


def test_two_people_judge_each_in_their_own_name(browser: Browser, peopled: Desk) -> None:
    pages = {role: enter(browser, peopled, role) for role in ("editor", "admin")}
    for grade, (role, page) in zip(("Weak", "Fair"), pages.items(), strict=True):
        page.get_by_text("Grade it otherwise").click()
        page.locator("select[name=grade]").select_option(grade)
        form = page.locator("form.judge", has=page.locator("[name=grade]"))
        expect(form.get_by_label("Who")).to_have_value(NAMES[role])
        form.get_by_label("Reason, in one line").fill(f"as {role}")
        form.get_by_role("button", name="Record").click()
        if role == "admin":  # who had the page open before the other one graded is told so
            expect(page.get_by_role("row", name="Grade")).to_contain_text("Weak")
            page.get_by_role("button", name="Record mine all the same").click()
        expect(page.get_by_role("heading", name=f"Grade: {grade}")).to_be_visible()
    with Register.open(peopled.path) as register:
        assert [(row.who, row.reason) for row in register.judgements()] == [
            ("Zaid", "as editor"), ("Amal", "as admin"),
        ]  # fmt: skip
    pages["editor"].get_by_role("button", name="Log out").click()
    expect(pages["editor"].get_by_role("heading", name="Log in")).to_be_visible()
    pages["admin"].goto("/people")
    expect(pages["admin"].get_by_role("heading", name="Access log")).to_be_visible()
    for page in pages.values():
        page.context.close()


def test_names_are_shown_by_a_button_without_scripts(browser: Browser, peopled: Desk) -> None:
    address = named(peopled.path)
    page = enter(browser, peopled, "reviewer", scripts=False)
    page.goto(address)
    assert "Darwazi" not in page.content()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("article.paper")).to_contain_text("Mahmoud Darwazi")
    page.get_by_role("link", name="Blur them again").click()
    expect(page.locator(".veiled").first).to_be_visible()
    page.context.close()


def test_pages_of_people_are_narrow_and_quiet(browser: Browser, peopled: Desk) -> None:
    page = enter(browser, peopled, "admin", width=390)
    watched = Watched(page)
    for address in ("/", "/account", "/people", "/incidents/I-courier-1"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, address
    assert watched.problems == []
    page.context.close()
