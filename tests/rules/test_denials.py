"""Denials: a denial is linked to what it denies, in its own report or another; the denied claim stays, disputed."""

from __future__ import annotations

from tests.rules.conftest import Read
from tests.rules.told import Told

DAY = "2020-01-24"
BOTH = Told(
    "Orontes Daily", DAY,
    "Russian warplanes killed five civilians in Saraqeb on Thursday, local activists said. Russia's defence ministry "
    "denied on Friday that its aircraft had bombed Saraqeb.",
)  # fmt: skip


def test_a_denied_claim_stays_with_its_figure_and_its_incident_is_contested(read: Read) -> None:
    record = read(BOTH)
    assert record.claim("killed five").id in record.claim("ministry denied").denies
    assert record.range_of() == "5"
    assessment = record.incident().assessment
    assert (assessment.grade, assessment.disputed) == ("Contested", True)
    assert record.sums() == {"killed civilians": "5"}


def test_what_a_denial_restates_is_no_further_attack(read: Read) -> None:
    record = read(BOTH)
    restated = record.claim("had bombed Saraqeb")
    assert restated.status == "denied"
    assert restated.id not in record.incident().incident.claims


def test_both_sides_of_a_denial_are_explained_with_their_words(read: Read) -> None:
    record = read(BOTH)
    denied, denial = record.claim("killed five"), record.claim("ministry denied")
    assert f"Denied, reported by Russia's defence ministry (Orontes Daily, {DAY})" in record.explained(denied.id)
    assert f"It denies what was reported by activists (Orontes Daily, {DAY})" in record.explained(denial.id)
    assert f"«{denial.quote}»" in record.explained(record.incident().incident.id)
