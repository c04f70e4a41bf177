"""Page furniture of the languages of a page, and English furniture on pages of any language."""

from __future__ import annotations

import pytest

from sijil.steps.clean.furniture import furniture_of
from sijil.steps.clean.pasted import blocks


@pytest.mark.parametrize("line", ["Follow us on Twitter", "\u200fShare\u200f", "Share", "© 2020"])
def test_an_arabic_page_has_english_furniture(line: str) -> None:
    known = furniture_of("مقتل خمسة مدنيين بغارة على سراقب")
    assert known.has("line", line) or known.has("tail", line)


def test_long_lines_and_plain_sentences_are_no_furniture() -> None:
    known = furniture_of("Five people died.")
    assert not known.has("line", "Share " * 30)
    assert not known.has("line", "Five people died.")
    assert known.is_menu("Home | World | Sport | Weather") and not known.is_menu("Five people | died")


def test_an_arabic_question_ends_a_paragraph() -> None:
    content = "قتل خمسة مدنيين بغارة.\n\nمن قصف السوق؟\n\nقالت المصادر إن الطيران قصفه."
    assert [block.role for block in blocks(content)] == ["body", "body", "body"]
