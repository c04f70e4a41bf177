"""What the sources of one incident support: one test a rule of the field."""

from __future__ import annotations

from typing import Any

from sijil.steps.parties import party_of
from tests.builders import ALWAER, IDLIB_PROVINCE, SARAQEB, World, range_of, row

DAY, NEXT = "2020-01-23", "2020-01-24"
HERE: dict[str, Any] = {"day": DAY, "at": SARAQEB, "attack": "airstrike"}
SOHR, SNHR = "Syrian Observatory for Human Rights", "Syrian Network for Human Rights"


def world_of(*figures: tuple[str, str], **fields: Any) -> World:
    """One report, in which each (speaker, number) tells of civilians killed by one airstrike."""
    world = World()
    told = world.report("Harbour Post", NEXT)
    for by, number in figures:
        told.killed(number, by=by, **HERE, **fields)
    return world


def test_minimum_is_the_lowest_floor_and_maximum_the_highest_ceiling() -> None:
    assert range_of(world_of((SOHR, "43"), (SNHR, "39")).only()) == "39-43"


def test_no_maximum_is_invented_where_every_source_is_open_above() -> None:
    found = row(world_of((SOHR, "at least 4"), (SNHR, "at least 2")).only())
    assert found and found.figure.words() == "at least 2"
    assert found.highest_low == 4


def test_a_floor_above_every_ceiling_leaves_the_range_open() -> None:
    found = row(world_of((SOHR, "at least 43"), (SNHR, "39")).only())
    assert found and found.figure.words() == "at least 39"
    assert found.reasons[-1] == "no maximum: a source gives at least 43, more than the highest ceiling, 39"


def test_a_ceiling_alone_has_no_floor() -> None:
    assert range_of(world_of((SOHR, "up to 40")).only()) == "up to 40"


def test_casualties_are_never_a_number_of_deaths() -> None:
    world = World()
    world.report("Coalition media", NEXT).harm("casualties", "at least 24", day=DAY, at=ALWAER)
    one = world.only()
    assert range_of(one, "casualties") == "at least 24"
    assert range_of(one, "killed") == "none"


def test_people_whose_status_nobody_disputes_count_as_civilians() -> None:
    world = World()
    claim = world.report("Harbour Post", NEXT).killed("5", "people", **HERE)
    assert range_of(world.only()) == "5"
    assert claim.group == "people"


def test_fighters_among_the_people_are_taken_off() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("7", "people", **HERE)
    told.killed("2", "combatants", part_of=True, **HERE)
    one = world.only()
    assert (range_of(one), range_of(one, group="combatants")) == ("5", "2")


def test_children_and_women_told_alone_are_added_up_to_a_floor_of_civilians() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("3", "children", **HERE)
    told.killed("2", "women", **HERE)
    assert range_of(world.only()) == "5"


def test_parts_never_exceed_their_whole() -> None:
    world = World()
    first = world.report("Harbour Post", NEXT)
    first.killed("5", **HERE)
    first.killed("3", "children", part_of=True, **HERE)
    world.report("Orontes Daily", NEXT).killed("2", **HERE)
    one = world.only()
    assert (range_of(one), range_of(one, group="children")) == ("2-5", "2-3")
    children = row(one, group="children")
    assert children and "held within the whole" in children.reasons[-1]


def test_a_report_that_tells_only_of_children_does_not_lower_the_minimum() -> None:
    world = World()
    world.report("Harbour Post", NEXT).killed("5", **HERE)
    world.report("Orontes Daily", NEXT).killed("3", "children", **HERE)
    assert range_of(world.only()) == "5"


def test_a_source_that_gives_no_number_does_not_lower_the_minimum() -> None:
    assert range_of(world_of((SOHR, "5"), (SNHR, "at least 1")).only()) == "5"
    assert range_of(world_of((SNHR, "at least 1")).only()) == "at least 1"


def test_a_later_report_of_the_same_speaker_supersedes_the_earlier() -> None:
    world = World()
    world.report("Harbour Post", DAY).killed("5", by=SOHR, **HERE)
    world.report("Orontes Daily", NEXT).killed("8", by="SOHR", **HERE)
    found = row(world.only())
    assert found and found.figure.words() == "8"
    assert found.set_aside == (("R1-1", f"superseded by the later report of {SOHR} of 2020-01-24"),)


def test_one_speaker_in_many_reports_is_one_source() -> None:
    world = World()
    for source in ("Harbour Post", "Orontes Daily"):
        world.report(source, NEXT).killed("5", by="SOHR", **HERE)
    one = world.only()
    assert one.sources == (SOHR,)
    assert one.grade == "Weak"


def test_spokesmen_of_one_body_are_one_source() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("5", by="Naji al-Mustafa, National Liberation Front", **HERE)
    told.harm("injured", "9", by="Mustafa, National Liberation Front", **HERE)
    assert world.only().sources == ("National Liberation Front",)


def test_unnamed_speakers_count_as_the_publisher() -> None:
    assert world_of(("local activists", "5")).only().sources == ("Harbour Post",)


def test_copies_of_one_text_are_one_source() -> None:
    quote = "five civilians of one family were killed when a jet struck their home in the town"
    world = World()
    for source in ("Harbour Post", "Orontes Daily"):
        world.report(source, NEXT).killed("5", quote=quote, **HERE)
    assert world.only().sources == ("Harbour Post",)


def test_fair_needs_two_independent_sources_and_no_dispute() -> None:
    one = world_of((SOHR, "5"), (SNHR, "5")).only()
    assert one.grade == "Fair"
    assert one.grade_reasons[1] == f"2 independent sources: {SOHR}, {SNHR}"


def test_confirmed_when_a_belligerent_accepts_responsibility() -> None:
    accepted_by = party_of("The US-led coalition acknowledged that its aircraft")
    world = world_of(("US-led coalition", "14"), accepted_by=accepted_by)
    one = world.only()
    assert one.grade == "Confirmed"
    assert one.grade_reasons[1].startswith("US-led coalition accepts it («The US-led coalition acknowledged")


def test_a_speaker_and_an_actor_of_one_side_confirm_nothing_without_accepting_words() -> None:
    assert world_of(("US-led coalition", "14"), (SOHR, "40"), actor="US-led coalition").only().grade != "Confirmed"


def test_a_monitor_that_names_a_party_confirms_nothing() -> None:
    assert world_of((SOHR, "14"), actor="US-led coalition").only().grade == "Weak"


def test_contested_when_sources_blame_different_sides() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("5", by=SOHR, actor="Syrian regime", **HERE)
    told.killed("5", by="SANA", actor="Hayat Tahrir al-Sham", **HERE)
    one = world.only()
    assert one.grade == "Contested"
    assert one.blamed == ("Syrian government forces", "Hayat Tahrir al-Sham")


def test_blaming_one_ally_or_the_other_is_no_contest() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("5", by=SOHR, actor="Syrian regime", **HERE)
    told.killed("5", by=SNHR, actor="Russia", **HERE)
    assert world.only().grade == "Fair"


def test_a_denied_incident_is_contested_and_its_claims_stay() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", NEXT)
    attack = told.says("attack", "a major attack", day=DAY, at=IDLIB_PROVINCE, attack="clash", by="Regime-run media")
    told.killed(
        "up to 40", "combatants", DAY, at=IDLIB_PROVINCE, attack="clash", side="Syrian", actor="rebels",
        by="Russia's defence ministry",
    )  # fmt: skip
    told.denies(attack, "no such assault", DAY, by="Naji al-Mustafa, National Liberation Front")
    told.denies(attack, "there was no attack", DAY, by="Syrian Observatory")
    one = world.only()
    assert one.grade == "Contested"
    assert one.disputed
    assert [line.split(" denies it")[0] for line in one.disputes] == [
        "Naji al-Mustafa, National Liberation Front (Zaman al-Wasl, 2020-01-24)",
        "Syrian Observatory (Zaman al-Wasl, 2020-01-24)",
    ]
    assert range_of(one, group="combatants") == "up to 40"
    assert range_of(one) == "none"


def test_discounted_when_only_combatants_were_harmed() -> None:
    assert world_of_combatants("clash").only().grade == "Discounted"


def world_of_combatants(attack: str) -> World:
    """Nine fighters killed, by one source."""
    world = World()
    world.report("Harbour Post", NEXT).killed("9", "combatants", DAY, at=SARAQEB, attack=attack, by=SOHR)
    return world


def test_the_perpetrator_who_says_fighters_lowers_the_minimum_and_never_the_maximum() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("5", by=SOHR, actor="Russia", **HERE)
    told.killed("4", "combatants", by="Russia's defence ministry", actor="Russian aircraft", **HERE)
    one = world.only()
    assert range_of(one) == "1-5"
    assert "calls 4 of them fighters" in one.disputes[0]
    found = row(one)
    assert found and "does not lower the maximum" in found.reasons[-1]


def test_children_stay_civilians_whoever_calls_the_dead_fighters() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("5", by=SOHR, actor="Russia", **HERE)
    told.killed("3", "children", part_of=True, by=SOHR, actor="Russia", **HERE)
    told.killed("5", "combatants", by="Russia's defence ministry", actor="Russian aircraft", **HERE)
    one = world.only()
    assert (range_of(one), range_of(one, group="children")) == ("3-5", "3")


def test_soldiers_killed_beside_civilians_are_no_doubt_about_the_civilians() -> None:
    world = World()
    told = world.report("Levant Courier", NEXT)
    told.killed("9", by="SANA", **HERE)
    told.killed("7", "combatants", by=SOHR, **HERE)
    assert range_of(world.only()) == "9"


def test_the_accused_who_says_nobody_was_harmed_denies_and_lowers_no_minimum() -> None:
    world = World()
    told = world.report("Levant Courier", NEXT)
    told.killed("5", by=SOHR, actor="Russia", **HERE)
    told.killed("0", by="Russia's defence ministry", **HERE)
    one = world.only()
    assert (range_of(one), one.grade) == ("5", "Contested")


def test_losses_of_two_sides_are_added_and_never_mixed() -> None:
    world = World()
    told = world.report("Harbour Post", NEXT)
    told.killed("10", "combatants", DAY, at=SARAQEB, attack="clash", side="Syrian army", by=SOHR)
    told.killed("6", "combatants", DAY, at=SARAQEB, attack="clash", side="Hayat Tahrir al-Sham", by=SNHR)
    assert range_of(world.only(), group="combatants") == "16"


def test_a_person_overrules_the_grade_and_the_computed_reasons_stay() -> None:
    world = world_of((SOHR, "5"))
    world.judge("grade", "I-R1-1", "seen on video", grade="Fair")
    one = world.only()
    assert one.grade == "Fair"
    assert one.grade_reasons[0] == "graded Fair by Rana on 2026-02-01: seen on video"
    assert one.grade_reasons[1].startswith("by method 0.3 it would be Weak, because ")
    assert one.grade_reasons[2].startswith("one source")


def test_a_belligerent_that_boasts_of_people_killed_confirms_no_civilian_harm() -> None:
    world = World()
    world.report("Levant Courier", NEXT).killed("20", "people", by="SANA", actor="Syrian army", **HERE)
    assert world.only().grade == "Weak"
