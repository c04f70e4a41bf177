"""When quotes and names count as the same."""

from __future__ import annotations

import pytest

from sijil.evaluate.wording import alike, dice, shared, words


def test_case_accents_apostrophes_and_articles_do_not_count() -> None:
    assert words("Ma’arrat al-Nu`man, MAÁRAT") == {"maarrat", "numan", "maarat"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Idlib province", "Idlib"),
        ("the Syrian Observatory for Human Rights", "Syrian Observatory"),
        ("the village", "the village"),
        ("Mosul’s west", "west of Mosuls"),
        ("['Hama', 'Idlib']", "Hama, Idlib"),
    ],
)
def test_names_that_agree(first: str, second: str) -> None:
    assert alike(first, second) and alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Idlib province", "Homs province"), ("regime forces", "Russian forces"), ("", "Idlib"), ("—", "—")],
)
def test_names_that_do_not(first: str, second: str) -> None:
    assert not alike(first, second)


def test_a_quote_is_shared_by_the_shorter_ones_words() -> None:
    assert shared("killing five people", "a raid on Idlib killing five people at noon") == 1
    assert dice("killing five people", "killing five people and wounding three") == pytest.approx(2 * 3 / 9)


def test_a_paragraph_is_no_quote() -> None:
    assert shared("five people", "five people " + "and so on " * 24) == 0


def test_nothing_shares_nothing() -> None:
    assert shared("", "") == dice("", "") == 0
