"""Scores, swaps and calibration of small reports."""

from __future__ import annotations

import pytest

from sijil.evaluate.fields import swapped, verdicts
from sijil.evaluate.scores import score
from sijil.evaluate.trust import trust
from tests.evaluate.telling import compared, killed, situation

GOLD = killed("five killed", 5, place="Idlib", actor="regime forces", speaker=["SOHR", "AFP"], start="2020-01-01",
              end="2020-01-01", scope="incident", status="reported")  # fmt: skip


def test_a_perfect_reading() -> None:
    scores = score([compared([GOLD], [GOLD])])
    assert (scores.figures.f1, scores.record, scores.swaps) == (1, 1, 0)
    assert scores.fields["place"].part == 1 and scores.fields["attack"].asked == 0


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    scores = score([compared([], [])])
    assert (scores.figures.f1, scores.situations.f1, scores.record) == (1, 1, 0)


def test_one_wrong_field_costs_the_record_but_not_the_figure() -> None:
    scores = score([compared([GOLD], [killed("five killed", 5, place="Homs", status="reported")])])
    assert scores.figures.f1 == 1 and scores.record == 0
    assert scores.fields["place"].right == 0 and scores.fields["status"].right == 1


def test_a_field_that_neither_gives_is_not_asked() -> None:
    told = verdicts(killed("five", 5), killed("five", 5, part_of=False, speaker=[]))
    assert set(told.values()) == {None}


def test_places_that_share_a_figure_are_one_name() -> None:
    assert verdicts(killed("five", 5, place=["Hama", "Idlib"]), killed("five", 5, place="Idlib"))["place"]


@pytest.mark.parametrize(
    ("actor", "is_swap"),
    [("SOHR", True), ("AFP", True), ("the regime", False), ("Israel", False), (None, False)],
)
def test_a_swap_is_any_speaker_given_as_perpetrator(actor: str | None, is_swap: bool) -> None:
    assert swapped(GOLD, killed("five killed", 5, actor=actor)) is is_swap


def test_who_did_it_and_says_so_is_no_swap() -> None:
    own = killed("five killed", 5, actor="Israeli army", speaker=["Israeli army"])
    assert not swapped(own, killed("five killed", 5, actor="Israeli army"))


def test_calibration_counts_figures_with_a_confidence() -> None:
    read = [
        killed("five killed", 5, confidence=0.95), killed("six killed", 6, confidence=0.92),
        killed("seven killed", 7, confidence=1.0), killed("eight killed", 8),
        situation("access", "aid", confidence=1.0),
    ]  # fmt: skip
    sure = trust([compared([killed("five killed", 5), killed("seven killed", 7)], read)])
    assert (sure.sure.right, sure.sure.asked, sure.figures) == (2, 3, 4)
    (only,) = sure.bins
    assert (only.low, only.high, only.share.right, only.share.asked) == (0.9, 1.0, 2, 3)
    assert sure.sure_part == 0.75


def test_equal_predictions_are_two() -> None:
    twice = [killed("five killed", 5, confidence=0.9), killed("five killed", 5, confidence=0.9)]
    sure = trust([compared([killed("five killed", 5)], twice)])
    assert (sure.sure.right, sure.sure.asked) == (1, 2)
