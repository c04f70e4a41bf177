"""A report in Chromium: words marked with mouse and keyboard, claims judged in place, and the original."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sijil.register import Register
from tests.web.axe import violations
from tests.web.conftest import Watched, served
from tests.web.sample import build
from tests.web.test_adding import marked
from tests.web.test_report import PAGE, archived

ARABIC = "غارة على سراقب\n\nقتل خمسة مدنيين في غارة على سراقب يوم الخميس. وجرح تسعة آخرون.\n"


@pytest.fixture
def desk_of_own(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A desk of the test's own: its address and its register."""
    path = build(tmp_path / "own.db")
    with served(path) as address:
        yield address, path


def select(page: Page, words: str) -> None:
    """Marks words of the text, wherever runs of it begin and end."""
    page.evaluate(
        """words => {
            const paper = document.querySelector(".paper");
            const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
            const nodes = [];
            let told = "";
            while (walker.nextNode()) {
                if (walker.currentNode.parentElement.closest(".ref")) continue;
                nodes.push([told.length, walker.currentNode]);
                told += walker.currentNode.data;
            }
            const place = (at) => {
                const [from, node] = nodes.findLast(([from]) => from <= at);
                return [node, at - from];
            };
            const start = told.indexOf(words), range = document.createRange();
            range.setStart(...place(start));
            range.setEnd(...place(start + words.length));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )


def fill(page: Page, **fields: str) -> None:
    """Fills the form for a claim and sends it."""
    for name, value in fields.items():
        page.locator(f"[name={name}]").first.fill(value)
    page.get_by_role("button", name="Add the claim").click()


def test_marked_words_become_a_claim_that_counts(desk_of_own: tuple[str, Path], window: Callable[..., Page]) -> None:
    address, path = desk_of_own
    id_, start, stop = marked(path, "children, died on Thursday when jets hit")
    page = window(address)
    page.goto(f"/reports/{id_}")
    select(page, "children, died on Thursday when jets hit")
    link = page.get_by_role("link", name="Add a claim from these words")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"/reports/{id_}/add?start={start}&stop={stop}"
    link.click()
    expect(page.get_by_role("textbox", name="The words")).to_have_value("children, died on Thursday when jets hit")
    expect(page.get_by_role("radio", name="Casualties")).to_be_checked()
    expect(page.get_by_label("What was hit or hindered")).to_be_hidden()
    page.get_by_label("What happened to them").select_option("injured")
    page.get_by_label("Who they were").select_option("women")
    fill(page, low="7", high="7", reason="seven women are told of", who="Rana")
    page.wait_for_url(f"**/reports/{id_}#c-7")
    expect(page.locator("#c-7")).to_contain_text("added by Rana")
    expect(page.locator("#m-7")).to_be_visible()
    page.goto("/incidents/I-courier-1")
    expect(page.get_by_role("main")).to_contain_text("7 women injured")
    expect(page.get_by_role("main")).to_contain_text("added by Rana")
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text("Women injured")


def test_words_are_marked_by_dragging_the_mouse(desk_of_own: tuple[str, Path], window: Callable[..., Page]) -> None:
    address, path = desk_of_own
    id_, *_ = marked(path)
    page = window(address)
    page.goto(f"/reports/{id_}")
    box = page.locator("#m-4").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    page.get_by_role("link", name="Add a claim from these words").click()
    expect(page.get_by_role("textbox", name="The words")).to_have_value("Some 350,000 people have left their homes")


def test_marks_are_counted_right_behind_line_ends_and_signs_beyond_the_first_plane(
    desk_of_own: tuple[str, Path], window: Callable[..., Page]
) -> None:
    address, path = desk_of_own
    lines = (
        "\U0001f4cd At least five civilians were killed and more than twenty others were",
        "wounded when warplanes hit the central market of the town of Saraqeb in the",
        "countryside of Idlib on Thursday, rescuers who reached the place said there.",
    )
    told = "\r\n".join(["Strike on a market", "", *lines, ""])
    id_ = archived(path, told.encode(), "text/plain")
    start = told.index("countryside")
    page = window(address)
    page.goto(f"/reports/{id_}")
    select(page, "countryside of Idlib")
    link = page.get_by_role("link", name="Add a claim from these words")
    expect(link).to_have_attribute("href", f"/reports/{id_}/add?start={start}&stop={start + 20}")


def test_the_keyboard_alone_adds_a_claim(desk_of_own: tuple[str, Path], window: Callable[..., Page]) -> None:
    address, path = desk_of_own
    id_, *_ = marked(path)
    page = window(address)
    page.goto(f"/reports/{id_}")
    page.get_by_role("link", name="Add a claim", exact=True).press("Enter")
    pluses = page.get_by_role("link", name="Add a claim from this sentence")
    expect(pluses.first).to_be_visible()
    pluses.nth(1).press("Enter")
    words = page.get_by_role("textbox", name="The words")
    expect(words).to_have_value(
        "Five civilians, three of them children, died on Thursday when jets hit a house in Saraqeb, the town's rescuers"
        " said."
    )
    words.press("Control+a")
    page.keyboard.type("jets hit a house in Saraqeb")
    page.get_by_role("button", name="Read them again").press("Enter")
    expect(page.locator("mark.chosen")).to_have_text("jets hit a house in Saraqeb")
    page.get_by_role("radio", name="Damage").press("Space")
    page.get_by_label("What was hit or hindered").focus()
    page.keyboard.type("house")
    page.get_by_label("Reason").focus()
    page.keyboard.type("the house is missing")
    page.keyboard.press("Enter")
    page.wait_for_url("**#c-7")
    with Register.open(path) as register:
        claim = register.judgements()[0].value["claim"]
    assert (claim["quote"], claim["figure"]) == ("jets hit a house in Saraqeb", None)


def test_marked_words_can_be_widened_by_keys_and_followed_by_enter(
    desk_of_own: tuple[str, Path], window: Callable[..., Page]
) -> None:
    address, path = desk_of_own
    id_, *_ = marked(path)
    page = window(address)
    page.goto(f"/reports/{id_}")
    select(page, "Some 350,000")
    for _ in range(len(" people")):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/add?**")
    expect(page.get_by_role("textbox", name="The words")).to_have_value("Some 350,000 people")


def test_without_scripts_a_claim_is_added_too(desk_of_own: tuple[str, Path], window: Callable[..., Page]) -> None:
    address, path = desk_of_own
    id_, *_ = marked(path)
    page = window(address, java_script_enabled=False)
    page.goto(f"/reports/{id_}?mark=1")
    page.get_by_role("link", name="Add a claim from this sentence").nth(1).click()
    page.get_by_label("Damage").check()
    fill(page, object="house", low="no number", reason="missing")
    expect(page.locator("#wrong-figure")).to_contain_text("is no number")
    expect(page.get_by_label("What was hit or hindered")).to_have_value("house")
    fill(page, low="1", high="1")
    page.wait_for_url("**#c-7")


def test_a_claim_is_corrected_and_rejected_where_it_stands(
    desk_of_own: tuple[str, Path], window: Callable[..., Page]
) -> None:
    address, path = desk_of_own
    id_, *_ = marked(path)
    page = window(address)
    page.goto(f"/reports/{id_}")
    claim = page.locator("#c-1")
    claim.get_by_role("link", name="Correct", exact=True).click()
    form = claim.get_by_role("form", name="Correct claim 1")
    expect(form.get_by_label("At least")).to_have_value("5")
    form.get_by_label("At least").fill("4")
    form.get_by_label("Reason").fill("four, says the desk")
    form.get_by_label("Who", exact=True).last.fill("Rana")
    form.get_by_role("button", name="Record").click()
    expect(page.locator("#c-1 header")).to_contain_text("4-5 civilians killed")
    page.locator("#c-2 summary", has_text="Accept or reject").click()
    page.locator("#c-2").get_by_label("Reason").fill("not in the words")
    page.locator("#c-2").get_by_role("button", name="Reject").click()
    expect(page.locator("#c-2")).to_have_count(0)
    with Register.open(path) as register:
        assert [(row.verb, row.subject, row.value) for row in register.judgements()] == [
            ("correct", "courier-1", {"low": 4}), ("reject", "courier-2", {}),
        ]  # fmt: skip


def test_n_and_p_go_from_claim_to_claim(watched: Watched, ids: dict[str, str]) -> None:
    page = watched.page
    page.goto(f"/reports/{ids['courier']}")
    for key, number in (("n", 1), ("n", 2), ("n", 3), ("p", 2)):
        page.keyboard.press(key)
        expect(page.locator(f"#c-{number}")).to_be_focused()
        expect(page.locator(f"#m-{number}")).to_have_class("k-casualty twice lit" if number == 2 else "k-casualty lit")
    page.locator("#c-1 summary", has_text="Accept or reject").click()
    page.locator("#c-1").get_by_label("Reason").press_sequentially("nnp")
    expect(page.locator("#c-1").get_by_label("Reason")).to_have_value("nnp")
    assert watched.problems == []


def test_the_legend_shows_claims_of_one_kind(watched: Watched, ids: dict[str, str]) -> None:
    page = watched.page
    page.goto(f"/reports/{ids['courier']}")
    page.get_by_role("link", name="Displacement 3").click()
    expect(page.locator("article.claim")).to_have_count(3)
    expect(page.locator("mark.k-casualty")).to_have_count(0)
    expect(page.get_by_role("link", name="Displacement 3")).to_have_attribute("aria-current", "true")
    assert watched.problems == []


def test_the_original_stands_beside_the_text_and_asks_nobody(
    desk_of_own: tuple[str, Path], window: Callable[..., Page]
) -> None:
    address, path = desk_of_own
    id_ = archived(path, PAGE, "text/html")
    page = window(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/reports/{id_}/original")
    frame = page.frame_locator("iframe")
    expect(frame.locator("p")).to_have_text("Five people died there.")
    assert frame.locator("p").evaluate("p => getComputedStyle(p).direction") == "rtl"
    boxes = [page.locator(one).bounding_box() for one in (".halves .paper", ".came")]
    assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert all(url.startswith(address) for url in asked)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the exact bytes").click()
    assert Path(download.value.path()).read_bytes() == PAGE


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_arabic_is_set_right_to_left_and_every_page_fits(
    desk_of_own: tuple[str, Path], window: Callable[..., Page], width: int, scheme: str
) -> None:
    address, path = desk_of_own
    id_ = archived(path, ARABIC.encode(), "text/plain")
    page = window(address, width, color_scheme=scheme)
    page.goto(f"/reports/{id_}?mark=1")
    assert page.locator(".paper p.body").evaluate("p => getComputedStyle(p).direction") == "rtl"
    select(page, "وجرح تسعة")
    page.get_by_role("link", name="Add a claim from these words").click()
    words = page.get_by_role("textbox", name="The words")
    expect(words).to_have_value("وجرح تسعة")
    assert words.evaluate("area => getComputedStyle(area).direction") == "rtl"
    courier, *_ = marked(path)
    page.get_by_role("radio", name="Casualties").check()
    fill(page, low="9", high="3", reason="x")
    pages = ["", f"/reports/{courier}?mark=1", f"/reports/{courier}/original", "/reports", "/claims/courier-1/fields"]
    for one in pages:
        if one:
            page.goto(one)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, one
        assert violations(page) == [], one
