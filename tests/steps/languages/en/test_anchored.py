"""Times that are counted from another time of the report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijil.steps.languages.en.scenes import scenes_of
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When
from tests.steps.languages.en.plain import sentences_of

CLOCK = Clock(date(2020, 1, 23))  # a Thursday


def whens(content: str, clock: Clock = CLOCK) -> list[When]:
    return [w for s in scenes_of(sentences_of(content), clock, None) for w in s.whens]


def last(content: str, clock: Clock = CLOCK) -> tuple[str, str, str]:
    period = whens(content, clock)[-1].period
    return period.words, str(period.start), str(period.end)


@pytest.mark.parametrize(
    ("content", "words", "start", "end"),
    [
        ("A strike killed six people on Friday. Two had been killed a day earlier.",
         "a day earlier", "2020-01-16", "2020-01-16"),
        ("On Tuesday a group raised the toll of strikes on a market the previous day to 61.",
         "the previous day", "2020-01-20", "2020-01-20"),
        ("The strike on Friday comes two days after a raid on the town.", "two days after", "2020-01-15", "2020-01-15"),
        ("Shells fell on Friday. Three days later the town was taken.", "Three days later", "2020-01-20", "2020-01-20"),
        ("An offensive began in May. It was pushed back the following month.",
         "the following month", "2019-06-01", "2019-06-30"),
        ("Shells fell on Friday. On the same day a mine went off.", "On the same day", "2020-01-17", "2020-01-17"),
        ("Earlier in the day a mine went off.", "Earlier in the day", "2020-01-23", "2020-01-23"),
        ("The town was shelled for the third consecutive day.",
         "for the third consecutive day", "2020-01-21", "2020-01-23"),
        ("It was hit for the forty-fifth consecutive day.",
         "for the forty-fifth consecutive day", "2019-12-10", "2020-01-23"),
        ("The siege was laid on Friday. Since then five people have died.", "Since then", "2020-01-17", "2020-01-23"),
        ("The meeting was held on Monday. Shells fell shortly before the meeting.",
         "shortly before", "2020-01-20", "2020-01-20"),
        ("Shells fell on Monday. Hours later a mine went off.", "Hours later", "2020-01-20", "2020-01-20"),
    ],
)  # fmt: skip
def test_they_take_the_day_of_what_they_are_counted_from(content: str, words: str, start: str, end: str) -> None:
    assert last(content) == (words, start, end)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Shells fell. Two people died shortly after", "shortly after"),  # nothing follows
        ("Shells fell shortly before the vote.", "shortly before"),  # nobody tells when the vote was
        ("Dozens were killed in the days after the fall of the town.", "in the days after"),
        ("The toll stood at ten. Two days later it was twelve.", "Two days later"),
        ("Shells fell on Thursday. Two days later the town was taken.", "Two days later"),  # after the report
    ],
)
def test_what_has_no_anchor_keeps_its_words_and_no_days(content: str, words: str) -> None:
    assert last(content) == (words, "None", "None")


def test_another_event_lends_its_day_only_within_a_few_sentences() -> None:
    between = "The road was closed. " * 5
    assert last(f"Shells fell on Friday. {between}On the same day a mine went off.")[1] == "None"


PHRASES = st.sampled_from(
    ["a day earlier", "the previous month", "ten years later", "4999 days before", "since then", "on the same day"]
    + ["for the 4999th day", "shortly after the raid", "on Friday", "in May", "will begin on Monday", "the next year"]
    + ["said on Tuesday", "The meeting was on Monday.", "Shells fell.", "the following week", "in 2016", "last month"]
)


@settings(max_examples=60)
@given(st.lists(PHRASES, max_size=6).map(" ".join), st.dates(date(1950, 1, 1), date(2070, 1, 1)))
def test_every_time_of_a_report_ends_after_it_begins_and_by_the_report(content: str, day: date) -> None:
    for when in whens(content, Clock(day)):
        start, end = when.period.start, when.period.end
        assert start is None or end is None or start <= end and (when.ahead or end <= day)
        assert when.period.words in content
