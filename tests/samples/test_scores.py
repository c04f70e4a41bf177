"""The scores on our own annotated sample reports, held to their floors."""

from __future__ import annotations

from tools.gate import below, read, scores_of


def test_the_samples_are_read_as_well_as_ever() -> None:
    _, sets = read()
    scores = scores_of(sets["samples"])
    assert scores["unread"] == []
    assert below(sets["samples"], scores) == []
