"""Who is meant by a noun (guide: group; "who is a civilian")."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.people import group_of
from tests.steps.languages.en.plain import sentence_of


def group(content: str, noun: str) -> str | None:
    (token,) = [t for t in sentence_of(content).tokens if t.text == noun]
    return group_of(token)


@pytest.mark.parametrize("noun", ["residents", "villagers", "citizens", "activists"])
def test_these_are_civilians(noun: str) -> None:
    assert group(f"Three {noun} were there.", noun) == "civilians"


@pytest.mark.parametrize("noun", ["persons", "victims", "individuals", "policemen"])
def test_these_are_people(noun: str) -> None:
    assert group(f"Three {noun} were there.", noun) == "people"


@pytest.mark.parametrize("noun", ["soldiers", "fighters", "militants"])
def test_these_are_combatants(noun: str) -> None:
    assert group(f"Three {noun} were there.", noun) == "combatants"


def test_an_adjective_or_a_party_decides_for_people() -> None:
    assert group("Three armed men were there.", "men") == "combatants"
    assert group("Three members of the army were there.", "members") == "combatants"


def test_children_stay_children_whatever_stands_before() -> None:
    assert group("Three civilian children were there.", "children") == "children"


def test_other_things_are_nobody() -> None:
    assert group("Three bridges were there.", "bridges") is None
