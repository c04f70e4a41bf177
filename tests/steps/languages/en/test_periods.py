"""Words of time and the days they stand for (guide: start and end; "no year")."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.languages.en.datelines import clock_of
from sijil.steps.languages.en.periods import periods
from sijil.steps.reading.clock import Clock

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
        ("last Monday", "2020-01-20", "2020-01-20"),
        ("last Wednesday", "2020-01-15", "2020-01-15"),  # said on a Thursday it is not yesterday
        ("on Saturday and Sunday", "2020-01-18", "2020-01-19"),
        ("overnight Wednesday and into Thursday", "2020-01-22", "2020-01-23"),
        ("since December 1", "2019-12-01", "2020-01-23"),  # ends on the publication date
        ("since April", "2019-04-01", "2020-01-23"),
        ("since early 2019", "2019-01-01", "2020-01-23"),
        ("since the beginning of the year", "2020-01-01", "2020-01-23"),
        ("since dawn", "2020-01-23", "2020-01-23"),
        ("early February", "2019-02-01", "2019-02-10"),
        ("mid-December", "2019-12-11", "2019-12-20"),
        ("late December", "2019-12-21", "2019-12-31"),
        ("late February 2016", "2016-02-21", "2016-02-29"),
        ("the first week of July", "2019-07-01", "2019-07-07"),
        ("in the last 12 days of September", "2019-09-19", "2019-09-30"),
        ("in 2017", "2017-01-01", "2017-12-31"),  # a bare year is its first to last day
        ("late 2018", "2018-10-01", "2018-12-31"),
        ("the summer of 2012", "2012-06-01", "2012-08-31"),
        ("(2011-2015)", "2011-01-01", "2015-12-31"),
        ("in the 1967 war", "1967-01-01", "1967-12-31"),
        ("in November 2017", "2017-11-01", "2017-11-30"),
        ("last June", "2019-06-01", "2019-06-30"),
        ("June last year", "2019-06-01", "2019-06-30"),
        ("a February ceasefire", "2019-02-01", "2019-02-28"),
        ("on 3 March 2018", "2018-03-03", "2018-03-03"),
        ("March 3-9, 2018", "2018-03-03", "2018-03-09"),
        ("between 3 and 10 March", "2019-03-03", "2019-03-10"),
        ("between 4 and Friday 10 November", "2019-11-04", "2019-11-10"),
        ("on 07.03.2017", "2017-03-07", "2017-03-07"),
        ("on 5 March", "2019-03-05", "2019-03-05"),  # no year: the last such day before publication
        ("on the 15th", "2020-01-15", "2020-01-15"),
        ("on the 28th", "2019-12-28", "2019-12-28"),
        ("yesterday", "2020-01-22", "2020-01-22"),
        ("the day before yesterday", "2020-01-21", "2020-01-21"),
        ("overnight", "2020-01-22", "2020-01-23"),
        ("over the past 24 hours", "2020-01-22", "2020-01-23"),
        ("in the past day", "2020-01-22", "2020-01-23"),
        ("within ten days", "2020-01-14", "2020-01-23"),
        ("over the past two days", "2020-01-21", "2020-01-23"),
        ("over the past ten days", "2020-01-14", "2020-01-23"),
        ("three days of shelling", "2020-01-21", "2020-01-23"),
        ("during the past week", "2020-01-16", "2020-01-23"),
        ("over the past eight months", "2019-05-23", "2020-01-23"),
        ("from Friday March 15 2019 to Friday April 5 2019", "2019-03-15", "2019-04-05"),
        ("three days ago", "2020-01-20", "2020-01-20"),
        ("two weeks ago", "2020-01-06", "2020-01-12"),
        ("six years ago", "2014-01-01", "2014-12-31"),
        ("last week", "2020-01-13", "2020-01-19"),
        ("over the weekend", "2020-01-18", "2020-01-19"),
        ("last month", "2019-12-01", "2019-12-31"),
        ("this month", "2020-01-01", "2020-01-23"),
        ("earlier this year", "2020-01-01", "2020-01-23"),  # not beyond the report
        ("in January", "2020-01-01", "2020-01-23"),
        ("last year", "2019-01-01", "2019-12-31"),
        ("3 Shubat 2016", "2016-02-03", "2016-02-03"),
        ("1 Ramadan 1438", "2017-05-27", "2017-05-27"),
        ("15 Rajab", "2019-03-22", "2019-03-22"),  # of the hijri year 1440, the latest before the report
        ("during Ramadan", "2019-05-06", "2019-06-03"),
    ],
)
def test_words_of_time_are_days_counted_from_the_report(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


@pytest.mark.parametrize("text", ["on Friday", "yesterday", "last week", "on 5 March", "overnight", "tomorrow"])
def test_without_a_known_day_they_keep_their_words_and_no_days(text: str) -> None:
    (when,) = periods(text, Clock(None))
    assert not when.period.known and when.period.precision == "unresolved" and when.period.words


@pytest.mark.parametrize("text", ["in recent days", "over the past few weeks", "in recent months"])
def test_what_nobody_can_know_keeps_its_words_and_no_days(text: str) -> None:
    (when,) = periods(text, CLOCK)
    assert when.period.precision == "unresolved" and when.period.words == text


def test_words_that_only_look_like_months_are_none() -> None:
    assert days("It may be that they march on, and Ab said so.") == []


def test_a_month_with_its_year_needs_no_publication_date() -> None:
    assert days("in May 2014", Clock(None)) == [("2014-05-01", "2014-05-31")]


def test_a_year_that_a_full_date_of_the_text_fixes_dates_days_without_one() -> None:
    clock = clock_of("Shells fell on 7 March 2014.\nOn 5 March shells fell.", None)
    assert days("On 5 March", clock) == [("2014-03-05", "2014-03-05")]
    assert days("On 5 March", clock_of("It began in 2014. On 5 March shells fell.", None)) == [None]


def test_a_list_by_months_has_the_only_year_of_its_report() -> None:
    clock = clock_of("Since early 2022 strikes left 31 dead:\nJanuary: three attacks.\nMarch: two attacks.", None)
    assert days("March: two attacks.", clock) == [("2022-03-01", "2022-03-31")]
    assert days("Since early 2022", clock)[0] == ("2022-01-01", "2022-03-31")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("since rebels took the east in 2012", ["2012-01-01/2020-01-23", "2012-01-01/2012-12-31"]),
        ("the siege began on Friday", ["2020-01-17", "2020-01-17/2020-01-23"]),
        ("the war which flared in March 2011", ["2011-03-01/2011-03-31", "2011-03-01/2020-01-23"]),
    ],
)
def test_what_began_then_may_last_until_the_report(text: str, readings: list[str]) -> None:
    found = periods(text, CLOCK)
    assert [w.period.iso for w in found] == readings
    assert [w.since for w in found] == [reading.endswith("2020-01-23") for reading in readings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce will begin on Saturday", "2020-01-25"),
        ("Talks are due to begin on February 3", "2020-02-03"),
        ("next Monday", "2020-01-27"),
        ("tomorrow", "2020-01-24"),
        ("on 30 January 2020", "2020-01-30"),
    ],
)
def test_a_day_to_come_is_marked_as_ahead(text: str, day: str) -> None:
    assert [str(w.period.start) for w in periods(text, CLOCK) if w.ahead] == [day]


@pytest.mark.parametrize("text", ["on 31 February 2018", "on 45.13.2018", "on 31 Rajab 1437"])
def test_days_that_are_none_stay_unresolved(text: str) -> None:
    assert not any(w.period.known and w.days == 1 for w in periods(text, Clock(None)))


UNITS = st.sampled_from(["days", "weeks", "months", "hours", "years"])
COUNTS = st.one_of(st.integers(0, 10**6).map(str), st.sampled_from(["two", "ten", "several", "a hundred", "zero"]))
MONTHS = st.sampled_from(["May", "Feb.", "September", "Shubat", "Ramadan", "Rajab", "Kanun al-Thani"])
TIMES = (
    st.sampled_from(
        ["on Friday", "last week", "this week", "last weekend", "last month", "this year", "yesterday", "overnight"]
        + ["since December 1", "since Monday", "early May", "late June", "on 30 April", "last night", "in March"]
        + ["since the start of the month", "in the summer of 2012", "since early 2016", "June last year", "tomorrow"]
        + ["will begin on Friday", "next month", "the day before yesterday", "this morning", "since dawn"]
    )
    | st.builds("over the past {} {}".format, COUNTS, UNITS)
    | st.builds("{} {} ago".format, COUNTS, UNITS)
    | st.builds("in {} {}".format, COUNTS, UNITS)
    | st.builds("{} {} {}".format, st.integers(0, 40), MONTHS, st.sampled_from(["", "1437", "2016", "2039"]))
    | st.builds("{}.{}.{}".format, st.integers(0, 40), st.integers(0, 40), st.integers(1900, 2099))
)
DAYS = st.dates(date(1950, 1, 1), date(2070, 1, 1))
TEXTS = st.lists(TIMES | st.sampled_from(["since", "began", "said", "and", "to", "between", "until"]), max_size=6).map(
    " ".join
)


@given(TEXTS, DAYS)
def test_no_period_ends_before_it_begins(text: str, day: date) -> None:
    known = [w.period for w in periods(text, Clock(day)) if w.period.start and w.period.end]
    assert all(p.start <= p.end for p in known if p.start and p.end)


@given(TEXTS, DAYS)
def test_none_lies_after_the_report_unless_it_is_foretold(text: str, day: date) -> None:
    known = [w for w in periods(text, Clock(day)) if w.period.end]
    assert all(w.ahead or w.period.end <= day for w in known if w.period.end)


@given(TEXTS | st.text(max_size=80) | st.text(alphabet="0123456789 -./,MarchfidyFsncetoOn", max_size=50), DAYS)
def test_any_text_is_read_without_failing_and_the_words_are_in_it(text: str, day: date) -> None:
    for clock in (Clock(day), Clock(None), clock_of(text, day), clock_of(text, None)):
        for when in periods(text, clock):
            assert when.period.words in text[when.start : when.end] and 0 <= when.start < when.end <= len(text)
