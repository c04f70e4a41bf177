"""Sentences: their offsets lead back to the text, and none is so long that reading it takes for ever."""

from __future__ import annotations

from sijil.model.report import Block, Text
from sijil.steps.languages.en.engine.load import LONGEST
from sijil.steps.languages.en.parse import sentences


def test_offsets_lead_back_to_the_text() -> None:
    content = "A shell fell. Five people died."
    found = sentences(Text(content, (Block(0, len(content), "body"),)))
    assert (
        [content[s.start : s.end] for s in found] == [s.text for s in found] == ["A shell fell.", "Five people died."]
    )


def test_words_without_a_full_stop_are_cut() -> None:
    content = "and then a shell fell " * 200
    found = sentences(Text(content, (Block(0, len(content), "body"),)))
    assert max(len(s.tokens) for s in found) <= LONGEST + 1
    assert "".join(s.text.replace(" ", "") for s in found) == content.replace(" ", "")
