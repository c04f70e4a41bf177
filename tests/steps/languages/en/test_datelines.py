"""The day of a report: printed, or of publication (guide: the printed dateline wins)."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.steps.languages.en.datelines import clock_of, dateline_of
from sijil.steps.reading.clock import Clock

THURSDAY = date(2020, 1, 23)


@pytest.mark.parametrize(
    "head",
    [
        "12 January 2020\nShells fell.",
        "DAMASCUS, Sunday, January 12, 2020 - Shells fell.",
        "Posted on January 12, 2020 by the desk\nShells fell.",
        "DAMASCUS, Jan. 12 (Xinhua) -- Shells fell.",
        "Shells fall\nGAZA CITY, Palestine, 12 January — Shells fell.",
        "Shells fell. (Source: desk, 12 January 2020)",
    ],
)
def test_the_printed_dateline_wins_over_publication(head: str) -> None:
    assert clock_of(head, THURSDAY).base == date(2020, 1, 12)


@pytest.mark.parametrize("told", ["On 3 August 2018 shells fell.", "On Friday, 3 August 2018 shells fell."])
def test_a_date_told_in_a_sentence_is_no_dateline(told: str) -> None:
    assert dateline_of(told, Clock(None)) is None


def test_a_printed_date_of_another_age_is_not_the_reports() -> None:
    assert clock_of("12 January 1998\nShells fell.", THURSDAY).base == THURSDAY


@pytest.mark.parametrize(
    ("content", "published", "source", "day"),
    [
        ("07.03.2017\nShells fell.", date(2017, 3, 7), "", date(2017, 3, 7)),  # as it was published
        ("07/03/2017\nShells fell.", date(2017, 7, 4), "", date(2017, 7, 3)),  # the day before
        ("07/03/2017\nShells fell.", None, "SANA", date(2017, 3, 7)),  # day first
        ("07/03/2017\nShells fell.", None, "CNN", date(2017, 7, 3)),  # a publisher that writes the month first
        ("03/25/2017\nShells fell.", None, "SANA", date(2017, 3, 25)),  # what is possible
        ("07/03/2017\nShells fell, as on 12/25/2016.", None, "", date(2017, 7, 3)),  # as the text's other dates
    ],
)
def test_day_or_month_first(content: str, published: date | None, source: str, day: date) -> None:
    assert clock_of(content, published, source).base == day


def test_without_any_day_of_its_own_times_count_from_a_date_that_the_head_tells() -> None:
    clock = clock_of("On October 7th, 2023 a strike hit a house. It was hit again on October 9th, 2023.", None)
    assert (clock.base, clock.limit, clock.end) == (date(2023, 10, 7), None, date(2023, 10, 9))


def test_the_date_of_another_articles_headline_is_nothing_to_count_from() -> None:
    content = f"{'Shells fall on a town. ' * 4}\nMan killed in the south, December 4, 2024\nA shell fell."
    assert clock_of(content, None).base is None
