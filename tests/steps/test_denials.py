"""Denials linked to what they deny, across reports."""

from __future__ import annotations

from datetime import date

from sijil.steps.denials import answered_all, asked_keys, link_denials, told_keys
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


def test_that_account_is_the_one_that_accuses_the_denier_and_not_another_event() -> None:
    world = World()
    told = world.report("Levant Courier")
    told.killed("5", day=DAY, at=SARAQEB, attack="airstrike", actor="government aircraft", by="our reporter")
    told.killed("up to 40", "combatants", at=IDLIB_PROVINCE, actor="rebels", by="Russia's Defence Ministry")
    wrong = told.claims[0]
    told.denies(wrong, "The rebel National Liberation Front disputed that account", DAY, at=IDLIB_PROVINCE,
                by="rebel National Liberation Front")  # fmt: skip
    assert denied(world) == [("R1-2",)]


def test_where_nobody_is_named_a_party_denies_what_another_camp_said_last() -> None:
    world = World()
    told = world.report("Levant Courier")
    told.killed("5", day=DAY, at=SARAQEB, attack="airstrike", actor="government aircraft", by="our reporter")
    told.killed("up to 40", "combatants", at=IDLIB_PROVINCE, actor="militants", by="Russia's Defence Ministry")
    told.denies(told.claims[0], "The rebels disputed that account", by="rebels")
    assert denied(world) == [("R1-2",)]


def test_no_starvation_denies_hunger_and_not_deaths_by_mines() -> None:
    world = World()
    told = world.report("Levant Courier")
    hunger = told.killed("28", "people", "2015-12-01..2016-01-12", at=HOMS, scope="total", attack="other", by="MSF")
    told.says("access", "A kilo of rice has been sold for 250 dollars", at=HOMS)
    mines = told.killed("at least 13", "people", DAY, at=HOMS, attack="explosive", by="SOHR")
    told.denies(mines, "there is no starvation in Homs", DAY, at=HOMS, by="Bashar Jaafari")
    assert denied(world) == [(hunger.id, "R1-2")]


def test_which_they_deny_denies_the_claim_in_its_sentence() -> None:
    world = World()
    told = world.report("Meridian Wire")
    shells = told.killed("at least 16", day=DAY, at=HOMS, actor="Rebel", by="state media")
    told.says("blame", "Moscow accuses them of keeping families from leaving", by="Moscow")
    told.denies(shells, "which they deny", gap=2, by="Moscow")
    assert denied(world) == [("R1-2",)]


def test_denied_this_reaches_no_further_than_the_sentence_before() -> None:
    world = World()
    told = world.report("Levant Courier")
    told.says("attack", "Turkey struck back", at=SARAQEB, actor="Turkey", day=DAY)
    told.denies(told.claims[0], "Ankara denied this", gap=300, by="Ankara")
    assert denied(world) == [()]


def test_what_a_denial_tells_in_order_to_deny_it_is_no_report_and_leads_to_what_others_report() -> None:
    world = World()
    world.report("Orontes Daily").killed("5", day=DAY, at=SARAQEB, attack="airstrike")
    told = world.report("Coastline")
    told.denies(None, "The commander denied", at=SARAQEB, by="commander")
    told.says("damage", "warplanes had hit homes", day=DAY, at=SARAQEB, attack="airstrike", by="commander", gap=6)
    assert denied(world) == [("R2-2", "R1-1")]
    assert [claim.status for claim in link_denials(world.claims)] == ["reported", "denied", "denied"]


def test_what_people_corrected_stays() -> None:
    world = World()
    told = world.report("Levant Courier")
    told.killed("5", day=DAY, at=SARAQEB, actor="government aircraft", by="our reporter")
    told.denies(told.claims[0], "The rebels deny it", by="rebels", notes=("corrected by Rana: seen",))
    assert denied(world) == [("R1-1",)]


def test_a_figure_denied_in_one_report_is_denied_in_every_report_of_it() -> None:
    world = World()
    for speaker in ("Russia's Defence Ministry", "ministry"):
        told = world.report("Courier")
        told.killed("up to 40", "combatants", DAY, at=IDLIB_PROVINCE, actor="rebels", by=speaker)
        told.killed("up to 50", "combatants", DAY, at=IDLIB_PROVINCE, actor="army", by=speaker)
    told.denies(None, "The rebels disputed that account", by="rebels")
    assert denied(world) == [("R2-1", "R1-1")]


def test_a_denial_without_a_day_rejects_what_accused_its_camp_of_that_attack_in_the_days_before() -> None:
    world = World()
    told = world.report("Orontes Daily", "2017-03-07")
    told.killed("5", day=DAY, at=SARAQEB, attack="airstrike", actor="Russia")
    told.killed("3", day=DAY, at=SARAQEB, attack="shelling", actor="Russia")
    told.killed("4", day=DAY, at=SARAQEB, attack="airstrike", actor="Turkey")
    told.killed("9", day="2017-02-06", at=SARAQEB, attack="airstrike", actor="Russia")
    told.killed("2", day=DAY, at=MAARAT, attack="airstrike", actor="Russia")
    late = world.report("Coastline", "2017-03-07")
    denial = {"at": SARAQEB, "attack": "airstrike", "by": "Russia's Defence Ministry", "report_day": date(2017, 3, 7)}
    late.denies(None, "Russia's Defence Ministry denied having bombed the town", **denial)
    assert denied(world) == [("R1-1",)]


def test_a_denial_without_day_or_kind_of_attack_rejects_nothing_of_other_reports() -> None:
    world = World()
    world.report("Orontes Daily", "2017-03-07").killed("5", day=DAY, at=SARAQEB, attack="airstrike", actor="Russia")
    late = world.report("Coastline", "2017-03-07")
    late.denies(None, "Moscow denied it", at=SARAQEB, by="Moscow", report_day=date(2017, 3, 7))
    assert denied(world) == [()]


def test_what_a_denial_restates_accuses_and_only_that_camps_attacks_are_denied() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.killed("5", day=DAY, at=SARAQEB, attack="airstrike", actor="Russia")
    told.killed("4", day=DAY, at=SARAQEB, attack="airstrike", actor="Turkey")
    late = world.report("Coastline")
    late.denies(None, "The ministry denied", at=SARAQEB, by="ministry")
    late.says("attack", "Russian jets had struck", day=DAY, at=SARAQEB, attack="airstrike", actor="Russia", gap=6)
    assert denied(world) == [("R2-2", "R1-1")]


def test_an_account_that_is_denied_is_denied_where_its_speaker_tells_it_in_other_words() -> None:
    world = World()
    event = {"day": DAY, "at": IDLIB_PROVINCE, "attack": "clash"}
    told = world.report("Zaman al-Wasl")
    told.killed("up to 40", "combatants", actor="rebels", by="Russia's Defence Ministry", **event)
    told.denies(None, "The rebels disputed that account", by="rebels")
    other = world.report("Harbour Post")
    other.killed("40", "combatants", actor="opposition fighters", by="Russia's Ministry of Defence", **event)
    other.killed("60", "combatants", actor="rebels", by="Russia's Ministry of Defence", **event)
    other.killed("38", "combatants", actor="rebels", by="SOHR", **event)
    other.killed("38", "combatants", actor="Syrian army", by="Russia's Ministry of Defence", **event)
    assert denied(world) == [("R1-1", "R2-1")]


def test_a_denied_attack_is_denied_in_the_report_of_another_outlet_too() -> None:
    world = World()
    event = {"day": DAY, "at": IDLIB_PROVINCE, "attack": "clash", "actor": "rebels"}
    told = world.report("Zaman al-Wasl")
    attack = told.says("attack", "rebels had launched a major attack", by="SANA", **event)
    told.denies(attack, "no such assault had taken place", by="National Liberation Front")
    world.report("Coastline").says("attack", "terrorists stormed army positions", by="SANA", **event)
    assert denied(world) == [("R1-1", "R2-1")]


def test_the_keys_of_a_report_lead_to_all_that_its_denials_reject() -> None:
    world = World()
    event = {"day": DAY, "at": IDLIB_PROVINCE, "attack": "clash", "actor": "rebels"}
    told = world.report("Zaman al-Wasl")
    attack = told.says("attack", "rebels had launched a major attack", by="SANA", **event)
    told.denies(attack, "no such assault had taken place", by="National Liberation Front")
    world.report("Coastline").says("attack", "terrorists stormed army positions", by="SANA", **event)
    one, other = (tuple(report.claims) for report in world.told)
    assert asked_keys(answered_all(one)) & told_keys(answered_all(other))


def test_an_arabic_denial_of_hunger_denies_the_shortage_and_no_strike() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.killed("2", day=DAY, at=ALWAER, attack="airstrike", actor="Syrian army")
    told.says("access", "نقص حاد في الغذاء", at=ALWAER)
    told.denies(None, "نفى المحافظ وجود مجاعة في الحي", at=ALWAER)
    assert denied(world) == [("R1-2",)]


def test_an_arabic_denial_that_goes_on_from_a_claim_denies_that_claim() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.killed("5", day=DAY, at=ALWAER, attack="airstrike")
    told.killed("2", day=DAY, at=ALWAER, attack="shelling")
    told.denies(None, "وهو ما نفته الوزارة", gap=2)
    assert denied(world) == [("R1-2",)]
