"""An incident judged in headless Chromium: by keyboard, without scripts, by two people at once."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from sijil.register import Register
from tests.web.axe import violations
from tests.web.conftest import Watched
from tests.web.incident.crowd import ID
from tests.web.people.conftest import Desk
from tests.web.people.test_people_browser import enter
from tests.web.test_judging import Own

PAGE = "/incidents/I-courier-1"
WIDTHS = [("light", 1280), ("dark", 390)]


def open_page(browser: Browser, client: httpx.Client, address: str = PAGE, **options: object) -> Page:
    """A window of one's own on a page of the desk."""
    context = browser.new_context(base_url=str(client.base_url), **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    return page


def verbs(path: Path) -> list[str]:
    with Register.open(path, create=False) as register:
        return [row.verb for row in register.judgements()]


def deed(page: Page, name: str) -> None:
    """Opens one of the things that can be decided."""
    page.locator(".deeds summary", has_text=name).click()


def record(page: Page, deed_: str, reason: str, button: str = "Record") -> None:
    """Signs and sends the form of an open deed."""
    form = page.locator(f"#{deed_} form.judge")
    form.get_by_label("Reason, in one line").fill(reason)
    form.get_by_role("button", name=button).click()


@pytest.mark.parametrize(("scheme", "width"), WIDTHS)
def test_the_page_keeps_the_rules_with_one_source_and_with_many(
    browser: Browser, crowd: httpx.Client, desk: str, scheme: str, width: int
) -> None:
    look = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    for client, address in ((crowd, f"/incidents/{ID}"), (httpx.Client(base_url=desk), f"{PAGE}?find=shelling")):
        page = open_page(browser, client, "/method", **look)
        watched = Watched(page)
        page.goto(address)
        page.wait_for_selector("[data-drawn]", timeout=30_000)
        for summary in page.locator("main details > summary").all()[:12]:
            summary.evaluate("one => one.parentElement.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []
        assert watched.problems == []
        page.context.close()


def test_an_incident_is_graded_by_keyboard_alone(own: Own, browser: Browser) -> None:
    client, path = own
    page = open_page(browser, client)
    page.locator("#regrade summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Weak")
    page.keyboard.press("Tab")
    page.keyboard.type("both quote one rescuer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Grade: Weak")).to_be_visible()
    expect(page.locator("#history ~ .threads")).to_contain_text("both quote one rescuer")
    assert verbs(path) == ["grade"]
    page.context.close()


def test_single_keys_open_what_is_decided_and_can_be_turned_off(own: Own, browser: Browser) -> None:
    client, path = own
    page = open_page(browser, client)
    page.keyboard.press("g")
    page.keyboard.type("Weak")
    page.keyboard.press("Tab")
    page.keyboard.type("read it again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Grade: Weak")).to_be_visible()
    page.keyboard.press("s")
    expect(page.locator("#split").get_by_role("checkbox").first).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("#split")).not_to_have_attribute("open", "")
    page.keyboard.type("shelling")
    expect(page.get_by_role("group", name="2 incidents found")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile("/incidents/I-bulletin-4$"))
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("/incidents/I-courier-1$"))
    page.get_by_label("Single keys").uncheck()
    page.get_by_role("heading", name="How many").click()
    page.keyboard.press("c")
    expect(page.locator("#comment")).not_to_have_attribute("open", "")
    assert verbs(path) == ["grade"]
    page.context.close()


def test_two_incidents_are_made_one_and_what_was_merged_is_withdrawn(own: Own, browser: Browser) -> None:
    client, path = own
    page = open_page(browser, client)
    deed(page, "The same as another incident")
    page.get_by_label("Title, place or day").press_sequentially("shelling Idlib", delay=20)
    expect(page.get_by_role("group", name="1 incident found")).to_be_visible()
    page.get_by_role("radio", name="Shelling, Idlib").check()
    record(page, "pair", "one raid, told by two")
    expect(page.locator("#history ~ .threads")).to_contain_text("held to be one event with")
    expect(page.locator(".sentence")).to_contain_text("9 civilians injured")
    page.goto("/incidents/I-bulletin-4")
    expect(page.locator(".incident-head")).to_contain_text("I-bulletin-4 is now part of I-courier-1")
    page.get_by_text("Withdraw", exact=True).click()
    form = page.locator("#history ~ .threads form.judge")
    form.get_by_label("Reason, in one line").fill("two raids after all")
    form.get_by_role("button", name="Withdraw it").click()
    expect(page.locator(".thread .gone")).to_contain_text("two raids after all")
    assert verbs(path) == ["same", "withdraw"]
    page.context.close()


def test_claims_are_split_off_and_the_incident_commented_on_without_scripts(own: Own, browser: Browser) -> None:
    client, path = own
    page = open_page(browser, client, java_script_enabled=False)
    deed(page, "The same as another incident")
    page.get_by_label("Title, place or day").fill("shelling Idlib")
    page.get_by_role("button", name="Find").click()
    assert page.locator("#pair").get_attribute("open") is not None
    assert page.get_by_role("radio").count() == 1
    deed(page, "Split claims off")
    page.locator("#split").get_by_role("checkbox").nth(2).check()
    record(page, "split", "another street")
    page.goto(PAGE)
    assert "another street" in page.locator(".thread").first.inner_text()
    deed(page, "Comment")
    record(page, "comment", "ask the rescuers again", "Comment")
    assert page.url.endswith("#history")
    assert "ask the rescuers again" in page.locator(".thread").last.inner_text()
    assert verbs(path) == ["split", "comment"]
    page.context.close()


def test_a_claim_is_corrected_from_the_page(own: Own, browser: Browser) -> None:
    client, _ = own
    page = open_page(browser, client)
    page.get_by_role("link", name="correct: 5 civilians killed").click()
    expect(page.locator("article#c-1")).to_be_visible()
    page.goto(PAGE)
    page.locator(".telling").first.get_by_role("button", name="Saraqeb, Idlib, Syria").click()
    page.get_by_role("link", name="Correct the place").first.click()
    expect(page).to_have_url(re.compile("/claims/courier-1/place"))
    page.context.close()


def test_who_decides_on_what_changed_meanwhile_is_told_so(browser: Browser, peopled: Desk) -> None:
    editor, admin = (enter(browser, peopled, role) for role in ("editor", "admin"))
    deed(editor, "Split claims off")
    editor.locator("#split").get_by_role("checkbox").nth(2).check()
    record(editor, "split", "another street")
    expect(editor.locator(".thread").first).to_contain_text("another street")
    deed(admin, "Grade it otherwise")
    admin.locator("select[name=grade]").select_option("Fair")
    record(admin, "regrade", "two voices")
    expect(admin.locator("main")).to_contain_text("another street")
    assert [row.verb for row in _rows(peopled.path)] == ["split"], "nothing is written before both versions were seen"
    admin.go_back()
    admin.reload()
    deed(admin, "Comment")
    record(admin, "comment", "seen", "Comment")
    deed(editor, "Comment")
    record(editor, "comment", "a comment changes nothing for others", "Comment")
    expect(editor.locator(".thread").last).to_contain_text("seen")
    assert [row.who for row in _rows(peopled.path)] == ["Zaid", "Amal", "Zaid"]
    for page in (editor, admin):
        page.context.close()


def test_a_reviewer_comments_and_a_reader_reads(browser: Browser, peopled: Desk) -> None:
    reviewer, reader = (enter(browser, peopled, role) for role in ("reviewer", "reader"))
    deeds = reviewer.locator(".deeds summary").all_inner_texts()
    assert [words.split("\n")[0] for words in deeds] == ["Comment", "Correct a claim"]
    assert reader.locator(".deeds summary").count() == 0
    expect(reader.locator("#judge ~ p").last).to_contain_text("a reviewer comments")
    assert reader.locator("a.odds").count() == 2 and reader.get_by_role("link", name="correct:").count() == 0
    for page in (reviewer, reader):
        page.context.close()


def _rows(path: Path):  # type: ignore[no-untyped-def]
    with Register.open(path, create=False) as register:
        return register.judgements()
