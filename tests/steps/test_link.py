"""Claims of one report and of several put together into incidents: one test a rule."""

from __future__ import annotations

from sijil.model.place import Place
from tests.builders import ALWAER, HOMS, IDLIB, IDLIB_PROVINCE, MAARAT, SARAQEB, World, groups_of
from tests.steps.copies import texts

OUTSKIRTS = Place("Outskirts", "sy-outskirts", "Outskirts", "town", 34.7870, 36.7167, ("Syria",))
MONDAY, THURSDAY, FRIDAY = "2017-03-06", "2020-01-23", "2020-01-24"


def test_a_report_that_counts_the_attacks_differently_tells_of_two_waves() -> None:
    world = World()
    told = world.report("Coalition media", "2017-03-07")
    told.says("attack", "at least six airstrikes", "at least 6", MONDAY, at=ALWAER, attack="airstrike", by="Activists")
    told.harm("casualties", "at least 24", day=MONDAY, at=ALWAER, attack="airstrike", by="Activists")
    told.says("attack", "up to 12 airstrikes hit Alwaer", "up to 12", MONDAY, at=ALWAER, attack="airstrike")
    told.killed("at least 2", day=MONDAY, at=ALWAER, attack="airstrike")
    first, second = world.incidents()
    assert (first.claims, second.claims) == (("R1-1", "R1-2"), ("R1-3", "R1-4"))
    assert "counts the attacks differently (at least 6 and up to 12)" in second.reasons[0]


def test_one_speaker_with_two_figures_of_one_measure_and_group_tells_of_two_events() -> None:
    world = World()
    told = world.report("Orontes Daily", THURSDAY)
    told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    told.killed("3", day=THURSDAY, at=SARAQEB, attack="airstrike")
    assert groups_of(world.incidents()) == [("R1-1",), ("R1-2",)]


def test_two_named_speakers_with_two_figures_disagree_about_one_event() -> None:
    world = World()
    told = world.report("Orontes Daily", THURSDAY)
    told.killed("43", day=THURSDAY, at=MAARAT, attack="airstrike", by="Syrian Observatory")
    told.killed("39", day=THURSDAY, at=MAARAT, attack="airstrike", by="White Helmets")
    assert len(world.incidents()) == 1


def test_a_part_follows_its_whole() -> None:
    world = World()
    told = world.report("Orontes Daily", THURSDAY)
    told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    told.killed("3", "children", part_of=True)
    assert groups_of(world.incidents()) == [("R1-1", "R1-2")]


def test_a_part_of_a_total_is_in_no_incident() -> None:
    world = World()
    told = world.report("Orontes Daily", THURSDAY)
    told.killed("at least 84", day="2020-01-15..2020-01-24", scope="total")
    told.killed("32", "children", part_of=True)
    assert world.incidents() == ()


def test_forecasts_denials_totals_and_background_join_no_incident() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("84", day="2020-01-15..2020-01-24", at=SARAQEB, scope="total")
    told.says("attack", "may be attacked", day=FRIDAY, at=SARAQEB, status="projected")
    told.denies(None, "no attack took place", FRIDAY, at=SARAQEB)
    told.says("need", "three million people", "3000000", at=IDLIB_PROVINCE)
    told.says("control", "still held by rebels", at=SARAQEB)
    assert world.incidents() == ()


def test_a_claim_without_place_or_day_is_an_incident_of_its_own_and_says_so() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("5", day=THURSDAY, at=SARAQEB)
    told.killed("2", day=THURSDAY)
    told.killed("1", "medics", at=SARAQEB)
    first, placeless, undated = world.incidents()
    assert first.claims == ("R1-1",)
    assert "no place is given" in placeless.reasons[0]
    assert "no day is known" in undated.reasons[0]


def test_a_report_without_days_joins_what_it_tells_of_one_attack_on_one_place() -> None:
    world = World()
    told = world.report("Orontes Daily")
    told.killed("8", at=SARAQEB, attack="shelling")
    told.harm("injured", "26", at=SARAQEB, attack="shelling")
    told.killed("3", at=SARAQEB, attack="airstrike")
    told.killed("2", at=IDLIB_PROVINCE, attack="clash")
    told.harm("injured", "4", at=IDLIB_PROVINCE, attack="clash")
    assert groups_of(world.incidents()) == [("R1-1", "R1-2"), ("R1-3",), ("R1-4",), ("R1-5",)]


def test_a_whole_province_is_too_wide_to_link_by_place_and_day_alone() -> None:
    for number, expected in (("9", 1), ("2", 2)):
        world = World()
        world.report("Orontes Daily", FRIDAY).killed("9", day=THURSDAY, at=IDLIB_PROVINCE, attack="airstrike")
        world.report("Coastline", FRIDAY).killed(number, day=THURSDAY, at=IDLIB_PROVINCE, attack="airstrike")
        assert len(world.incidents()) == expected


def test_what_is_told_in_one_breath_belongs_together() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("2", day=THURSDAY, at=SARAQEB)
    told.harm("injured", "17", gap=5)
    (one,) = world.incidents()
    assert one.claims == ("R1-1", "R1-2")
    assert "in the same breath" in one.reasons[0]


def test_an_unresolved_weekday_holds_within_its_report_and_links_with_no_other() -> None:
    world = World()
    for source, number in (("Levant Courier", "up to 40"), ("Harbour Post", "30")):
        told = world.report(source)
        told.says("attack", "rebels attacked", day="Thursday", at=SARAQEB, attack="clash")
        told.killed(number, "combatants", "Thursday", at=SARAQEB, attack="clash")
    incidents = world.incidents()
    assert groups_of(incidents) == [("R1-1", "R1-2"), ("R2-1", "R2-2")]
    assert "“Thursday”" in incidents[0].reasons[0]


def test_reports_of_one_town_day_and_attack_are_linked_with_reasons() -> None:
    world = World()
    for source, number in (("Zaman al-Wasl", "5"), ("Harbour Post", "5")):
        world.report(source, FRIDAY).killed(number, day=THURSDAY, at=SARAQEB, attack="airstrike")
    (one,) = world.incidents()
    assert one.claims == ("R1-1", "R2-1")
    assert one.reasons == (
        "two reports linked with 7 points: same place, Saraqeb (+3); same day (+2); "
        "same kind of attack, airstrike (+0.5); same figure, killed civilians 5 (+1.5)",
    )


def test_rivals_who_name_another_kind_of_attack_with_equal_figures_are_linked() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("9", day=THURSDAY, at=SARAQEB, attack="airstrike")
    world.report("Coastline", FRIDAY).killed("9", day=THURSDAY, at=SARAQEB, attack="shelling")
    assert len(world.incidents()) == 1


def test_other_kinds_of_attack_with_other_figures_are_two_incidents() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("9", day=THURSDAY, at=SARAQEB, attack="airstrike")
    world.report("Coastline", FRIDAY).killed("2", day=THURSDAY, at=SARAQEB, attack="shelling")
    assert len(world.incidents()) == 2


def test_a_day_apart_is_one_event_only_where_the_figures_do_not_differ() -> None:
    for number, expected in (("5", 1), ("11", 2)):
        world = World()
        world.report("Orontes Daily", FRIDAY).killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
        world.report("Harbour Post", FRIDAY).killed(number, day=FRIDAY, at=SARAQEB, attack="airstrike")
        assert len(world.incidents()) == expected


def test_a_district_and_its_city_are_linked_and_two_towns_are_not() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("5", day=THURSDAY, at=ALWAER, attack="airstrike")
    world.report("Harbour Post", FRIDAY).killed("5", day=THURSDAY, at=HOMS, attack="airstrike")
    world.report("Coastline", FRIDAY).killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    assert groups_of(world.incidents()) == [("R1-1", "R2-1"), ("R3-1",)]


def test_a_town_is_not_the_province_that_bears_its_name() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", FRIDAY).killed("5", day=THURSDAY, at=IDLIB, attack="airstrike")
    world.report("Coastline", FRIDAY).killed("5", day=THURSDAY, at=IDLIB_PROVINCE, attack="airstrike")
    assert groups_of(world.incidents()) == [("R1-1", "R3-1"), ("R2-1",)]


def test_names_that_no_gazetteer_knows_are_compared_without_articles_and_type_words() -> None:
    world = World()
    for source, name in (("Orontes Daily", "the town of al-Shifa'iya"), ("Harbour Post", "Shifaiya")):
        world.report(source, FRIDAY).killed("5", day=THURSDAY, place=name, attack="airstrike")
    assert groups_of(world.incidents()) == [("R1-1", "R2-1")]


def test_events_that_one_report_keeps_apart_are_not_joined_through_another() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    told.killed("3", day=THURSDAY, at=SARAQEB, attack="airstrike")
    world.report("Harbour Post", FRIDAY).killed("3", day=THURSDAY, at=SARAQEB, attack="airstrike")
    assert groups_of(world.incidents()) == [("R1-1",), ("R1-2", "R2-1")]


def test_the_order_in_which_claims_are_given_changes_nothing() -> None:
    world = World()
    for source in ("Zaman al-Wasl", "Harbour Post", "Orontes Daily"):
        told = world.report(source, FRIDAY)
        told.killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
        told.killed("3", "children", part_of=True)
    from sijil.steps.link import link

    assert link(tuple(reversed(world.claims)), world.reports, ()) == world.incidents()


def test_a_merge_joins_two_incidents_and_its_withdrawal_parts_them_again() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("5", day=THURSDAY, at=SARAQEB)
    world.report("Harbour Post", FRIDAY).killed("5", at=SARAQEB)
    merge = world.judge("merge", "I-R1-1", "same family", **{"with": "I-R2-1"})
    (one,) = world.incidents()
    assert one.id == "I-R1-1"
    assert one.reasons[-1] == "merged by Rana on 2026-02-01: same family"
    world.judge("withdraw", str(merge.id))
    assert len(world.incidents()) == 2


def test_a_split_takes_claims_out_into_an_incident_of_their_own() -> None:
    world = World()
    for source in ("Orontes Daily", "Harbour Post"):
        world.report(source, FRIDAY).killed("5", day=THURSDAY, at=SARAQEB, attack="airstrike")
    world.judge("split", "I-R1-1", "two raids", claims=["R2-1"])
    assert [incident.id for incident in world.incidents()] == ["I-R1-1", "I-R2-1"]


def test_a_rejected_incident_is_gone() -> None:
    world = World()
    world.report("Orontes Daily", FRIDAY).killed("5", day=THURSDAY, at=SARAQEB)
    world.judge("reject", "I-R1-1", "a film scene")
    assert world.incidents() == ()


def test_rival_counts_of_the_report_and_of_unnamed_people_are_one_event() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("at least 7", day=THURSDAY, at=SARAQEB, attack="shelling")
    told.killed("12", day=THURSDAY, at=SARAQEB, attack="shelling", by="activists")
    assert groups_of(world.incidents()) == [("R1-1", "R1-2")]


def test_another_speaker_of_one_report_who_names_a_place_close_by_tells_of_the_same_attack() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("at least 126", day=THURSDAY, at=HOMS, attack="explosive", by="Syrian Observatory")
    told.killed("at least 100", day=THURSDAY, at=OUTSKIRTS, attack="explosive", by="Rescuers of the Civil Defence")
    (one,) = world.incidents()
    assert "another speaker's account of that day, 6 km away" in one.reasons[0]


def test_an_undated_attack_is_the_only_dated_one_of_its_kind_where_the_places_may_be_one() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("40", at=HOMS, attack="airstrike", by="US-led coalition")
    told.killed("at least 33", day=THURSDAY, place="al-Badia", attack="airstrike", by="Syrian Observatory")
    assert groups_of(world.incidents()) == [("R1-1", "R1-2")]
    told.killed("150", day=FRIDAY, at=IDLIB, attack="airstrike", by="UN commission")
    assert groups_of(world.incidents()) == [("R1-1",), ("R1-2",), ("R1-3",)]  # now it is open which is meant


def test_an_undated_attack_on_a_town_far_away_stays_alone() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.killed("40", at=HOMS, attack="airstrike", by="US-led coalition")
    told.killed("at least 33", day=THURSDAY, at=SARAQEB, attack="airstrike", by="Syrian Observatory")
    assert len(world.incidents()) == 2


def test_the_place_in_the_city_names_the_incident() -> None:
    world = World()
    told = world.report("Orontes Daily", FRIDAY)
    told.says("damage", "the bombing of buses near Homs", day=THURSDAY, at=HOMS, attack="explosive")
    told.killed("126", day=THURSDAY, at=ALWAER, attack="explosive")
    (one,) = world.incidents()
    assert one.title.startswith("Explosion, Alwaer")


def test_a_reworded_copy_without_a_day_tells_of_the_same_events() -> None:
    world = World()
    for source, day, by in (("Levant Courier", "Thursday", "our reporter"), ("Harbour Post", THURSDAY, "a reporter")):
        text = texts.WIRE.replace("residents said", f"{by} says")
        told = world.report(source, FRIDAY if day == THURSDAY else "", text)
        told.killed("5", day=day, at=SARAQEB, attack="airstrike", by=by, quote=f"Five civilians died, {by} says")
        told.killed("at least 84", scope="total", at=IDLIB_PROVINCE, by="Response Coordinators")
        told.says("displacement", "almost 350,000 people have left", "about 350000", by="OCHA", at=IDLIB_PROVINCE)
    incidents = world.incidents()
    assert groups_of(incidents) == [("R1-1", "R2-1")]
    assert "near-copy" in incidents[0].reasons[0]
    assert world.only().sources == ("Levant Courier",)
