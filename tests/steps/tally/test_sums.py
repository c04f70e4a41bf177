"""The tally over incidents."""

from __future__ import annotations

from datetime import date

from sijil import METHOD_VERSION
from sijil.model.filter import Filter
from sijil.model.ledger import Tally
from sijil.steps.tally import tally
from tests.builders import ALWAER, IDLIB_PROVINCE, MAARAT, SARAQEB, World

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


def once(world: World) -> tuple[str, int]:
    """Civilians killed, and how many pairs of incidents are in doubt."""
    found = counted(world)
    return sums(found)["civilians killed"], len(found.doubts)


def test_two_speakers_of_one_report_whose_places_differ_are_counted_once() -> None:
    world = World()
    told = world.report("Meridian Wire", "2020-01-24")
    told.killed("at least 126", day=DAY, at=SARAQEB, attack="explosive", by="SOHR")
    told.killed("at least 100", day=DAY, at=ALWAER, by="Rescuers of the Civil Defence")
    assert once(world) == ("at least 126", 1)
    assert "two speakers of one report" in counted(world).doubts[0].why


def test_one_speaker_who_tells_of_two_towns_is_counted_twice() -> None:
    world = World()
    told = world.report("Meridian Wire", "2020-01-24")
    told.killed("at least 12", day=DAY, at=SARAQEB, attack="airstrike", by="SOHR")
    told.killed("at least 10", day=DAY, at=ALWAER, attack="airstrike", by="SOHR")
    assert once(world) == ("at least 22", 0)


def test_what_an_area_counts_of_a_day_adds_only_what_the_places_in_it_leave() -> None:
    world = World()
    told = world.report("Meridian Wire", "2020-01-24")
    told.killed("at least 50", day=DAY, at=IDLIB_PROVINCE, attack="airstrike")
    told.killed("43", day=DAY, at=MAARAT, attack="airstrike", by="SOHR")
    told.killed("5", day=DAY, at=SARAQEB, attack="airstrike", by="SOHR")
    assert once(world)[0] == "at least 50"


def test_an_undated_attack_is_not_added_to_a_dated_one_of_its_kind_and_place_but_the_dated_ones_are() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-25").killed("8", at=SARAQEB, attack="airstrike")
    for day in ("2020-01-10", "2020-01-20"):
        world.report(f"Courier of {day}", "2020-01-24").killed("5", day=day, at=SARAQEB, attack="airstrike")
    assert once(world) == ("13-18", 2)


def test_an_undated_attack_is_added_to_one_that_came_after_its_report() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-15").killed("8", at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", "2020-01-24").killed("5", day=DAY, at=SARAQEB, attack="airstrike")
    assert once(world) == ("13", 0)


def test_reports_of_one_place_and_day_that_were_not_linked_are_counted_once() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-24").killed("9", day=DAY, at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", "2020-01-24").killed("2", day=DAY, at=SARAQEB, attack="shelling")
    assert once(world) == ("9-11", 1)


def test_two_incidents_that_people_accepted_are_two() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-24").killed("9", day=DAY, at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", "2020-01-24").killed("2", day=DAY, at=SARAQEB, attack="shelling")
    world.judge("accept", "I-R1-1")
    world.judge("accept", "I-R2-1")
    assert once(world) == ("11", 0)


def test_a_list_of_places_adds_only_what_the_places_in_it_leave() -> None:
    world = World()
    world.report("Meridian Wire", "2020-01-24").killed(
        "50", day=DAY, place="Idlib, Aleppo and Hama", attack="airstrike"
    )
    world.report("Harbour Post", "2020-01-24").killed("43", day=DAY, at=MAARAT, attack="airstrike")
    assert once(world) == ("50-93", 1)


def test_what_is_told_of_a_month_adds_only_what_the_days_in_it_leave() -> None:
    world = World()
    told = world.report("Meridian Wire", "2020-01-31")
    told.killed("at least 24", day="2020-01-01..2020-01-31", at=SARAQEB, attack="shelling")
    told.killed("at least 20", day="2020-01-30", at=SARAQEB, attack="airstrike")
    assert once(world) == ("at least 24", 1)
    assert "a longer time" in counted(world).doubts[0].why
