"""Places and parties corrected, of one claim or always for its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijil.errors import BadInput
from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.place import Candidate, Place
from sijil.record import to_plain
from sijil.steps.corrections import Scope, Target, value_of
from sijil.steps.judge import apply, corrections
from sijil.steps.parties import known_parties
from tests.builders import HOMS, IDLIB, SARAQEB, World

RUSSIA = next(party for party in known_parties() if party.id == "russia")
MANSURA = Place(
    "Mansura",
    "eg",
    "Mansoura",
    "town",
    31.04,
    31.38,
    ("Egypt",),
    candidates=(Candidate("eg", "Mansoura", 31.04, 31.38, 9, "big"),),
)
MANSURAH = Place("al-Mansurah", "sy", "al-Mansurah", "town", 35.83, 38.74, ("Syria", "Raqqa"))


@pytest.fixture
def world() -> World:
    """Three reports that name Mansura: alone, in Raqqa, and in capitals."""
    world = World()
    world.report("Post", "2020-01-24").killed("5", day="2020-01-23", place="Mansura", at=MANSURA, actor="the jets")
    world.report("Courier", "2020-01-25").killed("6", day="2020-01-23", place="Mansura", within="Raqqa", at=MANSURA)
    told = world.report("Herald", "2020-02-25")
    told.killed("7", day="2020-02-23", place="MANSURA", at=MANSURA, side="The Jets", actor="rebels")
    return world


def corrected(world: World, claim: int, target: Target, chosen: Place | Party | None, scope: Scope = "claim") -> None:
    """A correction of the claim, as the desk and the terminal make it."""
    read = world.claims[claim]
    world.judge("correct", read.id, "looked it up", **value_of(read, target, chosen, scope))


def judged(world: World) -> tuple[Claim, ...]:
    return apply(world.claims, world.decided)


def names(world: World) -> list[str]:
    """What the claims' places were resolved to."""
    return [claim.at.name if claim.at else "no place" for claim in judged(world)]


def test_one_claim_is_corrected_and_its_words_and_readings_stay(world: World) -> None:
    corrected(world, 0, "place", MANSURAH)
    after = judged(world)[0]
    assert after.at and (after.at.name, after.at.raw, after.place) == ("al-Mansurah", "Mansura", "Mansura")
    assert [one.id for one in after.at.candidates] == ["eg"]
    assert (after.confidence, after.notes[-1]) == (1.0, "place corrected by Rana: looked it up")
    assert names(world)[1:] == ["Mansoura", "Mansoura"]


def test_always_repairs_every_claim_with_the_words_and_later_ones(world: World) -> None:
    corrected(world, 0, "place", MANSURAH, "always")
    assert names(world) == ["al-Mansurah"] * 3
    world.report("Later", "2020-03-01").killed("8", day="2020-03-01", place="mansura", at=MANSURA)
    late = judged(world)[-1]
    assert late.at and (late.at.name, late.at.raw, late.confidence) == ("al-Mansurah", "mansura", 0.5)
    assert late.notes == ("place corrected by Rana, always for these words: looked it up",)


def test_always_inside_a_larger_place_leaves_the_others(world: World) -> None:
    corrected(world, 1, "place", MANSURAH, "within")
    assert names(world) == ["Mansoura", "al-Mansurah", "Mansoura"]


def test_a_claims_own_correction_wins_over_a_rule_and_a_later_rule_over_an_earlier(world: World) -> None:
    corrected(world, 0, "place", IDLIB)
    corrected(world, 0, "place", HOMS, "always")
    corrected(world, 1, "place", MANSURAH, "always")
    assert names(world) == ["Idlib", "al-Mansurah", "al-Mansurah"]
    world.judge("withdraw", "3")
    assert names(world) == ["Idlib", "Homs", "Homs"]
    world.judge("withdraw", "1")
    assert names(world) == ["Homs", "Homs", "Homs"]


def test_words_that_are_no_place_and_places_that_nobody_knows(world: World) -> None:
    corrected(world, 0, "place", None, "always")
    assert [(claim.place, claim.at) for claim in judged(world)] == [(None, None)] * 3
    corrected(world, 2, "place", Place("MANSURA", "", "MANSURA", "unknown"))
    assert (judged(world)[2].place, judged(world)[2].at) == (
        "MANSURA",
        Place("MANSURA", "", "MANSURA", "unknown", candidates=MANSURA.candidates),
    )
    corrected(world, 0, "place", None)
    corrected(world, 0, "place", SARAQEB)
    assert judged(world)[0].place == "Mansura", "its words are those of the report again"


def test_a_larger_place_that_is_none(world: World) -> None:
    read = replace(world.claims[1], place=None)
    world.told[1].claims[0] = read
    corrected(world, 1, "place", None)
    assert (judged(world)[1].within, judged(world)[1].at) == (None, None)


def test_a_party_is_corrected_wherever_its_words_stand(world: World) -> None:
    corrected(world, 0, "actor", RUSSIA, "always")
    first, _, third = judged(world)
    assert first.party == replace(RUSSIA, raw="the jets")
    assert third.side_party == replace(RUSSIA, raw="The Jets") and third.party != third.side_party
    corrected(world, 2, "side", Party("The Jets", "", "The Jets"))
    assert judged(world)[2].side_party == Party("The Jets", "", "The Jets")


def test_a_corrected_party_fights_for_whom_it_did_on_the_claims_day(world: World) -> None:
    front = next(party for party in known_parties() if party.id == "sy-southern-front")  # reconciled in July 2018
    corrected(world, 0, "actor", front, "always")
    world.report("Earlier", "2016-03-01").killed("8", day="2016-02-27", place="Homs", actor="the jets")
    sides = [claim.party.side for claim in judged(world) if claim.actor == "the jets" and claim.party]
    assert sides == ["syrian-government", "syrian-opposition"]


def test_what_decides_a_claim_is_told(world: World) -> None:
    assert corrections(world.claims, world.decided) == {}
    corrected(world, 0, "place", HOMS, "always")
    corrected(world, 2, "place", IDLIB)
    corrected(world, 2, "side", RUSSIA)
    found = {
        id_: [(c.target, c.judgement.id, c.always) for c in all_]
        for id_, all_ in corrections(world.claims, world.decided).items()
    }
    assert found == {
        "R1-1": [("place", 1, True)], "R2-1": [("place", 1, True)],
        "R3-1": [("place", 2, False), ("side", 3, False)],
    }  # fmt: skip


def test_other_corrections_stand_beside_a_rule(world: World) -> None:
    corrected(world, 0, "place", HOMS, "always")
    world.judge("correct", "R1-1", low=4)
    after = judged(world)[0]
    assert after.at and after.figure and (after.at.name, after.figure.low) == ("Homs", 4)


@pytest.mark.parametrize("scope", ["always", "within"])
def test_a_rule_needs_words(world: World, scope: Scope) -> None:
    nowhere = replace(world.claims[0], place=None, actor=None)
    with pytest.raises(BadInput, match="R1-1"):
        value_of(nowhere, "place", HOMS, scope)
    with pytest.raises(BadInput, match="R1-1"):
        value_of(nowhere, "actor", RUSSIA, "always")
    with pytest.raises(BadInput, match="no larger place"):
        value_of(world.claims[0], "place", HOMS, "within")


@pytest.mark.parametrize(
    "value",
    [
        {"at": to_plain(HOMS), "always": {}},
        {"at": to_plain(HOMS), "always": "Mansura"},
        {"at": to_plain(HOMS), "always": {"party": "Mansura"}},
        {"at": {"id": 5}, "always": {"place": "nowhere yet"}},
        {"low": 5, "always": {"place": "Mansura"}},
        {"at": to_plain(HOMS), "low": 5, "always": {"place": "Mansura"}},
        {"place": "Homs", "always": {"place": "Mansura"}},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(world: World, value: dict[str, object]) -> None:
    world.judge("correct", "R1-1", **value)
    with pytest.raises(BadInput, match="R1-1"):
        judged(world)
