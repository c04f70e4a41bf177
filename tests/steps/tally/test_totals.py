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
    found = world.findings()
    return totals(found.claims, found.incidents, found.assessments)


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
