"""What is left of a total, in words."""

from __future__ import annotations

import pytest

from sijil.steps.bounds import left_words, subtract
from tests.builders import figure


@pytest.mark.parametrize(
    ("total", "inside", "words"),
    [("84", "5", "79"), ("at least 84", "5", "at least 79"), ("84", "84", "none"), ("at least 24", "at least 73", "")],
)
def test_what_may_be_anything_is_not_said(total: str, inside: str, words: str) -> None:
    assert left_words(subtract(figure(total), figure(inside))) == words
