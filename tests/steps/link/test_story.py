"""Two reports of one story are one event though claims do not say where or when; likeness never overrules claims."""

from __future__ import annotations

from sijil.model.report import ReportInfo
from sijil.steps.link.event import Event
from sijil.steps.link.story import story
from tests.builders import HOMS, SARAQEB, Told, World

VICTIMS = "Mortar fire hit the Kansafra bakery of Murhaf Sukari, aged 41. Hoda Sukari, 9, died beside Murhaf Sukari."
AGAIN = "The baker Murhaf Sukari, aged 41, died in Kansafra. His niece Hoda Sukari, 9, did not survive."
ELSEWHERE = "A mine killed the shepherd Ziad Rahmoun, aged 60, near Qalaat Jandal."


def told(world: World, text: str, published: str = "2020-01-24") -> Told:
    return world.report(f"Paper {len(world.told)}", published, text)


def test_shared_rare_names_link_reports_that_give_no_place() -> None:
    world = World()
    for text in (VICTIMS, AGAIN):
        told(world, text).killed("2", day="2020-01-23", attack="shelling")
    (one,) = world.incidents()
    assert one.claims == ("R1-1", "R2-1")


def test_reports_of_other_people_stay_apart() -> None:
    world = World()
    for text in (VICTIMS, ELSEWHERE):
        told(world, text).killed("2", day="2020-01-23", attack="shelling")
    assert len(world.incidents()) == 2


def test_two_known_days_or_places_are_never_overruled() -> None:
    for day, place in (("2020-01-26", SARAQEB), ("2020-01-23", HOMS)):
        world = World()
        told(world, VICTIMS).killed("2", day="2020-01-23", at=SARAQEB, attack="shelling")
        told(world, AGAIN).killed("2", day=day, at=place, attack="shelling")
        assert len(world.incidents()) == 2


def test_no_name_is_printed_in_the_reasons() -> None:
    world = World()
    for text in (VICTIMS, AGAIN):
        told(world, text).killed("2", day="2020-01-23", attack="shelling")
    (one,) = world.incidents()
    reasons = " ".join(one.reasons).lower()
    assert "rarer names" in reasons and "sukari" not in reasons and "murhaf" not in reasons


def test_a_day_still_told_weeks_later_is_the_events() -> None:
    world = World()
    a = told(world, "Shells fell on Kansafra on 23 January 2020.", "2020-01-24")
    b = told(world, "It was on 23 January 2020 that Kansafra was hit.", "2020-03-01")
    found = story(event(a.info), event(b.info))
    assert any("tell of 2020-01-23 (+2)" in reason for reason in found.reasons)


def test_what_a_report_tells_second_has_less_of_its_names() -> None:
    world = World()
    a, b = told(world, VICTIMS).info, told(world, AGAIN).info
    assert story(event(a), event(b, leads=False)).points < story(event(a), event(b)).points


def test_reports_whose_texts_are_not_known_have_no_points() -> None:
    claim = World().report("Paper").killed("2")
    assert story(Event((claim,)), Event((claim,))).points == 0


def event(info: ReportInfo, leads: bool = True) -> Event:
    return Event((), report=info, leads=leads)
