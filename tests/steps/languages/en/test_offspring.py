"""Sons and daughters whom a text lists without an age, and whether those around them tell that they were children."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.offspring import offspring


def told(text: str) -> tuple[int, int]:
    """How many are children for certain, and how many may be."""
    found = offspring(text)
    return sum(one.young for one in found), sum(not one.young for one in found)


@pytest.mark.parametrize(
    ("text", "young", "unsure"),
    [
        ("Omar Haddad (49) was killed with his two sons, Sami Haddad and Adel Haddad.", 0, 2),
        ("Rana Haddad (30) was killed along with her daughter Amal and son Ali.", 2, 0),
        ("Rana Haddad (48) was killed with her sons Adel (36) and Sami.", 0, 1),
        ("Omar Haddad (43) was killed with his sons Adel Haddad (12), Sami Haddad (5) and Ali Haddad.", 1, 0),
        ("Omar Haddad (72) was killed with his daughter Amal Haddad.", 0, 0),
        ("A child, Sami Haddad, was killed.", 1, 0),
        ("Rana Haddad (48) was killed with her three daughters, Amal Haddad (9) and Huda Haddad.", 2, 0),
        ("Rana Haddad (40) was killed with two daughters, including a 3-year-old daughter Amal Haddad.", 1, 0),
    ],
)
def test_who_may_be_a_child_is_told_by_those_around(text: str, young: int, unsure: int) -> None:
    assert told(text) == (young, unsure)


@pytest.mark.parametrize(
    "text",
    [
        "Rana Haddad (48) was injured, and so were her sons Sami and Ali.",
        "Omar Haddad (49) was killed with his son Sami Haddad. Sami’s wife was killed too.",
        "Omar Haddad (49) was killed with his son Sami Haddad. Sami Haddad (12) was in school.",
        "The daughter of Omar Haddad was killed.",
        "The relatives mourned the sons of Aleppo.",
    ],
)
def test_survivors_the_married_and_those_whose_age_is_told_are_left_out(text: str) -> None:
    assert told(text) == (0, 0)


def test_a_person_named_twice_is_one() -> None:
    once = "Omar Haddad (49) was killed with his son Sami Omar Haddad."
    assert told(f"{once} His son Sami was killed on the stairs.") == (0, 1)
