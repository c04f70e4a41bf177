"""Months of several calendars, by name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.reading.calendars import Month, months, span, year_before

ANY = st.builds(Month, st.sampled_from(["gregorian", "hijri"]), st.integers(1, 12))
DAYS = st.dates(date(1950, 1, 1), date(2070, 1, 1))


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("كانون الثاني", Month("gregorian", 1)),
        ("شباط", Month("gregorian", 2)),
        ("تشرين الأول", Month("gregorian", 10)),
        ("يناير", Month("gregorian", 1)),
        ("رمضان", Month("hijri", 9)),
        ("ذي الحجة", Month("hijri", 12)),
    ],
)
def test_months_as_arabic_reports_name_them(name: str, month: Month) -> None:
    assert months("arabic")[name] == month


def test_every_month_of_both_calendars_has_a_name_in_both_scripts() -> None:
    every = {Month(calendar, number) for calendar in ("gregorian", "hijri") for number in range(1, 13)}
    assert set(months("arabic").values()) == set(months("latin").values()) == every


@pytest.mark.parametrize(
    ("month", "year", "first", "last"),
    [
        (Month("hijri", 9), 1438, date(2017, 5, 27), date(2017, 6, 24)),
        (Month("hijri", 1), 1445, date(2023, 7, 19), date(2023, 8, 16)),
        (Month("gregorian", 2), 2016, date(2016, 2, 1), date(2016, 2, 29)),
    ],
)
def test_a_month_runs_from_its_first_to_its_last_day(month: Month, year: int, first: date, last: date) -> None:
    assert span(month, year) == (first, last)


@pytest.mark.parametrize(
    ("month", "year", "day"),
    [
        (Month("hijri", 7), 1437, 31),
        (Month("gregorian", 2), 2019, 29),
        (Month("hijri", 1), 1600, 1),
        (Month("hijri", 1), 1400, 0),
    ],
)
def test_there_is_no_such_day(month: Month, year: int, day: int) -> None:
    assert span(month, year, day, day) is None


@given(ANY, st.integers(1, 29), DAYS)
def test_a_day_without_a_year_lies_at_most_a_year_back(month: Month, day: int, base: date) -> None:
    year = year_before(month, day, base)
    found = span(month, year, day, day) if year else None
    assert found is None and (month.number, day) == (2, 29) or found is not None and 0 <= (base - found[0]).days < 367
