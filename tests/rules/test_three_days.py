"""Event day ≠ report day ≠ day recognised: all three are kept."""

from __future__ import annotations

from datetime import date

from sijil import queries
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

ROSE = Told(
    "Orontes Daily", "2020-01-26",
    "The death toll from Thursday's airstrike on Saraqeb rose to nine civilians on Saturday, the White Helmets said.",
)  # fmt: skip
UNDATED = Told("Orontes Daily", "2020-01-26", "Nine civilians were killed in an airstrike on Saraqeb, residents said.")


def test_a_claim_keeps_the_day_it_happened_the_day_it_was_recognised_and_the_day_of_its_report(read: Read) -> None:
    claim = read(ROSE).claim("toll")
    assert claim.period is not None and claim.recognised is not None
    days = (claim.period.start, claim.recognised.start, claim.report_day)
    assert days == (date(2020, 1, 23), date(2020, 1, 25), date(2020, 1, 26))


def test_an_incident_is_dated_by_the_event_and_not_by_the_toll(read: Read) -> None:
    assert read(ROSE).incident().incident.title == "Airstrike, Saraqib, 23 Jan 2020"


def test_as_of_a_day_counts_the_day_of_the_report_and_not_of_the_event(read: Read) -> None:
    known = {
        day: [row.figure.words() for row in queries.tally(read(ROSE).register, ALL, date(2020, 1, day)).rows]
        for day in (24, 26)
    }
    assert known == {24: [], 26: ["9"]}


def test_the_day_of_a_report_is_never_taken_for_the_day_of_the_event(read: Read) -> None:
    record = read(UNDATED)
    assert record.incident().incident.period is None
    assert queries.tally(record.register, ALL).undated == (record.incident().incident.id,)
