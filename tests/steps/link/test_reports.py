"""Which reports belong together: also those in which no claim was read."""

from __future__ import annotations

from sijil.steps.link.reports import link_reports
from tests.builders import SARAQEB, World
from tests.steps.link.test_story import AGAIN, ELSEWHERE, VICTIMS


def test_a_report_without_claims_joins_by_its_text() -> None:
    world = World()
    world.report("Paper 1", "2020-01-24", VICTIMS).killed("2", day="2020-01-23", at=SARAQEB, attack="shelling")
    world.report("Paper 2", "2020-01-24", AGAIN)
    world.report("Paper 3", "2020-01-24", ELSEWHERE)
    one, two, three = link_reports(world.claims, world.reports)
    assert one.incidents == two.incidents == ("I-R1-1",)
    assert three.incidents == ("I-R3",) and three.also == ()


def test_what_a_report_tells_beside_its_main_event_is_listed_apart_unless_others_tell_it() -> None:
    world = World()
    first = world.report("Paper 1", "2020-01-24")
    first.killed("2", day="2020-01-23", at=SARAQEB, attack="shelling")
    first.killed("9", day="2019-11-02", at=SARAQEB, attack="airstrike")
    second = world.report("Paper 2", "2020-01-25")
    second.killed("1", day="2020-01-25", at=SARAQEB, attack="explosive")
    second.killed("2", day="2020-01-23", at=SARAQEB, attack="shelling")
    one, two = link_reports(world.claims, world.reports)
    assert one.incidents == ("I-R1-1",) and one.also == ("I-R1-2",)
    assert two.incidents == ("I-R2-1", "I-R1-1") and two.also == ()
