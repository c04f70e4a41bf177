"""What a time dates: what happened, the saying of it, a toll, an agreement (guide: "day of the report")."""

from __future__ import annotations

from datetime import date

import pytest

from sijil.steps.languages.en.dating import whens
from sijil.steps.reading.clock import Clock
from tests.steps.languages.en.plain import sentence_of

CLOCK = Clock(date(2020, 1, 23))  # a Thursday


def days(content: str) -> list[tuple[str, bool]]:
    """First day and whether it is of the report."""
    return [(str(w.period.start), w.of_report) for w in whens(sentence_of(content), CLOCK)]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("He said on Tuesday that shells fell on Monday.", [("2020-01-21", True), ("2020-01-20", False)]),
        ("On Monday the monitor said 21 civilians had been killed.", [("2020-01-20", True)]),
        ("The monitor documented on Friday the deaths of ten people.", [("2020-01-17", True)]),
        ("The death toll rose to 12 on Thursday in Tuesday's attack.", [("2020-01-23", True), ("2020-01-21", False)]),
        ("Five people were killed on Friday, the monitor said.", [("2020-01-17", False)]),
        ("The number of soldiers in the town fell on Friday.", [("2020-01-17", False)]),
    ],
)
def test_the_day_of_the_saying_or_of_a_toll_is_not_that_of_the_event(
    content: str, found: list[tuple[str, bool]]
) -> None:
    assert days(content) == found


@pytest.mark.parametrize(
    ("content", "start", "end"),
    [
        ("The group said on Tuesday that ten people died during the last five days.", "2020-01-17", "2020-01-21"),
        ("The group said on Friday that ten people died on Thursday.", "2020-01-16", "2020-01-16"),
        ("Last month the coalition acknowledged 700 deaths since 2014.", "2014-01-01", "2019-12-31"),
    ],
)
def test_what_was_said_on_an_earlier_day_is_counted_from_it(content: str, start: str, end: str) -> None:
    (when,) = [w for w in whens(sentence_of(content), CLOCK) if not w.of_report]
    assert (str(when.period.start), str(when.period.end)) == (start, end)


def test_the_day_on_which_a_truce_began_is_that_of_the_agreement() -> None:
    assert all(w.of_pact for w in whens(sentence_of("The truce took effect on Tuesday."), CLOCK))
