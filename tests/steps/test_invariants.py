"""What must hold whatever reports say: nothing lost or counted twice, parts within wholes, order without effect."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.steps.accepted import accepted
from sijil.steps.assess import assess_all
from sijil.steps.link import link
from sijil.steps.link.inside import joins
from sijil.steps.tally import tally, totals
from tests.builders import ALWAER, HOMS, IDLIB_PROVINCE, SARAQEB, World
from tests.steps.tally.test_sums import AS_OF

DAYS = ("", "Thursday", "2020-01-22", "2020-01-23", "2020-01-24", "2020-01-20..2020-01-24")
CLAIM = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["killed", "injured", "casualties"]),
        "number": st.sampled_from(["0", "1", "3", "5", "at least 2", "at least 7", "up to 4", "2-6", "about 5"]),
        "group": st.sampled_from(["civilians", "people", "children", "women", "combatants", "medics"]),
        "day": st.sampled_from(DAYS),
        "at": st.sampled_from([None, SARAQEB, ALWAER, HOMS, IDLIB_PROVINCE]),
        "attack": st.sampled_from([None, "airstrike", "shelling", "clash"]),
        "by": st.sampled_from(["", "SOHR", "activists", "SANA", "Russia's defence ministry"]),
        "actor": st.sampled_from([None, "Russia", "Syrian army", "Islamic State"]),
        "part_of": st.booleans(),
        "scope": st.sampled_from(["incident", "incident", "incident", "total"]),
        "denied": st.booleans(),
    }
)
Told = list[list[dict[str, Any]]]
REPORTS = st.lists(st.lists(CLAIM, max_size=6), min_size=1, max_size=4)


def world_of(reports: Told) -> World:
    """The reports as a world; `denied` puts a denial of another speaker behind the claim."""
    world = World()
    for n, claims in enumerate(reports):
        told = world.report(f"Publisher {n}", f"2020-01-2{5 + n}")
        for fields in claims:
            denied = dict(fields).pop("denied")
            claim = told.harm(**{key: value for key, value in fields.items() if key != "denied"})
            if denied:
                told.denies(claim, "rejected it", by="Ankara")
    return world


@settings(max_examples=100)
@given(REPORTS)
def test_every_claim_of_harm_is_in_exactly_one_incident(reports: Told) -> None:
    world = world_of(reports)
    placed = [claim for incident in world.incidents() for claim in incident.claims]
    assert len(placed) == len(set(placed))
    assert set(placed) <= {claim.id for claim in world.claims if joins(claim)}
    assert {c.id for c in world.claims if joins(c) and not c.part_of} <= set(placed)


@settings(max_examples=100)
@given(REPORTS)
def test_ranges_are_ranges_and_parts_lie_within_wholes(reports: Told) -> None:
    for assessment in world_of(reports).assessments():
        rows = {(row.measure, row.group): row.figure for row in assessment.ranges}
        assert len(rows) == len(assessment.ranges)
        for (measure, group), part in rows.items():
            whole = rows.get((measure, "civilians"))
            if group in ("children", "women", "medics", "journalists"):
                assert whole is not None
                assert (part.low or 0) <= (whole.low or 0) or whole.low is None
                assert whole.high is None or part.high is None or part.high <= whole.high
        assert assessment.grade_reasons and assessment.sources


@settings(max_examples=100)
@given(REPORTS)
def test_no_minimum_of_an_incident_or_a_total_exceeds_its_maximum(reports: Told) -> None:
    found = world_of(reports).findings()
    figures = [row.figure for assessment in found.assessments.values() for row in assessment.ranges]
    figures += [figure for total in totals(found) for figure in (total.explained, total.unexplained)]
    for figure in figures:
        assert figure.low is None or figure.high is None or 0 <= figure.low <= figure.high


@settings(max_examples=100)
@given(REPORTS)
def test_a_claim_stands_once_in_a_range_of_its_own_incident_or_is_set_aside(reports: Told) -> None:
    found = world_of(reports).findings()
    held = {incident.id: set(incident.claims) for incident in found.incidents}
    for id_, assessment in found.assessments.items():
        for row in assessment.ranges:
            aside = [claim for claim, _ in row.set_aside]
            assert len(row.claims) == len(set(row.claims))
            assert not set(row.claims) & set(aside)
            assert {*row.claims, *aside} <= held[id_]


@settings(max_examples=50)
@given(REPORTS, st.integers(0, 5))
def test_order_changes_nothing(reports: Told, seed: int) -> None:
    world = world_of(reports)
    mixed: list[Claim] = list(world.claims)
    random.Random(seed).shuffle(mixed)
    incidents = link(mixed, world.reports, ())
    assert incidents == world.incidents()
    by_id = {claim.id: claim for claim in accepted(mixed, ())}
    in_order = {claim.id: claim for claim in accepted(world.claims, ())}
    assert assess_all(incidents, by_id, world.reports) == assess_all(incidents, in_order, world.reports)


@settings(max_examples=50)
@given(REPORTS)
def test_sums_never_exceed_what_the_incidents_say_and_totals_are_in_none(reports: Told) -> None:
    found = world_of(reports).findings()
    rows = {(row.measure, row.group): row for row in tally(found, Filter(), AS_OF).rows}
    for key, row in rows.items():
        own = [r.figure for a in found.assessments.values() for r in a.ranges if (r.measure, r.group) == key]
        lows = [f.low for f in own if f.low is not None]
        assert (row.figure.low is None) == (not lows)
        assert row.figure.low is None or max(lows) <= row.figure.low <= sum(lows)
        assert (row.figure.high is None) == any(f.high is None for f in own)
    for total in totals(found):
        assert total.claim not in {claim for incident in found.incidents for claim in incident.claims}
        assert total.unexplained.low is None or total.unexplained.low >= 0
