"""What cells of the listings say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijil.cli.cells import group_range, says
from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from tests.builders import World


@pytest.mark.parametrize(
    "low, high, group, told",
    [
        (1, None, "civilians", "at least 1 civilian killed"),
        (1, 1, "women", "1 woman killed"),
        (1, 1, "combatants", "1 combatant killed"),
        (1, 2, "children", "1-2 children killed"),
        (None, 1, "people", "up to 1 person killed"),
        (3, 3, "women", "3 women killed"),
    ],
)
def test_one_is_told_in_the_singular(low: int | None, high: int | None, group: str, told: str) -> None:
    figure = Figure(low, high)
    assert group_range(GroupRange("killed", group, figure, (), ())) == told
    read = World().report("Courier").killed("5", group)
    assert says(replace(read, figure=figure)) == told
