"""Pages of posts: the author's own words, without head, counts and the answers of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.clean.pasted import blocks
from sijil.steps.clean.posts import clipped, is_of_x, own_words


def own(content: str, title: str = "") -> list[str]:
    return [content[a:b].strip() for a, b in own_words(content, title)]


def test_a_post_is_what_stands_between_its_head_and_its_minute() -> None:
    content = "Post\n\nPost\n\nأخبار تلحسون@tal_newsإصابة طفل بقصف\n#تلحسون00:0010:35 AM · Mar 25, 20256.8KViews4125"
    assert own(content) == ["إصابة طفل بقصف\n#تلحسون"]


def test_answers_of_others_are_furniture_and_the_author_goes_on() -> None:
    content = (
        "Conversationأخبار تلحسون@tal_newsمقتل رجل بقصف.Translate Tweet4:13 AM · Oct 29, 2022·Twitter Web App16"
        "أخبار تلحسون@tal_news·Oct 29Replying to @tal_newsوأصيبت زوجته.512\n\n"
        "سامي@sami_1Oct 29, 2022رحمه الله وقتل خمسة غيره117\n"
    )
    assert own(content) == ["مقتل رجل بقصف.", "وأصيبت زوجته."]


def test_a_thread_above_the_shown_post_is_the_authors_too() -> None:
    content = (
        "Post\n\nليلى حسن@laila_hNov 5, 2024قصفت الطائرات البلدة فجراً 1253K\n\n"
        "ليلى حسن@laila_hوقتل رجلان.2:35 PM · Nov 5, 20245KViews61"
    )
    assert own(content) == ["قصفت الطائرات البلدة فجراً", "وقتل رجلان."]


def test_a_mention_in_a_post_is_no_head() -> None:
    content = "Post\n\nRami Ali@rami_aShells fell on the town, says @tal_news here.9:29 AM · Dec 2, 20241.8KViews114"
    title = 'Rami Ali on X: "Shells fell on the town" / X'
    assert own(content, title) == ["Shells fell on the town, says @tal_news here."]


def test_a_day_that_opens_a_post_is_no_part_of_its_head() -> None:
    content = "Post\n\nPost\n\nTown News@townOn Nov 28, shells hit Amara.1:00 PM · Nov 28, 2024480Views51"
    assert own(content, 'Town News on X: "On Nov 28, shells hit Amara." / X') == ["On Nov 28, shells hit Amara."]


def test_other_texts_are_left_whole() -> None:
    assert own("Write to desk@example.org at 4:13 AM.") == ["Write to desk@example.org at 4:13 AM."]
    assert not is_of_x("Five died at 4:13 AM.")


def test_what_facebook_glues_into_a_text_is_cut_out() -> None:
    content = "Three died.\nNews Verified accountDecember 22, 2025 · Shared with PublicFour were hurt."
    assert own(content) == ["Three died.\nNews", "Four were hurt."]


def test_every_line_of_a_post_is_its_body() -> None:
    content = "مقتل رجلين بقصف على تلحسون\nفرقنا أسعفت المصابين إلى المشفى القريب\nفريق الإسعاف #تلحسون"
    assert [block.role for block in blocks(content)] == ["body", "body", "body"]
    assert [block.role for block in blocks("قصف على تلحسون\nالمصابون نقلوا", "شبكة تلحسون Facebook")] == [
        "body",
        "body",
    ]


@pytest.mark.parametrize("line", ["Report Tweet", "Back to top ↑", "2 Retweets", "15s15 seconds ago", "Undo", "Post"])
def test_the_networks_own_lines_are_furniture(line: str) -> None:
    content = f"{line}\nمقتل رجلين بقصف على تلحسون #تلحسون\n{line}"
    assert [content[b.start : b.end] for b in blocks(content)] == ["مقتل رجلين بقصف على تلحسون #تلحسون"]


def test_only_what_lies_in_both_is_left() -> None:
    assert clipped([(0, 4), (6, 9)], [(2, 7), (8, 20)]) == [(2, 4), (6, 7), (8, 9)]


@given(st.text(alphabet="a@1 \n:·APMNov,0ب", max_size=200))
def test_own_words_are_in_order_and_within_the_content(content: str) -> None:
    found = own_words(content)
    assert all(0 <= a < b <= len(content) for a, b in found)
    assert all(a[1] <= b[0] for a, b in zip(found, found[1:], strict=False))
