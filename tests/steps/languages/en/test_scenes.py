"""Scenes: what a sentence opens with."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.scenes import scenes_of
from sijil.steps.reading.clock import Clock
from tests.steps.languages.en.plain import sentence_of


@pytest.mark.parametrize(
    ("content", "goes_on"),
    [
        ("These attacks left 20 people dead.", True),
        ("In addition, these operations injured 15 women.", True),
        ("Among them were three children.", True),
        ("The attack killed three people.", False),
        ("Three attacks killed eight people.", False),
    ],
)
def test_a_sentence_that_counts_what_was_told_before(content: str, goes_on: bool) -> None:
    (scene,) = scenes_of([sentence_of(content)], Clock(None), None)
    assert scene.goes_on is goes_on
