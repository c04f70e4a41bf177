"""Control: who is said to hold a place, by whom, since when, and where speakers disagree."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import ControlRow
from sijil.steps.tally import control, control_places
from tests.builders import ALWAER, SARAQEB, World

DAY = "2020-01-23"


def rows(world: World) -> list[ControlRow]:
    """The ledger."""
    return list(control(world.claims, world.reports))


def test_each_holder_has_who_says_so_and_since_when() -> None:
    world = World()
    told = world.report("Orontes Daily", "2020-02-01")
    told.says("control", "rebels hold the town", day="2019-05-01", at=SARAQEB, actor="rebels", by="SOHR")
    (row,) = rows(world)
    assert (row.act, row.first, row.said) == ("holds", date(2019, 5, 1), date(2020, 2, 1))
    assert row.speakers == ("Syrian Observatory for Human Rights",)


def test_where_speakers_name_two_camps_at_one_time_both_are_named() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-24").says("control", "rebels hold it", day=DAY, at=SARAQEB, actor="rebels")
    world.report("Coastline", "2020-01-24").says(
        "control", "the army took it", day=DAY, at=SARAQEB, actor="Syrian army"
    )
    one, other = rows(world)
    assert one.against == (
        "Syrian government forces, says the report itself (Coastline, 2020-01-24): «the army took it»",
    )
    assert len(other.against) == 1 and one.contested and other.contested
    (place,) = control_places(world.claims, world.reports)
    assert (place.contested, len(place.rows)) == (True, 2)


def test_who_besieges_or_attacks_a_place_does_not_hold_it() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-24").says("control", "rebels hold it", at=ALWAER, actor="rebels")
    told = world.report("Coastline", "2020-01-24")
    told.says("control", "the army besieges the district", at=ALWAER, actor="Syrian army")
    told.says("control", "the army advanced on it", at=ALWAER, actor="Syrian army")
    assert [(row.act, row.contested) for row in rows(world)] == [
        ("holds", False), ("besieges", False), ("advances", False),
    ]  # fmt: skip


def test_a_place_taken_later_is_a_change_and_no_contest() -> None:
    world = World()
    world.report("Orontes Daily", "2020-01-10").says("control", "rebels hold it", at=SARAQEB, actor="rebels")
    told = world.report("Coastline", "2020-02-06")
    told.says("control", "the army seized it", day="2020-02-05", at=SARAQEB, actor="Syrian army")
    assert [row.contested for row in rows(world)] == [False, False]
    (place,) = control_places(world.claims, world.reports)
    assert [row.act for row in place.rows] == ["holds", "takes"]


def test_allies_do_not_contest_each_other_and_one_voice_does_not_contest_itself() -> None:
    world = World()
    told = world.report("Orontes Daily", "2020-01-24")
    told.says("control", "the army holds it", at=SARAQEB, actor="Syrian army")
    told.says("control", "rebels hold parts of it", at=SARAQEB, actor="rebels")
    world.report("Coastline", "2020-01-24").says("control", "Russia holds the base", at=SARAQEB, actor="Russia")
    army, rebels, _ = rows(world)
    assert not army.contested
    assert len(rebels.against) == 1


def test_a_denied_claim_of_control_is_contested() -> None:
    world = World()
    told = world.report("Orontes Daily", "2020-01-24")
    taken = told.says("control", "the army took it", day=DAY, at=SARAQEB, actor="Syrian army")
    told.denies(taken, "rebels denied it", by="rebels")
    (row,) = rows(world)
    assert row.against == ("denied by rebels (Orontes Daily, 2020-01-24): «rebels denied it»",)


def test_who_forces_others_to_withdraw_has_taken_what_they_left() -> None:
    world = World()
    told = world.report("Orontes Daily", "2020-01-24")
    told.says("control", "forcing the army to withdraw from two villages", at=SARAQEB, actor="rebels")
    told.says("control", "rebels withdrew from the town", at=SARAQEB, actor="rebels")
    assert [row.act for row in rows(world)] == ["takes", "loses"]
