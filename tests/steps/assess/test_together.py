"""Several reports of one incident, assessed as one: each is an account, and its opening count its word."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.incident import GroupRange
from sijil.steps.assess.house import house
from sijil.steps.assess.together import assess_together
from sijil.steps.link import events_of
from sijil.steps.link.decided import Decisions
from tests.builders import MAARAT, SARAQEB, World

DAY = "2020-01-23"


def killed(world: World, rules: str = "airwars") -> GroupRange:
    events = [events_of(told.claims, Decisions.of(()), world.reports) for told in world.told]
    claims = {claim.id: claim for claim in world.claims}
    found = assess_together(events, claims, world.reports, house(rules))
    assert found is not None
    return next(row for row in found.assessment.ranges if (row.measure, row.group) == ("killed", "civilians"))


def world_of(numbers: Sequence[str]) -> World:
    world = World()
    for n, number in enumerate(numbers):
        world.report(f"Paper {n}", "2020-01-24").killed(number, day=DAY, at=SARAQEB, attack="airstrike")
    return world


def ends(row: GroupRange) -> tuple[int | None, int | None]:
    return row.figure.low, row.figure.high


def test_the_range_spans_what_reports_count() -> None:
    assert ends(killed(world_of(["4", "6"]))) == (4, 6)


def test_a_number_that_only_one_gives_is_set_aside_where_others_agree() -> None:
    row = killed(world_of(["4", "4", "9"]))
    assert ends(row) == (4, 4)
    assert [id_ for id_, _ in row.set_aside] == ["R3-1"]


def test_reports_without_a_number_change_nothing_beside_one() -> None:
    world = world_of(["4"])
    told = world.report("Paper", "2020-01-24")
    told.killed("at least 1", day=DAY, at=SARAQEB, attack="airstrike", quote="civilians were killed")
    row = killed(world)
    assert ends(row) == (4, 4) and row.set_aside[0][0] == "R2-1"


def test_each_report_counts_with_what_it_tells_of_the_place_of_most() -> None:
    world = world_of(["4", "4"])
    round_up = world.report("Round-up", "2020-01-24")
    round_up.killed("19", day=DAY, at=MAARAT, attack="airstrike")
    round_up.killed("4", day=DAY, at=SARAQEB, attack="airstrike")
    row = killed(world)
    assert ends(row) == (4, 4) and "R3-1" not in row.claims and "R3-2" in row.claims


def test_other_houses_keep_their_ends() -> None:
    assert ends(killed(world_of(["4", "4", "9"]), "sijil")) == (4, 9)


def test_reports_that_tell_of_no_harm_support_nothing() -> None:
    world = World()
    world.report("Paper").says("attack", "two raids", "2", at=SARAQEB, attack="airstrike")
    events = [events_of(world.claims, Decisions.of(()), world.reports)]
    assert assess_together(events, {}, world.reports, house("airwars")) is None
