"""In which state a page showed a thing, and what became of it since."""

from __future__ import annotations

from dataclasses import replace

from sijil.model.judgement import Judgement
from sijil.steps.accepted import accepted
from sijil.steps.link.heirs import Leads
from sijil.steps.state import States, Whole, at_once, parts, same
from tests.builders import SARAQEB, World

DAY = "2020-01-23"


def told() -> World:
    """Two reports of one event, and an undated claim of another."""
    world = World()
    for name in ("Courier", "Bulletin"):
        world.report(name, "2020-01-24").killed("5", day=DAY, at=SARAQEB, attack="airstrike", by=f"{name}'s rescuers")
    world.report("Siege", "2020-01-25").says("access", "medicines have run out", at=SARAQEB)
    return world


def states(world: World) -> States:
    found = replace(world.findings(), claims=accepted(world.claims, world.decided))
    read = {told.info.id: tuple(told.claims) for told in world.told}
    return States(found, Leads(found.incidents, world.decided), tuple(world.decided), read)


def since(world: World, before: States, subject: str) -> list[int]:
    return [row.id for row in states(world).since(before(subject))]


def changed(before: States, now: States, subject: str) -> bool:
    return not same(before(subject), now(subject))


def test_a_state_names_the_last_judgement_and_the_thing() -> None:
    world = told()
    assert parts(states(world)("I-R1-1"))[::2] == (0, "I-R1-1")
    world.judge("accept", "R3-1")
    assert parts(states(world)("R1-1"))[::2] == (1, "R1-1")
    assert parts("no state") == parts("") == parts("7-") == (0, "", "")


def test_what_was_judged_is_in_another_state_and_all_else_is_not() -> None:
    world = told()
    before = states(world)
    world.judge("accept", "R3-1")
    now = states(world)
    assert changed(before, now, "R3-1") and since(world, before, "R3-1") == [1]
    assert not any(changed(before, now, one) for one in ("R1-1", "R2-1", "I-R1-1"))
    assert since(world, before, "R1-1") == []


def test_a_judgement_that_was_taken_back_leaves_the_state_as_it_was() -> None:
    world = told()
    before = states(world)
    world.judge("accept", "R1-1")
    judged = states(world)
    world.judge("withdraw", "1")
    assert not changed(before, states(world), "R1-1") and changed(judged, states(world), "R1-1")
    assert since(world, judged, "R1-1") == [2]
    assert changed(judged, states(world), "1") and states(world).thing("1") is None


def test_an_incident_changes_with_what_its_claims_say_not_with_their_acceptance() -> None:
    world = told()
    before = states(world)
    world.judge("accept", "R2-1")
    assert not changed(before, states(world), "I-R1-1")
    world.judge("correct", "R2-1", low=3)
    assert changed(before, states(world), "I-R1-1")
    assert since(world, before, "I-R1-1") == [1, 2]
    whole = states(world).thing("I-R1-1")
    assert isinstance(whole, Whole) and [claim.id for claim in whole.claims] == ["R1-1", "R2-1"]


def test_a_grade_and_a_comparison_change_the_incident() -> None:
    world = told()
    for verb, value in (("grade", {"grade": "Weak"}), ("unsure", {"with": "I-R9-1"})):
        before = states(world)
        world.judge(verb, "I-R1-1", **value)  # type: ignore[arg-type]
        assert changed(before, states(world), "I-R1-1"), verb


def test_a_comment_changes_nothing() -> None:
    world = told()
    before = states(world)
    for subject in ("R1-1", "I-R1-1"):
        world.judge("comment", subject)
        assert not changed(before, states(world), subject) and since(world, before, subject) == []


def test_a_correction_always_is_told_to_who_looks_at_a_claim_with_its_words() -> None:
    world = told()
    before = states(world)
    world.judge("correct", "R1-1", place=None, always={"place": SARAQEB.raw})
    assert changed(before, states(world), "R3-1") and since(world, before, "R3-1") == [1]


def test_a_claim_that_left_an_incident_is_told_there() -> None:
    world = told()
    before = states(world)
    row = world.judge("reject", "R2-1")
    world.decided[-1] = replace(row, seen=("R1-1", "R1-1", "R2-1"))
    assert changed(before, states(world), "I-R1-1") and since(world, before, "I-R1-1") == [1]


def test_an_id_leads_to_the_incident_that_it_is_part_of_now() -> None:
    world = told()
    world.report("Gazette", "2020-03-01").killed("9", day="2020-02-27", at=SARAQEB, attack="shooting", by="witnesses")
    before = states(world)
    world.judge("same", "I-R1-1", **{"with": "I-R4-1"})
    assert changed(before, states(world), "I-R4-1") and since(world, before, "I-R4-1") == [1]
    whole = states(world).thing("I-R4-1")
    assert isinstance(whole, Whole) and whole.incident.id == "I-R1-1"


def test_what_was_recorded_at_once_is_known_by_its_moment() -> None:
    world = told()
    rows = [world.judge("accept", claim.id) for claim in world.claims]
    later = Judgement(9, "accept", "R1-1", {}, "Rana", rows[0].when.replace(hour=1), "seen")
    assert at_once(rows[0], [*rows, later]) == tuple(rows)
