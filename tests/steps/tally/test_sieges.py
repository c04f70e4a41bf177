"""Siege and access: conditions by place with first and last day, eased or not, so that a siege has a timeline."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import AccessPlace
from sijil.steps.denials import link_denials
from sijil.steps.tally import access, access_places
from tests.builders import ALWAER, HOMS, SARAQEB, World


def only(world: World) -> AccessPlace:
    """The only place."""
    (one,) = access_places(world.claims, world.reports)
    return one


def siege_of_alwaer() -> World:
    """A siege since 2013, told in January, February and March 2017; medicines let in in February; lifted in May."""
    world = World()
    told = world.report("Orontes Daily", "2017-01-10")
    told.says("control", "has been under siege since 2013", day="2013-10-01", at=ALWAER, actor="Syrian army")
    told.says("need", "some 75,000 people live under siege there", "about 75000", at=ALWAER)
    told.says("access", "shortages of medicines", at=ALWAER)
    told.says("access", "there is no more bread: a shortage of flour", at=ALWAER)
    told = world.report("Harbour Post", "2017-02-04")
    told.says("access", "the shortage of medicines eased when a truck came in", at=ALWAER, eased=True)
    world.report("Courier", "2017-03-07").says("attack", "six airstrikes on the besieged district", at=ALWAER)
    world.report("Courier", "2017-05-21").says("control", "the siege was lifted", at=ALWAER, actor="Syrian army")
    return world


def test_a_siege_has_its_besieger_its_days_its_people_and_its_end() -> None:
    siege = only(siege_of_alwaer()).siege
    assert siege is not None
    assert (siege.since, siege.by, siege.people) == (date(2013, 10, 1), ("Syrian government forces",), ("R1-2",))
    assert (siege.first, siege.last, siege.lifted) == (date(2017, 1, 10), date(2017, 3, 7), date(2017, 5, 21))
    assert siege.claims == ("R1-1", "R1-2", "R3-1", "R4-1")


def test_a_condition_reported_eased_later_is_not_lasting_and_another_thing_is() -> None:
    place = only(siege_of_alwaer())
    assert [(row.label, row.eased_on) for row in place.timeline] == [
        ("Shortage of medicines", date(2017, 2, 4)), ("Shortage of food", None), ("Supplies of medicines", None),
    ]  # fmt: skip
    assert (place.lasting, place.eased) == (("Shortage of food",), ("Supplies of medicines",))
    assert (place.first, place.last) == (date(2017, 1, 10), date(2017, 2, 4))


def test_a_condition_reported_again_after_it_was_eased_lasts() -> None:
    world = World()
    world.report("Orontes Daily", "2017-01-10").says("access", "the army blocked the convoy", at=ALWAER)
    world.report("Orontes Daily", "2017-02-10").says("access", "the convoy entered", at=ALWAER, eased=True)
    world.report("Orontes Daily", "2017-03-10").says("access", "the army blocked the convoy", at=ALWAER)
    assert only(world).lasting == ("Aid blocked",)


def test_aid_let_in_ends_aid_that_was_looted_or_attacked_before() -> None:
    world = World()
    world.report("Orontes Daily", "2017-01-10").says("access", "fighters looted the convoy", at=ALWAER)
    world.report("Orontes Daily", "2017-01-11").says("access", "the convoy was hit", at=ALWAER)
    world.report("Orontes Daily", "2017-02-10").says("access", "the convoy entered", at=ALWAER, eased=True)
    assert only(world).lasting == ()


def test_a_threat_is_no_condition_that_lasts() -> None:
    world = World()
    told = world.report("Orontes Daily", "2017-01-10")
    told.says("access", "threaten to target aid convoys", at=ALWAER, status="projected")
    assert (only(world).lasting, only(world).timeline[0].projected) == ((), True)


def test_a_place_is_besieged_only_where_claims_tell_so_and_each_place_by_itself() -> None:
    world = World()
    told = world.report("Orontes Daily", "2017-01-10")
    told.says("attack", "an airstrike on the besieged district", at=ALWAER)
    told.says("access", "prices rose", at=HOMS)
    told.says("control", "the army encircled the town", at=SARAQEB, actor="Syrian army")
    found = {place.place: place.siege is not None for place in access_places(world.claims, world.reports)}
    assert found == {"Homs": False, "Saraqeb": True}


def test_the_rows_of_a_place_come_in_order_of_time_whatever_the_order_of_reports() -> None:
    world = World()
    for day, words in (("2017-03-01", "shortages of food"), ("2017-01-01", "high prices"), ("2017-02-01", "no water")):
        world.report("Orontes Daily", day).says("access", f"{words}, a shortage" if "no" in words else words, at=ALWAER)
    assert [row.first for row in access(world.claims, world.reports)] == [
        date(2017, 1, 1), date(2017, 2, 1), date(2017, 3, 1),
    ]  # fmt: skip


def test_a_name_that_no_gazetteer_resolved_goes_with_the_one_place_that_bears_it() -> None:
    world = World()
    world.report("Orontes Daily", "2017-01-10").says("access", "shortages of food", at=ALWAER)
    world.report("Harbour Post", "2017-01-12").says("access", "shortages of food", place="al-Alwaer")
    (row,) = access(world.claims, world.reports)
    assert row.claims == ("R1-1", "R2-1")


def test_a_condition_that_somebody_denies_stays_with_the_denial() -> None:
    world = World()
    told = world.report("Levant Courier", "2016-01-12")
    told.says("access", "people are starving for lack of food", at=HOMS)
    told.denies(None, "there is no starvation in Homs", at=HOMS, by="Bashar Jaafari")
    (row,) = access(link_denials(world.claims), world.reports)
    assert row.denials == ("R1-2",)
