"""What people decided about claims, carried out."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.steps.judge import apply, standing
from tests.builders import SARAQEB, World


def judged(world: World) -> tuple[Claim, ...]:
    """The claims after the judgements."""
    return apply(world.claims, world.decided)


@pytest.fixture
def world() -> World:
    """Two claims of one report."""
    world = World()
    told = world.report("Harbour Post", "2020-01-24")
    told.killed("5", day="2020-01-23", at=SARAQEB, actor="Assad's jets", by="SOHR")
    told.harm("injured", "9", day="2020-01-23", at=SARAQEB)
    return world


def test_a_rejected_claim_is_dropped_and_an_accepted_one_is_certain(world: World) -> None:
    world.judge("reject", "R1-1")
    world.judge("accept", "R1-2")
    (one,) = judged(world)
    assert (one.id, one.confidence) == ("R1-2", 1.0)


def test_the_last_of_accept_and_reject_holds(world: World) -> None:
    world.judge("reject", "R1-1")
    world.judge("accept", "R1-1")
    assert len(judged(world)) == 2


def test_a_withdrawn_judgement_is_gone_and_its_withdrawal_can_be_withdrawn(world: World) -> None:
    world.judge("reject", "R1-1")
    world.judge("withdraw", "1")
    assert standing(world.decided) == ()
    world.judge("withdraw", "2")
    assert [judgement.id for judgement in standing(world.decided)] == [1]


def test_a_correction_changes_only_what_it_names(world: World) -> None:
    before = world.claims[0]
    world.judge("correct", "R1-1", "the text says at least", high=None, group="people", end="2020-01-24")
    after = judged(world)[0]
    assert after.figure and after.figure.words() == "at least 5"
    assert after.period and (after.period.start, after.period.end) == (date(2020, 1, 23), date(2020, 1, 24))
    assert (after.group, after.at, after.party, after.speaker) == ("people", before.at, before.party, before.speaker)
    assert (after.quote, after.span, after.id) == (before.quote, before.span, before.id)
    assert after.notes[-1] == "corrected by Rana: the text says at least"


def test_a_new_place_or_actor_drops_what_the_old_one_was_resolved_to(world: World) -> None:
    world.judge("correct", "R1-1", place="Sarmin", actor="Russia")
    after = judged(world)[0]
    assert (after.place, after.at, after.actor, after.party) == ("Sarmin", None, "Russia", None)


@pytest.mark.parametrize("value", [{"colour": "red"}, {"low": 9}, {"start": "yesterday"}, {"kind": "rumour"}])
def test_a_correction_that_cannot_be_is_refused_with_the_claim_named(world: World, value: dict[str, object]) -> None:
    world.judge("correct", "R1-1", **value)
    with pytest.raises(BadInput, match="R1-1"):
        judged(world)
