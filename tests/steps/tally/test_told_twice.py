"""One report with two counts of one place, day and kind of attack: sums count the larger once, unless it says two."""

from __future__ import annotations

from sijil.steps.tally.once import doubts, sum_once
from tests.builders import SARAQEB, Told, World


def floor(world: World) -> int | None:
    found, assessed = world.incidents(), world.assessments()
    claims = {claim.id: claim for claim in world.claims}
    figures = {
        one.incident: row.figure
        for one in assessed
        for row in one.ranges
        if (row.measure, row.group) == ("killed", "civilians")
    }
    return sum_once(figures, doubts(found, claims, world.reports)).low


def killed(report: Told, number: str, words: str) -> None:
    report.killed(number, day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR", quote=words)


def test_a_toll_told_again_with_another_number_is_counted_once() -> None:
    report = (world := World()).report("Courier")
    killed(report, "12", "12 civilians were killed")
    killed(report, "39", "a toll of 39 dead")
    assert len(world.incidents()) == 2
    assert floor(world) == 39


def test_a_second_strike_of_the_day_is_added() -> None:
    report = (world := World()).report("Courier")
    killed(report, "4", "four civilians were killed")
    killed(report, "3", "a second strike killed three civilians")
    assert floor(world) == 7
