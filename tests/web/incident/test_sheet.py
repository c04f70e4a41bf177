"""The printable sheet: what is on it, what stays out, who may take it, and how it prints."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from sijil.register import Register
from tests.web.conftest import Watched
from tests.web.incident.crowd import ID
from tests.web.incident.test_page import plain
from tests.web.people.conftest import Desk
from tests.web.people.test_people_browser import enter
from tests.web.people.test_veil import NAMES, named
from tests.web.test_judging import Own, send

SHEET = "/incidents/I-courier-1/sheet"
SIZES = {"A4": (595, 842), "Letter": (612, 792)}


def exports(path: Path) -> list[dict[str, object]]:
    """What the access log holds of exports."""
    with Register.open(path, create=False) as register:
        return [row.body for row in register.people.accesses() if row.what == "export"]


def test_it_says_all_that_a_reader_of_it_needs(own: Own) -> None:
    client, path = own
    send(client, verb="grade", subject="I-courier-1", grade="Weak", reason="one voice")
    answer = client.get(SHEET)
    words = plain(answer.text)
    for told in (
        "4-5 civilians are reported killed (children: 3) in an airstrike on 23 January 2020 in Saraqeb, Idlib, Syria,",
        "going by",
        "method 0.3", "Weak", "35.86, 36.8 (WGS 84, rounded to about a kilometre); UCDP precision 1",
        "“Five civilians, three of them children, died on Thursday”", "no aircraft had struck Saraqeb",
        "one of the team: graded Weak. one voice", "A documented minimum, not an estimate", "Limits", "[1] The Courier",
    ):  # fmt: skip
        assert told in words, told
    with Register.open(path, create=False) as register:
        hashes = {info.doc: info.sha256 for info in register.reports()}
    assert hashes["courier"] in words and hashes["bulletin"] in words and hashes["siege"] not in words
    assert "file /reports" not in answer.text and answer.headers["cache-control"] == "no-store"
    assert "<nav" not in answer.text and "A. Reader" not in answer.text


def test_every_sheet_is_an_export_that_is_written_down(own: Own) -> None:
    client, path = own
    client.get(SHEET)
    client.get(SHEET, params={"names": "1", "positions": "1"})
    plain_one, whole = exports(path)
    assert plain_one == {
        "format": "sheet", "filter": {"incident": "I-courier-1"}, "names": False, "positions": False, "way": "desk",
    }  # fmt: skip
    assert whole["names"] and whole["positions"]


def test_names_and_positions_need_an_admin(peopled: Desk) -> None:
    named(peopled.path)
    address = "/incidents/I-baker-1/sheet"
    reader, admin = (peopled.log_in(role) for role in ("reader", "admin"))
    withheld = reader.get(address).text
    assert "words withheld" in withheld and not any(name in withheld for name in NAMES)
    assert (
        reader.get(f"{address}?names=1").status_code == 403 and reader.get(f"{address}?positions=1").status_code == 403
    )
    assert "Darwazi" in admin.get(f"{address}?names=1").text
    assert [one["names"] for one in exports(peopled.path)] == [False, True], "what is refused is no export"
    assert peopled.ask().get(address).status_code == 303


@pytest.mark.parametrize("size", SIZES)
def test_it_prints_as_text_with_numbered_pages(browser: Browser, crowd: httpx.Client, size: str) -> None:
    context = browser.new_context(base_url=str(crowd.base_url), color_scheme="dark")
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"/incidents/{ID}/sheet")
    printed = PdfReader(BytesIO(page.pdf(format=size)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    width, height = printed.pages[0].mediabox[2:]
    assert (round(width), round(height)) == pytest.approx(SIZES[size], abs=2)
    assert len(texts) > 3 and all(f"{n} of {len(texts)}" in text for n, text in enumerate(texts, 1))
    assert "41 independent sources" in " ".join(texts[0].split()) and "Back to the incident" not in "".join(texts)
    assert "documented minimum" in texts[-1] and any("UCDP precision" in text for text in texts[:2])
    assert watched.problems == []
    context.close()


def test_a_button_prints_and_an_admin_asks_for_more(browser: Browser, peopled: Desk) -> None:
    page = enter(browser, peopled, "admin", width=390)
    page.get_by_role("link", name="Printable sheet").click()
    expect(page).to_have_url(f"{peopled.address}{SHEET}")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
    page.get_by_role("button", name="Print").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.get_by_label("with exact positions").check()
    page.get_by_role("button", name="Write it anew").click()
    expect(page.locator("main")).to_contain_text("35.864, 36.805 (WGS 84)")
    page.get_by_role("link", name="Back to the incident").click()
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    page.context.close()
