"""What was done to the people mentioned (guide: measure; casualties are not told apart)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.mentions import mentions
from sijil.steps.languages.en.victims import harm_of
from tests.steps.languages.en.plain import sentence_of


def measures(content: str) -> list[str | None]:
    return [found.measure if (found := harm_of(m)) else None for m in mentions(sentence_of(content))]


@pytest.mark.parametrize(
    ("content", "measure"),
    [
        ("The raid killed five civilians.", "killed"),
        ("Five civilians were killed.", "killed"),
        ("Five civilians died.", "killed"),
        ("Five civilians lost their lives.", "killed"),
        ("The raid claimed the lives of five civilians.", "killed"),
        ("The death toll rose to 34.", "killed"),
        ("There were 15 deaths.", "killed"),
        ("The killing of five civilians was condemned.", "killed"),
        ("The raid left five civilians dead.", "killed"),
        ("Five civilians suffered severe burns.", "injured"),
        ("The raid wounded five civilians.", "injured"),
        ("Five civilians are missing.", "missing"),
        ("The soldiers arrested five civilians.", "held"),
        ("Gunmen kidnapped five civilians.", "held"),
        ("The raid caused 15 casualties.", "casualties"),
        ("The raid killed or injured five civilians.", "casualties"),
        ("Five civilians were killed or wounded.", "casualties"),
        ("The raid killed and injured dozens of civilians.", "casualties"),
    ],
)
def test_the_words_around_a_mention_give_its_measure(content: str, measure: str) -> None:
    assert measure in measures(content)


@pytest.mark.parametrize("content", ["Five civilians crossed the bridge.", "The raid on five villages went on."])
def test_no_harm_where_none_is_told(content: str) -> None:
    assert not any(measures(content))


def test_who_kills_is_not_killed() -> None:
    assert measures("Five soldiers killed two farmers.") == [None, "killed"]


def test_two_measures_with_a_count_each_are_told_apart() -> None:
    assert measures("The raid killed five civilians and wounded ten.") == ["killed", "injured"]
