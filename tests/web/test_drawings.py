"""Bars and the timeline."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.figure import Figure
from sijil.model.period import Period, precision_of
from sijil.web.bars import bar, top_of
from sijil.web.timeline import timeline

DAYS = st.dates(date(2010, 1, 1), date(2026, 1, 1))
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: Period(min(pair), max(pair), precision_of(min(pair), max(pair))))


def test_an_open_bound_runs_to_the_edge_and_is_known_as_open() -> None:
    top = top_of([Figure(84, None), Figure(5, 5)])
    assert bar(Figure(84, None), top).end == 100 and bar(Figure(84, None), top).open_high
    assert bar(Figure(None, 40), top).start == 0 and bar(Figure(None, 40), top).open_low
    assert bar(Figure(5, 5), top).width > 0


def test_a_period_wider_than_a_column_is_a_line_and_no_bar() -> None:
    day = Period(date(2020, 1, 23), date(2020, 1, 23), "day")
    week = Period(date(2020, 1, 14), date(2020, 1, 24), "month")
    drawn = timeline([day, day, week, None, Period(None, None, "unresolved", "Monday")], [])
    assert [(column.since, column.count) for column in drawn.columns] == [(date(2020, 1, 23), 2)]
    assert (len(drawn.spans), drawn.undated, drawn.unit) == (1, 2, "day")


@given(st.lists(PERIODS | st.none(), max_size=12), st.lists(PERIODS, max_size=5))
def test_every_period_is_drawn_inside_the_frame_or_counted(periods: list[Period | None], totals: list[Period]) -> None:
    drawn = timeline(periods, [(total, f"total {i}") for i, total in enumerate(totals)])
    bars = sum(column.count for column in drawn.columns)
    lines = sum(span.count for span in drawn.spans) + drawn.more
    assert bars + lines >= len(totals)
    assert bars + drawn.undated <= len(periods)
    assert len(drawn.ticks) <= 5 and len(drawn.columns) <= 144
    for shape in (*drawn.columns, *drawn.spans):
        assert 0 <= shape.x <= 100 and shape.x + shape.width <= 100.5
