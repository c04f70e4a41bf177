"""Forecasts ("could be forced from homes") never enter observed figures."""

from __future__ import annotations

from sijil import queries
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

PAPER = Told(
    "Orontes Daily", "2020-01-24",
    "Almost 350,000 people have fled their homes in Idlib province since December 1, OCHA said. Another 650,000 people "
    "could be forced from their homes in Idlib province, the International Rescue Committee warned.\n\n"
    "Hundreds of civilians could be killed in Maarat al-Numan if the shelling goes on, doctors warned.\n\n"
    "Five civilians were killed in an airstrike on Saraqeb on Thursday, local activists said.",
)  # fmt: skip


def test_people_who_could_be_killed_are_in_no_incident_and_no_sum(read: Read) -> None:
    record = read(PAPER)
    claim = record.claim("could be killed")
    assert claim.status == "projected"
    assert claim.id not in record.incident().incident.claims
    assert record.sums() == {"killed civilians": "5"}


def test_people_who_could_be_displaced_stand_apart_from_those_who_were(read: Read) -> None:
    series = queries.displacement_over_time(read(PAPER).register, ALL)
    figures = {one.nature: [point.figure.low for point in one.points] for one in series}
    assert figures == {"observed": [350_000], "forecast": [650_000]}
