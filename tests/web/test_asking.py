"""What an address asks for, and how it is written again."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from sijil.model.claim import ATTACKS, GROUPS, KINDS
from sijil.model.filter import Filter
from sijil.model.incident import GRADES
from sijil.web.asking import Asking, asking
from sijil.web.chips import chips, in_words

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), max_size=20)
EDGES = st.integers(-89_000, 89_000).map(lambda edge: edge / 1000)


def read(query: str) -> Asking:
    return asking(QueryParams(query))


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    since = draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)) | st.none())
    west, east = sorted(draw(st.lists(EDGES, min_size=2, max_size=2, unique=True)))
    south, north = sorted(draw(st.lists(EDGES, min_size=2, max_size=2, unique=True)))
    return Filter(
        place=draw(WORDS), party=draw(WORDS), speaker=draw(WORDS), publisher=draw(WORDS), report=draw(WORDS),
        kind=draw(st.sampled_from(("", *KINDS))), group=draw(st.sampled_from(("", *GROUPS))),
        attack=draw(st.sampled_from(("", *ATTACKS))), since=since, until=since, disputed=draw(st.booleans()),
        grades=tuple(grade for grade in GRADES if draw(st.booleans())),
        box=draw(st.sampled_from((None, (west, south, east, north)))),
    )  # fmt: skip


@given(filters())
def test_every_filter_comes_back_from_its_address_and_from_its_fields(wanted: Filter) -> None:
    asked = read(Asking(wanted, 1, ()).query)
    assert (asked.filter, asked.problems) == (wanted, ())
    assert parse_qsl(asked.query) == list(asked.pairs)


@given(filters())
def test_every_condition_is_a_chip_that_takes_away_it_alone(wanted: Filter) -> None:
    for chip in chips(wanted):
        left = read(chip.query).filter
        assert left != wanted and len(chips(left)) == len(chips(wanted)) - 1
        assert (chip.value or chip.label) in in_words(wanted) or chip.name == "box"
    assert bool(chips(wanted)) is (wanted != Filter())


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("box=1,2,3", "no box of the map"),
        ("box=37,35,36,36", "no box of the map"),
        ("box=nan,35,36,36", "no box of the map"),
        ("box=0,0,1e999,1", "no box of the map"),
        ("grade=Sure", "no grade “Sure”"),
        ("since=yesterday", "no date"),
        ("since=2020-02-01&until=2020-01-01", "after the last"),
        ("kind=rumour", "no kind"),
    ],
)
def test_what_is_not_understood_is_told_and_left_out(query: str, problem: str) -> None:
    asked = read(query)
    assert len(asked.problems) == 1 and problem in asked.problems[0]
    assert asked.filter in (Filter(), Filter(since=date(2020, 2, 1)))


def test_grades_may_stand_apart_or_together_and_unknown_orders_are_the_usual_one() -> None:
    assert read("grade=Weak&grade=Fair").filter == read("grade=Fair,Weak").filter
    assert read("sort=loudest").sort == "day" and read("sort=size").sorted_query == "sort=size"
    assert read("place=Homs&sort=new&page=7").sorted_query == "place=Homs&sort=new"
