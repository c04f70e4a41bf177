"""Agreements: what is claimed as their violation, by place and party, and whether they are in force."""

from __future__ import annotations

import pytest

from sijil.model.ledger import AgreementRow
from sijil.steps.explain import explain
from sijil.steps.tally import agreements
from tests.builders import ALWAER, SARAQEB, SYRIA, World

DAY = "2017-03-06"


def only(world: World) -> AgreementRow:
    """The only agreement."""
    (row,) = agreements(world.claims, world.incidents())
    return row


def test_violations_are_counted_by_place_and_party_each_event_once() -> None:
    world = World()
    told = world.report("Coalition media", "2017-03-07")
    told.says("agreement", "the ceasefire which came into force", day="2016-12-29", at=SYRIA)
    told.says("attack", "six airstrikes", "6", DAY, at=ALWAER, attack="airstrike", actor="Syrian army")
    told.harm("injured", "9", day=DAY, at=ALWAER, attack="airstrike")
    told.killed("2", day="2017-03-01", at=ALWAER, attack="shelling", actor="Syrian army")
    told.killed("3", day=DAY, at=SARAQEB, attack="airstrike", actor="Russia")
    told.killed("at least 24", day="2017-02-01..2017-03-07", at=ALWAER, scope="total", actor="Syrian army")
    told.says("blame", "violations of the ceasefire", actor="Russia", by="Yasser Farhan")
    row = only(world)
    assert [(b.place, b.party, b.events, len(b.claims)) for b in row.breaches] == [
        ("Alwaer district", "Syrian government forces", 2, 4), ("Saraqeb", "Russia", 1, 1),
    ]  # fmt: skip
    assert sorted(id_ for breach in row.breaches for id_ in breach.claims) == sorted(row.violations)
    assert (row.area, row.state) == ("Syria", "in force")
    told_in = "Claimed as violations in Saraqeb by Russia: 1 event, told in R1-5."
    assert told_in in explain(row.id, world.findings())


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("a truce took effect", "in force"),
        ("the ceasefire collapsed", "broken"),
        ("they negotiated a truce", "proposed"),
        ("an uneasy ceasefire", "told"),
    ],
)
def test_the_words_say_whether_it_is_in_force_broken_or_only_proposed(words: str, state: str) -> None:
    world = World()
    world.report("Orontes Daily").says("agreement", words, at=ALWAER)
    assert only(world).state == state


def test_an_agreement_that_may_come_is_proposed() -> None:
    world = World()
    world.report("Orontes Daily").says("agreement", "a ceasefire signed soon", at=ALWAER, status="projected")
    assert only(world).state == "proposed"


def test_a_denial_of_a_claimed_violation_stands_with_the_agreement() -> None:
    world = World()
    told = world.report("Coalition media", "2017-03-07")
    told.says("agreement", "the ceasefire which came into force", day="2016-12-29")
    strike = told.says("attack", "an airstrike", day=DAY, at=ALWAER, attack="airstrike", actor="Russia")
    told.says("blame", "called it a violation of the ceasefire", by="Yasser Farhan")
    told.denies(strike, "Moscow denied it", by="Moscow")
    assert only(world).denials == ("R1-4",)


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("a 2019 deal between Turkey and Russia", ("Turkey", "Russia")),
        ("the SDF signed a truce", ("Syrian Democratic Forces",)),
        ("a truce for Syria was told of in Turkey", ()),
    ],
)
def test_parties_are_those_whom_the_words_name_as_having_made_it(words: str, parties: tuple[str, ...]) -> None:
    world = World()
    world.report("Orontes Daily").says("agreement", words, at=SARAQEB)
    assert only(world).parties == parties


def test_a_guarantor_is_a_party_only_where_words_say_that_it_made_it() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.says("agreement", "a ceasefire between Turkey and Iran", day="2016-12-29")
    told.says("agreement", "Russia is a guarantor of the ceasefire", day="2016-12-29", actor="Russia")
    row = only(world)
    assert (row.parties, row.guarantors) == (("Turkey", "Iran"), ("Russia",))
