"""Totals and overlap: a total counts with a period and an area alone, and is never added to what lies inside it."""

from __future__ import annotations

from sijil import queries
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

FIVE = "Five civilians were killed in an airstrike on Saraqeb on Thursday, local activists said."
EIGHTY_FOUR = Told(
    "Orontes Daily", "2020-01-24",
    "At least 84 civilians were killed in Idlib province between January 10 and January 23, the Response "
    f"Coordinators group said on Friday.\n\n{FIVE}",
)  # fmt: skip
SMALL = Told(
    "Orontes Daily", "2020-01-24",
    "In all, 10 civilians were killed in Idlib province between January 10 and January 23, the Response Coordinators "
    "group said.\n\nNine civilians were killed in an airstrike on Saraqeb on Thursday, local activists said.\n\n"
    "Seven civilians were killed in shelling on Maarat al-Numan on Wednesday, local activists said.",
)  # fmt: skip


def test_five_killed_inside_84_leave_79_and_are_never_89(read: Read) -> None:
    record = read(EIGHTY_FOUR)
    (total,) = queries.totals(record.register, ALL)
    assert (total.explained.words(), total.unexplained.words()) == ("5", "at least 79")
    assert total.inside == (record.incident("Saraqib").incident.id,)
    assert record.sums() == {"killed civilians": "5"}


def test_a_total_with_an_incident_inside_is_explained_down_to_its_words(read: Read) -> None:
    record = read(EIGHTY_FOUR)
    told = record.explained(record.claim("84").id)
    assert "(Orontes Daily, 2020-01-24) in «At least 84 civilians were killed»" in told
    assert "Incidents inside it: 1, which explain 5; unexplained: at least 79." in told
    assert "Airstrike, Saraqib, 23 Jan 2020: 5, inside its days and Idlib." in told
    assert "«Five civilians were killed»" in record.explained(record.incident().incident.id)


def test_incidents_that_exceed_a_total_are_shown_as_a_conflict(read: Read) -> None:
    record = read(SMALL)
    (total,) = queries.totals(record.register, ALL)
    assert total.conflict == "the incidents inside already come to 16, more than the total's 10"
    assert f"Conflict: {total.conflict}." in record.explained(total.claim)
    assert record.sums() == {"killed civilians": "16"}


def test_a_total_is_in_no_incident(read: Read) -> None:
    for report in (EIGHTY_FOUR, SMALL):
        record = read(report)
        totals = {total.claim for total in queries.totals(record.register, ALL)}
        placed = {id_ for view in queries.incidents(record.register, ALL) for id_ in view.incident.claims}
        assert totals and not totals & placed
