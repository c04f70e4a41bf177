"""Names in short and adjectives of countries."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.toponyms.passage import Passage, split
from sijil.steps.languages.en.toponyms.short import adjectives, shorts


def passage(text: str) -> Passage:
    return Passage(text, split(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the U.S. and the UK", ["United States", "United Kingdom"]),
        ("Hinton, W. Va., Lexington, Ky, and Sen. Boxer, D-Calif.", ["West Virginia", "Kentucky", "California"]),
        ("Lexington, KY 40507", ["Kentucky"]),
        ("he sat in the car, OK or not. Ask ME.", []),
        ("in 300 B.C. he", []),
        ("Miss Jones said it is Man. who", []),
        ("TELL US WHY", []),
    ],
)
def test_names_in_short(text: str, names: list[str]) -> None:
    assert [candidate.name for candidate in shorts(passage(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Turkish and Russian-backed troops", ["Turkey", "Russia"]),
        ("a South Korean ship", ["South Korea"]),
        ("she speaks Turkish fluently; an essay in French, he said", []),
        ("African-American voters, Native American lands", []),
        ("a French restaurant", []),
        ("the Russian was late", []),
    ],
)
def test_adjectives_before_nouns(text: str, names: list[str]) -> None:
    assert [candidate.name for candidate in adjectives(passage(text)) if candidate.clues] == names
