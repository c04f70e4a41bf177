"""Names of places that nobody resolved, as keys."""

from __future__ import annotations

import pytest

from sijil.steps.where import place_key


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("the town of Al-Saraqeb", "Saraqeb"),
        ("بلدة كفرعويد", "كفرعويد"),
        ("مدينة الباب", "باب"),
        ("قرية جبل الحص", "جبل الحص"),
    ],
)
def test_words_for_the_kind_of_a_place_are_no_part_of_its_key(words: str, others: str) -> None:
    assert place_key(words) == place_key(others)


def test_a_mountain_is_part_of_a_name() -> None:
    assert place_key("جبل الزاوية") != place_key("الزاوية")
