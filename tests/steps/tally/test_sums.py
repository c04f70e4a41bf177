"""The tally over incidents."""

from __future__ import annotations

from datetime import date

from sijil import METHOD_VERSION
from sijil.model.filter import Filter
from sijil.model.ledger import Tally
from sijil.steps.tally import tally
from tests.builders import ALWAER, MAARAT, SARAQEB, World

DAY, AS_OF = "2020-01-23", date(2020, 2, 1)


def counted(world: World, **wanted: object) -> Tally:
    """The tally of what a filter asks for."""
    return tally(world.findings(), Filter(**wanted), AS_OF)  # type: ignore[arg-type]


def sums(found: Tally) -> dict[str, str]:
    """Rows in words."""
    return {f"{row.group} {row.measure}": row.figure.words() for row in found.rows}


def test_two_reports_of_one_event_are_counted_once() -> None:
    world = World()
    for source in ("Zaman al-Wasl", "Harbour Post"):
        world.report(source, "2020-01-24").killed("5", day=DAY, at=SARAQEB, attack="airstrike")
    assert sums(counted(world)) == {"civilians killed": "5"}


def test_an_open_bound_makes_the_sum_open() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.killed("5", day=DAY, at=SARAQEB)
    told.killed("at least 2", day=DAY, at=MAARAT)
    assert sums(counted(world)) == {"civilians killed": "at least 7"}


def test_another_source_that_bounds_an_event_bounds_the_sum() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.killed("at least 2", day=DAY, at=MAARAT, attack="airstrike", by="SOHR")
    told.killed("4", day=DAY, at=MAARAT, attack="airstrike", by="SNHR")
    assert sums(counted(world)) == {"civilians killed": "2-4"}


def test_casualties_stay_apart_from_killed() -> None:
    world = World()
    told = world.report("Coalition media", "2020-01-24")
    told.harm("casualties", "at least 24", day=DAY, at=ALWAER)
    told.killed("5", day=DAY, at=SARAQEB)
    assert sums(counted(world)) == {"civilians killed": "5", "civilians casualties": "at least 24"}


def test_two_waves_keep_their_floor_and_their_ceiling() -> None:
    world = World()
    told = world.report("Coalition media", "2020-01-24")
    told.says("attack", "at least six airstrikes", "at least 6", DAY, at=ALWAER, attack="airstrike")
    told.says("attack", "up to 12 airstrikes", "up to 12", DAY, at=ALWAER, attack="airstrike")
    assert sums(counted(world)) == {"airstrike strikes": "at least 6"}


def test_every_tally_carries_its_limits_day_and_method() -> None:
    found = counted(World())
    assert "documented minimum" in found.limits[0]
    assert (found.as_of, found.method, found.rows) == (AS_OF, METHOD_VERSION, ())


def test_undated_and_placeless_incidents_are_listed_and_leave_only_where_a_day_or_place_is_asked() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.killed("5", day=DAY)
    told.killed("3", at=SARAQEB)
    everything = counted(world)
    assert (everything.placeless, everything.undated) == (("I-R1-1",), ("I-R1-2",))
    assert sums(everything) == {"civilians killed": "8"}
    assert sums(counted(world, since=date(2020, 1, 1))) == {"civilians killed": "5"}
    assert sums(counted(world, place="idlib")) == {"civilians killed": "3"}


def test_a_filter_narrows_by_party_and_group() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.killed("5", day=DAY, at=SARAQEB, actor="Assad's jets")
    told.killed("4", "children", DAY, at=MAARAT, actor="Islamic State")
    assert sums(counted(world, party="syrian-government")) == {"civilians killed": "5"}
    assert sums(counted(world, group="children")) == {"children killed": "4"}
