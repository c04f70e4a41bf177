"""Displacement: flow or stock, persons or households, the source's own term; one figure recommended, rivals beside."""

from __future__ import annotations

from datetime import date

from sijil import queries
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

DAY = "2020-01-24"
FLED = Told(
    "Orontes Daily", DAY, "Almost 350,000 people have fled their homes in Idlib province since December 1, OCHA said."
)
RIVAL = Told(
    "Harbour Post", DAY,
    "The Syrian Observatory said 300,000 people have fled their homes in Idlib province since December 1.",
)  # fmt: skip
IN_CAMPS = Told("Coastline", DAY, "About 80,000 displaced people are living in camps in Idlib province, OCHA said.")
FAMILIES = Told("Orontes Daily", DAY, "At least 12,000 families have fled Maarat al-Numan since December 1, OCHA said.")
PERSONS = Told(
    "Harbour Post", DAY, "At least 60,000 people have fled Maarat al-Numan since December 1, the Observatory said."
)


def test_a_un_figure_is_recommended_and_rivals_stand_beside_it_and_are_not_added(read: Read) -> None:
    record = read(FLED, RIVAL)
    (series,) = queries.displacement_over_time(record.register, ALL)
    (point,) = series.points
    assert (point.figure.low, point.recommended) == (350_000, record.claim("350,000").id)
    assert [claim for claim, _ in point.triangulation] == [record.claim("300,000").id]


def test_people_driven_out_are_a_flow_and_people_in_camps_a_stock(read: Read) -> None:
    rows = {row.figure.low: row for row in queries.displacement(read(FLED, IN_CAMPS).register, ALL)}
    assert (rows[350_000].term, rows[350_000].since) == ("flow", date(2019, 12, 1))
    assert rows[80_000].term == "stock"
    assert "displaced people" in rows[80_000].words


def test_families_are_households_and_never_turned_into_persons(read: Read) -> None:
    series = queries.displacement_over_time(read(FAMILIES, PERSONS).register, ALL)
    assert {one.unit: [point.figure.low for point in one.points] for one in series} == {
        "households": [12_000],
        "persons": [60_000],
    }


def test_the_displaced_are_no_casualties(read: Read) -> None:
    assert read(FLED, IN_CAMPS).sums() == {}
