"""Two people at one report at once: the second is told, and nothing of what either did is lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from sijil.register import Register
from tests.web.people.conftest import NAMES, PASSWORD, Desk
from tests.web.test_adding import marked
from tests.web.test_report_browser import fill


def test_the_second_of_two_people_is_told(peopled: Desk, window: Callable[..., Page]) -> None:
    id_, *_ = marked(peopled.path)
    first, second = window(peopled.address), window(peopled.address)
    for page, role in ((first, "editor"), (second, "reviewer")):
        page.goto("/log-in")
        page.get_by_label("Name").fill(NAMES[role])
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.goto(f"/reports/{id_}")
        page.locator("#c-1").get_by_role("link", name="Correct", exact=True).click()
        expect(page.locator("#c-1").get_by_label("At least")).to_have_value("5")
    for page, low in ((first, "4"), (second, "3")):
        page.locator("#c-1").get_by_label("At least").fill(low)
        page.locator("#c-1 form[aria-label]").get_by_label("Reason").fill("counted again")
        page.locator("#c-1").get_by_role("button", name="Record").click()
    expect(first.locator("#c-1 header")).to_contain_text("4-5 civilians killed")
    expect(second.get_by_role("heading", level=1)).to_contain_text("changed while you looked")
    expect(second.get_by_role("main")).to_contain_text(NAMES["editor"])
    with Register.open(peopled.path) as register:
        assert [row.who for row in register.judgements()] == [NAMES["editor"]]


def test_two_people_who_add_the_same_claim(peopled: Desk, window: Callable[..., Page]) -> None:
    with Register.open(peopled.path) as register:
        register.people.set_role(NAMES["reviewer"], "editor", "keeper")
    id_, start, stop = marked(peopled.path)
    pages = [window(peopled.address), window(peopled.address)]
    for page, role in zip(pages, ("editor", "reviewer"), strict=True):
        page.goto("/log-in")
        page.get_by_label("Name").fill(NAMES[role])
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.goto(f"/reports/{id_}/add?start={start}&stop={stop}&names=1")
        page.get_by_role("radio", name="Damage").check()
    fill(pages[0], object="house", reason="missing")
    pages[0].wait_for_url("**#c-7")
    fill(pages[1], object="house", reason="not there")
    expect(pages[1].get_by_role("alert")).to_contain_text("claim 7 says the same already")
    expect(pages[1].get_by_label("Reason")).to_have_value("not there")
