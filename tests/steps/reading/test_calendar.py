"""Arithmetic of days (guide: weekday names, parts of months, days without a year)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.reading.calendar import month_span, safe_date, weekday_before, year_of

DAYS = st.dates(date(1980, 1, 1), date(2060, 1, 1))


@given(st.integers(0, 6), DAYS)
def test_a_weekday_is_the_latest_one_on_or_before_the_day(weekday: int, day: date) -> None:
    found = weekday_before(weekday, day)
    assert found.weekday() == weekday and day - timedelta(days=6) <= found <= day


@given(st.integers(1, 12), st.integers(1, 31), DAYS)
def test_a_day_without_a_year_lies_at_most_a_year_back(month: int, day: int, base: date) -> None:
    found = safe_date(year_of(month, day, base), month, min(day, 28))
    assert found is not None and base - timedelta(days=366) <= found <= base


@given(st.integers(1990, 2050), st.integers(1, 12))
def test_a_month_runs_to_its_last_day(year: int, month: int) -> None:
    first, last = month_span(year, month)
    assert first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.month, last.month) == (month, month)


def test_a_day_that_is_none_is_none() -> None:
    assert safe_date(2019, 2, 29) is None and safe_date(2020, 2, 29) == date(2020, 2, 29)
