"""Copies of one text are one source; what only looks like a copy is not."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.model.filter import Filter
from sijil.steps.copies import copies, copy_keys
from sijil.steps.copies.alike import likeness
from sijil.steps.tally import tally
from tests.builders import HOMS, SARAQEB, World, range_of, sketch_of
from tests.steps.copies import texts

DAY, NEXT = "2020-01-23", "2020-01-24"
SIGNATURE = (734187703, 20645636, 505793259, 187769165)
HERE: dict[str, Any] = {"day": DAY, "at": SARAQEB, "attack": "airstrike"}


def printed(*reports: tuple[str, str], number: str = "5", **fields: Any) -> World:
    """Publishers and texts; each report tells of civilians killed by one airstrike."""
    world = World()
    for n, (source, text) in enumerate(reports):
        world.report(source, NEXT, text).killed(number, quote=f"{number} killed, report {n}", **HERE | fields)
    return world


def copied(world: World) -> dict[str, str]:
    return copies(world.claims, world.reports)


def test_two_papers_that_print_one_wire_are_one_source() -> None:
    world = printed(("Harbour Post", texts.WIRE), ("Orontes Daily", texts.WIRE))
    assert copied(world) == {"R2": "R1"}
    assert world.only().sources == ("Harbour Post",)
    assert world.only().grade == "Weak"


@pytest.mark.parametrize("text", [texts.REWORDED, texts.SHORTENED, texts.EXTENDED])
def test_a_reworded_shortened_or_extended_wire_is_still_the_wire(text: str) -> None:
    assert copied(printed(("Harbour Post", texts.WIRE), ("Orontes Daily", text))) == {"R2": "R1"}


def test_two_papers_that_write_for_themselves_are_two_sources() -> None:
    world = printed(("Harbour Post", texts.WIRE), ("Orontes Daily", texts.OTHER))
    assert copied(world) == {}
    assert world.only().grade == "Fair"


def test_same_template_other_village_are_two_reports() -> None:
    world = World()
    for source, number, at in (("Harbour Watch", "Two", SARAQEB), ("Orontes Watch", "Three", HOMS)):
        text = texts.TEMPLATE.format(place=at.name, number=number)
        world.report(source, NEXT, text).killed(str(len(number)), **HERE | {"at": at})
    one, other = (told.info.sketch for told in world.told)
    assert likeness(one, other).shared > 0.8
    assert copied(world) == {}


def test_one_house_tells_of_two_days_by_one_template() -> None:
    world = World()
    for day in ("2020-01-23", "2020-02-23"):
        world.report("Harbour Watch", day, texts.TEMPLATE.format(place="Saraqeb", number="Two")).killed("2", **HERE)
    assert copied(world) == {}


def test_one_house_has_to_repeat_itself_more_closely_than_two() -> None:
    half = texts.WIRE[: 2 * len(texts.WIRE) // 3] + texts.EXTENDED[len(texts.WIRE) :]
    assert copied(printed(("Harbour Post", texts.WIRE), ("Orontes Daily", half)))
    assert not copied(printed(("Harbour Post", texts.WIRE), ("Harbour Post", half)))


def test_where_nobody_knows_the_publishers_they_may_be_one_house() -> None:
    half = texts.WIRE[: 2 * len(texts.WIRE) // 3] + texts.EXTENDED[len(texts.WIRE) :]
    assert not copied(printed(("", texts.WIRE), ("", half)))
    assert copied(printed(("", texts.WIRE), ("", texts.WIRE)))


def test_a_round_up_does_not_make_one_report_of_two() -> None:
    world = printed(("Harbour Post", texts.WIRE))
    other = world.report("Orontes Daily", NEXT, texts.TEMPLATE.format(place="Homs", number="Three"))
    other.killed("3", **HERE | {"at": HOMS})
    both = world.report(
        "Levant Courier", NEXT, texts.WIRE + "\n\n" + texts.TEMPLATE.format(place="Homs", number="Three")
    )
    both.killed("5", **HERE)
    both.killed("3", **HERE | {"at": HOMS})
    assert len(copied(world)) == 1


def test_arabic_posts_that_are_shared_are_one_source() -> None:
    world = printed(("شبكة المرفأ", texts.ARABIC), ("بريد العاصي", texts.ARABIC_SHARED))
    assert copied(world) == {"R2": "R1"}
    assert world.only().sources == ("شبكة المرفأ",)


def test_arabic_posts_about_other_things_are_not() -> None:
    assert copied(printed(("شبكة المرفأ", texts.ARABIC), ("بريد العاصي", texts.ARABIC_OTHER))) == {}


def test_a_report_that_claims_nothing_is_no_copy() -> None:
    world = printed(("Harbour Post", texts.WIRE))
    world.report("Orontes Daily", NEXT, texts.WIRE)
    assert copied(world) == {}


def test_a_site_s_furniture_tells_no_copies() -> None:
    line = "Report Tweet Report NetzDG Violation"
    assert sketch_of(line).size == 0


def test_a_signature_is_the_same_everywhere() -> None:
    """Stored sketches are compared with new ones: rensa's algorithm, seed and our words must not change unseen."""
    assert sketch_of(texts.WIRE).shingles[:4] == SIGNATURE
    assert sketch_of(texts.WIRE) == sketch_of(texts.WIRE.upper())


TEXTS = [texts.WIRE, texts.REWORDED, texts.SHORTENED, texts.EXTENDED, texts.OTHER, texts.ARABIC, texts.ARABIC_SHARED]
WORLDS = st.lists(
    st.tuples(st.sampled_from(["Harbour Post", "Orontes Daily", "Levant Courier", ""]), st.sampled_from(TEXTS)),
    min_size=1, max_size=5,
)  # fmt: skip


@settings(max_examples=40)
@given(WORLDS, st.integers(0, 9))
def test_order_does_not_matter_and_copies_are_classes(reports: list[tuple[str, str]], seed: int) -> None:
    world = printed(*reports)
    claims, infos = list(world.claims), list(world.reports.items())
    found = copied(world)
    random.Random(seed).shuffle(claims)
    random.Random(seed).shuffle(infos)
    assert copies(claims, dict(infos)) == found
    assert not set(found) & set(found.values())  # an original is no copy: every copy leads to it in one step
    assert all(original < copy for copy, original in found.items())


@settings(max_examples=40)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_being_alike_has_no_direction_and_copies_share_a_key(a: str, b: str) -> None:
    one, other = sketch_of(a), sketch_of(b)
    assert likeness(one, other) == likeness(other, one)
    if likeness(one, other).shared > 0.6:
        assert set(copy_keys(one)) & set(copy_keys(other))


@settings(max_examples=40)
@given(WORLDS)
def test_adding_a_copy_changes_no_range_and_no_count_of_sources(reports: list[tuple[str, str]]) -> None:
    before = printed(*reports)
    after = printed(*reports, ("Coastline Gazette", reports[0][1]))
    assert [range_of(one) for one in before.assessments()] == [range_of(one) for one in after.assessments()]
    assert [len(one.sources) for one in before.assessments()] == [len(one.sources) for one in after.assessments()]


@settings(max_examples=40)
@given(WORLDS)
def test_adding_a_copy_changes_no_sum(reports: list[tuple[str, str]]) -> None:
    before = printed(*reports)
    after = printed(*reports, ("Coastline Gazette", reports[0][1]))
    told = [tally(world.findings(), Filter(), date(2020, 2, 1)) for world in (before, after)]
    assert told[0].rows == told[1].rows
