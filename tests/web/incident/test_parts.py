"""What the page is made of: sentences, tellings, drawings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.model.figure import Figure
from sijil.model.incident import GroupRange
from sijil.model.place import Place
from sijil.queries import IncidentView
from sijil.web.bars import MOST_TICKS, ROOM, ticks, top_of
from sijil.web.incident import elsewhere
from sijil.web.ranges import drawn
from sijil.web.summary import harm, highest, in_place
from sijil.web.tellings import distinct, folded, tellings
from tests.builders import HOMS, IDLIB_PROVINCE, MAARAT, SARAQEB, World


def row(measure: str, group: str, low: int | None, high: int | None) -> GroupRange:
    return GroupRange(measure, group, Figure(low, high), (), ())


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        ([], "no number of people is reported"),
        ([row("killed", "civilians", 1, 1)], "1 civilian is reported killed"),
        ([row("killed", "civilians", 5, None), row("killed", "children", 3, 3), row("killed", "women", 1, 2)],
         "at least 5 civilians are reported killed (children: 3, women: 1-2)"),
        ([row("killed", "children", 3, 3)], "3 children are reported killed"),
        ([row("killed", "civilians", 5, 5), row("killed", "combatants", 2, 2), row("injured", "people", None, 9)],
         "5 civilians are reported killed, 2 combatants killed and up to 9 people injured"),
        ([row("strikes", "airstrike", 3, 3), row("killed", "civilians", None, None)], "3 airstrikes are reported"),
    ],
)  # fmt: skip
def test_harm_in_words(ranges: list[GroupRange], words: str) -> None:
    assert harm(ranges) == words


def test_the_highest_floor_is_told_where_nobody_gives_a_maximum() -> None:
    open_ = replace(row("killed", "civilians", 3, None), highest_low=86)
    assert highest([open_, row("killed", "children", 3, 30)]) == "the highest figure is at least 86"
    assert highest([open_, row("injured", "civilians", 300, 300)]) == (
        "the highest figure for civilians killed is at least 86"
    )
    assert highest([replace(open_, highest_low=3)]) == highest([row("killed", "civilians", 4, 5)]) == ""


def test_a_place_in_words_says_how_it_is_known() -> None:
    assert in_place(SARAQEB) == "in Saraqeb, Idlib, Syria"
    assert in_place(IDLIB_PROVINCE) == "somewhere in Idlib, Syria"
    assert in_place(Place("near Saraqeb", "x", "Saraqeb", "near")) == "near Saraqeb"
    assert in_place(Place("Mansura", "", "Mansura", "unknown")) == "in a place called “Mansura”, not resolved"
    assert in_place(None) == "in a place that nobody names"


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)), min_size=1, max_size=5))
def test_an_axis_has_few_round_numbers_and_reaches_what_is_drawn(bounds: list[tuple[int, int]]) -> None:
    top = top_of(Figure(low, low + more) for low, more in bounds)
    found = ticks(top)
    assert found[0] == 0 and 2 <= len(found) <= MOST_TICKS
    assert found[-1] <= round(top / ROOM) < found[-1] + found[1]
    assert str(found[1]).rstrip("0") in ("1", "2", "5")


def test_what_repeats_is_folded_under_what_it_repeats() -> None:
    world = World()
    first, wire, later = (
        world.report(name, day) for name, day in (("A", "2020-01-24"), ("B", "2020-01-25"), ("C", "2020-01-26"))
    )
    first.killed("5", by="OCHA")
    first.harm("injured", "at least 9", by="OCHA")
    wire.killed("5", by="OCHA")
    later.killed("6", by="OCHA")
    rows = folded(tellings(world.claims, world.reports.values()), {})
    assert [(one.report.source, [copy.report.source for copy in one.copies]) for one in rows] == [
        ("A", ["B"]),
        ("C", []),
    ]
    copied = {later.info.id: first.info.id}
    (only,) = folded(tellings(world.claims, world.reports.values()), copied)
    assert [copy.report.source for copy in only.copies] == ["B", "C"], "a near-copy is folded whatever it counts"


def test_a_speaker_of_several_reports_is_told_by_report_and_day() -> None:
    world = World()
    late, early = world.report("A", "2020-01-26"), world.report("B", "2020-01-24")
    for one in (late, early):
        one.killed("5", by="OCHA, AFP")
        one.killed("5")
    assert [(one.report.source, one.speaker) for one in tellings(world.claims, world.reports.values())] == [
        ("B", ("OCHA", "AFP")), ("B", ()), ("A", ("OCHA", "AFP")), ("A", ()),
    ]  # fmt: skip


def test_places_and_parties_of_a_telling_are_listed_once() -> None:
    world = World()
    report = world.report("A")
    for at, actor in ((SARAQEB, "jets"), (SARAQEB, None), (IDLIB_PROVINCE, "jets"), (None, "rebels")):
        report.killed("5", at=at, actor=actor)
    assert [claim.number for claim in distinct(world.claims, "place")] == [1, 3, 4]
    assert [claim.number for claim in distinct(world.claims, "actor")] == [1, 4]
    assert distinct(world.claims, "side") == ()


def test_the_same_bounds_of_one_source_are_one_line() -> None:
    world = World()
    one, other = world.report("A"), world.report("B")
    said = ((one, "5", "OCHA"), (other, "5", "OCHA"), (other, "at least 5", "OCHA"), (other, "5", "MSF"))
    claims = [report.killed(number, by=by) for report, number, by in said]
    ids = [claim.id for claim in claims]
    range_ = GroupRange(
        "killed",
        "civilians",
        Figure(5, 5),
        (ids[0], ids[1], ids[3]),
        ("MSF gives 5", "held"),
        ((ids[2], "superseded"),),
    )
    source = dict(zip(ids, ("OCHA", "OCHA", "OCHA", "MSF"), strict=True))
    (group,) = drawn([range_], {claim.id: claim for claim in claims}, source)
    assert [(line.source, len(line.claims), line.why) for line in group.lines] == [
        ("OCHA", 2, ""), ("MSF", 1, ""), ("OCHA", 1, "superseded"),
    ]  # fmt: skip
    assert group.reasons == ("held",)
    assert [len(line) for line in group.alike(10)] == [1, 1, 1] and [len(line) for line in group.alike(2)] == [2, 1]


def test_where_other_sources_put_it_is_told_once_and_never_as_the_middle_of_an_area() -> None:
    world = World()
    for at in (SARAQEB, HOMS, HOMS, IDLIB_PROVINCE, MAARAT):
        world.report("A").killed("5", day="2020-01-23", at=at)
    claims = world.claims
    view = IncidentView(replace(world.incidents()[0], at=SARAQEB), world.assessments()[0], claims, ())
    odd = {(claim.id, "place") for claim in claims[1:4]} | {(claims[4].id, "day")}
    assert elsewhere(view, odd) == (HOMS,)
