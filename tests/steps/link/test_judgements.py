"""What people say of two incidents or claims, in plain words."""

from __future__ import annotations

from dataclasses import replace

from sijil.model.judgement import Judgement, Verb
from sijil.steps.judge import apply
from sijil.steps.link import link
from sijil.steps.link.heirs import Leads, pointer, seen
from tests.builders import HOMS, SARAQEB, World, groups_of

THURSDAY, FRIDAY, SUNDAY = "2020-01-23", "2020-01-24", "2020-01-26"


def strikes(*days: str) -> World:
    """Reports of one strike on Saraqeb each, with five killed in all of them."""
    world = World()
    for n, day in enumerate(days):
        world.report(f"House {n}", SUNDAY).killed("5", day=day, at=SARAQEB, attack="airstrike")
    return world


def take_out(world: World, verb: Verb, claim: str, **value: object) -> Judgement:
    """A judgement on a claim by somebody who has its incident before them, as the pipeline keeps it."""
    before = seen(claim, linked(world))
    world.decided[-1:] = [row := replace(world.judge(verb, claim, **value), seen=before)]
    return row


def linked(world: World):
    return link(apply(world.claims, world.decided), world.reports, world.decided)


def ids(world: World) -> list[str]:
    return [one.id for one in linked(world)]


def test_what_is_said_to_be_one_event_is_one_whatever_speaks_against_it() -> None:
    world = strikes(THURSDAY, SUNDAY)
    assert len(linked(world)) == 2
    row = world.judge("same", "I-R1-1", "the second paper misdates it", **{"with": "I-R2-1"})
    (one,) = linked(world)
    assert one.id == "I-R1-1"
    why = "held to be one event by Rana on 2026-02-01 (I-R1-1 and I-R2-1): the second paper misdates it"
    assert one.reasons[-1] == why
    world.judge("withdraw", str(row.id))
    assert groups_of(linked(world)) == [("R1-1",), ("R2-1",)]


def test_what_others_link_with_either_half_stays_with_the_whole() -> None:
    world = strikes(THURSDAY, THURSDAY, SUNDAY, SUNDAY)
    world.judge("same", "I-R1-1", **{"with": "I-R3-1"})
    assert groups_of(linked(world)) == [("R1-1", "R2-1", "R3-1", "R4-1")]


def test_what_is_said_to_be_two_events_is_not_joined_through_a_third_report() -> None:
    world = strikes(THURSDAY, THURSDAY)
    row = world.judge("different", "R1-1", "two raids", **{"with": "R2-1"})
    assert groups_of(linked(world)) == [("R1-1",), ("R2-1",)]
    world.report("House 9", SUNDAY).killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    apart = groups_of(linked(world))
    assert len(apart) == 2 and not any({"R1-1", "R2-1"} <= set(own) for own in apart)
    assert all("held to be two events by Rana" in one.reasons[-1] for one in linked(world))
    world.judge("withdraw", str(row.id))
    assert groups_of(linked(world)) == [("R1-1", "R2-1", "R3-1")]


def test_two_claims_of_one_report_can_be_held_apart() -> None:
    world = World()
    told = world.report("House", SUNDAY)
    told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    told.harm("injured", "9", day=THURSDAY, at=SARAQEB, attack="airstrike")
    told.harm("injured", "2", "children", part_of=True)
    assert len(linked(world)) == 1
    world.judge("different", "R1-1", **{"with": "R1-2"})
    assert groups_of(linked(world)) == [("R1-1",), ("R1-2", "R1-3")]


def test_of_two_judgements_that_contradict_each_other_the_later_one_holds_and_says_so() -> None:
    world = strikes(THURSDAY, SUNDAY)
    world.judge("same", "I-R1-1", **{"with": "I-R2-1"})
    world.judge("different", "R1-1", **{"with": "R2-1"})
    one, other = linked(world)
    assert one.reasons[-2].endswith("seen; judgement 2, which was made later, holds instead")
    assert one.reasons[-1] == other.reasons[-1] and one.reasons[-1].startswith("held to be two events by Rana")
    world.judge("merge", "I-R1-1", **{"with": "I-R2-1"})
    assert groups_of(linked(world)) == [("R1-1", "R2-1")]


def test_the_latest_of_a_ring_of_judgements_breaks_it() -> None:
    world = strikes(THURSDAY, SUNDAY, "2020-01-29")
    world.judge("same", "R1-1", **{"with": "R2-1"})
    world.judge("same", "R2-1", **{"with": "R3-1"})
    assert len(linked(world)) == 1
    world.judge("different", "R1-1", **{"with": "R3-1"})
    assert groups_of(linked(world)) == [("R1-1",), ("R2-1", "R3-1")]


def test_nobody_can_tell_changes_nothing_and_stands_on_both() -> None:
    world = strikes(THURSDAY, SUNDAY)
    before = groups_of(linked(world))
    world.judge("unsure", "I-R1-1", "the mosque is in no other report", **{"with": "I-R2-1"})
    assert groups_of(linked(world)) == before
    why = "left open by Rana on 2026-02-01 (I-R1-1 and I-R2-1): the mosque is in no other report"
    assert [one.reasons[-1] for one in linked(world)] == [why, why]


def test_a_pair_left_open_still_counts_once_and_shows_who_left_it_open() -> None:
    from sijil.steps.tally.once import doubts

    world = World()
    world.report("One", SUNDAY).killed("5", day=THURSDAY, at=HOMS, attack="airstrike")
    world.report("Two", SUNDAY).killed("11", day=THURSDAY, at=HOMS, attack="shelling")
    claims = {claim.id: claim for claim in world.claims}
    (asked,) = doubts(linked(world), claims, world.reports).found
    assert "told with other figures" in asked.why
    row = world.judge("unsure", "I-R1-1", **{"with": "I-R2-1"})
    (asked,) = doubts(linked(world), claims, world.reports).found
    assert asked.why.startswith("left open by Rana")
    world.judge("withdraw", str(row.id))
    world.judge("different", "I-R1-1", **{"with": "I-R2-1"})
    assert not doubts(linked(world), claims, world.reports).found


def test_an_incident_keeps_its_id_when_its_first_claim_is_rejected_or_becomes_a_total() -> None:
    for verb, value in (("reject", {}), ("correct", {"scope": "total"})):
        world = strikes(THURSDAY, THURSDAY, THURSDAY)
        row = take_out(world, verb, "R1-1", **value)
        (one,) = linked(world)
        assert (one.id, one.claims) == ("I-R1-1", ("R2-1", "R3-1"))
        take_out(world, "reject", "R2-1")
        assert [(one.id, one.claims) for one in linked(world)] == [("I-R1-1", ("R3-1",))]
        world.judge("withdraw", str(row.id))
        assert [(one.id, one.claims) for one in linked(world)] == [("I-R1-1", ("R1-1", "R3-1"))]


def test_an_id_leads_on_after_a_merge_a_rejection_and_a_split() -> None:
    world = strikes(THURSDAY, SUNDAY)
    world.judge("same", "I-R1-1", **{"with": "I-R2-1"})
    leads = Leads(linked(world), world.decided)
    assert leads.of("I-R2-1") == ("I-R1-1",) and leads.former() == {"I-R1-1": ("I-R2-1",)}
    assert pointer("I-R2-1", leads.of("I-R2-1")) == "I-R2-1 is now part of I-R1-1"
    take_out(world, "reject", "R2-1")
    assert Leads(linked(world), world.decided).of("I-R2-1") == ("I-R1-1",)

    world = strikes(THURSDAY, THURSDAY, THURSDAY)
    take_out(world, "split", "I-R1-1", claims=["R1-1"])
    assert groups_of(linked(world)) == [("R1-1",), ("R2-1", "R3-1")]
    to = Leads(linked(world), world.decided).of("I-R1-1")
    assert to == ("I-R1-1", "I-R2-1")
    assert pointer("I-R1-1", to) == "what stood in it is also in I-R2-1"


def test_a_grade_stays_with_an_incident_that_was_merged_into_another() -> None:
    from sijil.steps.derived import derived

    world = strikes(THURSDAY, SUNDAY)
    world.judge("grade", "I-R2-1", grade="Confirmed")
    world.judge("same", "I-R1-1", **{"with": "I-R2-1"})
    _, (one,) = derived(world.claims, world.reports, world.decided)
    assert (one.incident, one.grade) == ("I-R1-1", "Confirmed")


def test_an_incident_that_was_rejected_and_then_accepted_is_there() -> None:
    world = strikes(THURSDAY)
    world.judge("reject", "I-R1-1")
    assert ids(world) == []
    world.judge("accept", "I-R1-1")
    assert ids(world) == ["I-R1-1"]
