"""Displacement, access, agreements, control and sources."""

from __future__ import annotations

from datetime import date

from sijil.steps.tally import access, agreements, control, displacement, sources
from tests.builders import ALWAER, IDLIB_PROVINCE, SARAQEB, SYRIA, World


def test_displacement_keeps_observed_forecast_share_flow_and_stock_apart() -> None:
    told = World().report("Zaman al-Wasl", "2020-01-24")
    told.says(
        "displacement", "almost 350,000 people have fled since December 1", "about 350000", "2019-12-01..2020-01-24",
        at=IDLIB_PROVINCE, by="OCHA, AFP",
    )  # fmt: skip
    told.says("displacement", "an additional 650,000 people", "650000", status="projected", by="IRC")
    told.says("need", "home to at least three million people", "at least 3000000", at=IDLIB_PROVINCE)
    told.says("displacement", "no family has fled", "1", status="denied")
    told.says("displacement", "shelters host 900 displaced people", "900", "2020-01-24", at=SARAQEB)
    rows = displacement(told.claims)
    assert [(row.nature, row.term) for row in rows] == [
        ("observed", "flow"), ("forecast", "flow"), ("observed", "stock"), ("denied", "flow"), ("observed", "stock"),
    ]  # fmt: skip
    assert (rows[0].since, rows[0].until, rows[0].speaker) == (date(2019, 12, 1), date(2020, 1, 24), ("OCHA", "AFP"))


def test_figures_that_touch_in_place_and_time_stand_side_by_side() -> None:
    world, days = World(), "2019-12-01..2020-01-24"
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.says("displacement", "almost 350,000 have fled", "about 350000", days, at=IDLIB_PROVINCE, by="OCHA")
    told.says("displacement", "over 300,000 driven out", "at least 300001", days, at=IDLIB_PROVINCE, by="Coordinators")
    first, second = displacement(world.claims)
    assert first.reasons[-1] == "beside it: at least 300,001 by Coordinators (R1-2)"
    assert second.reasons[-1] == "beside it: about 350,000 by OCHA (R1-1)"


def test_a_share_of_the_population_is_no_number_of_people() -> None:
    from dataclasses import replace

    from sijil.model.figure import Figure

    claim = World().report("Zaman al-Wasl").says("displacement", "50% have left their homes", "50", at=SYRIA)
    (row,) = displacement([replace(claim, figure=Figure(50, 50, unit="percent"))])
    assert row.nature == "share"


def test_a_siege_shows_each_condition_with_its_words() -> None:
    world = World()
    told = world.report("Coalition media", "2017-03-07")
    told.says("access", "severe shortages of medicines and medical equipment", at=ALWAER)
    told.says("access", "high prices of infant formula", at=ALWAER)
    told.says("access", "continue to prevent the ill and injured from leaving the district", at=ALWAER)
    told.says("access", "threaten they will target aid convoys", at=ALWAER, status="projected")
    told.says("access", "an aid convoy entered", at=ALWAER, eased=True)
    rows = access(told.claims, world.reports)
    assert [row.label for row in rows] == [
        "Shortage of medicines and medical equipment", "High price of infant formula",
        "Blocked evacuation of the ill and injured", "Aid threatened", "Aid let in",
    ]  # fmt: skip
    assert {(row.first, row.last) for row in rows} == {(date(2017, 3, 7), date(2017, 3, 7))}
    assert [row.claims for row in rows] == [(f"R1-{n}",) for n in range(1, 6)]


def test_a_condition_told_again_later_is_one_row_with_first_and_last_day() -> None:
    world = World()
    for day in ("2017-03-01", "2017-03-07"):
        world.report("Orontes Daily", day).says("access", "medicine is running out: a shortage", at=ALWAER)
    (row,) = access(world.claims, world.reports)
    assert (row.first, row.last) == (date(2017, 3, 1), date(2017, 3, 7))


def test_harm_after_a_ceasefire_in_a_report_that_speaks_of_breaches_is_claimed_as_violation() -> None:
    world = World()
    told = world.report("Coalition media", "2017-03-07")
    told.says("attack", "at least six airstrikes", "at least 6", "2017-03-06", at=ALWAER, attack="airstrike")
    told.killed("2", day="2016-12-20", at=ALWAER)
    told.says("agreement", "a guarantor of the ceasefire which came into force", day="2016-12-29", actor="Russia")
    told.says("blame", "Russia failed to stop violations of the ceasefire", actor="Russia", by="Yasser Farhan")
    other = world.report("Orontes Daily", "2017-03-08")
    other.killed("4", day="2017-03-07", at=ALWAER)
    (row,) = agreements(world.claims)
    assert (row.title, row.guarantors, row.since) == ("Ceasefire, 29 Dec 2016", ("Russia",), date(2016, 12, 29))
    assert (row.violations, row.blames) == (("R1-1",), ("R1-4",))
    assert "their reports speak of breaches" in row.reasons[0]


def test_a_complaint_elsewhere_means_the_latest_truce_before_the_harm_it_tells_of() -> None:
    world = World()
    told = world.report("Orontes Daily", "2018-03-01")
    told.says("agreement", "the ceasefire took effect", day="2016-12-30")
    told.says("agreement", "the truce took effect", day="2018-02-24")
    late = world.report("Harbour Post", "2017-03-07")
    late.killed("4", day="2017-03-06", at=ALWAER)
    late.says("blame", "called it a breach of the truce", by="National Coalition")
    first, second = agreements(world.claims)
    assert (first.violations, second.violations) == (("R2-1",), ())


def test_a_truce_agreed_one_day_and_in_force_the_next_is_one_agreement() -> None:
    world = World()
    world.report("Orontes Daily").says("agreement", "brokered that ceasefire", day="2016-12-29", actor="Turkey")
    world.report("Harbour Post").says("agreement", "the truce took effect at midnight", day="2016-12-30")
    (row,) = agreements(world.claims)
    assert (row.claims, row.since, row.parties) == (("R1-1", "R2-1"), date(2016, 12, 29), ("Turkey",))


def test_control_is_contested_where_another_speaker_names_another_holder() -> None:
    world = World()
    world.report("Orontes Daily").says("control", "rebels hold the town", day="2020-01-23", at=SARAQEB, actor="rebels")
    world.report("Coastline").says("control", "the army took it", day="2020-01-23", at=SARAQEB, actor="Syrian army")
    world.report("Coastline").says("control", "the army holds it", at=ALWAER, actor="Syrian army")
    assert [(row.place, row.contested) for row in control(world.claims)] == [
        ("Saraqeb", True), ("Saraqeb", True), ("Alwaer district", False),
    ]  # fmt: skip


def test_sources_show_how_often_alone_and_how_often_contradicted() -> None:
    world = World()
    told = world.report("Harbour Post", "2020-01-24")
    told.killed("43", day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR")
    told.killed("39", day="2020-01-23", at=SARAQEB, attack="airstrike", by="White Helmets")
    told.killed("2", day="2020-01-20", at=ALWAER, by="SOHR")
    found = world.findings()
    rows = {row.name: row for row in sources(found)}
    observatory = rows["Syrian Observatory for Human Rights"]
    assert (observatory.claims, observatory.incidents, observatory.alone, observatory.contradicted) == (2, 2, 1, 1)
    assert rows["Harbour Post"].role == "publisher"
