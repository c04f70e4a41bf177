"""Bounds: a figure says no more than its words, and no upper bound is invented."""

from __future__ import annotations

import pytest

from sijil.model.figure import Figure
from tests.rules.conftest import Read
from tests.rules.told import Told

PAPER = Told(
    "Orontes Daily", "2020-01-24",
    "At least nine civilians were killed in an airstrike on Saraqeb on Thursday, local activists said.\n\n"
    "Up to four civilians were killed in shelling on Maarat al-Numan on Thursday, local activists said.\n\n"
    "About 30 civilians were injured in an airstrike on Kafr Nabl on Thursday, local activists said.\n\n"
    "Nearly 50 civilians were injured in shelling on Khan Shaykhun on Wednesday.\n\n"
    "Dozens of civilians were killed in an airstrike on Jisr al-Shughur on Thursday, local activists said.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("At least nine", Figure(9, None)),
        ("Up to four", Figure(None, 4)),
        ("About 30", Figure(30, 30, approx=True)),
        ("Nearly 50", Figure(50, 50, approx=True)),
        ("Dozens of", Figure(24, None)),
    ],
)
def test_a_figure_has_the_bounds_of_its_words(read: Read, words: str, figure: Figure) -> None:
    assert read(PAPER).claim(words).figure == figure


@pytest.mark.parametrize(
    ("place", "range_"), [("Saraqib", "at least 9"), ("Maarat", "up to 4"), ("Jisr", "at least 24")]
)
def test_an_incident_invents_no_bound_that_the_words_lack(read: Read, place: str, range_: str) -> None:
    assert read(PAPER).range_of(place=place) == range_


def test_a_sum_with_an_open_figure_in_it_stays_open(read: Read) -> None:
    assert read(PAPER).sums()["killed civilians"] == "at least 33"
