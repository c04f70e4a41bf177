"""Mentions annotated by reading the reports, and how many get their party; where the annotated reports lie beside."""

import pytest

from benchmarks.parties import GOLD, SAMPLES, mentions, score
from sijil.steps.places.gazetteer import Gazetteer

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated reports are not beside the project")


@pytest.mark.parametrize(("name", "floor"), [("parties-150", 0.97), ("parties-ar-50", 0.92)])
def test_share_of_the_sample_with_the_right_party(name: str, floor: float) -> None:
    share, wrong = score(name, Gazetteer.open())
    assert share >= floor, wrong


def test_nearly_all_annotated_actors_mean_a_party_that_is_known() -> None:
    told = list(mentions(SAMPLES["parties-150"], Gazetteer.open()))
    assert sum(1 for one in told if one.party.id) >= 0.95 * len(told)
