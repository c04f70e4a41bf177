"""The review queue by keyboard, in headless Chromium: one person, and two people at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil import pipeline
from sijil.model.figure import Figure
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.axe import violations
from tests.web.conftest import Watched, served
from tests.web.people.conftest import NAMES, PASSWORD, Desk
from tests.web.sample import SARAQEB, build, claim, days, report
from tests.web.test_stale import judgements

GAZETTE = """Thirty people died when shells fell on Saraqeb on 2 January, doctors said.

They said that twenty-two people died in the town that day.
"""


def with_pair(path: Path) -> Path:
    """The sample, and a report that gives two counts for one place and day."""
    build(path)
    told = report(GAZETTE, "gazette", "The Gazette", date(2020, 1, 3))
    text = clean(told)
    same: dict[str, Any] = {
        "group": "people", "measure": "killed", "scope": "incident", "period": days(date(2020, 1, 2)),
        "place": "Saraqeb", "at": SARAQEB, "attack": "shelling", "confidence": 0.6, "speaker": ("doctors",),
    }  # fmt: skip
    claims = [
        claim(text, 1, "gazette", "Thirty people died", figure=Figure(30, 30), **same),
        claim(text, 2, "gazette", "twenty-two people died", figure=Figure(22, 22), **same),
    ]
    with Register.open(path) as register:
        register.add(told, text, claims)
        pipeline.derive(register)
    return path


@contextmanager
def window(browser: Browser, address: str, scripts: bool = True, width: int = 1280) -> Iterator[Watched]:
    context = browser.new_context(
        base_url=address, java_script_enabled=scripts, viewport={"width": width, "height": 900}
    )
    yield Watched(context.new_page())
    context.close()


@pytest.fixture
def lone(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Path]]:
    """One person at the queue of claims."""
    path = with_pair(tmp_path / "queue.db")
    with served(path) as address, window(browser, address) as watched:
        watched.page.goto("/review?what=claim")
        yield watched.page, path
        assert watched.problems == []


def title(page: Page) -> str:
    return page.locator("#item").inner_text()


def marked(page: Page) -> None:
    """Leaves a mark that a whole new page would not have."""
    page.evaluate("window.marked = true")


def test_accepting_takes_two_keys_and_the_next_item_comes(lone: tuple[Page, Path]) -> None:
    page, path = lone
    first = title(page)
    marked(page)
    page.keyboard.press("a")
    expect(page.get_by_label("Accept: reason, in one line")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#did")).to_contain_text(f"You accepted “{first}” just now")
    expect(page.locator("#item")).to_be_focused()
    assert title(page) != first and "at=" in page.url and page.evaluate("window.marked") is True
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_contain_text("2 looked at")
    rows = judgements(path)
    assert [row.verb for row in rows] == ["accept", "accept"] and rows[0].subject != rows[1].subject
    assert rows[0].reason == "read the words: they say so"


def test_undo_brings_the_item_back(lone: tuple[Page, Path]) -> None:
    page, path = lone
    first = title(page)
    page.keyboard.press("r")
    page.keyboard.type("a headline")
    page.keyboard.press("Enter")
    expect(page.locator("#did")).to_contain_text("You rejected")
    page.keyboard.press("u")
    expect(page.locator("#item")).to_have_text(first)
    assert [row.verb for row in judgements(path)] == ["reject", "withdraw"]
    assert [row.reason for row in judgements(path)][0] == "a headline"


def test_reasons_are_offered_by_button_and_by_arrow(lone: tuple[Page, Path]) -> None:
    page, path = lone
    page.keyboard.press("r")
    field = page.get_by_label("Reject: reason, in one line")
    first = field.input_value()
    page.keyboard.press("ArrowDown")
    second = field.input_value()
    page.keyboard.press("ArrowUp")
    assert field.input_value() == first != second
    page.get_by_role("button", name="Reject: not about harm").click()
    expect(page.locator("#did")).to_contain_text("You rejected")
    page.keyboard.press("r")
    expect(page.get_by_label("Reject: reason, in one line")).to_have_value("not about harm")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".progress")).to_contain_text("2 looked at")
    assert [row.reason for row in judgements(path)] == ["not about harm", "the words do not say this"]


def test_the_next_and_the_one_before(lone: tuple[Page, Path]) -> None:
    page, _ = lone
    first = title(page)
    page.keyboard.press("j")
    expect(page.locator(".steps")).to_contain_text("2 of")
    second = title(page)
    page.keyboard.press("k")
    expect(page.locator("#item")).to_have_text(first)
    page.go_forward() if page.url.endswith("none") else page.go_back()
    expect(page.locator("#item")).to_have_text(second)


def test_fields_are_corrected_from_the_keyboard(lone: tuple[Page, Path]) -> None:
    page, path = lone
    page.goto("/review?what=claim&place=Alwaer")
    subject = page.locator("form[data-key=a] [name=subject]").input_value()
    page.keyboard.press("c")
    form = page.locator("details[data-key=c] form")
    expect(form.locator("[name=to_kind]")).to_be_focused()
    form.locator("[name=to_attack]").select_option("other")
    form.get_by_label("First day").fill("2020-01-20")
    form.get_by_label("Last day").fill("2020-01-21")
    form.get_by_label("Reason, in one line").fill("the report says so above")
    form.get_by_role("button", name="Record the correction").click()
    expect(page.locator("#did")).to_contain_text("You corrected")
    (row,) = judgements(path)
    assert (row.subject, row.value) == (subject, {"start": "2020-01-20", "end": "2020-01-21", "attack": "other"})


def test_keys_do_nothing_in_fields_with_modifiers_or_when_they_are_off(lone: tuple[Page, Path]) -> None:
    page, path = lone
    first = title(page)
    page.get_by_label("Reject: reason, in one line").fill("")
    page.keyboard.type("jjru")
    expect(page.get_by_label("Reject: reason, in one line")).to_have_value("jjru")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    page.get_by_label("Single keys act on this page").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert title(page) == first
    page.reload()
    page.keyboard.press("j")
    assert title(page) == first and judgements(path) == ()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys act on this page").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".steps")).to_contain_text("2 of")


def test_slash_goes_to_the_search(lone: tuple[Page, Path]) -> None:
    page, _ = lone
    page.keyboard.press("/")
    expect(page.locator("#seek")).to_be_focused()


def test_all_claims_of_a_report_are_accepted_and_taken_back_at_once(lone: tuple[Page, Path]) -> None:
    page, path = lone
    page.goto("/review?what=claim&kind=agreement")
    page.get_by_text("Accept all 4 claims of this report that wait").click()
    page.get_by_role("button", name="Accept all 4").click()
    expect(page.locator("#did")).to_contain_text("You accepted 4 claims")
    assert [row.verb for row in judgements(path)] == ["accept"] * 4
    page.keyboard.press("u")
    expect(page.locator(".progress")).to_contain_text("0 looked at")
    assert [row.verb for row in judgements(path)] == ["accept"] * 4 + ["withdraw"] * 4


@pytest.mark.parametrize("key, verb", [("m", "same"), ("d", "different"), ("n", "unsure")])
def test_two_incidents_side_by_side(lone: tuple[Page, Path], key: str, verb: str) -> None:
    page, path = lone
    page.goto("/review?what=pair")
    expect(page.get_by_role("heading", name="Are these one event?")).to_be_visible()
    words = page.locator(".pair article blockquote").all_inner_texts()
    assert words == ["Thirty people died", "twenty-two people died"]
    expect(page.locator(".item")).to_contain_text("one report gives two counts for the same place, day and kind of")
    page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing that fits waits to be looked at")).to_be_visible()
    (row,) = judgements(path)
    assert (row.verb, {row.subject, row.value["with"]}) == (verb, {"I-gazette-1", "I-gazette-2"})


def test_a_claim_leads_to_the_pair_of_its_incident(lone: tuple[Page, Path]) -> None:
    page, _ = lone
    page.goto("/review?what=claim&at=gazette-1")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Are these one event?")).to_be_visible()


def test_all_of_it_works_without_scripts_and_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    path = with_pair(tmp_path / "plain.db")
    with served(path) as address, window(browser, address, scripts=False, width=390) as watched:
        page = watched.page
        page.goto("/review?what=claim")
        first = title(page)
        page.get_by_role("button", name="Accept", exact=False).first.click()
        expect(page.locator("#did")).to_contain_text("You accepted")
        page.get_by_role("button", name="Undo").click()
        assert title(page) == first
        for one in ("/review", "/review?what=pair", "/review?place=Atlantis"):
            page.goto(one)
            assert page.evaluate("document.documentElement.scrollWidth") == 390, one
        page.goto("/review?what=pair")
        page.get_by_role("button", name="Same event").click()
        expect(page.locator("#did")).to_contain_text("You held to be one event: “Shelling, Saraqeb, 2 Jan 2020”")
        assert watched.problems == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_no_part_of_it_breaks_a_rule(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    path = with_pair(tmp_path / "axe.db")
    with served(path) as address:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        page = context.new_page()
        page.goto("/review?what=claim&kind=agreement")
        for one in page.locator(".item details").all():
            one.locator("summary").first.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.keyboard.press("?")
        assert violations(page) == []
        page.goto("/review?what=claim")
        subject = page.locator("form[data-key=a] [name=subject]").input_value()
        with Register.open(path) as register:
            pipeline.judge(register, "correct", subject, {"low": 7, "high": 7}, "Amal", "read it again")
        page.get_by_role("button", name="Accept a", exact=True).click()
        expect(page.get_by_role("heading", name="changed while you looked at it")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.goto("/review?what=pair")
        assert violations(page) == []
        context.close()


@contextmanager
def at_the_queue(browser: Browser, desk: Desk, role: str) -> Iterator[Page]:
    """Somebody of a role at the queue, logged in."""
    with window(browser, desk.address) as watched:
        page = watched.page
        page.goto("/review?what=claim")
        page.get_by_label("Name").fill(NAMES[role])
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(page.locator("#item")).to_be_visible()
        yield page


def test_of_two_people_at_one_item_the_second_is_told_and_loses_nothing(browser: Browser, peopled: Desk) -> None:
    with at_the_queue(browser, peopled, "reviewer") as huda, at_the_queue(browser, peopled, "admin") as amal:
        first = title(amal)
        assert title(huda) == first
        amal.keyboard.press("a")
        amal.keyboard.press("Enter")
        expect(amal.locator("#did")).to_contain_text("You accepted")
        huda.keyboard.press("r")
        huda.keyboard.type("it is a forecast")
        huda.keyboard.press("Enter")
        expect(huda.get_by_role("heading", name="This claim changed while you looked at it")).to_be_visible()
        expect(huda.get_by_role("listitem").filter(has_text="accepted by Amal")).to_be_visible()
        expect(huda.get_by_role("alert")).to_contain_text("because “it is a forecast”")
        assert [row.who for row in judgements(peopled.path)] == ["Amal"]
        huda.get_by_role("link", name="Leave it").click()
        expect(huda.locator("#item")).to_be_visible()
        assert title(huda) != first, "what Amal decided waits no more"
        amal.keyboard.press("r")
        amal.keyboard.press("Enter")
        expect(amal.locator("#did")).to_contain_text("You rejected")
        huda.keyboard.press("r")
        huda.keyboard.press("Enter")
        huda.get_by_role("button", name="Record mine all the same").click()
        expect(huda.locator("#did")).to_contain_text("You rejected")
        assert [(row.who, row.verb) for row in judgements(peopled.path)] == [
            ("Amal", "accept"), ("Amal", "reject"), ("Huda", "reject"),
        ]  # fmt: skip


def test_a_reader_sees_no_buttons_and_a_reviewer_no_pairs(browser: Browser, peopled: Desk) -> None:
    with at_the_queue(browser, peopled, "reader") as rima:
        expect(rima.get_by_text("As a reader you see what waits")).to_be_visible()
        assert rima.locator("main form[method=post]").count() == 0
        before = title(rima)
        rima.keyboard.press("a")
        rima.keyboard.press("u")
        assert title(rima) == before
        rima.keyboard.press("j")
        expect(rima.locator(".steps")).to_contain_text("2 of")


def test_a_refused_correction_is_mended_in_its_place(browser: Browser, tmp_path: Path) -> None:
    path = with_pair(tmp_path / "queue.db")
    with served(path) as address, window(browser, address) as watched:
        watched.page.goto("/review?what=claim")
        _mended(watched.page, path)
        assert watched.problems and all("400" in problem for problem in watched.problems)


def _mended(page: Page, path: Path) -> None:
    page.keyboard.press("c")
    form = page.locator("details[data-key=c] form")
    form.get_by_label("At least").fill("99")
    form.get_by_label("At most").fill("6")
    form.get_by_label("Reason").fill("the second sentence says so")
    marked(page)
    form.get_by_role("button", name="Record the correction").click()
    expect(page.get_by_role("alert")).to_contain_text("low 99 is above its high 6")
    assert page.evaluate("window.marked") is True and "/review" in page.url and judgements(path) == ()
    expect(page.get_by_label("At least")).to_have_value("99")
    expect(page.get_by_label("Reason")).to_have_value("the second sentence says so")
    assert violations(page) == []
    page.get_by_label("At least").fill("3")
    page.get_by_role("button", name="Record").click()
    expect(page.locator("#did")).to_contain_text("You corrected")
    (row,) = judgements(path)
    assert (row.value["low"], row.value["high"], row.reason) == (3, 6, "the second sentence says so")
