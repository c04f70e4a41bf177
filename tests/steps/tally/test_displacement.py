"""Displacement by place and time: one figure recommended, the others beside it, and how it goes on (IDMC)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.ledger import DisplacementSeries
from sijil.steps.explain import explain
from sijil.steps.tally import displacement, displacement_over_time
from tests.builders import IDLIB_PROVINCE, MAARAT, SARAQEB, Told, World

DECEMBER = "2019-12-01..2020-01-24"


def flow(told: Told, number: str, by: str = "", days: str = DECEMBER, **fields: object) -> Claim:
    """People who fled from Idlib province."""
    return told.says("displacement", f"{number} have fled", number, days, **{"at": IDLIB_PROVINCE, "by": by} | fields)


def stock(told: Told, number: str, by: str = "", **fields: object) -> Claim:
    """Displaced people who stay in Saraqeb."""
    return told.says("displacement", f"{number} are displaced there", number, **{"at": SARAQEB, "by": by} | fields)


def roles(world: World) -> list[str]:
    """The role of each row."""
    return [row.role for row in displacement(world.claims, world.reports)]


def series(world: World) -> tuple[DisplacementSeries, ...]:
    """The ledger over time."""
    return displacement_over_time(world.claims, world.reports)


def test_a_un_agency_is_recommended_before_a_monitor_and_a_party_that_fights() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    flow(told, "at least 300000", "Syrian government")
    flow(told, "about 350000", "OCHA, AFP")
    flow(told, "310000", "SOHR")
    assert roles(world) == ["triangulation", "recommended", "triangulation"]
    (one,) = series(world)
    (point,) = one.points
    assert (point.figure.words(), point.why) == ("about 350,000", "its source is likelier to have counted")
    assert [claim for claim, _ in point.triangulation] == ["R1-3", "R1-1"]


def test_of_equal_sources_the_later_figure_is_recommended_and_then_the_bounded_and_the_cautious_one() -> None:
    world = World()
    flow(world.report("Courier", "2020-01-24"), "300000", "SOHR")
    flow(world.report("Harbour Post", "2020-01-25"), "320000", "Response Coordinators Group")
    flow(world.report("Orontes Daily", "2020-01-25"), "at least 290000", "Syrian Network for Human Rights")
    point = series(world)[0].points[0]
    assert (point.recommended, point.why) == ("R2-1", "it was reported later; its words give both bounds")


def test_a_source_counts_once_and_its_later_figure_supersedes_its_earlier_one() -> None:
    world = World()
    flow(world.report("Courier", "2020-01-20"), "300000", "OCHA", "2019-12-01..2020-01-20")
    flow(world.report("Harbour Post", "2020-01-24"), "350000", "OCHA")
    flow(world.report("Orontes Daily", "2020-01-25"), "350000", "UN OCHA")
    assert roles(world)[0] == "superseded"
    (point,) = series(world)[0].points
    assert (point.figure.low, point.triangulation, point.superseded) == (350_000, (), ("R1-1",))


def test_flow_and_stock_displaced_and_in_need_persons_and_households_observed_and_forecast_are_apart() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    flow(told, "350000")
    flow(told, "650000", status="projected")
    told.claims.append(replace(flow(told, "900"), figure=Figure(900, 900, unit="households")))
    del told.claims[2]
    stock(told, "5000", at=IDLIB_PROVINCE)
    told.says("need", "home to at least three million people", "at least 3000000", at=IDLIB_PROVINCE)
    kinds = {(one.nature, one.subject, one.term, one.unit) for one in series(world)}
    assert kinds == {
        ("observed", "displaced", "flow", "persons"), ("forecast", "displaced", "flow", "persons"),
        ("observed", "displaced", "flow", "households"), ("observed", "displaced", "stock", "persons"),
        ("observed", "in need", "stock", "persons"),
    }  # fmt: skip
    assert all(len(one.points) == 1 and not one.points[0].triangulation for one in series(world))


def test_a_share_and_a_denied_figure_have_no_role() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    share = flow(told, "50")
    told.claims[0] = replace(share, figure=Figure(50, 50, unit="percent"))
    flow(told, "1", status="denied")
    assert (roles(world), series(world)) == (["", ""], ())


def test_stocks_of_one_place_are_told_over_time_with_their_trend() -> None:
    world = World()
    for day, number in (("2020-03-01", "9000"), ("2020-01-01", "4000"), ("2020-02-01", "about 4000")):
        stock(world.report("Courier", day), number, "OCHA")
    (one,) = series(world)
    assert [(point.until, point.figure.low, point.trend) for point in one.points] == [
        (date(2020, 1, 1), 4000, ""), (date(2020, 2, 1), 4000, ""), (date(2020, 3, 1), 9000, "more"),
    ]  # fmt: skip


def test_a_short_flow_inside_a_long_one_is_a_point_of_its_own() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    flow(told, "350000", "OCHA")
    flow(told, "38000", "OCHA", "2020-01-15..2020-01-19")
    assert [point.figure.low for point in series(world)[0].points] == [38_000, 350_000]


def test_other_places_and_figures_without_a_place_stand_alone() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    flow(told, "350000", "OCHA")
    flow(told, "9000", "SOHR", at=MAARAT)
    flow(told, "7000", "SNHR", at=None)
    flow(told, "8000", "AFP", at=None)
    assert roles(world) == ["recommended"] * 4


def test_figures_of_a_time_that_nobody_knows_stand_alone_and_people_uncounted_go_behind_a_count() -> None:
    world = World()
    for number, by in (("100", "OCHA"), ("90", "SOHR")):
        flow(world.report("Courier"), number, by, "")
    told = world.report("Harbour Post", "2020-01-24")
    flow(told, "at least 1", "OCHA")
    flow(told, "90", "SOHR")
    assert roles(world) == ["recommended", "recommended", "triangulation", "recommended"]


def test_a_figure_is_explained_with_why_it_is_recommended_or_stands_beside_another() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    flow(told, "about 350000", "OCHA")
    flow(told, "310000", "SOHR")
    lines = explain("R1-2", world.findings())
    assert "Triangulation for its place and time: beside R1-1: its source is likelier to have counted." in lines


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2020-01-01", "2020-01-10", "2020-02-20", ""]),
            st.sampled_from(["100", "at least 90", "about 200", "up to 150"]),
            st.sampled_from(["OCHA", "SOHR", "Russia", ""]),
            st.booleans(),
        ),
        max_size=6,
    ),
    st.integers(0, 9),
)
def test_each_figure_is_at_one_point_and_their_order_does_not_matter(
    figures: list[tuple[str, str, str, bool]], seed: int
) -> None:
    world = World()
    for day, number, by, staying in figures:
        (stock if staying else flow)(world.report("Courier", day), number, by)
    mixed = list(world.claims)
    Random(seed).shuffle(mixed)
    one, other = (displacement_over_time(claims, world.reports) for claims in (world.claims, mixed))
    assert {(s.place, s.term, s.points) for s in one} == {(s.place, s.term, s.points) for s in other}
    named = [
        id_ for s in one for p in s.points for id_ in (p.recommended, *p.superseded, *(t for t, _ in p.triangulation))
    ]
    assert len(named) == len(set(named))
    assert len({row.recommended for row in displacement(world.claims, world.reports)}) == sum(
        len(s.points) for s in one
    )
