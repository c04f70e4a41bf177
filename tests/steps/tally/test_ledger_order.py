"""What must hold of ledgers whatever reports say: no claim in two rows, and the order of reports without effect."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.steps.denials import link_denials
from sijil.steps.tally import access, access_places, agreements, control
from tests.builders import ALWAER, IDLIB_PROVINCE, SARAQEB, World

DAYS = ("", "2020-01-22", "2020-01-23", "2020-01-20..2020-01-24")
CLAIM = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("access"),
            "quote": st.sampled_from(["shortages of food", "no medicines, a shortage", "a convoy came", "under siege"]),
            "eased": st.booleans(),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("control"),
            "quote": st.sampled_from(["hold the town", "besiege the town", "took it", "withdrew", "lifted the siege"]),
            "actor": st.sampled_from(["rebels", "Syrian army", "Russia", None]),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("agreement"),
            "quote": st.sampled_from(["a truce took effect", "a deal between Turkey and Iran"]),
        }
    ),
    st.fixed_dictionaries({"kind": st.just("blame"), "quote": st.just("a violation of the truce")}),
    st.fixed_dictionaries(
        {"kind": st.just("attack"), "quote": st.just("a strike"), "actor": st.sampled_from(["Russia", None])}
    ),
    st.fixed_dictionaries({"kind": st.just("denial"), "quote": st.just("denied it"), "status": st.just("denied")}),
)
FIELDS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(DAYS),
        "at": st.sampled_from([None, SARAQEB, ALWAER, IDLIB_PROVINCE]),
        "by": st.sampled_from(["", "SOHR", "Russia's defence ministry"]),
    }
)
REPORTS = st.lists(st.lists(st.tuples(CLAIM, FIELDS), max_size=5), min_size=1, max_size=4)


def world_of(reports: list[list[tuple[dict[str, Any], dict[str, Any]]]]) -> World:
    """The reports, one a day."""
    world = World()
    for n, claims in enumerate(reports):
        told = world.report(f"Publisher {n}", f"2020-01-2{5 + n}")
        for own, fields in claims:
            told.says(**own, **fields)
    return world


@settings(max_examples=80)
@given(REPORTS)
def test_no_claim_is_in_two_rows_of_a_ledger(reports: list[Any]) -> None:
    world = world_of(reports)
    claims = link_denials(world.claims)
    for rows in (access(claims, world.reports), control(claims, world.reports), agreements(claims)):
        named = [id_ for row in rows for id_ in row.claims]
        assert len(named) == len(set(named))
    for row in agreements(claims):
        broken = [id_ for breach in row.breaches for id_ in breach.claims]
        assert sorted(broken) == sorted(row.violations)
        assert all(breach.events <= len(breach.claims) for breach in row.breaches)
    for place in access_places(claims, world.reports):
        assert all(not row.eased_on or not row.last or row.eased_on >= row.last for row in place.timeline)
        assert all(row.first is None or row.last is None or row.first <= row.last for row in place.timeline)


@settings(max_examples=60)
@given(REPORTS, st.integers(0, 9))
def test_the_order_of_reports_does_not_change_access_and_control(reports: list[Any], seed: int) -> None:
    world = world_of(reports)
    mixed = World(list(world.told))
    Random(seed).shuffle(mixed.told)
    seen = []
    for one in (world, mixed):
        claims = link_denials(one.claims)
        held = {(frozenset(r.claims), r.act, r.first, r.last, r.contested, frozenset(r.against))
                for r in control(claims, one.reports)}  # fmt: skip
        open_ = {(frozenset(r.claims), r.label, r.first, r.last, r.eased_on) for r in access(claims, one.reports)}
        sieges = {(p.siege.since, p.siege.lifted, frozenset(p.siege.by), frozenset(p.siege.claims))
                  for p in access_places(claims, one.reports) if p.siege}  # fmt: skip
        seen.append((held, open_, sieges))
    assert seen[0] == seen[1]
