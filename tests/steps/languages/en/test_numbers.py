"""Counts in text and their bounds (guide: low, high; "no arithmetic"; vague words)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.languages.en.numbers import numbers
from sijil.steps.languages.en.numerals import value_of


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(n.figure.low, n.figure.high) for n in numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 goats were lost", 5, 5),
        ("at least 84 goats", 84, None),
        ("more than 84 goats", 85, None),
        ("over 84 goats", 85, None),
        ("no fewer than 84 goats", 84, None),
        ("up to 40 goats", None, 40),
        ("as many as 40 goats", None, 40),
        ("fewer than 40 goats", None, 39),
        ("40 goats or more", 40, 40),
        ("40 or more goats", 40, None),
        ("20 goats at least.", 20, None),
        ("came under 40 rockets", 40, 40),
        ("300.000 goats", 300_000, 300_000),
        ("several hundred goats", 300, None),
        ("between 30 and 40 goats", 30, 40),
        ("30-40 goats", 30, 40),
        ("at least 9 and up to 15 goats", 9, 15),
        ("at least 78, and up to 175, goats", 78, 175),
        ("four or five goats", 4, 5),
        ("twenty-five goats", 25, 25),
        ("three million goats", 3_000_000, 3_000_000),
        ("350,000 goats", 350_000, 350_000),
        ("a dozen goats", 12, 12),
        ("at least two dozen goats", 24, None),
    ],
)
def test_the_words_around_a_number_give_its_bounds(text: str, low: int | None, high: int | None) -> None:
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("words", "low"),
    [("several", 3), ("a few", 3), ("many", 3), ("tens of", 20), ("dozens of", 24), ("scores of", 40)]
    + [("hundreds of", 200), ("thousands of", 2000), ("tens of thousands of", 20000)],
)
def test_vague_words_have_a_low_bound_only(words: str, low: int) -> None:
    assert bounds(f"{words} goats") == [(low, None)]


def test_the_number_of_a_block_or_camp_counts_nothing() -> None:
    assert bounds("in Block 9 of the camp, west of Camp 2 in the town") == []
    assert bounds("in the camp 12 goats were lost") == [(12, 12)]


def test_a_couple_is_two() -> None:
    assert bounds("a couple of goats") == [(2, 2)]


@pytest.mark.parametrize("word", ["about", "around", "some", "nearly", "roughly"])
def test_about_keeps_both_bounds_and_is_marked(word: str) -> None:
    (number,) = numbers(f"{word} 350 goats")
    assert (number.figure.low, number.figure.high, number.figure.approx) == (350, 350, True)


@pytest.mark.parametrize(("text", "share"), [("50% of them", 50), ("12 percent of them", 12)])
def test_a_share_is_of_per_cent(text: str, share: int) -> None:
    (number,) = numbers(text)
    assert (number.figure.low, number.figure.unit) == (share, "percent")


def test_half_of_a_population_is_a_share_of_fifty() -> None:
    (number,) = numbers("nearly half of the population left")
    assert (number.figure.low, number.figure.high, number.figure.unit, number.figure.approx) == (
        50,
        50,
        "percent",
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "on 12 March 2018",
        "March 12, 2018",
        "12.03.2018",
        "at 14:30",
        "a 12-year-old",
        "for 12 days",
        "12 kilometers away",
    ]
    + ["in 2016", "$5,000", "the 4th of them", "resolution 2254", "no one came", "a T-72"],
)
def test_dates_times_ages_prices_and_distances_are_no_counts(text: str) -> None:
    assert bounds(text) == []


def test_a_number_is_where_its_words_are() -> None:
    text = "They lost at least 12 goats."
    (number,) = numbers(text)
    assert (text[number.start : number.end], text[number.core : number.core_end]) == ("at least 12", "12")


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_stand_for_themselves(value: int) -> None:
    assert value_of(str(value)) == value_of(f"{value:,}") == value


@given(st.text(alphabet="0123456789 ,.-abdehinorstu\n", max_size=60))
def test_any_text_gives_ordered_counts_inside_it(text: str) -> None:
    found = list(numbers(text))
    assert all(0 <= n.start <= n.core < n.core_end <= n.end <= len(text) for n in found)
    assert [n.start for n in found] == sorted(n.start for n in found)


def test_words_that_are_no_number_are_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        value_of("goats")
