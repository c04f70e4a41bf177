"""Denials linked to what they deny, across reports."""

from __future__ import annotations

from sijil.steps.denials import link_denials
from tests.builders import ALWAER, HOMS, IDLIB_PROVINCE, MAARAT, SARAQEB, World

DAY = "2017-03-06"


def denied(world: World) -> list[tuple[str, ...]]:
    """What each denial denies after linking."""
    return [claim.denies for claim in link_denials(world.claims) if claim.kind == "denial"]


def test_a_denial_rejects_what_another_report_tells_of_the_place_and_day() -> None:
    world = World()
    world.report("Orontes Daily").killed("2", day=DAY, at=ALWAER, attack="airstrike")
    world.report("Coastline").denies(None, "no strike took place", DAY, at=ALWAER)
    assert denied(world) == [("R1-1",)]


def test_a_denial_about_a_larger_place_covers_what_lies_in_it() -> None:
    world = World()
    world.report("Orontes Daily").killed("2", day=DAY, at=ALWAER)
    world.report("Coastline").denies(None, "nobody was hurt in the city", DAY, at=HOMS)
    assert denied(world) == [("R1-1",)]


def test_another_place_day_attack_or_accused_is_not_denied() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.killed("2", day=DAY, at=SARAQEB, attack="airstrike")
    told.killed("3", day="2017-03-08", at=ALWAER, attack="airstrike")
    told.killed("4", day=DAY, at=ALWAER, attack="shelling")
    told.killed("5", day=DAY, at=ALWAER, attack="airstrike", actor="Turkey")
    world.report("Coastline").denies(None, "our jets did not fly", DAY, at=ALWAER, attack="airstrike", actor="Russia")
    assert denied(world) == [()]


def test_what_the_reader_of_the_report_linked_stays() -> None:
    world = World()
    told = world.report("Zaman al-Wasl")
    attack = told.says("attack", "a major attack", day=DAY, at=IDLIB_PROVINCE)
    told.killed("9", day=DAY, at=MAARAT)
    told.denies(attack, "no such assault", DAY, at=IDLIB_PROVINCE, by="SOHR")
    assert denied(world) == [("R1-1",)]


def test_nobody_denies_what_they_say_themselves() -> None:
    world = World()
    told = world.report("Coastline")
    told.killed("2", day=DAY, at=ALWAER, by="Syrian army")
    told.denies(None, "no homes were hit", DAY, at=ALWAER, by="Syrian army")
    assert denied(world) == [()]
