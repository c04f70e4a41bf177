"""What marked words may mean, told without a parse, and the period that words of time mean in a report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sijil.steps.clean import clean
from sijil.steps.languages import hints_of, period_of
from sijil.steps.languages.en.hints import hints
from tests.web.sample import report


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("killing at least five civilians",
         {"kind": "casualty", "measure": "killed", "group": "civilians", "low": 5, "high": None}),
        ("up to 40 soldiers were wounded",
         {"kind": "casualty", "measure": "injured", "group": "combatants", "low": None, "high": 40}),
        ("Some 350,000 people fled", {"kind": "displacement", "low": 350000, "high": 350000, "approx": True}),
        ("12 families need aid", {"kind": "need", "low": 12, "unit": "households"}),
        ("50 per cent of them were displaced", {"kind": "displacement", "unit": "percent"}),
        ("shelling of the market", {"kind": "attack", "attack": "shelling"}),
        ("more than 40 raids", {"kind": "attack", "attack": "airstrike", "low": 41, "high": None}),
    ],
)  # fmt: skip
def test_words_hint_at_fields(words: str, told: dict[str, Any]) -> None:
    assert hints(words).items() >= told.items()


@pytest.mark.parametrize("words", ["five killed, nine wounded", "no number here", ""])
def test_of_several_numbers_or_none_no_figure_is_offered(words: str) -> None:
    assert not {"low", "high"} & hints(words).keys()


def test_words_of_time_count_from_the_day_of_the_report() -> None:
    one = report("Something happened.\n", "one", "X", date(2020, 1, 24))
    found = period_of("on Thursday", one, clean(one))
    assert found is not None and (found.start, found.words) == (date(2020, 1, 23), "on Thursday")
    week = period_of("between 3 and 9 January", one, clean(one))
    assert week is not None and week.iso == "2020-01-03/2020-01-09"
    assert period_of("in my dreams", one, clean(one)) is None


def test_a_day_that_nobody_can_know_stays_open() -> None:
    undated = report("Something happened.\n", "one", "X", None)
    found = period_of("on Thursday", undated, clean(undated))
    assert found is not None and not found.known and found.words == "on Thursday"


def test_a_language_without_a_pack_hints_at_nothing() -> None:
    russian = report("В четверг погибли пять человек.\n", "ru", "X", date(2020, 1, 24))
    assert hints_of("погибли пять человек", russian, clean(russian)) == {}
    assert period_of("В четверг", russian, clean(russian)) is None
