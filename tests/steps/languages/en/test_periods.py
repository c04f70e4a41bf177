"""Words of time and the days they stand for (guide: start and end; "no year"; "day of the report")."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.languages.en.datelines import clock_of, dateline_of
from sijil.steps.languages.en.days import Clock
from sijil.steps.languages.en.periods import in_sentence, periods

THURSDAY = date(2020, 1, 23)
CLOCK = Clock(THURSDAY)


def days(text: str, clock: Clock = CLOCK) -> list[tuple[str, str] | None]:
    found = periods(text, clock)
    return [(str(w.period.start), str(w.period.end)) if w.period.known else None for w in found]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Tuesday", "2020-01-21", "2020-01-21"),  # the latest such day on or before publication
        ("on Thursday", "2020-01-23", "2020-01-23"),
        ("on Saturday and Sunday", "2020-01-18", "2020-01-19"),
        ("since December 1", "2019-12-01", "2020-01-23"),  # ends on the publication date
        ("early February", "2019-02-01", "2019-02-10"),
        ("mid-December", "2019-12-11", "2019-12-20"),
        ("late December", "2019-12-21", "2019-12-31"),
        ("late February 2016", "2016-02-21", "2016-02-29"),
        ("in 2017", "2017-01-01", "2017-12-31"),  # a bare year is its first to last day
        ("in November 2017", "2017-11-01", "2017-11-30"),
        ("on 3 March 2018", "2018-03-03", "2018-03-03"),
        ("March 3-9, 2018", "2018-03-03", "2018-03-09"),
        ("on 07.03.2017", "2017-03-07", "2017-03-07"),
        ("on 5 March", "2019-03-05", "2019-03-05"),  # no year: the last such day before publication
        ("yesterday", "2020-01-22", "2020-01-22"),
        ("overnight", "2020-01-22", "2020-01-23"),
        ("over the past 24 hours", "2020-01-22", "2020-01-23"),
        ("within ten days", "2020-01-14", "2020-01-23"),
        ("over the past two days", "2020-01-21", "2020-01-23"),
        ("during the past week", "2020-01-16", "2020-01-23"),
        ("over the past eight months", "2019-05-23", "2020-01-23"),
        ("from Friday March 15 2019 to Friday April 5 2019", "2019-03-15", "2019-04-05"),
        ("three days ago", "2020-01-20", "2020-01-20"),
        ("last week", "2020-01-13", "2020-01-19"),
        ("last month", "2019-12-01", "2019-12-31"),
        ("this month", "2020-01-01", "2020-01-23"),
        ("last year", "2019-01-01", "2019-12-31"),
    ],
)
def test_words_of_time_are_days_counted_from_the_report(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize("text", ["on Friday", "yesterday", "last week", "on 5 March", "overnight"])
def test_without_a_known_day_they_keep_their_words_and_no_days(text: str) -> None:
    (when,) = periods(text, Clock(None))
    assert not when.period.known and when.period.precision == "unresolved" and when.period.words


def test_a_month_with_its_year_needs_no_publication_date() -> None:
    assert days("in May 2014", Clock(None)) == [("2014-05-01", "2014-05-31")]


def test_a_year_that_the_text_fixes_dates_days_without_one() -> None:
    clock = clock_of("It began in 2014. On 5 March shells fell.", None)
    assert days("On 5 March", clock) == [("2014-03-05", "2014-03-05")]


@pytest.mark.parametrize("text", ["on 31 February 2018", "on 45.13.2018"])
def test_days_that_are_none_stay_unresolved(text: str) -> None:
    assert not any(w.period.known and w.days == 1 for w in periods(text, CLOCK))


def test_the_day_of_the_saying_dates_the_report_only() -> None:
    (said, fell) = in_sentence("He said on Tuesday that shells fell on Monday.", CLOCK, 0)
    assert (said.of_report, fell.of_report) == (True, False)


def test_the_day_on_which_a_truce_began_is_that_of_the_agreement() -> None:
    (when,) = in_sentence("The truce took effect on Tuesday.", CLOCK, 0)
    assert when.of_pact


@pytest.mark.parametrize("head", ["12 January 2020\nShells fell.", "DAMASCUS, Sunday, January 12, 2020 - Shells fell."])
def test_the_printed_dateline_wins_over_publication(head: str) -> None:
    assert clock_of(head, THURSDAY).base == date(2020, 1, 12)


def test_a_date_told_in_a_sentence_is_no_dateline() -> None:
    assert dateline_of("On 3 August 2018 shells fell on the town.") is None


def test_a_printed_date_of_another_age_is_not_the_reports() -> None:
    assert clock_of("12 January 1998\nShells fell.", THURSDAY).base == THURSDAY


UNITS = st.sampled_from(["days", "weeks", "months", "hours"])
WORDS = st.sampled_from(
    ["on Friday", "last week", "this week", "last weekend", "last month", "this year", "yesterday", "overnight"]
    + ["since December 1", "since Monday", "early May", "late June", "on 30 April", "last night", "in March"]
) | st.builds("over the past {} {}".format, st.integers(1, 10**6), UNITS)


@given(WORDS, st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_no_period_ends_before_it_begins(text: str, day: date) -> None:
    found = periods(text, Clock(day))
    assert found
    assert all(w.period.start <= w.period.end for w in found if w.period.start and w.period.end)


COUNTED = st.sampled_from(["on Friday", "last week", "this week", "last month", "this month", "yesterday", "overnight"])


@given(COUNTED | st.builds("{} days ago".format, st.integers(1, 10**6)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_what_is_counted_back_never_ends_after_the_reports_day(text: str, day: date) -> None:
    assert all(w.period.end <= day for w in periods(text, Clock(day)) if w.period.end)


@given(st.text(alphabet="0123456789 -./,MarchfidyFsncetoOn", max_size=50))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert all(0 <= w.start < w.end <= len(text) for w in periods(text, CLOCK))
