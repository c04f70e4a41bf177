"""Whether a place lies in an area."""

from __future__ import annotations

import pytest

from sijil.model.place import Place
from sijil.steps.tally.areas import inside, touch
from tests.builders import ALWAER, HOMS, IDLIB, IDLIB_PROVINCE, NORTHERN_SYRIA, SARAQEB, SYRIA


def named(words: str, *admin: str) -> Place:
    """A place that no gazetteer knows."""
    return Place(words, "", words, "unknown", admin=admin)


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (SARAQEB, IDLIB_PROVINCE),
        (SARAQEB, NORTHERN_SYRIA),
        (SARAQEB, SYRIA),
        (IDLIB_PROVINCE, NORTHERN_SYRIA),
        (ALWAER, HOMS),
        (SARAQEB, SARAQEB),
        (named("Saraqeb", "Idlib province"), named("northern Syria")),
        (named("Saraqeb", "Idleb governorate"), named("Idlib province")),
        (named("northwestern Syria"), named("northern Syria")),
    ],
)
def test_lies_inside(place: Place, area: Place) -> None:
    assert inside(place, area)


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (IDLIB_PROVINCE, SARAQEB),
        (ALWAER, NORTHERN_SYRIA),
        (SARAQEB, named("southern Idlib")),
        (NORTHERN_SYRIA, IDLIB_PROVINCE),
        (named("Saraqeb"), NORTHERN_SYRIA),
        (SARAQEB, IDLIB),
    ],
)
def test_does_not_lie_inside_or_cannot_be_told(place: Place, area: Place) -> None:
    assert not inside(place, area)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (SARAQEB, IDLIB_PROVINCE, True),
        (named("northwestern Syria"), named("Aleppo province"), True),
        (named("northwestern Syria"), named("western Syria"), True),
        (named("southern Syria"), NORTHERN_SYRIA, False),
        (SARAQEB, ALWAER, False),
    ],
)
def test_areas_touch_where_one_holds_a_part_of_the_other(a: Place, b: Place, meet: bool) -> None:
    assert touch(a, b) is touch(b, a) is meet
