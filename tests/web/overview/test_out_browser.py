"""What a browser takes out: every file of the menu, and the picture."""

from __future__ import annotations

import base64
import csv
import json
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from sijil.register import Register
from tests.web.conftest import Watched
from tests.web.people.conftest import NAMES, PASSWORD, Desk


def opened(page: Page) -> None:
    page.locator(".out > summary").click()


def taken(page: Page, name: str, folder: Path) -> Path:
    """What a button of the menu downloads."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_every_file_of_the_menu_opens(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    page.goto("/?place=Saraqeb")
    opened(page)
    buttons = page.locator(".out-box button[formaction]")
    for index in range(buttons.count()):
        path = taken(page, buttons.nth(index).inner_text(), tmp_path)
        if path.suffix == ".zip":
            file, notes = ZipFile(path).namelist()
            about = json.loads(ZipFile(path).read(notes))
            text = ZipFile(path).read(file).decode()
            assert list(csv.reader(text.splitlines())) if file.endswith(".csv") else json.loads(text.splitlines()[0])
        else:
            about = json.loads(path.read_text())["sijil"]
        assert about["filter"] == {"place": "Saraqeb"} and about["limits"] and about["method"]
    assert watched.problems == []


def pixels(page: Page, picture: Path) -> dict[str, float]:
    """How large a PNG is, and how many colours a browser that decodes it finds in it."""
    source = "data:image/png;base64," + base64.b64encode(picture.read_bytes()).decode()
    found: dict[str, float] = page.evaluate(
        """async (source) => {
            const image = new Image();
            image.src = source;
            await image.decode();
            const { width, height } = image;
            const canvas = Object.assign(document.createElement("canvas"), { width, height });
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0);
            const data = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
            const ink = data.filter((one) => one !== data[0]).length / data.length;
            return { width, height, colours: new Set(data).size, ink };
        }""",
        source,
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_of_map_and_charts_and_is_written_down(
    own: tuple[object, Path], browser: Browser, tmp_path: Path, scheme: str
) -> None:
    client, register = own
    context = browser.new_context(base_url=str(client.base_url), color_scheme=scheme)  # type: ignore[attr-defined]
    watched = Watched(context.new_page())
    page = watched.page
    page.goto("/")
    page.wait_for_selector("[data-drawn='2']", timeout=30_000)
    opened(page)
    picture = taken(page, "Map and charts of this page", tmp_path)
    assert picture.name.startswith("sijil-overview-20") and picture.read_bytes().startswith(b"\x89PNG")
    seen = pixels(page, picture)
    assert seen["width"] == 2400 and seen["height"] > 2400 and seen["colours"] > 200 and 0.05 < seen["ink"] < 0.95
    expect(page.locator("[data-told]")).to_have_text("The picture is in your downloads.")
    with Register.open(register, create=False) as opened_register:
        (row,) = (row for row in opened_register.people.accesses() if row.what == "export")
    assert row.body["format"] == "picture" and row.body["positions"] is False
    assert watched.problems == []
    context.close()


def test_the_totals_are_drawn_too(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    page.goto("/totals?place=Idlib")
    opened(page)
    seen = pixels(page, taken(page, "Map and charts of this page", tmp_path))
    assert seen["width"] == 2400 and seen["colours"] > 50
    assert watched.problems == []


def test_a_page_that_shows_names_gives_no_picture_unless_they_are_asked_for(watched: Watched) -> None:
    page = watched.page
    page.goto("/totals?names=1")
    opened(page)
    page.get_by_role("button", name="Map and charts of this page").click()
    expect(page.locator("[data-told]")).to_contain_text("names are shown on this page")


def test_two_people_take_out_what_each_of_them_may(peopled: Desk, browser: Browser, tmp_path: Path) -> None:
    sizes = {}
    for role in ("reader", "admin"):
        context = browser.new_context(base_url=peopled.address)
        page = context.new_page()
        page.goto("/log-in")
        page.get_by_label("Name").fill(NAMES[role])
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.goto("/?place=Saraqeb")
        opened(page)
        if role == "admin":
            page.get_by_role("checkbox", name="exact positions").check()
        else:
            assert page.get_by_role("checkbox", name="exact positions").count() == 0
        file = ZipFile(taken(page, "Claims, a row each", tmp_path))
        text = file.read(file.namelist()[0]).decode()
        sizes[role] = ("35.864" in text, zlib.crc32(text.encode()))
        context.close()
    assert sizes["admin"][0] and not sizes["reader"][0] and sizes["admin"] != sizes["reader"]
