"""Main text of pasted reports: paragraphs, headings, items, and the furniture around them (guide: page furniture)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.clean.pasted import blocks


def read(content: str) -> list[tuple[str, str]]:
    return [(block.role, content[block.start : block.end]) for block in blocks(content)]


def test_a_short_line_before_the_first_paragraph_is_a_headline_and_after_it_a_heading() -> None:
    content = "Shells fall on Amara\n\nFive people died.\n\nWhat came before\n\nThree died in May."
    assert [role for role, _ in read(content)] == ["headline", "body", "heading", "body"]


def test_list_items_are_items() -> None:
    assert [role for role, _ in read("The dead are as follows:\n- three children\n- two women")] == [
        "body",
        "item",
        "item",
    ]


@pytest.mark.parametrize(
    "line",
    ["Share", "Advertisement", "Tags: war, towns", "Follow us on Twitter", "Home | World | Sport", "2 min read", "***"],
)
def test_furniture_lines_are_in_no_block(line: str) -> None:
    content = f"Five people died.\n{line}\nThree were hurt."
    assert [text for _, text in read(content)] == ["Five people died.", "Three were hurt."]


@pytest.mark.parametrize("line", ["Leave a Reply", "3 comments", "All rights reserved."])
def test_after_a_tail_line_nothing_belongs_to_the_article(line: str) -> None:
    assert read(f"Five people died.\n{line}\nForty people died elsewhere.") == [("body", "Five people died.")]


@pytest.mark.parametrize("line", ["Related articles", "Most read", "You may also like"])
def test_teasers_end_an_article_that_mostly_lies_behind_them(line: str) -> None:
    content = f"Five people died in a raid on the town on Monday.\n{line}\nForty people died elsewhere."
    assert [text for _, text in read(content)] == ["Five people died in a raid on the town on Monday."]


def test_teasers_above_an_article_do_not_end_it() -> None:
    content = (
        "A raid\nRelated News\nBoy hurt in the east\nTwo arrested in the west\nFive people died in a raid on Monday."
    )
    assert [text for _, text in read(content)] == ["A raid", "Five people died in a raid on Monday."]


def test_headings_in_a_row_are_teasers_of_other_articles() -> None:
    content = "Five people died.\nA bridge falls\nRain is near\nMarkets go up\nThree were hurt."
    assert [text for _, text in read(content)] == ["Five people died.", "Three were hurt."]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    lines = [
        "The shells fell on the town for the whole of the night and",
        "people who had fled from other towns were among those",
    ]
    lines += [
        "that were hit when the roof of the old school came down on",
        "them, and in the morning there was no water left for them.",
    ]
    assert len(read("\n".join(lines))) == 1


@given(st.text(alphabet="ab .\n\r-|1A\u2028", max_size=200))
def test_blocks_are_in_order_and_never_overlap(content: str) -> None:
    found = blocks(content)
    assert all(0 <= b.start < b.end <= len(content) for b in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


def test_a_lead_that_is_glued_to_the_title_begins_behind_it() -> None:
    content = "Shells kill nine in Amara Nine people were killed on Monday as shells hit the market of Amara town"
    first, second = blocks(content, "Shells kill nine, in Amara")
    assert (content[first.start : first.end], first.role) == ("Shells kill nine in Amara", "headline")
    assert content[second.start :].startswith("Nine people were killed") and second.role == "body"


def test_a_text_that_is_all_headline_is_body() -> None:
    assert [block.role for block in blocks("12 people fled their homes")] == ["body"]


def test_a_line_of_a_post_that_ends_in_an_emoji_is_a_sentence() -> None:
    content = "Five people died.\nFamilies fled to the next village 😢\nThe schools are shut ‼️\nThe road is closed 🚑"
    assert [role for role, _ in read(content)] == ["body"] * 4


def test_a_post_whose_title_is_its_first_words_stays_whole() -> None:
    text = "قتل مدنيان وأصيب ثلاثة آخرون بقصف مدفعي على أطراف البلدة صباح اليوم، بحسب مراصد محلية في المنطقة"
    assert [b.role for b in blocks(text, "قتل مدنيان وأصيب ثلاثة آخرون بقصف")] == ["body"]
