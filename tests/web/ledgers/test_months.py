"""Columns of months."""

from __future__ import annotations

from datetime import date

from sijil.web.ledgers.months import months


def test_months_are_columns_as_high_as_their_counts() -> None:
    drawn = months([(date(2020, 1, 1), 2), (date(2020, 4, 1), 4)])
    assert drawn.unit == "month"
    assert [(one.height, one.count, one.label) for one in drawn.columns] == [(50, 2, "Jan 2020"), (100, 4, "Apr 2020")]
    assert drawn.columns[0].x == 0 and drawn.columns[1].x + drawn.columns[1].width <= 100


def test_many_months_are_years_and_none_is_nothing() -> None:
    drawn = months([(date(2000, 1, 1), 1), (date(2000, 5, 1), 1), (date(2020, 1, 1), 1)])
    assert drawn.unit == "year" and [one.count for one in drawn.columns] == [2, 1]
    assert months([]).columns == ()


def test_one_month_alone_is_no_wall() -> None:
    (column,) = months([(date(2020, 1, 1), 3)]).columns
    assert column.width < 10 and column.height == 100
