"""One small scenario for each weight of rules/queue.toml: what it moves up in the queue, and what it says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.queue.claims import claim_item, harm
from sijil.steps.queue.item import Item
from tests.builders import SARAQEB, World

SURE = 0.6  # confidence: a doubt of 0.4 alone brings a claim into the queue


def claim(number: str = "5", confidence: float = SURE, **fields: object) -> Claim:
    """A claim of people killed about which nothing else is doubtful."""
    told = World().report("Courier", "2020-01-24").killed(number, day="2020-01-23", at=SARAQEB, by="rescuers")
    return replace(told, confidence=confidence, **fields)  # type: ignore[arg-type]


def item(one: Claim, disputed: bool = False) -> Item:
    found = claim_item(one, disputed, ())
    assert found is not None
    return found


def heavier(one: Claim, reason: str, disputed: bool = False) -> None:
    """`one` weighs more than the plain claim, and says why."""
    plain = item(claim())
    assert item(one, disputed).weight > plain.weight
    assert any(reason in told for told in item(one, disputed).reasons), item(one, disputed).reasons


def test_a_sure_claim_does_not_wait_and_a_judged_one_neither() -> None:
    assert claim_item(claim(confidence=0.97), False, ()) is None
    doubtful = claim(confidence=0.2)
    assert claim_item(doubtful, False, {doubtful.id}) is None


def test_what_is_read_with_less_confidence_comes_first() -> None:
    assert item(claim(confidence=0.3)).weight > item(claim(confidence=0.5)).weight
    assert "read with confidence 0.30" in item(claim(confidence=0.3)).reasons


def test_a_place_that_the_gazetteer_asks_to_be_looked_at() -> None:
    place = replace(SARAQEB, review="two towns have this name")
    heavier(claim(at=place), "place to be looked at: two towns have this name")


def test_no_place_is_known() -> None:
    heavier(claim(at=None), "no place is known")
    heavier(claim(at=Place("Somewhere", "", "Somewhere", "unknown")), "no place is known")


def test_no_day_is_known() -> None:
    heavier(claim(period=None), "no day is known")


def test_no_number_was_read() -> None:
    assert "no number was read" in item(claim(figure=None)).reasons
    assert item(claim(figure=None)).doubt > item(claim()).doubt


def test_an_approximate_number() -> None:
    heavier(claim(figure=Figure(5, 5, approx=True)), "the number is approximate: about 5")


def test_one_bound_only() -> None:
    heavier(claim(figure=Figure(5, None)), "one bound only: at least 5")


def test_a_party_that_the_words_do_not_name() -> None:
    party = World().report("Courier", "2020-01-24").says("attack", "jets struck", actor="regime jets").party
    assert party is not None
    heavier(claim(party=replace(party, inferred="only one side has jets")), "a party was taken")


def test_what_is_disputed() -> None:
    disputed = item(claim(), disputed=True)
    assert disputed.dispute == load("queue")["dispute"]["disputed"]
    assert disputed.weight > load("queue")["dispute"]["disputed"] * item(claim()).weight, "and is doubted more"
    heavier(claim(), "disputed", disputed=True)


@pytest.mark.parametrize(
    "more, less",
    [
        (claim("84"), claim("5")),
        (claim("5"), claim("5", measure="missing")),
        (claim("5", measure="missing"), claim("5", measure="casualties")),
        (claim("5", measure="casualties"), claim("5", measure="held")),
        (claim("5", measure="held"), claim("5", measure="injured")),
        (claim("5", measure="injured"), claim("5", measure="displaced")),
        (claim("5", measure="displaced"), claim("5", kind="need", measure=None)),
        (claim("100", figure=Figure(100, 100, unit="households")), claim("100")),
    ],
)
def test_more_hangs_on_more_people_and_on_worse_harm(more: Claim, less: Claim) -> None:
    assert harm(more) > harm(less)


def test_forty_times_as_many_people_weigh_not_forty_times_as_much() -> None:
    assert harm(claim("200")) < 4 * harm(claim("5"))
    assert harm(claim("9000000000")) == load("queue")["harm"]["most"]


@pytest.mark.parametrize("kind", load("queue")["harm"]["kind"])
def test_every_kind_of_claim_has_a_harm_without_a_number(kind: str) -> None:
    bare = claim(kind=kind, figure=None, measure=None)
    assert 2 ** harm(bare) - 1 == pytest.approx(load("queue")["harm"]["kind"][kind], abs=0.01)


def test_a_forecast_weighs_less_than_what_was_observed() -> None:
    told = claim("84")
    weighed = harm(told) * load("queue")["harm"]["projected"]
    assert harm(replace(told, status="projected")) == pytest.approx(weighed, abs=1e-3)


def test_a_share_is_no_number_of_people() -> None:
    assert harm(claim(figure=Figure(50, 50, unit="percent"))) == harm(claim(figure=None))
