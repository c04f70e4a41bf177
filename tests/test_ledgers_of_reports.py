"""Totals, tallies and ledgers of small reports of our own, from their bytes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sijil import pipeline, queries
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_bytes

ALL = Filter()
Reports = list[tuple[str, str, str]]  # publisher, day of publication, text
Read = Callable[[Reports], Register]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture
def read(tmp_path: Path, gazetteer: Gazetteer) -> Iterator[Read]:
    """Reads reports into a register of the test's own."""
    with Register.open(tmp_path / "sijil.db") as register:

        def add(reports: Reports) -> Register:
            for n, (source, day, text) in enumerate(reports):
                report = read_bytes(text.encode(), doc=f"r{n}", retrieval="test", published=date.fromisoformat(day))
                pipeline.add(register, replace(report, source=source), gazetteer)
            pipeline.derive(register)
            return register

        yield add


def by_words(register: Register, words: str) -> Claim:
    """The only claim with these words."""
    (one,) = [claim for claim in queries.claims(register, ALL) if words in claim.quote]
    return one


TOTALS: Reports = [
    (
        "Orontes Daily", "2020-01-24",
        "At least 90 civilians were killed in Idlib province between January 10 and January 23, the Response "
        "Coordinators group said on Friday.\n\nFive civilians were killed in an airstrike on Saraqeb on Thursday, "
        "local activists said.",
    ),
    (
        "Harbour Post", "2020-01-24",
        "The Syrian Observatory said 40 civilians were killed in Idlib province between January 15 and January 20.",
    ),
]  # fmt: skip


def test_totals_stand_beside_their_incidents_and_say_what_lies_in_what(read: Read) -> None:
    register = read(TOTALS)
    rows = {row.claim: row for row in queries.totals(register, ALL)}
    wide, narrow = rows[by_words(register, "90 civilians").id], rows[by_words(register, "40 civilians").id]
    assert (wide.explained.low, wide.unexplained.low) == (5, 85)
    assert [(one.claim, one.how) for one in wide.overlaps] == [(narrow.claim, "contains")]
    assert [(one.claim, one.how) for one in narrow.overlaps] == [(wide.claim, "inside")]
    told = queries.explain(register, narrow.claim)
    assert any(line.startswith("A total that it lies inside, never added to it: at least 90") for line in told)
    sums = {(row.measure, row.group): row.figure.low for row in queries.tally(register, ALL).rows}
    assert sums == {("killed", "civilians"): 5}


def test_as_of_a_day_nobody_knows_what_was_reported_later(read: Read) -> None:
    register = read([
        ("Orontes Daily", "2020-01-24", "Five civilians were killed in an airstrike on Saraqeb on Thursday."),
        ("Harbour Post", "2020-01-26", "Seven civilians were killed in the airstrike on Saraqeb on January 23."),
    ])  # fmt: skip
    then, now = (queries.tally(register, ALL, date(2020, 1, day), "day") for day in (25, 26))
    assert (then.later, [row.figure.words() for row in then.rows]) == (1, ["5"])
    assert (now.later, [row.figure.words() for row in now.rows]) == (0, ["5-7"])
    (part,) = now.parts
    assert (part.key, part.rows, part.running) == ("2020-01-23", now.rows, now.rows)
    assert queries.tally(register, ALL, date(2020, 1, 1)).rows == ()


def test_a_denial_in_another_report_leads_to_what_it_denies_in_rival_words(read: Read) -> None:
    register = read([
        ("Orontes Daily", "2020-01-24",
         "Russian warplanes killed five civilians in Saraqeb on Thursday, local activists said."),
        ("Coastline", "2020-01-24", "Russia's defence ministry denied on Friday that its aircraft had bombed Saraqeb."),
        ("Orontes Daily", "2020-01-24",
         "Regime artillery killed three civilians in Maarat al-Numan on Thursday, the Syrian Observatory said."),
        ("SANA", "2020-01-24", "The Syrian army rejected claims that it had shelled Maarat al-Numan on Thursday."),
    ])  # fmt: skip
    for denied, denial in (("killed five", "defence ministry denied"), ("killed three", "army rejected")):
        assert by_words(register, denied).id in by_words(register, denial).denies
    grades = {view.incident.title: view.assessment.grade for view in queries.incidents(register, ALL)}
    assert set(grades.values()) == {"Contested"}


def test_a_siege_has_a_timeline(read: Read) -> None:
    register = read([
        ("Orontes Daily", "2017-01-10",
         "Syrian government forces have besieged Madaya since July 2015.\n\nResidents suffer severe shortages of food "
         "in Madaya."),
        ("Harbour Post", "2017-02-15", "An aid convoy entered Madaya on Tuesday for the first time in months."),
    ])  # fmt: skip
    (place,) = queries.access_places(register, Filter(place="Madaya"))
    assert place.siege is not None
    assert (place.siege.since, place.siege.by) == (date(2015, 7, 1), ("Syrian government forces",))
    assert [(row.condition, row.eased) for row in place.timeline] == [("shortage", False), ("aid", True)]
    assert place.lasting == ("Shortage of food",)


def test_displacement_over_time_recommends_the_un_figure_and_keeps_the_forecast_apart(read: Read) -> None:
    register = read([
        ("Orontes Daily", "2020-01-24",
         "Almost 350,000 people have fled their homes in Idlib province since December 1, OCHA said."),
        ("Harbour Post", "2020-01-24",
         "The Syrian Observatory said 300,000 people have fled their homes in Idlib province since December 1.\n\n"
         "Another 650,000 people could be forced from their homes in Idlib province, the International Rescue "
         "Committee warned."),
    ])  # fmt: skip
    observed, forecast = sorted(queries.displacement_over_time(register, ALL), key=lambda one: one.nature, reverse=True)
    (point,) = observed.points
    assert (point.figure.low, len(point.triangulation)) == (350_000, 1)
    assert (forecast.nature, forecast.points[0].figure.low) == ("forecast", 650_000)


def test_who_holds_a_town_is_said_by_both_sides(read: Read) -> None:
    register = read([
        ("Orontes Daily", "2020-02-06",
         "Rebels still control Saraqeb, a spokesman for the National Liberation Front said."),
        ("SANA", "2020-02-06", "The Syrian army has taken control of Saraqeb."),
    ])  # fmt: skip
    (place,) = queries.control_places(register, Filter(place="Saraqeb"))
    assert place.contested
    assert all(row.against for row in place.rows)
