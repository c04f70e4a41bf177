"""What lies in a box of the map."""

from __future__ import annotations

import pytest

from sijil.model.filter import Box
from sijil.model.place import Place
from sijil.steps.tally.boxed import in_box

AROUND_SARAQEB: Box = (36.7, 35.8, 36.9, 35.9)
AROUND_IDLIB: Box = (35.0, 34.5, 38.0, 37.0)
SARAQEB = Place("Saraqeb", "gn:1", "Saraqeb", "town", 35.864, 36.805, ("Syria", "Idlib"))
IDLIB = Place("Idlib", "SY-ID", "Idlib", "province", admin=("Syria",), outline="SY-ID")
MIDDLE = Place("Idlib", "SY-ID", "Idlib", "province", 35.85, 36.8, ("Syria",))


@pytest.mark.parametrize(
    ("place", "box", "inside"),
    [
        (SARAQEB, AROUND_SARAQEB, True),
        (SARAQEB, (36.9, 35.8, 37.0, 35.9), False),
        (IDLIB, AROUND_IDLIB, True),
        (IDLIB, AROUND_SARAQEB, False),  # what was somewhere in the province need not have been there
        (MIDDLE, AROUND_SARAQEB, False),  # an area's middle is nowhere that anything happened
        (Place("the badia", "", "the badia", "unknown"), AROUND_IDLIB, False),
        (None, AROUND_IDLIB, False),
    ],
)
def test_a_point_by_its_position_and_an_area_by_all_of_its_outline(place: Place | None, box: Box, inside: bool) -> None:
    assert in_box(place, box) is inside
