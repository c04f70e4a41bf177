"""Stated totals stand beside the incidents inside them and are never added to them."""

from __future__ import annotations

from datetime import date

from sijil.model.filter import Filter
from sijil.model.incident import Total
from sijil.steps.tally import tally, totals
from tests.builders import ALWAER, IDLIB_PROVINCE, MAARAT, NORTHERN_SYRIA, SARAQEB, World

DAY, TEN_DAYS = "2020-01-23", "2020-01-15..2020-01-24"


def told(world: World) -> tuple[Total, ...]:
    """The totals of a world."""
    return totals(world.findings())


def seed() -> World:
    """84 civilians (32 children) in ten days in northern Syria; 5 of a family (3 children) in Saraqeb on Thursday."""
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("at least 84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", by="Syria's Response Coordinators")
    report.killed("32", "children", TEN_DAYS, at=NORTHERN_SYRIA, scope="total", part_of=True)
    report.killed("5", day=DAY, at=SARAQEB, attack="airstrike")
    report.killed("3", "children", DAY, at=SARAQEB, attack="airstrike", part_of=True)
    return world


def test_five_killed_inside_84_leaves_79_unexplained_and_is_never_89() -> None:
    world = seed()
    (total,) = told(world)
    assert (total.claim, total.parts, total.inside) == ("R1-1", ("R1-2",), ("I-R1-3",))
    assert (total.explained.words(), total.unexplained.words()) == ("5", "at least 79")
    sums = {(row.measure, row.group): row.figure.words() for row in tally(world.findings(), Filter(), DATE).rows}
    assert sums == {("killed", "civilians"): "5", ("killed", "children"): "3"}


DATE = date(2020, 2, 1)


def test_an_incident_outside_the_days_or_the_area_is_not_inside() -> None:
    world = seed()
    other = world.report("Harbour Post", "2020-02-02")
    other.killed("7", day="2020-02-01", at=MAARAT, attack="airstrike")
    other.killed("9", day=DAY, at=ALWAER, attack="airstrike")
    assert told(world)[0].inside == ("I-R1-3",)


def test_a_total_without_days_or_area_explains_nothing_and_says_why() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("at least 84", day=TEN_DAYS, scope="total")
    report.killed("at least 300000", "people", at=NORTHERN_SYRIA, scope="total")
    report.killed("5", day=DAY, at=SARAQEB)
    no_area, no_days = told(world)
    assert (no_area.inside, no_days.inside) == ((), ())
    assert "gives no area" in no_area.reasons[0]
    assert "gives no period" in no_days.reasons[0]


def test_a_denied_total_stays_and_says_who_denies_it() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    stated = report.killed("84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.denies(stated, "called the toll invented", by="Syrian army")
    assert told(world)[0].reasons[-1] == "denied by Syrian army: «called the toll invented»"


def test_incidents_that_exceed_a_total_are_a_conflict() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("3", day=TEN_DAYS, at=IDLIB_PROVINCE, scope="total")
    report.killed("5", day=DAY, at=SARAQEB, by="SOHR")
    (total,) = told(world)
    assert total.conflict == "the incidents inside already come to 5, more than the total's 3"
    assert total.unexplained.words() == "0"


def test_a_total_of_casualties_is_made_of_killed_and_injured() -> None:
    world = World()
    report = world.report("Coalition media", "2017-03-07")
    report.killed("at least 2", day="2017-03-06", at=ALWAER)
    report.harm("injured", "17", day="2017-03-06", at=ALWAER)
    report.harm("casualties", "at least 24", day="2017-02-01..2017-03-07", at=ALWAER, scope="total")
    assert told(world)[0].explained.words() == "at least 19"


def test_a_total_of_one_camp_does_not_hold_what_another_camp_did() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", actor="Syrian regime")
    report.killed("5", day=DAY, at=SARAQEB, actor="Islamic State")
    report.killed("4", day=DAY, at=MAARAT, actor="Russia")
    assert told(world)[0].inside == ("I-R1-3",)


def beside(total: Total) -> list[tuple[str, str]]:
    """Which other totals may share its people, and how."""
    return [(one.claim, one.how) for one in total.overlaps]


def test_totals_whose_days_and_areas_touch_say_which_contains_which() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("at least 84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("30", day="2020-01-20..2020-01-24", at=IDLIB_PROVINCE, scope="total", by="SOHR")
    report.killed("50", day="2020-01-10..2020-01-18", at=IDLIB_PROVINCE, scope="total", by="SNHR")
    north, idlib, earlier = told(world)
    assert beside(north) == [("R1-2", "contains"), ("R1-3", "touches")]
    assert beside(idlib) == [("R1-1", "inside")]
    assert beside(earlier) == [("R1-1", "touches")]
    words, why = north.overlaps[0].why.split(": ")
    assert words == "30 civilians killed (Idlib, 2020-01-20 to 2020-01-24; SOHR)"
    assert why == "lies inside its days and area, so it is a part of it"


def test_rival_totals_of_the_same_days_and_area_are_the_same_people_and_may_exclude_each_other() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("at least 84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", by="Coordinators")
    report.killed("60", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", by="SOHR")
    first, second = told(world)
    assert (beside(first), beside(second)) == ([("R1-2", "same")], [("R1-1", "same")])
    assert first.overlaps[0].why.endswith("the two figures exclude each other")


def test_a_total_told_again_is_one_statement() -> None:
    world = seed()
    world.report("Harbour Post", "2020-01-25").killed(
        "at least 84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", by="Syria's Response Coordinators"
    )
    first, again = told(world)
    assert (first.told_again, again.told_again) == (("R2-1",), ("R1-1",))
    assert not first.overlaps and not again.overlaps


def test_totals_of_other_people_do_not_overlap() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", actor="Syrian regime")
    report.killed("40", "combatants", TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("7", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total", actor="Islamic State")
    report.harm("held", "9", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("5", day="2020-03-01..2020-03-31", at=NORTHERN_SYRIA, scope="total")
    report.killed("5", day=TEN_DAYS, at=ALWAER, scope="total")
    assert [beside(total) for total in told(world)] == [[]] * 6


def test_people_hold_civilians_who_hold_children_and_casualties_hold_the_killed() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.harm("casualties", "at least 200", "people", TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("32", "children", TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    people, civilians, children = told(world)
    assert beside(people) == [("R1-2", "contains"), ("R1-3", "contains")]
    assert beside(civilians) == [("R1-1", "inside"), ("R1-3", "contains")]
    assert beside(children) == [("R1-1", "inside"), ("R1-2", "inside")]


def test_a_total_that_holds_a_greater_one_is_a_conflict() -> None:
    world = World()
    report = world.report("Zaman al-Wasl", "2020-01-24")
    report.killed("84", day=TEN_DAYS, at=NORTHERN_SYRIA, scope="total")
    report.killed("at least 100", day=TEN_DAYS, at=IDLIB_PROVINCE, scope="total", by="SOHR")
    assert told(world)[0].conflict.startswith("a total inside it already gives at least 100 civilians killed")


def test_what_may_be_one_event_explains_a_total_once() -> None:
    world = World()
    world.report("Zaman al-Wasl", "2020-01-24").killed("10", day=TEN_DAYS, at=IDLIB_PROVINCE, scope="total")
    world.report("Orontes Daily", "2020-01-24").killed("9", day=DAY, at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", "2020-01-24").killed("2", day=DAY, at=SARAQEB, attack="shelling")
    (total,) = told(world)
    assert (total.explained.words(), total.conflict) == ("9-11", "")
    assert total.reasons[-1] == "incidents of these that may be one event are in the floor once"
