"""Events share a key where one of them seeks what the other is filed under, whichever is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.place import Place
from sijil.steps.link.event import Event
from sijil.steps.link.keys import filed, pairs, sought
from sijil.steps.link.score import score
from tests.builders import ALWAER, HOMS, IDLIB, IDLIB_PROVINCE, SARAQEB, SYRIA, World

POINTS = st.builds(
    lambda lat, lon, east: Place("x", f"{lat} {lon} {east}", f"x {lat} {lon} {east}", "town", lat, lon + east),
    st.sampled_from([0.0, 35.9, 36.05, 59.0, 59.09, -33.95]), st.sampled_from([36.6, -0.05]),
    st.sampled_from([0.0, 0.08, 0.1, 0.12, 0.17, 0.3]),
)  # fmt: skip
PLACES = st.one_of(st.sampled_from([None, SYRIA, IDLIB_PROVINCE, IDLIB, HOMS, ALWAER, SARAQEB]), POINTS)
DAYS = st.sampled_from(["", "Thursday", "2020-01-22", "2020-01-23", "2020-01-24", "2020-01-23..2020-01-24"])
EVENTS = st.lists(st.tuples(PLACES, DAYS), min_size=2, max_size=6)


def told(rows: list[tuple[Any, str]]) -> list[Event]:
    world = World()
    return [Event((world.report("P").killed("5", day=day, at=place, attack="airstrike"),)) for place, day in rows]


def meet(a: Event, b: Event) -> bool:
    return not {*sought(a)}.isdisjoint(filed(b))


@settings(max_examples=300)
@given(EVENTS)
def test_keys_mirror_each_other_and_miss_nothing_that_has_points(rows: list[tuple[Any, str]]) -> None:
    events = told(rows)
    found = list(pairs(events))
    assert len(found) == len(set(found))
    for j, b in enumerate(events):
        for i, a in enumerate(events[:j]):
            assert meet(a, b) == meet(b, a) == ((i, j) in found)
            assert meet(a, b) or score(a, b).points is None


def test_events_of_one_report_are_never_compared() -> None:
    one, other = told([(HOMS, "2020-01-23"), (HOMS, "2020-01-23")])
    same = Event((replace(other.claims[0], doc=one.doc),))
    assert list(pairs([one, same])) == [] and list(pairs([one, other])) == [(0, 1)]
