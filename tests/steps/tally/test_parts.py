"""The tally broken down by day, place, party and so on, running, and as of a day."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.figure import Figure
from sijil.model.filter import Filter
from sijil.model.ledger import PARTS, TallyRow
from sijil.steps.tally import tally, told_by
from sijil.steps.tally.once import doubts
from sijil.steps.tally.parts import TIMES, in_time
from sijil.steps.tally.rows import loose_of, rows_of
from tests.builders import ALWAER, IDLIB_PROVINCE, MAARAT, NORTHERN_SYRIA, SARAQEB, World, period
from tests.steps.tally.test_sums import AS_OF
from tests.steps.test_invariants import REPORTS, Told, world_of


def words(rows: tuple[TallyRow, ...]) -> str:
    """Rows in words."""
    return ", ".join(f"{row.figure.words()} {row.group} {row.measure}" for row in rows)


def broken(world: World, by: str, **wanted: object) -> dict[str, str]:
    """The parts of a tally in words, by label."""
    made = tally(world.findings(), Filter(**wanted), AS_OF, by)  # type: ignore[arg-type]
    return {part.label: words(part.rows) for part in made.parts}


def running(world: World, by: str = "day") -> dict[str, str]:
    """The running sums of a tally in words, by label."""
    return {part.label: words(part.running) for part in tally(world.findings(), Filter(), AS_OF, by).parts}


def three_days() -> World:
    """2 killed on the 22nd, 5 on the 23rd (and an area's count of 8 that day), 3 on the 24th, 1 on a day unknown."""
    world = World()
    told = world.report("Meridian Wire", "2020-01-25")
    told.killed("2", day="2020-01-22", at=MAARAT, attack="shelling", actor="Syrian army")
    told.killed("5", day="2020-01-23", at=SARAQEB, attack="airstrike", actor="Russia")
    told.killed("3", day="2020-01-24", at=ALWAER, attack="airstrike")
    told.killed("1", at=ALWAER, attack="shooting")
    return world


def test_by_day_each_day_has_its_own_sum_and_the_running_one() -> None:
    world = three_days()
    assert broken(world, "day") == {
        "2020-01-22": "2 civilians killed", "2020-01-23": "5 civilians killed", "2020-01-24": "3 civilians killed",
        "day not known": "1 civilians killed",
    }  # fmt: skip
    assert list(running(world).values()) == ["2 civilians killed", "7 civilians killed", "10 civilians killed", ""]


def test_the_running_sum_counts_once_what_may_be_one_event_told_of_two_days() -> None:
    world = World()
    told = world.report("Meridian Wire", "2020-01-25")
    told.killed("43", day="2020-01-23", at=MAARAT, attack="airstrike", by="SOHR")
    told.killed("at least 50", day="2020-01-23..2020-01-25", at=IDLIB_PROVINCE, attack="airstrike")
    assert running(world) == {
        "2020-01-23": "43 civilians killed", "2020-01-23 to 2020-01-25": "at least 50 civilians killed",
    }  # fmt: skip


def test_by_week_and_month_what_lies_across_their_border_keeps_its_own_days() -> None:
    assert in_time(period("2020-01-24"), "week").label == "week of 2020-01-20"
    assert in_time(period("2020-01-26..2020-01-27"), "week").label == "2020-01-26 to 2020-01-27"
    assert in_time(period("2020-02-01..2020-02-29"), "month").label == "2020-02"
    assert in_time(period("2019-12-31..2020-01-01"), "year").label == "2019-12-31 to 2020-01-01"
    assert in_time(period("Thursday"), "day").label == "day not known"


def test_by_place_province_and_country() -> None:
    world = three_days()
    world.report("Courier", "2020-01-25").killed("4", day="2020-01-01", at=NORTHERN_SYRIA, attack="airstrike")
    assert broken(world, "place") == {
        "Alwaer (Homs, Homs, Syria)": "4 civilians killed", "Maarat al-Numan (Idlib, Syria)": "2 civilians killed",
        "Saraqeb (Idlib, Syria)": "5 civilians killed", "northern Syria (Syria)": "4 civilians killed",
    }  # fmt: skip
    assert broken(world, "province") == {
        "Homs, Syria": "4 civilians killed", "Idlib, Syria": "7 civilians killed",
        "province not known": "4 civilians killed",
    }  # fmt: skip
    assert broken(world, "country") == {"Syria": "15 civilians killed"}


def test_by_attack_and_by_grade() -> None:
    world = three_days()
    assert broken(world, "attack") == {
        "airstrike": "8 civilians killed", "shelling": "2 civilians killed", "shooting": "1 civilians killed",
    }  # fmt: skip
    assert broken(world, "grade") == {"Weak": "11 civilians killed"}
    assert broken(world, "grade", grades=("Fair",)) == {}


def test_where_sources_blame_different_parties_the_incident_is_theirs_together_and_counted_once() -> None:
    world = World()
    for source, actor in (("SANA", "Islamic State"), ("Harbour Post", "Syrian army")):
        world.report(source, "2020-01-25").killed("5", day="2020-01-23", at=SARAQEB, attack="shelling", actor=actor)
    assert broken(world, "party") == {"Islamic State or Syrian government forces": "5 civilians killed"}


def test_by_group_children_are_a_part_of_the_civilians_and_no_share_beside_them() -> None:
    world = World()
    told = world.report("Zaman al-Wasl", "2020-01-24")
    told.killed("5", day="2020-01-23", at=SARAQEB, attack="airstrike")
    told.killed("3", "children", "2020-01-23", at=SARAQEB, attack="airstrike", part_of=True)
    assert broken(world, "group") == {"civilians": "5 civilians killed", "children": "3 children killed"}


def test_a_grade_narrows_the_incidents_and_leaves_the_totals_beside_them() -> None:
    world = three_days()
    world.report("Courier", "2020-01-25").killed("99", day="2020-01-01..2020-01-31", at=NORTHERN_SYRIA, scope="total")
    made = tally(world.findings(), Filter(grades=("Fair", "Confirmed")), AS_OF)
    assert (made.rows, len(made.totals)) == ((), 1)
    assert made.limits


def test_as_of_a_day_only_the_reports_that_were_out_are_told() -> None:
    world = World()
    published = world.report("Zaman al-Wasl", "2020-01-24")
    published.killed("5", day="2020-01-23", at=SARAQEB)
    printed = world.report("Harbour Post")
    printed.says("attack", "an airstrike", at=SARAQEB, report_day=date(2020, 1, 26))
    world.report("Courier").killed("1", at=SARAQEB)  # retrieved on 1 January 2026
    days = {day: list(told_by(day, world.reports, world.claims)) for day in (date(2020, 1, 25), date(2020, 1, 26))}
    assert list(days.values()) == [["R1"], ["R1", "R2"]]
    assert len(told_by(date(2026, 1, 1), world.reports, world.claims)) == 3


@settings(max_examples=60)
@given(REPORTS, st.sampled_from([by for by in PARTS if by != "group"]))
def test_each_incident_is_in_one_part_and_no_floor_exceeds_the_parts_together(reports: Told, by: str) -> None:
    found = world_of(reports).findings()
    made = tally(found, Filter(), AS_OF, by)
    placed = [id_ for part in made.parts for id_ in part.incidents]
    assert sorted(placed) == sorted(incident.id for incident in found.incidents)
    for row in made.rows:
        own = [r.figure for part in made.parts for r in part.rows if (r.measure, r.group) == (row.measure, row.group)]
        assert (row.figure.low or 0) <= sum(figure.low or 0 for figure in own)
        assert row.figure.high == (None if any(f.high is None for f in own) else sum(f.high or 0 for f in own))


@settings(max_examples=60)
@given(REPORTS, st.sampled_from(TIMES))
def test_the_running_sum_grows_to_the_sum_of_all_that_has_a_day(reports: Told, by: str) -> None:
    found = world_of(reports).findings()
    made = tally(found, Filter(), AS_OF, by)
    timed = [part for part in made.parts if part.until]
    floors = [{(r.measure, r.group): r.figure.low or 0 for r in part.running} for part in timed]
    for before, after in zip(floors, floors[1:], strict=False):
        assert before.keys() <= after.keys()
    if timed:
        ids = {id_ for part in timed for id_ in part.incidents}
        dated = [incident for incident in found.incidents if incident.id in ids]
        whole = rows_of(dated, found.assessments, doubts(dated, found.by_id(), found.reports))
        assert timed[-1].running == whole


@settings(max_examples=60)
@given(REPORTS)
def test_in_every_sum_the_minimum_is_at_most_the_maximum_and_parts_lie_in_their_whole(reports: Told) -> None:
    found = world_of(reports).findings()
    made, loose = tally(found, Filter(), AS_OF, "day"), set[tuple[str, str]]()
    for assessment in found.assessments.values():
        loose |= loose_of(assessment)
    for rows in [made.rows, *(rows for part in made.parts for rows in (part.rows, part.running))]:
        figures = {(row.measure, row.group): row.figure for row in rows}
        for (measure, group), figure in figures.items():
            assert figure.low is None or figure.high is None or figure.low <= figure.high
            whole = figures.get((measure, "civilians"))
            if group in ("children", "women", "medics", "journalists") and whole and (measure, group) not in loose:
                assert within(figure, whole)


def within(part: Figure, whole: Figure) -> bool:
    """Whether both bounds of a part lie in its whole's, as far as both are given."""
    low = whole.low is None or part.low is None or part.low <= whole.low
    return low and (whole.high is None or part.high is None or part.high <= whole.high)


@settings(max_examples=30)
@given(REPORTS, st.randoms(use_true_random=False), st.sampled_from(PARTS))
def test_the_order_of_reports_does_not_change_a_tally(reports: Told, order: object, by: str) -> None:
    world = world_of(reports)
    shuffled = World(list(world.told), [])
    order.shuffle(shuffled.told)  # type: ignore[attr-defined]
    one, other = (tally(w.findings(), Filter(), AS_OF, by) for w in (world, shuffled))
    assert one.rows == other.rows
    assert {(p.key, p.rows, p.running) for p in one.parts} == {(p.key, p.rows, p.running) for p in other.parts}
