"""People listed by name and age, and harm that nobody counts."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.listed import listed
from sijil.steps.languages.en.uncounted import uncounted


def ages(text: str) -> list[int]:
    return [one.age for one in listed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16-year-old Amal Haddad and three-year-old Omar Haddad were killed.", [16, 3]),
        ("Samir Karam (41 years old), Lina Karam (7) and Jad Karam (8 months old) died.", [41, 7, 0]),
        ("Among the dead was Rana Saleh, aged 9.", [9]),
        ("The victims were Rana Saleh, 19, and Huda Saleh, 5.", [19, 5]),
        ("17 or 18-year-old Amal Haddad was killed.", [18]),
        ("Sami Haddad (child) and infant daughter Nour Haddad were killed.", [0, 0]),
        ("Lina Karam, a 16-day-old infant, was killed.", [0]),
        ("He is 12 years old.", []),
    ],
)
def test_each_listed_person_has_an_age(text: str, expected: list[int]) -> None:
    assert ages(text) == expected


def test_one_person_named_twice_is_listed_once() -> None:
    text = "Lina Karam (7) was killed. A friend mourned seven-year-old Lina.\nHer cousin Lina Karam (12) also died."
    assert ages(text) == [7, 12]


def test_who_was_hurt_is_not_among_the_dead() -> None:
    text = "Jad Karam (7) was injured. Lina Karam (9) was killed."
    assert [one.dead for one in listed(text)] == [False, True]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A number of people were killed and injured.", 1, None),
        ("The strike injured others, killing several civilians.", 1, None),
        ("Dr Amal Haddad was reportedly killed by a drone.", 1, 1),
    ],
)
def test_harm_without_a_number_is_at_least_one(text: str, low: int, high: int | None) -> None:
    found = uncounted(text, "killed")
    assert found and (found.figure.low, found.figure.high) == (low, high)
    assert text[slice(*found.span)] == found.words
    assert "Haddad" not in found.words


@pytest.mark.parametrize("text", ["No civilians were killed.", "The council met.", "Many people may have been killed."])
def test_what_is_denied_or_unsure_is_not_read(text: str) -> None:
    assert uncounted(text, "killed") is None
