"""The scores on our own annotated sample reports, held to their floors."""

from __future__ import annotations

import pytest

from tools.gate import below, read, scores_of


@pytest.mark.parametrize("name", ["samples", "samples-ar"])
def test_the_samples_are_read_as_well_as_ever(name: str) -> None:
    _, sets = read()
    scores = scores_of(sets[name])
    assert scores["unread"] == []
    assert below(sets[name], scores) == []
