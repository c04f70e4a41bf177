"""Who is said to hold a place as of a day, by each source's last word."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import ControlState
from sijil.steps.tally.holders import as_of, held
from tests.builders import SARAQEB, World

ARMY, REBELS, SNN = "Syrian army", "rebels", "Shaam News Network"


def state(world: World, day: date = date.max, source: str = "", denied: tuple[str, ...] = ()) -> ControlState | None:
    """The state of the only place."""
    (one,) = held(world.claims, world.reports)
    return as_of(one, world.reports, denied, day, source)


def words(found: ControlState | None) -> list[tuple[str, str]]:
    """Who says which claim, in order."""
    return [(word.source, word.claim) for word in found.words] if found else []


def two_sides() -> World:
    """SANA says that the army took the town, and later that it holds it; an agency tells otherwise weeks before."""
    world = World()
    world.report("Shaam News", "2020-01-02").says("control", "rebels hold the town", at=SARAQEB, actor=REBELS, by=SNN)
    agency = world.report("Post", "2020-02-05")
    agency.says("control", "the army took the town", day="2020-02-01", at=SARAQEB, actor=ARMY, by="SANA")
    world.report("Post", "2020-03-05").says("control", "the army holds it", at=SARAQEB, actor=ARMY, by="SANA")
    return world


def test_the_last_word_of_each_source_stands_the_latest_first() -> None:
    found = state(two_sides())
    assert words(found) == [("SANA", "R3-1"), (SNN, "R1-1")]
    assert found is not None and found.words[0].holding and not found.disagree and found.differ


def test_a_word_counts_from_its_first_day_and_not_from_that_of_its_report() -> None:
    world = two_sides()
    assert words(state(world, date(2020, 1, 1))) == []
    assert words(state(world, date(2020, 1, 31))) == [(SNN, "R1-1")]
    assert words(state(world, date(2020, 2, 1))) == [("SANA", "R2-1"), (SNN, "R1-1")]


def test_one_source_comes_first_and_says_nothing_before_its_first_word() -> None:
    world = two_sides()
    assert words(state(world, source=SNN)) == [(SNN, "R1-1"), ("SANA", "R3-1")]
    assert state(world, date(2020, 1, 31), "SANA") is None


def test_two_camps_on_one_day_disagree_and_a_denial_does_too() -> None:
    world = World()
    told = world.report("Post", "2020-01-02")
    told.says("control", "rebels hold the town", at=SARAQEB, actor=REBELS, by=SNN)
    told.says("control", "the army holds the town", at=SARAQEB, actor=ARMY, by="SANA")
    found = state(world)
    assert found is not None and found.disagree and found.differ
    alone = World()
    alone.report("Post", "2020-01-02").says("control", "rebels hold the town", at=SARAQEB, actor=REBELS, by=SNN)
    denied = state(alone, denied=("R1-1",))
    assert denied is not None and denied.disagree and not denied.differ


def test_a_besieger_holds_nothing_and_differs_from_nobody() -> None:
    world = World()
    told = world.report("Post", "2020-01-02")
    told.says("control", "rebels hold the town", at=SARAQEB, actor=REBELS, by=SNN)
    told.says("control", "the army besieges the town", at=SARAQEB, actor=ARMY, by="SANA")
    found = state(world)
    assert found is not None and not found.disagree and not found.differ
    assert [word.holding for word in found.words if word.source == "SANA"] == [False]


def test_a_word_without_any_day_is_kept_apart_and_one_without_a_place_is_in_none() -> None:
    world = World()
    told = world.report("Post")
    told.says("control", "rebels hold the town", at=SARAQEB, actor=REBELS)
    told.says("control", "rebels hold some towns", actor=REBELS)
    (one,) = held(world.claims, world.reports)
    assert one.words == () and one.undated == ("R1-1",)
    assert as_of(one, world.reports, ()) is None
